//! A body as a tree of JSON, in the body's order and mostly borrowed from it.

use std::borrow::Cow;
use std::fmt;

use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

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
    /// Entities in `_embedded`, at least one. Nothing in them is an error, so they are not part of the tree.
    Entities,
}

pub(crate) type Map<'b> = Vec<(String, Json<'b>)>;

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
    /// A value in it that is not `errors`.
    Entities,
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
            _ => Self::Value,
        }
    }
}

/// The key that `serde_json` gives to a number if a program turns its feature `arbitrary_precision` on.
const NUMBER: &str = "$serde_json::private::Number";

impl<'b> DeserializeSeed<'b> for Tree {
    type Value = Json<'b>;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Json<'b>, D::Error> {
        deserializer.deserialize_any(self)
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
        if matches!(self, Self::Embedded | Self::Entities) {
            let mut has_any = false;
            while list.next_element::<IgnoredAny>()?.is_some() {
                has_any = true;
            }
            return Ok(entities(has_any));
        }
        let mut all = Vec::new();
        while let Some(element) = list.next_element_seed(Self::Value)? {
            all.push(element);
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<Json<'b>, A::Error> {
        let (mut all, mut has_any) = (Vec::new(), false);
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER {
                let digits: String = map.next_value()?;
                let is_float = digits.contains(['.', 'e', 'E']);
                return Ok(Json::Number(digits.parse().ok().filter(|_| is_float).map_or(digits, float)));
            }
            has_any = true;
            if matches!(self, Self::Entities) {
                map.next_value::<IgnoredAny>()?;
            } else {
                let value = map.next_value_seed(self.child(&key))?;
                all.push((key, value));
            }
        }
        Ok(if matches!(self, Self::Entities) { entities(has_any) } else { Json::Map(all) })
    }
}

fn entities<'b>(has_any: bool) -> Json<'b> {
    if has_any { Json::Entities } else { Json::Null }
}

/// Returns a number as JSON would write it, but short: `serde_json` reads `1e300`.
fn float(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}
