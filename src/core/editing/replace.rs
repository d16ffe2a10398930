//! Find and replace in texts.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use super::{
    draft::Draft,
    outcome::{Outcome, Refusal},
    slot::slot,
    text::{AboutText, NodeText, SourceText, Text},
    texts::texts,
    words::quoted,
    write::set,
};
use crate::{
    grammar::count,
    model::{NodeId, Pathway, written::folded},
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The text, as it stands.
    pub text: String,
    /// Only where neither a letter nor a digit stands beside it.
    pub whole_words: bool,
    /// Only with the same capitals.
    pub same_case: bool,
}

/// A text in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub place: Text,
    /// The whole text.
    pub text: String,
    /// What of it was found, in bytes.
    pub ranges: Vec<Range<usize>>,
}

/// Every text with what is looked for, in the order of the file. Ids, numbers, addresses and days are not searched: they are
/// no words.
pub fn find(pathway: &Pathway, search: &Search) -> Vec<Found> {
    let mut draft = Draft::of(pathway);
    let wanted: Vec<char> = search.text.chars().map(|c| search.fold(c)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let found = |place: Text| {
        let text = slot(&mut draft, &place).ok()?.get();
        let ranges = search.ranges(&text, &wanted);
        (!ranges.is_empty()).then_some(Found { place, text, ranges })
    };
    texts(pathway).into_iter().filter(has_words).filter_map(found).collect()
}

fn has_words(place: &Text) -> bool {
    use SourceText as S;
    let of_about = |field: &AboutText| matches!(field, AboutText::Title | AboutText::Summary);
    match place {
        Text::About(field) => of_about(field),
        Text::Source(_, field) => matches!(field, S::Authors | S::Title | S::Venue),
        Text::Node(_, field) => *field != NodeText::Xrefs,
        _ => true,
    }
}

impl Search {
    fn fold(&self, c: char) -> char {
        if self.same_case || c.is_ascii() {
            return if self.same_case { c } else { c.to_ascii_lowercase() };
        }
        // A letter whose small form is more than one is compared as it stands, so that places keep their length.
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) => small,
            _ => c,
        }
    }

    /// What is found, from left to right, none within another.
    fn ranges(&self, text: &str, wanted: &[char]) -> Vec<Range<usize>> {
        let (mut ranges, mut before, mut free) = (Vec::new(), None, 0);
        for (at, c) in text.char_indices() {
            let begins = at >= free && wanted.first() == Some(&self.fold(c));
            if let Some(end) = begins.then(|| self.end_of(text, at, wanted, before)).flatten() {
                ranges.push(at..end);
                free = end;
            }
            before = Some(c);
        }
        ranges
    }

    /// Where what is wanted ends, if it stands at a place behind a character.
    fn end_of(&self, text: &str, at: usize, wanted: &[char], before: Option<char>) -> Option<usize> {
        let mut rest = text.get(at..)?.chars();
        let same = wanted.iter().all(|wanted| rest.next().is_some_and(|c| self.fold(c) == *wanted));
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let end = text.len() - rest.as_str().len();
        let apart = || !self.whole_words || !is_word(before) && !is_word(rest.clone().next());
        (same && apart()).then_some(end)
    }
}

/// Replaces what is looked for in all texts but those that are skipped, as one step.
///
/// # Errors
/// Where nothing is found, or a text cannot become what it would: its place is named.
pub fn replace(pathway: &Pathway, search: &Search, with: &str, skip: &BTreeSet<Text>) -> Outcome {
    let found: Vec<Found> = find(pathway, search).into_iter().filter(|found| !skip.contains(&found.place)).collect();
    if found.is_empty() {
        return Err(Refusal::new(format!(
            "{} stands nowhere that is chosen; look for something else",
            quoted(&search.text)
        )));
    }
    let mut draft = Draft::of(pathway);
    let mut labels = BTreeMap::new();
    for Found { place, text, ranges } in &found {
        let new = replaced(text, ranges, with);
        if let Text::Node(id, NodeText::Label) = place {
            own_label(&mut labels, id, &new)?;
        }
        set(&mut draft, place, &new).map_err(|refusal| Refusal {
            why: format!("{} cannot become that: {}", place.words(pathway), refusal.why),
            see: refusal.see,
        })?;
    }
    let places: usize = found.iter().map(|found| found.ranges.len()).sum();
    let places = count(places, "place", "places");
    draft.finish(&format!("replace {} by {} in {places}", quoted(&search.text), quoted(with)))
}

fn replaced(text: &str, ranges: &[Range<usize>], with: &str) -> String {
    let (mut out, mut end) = (String::with_capacity(text.len()), 0);
    for range in ranges {
        out.push_str(text.get(end..range.start).unwrap_or_default());
        out.push_str(with);
        end = range.end;
    }
    out + text.get(end..).unwrap_or_default()
}

/// Two nodes that are renamed at once must not get one name.
fn own_label<'a>(labels: &mut BTreeMap<String, &'a NodeId>, id: &'a NodeId, label: &str) -> Result<(), Refusal> {
    match labels.insert(folded(label), id) {
        None => Ok(()),
        Some(_) => Err(Refusal::new(format!("two nodes would be called {}; leave one of them out", quoted(label)))),
    }
}
