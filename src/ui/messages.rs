//! Messages: what has happened lies over the drawing for as long as it takes to read, and what matters stays in a list.

use egui::{Align2, Area, Context, Frame, Id, Label, Order, Rect, RichText, ScrollArea, Ui, accesskit::Live, vec2};

use super::{
    style::{bold, color},
    widgets::paragraph,
};
use crate::{
    session::{Action, Message, Session},
    text::visible,
    theme::Palette,
    words,
};

/// How long a message takes to be noticed, and a word of it to be read, in seconds: half as fast as adults read silently
/// (238 words a minute; Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
const NOTICED: f64 = 2.0;
const A_WORD: f64 = 0.5;
/// Largest width of a message, and its distance from the edges of the drawing, in px.
const WIDEST: f32 = 560.0;
const MARGIN: f32 = 12.0;
/// Least width of a drawing that a message lies over, in px: in a narrower one it lies over the panels too.
const LEAST_ROOM: f32 = 240.0;

/// Draws the latest message over the lower edge of the drawing, which lies at `over`.
pub fn message_ui(ctx: &Context, over: Rect, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(message) = &session.view().message else { return };
    // Between two panels there may be no room for it.
    let over = if over.width() < LEAST_ROOM { ctx.content_rect() } else { over };
    let ground = if message.is_error { palette.field } else { palette.accent_soft };
    let ink = if message.is_error { palette.error } else { palette.text };
    let border = egui::Stroke::new(1.0, color(if message.is_error { palette.error } else { palette.accent }));
    let area = Area::new(Id::new("message").with(session.view().message_number)).order(Order::Foreground);
    let area = area.pivot(Align2::CENTER_BOTTOM).fixed_pos(over.center_bottom() - vec2(0.0, MARGIN));
    let shown = area.constrain_to(over).show(ctx, |ui| {
        ui.set_max_width(WIDEST.min(over.width() - 2.0 * MARGIN));
        let frame = Frame::popup(ui.style()).fill(color(ground)).stroke(border);
        frame.inner_margin(egui::Margin::symmetric(14, 9)).show(ui, |ui| {
            let said =
                ui.add(Label::new(RichText::new(visible(&message.text)).font(bold(13.5)).color(color(ink))).wrap());
            spoken(ui, said.id, message.is_error);
            lines_ui(ui, message, 140.0);
            if !message.is_error {
                return;
            }
            ui.horizontal(|ui| {
                if !message.lines.is_empty() && ui.button(words::status::COPY).clicked() {
                    actions.push(Action::Copy(message.lines.join("\n")));
                }
                if ui.button(words::status::DISMISS).clicked() {
                    actions.push(Action::Dismiss);
                }
            });
        });
    });
    // Whoever points at it is still reading.
    if shown.response.contains_pointer() {
        ctx.data_mut(|data| data.remove::<Since>(since_id()));
    }
}

/// A reader says it without being asked: at once what went wrong, else when it has finished.
fn spoken(ui: &Ui, label: Id, is_error: bool) {
    let live = if is_error { Live::Assertive } else { Live::Polite };
    ui.ctx().accesskit_node_builder(label, |node| node.set_live(live));
}

fn lines_ui(ui: &mut Ui, message: &Message, height: f32) {
    if message.lines.is_empty() {
        return;
    }
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for line in message.lines.iter().take(200) {
            paragraph(ui, visible(line));
        }
    });
}

/// Which message has been lying there since when, in seconds.
type Since = (u64, f64);

fn since_id() -> Id {
    Id::new("message since")
}

/// Takes the message away once there was time to read it.
pub fn message_clock(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(message) = &session.view().message else { return };
    let (number, now) = (session.view().message_number, ctx.input(|input| input.time));
    let since: Option<Since> = ctx.data(|data| data.get_temp(since_id()));
    let (_, since) = since.filter(|since| since.0 == number).unwrap_or_else(|| {
        ctx.data_mut(|data| data.insert_temp(since_id(), (number, now)));
        (number, now)
    });
    let left = since + reading_time(message) - now;
    if left <= 0.0 {
        actions.push(Action::MessageRead(number));
    } else {
        ctx.request_repaint_after_secs(left as f32);
    }
}

/// How long a message stays, in seconds.
fn reading_time(message: &Message) -> f64 {
    let texts = std::iter::once(&message.text).chain(&message.lines);
    let count: usize = texts.map(|text| text.split_whitespace().count()).sum();
    NOTICED + A_WORD * count as f64
}

/// The messages that matter, the latest first.
pub(super) fn messages_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.set_max_width(500.0);
    let said = &session.view().said;
    if said.is_empty() {
        ui.label(words::status::NO_MESSAGES);
        return;
    }
    if ui.button(words::status::COPY_MESSAGES).clicked() {
        let texts = said.iter().flat_map(|message| std::iter::once(&message.text).chain(&message.lines));
        actions.push(Action::Copy(texts.map(String::as_str).collect::<Vec<_>>().join("\n")));
    }
    for message in said.iter().rev() {
        ui.add_space(6.0);
        let ink = if message.is_error { palette.error } else { palette.text };
        let before = if message.is_error { words::status::FAILED } else { "" };
        paragraph(ui, RichText::new(format!("{before}{}", message.text)).font(bold(13.5)).color(color(ink)));
        for line in message.lines.iter().take(200) {
            paragraph(ui, visible(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stays_for_as_long_as_it_takes_to_read() {
        let time = |text: &str| reading_time(&Message::note(text));
        assert_eq!((time("Copied."), time("Theme: light.")), (2.5, 3.0));
        let long = Message::refusal("It cannot be opened.", vec!["one two three".to_owned(); 40]);
        assert_eq!(reading_time(&long), 64.0);
    }
}
