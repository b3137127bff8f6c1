#![deny(warnings, clippy::pedantic)]

macro_rules! tables {
    ($($name:ident $file:literal)+) => {
        $(mod $name {
            amo_codes::amo_codes!($file);

            /// Compares every lookup of every number with a scan of all rows.
            pub fn check() {
                let numbers: std::collections::BTreeSet<i64> = Code::ALL
                    .iter()
                    .flat_map(|code| (-65..=65).map(|step| code.number().saturating_add(step)))
                    .collect();
                for number in numbers {
                    let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| code.number() == number).collect();
                    assert_eq!(Code::meanings(number), codes, "{number}");
                    for section in Section::ALL {
                        let code = codes.iter().copied().find(|code| code.section() == *section);
                        assert_eq!(section.lookup(number), code, "{section} {number}");
                    }
                }
                for section in Section::ALL {
                    for code in section.codes() {
                        let address = format!("{section}.{}", code.number());
                        assert_eq!(code.section(), *section);
                        assert_eq!(code.name(), format!("N{}", code.number()).replace('-', "Minus"));
                        assert_eq!(code.description(), format!("{section} {}", code.number()));
                        assert_eq!(address.parse(), Ok(*code));
                        assert_eq!(Code::with_name(code.name()).filter(|other| other == code).count(), 1);
                    }
                }
                let all: Vec<Code> = Section::ALL.iter().flat_map(|section| section.codes()).copied().collect();
                assert_eq!(all, Code::ALL);
                println!("{}: {} rows", stringify!($name), Code::ALL.len());
            }
        })+

        fn main() {
            $($name::check();)+
            // A section with so many rows that not every discriminant is written out.
            for number in 0..=1_300 {
                let code = one::One::from_number(number).map(one::Code::from);
                assert_eq!(code, one::Section::One.lookup(number), "{number}");
                assert_eq!(one::One::try_from(number).is_ok(), code.is_some());
            }
        }
    };
}

tables! { dense "dense.toml" sparse "sparse.toml" sections "sections.toml" one "one.toml" }
