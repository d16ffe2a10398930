//! Tests of bibliographies: cases by table, hostile text, and the rules of each format on random text.

use proptest::prelude::*;

use super::*;
use crate::model::{Extra, SourceId};

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
fn names_are_taken_apart() {
    let long = "PREDDICT investigators (senior author Baune BT)";
    for (authors, expected) in [
        ("Kigar SL", "Kigar, S. L."),
        ("de Witte LD, Carhart-Harris R", "de Witte, L. D. and Carhart-Harris, R."),
        ("van Putten MJAM, Cho JH-J", "van Putten, M. J. A. M. and Cho, J. H.-J."),
        ("Björklund Å, O'Connor J.C.", "Björklund, Å. and O'Connor, J. C."),
        ("Zarate CA Jr", "Zarate, Jr, C. A."),
        ("Veltman DJ (ENIGMA-MDD)", "Veltman, D. J. and {ENIGMA-MDD}"),
        ("UK ECT Review Group", "{UK ECT Review Group}"),
        ("NIMA Consortium, Miller AH", "{NIMA Consortium} and Miller, A. H."),
        (long, "{PREDDICT investigators (senior author Baune BT)}"),
        ("World Health Organization, UNICEF", "{World Health Organization} and {UNICEF}"),
        ("Banks WA et al.", "Banks, W. A. and others"),
        ("Banks WA, et al", "Banks, W. A. and others"),
        ("Du Y, ..., Ma X", "Du, Y. and Ma, X. and others"),
        ("Du Y, … Ma X", "Du, Y. and Ma, X. and others"),
        ("Smith and Jones AB", "{Smith and Jones AB}"),
        ("Research & Co", r"{Research \& Co}"),
        ("Smith,Jones AB", "{Smith,Jones AB}"),
        ("A} and {B", r"{A\textbraceright{} and \textbraceleft{}B}"),
        ("...", "others"),
        (", ,", ""),
        ("", ""),
    ] {
        assert_eq!(field(&Source { authors: authors.to_owned(), ..source() }, "author"), expected, "{authors:?}");
    }
}

#[test]
fn venues_are_taken_apart_where_they_can_be() {
    let whole = "Neuropsychopharmacology (2024), no. 1, pp. 164-183";
    for (text, expected) in [
        ("Nat Commun 16(1):8153", "Nat Commun|16|1|8153|"),
        ("Nat Neurosci 21(9):1209-1217", "Nat Neurosci|21|9|1209-1217|"),
        ("Cell 184(5):1299-1313.e19", "Cell|184|5|1299-1313.e19|"),
        ("BMJ 378:e067606", "BMJ|378||e067606|"),
        ("Rheumatology (Oxford) 52(12):2136–2148.", "Rheumatology (Oxford)|52|12|2136–2148|"),
        ("Cochrane Database Syst Rev 11:CD004692", "Cochrane Database Syst Rev|11||CD004692|"),
        ("Nat Med 12 (Suppl 1): S5-S9", "Nat Med|12|Suppl 1|S5-S9|"),
        ("Eur Health 48:101166 (online 18 Dec 2024)", "Eur Health|48||101166|online 18 Dec 2024"),
        ("Mol Psychiatry 28(8):3243-3256 (2023; online)", "Mol Psychiatry|28|8|3243-3256|2023; online"),
        ("Brain Behav Immun (2025)", "Brain Behav Immun (2025)||||"),
        (whole, "Neuropsychopharmacology (2024), no. 1, pp. 164-183||||"),
        ("Oxford: Oxford University Press", "Oxford: Oxford University Press||||"),
        ("Nature 555:", "Nature 555:||||"),
        ("Nature ():1", "Nature ():1||||"),
        (" 12(3):4", "12(3):4||||"),
        ("Nature 5():1-2-3", "Nature 5():1-2-3||||"),
        ("", "||||"),
    ] {
        let Venue { journal, volume, issue, pages, remark } = venue(text);
        let rest = [volume, issue, pages, remark].map(Option::unwrap_or_default).join("|");
        assert_eq!(format!("{journal}|{rest}"), expected, "{text:?}");
    }
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
