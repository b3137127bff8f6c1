//! Finds the rows of a number.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "there are at most 65,535 rows, and `From` does not work in constants"
)]

use crate::private::{All, Codes};

/// The number of buckets that even the index of a small table may have; amoCRM's numbers span 1,902.
const SMALL: u64 = 2_048;

/// An index of the rows of a table, which are sorted by number, then by section.
///
/// The range of the numbers is divided into buckets of the same size. `starts` has the index of the first row of each bucket, and
/// then the number of rows, where the last bucket ends. The numbers of most tables are so close that each has a bucket of its own,
/// so a lookup is two loads; otherwise, it searches the rows of a bucket. Either way, the size of the index is linear in the rows.
///
/// A hash table would be smaller, but take much more code.
#[derive(Debug)]
pub struct Index {
    numbers: &'static [i64],
    /// For each row, the index of its section.
    sections: &'static [u16],
    /// For each bucket, the index of its first row.
    starts: &'static [u16],
    /// How many numbers a bucket has, as a power of two.
    shift: u32,
}

impl Index {
    /// Creates the index of rows with these numbers and sections, from what [`starts`] returns.
    #[must_use]
    pub const fn new(numbers: &'static [i64], sections: &'static [u16], starts: &'static [u16]) -> Self {
        Self { numbers, sections, starts, shift: shift(numbers) }
    }

    /// Returns the indexes at which the rows of this number start and end.
    #[inline]
    const fn range(&self, number: i64) -> (usize, usize) {
        let bucket = bucket(self.numbers, number, self.shift);
        if bucket >= (self.starts.len() - 1) as u64 {
            return (0, 0);
        }
        let (mut start, mut end) = (self.starts[bucket as usize] as usize, self.starts[bucket as usize + 1] as usize);
        // The compiler knows the shift of a table, and removes the rest if each number has its own bucket.
        if self.shift > 0 {
            while start < end {
                let middle = usize::midpoint(start, end);
                if self.numbers[middle] < number {
                    start = middle + 1;
                } else {
                    end = middle;
                }
            }
            while end < self.numbers.len() && self.numbers[end] == number {
                end += 1;
            }
        }
        (start, end)
    }

    /// Returns the rows with this number.
    #[inline]
    #[must_use]
    pub const fn by_number<C: Codes>(&self, number: i64) -> &'static [C] {
        let (start, end) = self.range(number);
        C::BY_NUMBER.split_at(end).0.split_at(start).1
    }

    /// Returns the row with this number in this section.
    #[inline]
    #[must_use]
    pub const fn lookup<C: Codes>(&self, section: u16, number: i64) -> Option<C> {
        let (mut row, end) = self.range(number);
        while row < end {
            if self.sections[row] == section {
                return Some(C::BY_NUMBER[row]);
            }
            row += 1;
        }
        None
    }

    /// Returns the row of a code, which must be in the table.
    #[inline]
    #[must_use]
    pub const fn row<R>(&self, rows: &'static [R], section: u16, number: i64) -> &'static R {
        let (mut row, _) = self.range(number);
        // The code exists, so this ends at its row.
        while self.sections[row] != section {
            row += 1;
        }
        &rows[row]
    }
}

/// Returns all codes in an order, which has the index of each.
#[must_use]
pub const fn in_order<C: All, const COUNT: usize>(order: &[u16]) -> [C; COUNT] {
    let mut ordered = [C::ALL[0]; COUNT];
    let mut row = 0;
    while row < COUNT {
        ordered[row] = C::ALL[order[row] as usize];
        row += 1;
    }
    ordered
}

/// Returns the bucket of a number: its distance from the first number, divided by the size of a bucket.
///
/// A number below the first one wraps around, to a distance that no number of the table has.
#[inline]
const fn bucket(numbers: &[i64], number: i64, shift: u32) -> u64 {
    (number.wrapping_sub(numbers[0]) as u64) >> shift
}

/// Returns the smallest size of a bucket, as a power of two, for which there are not many more buckets than rows.
const fn shift(numbers: &[i64]) -> u32 {
    let most = 2 * numbers.len() as u64 + SMALL;
    let mut shift = 0;
    while bucket(numbers, numbers[numbers.len() - 1], shift) >= most {
        shift += 1;
    }
    shift
}

/// Returns how many entries the starts of an index have.
#[must_use]
pub const fn start_count(numbers: &[i64]) -> usize {
    bucket(numbers, numbers[numbers.len() - 1], shift(numbers)) as usize + 2
}

/// Returns the starts of an index.
#[must_use]
pub const fn starts<const COUNT: usize>(numbers: &[i64]) -> [u16; COUNT] {
    let shift = shift(numbers);
    let mut starts = [0; COUNT];
    let (mut start, mut row) = (0, 0);
    while start < COUNT {
        while row < numbers.len() && bucket(numbers, numbers[row], shift) < start as u64 {
            row += 1;
        }
        // The macro rejects tables with more than 65,535 rows.
        starts[start] = row as u16;
        start += 1;
    }
    starts
}
