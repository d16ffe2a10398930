//! Blocks of rows, set onto pages one below the other. A block is never broken where it fits onto a page.

use crate::{
    export::{
        page::{Anchor, Area, Item, Page, Text},
        paper::Paper,
        pen::Pen,
    },
    theme::Palette,
};

/// Free space around everything, in points: a hole punch takes 40.
pub(super) const EDGE: f32 = 44.0;
/// Height of the line at the foot, in points.
const FOOT: f32 = 18.0;

/// Part of a block that stays together whatever happens, drawn as if the page's top were its own.
#[derive(Clone)]
pub(super) struct Row {
    pub(super) height: f32,
    pub(super) items: Vec<Item>,
}

impl Row {
    /// A row of a height with what `draw` draws.
    pub(super) fn drawn(height: f32, draw: impl FnOnce(&mut Pen)) -> Self {
        let mut pen = Pen::default();
        draw(&mut pen);
        Self { height, items: pen.items }
    }

    /// Nothing but space.
    pub(super) fn gap(height: f32) -> Self {
        Self { height, items: Vec::new() }
    }
}

/// Pages in the making.
pub(super) struct Flow {
    paper: Paper,
    pages: Vec<(bool, Vec<Item>)>,
    y: f32,
}

impl Flow {
    /// An empty first page, on its side where `wide`. All others are upright.
    pub(super) fn new(paper: Paper, wide: bool) -> Self {
        Self { paper, pages: vec![(wide, Vec::new())], y: EDGE }
    }

    fn size(&self) -> (f32, f32) {
        self.paper.turned(self.pages.last().is_some_and(|(wide, _)| *wide))
    }

    /// Width between the edges.
    pub(super) fn width(&self) -> f32 {
        self.size().0 - 2.0 * EDGE
    }

    fn bottom(&self) -> f32 {
        self.size().1 - EDGE - FOOT
    }

    /// What is left of the page, less some height at its foot.
    pub(super) fn room(&self, kept: f32) -> Area {
        Area { x: EDGE, y: self.y + 6.0, w: self.width(), h: (self.bottom() - kept - self.y - 6.0).max(60.0) }
    }

    /// Puts something in its place; what follows begins at `y`.
    pub(super) fn put(&mut self, item: Item, y: f32) {
        if let Some((_, items)) = self.pages.last_mut() {
            items.push(item);
        }
        self.y = y;
    }

    /// Sets a block below the last one, or on the next page.
    pub(super) fn block(&mut self, rows: Vec<Row>) {
        let height: f32 = rows.iter().map(|row| row.height).sum();
        if self.y + height > self.bottom() {
            self.turn_page();
        }
        for row in rows {
            if self.y + row.height > self.bottom() {
                self.turn_page();
            }
            let y = self.y;
            if let Some((_, items)) = self.pages.last_mut() {
                items.extend(row.items.into_iter().map(|mut item| {
                    item.change(1.0, (0.0, y));
                    item
                }));
            }
            self.y += row.height;
        }
    }

    /// Goes on at the top of the next page, unless this one is still empty.
    pub(super) fn turn_page(&mut self) {
        if self.pages.last().is_some_and(|(_, items)| !items.is_empty()) {
            self.pages.push((false, Vec::new()));
            self.y = EDGE;
        }
    }

    /// The pages, each with its foot; `about` gives title, description and language of a page by its number.
    pub(super) fn finish(
        mut self,
        palette: &Palette,
        foot: &str,
        about: impl Fn(usize, usize) -> (String, String, String),
    ) -> Vec<Page> {
        if self.pages.len() > 1 && self.pages.last().is_some_and(|(_, items)| items.is_empty()) {
            self.pages.pop();
        }
        let of = self.pages.len();
        let page = |(i, (wide, items)): (usize, (bool, Vec<Item>))| {
            let (width, height) = self.paper.turned(wide);
            let mut pen = Pen { items };
            let base = height - EDGE;
            pen.text((EDGE, base), 7.5, palette.weak, foot);
            pen.write(Text {
                at: (width - EDGE, base),
                anchor: Anchor::End,
                size: 7.5,
                bold: false,
                colour: palette.weak,
                text: format!("Page {} of {of}", i + 1),
            });
            let (title, description, language) = about(i + 1, of);
            Page { width, height, title, description, language, ground: palette.panel, items: pen.items }
        };
        self.pages.into_iter().enumerate().map(page).collect()
    }
}
