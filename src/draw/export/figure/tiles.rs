//! A drawing in parts, on sheets that are glued together: each repeats a strip of its neighbours, and says where it goes.

use crate::{
    export::{
        page::{Area, Form, Item, Point, Stroke},
        paper::Print,
        pen::Pen,
    },
    text::LABEL_SIZE,
    theme::Palette,
};

/// Size of labels on the parts, in points: what reads well at arm's length.
const READABLE: f32 = 9.0;
/// Free space around a part, in points; its lowest line says where it goes.
const EDGE: f32 = 34.0;
/// How wide the strip is that two parts share, in points: for the glue.
const SHARED: f32 = 18.0;
/// Length of the marks at the corners, in points.
const MARK: f32 = 10.0;
/// Free space around what may be seen, in points: half of the widest line, and more than letters reach out.
const ROOM: f32 = 4.0;
/// Most parts in a row and in a column.
const MOST: usize = 40;

/// The parts of a drawing of a size, row by row: what is on each sheet, and the sheet's width and height. `whole` draws
/// it at a scale, with its corner at (0, 0).
pub(super) fn tiles(
    whole: impl Fn(f32) -> Item,
    (wide, high): (f32, f32),
    print: Print,
    palette: &Palette,
) -> Vec<(Vec<Item>, (f32, f32))> {
    let parts = |lies: bool| {
        let (w, h) = print.paper.turned(lies);
        let step = |side: f32| (side - 2.0 * EDGE - SHARED).max(1.0);
        let scale = (READABLE / LABEL_SIZE)
            .min(step(w) * MOST as f32 / wide.max(1.0))
            .min(step(h) * MOST as f32 / high.max(1.0));
        let count = |length: f32, step: f32| ((length * scale - SHARED) / step).ceil().max(1.0) as usize;
        (count(wide, step(w)), count(high, step(h)), scale, (w, h))
    };
    // On the side that needs fewer sheets.
    let lies = print.landscape || parts(true).0 * parts(true).1 < parts(false).0 * parts(false).1;
    let (columns, rows, scale, (w, h)) = parts(lies);
    let drawing = whole(scale);
    let inner = Area { x: EDGE, y: EDGE, w: w - 2.0 * EDGE, h: h - 2.0 * EDGE };
    let places = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let part = |(row, column): (usize, usize)| {
        let corner = (column as f32 * (inner.w - SHARED), row as f32 * (inner.h - SHARED));
        let seen = Area { x: corner.0, y: corner.1, ..inner };
        let mut pen = Pen::default();
        if let Some(mut item) = within(&drawing, seen) {
            item.change(1.0, (inner.x - corner.0, inner.y - corner.1));
            pen.items.push(item);
        }
        margins(&mut pen, inner, (w, h), palette);
        marks(&mut pen, inner, palette);
        let text = format!("row {} of {rows}, column {} of {columns}", row + 1, column + 1);
        let glue = "each sheet repeats the edge of its neighbours between the marks: cut there, and glue";
        pen.text((inner.x + MARK, h - EDGE / 2.0 + 3.0), 8.0, palette.weak, &format!("{text}; {glue}"));
        (pen.items, (w, h))
    };
    places.map(part).collect()
}

/// What of a drawing can be seen in an area; nothing of it may be.
fn within(item: &Item, seen: Area) -> Option<Item> {
    let Item::Group(name, items) = item else { return meets(item, seen).then(|| item.clone()) };
    let kept: Vec<Item> = items.iter().filter_map(|item| within(item, seen)).collect();
    (!kept.is_empty()).then(|| Item::Group(name.clone(), kept))
}

/// Whether something may be seen in an area: the box around it, with room for its line and its letters.
fn meets(item: &Item, seen: Area) -> bool {
    let points: Vec<Point> = match item {
        Item::Shape(shape) => match &shape.form {
            Form::Line(points) | Form::Polygon(points) => points.clone(),
            Form::Disc((x, y), r) => vec![(x - r, y - r), (x + r, y + r)],
            Form::Box(area, _) => vec![(area.x, area.y), (area.right(), area.bottom())],
        },
        Item::Text(text) => {
            // No letter is wider than it is high by much.
            let wide = text.text.chars().count() as f32 * text.size;
            let start = text.start(wide);
            vec![(start, text.at.1 - text.size), (start + wide, text.at.1 + text.size)]
        }
        Item::Outline(outline) => {
            let (text, start) = (&outline.text, outline.text.start(outline.width));
            vec![(start, text.at.1 - text.size), (start + outline.width, text.at.1 + text.size)]
        }
        Item::Address(address) => vec![(address.area.x, address.area.y), (address.area.right(), address.area.bottom())],
        Item::Group(_, items) => return items.iter().any(|item| meets(item, seen)),
    };
    let reach = |of: fn(&Point) -> f32| {
        let ends = points.iter().map(of);
        ends.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)))
    };
    let ((left, right), (top, bottom)) = (reach(|p| p.0), reach(|p| p.1));
    left - ROOM <= seen.right() && right + ROOM >= seen.x && top - ROOM <= seen.bottom() && bottom + ROOM >= seen.y
}

/// Covers what reaches beyond the part.
fn margins(pen: &mut Pen, inner: Area, (w, h): (f32, f32), palette: &Palette) {
    for area in [
        Area { x: 0.0, y: 0.0, w, h: inner.y },
        Area { x: 0.0, y: inner.bottom(), w, h: h - inner.bottom() },
        Area { x: 0.0, y: 0.0, w: inner.x, h },
        Area { x: inner.right(), y: 0.0, w: w - inner.right(), h },
    ] {
        pen.fill(Form::Box(area, 0.0), palette.panel);
    }
}

/// Marks at the corners of the part, and at those of what it does not share.
fn marks(pen: &mut Pen, inner: Area, palette: &Palette) {
    let stroke = Stroke::solid(palette.text, 0.5);
    for x in [inner.x, inner.x + SHARED, inner.right() - SHARED, inner.right()] {
        pen.line(vec![(x, inner.y - MARK), (x, inner.y - 2.0)], stroke);
        pen.line(vec![(x, inner.bottom() + 2.0), (x, inner.bottom() + MARK)], stroke);
    }
    for y in [inner.y, inner.y + SHARED, inner.bottom() - SHARED, inner.bottom()] {
        pen.line(vec![(inner.x - MARK, y), (inner.x - 2.0, y)], stroke);
        pen.line(vec![(inner.right() + 2.0, y), (inner.right() + MARK, y)], stroke);
    }
}
