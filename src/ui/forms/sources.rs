//! The fields of a source, and sources as something to choose.

use egui::{RichText, Ui};

use super::{form::Form, pick::Row};
use crate::{
    address::checked_address,
    editing::{Choice, SourceText, Text},
    model::{Citation, Pathway, Source, SourceId, SourceKind},
    session::{Action, FormAct, Item, Session},
    ui::{
        style::color,
        widgets::{heading, open, rows_ui},
    },
    words,
};

/// The sources of the pathway as rows of a chooser.
pub(super) fn source_rows(session: &Session) -> Vec<Row> {
    session.pathway().sources().iter().map(|source| Row::new(source.short(), source.title.as_str())).collect()
}

/// A source in a few words.
pub(super) fn source_title(pathway: &Pathway, id: &SourceId) -> String {
    pathway.source(id).map_or_else(|| id.to_string(), |source| source.short())
}

/// Draws the fields of a source.
pub(super) fn source_ui(ui: &mut Ui, form: &mut Form<'_>, source: &Source) {
    let place = |text| Text::Source(source.id.clone(), text);
    let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
    kind_ui(ui, form, source);
    form.text(ui, words::forms::AUTHORS, place(SourceText::Authors), &source.authors);
    let year = if source.year == 0 { String::new() } else { source.year.to_string() };
    form.text(ui, words::forms::YEAR, place(SourceText::Year), &year);
    form.text(ui, words::forms::TITLE, place(SourceText::Title), &source.title);
    form.text(ui, words::forms::VENUE, place(SourceText::Venue), &source.venue);
    form.text(ui, words::forms::DOI, place(SourceText::Doi), &or_none(&source.doi));
    form.text(ui, words::forms::PMID, place(SourceText::Pmid), &or_none(&source.pmid));
    form.text(ui, words::forms::URL, place(SourceText::Url), &or_none(&source.url));
    addresses_ui(ui, form, source);
    ui.add_space(4.0);
    if let Some(on) = form.tick(ui, words::forms::CONFIRMED, source.citation == Citation::Confirmed) {
        let citation = if on { Citation::Confirmed } else { Citation::Unconfirmed };
        form.act(FormAct::Choose(Choice::Citation(source.id.clone(), citation)));
    }
    form.remark(ui, words::forms::CONFIRMED_HINT);
    cited_ui(ui, form, source);
    join_ui(ui, form, source);
}

fn kind_ui(ui: &mut Ui, form: &mut Form<'_>, source: &Source) {
    let told = Source { kind: None, ..source.clone() }.publication().map(|(kind, _)| kind.noun());
    let open = words::forms::told_kind(told);
    let rows = || {
        let kinds = SourceKind::ALL.map(|kind| Row::new(kind.noun(), ""));
        [Row::new(open.as_str(), words::forms::TOLD_KIND_HINT)].into_iter().chain(kinds).collect()
    };
    let now = source.kind.map_or(open.as_str(), |kind| kind.noun());
    if let Some(row) = form.pick(ui, words::forms::PUBLICATION, now, &rows) {
        let kind = row.checked_sub(1).map(|kind| SourceKind::ALL[kind]);
        form.act(FormAct::Choose(Choice::SourceKind(source.id.clone(), kind)));
    }
}

/// The addresses as they will be opened.
fn addresses_ui(ui: &mut Ui, form: &mut Form<'_>, source: &Source) {
    for address in source.addresses().into_iter().filter(|address| checked_address(address).is_some()) {
        if form.way(ui, &format!("{address} ↗")) {
            form.actions.push(Action::Browse(address));
        }
    }
}

/// Where it is cited; where it is not, it can be removed.
fn cited_ui(ui: &mut Ui, form: &mut Form<'_>, source: &Source) {
    heading(ui, words::forms::CITED);
    let pathway = form.session.pathway();
    let cites = |link: &&std::sync::Arc<crate::model::Link>| link.evidence.iter().any(|e| e.source == source.id);
    let links = pathway.links().filter(cites).map(|link| (Item::Link(link.id.clone()), pathway.sentence(link)));
    let notes = pathway.nodes().filter(|node| node.notes.iter().any(|note| note.sources.contains(&source.id)));
    let places: Vec<(Item, String)> =
        links.chain(notes.map(|node| (Item::Node(node.id.clone()), node.label.clone()))).collect();
    if places.is_empty() {
        ui.label(RichText::new(words::forms::NOT_CITED).color(color(form.palette.weak)));
        if form.session.view().writing && form.button(ui, words::forms::REMOVE_SOURCE) {
            form.act(FormAct::RemoveSource(source.id.clone()));
        }
    }
    let palette = form.palette;
    rows_ui(ui, places.into_iter(), palette, |ui, (item, text)| {
        if form.way(ui, &text) {
            open(item, form.actions);
        }
    });
}

/// Another entry of the same work becomes one with this.
fn join_ui(ui: &mut Ui, form: &mut Form<'_>, source: &Source) {
    let others: Vec<&Source> = form.session.pathway().sources().iter().map(|other| &**other).collect();
    let rows = || {
        let row = |other: &&Source| Row {
            fits: other.id != source.id,
            ..Row::new(other.short(), format!("{}\n{}", other.title, words::forms::TWIN_GOES))
        };
        others.iter().map(row).collect()
    };
    if let Some(gone) = form.pick(ui, words::forms::JOIN, words::forms::CHOOSE_TWIN, &rows) {
        form.act(FormAct::JoinSources(source.id.clone(), others[gone].id.clone()));
    }
}
