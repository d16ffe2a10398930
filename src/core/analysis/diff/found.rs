//! Differences as they are found, and their sentences.
//!
//! Sentences say which pathway has what, not what was done to it: two pathways need not be two states of one.

use super::{Difference, Field, Item, Sides, What};

/// The differences so far.
pub(super) struct Found<'a> {
    pub(super) sides: &'a Sides<'a>,
    pub(super) list: Vec<Difference>,
}

impl<'a> Found<'a> {
    pub(super) fn new(sides: &'a Sides<'a>) -> Self {
        Self { sides, list: Vec::new() }
    }

    /// Something that only the first pathway has.
    pub(super) fn only_first(&mut self, item: Item, name: &str) {
        let sentence = capital(format!("{name} is only in {}.", self.sides.first));
        self.list.push(Difference { what: What::Removed, before: Some(item), after: None, sentence });
    }

    /// Something that only the second pathway has.
    pub(super) fn only_second(&mut self, item: Item, name: &str) {
        let sentence = capital(format!("{name} is only in {}.", self.sides.second));
        self.list.push(Difference { what: What::Added, before: None, after: Some(item), sentence });
    }

    /// Something that both have: what it is in each, and what it is called in a sentence.
    pub(super) fn pair(&mut self, before: Item, after: Item, name: String) -> Pair<'_, 'a> {
        Pair { found: self, before, after, name }
    }
}

/// Something that both pathways have, while its fields are compared.
pub(super) struct Pair<'f, 'a> {
    found: &'f mut Found<'a>,
    before: Item,
    after: Item,
    pub(super) name: String,
}

impl Pair<'_, '_> {
    pub(super) fn add(&mut self, what: What, sentence: String) {
        let (before, after) = (Some(self.before.clone()), Some(self.after.clone()));
        self.found.list.push(Difference { what, before, after, sentence: capital(sentence) });
    }

    /// Compares two short values, which the sentence gives.
    pub(super) fn value(&mut self, field: Field, old: &str, new: &str) {
        if old != new {
            let sentence = self.both(field.label(), old, new);
            self.add(What::TextChanged(field), sentence);
        }
    }

    /// Says that something too long to be given differs, where it does.
    pub(super) fn text(&mut self, field: Field, differs: bool) {
        if differs {
            self.add(What::TextChanged(field), format!("The {} of {} differs.", field.label(), self.name));
        }
    }

    /// `The grade of “a raises b” is “B” in the first pathway and “C” in the second pathway.`
    pub(super) fn both(&self, what: &str, old: &str, new: &str) -> String {
        let quoted = |value: &str| if value.is_empty() { "not given".to_owned() } else { format!("“{value}”") };
        let Sides { first, second, .. } = self.found.sides;
        format!("The {what} of {} is {} in {first} and {} in {second}.", self.name, quoted(old), quoted(new))
    }
}

/// Names of ours begin with a small letter inside a sentence; labels stand in quotation marks.
fn capital(sentence: String) -> String {
    match sentence.strip_prefix("the ") {
        Some(rest) => format!("The {rest}"),
        None => sentence,
    }
}
