//! Where something was published: `Nat Commun 16(1):8153` as journal, volume, issue and pages.

use super::plain::one_line;

/// Where a source was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Venue {
    /// The journal, or everything where it could not be taken apart.
    pub(super) journal: String,
    pub(super) volume: Option<String>,
    pub(super) issue: Option<String>,
    /// A range, a first page or the number of an article.
    pub(super) pages: Option<String>,
    /// What stood in brackets at the end.
    pub(super) remark: Option<String>,
}

impl Venue {
    /// First and last page.
    pub(super) fn range(&self) -> (Option<&str>, Option<&str>) {
        match self.pages.as_deref().map(|pages| (pages, pages.split_once(['-', '–']))) {
            Some((_, Some((start, end)))) => (Some(start), Some(end)),
            Some((pages, None)) => (Some(pages), None),
            None => (None, None),
        }
    }
}

/// Takes a venue apart, or leaves it whole.
pub(super) fn venue(text: &str) -> Venue {
    let text = one_line(text);
    if let Some(venue) = parse(&text) {
        return venue;
    }
    // "Lancet Reg Health Eur 48:101166 (online 18 Dec 2024)"
    let split = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
    if let Some((front, remark)) = split
        && let Some(venue) = parse(front)
    {
        return Venue { remark: Some(remark.to_owned()), ..venue };
    }
    Venue { journal: text, ..Venue::default() }
}

/// `Journal volume(issue):pages`, the issue optional.
fn parse(text: &str) -> Option<Venue> {
    let (head, pages) = text.rsplit_once(':')?;
    let pages = pages.trim_start().trim_end_matches('.');
    let (head, issue) = match head.trim_end().strip_suffix(')') {
        Some(head) => head.rsplit_once('(').map(|(head, issue)| (head, Some(issue.trim())))?,
        None => (head, None),
    };
    let (journal, volume) = head.trim_end().rsplit_once(' ')?;
    let journal = journal.trim_end_matches([',', ' ']);
    let fine = !journal.is_empty() && is_volume(volume) && is_pages(pages) && issue.is_none_or(|i| !i.is_empty());
    fine.then(|| Venue {
        journal: journal.to_owned(),
        volume: Some(volume.to_owned()),
        issue: issue.map(str::to_owned),
        pages: Some(pages.to_owned()),
        remark: None,
    })
}

fn is_volume(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// `8153`, `1209-1217`, `e1113–e1121`, `1299-1313.e19`.
fn is_pages(text: &str) -> bool {
    let ends: Vec<&str> = text.split(['-', '–']).collect();
    let page = |end: &&str| !end.is_empty() && end.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    ends.len() <= 2 && ends.iter().all(page) && text.contains(|c: char| c.is_ascii_digit())
}
