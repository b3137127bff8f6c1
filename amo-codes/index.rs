//! The hash index of a table: from a key to the one row that can have it, in two loads and no branch.

/// The meanings of a number: the number itself, and where they begin and end among the codes in order of numbers.
pub type Group = (u16, u16, u16);

/// A perfect hash index (hash and displace) over the keys of a table, computed when the table is expanded.
///
/// A key's multiplicative hash names a bucket and a slot; the bucket's shift moves the slot to a free one, and the
/// slot holds the row. A key that is in no row leads to some row as well, so the caller compares.
/// Both sizes are powers of two; with a single bucket the shift is a constant and the load goes away.
#[derive(Debug)]
pub struct Index<const BUCKETS: usize, const SLOTS: usize> {
    multiplier: u64,
    shifts: [u16; BUCKETS],
    rows: [u16; SLOTS],
}

impl<const BUCKETS: usize, const SLOTS: usize> Index<BUCKETS, SLOTS> {
    /// An index of what the expansion computed.
    #[must_use]
    pub const fn new(multiplier: u64, shifts: [u16; BUCKETS], rows: [u16; SLOTS]) -> Self {
        Self { multiplier, shifts, rows }
    }

    /// The row of this key, if any row has it.
    #[expect(clippy::cast_possible_truncation, reason = "shifted to fewer bits than a usize has")]
    #[inline]
    #[must_use]
    pub const fn row(&self, key: u32) -> usize {
        let hash = (key as u64).wrapping_mul(self.multiplier);
        let bits = BUCKETS.trailing_zeros();
        let bucket = if bits == 0 { 0 } else { (hash >> (u64::BITS - bits)) as usize };
        let slot = (hash << bits) >> (u64::BITS - SLOTS.trailing_zeros());
        let moved = (slot as usize).wrapping_add(self.shifts[bucket] as usize);
        self.rows[moved & (SLOTS - 1)] as usize
    }
}
