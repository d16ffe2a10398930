//! Graphviz's DOT: braces that fan out, defaults of edges, clusters as lanes.
//!
//! What an edge does is in its label where that is a word for it, else in its head: a tee lowers, and any other head claims
//! no sign. <https://graphviz.org/doc/info/attrs.html>

use std::{collections::BTreeMap, fmt::Write as _};

use super::braces::{Attributes, Group, Operand, Statement, parsed};
use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    model::{Effect, Pathway},
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
    relations::effect_of,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "dot",
    name: "Graphviz DOT",
    about: "Nodes, edges and clusters; a tee or a word on the edge gives its effect, other heads claim none.",
    endings: &["dot", "gv"],
    knows,
    read,
    write: Some(write),
};

fn knows(input: &Input<'_>) -> Knows {
    let start = input.start();
    let begins = ["digraph", "graph", "strict"].iter().any(|word| {
        let rest =
            start.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).map(|_| &start[word.len()..]);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == '{') && head_opens(rest))
    });
    let by_ending = input.ends_with("dot") || input.ends_with("gv");
    match (begins, by_ending) {
        (true, _) => Knows::Surely,
        (false, true) if input.text.contains('{') => Knows::Perhaps,
        (false, _) => Knows::No,
    }
}

/// Whether a brace comes before the first end of a statement or an arrow: `graph LR` of Mermaid has none.
fn head_opens(rest: &str) -> bool {
    let head: String = rest.chars().take(300).take_while(|c| !matches!(c, ';' | '>')).collect();
    let Some(brace) = head.find('{') else { return false };
    head[..brace].split_whitespace().count() <= 3 && !head[..brace].contains('[')
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let whole = parsed(input)?;
    let mut reader = Reader { draft: Draft::default(), known: BTreeMap::new() };
    let is_plain = whole.head.iter().any(|word| word.eq_ignore_ascii_case("graph"));
    if let Some(name) = whole.head.iter().find(|word| !is_keyword(word)) {
        reader.draft.title.clone_from(name);
    }
    reader.body(&whole.body, &Defaults { is_plain, ..Defaults::default() }, None);
    let mut draft = reader.draft;
    if is_plain && !draft.arrows.is_empty() {
        let what = "The file is a graph without directions: which of two acts on the other is not known.";
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    Ok(draft)
}

fn is_keyword(word: &str) -> bool {
    ["strict", "graph", "digraph"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// What holds for all that follows in a group.
#[derive(Clone, Default)]
struct Defaults {
    is_plain: bool,
    edge: Attributes,
}

struct Reader {
    draft: Draft,
    known: BTreeMap<String, ThingId>,
}

impl Reader {
    fn thing(&mut self, name: &str, lane: Option<usize>) -> ThingId {
        if let Some(found) = self.known.get(name) {
            return *found;
        }
        let id = self.draft.thing(name, name);
        self.draft.things[id.0].lane = lane;
        self.known.insert(name.to_owned(), id);
        id
    }

    /// Reads statements; gives what they name.
    fn body(&mut self, body: &[Statement], outer: &Defaults, lane: Option<usize>) -> Vec<ThingId> {
        let mut defaults = outer.clone();
        let mut named = Vec::new();
        for statement in body {
            match statement {
                Statement::Default(what, attributes) => {
                    if what == "edge" {
                        defaults.edge.extend(attributes.iter().cloned());
                    }
                }
                Statement::Set(name, value) => {
                    if name == "label" && lane.is_none() && self.draft.title.is_empty() {
                        self.draft.title = unescaped(value, "");
                    }
                }
                Statement::Node(name, attributes) => {
                    let id = self.thing(name, lane);
                    self.describe(id, name, attributes);
                    named.push(id);
                }
                Statement::Group(group) => named.extend(self.group(group, &defaults, lane)),
                Statement::Chain(operands, arrows, attributes, line) => {
                    let ends: Vec<Vec<ThingId>> =
                        operands.iter().map(|operand| self.operand(operand, &defaults, lane)).collect();
                    for (pair, arrow) in ends.windows(2).zip(arrows) {
                        let [from, to] = pair else { continue };
                        for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))) {
                            self.edge((from, to), arrow, (&defaults, attributes), *line);
                        }
                    }
                    named.extend(ends.into_iter().flatten());
                }
            }
        }
        named
    }

    fn operand(&mut self, operand: &Operand, defaults: &Defaults, lane: Option<usize>) -> Vec<ThingId> {
        match operand {
            Operand::Name(name) => vec![self.thing(name, lane)],
            Operand::Group(group) => self.group(group, defaults, lane),
        }
    }

    /// A cluster is a lane; braces alone only gather names.
    fn group(&mut self, group: &Group, defaults: &Defaults, lane: Option<usize>) -> Vec<ThingId> {
        let is_cluster = group.name.starts_with("cluster");
        let label = group.body.iter().find_map(|statement| match statement {
            Statement::Set(name, value) if name == "label" => Some(unescaped(value, "")),
            Statement::Default(what, attributes) if what == "graph" => {
                attribute(attributes, "label").map(|label| unescaped(label, ""))
            }
            _ => None,
        });
        let own = is_cluster.then(|| {
            let name = group.name.trim_start_matches("cluster").trim_matches('_').to_owned();
            let name = label.filter(|label| !label.is_empty()).unwrap_or(name);
            self.draft.lane(if name.is_empty() { "Cluster" } else { &name })
        });
        self.body(&group.body, defaults, own.or(lane))
    }

    fn describe(&mut self, id: ThingId, name: &str, attributes: &Attributes) {
        let thing = &mut self.draft.things[id.0];
        if let Some(label) = attribute(attributes, "label") {
            thing.label = unescaped(label, name);
        }
        if let Some(tip) = attribute(attributes, "tooltip") {
            thing.explanation = unescaped(tip, name);
        }
        if let Some((x, y)) = attribute(attributes, "pos").and_then(|pos| pos.trim_end_matches('!').split_once(','))
            && let (Ok(x), Ok(y)) = (x.trim().parse::<f64>(), y.trim().parse::<f64>())
        {
            // Graphviz counts y upwards.
            thing.at = Some((x, -y));
        }
    }

    fn edge(
        &mut self,
        (from, to): (ThingId, ThingId),
        arrow: &str,
        (defaults, own): (&Defaults, &Attributes),
        line: usize,
    ) {
        let said = |name: &str| attribute(own, name).or_else(|| attribute(&defaults.edge, name));
        let label = said("label").map(|label| unescaped(label, "")).unwrap_or_default();
        let class = said("class").filter(|class| effect_of(class).is_some());
        let dir = said("dir").unwrap_or(if defaults.is_plain || arrow == "--" { "none" } else { "forward" });
        let head = said("arrowhead").unwrap_or("normal");
        let tail = said("arrowtail").unwrap_or("normal");
        let (from, to, heads, head) = match dir {
            "back" => (to, from, if tail == "none" { Heads::None } else { Heads::To }, tail),
            "both" => (from, to, if head == "none" && tail == "none" { Heads::None } else { Heads::Both }, head),
            "none" => (from, to, Heads::None, head),
            _ => (from, to, if head == "none" { Heads::None } else { Heads::To }, head),
        };
        let (word, effect) = match (class, effect_of(&label)) {
            (Some(class), _) => (class.to_owned(), effect_of(class).unwrap_or(Effect::Unknown)),
            (None, Some(effect)) => (label.clone(), effect),
            (None, None) if head.contains("tee") => (head.to_owned(), Effect::Lowers),
            (None, None) => (head.to_owned(), Effect::Unknown),
        };
        let word = self.draft.word(&word, effect);
        let arrow = self.draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(line));
        arrow.heads = heads;
        arrow.label = label;
        if let Some(tip) = said("tooltip").or_else(|| said("edgetooltip")) {
            arrow.notes.push(unescaped(tip, ""));
        }
    }
}

