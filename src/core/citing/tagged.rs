//! Records with a tag on each line: RIS, and the format in which PubMed hands its own records out.

use super::{
    clean,
    identifiers::{self, Numbers},
    work::Work,
};
use crate::model::{Authors, Name, SourceKind, trial_number};

/// The two formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tags {
    Ris,
    PubMed,
}

/// Which of the formats a text is in, by the tag that begins each of their records.
pub(super) fn tags(text: &str) -> Option<Tags> {
    lines(text).into_iter().find_map(|line| match tagged(line)?.0 {
        "TY" => Some(Tags::Ris),
        "PMID" => Some(Tags::PubMed),
        _ => None,
    })
}

/// The works of a text, each with whether its record breaks off.
pub(super) fn works(text: &str, tags: Tags) -> Vec<(Work, bool)> {
    records(text, tags).iter().map(|record| (work(record, tags), tags == Tags::Ris && !record.ended)).collect()
}

/// Lines, however they end.
fn lines(text: &str) -> Vec<&str> {
    text.split(['\n', '\r', '\u{85}', '\u{2028}']).collect()
}

/// The tag of a line and what stands behind it: `TY  - JOUR`, `PMID- 123`, and with fewer or more blanks.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let (tag, value) = line.split_once('-')?;
    let blank = tag.len() - tag.trim_end().len();
    let tag = tag.trim_end();
    let fine = (2..=4).contains(&tag.len())
        && tag.starts_with(|c: char| c.is_ascii_uppercase())
        && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    // `IL-6` at the beginning of a line is no tag: a blank stands beside the hyphen.
    let parted = blank > 0 || value.is_empty() || value.starts_with(char::is_whitespace);
    (fine && parted).then(|| (tag, value.trim()))
}

#[derive(Default)]
struct Record<'a> {
    fields: Vec<(&'a str, String)>,
    ended: bool,
}

impl Record<'_> {
    fn all(&self, tag: &str) -> impl Iterator<Item = &str> {
        let values = self.fields.iter().filter(move |(name, value)| *name == tag && !value.is_empty());
        values.map(|(_, value)| value.as_str())
    }

    /// The first value of the first of these tags that has one.
    fn first(&self, tags: &[&str]) -> &str {
        let value = |tag: &&str| self.fields.iter().find(|(name, value)| name == tag && !value.is_empty());
        tags.iter().find_map(value).map_or("", |(_, value)| value)
    }

    fn text(&self, tags: &[&str]) -> String {
        clean::field(self.first(tags))
    }

    fn people(&self, tags: &[&str]) -> Vec<Name> {
        let of_tag = tags.iter().find(|tag| self.all(tag).next().is_some());
        of_tag.into_iter().flat_map(|tag| self.all(tag)).flat_map(name).collect()
    }
}

fn records(text: &str, tags: Tags) -> Vec<Record<'_>> {
    let begins = if tags == Tags::Ris { "TY" } else { "PMID" };
    let mut records: Vec<Record<'_>> = Vec::new();
    for line in lines(text) {
        match (tagged(line), records.last_mut()) {
            (Some((tag, value)), _) if tag == begins => {
                records.push(Record { fields: vec![(tag, value.to_owned())], ended: false });
            }
            (Some(("ER", _)), Some(record)) if tags == Tags::Ris => record.ended = true,
            (Some((tag, value)), Some(record)) if !record.ended => record.fields.push((tag, value.to_owned())),
            // A line without a tag goes on with the one before.
            (None, Some(record)) if !record.ended && !line.trim().is_empty() => {
                if let Some((_, value)) = record.fields.last_mut() {
                    value.extend([" ", line.trim()]);
                }
            }
            _ => {}
        }
    }
    records
}

/// A name of a line, `Kigar, S. L.` or `Kigar SL`; a list of them where somebody put all on one line.
fn name(text: &str) -> Vec<Name> {
    let text = clean::field(text);
    match text.split(',').map(str::trim).collect::<Vec<_>>()[..] {
        [family, given] if !family.is_empty() && !family.contains(';') && !given.contains(';') => {
            vec![Name::parted(family, given, None)]
        }
        [family, given, suffix] if suffix.len() <= 4 && !text.contains(';') => {
            vec![Name::parted(family, given, Some(suffix))]
        }
        [alone] if Authors::read(alone).names.iter().all(|name| matches!(name, Name::Literal(_))) => {
            vec![Name::Literal(alone.to_owned())]
        }
        _ => Authors::read(&text).names,
    }
}

fn work(record: &Record<'_>, tags: Tags) -> Work {
    if tags == Tags::Ris { of_ris(record) } else { of_pubmed(record) }
}

