//! Comparing in the session: the open pathway and another one on one canvas, with every difference in words.

use std::{path::Path, sync::Arc};

use super::{Item, Lit, Mark, Message, Session, Task, Topic, library};
use crate::{
    analysis::diff::{self, Change, diff, union},
    formats::{self, Opened, Problem},
    model::Pathway,
    words,
};

/// Two pathways that are being compared.
#[derive(Debug)]
pub struct Comparison {
    /// The title of the earlier one.
    pub before: String,
    /// The title of the later one.
    pub after: String,
    /// Each difference in words, with the thing on the canvas that it is about.
    pub rows: Vec<(String, Option<Item>)>,
    /// What is lit.
    lit: Lit,
    /// The bundled pathway to go back to, or the file.
    back: Back,
}

#[derive(Debug)]
enum Back {
    Bundled(String),
    File(std::path::PathBuf),
}

impl Session {
    /// What is being compared, if anything is.
    pub fn comparison(&self) -> Option<&Comparison> {
        self.comparison.as_ref()
    }

    /// Compares the open pathway with a bundled one.
    pub(super) fn compare_with_bundled(&mut self, id: &str) -> Vec<Task> {
        if let Some(Ok(opened)) = library::find(id).map(|bundled| formats::open(bundled.text().as_bytes())) {
            self.compare(&opened.pathway)
        } else {
            self.view.message = Some(Message::error(&words::messages::not_bundled(id)));
            Vec::new()
        }
    }

    /// Compares the open pathway with a file that has been read.
    pub(super) fn compare_with_file(&mut self, path: &Path, result: Result<Box<Opened>, Vec<Problem>>) -> Vec<Task> {
        match result {
            Ok(opened) => self.compare(&opened.pathway),
            Err(problems) => self.refuse(&path.display().to_string(), &problems),
        }
    }

    /// Goes back to the pathway that was open before the comparison.
    pub(super) fn end_comparison(&mut self) -> Vec<Task> {
        match self.comparison.take().map(|comparison| comparison.back) {
            Some(Back::Bundled(id)) => self.open_bundled(&id),
            Some(Back::File(path)) => self.read_file(path),
            None => Vec::new(),
        }
    }

    /// Shows both on one canvas: `other` is the earlier one, what is open the later one.
    fn compare(&mut self, other: &Pathway) -> Vec<Task> {
        let back = match (self.bundled, self.path()) {
            (Some(id), _) => Back::Bundled(id.to_owned()),
            (None, Some(path)) => Back::File(path.to_owned()),
            (None, None) => return Vec::new(),
        };
        let open = Arc::clone(self.pathway());
        let found = diff(other, &open);
        let both = union(other, &open, &found);
        let item = |item: &diff::Item| match item {
            diff::Item::Node(id) => Item::Node(id.clone()),
            diff::Item::Link(id) => Item::Link(id.clone()),
        };
        let sentences = found.differences.iter().map(|difference| difference.sentence.clone());
        let rows = sentences.zip(both.about.iter().map(|about| about.as_ref().map(item))).collect();
        let mut lit = Lit::default();
        for (thing, change) in &both.changes {
            let mark = match change {
                Change::Added => Mark::Added,
                Change::Removed => Mark::Removed,
                Change::Changed => Mark::Changed,
            };
            match thing {
                diff::Item::Node(id) => drop(lit.nodes.insert(id.clone(), mark)),
                diff::Item::Link(id) => {
                    lit.links.insert(id.clone());
                    lit.link_marks.insert(id.clone(), mark);
                }
            }
        }
        let titles = (other.about().title.clone(), open.about().title.clone());
        let tasks = self
            .show(Opened { pathway: both.pathway, problems: Vec::new(), read_only: true, has_comments: false }, None);
        self.note(&words::messages::compared(&titles.1, &titles.0, found.differences.len()));
        self.asking.topic = Topic::Compare;
        self.asking.lit = Some(lit.clone());
        self.comparison = Some(Comparison { before: titles.0, after: titles.1, rows, lit, back });
        self.settings.outline = true;
        self.view.side_panel = super::SidePanel::Ask;
        tasks
    }

    /// What a comparison lights.
    pub(super) fn compared(&self) -> Option<Lit> {
        self.comparison.as_ref().map(|comparison| comparison.lit.clone())
    }
}
