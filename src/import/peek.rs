//! A first look at a file, before anybody reads it: the root of XML, and the outermost shape of JSON.

use std::fmt;

use serde::{
    Deserialize,
    de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

/// The name of the root element without its prefix, found without reading the file.
pub(crate) fn root(text: &str) -> Option<&str> {
    let name = root_tag(text)?.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(name.len());
    let name = &name[..end];
    Some(name.rsplit(':').next().unwrap_or(name)).filter(|name| !name.is_empty())
}

/// The tag of the root element without its last bracket, for its namespaces, found without reading the file: comments,
/// instructions and a document type before it are passed over.
pub(crate) fn root_tag(text: &str) -> Option<&str> {
    let mut rest = text.trim_start();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->")?.1;
        } else if rest.starts_with("<?") {
            rest = rest.split_once("?>")?.1;
        } else if rest.starts_with("<!") {
            // A document type with declarations of its own ends behind its bracket.
            let end = rest.split_once('>')?.0;
            rest = if end.contains('[') { rest.split_once(']')?.1 } else { rest }.split_once('>')?.1;
        } else {
            let tag = rest.split_once('>')?.0;
            return Some(tag).filter(|tag| tag.starts_with('<'));
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_behind_whatever_stands_before_it() {
        let text = "<?xml version='1.0'?>\n<!-- <no> -->\n<!DOCTYPE p:x [<!ENTITY a 'b>'>]>\n<p:x a='1'>";
        assert_eq!((root(text), root_tag(text)), (Some("x"), Some("<p:x a='1'")));
        assert_eq!(root("<x/>"), Some("x"));
        assert_eq!((root("x"), root("<>"), root("<!--")), (None, None, None));
    }
}
