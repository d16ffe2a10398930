//! Saves: the same pathway always gives the same text, and nothing that was read is lost.

use std::fmt::Write as _;

use super::{quote::quote, report::list_of, syntax};
use crate::model::{
    Branch, Evidence, Extra, Lane, LevelText, Link, Misfit, Node, NodeId, Note, Pathway, Popular, Predict, Source,
    SourceId, Step, Tour,
};

/// Writes a pathway file.
pub(crate) fn save(pathway: &Pathway) -> String {
    let about = pathway.about();
    let mut out = Writer::default();
    out.record("Pathway", &about.extra, |out| {
        let (major, minor) = about.format;
        out.field("format", |text| _ = write!(text, "({major}, {minor})"));
        out.need_text("id", &about.id);
        out.need_text("title", &about.title);
        out.text("summary", &about.summary);
        out.text("language", &about.language);
        out.text("license", &about.license);
        out.text("reviewed", &about.reviewed);
        out.list("lanes", pathway.misfits(), pathway.lanes().iter().map(|lane| &**lane), lane);
        out.list("nodes", pathway.misfits(), pathway.nodes().map(|node| &**node), node);
        out.list("links", pathway.misfits(), pathway.links().map(|link| &**link), link);
        out.list("sources", pathway.misfits(), pathway.sources().iter().map(|source| &**source), source);
        out.list("tours", pathway.misfits(), pathway.tours().iter().map(|tour| &**tour), tour);
    });
    out.text.push('\n');
    out.text
}

/// A tour as an item of the pathway's list, from its first letter on.
pub(super) fn tour_item(tour: &Tour) -> String {
    let mut out = Writer { depth: 2, ..Writer::default() };
    self::tour(&mut out, tour);
    out.text
}

fn lane(out: &mut Writer, lane: &Lane) {
    out.text.push_str("Lane(id: ");
    quote(lane.id.as_str(), &mut out.text);
    out.text.push_str(", label: ");
    quote(&lane.label, &mut out.text);
    for (name, value) in &lane.extra {
        _ = write!(out.text, ", {name}: {value}");
    }
    out.text.push(')');
}

fn node(out: &mut Writer, node: &Node) {
    out.record_with("Node", &["levels", "aliases", "xrefs", "notes"], &node.extra, |out| {
        out.need_text("id", node.id.as_str());
        out.need_text("label", &node.label);
        out.word("kind", node.kind.name());
        out.need_text("lane", node.lane.as_str());
        out.text("explanation", &node.explanation);
        out.records("levels", &node.extra, &node.levels, level_text);
        out.texts("aliases", &node.extra, node.aliases.iter().map(String::as_str));
        out.texts("xrefs", &node.extra, node.xrefs.iter().map(String::as_str));
        out.records("notes", &node.extra, &node.notes, note);
        if let Some((x, y)) = node.at.filter(|(x, y)| x.is_finite() && y.is_finite()) {
            out.field("at", |text| _ = write!(text, "Some(({x:?}, {y:?}))"));
        }
    });
}

fn note(out: &mut Writer, note: &Note) {
    out.record_with("Note", &["sources"], &note.extra, |out| {
        out.need_text("text", &note.text);
        out.texts("sources", &note.extra, note.sources.iter().map(SourceId::as_str));
    });
}

fn link(out: &mut Writer, link: &Link) {
    out.record_with("Link", &["levels", "evidence"], &link.extra, |out| {
        out.need_text("id", link.id.as_str());
        out.need_text("from", link.from.as_str());
        out.need_text("to", link.to.as_str());
        out.word("effect", link.effect.name());
        if let Some(delay) = link.delay {
            out.field("delay", |text| _ = write!(text, "Some({})", delay.name()));
        }
        out.text("explanation", &link.explanation);
        out.records("levels", &link.extra, &link.levels, level_text);
        out.some_text("holds_when", link.holds_when.as_deref());
        out.word("grade", link.grade.name());
        out.records("evidence", &link.extra, &link.evidence, evidence);
        out.some_text("no_source_found", link.no_source_found.as_deref());
        if let Some(popular) = &link.popular {
            out.line("popular: Some(");
            self::popular(out, popular);
            out.text.push_str("),");
        }
        if link.returns {
            out.word("returns", "true");
        }
    });
}

