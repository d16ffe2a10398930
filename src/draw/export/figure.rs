//! A pathway's drawing as a page: what the window shows, with its title, its legend and its sources.

mod diagram;
mod legend;
mod marks;
mod options;
mod sources;
mod spoken;
#[cfg(test)]
mod tests;
mod tiles;
mod wire;

use self::{diagram::Diagram, tiles::tiles};
pub use self::{
    diagram::marks_over,
    options::{Compared, FigureOptions},
};
pub(super) use self::{
    legend::{Samples, legend},
    sources::Columns,
};
use super::{
    page::{Item, Page, Point},
    paper::Print,
    pen::{Pen, broken},
};
use crate::{
    analysis::diff::Change,
    grammar::count,
    model::{Pathway, Reading},
    picture::Picture,
    text::{LABEL_SIZE, Shaper},
};

/// What readers must know before they act on a diagram.
pub const NOTE: &str =
    "This is education, not medical advice. Nobody should start or stop a medicine because of a diagram.";

/// Free space around everything, in px.
const MARGIN: f32 = 28.0;
/// Size of the text around the drawing, in px.
const SMALL: f32 = 12.0;
/// Free space around everything on paper, in points.
const EDGE: f32 = 34.0;
/// Size of the text around the drawing on paper, in points.
const PRINT: f32 = 8.5;
/// Least width of a page, in px: a title needs room.
const NARROWEST: f32 = 640.0;

/// A pathway with its picture as one page, in px.
pub fn figure(pathway: &Pathway, picture: &Picture, options: &FigureOptions<'_>, shaper: &Shaper) -> Page {
    let width = (picture.width as f32).max(NARROWEST);
    let sheet = Sheet { pathway, options, shaper: &shaper.with_room(options.room) };
    let mut pen = Pen::default();
    let mut y = MARGIN;
    if options.title {
        y += sheet.header(&mut pen, (MARGIN, y), width, (width / 60.0).clamp(20.0, 34.0)) + 14.0;
    }
    let left = MARGIN + (width - picture.width as f32) / 2.0;
    let diagram = Diagram::new(pathway, picture, options, shaper);
    pen.items.push(sheet.diagram(&diagram, 1.0, (left, y)));
    y += picture.height as f32 + 18.0;
    if options.legend {
        y += legend(&mut pen, sheet.shaper, &Samples::new(&diagram, SMALL), (MARGIN, y), width) + 12.0;
    }
    y += sheet.notes(&mut pen, (MARGIN, y), width, SMALL);
    if options.sources && !pathway.sources().is_empty() {
        y += 14.0;
        let columns = Columns::new(pathway, options.palette, sheet.shaper, SMALL - 2.0);
        y += columns.all(&mut pen, (MARGIN, y), width);
    }
    let page = sheet.page(width + 2.0 * MARGIN, y + MARGIN, pen.items);
    match options.fit {
        Some((w, h)) => {
            let by = (w / page.width).min(h / page.height);
            page.scaled(if by.is_finite() { by.max(0.0) } else { 1.0 })
        }
        None => page,
    }
}

/// A pathway with its picture as pages of paper, in points: the drawing as large as its page allows, then its parts to be
/// glued together where they are wanted, then the sources. With it, the size of its labels on the first page, in points.
pub fn document(
    pathway: &Pathway,
    picture: &Picture,
    options: &FigureOptions<'_>,
    print: Print,
    shaper: &Shaper,
) -> (Vec<Page>, f32) {
    let sheet = Sheet { pathway, options, shaper };
    let diagram = Diagram::new(pathway, picture, options, shaper);
    let sides = [true, false].map(|wide| sheet.first_page(&diagram, print.paper.turned(wide)));
    // The side of the paper on which it is larger.
    let [(wide, at_wide), (high, at_high)] = sides;
    let lies = print.landscape || at_wide >= at_high;
    let mut pages = vec![if lies { wide } else { high }];
    let labels = LABEL_SIZE * if lies { at_wide } else { at_high };
    if print.tiles {
        let whole = |scale| sheet.diagram(&diagram, scale, (0.0, 0.0));
        let size = (picture.width as f32, picture.height as f32);
        for (items, (w, h)) in tiles(whole, size, print, options.palette) {
            pages.push(sheet.page(w, h, items));
        }
    }
    if options.sources && !pathway.sources().is_empty() {
        let columns = Columns::new(pathway, options.palette, shaper, PRINT);
        for items in columns.pages(print.paper) {
            let (w, h) = print.paper.turned(false);
            pages.push(sheet.page(w, h, items));
        }
    }
    (pages, labels)
}

/// Only the drawing, scaled, with its top left corner at a place.
pub(super) fn drawing(
    pathway: &Pathway,
    picture: &Picture,
    options: &FigureOptions<'_>,
    (scale, corner): (f32, Point),
    shaper: &Shaper,
) -> Item {
    let diagram = Diagram::new(pathway, picture, options, shaper);
    Sheet { pathway, options, shaper }.diagram(&diagram, scale, corner)
}

