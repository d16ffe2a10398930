//! Writes an edge list that spreadsheets neither compute nor garble: words for signs, and no cell that begins a formula.

use std::collections::BTreeSet;

use crate::{
    format::Written,
    model::{Link, Pathway, Stance},
    notice::{Notice, NoticeKind, Spot},
};

/// The headings, by which it is read again.
const HEADINGS: [&str; 7] = ["cause", "relation", "effect", "PMID", "paper", "sentence", "negated"];

/// A row for each piece of evidence of a link, one for a link without any, and one for a node that no link touches.
pub(super) fn write(pathway: &Pathway) -> Written {
    let mut rows = vec![HEADINGS.map(str::to_owned)];
    for link in pathway.links() {
        rows.extend(evidence(pathway, link).into_iter().map(|[pmid, paper, sentence, negated]| {
            let [from, to] = [&link.from, &link.to].map(|id| safe(pathway.label(id)));
            [from, link.effect.label().to_owned(), to, pmid, paper, sentence, negated]
        }));
    }
    let touched: BTreeSet<&str> = pathway.links().flat_map(|link| [link.from.as_str(), link.to.as_str()]).collect();
    for node in pathway.nodes().filter(|node| !touched.contains(node.id.as_str())) {
        let mut row: [String; 7] = Default::default();
        row[0] = safe(&node.label);
        rows.push(row);
    }
    let mut bytes = Vec::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        bytes.extend_from_slice(format!("{}\r\n", cells.join(",")).as_bytes());
    }
    let what = "Names, effects, papers and sentences are written: no explanation, grade, lane, design or tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes, lost }
}

/// Number, paper, sentence and whether it denies, of each piece of evidence.
fn evidence(pathway: &Pathway, link: &Link) -> Vec<[String; 4]> {
    let row = |item: &crate::model::Evidence| {
        let source = pathway.sources().iter().find(|source| source.id == item.source);
        let pmid = source.and_then(|source| source.pmid.clone()).unwrap_or_default();
        let other = source.and_then(|source| source.doi.clone().or_else(|| source.url.clone()));
        let other = other.or_else(|| source.filter(|_| pmid.is_empty()).map(|source| source.title.clone()));
        let denies = matches!(item.stance, Stance::Disputes | Stance::Null);
        let negated = if denies { "yes" } else { "" };
        let paper = if pmid.is_empty() { safe(&other.unwrap_or_default()) } else { String::new() };
        [pmid, paper, safe(&item.finding), negated.to_owned()]
    };
    let mut rows: Vec<[String; 4]> = link.evidence.iter().map(row).collect();
    if rows.is_empty() {
        rows.push(Default::default());
    }
    rows
}

/// A text that no spreadsheet takes for a formula: an apostrophe before what begins one.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\'', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
