//! Search by name, then by letters, over nodes, links, commands, bundled pathways and sources, for the outline and the palette.

use std::{cmp::Reverse, collections::BTreeMap};

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{command::Command, item::Item, library, plain_key::key_text};
use crate::{
    model::{Link, Pathway, Reading, SourceId, written::spelled},
    words,
};

/// What a hit leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A node or a link.
    Item(Item),
    /// A command.
    Command(Command),
    /// A bundled pathway, by id.
    Bundled(String),
    /// A source, by the first link that rests on it.
    Source(SourceId, Item),
    /// A source to be knocked out, or brought back.
    KnockOut(SourceId),
}

/// One row of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it leads to.
    pub target: Target,
    /// What it says.
    pub text: String,
    /// A word beside it: what sort of thing it is, or a shortcut.
    pub note: String,
}

/// Most rows that an answer has.
pub const MAX_HITS: usize = 60;

/// Nodes and links that match, best first; all of them, in the order of the file, where nothing is asked.
pub fn items(pathway: &Pathway, reading: Reading, query: &str) -> Vec<Hit> {
    best(query, item_rows(pathway, reading))
}

/// Everything that the palette offers, best match first. Where nothing is asked, commands come first.
pub fn everything(pathway: &Pathway, reading: Reading, query: &str) -> Vec<Hit> {
    let commands = Command::ALL.into_iter().filter(|command| command.is_listed()).map(|command| {
        let label = command.label().to_owned();
        row(Target::Command(command), label.clone(), &key_text(command), vec![label])
    });
    let bundled = library::all().iter().map(|b| {
        row(
            Target::Bundled(b.id.to_owned()),
            words::palette::open(b.title),
            words::palette::BUNDLED,
            vec![b.title.to_owned()],
        )
    });
    let mut rows: Vec<Row> = Vec::new();
    if !query.trim().is_empty() {
        // What the pathway holds comes before commands that match as well.
        rows.extend(item_rows(pathway, reading));
        rows.extend(source_rows(pathway));
    }
    rows.extend(commands.chain(bundled));
    if !query.trim().is_empty() {
        rows.extend(pathway.sources().iter().map(|source| {
            let text = words::palette::knock_out(&source.short(), &source.title);
            row(Target::KnockOut(source.id.clone()), text.clone(), words::palette::LENS, vec![text])
        }));
    }
    best(query, rows)
}

struct Row {
    hit: Hit,
    /// Each name that it can be found by; the first is the usual one.
    names: Vec<String>,
}

fn row(target: Target, text: String, note: &str, names: Vec<String>) -> Row {
    Row { hit: Hit { target, text, note: note.to_owned() }, names }
}

fn item_rows(pathway: &Pathway, reading: Reading) -> Vec<Row> {
    let nodes = pathway.nodes().map(|node| {
        let names = std::iter::once(&node.label).chain(&node.aliases).cloned().collect();
        row(Target::Item(Item::Node(node.id.clone())), node.label.clone(), node.kind.label(), names)
    });
    let links = pathway.links().map(|link| {
        let sentence = pathway.sentence_in(link, reading);
        let note = words::names::grade(link.grade.name());
        row(Target::Item(Item::Link(link.id.clone())), sentence.clone(), &note, vec![sentence])
    });
    nodes.chain(links).collect()
}

/// Sources that some link rests on.
fn source_rows(pathway: &Pathway) -> Vec<Row> {
    let mut first: BTreeMap<&SourceId, &Link> = BTreeMap::new();
    for link in pathway.links() {
        for evidence in &link.evidence {
            first.entry(&evidence.source).or_insert(link);
        }
    }
    let rows = pathway.sources().iter().filter_map(|source| {
        let link = first.get(&source.id)?;
        let target = Target::Source(source.id.clone(), Item::Link(link.id.clone()));
        let names = vec![source.short(), source.title.clone()];
        Some(row(target, format!("{}: {}", source.short(), source.title), words::palette::SOURCE, names))
    });
    rows.collect()
}

/// How well a name fits what is typed, best first. What is the same comes before what only begins so: whoever types a name
/// in full means that thing, however many longer names hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// Each of its words is a word of the name.
    Words,
    /// Each of its words begins a word of the name.
    Beginnings,
    /// Its letters stand in the name in this order.
    Letters,
}

/// Names as they are compared: how a name is written does not matter here.
fn plain(text: &str) -> String {
    spelled(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// How a name fits a query beyond its letters; both are plain.
fn fit(query: &str, name: &str) -> Fit {
    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|c: char| !c.is_alphanumeric())
    }
    let all = |fits: &dyn Fn(&str, &str) -> bool| words(query).all(|word| words(name).any(|other| fits(other, word)));
    if name == query {
        Fit::Exact
    } else if name.starts_with(query) {
        Fit::Prefix
    } else if all(&|other, word| other == word) {
        Fit::Words
    } else if all(&|other, word| other.starts_with(word)) {
        Fit::Beginnings
    } else {
        Fit::Letters
    }
}

