//! Fuzzy search over nodes, links, commands, bundled pathways and sources, for the outline and the palette.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{command::Command, item::Item, library};
use crate::{
    model::{Node, Pathway, Reading, SourceId, written::spelled},
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
        row(Target::Command(command), command.label().to_owned(), &command.shortcut_text(), command.label())
    });
    let bundled = library::all().iter().map(|b| {
        row(Target::Bundled(b.id.to_owned()), words::palette::open(b.title), words::palette::BUNDLED, b.title)
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
            row(Target::KnockOut(source.id.clone()), text.clone(), words::palette::LENS, &text)
        }));
    }
    best(query, rows)
}

struct Row {
    hit: Hit,
    /// What is searched; may hold more than is shown.
    haystack: String,
}

fn row(target: Target, text: String, note: &str, haystack: &str) -> Row {
    Row { hit: Hit { target, text, note: note.to_owned() }, haystack: spelled(haystack) }
}

fn item_rows(pathway: &Pathway, reading: Reading) -> Vec<Row> {
    let nodes = pathway.nodes().map(|node| {
        row(Target::Item(Item::Node(node.id.clone())), node.label.clone(), node.kind.label(), &names(node))
    });
    let links = pathway.links().map(|link| {
        let sentence = pathway.sentence_in(link, reading);
        let note = words::names::grade(link.grade.name());
        row(Target::Item(Item::Link(link.id.clone())), sentence.clone(), &note, &sentence)
    });
    nodes.chain(links).collect()
}

/// Sources that some link rests on.
fn source_rows(pathway: &Pathway) -> Vec<Row> {
    let rows = pathway.sources().iter().filter_map(|source| {
        let link = pathway.links().find(|link| link.evidence.iter().any(|e| e.source == source.id))?;
        let target = Target::Source(source.id.clone(), Item::Link(link.id.clone()));
        let haystack = format!("{} {}", source.short(), source.title);
        Some(row(target, format!("{}: {}", source.short(), source.title), words::palette::SOURCE, &haystack))
    });
    rows.collect()
}

fn names(node: &Node) -> String {
    let mut names = node.label.clone();
    for alias in &node.aliases {
        names.push(' ');
        names.push_str(alias);
    }
    names
}

fn best(query: &str, rows: Vec<Row>) -> Vec<Hit> {
    if query.trim().is_empty() {
        return rows.into_iter().map(|row| row.hit).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(&spelled(query), CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize, Hit)> = Vec::new();
    for (order, row) in rows.into_iter().enumerate() {
        if let Some(score) = pattern.score(Utf32Str::new(&row.haystack, &mut buffer), &mut matcher) {
            scored.push((score, order, row.hit));
        }
    }
    scored.sort_by_key(|&(score, order, _)| (std::cmp::Reverse(score), order));
    scored.into_iter().take(MAX_HITS).map(|(_, _, hit)| hit).collect()
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
        check("marrow calm", "Skull marrow lowers calm");
        check("fit pathway", "Fit the pathway to the window");
        check("", "Search the outline");
    }

    #[test]
    fn the_outline_lists_everything_in_order_and_says_when_nothing_fits() {
        let pathway = notation::parse("b -> a").expect("notation");
        let texts: Vec<String> = items(&pathway, Reading::Shown, "").into_iter().map(|hit| hit.text).collect();
        assert_eq!(texts, ["b", "a", "b raises a"]);
        assert!(items(&pathway, Reading::Shown, "zzzz").is_empty());
    }
}
