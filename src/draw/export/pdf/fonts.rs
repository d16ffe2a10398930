//! The faces that a document uses: which glyphs, what they stand for, and how they are written.

use std::collections::{BTreeMap, BTreeSet};

use super::objects::{Objects, Reference, hex, name};
use crate::{
    export::page::Page,
    text::{self, Face, Shaper, Subset},
};

/// The faces of a document.
pub(super) struct Fonts<'a> {
    shaper: &'a Shaper,
    used: BTreeMap<Face, Used>,
}

/// What a document uses of a face.
struct Used {
    subset: Subset,
    /// The text that each glyph stands for where it is first used, by its number in the whole font.
    texts: BTreeMap<u16, String>,
}

/// Glyphs of one face in a row.
pub(super) struct Run {
    pub(super) face: Face,
    /// Where the first one's origin is, in ems from the start of the line and above its baseline.
    pub(super) at: (f32, f32),
    /// Glyphs by their new numbers, and by how many thousandths of an em each is nearer to the one before it than its
    /// width says.
    pub(super) glyphs: Vec<(u16, i32)>,
}

/// A line of text as glyphs.
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// Width in ems.
    pub(super) width: f32,
    /// Whether some glyph stands for another text here than elsewhere, so that the line must say what it means.
    pub(super) is_odd: bool,
}

impl<'a> Fonts<'a> {
    /// The faces that pages use.
    pub(super) fn new(shaper: &'a Shaper, pages: &[Page]) -> Self {
        let mut texts: BTreeMap<Face, BTreeMap<u16, String>> = BTreeMap::new();
        for text in pages.iter().flat_map(Page::texts) {
            for glyph in shaper.shape(&text.text, text.bold).0 {
                let said = text.text.get(glyph.text).unwrap_or_default();
                let known = texts.entry(glyph.face).or_default().entry(glyph.id).or_default();
                if known.is_empty() {
                    said.clone_into(known);
                }
            }
        }
        let used = texts.into_iter().map(|(face, texts)| {
            let glyphs: BTreeSet<u16> = texts.keys().copied().collect();
            (face, Used { subset: text::for_print(face, &glyphs), texts })
        });
        Self { shaper, used: used.collect() }
    }

    /// A line of text as runs of glyphs.
    pub(super) fn line(&self, text: &str, bold: bool) -> Line {
        let (glyphs, width) = self.shaper.shape(text, bold);
        let mut line = Line { runs: Vec::new(), width, is_odd: false };
        // Where the pen is after the last glyph, as its width says.
        let mut pen = 0.0;
        for glyph in glyphs {
            let Some(used) = self.used.get(&glyph.face) else { continue };
            let said = text.get(glyph.text.clone()).unwrap_or_default();
            line.is_odd |= glyph.id == 0 || used.texts.get(&glyph.id).is_none_or(|known| known != said);
            let number = used.subset.glyphs.get(&glyph.id).copied().unwrap_or_default();
            if let Some(run) = line.runs.last_mut().filter(|run| run.face == glyph.face && run.at.1 == glyph.y) {
                run.glyphs.push((number, ((pen - glyph.x) * 1000.0).round() as i32));
            } else {
                line.runs.push(Run { face: glyph.face, at: (glyph.x, glyph.y), glyphs: vec![(number, 0)] });
                pen = glyph.x;
            }
            // Thousandths are what is written, so they are what is summed up.
            let moved = line.runs.last().and_then(|run| run.glyphs.last()).map_or(0, |(_, nearer)| *nearer);
            pen += thousandths(self.shaper.advance(glyph.face, glyph.id)) as f32 / 1000.0 - moved as f32 / 1000.0;
        }
        line
    }

    /// The name by which contents call a face.
    pub(super) fn call(face: Face) -> &'static str {
        match face {
            Face::Regular => "/R",
            Face::Bold => "/B",
            Face::Symbols => "/S",
        }
    }

    /// A face of the document, and how wide its glyph for missing ones is, in ems; that is in every face.
    pub(super) fn unseen(&self) -> Option<(&'static str, f32)> {
        let face = *self.used.keys().next()?;
        Some((Self::call(face), self.shaper.advance(face, 0).max(0.01)))
    }

    /// Writes all faces, and gives back the resources that pages share.
    pub(super) fn write(&mut self, objects: &mut Objects) -> Reference {
        let fonts: Vec<String> = self
            .used
            .iter()
            .map(|(&face, used)| format!("{} {}", Self::call(face), self.write_face(objects, face, used)))
            .collect();
        objects.add(&format!("<</Font<<{}>>>>", fonts.join(" ")))
    }

    fn write_face(&self, objects: &mut Objects, face: Face, used: &Used) -> Reference {
        let subset = &used.subset;
        let title = name(&format!("{}+{}", tag(subset), face.name()));
        let (file, key) = if subset.is_compact {
            (objects.stream("/Subtype/CIDFontType0C", &subset.font), "FontFile3")
        } else {
            (objects.stream(&format!("/Length1 {}", subset.font.len()), &subset.font), "FontFile2")
        };
        let extent = self.shaper.extent(face);
        let bounds: Vec<String> = extent.bounds.iter().map(|&edge| thousandths(edge).to_string()).collect();
        let [ascent, descent, capitals] = [extent.ascent, extent.descent, extent.capitals].map(thousandths);
        let descriptor = objects.add(&format!(
            "<</Type/FontDescriptor/FontName {title}/Flags 4/FontBBox[{}]/ItalicAngle 0/Ascent {ascent}\
             /Descent {descent}/CapHeight {capitals}/StemV 80/{key} {file}>>",
            bounds.join(" ")
        ));
        let widths: Vec<String> =
            subset.glyphs.keys().map(|&id| thousandths(self.shaper.advance(face, id)).to_string()).collect();
        let (kind, map) =
            if subset.is_compact { ("CIDFontType0", "") } else { ("CIDFontType2", "/CIDToGIDMap/Identity") };
        let font = objects.add(&format!(
            "<</Type/Font/Subtype/{kind}/BaseFont {title}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor}/DW 0/W[0[{}]]{map}>>",
            widths.join(" ")
        ));
        let meanings = objects.stream("", meanings(used).as_bytes());
        objects.add(&format!(
            "<</Type/Font/Subtype/Type0/BaseFont {title}/Encoding/Identity-H/DescendantFonts[{font}]\
             /ToUnicode {meanings}>>"
        ))
    }
}

/// Ems as the whole thousandths that PDF counts in.
fn thousandths(ems: f32) -> i32 {
    (ems * 1000.0).round() as i32
}

/// What each glyph stands for, as a character map.
fn meanings(used: &Used) -> String {
    let known: Vec<String> = used
        .texts
        .iter()
        .filter(|(id, text)| **id != 0 && !text.is_empty())
        .filter_map(|(id, text)| Some(format!("<{:04X}> <{}>\n", used.subset.glyphs.get(id)?, hex(text))))
        .collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) \
         /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    // At most a hundred in one block.
    for block in known.chunks(100) {
        map.push_str(&format!("{} beginbfchar\n{}endbfchar\n", block.len(), block.concat()));
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

/// Six letters that tell subsets of one face apart: made from the glyphs, so that they are always the same.
fn tag(subset: &Subset) -> String {
    // FNV-1a.
    let mixed = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    let bytes = subset.glyphs.keys().flat_map(|id| id.to_be_bytes());
    let mut hash = bytes.fold(0xCBF2_9CE4_8422_2325, mixed);
    let mut letters = String::new();
    for _ in 0..6 {
        letters.push(char::from(b'A' + (hash % 26) as u8));
        hash /= 26;
    }
    letters
}