/// How a name fits a query, and how much of the name that leaves out: of two names with the same words the shorter one is
/// nearer. Where only letters fit, their score says that better.
fn rank(query: &str, name: &str) -> (Fit, usize) {
    let fit = fit(query, name);
    (fit, if fit == Fit::Letters { 0 } else { name.chars().count() })
}

/// Things with names, made ready to be searched letter by letter.
#[derive(Debug)]
pub(crate) struct Named(Vec<Vec<String>>);

impl Named {
    /// Takes the names of each thing; the first is the usual one.
    pub(crate) fn new<'a, N: IntoIterator<Item = &'a String>>(things: impl IntoIterator<Item = N>) -> Self {
        let names = |names: N| names.into_iter().map(|name| plain(name)).collect();
        Self(things.into_iter().map(names).collect())
    }

    /// The numbers of those that match, best first: by how their best name fits, then by their letters, then in order. All,
    /// where nothing is asked; else no more than [`MAX_HITS`].
    pub(crate) fn best(&self, query: &str) -> Vec<usize> {
        let query = plain(query);
        if query.is_empty() {
            return (0..self.0.len()).collect();
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let pattern = Pattern::parse(&query, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut found: Vec<((Fit, usize), Reverse<u32>, usize)> = Vec::new();
        for (number, names) in self.0.iter().enumerate() {
            let Some(score) = pattern.score(Utf32Str::new(&names.join(" "), &mut buffer), &mut matcher) else {
                continue;
            };
            if let Some(rank) = names.iter().map(|name| rank(&query, name)).min() {
                found.push((rank, Reverse(score), number));
            }
        }
        found.sort_unstable();
        found.into_iter().take(MAX_HITS).map(|(.., number)| number).collect()
    }

    /// Whether a text is a name of the thing of that number, however it is written.
    pub(crate) fn is_name_of(&self, number: usize, text: &str) -> bool {
        let text = plain(text);
        self.0.get(number).is_some_and(|names| names.contains(&text))
    }
}

/// Rows that match, best first.
fn best(query: &str, rows: Vec<Row>) -> Vec<Hit> {
    let order = Named::new(rows.iter().map(|row| &row.names)).best(query);
    let mut hits: Vec<Option<Hit>> = rows.into_iter().map(|row| Some(row.hit)).collect();
    order.into_iter().filter_map(|row| hits.get_mut(row)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::notation;

    #[track_caller]
    fn check(query: &str, first: &str) {
        let pathway = notation::parse("Chronic stress -> Skull marrow -| Calm").expect("notation");
        let hits = everything(&pathway, Reading::Shown, query);
        assert_eq!(hits.first().map(|hit| hit.text.as_str()), Some(first), "{query}");
    }

    #[test]
    fn the_best_match_comes_first() {
        check("skull", "Skull marrow");
        check("marrow calm", "Skull marrow lowers Calm");
        check("fit pathway", "Fit the pathway to the window");
        check("", "Search the outline");
    }

    /// The first rows of the palette over the atlas.
    fn in_atlas(query: &str) -> Vec<String> {
        let text = library::find("atlas").expect("the atlas is bundled").text();
        let opened = crate::formats::open(text.as_bytes()).expect("it opens");
        let hits = everything(&opened.pathway, Reading::Shown, query);
        hits.into_iter().take(4).map(|hit| hit.text).collect()
    }

    #[test]
    fn an_exact_name_comes_before_a_beginning_before_words_before_letters() {
        assert_eq!(in_atlas("depression")[0], "Depression");
        assert_eq!(in_atlas("  DEPRESSION ")[0], "Depression");
        let title = library::find("skull-marrow").expect("it is bundled").title;
        assert_eq!(in_atlas("skull marrow and")[0], words::palette::open(title));
        assert_eq!(in_atlas("skull marr")[0], "Skull bone marrow");
        for (query, name, expected) in [
            ("calm", "calm", Fit::Exact),
            ("cal", "calm", Fit::Prefix),
            ("mood calm", "calm the mood", Fit::Words),
            ("moo cal", "calm the mood", Fit::Beginnings),
            ("clm", "calm", Fit::Letters),
        ] {
            assert_eq!(fit(query, name), expected, "{query} in {name}");
        }
    }

    #[test]
    fn another_name_of_a_thing_counts_like_its_label() {
        let mut parts = notation::parse("longer name of it -> b").expect("notation").parts();
        parts.nodes[1].aliases = vec!["Name".to_owned()];
        let pathway = Pathway::from_parts(parts, Vec::new());
        assert_eq!(items(&pathway, Reading::Shown, "name")[0].text, "b");
    }

    #[test]
    fn the_outline_lists_everything_in_order_and_says_when_nothing_fits() {
        let pathway = notation::parse("b -> a").expect("notation");
        let texts: Vec<String> = items(&pathway, Reading::Shown, "").into_iter().map(|hit| hit.text).collect();
        assert_eq!(texts, ["b", "a", "b raises a"]);
        assert!(items(&pathway, Reading::Shown, "zzzz").is_empty());
    }
}
