//! The papers that a cell names: PubMed numbers and DOIs, as databases write them.

use crate::address::{is_doi, is_pmid};

/// A paper, by the number that it is named with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// A PubMed number, in digits.
    Pmid(String),
    /// A DOI without a host, in small letters.
    Doi(String),
}

impl Paper {
    /// What it is named with: `PMID 12345678`, `doi:10.1000/x`.
    pub fn name(&self) -> String {
        match self {
            Self::Pmid(number) => format!("PMID {number}"),
            Self::Doi(doi) => format!("doi:{doi}"),
        }
    }
}

/// The papers of a cell, each once: `PMID:1;PMID:2`, `SIGNOR:123|456`, `pubmed:1|imex:IM-2`, `10.1000/x`. Words such as
/// `Other`, and numbers of other collections (`PMC123`, `NBK1`, `GO_REF:0000024`), are none.
pub(super) fn papers(cell: &str) -> Vec<Paper> {
    let mut found = Vec::new();
    for part in cell.split([';', '|', ',', ' ', '\u{a0}', '\n', '[', ']', '\'', '"']) {
        if let Some(paper) = paper(part).filter(|paper| !found.contains(paper)) {
            found.push(paper);
        }
    }
    found
}

fn paper(part: &str) -> Option<Paper> {
    let small = part.trim().to_lowercase();
    let doi = small.find("10.").map(|at| &small[at..]);
    // A bracket that opens before the DOI closes behind it; one inside belongs to it.
    let doi = doi.map(|doi| if doi.contains('(') { doi } else { doi.trim_end_matches([')', '.']) });
    let before = doi.map_or("", |doi| &small[..small.len().saturating_sub(doi.len())]);
    let is_start = before.is_empty() || before.ends_with([':', '/']);
    if let Some(doi) = doi.filter(|doi| is_start && is_doi(doi)) {
        return Some(Paper::Doi(doi.to_owned()));
    }
    // The name of the database that says it, or none.
    let (prefix, number) = small.rsplit_once([':', '/']).unwrap_or(("", &small));
    let is_named = prefix.is_empty() || prefix.ends_with("pubmed.ncbi.nlm.nih.gov") || !prefix.contains(['_', '.']);
    let digits = number.trim_start_matches('0');
    (is_named && digits.len() >= 2 && digits.len() <= 8 && is_pmid(number)).then(|| Paper::Pmid(digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_databases_write_them() {
        for (cell, expected) in [
            ("12345678", "PMID 12345678"),
            ("PMID:12345678;pmid:2345", "PMID 12345678, PMID 2345"),
            ("SIGNOR:17145764|SIGNOR:17145764;HPRD:1234567", "PMID 17145764, PMID 1234567"),
            ("pubmed:10542231|mint:MINT-5215|imex:IM-11788", "PMID 10542231"),
            ("['PMID:11', 'DOI:10.1000/ABC.1']", "PMID 11, doi:10.1000/abc.1"),
            ("https://doi.org/10.1038/s41467-025-62840-5", "doi:10.1038/s41467-025-62840-5"),
            ("https://pubmed.ncbi.nlm.nih.gov/40890098", "PMID 40890098"),
            ("Other", ""),
            ("PMC123456 NBK1234 GO_REF:0000024 -1", ""),
            ("123456789012", ""),
            ("", ""),
        ] {
            let found: Vec<String> = papers(cell).iter().map(Paper::name).collect();
            assert_eq!(found.join(", "), expected, "{cell}");
        }
    }
}
