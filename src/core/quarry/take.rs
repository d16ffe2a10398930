//! A part of a quarry becomes a pathway: each pair one link, its rows the evidence for it, and never more of either than
//! the table says.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    papers::Paper,
    store::{Quarry, Row},
    trouble::lines_of,
};
use crate::{
    formats::ron::MAX_SOURCES,
    grammar::{count, form, list},
    model::{
        About, Citation, Design, Effect, Evidence, Extra, Grade, Kind, Lane, LaneId, Link, MAX_ID_BYTES, Node, Parts,
        Pathway, Source, SourceId, Stance, notation::id_from,
    },
};

/// The most things that a pathway is made of: more are no picture.
pub const MOST_TAKEN: usize = 3_000;

/// The most links of a pathway, and the most rows that are read again for it: a file holds so much.
const MOST_LINKS: usize = 12_000;
const MOST_ROWS: usize = 10_000;

/// The most words of the table that a link names.
const MOST_WORDS: usize = 5;

/// The most lines of the table that a link names for each.
const MOST_LINES: usize = 5;

/// The longest sentence that is taken as a finding, in characters.
const LONGEST_FINDING: usize = 1_000;

/// What is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Things.
    pub nodes: BTreeSet<u32>,
    /// Links; their ends come with them.
    pub links: BTreeSet<u32>,
}

impl Part {
    /// The things, and all links between any two of them.
    pub fn between(quarry: &Quarry, nodes: BTreeSet<u32>) -> Self {
        let out = nodes.iter().flat_map(|&node| quarry.links_from(node));
        let links = out.filter(|&link| nodes.contains(&quarry.ends(link)[1])).collect();
        Self { nodes, links }
    }
}

impl Quarry {
    /// A part as a pathway with a title. `file` is what the table is called; it stands in the explanations, with the lines,
    /// so that everything can be looked up again. Links have the effect that their words are taken for, evidence from each
    /// paper that is named, and the grade D, or X where no paper and no sentence is; citations are unconfirmed.
    ///
    /// # Errors
    /// Where the part is empty or too large for a picture: one sentence.
    pub fn take(&self, part: &Part, file: &str, title: &str) -> Result<Pathway, String> {
        let ends = part.links.iter().flat_map(|&link| self.ends(link));
        let nodes: BTreeSet<u32> = part.nodes.iter().copied().chain(ends).collect();
        let rows: usize = part.links.iter().map(|&link| self.row_count(link)).sum();
        if nodes.is_empty() {
            return Err("nothing is taken: name things that the table has, or a route that it knows".to_owned());
        }
        if nodes.len() > MOST_TAKEN || part.links.len() > MOST_LINKS || rows > MOST_ROWS {
            return Err(format!(
                "{} with {} in {} are more than a pathway of at most {MOST_TAKEN}, {MOST_LINKS} and {MOST_ROWS}; take a part \
                 with fewer steps, or name the things that matter",
                count(nodes.len(), "thing", "things"),
                count(part.links.len(), "link", "links"),
                count(rows, "row", "rows")
            ));
        }
        let mut taker = Taker {
            quarry: self,
            file,
            ids: BTreeSet::new(),
            last: BTreeMap::new(),
            sources: BTreeMap::new(),
            bibliography: Vec::new(),
        };
        let lane = Lane { id: LaneId::new(&taker.id("all")), label: "All".to_owned(), extra: Extra::new() };
        let links: Vec<(u32, Vec<Row>)> = part.links.iter().map(|&link| (link, self.rows(link))).collect();
        let (ids, nodes) = taker.nodes(&nodes, &links, lane.id.as_str());
        let lines = taker.lines(&links);
        let links = links.iter().map(|(link, rows)| taker.link(*link, rows, &ids, &lines)).collect();
        let about = About { id: id_from(title), title: title.to_owned(), ..About::default() };
        let sources = taker.bibliography;
        if sources.len() > MAX_SOURCES {
            let papers = sources.len();
            return Err(format!(
                "the part names {papers} papers, more than the {MAX_SOURCES} of a pathway; take a smaller one"
            ));
        }
        Ok(Pathway::from_parts(
            Parts { about, lanes: vec![lane], nodes, links, sources, tours: Vec::new() },
            Vec::new(),
        ))
    }
}

