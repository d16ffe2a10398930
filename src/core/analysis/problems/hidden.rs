//! Characters that nobody can see: control characters, marks that turn the direction of writing, fillers, joiners.

use super::{
    characters::{is_hidden, is_joining, is_meaningless, is_odd_space},
    check::Check,
    finding::{Severity, Subject},
    fix::Fix,
};
use crate::model::{About, LevelText, Link, Node, Source, Tour};

/// Where a text stands: its field, and which item of it.
type Spot = (&'static str, Option<usize>);

impl Check<'_> {
    pub(super) fn texts_of_about(&mut self, about: &About) {
        let at = (&Subject::Pathway, "the pathway");
        for (field, text) in [
            ("title", &about.title),
            ("language", &about.language),
            ("license", &about.license),
            ("reviewed", &about.reviewed),
        ] {
            self.name(at, (field, None), text);
        }
        self.prose(at, ("summary", None), &about.summary);
    }

    pub(super) fn texts_of_node(&mut self, at: (&Subject, &str), node: &Node) {
        self.name(at, ("label", None), &node.label);
        for (field, names) in [("aliases", &node.aliases), ("xrefs", &node.xrefs)] {
            for (item, text) in names.iter().enumerate() {
                self.name(at, (field, Some(item)), text);
            }
        }
        self.prose(at, ("explanation", None), &node.explanation);
        self.levels(at, &node.levels);
        for (item, note) in node.notes.iter().enumerate() {
            self.prose(at, ("notes", Some(item)), &note.text);
        }
    }

    pub(super) fn texts_of_link(&mut self, at: (&Subject, &str), link: &Link) {
        self.prose(at, ("explanation", None), &link.explanation);
        self.levels(at, &link.levels);
        for (field, text) in [("holds_when", &link.holds_when), ("no_source_found", &link.no_source_found)] {
            self.prose(at, (field, None), text.as_deref().unwrap_or_default());
        }
        for (item, evidence) in link.evidence.iter().enumerate() {
            let spot = ("evidence", Some(item));
            evidence.species.iter().for_each(|species| self.name(at, spot, species));
            for text in [&evidence.sample, &evidence.finding, evidence.locator.as_ref().unwrap_or(&String::new())] {
                self.prose(at, spot, text);
            }
        }
        if let Some(popular) = &link.popular {
            self.prose(at, ("popular", None), &popular.says);
            self.prose(at, ("popular", None), &popular.note);
        }
    }

    pub(super) fn texts_of_source(&mut self, at: (&Subject, &str), source: &Source) {
        for (field, text) in [("authors", &source.authors), ("title", &source.title), ("venue", &source.venue)] {
            self.name(at, (field, None), text);
        }
        for (field, text) in [("doi", &source.doi), ("pmid", &source.pmid), ("url", &source.url)] {
            self.name(at, (field, None), text.as_deref().unwrap_or_default());
        }
    }

    pub(super) fn texts_of_tour(&mut self, at: (&Subject, &str), tour: &Tour) {
        self.name(at, ("title", None), &tour.title);
        for (item, step) in tour.steps.iter().enumerate() {
            let spot = ("steps", Some(item));
            let levels = step.levels.iter().map(|text| &text.text);
            let branches = step.branches.iter().map(|branch| &branch.text);
            for text in [&step.text, &step.notes].into_iter().chain(levels).chain(branches) {
                self.prose(at, spot, text);
            }
        }
    }

    fn levels(&mut self, at: (&Subject, &str), levels: &[LevelText]) {
        for (item, text) in levels.iter().enumerate() {
            self.prose(at, ("levels", Some(item)), &text.text);
        }
    }

    /// A name stands in one line, and is told from others by what is seen of it.
    pub(super) fn name(&mut self, at: (&Subject, &str), spot: Spot, text: &str) {
        self.tell(at, spot, odd(text, |c| is_hidden(c) || is_odd_space(c)));
    }

    /// A longer text may have lines.
    fn prose(&mut self, at: (&Subject, &str), spot: Spot, text: &str) {
        self.tell(at, spot, odd(text, |c| is_hidden(c) && !matches!(c, '\n' | '\r' | '\t')));
    }

    fn tell(&mut self, (subject, noun): (&Subject, &str), (field, item): Spot, odd: Option<char>) {
        let Some(c) = odd else { return };
        let which = item.map_or_else(|| format!("the {field}"), |item| format!("{field} {}", item + 1));
        let why = if is_meaningless(c) { "stands for nothing that every font shows" } else { "cannot be seen" };
        let what = format!("{which} of {noun} has the character U+{:04X}, which {why}", u32::from(c));
        let hint = "type the text anew without it".to_owned();
        self.push(Severity::Warning, subject, (Some(field), item), what, hint);
        self.offer(Fix::Clean, "Take out what cannot be seen");
    }
}

