//! Small pieces that several panels share.

use std::borrow::Cow;

use egui::{
    Align, Button, Frame, Galley, Label, Layout, Rect, Response, RichText, ScrollArea, Sense, TextStyle, Ui, UiBuilder,
    Vec2, WidgetText, containers::menu, text::LayoutJob, vec2,
};

use super::style::{bold, color};
use crate::{
    session::{Action, Command, Item},
    text::as_seen,
    theme::Palette,
    words,
};

/// A small heading above a group.
pub(super) fn group_title(ui: &mut Ui, text: &str, palette: &Palette) {
    ui.add_space(8.0);
    ui.add(Label::new(RichText::new(text).font(bold(12.0)).color(color(palette.weak))).selectable(false));
}

/// A heading inside a panel.
pub(super) fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    ui.label(RichText::new(text).font(bold(15.0)));
}

/// A paragraph that wraps and can be selected and copied.
pub(super) fn paragraph(ui: &mut Ui, text: impl Into<WidgetText>) {
    let text = text.into();
    if matches!(as_seen(text.text()), Cow::Borrowed(_)) {
        ui.add(Label::new(text).wrap().selectable(true));
        return;
    }
    let said = text.text().to_owned();
    let galley = text.into_galley(ui, Some(egui::TextWrapMode::Wrap), ui.available_width(), TextStyle::Body);
    let response = ui.add(Label::new(turned(&galley)).extend().selectable(true));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &said));
}

/// A text in the lines into which it was laid out, each in the order in which it is seen: lines break where they would in
/// the order in which they are read.
fn turned(galley: &Galley) -> LayoutJob {
    let mut chars = galley.text().chars();
    let lines = galley.rows.iter().map(|row| {
        let line: String = chars.by_ref().take(row.char_count_including_newline().0).collect();
        as_seen(line.trim_end_matches('\n')).into_owned()
    });
    let lines = lines.collect::<Vec<_>>().join("\n");
    let format = galley.job.sections.first().map(|section| section.format.clone()).unwrap_or_default();
    LayoutJob::single_section(lines, format)
}

/// A text that acts: looks like a link, is a button.
pub(super) fn text_button(ui: &mut Ui, text: impl Into<String>, palette: &Palette) -> Response {
    let text = RichText::new(text.into()).color(color(palette.accent));
    let response = ui.add(Button::new(text).frame(false).wrap().sense(Sense::click()));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Brings an item into view and shows it in Details.
pub(super) fn open(item: Item, actions: &mut Vec<Action>) {
    actions.push(Action::Reveal(item.clone()));
    actions.push(Action::Open(item));
}

/// Most rows of a list that are laid out: beyond, somebody searches and does not read on. A file may have thousands.
const MOST_ROWS: usize = 80;

/// The rows of a list, and how many more there are than can be shown.
pub(super) fn rows_ui<T>(
    ui: &mut Ui,
    rows: impl ExactSizeIterator<Item = T>,
    palette: &Palette,
    mut row_ui: impl FnMut(&mut Ui, T),
) {
    let more = rows.len().saturating_sub(MOST_ROWS);
    rows.take(MOST_ROWS).for_each(|row| row_ui(ui, row));
    if more > 0 {
        ui.label(RichText::new(words::answer::not_listed(more)).color(color(palette.weak)));
    }
}

/// A row with something at its start, which has the room that is left, and something at its end. Both are made in the order
/// in which one reads them, so that Tab and screen readers come by them in that order: a layout from right to left turns it
/// round. How large the end is was found before; where it has changed, the frame is made once more. The row is never wider
/// than what it lies in, which would grow with it.
pub(super) fn ends_ui(ui: &mut Ui, start: impl FnOnce(&mut Ui), end: impl FnOnce(&mut Ui)) {
    let id = ui.id().with("size of the end");
    let known: Vec2 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let height = known.y.max(ui.spacing().interact_size.y);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let edge = (row.right() - known.x).max(row.left());
    let free = row.with_max_x((edge - ui.spacing().item_spacing.x).max(row.left()));
    let part = |rect: Rect| UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    start(&mut ui.new_child(part(free)));
    let mut last = ui.new_child(part(row.with_min_x(edge)));
    end(&mut last);
    let size = last.min_size();
    if (size - known).abs().max_elem() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, size));
        ui.ctx().request_discard(module_path!());
    }
}

/// A button for a command, with its shortcut in the tooltip.
pub(super) fn command_button(ui: &mut Ui, text: &str, command: Command, actions: &mut Vec<Action>) -> Response {
    let hint = match command.shortcut() {
        Some(shortcut) => format!("{} ({})", command.label(), shortcut.text()),
        None => command.label().to_owned(),
    };
    let response = ui.button(text).on_hover_text(hint);
    if response.clicked() {
        actions.push(Action::Run(command));
    }
    response
}

/// A button that opens a menu, in a menu as well; egui's own sign of a menu in a menu is in none of our fonts.
pub(super) fn menu_button(ui: &mut Ui, text: impl Into<WidgetText>, add: impl FnOnce(&mut Ui)) -> Response {
    let button = Button::new(text.into());
    if menu::is_in_menu(ui) {
        menu::SubMenuButton::from_button(button).ui(ui, add).0
    } else {
        menu::MenuButton::from_button(button).ui(ui, add).0
    }
}

