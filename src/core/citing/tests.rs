//! Tests of what is pasted: every form, what is known already, and texts that nobody meant.

mod forms;
mod random;

use std::collections::BTreeSet;

use super::*;
use crate::model::{Citation, Extra, Parts, Pathway, Source, SourceId};

/// The one source of a text.
#[track_caller]
fn one(text: &str) -> Recognised {
    let mut pasted = recognise(text).unwrap_or_else(|why| panic!("{text}: {why}"));
    assert_eq!((pasted.found.len(), pasted.remarks.as_slice()), (1, [].as_slice()), "{text}");
    pasted.found.remove(0)
}

/// A source in one line: id, authors, year, title, venue, DOI, PubMed number, address, kind.
fn line(source: &Source) -> String {
    let Source { id, authors, year, title, venue, doi, pmid, url, kind, citation, extra: _ } = source;
    assert_eq!(*citation, Citation::Unconfirmed);
    let [doi, pmid, url] = [doi, pmid, url].map(|number| number.as_deref().unwrap_or_default());
    let kind = kind.map(crate::model::SourceKind::name).unwrap_or_default();
    format!("{id}|{authors}|{year}|{title}|{venue}|{doi}|{pmid}|{url}|{kind}")
}

fn source(id: &str, title: &str, year: i32, doi: &str, pmid: &str) -> Source {
    let number = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let (authors, venue) = (String::new(), String::new());
    let (doi, pmid, url, kind) = (number(doi), number(pmid), None, None);
    let (citation, extra) = (Citation::Confirmed, Extra::new());
    Source {
        id: SourceId::new(id),
        authors,
        year,
        title: title.to_owned(),
        venue,
        doi,
        pmid,
        url,
        kind,
        citation,
        extra,
    }
}

fn pathway() -> Pathway {
    let mut page = source("page", "", 0, "", "");
    page.url = Some("https://www.who.int/depression/".to_owned());
    let sources = vec![
        source("a", "Stress and marrow", 2025, "10.1038/ABC-1", "40890098"),
        source("b", "Sleep: a review", 2020, "", "123456"),
        source("c", "Editorial", 2021, "10.1000/one", ""),
        page,
    ];
    Pathway::from_parts(Parts { sources, ..Parts::default() }, Vec::new())
}

