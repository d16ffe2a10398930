//! Bibliographies for other programs: BibTeX, RIS and CSL JSON.
//!
//! The three formats say the same of a source; [`Source::author_list`] reads its authors, and its kind says what the
//! venue is: a journal with volume and pages, a publisher, a book with its editors, a registry.

mod bibtex;
mod csl;
mod entry;
mod latex;
mod ris;
#[cfg(test)]
mod tests;

use serde_json::Value;

use self::{
    entry::entries,
    latex::{in_maths, unknown_to_pdflatex},
};
use crate::model::Source;

/// Sources as a BibTeX file, in UTF-8: for biber with `XeLaTeX` or `LuaLaTeX`, Typst, and
/// reference managers.
pub fn bibtex(sources: &[&Source]) -> String {
    entries(sources).iter().map(bibtex::entry).collect::<Vec<_>>().join("\n")
}

/// Sources as a BibTeX file for pdfLaTeX, which prints Greek letters as nothing: they are spelt as mathematics, which
/// Typst misreads. With it, the characters that pdfLaTeX cannot print all the same, each once.
pub fn bibtex_for_pdflatex(sources: &[&Source]) -> (String, Vec<char>) {
    let plain = bibtex(sources);
    (in_maths(&plain), unknown_to_pdflatex(&plain))
}

/// Sources as an RIS file.
pub fn ris(sources: &[&Source]) -> String {
    entries(sources).iter().map(ris::record).collect::<Vec<_>>().join("\n")
}

/// Sources as CSL JSON. Authors who are not named are said in the note.
pub fn csl_json(sources: &[&Source]) -> String {
    written(sources, false)
}

/// Sources as CSL JSON for pandoc, which prints a last author `others` as "et al."; other programs print the word.
pub fn csl_json_for_pandoc(sources: &[&Source]) -> String {
    written(sources, true)
}

fn written(sources: &[&Source], for_pandoc: bool) -> String {
    let items: Vec<Value> = entries(sources).iter().map(|entry| csl::item(entry, for_pandoc)).collect();
    format!("{:#}\n", Value::Array(items))
}
