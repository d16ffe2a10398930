//! The numbered bibliography under a figure, and on pages of its own.

use std::sync::Arc;

use crate::{
    export::{
        page::{Anchor, Area, Item, Point, Text},
        paper::Paper,
        pen::{Pen, broken},
    },
    model::{Citation, Pathway, Source},
    text::Shaper,
    theme::Palette,
};

/// Sources, broken into lines for columns.
pub(crate) struct Columns<'a> {
    sources: &'a [Arc<Source>],
    palette: &'a Palette,
    shaper: &'a Shaper,
    size: f32,
}

/// A source in lines.
struct Entry {
    number: String,
    lines: Vec<String>,
    /// Where to read it: lines of the address, and the whole of it.
    address: Option<(Vec<String>, String)>,
    unconfirmed: bool,
}

impl<'a> Columns<'a> {
    /// The sources of a pathway, in text of a size.
    pub(crate) fn new(pathway: &'a Pathway, palette: &'a Palette, shaper: &'a Shaper, size: f32) -> Self {
        Self { sources: pathway.sources(), palette, shaper, size }
    }

    /// All of them in columns of about equal height; gives back the height.
    pub(crate) fn all(&self, pen: &mut Pen, (x, y): Point, width: f32) -> f32 {
        let heading = self.heading(pen, (x, y));
        let count = (width / (30.0 * self.size)).floor().clamp(1.0, 6.0);
        let gap = 2.4 * self.size;
        let column = (width - gap * (count - 1.0)) / count;
        let entries = self.entries(column);
        let heights: Vec<f32> = entries.iter().map(|entry| self.height(entry)).collect();
        let aim = heights.iter().sum::<f32>() / count;
        let (mut at, mut down, mut lowest) = (0.0, 0.0, 0.0_f32);
        for (entry, height) in entries.iter().zip(heights) {
            // An entry goes where more than half of it fits.
            if down > 0.0 && down + height / 2.0 > aim && at + 1.0 < count {
                at += 1.0;
                down = 0.0;
            }
            self.entry(pen, entry, (x + at * (column + gap), y + heading + down), column);
            down += height;
            lowest = lowest.max(down);
        }
        heading + lowest
    }

    /// All of them on upright pages, in two columns.
    pub(crate) fn pages(&self, paper: Paper) -> Vec<Vec<Item>> {
        const EDGE: f32 = 42.0;
        const GAP: f32 = 22.0;
        let (w, h) = paper.size();
        let column = (w - 2.0 * EDGE - GAP) / 2.0;
        let mut pages = Vec::new();
        let mut pen = Pen::default();
        let mut top = EDGE + self.heading(&mut pen, (EDGE, EDGE));
        let (mut second, mut down) = (false, top);
        for entry in self.entries(column) {
            let height = self.height(&entry);
            if down + height > h - EDGE && down > top {
                if second {
                    pages.push(std::mem::take(&mut pen.items));
                    top = EDGE;
                }
                second = !second;
                down = top;
            }
            let x = if second { EDGE + column + GAP } else { EDGE };
            self.entry(&mut pen, &entry, (x, down), column);
            down += height;
        }
        pages.push(pen.items);
        pages
    }

    fn heading(&self, pen: &mut Pen, (x, y): Point) -> f32 {
        let size = self.size * 1.35;
        pen.bold((x, y + size), size, self.palette.text, "Sources");
        size * 1.8
    }

    /// Room for the number at the left.
    fn indent(&self) -> f32 {
        self.size * 2.3
    }

    fn entries(&self, column: f32) -> Vec<Entry> {
        let width = column - self.indent();
        let lines = |text: &str| broken(self.shaper, text, self.size, false, width);
        let entry = |(i, source): (usize, &Arc<Source>)| {
            let address = source.addresses().into_iter().next();
            Entry {
                number: format!("{}.", i + 1),
                lines: lines(&source.work()),
                address: address.map(|address| (lines(&address), address)),
                unconfirmed: source.citation == Citation::Unconfirmed,
            }
        };
        self.sources.iter().enumerate().map(entry).collect()
    }

    fn height(&self, entry: &Entry) -> f32 {
        let address = entry.address.as_ref().map_or(0, |(lines, _)| lines.len());
        let lines = entry.lines.len() + address + usize::from(entry.unconfirmed);
        (lines as f32 * 1.3 + 0.55) * self.size
    }

    fn entry(&self, pen: &mut Pen, entry: &Entry, (x, y): Point, column: f32) {
        let (palette, size) = (self.palette, self.size);
        let left = x + self.indent();
        let mut base = y + size;
        pen.write(Text {
            at: (left - 0.6 * size, base),
            anchor: Anchor::End,
            size,
            bold: true,
            colour: palette.weak,
            text: entry.number.clone(),
        });
        for line in &entry.lines {
            pen.text((left, base), size, palette.text, line);
            base += 1.3 * size;
        }
        if let Some((lines, address)) = &entry.address {
            let top = base - size;
            for line in lines {
                pen.text((left, base), size, palette.accent, line);
                base += 1.3 * size;
            }
            let area = Area { x: left, y: top, w: column - self.indent(), h: base - 0.3 * size - top };
            pen.address(area, address);
        }
        if entry.unconfirmed {
            pen.text((left, base), size, palette.error, "Citation not yet confirmed.");
        }
    }
}