fn evidence(out: &mut Writer, evidence: &Evidence) {
    out.record_with("Evidence", &["species"], &evidence.extra, |out| {
        out.need_text("source", evidence.source.as_str());
        out.word("stance", evidence.stance.name());
        out.word("design", evidence.design.name());
        out.texts("species", &evidence.extra, evidence.species.iter().map(String::as_str));
        out.text("sample", &evidence.sample);
        out.text("finding", &evidence.finding);
        out.some_text("locator", evidence.locator.as_deref());
    });
}

fn popular(out: &mut Writer, popular: &Popular) {
    out.record("Popular", &popular.extra, |out| {
        out.word("effect", popular.effect.name());
        out.need_text("says", &popular.says);
        out.text("note", &popular.note);
    });
}

fn source(out: &mut Writer, source: &Source) {
    out.record("Source", &source.extra, |out| {
        out.need_text("id", source.id.as_str());
        out.text("authors", &source.authors);
        if source.year != 0 {
            out.field("year", |text| _ = write!(text, "{}", source.year));
        }
        out.need_text("title", &source.title);
        out.text("venue", &source.venue);
        out.some_text("doi", source.doi.as_deref());
        out.some_text("pmid", source.pmid.as_deref());
        out.some_text("url", source.url.as_deref());
        out.word("citation", source.citation.name());
    });
}

fn tour(out: &mut Writer, tour: &Tour) {
    out.record_with("Tour", &["steps"], &tour.extra, |out| {
        out.need_text("id", tour.id.as_str());
        out.need_text("title", &tour.title);
        out.records("steps", &tour.extra, &tour.steps, step);
    });
}

fn step(out: &mut Writer, step: &Step) {
    out.record_with("Step", &["show", "levels", "branches"], &step.extra, |out| {
        out.texts("show", &step.extra, step.show.iter().map(String::as_str));
        out.need_text("text", &step.text);
        out.records("levels", &step.extra, &step.levels, level_text);
        out.text("notes", &step.notes);
        if let Some(predict) = &step.predict {
            out.line("predict: Some(");
            self::predict(out, predict);
            out.text.push_str("),");
        }
        out.records("branches", &step.extra, &step.branches, branch);
    });
}

fn predict(out: &mut Writer, predict: &Predict) {
    out.record_with("Predict", &["raise", "lower", "block"], &predict.extra, |out| {
        out.texts("raise", &predict.extra, predict.raise.iter().map(NodeId::as_str));
        out.texts("lower", &predict.extra, predict.lower.iter().map(NodeId::as_str));
        out.texts("block", &predict.extra, predict.block.iter().map(String::as_str));
        out.need_text("ask", predict.ask.as_str());
    });
}

fn branch(out: &mut Writer, branch: &Branch) {
    out.record("Branch", &branch.extra, |out| {
        out.need_text("tour", branch.tour.as_str());
        out.need_text("text", &branch.text);
    });
}

fn level_text(out: &mut Writer, text: &LevelText) {
    out.record("Text", &text.extra, |out| {
        out.word("level", text.level.name());
        out.need_text("text", &text.text);
    });
}

