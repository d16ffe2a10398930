//! What is said of a link for those who do not see it.

use super::{options::FigureOptions, wire::meaning};
use crate::{
    grammar::form,
    model::{LinkId, NodeId, Pathway},
    signs::links::Badge,
};

/// What is said of a link for those who do not see it. What is left out for somebody to fill in is not said.
pub(super) fn spoken(pathway: &Pathway, link: &LinkId, options: &FigureOptions<'_>) -> String {
    let Some(link) = pathway.link(link) else { return String::new() };
    let blanks = &options.blanks;
    if blanks.is_empty() || options.answered {
        let mut text = format!("{}, grade {}", pathway.sentence_in(link, options.reading), link.grade.name());
        let cited = |(i, source): (usize, &std::sync::Arc<crate::model::Source>)| {
            link.evidence.iter().any(|e| e.source == source.id).then(|| (i + 1).to_string())
        };
        let numbers: Vec<String> = pathway.sources().iter().enumerate().filter_map(cited).collect();
        if !numbers.is_empty() {
            let word = form(numbers.len(), "source", "sources");
            text.push_str(&format!(", {word} {}", numbers.join(", ")));
        }
        // On a short line its badge may find no place.
        if let Some(badge) = Badge::of(&[&**link]).filter(|_| options.details) {
            text.push_str(&format!(", {}", meaning(badge, options.reading)));
        }
        return text;
    }
    let end = |id: &NodeId| match blanks.labels.get(id) {
        Some(number) => format!("blank {number}"),
        None => pathway.label(id).to_owned(),
    };
    let (cause, effect) = (end(&link.from), end(&link.to));
    let verb = match blanks.signs.get(&link.id) {
        Some(number) => format!("acts on (question {number})"),
        // The form that goes with what is said: that of a blank label would tell whether it is one thing or many.
        None => link.effect_in(options.reading).verb(&cause).to_owned(),
    };
    format!("{cause} {verb} {effect}")
}
