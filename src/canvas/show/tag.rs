//! The name of what is pointed at, near it, where its own label is too small to be read.

use egui::{Align, FontFamily, FontId, Pos2, Rect, Ui, Vec2, pos2, text::LayoutJob, vec2};

use crate::{
    paint::{
        brush::Brush,
        stage::{Stage, color},
    },
    scene::records::Records,
    session::{Item, Session},
};

/// Space between a tag and what it names, and about its line, in px.
const AWAY: f32 = 8.0;
const LINE: f32 = 3.0;
/// Widest text of a tag, in px.
const WIDEST: f32 = 300.0;

/// Shows the tag of what is pointed at, or else of what is selected.
pub(crate) fn show(ui: &Ui, records: &Records, stage: &Stage, session: &Session) {
    let view = session.view();
    let Some(item) = view.hover.as_ref().or(view.focus.as_ref()).or(view.selected()) else { return };
    let Some(rect) = records.rect_of(item).filter(|rect| stage.is_far() && stage.shows(*rect)) else { return };
    let (name, rest) = words(item, session);
    let palette = &stage.palette;
    let mut job = LayoutJob { halign: Align::LEFT, ..LayoutJob::default() };
    let larger = if stage.presents { stage.least_text / 12.0 } else { 1.0 };
    job.wrap.max_width = WIDEST * larger;
    let bold = FontId::new(13.5 * larger, FontFamily::Name(crate::text::BOLD.into()));
    job.append(&name, 0.0, egui::TextFormat::simple(bold, color(palette.text)));
    job.append(&rest, 0.0, egui::TextFormat::simple(FontId::proportional(12.0 * larger), color(palette.weak)));
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let line: Vec<Pos2> = match item {
        Item::Link(id) => {
            records.wire_of(id).into_iter().flat_map(|wire| &wire.points).map(|&at| stage.to_screen(at)).collect()
        }
        _ => Vec::new(),
    };
    let place = beside(stage.rect_to_screen(rect), &line, galley.size() + vec2(18.0, 12.0), stage.clip.shrink(6.0));
    let mut brush = Brush::unclipped(stage.pixel);
    let border = egui::Stroke::new(1.0, color(palette.accent));
    brush.rounded(place, 6.0, color(palette.panel), border);
    ui.painter().extend(brush.finish());
    ui.painter().galley(place.min + vec2(9.0, 6.0), galley, color(palette.text));
}

/// What a tag says: the name, and what else is short to say.
fn words(item: &Item, session: &Session) -> (String, String) {
    let spoken = item.name_in(session.drawn(), session.reading());
    let name = match item {
        Item::Node(id) => session.drawn().label(id).to_owned(),
        Item::Link(id) => {
            let link = session.drawn().link(id);
            link.map(|link| session.drawn().sentence_in(link, session.reading())).unwrap_or_default()
        }
        Item::Lane(_) | Item::Bundle(_) => return (spoken, String::new()),
    };
    // The spoken name begins with the name and goes on after a comma.
    let rest = spoken.strip_prefix(&name).and_then(|rest| rest.strip_prefix(", ")).unwrap_or_default();
    let rest = if rest.is_empty() { String::new() } else { format!("\n{rest}") };
    (name, rest)
}

/// Room for a tag beside a box and off its line: above the box or below it, else at its sides, else above or below the
/// whole line or at its sides.
fn beside(card: Rect, line: &[Pos2], size: Vec2, within: Rect) -> Rect {
    let around = |about: Rect| {
        let at = about.center() - size / 2.0;
        [
            pos2(at.x, about.top() - size.y - AWAY),
            pos2(at.x, about.bottom() + AWAY),
            pos2(about.right() + AWAY, at.y),
            pos2(about.left() - size.x - AWAY, at.y),
        ]
    };
    let placed = |corner: Pos2| {
        let kept = corner.min(within.max - size).max(within.min);
        Rect::from_min_size(kept.round(), size.ceil())
    };
    let whole = if line.is_empty() { card } else { Rect::from_points(line) };
    let places: Vec<Rect> = around(card).into_iter().chain(around(whole)).map(placed).collect();
    let free = |place: &&Rect| {
        !place.intersects(card) && !line.windows(2).any(|pair| Rect::from_points(pair).expand(LINE).intersects(**place))
    };
    let off = |place: &&Rect| !place.intersects(card);
    places.iter().find(free).or_else(|| places.iter().find(off)).copied().unwrap_or_else(|| placed(card.min))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_stays_on_the_canvas_and_off_its_card() {
        let within = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0));
        for at in [pos2(5.0, 5.0), pos2(395.0, 5.0), pos2(200.0, 150.0), pos2(5.0, 295.0)] {
            let card = Rect::from_center_size(at, vec2(20.0, 8.0));
            let tag = beside(card, &[], vec2(150.0, 40.0), within);
            assert!(within.contains_rect(tag) && !tag.intersects(card), "{tag}");
            // A link through it: upright, level and round a corner.
            for line in [
                vec![pos2(at.x, 60.0), pos2(at.x, 240.0)],
                vec![pos2(20.0, at.y), pos2(390.0, at.y)],
                vec![pos2(at.x, 10.0), at, pos2(380.0, at.y)],
            ] {
                let tag = beside(card, &line, vec2(150.0, 40.0), within);
                let crossed = line.windows(2).any(|pair| Rect::from_points(pair).intersects(tag));
                assert!(within.contains_rect(tag) && !tag.intersects(card) && !crossed, "{tag} on {line:?}");
            }
        }
    }
}