/// What everything around a drawing is written from.
struct Sheet<'a> {
    pathway: &'a Pathway,
    options: &'a FigureOptions<'a>,
    shaper: &'a Shaper,
}

impl Sheet<'_> {
    /// The title, and what the drawing is of; gives back its height.
    fn header(&self, pen: &mut Pen, (x, y): Point, width: f32, size: f32) -> f32 {
        let palette = self.options.palette;
        let mut down = 0.0;
        for line in broken(self.shaper, &self.title(), size, true, width) {
            pen.bold((x, y + down + size), size, palette.text, &line);
            down += size * 1.25;
        }
        let small = size * 0.5 + 2.0;
        let facts = std::iter::once(self.facts()).chain(self.compared());
        for line in facts.flat_map(|text| broken(self.shaper, &text, small, false, width)) {
            pen.text((x, y + down + small), small, palette.weak, &line);
            down += small * 1.35;
        }
        down
    }

    /// The title of the pathway, or of the two that are compared.
    fn title(&self) -> String {
        self.options.compared.map_or_else(|| self.pathway.about().title.clone(), Compared::title)
    }

    /// What the signs of a comparison mean, in one line.
    fn compared(&self) -> Option<String> {
        let compared = self.options.compared?;
        let entry = |change| format!("{} {}", Compared::sign(change), compared.meaning(change));
        Some([Change::Added, Change::Removed, Change::Changed].map(entry).join(" · "))
    }

    /// What the drawing is of: `21 nodes, 30 links, 40 sources · effects as the sources show them`.
    fn facts(&self) -> String {
        let pathway = self.pathway;
        let mut facts = format!(
            "{}, {}, {} · {}",
            count(pathway.nodes().len(), "node", "nodes"),
            count(pathway.links().len(), "link", "links"),
            count(pathway.sources().len(), "source", "sources"),
            match self.options.reading {
                Reading::Shown => "effects as the sources show them",
                Reading::Told => "effects as the article tells them",
            },
        );
        let reviewed = &pathway.about().reviewed;
        if !reviewed.is_empty() {
            facts.push_str(&format!(" · evidence reviewed {reviewed}"));
        }
        facts
    }

    /// The drawing on a page of paper, as large as it fits, and its scale.
    fn first_page(&self, diagram: &Diagram<'_>, (w, h): (f32, f32)) -> (Page, f32) {
        let width = w - 2.0 * EDGE;
        let (mut pen, mut foot) = (Pen::default(), Pen::default());
        let (mut top, mut below) = (EDGE, 0.0);
        if self.options.title {
            top += self.header(&mut pen, (EDGE, top), width, 17.0) + 8.0;
        }
        if self.options.legend {
            let samples = Samples::new(diagram, PRINT);
            below += legend(&mut foot, self.shaper, &samples, (EDGE, below), width) + 6.0;
        }
        below += self.notes(&mut foot, (EDGE, below), width, PRINT);
        let bottom = h - EDGE - below;
        let picture = diagram.picture;
        let (wide, high) = (picture.width.max(1.0) as f32, picture.height.max(1.0) as f32);
        let room = (bottom - 10.0 - top).max(40.0);
        // A small drawing is not blown up beyond what reads well.
        let scale = (width / wide).min(room / high).min(1.1);
        let corner = (EDGE + (width - wide * scale) / 2.0, top + (room - high * scale) / 2.0);
        pen.items.push(self.diagram(diagram, scale, corner));
        for mut item in foot.items {
            item.change(1.0, (0.0, bottom));
            pen.items.push(item);
        }
        (self.page(w, h, pen.items), scale)
    }

    fn diagram(&self, diagram: &Diagram<'_>, scale: f32, corner: Point) -> Item {
        let mut pen = Pen::default();
        diagram.draw(&mut pen);
        let mut item = Item::Group(self.facts(), pen.items);
        item.change(scale, corner);
        item
    }

    /// What a figure must not go without; gives back its height.
    fn notes(&self, pen: &mut Pen, (x, y): Point, width: f32, size: f32) -> f32 {
        let licence = &self.pathway.about().license;
        let licence = if licence.is_empty() { String::new() } else { format!(" Texts: {licence}.") };
        let mut down = 0.0;
        let text = format!("{NOTE} The grade weighs the evidence that was looked at, not agreement.{licence}");
        for line in broken(self.shaper, &text, size, false, width) {
            pen.text((x, y + down + size), size, self.options.palette.weak, &line);
            down += size * 1.4;
        }
        down
    }

    fn page(&self, width: f32, height: f32, items: Vec<Item>) -> Page {
        let about = self.pathway.about();
        Page {
            width: width.ceil(),
            height: height.ceil(),
            title: super::page::clean(&self.title()),
            description: super::page::clean(&about.summary),
            language: super::page::clean(&about.language),
            ground: self.options.palette.panel,
            items,
        }
    }
}
