//! Text as glyphs with places, for pictures that are drawn without the window's engine. Widths agree with it, since
//! both shape with harfrust and the same fonts.

use std::{ops::Range, sync::Arc};

use harfrust::{Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};
pub use skrifa::outline::OutlinePen;
use skrifa::{
    GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlineGlyphCollection},
};

use super::{
    characters::{is_mark, is_unseen},
    direction::stretches,
    faces::Faces,
    fonts,
};

/// A bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Inter.
    Regular,
    /// Inter, semi-bold.
    Bold,
    /// DejaVu Sans, for the characters that Inter lacks.
    Symbols,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Symbols];

    /// Its name in documents that embed it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "Inter-Regular",
            Self::Bold => "Inter-SemiBold",
            Self::Symbols => "DejaVuSans",
        }
    }

    /// Its file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => &fonts::REGULAR,
            Self::Bold => &fonts::SEMIBOLD,
            Self::Symbols => &fonts::SYMBOLS,
        }
    }

    #[expect(clippy::expect_used, reason = "the fonts are compiled in, and a test reads them")]
    fn font(self) -> FontRef<'static> {
        FontRef::new(self.bytes()).expect("bundled fonts are fonts")
    }

    /// Its place in [`Face::ALL`].
    fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
            Self::Symbols => 2,
        }
    }
}

/// A glyph in its place on a line of text. Lengths are in ems: for text of 12 pt, 1 is 12 pt.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// The font that it is in.
    pub face: Face,
    /// Its number there.
    pub id: u16,
    /// Where its origin is, from the start of the line.
    pub x: f32,
    /// How far its origin is above the baseline.
    pub y: f32,
    /// How far the next glyph's place is.
    pub advance: f32,
    /// The bytes of the text that it stands for; empty where another glyph stands for them already.
    pub text: Range<usize>,
}

/// How large a face is, in ems, y upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// How high letters rise above the baseline.
    pub ascent: f32,
    /// How far they go below it, as a negative number.
    pub descent: f32,
    /// Height of capitals.
    pub capitals: f32,
    /// Left, lowest, right and highest of all glyphs.
    pub bounds: [f32; 4],
}

/// Shapes text with the bundled fonts, and with others for what those lack. Making one reads the fonts, so make one and
/// keep it; a clone costs nothing.
#[derive(Clone)]
pub struct Shaper {
    /// Those of [`Face::ALL`], then the others.
    fonts: Arc<[Loaded]>,
    /// By how much widths are multiplied.
    room: f32,
}

struct Loaded {
    font: FontRef<'static>,
    data: ShaperData,
    charmap: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    em: f32,
}

/// A glyph in its place, in a font by its number among those of the shaper.
struct Placed {
    font: usize,
    glyph: GlyphId,
    x: f32,
    y: f32,
    advance: f32,
    text: Range<usize>,
}

/// Characters of one font in a row.
struct Run {
    font: usize,
    range: Range<usize>,
    /// What no font has, and a box stands for.
    is_missing: bool,
}

/// What stands for a character that no font has, as in the window.
const MISSING: [char; 2] = ['◻', '?'];

impl Default for Shaper {
    fn default() -> Self {
        Self::with(&Faces::default())
    }
}

impl Loaded {
    fn new(font: FontRef<'static>) -> Self {
        Self {
            data: ShaperData::new(&font),
            charmap: font.charmap(),
            outlines: font.outline_glyphs(),
            em: f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em),
            font,
        }
    }
}

impl Shaper {
    /// Shapes with more fonts for what the bundled ones lack.
    pub fn with(faces: &Faces) -> Self {
        let fonts = Face::ALL.map(Face::font).into_iter().chain(faces.fonts());
        Self { fonts: fonts.map(Loaded::new).collect(), room: 1.0 }
    }

    /// The same, with widths multiplied: for text that may be shown in a wider font than ours.
    #[must_use]
    pub fn with_room(&self, by: f32) -> Self {
        Self { room: by, ..self.clone() }
    }

