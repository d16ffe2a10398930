//! Tours that make themselves: from a route, a loop, a what-if, or the whole pathway.

use std::collections::BTreeSet;

use crate::{
    analysis::{
        prose,
        whatif::{Push, WhatIf},
    },
    model::{Extra, LinkId, NodeId, Pathway, Predict, Reading, Step, Tour},
};

/// Most steps that the tour of a whole pathway has: a lesson, not a list.
const LONGEST: usize = 40;

/// A tour along links that follow one another, each told with its evidence; a loop where `closed`. `None` where there
/// is none of the links.
pub fn along(pathway: &Pathway, reading: Reading, links: &[LinkId], closed: bool) -> Option<Tour> {
    let first = pathway.link(links.first()?)?;
    let last = links.iter().rev().find_map(|id| pathway.link(id))?;
    let (from, to) = (pathway.label(&first.from), pathway.label(&last.to));
    let title = if closed { format!("The loop through {from}") } else { format!("From {from} to {to}") };
    let mut steps = vec![Step::new([first.from.as_str()], &introduced(pathway, &first.from))];
    let story = prose::walk(pathway, reading, links, closed);
    let mut about = None;
    for sentence in story.sentences {
        let text = without_numbers(&sentence.text);
        let link = sentence.link.as_ref().and_then(|id| pathway.link(id));
        // What is said of one link, and what is said of the whole, is one step each.
        if let Some(step) = steps.last_mut().filter(|_| about == Some(sentence.link.clone())) {
            step.text.push(' ');
            step.text.push_str(&text);
            continue;
        }
        steps.push(match link {
            Some(link) => Step::new([link.id.as_str(), link.to.as_str()], &text),
            None => Step::new(links.iter().map(LinkId::as_str), &text),
        });
        about = Some(sentence.link);
    }
    Some(tour(title, steps))
}

/// A tour of a what-if: what is pushed, a question for every node that it was asked to explain, then what becomes of
/// everything, nearest first.
pub fn of_push(pathway: &Pathway, push: &Push, found: &WhatIf, ask: Option<&NodeId>) -> Tour {
    let labels = |ids: &BTreeSet<NodeId>| ids.iter().map(|id| pathway.label(id)).collect::<Vec<_>>().join(", ");
    let mut done = Vec::new();
    for (ids, what) in [(&push.raise, "more"), (&push.lower, "less"), (&push.block_nodes, "blocked:")] {
        if !ids.is_empty() {
            done.push(format!("{what} {}", labels(ids)));
        }
    }
    let title =
        if done.is_empty() { "What if a link is blocked?".to_owned() } else { format!("What if {}?", done.join("; ")) };
    let pushed: Vec<&str> = push.raise.iter().chain(&push.lower).chain(&push.block_nodes).map(NodeId::as_str).collect();
    let mut steps = vec![Step::new(pushed.iter().copied(), &title)];
    if let Some(ask) = ask.filter(|_| push.pushes()) {
        let block = push.block_nodes.iter().map(ToString::to_string);
        let block = block.chain(push.block_links.iter().map(ToString::to_string)).collect();
        let (raise, lower) = (push.raise.iter().cloned().collect(), push.lower.iter().cloned().collect());
        let predict = Predict { raise, lower, block, ask: ask.clone(), extra: Extra::new() };
        let asked = pushed.iter().copied().chain([ask.as_str()]);
        let text = format!("What becomes of {}?", pathway.label(ask));
        steps.push(Step { predict: Some(predict), ..Step::new(asked, &text) });
    }
    for wave in &found.steps {
        let links: Vec<&LinkId> = wave.iter().map(|(link, _)| link).collect();
        let text: Vec<String> = links.iter().filter_map(|id| claim(pathway, found.reading, id)).collect();
        steps.push(Step::new(links.iter().map(|id| id.as_str()), &text.join(" ")));
    }
    for sentence in prose::whatif(pathway, found).sentences.iter().skip(1) {
        let nodes = sentence.nodes.iter().map(NodeId::as_str);
        let link = sentence.link.iter().map(LinkId::as_str);
        steps.push(Step::new(nodes.chain(link), &without_numbers(&sentence.text)));
    }
    tour(title, steps)
}

/// A tour of the whole pathway: every node in the order of causes before effects, each with the links that lead to it
/// from what has been told; links that lead back come with the last of their ends.
pub fn of_whole(pathway: &Pathway) -> Tour {
    let mut told: BTreeSet<&NodeId> = BTreeSet::new();
    let mut steps = Vec::new();
    for node in in_order(pathway) {
        told.insert(node);
        let mut show = vec![node.as_str()];
        let arriving = pathway.causes_of(node).into_iter().filter(|link| told.contains(&link.from));
        let leaving = pathway.effects_of(node).into_iter().filter(|link| told.contains(&link.to) && link.to != *node);
        show.extend(arriving.chain(leaving).map(|link| link.id.as_str()));
        steps.push(Step::new(show, &introduced(pathway, node)));
        if steps.len() == LONGEST {
            break;
        }
    }
    tour(pathway.about().title.clone(), steps)
}

