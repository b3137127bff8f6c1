#![deny(warnings, clippy::pedantic)]

mod scan;

macro_rules! tables {
    ($($(#[$lints:meta])? $name:ident $file:literal)+) => {
        $($(#[$lints])? mod $name {
            use crate::scan::assert_lookups;

            amo_codes::amo_codes!($file);

            /// Compares every lookup with a scan of all rows, and every row with its number.
            pub fn check() {
                assert_lookups([], Code::ALL, Section::ALL, Code::by_number, Section::lookup);
                for section in Section::ALL {
                    for code in section.codes() {
                        assert_eq!(code.section(), *section);
                        assert_eq!(code.name(), format!("N{}", code.number()).replace('-', "Minus"));
                        assert_eq!(code.description(), format!("{section} {}", code.number()));
                        assert_eq!(Code::by_name(code.name()).filter(|other| other == code).count(), 1);
                    }
                }
                let all: Vec<Code> = Section::ALL.iter().flat_map(|section| section.codes()).copied().collect();
                assert_eq!(all, Code::ALL);
                println!("{}: {} rows", stringify!($name), Code::ALL.len());
            }
        })+

        fn main() {
            $($(#[$lints])? $name::check();)+
            // A section with so many rows that not every discriminant is written out.
            for number in 0..=1_300 {
                let code = one::One::from_number(number).map(one::Code::from);
                assert_eq!(code, one::Section::One.lookup(number), "{number}");
                assert_eq!(one::One::try_from(number).is_ok(), code.is_some());
            }
        }
    };
}

tables! { dense "dense.toml" sparse "sparse.toml" #[cfg(not(clippy))] sections "sections.toml" one "one.toml" }
