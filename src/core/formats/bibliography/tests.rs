//! Tests of bibliographies: cases by table, hostile text, and the rules of each format on random text.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::model::{Citation, Extra, SourceId, SourceKind};

fn source() -> Source {
    Source {
        id: SourceId::new("kigar2025"),
        authors: "Kigar SL, Lynall M-E, ... Clatworthy MR".to_owned(),
        year: 2025,
        title: "Chronic stress & marrow".to_owned(),
        venue: "Nat Commun 16(1):8153".to_owned(),
        doi: Some("10.1038/s41467-025_1".to_owned()),
        pmid: Some("40890098".to_owned()),
        url: None,
        kind: None,
        citation: Citation::Confirmed,
        extra: Extra::new(),
    }
}

fn titled(title: &str) -> Source {
    Source { title: title.to_owned(), ..source() }
}

/// A field of a BibTeX entry.
fn field(source: &Source, name: &str) -> String {
    let text = bibtex(&[source]);
    let start = format!("  {name} = {{");
    let line = text.lines().find_map(|line| line.strip_prefix(start.as_str()));
    line.and_then(|line| line.strip_suffix("},")).unwrap_or_default().to_owned()
}

#[test]
fn a_whole_entry_in_each_format() {
    let unconfirmed = Source { citation: Citation::Unconfirmed, ..source() };
    let expected = r"@article{kigar2025,
  author = {Kigar, S. L. and Lynall, M.-E. and Clatworthy, M. R. and others},
  title = {{Chronic stress \& marrow}},
  journal = {Nat Commun},
  year = {2025},
  volume = {16},
  number = {1},
  pages = {8153},
  doi = {10.1038/s41467-025_1},
  pmid = {40890098},
  note = {citation not yet confirmed},
}
";
    assert_eq!(bibtex(&[&unconfirmed]), expected);
    let expected = "TY  - JOUR
ID  - kigar2025
AU  - Kigar, S. L.
AU  - Lynall, M.-E.
AU  - Clatworthy, M. R.
PY  - 2025
TI  - Chronic stress & marrow
T2  - Nat Commun
VL  - 16
IS  - 1
SP  - 8153
DO  - 10.1038/s41467-025_1
AN  - 40890098
N1  - citation not yet confirmed; more authors than are named here
ER  - \n";
    assert_eq!(ris(&[&unconfirmed]), expected);
    let item: Value = serde_json::from_str(&csl_json(&[&unconfirmed])).expect("it is JSON");
    let person = |family: &str, given: &str| json!({ "family": family, "given": given });
    let people = [person("Kigar", "S. L."), person("Lynall", "M.-E."), person("Clatworthy", "M. R.")];
    let expected = json!([{
        "id": "kigar2025", "type": "article-journal", "title": "Chronic stress & marrow", "author": people,
        "issued": { "date-parts": [[2025]] }, "container-title": "Nat Commun", "volume": "16", "issue": "1",
        "page": "8153", "DOI": "10.1038/s41467-025_1", "PMID": "40890098",
        "note": "citation not yet confirmed; more authors than are named here",
    }]);
    assert_eq!(item, expected);
}

