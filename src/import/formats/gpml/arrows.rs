//! Interactions become arrows, one each and in their order, so that anchors can name them.

use roxmltree::Node;

use super::{
    cards::{Cards, spot, xref},
    elements::Elements,
    named::attribute,
    papers::Papers,
};
use crate::{
    brief::brief,
    draft::{Draft, End, Heads, Said, WordId},
    model::Effect,
    xml,
};

/// Adds the arrow of each interaction.
pub(super) fn arrows<'a, 'i>(
    elements: &Elements<'a, 'i>,
    draft: &mut Draft,
    cards: &mut Cards<'a, 'i>,
    papers: &mut Papers<'a>,
) {
    for &interaction in &elements.interactions {
        arrow(interaction, draft, cards, papers);
    }
}

/// The end of a line: what it touches there, and its head.
struct Tip<'a> {
    end: End,
    state: Option<&'a str>,
    head: Option<&'a str>,
}

fn arrow<'a, 'i>(interaction: Node<'a, 'i>, draft: &mut Draft, cards: &mut Cards<'a, 'i>, papers: &mut Papers<'a>) {
    let line = xml::child(interaction, "Waypoints").or_else(|| xml::child(interaction, "Graphics"));
    let mut points = line.into_iter().flat_map(|line| line.children()).filter(|node| node.tag_name().name() == "Point");
    let mut tip = |point: Option<Node<'a, 'i>>| {
        let (end, state) = cards.end(point.and_then(|point| attribute(point, &["GraphRef", "elementRef"])), draft);
        let head = point.and_then(|point| attribute(point, &["ArrowHead", "arrowHead"]));
        Tip { end, state, head: head.filter(|head| !matches!(*head, "Line" | "Undirected")) }
    };
    let (first, last) = (tip(points.next()), tip(points.next_back()));
    // A head at the first point alone: the line was drawn from its effect to its cause.
    let is_turned = first.head.is_some() && last.head.is_none();
    let (from, to) = if is_turned { (last, first) } else { (first, last) };
    let heads = match (from.head, to.head) {
        (None, None) => Heads::None,
        (Some(_), Some(_)) => Heads::Both,
        _ => Heads::To,
    };
    let word = word(draft, &from, &to);
    let said = papers.cite(draft, interaction);
    let arrow = draft.arrow(from.end, to.end, word, spot(interaction));
    arrow.heads = heads;
    arrow.said = said.into_iter().map(|paper| Said { paper: Some(paper), ..Said::default() }).collect();
    if is_turned {
        arrow.notes.push("It was drawn from its effect to its cause".to_owned());
    }
    let state =
        |does: &str, tip: &Tip<'_>| tip.state.map(|state| format!("It {does} a state of that, “{}”", brief(state)));
    arrow.notes.extend(state("begins at", &from));
    arrow.notes.extend(state("ends at", &to));
    let comments = xml::children(interaction, "Comment").map(xml::text_in).filter(|comment| !comment.is_empty());
    arrow.notes.extend(comments.map(|comment| format!("Comment: {comment}")));
    arrow.notes.extend(papers.notes(interaction));
    arrow.notes.extend(xref(interaction).map(|xref| format!("The file has it as {xref}")));
    let graphics = xml::child(interaction, "Graphics");
    if graphics
        .and_then(|graphics| attribute(graphics, &["LineStyle", "lineStyle"]))
        .is_some_and(|style| style != "Solid")
    {
        arrow.notes.push("The line is broken".to_owned());
    }
}

/// The file's word for an arrow: its head. What an arrow does to a state of its end says nothing of the end itself.
fn word(draft: &mut Draft, from: &Tip<'_>, to: &Tip<'_>) -> WordId {
    match (from.head, to.head) {
        (None, None) => draft.word("Line", Effect::Unknown),
        (Some(one), Some(other)) if one != other => {
            draft.word(&format!("{one} at one end and {other} at the other"), Effect::Unknown)
        }
        (_, Some(head)) | (Some(head), None) if to.state.is_some() => {
            draft.word(&format!("{head}, onto a state"), Effect::Unknown)
        }
        (_, Some(head)) | (Some(head), None) => draft.word(head, effect(head)),
    }
}

/// What a head does. Catalysis is a kind of stimulation, as in the Systems Biology Graphical Notation.
fn effect(head: &str) -> Effect {
    let head = head.to_ascii_lowercase();
    match head.strip_prefix("mim-").unwrap_or(&head) {
        "tbar" | "inhibition" | "transcription-inhibition" | "translation-inhibition" => Effect::Lowers,
        "stimulation" | "necessary-stimulation" | "catalysis" => Effect::Raises,
        inhibits if inhibits.contains("inhibition") => Effect::Lowers,
        _ => Effect::Unknown,
    }
}
