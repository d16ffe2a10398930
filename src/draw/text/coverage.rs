//! Which characters a font file has, read off its directory and its character maps without reading the rest.

use std::{
    collections::BTreeSet,
    io::{self, Read, Seek, SeekFrom},
};

use skrifa::raw::{FontData, FontRead as _, tables::cmap::Cmap};

/// Most fonts of a collection, and most tables of a font, that are looked at.
const MOST: usize = 64;
/// Longest character map that is read, in bytes.
const LONGEST_MAP: usize = 4 * 1024 * 1024;

/// What one font of a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Its number in the file.
    pub index: u32,
    /// Which of the characters that were asked for it has.
    pub characters: BTreeSet<char>,
    /// How far it is from upright letters of usual weight (OS/2 `usWeightClass` 400): 0 is there.
    pub oddness: u32,
}

/// What the fonts of a file have of some characters; those without outlines (bitmaps, emoji) are left out.
///
/// Tables are those of Microsoft's OpenType specification.
///
/// # Errors
/// Where the file cannot be read or ends too soon.
pub fn coverage(file: &mut (impl Read + Seek), wanted: &BTreeSet<char>) -> io::Result<Vec<Coverage>> {
    let head = part(file, 0, 12)?;
    let starts: Vec<u32> = if head.starts_with(b"ttcf") {
        let count = number(&head, 8) as usize;
        let list = part(file, 12, 4 * count.min(MOST))?;
        (0..list.len() / 4).map(|i| number(&list, 4 * i)).collect()
    } else {
        vec![0]
    };
    let mut found = Vec::new();
    for (index, start) in (0..).zip(starts) {
        found.extend(font(file, start, wanted)?.map(|(characters, oddness)| Coverage { index, characters, oddness }));
    }
    Ok(found)
}

fn font(
    file: &mut (impl Read + Seek),
    start: u32,
    wanted: &BTreeSet<char>,
) -> io::Result<Option<(BTreeSet<char>, u32)>> {
    let head = part(file, start, 12)?;
    let is_font = [&[0, 1, 0, 0][..], b"OTTO", b"true"].iter().any(|kind| head.starts_with(kind));
    let count = number(&head, 4) as usize >> 16;
    if !is_font || count > MOST {
        return Ok(None);
    }
    let directory = part(file, start.saturating_add(12), 16 * count)?;
    let record = |tag: &[u8]| directory.chunks_exact(16).find(|record| record.starts_with(tag));
    let place = |tag: &[u8]| record(tag).map(|record| (number(record, 8), number(record, 12) as usize));
    let has_outlines = [&b"glyf"[..], b"CFF ", b"CFF2"].iter().any(|tag| record(tag).is_some());
    let Some((at, length)) = place(b"cmap").filter(|(_, length)| has_outlines && *length <= LONGEST_MAP) else {
        return Ok(None);
    };
    let map = part(file, at, length)?;
    let Ok(map) = Cmap::read(FontData::new(&map)) else { return Ok(None) };
    let characters: BTreeSet<char> =
        wanted.iter().copied().filter(|&c| map.map_codepoint(c).is_some_and(|glyph| glyph.to_u32() != 0)).collect();
    if characters.is_empty() {
        return Ok(None);
    }
    let mut short = |tag: &[u8], offset: u32| match place(tag) {
        Some((at, _)) => part(file, at.saturating_add(offset), 4).map(|bytes| number(&bytes, 0) >> 16),
        None => Ok(0),
    };
    let (style, weight) = (short(b"head", 44)?, short(b"OS/2", 4)?);
    Ok(Some((characters, weight.abs_diff(400) + 1_000 * (style & 2))))
}

fn part(file: &mut (impl Read + Seek), at: u32, length: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(at.into()))?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Four bytes as a number; what is not there is 0.
fn number(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map(u32::from_be_bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::text::Face;

    #[test]
    fn a_font_says_what_it_has() {
        let wanted: BTreeSet<char> = "aβ慢\u{5D0}".chars().collect();
        let of = |face: Face| coverage(&mut Cursor::new(face.bytes()), &wanted).expect("it is read");
        let expected = Coverage { index: 0, characters: "aβ".chars().collect(), oddness: 0 };
        assert_eq!(of(Face::Symbols), std::slice::from_ref(&expected));
        assert_eq!(of(Face::Bold), [Coverage { oddness: 200, ..expected }]);
        assert_eq!(coverage(&mut Cursor::new(Face::Regular.bytes()), &BTreeSet::from(['慢'])).expect("read"), []);
    }

    #[test]
    fn what_is_no_font_gives_nothing_or_an_error() {
        let wanted = BTreeSet::from(['a']);
        assert!(coverage(&mut Cursor::new(b"short"), &wanted).is_err());
        assert_eq!(coverage(&mut Cursor::new(b"no font at all, but long enough"), &wanted).expect("read"), []);
        let mut cut = Face::Symbols.bytes()[..600].to_vec();
        assert!(coverage(&mut Cursor::new(&cut), &wanted).is_err());
        cut[..4].copy_from_slice(b"ttcf");
        assert!(coverage(&mut Cursor::new(&cut), &wanted).is_err() || cut.len() == 600);
        for at in 0..600 {
            let mut odd = Face::Symbols.bytes().to_vec();
            odd[at] = odd[at].wrapping_add(128);
            // Anything but a panic.
            coverage(&mut Cursor::new(&odd), &wanted).ok();
        }
    }
}