#[test]
fn hostile_titles_stay_text() {
    for (title, expected) in [
        ("50% of $ & #1_a", r"50\% of \$ \& \#1\_a"),
        (r"a\b", r"a\textbackslash{}b"),
        ("{a", r"\textbraceleft{}a"),
        ("a}, evil = {b", r"a\textbraceright{}, evil = \textbraceleft{}b"),
        ("~x^2", r"\textasciitilde{}x\textasciicircum{}2"),
        ("Blood–brain—barrier", "Blood--brain---barrier"),
        ("Björklund’s “Å”", "Björklund’s “Å”"),
        ("line\r\nbreak\u{2028}and\ttab\u{0}", "line break and tab"),
        (r"\input{/etc/passwd}", r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{}"),
        ("\"quoted\" @article", "\"quoted\" @article"),
    ] {
        assert_eq!(field(&titled(title), "title"), format!("{{{expected}}}"), "{title:?}");
    }
    assert_eq!(field(&titled(" \n"), "title"), "", "an empty field is left out");
    let text = ris(&[&titled("a\nER  - \nTY  - JOUR")]);
    assert_eq!(text.lines().filter(|line| line.starts_with("ER  -")).count(), 1);
    assert!(text.contains("TI  - a ER - TY - JOUR\n"), "{text}");
}

#[test]
fn pages_and_missing_fields_follow_each_format() {
    let paged = Source { venue: "Nat Neurosci 21(9):1209-1217".to_owned(), ..source() };
    assert_eq!(field(&paged, "pages"), "1209--1217");
    assert!(ris(&[&paged]).contains("\nSP  - 1209\nEP  - 1217\n"));
    let bare = Source { venue: String::new(), doi: None, pmid: None, year: 0, ..source() };
    assert!(bibtex(&[&bare]).starts_with("@misc{kigar2025,\n"));
    assert!(ris(&[&bare]).starts_with("TY  - GEN\n"));
    for absent in ["journal", "year", "doi", "pmid", "url", "note"] {
        assert_eq!(field(&bare, absent), "");
    }
    let hostile = Source { doi: Some("10.1/a{b}%3C\\ c".to_owned()), ..source() };
    assert_eq!(field(&hostile, "doi"), "10.1/a%7Bb%7D%3C%5C%20c");
}

#[test]
fn keys_are_the_ids_and_never_twice() {
    let named = |id: &str| Source { id: SourceId::new(id), ..source() };
    let all = ["a.b-c_1", "x y", "x{y", "X_Y", ""].map(named);
    let keys: Vec<String> = entries(&all.each_ref()).into_iter().map(|entry| entry.key).collect();
    assert_eq!(keys, ["a.b-c_1", "x_y", "x_y_2", "X_Y_3", "source"]);
    assert_eq!((bibtex(&[]), ris(&[]), csl_json(&[])), (String::new(), String::new(), "[]\n".to_owned()));
}

#[test]
fn a_pasted_reference_is_three_authors_and_a_journal() {
    let text = include_str!("../../../../tests/cases/apa-source.pathway.ron");
    let opened = crate::formats::open(text.as_bytes()).expect("it opens");
    let sources: Vec<&Source> = opened.pathway.sources().iter().map(|source| &**source).collect();
    let expected = "TY  - JOUR\nID  - s1\nAU  - Doe, J. A.\nAU  - Roe, B.\nAU  - Poe, C.\nPY  - 2020\nTI  - A study\n\
                    T2  - Nat Commun\nVL  - 11\nIS  - 2\nSP  - 345\nEP  - 350\nDO  - 10.1234/x\nER  - \n";
    assert_eq!(ris(&sources), expected);
    assert_eq!(field(sources[0], "author"), "Doe, J. A. and Roe, B. and Poe, C.");
    assert_eq!(opened.problems, [], "nothing is guessed");
}

/// The types of a source in the three formats, and what each says that is not in a journal's article.
#[track_caller]
fn check_kind(source: &Source, types: [&str; 3], fields: &str, tags: &str) {
    let text = bibtex(&[source]);
    assert!(text.starts_with(&format!("@{}{{", types[0])), "{text}");
    for one in fields.split(" | ").filter(|one| !one.is_empty()) {
        assert!(text.contains(&format!("  {one},\n")), "{one}: {text}");
    }
    let text = ris(&[source]);
    for tag in std::iter::once(format!("TY  - {}", types[1]).as_str()).chain(tags.split(" | ")) {
        assert!(text.lines().any(|line| line == tag), "{tag}: {text}");
    }
    let items: Value = serde_json::from_str(&csl_json(&[source])).expect("it is JSON");
    assert_eq!(items[0]["type"], types[2]);
}

#[test]
fn every_kind_of_source_has_its_own_fields() {
    let of = |venue: &str, url: Option<&str>| {
        let url = url.map(str::to_owned);
        Source { venue: venue.to_owned(), doi: None, pmid: None, url, ..source() }
    };
    check_kind(
        &of("Oxford: Oxford University Press; 2010", None),
        ["book", "BOOK", "book"],
        "publisher = {Oxford University Press} | address = {Oxford}",
        "PB  - Oxford University Press | CY  - Oxford",
    );
    check_kind(
        &of("In J. Smith (Ed.), Handbook of stress (pp. 1–20). Academic Press", None),
        ["incollection", "CHAP", "chapter"],
        "booktitle = {Handbook of stress} | editor = {Smith, J.} | pages = {1--20} | publisher = {Academic Press}",
        "T2  - Handbook of stress | A2  - Smith, J. | SP  - 1 | EP  - 20",
    );
    check_kind(
        &of("In: Stress: Concepts. Vol 1. ed. Fink G. London: Academic Press; 2016. p. 3-11", None),
        ["incollection", "CHAP", "chapter"],
        "booktitle = {Stress: Concepts. Vol 1} | editor = {Fink, G.} | pages = {3--11} | address = {London}",
        "T2  - Stress: Concepts. Vol 1 | A2  - Fink, G. | SP  - 3 | EP  - 11 | PB  - Academic Press",
    );
    let edited = Source { authors: "Doe J, Roe B (eds.)".to_owned(), ..of("Oxford: Oxford University Press", None) };
    check_kind(&edited, ["book", "BOOK", "book"], "editor = {Doe, J. and Roe, B.}", "A2  - Doe, J. | A2  - Roe, B.");
    assert_eq!((field(&edited, "author").as_str(), edited.short().as_str()), ("", "Doe J et al. 2025"));
    let site = "https://www.who.int/news";
    let fields = "howpublished = {World Health Organization} | url = {https://www.who.int/news}";
    check_kind(
        &of("World Health Organization", Some(site)),
        ["misc", "ELEC", "webpage"],
        fields,
        &format!("UR  - {site}"),
    );
    check_kind(
        &of("ClinicalTrials.gov NCT02362529", None),
        ["misc", "ELEC", "webpage"],
        "howpublished = {ClinicalTrials.gov} | number = {NCT02362529}",
        "T2  - ClinicalTrials.gov | AN  - NCT02362529",
    );
    check_kind(
        &of("PhD thesis, University of Bern", None),
        ["phdthesis", "THES", "thesis"],
        "school = {University of Bern} | type = {PhD thesis}",
        "PB  - University of Bern | M3  - PhD thesis",
    );
    check_kind(&of("bioRxiv", None), ["misc", "UNPB", "article"], "howpublished = {bioRxiv}", "T2  - bioRxiv");
    let report = Source { kind: Some(SourceKind::Report), ..of("Geneva: WHO", None) };
    let fields = "institution = {WHO} | address = {Geneva}";
    check_kind(&report, ["techreport", "RPRT", "report"], fields, "PB  - WHO");
    // What is said wins over what would be guessed.
    let book = Source { kind: Some(SourceKind::Book), ..of("Nature", None) };
    check_kind(&book, ["book", "BOOK", "book"], "publisher = {Nature}", "PB  - Nature");
}

#[test]
fn authors_who_are_not_named_are_said_in_the_way_of_each_format() {
    let source = source();
    assert!(field(&source, "author").ends_with(" and others"));
    assert!(ris(&[&source]).contains("N1  - more authors than are named here\n"));
    let last = |text: &str| {
        let items: Value = serde_json::from_str(text).expect("it is JSON");
        (items[0]["author"].as_array().and_then(|list| list.last()).cloned(), items[0]["note"].clone())
    };
    let family = Some(json!({ "family": "Clatworthy", "given": "M. R." }));
    assert_eq!(last(&csl_json(&[&source])), (family, json!("more authors than are named here")));
    assert_eq!(last(&csl_json_for_pandoc(&[&source])), (Some(json!({ "literal": "others" })), Value::Null));
}

#[test]
fn greek_is_plain_for_all_and_mathematics_for_pdflatex() {
    let greek = titled("IFN-γ and NF-κB raise IL-1β; µ ≥ 2; 慢");
    assert_eq!(field(&greek, "title"), "{IFN-γ and NF-κB raise IL-1β; µ ≥ 2; 慢}");
    let (text, unknown) = bibtex_for_pdflatex(&[&greek]);
    let title = r"title = {{IFN-{$\gamma$} and NF-{$\kappa$}B raise IL-1{$\beta$}; {$\mu$} {$\geq$} 2; 慢}}";
    assert!(text.contains(title), "{text}");
    assert_eq!(unknown, ['慢']);
}

fn any_source() -> impl Strategy<Value = Source> {
    let text = || "([ -~–é\n{}\\\\%]|\\PC){0,30}";
    let doi = proptest::option::of(text());
    (text(), text(), text(), text(), doi).prop_map(|(id, authors, title, venue, doi)| Source {
        id: SourceId::new(&id),
        authors,
        title,
        venue,
        doi: doi.clone(),
        url: doi,
        ..source()
    })
}

proptest! {
    #[test]
    fn every_format_holds_for_any_text(one in any_source(), other in any_source()) {
        let sources = [&one, &other];
        let text = bibtex(&sources);
        let mut depth = 0i32;
        for c in text.chars() {
            depth += match c { '{' => 1, '}' => -1, _ => 0 };
            prop_assert!(depth >= 0, "{text}");
        }
        prop_assert_eq!(depth, 0);
        prop_assert_eq!(text.lines().filter(|line| line.starts_with('@')).count(), 2);
        let form = |line: &str| {
            line.is_empty() || line.starts_with('@') || line == "}" || line.starts_with("  ") && line.ends_with("},")
        };
        prop_assert!(text.lines().all(form), "{text}");
        let text = ris(&sources);
        prop_assert!(text.lines().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{text}");
        prop_assert_eq!(text.lines().filter(|line| line.starts_with("ER  -")).count(), 2);
        let items: Value = serde_json::from_str(&csl_json(&sources)).expect("it is JSON");
        prop_assert_eq!(items.as_array().map(Vec::len), Some(2));
    }
}
