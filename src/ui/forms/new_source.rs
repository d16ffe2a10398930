//! The box for a source: what was pasted, what was recognised in it, and what becomes of that.

use egui::{Align2, Context, Key, Modifiers, RichText, ScrollArea, TextEdit, Ui, ViewportCommand, Window, vec2};

use crate::{
    session::{Action, CiteAct, Command, Found, NewSource, Session},
    theme::Palette,
    ui::{
        long::in_pieces,
        room::list_height,
        style::{bold, color},
        widgets::{card, paragraph},
    },
    words,
};

/// What a window is wider than the box at least, in px.
const AROUND: f32 = 60.0;
/// Width of the box, in px.
const WIDTH: f32 = 460.0;
/// Most sources that are shown of those that were recognised.
const MOST: usize = 20;

/// Draws the box, while a source is asked for.
pub(crate) fn new_source_ui(ctx: &Context, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(new) = session.new_source() else { return };
    if session.files().path_text().is_some() || session.files().replaces().is_some() {
        return;
    }
    let title = RichText::new(words::forms::NEW_SOURCE).font(bold(16.0));
    let window = Window::new(title).collapsible(false).resizable(false);
    window.anchor(Align2::CENTER_CENTER, vec2(0.0, -20.0)).show(ctx, |ui| {
        ui.set_max_width(WIDTH.min(ctx.content_rect().width() - AROUND));
        paragraph(ui, words::forms::NEW_SOURCE_HINT);
        let entered = field_ui(ui, new, actions);
        ScrollArea::vertical().max_height(list_height(ui)).show(ui, |ui| found_ui(ui, session, new, palette, actions));
        ui.horizontal(|ui| {
            if ui.button(words::forms::PASTE).on_hover_text(words::forms::PASTE_HINT).clicked() {
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            let take = if new.link.is_some() { words::forms::TAKE_AND_CITE } else { words::forms::TAKE };
            let taken = ui.add_enabled(!new.found.is_empty(), egui::Button::new(take)).clicked();
            if taken || entered {
                actions.push(Action::Cite(CiteAct::Take));
            }
            if ui.button(words::dialogs::CANCEL).clicked() {
                actions.push(Action::Run(Command::Back));
            }
        });
    });
}

/// The field, which has the keyboard; says whether Enter was pressed. Entries of several lines are pasted, not typed.
fn field_ui(ui: &mut Ui, new: &NewSource, actions: &mut Vec<Action>) -> bool {
    let id = ui.id().with("pasted");
    let listens = ui.memory(|memory| memory.has_focus(id));
    let entered = listens && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let mut text = new.text.clone();
    let mut layouter = in_pieces;
    let edit =
        TextEdit::multiline(&mut text).layouter(&mut layouter).id(id).desired_rows(3).desired_width(f32::INFINITY);
    // What is long scrolls.
    let height = list_height(ui) / 2.0;
    let response = ScrollArea::vertical().id_salt("long").max_height(height).show(ui, |ui| ui.add(edit)).inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(words::forms::PASTED));
    if response.changed() {
        actions.push(Action::Cite(CiteAct::Text(text)));
    }
    // It has the keyboard first; then Tab leads on to the buttons.
    if ui.memory(|memory| memory.focused().is_none()) || new.text.is_empty() && !response.has_focus() {
        response.request_focus();
    }
    entered
}

fn found_ui(ui: &mut Ui, session: &Session, new: &NewSource, palette: &Palette, actions: &mut Vec<Action>) {
    let weak = |text: String| RichText::new(text).small().color(color(palette.weak));
    for (at, found) in new.found.iter().take(MOST).enumerate() {
        card(ui, palette, |ui| {
            one_ui(ui, session, found);
            gaps_ui(ui, at, found, actions);
        });
    }
    if new.found.len() > MOST {
        paragraph(ui, weak(words::forms::more_sources(new.found.len() - MOST)));
    }
    for remark in &new.remarks {
        let ink = if new.found.is_empty() { palette.error } else { palette.weak };
        paragraph(ui, RichText::new(remark).small().color(color(ink)));
    }
    if new.found.iter().any(|found| found.known.is_none()) {
        paragraph(ui, weak(words::forms::UNCONFIRMED_YET.to_owned()));
    }
}

/// A source that was recognised: what is read, what it lacks, whether it is here.
fn one_ui(ui: &mut Ui, session: &Session, found: &Found) {
    let read = &found.recognised;
    paragraph(ui, RichText::new(read.source.reference()).font(bold(13.0)));
    let known = found.known.as_ref().and_then(|id| session.pathway().source(id));
    let known = known.map(|source| words::forms::known(&source.short()));
    let as_what = || words::forms::recognised(read.form.noun());
    let lack = if known.is_none() { read.lack().or_else(|| Some(as_what())) } else { None };
    for text in read.question.iter().chain(&known).chain(&lack).chain(&read.remarks) {
        paragraph(ui, RichText::new(text).small());
    }
}

/// What a source that is here already lacks and this one says, with a box that says whether it is filled in.
fn gaps_ui(ui: &mut Ui, at: usize, found: &Found, actions: &mut Vec<Action>) {
    if found.gaps.is_empty() {
        return;
    }
    let mut fills = found.fills;
    if ui.checkbox(&mut fills, words::forms::FILL_GAPS).changed() {
        actions.push(Action::Cite(CiteAct::Fill(at, fills)));
    }
    for gap in &found.gaps {
        paragraph(ui, RichText::new(words::forms::gap(gap.field, &gap.value)).small());
    }
}
