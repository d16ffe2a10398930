//! What is asked before unsaved work could be lost, and what is offered after it nearly was. The first button loses nothing
//! and has the keyboard.

use egui::{Align2, Context, RichText, Ui, Window, vec2};

use super::{
    room::MARGIN,
    style::{bold, color},
    widgets::paragraph,
};
use crate::{
    session::{Action, CloseAct, LeftWork, OnDisk, Session},
    text::visible,
    theme::Palette,
    words,
};

/// Draws the question that waits for an answer, if one does.
pub(super) fn closing_ui(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let files = session.files();
    if files.path_text().is_some() || files.replaces().is_some() {
        return;
    }
    if files.leaves().is_some() {
        let text = words::closing::leave(&session.pathway().about().title);
        let buttons = [
            (words::closing::SAVE, CloseAct::Save),
            (words::closing::DISCARD, CloseAct::Discard),
            (words::closing::STAY, CloseAct::Stay),
        ];
        ask(ctx, words::closing::LEAVE_TITLE, &text, &buttons, actions);
    } else if let Some((path, is_gone)) = files.conflict() {
        let path = path.display().to_string();
        let text = if is_gone { words::closing::gone(&path) } else { words::closing::changed(&path) };
        let mut buttons = vec![(words::closing::KEEP_COPY, CloseAct::KeepCopy)];
        if is_gone {
            buttons.push((words::closing::WRITE_AGAIN, CloseAct::WriteAgain));
        } else {
            buttons.push((words::closing::COMPARE, CloseAct::Compare));
            buttons.push((words::closing::RELOAD, CloseAct::Reload));
        }
        buttons.push((words::closing::STAY, CloseAct::Stay));
        ask(ctx, words::closing::CONFLICT_TITLE, &text, &buttons, actions);
    } else if let Some(left) = session.left() {
        left_ui(ctx, left, actions);
    }
}

/// In the place of a drawing that is left out of care.
pub fn undrawn_ui(ui: &mut Ui, palette: &Palette, actions: &mut Vec<Action>) {
    ui.centered_and_justified(|ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() / 3.0);
            ui.label(RichText::new(words::closing::NOT_DRAWN).color(color(palette.weak)));
            if ui.button(words::closing::DRAW_AGAIN).clicked() {
                actions.push(Action::DrawAgain);
            }
        });
    });
}

fn left_ui(ctx: &Context, left: &LeftWork, actions: &mut Vec<Action>) {
    let path = left.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let file = match left.on_disk {
        OnDisk::Never => words::closing::NEVER_SAVED.to_owned(),
        OnDisk::Unchanged => words::closing::unchanged(&path),
        OnDisk::Changed => words::closing::written_since(&path),
        OnDisk::Gone => words::closing::file_gone(&path),
    };
    let mut text = words::closing::left(&left.title, left.age, &file);
    let mut buttons = Vec::new();
    match &left.work {
        Ok(_) => buttons.push((words::closing::RECOVER, CloseAct::Recover(left.number))),
        Err(problems) => {
            let why = problems.first().map(|problem| problem.what.as_str()).unwrap_or_default();
            text = format!("{text} {}", words::closing::unreadable(why));
        }
    }
    if matches!(left.on_disk, OnDisk::Unchanged | OnDisk::Changed) {
        if left.work.is_ok() {
            buttons.push((words::closing::COMPARE, CloseAct::RecoverAndCompare(left.number)));
        }
        buttons.push((words::closing::OPEN_SAVED, CloseAct::OpenSaved(left.number)));
    }
    buttons.push((words::closing::GIVE_UP, CloseAct::GiveUp(left.number)));
    buttons.push((words::closing::LATER, CloseAct::Later));
    ask(ctx, words::closing::LEFT_TITLE, &text, &buttons, actions);
}

/// A question with its answers.
fn ask(ctx: &Context, title: &str, text: &str, buttons: &[(&str, CloseAct)], actions: &mut Vec<Action>) {
    let window = Window::new(RichText::new(title).font(bold(16.0))).collapsible(false).resizable(false);
    window.anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0)).show(ctx, |ui| {
        ui.set_max_width(460.0_f32.min(ctx.content_rect().width() - MARGIN));
        paragraph(ui, visible(text));
        ui.horizontal_wrapped(|ui| {
            let responses: Vec<_> = buttons.iter().map(|(label, act)| (ui.button(*label), act)).collect();
            // It has the keyboard until it is answered.
            if let Some((first, _)) = responses.first()
                && !responses.iter().any(|(button, _)| button.has_focus())
            {
                first.request_focus();
            }
            for (button, act) in responses {
                if button.clicked() {
                    actions.push(Action::Close(*act));
                }
            }
        });
    });
}
