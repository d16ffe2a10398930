//! The bundled fonts: Inter for everything, DejaVu Sans for the characters that Inter lacks.

use std::sync::{Arc, LazyLock};

use epaint::text::{FontData, FontDefinitions, FontFamily};
use skrifa::{FontRef, MetadataProvider as _};

use super::{characters::is_unseen, faces::Faces};
use crate::packed::unpacked;

macro_rules! packed {
    ($name:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// Name of the family for titles and emphasis.
pub const BOLD: &str = "bold";

/// The files of the bundled fonts.
pub(super) static REGULAR: File = File::new(|| unpacked(packed!("Inter-Regular.otf")));
pub(super) static SEMIBOLD: File = File::new(|| unpacked(packed!("Inter-SemiBold.otf")));
pub(super) static SYMBOLS: File = File::new(|| unpacked(packed!("DejaVuSans.ttf")));

/// A file of a font, unpacked when it is first asked for.
type File = LazyLock<Vec<u8>>;

/// The bundled font files and families: proportional, [`BOLD`], and monospace (which falls back to the same fonts).
pub fn definitions() -> FontDefinitions {
    definitions_with(&Faces::default())
}

/// The same, with more fonts for what the bundled ones lack.
pub fn definitions_with(faces: &Faces) -> FontDefinitions {
    let mut definitions = FontDefinitions::empty();
    let name = |i: usize| format!("system {i}");
    for (i, face) in faces.files().iter().enumerate() {
        let data = FontData { index: face.index, ..FontData::from_static(face.bytes) };
        definitions.font_data.insert(name(i), Arc::new(data));
    }
    let more: Vec<String> = (0..faces.files().len()).map(name).collect();
    for (name, bytes) in [("inter", &REGULAR), ("inter-semibold", &SEMIBOLD), ("dejavu", &SYMBOLS)] {
        definitions.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes.as_slice())));
    }
    let chain = |first: &str| [&[first.to_owned(), "dejavu".to_owned()][..], &more].concat();
    definitions.families.insert(FontFamily::Proportional, chain("inter"));
    definitions.families.insert(FontFamily::Monospace, chain("inter"));
    definitions.families.insert(FontFamily::Name(BOLD.into()), chain("inter-semibold"));
    definitions
}

/// The characters of `text` that the bundled fonts cannot show, each once.
pub fn missing_glyphs(text: &str) -> Vec<char> {
    missing_glyphs_with(text, &Faces::default())
}

/// The characters of `text` that neither the bundled fonts nor `faces` can show, each once.
pub fn missing_glyphs_with(text: &str, faces: &Faces) -> Vec<char> {
    let mut missing: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    missing.sort_unstable();
    missing.dedup();
    let bundled = [&REGULAR, &SYMBOLS].into_iter().filter_map(|file| FontRef::new(file.as_slice()).ok());
    let maps: Vec<_> = bundled.chain(faces.fonts()).map(|font| font.charmap()).collect();
    let shown =
        |c: char| c.is_control() || c.is_whitespace() || is_unseen(c) || maps.iter().any(|m| m.map(c).is_some());
    missing.retain(|&c| !shown(c));
    missing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn science_and_arrows_have_glyphs_and_the_unassigned_has_none() {
        assert_eq!(missing_glyphs("aβγκΔΩ→←↑↓↗≤≥≈′⁺°µ–“”’✓…±−▾⊣"), Vec::<char>::new());
        assert_eq!(missing_glyphs("a\u{2FFF0}b"), vec!['\u{2FFF0}']);
    }
}
