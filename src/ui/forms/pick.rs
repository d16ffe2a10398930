//! Choosers: a list with what each row means, found by letters, by arrows and Enter, or by a click.

use egui::{
    Button, ComboBox, Id, PopupCloseBehavior, ScrollArea, TextFormat, TextStyle, Ui, WidgetText, text::LayoutJob, vec2,
};

use super::form::Form;
use crate::{
    session::Field,
    ui::{chooser::letters_ui, room::list_height, style::color},
    words,
};

/// Most rows that are laid out.
const MOST_ROWS: usize = 200;

/// A row of a chooser.
pub(super) struct Row {
    /// What is chosen.
    pub(super) text: String,
    /// What that means, or why it cannot be chosen.
    pub(super) hint: String,
    /// Whether it can be chosen.
    pub(super) fits: bool,
}

impl Row {
    /// A row that can be chosen.
    pub(super) fn new(text: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { text: text.into(), hint: hint.into(), fits: true }
    }
}

/// Rows for everything that can be chosen, each with what it means.
pub(super) fn rows<T: Copy, const N: usize>(all: [T; N], label: fn(T) -> &'static str, hints: [&str; N]) -> Vec<Row> {
    all.into_iter().zip(hints).map(|(one, hint)| Row::new(label(one), hint)).collect()
}

/// A chooser that is open: what is typed, and which row the cursor is on.
#[derive(Clone)]
struct Open {
    text: String,
    row: usize,
}

impl Form<'_> {
    /// A chooser that shows `now` while it is closed. Gives the number of the row that was chosen, if one was.
    pub(super) fn pick(&mut self, ui: &mut Ui, label: &str, now: &str, rows: &dyn Fn() -> Vec<Row>) -> Option<usize> {
        self.pick_wanted(ui, None, label, now, rows)
    }

    /// The same, where something may want to give it the keyboard.
    pub(super) fn pick_wanted(
        &mut self,
        ui: &mut Ui,
        field: Option<&Field>,
        label: &str,
        now: &str,
        rows: &dyn Fn() -> Vec<Row>,
    ) -> Option<usize> {
        self.caption(ui, label);
        let id = self.id.with(label);
        let closed = ComboBox::from_id_salt(id).selected_text(now).width(ui.available_width()).truncate();
        let open = closed.height(list_height(ui) + 60.0).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let shown = open.show_ui(ui, |ui| self.open_ui(ui, id, (label, now), rows));
        let was_open = ui.data(|data| data.get_temp::<Open>(id)).is_some();
        let chosen = shown.inner.flatten();
        if was_open && (shown.inner.is_none() || chosen.is_some()) {
            // It opens afresh, and the keyboard goes on from here.
            ui.data_mut(|data| data.remove::<Open>(id));
            shown.response.request_focus();
        }
        self.name(ui, &shown.response, label);
        self.take_keyboard(&shown.response, field);
        chosen
    }

    fn open_ui(&self, ui: &mut Ui, id: Id, (label, now): (&str, &str), rows: &dyn Fn() -> Vec<Row>) -> Option<usize> {
        let all = rows();
        // It opens with the cursor on what is chosen.
        let chosen = || all.iter().position(|row| row.text == now).unwrap_or_default();
        let kept: Option<Open> = ui.data(|data| data.get_temp(id));
        let mut open = kept.unwrap_or_else(|| Open { text: String::new(), row: chosen() });
        let before = open.row;
        let what = words::forms::named(label, &self.of);
        let entered = letters_ui(ui, id.with("letters"), &what, &mut open.text, &mut open.row);
        let wanted = open.text.to_lowercase();
        let found: Vec<(usize, &Row)> =
            all.iter().enumerate().filter(|(_, row)| row.text.to_lowercase().contains(&wanted)).collect();
        open.row = open.row.min(found.len().saturating_sub(1));
        let clicked = self.rows_ui(ui, &found, open.row, before != open.row);
        let at_cursor = found.get(open.row).filter(|(_, row)| entered && row.fits).map(|(number, _)| *number);
        ui.data_mut(|data| data.insert_temp(id, open));
        let chosen = clicked.or(at_cursor);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    }

    /// The rows; gives the number of the one that was clicked.
    fn rows_ui(&self, ui: &mut Ui, rows: &[(usize, &Row)], cursor: usize, moved: bool) -> Option<usize> {
        let mut clicked = None;
        ScrollArea::vertical().max_height(list_height(ui)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
            if rows.is_empty() {
                ui.label(words::palette::NOTHING);
            }
            for (place, (number, row)) in rows.iter().take(MOST_ROWS).enumerate() {
                let here = place == cursor;
                let button = Button::selectable(here, self.row_text(ui, row)).min_size(vec2(ui.available_width(), 0.0));
                let response = ui.add_enabled(row.fits, button);
                if here && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(*number);
                }
            }
            if rows.len() > MOST_ROWS {
                ui.label(words::answer::not_listed(rows.len() - MOST_ROWS));
            }
        });
        clicked
    }

    /// What is chosen, and below it in small letters what that means.
    fn row_text(&self, ui: &Ui, row: &Row) -> WidgetText {
        let format = |style: TextStyle, ink| TextFormat::simple(style.resolve(ui.style()), color(ink));
        let mut job = LayoutJob::default();
        job.append(&row.text, 0.0, format(TextStyle::Body, self.palette.text));
        if !row.hint.is_empty() {
            job.append("\n", 0.0, format(TextStyle::Small, self.palette.weak));
            job.append(&row.hint, 0.0, format(TextStyle::Small, self.palette.weak));
        }
        WidgetText::from(job)
    }
}
