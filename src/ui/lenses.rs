//! Lenses and sources on the left: which links are shown, and how much rests on each paper.

use egui::{Button, Checkbox, RichText, ScrollArea, Slider, Stroke, Ui};

use super::{
    evidence::{references_ui, source_ui},
    style::{bold, color},
    widgets::{group_title, open, paragraph, text_button},
};
use crate::{
    analysis::lens::{Lens, Rests},
    model::{Grade, Source},
    session::{Action, Command, FormAct, Item, Session},
    theme::Palette,
    words,
};

/// Draws the lenses.
pub(super) fn lenses_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let lens = &session.lens().lens;
        // An empty box needs an edge to be seen as one.
        ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, color(palette.weak));
        paragraph(ui, RichText::new(words::lenses::HINT).color(color(palette.weak)));
        group_title(ui, words::lenses::WEIGHT, palette);
        grade_ui(ui, lens, actions);
        let weakest = words::lenses::weakest(lens.weakest.definition());
        paragraph(ui, RichText::new(weakest).small().color(color(palette.weak)));
        group_title(ui, words::lenses::KIND, palette);
        for (on, text, command) in [
            (lens.human_only, words::lenses::HUMAN_ONLY, Command::HumanOnly),
            (lens.contested_only, words::lenses::CONTESTED_ONLY, Command::ContestedOnly),
        ] {
            let mut ticked = on;
            let hint = command.shortcut_text();
            if ui.add(Checkbox::new(&mut ticked, text)).on_hover_text(hint).changed() {
                actions.push(Action::Run(command));
            }
        }
        if let Some(id) = &lens.without {
            group_title(ui, words::lenses::WITHOUT, palette);
            let name = session.pathway().source(id).map_or_else(|| id.to_string(), |source| source.short());
            paragraph(ui, words::lenses::as_if_without(&name));
            if ui.button(words::lenses::BRING_BACK).clicked() {
                actions.push(Action::KnockOut(id.clone()));
            }
        }
        ui.add_space(8.0);
        if ui.add_enabled(!lens.shows_all(), Button::new(words::commands::CLEAR_LENSES)).clicked() {
            actions.push(Action::Run(Command::ClearLenses));
        }
    });
}

fn grade_ui(ui: &mut Ui, lens: &Lens, actions: &mut Vec<Action>) {
    let mut at = Grade::ALL.iter().position(|grade| *grade == lens.weakest).unwrap_or_default();
    let name = |at: f64, _| Grade::ALL.get(at as usize).map_or("", |grade| grade.name()).to_owned();
    let changed = ui
        .horizontal(|ui| {
            let label = ui.label(words::lenses::FROM_A_TO);
            let slider = Slider::new(&mut at, 0..=Grade::ALL.len() - 1).custom_formatter(name);
            ui.add(slider).labelled_by(label.id).on_hover_text(words::lenses::WEIGHT_HINT).changed()
        })
        .inner;
    if changed && let Some(&weakest) = Grade::ALL.get(at) {
        actions.push(Action::SetLens(Lens { weakest, ..lens.clone() }));
    }
}

/// Draws the bibliography, the papers on which most rests first.
pub(super) fn sources_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let pathway = session.pathway();
    let all: Vec<&Source> = pathway.sources().iter().map(|source| &**source).collect();
    references_ui(ui, &all, actions);
    if ui.button(words::commands::ADD_SOURCE).clicked() {
        actions.push(Action::Run(Command::AddSource));
    }
    ui.add_space(4.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for rests in session.ranked_sources() {
            let id = egui::Id::new(("source", rests.source.as_str()));
            let title = pathway.source(&rests.source).map_or_else(|| rests.source.to_string(), |s| s.short());
            let header = egui::CollapsingHeader::new(RichText::new(title).font(bold(13.5))).id_salt(id);
            header.show(ui, |ui| {
                source_ui(ui, session, &rests.source, None, palette, actions);
                if text_button(ui, words::forms::EDIT_SOURCE, palette).clicked() {
                    actions.push(Action::Form(FormAct::EditSource(rests.source.clone())));
                }
                rests_ui(ui, session, rests, palette, actions);
            });
            paragraph(ui, RichText::new(how_much(rests)).small().color(color(palette.weak)));
            ui.add_space(2.0);
        }
    });
}

fn how_much(rests: &Rests) -> String {
    words::lenses::how_much_rests(rests.links, rests.falling())
}

fn rests_ui(ui: &mut Ui, session: &Session, rests: &Rests, palette: &Palette, actions: &mut Vec<Action>) {
    for id in rests.alone.iter().chain(&rests.bare) {
        let Some(link) = session.pathway().link(id) else { continue };
        if text_button(ui, session.pathway().sentence(link), palette).clicked() {
            open(Item::Link(id.clone()), actions);
        }
    }
    let out = session.lens().lens.without.as_ref() == Some(&rests.source);
    let text = if out { words::lenses::BRING_PAPER_BACK } else { words::lenses::KNOCK_OUT };
    if ui.button(text).on_hover_text(words::lenses::KNOCK_OUT_HINT).clicked() {
        actions.push(Action::KnockOut(rests.source.clone()));
    }
}