struct Taker<'q> {
    quarry: &'q Quarry,
    file: &'q str,
    /// Ids that are taken.
    ids: BTreeSet<String>,
    /// The number that was tried last behind each, so that a thousand names without Latin letters stay quick.
    last: BTreeMap<String, usize>,
    /// Papers by what they are named with; `None` is the table itself.
    sources: BTreeMap<Option<Paper>, SourceId>,
    bibliography: Vec<Source>,
}

impl Taker<'_> {
    /// An id that nothing else has.
    fn id(&mut self, base: &str) -> String {
        let mut base = id_from(base);
        // Room for a number.
        base.truncate(MAX_ID_BYTES - 8);
        let last = self.last.entry(base.clone()).or_default();
        loop {
            *last += 1;
            let id = if *last == 1 { base.clone() } else { format!("{base}_{last}") };
            if self.ids.insert(id.clone()) {
                return id;
            }
        }
    }

    fn nodes(
        &mut self,
        nodes: &BTreeSet<u32>,
        links: &[(u32, Vec<Row>)],
        lane: &str,
    ) -> (BTreeMap<u32, String>, Vec<Node>) {
        let mut called: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
        for (link, rows) in links {
            for (end, name) in rows.iter().flat_map(|row| self.quarry.ends(*link).into_iter().zip(&row.ids)) {
                if !name.is_empty() && name != self.quarry.name(end) {
                    called.entry(end).or_default().insert(name);
                }
            }
        }
        let mut ids = BTreeMap::new();
        let mut made = Vec::new();
        for &node in nodes {
            let name = self.quarry.name(node);
            let id = self.id(name);
            let (causes, effects) = (self.quarry.links_to(node).len(), self.quarry.links_from(node).len());
            let explanation = format!(
                "The table {} knows {} and {} of it.",
                self.file,
                count(causes, "cause", "causes"),
                count(effects, "effect", "effects")
            );
            let xrefs = called.remove(&node).into_iter().flatten().map(str::to_owned).collect();
            made.push(Node { explanation, xrefs, ..Node::new(&id, name, Kind::Other, lane) });
            ids.insert(node, id);
        }
        (ids, made)
    }

    /// The line of each row that is taken.
    fn lines(&self, links: &[(u32, Vec<Row>)]) -> BTreeMap<u32, usize> {
        let mut places: Vec<u32> = links.iter().flat_map(|(_, rows)| rows.iter().map(|row| row.at)).collect();
        places.sort_unstable();
        let lines = lines_of(self.quarry.text.as_bytes(), &places);
        places.into_iter().zip(lines).collect()
    }

    fn link(&mut self, link: u32, rows: &[Row], ids: &BTreeMap<u32, String>, lines: &BTreeMap<u32, usize>) -> Link {
        let [from, to] = self.quarry.ends(link).map(|end| ids.get(&end).map_or("", String::as_str));
        let effect = self.quarry.effect(link);
        let evidence: Vec<Evidence> = rows.iter().flat_map(|row| self.evidence(row, effect)).collect();
        let mut once: Vec<Evidence> = Vec::with_capacity(evidence.len());
        for item in evidence {
            if !once.contains(&item) {
                once.push(item);
            }
        }
        let found = !once.is_empty();
        Link {
            explanation: self.explanation(rows, effect, lines),
            grade: if found { Grade::D } else { Grade::X },
            no_source_found: (!found).then(|| format!("The table {} names no paper.", self.file)),
            evidence: once,
            ..Link::new(&self.id(&format!("{from}_{to}")), from, to, effect)
        }
    }

    /// What a row brings to a link with this effect: an item for each paper that it names, or one from the table itself
    /// where it only gives a sentence. How the study was made is not in the table: until somebody
    /// looks, its design is not stated, and carries the grade D.
    fn evidence(&mut self, row: &Row, effect: Effect) -> Vec<Evidence> {
        let papers: Vec<Option<Paper>> = match row.papers.as_slice() {
            [] if row.sentence.is_empty() => Vec::new(),
            [] => vec![None],
            papers => papers.iter().cloned().map(Some).collect(),
        };
        let stance = match (row.effect, effect) {
            (Effect::NoEffect, _) => Stance::Null,
            // It names the link and no sign: it does not test which way it goes.
            (Effect::Unknown, whole) if whole != Effect::Unknown => Stance::Near,
            // Where rows say the opposite, each speaks for what it says: the link is mixed.
            _ => Stance::Supports,
        };
        let finding = if row.sentence.is_empty() {
            let word = if row.word.is_empty() { "a link".to_owned() } else { format!("“{}”", row.word) };
            format!("The table {} gives this paper for {word}.", self.file)
        } else {
            short(&row.sentence)
        };
        let item = |source| Evidence {
            source,
            stance,
            design: Design::Unstated,
            species: Vec::new(),
            sample: String::new(),
            finding: finding.clone(),
            locator: None,
            extra: Extra::new(),
        };
        papers.into_iter().map(|paper| item(self.source(paper))).collect()
    }

    /// What the table says in its own words, and where.
    fn explanation(&self, rows: &[Row], effect: Effect, lines: &BTreeMap<u32, usize>) -> String {
        let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in rows {
            by_word.entry(&row.word).or_default().push(lines.get(&row.at).copied().unwrap_or_default());
        }
        let said = by_word.iter().map(|(word, lines)| {
            let listed: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
            let more = if lines.len() > MOST_LINES {
                format!(" and {} more", lines.len() - MOST_LINES)
            } else {
                String::new()
            };
            let word = if word.is_empty() { "without a word".to_owned() } else { format!("as “{}”", short(word)) };
            format!("{word} ({} {}{more})", form(lines.len(), "line", "lines"), listed.join(", "))
        });
        let mut listed: Vec<String> = said.take(MOST_WORDS).collect();
        if by_word.len() > MOST_WORDS {
            listed.push(count(by_word.len() - MOST_WORDS, "other word", "other words"));
        }
        let said = list(&listed);
        let doubt = match effect {
            Effect::Mixed => " Its rows disagree about the sign.",
            Effect::Unknown => " That says no sign.",
            Effect::Raises | Effect::Lowers if rows.iter().any(|row| row.effect == Effect::NoEffect) => {
                " A row says that there is no such effect."
            }
            Effect::Raises | Effect::Lowers | Effect::NoEffect => "",
        };
        format!("It stands in {} {said}.{doubt}", self.file)
    }

    /// The entry of the bibliography for a paper, or for the table.
    fn source(&mut self, paper: Option<Paper>) -> SourceId {
        if let Some(known) = self.sources.get(&paper) {
            return known.clone();
        }
        let (base, title) = match &paper {
            Some(Paper::Pmid(number)) => (format!("pmid{number}"), format!("PubMed {number}")),
            Some(Paper::Doi(doi)) => (format!("doi_{doi}"), format!("doi:{doi}")),
            None => (format!("table_{}", self.file), self.file.to_owned()),
        };
        let id = SourceId::new(&self.id(&base));
        let (mut doi, mut pmid) = (None, None);
        match &paper {
            Some(Paper::Pmid(number)) => pmid = Some(number.clone()),
            Some(Paper::Doi(named)) => doi = Some(named.clone()),
            None => {}
        }
        self.bibliography.push(Source {
            id: id.clone(),
            authors: String::new(),
            year: 0,
            title,
            venue: String::new(),
            doi,
            pmid,
            url: None,
            kind: None,
            citation: Citation::Unconfirmed,
            extra: Extra::new(),
        });
        self.sources.insert(paper, id.clone());
        id
    }
}

/// A text of a table on one line and not without end.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_FINDING) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
