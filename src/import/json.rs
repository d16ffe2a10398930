//! JSON as readers get it: its outermost shape without its content, and typed reading with the place of an error.

use std::fmt;

use serde::{
    Deserialize,
    de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use crate::{input::Input, native::Problem};

/// The outermost value of a JSON file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Whether it is a list.
    pub is_list: bool,
    /// The keys of the object, or of the first object in the list.
    pub keys: Vec<String>,
    /// The keys of every object in the list, where it is a list of objects of one key each, as CX2 has them.
    pub parts: Vec<String>,
}

impl Shape {
    /// Whether the object, or the first of the list, has all these keys.
    pub fn has(&self, keys: &[&str]) -> bool {
        keys.iter().all(|key| self.keys.iter().any(|have| have == key))
    }
}

/// The shape of a text that is JSON from its first character to its last; nothing of it is kept.
pub(crate) fn shape(text: &str) -> Option<Shape> {
    let text = text.trim_start();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    serde_json::from_str::<Outer>(text).ok().map(|outer| outer.0)
}

/// Reads a file as JSON of a type.
///
/// # Errors
/// Where it is no JSON, or other JSON than the type tells, with the place.
pub(crate) fn parsed<'t, T: Deserialize<'t>>(input: &'t Input<'_>) -> Result<T, Problem> {
    serde_json::from_str(&input.text).map_err(|error| {
        let place = (error.line().max(1), error.column().max(1));
        if error.is_eof() {
            return input.broken(
                place,
                "the file breaks off before its last bracket is closed",
                "fetch or export it again; a download may have been cut short",
            );
        }
        let said = error.to_string();
        let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
        input.broken(
            place,
            &format!("this is not the JSON that was expected: {}", crate::model::shown(said)),
            "repair it there, or export it again from the program that made it",
        )
    })
}

struct Outer(Shape);

impl<'de> Deserialize<'de> for Outer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OuterVisitor).map(Self)
    }
}

struct OuterVisitor;

impl<'de> Visitor<'de> for OuterVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Shape, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, IgnoredAny)) = map.next_entry::<String, IgnoredAny>()? {
            if keys.len() < 200 {
                keys.push(key);
            }
        }
        Ok(Shape { is_list: false, keys, parts: Vec::new() })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Shape, A::Error> {
        let mut shape = Shape { is_list: true, keys: Vec::new(), parts: Vec::new() };
        let mut is_first = true;
        while let Some(Inner(keys)) = seq.next_element::<Inner>()? {
            if let [key] = keys.as_slice()
                && shape.parts.len() < 200
            {
                shape.parts.push(key.clone());
            }
            if std::mem::take(&mut is_first) {
                shape.keys = keys;
            }
        }
        Ok(shape)
    }
}

/// The keys of a value where it is an object, else none; whatever it is, it is passed over.
struct Inner(Vec<String>);

impl<'de> Deserialize<'de> for Inner {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(InnerVisitor).map(Self)
    }
}

struct InnerVisitor;

impl<'de> Visitor<'de> for InnerVisitor {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Vec<String>, A::Error> {
        OuterVisitor.visit_map(map).map(|shape| shape.keys)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<String>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Vec::new())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_unit<E>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }
}

/// A text or a number or a truth as text: formats differ in which of them an id or a weight is.
pub(crate) fn loose_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::String(text) => Ok(text),
        serde_json::Value::Number(number) => Ok(number.to_string()),
        serde_json::Value::Bool(truth) => Ok(truth.to_string()),
        serde_json::Value::Null => Ok(String::new()),
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => {
            Err(D::Error::custom("expected a text or a number"))
        }
    }
}
