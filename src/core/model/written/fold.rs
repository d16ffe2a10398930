//! What is the same in names however it is written: Greek letters, hyphens, capitals, accents, plurals.

use unicode_normalization::UnicodeNormalization as _;

/// The names of the small Greek letters, from alpha; final sigma has that of sigma.
const GREEK: [&str; 25] = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
    "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
];

/// The Greek letter of a name: `beta`, and `Delta` for the capital.
pub fn greek(name: &str) -> Option<char> {
    let small = name.to_ascii_lowercase();
    // Of the two sigmas the last is the one inside of words.
    let place = u32::try_from(GREEK.iter().rposition(|letter| *letter == small)?).ok()?;
    let letter = char::from_u32('α' as u32 + place)?;
    if name.starts_with(|c: char| c.is_ascii_uppercase()) { letter.to_uppercase().next() } else { Some(letter) }
}

/// A text in small plain letters: `TNF‑α` as `tnf-alpha`, `CO₂` as `co2`, `Ménière` as `meniere`. Words stay apart, so that
/// it can be searched.
pub fn spelled(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    // A phone or a keyboard without Greek has a sharp s for beta: `IL-1ß`. Inside a German word it is one.
    let mut after_letter = false;
    for c in text.chars() {
        if c.is_ascii() {
            // Nearly all letters of nearly all names, thousands of which are compared while somebody types.
            spelled.push(c.to_ascii_lowercase());
        } else if c == 'ß' && !after_letter {
            spelled.push_str("beta");
        } else {
            std::iter::once(c).nfkd().flat_map(char::to_lowercase).for_each(|c| push_plain(c, &mut spelled));
        }
        after_letter = c.is_alphabetic();
    }
    spelled
}

fn push_plain(c: char, spelled: &mut String) {
    let letter = (c as u32).checked_sub('α' as u32).and_then(|place| GREEK.get(place as usize));
    match c {
        _ if letter.is_some() => spelled.push_str(letter.copied().unwrap_or_default()),
        // Accents, and what nobody sees: joiners, direction marks, soft hyphens.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => {}
        '‐'..='―' | '−' | '⁃' => spelled.push('-'),
        'ß' => spelled.push_str("ss"),
        'ı' => spelled.push('i'),
        c => spelled.push(c),
    }
}

/// A name as names are compared: [`spelled`], in the singular, without spaces, hyphens, other marks, and the word `the`.
/// Empty where a name has neither letters nor digits.
pub fn folded(name: &str) -> String {
    let spelled = spelled(name);
    let words = spelled.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "the");
    words.map(singular).collect()
}

/// A word without a simple ending of plurals: `nerves`, `bodies`, but not `stress`, `virus` or `analysis`.
fn singular(word: &str) -> String {
    const SINGULAR: [&str; 3] = ["ss", "us", "is"];
    if word.chars().count() < 4 || SINGULAR.iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.chars().count() > 2 => format!("{stem}y"),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_people_write_them() {
        for (a, b) in [
            ("Blood-cell production", "blood cell Production"),
            ("blood_cell_production", "Blood–cell production"),
            ("Sympathetic nerves", "sympathetic nerve"),
            ("IL-6", "il6"),
            ("Antibodies", "antibody"),
            ("T cells", "T-cell"),
            ("Neutrophils in the meninges", "neutrophils in meninges"),
            ("TNF-α", "TNF-alpha"),
            ("TNFα", "tnf alpha"),
            ("TNF‑Α", "Tnf Alpha"),
            ("IL-1ß", "IL-1β"),
            ("NF-κB", "nf kappa b"),
            ("µ-opioid receptor", "mu opioid receptors"),
            ("γδ T cells", "gamma-delta T cell"),
            ("ϕ", "φ"),
            ("CO₂", "co2"),
            ("Ménière", "Me\u{301}nie\u{300}re"),
            ("İltihap", "iltihap"),
            ("Straße", "strasse"),
            ("in\u{ad}flam\u{200b}mation", "Inflammation"),
            ("ＩＬ－６", "IL-6"),
        ] {
            assert_eq!(folded(a), folded(b), "{a} and {b}");
        }
        for (a, b) in [
            ("Stress", "Stres"),
            ("IL-6", "IL-8"),
            ("Virus", "Viru"),
            ("IgG", "IgGs4"),
            ("TNF-α", "TNF-β"),
            ("压力", "睡眠"),
        ] {
            assert_ne!(folded(a), folded(b), "{a} and {b}");
        }
        assert_eq!(folded("–"), "");
    }

    #[test]
    fn greek_letters_have_names() {
        let names = ["alpha", "beta", "sigma", "omega", "Delta", "Sigma", "aleph"];
        let letters = [Some('α'), Some('β'), Some('σ'), Some('ω'), Some('Δ'), Some('Σ'), None];
        assert_eq!(names.map(greek), letters);
    }

    #[test]
    fn what_is_searched_keeps_its_words() {
        assert_eq!(spelled("Tumour necrosis factor (TNF‑α)"), "tumour necrosis factor (tnf-alpha)");
    }
}
