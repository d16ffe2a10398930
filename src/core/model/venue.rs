//! Where something was published, as people write and paste it: `Nat Commun 16(1):8153`, PubMed's
//! `Nat Commun. 2020 Jan 15;11(2):345-350`, APA's `Nature Communications, 11(2), 345–350`, Nature's `Nat. Commun. 16, 8153
//! (2025)`.

use super::one_line::one_line;

/// Where a source was published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Venue {
    /// The journal; or everything, where it could not be taken apart.
    pub journal: String,
    /// The volume.
    pub volume: Option<String>,
    /// The issue, or the supplement.
    pub issue: Option<String>,
    /// A range, a first page or the number of an article.
    pub pages: Option<String>,
    /// What stood behind it: `online 18 Dec 2024`.
    pub remark: Option<String>,
}

impl Venue {
    /// Takes a venue apart as people write it, or leaves it whole.
    pub fn read(text: &str) -> Self {
        venue(text)
    }

    /// First and last page.
    pub fn range(&self) -> (Option<&str>, Option<&str>) {
        match self.pages.as_deref().map(|pages| (pages, pages.split_once(['-', '–']))) {
            Some((_, Some((start, end)))) => (Some(start), Some(end)),
            Some((pages, None)) => (Some(pages), None),
            None => (None, None),
        }
    }

    /// Whether it is of a journal for sure: it has a volume or pages.
    pub fn is_taken_apart(&self) -> bool {
        self.volume.is_some() || self.pages.is_some()
    }

    fn of(journal: &str) -> Self {
        Self { journal: journal.trim_end_matches(['.', ',', ' ']).to_owned(), ..Self::default() }
    }
}

/// Takes a venue apart, or leaves it whole.
pub(super) fn venue(text: &str) -> Venue {
    let text = one_line(text);
    counted(&text)
        .or_else(|| short(&text))
        .or_else(|| spaced(&text))
        .or_else(|| bracketed(&text))
        .or_else(|| dated(&text))
        .or_else(|| worded(&text))
        .unwrap_or_else(|| Venue { journal: text, ..Venue::default() })
}

/// `Journal volume(issue):pages`, the issue optional.
fn short(text: &str) -> Option<Venue> {
    let (head, _) = text.rsplit_once(':')?;
    let bare = head.trim_end().strip_suffix(')').and_then(|head| Some(head.rsplit_once('(')?.0));
    let head = bare.unwrap_or(head).trim_end();
    // The numbers begin at the last word before the bracket or the colon.
    let (journal, _) = head.rsplit_once(' ')?;
    let numbers = text.get(journal.len()..)?;
    let journal = journal.trim_end_matches([',', ' ']);
    (!journal.is_empty() && !journal.contains(';')).then_some(())?;
    Some(Venue { journal: journal.to_owned(), ..numbered(numbers)? })
}

/// Chicago's way: `Nature Communications 16, no. 1 (2025): 8153`.
fn counted(text: &str) -> Option<Venue> {
    let (head, pages) = text.trim_end_matches('.').rsplit_once("): ")?;
    let (front, _) = head.rsplit_once(" (").filter(|(_, year)| is_year(year))?;
    let (front, issue) =
        front.split_once(", no. ").map_or((front, None), |(front, issue)| (front, Some(issue.to_owned())));
    let (journal, volume) = front.rsplit_once(' ').filter(|(_, volume)| is_volume(volume))?;
    let (volume, pages) = (Some(volume.to_owned()), Some(pages.to_owned()).filter(|pages| is_pages(pages))?);
    Some(Venue { volume, issue, pages: Some(pages), ..Venue::of(journal) })
}

/// Nature's way: `Nat. Commun. 16, 8153 (2025)`, with the volume behind the journal by a space alone, and pages.
fn spaced(text: &str) -> Option<Venue> {
    let text = text.trim_end_matches('.');
    let dated = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).filter(|(_, year)| is_year(year));
    let (head, pages) = dated.map_or(text, |(front, _)| front).rsplit_once(", ")?;
    let (journal, volume) = head.rsplit_once(' ')?;
    // `Brain, vol. 11, p. 345, 2020` is said in words.
    let in_words = [" p.", " pp.", " no.", " vol."].iter().any(|word| journal.ends_with(word));
    let is_date = dated.is_none() && is_year(pages);
    let fine =
        !in_words && !is_date && !journal.ends_with([',', ';']) && volume.starts_with(|c: char| c.is_ascii_digit());
    let is_volume = fine && is_volume(volume) && !is_year(volume) && is_pages(pages);
    let venue =
        Venue { volume: Some(volume.to_owned()), pages: Some(pages.to_owned()), ..Venue::of(&undotted(journal)) };
    is_volume.then_some(venue)
}

/// A journal without the dots of its shortened words, as PubMed writes it: `Nat. Commun.`, `J. Neurosci.`
fn undotted(journal: &str) -> String {
    if journal.ends_with('.') {
        journal.replace(". ", " ").trim_end_matches('.').to_owned()
    } else {
        journal.to_owned()
    }
}

