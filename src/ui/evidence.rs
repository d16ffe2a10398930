//! Evidence in Details: for and against apart, each item with its study, its source and where to read it.

use egui::{RichText, Ui};

use super::{
    style::{bold, color},
    widgets::{callout, card, heading, paragraph, text_button},
};
use crate::{
    address::checked_address,
    formats::bibliography,
    model::{Citation, Evidence, Link, Node, Source, SourceId, Stance},
    session::{Action, Session},
    theme::Palette,
    words,
    words::names::many,
};

/// What the popular article says, where it differs.
pub(super) fn popular_ui(ui: &mut Ui, link: &Link, palette: &Palette) {
    let Some(popular) = &link.popular else { return };
    ui.add_space(6.0);
    callout(ui, palette, |ui| {
        let title = if link.told_otherwise() { words::evidence::TOLD_OTHERWISE } else { words::evidence::TOLD };
        ui.label(RichText::new(title).font(bold(13.5)).color(color(palette.accent)));
        paragraph(ui, popular.says.as_str());
        if link.told_otherwise() {
            let (told, shown) = (popular.effect.label(), link.effect.label());
            paragraph(ui, RichText::new(words::evidence::told_and_shown(told, shown)).font(bold(13.0)));
        }
        if !popular.note.is_empty() {
            paragraph(ui, popular.note.as_str());
        }
    });
}

/// All evidence, by stance.
pub(super) fn evidence_ui(ui: &mut Ui, session: &Session, link: &Link, palette: &Palette, actions: &mut Vec<Action>) {
    if link.evidence.is_empty() {
        return;
    }
    for stance in Stance::ALL {
        let items: Vec<&Evidence> = link.evidence.iter().filter(|e| e.stance == stance).collect();
        if items.is_empty() {
            continue;
        }
        heading(ui, &format!("{} ({})", stance_title(stance), items.len()));
        for item in items {
            card(ui, palette, |ui| item_ui(ui, session, item, palette, actions));
        }
    }
}

fn stance_title(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => words::evidence::SUPPORTS,
        Stance::Disputes => words::evidence::DISPUTES,
        Stance::Null => words::evidence::NULL,
        Stance::Near => words::evidence::NEAR,
    }
}

fn item_ui(ui: &mut Ui, session: &Session, item: &Evidence, palette: &Palette, actions: &mut Vec<Action>) {
    let species: Vec<String> = item.species.iter().map(|s| many(s)).collect();
    let mut study = item.design.label().to_owned();
    if !species.is_empty() {
        study.push_str(" · ");
        study.push_str(&species.join(", "));
    }
    paragraph(ui, RichText::new(study).font(bold(12.5)).color(color(palette.weak)));
    if !item.sample.is_empty() {
        paragraph(ui, RichText::new(&item.sample).small().color(color(palette.weak)));
    }
    if !item.finding.is_empty() {
        paragraph(ui, item.finding.as_str());
    }
    source_ui(ui, session, &item.source, item.locator.as_deref(), palette, actions);
}

/// A source: reference, whether it is confirmed, and buttons that say which host they open.
pub(super) fn source_ui(
    ui: &mut Ui,
    session: &Session,
    id: &SourceId,
    locator: Option<&str>,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    let Some(source) = session.shown().source(id) else {
        let text = words::evidence::no_such_source(id.as_str());
        ui.label(RichText::new(text).color(color(palette.error)));
        return;
    };
    let said = [source.short(), source.venue.clone()].into_iter().filter(|part| !part.is_empty());
    let said = said.collect::<Vec<_>>().join(", ");
    let place = locator.map_or(String::new(), |locator| format!(" ({locator})"));
    paragraph(ui, RichText::new(said + &place).font(bold(13.0)));
    paragraph(ui, RichText::new(&source.title).small());
    if source.citation == Citation::Unconfirmed {
        paragraph(ui, RichText::new(words::evidence::UNCONFIRMED).small().color(color(palette.error)));
    }
    ui.horizontal_wrapped(|ui| {
        for address in source.addresses() {
            let Some(url) = checked_address(&address) else { continue };
            let host = url.host_str().unwrap_or_default().to_owned();
            let button = text_button(ui, format!("{host} ↗"), palette);
            if button.on_hover_text(words::evidence::opens(&address)).clicked() {
                actions.push(Action::Browse(address));
            }
        }
        if text_button(ui, words::evidence::COPY_CITATION, palette).clicked() {
            actions.push(Action::Copy(source.reference()));
        }
    });
}

/// The sources that a link rests on, each once.
pub(super) fn sources_of<'a>(session: &'a Session, link: &Link) -> Vec<&'a Source> {
    let mut ids: Vec<&SourceId> = Vec::new();
    for evidence in &link.evidence {
        if !ids.contains(&&evidence.source) {
            ids.push(&evidence.source);
        }
    }
    ids.into_iter().filter_map(|id| session.shown().source(id)).map(|source| &**source).collect()
}

/// Writes sources in one format.
type Write = fn(&[&Source]) -> String;

/// A menu that copies sources in the formats of reference managers.
pub(super) fn references_ui(ui: &mut Ui, sources: &[&Source], actions: &mut Vec<Action>) {
    if sources.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.menu_button(words::evidence::copy_references(sources.len()), |ui| {
        let plain: Write = |sources| sources.iter().map(|s| s.reference() + "\n").collect();
        let formats: [(&str, Write); 4] = [
            (words::evidence::AS_TEXT, plain),
            (words::evidence::AS_BIBTEX, bibliography::bibtex),
            (words::evidence::AS_RIS, bibliography::ris),
            (words::evidence::AS_CSL_JSON, bibliography::csl_json),
        ];
        for (name, write) in formats {
            if ui.button(name).clicked() {
                actions.push(Action::Copy(write(sources)));
                ui.close();
            }
        }
    });
}

/// Remarks on a node, with their sources.
pub(super) fn notes_ui(ui: &mut Ui, session: &Session, node: &Node, palette: &Palette, actions: &mut Vec<Action>) {
    if node.notes.is_empty() {
        return;
    }
    heading(ui, words::evidence::NOTES);
    for note in &node.notes {
        card(ui, palette, |ui| {
            paragraph(ui, note.text.as_str());
            for source in &note.sources {
                source_ui(ui, session, source, None, palette, actions);
            }
        });
    }
}
