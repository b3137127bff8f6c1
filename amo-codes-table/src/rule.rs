//! The rules of a table, by name, so that tests tell errors apart, and check that each rule has a table that breaks it.

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident,)+) => {
        /// A rule of a table. Every error breaks one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[$doc])* $rule,)+ }

        impl Rule {
            /// All rules.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];
        }
    };
}

rules! {
    /// The path of a table is relative and stays in the package.
    PathInPackage,
    /// The file exists.
    FileExists,
    /// The file can be read.
    FileReadable,
    /// The file is UTF-8.
    Utf8,
    /// The file has a section.
    NotEmpty,
    /// No merge conflict was left in the file.
    NoConflict,
    /// The file is TOML.
    Syntax,
    /// A key, a section or a number is unique.
    Once,
    /// A section or a row has only known keys, below their own header.
    KnownKey,
    /// A value has the type of its key.
    ValueType,
    /// A section has its title, a row its name and description.
    KeyPresent,
    /// A section has a header.
    HeaderPresent,
    /// A text is not blank.
    NotBlank,
    /// The number of a code is a decimal i64.
    PlainNumber,
    /// The word of a code is printable ASCII without blanks, quotes, backslashes and colons.
    PlainWord,
    /// A table whose codes are words says so.
    WordsDeclared,
    /// A number or a word that is reserved is not used.
    NotReserved,
    /// The value of `advice` is known.
    KnownAdvice,
    /// A path can match a request.
    PathFormat,
    /// A section's key is `[a-z][a-z0-9_]*`.
    SectionKey,
    /// A section has a code.
    SectionHasCodes,
    /// A section's type is not reserved.
    TypeName,
    /// Two sections do not become one type.
    TypeOnce,
    /// The address of the documentation is a URL.
    DocsUrl,
    /// A name becomes an identifier that is not reserved.
    VariantName,
    /// The variant of a name is unique in its section.
    NameOnce,
    /// A path is unique.
    PathOnce,
    /// A table has at most 65,535 codes.
    TableSize,
}
