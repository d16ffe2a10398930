//! Tetrad's graph text, which causal-learn writes too: `Graph Nodes:` and `Graph Edges:`.
//!
//! Nodes stand in one line, divided by `;`, else by `,`. An edge is `1. X1 --> X2 dd nl`; names may hold blanks, so its ends are
//! found among the nodes, the longest name first, and not at blanks. `o` at an end means that the mark there is not known.
//! <https://www.phil.cmu.edu/tetrad/>

use std::collections::BTreeMap;

use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows},
    input::Input,
    model::Effect,
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "tetrad",
    name: "Tetrad graph",
    about: "What a search for causes found: arrows without signs; ends that the search left open have no direction.",
    endings: &["graph.txt", "txt"],
    knows: |input| {
        let start = input.start();
        Knows::seen(start.starts_with("Graph Nodes:") || start.starts_with("/knowledge"))
    },
    read,
    write: None,
};

/// Every way in which two nodes can be joined.
const MARKS: [&str; 8] = ["-->", "<--", "<->", "---", "o->", "<-o", "o-o", "--o"];

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    if input.start().starts_with("/knowledge") {
        let hint = "export the graph itself from Tetrad (Save Graph as text)";
        return Err(Problem::at_start("this is background knowledge for a search, and not a graph", hint));
    }
    let mut draft = Draft::default();
    let mut known = BTreeMap::new();
    let mut names: Vec<&str> = Vec::new();
    let mut section = "";
    for (number, line) in input.text.lines().enumerate() {
        let line = line.trim();
        match line {
            "Graph Nodes:"
            | "Graph Edges:"
            | "Graph Attributes:"
            | "Ambiguous triples (i.e. list of triples for which there is ambiguous data about whether they are colliders or not):" =>
            {
                section = line;
            }
            "" => {}
            _ if section == "Graph Nodes:" => {
                let divider = if line.contains(';') { ';' } else { ',' };
                for name in line.split(divider).map(str::trim).filter(|name| !name.is_empty()) {
                    if !known.contains_key(name) {
                        known.insert(name, draft.thing(name, name));
                        names.push(name);
                    }
                }
            }
            _ if section == "Graph Edges:" => edge(&mut draft, &known, &sorted(&mut names), (number + 1, line)),
            _ => draft.notice(
                NoticeKind::NotKept,
                Spot::Line(number + 1),
                format!("“{}” is not read.", crate::model::shown(line)),
            ),
        }
    }
    Ok(draft)
}

/// The longest first, so that `sleep loss` is found before `sleep`.
fn sorted<'a>(names: &mut Vec<&'a str>) -> Vec<&'a str> {
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.clone()
}

/// An edge such as `12. sleep loss o-> mood dd nl`.
fn edge(draft: &mut Draft, known: &BTreeMap<&str, ThingId>, names: &[&str], (number, line): (usize, &str)) {
    let text = line
        .split_once(". ")
        .filter(|(count, _)| count.bytes().all(|b| b.is_ascii_digit()))
        .map_or(line, |(_, rest)| rest);
    let found = MARKS.iter().filter_map(|mark| {
        // Names may hold a mark; the ends must be nodes.
        let at = text.find(&format!(" {mark} "))?;
        let (from, to) = (text[..at].trim(), text[at + mark.len() + 2..].trim());
        let to = names
            .iter()
            .find(|name| to == **name || to.strip_prefix(**name).is_some_and(|rest| rest.starts_with(' ')))?;
        Some((known.get(from)?, *mark, known.get(to)?))
    });
    let Some((from, mark, to)) = found.min_by_key(|(_, mark, _)| text.find(mark)) else {
        let what = format!("“{}” is no edge between two nodes of the list.", crate::model::shown(text));
        return draft.notice(NoticeKind::LooseEnd, Spot::Line(number), what);
    };
    let (from, to) = if mark.starts_with('<') && mark != "<->" { (to, from) } else { (from, to) };
    if mark == "<->" {
        let [one, other] = [*from, *to].map(|id| draft.things[id.0].label.clone());
        for (id, other) in [(*from, &other), (*to, &one)] {
            draft.things[id.0]
                .notes
                .push((format!("Shares with “{other}” a common cause that is not known."), Vec::new()));
        }
        let what = format!("“{one}” <-> “{other}”: a common cause that is not known is a note on both, and no card.");
        return draft.notice(NoticeKind::NotKept, Spot::Line(number), what);
    }
    let word = draft.word(mark, Effect::Unknown);
    let arrow = draft.arrow(End::Thing(*from), End::Thing(*to), word, Spot::Line(number));
    if mark.contains('o') || mark == "---" {
        arrow.heads = Heads::None;
    }
}
