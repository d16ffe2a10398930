//! Fields of sources and of the whole: what two pathways say differently is told.

use super::*;
use crate::model::SourceKind;

/// A change of an entry, and how the conflict ends that it makes.
type Change = (fn(&mut Source), &'static str);

#[test]
fn every_field_of_a_source_is_compared() {
    let of = |change: fn(&mut Source)| {
        pathway("p", "a", |parts| {
            let mut entry = Source { pmid: Some("1".into()), ..source("s", "Sleep", Some("10.1/a")) };
            entry.kind = Some(SourceKind::Article);
            (entry.venue, entry.url) = ("Nature".into(), Some("https://a.org".into()));
            change(&mut entry);
            parts.sources = vec![entry];
        })
    };
    let changes: [Change; 7] = [
        (|s| s.authors = "Heidt T".into(), "“authors: Kigar SL” is kept, not “authors: Heidt T”"),
        (|s| s.year = 2014, "“year: 2025” is kept, not “year: 2014”"),
        (|s| s.venue = "Science".into(), "“venue: Nature” is kept, not “venue: Science”"),
        (|s| s.pmid = Some("2".into()), "“PubMed number: 1” is kept, not “PubMed number: 2”"),
        (|s| s.url = Some("https://b.org".into()), "“address: https://a.org” is kept, not “address: https://b.org”"),
        (|s| s.kind = Some(SourceKind::Book), "“kind: Article” is kept, not “kind: Book”"),
        (|s| s.citation = Citation::Unconfirmed, "“citation: Confirmed” is kept, not “citation: Unconfirmed”"),
    ];
    for (change, expected) in changes {
        let both = merged(&[&of(|_| {}), &of(change)]);
        assert_eq!(told(&both), [format!("the source “s” differs in “p”: {expected}")]);
    }
    let empty = of(|s| (s.authors, s.venue, s.year) = (String::new(), String::new(), 0));
    let both = merged(&[&empty, &of(|_| {})]);
    assert_eq!((told(&both), parts(&both.pathway).sources), (Vec::new(), parts(&of(|_| {})).sources));
}

#[test]
fn what_is_said_of_the_whole_is_compared_unless_it_was_given() {
    let of = |id: &str, [language, license, reviewed, summary, field]: [&'static str; 5]| {
        pathway(id, "a", |parts| {
            let about = &mut parts.about;
            (about.language, about.license, about.reviewed) = (language.into(), license.into(), reviewed.into());
            (about.summary, about.extra) = (summary.into(), vec![("mood".into(), field.into())]);
        })
    };
    let one = of("one", ["en", "", "2026-01-01", "One.", "1"]);
    let two = of("two", ["de", "MIT", "2025-01-01", "Two.", "2"]);
    let empty = About { id: "both".into(), language: String::new(), ..About::default() };
    let both = merge(&[&one, &two], empty.clone(), &[]);
    let expected = [
        "the pathway “both” differs in “two”: “language: en” is kept, not “language: de”",
        "the pathway “both” differs in “two”: “day of review: 2026-01-01” is kept, not “day of review: 2025-01-01”",
        "the pathway “both” differs in “two”: “summary: One.” is kept, not “summary: Two.”",
        "an unknown field of “both” differs in “two”: “mood: 1” is kept, not “mood: 2”",
    ];
    assert_eq!(told(&both), expected);
    assert_eq!(both.pathway.about().license, "MIT", "a gap is filled");
    let given = About { summary: "Given.".into(), reviewed: "2026-02-02".into(), language: "en".into(), ..empty };
    let both = merge(&[&one, &two], given, &[]);
    assert_eq!((both.pathway.about().summary.as_str(), told(&both).len()), ("Given.", 1), "only the unknown field");
}

#[test]
fn a_pin_that_does_not_stay_is_told() {
    let at = |id: &str, at| pathway(id, "a", |parts| parts.nodes[0].at = at);
    let two = at("two", Some((3.0, 4.5)));
    for (first, kept) in [(Some((1.0, 2.0)), "1, 2"), (None, "none")] {
        let both = merged(&[&at("one", first), &two]);
        assert_eq!(told(&both), [format!("the pin of “a” differs in “two”: “{kept}” is kept, not “3, 4.5”")]);
    }
    assert_eq!(told(&merged(&[&two, &at("one", None)])), [""; 0]);
}

#[test]
fn two_texts_of_a_conflict_show_what_differs() {
    let long = "so ".repeat(60);
    for (one, other, expected) in [
        ("pop".into(), "pop".into(), "“note: none” is kept, not “note: n”"),
        (format!("{long}far"), format!("{long}near"), "“…far” is kept, not “…near”"),
        ("a b".into(), "a  b".into(), "the first, “lowers: a b”, is kept; only the spaces differ"),
    ] {
        let note = if one == other { "n" } else { "" };
        let (_, told) = joined(
            |link| link.popular = Some(popular(Effect::Lowers, &one)),
            |link| link.popular = Some(Popular { note: note.into(), ..popular(Effect::Lowers, &other) }),
        );
        assert_eq!(told, [format!("the popular reading of the link “a_b” differs in “two”: {expected}")]);
    }
}
