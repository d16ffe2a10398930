//! TrueType outlines with few glyphs: `glyf` and `loca`.

use super::patch::patch;
use std::collections::{BTreeMap, BTreeSet};

use skrifa::raw::{
    FontRef, TableProvider as _,
    tables::{glyf::Glyph, loca::Loca},
};

/// Adds the glyphs that others are put together from.
pub(super) fn close_over_parts(font: &FontRef<'_>, kept: &mut BTreeSet<u16>) {
    let mut open: Vec<u16> = kept.iter().copied().collect();
    while let Some(glyph) = open.pop() {
        open.extend(parts(font, glyph).into_iter().filter(|part| kept.insert(*part)));
    }
}

fn parts(font: &FontRef<'_>, glyph: u16) -> Vec<u16> {
    let read = || font.loca(None).ok()?.get_glyf(u32::from(glyph).into(), &font.glyf().ok()?).ok()?;
    let Some(Glyph::Composite(composite)) = read() else { return Vec::new() };
    composite.components().map(|part| part.glyph.to_u16()).collect()
}

/// The outlines in their new order and where each begins.
pub(super) fn outlines(font: &FontRef<'_>, glyphs: &BTreeMap<u16, u16>) -> (Vec<u8>, Vec<u8>) {
    let (mut glyf, mut loca) = (Vec::new(), Vec::new());
    for &old in glyphs.keys() {
        loca.extend((glyf.len() as u32).to_be_bytes());
        let mut outline = bytes_of(font, old).unwrap_or_default();
        renumber(&mut outline, glyphs);
        glyf.extend(outline);
        glyf.resize(glyf.len().next_multiple_of(4), 0);
    }
    loca.extend((glyf.len() as u32).to_be_bytes());
    (glyf, loca)
}

fn bytes_of(font: &FontRef<'_>, glyph: u16) -> Option<Vec<u8>> {
    let loca: Loca<'_> = font.loca(None).ok()?;
    let glyf = font.table_data(skrifa::raw::types::Tag::new(b"glyf"))?;
    let at = usize::from(glyph);
    let (from, to) = (loca.get_raw(at)? as usize, loca.get_raw(at + 1)? as usize);
    glyf.as_bytes().get(from..to).map(<[u8]>::to_vec)
}

/// Gives the parts of a composite outline their new numbers.
fn renumber(outline: &mut [u8], glyphs: &BTreeMap<u16, u16>) {
    let number = |outline: &[u8], at: usize| Some(u16::from_be_bytes([*outline.get(at)?, *outline.get(at + 1)?]));
    // A negative number of contours marks a composite; its parts follow the bounds.
    if number(outline, 0).is_none_or(|contours| contours < 0x8000) {
        return;
    }
    let mut at = 10;
    while let Some((flags, old)) = number(outline, at).zip(number(outline, at + 2)) {
        patch(outline, at + 2, glyphs.get(&old).copied().unwrap_or_default());
        let words = if flags & 0x0001 != 0 { 4 } else { 2 };
        let scale = match flags {
            f if f & 0x0008 != 0 => 2,
            f if f & 0x0040 != 0 => 4,
            f if f & 0x0080 != 0 => 8,
            _ => 0,
        };
        at += 4 + words + scale;
        if flags & 0x0020 == 0 {
            break;
        }
    }
}