/// What a menu holds, which is about `least` px wide where the window is, and scrolls where the window is lower.
pub(super) fn menu_scroll<R>(ui: &mut Ui, least: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    const AROUND: f32 = 72.0;
    const WIDER: f32 = 1.25;
    let window = ui.ctx().content_rect().size();
    let height = (window.y - AROUND).max(AROUND);
    ui.set_min_width(least.min(window.x - AROUND));
    // Its rows are as wide as it may be.
    ui.set_max_width((least * WIDER).min(window.x - AROUND));
    ScrollArea::vertical().max_height(height).show(ui, add).inner
}

/// A text cut to so many characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

/// A quiet box around a piece of evidence or a note.
pub(super) fn card<R>(ui: &mut Ui, palette: &Palette, add: impl FnOnce(&mut Ui) -> R) -> R {
    boxed(ui, Frame::new().stroke(egui::Stroke::new(1.0, color(palette.line))), add)
}

/// A box that stands out: what is told otherwise.
pub(super) fn callout<R>(ui: &mut Ui, palette: &Palette, add: impl FnOnce(&mut Ui) -> R) -> R {
    boxed(ui, Frame::new().fill(color(palette.accent_soft)), add)
}

fn boxed<R>(ui: &mut Ui, frame: Frame, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = frame.corner_radius(8.0).inner_margin(12.0).outer_margin(egui::Margin::symmetric(0, 3));
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        add(ui)
    });
    inner.inner
}

/// A short word in a rounded field, such as a grade.
pub(super) fn tag(ui: &mut Ui, text: &str, palette: &Palette) -> Response {
    let frame = Frame::new().fill(color(palette.field)).corner_radius(6.0).inner_margin(egui::Margin::symmetric(8, 3));
    frame.show(ui, |ui| ui.add(Label::new(RichText::new(text).font(bold(13.0))).selectable(false))).response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Themes;

    #[test]
    fn of_thousands_of_rows_those_are_laid_out_that_somebody_may_read() {
        let palette = Themes::bundled().light;
        let laid_out = |rows: usize| {
            let mut last = 0;
            let ctx = egui::Context::default();
            let draw = |ui: &mut Ui| rows_ui(ui, 0..rows, &palette, |_, row| last = row + 1);
            // There is no screen to send the texture to.
            let mut output = ctx.run_ui(egui::RawInput::default(), draw);
            output.textures_delta.clear();
            (last, output.shapes.len())
        };
        assert_eq!(laid_out(MOST_ROWS).0, MOST_ROWS);
        let ((last, shapes), plain) = (laid_out(20_000), laid_out(MOST_ROWS).1);
        // How many more there are is said.
        assert!(last == MOST_ROWS && shapes > plain, "{last} {shapes}");
    }

    #[test]
    fn lines_break_as_they_are_read_and_stand_as_they_are_seen() {
        let ctx = egui::Context::default();
        ctx.set_fonts(crate::text::definitions());
        let mut lines = Vec::new();
        // There is no screen to send the texture to.
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let text = "one two three four five six";
            let turned_text = "\u{5d0}\u{5d7}\u{5ea} \u{5e9}\u{5ea}\u{5d9}\u{5d9}\u{5dd} \u{5e9}\u{5dc}\u{5d5}\u{5e9} \u{5d0}\u{5e8}\u{5d1}\u{5e2} \u{5d7}\u{5de}\u{5e9} \u{5e9}\u{5e9} \u{5e9}\u{5d1}\u{5e2}";
            for (text, width) in [(text, 90.0), (turned_text, 90.0), (turned_text, 2_000.0)] {
                let galley =
                    WidgetText::from(text).into_galley(ui, Some(egui::TextWrapMode::Wrap), width, TextStyle::Body);
                lines.push((galley.rows.len(), turned(&galley).text));
            }
        })
        .textures_delta
        .clear();
        let [(_, plain), (many, broken), (one, whole)] = &lines[..] else { panic!("{lines:?}") };
        assert_eq!(plain.replace('\n', ""), "one two three four five six");
        assert_eq!(
            (*one, whole.as_str()),
            (
                1,
                "\u{5e9}\u{5d1}\u{5e2} \u{5e9}\u{5e9} \u{5d7}\u{5de}\u{5e9} \u{5d0}\u{5e8}\u{5d1}\u{5e2} \u{5e9}\u{5dc}\u{5d5}\u{5e9} \u{5e9}\u{5ea}\u{5d9}\u{5d9}\u{5dd} \u{5d0}\u{5d7}\u{5ea}"
            )
        );
        // The first words stand on the first line, each line from right to left.
        let first = broken.lines().next().unwrap_or_default();
        assert!(
            *many > 1 && first.trim().ends_with("\u{5d0}\u{5d7}\u{5ea}") && !first.contains("\u{5e9}\u{5d1}\u{5e2}"),
            "{broken:?}"
        );
    }
}
