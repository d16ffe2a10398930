//! Entries of BibTeX and BibLaTeX.
//!
//! The crate `biblatex` reads more of the language (dates, ranges, lists of names), and brings `paste`, `strum` and their
//! macros for types of every field, of which a source has few: here are its entries, values and names in a tenth of that.

use super::{clean, identifiers::Numbers, tex::plain, work::Work};
use crate::model::{Name, SourceKind, one_line, trial_number};

/// Whether a text holds an entry.
pub(super) fn is_bibtex(text: &str) -> bool {
    text.lines().any(|line| heading(line.trim_start()).is_some())
}

/// The word behind `@`, and the length with the bracket behind it.
fn heading(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('@')?;
    let word: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
    let behind = rest.get(word.len()..)?;
    let blank = behind.len() - behind.trim_start().len();
    let open = behind.trim_start().starts_with(['{', '(']) && !word.is_empty();
    open.then(|| (word.to_ascii_lowercase(), 1 + word.len() + blank + 1))
}

/// The entries of a text, each with whether it breaks off.
pub(super) fn works(text: &str) -> Vec<(Work, bool)> {
    let mut reader = Reader { text, at: 0, words: Vec::new() };
    let mut works = Vec::new();
    while let Some(kind) = reader.next_heading() {
        match kind.as_str() {
            "comment" | "preamble" => {}
            "string" => {
                let (words, _) = reader.fields();
                reader.words.extend(words);
            }
            _ => {
                reader.skip_key();
                let (fields, whole) = reader.fields();
                works.push((work(&kind, &Fields(fields)), !whole));
            }
        }
    }
    works
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// What `@string` gave names to.
    words: Vec<(String, String)>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, skipped: impl Fn(char) -> bool) {
        self.at += self.rest().len() - self.rest().trim_start_matches(skipped).len();
    }

    /// Goes behind the bracket of the next entry.
    fn next_heading(&mut self) -> Option<String> {
        loop {
            self.at += self.rest().find('@')?;
            if let Some((word, length)) = heading(self.rest()) {
                self.at += length;
                return Some(word);
            }
            self.at += 1;
        }
    }

    /// Goes behind the key of an entry, which may be missing.
    fn skip_key(&mut self) {
        let end = self.rest().find([',', '=', '}', '@', '\n']);
        if let Some(end) = end.filter(|&end| self.rest().get(end..).is_some_and(|rest| rest.starts_with(','))) {
            self.at += end + 1;
        }
    }

    /// The fields up to the end of an entry, and whether that end is there.
    fn fields(&mut self) -> (Vec<(String, String)>, bool) {
        let mut fields = Vec::new();
        loop {
            self.skip(|c| c.is_whitespace() || c == ',');
            let rest = self.rest();
            if rest.starts_with(['}', ')']) {
                self.at += 1;
                return (fields, true);
            }
            let name = rest.get(
                ..rest
                    .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':'))
                    .unwrap_or(rest.len()),
            );
            let name = name.unwrap_or_default();
            let behind = rest.get(name.len()..).unwrap_or_default().trim_start();
            let Some(value) = behind.strip_prefix('=').filter(|_| !name.is_empty()) else { return (fields, false) };
            self.at = self.text.len() - value.len();
            let (value, whole) = self.value();
            fields.push((name.to_ascii_lowercase(), value));
            if !whole {
                return (fields, false);
            }
        }
    }

    /// A value with its parts joined, and whether it ends.
    fn value(&mut self) -> (String, bool) {
        let mut value = String::new();
        loop {
            self.skip(char::is_whitespace);
            let rest = self.rest();
            if rest.starts_with(['{', '"']) {
                let (inside, length, whole) = enclosed(rest);
                self.at += length;
                value.push_str(inside);
                if !whole {
                    return (value, false);
                }
            } else {
                let end =
                    rest.find(|c: char| matches!(c, ',' | '#' | '}' | ')') || c.is_whitespace()).unwrap_or(rest.len());
                let word = rest.get(..end).unwrap_or_default();
                let known = self.words.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
                value.push_str(known.map_or(word, |(_, value)| value));
                self.at += end;
            }
            self.skip(char::is_whitespace);
            if !self.rest().starts_with('#') {
                return (value, true);
            }
            self.at += 1;
        }
    }
}