fn of_ris(record: &Record<'_>) -> Work {
    let kind = kind_of(record.first(&["TY"]));
    let (first, last) = (record.first(&["SP"]), record.first(&["EP"]));
    let pages = if last.is_empty() || first.contains('-') { first.to_owned() } else { format!("{first}-{last}") };
    // The accession number is PubMed's, if it may be; a registry's, if the work is a registration.
    let accession = record.text(&["AN"]);
    let is_trial = kind == Some(SourceKind::WebPage) && trial_number(&accession).is_some();
    let pmid = Some(accession.as_str()).filter(|number| number.len() <= 8).map(|number| format!("pmid:{number}"));
    Work {
        kind: if is_trial { Some(SourceKind::Trial) } else { kind },
        authors: record.people(&["AU", "A1"]),
        editors: record.people(&["A2", "ED"]),
        year: clean::year(record.first(&["PY", "Y1", "DA"])),
        title: clean::title(record.first(&["TI", "T1", "CT"])),
        container: record.text(&["T2", "JF", "JO", "BT", "JA", "J1", "J2"]),
        volume: record.text(&["VL"]),
        issue: record.text(&["IS"]),
        pages: clean::pages(&pages),
        publisher: record.text(&["PB"]),
        place: record.text(&["CY"]),
        genre: if kind == Some(SourceKind::Thesis) { record.text(&["M3"]) } else { String::new() },
        note: record.text(&["N1"]),
        numbers: Numbers::of(&[
            record.first(&["DO"]).to_owned(),
            pmid.unwrap_or_default(),
            record.first(&["C2"]).to_owned(),
            record.first(&["UR", "L2"]).to_owned(),
        ]),
        number: if is_trial { accession } else { String::new() },
        ..Work::default()
    }
}

fn kind_of(word: &str) -> Option<SourceKind> {
    Some(match word {
        "JOUR" | "JFULL" | "EJOUR" | "MGZN" | "NEWS" | "INPR" => SourceKind::Article,
        "BOOK" | "EBOOK" | "EDBOOK" => SourceKind::Book,
        "CHAP" | "ECHAP" | "CPAPER" | "CONF" => SourceKind::Chapter,
        "THES" => SourceKind::Thesis,
        "RPRT" | "GOVDOC" => SourceKind::Report,
        "ELEC" | "WEB" | "BLOG" => SourceKind::WebPage,
        "UNPB" => SourceKind::Preprint,
        _ => return None,
    })
}

fn of_pubmed(record: &Record<'_>) -> Work {
    let identifier = ["AID", "LID"].into_iter().flat_map(|tag| record.all(tag)).find_map(|line| {
        let number = line.strip_suffix("[doi]")?;
        identifiers::doi(number.trim())
    });
    let mut authors = record.people(&["AU", "FAU"]);
    authors.extend(record.all("CN").map(|group| Name::Literal(clean::field(group))));
    let book = record.text(&["BTI"]);
    let title = clean::title(record.first(&["TI"]));
    let (kind, container) = match (book.is_empty(), title.is_empty()) {
        (true, _) => (SourceKind::Article, record.text(&["TA", "JT"])),
        (false, true) => (SourceKind::Book, String::new()),
        (false, false) => (SourceKind::Chapter, book.clone()),
    };
    Work {
        kind: Some(kind),
        authors,
        editors: record.people(&["ED", "FED"]),
        year: clean::year(record.first(&["DP", "DEP"])),
        title: if title.is_empty() { clean::title(&book) } else { title },
        container,
        volume: record.text(&["VI"]),
        issue: record.text(&["IP"]),
        pages: clean::pages(record.first(&["PG"])),
        publisher: record.text(&["PB"]),
        place: record.text(&["PL"]),
        numbers: Numbers::of(&[
            identifier.unwrap_or_default(),
            format!("pmid:{}", record.first(&["PMID"])),
            record.first(&["PMC"]).to_owned(),
        ]),
        ..Work::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_with_any_blanks_and_ends_of_lines() {
        for line in ["TY  - JOUR", "TY - JOUR", " TY  -JOUR ", "TY-  JOUR"] {
            assert_eq!(tagged(line), Some(("TY", "JOUR")), "{line:?}");
        }
        assert_eq!((tagged("ER  -"), tagged("PMID- 1")), (Some(("ER", "")), Some(("PMID", "1"))));
        for line in ["IL-6 rises", "T-cells", "A - b", "the TY - x", "TOOLONG - x", "", "-"] {
            assert_eq!(tagged(line), None, "{line:?}");
        }
        for ends in ["\n", "\r\n", "\r", "\n\n"] {
            let text =
                ["\u{feff}x", "TY  - JOUR", "TI  - A long", "title", "ER  - ", "junk", "TY  - BOOK", "T1  - Cut"];
            let read: Vec<(String, bool)> =
                works(&text.join(ends), Tags::Ris).into_iter().map(|(work, cut)| (work.title, cut)).collect();
            assert_eq!(read, [("A long title".to_owned(), false), ("Cut".to_owned(), true)], "{ends:?}");
        }
    }

    #[test]
    fn names_of_lines() {
        for (line, expected) in [
            ("Kigar, S. L.", "Kigar SL"),
            ("Kigar, Stacey", "Kigar S"),
            ("Kigar SL", "Kigar SL"),
            ("King, M. L., Jr.", "King ML Jr."),
            ("World Health Organization", "World Health Organization"),
            ("Doe J; Roe B", "Doe J & Roe B"),
            ("王, 小明", "王小明"),
            ("Centers for Disease Control; Prevention", "Centers for Disease Control; Prevention"),
        ] {
            let names: Vec<String> = name(line).iter().map(Name::short).collect();
            assert_eq!(names.join(" & "), expected, "{line}");
        }
    }
}
