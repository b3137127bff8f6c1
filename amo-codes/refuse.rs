//! The words of the errors of [`code!`](crate::code), put together while a constant is evaluated.

/// The type of a section, and its numbers.
type Section<'s> = (&'s str, &'s [u16]);
/// The type of a section, and one of its numbers.
type Row<'s> = (&'s str, u16);

/// Stops the compilation of a `code!` whose number is not a code of the type that it names.
///
/// `sections` are all types of the table with their numbers; `wanted` is one of them, `None` for `Code`.
///
/// # Panics
/// Always: when a constant is evaluated, that is the compile error, and `code!` is never evaluated elsewhere.
#[track_caller]
#[expect(clippy::panic, reason = "a panic while a constant is evaluated is how a const fn reports a compile error")]
pub const fn refuse(number: u32, wanted: Option<Section>, sections: &[Section]) -> ! {
    let mut text = Text::EMPTY;
    match wanted {
        Some((section, _)) => text.push("`").push(section).push("` has no number ").push_number(number),
        None => text.push("number ").push_number(number).push(" stands in "),
    };
    match (wanted, count(number, sections)) {
        (None, 0) => text.push("no section").push_nearest(number, sections),
        (None, count) => text
            .push_number(count)
            .push(" sections, name the one that is meant: ")
            .push_sections(number, count, sections),
        (Some(wanted), 0) => text.push(", and no other section has it").push_nearest(number, &[wanted]),
        (Some(_), count) => text.push(", another section has: ").push_sections(number, count, sections),
    };
    panic!("{}", text.as_str())
}

/// How many sections have the number.
const fn count(number: u32, sections: &[Section]) -> u32 {
    let (mut place, mut count) = (0, 0);
    while place < sections.len() {
        if has(sections[place], number) {
            count += 1;
        }
        place += 1;
    }
    count
}

const fn has((_, numbers): Section, number: u32) -> bool {
    let mut row = 0;
    while row < numbers.len() {
        if numbers[row] as u32 == number {
            return true;
        }
        row += 1;
    }
    false
}

/// A text built while a constant is evaluated; what does not fit is cut off.
struct Text {
    bytes: [u8; 1024],
    len: usize,
}

impl Text {
    const EMPTY: Self = Self { bytes: [0; 1024], len: 0 };

    const fn push(&mut self, text: &str) -> &mut Self {
        if self.len + text.len() <= self.bytes.len() {
            let mut place = 0;
            while place < text.len() {
                self.bytes[self.len] = text.as_bytes()[place];
                self.len += 1;
                place += 1;
            }
        }
        self
    }

    const fn push_number(&mut self, number: u32) -> &mut Self {
        if number >= 10 {
            self.push_number(number / 10);
        }
        let digit = [b'0' + (number % 10) as u8];
        match core::str::from_utf8(&digit) {
            Ok(digit) => self.push(digit),
            Err(_) => self,
        }
    }

    /// `` `code!(244 in Events)` or `code!(244 in Tasks)` ``.
    const fn push_sections(&mut self, number: u32, count: u32, sections: &[Section]) -> &mut Self {
        let (mut place, mut said) = (0, 0);
        while place < sections.len() {
            if has(sections[place], number) {
                if said > 0 {
                    self.push(if said + 1 == count { " or " } else { ", " });
                }
                said += 1;
                self.push("`code!(").push_number(number).push(" in ").push(sections[place].0).push(")`");
            }
            place += 1;
        }
        self
    }

    /// `, the nearest are 217 (Leads) and 219 (Contacts)`: the next number below and above.
    const fn push_nearest(&mut self, number: u32, sections: &[Section]) -> &mut Self {
        let (mut below, mut above): (Option<Row>, Option<Row>) = (None, None);
        let mut place = 0;
        while place < sections.len() {
            let (section, numbers) = sections[place];
            let mut row = 0;
            while row < numbers.len() {
                let found = (section, numbers[row]);
                if (found.1 as u32) < number && is_nearer(found, below, true) {
                    below = Some(found);
                } else if found.1 as u32 > number && is_nearer(found, above, false) {
                    above = Some(found);
                }
                row += 1;
            }
            place += 1;
        }
        match (below, above) {
            (Some(one), Some(other)) => self.push(", the nearest are ").push_row(one).push(" and ").push_row(other),
            (Some(one), None) | (None, Some(one)) => self.push(", the nearest is ").push_row(one),
            (None, None) => self,
        }
    }

    const fn push_row(&mut self, (section, number): Row) -> &mut Self {
        self.push_number(number as u32).push(" (").push(section).push(")")
    }

    const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(text) => text,
            Err(_) => "a number that the table does not have",
        }
    }
}

/// Whether a row's number lies nearer than what was found so far, upwards or downwards.
const fn is_nearer((_, number): Row, found: Option<Row>, upwards: bool) -> bool {
    match found {
        Some((_, found)) if upwards => number > found,
        Some((_, found)) => number < found,
        None => true,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::string::String;

    use super::{Section, Text, refuse};

    const SECTIONS: &[Section] = &[("Invoices", &[7, 65535]), ("Refunds", &[7, 10]), ("Orders", &[7])];

    /// What is said where the section of this name is wanted.
    fn refused(number: u32, wanted: Option<&str>, sections: &'static [Section]) -> String {
        let wanted = sections.iter().copied().find(|&(section, _)| Some(section) == wanted);
        let panic = std::panic::catch_unwind(|| -> () { refuse(number, wanted, sections) });
        panic.err().and_then(|words| words.downcast::<String>().ok()).map(|words| *words).unwrap_or_default()
    }

    #[test]
    fn a_number_is_refused_with_what_there_is_instead() {
        for (number, wanted, words) in [
            (
                7,
                None,
                "number 7 stands in 3 sections, name the one that is meant: `code!(7 in Invoices)`, `code!(7 in Refunds)` or `code!(7 in Orders)`",
            ),
            (8, None, "number 8 stands in no section, the nearest are 7 (Invoices) and 10 (Refunds)"),
            (0, None, "number 0 stands in no section, the nearest is 7 (Invoices)"),
            (65536, None, "number 65536 stands in no section, the nearest is 65535 (Invoices)"),
            (10, Some("Invoices"), "`Invoices` has no number 10, another section has: `code!(10 in Refunds)`"),
            (
                9,
                Some("Refunds"),
                "`Refunds` has no number 9, and no other section has it, the nearest are 7 (Refunds) and 10 (Refunds)",
            ),
            (
                70000,
                Some("Orders"),
                "`Orders` has no number 70000, and no other section has it, the nearest is 7 (Orders)",
            ),
            (
                u32::MAX,
                Some("Refunds"),
                "`Refunds` has no number 4294967295, and no other section has it, the nearest is 10 (Refunds)",
            ),
        ] {
            assert_eq!(refused(number, wanted, SECTIONS), words);
        }
        assert_eq!(refused(8, None, &[]), "number 8 stands in no section");
    }

    #[test]
    fn what_does_not_fit_into_the_text_is_cut_off() {
        let mut text = Text::EMPTY;
        for _ in 0..2_000 {
            text.push("ф");
        }
        text.push("!");
        assert_eq!(text.as_str().chars().count(), 512);
    }
}