/// What stands between the braces or quotation marks that a text begins with, the length with them, and whether they are
/// closed. Where a new entry begins on a line of its own inside of them, one of them is missing.
fn enclosed(text: &str) -> (&str, usize, bool) {
    let quoted = text.starts_with('"');
    let mut depth = 0_usize;
    let mut line_is_blank = false;
    for (at, c) in text.char_indices() {
        let inside = text.get(1..at).unwrap_or_default();
        match c {
            '"' if quoted && depth == 0 && at > 0 => return (inside, at + 1, true),
            '{' => depth += 1,
            '}' if depth == 1 && !quoted => return (inside, at + 1, true),
            '}' => depth = depth.saturating_sub(1),
            '@' if line_is_blank && text.get(at..).and_then(heading).is_some() => return (inside, at, false),
            _ => {}
        }
        line_is_blank = c == '\n' || line_is_blank && c.is_whitespace();
    }
    (text.get(1..).unwrap_or_default(), text.len(), false)
}

struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first of these fields that an entry has, as it stands there.
    fn raw(&self, names: &[&str]) -> &str {
        let said = |name: &&str| self.0.iter().find(|(field, value)| field == *name && !value.trim().is_empty());
        names.iter().find_map(said).map_or("", |(_, value)| value)
    }

    fn text(&self, names: &[&str]) -> String {
        clean::field(&plain(self.raw(names)))
    }
}

fn work(kind: &str, fields: &Fields) -> Work {
    let mut title = clean::title(&plain(fields.raw(&["title"])));
    let subtitle = fields.text(&["subtitle"]);
    if !subtitle.is_empty() {
        title = format!("{title}: {subtitle}");
    }
    let (authors, others) = people(fields.raw(&["author"]));
    let (editors, more) = people(fields.raw(&["editor"]));
    let kind = kind_of(kind);
    let number = fields.text(&["number", "issue"]);
    let is_trial = kind.is_none() && trial_number(&number).is_some();
    Work {
        kind: if is_trial { Some(SourceKind::Trial) } else { kind },
        others: others || authors.is_empty() && more,
        authors,
        editors,
        year: clean::year(&fields.text(&["year", "date"])),
        title,
        container: fields.text(&["journal", "journaltitle", "shortjournal", "booktitle", "howpublished", "series"]),
        volume: fields.text(&["volume"]),
        issue: if is_trial { String::new() } else { number.clone() },
        number: if is_trial { number } else { String::new() },
        pages: clean::pages(&plain(fields.raw(&["pages", "eid", "article-number"]))),
        publisher: fields.text(&["publisher", "school", "institution", "organization"]),
        place: fields.text(&["address", "location"]),
        genre: fields.text(&["type"]),
        note: fields.text(&["note"]),
        numbers: numbers(fields),
        ..Work::default()
    }
}

fn numbers(fields: &Fields) -> Numbers {
    // Identifiers stand as they are, or with LaTeX around them.
    let bare = |name: &str| fields.raw(&[name]).replace("\\url", "").replace(['\\', '{', '}'], "").trim().to_owned();
    let archive = fields.raw(&["archiveprefix", "eprinttype"]);
    let eprint = bare("eprint");
    let archived = match archive.to_ascii_lowercase().as_str() {
        _ if eprint.is_empty() => String::new(),
        "pubmed" => format!("pmid:{eprint}"),
        "arxiv" => format!("https://arxiv.org/abs/{eprint}"),
        _ => String::new(),
    };
    Numbers::of(&[bare("doi"), format!("pmid:{}", bare("pmid")), bare("pmcid"), bare("url"), archived])
}

fn kind_of(word: &str) -> Option<SourceKind> {
    Some(match word {
        "article" | "periodical" | "suppperiodical" => SourceKind::Article,
        "book" | "mvbook" | "booklet" | "collection" | "mvcollection" | "proceedings" | "manual" => SourceKind::Book,
        "incollection" | "inbook" | "inproceedings" | "conference" | "bookinbook" | "suppbook" | "inreference" => {
            SourceKind::Chapter
        }
        "phdthesis" | "mastersthesis" | "thesis" => SourceKind::Thesis,
        "techreport" | "report" => SourceKind::Report,
        "online" | "electronic" | "www" => SourceKind::WebPage,
        // What these are, their other fields tell.
        _ => return None,
    })
}

/// The people of a field, and whether there are others.
fn people(field: &str) -> (Vec<Name>, bool) {
    let mut names = Vec::new();
    let mut others = false;
    for part in apart(&one_line(field), and) {
        let part = part.trim();
        match plain(part).as_str() {
            "others" | "et al." | "et al" => others = true,
            "" => {}
            _ => names.push(name(part)),
        }
    }
    (names, others)
}

