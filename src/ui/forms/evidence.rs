//! The fields of the evidence on a link.

use egui::{Id, Rect, Ui, vec2};

use super::{
    form::Form,
    pick::rows,
    sources::{source_rows, source_title},
};
use crate::{
    editing::{Choice, EvidenceText, List, Text},
    model::{Design, Evidence, Link, Stance},
    session::{Action, CiteAct, Field, FormAct},
    ui::widgets::{card, heading},
    words,
};

/// From so many items on, those that are far out of sight are not laid out: only the room is kept that they took.
const MANY: usize = 24;
/// How far out of sight, in px: Tab and a reader find what comes next.
const FAR: f32 = 600.0;

/// Draws the fields of all evidence on a link, in the order of the file.
pub(super) fn evidence_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    heading(ui, words::forms::EVIDENCE);
    for (at, item) in link.evidence.iter().enumerate() {
        let wanted = form.session.view().wants_field == Some(Field::Stance(link.id.clone(), at));
        let lazy = link.evidence.len() >= MANY && !wanted;
        form.item(at, words::forms::evidence_of(at + 1, &form.of), |form| {
            in_sight(ui, form.id, lazy, |ui| card(ui, form.palette, |ui| item_ui(ui, form, link, at, item)));
        });
    }
    let rows = || source_rows(form.session);
    let field = Field::NewEvidence(link.id.clone());
    if let Some(source) =
        form.pick_wanted(ui, Some(&field), words::forms::ADD_EVIDENCE, words::forms::CHOOSE_SOURCE, &rows)
    {
        let source = form.session.pathway().sources()[source].id.clone();
        form.act(FormAct::Cite(link.id.clone(), source));
    }
    if form.button(ui, words::commands::ADD_SOURCE) {
        form.actions.push(Action::Cite(CiteAct::Ask));
    }
}

/// Draws something, unless it is far out of sight and its height is known.
fn in_sight(ui: &mut Ui, id: Id, lazy: bool, draw: impl FnOnce(&mut Ui)) {
    let known: Option<f32> = ui.data(|data| data.get_temp(id)).filter(|_| lazy);
    if let Some(height) = known {
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        if !ui.clip_rect().expand(FAR).intersects(rect) {
            ui.allocate_space(rect.size());
            return;
        }
    }
    let height = ui.scope(draw).response.rect.height();
    ui.data_mut(|data| data.insert_temp(id, height));
}

fn item_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link, at: usize, item: &Evidence) {
    source_ui(ui, form, link, at, item);
    let stances = || rows(Stance::ALL, Stance::label, words::forms::STANCES);
    let field = Field::Stance(link.id.clone(), at);
    if let Some(stance) = form.pick_wanted(ui, Some(&field), words::forms::STANCE, item.stance.label(), &stances) {
        form.act(FormAct::Choose(Choice::Stance(link.id.clone(), at, Stance::ALL[stance])));
    }
    let designs = || rows(Design::ALL, Design::label, words::forms::DESIGNS);
    if let Some(design) = form.pick(ui, words::forms::DESIGN, item.design.label(), &designs) {
        form.act(FormAct::Choose(Choice::Design(link.id.clone(), at, Design::ALL[design])));
    }
    let place = |text| Text::Evidence(link.id.clone(), at, text);
    form.text(ui, words::forms::SPECIES, place(EvidenceText::Species), &item.species.join("\n"));
    form.text(ui, words::forms::SAMPLE, place(EvidenceText::Sample), &item.sample);
    form.text(ui, words::forms::FINDING, place(EvidenceText::Finding), &item.finding);
    let locator = item.locator.as_deref().unwrap_or_default();
    form.text(ui, words::forms::LOCATOR, place(EvidenceText::Locator), locator);
    ui.horizontal_wrapped(|ui| {
        let list = || List::Evidence(link.id.clone());
        if form.button_if(ui, at > 0, words::forms::UP) {
            form.act(FormAct::MoveItem(list(), at, at - 1));
        }
        if form.button_if(ui, at + 1 < link.evidence.len(), words::forms::DOWN) {
            form.act(FormAct::MoveItem(list(), at, at + 1));
        }
        if form.button(ui, words::forms::REMOVE) {
            form.act(FormAct::RemoveItem(list(), at));
        }
    });
}

/// Which source it is, and the way to that source's own fields.
fn source_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link, at: usize, item: &Evidence) {
    let pathway = form.session.pathway();
    let rows = || source_rows(form.session);
    if let Some(source) = form.pick(ui, words::forms::SOURCE, &source_title(pathway, &item.source), &rows) {
        let source = pathway.sources()[source].id.clone();
        form.act(FormAct::Choose(Choice::Source(link.id.clone(), at, source)));
    }
    let Some(source) = pathway.source(&item.source) else { return };
    form.remark(ui, &source.title);
    if form.way(ui, words::forms::EDIT_SOURCE) {
        form.act(FormAct::EditSource(source.id.clone()));
    }
}
