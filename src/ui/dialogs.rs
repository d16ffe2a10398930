//! What opens over the window: About, the list of problems, and a box for a path where there is no file dialog.

use egui::{Align2, Context, RichText, ScrollArea, TextEdit, Ui, Window, vec2};

use super::{
    closing::closing_ui,
    forms::new_source_ui,
    importing::import_ui,
    many::{entry_ui, merge_ui, replace_ui as replace_texts_ui},
    messages::messages_ui,
    problems::problems_ui,
    room::MARGIN,
    steps::steps_ui,
    style::{bold, color},
    widgets::{paragraph, text_button},
};
use crate::{
    session::{Action, Command, ImportAct, OpenText, Session, keys_text},
    text::visible,
    theme::Palette,
    words,
};

/// Height of a window below which a dialog takes all of it, and of a dialog's own head and edges. In px.
const LOW: f32 = 320.0;
const HEAD: f32 = 96.0;
/// Least width for the list of keys to have two columns, in px.
const TWO_COLUMNS: f32 = 460.0;

/// Draws the dialogs that are open.
pub fn dialogs_ui(ctx: &Context, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    match session.view().text {
        None => {}
        Some(OpenText::About) => {
            window(ctx, words::commands::ABOUT, Action::Run(Command::About), actions, |ui, actions| {
                about_ui(ui, palette, actions);
            });
        }
        Some(OpenText::Problems) => {
            window(ctx, words::dialogs::PROBLEMS, Action::Run(Command::Problems), actions, |ui, actions| {
                problems_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Messages) => {
            window(ctx, words::status::MESSAGES, Action::Run(Command::Messages), actions, |ui, actions| {
                messages_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Entry) => {
            window(ctx, words::many::ENTRY, Action::Run(Command::QuickEntry), actions, |ui, actions| {
                entry_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Replace) => {
            window(ctx, words::many::REPLACE, Action::Run(Command::Replace), actions, |ui, actions| {
                replace_texts_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Merge) => {
            window(ctx, words::many::MERGE, Action::Run(Command::Merge), actions, |ui, actions| {
                merge_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Import) => {
            let leave = Action::Import(ImportAct::Leave);
            window(ctx, words::importing::TITLE, leave, actions, |ui, actions| {
                import_ui(ui, session, palette, actions);
            });
        }
        Some(OpenText::Steps) => {
            window(ctx, words::editing::STEPS, Action::Run(Command::Steps), actions, |ui, actions| {
                steps_ui(ui, session, palette, actions);
            });
        }
    }
    // A text that was opened later lies over the box, which waits for it to close.
    if session.view().text.is_none() {
        path_ui(ctx, session, actions);
        replace_ui(ctx, session, actions);
        closing_ui(ctx, session, actions);
        new_source_ui(ctx, session, palette, actions);
    }
}

fn window(
    ctx: &Context,
    title: &str,
    close: Action,
    actions: &mut Vec<Action>,
    add: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let mut open = true;
    let size = ctx.content_rect().size();
    let window = Window::new(RichText::new(title).font(bold(16.0))).open(&mut open).collapsible(false).resizable(false);
    let up = if size.y < LOW { 0.0 } else { -20.0 };
    let window = window.anchor(Align2::CENTER_CENTER, vec2(0.0, up)).default_width(520.0_f32.min(size.x - MARGIN));
    window.show(ctx, |ui| {
        let height = (size.y - 200.0).max(size.y.min(LOW) - HEAD);
        ui.set_max_width(size.x - MARGIN);
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| add(ui, actions));
    });
    if !open {
        actions.push(close);
    }
}

fn about_ui(ui: &mut Ui, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(500.0_f32.min(ui.available_width()));
    ui.spacing_mut().item_spacing.y = 9.0;
    paragraph(ui, RichText::new(words::dialogs::version(env!("CARGO_PKG_VERSION"))).color(color(palette.weak)));
    for text in words::dialogs::ABOUT {
        paragraph(ui, text);
    }
    for address in words::dialogs::HELPLINES {
        if text_button(ui, format!("{address} ↗"), palette).clicked() {
            actions.push(Action::Browse(address.to_owned()));
        }
    }
    ui.separator();
    paragraph(ui, RichText::new(words::dialogs::KEYS).font(bold(14.0)));
    keys_ui(ui);
}

/// Every key and what it does: in two columns, or one under the other in a narrow window.
fn keys_ui(ui: &mut Ui) {
    let walks = [
        ("← →", words::dialogs::KEYS_ALONG),
        ("↑ ↓", words::dialogs::KEYS_ASIDE),
        (words::commands::ENTER, words::dialogs::KEYS_OPEN),
    ];
    let walks = walks.map(|(keys, what)| (keys.to_owned(), what));
    let keys = |command: Command| Some((keys_text(command), command.label())).filter(|(keys, _)| !keys.is_empty());
    let commands = Command::ALL.into_iter().filter_map(keys);
    let by_hand = [words::dialogs::KEYS_CLIPBOARD].into_iter().chain(words::dialogs::BY_MOUSE);
    let rows = walks.into_iter().chain(commands).chain(by_hand.map(|[keys, what]| (keys.to_owned(), what)));
    if ui.available_width() < TWO_COLUMNS {
        rows.for_each(|(keys, what)| paragraph(ui, format!("{keys}  {what}")));
        return;
    }
    egui::Grid::new("keys").num_columns(2).spacing([18.0, 4.0]).show(ui, |ui| {
        for (keys, what) in rows {
            ui.label(keys);
            paragraph(ui, what);
            ui.end_row();
        }
    });
}

fn path_ui(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(text) = session.files().path_text() else { return };
    let picks = session.files().picks();
    let writes = picks.writes();
    let example = picks.ending().map_or_else(|| words::dialogs::PATH_EXAMPLE.to_owned(), words::saving::example);
    let (title, hint, act) = if writes {
        (words::saving::PATH, words::saving::PATH_HINT, words::saving::SAVE)
    } else {
        (words::dialogs::PATH, words::dialogs::PATH_HINT, words::dialogs::OPEN)
    };
    let window = Window::new(RichText::new(title).font(bold(16.0))).collapsible(false).resizable(false);
    window.anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0)).show(ctx, |ui| {
        paragraph(ui, hint);
        let mut path = text.to_owned();
        let width = 460.0_f32.min(ctx.content_rect().width() - MARGIN);
        let response = ui.add(TextEdit::singleline(&mut path).desired_width(width).hint_text(example));
        ctx.accesskit_node_builder(response.id, |node| node.set_label(words::dialogs::PATH_FIELD));
        if response.changed() {
            actions.push(Action::PathText(path.clone()));
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if !response.has_focus() && !entered {
            response.request_focus();
        }
        ui.horizontal(|ui| {
            if (ui.button(act).clicked() || entered) && !path.trim().is_empty() {
                actions.push(Action::OpenFile(path.trim().into()));
            }
            if ui.button(words::dialogs::CANCEL).clicked() {
                actions.push(Action::Run(Command::Back));
            }
        });
    });
}

/// Files are there already: nothing is lost by the first press of a key.
fn replace_ui(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(replaces) = session.files().replaces() else { return };
    let paths: Vec<String> = replaces.there.iter().map(|path| path.display().to_string()).collect();
    let title = RichText::new(words::saving::REPLACE_TITLE).font(bold(16.0));
    let window = Window::new(title).collapsible(false).resizable(false);
    window.anchor(Align2::CENTER_CENTER, vec2(0.0, -60.0)).show(ctx, |ui| {
        paragraph(ui, visible(&words::saving::there(&paths.join("\n"))));
        ui.horizontal(|ui| {
            let [keep, replace] = [words::saving::KEEP, words::saving::REPLACE].map(|text| ui.button(text));
            // It has the keyboard until it is answered.
            if !keep.has_focus() && !replace.has_focus() {
                keep.request_focus();
            }
            if keep.clicked() {
                actions.push(Action::Replace(false));
            }
            if replace.clicked() {
                actions.push(Action::Replace(true));
            }
        });
    });
}
