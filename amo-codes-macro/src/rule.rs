//! The rules that a table keeps, by name.

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident,)+) => {
        /// A rule that a table keeps; a fault names the one that it breaks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule { $($(#[$doc])* $rule,)+ }

        impl Rule {
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$rule),+];
        }
    };
}

impl Rule {
    /// Whether the rule is one of the file's form, so that what breaks it breaks the line for all others.
    pub(crate) fn is_of_form(self) -> bool {
        matches!(self, Self::NoConflict | Self::Syntax | Self::Once)
    }
}

rules! {
    /// The path of a table is relative and stays in the package.
    PathInPackage,
    /// The file is there.
    FileExists,
    /// The file can be read.
    FileReadable,
    /// The file is UTF-8.
    Utf8,
    /// The file has a section.
    NotEmpty,
    /// No merge conflict is left in the file.
    NoConflict,
    /// The file is TOML.
    Syntax,
    /// A key, a section, a number stands once.
    Once,
    /// A section or a row has only the keys that there are.
    KnownKey,
    /// A value has the type of its key.
    ValueType,
    /// A section has its title, a row its name and text.
    KeyPresent,
    /// A title, a name, a text, a note has words.
    NotBlank,
    /// A number is a decimal u16.
    PlainNumber,
    /// An HTTP status is 100 to 599.
    HttpRange,
    /// An advice is one of the six.
    KnownAdvice,
    /// A path starts with `/` and is no more than a path.
    PathForm,
    /// A section's key is `[a-z][a-z0-9_]*`.
    SectionKey,
    /// A section has a code.
    SectionHasCodes,
    /// A section's type is no keyword and no name that the expansion needs.
    TypeName,
    /// Two sections do not become one type.
    TypeOnce,
    /// A name is an `UpperCamelCase` identifier, and none that the expansion needs.
    VariantName,
    /// A name stands once in its section.
    NameOnce,
    /// A path stands once.
    PathOnce,
    /// A table has at most 65,535 codes.
    TableSize,
}
