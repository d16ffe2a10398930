//! One line of a reference list, in the styles of Vancouver (with AMA and PubMed), APA, Nature and Harvard, and what is near
//! to these: Chicago, IEEE, and our own.
//!
//! Three marks tell the parts from one another: a year in brackets behind the authors, a title in quotation marks, and a
//! place of publication that can be taken apart into journal, volume and pages. What [`Venue`] and [`Authors`] read is what
//! decides; here is only where the line is cut.

use super::{
    clean,
    sentences::{authors_first, ends, quoted, sound},
    work::Work,
};
use crate::model::{Authors, SourceKind, Venue, stands_in_a_book};

/// The longest line that is taken for one reference, in bytes; with some 500 authors.
pub(super) const LONGEST: usize = 20_000;

/// The work of a line without its identifiers; nothing where it does not say at least a title and two of who, when and where.
pub(super) fn work(line: &str) -> Option<Work> {
    let text = clean::field(&unmarked(line));
    if text.len() > LONGEST {
        return None;
    }
    let text = without_asides(without_number(&text));
    let (authors, year, rest) = dated(&text).unwrap_or_else(|| undated(&text));
    let (title, place) = titled(&rest);
    let mut work =
        Work { authors: authors.names, others: authors.others, year, title: clean::title(&title), ..Work::default() };
    if authors.editors {
        work.editors = std::mem::take(&mut work.authors);
    }
    put_place(&mut work, &place);
    let said = [!work.authors.is_empty() || !work.editors.is_empty(), work.year > 0, !place.is_empty()];
    let enough = said.into_iter().filter(|said| *said).count() > 1;
    (enough && work.title.contains(char::is_alphabetic)).then_some(work)
}

/// A line without the stars and strokes that Markdown puts around titles of journals; inside of a word they belong there:
/// `HLA-B*27`.
fn unmarked(line: &str) -> String {
    let mut before = ' ';
    let mut chars = line.chars().peekable();
    let mut kept = String::with_capacity(line.len());
    while let Some(c) = chars.next() {
        let inside = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        if !matches!(c, '*' | '_') || inside {
            kept.push(c);
        }
        before = c;
    }
    kept
}

/// A line without its number in the list.
fn without_number(text: &str) -> &str {
    let bare = text.trim_start_matches(['•', '·', '-', '–', ' ']);
    let behind = bare.trim_start_matches(['[', '(']).trim_start_matches(|c: char| c.is_ascii_digit());
    let length = bare.len() - behind.len();
    let marked =
        behind.starts_with([']', ')', '.']) && (1..=6).contains(&length) && bare.contains(|c: char| c.is_ascii_digit());
    if marked { behind.trim_start_matches([']', ')', '.', ' ']) } else { bare }
}

