//! What a label looks like: labels of one look cannot be told apart.
//!
//! After the skeletons of Unicode Technical Standard 39, *Unicode Security Mechanisms*, section 4: a text is decomposed, what
//! cannot be seen is left out, and characters that look alike are put in place of one another. Its table has some 6,000
//! rows; here are the Latin, Greek and Cyrillic letters and the marks of which names in biology and medicine are made.
//! Beside that, labels are one where only capitals, spaces and hyphens differ.

use unicode_normalization::UnicodeNormalization as _;

use super::characters::is_hidden;
use crate::model::written::spelled;

/// A character, and those that look like it.
const ALIKE: [(char, &str); 58] = [
    ('A', "ΑА"),
    ('B', "ΒВ"),
    ('C', "СϹ"),
    ('E', "ΕЕ"),
    ('F', "Ϝ"),
    ('G', "Ԍ"),
    ('H', "ΗН"),
    ('I', "ΙІӀ"),
    ('J', "ЈͿ"),
    ('K', "ΚК"),
    ('M', "ΜМϺ"),
    ('N', "Ν"),
    ('O', "ΟО"),
    ('P', "ΡР"),
    ('Q', "Ԛ"),
    ('S', "Ѕ"),
    ('T', "ΤТ"),
    ('W', "Ԝ"),
    ('X', "ΧХ"),
    ('Y', "ΥУҮ"),
    ('Z', "Ζ"),
    ('a', "αаɑ"),
    ('b', "Ьƅ"),
    ('c', "сϲ"),
    ('d', "ԁ"),
    ('e', "еҽ"),
    ('f', "ƒ"),
    ('g', "ɡց"),
    ('h', "һհ"),
    ('i', "іιıɩ"),
    ('j', "јϳȷ"),
    ('k', "κк"),
    ('l', "ӏ"),
    ('n', "ոռ"),
    ('o', "οоσօ"),
    ('p', "ρр"),
    ('q', "ԛգ"),
    ('r', "г"),
    ('s', "ѕꜱ"),
    ('u', "υսᴜ"),
    ('v', "νѵᴠ"),
    ('w', "ԝѡաᴡ"),
    ('x', "хᕁ×"),
    ('y', "уγү"),
    ('z', "ᴢ"),
    ('β', "ßꞵ"),
    ('ε', "ɛє"),
    ('φ', "ɸф"),
    ('Δ', "∆"),
    ('Π', "∏П"),
    ('Σ', "∑"),
    ('3', "ЗƷ"),
    ('6', "б"),
    ('/', "⁄∕"),
    (':', "∶։"),
    ('\'', "‘’‛ʼ′ʹˈ`"),
    ('"', "“”„″ʺ"),
    ('·', "•∙⋅‧"),
];

/// What a label looks like: as it is read where capitals do not matter, the same by shape, by shape with the capitals
/// and digits that look like other letters, and with Greek letters by their names. Labels that have one of these in common
/// are taken for one another.
pub(super) fn looks(label: &str) -> [String; 4] {
    let seen: String = label.nfkd().filter(|&c| !is_hidden(c) && !is_gap(c)).collect();
    let shape: String = seen.chars().map(shape).collect();
    let narrow: String = shape.chars().map(narrow).collect();
    let read = seen.to_lowercase();
    let said = read
        .chars()
        .map(|c| if ('α'..='ω').contains(&c) { spelled(c.encode_utf8(&mut [0; 4])) } else { c.to_string() });
    let said = said.collect();
    [read, shape.to_lowercase(), narrow.replace("rn", "m").replace("vv", "w"), said]
}

/// The first letter of a label that another label lacks, where it is none of the plain Latin ones.
pub(super) fn foreign(label: &str, other: &str) -> Option<char> {
    label.chars().find(|&c| c.is_alphabetic() && !c.is_ascii() && !other.contains(c))
}

fn shape(c: char) -> char {
    if c.is_ascii() && c != '`' {
        return c;
    }
    ALIKE.iter().find(|(_, others)| others.contains(c)).map_or(c, |(one, _)| *one)
}

fn narrow(c: char) -> char {
    match c {
        'I' | '1' | '|' => 'l',
        '0' => 'O',
        _ => c,
    }
}

/// Spaces, hyphens and dashes, which eyes pass over.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        looks(one).iter().zip(&looks(other)).any(|(one, other)| one == other)
    }

    #[test]
    fn labels_that_look_alike_are_found() {
        let pairs = [
            ("Cortisol", "Сortisol", "a Cyrillic letter"),
            ("Cortisol", "Cοrtisol", "a Greek letter"),
            ("Cortisol", "co\u{ad}rtisol", "a soft hyphen"),
            ("Cortisol", "Corti\u{200b}sol", "a space without width"),
            ("Cortisol", "Ｃｏｒｔｉｓｏｌ", "wide letters"),
            ("Cortisol", "𝐂𝐨𝐫𝐭𝐢𝐬𝐨𝐥", "letters of mathematics"),
            ("Inflammation", "lnflammation", "a small l for a capital I"),
            ("IL-6", "1L-6", "a one for a capital I"),
            ("O2", "02", "a zero for a capital O"),
            ("Burn", "Bum", "rn and m"),
            ("Ménière", "Me\u{301}nie\u{300}re", "accents apart from their letters"),
            ("Fibrosis of filaments", "ﬁbrosis of ﬁlaments", "letters joined into one"),
            ("Bone marrow", "Bone\u{a0}\u{2003}marrow", "another space"),
            ("IL-6", "IL\u{2011}6", "another hyphen"),
            ("TNF-α", "TNF-a", "a Greek letter for a Latin one"),
            ("IL-1β", "IL-1ß", "a German letter for a Greek one"),
            ("µ-opioid", "μ-opioid", "the sign of micro and the letter"),
            ("CO2", "CO₂", "a small digit"),
            ("Crohn's disease", "Crohn’s disease", "another apostrophe"),
            ("BONE MARROW", "Bone marrow", "capitals"),
            ("НЕРВ", "нерв", "capitals of another script"),
            ("TNF-α", "TNF-alpha", "the name of a Greek letter"),
            ("IL-1β", "IL1 beta", "the name of another"),
            ("NF-κB", "NF-kappa B", "the name inside of a word"),
            ("Cortisol", "CORTI\u{FE0F}SOL", "a mark that chooses a shape"),
        ];
        for (one, other, why) in pairs {
            assert!(alike(one, other), "{why}: {one} {other}");
        }
    }

    #[test]
    fn labels_that_differ_stay_apart() {
        let pairs = [
            ("IL-1", "IL-2"),
            ("Cortisol", "Cort1sol"),
            ("Bone marrow", "Bone marrows"),
            ("Interleukin-1 alpha", "Interleukin-1 beta"),
            ("TNF-α", "TNF-β"),
            ("TNF-α", "TNF-beta"),
            ("Résumé", "Resume"),
            ("CD4", "CD8"),
            ("Ileum", "Lleum"),
            ("Type I", "Type II"),
        ];
        for (one, other) in pairs {
            assert!(!alike(one, other), "{one} {other}");
        }
    }
}
