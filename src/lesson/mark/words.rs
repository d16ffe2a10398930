//! The sentences of marking: kind, exact, and with what to look at next.

use std::collections::BTreeMap;

use super::{Counts, RemarkKind};
use crate::{
    analysis::problems::meant::Meant,
    grammar::{count, list, sentence},
    model::{Effect, Grade, Link, Node, NodeId, Pathway, Reading, written::Misnamed},
};

/// Most links between two nodes that a sentence quotes: nobody reads more, and a file may have thousands.
const MOST_NAMED: usize = 12;
/// Most links that are quoted as what is near.
const MOST_NEAR: usize = 3;

/// Speaks of links of a reference.
pub(super) struct Words<'a> {
    reference: &'a Pathway,
    reading: Reading,
    /// The first effects and causes of each node that has any.
    effects: Firsts<'a>,
    causes: Firsts<'a>,
}

type Firsts<'a> = BTreeMap<&'a NodeId, Vec<&'a Link>>;

impl<'a> Words<'a> {
    /// Speaks of `reference`, with the effects of a reading.
    pub(super) fn new(reference: &'a Pathway, reading: Reading) -> Self {
        let (mut effects, mut causes) = (Firsts::new(), Firsts::new());
        for link in reference.links() {
            for (firsts, node) in [(&mut effects, &link.from), (&mut causes, &link.to)] {
                let firsts = firsts.entry(node).or_default();
                if firsts.len() < MOST_NEAR {
                    firsts.push(link);
                }
            }
        }
        Self { reference, reading, effects, causes }
    }

    fn claim(&self, link: &Link) -> String {
        format!("“{}”", self.reference.sentence_in(link, self.reading))
    }

    fn label(&self, node: &NodeId) -> String {
        self.reference.label(node).to_owned()
    }

    pub(super) fn correct(&self, link: &Link) -> String {
        format!("{} is right.", self.claim(link))
    }

    pub(super) fn wrong_sign(&self, link: &Link, drawn: Effect) -> String {
        format!(
            "You saw the link from {} to {}; now look at its sign again: you drew “{}”, and the reference says {}.",
            self.label(&link.from),
            self.label(&link.to),
            drawn.label(),
            self.claim(link)
        )
    }

    pub(super) fn reversed(&self, link: &Link) -> String {
        format!(
            "The two belong together, but the other way round: {}. Look at which of them comes first.",
            self.claim(link)
        )
    }

    pub(super) fn shortcut(&self, steps: &[&Link], drawn: Effect, kind: RemarkKind) -> String {
        let (Some(first), Some(last)) = (steps.first(), steps.last()) else { return String::new() };
        let (from, to) = (self.label(&first.from), self.label(&last.to));
        let between: Vec<String> = steps.iter().skip(1).map(|link| self.label(&link.from)).collect();
        let claims: Vec<String> = steps.iter().map(|link| self.claim(link)).collect();
        let way = format!("the reference gets from {from} to {to} by way of {}", list(&between));
        if kind == RemarkKind::Shortcut {
            return format!("True on the whole, and {way}. Look at the steps between: {}.", list(&claims));
        }
        let (drawn, claims) = (drawn.label(), list(&claims));
        if kind == RemarkKind::ShortcutOpen {
            return sentence(&format!(
                "{way}, and on many other routes; none that was looked at comes to “{drawn}”: look at the signs of {claims}"
            ));
        }
        sentence(&format!("{way}, and that does not come to “{drawn}”: look at the signs of {claims}"))
    }

    pub(super) fn twice(&self, there: &[&Link]) -> String {
        let mut claims: Vec<String> = there.iter().take(MOST_NAMED).map(|link| self.claim(link)).collect();
        if there.len() > MOST_NAMED {
            claims.push(format!("{} more", there.len() - MOST_NAMED));
        }
        format!("You drew more links here than the reference has; look at what it says: {}.", list(&claims))
    }

    /// Of a link that the reference does not have; no way either, where one was looked for.
    pub(super) fn extra(&self, from: &NodeId, to: &NodeId, searched: bool) -> String {
        let what = if searched { "knows no way" } else { "has no link" };
        let near = self.effects.get(from).or_else(|| self.causes.get(to)).map(Vec::as_slice).unwrap_or_default();
        let claims: Vec<String> = near.iter().map(|link| self.claim(link)).collect();
        let next = if claims.is_empty() {
            "look at what each of them is".to_owned()
        } else {
            format!("look at what is near: {}", list(&claims))
        };
        format!("The reference {what} from {} to {}; {next}.", self.label(from), self.label(to))
    }

    pub(super) fn missing(&self, link: &Link) -> String {
        let weight = match link.grade {
            Grade::X => "no evidence was found for it".to_owned(),
            grade => format!("grade {}, {}", grade.name(), grade.short()),
        };
        let from = self.label(&link.from);
        format!("Look once more at the effects of {from}: {} is not drawn yet ({weight}).", self.claim(link))
    }

    /// A sentence for each name that does not say which node of the reference is meant, with those that may be.
    pub(super) fn unknown(&self, strangers: &[(&Node, Misnamed)]) -> Vec<(String, Vec<NodeId>)> {
        let meant = Meant::new(self.reference);
        let known = "The reference does not know";
        let one = |(node, misnamed): &(&Node, Misnamed)| match misnamed {
            Misnamed::Several(nodes) => {
                let candidates = list(&misnamed.candidates(self.reference));
                let sentence = format!(
                    "The reference has several nodes of the name “{}”: {candidates}; write the id of the \
                                        one that you mean.",
                    node.label
                );
                (sentence, nodes.iter().map(|node| node.id.clone()).collect())
            }
            Misnamed::Unknown => {
                let near = meant.of(&node.label);
                let next = near.map_or_else(
                    || ", so its links are not marked; look for another name in the word list".to_owned(),
                    |near| format!("; if you mean “{}”, write that", near.label),
                );
                (format!("{known} “{}”{next}.", node.label), near.map(|near| near.id.clone()).into_iter().collect())
            }
        };
        strangers.iter().map(one).collect()
    }
}

/// All of it in one or two sentences.
pub(super) fn summary(counts: &Counts) -> String {
    let all = count(counts.reference, "link of the reference", "links of the reference");
    let start = match (counts.correct, counts.reference) {
        (_, 0) => "The reference has no links".to_owned(),
        (right, of) if right == of => format!("All {of} links of the reference are drawn and right"),
        (1, _) => format!("Of {all}, 1 is drawn and right"),
        (right, _) => format!("Of {all}, {right} are drawn and right"),
    };
    let some = |n: usize, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {many}")),
    };
    let rest: Vec<String> = [
        some(counts.wrong_sign, "has another sign", "have another sign"),
        some(counts.reversed, "points the other way", "point the other way"),
        some(counts.skipped, "is skipped by a shortcut", "are skipped by shortcuts"),
        some(counts.missing, "is not drawn yet", "are not drawn yet"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let beside: Vec<String> = [
        some(counts.shortcuts_wrong_sign, "shortcut with another sign", "shortcuts with another sign"),
        some(counts.shortcuts_open, "shortcut that is left open", "shortcuts that are left open"),
        some(counts.extra, "link that the reference does not have", "links that the reference does not have"),
        some(counts.unknown_nodes, "name that it cannot place", "names that it cannot place"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rest = if rest.is_empty() { String::new() } else { format!("; {}", list(&rest)) };
    let beside = if beside.is_empty() { String::new() } else { format!(" The map also has {}.", list(&beside)) };
    format!("{start}{rest}.{beside}")
}
