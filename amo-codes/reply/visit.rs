//! Visits a body: `serde_json` streams the values, and those outside the grammar cost almost nothing.

use core::fmt;
use std::borrow::Cow;
use std::string::{String, ToString};

use serde_core::Deserialize;
use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::reply::collector::Collector;
use crate::reply::fields::{Failure, Fields};
use crate::reply::grammar::{Field, Place};
use crate::reply::known_texts;

/// Collects what a body reports and returns the top-level fields.
///
/// # Errors
/// Returns an error if the body is not JSON, or has errors that are nested more than 127 levels deep.
pub(super) fn visit<'b>(collector: &mut Collector<'_>, body: &'b [u8]) -> Result<Fields<'b>, serde_json::Error> {
    // In a short body, most strings are read, and it is cheaper to check once that all of them are UTF-8.
    if body.len() <= SHORT {
        if let Ok(text) = core::str::from_utf8(body) {
            return read(collector, serde_json::Deserializer::from_str(text));
        }
    }
    read(collector, serde_json::Deserializer::from_slice(body))
}

/// The longest text, in bytes, that is copied.
const LONGEST_TEXT: usize = 64 * 1024;

/// The longest body, in bytes, that is checked as a whole.
const SHORT: usize = 4096;

fn read<'b, R: serde_json::de::Read<'b>>(
    collector: &mut Collector<'_>,
    mut deserializer: serde_json::Deserializer<R>,
) -> Result<Fields<'b>, serde_json::Error> {
    let mut fields = Fields::default();
    Node { collector, place: Place::Root, fields: &mut fields }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(fields)
}

/// A value of the body; `fields` are those of the object that it is in.
struct Node<'n, 'c, 'b> {
    collector: &'n mut Collector<'c>,
    place: Place,
    fields: &'n mut Fields<'b>,
}

impl<'b> Node<'_, '_, 'b> {
    fn text(self, text: Cow<'b, str>) {
        let index = self.collector.found.len();
        match self.place {
            Place::Field(field) => self.fields.set(field, index, text),
            Place::Errors(_) | Place::Error(_) | Place::Entry(_) if !text.is_empty() => {
                let failure = Failure { number: known_texts::number(&text), text: &text, ..Failure::default() };
                self.collector.push(&failure, index);
            }
            _ => {}
        }
    }

    /// Handles a number: it is a code or an id if its field may be one; anywhere else, it only reports that there is an
    /// error.
    fn number(self, digits: String) {
        match self.place {
            Place::Field(field) if field.may_be_number() => self.text(Cow::Owned(digits)),
            _ => self.flag(digits != "0"),
        }
    }

    fn flag(self, is_error: bool) {
        match self.place {
            Place::Field(Field::Error) => self.fields.is_error |= is_error,
            Place::Errors(_) | Place::Error(_) | Place::Entry(_) if is_error => self.collector.push_silent(),
            _ => {}
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.place == Place::Skip {
            return IgnoredAny::deserialize(deserializer).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        self.text(Cow::Borrowed(text.trim_ascii()));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        // A copy of a text with escapes. The beginning is enough to read, and limits the memory that is taken.
        let text = text.trim_ascii();
        let mut end = text.len().min(LONGEST_TEXT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        self.text(Cow::Owned(text[..end].into()));
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.number(number.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.number(number.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.number(number.to_string());
        Ok(())
    }

    fn visit_bool<E>(self, is_true: bool) -> Result<(), E> {
        self.flag(is_true);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let (place, mark) = (self.place.element(), self.collector.pointer.mark());
        if place == Place::Skip {
            return IgnoredAny.visit_seq(list).map(drop);
        }
        let mut fields = Fields::default();
        for index in 0.. {
            self.collector.pointer.push_index(index);
            let node = Node { collector: self.collector, place, fields: &mut fields };
            let element = list.next_element_seed(node);
            self.collector.pointer.reset(mark);
            if element?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mark, start) = (self.collector.pointer.mark(), self.collector.found.len());
        let mut fields = Fields::default();
        while let Some(place) = map.next_key_seed(Key { collector: self.collector, place: self.place })? {
            fields.note(place);
            if place == Place::Number {
                let digits = map.next_value::<String>()?;
                self.collector.pointer.reset(mark);
                self.number(without_exponent(digits));
                return Ok(());
            }
            let before = self.collector.found.len();
            map.next_value_seed(Node { collector: self.collector, place, fields: &mut fields })?;
            if let Place::Entry(kind) = place {
                // A long key is not in the pointer, and not an id.
                if !self.collector.pointer.is_cut() {
                    self.collector.entry(kind, before);
                }
            }
            self.collector.pointer.reset(mark);
        }
        self.collector.object(self.place, &fields, start);
        match self.place {
            Place::Root => *self.fields = fields,
            Place::Field(Field::Error) => {
                self.fields.is_error |= self.collector.found.len() == start && !fields.is_empty();
            }
            _ => {}
        }
        Ok(())
    }
}

/// Returns the digits of a number as they would be without the feature `arbitrary_precision`.
fn without_exponent(digits: String) -> String {
    if digits.contains(['.', 'e', 'E']) {
        if let Ok(number) = digits.parse::<f64>() {
            return number.to_string();
        }
    }
    digits
}

/// A key of an object, which becomes the place of its value.
struct Key<'n, 'c> {
    collector: &'n mut Collector<'c>,
    place: Place,
}

impl<'de> DeserializeSeed<'de> for Key<'_, '_> {
    type Value = Place;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Place, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_, '_> {
    type Value = Place;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Place, E> {
        let place = self.place.child(key);
        if place != Place::Skip {
            self.collector.pointer.push_key(key);
        }
        Ok(place)
    }
}
