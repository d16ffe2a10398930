//! Which column of an edge list holds what: by its heading, or by what stands in it.

use csv::StringRecord;

use crate::{
    input::Input,
    native::Problem,
    relations::effect_of,
    table::{Table, cell, number, plain},
};

/// The places of the columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) sign: Option<usize>,
    pub(super) weight: Option<usize>,
    pub(super) pmid: Option<usize>,
    pub(super) paper: Option<usize>,
    pub(super) sentence: Option<usize>,
    pub(super) negated: Option<usize>,
    pub(super) hypothesis: Option<usize>,
    /// All others with their headings: they are kept as notes.
    pub(super) others: Vec<(usize, String)>,
}

// As `plain` writes them.
const FROM: &[&str] = &[
    "cause",
    "source",
    "from",
    "sourcename",
    "fromname",
    "causename",
    "upstream",
    "regulator",
    "driver",
    "subject",
    "node1",
    "concept1",
    "parent",
    "nodea",
    "ursache",
    "von",
    "quelle",
    "causa",
    "sourcenode",
    "fromnode",
    "tf",
];
const TO: &[&str] = &[
    "target",
    "to",
    "targetname",
    "toname",
    "effectname",
    "downstream",
    "outcome",
    "consequence",
    "object",
    "node2",
    "concept2",
    "child",
    "nodeb",
    "folge",
    "nach",
    "ziel",
    "efecto",
    "targetnode",
    "tonode",
    "targetgene",
];
// Only where no other column is where the link leads to: `source, target, effect` has the sign there.
const TO_OR_SIGN: &[&str] = &["effect", "wirkung"];
const SIGN: &[&str] = &[
    "sign",
    "polarity",
    "relation",
    "relationship",
    "effect",
    "interaction",
    "interactiontype",
    "edgetype",
    "linktype",
    "verb",
    "predicate",
    "influence",
    "regulation",
    "vorzeichen",
    "wirkung",
    "effecttype",
    "mor",
    "type",
    "direction",
    "link",
];
const WEIGHT: &[&str] = &["weight", "strength", "w", "edgeweight", "gewicht", "stärke", "coefficient", "value"];
const PMID: &[&str] = &["pmid", "pmids", "pubmed", "pubmedid", "pubmedids"];
const PAPER: &[&str] = &[
    "paper",
    "papers",
    "doi",
    "reference",
    "references",
    "citation",
    "citations",
    "literature",
    "study",
    "publication",
    "publications",
    "beleg",
    "url",
    "sourcepaper",
    "evidencesource",
];
const SENTENCE: &[&str] =
    &["sentence", "quote", "finding", "evidence", "evidencetext", "supportingtext", "text", "satz", "zitat"];
const NEGATED: &[&str] = &["negated", "denied"];
const HYPOTHESIS: &[&str] = &["hypothesis", "hypothetical"];

/// The columns by the headings of the first row; none, where it has none for a cause and its effect.
pub(super) fn by_headings(head: &StringRecord) -> Option<Columns> {
    let mut free: Vec<Option<String>> = head.iter().map(|cell| Some(plain(cell))).collect();
    let mut take = |names: &[&str]| {
        let found = names.iter().find_map(|name| free.iter().position(|cell| cell.as_deref() == Some(*name)))?;
        free[found] = None;
        Some(found)
    };
    let from = Some(take(FROM)?);
    let to = Some(take(TO).or_else(|| take(TO_OR_SIGN))?);
    let mut columns = Columns {
        from,
        to,
        sign: take(SIGN),
        weight: take(WEIGHT),
        pmid: take(PMID),
        paper: take(PAPER),
        sentence: take(SENTENCE),
        negated: take(NEGATED),
        hypothesis: take(HYPOTHESIS),
        others: Vec::new(),
    };
    let rest = free.iter().enumerate().filter(|(_, cell)| cell.is_some());
    columns.others = rest.map(|(at, _)| (at, cell(head, Some(at)).to_owned())).collect();
    Some(columns)
}

/// The columns of a table without headings, by what stands in its first rows; none, where nothing speaks for links.
pub(super) fn by_content(table: &Table) -> Option<Columns> {
    let rows: Vec<&StringRecord> = table.rows.iter().take(50).map(|(_, row)| row).collect();
    let width = rows.iter().map(|row| row.len()).max()?;
    let most = |at: usize, holds: fn(&str) -> bool| {
        let filled: Vec<&str> = rows.iter().map(|row| cell(row, Some(at))).filter(|cell| !cell.is_empty()).collect();
        !filled.is_empty() && filled.iter().filter(|cell| holds(cell)).count() * 2 > filled.len()
    };
    let is_sign = |text: &str| effect_of(text).is_some() || text.contains("->") || text == "=>";
    let is_number = |text: &str| number(text).is_some();
    let others = |taken: &[usize]| {
        (0..width).filter(|at| !taken.contains(at)).map(|at| (at, format!("Column {}", at + 1))).collect()
    };
    let between = |sign, weight, taken: &[usize]| {
        Some(Columns { from: Some(0), to: Some(taken[1]), sign, weight, others: others(taken), ..Columns::default() })
    };
    match width {
        0 | 1 => None,
        2 => between(None, None, &[0, 1]),
        _ if most(2, is_number) => between(None, Some(2), &[0, 1, 2]),
        _ if most(1, is_sign) => between(Some(1), None, &[0, 2, 1]),
        _ if most(2, is_sign) => between(Some(2), None, &[0, 1, 2]),
        _ => None,
    }
}

/// What is said of a table whose columns cannot be told.
pub(super) fn untold(input: &Input<'_>) -> Problem {
    let what = "it cannot be told which columns of this table are cause and effect";
    input.broken((1, 1), what, "name them in the first row: cause, relation, effect, PMID, sentence")
}
