//! The compact font format with few glyphs, as a font whose glyphs are known by number alone.

use std::collections::BTreeSet;

/// A dictionary's operators.
const CHARSET: u16 = 15;
const CHAR_STRINGS: u16 = 17;
const PRIVATE: u16 = 18;
const SUBROUTINES: u16 = 19;
const BOUNDS: u16 = 5;
const MATRIX: u16 = 0x0C07;
const ORDERING: u16 = 0x0C1E;
const COUNT: u16 = 0x0C22;
const FONTS: u16 = 0x0C24;
const SELECT: u16 = 0x0C25;

/// The first number of a text that is not among the standard ones.
const FIRST_TEXT: i32 = 391;

/// The font with the glyphs that are kept, in their order; `None` where the font cannot be read.
pub(super) fn subset(font: &[u8], kept: &BTreeSet<u16>) -> Option<Vec<u8>> {
    let (names, at) = index(font, usize::from(*font.get(2)?))?;
    let (tops, at) = index(font, at)?;
    let (_, subroutines_at) = index(font, at)?;
    let (_, end) = index(font, subroutines_at)?;
    let top = Dictionary::read(tops.first()?)?;
    let [size, private_at] = top.numbers(PRIVATE)?[..] else { return None };
    let private_bytes = font.get(private_at as usize..(private_at + size) as usize)?;
    let private = Dictionary::read(private_bytes)?;
    let (outlines, _) = index(font, top.numbers(CHAR_STRINGS)?.first().copied()? as usize)?;
    let outlines: Vec<&[u8]> =
        kept.iter().map(|&glyph| outlines.get(usize::from(glyph)).copied()).collect::<Option<_>>()?;

    let mut parts = Parts {
        names: write_index(&names),
        texts: write_index(&[b"Adobe", b"Identity"]),
        subroutines: font.get(subroutines_at..end)?.to_vec(),
        // Format 2: one range of glyph numbers, from 1.
        charset: [&[2, 0, 1][..], &(kept.len().saturating_sub(2) as u16).to_be_bytes()].concat(),
        // Format 3: all glyphs belong to the only font.
        select: [&[3, 0, 1, 0, 0, 0][..], &(kept.len() as u16).to_be_bytes()].concat(),
        outlines: write_index(&outlines),
        private: private.without(SUBROUTINES),
        own_subroutines: Vec::new(),
    };
    if let Some(at) = private.numbers(SUBROUTINES).and_then(|at| at.first().copied()) {
        let at = private_at as usize + at as usize;
        let (_, end) = index(font, at)?;
        parts.own_subroutines = font.get(at..end)?.to_vec();
        let length = parts.private.len() + ENTRY;
        entry(&mut parts.private, &[length as i32], SUBROUTINES);
    }
    Some(parts.put_together(&top, kept.len()))
}

/// How many bytes [`entry`] needs for one number and an operator of one byte.
const ENTRY: usize = 6;

/// What a font is put together from.
struct Parts {
    names: Vec<u8>,
    texts: Vec<u8>,
    subroutines: Vec<u8>,
    charset: Vec<u8>,
    select: Vec<u8>,
    outlines: Vec<u8>,
    private: Vec<u8>,
    own_subroutines: Vec<u8>,
}

impl Parts {
    fn put_together(&self, top: &Dictionary<'_>, glyphs: usize) -> Vec<u8> {
        // Numbers are written at their longest, so the dictionary is as long with true places as with none.
        let length = write_top(top, glyphs, [0; 4]).len();
        let header = [1, 0, 4, 4];
        let charset = header.len() + self.names.len() + length + self.texts.len() + self.subroutines.len();
        let select = charset + self.charset.len();
        let outlines = select + self.select.len();
        let fonts = outlines + self.outlines.len();
        let private = fonts + self.fonts(0).len();
        let places = [charset, select, outlines, fonts].map(|at| at as i32);
        let top = write_top(top, glyphs, places);
        let fonts = self.fonts(private as i32);
        [
            &header[..],
            &self.names,
            &top,
            &self.texts,
            &self.subroutines,
            &self.charset,
            &self.select,
            &self.outlines,
            &fonts,
            &self.private,
            &self.own_subroutines,
        ]
        .concat()
    }

    /// The list of fonts in the font: one.
    fn fonts(&self, private: i32) -> Vec<u8> {
        let mut bytes = Vec::new();
        entry(&mut bytes, &[self.private.len() as i32, private], PRIVATE);
        write_index(&[&bytes])
    }
}

/// The dictionary of the whole font, with the places of its parts.
fn write_top(old: &Dictionary<'_>, glyphs: usize, [charset, select, outlines, fonts]: [i32; 4]) -> Vec<u8> {
    let mut bytes = Vec::new();
    entry(&mut bytes, &[FIRST_TEXT, FIRST_TEXT + 1, 0], ORDERING);
    bytes.extend(old.raw(MATRIX));
    bytes.extend(old.raw(BOUNDS));
    entry(&mut bytes, &[glyphs as i32], COUNT);
    entry(&mut bytes, &[charset], CHARSET);
    entry(&mut bytes, &[select], SELECT);
    entry(&mut bytes, &[outlines], CHAR_STRINGS);
    entry(&mut bytes, &[fonts], FONTS);
    write_index(&[&bytes])
}