/// Nodes so that causes come before effects as far as loops allow: of those left, the one with the fewest causes left.
fn in_order(pathway: &Pathway) -> Vec<&NodeId> {
    let mut left: Vec<&NodeId> = pathway.nodes().map(|node| &node.id).collect();
    let mut placed: BTreeSet<&NodeId> = BTreeSet::new();
    let mut order = Vec::new();
    while !left.is_empty() {
        let open = |id: &NodeId| {
            let causes = pathway.causes_of(id);
            causes.iter().filter(|link| !link.returns && link.from != *id && !placed.contains(&link.from)).count()
        };
        let Some(next) = (0..left.len()).min_by_key(|&at| (open(left[at]), at)) else { break };
        let next = left.remove(next);
        placed.insert(next);
        order.push(next);
        if order.len() == LONGEST {
            break;
        }
    }
    order
}

fn introduced(pathway: &Pathway, id: &NodeId) -> String {
    let said = pathway.node(id).map(|node| node.explanation.trim()).filter(|text| !text.is_empty());
    let label = pathway.label(id);
    said.map_or_else(|| format!("**{label}**"), |said| format!("**{label}.** {said}"))
}

/// `A raises B (grade C).`
fn claim(pathway: &Pathway, reading: Reading, id: &LinkId) -> Option<String> {
    let link = pathway.link(id)?;
    Some(format!("{} (grade {}).", pathway.sentence_in(link, reading), link.grade.name()))
}

/// A sentence without the numbers of references: a tour has no list of them.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let (before, after) = rest.split_at(start);
        let numbers = |inner: &str| !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit() || ", –".contains(c));
        if let Some(end) = after.find(']').filter(|&end| numbers(after.get(1..end).unwrap_or_default())) {
            out.push_str(before.trim_end());
            rest = after.get(end + 1..).unwrap_or_default();
        } else {
            out.push_str(before);
            out.push('[');
            rest = after.get(1..).unwrap_or_default();
        }
    }
    out + rest
}

fn tour(title: String, steps: Vec<Step>) -> Tour {
    Tour { id: "made".into(), title, steps, extra: Extra::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::{lens::Lens, whatif::whatif},
        model::{Parts, notation},
    };

    /// Every step names only what is there and says something.
    #[track_caller]
    fn check(pathway: &Pathway, tour: &Tour, titled: &str, shown: &[&str]) {
        assert_eq!(tour.title, titled);
        let shows: Vec<String> = tour.steps.iter().map(|step| step.show.join(" ")).collect();
        assert_eq!(shows, shown);
        let parts = Parts { tours: vec![tour.clone()], ..pathway.parts() };
        let with = Pathway::from_parts(parts, Vec::new());
        let gone: Vec<&str> = with.tours()[0].steps.iter().flat_map(|step| crate::gone(&with, step)).collect();
        assert_eq!(gone, Vec::<&str>::new());
    }

    #[test]
    fn routes_and_loops_become_tours() {
        let pathway = notation::parse("a -> b -| c -> a").expect("notation");
        let ids: Vec<LinkId> = pathway.links().map(|link| link.id.clone()).collect();
        let [ab, bc, ca] = [0, 1, 2].map(|at| ids[at].as_str());
        let route = along(&pathway, Reading::Shown, &ids[..2], false).expect("a tour");
        assert_eq!(route.title, "From a to c");
        assert_eq!(route.steps[1].show, [ab, "b"]);
        assert_eq!(route.steps[2].show, [bc, "c"]);
        let whole = along(&pathway, Reading::Shown, &ids, true).expect("a tour");
        assert_eq!(whole.title, "The loop through a");
        assert_eq!(whole.steps[3].show, [ca, "a"]);
        assert!(whole.steps.iter().all(|step| !step.text.contains('[') && !step.text.trim().is_empty()));
        assert_eq!(along(&pathway, Reading::Shown, &[], false), None);
    }

    #[test]
    fn the_whole_is_told_causes_first() {
        let pathway = notation::parse("c -> d; a -> b -> c; d -> b").expect("notation");
        let links: Vec<&str> = pathway.links().map(|link| link.id.as_str()).collect();
        let [cd, ab, bc, db] = [0, 1, 2, 3].map(|at| links[at]);
        let shown = ["a".to_owned(), "c".to_owned(), format!("d {cd}"), format!("b {ab} {db} {bc}")];
        check(&pathway, &of_whole(&pathway), &pathway.about().title.clone(), &shown.each_ref().map(String::as_str));
    }

    #[test]
    fn a_push_becomes_a_question_and_its_waves() {
        let pathway = notation::parse("a -> b -| c").expect("notation");
        let push = Push { raise: ["a".into()].into(), ..Push::default() };
        let found = whatif(&pathway, &Lens::default(), &push).expect("an answer");
        let made = of_push(&pathway, &push, &found, Some(&"c".into()));
        assert_eq!(made.title, "What if more a?");
        assert_eq!(made.steps[1].predict.as_ref().map(|predict| predict.ask.as_str()), Some("c"));
        assert_eq!(made.steps[2].text, "a raises b (grade X).");
        assert!(made.steps.len() >= 5);
    }

    #[test]
    fn only_numbers_of_references_are_taken_out() {
        assert_eq!(without_numbers("Seen in mice [1, 2]. [sic] and [3]."), "Seen in mice. [sic] and.");
        assert_eq!(without_numbers("[ open"), "[ open");
    }
}
