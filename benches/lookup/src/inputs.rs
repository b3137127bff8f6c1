//! What is looked up: hits, misses and a mix of both, in random order.

use amo_codes::{Code, Section, Tasks};

/// Enough that a branch predictor cannot learn their order.
pub const LEN: usize = 16_384;

/// Which numbers are looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    Hits,
    Misses,
    Mix,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Hits, Self::Misses, Self::Mix];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hits => "hits",
            Self::Misses => "misses",
            Self::Mix => "mix",
        }
    }
}

/// The inputs of all cases. A getter has no misses, so it always gets codes.
pub struct Inputs {
    /// Numbers for `Tasks`.
    pub tasks: Vec<i64>,
    /// Numbers for all sections.
    pub numbers: Vec<i64>,
    pub pairs: Vec<(Section, i64)>,
    pub codes: Vec<Code>,
}

impl Inputs {
    pub fn new(kind: Kind) -> Self {
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let mut pick = |codes: &'static [Code], is_hit: &dyn Fn(Code, i64) -> bool| -> Vec<(Section, i64)> {
            let mut picks = Vec::with_capacity(LEN);
            while picks.len() < LEN {
                let code = codes[random.below(codes.len())];
                let wants_hit = match kind {
                    Kind::Hits => true,
                    Kind::Misses => false,
                    Kind::Mix => random.below(2) == 0,
                };
                // Numbers near those of the table, as an API returns them.
                let number = if wants_hit { code.number() } else { 90 + random.below(360) as i64 };
                if is_hit(code, number) == wants_hit {
                    picks.push((code.section(), number));
                }
            }
            picks
        };
        let tasks = pick(Section::Tasks.codes(), &|_, number| Tasks::from_number(number).is_some());
        let numbers = pick(Code::ALL, &|_, number| !Code::by_number(number).is_empty());
        let pairs = pick(Code::ALL, &|code, number| code.section().lookup(number).is_some());
        Self {
            tasks: tasks.into_iter().map(|(_, number)| number).collect(),
            numbers: numbers.into_iter().map(|(_, number)| number).collect(),
            pairs,
            codes: (0..LEN).map(|_| Code::ALL[random.below(Code::ALL.len())]).collect(),
        }
    }
}

/// xorshift64*: the same order in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        ((self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize) % end
    }
}
