//! What a number means.
use amo_codes::{Code, HttpStatus, Section, Tasks, code};
fn main() {
    const M: Code = code!(217);
    match M {
        code!(217) => println!("{M:#} {M:?}"),
        Code::Tasks(code!(244 in Tasks)) => {}
        _ => {}
    }
    for c in Code::meanings(244) {
        println!("{c:#} {c:?} {:?} {:?} {:?}", c.advice(), c.http_status(), c.note());
    }
    for c in Code::ALL {
        assert_eq!(c.section().lookup(c.as_u16()), Some(*c));
        assert_eq!(format!("{}.{}", c.section(), c.as_u16()).parse(), Ok(*c));
        assert!(Code::meanings(c.as_u16()).contains(c));
    }
    for n in 0..=u16::MAX {
        for s in Section::ALL {
            assert_eq!(s.lookup(n).is_some(), Code::ALL.iter().any(|c| c.section() == *s && c.as_u16() == n));
        }
    }
    println!("{:?}", Code::with_http_status(HttpStatus::from_u16(401).unwrap()));
    println!(
        "{} {} {:?}",
        std::mem::size_of::<Code>(),
        std::mem::size_of::<Option<Code>>(),
        Section::from_path("/api/v4/leads/55/notes?page=2")
    );
}
