//! What somebody pastes becomes a source: an identifier, an address, an entry of BibTeX, RIS, CSL JSON or PubMed, or a line
//! of a reference list. Nothing is fetched: what the text does not say is missing, and said to be.

mod bibtex;
mod clean;
mod csl;
mod found;
mod identifiers;
mod known;
mod lines;
mod reference;
mod sentences;
mod tagged;
#[cfg(test)]
mod tests;
mod tex;
mod work;

pub use found::{Form, Pasted, Recognised};
pub use known::{Gap, filled, free_id, gaps, same_as};

use self::work::Work;
use crate::grammar::{count, form};

/// The most that is read, in bytes: a bibliography of some thousand entries.
pub const MAX_PASTED: usize = 1_000_000;

/// Reads what somebody pasted as sources, whose citations are unconfirmed.
///
/// # Errors
/// Where nothing of it is a source: one sentence that says what was understood, and one with what to do.
pub fn recognise(text: &str) -> Result<Pasted, String> {
    if text.len() > MAX_PASTED {
        let size = text.len() / 1_000;
        return Err(format!(
            "The pasted text has {size} kB, more than the {} that are read. Paste fewer entries at once.",
            MAX_PASTED / 1_000
        ));
    }
    let text = clean::seen(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(format!("There is nothing to read. {}", lines::WHAT_TO_PASTE));
    }
    if bibtex::is_bibtex(text) {
        return entries(bibtex::works(text), Form::Bibtex);
    }
    if let Some(tags) = tagged::tags(text) {
        let form = if tags == tagged::Tags::Ris { Form::Ris } else { Form::PubMed };
        return entries(tagged::works(text, tags), form);
    }
    if text.starts_with(['{', '[']) {
        match csl::works(text) {
            Ok(works) => return entries(works.into_iter().map(|work| (work, false)).collect(), Form::CslJson),
            // A number of a list or a link of Markdown may begin with a bracket, too.
            Err(why) if text.starts_with('{') || text.contains("\": ") || text.contains("\":\"") => {
                return Err(format!("This begins like CSL JSON and breaks off: {why}. Paste it whole."));
            }
            Err(_) => {}
        }
    }
    lines::read(text)
}

/// The sources of a bibliography; entries that say nothing are counted.
fn entries(works: Vec<(Work, bool)>, read_as: Form) -> Result<Pasted, String> {
    let all = works.len();
    let mut pasted = Pasted::default();
    for (work, breaks_off) in works {
        let says_nothing = work.title.is_empty() && work.numbers.is_empty();
        if says_nothing {
            continue;
        }
        let (source, mut remarks) = work.source();
        if breaks_off {
            remarks.push("The entry breaks off; what stands before that was read.".to_owned());
        }
        pasted.found.push(Recognised { source, form: read_as, question: None, remarks });
    }
    let lost = all - pasted.found.len();
    if pasted.found.is_empty() {
        let noun = read_as.noun();
        return Err(format!(
            "This is {noun}, but no entry of it says a title or an identifier. Paste whole entries, from their first line to their last."
        ));
    }
    if lost > 0 {
        let entries = count(lost, "entry", "entries");
        let says = form(lost, "says", "say");
        pasted.remarks.push(format!(
            "{entries} {says} neither a title nor an identifier and {} left out.",
            form(lost, "was", "were")
        ));
    }
    Ok(pasted)
}
