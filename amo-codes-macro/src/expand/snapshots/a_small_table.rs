mod __codes_toml {
    /**The sections with their numbers. A number in bold is in several sections.

| section | numbers |
|---|---|
| [`Invoices`]: Responses about \[invoices\] | [**7**](Invoices::NotPaid) |
| [`Refunds`]: Responses about refunds | [-7](Refunds::None), [**7**](Refunds::Done) |
*/
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    #[derive(::core::fmt::Debug)]
    pub enum Section {
        ///Responses about \[invoices\]; see [`Invoices`]. Its key is `invoices`.
        Invoices,
        ///Responses about refunds; see [`Refunds`]. Its key is `refunds`.
        Refunds,
    }
    /**The table has 3 codes in 2 sections. Each variant holds a code of one section.

| address | meaning and advice |
|---|---|
| [refunds.-7](Refunds::None) | No refund. — *fix the request* |
| [invoices.7](Invoices::NotPaid) | Not \<paid\>. — *ask the user* |
| [refunds.7](Refunds::Done) | Paid back. — *not an error* |
*/
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    #[derive(::core::fmt::Debug)]
    pub enum Code {
        ///A code of section `invoices`: Responses about \[invoices\].
        Invoices(Invoices),
        ///A code of section `refunds`: Responses about refunds.
        Refunds(Refunds),
    }
    /**Responses about \[invoices\].

| number | code |
|---|---|
| 7 | [`NotPaid`](Self::NotPaid): Not \<paid\>. — *ask the user* |

Key: `invoices`. Paths: `/v1/invoices`.*/
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    #[repr(u16)]
    pub enum Invoices {
        /**Not \<paid\>.

- address: `invoices.7`
- name: NOT_PAID
- HTTP status: 402
- note: Sent once a day.
- advice: ask the user
- documentation: <https://example.com/7>
- source: `codes.toml`, line 6*/
        #[doc(alias = "7")]
        NotPaid = 7,
    }
    /**Responses about refunds.

| number | code |
|---|---|
| -7 | [`None`](Self::None): No refund. — *fix the request* |
| 7 | [`Done`](Self::Done): Paid back. — *not an error* |

Key: `refunds`.*/
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::hash::Hash,
    )]
    #[non_exhaustive]
    #[repr(i32)]
    pub enum Refunds {
        /**No refund.

- address: `refunds.-7`
- advice: fix the request
- not in the API's documentation; evidence: Seen in replies.
- source: `codes.toml`, line 17*/
        #[doc(alias = "-7")]
        None = -7,
        /**Paid back.

- address: `refunds.7`
- advice: not an error
- source: `codes.toml`, line 22*/
        #[doc(alias = "7")]
        Done = 7,
    }
    #[allow(clippy::large_stack_arrays)]
    impl Section {
        const __ROWS: &'static [amo::private::SectionRow] = {
            use amo::private::*;
            &[
                SectionRow {
                    key: "invoices",
                    title: "Responses about [invoices]",
                    paths: &["/v1/invoices"],
                    start: 0,
                    end: 1,
                },
                SectionRow {
                    key: "refunds",
                    title: "Responses about refunds",
                    paths: &[],
                    start: 1,
                    end: 3,
                },
            ]
        };
    }
    #[doc(hidden)]
    #[allow(clippy::large_stack_arrays)]
    impl<__L> amo::private::All<__L> for Code {
        const ALL: &'static [Self] = &[
            Self::Invoices(Invoices::NotPaid),
            Self::Refunds(Refunds::None),
            Self::Refunds(Refunds::Done),
        ];
    }
    #[doc(hidden)]
    #[allow(clippy::large_stack_arrays)]
    impl<__L> amo::private::Codes<__L> for Code {
        const BY_NUMBER: &'static [Self] = &amo::private::in_order::<
            Self,
            3,
        >(&[1, 0, 2]);
    }
    #[allow(clippy::large_stack_arrays)]
    impl Code {
        /// Every code, in table order.
        pub const ALL: &'static [Self] = amo::private::all();
        /// The rows, by number.
        const __ROWS: &'static [amo::private::Row] = {
            use amo::private::*;
            &[
                Row {
                    name: "None",
                    description: "No refund.",
                    advice: Advice::FixRequest,
                    details: &Details {
                        variant: Some("None"),
                        note: None,
                        http_status: None,
                        evidence: Some("Seen in replies."),
                        docs_url: None,
                    },
                },
                Row {
                    name: "NOT_PAID",
                    description: "Not <paid>.",
                    advice: Advice::AskUser,
                    details: &Details {
                        variant: Some("NotPaid"),
                        note: Some("Sent once a day."),
                        http_status: HttpStatus::from_u16(402),
                        evidence: None,
                        docs_url: Some("https://example.com/7"),
                    },
                },
                Row {
                    name: "Done",
                    description: "Paid back.",
                    advice: Advice::NotAnError,
                    details: Details::NONE,
                },
            ]
        };
        const __NUMBERS: &'static [i64] = &[-7, 7, 7];
        /// The index of the section of each row.
        const __SECTIONS: &'static [u16] = &[1, 0, 1];
    }
    #[doc(hidden)]
    #[allow(clippy::large_stack_arrays)]
    impl<__L> amo::private::All<__L> for Invoices {
        const ALL: &'static [Self] = &[Self::NotPaid];
    }
    impl Invoices {
        /// Every code of this section, in table order.
        pub const ALL: &'static [Self] = amo::private::all();
        /// Returns the code with this number, if the section has one.
        #[inline]
        #[must_use]
        pub const fn from_number(code_number: i64) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match code_number {
                    7 => Self::NotPaid,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    #[doc(hidden)]
    #[allow(clippy::large_stack_arrays)]
    impl<__L> amo::private::All<__L> for Refunds {
        const ALL: &'static [Self] = &[Self::None, Self::Done];
    }
    impl Refunds {
        /// Every code of this section, in table order.
        pub const ALL: &'static [Self] = amo::private::all();
        /// Returns the code with this number, if the section has one.
        #[inline]
        #[must_use]
        pub const fn from_number(code_number: i64) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match code_number {
                    -7 => Self::None,
                    7 => Self::Done,
                    _ => return ::core::option::Option::None,
                },
            )
        }
    }
    amo::__impls! {
        Section, Code, [Invoices, Refunds,]
    }
    #[doc(hidden)]
    #[macro_export]
    #[allow(non_local_definitions)]
    macro_rules! __expand_a_table_only_once_and_re_export_its_module_codes_toml {
        ($($code:tt)*) => {
            amo::private::code! { $crate
            " -7:refunds:None 7:invoices:NotPaid 7:refunds:Done " $($code)* }
        };
    }
    #[doc(hidden)]
    pub mod __amo_codes {
        pub use super::*;
        pub use __expand_a_table_only_once_and_re_export_its_module_codes_toml as __code;
    }
}
pub use __codes_toml::{Code, Section, Invoices, Refunds, __amo_codes};
