//! Fields of sources: what two entries of one work say differently is told.

use super::*;

/// A change of an entry, and how the conflict ends that it makes.
type Change = (fn(&mut Source), &'static str);

#[test]
fn every_field_of_a_source_is_compared() {
    let of = |change: fn(&mut Source)| {
        pathway("p", "a", |parts| {
            let mut entry = Source { pmid: Some("1".into()), ..source("s", "Sleep", Some("10.1/a")) };
            (entry.venue, entry.url) = ("Nature".into(), Some("https://a.org".into()));
            change(&mut entry);
            parts.sources = vec![entry];
        })
    };
    let changes: [Change; 6] = [
        (|s| s.authors = "Heidt T".into(), "“authors: Kigar SL” is kept, not “authors: Heidt T”"),
        (|s| s.year = 2014, "“year: 2025” is kept, not “year: 2014”"),
        (|s| s.venue = "Science".into(), "“venue: Nature” is kept, not “venue: Science”"),
        (|s| s.pmid = Some("2".into()), "“PubMed number: 1” is kept, not “PubMed number: 2”"),
        (|s| s.url = Some("https://b.org".into()), "“address: https://a.org” is kept, not “address: https://b.org”"),
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
