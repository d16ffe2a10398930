//! Nodes, links, routes and loops as a story.

use std::cmp::Reverse;

use super::{evidence, writer::Writer};
use crate::{
    grammar::{count, ended, form, list},
    model::{Effect, Link, LinkId, Node, NodeId, Reading},
};

/// What a node is, and what is remarked on it.
pub(super) fn introduce(writer: &mut Writer, node: &Node) {
    let about = if node.explanation.trim().is_empty() {
        format!("{} ({}).", node.label, node.kind.label())
    } else {
        format!("{} ({}): {}", node.label, node.kind.label(), ended(&node.explanation))
    };
    writer.say(about, None, vec![node.id.clone()]);
    for note in &node.notes {
        let text = note.text.trim().trim_end_matches('.');
        let cited = writer.cite(&note.sources);
        writer.say(ended(&format!("{text}{cited}")), None, vec![node.id.clone()]);
    }
}

/// What a link does and who has shown it.
pub(super) fn tell_link(writer: &mut Writer, link: &Link) {
    let nodes = || vec![link.from.clone(), link.to.clone()];
    if writer.reading == Reading::Told && link.popular.is_some() {
        let told = writer.pathway.sentence_in(link, Reading::Told);
        writer.say(format!("As the article tells it: {told}."), Some(&link.id), nodes());
        if link.told_otherwise() {
            let cited = writer.cite(evidence::behind(link));
            let shown = writer.pathway.sentence_in(link, Reading::Shown);
            writer.say(format!("As the sources show it: {shown}{cited}."), Some(&link.id), nodes());
        }
    } else {
        let cited = writer.cite(evidence::behind(link));
        let shown = writer.pathway.sentence_in(link, writer.reading);
        writer.say(ended(&format!("{shown}{cited}")), Some(&link.id), nodes());
    }
    let text = evidence::sentence(writer, link);
    writer.say(text, Some(&link.id), nodes());
}

/// A route, or a loop where `closed`.
pub(super) fn tell(writer: &mut Writer, ids: &[LinkId], closed: bool) {
    let pathway = writer.pathway;
    let links: Vec<&Link> = ids.iter().filter_map(|id| pathway.link(id)).map(|link| &**link).collect();
    for link in &links {
        tell_link(writer, link);
    }
    let (Some(first), Some(last)) = (links.first(), links.last()) else { return };
    let joined = links.windows(2).all(|pair| pair[0].to == pair[1].from) && (!closed || last.to == first.from);
    let whole =
        if joined { whole(writer, &links, closed) } else { "These links do not join up end to end.".to_owned() };
    let mut nodes: Vec<NodeId> = links.iter().map(|link| link.from.clone()).collect();
    if !closed {
        nodes.push(last.to.clone());
    }
    writer.say(whole, None, nodes);
    weakest(writer, &links);
}

/// What comes of the whole, and why.
fn whole(writer: &Writer, links: &[&Link], closed: bool) -> String {
    let effect = |link: &&&Link| link.effect_in(writer.reading);
    let silent: Vec<&&Link> = links.iter().filter(|link| effect(link) == Effect::NoEffect).collect();
    let bare: Vec<&&Link> = links.iter().filter(|link| effect(link).sign().is_none()).collect();
    let lowers = links.iter().filter(|link| effect(link) == Effect::Lowers).count();
    let cause = writer.pathway.label(&links[0].from);
    let end = writer.pathway.label(&links[links.len() - 1].to);
    let why = why(links.len(), lowers);
    let even = lowers.is_multiple_of(2);
    let no_sign = |verb: &str| format!("because {} {verb}", quoted(writer, &bare));
    let has = form(bare.len(), "has no sign", "have no sign");
    match (closed, silent.is_empty(), bare.is_empty()) {
        (true, false, _) => format!("The loop does not close, because {} carries nothing.", quoted(writer, &silent)),
        (false, false, _) => {
            format!(
                "By this route a change in {cause} does not arrive in {end}, because {} carries nothing.",
                quoted(writer, &silent)
            )
        }
        (true, true, false) => format!("Whether the loop is reinforcing or balancing is undecided, {}.", no_sign(has)),
        (false, true, false) => format!(
            "Whether a rise in {cause} leads to a rise or a fall in {end} by this route is undecided, {}.",
            no_sign(has)
        ),
        (true, true, true) if even => {
            format!("The loop is reinforcing: a change in {cause} comes back and strengthens itself, because {why}.")
        }
        (true, true, true) => {
            format!("The loop is balancing: a change in {cause} comes back and weakens itself, because {why}.")
        }
        (false, true, true) => {
            let way = if even { "a rise" } else { "a fall" };
            format!("Taken together, a rise in {cause} leads to {way} in {end} by this route, because {why}.")
        }
    }
}

/// Why signs multiply to what they do.
fn why(links: usize, lowers: usize) -> String {
    match (links, lowers) {
        (1, 0) => "its only link raises".to_owned(),
        (1, _) => "its only link lowers".to_owned(),
        (_, 0) => "every link on the way raises".to_owned(),
        (_, 1) => format!("exactly one of its {links} links lowers"),
        (_, 2) => format!("2 of its {links} links lower, and two lowerings cancel out"),
        _ if lowers.is_multiple_of(2) => {
            format!("{lowers} of its {links} links lower, an even number, so the lowerings cancel out")
        }
        _ => format!("{lowers} of its {links} links lower, an odd number"),
    }
}

fn quoted(writer: &Writer, links: &[&&Link]) -> String {
    let claims: Vec<String> =
        links.iter().map(|link| format!("“{}”", writer.pathway.sentence_in(link, writer.reading))).collect();
    list(&claims)
}

/// The weakest link by grade, then by how few sources support it, and what it hangs on.
fn weakest(writer: &mut Writer, links: &[&Link]) {
    let weakness = |link: &&&Link| (link.grade, Reverse(evidence::support(link)));
    // The first of several that are equally weak.
    let Some(weakest) = links.iter().rev().max_by_key(weakness) else { return };
    let grade = format!("grade {}, {}", weakest.grade.name(), weakest.grade.short());
    let same = links.iter().filter(|link| link.grade == weakest.grade).count();
    let hangs = evidence::hangs_on(writer, weakest);
    let name = writer.pathway.sentence_in(weakest, writer.reading);
    let text = match (links.len(), same) {
        (1, _) => format!("The link is weighed as {grade}: {hangs}."),
        (_, 1) => format!("The weakest link is “{name}” ({grade}): {hangs}."),
        (_, n) => {
            format!("{} are equally weak by grade ({grade}), among them “{name}”: {hangs}.", count(n, "link", "links"))
        }
    };
    writer.say(text, Some(&weakest.id), vec![weakest.from.clone(), weakest.to.clone()]);
}
