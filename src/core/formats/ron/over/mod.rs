//! Saves over a file: what nobody touched stays byte for byte as it stands, with its comments and its layout.
//!
//! The file is read again, so that each piece of its text is known by what it says. A record that still says the same is
//! copied; one that says something else gets the fields that differ, down to single items of its lists. `bracket` takes
//! the text apart, `pair` finds items again, `weave` keeps what could not be read in its place, `merge` goes down into
//! values, `compose` puts brackets together again, and `rope` keeps the bytes of the old file.

mod bracket;
mod compose;
mod lists;
mod merge;
mod pair;
mod rope;
mod weave;

#[cfg(test)]
mod tests;

use std::ops::Range;

use self::{
    bracket::{Bracket, Old},
    lists::Lists,
    merge::{fate_of, field, fields, numbered},
    rope::{Bytes, Rope},
};
use super::{
    read::{self, Contents},
    text,
    tree::Layout,
    write::{self, LISTS},
};
use crate::model::Pathway;

/// The text of a file that holds a pathway from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The text.
    pub text: String,
    /// Whether it was written anew, since the text that was there could not be followed: its comments and its layout are
    /// not in it.
    pub is_anew: bool,
}

/// The text of a pathway that is saved over the file with these bytes.
pub(crate) fn save_over(bytes: &[u8], pathway: &Pathway) -> Saved {
    let followed = follow(bytes, pathway);
    let is_anew = followed.is_none();
    Saved { text: followed.unwrap_or_else(|| write::save(pathway)), is_anew }
}

/// The old text with what differs; nothing where it would not say what it is to say.
fn follow(bytes: &[u8], pathway: &Pathway) -> Option<String> {
    let whole = std::str::from_utf8(bytes).ok()?;
    let text = text::decode(bytes).ok()?;
    let contents = read::contents(&text).ok()?;
    if contents.pathway == *pathway {
        return Some(whole.to_owned());
    }
    let text = merged(&text, &contents, pathway)?.text(&Bytes::of(whole, &text));
    let says_it = read::contents(&text::decode(text.as_bytes()).ok()?).ok()?.pathway == *pathway;
    says_it.then_some(text)
}

fn merged(text: &str, contents: &Contents, after: &Pathway) -> Option<Rope> {
    let old = Old { text, outline: &contents.outline };
    let before = &contents.pathway;
    let place: Range<usize> = contents.value..contents.outline.end(contents.body)?;
    let layout = Layout { indent: Some(String::new()), unit: unit(old, contents.body)? };
    let lists = Lists { old, places: &contents.places, before, after };
    let chunks = Bracket::of(old, contents.body)?.chunks;
    let there = chunks.iter().filter_map(|chunk| field(old, &chunk.piece));
    let there: Vec<&str> = there.filter(|(_, value)| is_list(old, value)).map(|(name, _)| name).collect();
    let [was, is] = [before, after].map(|pathway| write::fields(pathway, &there));
    let [was_at, is_at] = [&was, &is].map(|fields| numbered(fields));
    let fate = |name: (&str, usize), place: Range<usize>, form: &Layout| {
        let list = LISTS.iter().find(|list| **list == name.0).filter(|_| is_list(old, &place));
        if let Some(list) = list {
            return lists.fate(list, name.1, place, form);
        }
        let before = was_at.get(&name).and_then(|&at| was.get(at)).map(|(_, value)| value);
        let after = is_at.get(&name).and_then(|&at| is.get(at)).map(|(_, value)| value);
        fate_of(old, place, [before, after], form)
    };
    let mut rope = Rope::old(0..place.start);
    rope.append(fields(old, &place, &is, &layout, &fate)?);
    rope.push_old(place.end..text.len());
    Some(rope)
}

fn is_list(old: Old<'_>, value: &Range<usize>) -> bool {
    old.get(value.clone()).starts_with('[')
}

/// What a level of the file is indented by.
fn unit(old: Old<'_>, body: usize) -> Option<String> {
    let indent = Bracket::of(old, body)?.indent(old).filter(|indent| !indent.is_empty());
    Some(indent.map_or_else(|| write::plain().unit, str::to_owned))
}
