//! A quarry: a table of links in memory, to be asked about and taken from.
//!
//! The bytes of the file are held as they stand. Beside them lie only numbers: for each row where it begins and which word
//! it has, for each pair of a cause and an effect its ends, its rows and what they come to, and for each thing where
//! its links begin (the compressed sparse row form, out and in). Papers and sentences stay in the bytes and are read again
//! for the rows that somebody asks about.

use super::{
    cells::{Cell, Rows},
    columns::{Columns, Says},
    effects::AND,
    names::Names,
    papers::{Paper, papers},
    report::Report,
};
use crate::model::Effect;

/// A table of links in memory.
#[derive(Clone, Debug)]
pub struct Quarry {
    pub(super) text: String,
    pub(super) columns: Columns,
    pub(super) names: Names,
    pub(super) words: Vec<Word>,
    /// Where each row begins, and its word; the rows of a pair lie side by side.
    pub(super) rows: Vec<u32>,
    pub(super) row_words: Vec<u16>,
    /// For each pair: its ends, its first row, and what its rows come to.
    pub(super) sources: Vec<u32>,
    pub(super) targets: Vec<u32>,
    pub(super) starts: Vec<u32>,
    pub(super) effects: Vec<Effect>,
    /// For each node its first pair out, and its first place in `into`, which lists the pairs that lead into it.
    pub(super) out: Vec<u32>,
    pub(super) into: Vec<u32>,
    pub(super) into_pairs: Vec<u32>,
    pub(super) report: Report,
}

/// A word of the table for what a link does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands there.
    pub text: String,
    /// How many rows have it.
    pub rows: usize,
    /// What it is taken for.
    pub effect: Effect,
}

/// A row of the table, read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it begins, in bytes.
    pub at: u32,
    /// What it says the link does.
    pub word: String,
    /// What that is taken for.
    pub effect: Effect,
    /// The papers that it names.
    pub papers: Vec<Paper>,
    /// The sentence that it gives; empty where it gives none.
    pub sentence: String,
    /// What databases call the cause and the effect; empty where the table does not say.
    pub ids: [String; 2],
}

impl Quarry {
    /// How many things are named.
    pub fn node_count(&self) -> usize {
        self.names.len()
    }

    /// How many pairs of a cause and an effect there are.
    pub fn link_count(&self) -> usize {
        self.targets.len()
    }

    /// The name of a thing.
    pub fn name(&self, node: u32) -> &str {
        self.names.name(node)
    }

    /// The ends of a link.
    pub fn ends(&self, link: u32) -> [u32; 2] {
        let end = |ends: &[u32]| ends.get(link as usize).copied().unwrap_or_default();
        [end(&self.sources), end(&self.targets)]
    }

    /// What the rows of a link come to together: a sign where none says the opposite, mixed where some do.
    pub fn effect(&self, link: u32) -> Effect {
        self.effects.get(link as usize).copied().unwrap_or(Effect::Unknown)
    }

    /// How many rows a link has.
    pub fn row_count(&self, link: u32) -> usize {
        self.range(link).len()
    }

    /// The rows of a link, read again.
    pub fn rows(&self, link: u32) -> Vec<Row> {
        let places = self.range(link).filter_map(|row| Some((*self.rows.get(row)?, *self.row_words.get(row)?)));
        places.map(|(at, word)| self.row(at, word)).collect()
    }

    /// The link from one thing to another.
    pub fn link(&self, from: u32, to: u32) -> Option<u32> {
        let links = self.links_from(from);
        let targets = self.targets.get(links.start as usize..links.end as usize)?;
        targets.binary_search(&to).ok().map(|place| links.start + place as u32)
    }

    /// Links out of a thing, in the order of their effects' numbers.
    pub fn links_from(&self, node: u32) -> std::ops::Range<u32> {
        range(&self.out, node)
    }

    /// Links into a thing, in the order of their causes' numbers.
    pub fn links_to(&self, node: u32) -> &[u32] {
        let places = range(&self.into, node);
        self.into_pairs.get(places.start as usize..places.end as usize).unwrap_or_default()
    }

