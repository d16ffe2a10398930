//! Which columns of a table say what: a guess by their names and by what stands in them, which whoever opens it can change.

use super::{
    cells::Rows,
    effects::{OBJECT, SUBJECT, effects, word_of},
};
use crate::{formats::Problem, model::Effect};

/// How many rows are looked at for a guess.
const LOOKED_AT: usize = 50;

/// Which columns of a table say what, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// What stands between cells: a tab, a comma, a semicolon or a blank.
    pub separator: char,
    /// Whether the first row names the columns.
    pub header: bool,
    /// The cause.
    pub source: usize,
    /// The effect.
    pub target: usize,
    /// What the link does: one word, or several that belong together.
    pub relation: Vec<Relation>,
    /// Papers, by PubMed number or DOI.
    pub papers: Vec<usize>,
    /// A sentence that says it.
    pub sentence: Option<usize>,
    /// What public databases call the cause and the effect.
    pub ids: Option<(usize, usize)>,
}

/// A column of those that say what a link does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Which column.
    pub column: usize,
    /// How its cells are read.
    pub says: Says,
}

/// How the cells of a column say what a link does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// In a word or a number.
    Word,
    /// With this word before it.
    After(&'static str),
    /// By yes or no, so that the name of the column is the word: this one.
    Flag(String),
}

/// The head of a table: its columns and its first rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The names of the columns, or `column 1` where no row names them.
    pub names: Vec<String>,
    /// Whether a row names them.
    pub header: bool,
    /// What stands between cells.
    pub separator: char,
    /// The first rows that hold links.
    pub rows: Vec<Vec<String>>,
}

/// Names that columns of causes have, the surest first, in small letters and digits alone; those of effects are beside them.
const ENDS: [(&str, &str); 24] = [
    ("entitya", "entityb"),
    ("sourcegenesymbol", "targetgenesymbol"),
    ("sourcename", "targetname"),
    ("subjectname", "objectname"),
    ("subjectlabel", "objectlabel"),
    ("source", "target"),
    ("subject", "object"),
    ("cause", "effect"),
    ("from", "to"),
    ("regulator", "target"),
    ("tf", "target"),
    ("upstream", "downstream"),
    ("ligand", "receptor"),
    ("participanta", "participantb"),
    ("genea", "geneb"),
    ("gene1", "gene2"),
    ("proteina", "proteinb"),
    ("protein1", "protein2"),
    ("node1", "node2"),
    ("nodea", "nodeb"),
    ("sourcenode", "targetnode"),
    ("officialsymbolinteractora", "officialsymbolinteractorb"),
    ("idsinteractora", "idsinteractorb"),
    ("interactora", "interactorb"),
];

/// Names that columns of databases' own names have.
const IDS: [(&str, &str); 4] = [("ida", "idb"), ("sourceid", "targetid"), ("subject", "object"), ("source", "target")];

/// Names that a column of words for what a link does has, the surest first.
const RELATIONS: [&str; 19] = [
    "causalstatement",
    "effect",
    "relation",
    "relationship",
    "interactiontype",
    "interaction",
    "predicate",
    "regulation",
    "modeofregulation",
    "mor",
    "sign",
    "polarity",
    "effecttype",
    "edgetype",
    "edge",
    "type",
    "action",
    "weight",
    "mode",
];

const PAPERS: [&str; 13] = [
    "pmid",
    "pmids",
    "pubmed",
    "pubmedid",
    "pubmedids",
    "interactionpubmedid",
    "doi",
    "dois",
    "references",
    "reference",
    "publications",
    "publicationidentifiers",
    "papers",
];

const SENTENCES: [&str; 9] =
    ["sentence", "supportingtext", "sentences", "quote", "snippet", "evidencetext", "text", "finding", "evidence"];