/// The first character of a text that is `odd` and joins no letters, or that stands for nothing.
fn odd(text: &str, odd: impl Fn(char) -> bool) -> Option<char> {
    let mut before = ' ';
    let found = text.char_indices().find(|&(place, c)| {
        let after = text.get(place + c.len_utf8()..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let is_odd = odd(c) && !is_joining(before, c, after) || is_meaningless(c);
        before = c;
        is_odd
    });
    found.map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use crate::{
        analysis::problems::findings,
        model::{Kind, Lane, Node, Parts, Pathway},
    };

    /// What is said of the label and the explanation of a node.
    fn told(label: &str, explanation: &str) -> Vec<String> {
        let node = Node { explanation: explanation.to_owned(), ..Node::new("a", label, Kind::Cell, "l") };
        let lane = Lane { id: "l".into(), label: "L".to_owned(), extra: Vec::new() };
        let parts = Parts { lanes: vec![lane], nodes: vec![node], ..Parts::default() };
        let found = findings(&Pathway::from_parts(parts, Vec::new()));
        found.into_iter().map(|finding| finding.what).filter(|what| what.contains("cannot be seen")).collect()
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        let hidden = "\u{AD}\u{34F}\u{61C}\u{115F}\u{1160}\u{17B4}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202E}\u{2060}\
            \u{2063}\u{2066}\u{2800}\u{3164}\u{FE0F}\u{FEFF}\u{FFA0}\u{FFF9}\u{E0041}\u{1B}\u{7}\u{85}\u{2028}\n\t\u{2003}";
        for c in hidden.chars() {
            let expected =
                format!("the label of the node “a” has the character U+{:04X}, which cannot be seen", u32::from(c));
            assert_eq!(told(&format!("Corti{c}sol"), "Why."), [expected]);
        }
        for c in "\u{0}\u{1B}\u{9B}\u{202E}\u{2067}\u{200B}\u{2060}\u{FEFF}".chars() {
            assert_eq!(told("Cortisol", &format!("Wh{c}y.")).len(), 1, "{c:?}");
        }
    }

    #[test]
    fn what_stands_for_nothing_is_named() {
        for c in "\u{FFFF}\u{FFFE}\u{FDD0}\u{1FFFF}\u{E000}\u{F8FF}\u{F0000}\u{378}\u{E01F0}".chars() {
            let node = Node { explanation: format!("Wh{c}y."), ..Node::new("a", &format!("Cor{c}"), Kind::Cell, "l") };
            let parts = Parts { nodes: vec![node], ..Parts::default() };
            let found = findings(&Pathway::from_parts(parts, Vec::new()));
            let name = format!("has the character U+{:04X}, which ", u32::from(c));
            assert_eq!(found.iter().filter(|finding| finding.what.contains(&name)).count(), 2, "{c:?}: {found:?}");
        }
    }

    #[test]
    fn what_writing_needs_is_left_alone() {
        let nothing: [&str; 0] = [];
        for label in [
            "TNF-α",
            "5\u{A0}mg",
            "می\u{200C}خواهم",
            "क\u{94D}\u{200D}ष",
            "❤\u{FE0F} rate",
            "Ménière",
            "Me\u{301}nie\u{300}re",
        ] {
            assert_eq!(told(label, "Two\n\tlines."), nothing, "{label}");
        }
    }
}