/// A line without what stands in brackets about itself: when somebody saw it, what sort of thing it is.
fn without_asides(text: &str) -> String {
    const ASIDES: [&str; 9] = [
        "accessed",
        "cited",
        "internet",
        "citation not yet",
        "online",
        "preprint",
        "epub",
        "published online",
        "free article",
    ];
    let mut kept = text.to_owned();
    for (open, close) in [('(', ')'), ('[', ']')] {
        let mut from = 0;
        while let Some(start) = kept.get(from..).and_then(|rest| rest.find(open)).map(|at| at + from) {
            let inside = kept.get(start + 1..).unwrap_or_default();
            let Some(length) = inside.find(close) else { break };
            let small = inside.get(..length).unwrap_or_default().to_lowercase();
            from = start + 1;
            if ASIDES.iter().any(|aside| small.starts_with(aside)) {
                // `Nature [Internet].` leaves no blank before the full stop.
                let behind = kept.get(start + length + 2..).is_some_and(|rest| rest.starts_with(['.', ',', ';']));
                let blank = behind && kept.get(..start).is_some_and(|front| front.ends_with(' '));
                from = start - usize::from(blank);
                kept.replace_range(from..start + length + 2, "");
            }
        }
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches([' ', ';', ',']).to_owned()
}

type Cut = (Authors, i32, String);

/// Authors, then the year: `Doe, J. (2020). Title`, `Doe J 2020. Title`, `Doe J. 2020. Title`.
fn dated(text: &str) -> Option<Cut> {
    let starts = text.match_indices(['(', ' ']).map(|(at, _)| at + 1);
    starts.filter(|&at| text.get(at..).is_some_and(|rest| rest.starts_with(['1', '2', 'n', 'i']))).find_map(|at| {
        let (head, rest) = text.split_at_checked(at)?;
        let bracketed = head.ends_with('(');
        let end = if bracketed { rest.find(')')? } else { rest.find(['.', ',', ' '])? };
        let (said, behind) = rest.split_at_checked(end)?;
        let year = year_of(said)?;
        let parted = bracketed || behind.starts_with('.') && behind.len() > 1;
        let title = behind.trim_start_matches([')', '.', ',', ':', ' ']);
        // Behind a year at the end there are pages at most.
        let is_title = title.chars().filter(|c| c.is_alphabetic()).count() > 3 && !behind.starts_with("):");
        let head = head.trim_end_matches(['(', ' ', ',']);
        let bare = head.trim_end_matches('.');
        let read = || sound(bare).or_else(|| sound(head)).or_else(|| loose(bare).filter(|_| bracketed));
        let authors = Some(()).filter(|()| parted && is_title).and_then(|()| read())?;
        Some((authors, year, title.to_owned()))
    })
}

/// A list with full first names, or a name that may be anything, where a year in brackets follows.
fn loose(head: &str) -> Option<Authors> {
    let is_short = head.split(' ').count() <= 40 && head.starts_with(char::is_alphabetic);
    let long_sentence = ends(head).iter().any(|(end, _)| {
        let word = head.get(..*end).and_then(|front| front.rsplit([' ', '-']).next()).unwrap_or_default();
        word.chars().filter(|c| c.is_alphabetic()).count() > 2
    });
    (is_short && !long_sentence).then(|| Authors::read(head))
}

/// The year of what stands in brackets: `2020`, `2020a`, `2020, May 3`, and 0 for `n.d.` and `in press`.
fn year_of(text: &str) -> Option<i32> {
    if matches!(text, "n.d." | "n.d" | "in press" | "nd") {
        return Some(0);
    }
    let year = text.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
    let behind = text.get(4..)?;
    let letter = behind.len() == 1 && behind.bytes().all(|b| b.is_ascii_lowercase());
    let fine = behind.is_empty() || letter || behind.starts_with([',', ' ', '/', '-', ';', '–']);
    (fine && (1500..=2100).contains(&year)).then_some(year)
}

/// Authors, then the title, and the year with the place of publication.
fn undated(text: &str) -> Cut {
    if let Some((front, title, behind)) = quoted(text)
        && !front.trim().is_empty()
        && let Some(authors) =
            sound(front.trim_end_matches([' ', ',', '.'])).or_else(|| loose(front.trim_end_matches([' ', ',', '.'])))
    {
        let rest = format!("“{title}” {behind}");
        return (authors, year_in(behind), rest);
    }
    let (authors, rest) = authors_first(text);
    let (_, place) = titled(rest);
    (authors, year_in(&place), rest.to_owned())
}

/// The year in a place of publication: in brackets, else behind a full stop or a semicolon, else behind a comma or a blank.
fn year_in(text: &str) -> i32 {
    let years = text.match_indices(|c: char| c.is_ascii_digit()).filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches(' ').chars().next_back();
        let directly = text.get(..at)?.chars().next_back();
        let run: String =
            text.get(at..)?.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '–')).collect();
        let year = year_of(&run).filter(|_| run.len() == 4 && directly.is_none_or(|c| matches!(c, ' ' | '(')))?;
        let rank = match (directly, before) {
            (Some('('), _) => 0,
            (_, Some('.' | ';')) => 1,
            (_, Some(',')) => 2,
            _ => 3,
        };
        Some((rank, year))
    });
    years.min_by_key(|(rank, _)| *rank).map_or(0, |(_, year)| year)
}

