//! What is looked up: hits, misses and a mix of both, in random order.

use amo_codes::{Code, Section};

use crate::peers::{FLAT, Flat};

/// So many that a branch predictor cannot learn their order.
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

/// One set of inputs for all cases; a getter has no misses, so it always gets the codes.
pub struct Inputs {
    /// For `Tasks`.
    pub tasks: Vec<u16>,
    /// For all sections.
    pub numbers: Vec<u16>,
    pub keys: Vec<(Section, u16)>,
    pub codes: Vec<Code>,
    pub flat: Vec<Flat>,
    pub addresses: Vec<String>,
}

impl Inputs {
    pub fn new(kind: Kind) -> Self {
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let mut of = |codes: &'static [Code], hit: &dyn Fn(Code, u16) -> bool| -> Vec<Code2> {
            let mut picks = Vec::with_capacity(LEN);
            while picks.len() < LEN {
                let code = codes[random.below(codes.len())];
                let wants_hit = match kind {
                    Kind::Hits => true,
                    Kind::Misses => false,
                    Kind::Mix => random.below(2) == 0,
                };
                // Numbers near the table's own, as an API answers with.
                let number = if wants_hit { code.as_u16() } else { 90 + random.below(360) as u16 };
                if hit(code, number) == wants_hit {
                    picks.push((code, number));
                }
            }
            picks
        };
        let tasks = of(Section::Tasks.codes(), &|_, number| amo_codes::Tasks::from_u16(number).is_some());
        let numbers = of(Code::ALL, &|_, number| !Code::meanings(number).is_empty());
        let keys = of(Code::ALL, &|code, number| code.section().lookup(number).is_some());
        let places: Vec<usize> = (0..LEN).map(|_| random.below(Code::ALL.len())).collect();
        Self {
            tasks: tasks.into_iter().map(|(_, number)| number).collect(),
            numbers: numbers.into_iter().map(|(_, number)| number).collect(),
            addresses: keys.iter().map(|(code, number)| format!("{}.{number}", code.section())).collect(),
            keys: keys.into_iter().map(|(code, number)| (code.section(), number)).collect(),
            codes: places.iter().map(|&place| Code::ALL[place]).collect(),
            flat: places.iter().map(|&place| FLAT[place]).collect(),
        }
    }
}

/// A code, and the number that is looked up in its section.
type Code2 = (Code, u16);

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
