//! Cytoscape's simple interaction format: `cause relation effect effect ...` in each line.
//!
//! <https://manual.cytoscape.org/en/stable/Supported_Network_File_Formats.html>: words are divided by tabs where the file
//! has any, else by blanks; a line with one name is a node without links; several targets fan out.

use crate::{
    draft::{Draft, End, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    model::{Effect, Pathway},
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
    relations::effect_of,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "sif",
    name: "Simple interaction format",
    about: "Names and relations, a line each; relations whose sign is not beyond doubt stay unknown.",
    endings: &["sif"],
    knows: |input| if input.ends_with("sif") && !input.text.is_empty() { Knows::Perhaps } else { Knows::No },
    read,
    write: Some(write),
};

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let mut draft = Draft::default();
    let mut known = std::collections::BTreeMap::new();
    let by_tabs = input.text.contains('\t');
    for (number, line) in input.text.lines().enumerate() {
        let words: Vec<&str> = if by_tabs { line.split('\t').collect() } else { line.split(' ').collect() };
        let words: Vec<&str> = words.into_iter().map(str::trim).filter(|word| !word.is_empty()).collect();
        let mut thing = |draft: &mut Draft, name: &str| -> ThingId {
            *known.entry(name.to_owned()).or_insert_with(|| draft.thing(name, name))
        };
        match words.as_slice() {
            [] => {}
            [alone] => {
                thing(&mut draft, alone);
            }
            [_, relation] => {
                let what = format!("“{relation}” leads to nothing, so this line is no link.");
                draft.notice(NoticeKind::LooseEnd, Spot::Line(number + 1), what);
            }
            [cause, relation, effects @ ..] => {
                let from = thing(&mut draft, cause);
                let word = draft.word(relation, effect_of(relation).unwrap_or(Effect::Unknown));
                for effect in effects {
                    let to = thing(&mut draft, effect);
                    draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(number + 1));
                }
            }
        }
    }
    if draft.things.is_empty() {
        return Err(Problem::at_start(
            "no line of this file names anything",
            "write lines such as: stress raises cortisol",
        ));
    }
    Ok(draft)
}

fn write(pathway: &Pathway) -> Written {
    let cell = |label: &str| label.replace(['\t', '\n', '\r'], " ");
    let mut text = String::new();
    for link in pathway.links() {
        let (from, to) = (cell(pathway.label(&link.from)), cell(pathway.label(&link.to)));
        text.push_str(&format!("{from}\t{}\t{to}\n", link.effect.label()));
    }
    let touched: std::collections::BTreeSet<&str> =
        pathway.links().flat_map(|link| [link.from.as_str(), link.to.as_str()]).collect();
    for node in pathway.nodes().filter(|node| !touched.contains(node.id.as_str())) {
        // A tab anywhere in the file says that blanks belong to names.
        text.push_str(&cell(&node.label));
        text.push_str("\t\n");
    }
    let lost = |what: &str| Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() };
    Written {
        bytes: text.into_bytes(),
        lost: vec![lost("Only names and effects are written: no explanation, evidence, grade, lane or tour.")],
    }
}
