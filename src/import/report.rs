//! What came of a foreign file, in figures and in words.

use std::fmt;

use serde::Serialize;

use crate::{
    analysis::{
        lens::Lens,
        loops::{Limits, LoopKind, loops},
    },
    draft::Draft,
    format::Format,
    grammar::{count, list},
    meanings::Meaning,
    model::{Effect, Pathway},
    notice::{Notice, NoticeKind},
};

/// The most notices of a kind that are told in words; all of them are in the list.
const TOLD: usize = 5;

/// How far loops are looked for: a report is made at once.
const LOOPS: Limits = Limits { length: 12, longer: 100, loops: 1_000, steps: 200_000 };

/// What came of a foreign file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The format that it was read in.
    pub format: &'static str,
    /// Nodes.
    pub nodes: usize,
    /// Lanes.
    pub lanes: usize,
    /// Links.
    pub links: usize,
    /// Links that raise, lower, do both or do nothing.
    pub signed: usize,
    /// Links of unknown effect.
    pub unsigned: usize,
    /// Links with a paper.
    pub with_paper: usize,
    /// Links with a sentence of a paper.
    pub with_sentence: usize,
    /// Links with evidence against them, or of a search that found nothing.
    pub disputed: usize,
    /// Sources.
    pub sources: usize,
    /// Nodes that no link touches.
    pub untouched: usize,
    /// Links from a node to itself.
    pub self_links: usize,
    /// Feedback loops through links with an effect.
    pub loops: LoopCount,
    /// What each kind of arrow was taken for.
    pub meanings: Vec<Meaning>,
    /// What could not be kept, or was decided on the way.
    pub notices: Vec<Notice>,
}

/// How many loops there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoopCount {
    /// Those that strengthen themselves.
    pub reinforcing: usize,
    /// Those that damp themselves.
    pub balancing: usize,
    /// Those of which neither can be told.
    pub undecided: usize,
    /// Whether these are all.
    pub complete: bool,
}

impl Report {
    pub(crate) fn new(format: &Format, draft: &Draft, meanings: Vec<Meaning>, pathway: &Pathway) -> Self {
        let links = |holds: fn(&crate::model::Link) -> bool| pathway.links().filter(|link| holds(link)).count();
        let touched: std::collections::BTreeSet<&str> =
            pathway.links().flat_map(|link| [link.from.as_str(), link.to.as_str()]).collect();
        let found = loops(pathway, &Lens::default(), LOOPS);
        let mut notices = draft.notices.clone();
        notices.sort_by_key(|notice| notice.kind);
        Self {
            format: format.name,
            nodes: pathway.nodes().len(),
            lanes: pathway.lanes().len(),
            links: pathway.links().len(),
            signed: links(|link| link.effect != Effect::Unknown),
            unsigned: links(|link| link.effect == Effect::Unknown),
            with_paper: links(|link| !link.evidence.is_empty()),
            with_sentence: links(|link| link.evidence.iter().any(|item| !item.finding.is_empty())),
            disputed: links(crate::model::Link::disputed),
            sources: pathway.sources().len(),
            untouched: pathway.nodes().filter(|node| !touched.contains(node.id.as_str())).count(),
            self_links: links(|link| link.from == link.to),
            loops: LoopCount {
                reinforcing: found.count(LoopKind::Reinforcing),
                balancing: found.count(LoopKind::Balancing),
                undecided: found.loops.len() - found.count(LoopKind::Reinforcing) - found.count(LoopKind::Balancing),
                complete: found.complete,
            },
            meanings,
            notices,
        }
    }

    /// The report in lines for people, the figures first.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!(
            "{}: {}, {}, {}.",
            self.format,
            count(self.nodes, "node", "nodes"),
            count(self.links, "link", "links"),
            count(self.sources, "source", "sources")
        )];
        if self.links > 0 {
            lines.push(format!(
                "{} a sign, {} none; {} a paper, {} a sentence; {} evidence against.",
                count(self.signed, "link has", "links have"),
                self.unsigned,
                count(self.with_paper, "has", "have"),
                count(self.with_sentence, "has", "have"),
                count(self.disputed, "has", "have"),
            ));
        }
        lines.push(self.loops.line());
        for (count_of, one, more) in [
            (self.untouched, "node is touched by no link", "nodes are touched by no link"),
            (self.self_links, "link leads from a node to itself", "links lead from a node to itself"),
        ] {
            if count_of > 0 {
                lines.push(format!("{}.", count(count_of, one, more)));
            }
        }
        lines.extend(self.meanings.iter().map(|meaning| {
            let arrows = count(meaning.count, "arrow", "arrows");
            format!("“{}” ({arrows}) is read as: {}.", crate::model::shown(&meaning.word), meaning.effect.label())
        }));
        for kind in NoticeKind::ALL {
            lines.extend(self.told(kind));
        }
        lines.extend(self.next());
        lines
    }

    /// How often a kind of notice was made, and the first of them.
    fn told(&self, kind: NoticeKind) -> Vec<String> {
        let all: Vec<&Notice> = self.notices.iter().filter(|notice| notice.kind == kind).collect();
        if all.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![format!("{}:", kind.counted(all.len()))];
        lines.extend(all.iter().take(TOLD).map(|notice| format!("  {}: {}", notice.spot, notice.what)));
        if all.len() > TOLD {
            lines.push(format!("  and {} more.", all.len() - TOLD));
        }
        lines
    }

    /// What can be done now.
    fn next(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.unsigned > 0 {
            lines.push(
                "Where you know what an arrow does, say so: links of unknown effect carry nothing in a what-if."
                    .to_owned(),
            );
        }
        if self.with_paper > 0 {
            lines.push(
                "Every citation is unconfirmed and no link carries more than D: look the papers up and weigh them."
                    .to_owned(),
            );
        }
        lines
    }
}

impl LoopCount {
    fn line(&self) -> String {
        let all = self.reinforcing + self.balancing + self.undecided;
        if all == 0 {
            let known =
                if self.complete { "No feedback loop." } else { "No feedback loop was found in the time there is." };
            return known.to_owned();
        }
        let parts: Vec<String> =
            [(self.reinforcing, "reinforcing"), (self.balancing, "balancing"), (self.undecided, "undecided")]
                .into_iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, noun)| format!("{number} {noun}"))
                .collect();
        let least = if self.complete { "" } else { "At least " };
        format!("{least}{}: {}.", count(all, "feedback loop", "feedback loops"), list(&parts))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines().iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