impl Head {
    /// Reads the head of a table; whether its first row names the columns is guessed where nobody says it.
    ///
    /// # Errors
    /// Where it is empty or has one column only.
    pub fn of(text: &str, header: Option<bool>) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let separator = separator(text);
        let mut rows = first_rows(text, separator);
        if rows.is_empty() {
            return Err(Problem::at_start("the table is empty", "open a table with a row for each link"));
        }
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width < 2 {
            let hint = "open a table with a cause and an effect in each row, between tabs or commas";
            return Err(Problem::at_start("the table has one column only", hint));
        }
        let header = header.unwrap_or_else(|| is_header(&rows));
        let names = if header { rows.remove(0) } else { (1..=width).map(|n| format!("column {n}")).collect() };
        if rows.is_empty() {
            return Err(Problem::at_start("the table names its columns and has no row", "open one that has links"));
        }
        Ok(Self { names, header, separator: char::from(separator), rows })
    }

    /// The same, where the first row names its columns if a column is asked for by one of these names.
    ///
    /// # Errors
    /// As [`Head::of`].
    pub fn with_names(text: &str, names: &[&str]) -> Result<Self, Problem> {
        let head = Self::of(text, None)?;
        let is_named = |cell: &String| names.iter().any(|name| cell == name);
        let first = head.rows.first().is_some_and(|row| row.iter().any(is_named));
        if head.header || !first { Ok(head) } else { Self::of(text, Some(true)) }
    }

    /// What each column probably says.
    ///
    /// # Errors
    /// Where the columns have names, and none is like that of a cause and an effect.
    pub fn guess(&self) -> Result<Columns, Problem> {
        if !self.header {
            return Ok(by_cells(self.bare(), self.names.len(), &self.rows));
        }
        let plain: Vec<String> = self.names.iter().map(|name| plain(name)).collect();
        let at = |name: &str| plain.iter().position(|other| other == name);
        let both = |&(source, target): &(&str, &str)| at(source).zip(at(target)).filter(|(a, b)| a != b);
        let Some((source, target)) = ENDS.iter().find_map(both) else {
            let columns = self.names.join(", ");
            let what = format!("no column is named like a cause and an effect; the columns are {columns}");
            return Err(Problem::at_start(&what, "say which they are with --source and --target"));
        };
        let free = |column: &usize| *column != source && *column != target;
        let relation = relations(&plain).into_iter().filter(free).map(|column| self.relation(column)).collect();
        let papers = PAPERS.iter().filter_map(|name| at(name)).filter(free).collect();
        let sentence = SENTENCES.iter().filter_map(|name| at(name)).find(free);
        let ids = IDS.iter().filter_map(both).find(|(a, b)| free(a) && free(b));
        Ok(Columns { source, target, relation, papers, sentence, ids, ..self.bare() })
    }

    /// The first two columns as ends, and nothing else known.
    pub fn bare(&self) -> Columns {
        let (separator, header) = (self.separator, self.header);
        let (relation, papers, sentence, ids) = (Vec::new(), Vec::new(), None, None);
        Columns { separator, header, source: 0, target: 1, relation, papers, sentence, ids }
    }

    /// The column that somebody means: by its name, or by its number from 1.
    ///
    /// # Errors
    /// One sentence with the names that there are.
    pub fn column(&self, text: &str) -> Result<usize, String> {
        let by_name = |name: &String| name == text;
        let alike = |name: &String| !plain(text).is_empty() && plain(name) == plain(text);
        let number = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let found = self.names.iter().position(by_name).or_else(|| self.names.iter().position(alike));
        found.or(number.filter(|&number| number < self.names.len())).ok_or_else(|| {
            format!("there is no column “{text}”; write one of {}, or its number from 1", self.names.join(", "))
        })
    }

    /// A column that says what a link does, read as its name says.
    pub fn relation(&self, column: usize) -> Relation {
        let name = self.names.get(column).map(|name| plain(name)).unwrap_or_default();
        let says = match name.as_str() {
            "subjectdirectionqualifier" => Says::After(SUBJECT),
            "objectdirectionqualifier" => Says::After(OBJECT),
            _ if name == "negated" || name.ends_with("stimulation") || name.ends_with("inhibition") => {
                Says::Flag(self.names.get(column).cloned().unwrap_or_default())
            }
            _ => Says::Word,
        };
        Relation { column, says }
    }
}

