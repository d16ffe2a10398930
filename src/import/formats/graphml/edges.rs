//! Edges become arrows, with whatever says what they do.

use roxmltree::Node;

use super::{
    attributes::{Attributes, Keys},
    nodes::Nodes,
    yed::{self, Drawn},
};
use crate::{
    brief::brief,
    draft::Paper,
    draft::{Draft, End, Heads, Said, WordId},
    model::Effect,
    notice::{NoticeKind, Spot},
    relations::{effect_of, signed},
    xml,
};

/// Attributes that may say what an edge does, the plainest first.
const SAYING: &[&str] = &[
    "effect",
    "sign",
    "e_sign",
    "polarity",
    "e_polarity",
    "interaction",
    "relation",
    "relationship",
    "type",
    "e_type",
    "arrowhead",
    "label",
    "e_label",
];

/// What the numbers of all edges say together.
struct Numbers {
    /// Some weight is below zero, so that weights have signs.
    weights: bool,
    /// Signs are 0 and 1 alone: which of them is which differs between programs.
    zero_one: bool,
}

/// Adds the arrows of every graph.
pub(super) fn edges(draft: &mut Draft, keys: &Keys<'_>, nodes: &mut Nodes<'_>, root: Node<'_, '_>) {
    let all: Vec<(Node<'_, '_>, Attributes<'_>)> = root
        .descendants()
        .filter(|node| node.tag_name().name() == "edge")
        .map(|edge| (edge, Attributes::of(keys, edge)))
        .collect();
    let number = |data: &Attributes<'_>, names: &[&str]| data.first(names).and_then(|text| text.parse::<f64>().ok());
    let signs: Vec<f64> = all.iter().filter_map(|(_, data)| number(data, &["sign", "e_sign"])).collect();
    let numbers = Numbers {
        weights: all.iter().any(|(_, data)| number(data, &["weight", "e_weight"]).is_some_and(|weight| weight < 0.0)),
        zero_one: signs.contains(&0.0) && signs.iter().all(|sign| *sign == 0.0 || *sign == 1.0),
    };
    if numbers.zero_one {
        let what = "The signs are 0 and 1 alone: some programs write 0 for raising and 1 for lowering, others 1 for raising. \
                    Say which it is.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    for (edge, data) in &all {
        arrow(draft, nodes, &numbers, (*edge, data));
    }
}

fn arrow(draft: &mut Draft, nodes: &mut Nodes<'_>, numbers: &Numbers, (edge, data): (Node<'_, '_>, &Attributes<'_>)) {
    let [source, target] = ["source", "target"].map(|end| xml::attribute(edge, end).unwrap_or_default());
    let mut end = |id| nodes.card(draft, id).map_or(End::Nothing, End::Thing);
    let (mut from, mut to) = (end(source), end(target));
    let drawn = yed::edge(edge);
    let (heads, turned) = heads(edge, drawn.as_ref());
    if turned {
        std::mem::swap(&mut from, &mut to);
    }
    let (word, said_by) = word(draft, numbers, data, drawn.as_ref());
    let papers = papers(draft, data);
    let spot =
        xml::attribute(edge, "id").map_or_else(|| format!("{} to {}", brief(source), brief(target)), str::to_owned);
    let arrow = draft.arrow(from, to, word, Spot::Element(spot));
    arrow.heads = heads;
    arrow.label = drawn
        .and_then(|drawn| drawn.label)
        .or(data.first(&["label", "e_label"]).map(str::to_owned))
        .unwrap_or_default();
    arrow.said = papers.into_iter().map(|paper| Said { paper: Some(paper), ..Said::default() }).collect();
    if turned {
        arrow.notes.push("It was drawn from its effect to its cause".to_owned());
    }
    let told = ["label", "e_label", "pmid", "pubmed", "doi", said_by];
    arrow.notes.extend(data.rest(&told).into_iter().map(|(name, value)| format!("{name}: {value}")));
}

/// The heads of an edge, and whether it leads backwards.
fn heads(edge: Node<'_, '_>, drawn: Option<&Drawn>) -> (Heads, bool) {
    if let Some(arrows) = drawn.and_then(|drawn| drawn.arrows.as_ref()) {
        return match (arrows.0.is_some(), arrows.1.is_some()) {
            (true, true) => (Heads::Both, false),
            (true, false) => (Heads::To, true),
            (false, true) => (Heads::To, false),
            (false, false) => (Heads::None, false),
        };
    }
    let graph = edge.parent().and_then(|graph| xml::attribute(graph, "edgedefault"));
    let directed = xml::attribute(edge, "directed").map_or(graph != Some("undirected"), |own| own == "true");
    (if directed { Heads::To } else { Heads::None }, false)
}

/// The word of an edge, and the attribute that it stands in.
fn word(draft: &mut Draft, numbers: &Numbers, data: &Attributes<'_>, drawn: Option<&Drawn>) -> (WordId, &'static str) {
    if let Some(drawn) = drawn {
        let head = drawn.arrows.as_ref().and_then(|(source, target)| target.as_deref().or(source.as_deref()));
        if head == Some("t_shape") {
            return (draft.word("t_shape", Effect::Lowers), "");
        }
        if let Some((label, effect)) = drawn.label.as_deref().and_then(|label| Some((label, effect_of(label)?))) {
            return (draft.word(&brief(label), effect), "");
        }
        if let Some(head) = head {
            return (draft.word(&brief(head), Effect::Unknown), "");
        }
    }
    for &name in SAYING {
        let Some(value) = data.first(&[name]) else { continue };
        let Some(effect) = effect_of(value) else { continue };
        let number = value.parse::<f64>().ok();
        if number.is_none() {
            return (draft.word(&brief(value), effect), name);
        }
        let effect = if numbers.zero_one { Effect::Unknown } else { effect };
        let how = if numbers.zero_one { format!("{name} {value}") } else { sized(name, value) };
        return (draft.word(&how, effect), name);
    }
    if let Some((name, value)) = ["weight", "e_weight"].into_iter().find_map(|name| Some((name, data.first(&[name])?)))
        && let Some(effect) = signed(value)
    {
        let effect = if numbers.weights { effect } else { Effect::Unknown };
        return (draft.word(&sized(name, value), effect), "");
    }
    for &name in SAYING {
        if let Some(value) = data.first(&[name]) {
            return (draft.word(&brief(value), Effect::Unknown), name);
        }
    }
    (draft.word("edge", Effect::Unknown), "")
}

/// A number as a word: only its sign counts, so that a thousand weights are not a thousand words.
fn sized(name: &str, value: &str) -> String {
    let side = match signed(value) {
        Some(Effect::Raises) => "above 0",
        Some(Effect::Lowers) => "below 0",
        _ => "0",
    };
    format!("{name} {side}")
}

fn papers(draft: &mut Draft, data: &Attributes<'_>) -> Vec<crate::PaperId> {
    let list = |names: &[&str]| data.first(names).unwrap_or_default().split([',', ';', '|', ' ']);
    let pmids = list(&["pmid", "pubmed"]).filter_map(Paper::pmid);
    let dois = list(&["doi"]).filter(|doi| doi.starts_with("10."));
    let dois = dois.map(|doi| Paper { doi: doi.to_owned(), ..Paper::default() });
    pmids.chain(dois).collect::<Vec<_>>().into_iter().map(|paper| draft.paper(paper)).collect()
}