    /// The glyphs of one line of text in the bundled fonts, and the line's width in ems. Those of other fonts are not
    /// among them: no document embeds these, and [`Self::draw`] draws them.
    pub fn shape(&self, text: &str, bold: bool) -> (Vec<Glyph>, f32) {
        let (placed, width) = self.place(text, bold);
        let glyph = |placed: Placed| {
            let Placed { font, glyph, x, y, advance, text } = placed;
            Some(Glyph { face: *Face::ALL.get(font)?, id: glyph.to_u32() as u16, x, y, advance, text })
        };
        (placed.into_iter().filter_map(glyph).collect(), width)
    }

    /// Draws the outlines of one line of text, 1 em large, with y upwards; before each glyph the pen is told where that
    /// glyph's origin is, in ems from the start of the line and above its baseline.
    pub fn draw<P: OutlinePen>(&self, text: &str, bold: bool, pen: &mut P, mut place: impl FnMut(&mut P, (f32, f32))) {
        for glyph in self.place(text, bold).0 {
            if let Some(outline) = self.fonts.get(glyph.font).and_then(|font| font.outlines.get(glyph.glyph)) {
                place(pen, (glyph.x, glyph.y));
                outline.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), pen).ok();
            }
        }
    }

    /// Where each piece of a line of text stands, in the order in which it is read: its bytes, its left end and its width,
    /// in ems.
    pub fn pieces(&self, text: &str, bold: bool) -> Vec<(Range<usize>, f32, f32)> {
        let placed = self.place(text, bold).0.into_iter().filter(|glyph| !glyph.text.is_empty());
        let mut pieces: Vec<_> = placed.map(|glyph| (glyph.text, glyph.x, glyph.advance)).collect();
        pieces.sort_by_key(|(bytes, _, _)| bytes.start);
        pieces
    }

    /// Whether a line of text needs other fonts than the bundled ones.
    pub fn needs_more(&self, text: &str, bold: bool) -> bool {
        self.fonts.len() > Face::ALL.len() && self.place(text, bold).0.iter().any(|g| g.font >= Face::ALL.len())
    }

    fn place(&self, text: &str, bold: bool) -> (Vec<Placed>, f32) {
        let mut glyphs = Vec::new();
        let mut at = 0.0;
        for (stretch, runs_left) in stretches(text) {
            let mut runs = self.runs(text, stretch, bold);
            if runs_left {
                runs.reverse();
            }
            for run in runs {
                if run.is_missing {
                    self.place_missing(&run, text, &mut at, &mut glyphs);
                } else {
                    self.place_run(run, text, &mut at, &mut glyphs);
                }
            }
        }
        (glyphs, at)
    }

    /// Width of one line of text of a size, in the unit of the size.
    pub fn width(&self, text: &str, size: f32, bold: bool) -> f32 {
        self.place(text, bold).1 * size * self.room
    }

    /// Draws the outline of a glyph, 1 em large, with y upwards.
    pub fn outline(&self, face: Face, id: u16, pen: &mut impl OutlinePen) {
        let loaded = &self.fonts[face.index()];
        if let Some(glyph) = loaded.outlines.get(GlyphId::new(id.into())) {
            // A glyph that cannot be read is drawn as nothing; the bundled fonts have none.
            glyph.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), pen).ok();
        }
    }

    /// How far a glyph alone moves the next one, in ems.
    pub fn advance(&self, face: Face, id: u16) -> f32 {
        let loaded = &self.fonts[face.index()];
        let metrics = loaded.font.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(GlyphId::new(id.into())).unwrap_or_default()
    }

    /// How large a face is, in ems.
    pub fn extent(&self, face: Face) -> Extent {
        let metrics = self.fonts[face.index()].font.metrics(Size::new(1.0), LocationRef::default());
        let bounds = metrics.bounds.unwrap_or_default();
        Extent {
            ascent: metrics.ascent,
            descent: metrics.descent,
            capitals: metrics.cap_height.unwrap_or(metrics.ascent),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
        }
    }

    /// The number of a character's glyph in a face, if it has one.
    pub fn glyph_of(&self, face: Face, character: char) -> Option<u16> {
        self.fonts[face.index()].charmap.map(character).map(|id| id.to_u32() as u16)
    }

    /// Runs of a stretch of text, each of one font that has all of its characters. Marks stay with the letter that they
    /// stand on; what no font has is shown as a box.
    fn runs(&self, text: &str, stretch: Range<usize>, bold: bool) -> Vec<Run> {
        let first = if bold { Face::Bold } else { Face::Regular }.index();
        let others = Face::Symbols.index()..self.fonts.len();
        let mut runs: Vec<Run> = Vec::new();
        for (at, c) in text.get(stretch.clone()).unwrap_or_default().char_indices() {
            let start = stretch.start + at;
            let end = start + c.len_utf8();
            let has = |font: &usize| self.fonts[*font].charmap.map(c).is_some();
            let before = runs.last().map(|run| run.font);
            let fitting = before.filter(|font| is_mark(c) && has(font));
            let found = fitting.or_else(|| std::iter::once(first).chain(others.clone()).find(has));
            let is_missing = found.is_none() && !c.is_control() && !is_unseen(c);
            let font = found.unwrap_or(first);
            match runs.last_mut() {
                Some(last) if last.font == font && last.is_missing == is_missing => last.range.end = end,
                _ => runs.push(Run { font, range: start..end, is_missing }),
            }
        }
        runs
    }

    /// A box for every letter, with its marks.
    fn place_missing(&self, run: &Run, text: &str, at: &mut f32, glyphs: &mut Vec<Placed>) {
        let fonts = [run.font, Face::Symbols.index()];
        let box_in = |c: char| fonts.into_iter().find_map(|font| Some((font, self.fonts[font].charmap.map(c)?)));
        let Some((font, glyph)) = MISSING.into_iter().find_map(box_in) else { return };
        let metrics = self.fonts[font].font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let advance = metrics.advance_width(glyph).unwrap_or_default();
        for (start, c) in text.get(run.range.clone()).unwrap_or_default().char_indices() {
            let start = run.range.start + start;
            if let Some(letter) = glyphs.last_mut().filter(|letter| is_mark(c) && letter.text.end == start) {
                letter.text.end += c.len_utf8();
                continue;
            }
            glyphs.push(Placed { font, glyph, x: *at, y: 0.0, advance, text: start..start + c.len_utf8() });
            *at += advance;
        }
    }

    fn place_run(&self, Run { font, range: part, .. }: Run, text: &str, at: &mut f32, glyphs: &mut Vec<Placed>) {
        let loaded = &self.fonts[font];
        let shaper = loaded.data.shaper(&loaded.font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text.get(part.clone()).unwrap_or_default());
        buffer.guess_segment_properties();
        // Letters that change with their neighbours (`->` to an arrow) would not be found by a search for what was
        // written.
        let off = [b"calt", b"liga", b"clig"].map(|tag| Feature::new(Tag::new(tag), 0, ..));
        let shaped = shaper.shape(buffer, ShapeOptions::new().features(&off));
        let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut told = Vec::new();
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let cluster = info.cluster as usize;
            let next = starts.get(starts.partition_point(|&start| start <= cluster)).copied();
            let end = part.start + next.unwrap_or(part.len());
            let start = if told.contains(&cluster) { end } else { part.start + cluster };
            told.push(cluster);
            let advance = place.x_advance as f32 / loaded.em;
            glyphs.push(Placed {
                font,
                glyph: GlyphId::new(info.glyph_id),
                x: *at + place.x_offset as f32 / loaded.em,
                y: place.y_offset as f32 / loaded.em,
                advance,
                text: start..end,
            });
            *at += advance;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{LABEL_SIZE, Measure};

    #[test]
    fn widths_agree_with_the_window() {
        let (shaper, mut measure) = (Shaper::default(), Measure::default());
        for text in ["Chronic stress", "NF-κB", "Blood-cell production", "AVATAR To. Ty", "TGF-β1 ⊣ IL-6", "é e\u{301}"]
        {
            let (ours, window) = (shaper.width(text, LABEL_SIZE, false), measure.width(text));
            assert!((ours - window).abs() < 0.75, "{text}: {ours} and {window}");
        }
    }

    #[test]
    fn glyphs_stand_for_every_byte_once() {
        let shaper = Shaper::default();
        for text in ["Fire -> fly", "NF-κB ⊣ x", "e\u{301}e", "", "שלום", "\u{FFFF}"] {
            let (glyphs, _) = shaper.shape(text, true);
            let mut told: Vec<usize> = glyphs.iter().flat_map(|glyph| glyph.text.clone()).collect();
            told.sort_unstable();
            assert_eq!(told, (0..text.len()).collect::<Vec<_>>(), "{text}");
        }
    }
}
