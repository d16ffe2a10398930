//! The bundled fonts with only the glyphs that a document uses, so that it can carry them: as print wants them (glyphs
//! by number) and as browsers want them (glyphs by character).
//!
//! Tables are described in Microsoft's OpenType specification, the compact font format in Adobe's Technical Note 5176.
//! Only the bundled fonts come in here, so what cannot be read is a fault of ours: it gives an empty font, and tests
//! look for that.

mod compact;
mod outlines;
mod patch;

use std::collections::{BTreeMap, BTreeSet};

use skrifa::raw::{FontRef, TableProvider as _, types::Tag};

use self::patch::patch;
use super::{Face, Shaper};

/// A font with few glyphs.
#[derive(Clone, Debug, PartialEq)]
pub struct Subset {
    /// Its bytes: a bare compact font for Inter, a TrueType font for the other.
    pub font: Vec<u8>,
    /// Whether it is a bare compact font.
    pub is_compact: bool,
    /// Its glyphs, by their numbers in the whole font.
    pub glyphs: BTreeMap<u16, u16>,
}

/// A face with some of its glyphs, addressed by their new numbers, as PDF wants it.
pub fn for_print(face: Face, glyphs: &BTreeSet<u16>) -> Subset {
    let small = Small::new(face, glyphs);
    if let Some(font) = small.compact {
        return Subset { font, is_compact: true, glyphs: small.glyphs };
    }
    Subset { font: file(&small.tables), is_compact: false, glyphs: small.glyphs }
}

/// A face with the glyphs of some characters, as browsers want it. Characters that it lacks are left out.
pub fn for_web(face: Face, shaper: &Shaper, characters: &BTreeSet<char>) -> Vec<u8> {
    let found: BTreeMap<char, u16> = characters.iter().filter_map(|&c| Some((c, shaper.glyph_of(face, c)?))).collect();
    let mut small = Small::new(face, &found.values().copied().collect());
    small.tables.insert(*b"cmap", character_map(&found, &small.glyphs));
    if let Some(compact) = small.compact {
        small.tables.insert(*b"CFF ", compact);
    }
    for tag in [*b"OS/2", *b"name"] {
        small.tables.insert(tag, table(&small.whole, tag));
    }
    // Version 3: without names of glyphs.
    let mut post = vec![0; 32];
    post[..4].copy_from_slice(&[0, 3, 0, 0]);
    small.tables.insert(*b"post", post);
    file(&small.tables)
}

/// A font in the making.
struct Small {
    whole: FontRef<'static>,
    glyphs: BTreeMap<u16, u16>,
    compact: Option<Vec<u8>>,
    tables: BTreeMap<[u8; 4], Vec<u8>>,
}

impl Small {
    #[expect(clippy::expect_used, reason = "the fonts are compiled in, and a test reads them")]
    fn new(face: Face, wanted: &BTreeSet<u16>) -> Self {
        let whole = FontRef::new(face.bytes()).expect("bundled fonts are fonts");
        // The first glyph stands for missing ones, in every font.
        let mut kept: BTreeSet<u16> = wanted.iter().copied().chain([0]).collect();
        let mut tables = BTreeMap::new();
        let compact = table(&whole, *b"CFF ");
        let is_compact = !compact.is_empty();
        if !is_compact {
            outlines::close_over_parts(&whole, &mut kept);
        }
        let glyphs: BTreeMap<u16, u16> = kept.iter().enumerate().map(|(new, &old)| (old, new as u16)).collect();
        if !is_compact {
            let (glyf, loca) = outlines::outlines(&whole, &glyphs);
            tables.insert(*b"glyf", glyf);
            tables.insert(*b"loca", loca);
        }
        let compact = is_compact.then(|| compact::subset(&compact, &kept).unwrap_or_default());
        let mut head = table(&whole, *b"head");
        // Long offsets in `loca`.
        patch(&mut head, 50, 1);
        let (mut hhea, mut maxp) = (table(&whole, *b"hhea"), table(&whole, *b"maxp"));
        patch(&mut hhea, 34, glyphs.len() as u16);
        patch(&mut maxp, 4, glyphs.len() as u16);
        let hmtx = advances(&whole, &kept);
        for (tag, bytes) in [(b"head", head), (b"hhea", hhea), (b"maxp", maxp), (b"hmtx", hmtx)] {
            tables.insert(*tag, bytes);
        }
        Self { whole, glyphs, compact, tables }
    }
}

fn table(font: &FontRef<'_>, tag: [u8; 4]) -> Vec<u8> {
    font.table_data(Tag::new(&tag)).map(|data| data.as_bytes().to_vec()).unwrap_or_default()
}

