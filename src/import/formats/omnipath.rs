//! `OmniPath`'s tables of interactions.
//!
//! <https://omnipathdb.org>: yes and no are 1 and 0 or True and False. The sign is that of the consensus of its resources, where that
//! has just one; both are a mixed effect; what single resources say without a consensus is no sign, and said.

use crate::{
    draft::{Draft, End, Heads, Said},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind},
    native::Problem,
    notice::Spot,
    table::{Names, Table, cell, is_true, papers, plain, unread},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "omnipath",
    name: "OmniPath interactions",
    about: "Interactions of OmniPath; a sign is that of the consensus, and what single resources say is a note.",
    endings: &["tsv", "csv", "txt"],
    knows: |input| {
        let head = Table::first(input, 1).unwrap_or_else(|_| Table { rows: Vec::new() });
        let all = ["source", "target", "is_stimulation", "is_inhibition"];
        Knows::seen(all.iter().all(|name| head.column(&[name]).is_some()))
    },
    read,
    write: None,
};

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let table = Table::read(input)?;
    let mut draft = Draft::default();
    let at = |name: &str| table.column(&[name]);
    let ends = [("source", "source_genesymbol"), ("target", "target_genesymbol")].map(|(id, name)| (at(id), at(name)));
    let single = [at("is_stimulation"), at("is_inhibition")];
    let agreed = [at("consensus_stimulation"), at("consensus_inhibition")];
    let directed = at("is_directed");
    let favoured = at("consensus_direction");
    let cited_at = table.column(&["references", "references_stripped"]);
    let sources_at = table.column(&["sources", "databases"]);
    let mut names = Names::default();
    for (line, row) in table.rows.iter().skip(1) {
        let [from, to] = ends.map(|(id, name)| {
            let (id, name) = (cell(row, id), cell(row, name));
            if id.is_empty() {
                return End::Nothing;
            }
            let thing = names.thing(&mut draft, id, if name.is_empty() { id } else { name });
            let made = &mut draft.things[thing.0];
            made.kind = Kind::Molecule;
            if made.xrefs.is_empty() {
                match id.strip_prefix("COMPLEX:") {
                    Some(parts) => {
                        made.explanation = format!("A complex of {}.", parts.replace('_', ", "));
                        made.xrefs = parts.split('_').map(|part| format!("uniprot:{part}")).collect();
                    }
                    None => made.xrefs.push(format!("uniprot:{id}")),
                }
            }
            End::Thing(thing)
        });
        let [stimulates, inhibits] = single.map(|at| is_true(cell(row, at)));
        let consensus = agreed.map(|at| is_true(cell(row, at)));
        // An older table has no consensus: then what is there must do, unless it is divided.
        let known = agreed.iter().any(Option::is_some);
        let (word, effect) = match (consensus, (stimulates, inhibits)) {
            ([true, true], _) => ("consensus stimulation and inhibition", Effect::Mixed),
            ([true, false], _) => ("consensus stimulation", Effect::Raises),
            ([false, true], _) => ("consensus inhibition", Effect::Lowers),
            (_, (true, true)) if known => ("stimulation and inhibition, without consensus", Effect::Unknown),
            (_, (true, false)) if known => ("stimulation, without consensus", Effect::Unknown),
            (_, (false, true)) if known => ("inhibition, without consensus", Effect::Unknown),
            (_, (true, true)) => ("stimulation and inhibition", Effect::Mixed),
            (_, (true, false)) => ("stimulation", Effect::Raises),
            (_, (false, true)) => ("inhibition", Effect::Lowers),
            (_, (false, false)) => ("no sign", Effect::Unknown),
        };
        let word = draft.word(word, effect);
        let (cited, rest) = papers(&mut draft, cell(row, cited_at), true);
        let arrow = draft.arrow(from, to, word, Spot::Line(*line));
        arrow.said = cited.iter().map(|paper| Said { paper: Some(*paper), ..Said::default() }).collect();
        let says = |at: Option<usize>| !cell(row, at).is_empty() && !is_true(cell(row, at));
        if says(directed) {
            arrow.heads = Heads::None;
        }
        if stimulates && inhibits && effect != Effect::Mixed {
            arrow.notes.push("Of the resources some say that it stimulates and some that it inhibits.".to_owned());
        }
        if says(favoured) {
            arrow.notes.push("This is the weaker direction: the consensus favours the other.".to_owned());
        }
        for (label, text) in [("Resources", cell(row, sources_at).to_owned()), ("Also cited", rest.join(" "))] {
            if !text.is_empty() {
                arrow.notes.push(format!("{label}: {text}."));
            }
        }
    }
    if let Some(((_, head), rows)) = table.rows.split_first() {
        let known = READ.map(plain);
        unread(&mut draft, head.iter(), rows, |_, name| known.contains(&plain(name)));
    }
    Ok(draft)
}

/// The columns that are read.
const READ: [&str; 14] = [
    "source",
    "source_genesymbol",
    "target",
    "target_genesymbol",
    "is_stimulation",
    "is_inhibition",
    "consensus_stimulation",
    "consensus_inhibition",
    "is_directed",
    "consensus_direction",
    "references",
    "references_stripped",
    "sources",
    "databases",
];
