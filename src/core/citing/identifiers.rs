//! Identifiers and web addresses in a text: DOIs, numbers of PubMed and PubMed Central, and what leads elsewhere.

use crate::address::{checked_address, is_doi, is_pmid};

/// The longest word that is looked at, in bytes; addresses are shorter.
const LONGEST: usize = 4_000;

/// The identifiers of one work; what is not said is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    pub(super) doi: String,
    pub(super) pmid: String,
    /// The number of PubMed Central, with its letters: `PMC12402302`.
    pub(super) pmcid: String,
    pub(super) url: String,
}

impl Numbers {
    /// The web address that stands in a source: none that a DOI or a PubMed number leads to anyhow.
    pub(super) fn address(&self) -> Option<String> {
        let central = || format!("https://pmc.ncbi.nlm.nih.gov/articles/{}/", self.pmcid);
        let found = self.doi.is_empty() && self.pmid.is_empty() && !self.pmcid.is_empty();
        Some(self.url.clone()).filter(|url| !url.is_empty()).or_else(|| found.then(central))
    }

    /// The identifiers of fields, each of which holds one or none. The first of a kind counts.
    pub(super) fn of(fields: &[String]) -> Self {
        let mut numbers = Self::default();
        for (_, found) in fields.iter().filter_map(|field| identifier(field.trim())) {
            numbers.add(found);
        }
        numbers
    }

