//! `Section` and `Code` of a table.

/// The items and impls of `Section` and `Code`.
#[doc(hidden)]
#[macro_export]
macro_rules! __table {
    (
        sections: [$(($section:ident, $key:literal, $title:literal, $from:literal, $to:literal))+],
        last: $last:ident,
        paths: [$(($path:literal, $owner:ident))*],
        count: $count:literal,
        names: $names:expr,
        descriptions: $descriptions:expr,
        notes: [$(($noted:literal, $note:literal))*],
        statuses: $statuses:expr,
        advice: $advice:expr,
        index: [$buckets:literal, $slots:literal, $index:expr, $row:ident, $rows:expr],
        numbers: [$number_buckets:literal, $number_slots:literal, $number_index:expr, $start:ident, $starts:expr],
        grouped: $grouped:expr,
        lengths: [$longest:literal, $length:ident, $lengths:expr],
        alone: [$bytes:literal, $bits:literal],
    ) => {
        impl Section {
            /// Every section, in the table's order.
            pub const ALL: &'static [Self] = &[$(Self::$section),+];

            /// The section's key in the table, such as `directory_elements`.
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                match self { $(Self::$section => $key),+ }
            }

            /// The document's title of the section.
            #[inline]
            #[must_use]
            pub const fn title(self) -> &'static ::core::primitive::str {
                match self { $(Self::$section => $title),+ }
            }

            /// Every code of the section, in the table's order.
            #[inline]
            #[must_use]
            pub const fn codes(self) -> &'static [Code] {
                let (start, end): (::core::primitive::usize, ::core::primitive::usize) =
                    match self { $(Self::$section => ($from, $to)),+ };
                Code::ALL.split_at(end).0.split_at(start).1
            }

            /// The code with this number in this section alone; for all sections see `Code::meanings`.
            #[inline]
            #[must_use]
            pub const fn lookup(self, number: ::core::primitive::u16) -> ::core::option::Option<Code> {
                // With nothing at the end, so that which of them it is takes no branch.
                const FOUND: &[::core::option::Option<Code>; $count + 1] = &{
                    let mut found = [::core::option::Option::None; $count + 1];
                    let mut row = 0;
                    while row < $count {
                        found[row] = ::core::option::Option::Some(Code::ALL[row]);
                        row += 1;
                    }
                    found
                };
                let row = Code::__row(self, number);
                let code = Code::ALL[row];
                // Without buckets no number leads to a row that has it in another section.
                let is_here = $buckets == 0
                    || code.section() as ::core::primitive::u32 == self as ::core::primitive::u32;
                FOUND[if code.as_u16() == number && is_here { row } else { $count }]
            }

            /// The section that answers requests to this path, which may be a URL: of the paths in the table the
            /// longest one that the request's begins with, in whole segments; the last section where there is none.
            ///
            /// It is a hint, not a proof: an API may answer with a number of another section.
            #[must_use]
            pub const fn from_path(path: &::core::primitive::str) -> Self {
                const PATHS: &[&::core::primitive::str] = &[$($path),*];
                const OWNERS: &[Section] = &[$(Section::$owner),*];
                match $crate::__private::longest_match(path, PATHS) {
                    ::core::option::Option::Some(place) => OWNERS[place],
                    ::core::option::Option::None => Self::$last,
                }
            }
        }

        impl ::core::fmt::Display for Section {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for Section {
            type Err = $crate::ParseError;

            fn from_str(key: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseError> {
                match key {
                    $($key => ::core::result::Result::Ok(Self::$section),)+
                    _ => ::core::result::Result::Err($crate::ParseError::UnknownSection {
                        expected: &[$($key),+],
                    }),
                }
            }
        }

        impl Code {
            /// Every code, in the table's order.
            pub const ALL: &'static [Self] = &{
                let mut all = [Self::$last($last::ALL[0]); $count];
                let mut row = 0;
                $(
                    let mut place = 0;
                    while place < $section::ALL.len() {
                        all[row] = Self::$section($section::ALL[place]);
                        row += 1;
                        place += 1;
                    }
                )+
                all
            };

            /// Every meaning of this number, one for each section that has it, in the table's order.
            #[inline]
            #[must_use]
            pub const fn meanings(number: ::core::primitive::u16) -> &'static [Self] {
                const INDEX: $crate::__private::Index<$number_buckets, $number_slots> = $number_index;
                const STARTS: &[::core::primitive::$start; $number_slots] = &$starts;
                // How many of the codes from here on have the same number.
                const LENGTHS: &[::core::primitive::$length; $count] = &$lengths;
                // So many more that from any place on there are as many as the longest has.
                const CODES: &[Code; $count + $longest] = &{
                    let rows: [::core::primitive::u16; $count] = $grouped;
                    let mut codes = [Code::ALL[0]; $count + $longest];
                    let mut place = 0;
                    while place < rows.len() {
                        codes[place] = Code::ALL[rows[place] as ::core::primitive::usize];
                        place += 1;
                    }
                    codes
                };
                let start = STARTS[INDEX.slot(0, number)] as ::core::primitive::usize;
                let (codes, _) = CODES.split_at(start).1.split_at($longest);
                let (codes, _) = codes.split_at(LENGTHS[start] as ::core::primitive::usize);
                // Nothing from the same place on, so that which of them it is takes no branch.
                if CODES[start].as_u16() == number { codes } else { codes.split_at(0).0 }
            }

            /// Every code that the document gives with this HTTP status, in the table's order.
            pub fn with_http_status(
                status: $crate::HttpStatus,
            ) -> impl ::core::iter::Iterator<Item = Self> + ::core::clone::Clone + ::core::fmt::Debug {
                $crate::__private::Filter::new(Self::ALL, Self::http_status, ::core::option::Option::Some(status))
            }

            /// The section that the code stands in.
            #[inline]
            #[must_use]
            pub const fn section(self) -> Section {
                match self { $(Self::$section(_) => Section::$section),+ }
            }

            /// The number that the API answers with.
            #[inline]
            #[must_use]
            pub const fn as_u16(self) -> ::core::primitive::u16 {
                match self { $(Self::$section(code) => code.as_u16()),+ }
            }

            /// The variant's name.
            #[inline]
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                const NAMES: &[&::core::primitive::str; $count] = &$names;
                NAMES[Self::__row(self.section(), self.as_u16())]
            }

            /// The document's own words.
            // By reference: on a reference a method by value is found after the deprecated `Error::description`.
            #[inline]
            #[must_use]
            pub const fn description(&self) -> &'static ::core::primitive::str {
                const DESCRIPTIONS: &[&::core::primitive::str; $count] = &$descriptions;
                DESCRIPTIONS[Self::__row(self.section(), self.as_u16())]
            }

            /// The document's note, where it has one.
            #[inline]
            #[must_use]
            pub const fn note(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                // By a match: where few rows have a note, an array would be many times its texts.
                match Self::__row(self.section(), self.as_u16()) {
                    $($noted => ::core::option::Option::Some($note),)*
                    _ => ::core::option::Option::None,
                }
            }

            /// The HTTP status that the document gives, where it gives one.
            #[inline]
            #[must_use]
            pub const fn http_status(self) -> ::core::option::Option<$crate::HttpStatus> {
                const STATUSES: &[::core::option::Option<$crate::HttpStatus>; $count] =
                    &$crate::__private::statuses($statuses);
                STATUSES[Self::__row(self.section(), self.as_u16())]
            }

            /// What the caller does next.
            #[inline]
            #[must_use]
            pub const fn advice(self) -> $crate::Advice {
                const ADVICE: &[$crate::Advice; $count] = &$crate::__private::to_advice($advice);
                ADVICE[Self::__row(self.section(), self.as_u16())]
            }

            /// Whether the code reports a failure: its advice is another than `NotAnError`.
            #[inline]
            #[must_use]
            pub const fn is_error(self) -> ::core::primitive::bool {
                !::core::matches!(self.advice(), $crate::Advice::NotAnError)
            }

            /// The one row that can have this number in this section.
            #[inline]
            const fn __row(section: Section, number: ::core::primitive::u16) -> ::core::primitive::usize {
                const INDEX: $crate::__private::Index<$buckets, $slots> = $index;
                const ROWS: &[::core::primitive::$row; $slots] = &$rows;
                ROWS[INDEX.slot(section as ::core::primitive::u16, number)] as ::core::primitive::usize
            }

            /// Each section's type and its numbers, for the errors of `code!`.
            const __SECTIONS: &'static [(&'static ::core::primitive::str, &'static [::core::primitive::u16])] =
                &[$((::core::stringify!($section), $section::__NUMBERS)),+];

            #[doc(hidden)]
            #[track_caller]
            #[must_use]
            pub const fn __number(/* `code!(217)` or `code!(244 in Tasks)` */ number: ::core::primitive::u32) -> ::core::primitive::u32 {
                const BITS: &[::core::primitive::u8; $bytes] = $bits;
                // `number` has its bit in this byte. Each step here is one for the compiler at each `code!`.
                let byte = (number >> 3) as ::core::primitive::usize;
                if byte < $bytes && (BITS[byte] >> (number & 7)) & 1 == 1 {
                    return number;
                }
                $crate::__private::refuse(number, ::core::option::Option::None, Self::__SECTIONS)
            }
        }

        $crate::__display!(Code, ::core::convert::identity);
        $crate::__meaning!(Code, ::core::convert::identity);
        $crate::__serde!(table);
        $crate::__reply!(Section, Code);

        impl<const N: ::core::primitive::u32> $crate::Known<Code> for $crate::Number<N> {
            const CODE: Code = Code::meanings($crate::__private::narrow(Code::__number(N)))[0];
        }

        impl ::core::str::FromStr for Code {
            type Err = $crate::ParseError;

            fn from_str(address: &::core::primitive::str) -> ::core::result::Result<Self, $crate::ParseError> {
                let (key, number) = $crate::__private::split_address(address)?;
                for &code in Code::meanings(number) {
                    if code.section().as_str() == key {
                        return ::core::result::Result::Ok(code);
                    }
                }
                let section = <Section as ::core::str::FromStr>::from_str(key)?;
                ::core::result::Result::Err($crate::ParseError::UnknownCode($crate::UnknownCode::__new(
                    section.as_str(),
                    number,
                )))
            }
        }
    };
}
