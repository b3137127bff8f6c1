//! The index of a table: from a section and a number to the one slot that can have them, with no branch.

/// A perfect hash over the keys of a table, computed when the table is expanded.
///
/// `SLOTS` is a power of two. A key that is in no row leads to some slot as well, so the caller compares.
///
/// - `BUCKETS` of zero: `shifts` is empty, and the slot is the number's low bits, moved by `factor` times the section;
///   the rows of the slots are such that no key leads to its own number in another section.
/// - Else hash and displace: the multiplicative hash of the key names a bucket, a power of two of them, and a slot; the
///   bucket's shift moves the slot to a free one.
#[derive(Debug)]
pub struct Index<const BUCKETS: usize, const SLOTS: usize> {
    factor: u64,
    shifts: [u16; BUCKETS],
}

impl<const BUCKETS: usize, const SLOTS: usize> Index<BUCKETS, SLOTS> {
    /// An index of what the expansion computed.
    #[must_use]
    pub const fn new(factor: u64, shifts: [u16; BUCKETS]) -> Self {
        Self { factor, shifts }
    }

    /// The slot of this key.
    #[expect(clippy::cast_possible_truncation, reason = "cut to fewer bits than a usize has")]
    #[inline]
    #[must_use]
    pub const fn slot(&self, section: u16, number: u16) -> usize {
        if BUCKETS == 0 {
            let moved = (number as u32).wrapping_add((section as u32).wrapping_mul(self.factor as u32));
            return moved as usize & (SLOTS - 1);
        }
        let key = (section as u64) << 16 | number as u64;
        let hash = key.wrapping_mul(self.factor);
        let bits = BUCKETS.trailing_zeros();
        let bucket = if bits == 0 { 0 } else { (hash >> (u64::BITS - bits)) as usize };
        let slot = (hash << bits) >> (u64::BITS - SLOTS.trailing_zeros());
        (slot as usize).wrapping_add(self.shifts[bucket] as usize) & (SLOTS - 1)
    }
}
