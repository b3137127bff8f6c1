//! From a number to its rows.

/// How many numbers a page has. The expansion of a table asserts that its pages have as many.
pub const PAGE_SIZE: usize = 64;

/// An index of the rows of a table, which are sorted by number, then by section.
///
/// It is a two-level table, as used for properties of Unicode characters. `pages` has a block of `starts` for every 64
/// numbers; the pages without a row share the first block. In its block, a number has the row where its rows start, and
/// the next number's rows start where they end: so the blocks are in order, and one more start follows the last block.
///
/// A hash table or a bit set per section would be smaller or one load faster, and much more to read.
#[derive(Debug)]
pub struct Index {
    /// For each page, the number of its block.
    pub pages: &'static [u16],
    /// For each block, the row where the rows of each number start.
    pub starts: &'static [u16],
    /// For each row, the index of its section.
    pub sections: &'static [u16],
}

impl Index {
    /// Where the rows of this number start and end.
    #[inline]
    const fn range(&self, number: u16) -> (usize, usize) {
        let page = number as usize / PAGE_SIZE;
        if page >= self.pages.len() {
            return (0, 0);
        }
        let start = self.pages[page] as usize * PAGE_SIZE + number as usize % PAGE_SIZE;
        (self.starts[start] as usize, self.starts[start + 1] as usize)
    }

    /// The rows with this number.
    #[inline]
    #[must_use]
    pub const fn meanings<C>(&self, by_number: &'static [C], number: u16) -> &'static [C] {
        let (start, end) = self.range(number);
        by_number.split_at(end).0.split_at(start).1
    }

    /// The row with this number in this section.
    #[inline]
    #[must_use]
    pub const fn lookup<C: Copy>(&self, by_number: &'static [C], section: u16, number: u16) -> Option<C> {
        let (mut row, end) = self.range(number);
        while row < end {
            if self.sections[row] == section {
                return Some(by_number[row]);
            }
            row += 1;
        }
        None
    }

    /// The row of a code that the table has.
    #[inline]
    #[must_use]
    pub const fn row<R>(&self, rows: &'static [R], section: u16, number: u16) -> &'static R {
        let (mut row, _) = self.range(number);
        // The code exists, so this ends at its row.
        while self.sections[row] != section {
            row += 1;
        }
        &rows[row]
    }
}
