//! Saves: the same pathway always gives the same text, and nothing that was read is lost.

use super::{
    report::list_of,
    syntax,
    tree::{Layout, Printer, Record, Value},
};
use crate::model::{
    About, Branch, Evidence, Extra, Lane, LevelText, Link, Misfit, Node, NodeId, Note, Pathway, Popular, Predict,
    Source, SourceId, Step, Tour,
};

/// The lists of a pathway, in the order of files.
pub(super) const LISTS: [&str; 5] = ["lanes", "nodes", "links", "sources", "tours"];

/// The layout of files that nobody has laid out otherwise.
pub(super) fn plain() -> Layout {
    Layout { indent: Some(String::new()), unit: "    ".to_owned() }
}

/// Writes a pathway file.
pub(crate) fn save(pathway: &Pathway) -> String {
    let mut out = Printer::new(&plain());
    out.open("Pathway(");
    let about = about(pathway.about());
    let (own, extra) = about.split_at(about.len() - pathway.about().extra.len());
    for (name, value) in own {
        out.field(name, value);
    }
    for list in LISTS {
        let mut items = good(pathway, list).chain(misfits(pathway, list)).peekable();
        if items.peek().is_some() {
            out.line();
            out.text.push_str(list);
            out.open(": [");
            items.for_each(|item| out.item(&value(item)));
            out.close(']');
            out.text.push(',');
        } else if is_needed(list) {
            out.field(list, &Value::List(Vec::new()));
        }
    }
    for (name, value) in extra {
        out.field(name, value);
    }
    out.close(')');
    out.text.push('\n');
    out.text
}

/// Nodes and links belong to every pathway, even if there are none yet.
pub(super) fn is_needed(list: &str) -> bool {
    matches!(list, "nodes" | "links")
}

/// The pathway's fields in the order of the format, with its lists, but without what is in those that are `there`.
pub(super) fn fields<'a>(pathway: &'a Pathway, there: &[&str]) -> Vec<(&'a str, Value<'a>)> {
    let mut fields = self::about(pathway.about());
    let extra = fields.split_off(fields.len() - pathway.about().extra.len());
    for list in LISTS {
        let mut items = good(pathway, list).chain(misfits(pathway, list)).peekable();
        if is_needed(list) || items.peek().is_some() {
            let items = if there.contains(&list) { Vec::new() } else { items.map(self::value).collect() };
            fields.push((list, Value::List(items)));
        }
    }
    fields.extend(extra);
    fields
}

/// A record of one of the pathway's lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Item<'a> {
    Lane(&'a Lane),
    Node(&'a Node),
    Link(&'a Link),
    Source(&'a Source),
    Tour(&'a Tour),
    /// One that could not be read, as it stands.
    Unread(&'a str),
}

impl<'a> Item<'a> {
    /// Its id; that of what could not be read is not known.
    pub(super) fn id(self) -> Option<&'a str> {
        match self {
            Self::Lane(lane) => Some(lane.id.as_str()),
            Self::Node(node) => Some(node.id.as_str()),
            Self::Link(link) => Some(link.id.as_str()),
            Self::Source(source) => Some(source.id.as_str()),
            Self::Tour(tour) => Some(tour.id.as_str()),
            Self::Unread(_) => None,
        }
    }
}

/// The good records of a list.
pub(super) fn good<'a>(pathway: &'a Pathway, list: &str) -> Box<dyn Iterator<Item = Item<'a>> + 'a> {
    match list {
        "lanes" => Box::new(pathway.lanes().iter().map(|lane| Item::Lane(lane))),
        "nodes" => Box::new(pathway.nodes().map(|node| Item::Node(node))),
        "links" => Box::new(pathway.links().map(|link| Item::Link(link))),
        "sources" => Box::new(pathway.sources().iter().map(|source| Item::Source(source))),
        _ => Box::new(pathway.tours().iter().map(|tour| Item::Tour(tour))),
    }
}

/// The records of a list that could not take their place.
pub(super) fn misfits<'a>(pathway: &'a Pathway, list: &str) -> impl Iterator<Item = Item<'a>> {
    pathway.misfits().iter().filter(move |misfit| list_of(misfit) == list).map(misfit)
}

/// A record that could not take its place.
pub(super) fn misfit(misfit: &Misfit) -> Item<'_> {
    match misfit {
        Misfit::Lane(lane) => Item::Lane(lane),
        Misfit::Node(node) => Item::Node(node),
        Misfit::TwinLink(link) | Misfit::LooseLink(link) => Item::Link(link),
        Misfit::Source(source) => Item::Source(source),
        Misfit::Tour(tour) => Item::Tour(tour),
        Misfit::Unread { text, .. } => Item::Unread(text),
    }
}

