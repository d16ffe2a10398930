//! Reads the records of the schema, field by field in the order of the file.

use super::{
    record::{Reader, Record},
    report::RecordPlace,
    schema, values,
};
use crate::model::{
    Branch, Citation, Evidence, Lane, LaneId, LevelText, Link, LinkId, Node, NodeId, Note, Popular, Predict, Source,
    SourceId, Step, Tour, TourId,
};

type Placed<T> = Option<(T, RecordPlace)>;

pub(super) fn lane<'de>(reader: &mut Reader<'de>, text: &'de str) -> Placed<Lane> {
    let mut record = Record::open(reader, text, &schema::LANE)?;
    let id = LaneId::new(&record.id());
    let label = record.need_text("label");
    let (extra, place) = record.finish()?;
    Some((Lane { id, label, extra }, place))
}

pub(super) fn node<'de>(reader: &mut Reader<'de>, text: &'de str) -> Placed<Node> {
    let mut record = Record::open(reader, text, &schema::NODE)?;
    let id = NodeId::new(&record.id());
    let label = record.need_text("label");
    let kind = record.need_word("kind");
    let lane = LaneId::new(&record.need_text("lane"));
    let explanation = record.text("explanation");
    let levels = record.list("levels", level_text);
    let aliases = record.list("aliases", plain);
    let xrefs = record.list("xrefs", plain);
    let notes = record.list("notes", note);
    let at = record.some("at", values::point);
    let (extra, place) = record.finish()?;
    Some((Node { id, label, kind: kind?, lane, explanation, levels, aliases, xrefs, notes, at, extra }, place))
}

pub(super) fn link<'de>(reader: &mut Reader<'de>, text: &'de str) -> Placed<Link> {
    let mut record = Record::open(reader, text, &schema::LINK)?;
    let id = LinkId::new(&record.id());
    let from = NodeId::new(&record.need_text("from"));
    let to = NodeId::new(&record.need_text("to"));
    let effect = record.need_word("effect");
    let delay = record.some("delay", values::some_word);
    let explanation = record.text("explanation");
    let levels = record.list("levels", level_text);
    let holds_when = record.some_text("holds_when");
    let grade = record.need_word("grade");
    let evidence = record.list("evidence", evidence);
    let no_source_found = record.some_text("no_source_found");
    let popular = record.some_record("popular", "Popular(effect: Raises, says: \"...\")", popular);
    let returns = record.maybe("returns", values::flag).unwrap_or_default();
    let (extra, place) = record.finish()?;
    let (effect, grade) = (effect?, grade?);
    let link = Link {
        id,
        from,
        to,
        effect,
        delay,
        explanation,
        levels,
        holds_when,
        grade,
        evidence,
        no_source_found,
        popular,
        returns,
        extra,
    };
    Some((link, place))
}

pub(super) fn source<'de>(reader: &mut Reader<'de>, text: &'de str) -> Placed<Source> {
    let mut record = Record::open(reader, text, &schema::SOURCE)?;
    let id = SourceId::new(&record.id());
    let authors = record.text("authors");
    let year = record.maybe("year", values::number).unwrap_or_default();
    let title = record.need_text("title");
    let venue = record.text("venue");
    let doi = record.some_text("doi");
    let pmid = record.some_text("pmid");
    let url = record.some_text("url");
    let kind = record.some("kind", values::word);
    let citation = record.maybe("citation", values::word).unwrap_or(Citation::Unconfirmed);
    let (extra, place) = record.finish()?;
    Some((Source { id, authors, year, title, venue, doi, pmid, url, kind, citation, extra }, place))
}

pub(super) fn tour<'de>(reader: &mut Reader<'de>, text: &'de str) -> Placed<Tour> {
    let mut record = Record::open(reader, text, &schema::TOUR)?;
    let id = TourId::new(&record.id());
    let title = record.need_text("title");
    let steps = record.list("steps", step);
    let (extra, place) = record.finish()?;
    Some((Tour { id, title, steps, extra }, place))
}

fn note<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Note> {
    let mut record = Record::open(reader, text, &schema::NOTE)?;
    let text = record.need_text("text");
    let sources = record.list("sources", plain).iter().map(|id| SourceId::new(id)).collect();
    let (extra, _) = record.finish()?;
    Some(Note { text, sources, extra })
}

fn evidence<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Evidence> {
    let mut record = Record::open(reader, text, &schema::EVIDENCE)?;
    let source = SourceId::new(&record.need_text("source"));
    let stance = record.need_word("stance");
    let design = record.need_word("design");
    let species = record.list("species", plain);
    let sample = record.text("sample");
    let finding = record.text("finding");
    let locator = record.some_text("locator");
    let (extra, _) = record.finish()?;
    Some(Evidence { source, stance: stance?, design: design?, species, sample, finding, locator, extra })
}

fn popular<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Popular> {
    let mut record = Record::open(reader, text, &schema::POPULAR)?;
    let effect = record.need_word("effect");
    let says = record.need_text("says");
    let note = record.text("note");
    let (extra, _) = record.finish()?;
    Some(Popular { effect: effect?, says, note, extra })
}

fn step<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Step> {
    let mut record = Record::open(reader, text, &schema::STEP)?;
    let show = record.list("show", plain);
    let text = record.need_text("text");
    let levels = record.list("levels", level_text);
    let notes = record.text("notes");
    let predict = record.some_record("predict", "Predict(raise: [\"...\"], ask: \"...\")", predict);
    let branches = record.list("branches", branch);
    let (extra, _) = record.finish()?;
    Some(Step { show, text, levels, notes, predict, branches, extra })
}

fn predict<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Predict> {
    let mut record = Record::open(reader, text, &schema::PREDICT)?;
    let nodes = |ids: Vec<String>| ids.iter().map(|id| NodeId::new(id)).collect();
    let raise = nodes(record.list("raise", plain));
    let lower = nodes(record.list("lower", plain));
    let block = record.list("block", plain);
    let ask = NodeId::new(&record.need_text("ask"));
    let (extra, _) = record.finish()?;
    Some(Predict { raise, lower, block, ask, extra })
}

fn branch<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<Branch> {
    let mut record = Record::open(reader, text, &schema::BRANCH)?;
    let tour = TourId::new(&record.need_text("tour"));
    let text = record.need_text("text");
    let (extra, _) = record.finish()?;
    Some(Branch { tour, text, extra })
}

fn level_text<'de>(reader: &mut Reader<'de>, _: &'static str, text: &'de str) -> Option<LevelText> {
    let mut record = Record::open(reader, text, &schema::TEXT)?;
    let level = record.need_word("level");
    let text = record.need_text("text");
    let (extra, _) = record.finish()?;
    Some(LevelText { level: level?, text, extra })
}

/// An item of a list of texts.
fn plain<'de>(reader: &mut Reader<'de>, name: &'static str, item: &'de str) -> Option<String> {
    values::item(name, item).map_err(|mistake| reader.error(item, Some(name), mistake.what, mistake.hint)).ok()
}