/// What stands between the cells of a table: what its first lines have most alike.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let least = |separator: char| lines.iter().map(|line| line.matches(separator).count()).min().unwrap_or_default();
    let found = ['\t', ';', ','].into_iter().find(|&separator| least(separator) > 0);
    // Cut lines may have none.
    let any = || ['\t', ',', ';'].into_iter().find(|&c| lines.iter().any(|line| line.contains(c)));
    // `a activates b`, as Cytoscape writes SIF where no name has a blank.
    let words = |line: &&str| (2..=3).contains(&line.split(' ').count());
    let blank = || Some(' ').filter(|_| lines.iter().all(words));
    found.or_else(any).or_else(blank).unwrap_or('\t') as u8
}

fn first_rows(text: &str, separator: u8) -> Vec<Vec<String>> {
    let (mut rows, mut cells, mut first) = (Rows::new(text, separator, 0), Vec::new(), Vec::new());
    while first.len() < LOOKED_AT && rows.next_into(&mut cells).is_some() {
        first.push(cells.iter().map(|cell| cell.of(text).into_owned()).collect());
    }
    first
}

/// Whether the first row names the columns: where it has names of ends, or of something else that is known beside them.
fn is_header(rows: &[Vec<String>]) -> bool {
    let Some(first) = rows.first() else { return false };
    let names: Vec<String> = first.iter().map(|name| plain(name)).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let known = |name: &String| {
        let name = name.as_str();
        RELATIONS.contains(&name) || PAPERS.contains(&name) || SENTENCES.contains(&name)
    };
    ENDS.iter().any(|(source, target)| has(source) && has(target))
        || names.iter().filter(|name| known(name)).count() > 1
}

/// The columns that say what a link does: flags where there are some, else all of KGX's, else the first that is named so.
fn relations(plain: &[String]) -> Vec<usize> {
    const KGX: [&str; 4] = ["subjectdirectionqualifier", "objectdirectionqualifier", "qualifiedpredicate", "negated"];
    let at = |name: &str| plain.iter().position(|other| other == name);
    let all = |names: &[&str]| names.iter().filter_map(|name| at(name)).collect::<Vec<_>>();
    let flags = all(&["consensusstimulation", "consensusinhibition", "isstimulation", "isinhibition"]);
    if flags.len() > 1 {
        return flags;
    }
    let one = RELATIONS.iter().find_map(|name| at(name));
    one.into_iter().chain(all(&KGX)).collect()
}

/// The columns of a table without names: two ends, and what stands between or behind them where it is like a word for an
/// effect, that is, where it has fewer values than the others.
fn by_cells(empty: Columns, width: usize, rows: &[Vec<String>]) -> Columns {
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column)).map(|cell| word_of(cell));
    let values = |column: usize| {
        let mut values: Vec<&str> = cells(column).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    // MITAB has its place for everything, and often no header: the causal columns are those of 2.8.
    if width >= 42 {
        let relation = Relation { column: 45, says: Says::Word };
        let relation = Some(relation).filter(|_| width >= 46).into_iter().collect();
        return Columns { relation, papers: vec![8], ..empty };
    }
    if width == 2 {
        return empty;
    }
    let says = |column: usize| effects(&values(column)).iter().any(|effect| *effect != Effect::Unknown);
    let is_arrow = |column: usize| values(column).iter().all(|word| !word.contains(char::is_alphanumeric));
    let is_number = |column: usize| rows.iter().filter_map(|row| row.get(column)).all(|cell| is_number(cell));
    let fewer = |column: usize, than: usize| values(column).len() < values(than).len();
    let middle = says(1) || is_arrow(1) || !says(2) && !is_number(2) && !fewer(2, 1);
    let (column, target) = if middle { (1, 2) } else { (2, 1) };
    Columns { target, relation: vec![Relation { column, says: Says::Word }], ..empty }
}

fn is_number(cell: &str) -> bool {
    cell.is_empty() || cell.parse::<f64>().is_ok()
}

/// A column's name in small letters and digits alone.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