/// A venue with a remark in brackets at its end: `Lancet Reg Health Eur 48:101166 (online 18 Dec 2024)`. A year alone is
/// said elsewhere.
fn bracketed(text: &str) -> Option<Venue> {
    let (front, remark) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let alone = is_year(remark);
    let remark = Some(remark.to_owned()).filter(|_| !alone);
    match short(front) {
        Some(venue) => Some(Venue { remark, ..venue }),
        None => remark.as_deref().is_none_or(holds_year).then(|| Venue { remark, ..Venue::of(front) }),
    }
}

/// PubMed's way: `Journal. 2020 Jan 15;11(2):345-350. Epub 2019 Dec 1. doi: ...`.
fn dated(text: &str) -> Option<Venue> {
    let (journal, rest) = text.match_indices(' ').find_map(|(at, _)| {
        let (journal, rest) = (text.get(..at)?, text.get(at + 1..)?);
        let date = rest.split([';', '.']).next().unwrap_or_default();
        (journal.ends_with('.') && is_date(date)).then_some((journal, rest.get(date.len()..)?))
    })?;
    let (numbers, behind) = match rest.strip_prefix(';') {
        Some(rest) => rest.split_once(". ").unwrap_or((rest, "")),
        None => ("", rest),
    };
    let venue = if numbers.is_empty() { Venue::default() } else { numbered(numbers)? };
    Some(Venue { journal: Venue::of(journal).journal, remark: remark(behind), ..venue })
}

/// What stands behind the numbers, without the identifiers, which have fields of their own.
fn remark(text: &str) -> Option<String> {
    let is_identifier = |part: &&str| {
        let lower = part.to_lowercase();
        ["doi", "pmid", "pmcid", "https://doi"].iter().any(|name| lower.starts_with(name))
    };
    let parts = text.split(". ").map(|part| part.trim_matches(['.', ' ', '[', ']']));
    let kept: Vec<&str> = parts.filter(|part| !part.is_empty() && !is_identifier(part)).collect();
    Some(kept.join(". ")).filter(|kept| !kept.is_empty())
}

/// Parts between commas: `Nature Communications, 11(2), 345–350`, `Brain, vol. 11, no. 2, 2020, pp. 345-350`.
fn worded(text: &str) -> Option<Venue> {
    let parts: Vec<&str> = text.trim_end_matches('.').split(", ").collect();
    let first = (1..parts.len()).find(|&at| read_words(&parts[at..]).is_some())?;
    let journal = parts[..first].join(", ");
    let journal = journal.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).filter(|(_, year)| is_year(year));
    let whole = parts[..first].join(", ");
    let journal = journal.map_or(whole.as_str(), |(journal, _)| journal);
    Some(Venue { journal: journal.to_owned(), ..read_words(&parts[first..])? })
}

/// Every part as a number of something; nothing where one is none, or none is a volume or pages.
fn read_words(parts: &[&str]) -> Option<Venue> {
    let mut venue = Venue::default();
    for part in parts {
        let after = |words: &[&str]| words.iter().find_map(|word| part.strip_prefix(word)).map(str::trim_start);
        if let Some(volume) = after(&["vol.", "Vol.", "volume ", "Volume "]) {
            venue.volume = Some(volume.to_owned()).filter(|volume| is_volume(volume));
            venue.volume.as_ref()?;
        } else if let Some(issue) = after(&["no.", "No.", "issue ", "Issue ", "number "]) {
            venue.issue = Some(issue.to_owned());
        } else if let Some(pages) = after(&["pp.", "p.", "pages ", "Article ", "article "]) {
            venue.pages = Some(pages.to_owned()).filter(|pages| is_pages(pages));
            venue.pages.as_ref()?;
        } else if is_date(part) {
            // The year has a field of its own.
        } else if venue.volume.is_none() && numbers_of_volume(part).is_some() {
            (venue.volume, venue.issue) = numbers_of_volume(part)?;
        } else if venue.volume.is_some() && venue.pages.is_none() && is_pages(part) {
            venue.pages = Some((*part).to_owned());
        } else {
            return None;
        }
    }
    venue.is_taken_apart().then_some(venue)
}

/// `11(2):345-350`, `11 Suppl 1:S5-S9`, `11:e1`: volume, issue and pages.
fn numbered(text: &str) -> Option<Venue> {
    let (head, pages) = text.rsplit_once(':')?;
    let pages = pages.trim_start().trim_end_matches('.');
    let (volume, issue) = numbers_of_volume(head.trim())?;
    is_pages(pages).then(|| Venue { volume, issue, pages: Some(pages.to_owned()), ..Venue::default() })
}

type Number = Option<String>;

