//! The public macros.

/// Names a code by its number or its word, checked at compile time.
///
/// - `code!(217)` is `Code::Leads(Leads::UpdateLeadsParametersRequired)` of amoCRM's table.
/// - `code!(tasks.244)` is `Code::Tasks(Tasks::AddLeadForbidden)`, by its address. If several sections define a number, the
///   address or the type is required.
/// - `code!(244 in Tasks)` is `Tasks::AddLeadForbidden`, which has the section's own type. To match a `Code`, write
///   `code!(tasks.244)`.
/// - `code!(7 in billing::Code)` is a code of [your own table](crate::amo_codes), which is found by the path of one of its
///   types.
/// - `code!(invoices.7 in billing::Code)` is the same code, by its address.
/// - `code!(7 in billing::Invoices)` is the same code in the section's own type.
/// - `code!(rpc.-32602 in rpc::Code)` has a negative number.
/// - `code!(card_declined in stripe::Code)` has a word, and so do `code!(card_errors.card_declined in stripe::Code)` and
///   `code!("22P02" in sqlstate::Code)`. A word needs quotes if it has characters other than letters, digits and underscores, or if
///   the compiler does not accept it as a literal: `22P02` is one, `2201E` is not.
///
/// The macro expands to the path of a variant, so it works as a constant, an expression and a pattern. In an editor with
/// rust-analyzer, go-to-definition on the number leads to the call of [`amo_codes!`](crate::amo_codes), and hovering over it
/// shows what it means:
///
/// ```text
/// UpdateLeadsParametersRequired = 217 (0xD9)
/// ──────────────────────────────────────────
/// Updating leads: the parameters "id", "updated_at", "status_id", "name" 'are required
///
/// • address: leads.217
/// • advice: fix the request
/// • documentation: https://www.amocrm.com/developers/content/api/errors
/// • source: codes.toml, line …
/// ```
///
/// ```
/// use amo_codes::{Code, Tasks, code};
///
/// const MISSING_PARAMETERS: Code = code!(217);
///
/// fn explain(code: Code) -> &'static str {
///     match code {
///         code!(217) | code!(209) => "a parameter is missing",
///         code!(tasks.244) => "grant the right to add leads",
///         _ => code.name(),
///     }
/// }
/// assert_eq!(explain(MISSING_PARAMETERS), "a parameter is missing");
///
/// let forbidden: Tasks = code!(244 in Tasks);
/// assert_eq!(explain(forbidden.into()), "grant the right to add leads");
/// ```
///
/// Any integer literal works: `0xD9`, `2_17`, `217u16`, `-32_602`. Types of your own table need a path; at the crate root, that
/// is `crate::Code`. A type without a path is amoCRM's, whatever is in scope, and needs no import. Type aliases and `Self` do
/// not work, because only the name of the type says which section is meant.
///
/// A later release may add a row that makes a number ambiguous, and then `code!(217)` no longer compiles. That is a breaking
/// change of this crate, so it does not come with a compatible release. In a library, write `code!(leads.217)`, which stays
/// unambiguous.
///
/// Whether a number or a word is expected depends on the table: `code!(23505 in sqlstate::Code)` is the word `23505`.
///
/// A number is always that of a code: `code!(401)` is the code `authorization.401`, not HTTP 401, and the compiler cannot know
/// which one you mean. An HTTP status is an [`HttpStatus`](crate::HttpStatus), which does not convert into a code.
///
/// Clippy's pedantic lint `unnested_or_patterns` reports two codes of one section in an or-pattern, such as
/// `code!(216) | code!(217)`, because it sees what they expand to. It accepts
/// `Code::Leads(code!(216 in Leads) | code!(217 in Leads))`. rustc does not report two arms with the same code.
///
/// # Errors
/// An unknown number or word is a compile-time error, and so is one that several sections define. The error says what to write.
///
/// ```compile_fail
/// amo_codes::code!(218 in amo_codes::Leads);
/// ```
/// ```compile_fail
/// amo_codes::code!(244); // leads.244, tasks.244, …
/// ```
// Without a path, `code!` goes straight to amoCRM's table, because every use pays for each extra step.
#[macro_export]
macro_rules! code {
    ($number:tt $(,)?) => { $crate::__code! { $number } };
    ($section:tt . $number:tt $(,)?) => { $crate::__code! { $section . $number } };
    ($number:tt in $type:ident $(,)?) => { $crate::__code! { $number in $type } };
    ($($other:tt)*) => { $crate::private::code_of! { $crate $($other)* } };
}

