//! Runs every case once over one kind of inputs, for callgrind to count the instructions of each loop.

use amo_codes_benches::cases;
use amo_codes_benches::inputs::{Inputs, Kind, LEN};

fn main() {
    let wanted = std::env::args().nth(1);
    let kind = Kind::ALL.into_iter().find(|kind| Some(kind.as_str()) == wanted.as_deref());
    let Some(kind) = kind else {
        eprintln!("usage: count hits|misses|mix");
        std::process::exit(2);
    };
    let inputs = Inputs::new(kind);
    cases::fill();
    for case in cases::ALL {
        (case.run)(&inputs);
        println!("{} {} {LEN}", case.group, case.name);
    }
}