    /// The words of the table for what a link does, the most frequent first.
    pub fn words(&self) -> Vec<&Word> {
        let mut words: Vec<&Word> = self.words.iter().collect();
        words.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.text.cmp(&b.text)));
        words
    }

    /// Takes a word for another effect.
    ///
    /// # Errors
    /// Where the table has no such word: one sentence with those that it has.
    pub fn set_word(&mut self, text: &str, effect: Effect) -> Result<(), String> {
        let Some(word) = self.words.iter_mut().find(|word| word.text == text) else {
            let words = self.words().iter().take(20).map(|word| format!("“{}”", word.text)).collect::<Vec<_>>();
            return Err(format!("no row has the word “{text}”; the words are {}", words.join(", ")));
        };
        word.effect = effect;
        self.settle_effects();
        Ok(())
    }

    /// Which columns say what.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What came of reading it.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Works out what the rows of each link come to, and counts it.
    pub(super) fn settle_effects(&mut self) {
        let effect = |word: &u16| self.words.get(*word as usize).map_or(Effect::Unknown, |word| word.effect);
        let links = 0..self.targets.len() as u32;
        let rows = links.map(|link| self.row_words.get(self.range(link)).unwrap_or_default());
        self.effects = rows.map(|words| together(words.iter().map(effect))).collect();
        self.report.signed = self.effects.iter().filter(|effect| effect.sign().is_some()).count();
        let divided = |link: &u32| {
            let words = self.row_words.get(self.range(*link)).unwrap_or_default();
            let says = |wanted| words.iter().any(|word| effect(word) == wanted);
            self.effect(*link) == Effect::Mixed && says(Effect::Raises) && says(Effect::Lowers)
        };
        self.report.divided = (0..self.effects.len() as u32).filter(divided).count();
    }

    fn range(&self, link: u32) -> std::ops::Range<usize> {
        let range = range(&self.starts, link);
        range.start as usize..range.end as usize
    }

    fn row(&self, at: u32, word: u16) -> Row {
        let mut cells = Vec::new();
        Rows::new(&self.text, self.columns.separator as u8, at as usize).next_into(&mut cells);
        let cell = |column: usize| cells.get(column).map(|cell| cell.of(&self.text).into_owned()).unwrap_or_default();
        let mut found: Vec<Paper> = Vec::new();
        for paper in self.columns.papers.iter().flat_map(|&column| papers(&cell(column))) {
            if !found.contains(&paper) {
                found.push(paper);
            }
        }
        let word = self.words.get(word as usize);
        Row {
            at,
            word: relation(&self.text, &cells, &self.columns),
            effect: word.map_or(Effect::Unknown, |word| word.effect),
            papers: found,
            sentence: self.columns.sentence.map(cell).unwrap_or_default(),
            ids: self.columns.ids.map_or_else(Default::default, |(a, b)| [cell(a), cell(b)]),
        }
    }
}

fn range(starts: &[u32], number: u32) -> std::ops::Range<u32> {
    let at = |place: usize| starts.get(place).copied().unwrap_or_default();
    at(number as usize)..at(number as usize + 1)
}

/// What several rows say of one link: what says nothing does not count, a row that denies an effect leaves it to those that
/// have seen one, and rows that say the opposite make it mixed.
pub(super) fn together(effects: impl Iterator<Item = Effect>) -> Effect {
    let weight = |effect| match effect {
        Effect::Unknown => 0,
        Effect::NoEffect => 1,
        Effect::Raises | Effect::Lowers | Effect::Mixed => 2,
    };
    effects.fold(Effect::Unknown, |before, effect| match weight(effect).cmp(&weight(before)) {
        std::cmp::Ordering::Greater => effect,
        std::cmp::Ordering::Equal if effect != before => Effect::Mixed,
        std::cmp::Ordering::Equal | std::cmp::Ordering::Less => before,
    })
}

/// What a row says that its link does, as it stands there.
pub(super) fn relation(text: &str, cells: &[Cell], columns: &Columns) -> String {
    let mut said = String::new();
    for relation in &columns.relation {
        let Some(cell) = cells.get(relation.column).map(|cell| cell.of(text)) else { continue };
        let part = match &relation.says {
            Says::Word => cell.as_ref(),
            Says::Flag(word) if is_yes(&cell) => word.as_str(),
            Says::Flag(_) => "",
            Says::After(_) if cell.is_empty() => "",
            Says::After(before) => {
                said.push_str(if said.is_empty() { "" } else { AND });
                said.push_str(before);
                said.push_str(&cell);
                continue;
            }
        };
        if !part.is_empty() {
            said.push_str(if said.is_empty() { "" } else { AND });
            said.push_str(part);
        }
    }
    said
}

fn is_yes(cell: &str) -> bool {
    ["1", "1.0", "true", "t", "yes", "y"].iter().any(|yes| cell.eq_ignore_ascii_case(yes))
}