/// Generates the types of this crate for your own table of response codes.
///
/// `amo_codes!()` reads `codes.toml` next to your Cargo.toml, and `amo_codes!("tables/billing.toml")` reads another file in your
/// package.
///
/// The macro can be called at the crate root, in a module or in a function body. It expands to `Section`, `Code` and an enum for
/// each section, with everything that this crate's [`Section`](crate::Section), [`Code`](crate::Code) and
/// [`Tasks`](crate::Tasks) have. Cargo rebuilds the crate when the file changes.
///
/// For example, with this table in `examples/shop.toml`:
///
#[doc = concat!("```toml\n", include_str!("../examples/shop.toml"), "```")]
///
/// the macro generates these types:
///
/// ```
/// mod shop {
///     amo_codes::amo_codes!("examples/shop.toml");
/// }
/// use amo_codes::code;
/// use shop::{Code, Invoices, Orders, Section};
///
/// const UNPAID: Code = code!(invoices.7 in shop::Code);
/// assert_eq!(UNPAID, Code::Invoices(Invoices::NotPaid));
/// assert_eq!(UNPAID.name(), "NOT_PAID");
/// assert_eq!(UNPAID.docs_url(), Some("https://example.com/errors#7"));
/// assert_eq!(UNPAID.to_string(), "The invoice is not paid.");
/// assert_eq!(Code::by_number(7), [UNPAID, Code::Orders(Orders::OutOfStock)]);
/// assert_eq!(Section::from_path("/v1/orders/55/invoices?page=2"), Some(Section::Invoices));
/// ```
///
/// # Keys
/// `[invoices]` is a section, which becomes `Section::Invoices` and the enum `Invoices`. Its keys are:
/// - `title`: its title in the API's documentation.
/// - `paths` (optional): the request paths whose errors belong to the section. `*` matches any segment, and the path `/` matches
///   every request.
/// - `advice` (optional): the advice for its codes that do not have their own.
/// - `docs` (optional): the URL of the documentation of its codes. `{number}`, or `{word}`, and `{name}` are filled in.
/// - `reserved` (optional): numbers that were once used and must not come back, such as `[205, 210]`. A code with one of them is an
///   error. When you delete a code, reserve its number, so that nobody gives it another meaning: old clients and logs still know
///   the first one, and two branches that take the same free number do not conflict as text.
///
/// `[invoices.7]` is a code. Its number is any decimal number that fits an `i64`, such as 7, -32602 or 110001, and several
/// sections may have the same number. Its keys are:
/// - `name`: the API's own name for the code. If codes [are words](#words), it is optional: the default is the word.
/// - `description`: the description in the API's documentation, verbatim.
/// - `http` (optional): the HTTP status that comes with the code in the API's documentation, from 100 to 599.
/// - `note` (optional): the note in the API's documentation.
/// - `advice` (optional): what to do next. [`Advice`](crate::Advice) lists the values. The default is the advice of the section,
///   or [`unspecified`](crate::Advice::Unspecified).
/// - `evidence` (optional): where replies with this code were seen, if the API's documentation does not have it.
///
/// # Words
/// If the first line of a table is `words = true`, its codes are words, such as `[card_errors.card_declined]` or
/// `[data_exception.22P02]`. A word is what the API sends, verbatim: printable ASCII without blanks, quotes, backslashes or colons.
/// It must be in quotes if it has characters other than letters, digits, underscores and hyphens: `[errors."not.found"]`. `docs`
/// may have `{word}`. With this table in `examples/stripe.toml`, in part:
///
/// ```toml
/// words = true
///
/// [card_errors]
/// title = "Card errors"
///
/// [card_errors.card_declined]
/// description = "The bank said no."
/// ```
///
/// the types have the same methods, with words in place of numbers:
///
/// ```
/// mod stripe {
///     amo_codes::amo_codes!("examples/stripe.toml");
/// }
/// use amo_codes::code;
/// use stripe::{CardErrors, Code, Section};
///
/// const DECLINED: Code = code!(card_declined in stripe::Code);
/// assert_eq!((DECLINED.word(), DECLINED.to_string()), ("card_declined", "The bank said no.".to_owned()));
/// assert_eq!((Section::CardErrors.lookup("card_declined"), Code::by_word("card_declined")), (Some(DECLINED), &[DECLINED][..]));
/// assert_eq!(CardErrors::from_word("card_declined"), Some(CardErrors::CardDeclined));
/// assert_eq!("card_declined".parse(), Ok(CardErrors::CardDeclined)); // or an `UnknownWord`
/// assert_eq!("card_errors.card_declined".parse(), Ok(DECLINED));
/// ```
///
/// Lookups by a word are not `const`. `Ord` of a section's enum compares the bytes of words; the discriminant of a variant is not
/// stable.
///
/// # Names
/// [`name`](crate::ResponseCode::name) returns the `name` of a row verbatim. The variant consists of its words of ASCII letters
/// and digits. Each begins with a capital letter, and a word in capitals becomes lower case after that. So `ER_DUP_ENTRY` becomes
/// `ErDupEntry`, `card_declined` becomes `CardDeclined`, and `NotFound` stays.
///
/// # Other crates
/// Every table is exported, so other crates can use it in [`code!`](crate::code) if it is in a public module of your `lib.rs`.
/// Your `main.rs`, `tests/`, examples, benches and doctests are other crates, too.
///
/// # Editors
/// For validation and completion in taplo and Even Better TOML, copy `codes.schema.json` next to your table, and add
/// `#:schema ./codes.schema.json` as the first line of the table. The file is at the top of this crate's repository, and of its
/// package, which docs.rs shows under "Source".
///
/// # Limits
/// - A crate can expand a file only once. To have its types in two places, re-export the module.
/// - A proc-macro crate cannot have a table, because it cannot export one.
/// - A module can have only one table: a second one has types of the same name.
/// - The `repr` and the size of an enum depend on its numbers and are not promised: a row with a number above 65,535 changes them.
/// - In a function body, end the call with `;`. `code!` cannot use the table there.
/// - `code!` finds the table by a hidden module, `__amo_codes`, next to the types. So re-export the table's module or everything
///   in it (`pub use billing::*`), not individual types; otherwise, rustc reports `` cannot find `__amo_codes` in `two` ``, where
///   `two` is the module with the re-export. If a module has everything of two tables, `` `__amo_codes` is ambiguous ``.
/// - The number, the section and the type of a `code!` are those of the table that has this hidden module. So after
///   `use one::*; use two::Invoices;`, `code!(7 in self::Invoices)` is a code of `one`, of the type `one::Invoices`, and rustc may
///   report that the import of `two::Invoices` is unused.
///
/// # Errors
/// Mistakes in the file are compile-time errors: at most twenty at a time, each with its line and a suggested fix. For example, if
/// the key `http` above is misspelled:
///
/// ```text
/// error: unknown key `htpp` in code `invoices.7`, did you mean `http`?
///          --> examples/shop.toml:13:1
///           |
///        13 | htpp = 402                               # optional
///           | ^^^^ unknown key
///           |
///           = help: write an HTTP status as a plain number, such as `http = 402`, or omit the key if the documentation gives none; the number of a code is not an HTTP status
///  --> src/main.rs:2:27
///   |
/// 2 |     amo_codes::amo_codes!("examples/shop.toml");
///   |                           ^^^^^^^^^^^^^^^^^^^^
/// ```
#[macro_export]
macro_rules! amo_codes {
    ($($arguments:tt)*) => {
        #[$crate::private::expand($crate $($arguments)*)]
        mod __amo_codes {}
    };
}