/// A record of one of the pathway's lists as a value.
pub(super) fn value(item: Item<'_>) -> Value<'_> {
    match item {
        Item::Lane(record) => lane(record),
        Item::Node(record) => node(record),
        Item::Link(record) => link(record),
        Item::Source(record) => source(record),
        Item::Tour(record) => tour(record),
        Item::Unread(text) => Value::Kept(text),
    }
}

/// The pathway's own fields, without its lists; those that were kept as they stood come last.
pub(super) fn about(about: &About) -> Vec<(&str, Value<'_>)> {
    let mut fields = Fields::of(&about.extra);
    let (major, minor) = about.format;
    fields.plain("format", format!("({major}, {minor})"));
    fields.need_text("id", &about.id);
    fields.need_text("title", &about.title);
    fields.text("summary", &about.summary);
    fields.text("language", &about.language);
    fields.text("license", &about.license);
    fields.text("reviewed", &about.reviewed);
    fields.all()
}

fn lane(lane: &Lane) -> Value<'_> {
    let mut fields = Fields::of(&lane.extra);
    fields.need_text("id", lane.id.as_str());
    fields.need_text("label", &lane.label);
    Value::Record(Record { name: "Lane", fields: fields.all(), is_short: true })
}

fn node(node: &Node) -> Value<'_> {
    let mut fields = Fields::of(&node.extra);
    fields.need_text("id", node.id.as_str());
    fields.need_text("label", &node.label);
    fields.word("kind", node.kind.name());
    fields.need_text("lane", node.lane.as_str());
    fields.text("explanation", &node.explanation);
    fields.list("levels", node.levels.iter().map(level_text));
    fields.row("aliases", node.aliases.iter().map(String::as_str));
    fields.row("xrefs", node.xrefs.iter().map(String::as_str));
    fields.list("notes", node.notes.iter().map(note));
    if let Some((x, y)) = node.at.filter(|(x, y)| x.is_finite() && y.is_finite()) {
        fields.some("at", Value::Plain(format!("({x:?}, {y:?})")));
    }
    fields.record("Node")
}

fn note(note: &Note) -> Value<'_> {
    let mut fields = Fields::of(&note.extra);
    fields.need_text("text", &note.text);
    fields.row("sources", note.sources.iter().map(SourceId::as_str));
    fields.record("Note")
}

fn link(link: &Link) -> Value<'_> {
    let mut fields = Fields::of(&link.extra);
    fields.need_text("id", link.id.as_str());
    fields.need_text("from", link.from.as_str());
    fields.need_text("to", link.to.as_str());
    fields.word("effect", link.effect.name());
    if let Some(delay) = link.delay {
        fields.some("delay", Value::Plain(delay.name().to_owned()));
    }
    fields.text("explanation", &link.explanation);
    fields.list("levels", link.levels.iter().map(level_text));
    fields.some_text("holds_when", link.holds_when.as_deref());
    fields.word("grade", link.grade.name());
    fields.list("evidence", link.evidence.iter().map(evidence));
    fields.some_text("no_source_found", link.no_source_found.as_deref());
    if let Some(popular) = &link.popular {
        fields.some("popular", self::popular(popular));
    }
    if link.returns {
        fields.word("returns", "true");
    }
    fields.record("Link")
}

fn evidence(evidence: &Evidence) -> Value<'_> {
    let mut fields = Fields::of(&evidence.extra);
    fields.need_text("source", evidence.source.as_str());
    fields.word("stance", evidence.stance.name());
    fields.word("design", evidence.design.name());
    fields.row("species", evidence.species.iter().map(String::as_str));
    fields.text("sample", &evidence.sample);
    fields.text("finding", &evidence.finding);
    fields.some_text("locator", evidence.locator.as_deref());
    fields.record("Evidence")
}

fn popular(popular: &Popular) -> Value<'_> {
    let mut fields = Fields::of(&popular.extra);
    fields.word("effect", popular.effect.name());
    fields.need_text("says", &popular.says);
    fields.text("note", &popular.note);
    fields.record("Popular")
}

fn source(source: &Source) -> Value<'_> {
    let mut fields = Fields::of(&source.extra);
    fields.need_text("id", source.id.as_str());
    fields.text("authors", &source.authors);
    if source.year != 0 {
        fields.plain("year", source.year.to_string());
    }
    fields.need_text("title", &source.title);
    fields.text("venue", &source.venue);
    fields.some_text("doi", source.doi.as_deref());
    fields.some_text("pmid", source.pmid.as_deref());
    fields.some_text("url", source.url.as_deref());
    if let Some(kind) = source.kind {
        fields.some("kind", Value::Plain(kind.name().to_owned()));
    }
    fields.word("citation", source.citation.name());
    fields.record("Source")
}

