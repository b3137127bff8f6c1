//! The walk over a body: `serde_json` streams it past the places, so that the rest costs nothing but its bytes.

use core::fmt;
use std::borrow::Cow;
use std::string::{String, ToString};

use serde_core::Deserialize;
use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::reply::fields::{Fields, Said};
use crate::reply::place::{Field, Place};
use crate::reply::sentence;
use crate::reply::walk::Walk;

/// Walks over the first value of a body, and keeps the fields of that value.
///
/// # Errors
/// Where the body is no JSON, or nests 128 errors in one another.
pub(super) fn read<'b>(walk: &mut Walk<'b>, body: &'b [u8]) -> Result<(), serde_json::Error> {
    let mut fields = Fields::default();
    let node = Node { walk, place: Place::Root, fields: &mut fields };
    node.deserialize(&mut serde_json::Deserializer::from_slice(body))?;
    walk.fields = fields;
    Ok(())
}

/// A value of the body; `fields` are those of the object that it stands in.
struct Node<'w, 'b> {
    walk: &'w mut Walk<'b>,
    place: Place,
    fields: &'w mut Fields<'b>,
}

impl<'b> Node<'_, 'b> {
    fn text(self, text: Cow<'b, str>) {
        let order = self.walk.tick();
        match self.place {
            Place::Field(field) => self.fields.set(field, order, text),
            Place::Errors(_) | Place::Error(_) | Place::Entry(_) => {
                let words = text.trim();
                if !words.is_empty() {
                    self.walk.push(&Said { order, words, number: sentence::number(words), ..Said::default() });
                }
            }
            _ => {}
        }
    }

    /// A number where words are expected becomes words: no digits of a table are read out of it.
    fn number(self, text: String) {
        match self.place {
            Place::Errors(_) | Place::Error(_) | Place::Entry(_) if text == "0" => {}
            _ => self.text(Cow::Owned(text)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.place == Place::Skip {
            return IgnoredAny::deserialize(deserializer).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<(), E> {
        self.text(Cow::Borrowed(text));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.text(Cow::Owned(text.into()));
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
        if is_true {
            match self.place {
                Place::Field(Field::Error) => self.fields.is_error = true,
                Place::Errors(_) | Place::Error(_) | Place::Entry(_) => self.walk.mute(),
                _ => {}
            }
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let (place, len) = (self.place.element(), self.walk.pointer.len());
        if place == Place::Skip {
            return IgnoredAny.visit_seq(list).map(drop);
        }
        let mut fields = Fields::default();
        for index in 0.. {
            self.walk.pointer.push_place(index);
            let node = Node { walk: self.walk, place, fields: &mut fields };
            let element = list.next_element_seed(node);
            self.walk.pointer.truncate(len);
            if element?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (len, start) = (self.walk.pointer.len(), self.walk.found.len());
        let mut fields = Fields::default();
        while let Some(place) = map.next_key_seed(Key { walk: self.walk, place: self.place })? {
            fields.see(place);
            if place == Place::Number {
                let digits: String = map.next_value()?;
                self.walk.pointer.truncate(len);
                let is_fraction = digits.contains(['.', 'e', 'E']);
                self.number(
                    digits.parse().ok().filter(|_| is_fraction).map_or(digits, |number: f64| number.to_string()),
                );
                return Ok(());
            }
            let before = self.walk.found.len();
            map.next_value_seed(Node { walk: self.walk, place, fields: &mut fields })?;
            if matches!(place, Place::Entry(_)) {
                self.walk.name_by_key(before);
            }
            self.walk.pointer.truncate(len);
        }
        self.walk.object(self.place, &fields, start);
        if self.place == Place::Root {
            *self.fields = fields;
        }
        Ok(())
    }
}

/// A key of an object, to the place that it leads to.
struct Key<'w, 'b> {
    walk: &'w mut Walk<'b>,
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
            self.walk.pointer.push_key(key);
        }
        Ok(place)
    }
}