/// The last value of a name: later ones take the place of earlier ones.
fn attribute<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    attributes.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// A label as it is shown: `\N` is the node's name, `\n`, `\l` and `\r` break the line, other letters lose the backslash.
fn unescaped(text: &str, name: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('N')) => out.push_str(name),
            ('\\', Some('n' | 'l' | 'r')) => out.push(' '),
            ('\\', Some(other)) => out.push(other),
            ('\\', None) => {}
            (other, _) => out.push(other),
        }
    }
    out.trim().to_owned()
}

fn write(pathway: &Pathway) -> Written {
    let mut text = format!("digraph {} {{\n", quoted(&pathway.about().title));
    let many = pathway.lanes().len() > 1;
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place + 1)).collect();
    for (number, lane) in pathway.lanes().iter().enumerate() {
        let pad = if many { "    " } else { "  " };
        if many {
            writeln!(text, "  subgraph cluster_{number} {{\n    label={}", quoted(&lane.label)).ok();
        }
        for node in pathway.nodes().filter(|node| node.lane == lane.id) {
            let place = places.get(node.id.as_str()).copied().unwrap_or_default();
            writeln!(text, "{pad}n{place} [label={}]", quoted(&node.label)).ok();
        }
        if many {
            text.push_str("  }\n");
        }
    }
    for link in pathway.links() {
        let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
        let (head, word) = match link.effect {
            Effect::Raises => ("normal", "raises"),
            Effect::Lowers => ("tee", "lowers"),
            Effect::Mixed => ("diamond", "mixed"),
            Effect::NoEffect => ("odot", "no-effect"),
            Effect::Unknown => ("empty", "unknown"),
        };
        writeln!(text, "  n{from} -> n{to} [arrowhead={head}, class={}]", quoted(word)).ok();
    }
    text.push_str("}\n");
    let what = "Names, lanes and effects are written: no explanation, evidence, grade or tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: text.into_bytes(), lost }
}

/// A text in quotes: every backslash is doubled, since Graphviz reads a single one as its own.
fn quoted(text: &str) -> String {
    let text = crate::model::one_line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}
