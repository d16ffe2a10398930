//! Every format that is written: what it can hold comes back equal, and what it cannot is said.

use proptest::prelude::*;

use crate::{
    FORMATS, Format, Input, Wishes, build,
    model::{About, Effect, Kind, Lane, Link, Node, Parts, Pathway},
    read,
};

/// What of an effect a format keeps.
#[derive(Clone, Copy, PartialEq)]
enum Keeps {
    /// All five.
    All,
    /// Those that raise and lower; links of others are not written, and said.
    Signs,
    /// None; links without an effect are not written, and said.
    Arrows,
}

/// How much each format that is written keeps; a format that is missing here fails the test.
const KEEPS: &[(&str, Keeps)] = &[
    ("edges", Keeps::All),
    ("sif", Keeps::All),
    ("cytoscape", Keeps::All),
    ("cx2", Keeps::All),
    ("canvas", Keeps::All),
    ("dot", Keeps::All),
    ("mermaid", Keeps::All),
    ("dagitty", Keeps::Arrows),
    ("loopy", Keeps::Signs),
    ("graphml", Keeps::All),
];

fn pathway(labels: &[String], links: &[(usize, usize, usize)]) -> Pathway {
    let mut labels: Vec<String> = labels.iter().map(|label| crate::model::one_line(label)).collect();
    labels.sort();
    labels.dedup();
    labels.retain(|label| label.chars().any(char::is_alphanumeric) && !super::reads_as_missing(label));
    if labels.is_empty() {
        labels.push("a".to_owned());
    }
    let lanes = ["Blood", "Brain [2]"].map(|label| Lane {
        id: label[..5].to_lowercase().as_str().into(),
        label: label.into(),
        extra: Vec::new(),
    });
    let node = |(place, label): (usize, &String)| {
        Node::new(&format!("n{place}"), label, Kind::Other, lanes[place % 2].id.as_str())
    };
    let nodes: Vec<Node> = labels.iter().enumerate().map(node).collect();
    let mut pairs = std::collections::BTreeSet::new();
    let links = links
        .iter()
        .map(|&(from, to, effect)| (from % nodes.len(), to % nodes.len(), Effect::ALL[effect % 5]))
        .filter(|&(from, to, _)| pairs.insert((from, to)))
        .map(|(from, to, effect)| Link::new(&format!("l{from}_{to}"), &format!("n{from}"), &format!("n{to}"), effect))
        .collect();
    let about = About { title: "Round \"trip\" \\N".to_owned(), ..About::default() };
    Pathway::from_parts(Parts { about, lanes: lanes.to_vec(), nodes, links, ..Parts::default() }, Vec::new())
}

/// Names, and links by the names of their ends.
fn told(pathway: &Pathway, keeps: Keeps, name: impl Fn(&str) -> String) -> (Vec<String>, Vec<String>) {
    let mut names: Vec<String> = pathway.nodes().map(|node| name(&node.label)).collect();
    let written = |link: &Link| match keeps {
        Keeps::All => true,
        Keeps::Signs => matches!(link.effect, Effect::Raises | Effect::Lowers),
        Keeps::Arrows => link.effect != Effect::NoEffect,
    };
    let mut links: Vec<String> = pathway
        .links()
        .filter(|link| written(link))
        .map(|link| {
            let effect = if keeps == Keeps::Arrows { "" } else { link.effect.name() };
            format!("{} |{effect}| {}", name(pathway.label(&link.from)), name(pathway.label(&link.to)))
        })
        .collect();
    names.sort();
    links.sort();
    (names, links)
}

fn there_and_back(format: &'static Format, keeps: Keeps, pathway: &Pathway) -> Result<(), TestCaseError> {
    let Some(write) = format.write else { return Ok(()) };
    let written = write(pathway);
    prop_assert_eq!(&written, &write(pathway), "the same pathway gives the same bytes");
    let input = Input::new("x", &written.bytes);
    let (format, draft) = read(&input, Some(format)).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
    let back = build(format, draft, &Wishes::default()).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
    // DAGitty has no way to write a quote inside a name.
    let name = |label: &str| {
        if format.id == "dagitty" { label.replace('\\', "/").replace('"', "'") } else { label.to_owned() }
    };
    let (names, links) = told(pathway, keeps, name);
    let (mut names_back, links_back) = told(&back.pathway, keeps, str::to_owned);
    names_back.dedup();
    let mut names = names;
    names.dedup();
    prop_assert_eq!(names, names_back, "{}", format.id);
    prop_assert_eq!(links, links_back, "{}", format.id);
    let said = pathway.links().len() - back.pathway.links().len();
    prop_assert!(written.lost.len() > said, "{}: every link that is not written is said", format.id);
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        labels in proptest::collection::vec("[a-zA-Zα-ω0-9 \"'\\\\#<>&;|(){}\\[\\]:,=+_@%-]{1,12}", 1..8),
        links in proptest::collection::vec((0usize..8, 0usize..8, 0usize..5), 0..14),
    ) {
        let pathway = pathway(&labels, &links);
        for format in FORMATS.iter().filter(|format| format.write.is_some()) {
            let keeps = KEEPS.iter().find(|(id, _)| *id == format.id).map(|(_, keeps)| *keeps);
            let keeps = keeps.unwrap_or_else(|| panic!("say what {} keeps", format.id));
            there_and_back(format, keeps, &pathway)?;
        }
    }
}
