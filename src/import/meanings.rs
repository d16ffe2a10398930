//! What each kind of arrow in a file means.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{draft::Draft, model::Effect};

/// What somebody decided that words mean, for one format.
pub type Meanings = BTreeMap<String, Effect>;

/// What somebody wants of an import beside the pathway itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// What words mean, where that is not what the format says.
    pub meanings: Meanings,
    /// Whether cards are pinned where the file has them.
    pub positions: bool,
}

/// A word of a file for what its arrows do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meaning {
    /// The word: a kind of arrow, an interaction, a sign.
    pub word: String,
    /// How many arrows have it.
    pub count: usize,
    /// The effect that they get.
    #[serde(serialize_with = "name")]
    pub effect: Effect,
    /// Whether somebody decided that, or the format does.
    pub decided: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references on")]
fn name<S: serde::Serializer>(effect: &Effect, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(effect.name())
}

impl Draft {
    /// Each word of the arrows with its count and the effect that it gets, the most frequent first.
    pub fn meanings(&self, decided: &Meanings) -> Vec<Meaning> {
        let mut counts = vec![0; self.words().len()];
        for arrow in &self.arrows {
            counts[arrow.word.0] += 1;
        }
        let row = |((word, effect), count): (&(String, Effect), usize)| {
            let said = decided.get(word).copied();
            Meaning { word: word.clone(), count, effect: said.unwrap_or(*effect), decided: said.is_some() }
        };
        let mut rows: Vec<Meaning> = self.words().iter().zip(counts).map(row).filter(|row| row.count > 0).collect();
        rows.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.word.cmp(&other.word)));
        rows
    }
}
