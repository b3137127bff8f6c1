//! A body as a tree of JSON, in the body's order and mostly borrowed from it.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of the body.
#[derive(Debug)]
pub(crate) enum Json<'b> {
    Null,
    Bool(bool),
    /// A number, as it would be written: 213.0 is `213`.
    Number(String),
    Text(Cow<'b, str>),
    List(Vec<Json<'b>>),
    Map(Map<'b>),
}

pub(crate) type Map<'b> = Vec<(String, Json<'b>)>;

impl Json<'_> {
    /// Returns whether this is null, `false`, 0, or nothing at all.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(value) => !value,
            Self::Number(digits) => digits == "0",
            Self::Text(text) => matches!(text.trim(), "" | "0"),
            Self::List(list) => list.is_empty(),
            Self::Map(map) => map.is_empty(),
        }
    }
}

/// Parses a body.
///
/// # Errors
/// Returns an error if the body is not one JSON value, or if it nests deeper than `serde_json` reads.
pub(crate) fn parse(body: &[u8]) -> serde_json::Result<Json<'_>> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let tree = Tree::Body.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(tree)
}

/// The value that is read.
#[derive(Debug, Clone, Copy)]
enum Tree {
    /// The whole body.
    Body,
    /// The value of `_embedded`.
    Embedded,
    /// A value in it that is not `errors`: entities, by index or id.
    Entities,
    /// An entity. Nothing in it is an error, so it becomes null.
    Entity,
    /// Anything else.
    Value,
}

impl Tree {
    /// Returns what the value of a key is.
    fn child(self, key: &str) -> Self {
        match (self, key) {
            (Self::Body, "_embedded") => Self::Embedded,
            (Self::Embedded, "errors") => Self::Value,
            (Self::Embedded, _) => Self::Entities,
            (Self::Entities, _) => Self::Entity,
            _ => Self::Value,
        }
    }

    /// Returns what an element of a list is.
    fn element(self) -> Self {
        if matches!(self, Self::Embedded | Self::Entities) { Self::Entity } else { Self::Value }
    }
}

/// The key that `serde_json` gives to a number if a program turns its feature `arbitrary_precision` on.
const NUMBER: &str = "$serde_json::private::Number";

impl<'b> DeserializeSeed<'b> for Tree {
    type Value = Json<'b>;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Json<'b>, D::Error> {
        match self {
            Self::Entity => deserializer.deserialize_ignored_any(self),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'b> Visitor<'b> for Tree {
    type Value = Json<'b>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'b>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'b>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'b>, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'b>, E> {
        Ok(Json::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json<'b>, E> {
        Ok(Json::Number(float(number)))
    }

    fn visit_borrowed_str<E>(self, text: &'b str) -> Result<Json<'b>, E> {
        Ok(Json::Text(text.into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'b>, E> {
        Ok(Json::Text(text.to_owned().into()))
    }

    fn visit_seq<A: SeqAccess<'b>>(self, mut list: A) -> Result<Json<'b>, A::Error> {
        let (mut all, kind) = (Vec::new(), self.element());
        while let Some(element) = list.next_element_seed(kind)? {
            // One entity says as much as all of them.
            if all.is_empty() || !matches!(kind, Self::Entity) {
                all.push(element);
            }
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<Json<'b>, A::Error> {
        let mut all = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER {
                let digits: String = map.next_value()?;
                let is_float = digits.contains(['.', 'e', 'E']);
                return Ok(Json::Number(digits.parse().ok().filter(|_| is_float).map_or(digits, float)));
            }
            let value = map.next_value_seed(self.child(&key))?;
            all.push((key, value));
        }
        Ok(Json::Map(all))
    }
}

/// Returns a number as JSON would write it, but short: `serde_json` reads `1e300`.
fn float(number: f64) -> String {
    let number = number + 0.0; // -0 is 0.
    if number.fract() == 0.0 && number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}
