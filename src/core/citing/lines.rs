//! Texts that are no bibliography of a program: identifiers, addresses, lines of a reference list, one or several.

use super::{
    clean,
    found::{Form, Pasted, Recognised},
    identifiers::{Numbers, taken},
    reference,
    work::Work,
};
use crate::grammar::{count, form};

/// What can be read.
pub(super) const WHAT_TO_PASTE: &str = "Paste a DOI, a PubMed number, a web address, BibTeX, RIS, CSL JSON, or a whole \
                                        line of a reference list.";

/// The sources of a text, each in a line or a paragraph of its own.
pub(super) fn read(text: &str) -> Result<Pasted, String> {
    if let Some(asked) = number_alone(text) {
        return Ok(Pasted { found: vec![asked], remarks: Vec::new() });
    }
    let parts = parts(&clean::entities(text));
    let mut pasted = Pasted::default();
    let mut unread = 0;
    for part in &parts {
        let found = of_part(part);
        unread += usize::from(found.is_empty());
        pasted.found.extend(found);
    }
    if pasted.found.is_empty() {
        return Err(refusal(text));
    }
    if unread > 0 {
        let which = format!(
            "{} of {} {} not read as a source.",
            unread,
            count(parts.len(), "part", "parts"),
            form(unread, "was", "were")
        );
        pasted.remarks.push(which);
    }
    Ok(pasted)
}

/// A number alone, which may be PubMed's.
fn number_alone(text: &str) -> Option<Recognised> {
    let is_plausible =
        (5..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    is_plausible.then(|| {
        let numbers = Numbers { pmid: text.to_owned(), ..Numbers::default() };
        let (source, remarks) = Work { numbers, ..Work::default() }.source();
        let question = Some(format!("Is {text} a PubMed number? A number alone may be anything."));
        Recognised { source, form: Form::Pmid, question, remarks }
    })
}

/// A text in its parts: paragraphs; else lines, where each has a number of a list before it or an identifier in it and
/// nothing else; else all of it.
fn parts(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let full = || lines.iter().copied().filter(|line| !line.is_empty());
    let is_item = |line: &str| taken(line).1.is_empty();
    if full().count() > 1 && full().all(is_item) {
        return full().map(str::to_owned).collect();
    }
    let numbered = full().filter(|line| has_number(line)).count();
    let mut parts: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in &lines {
        if line.is_empty() {
            is_new = true;
            continue;
        }
        match parts.last_mut().filter(|_| !(is_new || numbered > 1 && has_number(line))) {
            Some(part) => part.extend([" ", line]),
            None => parts.push((*line).to_owned()),
        }
        is_new = false;
    }
    parts
}

/// Whether a line begins with its number in a list: `12.`, `[12]`, `(12)`.
fn has_number(line: &str) -> bool {
    let bare = line.trim_start_matches(['[', '(']);
    let behind = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - behind.len();
    let marked = behind.starts_with(". ") || line.len() > bare.len() && behind.starts_with([']', ')']);
    (1..=4).contains(&digits) && marked
}

/// The sources of one part.
fn of_part(part: &str) -> Vec<Recognised> {
    let (all, rest) = taken(part);
    let rest = clean::field(&rest);
    let is_bare = !rest.contains(char::is_alphanumeric);
    if is_bare {
        return all.into_iter().filter(|numbers| !numbers.is_empty()).map(|numbers| recognised(numbers, "")).collect();
    }
    let several = all.len() > 1;
    let numbers = all.into_iter().next().unwrap_or_default();
    let mut found = match reference::work(&rest) {
        Some(work) => {
            let (source, remarks) = Work { numbers, ..work }.source();
            Recognised { source, form: Form::Reference, question: None, remarks }
        }
        None if numbers.is_empty() => return Vec::new(),
        None => recognised(numbers, &rest),
    };
    if several {
        found.remarks.push("It names several works; the identifier of the first was taken.".to_owned());
    }
    vec![found]
}

/// A source of which little more is known than how to find it; what stands beside that is its title, if it can be one.
fn recognised(numbers: Numbers, beside: &str) -> Recognised {
    const LONGEST_TITLE: usize = 400;
    let form = match &numbers {
        Numbers { doi, .. } if !doi.is_empty() => Form::Doi,
        Numbers { pmid, .. } if !pmid.is_empty() => Form::Pmid,
        Numbers { pmcid, .. } if !pmcid.is_empty() => Form::Pmcid,
        _ => Form::Address,
    };
    let mark = |c: char| {
        c.is_whitespace() || matches!(c, '[' | ']' | '-' | '–' | '—' | '|' | ':' | '<' | '>' | '"' | '“' | '”')
    };
    let title = beside.trim_matches(mark);
    let is_title = title.len() <= LONGEST_TITLE;
    let work = Work { numbers, title: if is_title { title.to_owned() } else { String::new() }, ..Work::default() };
    let (source, mut remarks) = work.source();
    if !is_title {
        remarks.push("The text beside it is too long for a title and was left out.".to_owned());
    }
    Recognised { source, form, question: None, remarks }
}

/// Why a text is no source, and what to do.
fn refusal(text: &str) -> String {
    let is_long = text.len() > reference::LONGEST;
    let understood = if is_long {
        format!("A text of {} kB without an identifier is no line of a reference list.", text.len() / 1_000)
    } else if text.bytes().all(|b| b.is_ascii_digit()) {
        "A number of this length is no PubMed number.".to_owned()
    } else if text.to_lowercase().contains("isbn") {
        "An ISBN alone does not say which book it is.".to_owned()
    } else if text.contains("://") || text.contains("www.") {
        "The address in it is none that can be opened.".to_owned()
    } else if text.contains("10.") && text.contains('/') {
        "It looks like a DOI that breaks off.".to_owned()
    } else {
        "No authors, year and journal were found in it, and no identifier.".to_owned()
    };
    format!("{understood} {WHAT_TO_PASTE}")
}
