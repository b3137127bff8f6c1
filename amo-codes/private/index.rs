//! Finds the rows of a number.

/// The number of entries in a page. Every expansion asserts that it was built for the same size.
pub const PAGE_SIZE: usize = 64;

/// An index of the rows of a table, which are sorted by number, then by section.
///
/// It is a two-level table, as used for properties of Unicode characters. For every 64 numbers, `pages` names a block
/// of `starts`; pages without rows share the first block. The entry of a number is the index of its first row, and the
/// next entry is where its rows end. So the blocks are in order, and a sentinel follows the last one.
///
/// A hash table or a bit set per section would be smaller or save one load, but take much more code.
#[derive(Debug)]
pub struct Index {
    /// For each page, the number of its block.
    pub pages: &'static [u16],
    /// For each block, the index of the first row of each of its numbers.
    pub starts: &'static [u16],
    /// For each row, the index of its section.
    pub sections: &'static [u16],
}

impl Index {
    /// Returns the indexes at which the rows of this number start and end.
    #[inline]
    const fn range(&self, number: u16) -> (usize, usize) {
        let page = number as usize / PAGE_SIZE;
        if page >= self.pages.len() {
            return (0, 0);
        }
        let start = self.pages[page] as usize * PAGE_SIZE + number as usize % PAGE_SIZE;
        (self.starts[start] as usize, self.starts[start + 1] as usize)
    }

    /// Returns the rows with this number.
    #[inline]
    #[must_use]
    pub const fn meanings<C>(&self, by_number: &'static [C], number: u16) -> &'static [C] {
        let (start, end) = self.range(number);
        by_number.split_at(end).0.split_at(start).1
    }

    /// Returns the row with this number in this section.
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

    /// Returns the row of a code, which must be in the table.
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