    /// Takes over what is not said yet.
    pub(super) fn add(&mut self, found: Self) {
        for (place, found) in [
            (&mut self.doi, found.doi),
            (&mut self.pmid, found.pmid),
            (&mut self.pmcid, found.pmcid),
            (&mut self.url, found.url),
        ] {
            if place.is_empty() {
                *place = found;
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The identifiers of a text, by work where it names several DOIs or numbers, and the text without them and their names.
pub(super) fn taken(text: &str) -> (Vec<Numbers>, String) {
    let mut all = vec![Numbers::default()];
    let mut rest = String::with_capacity(text.len());
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // `PMID: 123` and `doi: 10...` are two words.
        let name = word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
        let next = words.peek().copied().unwrap_or_default();
        let joined = match name.as_str() {
            "pmid" if digits(next).is_some() => Some(format!("pmid:{}", words.next().unwrap_or_default())),
            "pmcid" if pmcid(next).is_some() => words.next().map(str::to_owned),
            "doi" | "https://doi.org" | "doi.org" if doi(next).is_some() => words.next().map(str::to_owned),
            _ => None,
        };
        let known = joined.is_some();
        let word = joined.unwrap_or_else(|| word.to_owned());
        let found = put(&word, known, &mut all);
        let front = found.unwrap_or(&word);
        if !front.is_empty() {
            rest.extend([front, " "]);
        }
        if found.is_some() {
            without_lead(&mut rest);
        }
    }
    (all, rest.trim().to_owned())
}

/// Puts the identifier that a word has into its place; what of the word stands before it. Nothing where it has none.
fn put<'a>(word: &'a str, known: bool, all: &mut Vec<Numbers>) -> Option<&'a str> {
    let (start, found) = identifier(word)?;
    let front = word.get(..start).unwrap_or_default();
    // A second one of a kind is of another work.
    let is_new = |last: &Numbers| {
        let pairs =
            [(&last.doi, &found.doi), (&last.pmid, &found.pmid), (&last.pmcid, &found.pmcid), (&last.url, &found.url)];
        pairs
            .into_iter()
            .any(|(kept, found)| !kept.is_empty() && !found.is_empty() && !kept.eq_ignore_ascii_case(found))
    };
    if all.last().is_none_or(is_new) {
        all.push(Numbers::default());
    }
    all.last_mut()?.add(found);
    let front = if known { "" } else { front.trim_end_matches(['(', '[', '<', '"', '“']) };
    Some(front)
}

/// The identifier in a word, and where it begins with its name or its host.
fn identifier(word: &str) -> Option<(usize, Numbers)> {
    if word.len() > LONGEST {
        return None;
    }
    let small = word.to_ascii_lowercase();
    let one = Numbers::default();
    let starts = ["https://", "http://", "www.", "doi:", "pubmed.ncbi", "dx.doi.org", "doi.org/"];
    let start = starts.iter().filter_map(|start| small.find(start)).min();
    if let Some((at, doi)) = doi_at(word) {
        return Some((start.filter(|start| *start < at).unwrap_or(at), Numbers { doi, ..one }));
    }
    let named =
        small.find("pmid").and_then(|at| Some((at, digits(word.get(at + 4..)?.trim_start_matches([':', '=', '/']))?)));
    if let Some((at, pmid)) = named {
        return Some((start.filter(|start| *start < at).unwrap_or(at), Numbers { pmid, ..one }));
    }
    if let Some(start) = start.filter(|_| !small.contains("doi:")) {
        let address = without_tail(word.get(start..)?);
        return Some((start, of_address(address)?));
    }
    // A number of PubMed Central stands alone: `PMC12402302`.
    let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let version = |rest: &str| rest.is_empty() || rest.strip_prefix('.').is_some_and(is_pmid);
    let alone = pmcid(bare).filter(|number| bare.get(number.len()..).is_some_and(version));
    alone.map(|number| (0, Numbers { pmcid: number, ..one }))
}

/// What an address leads to.
fn of_address(address: &str) -> Option<Numbers> {
    let one = Numbers::default();
    let whole = if address.contains("://") { address.to_owned() } else { format!("https://{address}") };
    let url = checked_address(&whole)?;
    let (host, path) = (url.host_str().unwrap_or_default(), url.path());
    let is_library = host.ends_with("ncbi.nlm.nih.gov") || host.ends_with("europepmc.org");
    if is_library {
        if let Some(pmcid) = path.split('/').find_map(pmcid) {
            return Some(Numbers { pmcid, ..one });
        }
        let is_pubmed = host.starts_with("pubmed.") || host.starts_with("europepmc") || path.starts_with("/pubmed");
        let term = url.query().and_then(|query| query.split('&').find_map(|part| part.strip_prefix("term=")));
        let number = path.split('/').chain(term).find(|part| is_pmid(part));
        if let Some(pmid) = number.filter(|_| is_pubmed) {
            return Some(Numbers { pmid: pmid.to_owned(), ..one });
        }
    }
    Some(Numbers { url: whole, ..one })
}

/// The DOI of a text of one word, wherever in it: bare, behind `doi:`, in any address.
pub(super) fn doi(text: &str) -> Option<String> {
    doi_at(text).map(|(_, doi)| doi)
}

fn doi_at(word: &str) -> Option<(usize, String)> {
    word.match_indices("10.").find_map(|(at, _)| {
        let front = word.get(..at)?;
        if front.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.')
            && !(front.ends_with("%2F") || front.ends_with("%2f"))
        {
            return None;
        }
        let in_address = front.contains("://") || front.contains('/');
        let mut doi = word.get(at..)?;
        if in_address {
            let ends: &[char] = if front.contains('?') { &['#', '&', '?'] } else { &['#', '?'] };
            doi = doi.split(ends).next().unwrap_or_default();
        }
        let plain = decoded(doi);
        let doi = without_tail(&plain);
        // A resolver has nothing behind the DOI; a publisher has the page that is shown.
        let by_publisher = in_address && !front.contains("doi.org");
        let doi = if by_publisher { without_page(doi) } else { doi };
        is_doi(doi).then(|| (at, doi.to_owned()))
    })
}

/// A DOI in a publisher's address without the name of the page.
fn without_page(doi: &str) -> &str {
    const PAGES: [&str; 11] = [
        "/full",
        "/abstract",
        "/pdf",
        "/epdf",
        "/html",
        "/fulltext",
        "/meta",
        ".full",
        ".pdf",
        ".abstract",
        ".full-text",
    ];
    let mut doi = doi.trim_end_matches('/');
    while let Some(front) = PAGES.iter().find_map(|page| doi.strip_suffix(page)) {
        doi = front;
    }
    // bioRxiv and medRxiv count versions: `10.1101/2020.01.01.123456v2`.
    let version = doi.rsplit_once('v').filter(|(front, number)| {
        front.ends_with(|c: char| c.is_ascii_digit())
            && !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
    });
    version.filter(|_| doi.starts_with("10.1101/")).map_or(doi, |(front, _)| front)
}

/// A text with `%2F` and the like as the characters that they stand for; as it is where that gives no text.
fn decoded(text: &str) -> String {
    let digit = |b: u8| char::from(b).to_digit(16);
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if let (b'%', [high, low, behind @ ..]) = (first, after)
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.push((high * 16 + low) as u8);
            rest = behind;
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A text without the punctuation behind it. Brackets stay where they close one of its own, as in old DOIs.
pub(super) fn without_tail(text: &str) -> &str {
    let mut text = text;
    while let Some(last) = text.chars().next_back() {
        let open = match last {
            ')' => '(',
            '>' => '<',
            ']' => '[',
            '}' => '{',
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | '”' | '’' | '»' | '*' | '_' => '\0',
            _ => return text,
        };
        if open != '\0' && text.matches(open).count() >= text.matches(last).count() {
            return text;
        }
        text = text.strip_suffix(last).unwrap_or_default();
    }
    text
}

/// The PubMed number that a word begins with, if nothing but punctuation follows.
fn digits(word: &str) -> Option<String> {
    let word = without_tail(word);
    is_pmid(word).then(|| word.to_owned())
}

/// A number of PubMed Central, without its version.
fn pmcid(word: &str) -> Option<String> {
    let number = word.get(..3).filter(|start| start.eq_ignore_ascii_case("pmc")).and_then(|_| word.get(3..))?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    (3..=10).contains(&digits.len()).then(|| format!("PMC{digits}"))
}

/// Takes the words and marks that lead to an identifier off the end of a text.
fn without_lead(text: &mut String) {
    const LEADS: [&str; 12] = [
        "available at",
        "available from",
        "retrieved from",
        "from",
        "accessed",
        "doi",
        "pmid",
        "pmcid",
        "url",
        "online",
        "arxiv",
        "https",
    ];
    loop {
        let bare = text.trim_end_matches([' ', ':', ';', ',', '(', '[', '<', '|', '-', '–', '—']).len();
        text.truncate(bare);
        let lead = LEADS.iter().find(|lead| {
            let (front, last) = text.split_at_checked(text.len().saturating_sub(lead.len())).unwrap_or(("", ""));
            last.eq_ignore_ascii_case(lead) && !front.ends_with(char::is_alphanumeric)
        });
        match lead {
            Some(lead) => text.truncate(bare - lead.len()),
            None if text.is_empty() => return,
            None => return text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dois_are_found_however_they_are_handed_on() {
        let sici = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
        for (text, expected) in [
            ("10.1038/s41467-025-62840-5", "10.1038/s41467-025-62840-5"),
            ("doi:10.1038/s41467-025-62840-5.", "10.1038/s41467-025-62840-5"),
            ("DOI:10.1038/NM.3589", "10.1038/NM.3589"),
            ("https://doi.org/10.1038/nm.3589", "10.1038/nm.3589"),
            ("http://dx.doi.org/10.1038/nm.3589,", "10.1038/nm.3589"),
            ("doi.org/10.1038/nm.3589", "10.1038/nm.3589"),
            ("https://doi-org.proxy.example.edu/10.1038/nm.3589", "10.1038/nm.3589"),
            ("https://www.doi.org/10.1038%2Fnm.3589?x=1", "10.1038/nm.3589"),
            ("(https://doi.org/10.1016/S0140-6736(03)12705-5)", "10.1016/S0140-6736(03)12705-5"),
            ("<https://doi.org/10.1038/nm.3589>", "10.1038/nm.3589"),
            (sici, sici),
            (
                "https://doi.org/10.1002/%28SICI%291097-0258%2819980815/30%2917:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
                sici,
            ),
            ("https://onlinelibrary.wiley.com/doi/full/10.1002/jnr.1", "10.1002/jnr.1"),
            ("https://academic.oup.com/x?doi=10.1093/brain/awae343&y=2", "10.1093/brain/awae343"),
            ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456"),
            ("https://link.springer.com/article/10.1007/s00401-020-1/fulltext#Sec1", "10.1007/s00401-020-1"),
            ("https://example.org/?u=https%3A%2F%2Fdoi.org%2F10.1038%2Fnm.3589", "10.1038/nm.3589"),
        ] {
            assert_eq!(doi(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["10.5/3", "10.1038", "10.1038/", "210.1038/x", "v10.1038/x", "", "10.%2F"] {
            assert_eq!(doi(text), None, "{text}");
        }
    }

    #[test]
    fn identifiers_are_taken_out_of_texts() {
        for (text, expected) in [
            (
                "Nature. doi: 10.1038/nm.3589. PMID: 40890098; PMCID: PMC12402302.",
                "10.1038/nm.3589|40890098|PMC12402302||Nature.",
            ),
            ("PMID 123", "|123|||"),
            ("pmid:123", "|123|||"),
            ("https://pubmed.ncbi.nlm.nih.gov/40890098/", "|40890098|||"),
            ("pubmed.ncbi.nlm.nih.gov/40890098", "|40890098|||"),
            ("http://www.ncbi.nlm.nih.gov/pubmed/40890098?dopt=x", "|40890098|||"),
            ("https://www.ncbi.nlm.nih.gov/pubmed/?term=40890098", "|40890098|||"),
            ("https://europepmc.org/article/MED/40890098", "|40890098|||"),
            ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12402302/#x", "||PMC12402302||"),
            ("https://pmc.ncbi.nlm.nih.gov/articles/PMC12402302/", "||PMC12402302||"),
            ("PMC12402302.1", "||PMC12402302||"),
            (
                "[Depression](https://www.who.int/news/depression).",
                "|||https://www.who.int/news/depression|[Depression]",
            ),
            ("Depression - www.who.int/x", "|||https://www.who.int/x|Depression"),
            ("So. Available at: https://e.org/a_(b)", "|||https://e.org/a_(b)|So."),
            ("Nature.https://doi.org/10.1038/nm.3589", "10.1038/nm.3589||||Nature."),
            ("http:// and www and https://", "||||http:// and www and https://"),
        ] {
            let (numbers, rest) = taken(text);
            let Numbers { doi, pmid, pmcid, url } = &numbers[0];
            assert_eq!(format!("{doi}|{pmid}|{pmcid}|{url}|{rest}"), expected, "{text}");
        }
        let (several, rest) = taken("10.1038/nm.3589 10.1038/nm.3590, PMID: 1");
        assert_eq!((several.len(), several[1].pmid.as_str(), rest.as_str()), (2, "1", ""));
    }
}
