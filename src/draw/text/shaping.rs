//! Text as glyphs with places, for pictures that are drawn without the window's engine. Widths agree with it, since
//! both shape with harfrust and the same fonts.

use std::ops::Range;

use harfrust::{Feature, FontRef, ShapeOptions, ShaperData, Tag, UnicodeBuffer};
pub use skrifa::outline::OutlinePen;
use skrifa::{
    GlyphId, MetadataProvider as _,
    charmap::Charmap,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlineGlyphCollection},
};

use super::{characters::is_mark, fonts};

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

/// Shapes text with the bundled fonts. Making one reads the fonts, so make one and keep it.
pub struct Shaper {
    faces: [Loaded; 3],
}

struct Loaded {
    font: FontRef<'static>,
    data: ShaperData,
    charmap: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    em: f32,
}

impl Default for Shaper {
    fn default() -> Self {
        Self { faces: Face::ALL.map(Loaded::new) }
    }
}

impl Loaded {
    #[expect(clippy::expect_used, reason = "the fonts are compiled in, and a test reads them")]
    fn new(face: Face) -> Self {
        let font = FontRef::new(face.bytes()).expect("bundled fonts are fonts");
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
    /// The glyphs of one line of text, and the line's width in ems.
    pub fn shape(&self, text: &str, bold: bool) -> (Vec<Glyph>, f32) {
        let mut glyphs = Vec::new();
        let mut at = 0.0;
        for (face, part) in self.runs(text, bold) {
            self.shape_run(face, text, part, &mut at, &mut glyphs);
        }
        (glyphs, at)
    }

    /// Width of one line of text of a size, in the unit of the size.
    pub fn width(&self, text: &str, size: f32, bold: bool) -> f32 {
        self.shape(text, bold).1 * size
    }

    /// Draws the outline of a glyph, 1 em large, with y upwards.
    pub fn outline(&self, face: Face, id: u16, pen: &mut impl OutlinePen) {
        let loaded = &self.faces[face.index()];
        if let Some(glyph) = loaded.outlines.get(GlyphId::new(id.into())) {
            // A glyph that cannot be read is drawn as nothing; the bundled fonts have none.
            glyph.draw(DrawSettings::unhinted(Size::new(1.0), LocationRef::default()), pen).ok();
        }
    }

    /// How far a glyph alone moves the next one, in ems.
    pub fn advance(&self, face: Face, id: u16) -> f32 {
        let loaded = &self.faces[face.index()];
        let metrics = loaded.font.glyph_metrics(Size::new(1.0), LocationRef::default());
        metrics.advance_width(GlyphId::new(id.into())).unwrap_or_default()
    }

    /// How large a face is, in ems.
    pub fn extent(&self, face: Face) -> Extent {
        let metrics = self.faces[face.index()].font.metrics(Size::new(1.0), LocationRef::default());
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
        self.faces[face.index()].charmap.map(character).map(|id| id.to_u32() as u16)
    }

    /// Stretches of text that one face has all characters of. Marks stay with the letter that they stand on; what no
    /// face has is shown as a missing glyph of the first.
    fn runs(&self, text: &str, bold: bool) -> Vec<(Face, Range<usize>)> {
        let first = if bold { Face::Bold } else { Face::Regular };
        let mut runs: Vec<(Face, Range<usize>)> = Vec::new();
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            let before = runs.last().map(|(face, _)| *face);
            let has = |face: &Face| self.glyph_of(*face, c).is_some();
            let fitting = before.filter(|face| is_mark(c) && has(face));
            let face = fitting.or([first, Face::Symbols].into_iter().find(has)).unwrap_or(first);
            match runs.last_mut() {
                Some((last, range)) if *last == face => range.end = end,
                _ => runs.push((face, start..end)),
            }
        }
        runs
    }

    fn shape_run(&self, face: Face, text: &str, part: Range<usize>, at: &mut f32, glyphs: &mut Vec<Glyph>) {
        let loaded = &self.faces[face.index()];
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
            glyphs.push(Glyph {
                face,
                id: info.glyph_id as u16,
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
