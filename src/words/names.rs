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