/// A list of byte strings, and where it ends.
fn index(font: &[u8], at: usize) -> Option<(Vec<&[u8]>, usize)> {
    let count = usize::from(u16::from_be_bytes([*font.get(at)?, *font.get(at + 1)?]));
    if count == 0 {
        return Some((Vec::new(), at + 2));
    }
    let size = usize::from(*font.get(at + 2)?);
    let offset = |i: usize| {
        let bytes = font.get(at + 3 + i * size..at + 3 + (i + 1) * size)?;
        Some(bytes.iter().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    };
    let data = at + 2 + (count + 1) * size;
    let items = (0..count).map(|i| font.get(data + offset(i)?..data + offset(i + 1)?)).collect::<Option<_>>()?;
    Some((items, data + offset(count)?))
}

fn write_index(items: &[&[u8]]) -> Vec<u8> {
    let mut bytes = (items.len() as u16).to_be_bytes().to_vec();
    if items.is_empty() {
        return bytes;
    }
    bytes.push(4);
    let mut at = 1u32;
    bytes.extend(at.to_be_bytes());
    for item in items {
        at += item.len() as u32;
        bytes.extend(at.to_be_bytes());
    }
    bytes.extend(items.concat());
    bytes
}

/// Writes whole numbers and their operator.
fn entry(bytes: &mut Vec<u8>, numbers: &[i32], operator: u16) {
    for number in numbers {
        bytes.push(29);
        bytes.extend(number.to_be_bytes());
    }
    if operator > 0xFF {
        bytes.push((operator >> 8) as u8);
    }
    bytes.push(operator as u8);
}

/// A dictionary: operators with the bytes of their numbers.
struct Dictionary<'a> {
    entries: Vec<(u16, &'a [u8])>,
}

impl<'a> Dictionary<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let (mut entries, mut start, mut at) = (Vec::new(), 0, 0);
        while let Some(&byte) = bytes.get(at) {
            let long = usize::from(byte == 12);
            if byte > 21 {
                at += number_length(bytes.get(at..)?)?;
                continue;
            }
            let operator = if byte == 12 { 0x0C00 | u16::from(*bytes.get(at + 1)?) } else { u16::from(byte) };
            entries.push((operator, bytes.get(start..at)?));
            at += 1 + long;
            start = at;
        }
        Some(Self { entries })
    }

    fn operands(&self, operator: u16) -> Option<&'a [u8]> {
        self.entries.iter().find(|(found, _)| *found == operator).map(|(_, operands)| *operands)
    }

    /// An operator's numbers, if all of them are whole.
    fn numbers(&self, operator: u16) -> Option<Vec<i32>> {
        let mut rest = self.operands(operator)?;
        let mut numbers = Vec::new();
        while !rest.is_empty() {
            let length = number_length(rest)?;
            numbers.push(whole_number(rest.get(..length)?)?);
            rest = rest.get(length..)?;
        }
        Some(numbers)
    }

    /// An entry as it stands; nothing where there is none.
    fn raw(&self, operator: u16) -> Vec<u8> {
        let mut bytes = self.operands(operator).unwrap_or_default().to_vec();
        if !bytes.is_empty() {
            entry(&mut bytes, &[], operator);
        }
        bytes
    }

    /// All entries but one.
    fn without(&self, operator: u16) -> Vec<u8> {
        let kept = self.entries.iter().filter(|(found, _)| *found != operator);
        kept.flat_map(|(found, _)| self.raw(*found)).collect()
    }
}

/// How many bytes the number at the start takes.
fn number_length(bytes: &[u8]) -> Option<usize> {
    Some(match bytes.first()? {
        28 => 3,
        29 => 5,
        // A decimal number ends with a half byte of ones.
        30 => 2 + bytes.iter().skip(1).position(|byte| byte & 0x0F == 0x0F || byte >> 4 == 0x0F)?,
        32..=246 => 1,
        247..=254 => 2,
        _ => return None,
    })
}

fn whole_number(bytes: &[u8]) -> Option<i32> {
    Some(match *bytes {
        [28, a, b] => i32::from(i16::from_be_bytes([a, b])),
        [29, a, b, c, d] => i32::from_be_bytes([a, b, c, d]),
        [a @ 32..=246] => i32::from(a) - 139,
        [a @ 247..=250, b] => (i32::from(a) - 247) * 256 + i32::from(b) + 108,
        [a @ 251..=254, b] => -(i32::from(a) - 251) * 256 - i32::from(b) - 108,
        _ => return None,
    })
}