/// The length of an `and` between two names.
fn and(rest: &str) -> Option<usize> {
    let word = rest.trim_start();
    let behind = word.get(..3).filter(|word| word.eq_ignore_ascii_case("and")).and_then(|_| word.get(3..))?;
    let parted = word.len() < rest.len() && behind.starts_with(char::is_whitespace);
    parted.then_some(rest.len() - behind.len())
}

/// The pieces of a text between separators outside of braces; `separator` says how long one is that a text begins with.
fn apart(text: &str, separator: impl Fn(&str) -> Option<usize>) -> Vec<&str> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && (c == ',' || c.is_whitespace()) => {
                if let Some(length) = text.get(at..).and_then(&separator) {
                    pieces.push(text.get(start..at).unwrap_or_default());
                    start = at + length;
                }
            }
            _ => {}
        }
    }
    pieces.push(text.get(start..).unwrap_or_default());
    pieces
}

/// `Kigar, Stacey L.`, `King, Jr., M. L.`, `Jane van der Berg`, `{World Health Organization}`.
fn name(raw: &str) -> Name {
    let comma = |rest: &str| rest.starts_with(',').then_some(1);
    let parts: Vec<String> = apart(raw, comma).into_iter().map(plain).collect();
    let is_group = raw.starts_with('{') && enclosed(raw).1 == raw.len();
    match parts.as_slice() {
        _ if is_group => Name::Literal(plain(raw)),
        [family, given] => Name::parted(family, given, None),
        [family, suffix, given] => Name::parted(family, given, Some(suffix)),
        _ => {
            let blank =
                |rest: &str| rest.starts_with(char::is_whitespace).then_some(rest.len() - rest.trim_start().len());
            let words: Vec<String> = apart(raw, blank).into_iter().map(plain).collect();
            // What comes before a word with small letters are first names; the last word is the family in any case.
            let is_small = |word: &String| word.starts_with(char::is_lowercase);
            let at = words.iter().position(is_small).unwrap_or(words.len().saturating_sub(1));
            let (given, family) = words.split_at(at.min(words.len().saturating_sub(1)));
            Name::parted(&family.join(" "), &given.join(" "), None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(field: &str) -> String {
        let (names, others) = people(field);
        let mut said: Vec<String> = names.iter().map(Name::short).collect();
        said.extend(others.then(|| "+".to_owned()));
        said.join(" & ")
    }

    #[test]
    fn names_are_read_in_every_order() {
        for (field, expected) in [
            ("Kigar, Stacey L. and Lynall, M.-E. and others", "Kigar SL & Lynall M-E & +"),
            (
                "Stacey L. Kigar AND Jan van der Berg\n and Ludwig {van Beethoven}",
                "Kigar SL & van der Berg J & van Beethoven L",
            ),
            ("{World Health Organization} and {Barnes and Noble}", "World Health Organization & Barnes and Noble"),
            (r#"King, Jr., M. L. and Bj{\"o}rklund, {\AA}sa"#, "King ML Jr. & Björklund Å"),
            (r"{\'E}tienne Anderson and Smith, JA", "Anderson É & Smith JA"),
            ("王, 小明 and Plato", "王小明 & Plato"),
            ("Fernando and Andrade, A.", "Fernando & Andrade A"),
            ("", ""),
        ] {
            assert_eq!(names(field), expected, "{field}");
        }
    }

    #[test]
    fn entries_are_found_in_any_text() {
        let text = r#"Some words, me@example.org.
            @string{ nc = "Nat " # {Commun} }
            @comment{x}
            @Article (a1, title = "A {"}B", journal = nc, year = 2025, month = jan, pages = {1--2})
            @book{title = {No key}, publisher={{OUP}}}
            @misc{broken, title = {Cut off
            @article{c, title={Whole},}"#;
        let read: Vec<(String, String, bool)> =
            works(text).into_iter().map(|(work, cut)| (work.title, work.container + &work.publisher, cut)).collect();
        let expected =
            [("A \"B", "Nat Commun", false), ("No key", "OUP", false), ("Cut off", "", true), ("Whole", "", false)];
        assert_eq!(read, expected.map(|(title, place, cut)| (title.to_owned(), place.to_owned(), cut)));
        assert!(is_bibtex(text));
        assert!(!is_bibtex("write to @me, or me@x{y}"));
    }
}
