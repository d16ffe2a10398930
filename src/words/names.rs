//! How nodes, links and lanes are spoken of in one breath: the names that screen readers read and the status line
//! shows. The name of a node and that of a link begin with its label or sentence and a comma: the drawing shows what
//! follows in a second line.

pub use pathlight_grammar::many;

use super::counts;

/// The article tells a link otherwise than its sources show it.
pub const ARTICLE_OTHERWISE: &str = "the article says otherwise";
/// The sources show a link otherwise than the article tells it.
pub const SOURCES_OTHERWISE: &str = "the sources show otherwise";
/// The author looked for a source in vain.
pub const NO_SOURCE_FOUND: &str = "no source found";
/// The author has named no source.
pub const NO_SOURCE_GIVEN: &str = "no source given";

/// `Chronic stress, stressor, 1 cause, 4 effects`.
pub fn node(label: &str, kind: &str, causes: usize, effects: usize) -> String {
    format!("{label}, {kind}, {}, {}", counts::causes(causes), counts::effects(effects))
}

/// `Chronic stress raises Neutrophils in the meninges, grade C, mice, 1 source`: the sentence, then parts such as
/// [`grade`], [`studied_in`] and [`ARTICLE_OTHERWISE`].
pub fn link(sentence: &str, parts: &[String]) -> String {
    format!("{sentence}, {}", parts.join(", "))
}

/// The grade of a link.
pub fn grade(letter: &str) -> String {
    format!("grade {letter}")
}

/// The species in which a link was studied: `mice and rats`.
pub fn studied_in(species: &[&str]) -> String {
    let species: Vec<String> = species.iter().map(|one| many(one)).collect();
    species.join(" and ")
}

/// A lane that is folded to one card.
pub fn folded_lane(label: &str) -> String {
    format!("{label}, folded lane")
}

/// Several links between two cards: `3 links: Stress raises cortisol; …`.
pub fn links(sentences: &[String]) -> String {
    format!("{}: {}", counts::links(sentences.len()), sentences.join("; "))
}

/// A name as a voice should say it: short names of molecules and the like letter by letter, `IL-6` as `I L 6`, since
/// voices take them for words.
pub fn aloud(name: &str) -> String {
    let mut said = String::with_capacity(name.len());
    let mut word = String::new();
    for letter in name.chars().chain([' ']) {
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        let spelled = is_spelled(&word);
        said.push_str(&if spelled { spell(&word) } else { word.clone() });
        word.clear();
        said.push(if spelled && letter == '-' { ' ' } else { letter });
    }
    said.pop();
    said
}

/// Most letters of a name that is said letter by letter: longer ones, such as COVID, are said as words.
const MOST_SPELLED: usize = 4;

/// Whether a word is a short name: capitals, but for one small letter at most (mRNA, IL, CXCL12).
fn is_spelled(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = word.chars().filter(char::is_ascii_uppercase).count();
    (2..=MOST_SPELLED).contains(&letters) && capitals >= 2 && letters - capitals <= 1
}

/// Its letters apart, numbers whole.
fn spell(word: &str) -> String {
    let mut spelled = String::new();
    let mut before = None;
    for letter in word.chars() {
        let in_number = letter.is_numeric() && before.is_some_and(char::is_numeric);
        if before.is_some() && !in_number {
            spelled.push(' ');
        }
        spelled.push(letter);
        before = Some(letter);
    }
    spelled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_said_letter_by_letter() {
        for (name, said) in [
            ("IL-6", "I L 6"),
            ("TNF-\u{3b1} raises IL-1\u{3b2}", "T N F \u{3b1} raises I L 1\u{3b2}"),
            ("mRNA, grade C", "m R N A, grade C"),
            ("CXCL12 (SDF-1)", "C X C L 12 (S D F 1)"),
            ("Chronic stress", "Chronic stress"),
            ("COVID-19 and TrkB", "COVID-19 and TrkB"),
            ("", ""),
        ] {
            assert_eq!(aloud(name), said);
        }
    }
}