/// Width and left bearing of each glyph.
fn advances(font: &FontRef<'_>, kept: &BTreeSet<u16>) -> Vec<u8> {
    let Ok(hmtx) = font.hmtx() else { return Vec::new() };
    let mut bytes = Vec::new();
    for &glyph in kept {
        bytes.extend(hmtx.advance(u32::from(glyph).into()).unwrap_or_default().to_be_bytes());
        bytes.extend(hmtx.side_bearing(u32::from(glyph).into()).unwrap_or_default().to_be_bytes());
    }
    bytes
}

/// A `cmap` table of format 12: one group for each character.
fn character_map(characters: &BTreeMap<char, u16>, glyphs: &BTreeMap<u16, u16>) -> Vec<u8> {
    let mut groups = Vec::new();
    for (&c, glyph) in characters {
        let glyph = u32::from(glyphs.get(glyph).copied().unwrap_or_default());
        groups.extend([u32::from(c), u32::from(c), glyph].into_iter().flat_map(u32::to_be_bytes));
    }
    // Version, one table, for Windows with all of Unicode, at byte 12.
    let mut bytes: Vec<u8> = [0u16, 1, 3, 10, 0, 12, 12, 0].into_iter().flat_map(u16::to_be_bytes).collect();
    let header = [16 + groups.len() as u32, 0, (groups.len() / 12) as u32];
    bytes.extend(header.into_iter().flat_map(u32::to_be_bytes));
    bytes.extend(groups);
    bytes
}

/// A font file of tables.
fn file(tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.max(1).ilog2() as u16;
    let search = 16 << power;
    let kind: u32 = if tables.contains_key(b"CFF ") { u32::from_be_bytes(*b"OTTO") } else { 0x0001_0000 };
    let mut header = kind.to_be_bytes().to_vec();
    header.extend([count, search, power, 16 * count - search].into_iter().flat_map(u16::to_be_bytes));
    let mut body = Vec::new();
    let start = header.len() + 16 * tables.len();
    for (tag, bytes) in tables {
        header.extend(tag);
        let numbers = [sum(bytes), (start + body.len()) as u32, bytes.len() as u32];
        header.extend(numbers.into_iter().flat_map(u32::to_be_bytes));
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    header.extend(body);
    header
}

/// A table's checksum.
fn sum(bytes: &[u8]) -> u32 {
    let word = |chunk: &[u8]| chunk.iter().enumerate().map(|(i, &b)| u32::from(b) << (24 - 8 * i)).sum::<u32>();
    bytes.chunks(4).map(word).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use skrifa::{
        GlyphId, MetadataProvider as _,
        instance::{LocationRef, Size},
        outline::{DrawSettings, pen::SvgPen},
    };

    use super::*;

    fn outline(font: &[u8], glyph: u32) -> String {
        let font = FontRef::new(font).expect("a font");
        let mut pen = SvgPen::new();
        let outline = font.outline_glyphs().get(GlyphId::new(glyph)).expect("a glyph");
        outline.draw(DrawSettings::unhinted(Size::new(100.0), LocationRef::default()), &mut pen).expect("an outline");
        pen.to_string()
    }

    #[test]
    fn few_glyphs_look_as_in_the_whole_font() {
        let shaper = Shaper::default();
        for face in Face::ALL {
            let wanted: BTreeSet<char> = "Nagé ⊣κβé↔Å".chars().collect();
            let small = for_web(face, &shaper, &wanted);
            assert!(small.len() < 60_000, "{face:?}: {}", small.len());
            let font = FontRef::new(&small).expect("a font");
            let mut seen = 0;
            for c in wanted {
                let Some(old) = shaper.glyph_of(face, c) else { continue };
                let new = font.charmap().map(c).expect("its glyph is kept").to_u32();
                assert_eq!(outline(face.bytes(), old.into()), outline(&small, new), "{face:?} {c}");
                let width = |font: &FontRef<'_>, glyph: u32| {
                    font.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(GlyphId::new(glyph))
                };
                assert_eq!(width(&font, new), width(&FontRef::new(face.bytes()).expect("a font"), old.into()));
                seen += 1;
            }
            assert!(seen > 6);
        }
    }

    #[test]
    fn print_gets_every_glyph_it_asked_for() {
        for face in Face::ALL {
            let small = for_print(face, &BTreeSet::from([3, 40, 1_000]));
            assert_eq!(small.is_compact, face != Face::Symbols);
            assert!([0, 3, 40, 1_000].iter().all(|glyph| small.glyphs.contains_key(glyph)));
            assert!(small.font.len() > 500 && small.font.len() < 40_000, "{face:?}: {}", small.font.len());
        }
    }
}