/// A text in the making, and how deep its records are nested.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    /// A record with one field a line; fields that were kept as they stood come last.
    fn record(&mut self, name: &str, extra: &Extra, fields: impl FnOnce(&mut Self)) {
        self.record_with(name, &[], extra, fields);
    }

    /// A record some of whose fields are lists, into which their unreadable items go back.
    fn record_with(&mut self, name: &str, lists: &[&str], extra: &Extra, fields: impl FnOnce(&mut Self)) {
        self.text.push_str(name);
        self.text.push('(');
        self.depth += 1;
        fields(self);
        for (name, value) in extra {
            if !lists.contains(&name.as_str()) || !is_list(value) {
                self.field(name, |text| text.push_str(value));
            }
        }
        self.depth -= 1;
        self.line(")");
    }

    fn line(&mut self, start: &str) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("    ", self.depth));
        self.text.push_str(start);
    }

    fn field(&mut self, name: &str, value: impl FnOnce(&mut String)) {
        self.line(name);
        self.text.push_str(": ");
        value(&mut self.text);
        self.text.push(',');
    }

    fn word(&mut self, name: &str, word: &str) {
        self.field(name, |text| text.push_str(word));
    }

    fn need_text(&mut self, name: &str, value: &str) {
        self.field(name, |text| quote(value, text));
    }

    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.need_text(name, value);
        }
    }

    fn some_text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(name, |text| {
                text.push_str("Some(");
                quote(value, text);
                text.push(')');
            });
        }
    }

    /// A list of texts on one line, items that could not be read last.
    fn texts<'a>(&mut self, name: &str, extra: &Extra, values: impl Iterator<Item = &'a str>) {
        let mut items: Vec<String> = Vec::new();
        for value in values {
            let mut item = String::new();
            quote(value, &mut item);
            items.push(item);
        }
        items.extend(kept_items(extra, name).map(str::to_owned));
        if !items.is_empty() {
            self.field(name, |text| _ = write!(text, "[{}]", items.join(", ")));
        }
    }

    /// A list of records inside of a record, items that could not be read last.
    fn records<T>(&mut self, name: &str, extra: &Extra, values: &[T], write: fn(&mut Self, &T)) {
        if values.is_empty() && kept_items(extra, name).next().is_none() {
            return;
        }
        self.open_list(name);
        for value in values {
            self.item(|out| write(out, value));
        }
        kept_items(extra, name).for_each(|item| self.item(|out| out.text.push_str(item)));
        self.close_list();
    }

    /// A list of the pathway, with the records that could not take their place last.
    fn list<'a, T: 'a>(
        &mut self,
        name: &str,
        misfits: &[Misfit],
        values: impl Iterator<Item = &'a T>,
        write: fn(&mut Self, &T),
    ) {
        let mut values = values.peekable();
        let mut misfits = misfits.iter().filter(|misfit| list_of(misfit) == name).peekable();
        if values.peek().is_none() && misfits.peek().is_none() {
            // Nodes and links belong to every pathway, even if there are none yet.
            if matches!(name, "nodes" | "links") {
                self.word(name, "[]");
            }
            return;
        }
        self.open_list(name);
        values.for_each(|value| self.item(|out| write(out, value)));
        misfits.for_each(|misfit| self.item(|out| out.misfit(misfit)));
        self.close_list();
    }

    fn misfit(&mut self, misfit: &Misfit) {
        match misfit {
            Misfit::Lane(record) => lane(self, record),
            Misfit::Node(record) => node(self, record),
            Misfit::TwinLink(record) | Misfit::LooseLink(record) => link(self, record),
            Misfit::Source(record) => source(self, record),
            Misfit::Tour(record) => tour(self, record),
            Misfit::Unread { text, .. } => self.text.push_str(text),
        }
    }

    fn open_list(&mut self, name: &str) {
        self.line(name);
        self.text.push_str(": [");
        self.depth += 1;
    }

    fn item(&mut self, write: impl FnOnce(&mut Self)) {
        self.line("");
        write(self);
        self.text.push(',');
    }

    fn close_list(&mut self) {
        self.depth -= 1;
        self.line("],");
    }
}

/// Whether a kept field is an item of a list, which is kept as a list of its own.
fn is_list(value: &str) -> bool {
    value.starts_with('[') && value.ends_with(']')
}

/// Items of a list that could not be read, as they stood.
fn kept_items<'a>(extra: &'a Extra, name: &str) -> impl Iterator<Item = &'a str> {
    let items = extra.iter().filter(move |(other, value)| other == name && is_list(value));
    items.filter_map(|(_, value)| syntax::items(value, syntax::no_outline)).flatten()
}