/// `11`, `11(2)`, `11 (Suppl 1)`, `11 Suppl 1`: a volume and an issue.
fn numbers_of_volume(text: &str) -> Option<(Number, Number)> {
    let (volume, issue) = match (text.strip_suffix(')'), text.split_once(" Suppl")) {
        (Some(head), _) => head.split_once('(').map(|(volume, issue)| (volume, Some(issue.trim().to_owned())))?,
        (None, Some((volume, number))) => (volume, Some(format!("Suppl{number}"))),
        (None, None) => (text, None),
    };
    let volume = volume.trim_end();
    let fine = is_volume(volume) && issue.as_ref().is_none_or(|issue| !issue.is_empty());
    fine.then(|| (Some(volume.to_owned()), issue))
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

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && matches!(text.get(..2), Some("18" | "19" | "20"))
}

fn holds_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(is_year)
}

/// `2020`, `2020 Jan 15`, `2020 Jan-Feb`.
fn is_date(text: &str) -> bool {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = text.split([' ', '-', '/']).filter(|word| !word.is_empty());
    let part = |word: &str| {
        let month = MONTHS.iter().any(|month| word.starts_with(month));
        month || word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit())
    };
    words.next().is_some_and(is_year) && words.all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn venues_are_taken_apart_where_they_can_be() {
        for (text, expected) in [
            ("Nat Commun 16(1):8153", "Nat Commun|16|1|8153|"),
            ("Nat Neurosci 21(9):1209-1217", "Nat Neurosci|21|9|1209-1217|"),
            ("Cell 184(5):1299-1313.e19", "Cell|184|5|1299-1313.e19|"),
            ("BMJ 378:e067606", "BMJ|378||e067606|"),
            ("Rheumatology (Oxford) 52(12):2136–2148.", "Rheumatology (Oxford)|52|12|2136–2148|"),
            ("Rheumatology (Oxford) 52:2136", "Rheumatology (Oxford)|52||2136|"),
            ("Cochrane Database Syst Rev 11:CD004692", "Cochrane Database Syst Rev|11||CD004692|"),
            ("Nat Med 12 (Suppl 1): S5-S9", "Nat Med|12|Suppl 1|S5-S9|"),
            ("Eur Health 48:101166 (online 18 Dec 2024)", "Eur Health|48||101166|online 18 Dec 2024"),
            ("Mol Psychiatry 28(8):3243-3256 (2023; online)", "Mol Psychiatry|28|8|3243-3256|2023; online"),
            // A year has a field of its own; a date is a remark.
            ("Brain Behav Immun (2025)", "Brain Behav Immun||||"),
            ("Front Psychiatry (28 May 2024)", "Front Psychiatry||||28 May 2024"),
            // PubMed.
            ("Nat Commun. 2020;11(2):345-350", "Nat Commun|11|2|345-350|"),
            ("Nat Commun. 2020 Jan 15;11(2):345-350. doi: 10.1038/x.", "Nat Commun|11|2|345-350|"),
            ("J Neurosci. 2020 Jan-Feb;40:1-9. Epub 2019 Dec 1. PMID: 1", "J Neurosci|40||1-9|Epub 2019 Dec 1"),
            ("Lancet. 2021; 398: e10", "Lancet|398||e10|"),
            ("Nat Med. 2020;11 Suppl 1:S5-S9", "Nat Med|11|Suppl 1|S5-S9|"),
            ("Nature. 2020 Jan 5. [Epub ahead of print]", "Nature||||Epub ahead of print"),
            // APA and words.
            ("Nature Communications, 11(2), 345–350.", "Nature Communications|11|2|345–350|"),
            ("Brain, Behavior, and Immunity, 87, 901-909", "Brain, Behavior, and Immunity|87||901-909|"),
            ("Nature Communications, 11, Article 8153", "Nature Communications|11||8153|"),
            ("Brain, vol. 11, no. 2, 2020, pp. 345-350", "Brain|11|2|345-350|"),
            ("Nat. Commun., vol. 16, no. 1, p. 8153, 2025", "Nat. Commun.|16|1|8153|"),
            ("Neuropsychopharmacology (2024), no. 1, pp. 164-183", "Neuropsychopharmacology||1|164-183|"),
            // Nature.
            ("Nat. Commun. 16, 8153 (2025).", "Nat Commun|16||8153|"),
            ("Proc. Natl Acad. Sci. USA 110, 16574–16579 (2013)", "Proc. Natl Acad. Sci. USA|110||16574–16579|"),
            ("Cell 184, 1299-1313.e19", "Cell|184||1299-1313.e19|"),
            // Chicago.
            ("Nature Communications 16, no. 1 (2025): 8153.", "Nature Communications|16|1|8153|"),
            ("Nature 555 (2018): 377–381", "Nature|555||377–381|"),
            // Left whole.
            ("Handbook of stress 2, 2nd edition", "Handbook of stress 2, 2nd edition||||"),
            ("Oxford: Oxford University Press", "Oxford: Oxford University Press||||"),
            ("Imperial College Press (London)", "Imperial College Press (London)||||"),
            ("Handbook of stress, 2010", "Handbook of stress, 2010||||"),
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
}
