//! The time of every case, by criterion: one iteration is one loop over all inputs.

use amo_codes_benches::cases;
use amo_codes_benches::inputs::{Inputs, Kind, LEN};
use criterion::{Criterion, Throughput};

fn main() {
    cases::fill();
    let mut criterion = Criterion::default().configure_from_args();
    for kind in Kind::ALL {
        let inputs = Inputs::new(kind);
        for cases in cases::ALL.chunk_by(|one, next| one.group == next.group) {
            let Some(first) = cases.first() else { continue };
            let mut group = criterion.benchmark_group(format!("{}/{}", first.group, kind.as_str()));
            group.throughput(Throughput::Elements(LEN as u64));
            for case in cases {
                group.bench_function(case.name, |bencher| bencher.iter(|| (case.run)(&inputs)));
            }
            group.finish();
        }
    }
    criterion.final_summary();
}