/// The title that a text begins with, and where it was published.
fn titled(text: &str) -> (String, String) {
    let text = text.trim();
    // A mark that opens the text is of the title.
    let marked = format!(" {text}");
    if let Some((_, title, place)) =
        quoted(&marked).filter(|(front, _, place)| front.trim().is_empty() && !place.starts_with(':'))
    {
        let title = title.trim_end_matches([',', '.']);
        return (title.to_owned(), place.trim_start_matches([',', '.', ' ']).to_owned());
    }
    let ends = ends(text);
    let cut = |&(end, next): &(usize, usize)| Some((text.get(..end)?, text.get(next..)?));
    let book = ends.iter().filter_map(cut).find(|(_, place)| is_book_with_chapters(place));
    let journal = || ends.iter().filter_map(cut).find(|(_, place)| is_journal(place));
    let dated = || ends.iter().filter_map(cut).find(|(_, place)| is_dated_journal(place));
    let imprint =
        || ends.iter().filter_map(cut).find(|(_, place)| place.contains(": ") && is_short(place) && is_name(place));
    let last = || ends.iter().filter_map(cut).next_back().filter(|(_, place)| is_short(place) && is_name(place));
    let found = book.or_else(journal).or_else(dated).or_else(imprint).or_else(last);
    found.map_or((text.to_owned(), String::new()), |(title, place)| (title.to_owned(), place.to_owned()))
}

fn is_book_with_chapters(place: &str) -> bool {
    place.starts_with("In: ") || place.starts_with("In ") && stands_in_a_book(place)
}

/// Whether a place is a journal with volume or pages, and nothing of a title.
fn is_journal(place: &str) -> bool {
    let venue = Venue::read(place);
    venue.is_taken_apart() && is_name_of_journal(&venue.journal)
}

/// Whether a place is a journal with a date only: `Nature. 2020 Jan 5`.
fn is_dated_journal(place: &str) -> bool {
    let venue = Venue::read(place);
    venue.journal.len() + 4 < place.len()
        && year_in(place) > 0
        && !venue.journal.contains(". ")
        && is_name_of_journal(&venue.journal)
}

/// Shortened words may end with a full stop; no other sentence ends inside of a journal's name.
fn is_name_of_journal(name: &str) -> bool {
    const LONGEST_NAME: usize = 120;
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '&');
    let mut sentences = name.split(". ").collect::<Vec<_>>();
    let last = sentences.pop().unwrap_or_default();
    let shortened = |part: &&str| part.split(' ').count() <= 3 && part.split(' ').all(capital);
    is_name(last) && name.len() <= LONGEST_NAME && sentences.iter().all(shortened) && !name.contains(['?', ';', '!'])
}

fn is_short(place: &str) -> bool {
    place.len() <= 120 && place.split_whitespace().count() <= 14
}

/// Whether one of the first two words has a capital or a number: `Nature`, `medRxiv`, `npj Parkinsons Dis`, `3 Biotech`.
fn is_name(place: &str) -> bool {
    place.split(' ').take(2).any(|word| word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Puts a place of publication into its fields.
fn put_place(work: &mut Work, place: &str) {
    let place = place.trim_end_matches(['.', ' ', ',']);
    let venue = Venue::read(place);
    if is_book_with_chapters(place) {
        work.kind = Some(SourceKind::Chapter);
        place.clone_into(&mut work.venue);
    } else if venue.is_taken_apart() || is_dated_journal(place) {
        let number = |number: Option<String>| number.unwrap_or_default();
        work.container = venue.journal;
        (work.volume, work.issue) = (number(venue.volume), number(venue.issue));
        work.pages = clean::pages(&number(venue.pages));
        work.note = number(venue.remark);
    } else {
        // Without the year, which has a field of its own.
        let year = work.year.to_string();
        let bare = place.strip_suffix(year.as_str()).filter(|_| work.year > 0).unwrap_or(place);
        bare.trim_end_matches([' ', ',', ';', '.', '(']).clone_into(&mut work.venue);
    }
}
