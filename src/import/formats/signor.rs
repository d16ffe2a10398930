//! SIGNOR's tables: causal relations between proteins, chemicals, complexes and phenotypes, with a paper and a sentence each.
//!
//! <https://signor.uniroma2.it>: columns go by their names, since releases differ in which there are. The sign is the beginning of
//! EFFECT, `up-regulates` or `down-regulates`; `form complex` and `unknown` have none. DIRECT is `YES`, `t` or `NO`, `f`.

use crate::{
    draft::{Draft, End, Said},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind, one_line},
    native::Problem,
    notice::{NoticeKind, Spot},
    table::{Names, Table, cell, is_true, papers, plain, unread},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "signor",
    name: "SIGNOR table",
    about: "Causal relations of the SIGNOR database, each with its mechanism, its paper and its sentence.",
    endings: &["tsv", "csv", "txt"],
    knows: |input| {
        let head = Table::first(input, 1).unwrap_or_else(|_| Table { rows: Vec::new() });
        Knows::seen(["ENTITYA", "ENTITYB", "EFFECT"].iter().all(|name| head.column(&[name]).is_some()))
    },
    read,
    write: None,
};

/// What else a row says of its relation.
const NOTES: [(&str, &str); 8] = [
    ("MECHANISM", "Mechanism"),
    ("RESIDUE", "Residue"),
    ("CELL_DATA", "Cell"),
    ("TISSUE_DATA", "Tissue"),
    ("MODULATOR_COMPLEX", "Modulator"),
    ("NOTES", "Note"),
    ("SCORE", "SIGNOR's score"),
    ("SIGNOR_ID", "SIGNOR's number"),
];

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let table = Table::read(input)?;
    let mut draft = Draft::default();
    let at = |name: &str| table.column(&[name]);
    let ends = ["A", "B"].map(|end| ["ENTITY", "TYPE", "ID", "DATABASE"].map(|name| at(&format!("{name}{end}"))));
    let (effect_at, pmid_at, sentence_at) = (at("EFFECT"), at("PMID"), at("SENTENCE"));
    let (direct_at, species_at) = (at("DIRECT"), at("TAX_ID"));
    let notes_at = NOTES.map(|(name, label)| (at(name), label));
    let mut names = Names::default();
    for (line, row) in table.rows.iter().skip(1) {
        let [from, to] = ends.map(|[name, kind, id, database]| {
            let [name, kind, id, database] = [name, kind, id, database].map(|at| cell(row, at));
            let key = if id.is_empty() { name } else { id };
            if key.is_empty() {
                return End::Nothing;
            }
            let thing = names.thing(&mut draft, key, if name.is_empty() { id } else { name });
            let made = &mut draft.things[thing.0];
            made.kind = sort(kind);
            let xref = format!("{}:{id}", database.to_ascii_lowercase());
            if !id.is_empty() && !database.is_empty() && !made.xrefs.contains(&xref) {
                made.xrefs.push(xref);
            }
            End::Thing(thing)
        });
        let effect = one_line(cell(row, effect_at));
        let word = match effect.as_str() {
            "" => draft.word("no effect given", Effect::Unknown),
            said => draft.word(said, sign(said)),
        };
        let number = cell(row, pmid_at);
        let (cited, rest) = papers(&mut draft, number, true);
        let species = species(cell(row, species_at));
        let one = |paper| Said {
            paper,
            sentence: cell(row, sentence_at).to_owned(),
            species: species.clone(),
            ..Said::default()
        };
        let said =
            if cited.is_empty() { vec![one(None)] } else { cited.iter().map(|paper| one(Some(*paper))).collect() };
        let arrow = draft.arrow(from, to, word, Spot::Line(*line));
        arrow.said = said;
        let direct = cell(row, direct_at);
        if !direct.is_empty() {
            arrow.notes.push(if is_true(direct) { "SIGNOR: direct." } else { "SIGNOR: indirect." }.to_owned());
        }
        for (at, label) in notes_at {
            let text = cell(row, at);
            if !text.is_empty() {
                arrow.notes.push(format!("{label}: {text}"));
            }
        }
        if !rest.is_empty() {
            let what = format!(
                "Its paper is “{}”, which is no number in PubMed: it is not kept.",
                crate::model::shown(number)
            );
            draft.notice(NoticeKind::NotKept, Spot::Line(*line), what);
        }
    }
    if let Some(((_, head), rows)) = table.rows.split_first() {
        let ends = ["ENTITY", "TYPE", "ID", "DATABASE"]
            .into_iter()
            .flat_map(|name| ["A", "B"].map(|end| format!("{name}{end}")));
        let others = ["EFFECT", "PMID", "SENTENCE", "DIRECT", "TAX_ID"].into_iter().chain(NOTES.map(|(name, _)| name));
        let known: Vec<String> = ends.chain(others.map(str::to_owned)).map(|name| plain(&name)).collect();
        unread(&mut draft, head.iter(), rows, |_, name| known.contains(&plain(name)));
    }
    Ok(draft)
}

/// The sign of an EFFECT, by how it begins.
fn sign(effect: &str) -> Effect {
    let effect = effect.to_ascii_lowercase();
    if effect.starts_with("up-regulates") {
        Effect::Raises
    } else if effect.starts_with("down-regulates") {
        Effect::Lowers
    } else {
        Effect::Unknown
    }
}

/// What sort of thing a TYPE is.
fn sort(kind: &str) -> Kind {
    match kind {
        "phenotype" => Kind::Process,
        "stimulus" => Kind::Stressor,
        _ => Kind::Molecule,
    }
}

/// Species by their number in NCBI's taxonomy; the most frequent by name.
fn species(number: &str) -> Vec<String> {
    match number {
        "" | "-1" => Vec::new(),
        "9606" => vec!["human".to_owned()],
        "10090" => vec!["mouse".to_owned()],
        "10116" => vec!["rat".to_owned()],
        other => vec![format!("taxon {other}")],
    }
}