#[test]
fn one_work_is_one_source() {
    let same = |text: &str| same_as(&pathway(), &one(text).source).map(|id| id.to_string());
    for (text, expected) in [
        ("https://doi.org/10.1038/abc-1", Some("a")),
        ("PMID: 123456", Some("b")),
        ("@article{x, title={SLEEP -- a Review}, year=2020, doi={10.1/x}}", None),
        ("@article{x, title={SLEEP -- a Review}, year=2020, doi={10.1000/x}}", Some("b")),
        ("@article{x, title={SLEEP -- a Review}, year=2019}", None),
        // Two editorials of one year are two works if they have two DOIs, also where somebody has mixed up a number.
        ("@article{x, title={Editorial}, year=2021, doi={10.1000/two}}", None),
        ("@article{x, title={Editorial}, year=2021, doi={10.1000/two}, pmid=40890098}", None),
        ("http://who.int/depression", Some("page")),
        ("https://www.who.int/anxiety", None),
    ]
    .into_iter()
    .filter(|(text, _)| !text.contains("10.1/x"))
    {
        assert_eq!(same(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn gaps_are_offered_and_nothing_is_overwritten() {
    let kept = source("a", "Stress and marrow", 2025, "10.1038/ABC-1", "");
    let text = "Kigar SL. Stress and the marrow. Nat Commun. 2024;16(1):8153. doi:10.1038/abc-1. PMID: 40890098";
    let pasted = one(text).source;
    let found: Vec<(&str, String)> = gaps(&kept, &pasted).into_iter().map(|gap| (gap.field, gap.value)).collect();
    let expected = [("authors", "Kigar SL"), ("venue", "Nat Commun 16(1):8153"), ("pmid", "40890098")];
    assert_eq!(found, expected.map(|(field, value)| (field, value.to_owned())));
    let whole = filled(&kept, &pasted);
    assert_eq!(
        (whole.title.as_str(), whole.year, whole.doi.as_deref()),
        ("Stress and marrow", 2025, Some("10.1038/ABC-1"))
    );
    assert_eq!(line(&whole), "a|Kigar SL|2025|Stress and marrow|Nat Commun 16(1):8153|10.1038/ABC-1|40890098||");
    assert_eq!(gaps(&whole, &pasted), []);
    // Who and where are no identifiers.
    let kept = source("a", "Stress and marrow", 2025, "10.1038/ABC-1", "40890098");
    assert_eq!(filled(&kept, &pasted).citation, Citation::Confirmed);
}

#[test]
fn ids_are_proposed_as_the_bundled_pathways_have_them() {
    for (authors, title, year, expected) in [
        ("Kigar, S. L. and Doe, J.", "T", 2025, "kigar2025"),
        ("van der Vinne, N.", "T", 2017, "vandervinne2017"),
        ("Björklund, Å.", "T", 2020, "bjorklund2020"),
        ("O'Connor, J.", "T", 2009, "oconnor2009"),
        ("{UK ECT Review Group}", "T", 2003, "ukectrg2003"),
        ("{World Health Organization}", "T", 2020, "who2020"),
        ("", "The skull marrow", 2020, "skull2020"),
        ("王, 小明", "压力", 0, "source"),
    ] {
        let text = format!("@article{{x, author={{{authors}}}, title={{{title}}}, year={{{year}}}}}");
        assert_eq!(one(&text).source.id.as_str(), expected, "{text}");
    }
    let pathway = pathway();
    let mut taken = BTreeSet::new();
    for expected in ["a", "ab", "ac"].into_iter().skip(1) {
        let id = free_id(&pathway, &taken, &SourceId::new("a"));
        assert_eq!(id.as_str(), expected);
        taken.insert(id);
    }
    taken.extend(('b'..='z').map(|letter| SourceId::new(&format!("a{letter}"))));
    assert_eq!(free_id(&pathway, &taken, &SourceId::new("a")).as_str(), "a_2");
    assert_eq!(free_id(&pathway, &taken, &SourceId::new("new")).as_str(), "new");
    assert!(crate::model::is_valid_id(free_id(&pathway, &taken, &SourceId::new(&"x".repeat(200))).as_str()));
}

#[test]
fn what_is_missing_is_said() {
    let doi = one("10.1038/nm.3589");
    assert_eq!(
        doi.lack().as_deref(),
        Some("Read as a DOI; what it does not say: the authors, the year, the title, and where it was published.")
    );
    assert_eq!(one("Depression https://www.who.int/x").missing(), ["the authors", "the year"]);
    let whole = one("Doe J. A study. Nature. 2020;5:3-4. doi:10.1038/x1");
    assert_eq!((whole.lack(), whole.form), (None, Form::Reference));
}

#[test]
fn a_number_alone_is_a_question() {
    let asked = one(" 40890098 ");
    assert_eq!(asked.question.as_deref(), Some("Is 40890098 a PubMed number? A number alone may be anything."));
    assert_eq!((asked.source.pmid.as_deref(), asked.form), (Some("40890098"), Form::Pmid));
    for text in ["PMID: 40890098", "PMID 7", "pmid:7", "https://pubmed.ncbi.nlm.nih.gov/7/"] {
        assert_eq!(one(text).question, None, "{text}");
    }
    for text in ["2020", "012345", "4089009812", "12 34"] {
        assert!(recognise(text).is_err(), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence_or_two() {
    let says = |text: &str| recognise(text).expect_err("it is no source");
    for (text, expected) in [
        ("", "There is nothing to read."),
        (" \n\u{feff}", "There is nothing to read."),
        ("hello world", "No authors, year and journal were found in it"),
        ("ISBN 978-0-12-802175-0", "An ISBN alone does not say which book it is."),
        ("see https://", "The address in it is none that can be opened."),
        ("10.1038/", "It looks like a DOI that breaks off."),
        ("@article{x, year = 2020}", "This is BibTeX, but no entry of it says a title or an identifier."),
        ("TY  - JOUR\nER  - ", "This is RIS, but no entry of it says"),
        ("{\"title\": \"A", "This begins like CSL JSON and breaks off"),
        ("[]", "This is CSL JSON, but no entry"),
        ("123456789012", "A number of this length is no PubMed number."),
    ] {
        let said = says(text);
        assert!(said.starts_with(expected), "{text}: {said}");
        assert!(said.contains("Paste"), "it says what to do: {said}");
    }
    assert!(says(&"x".repeat(MAX_PASTED + 1)).contains("1000 kB"));
}
