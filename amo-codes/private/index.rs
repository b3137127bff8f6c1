//! Finds the rows of a number.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "there are at most 65,535 rows, and `From` does not work in constants"
)]

/// How many numbers share a page, as a power of two.
const PAGE_BITS: u32 = 6;
const PAGE_SIZE: usize = 1 << PAGE_BITS;

/// An index of the rows of a table, which are sorted by number, then by section.
///
/// It is a two-level table, as used for properties of Unicode characters. Every 64 numbers form a page; `pages` has only
/// those with rows, sorted, and `starts` has a block of 64 entries for each of them. The entry of a number is the index of its
/// first row, and the next entry is where its rows end; so a last entry follows the last block.
///
/// A hash table would be smaller or save one load, but take much more code.
#[derive(Debug)]
pub struct Index {
    /// For each page, its numbers divided by 64.
    pub pages: &'static [i64],
    /// For each page, the index of the first row of each of its numbers.
    pub starts: &'static [u16],
    /// For each row, the index of its section.
    pub sections: &'static [u16],
}

impl Index {
    /// Returns the indexes at which the rows of this number start and end.
    #[inline]
    const fn range(&self, number: i64) -> (usize, usize) {
        let page = number >> PAGE_BITS;
        // A binary search without branches: the page, if there is one, is always among the `len` pages from `first`.
        let (mut first, mut len) = (0, self.pages.len());
        while len > 1 {
            let half = len / 2;
            if self.pages[first + half] <= page {
                first += half;
            }
            len -= half;
        }
        if self.pages[first] != page {
            return (0, 0);
        }
        let start = first * PAGE_SIZE + (number - (page << PAGE_BITS)) as usize;
        (self.starts[start] as usize, self.starts[start + 1] as usize)
    }

    /// Returns the rows with this number.
    #[inline]
    #[must_use]
    pub const fn by_number<C>(&self, by_number: &'static [C], number: i64) -> &'static [C] {
        let (start, end) = self.range(number);
        by_number.split_at(end).0.split_at(start).1
    }

    /// Returns the row with this number in this section.
    #[inline]
    #[must_use]
    pub const fn lookup<C: Copy>(&self, by_number: &'static [C], section: u16, number: i64) -> Option<C> {
        let (mut row, end) = self.range(number);
        while row < end {
            if self.sections[row] == section {
                return Some(by_number[row]);
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
pub const fn in_order<C: Copy, const COUNT: usize>(all: &[C], order: &[u16]) -> [C; COUNT] {
    let mut ordered = [all[0]; COUNT];
    let mut row = 0;
    while row < COUNT {
        ordered[row] = all[order[row] as usize];
        row += 1;
    }
    ordered
}

/// Returns the number of pages of an index of rows with these numbers.
#[must_use]
pub const fn page_count(numbers: &[i64]) -> usize {
    let (mut count, mut row) = (0, 0);
    while row < numbers.len() {
        if row == 0 || numbers[row] >> PAGE_BITS != numbers[row - 1] >> PAGE_BITS {
            count += 1;
        }
        row += 1;
    }
    count
}

/// Returns the pages of an index.
#[must_use]
pub const fn pages<const COUNT: usize>(numbers: &[i64]) -> [i64; COUNT] {
    let mut pages = [0; COUNT];
    let (mut page, mut row) = (0, 0);
    while page < COUNT {
        pages[page] = numbers[row] >> PAGE_BITS;
        while row < numbers.len() && numbers[row] >> PAGE_BITS == pages[page] {
            row += 1;
        }
        page += 1;
    }
    pages
}

/// Returns how many entries the starts of an index have.
#[must_use]
pub const fn start_count(pages: &[i64]) -> usize {
    pages.len() * PAGE_SIZE + 1
}

/// Returns the starts of an index.
#[must_use]
pub const fn starts<const COUNT: usize>(numbers: &[i64], pages: &[i64]) -> [u16; COUNT] {
    let mut starts = [0; COUNT];
    let (mut start, mut row) = (0, 0);
    while start < COUNT {
        // The macro rejects tables with more than 65,535 rows.
        starts[start] = row as u16;
        let page = start / PAGE_SIZE;
        while row < numbers.len() && numbers[row] == (pages[page] << PAGE_BITS) + (start % PAGE_SIZE) as i64 {
            row += 1;
        }
        start += 1;
    }
    starts
}