fn tour(tour: &Tour) -> Value<'_> {
    let mut fields = Fields::of(&tour.extra);
    fields.need_text("id", tour.id.as_str());
    fields.need_text("title", &tour.title);
    fields.list("steps", tour.steps.iter().map(step));
    fields.record("Tour")
}

fn step(step: &Step) -> Value<'_> {
    let mut fields = Fields::of(&step.extra);
    fields.row("show", step.show.iter().map(String::as_str));
    fields.need_text("text", &step.text);
    fields.list("levels", step.levels.iter().map(level_text));
    fields.text("notes", &step.notes);
    if let Some(predict) = &step.predict {
        fields.some("predict", self::predict(predict));
    }
    fields.list("branches", step.branches.iter().map(branch));
    fields.record("Step")
}

fn predict(predict: &Predict) -> Value<'_> {
    let mut fields = Fields::of(&predict.extra);
    fields.row("raise", predict.raise.iter().map(NodeId::as_str));
    fields.row("lower", predict.lower.iter().map(NodeId::as_str));
    fields.row("block", predict.block.iter().map(String::as_str));
    fields.need_text("ask", predict.ask.as_str());
    fields.record("Predict")
}

fn branch(branch: &Branch) -> Value<'_> {
    let mut fields = Fields::of(&branch.extra);
    fields.need_text("tour", branch.tour.as_str());
    fields.need_text("text", &branch.text);
    fields.record("Branch")
}

fn level_text(text: &LevelText) -> Value<'_> {
    let mut fields = Fields::of(&text.extra);
    fields.word("level", text.level.name());
    fields.need_text("text", &text.text);
    fields.record("Text")
}

/// The fields of a record in the making.
struct Fields<'a> {
    extra: &'a Extra,
    made: Vec<(&'a str, Value<'a>)>,
    /// Its lists, into which their unreadable items go back.
    lists: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    fn of(extra: &'a Extra) -> Self {
        Self { extra, made: Vec::new(), lists: Vec::new() }
    }

    fn plain(&mut self, name: &'static str, value: String) {
        self.made.push((name, Value::Plain(value)));
    }

    fn word(&mut self, name: &'static str, word: &str) {
        self.plain(name, word.to_owned());
    }

    fn need_text(&mut self, name: &'static str, value: &str) {
        self.made.push((name, Value::text(value)));
    }

    fn text(&mut self, name: &'static str, value: &str) {
        if !value.is_empty() {
            self.need_text(name, value);
        }
    }

    fn some(&mut self, name: &'static str, value: Value<'a>) {
        self.made.push((name, Value::Some(Box::new(value))));
    }

    fn some_text(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.some(name, Value::text(value));
        }
    }

    /// A list of texts on one line.
    fn row(&mut self, name: &'static str, values: impl Iterator<Item = &'a str>) {
        let items = self.items(name, values.map(Value::text).collect());
        if !items.is_empty() {
            self.made.push((name, Value::Row(items)));
        }
    }

    /// A list of records.
    fn list(&mut self, name: &'static str, values: impl Iterator<Item = Value<'a>>) {
        let items = self.items(name, values.collect());
        if !items.is_empty() {
            self.made.push((name, Value::List(items)));
        }
    }

    /// The items of a list, those that could not be read last.
    fn items(&mut self, name: &'static str, mut items: Vec<Value<'a>>) -> Vec<Value<'a>> {
        let kept = self.extra.iter().filter(|(other, value)| other == name && is_list(value));
        items.extend(kept.filter_map(|(_, value)| syntax::items(value, syntax::no_outline)).flatten().map(Value::Kept));
        self.lists.push(name);
        items
    }

    fn record(self, name: &'static str) -> Value<'a> {
        Value::Record(Record { name, fields: self.all(), is_short: false })
    }

    /// All fields; those that were kept as they stood come last.
    fn all(self) -> Vec<(&'a str, Value<'a>)> {
        let Self { extra, made: mut fields, lists } = self;
        let kept = extra.iter().filter(|(name, value)| !lists.contains(&name.as_str()) || !is_list(value));
        fields.extend(kept.map(|(name, value)| (name.as_str(), Value::Kept(value))));
        fields
    }
}

/// Whether a kept field is an item of a list, which is kept as a list of its own.
fn is_list(value: &str) -> bool {
    value.starts_with('[') && value.ends_with(']')
}
