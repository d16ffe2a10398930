//! DAGitty: the language in braces, and the older one of two blocks.
//!
//! <https://www.dagitty.net/manual-3.x.pdf>: `->` and `<-` are causes, `<->` is a common cause that nobody has measured,
//! `--` has no direction; roles stand in brackets. In the older text a first block has names with a letter for the role, a
//! second has each name with those that it leads to; blanks in names are `%20`.

use std::{collections::BTreeMap, fmt::Write as _};

use super::braces::{Attributes, Operand, Statement, parsed};
use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    model::{Effect, Kind, Pathway},
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "dagitty",
    name: "DAGitty text",
    about: "Causes and roles, in both of its languages; DAGitty has no signs, so every effect is unknown.",
    endings: &["dagitty", "dag", "txt"],
    knows,
    read,
    write: Some(write),
};

fn knows(input: &Input<'_>) -> Knows {
    let start = input.start();
    let word: String = start.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_kind = ["dag", "pdag", "mag", "pag"].contains(&word.as_str());
    let rest = start[word.len()..].trim_start();
    Knows::seen(
        is_kind && (rest.starts_with('{') || rest.starts_with('"') && rest.contains('{'))
            || older(&input.text).is_some(),
    )
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    match older(&input.text) {
        Some((names, links)) => Ok(read_older(&names, &links)),
        None => read_braces(input),
    }
}

/// Things by their names.
#[derive(Default)]
struct Reader {
    draft: Draft,
    known: BTreeMap<String, ThingId>,
}

impl Reader {
    fn thing(&mut self, name: &str) -> ThingId {
        let draft = &mut self.draft;
        *self.known.entry(name.to_owned()).or_insert_with(|| draft.thing(name, name))
    }

    fn role(&mut self, id: ThingId, role: &str) {
        let (kind, note) = match role {
            "exposure" | "e" | "E" => (None, "DAGitty's role: exposure."),
            "outcome" | "o" | "O" => (Some(Kind::Outcome), "DAGitty's role: outcome."),
            "latent" | "unobserved" | "u" | "U" => (None, "DAGitty's role: not observed."),
            "adjusted" | "adjustedNode" | "a" | "A" => (None, "DAGitty's role: adjusted for."),
            "selected" | "s" | "S" => (None, "DAGitty's role: selected on."),
            _ => return,
        };
        let thing = &mut self.draft.things[id.0];
        thing.kind = kind.unwrap_or(thing.kind);
        thing.notes.push((note.to_owned(), Vec::new()));
    }

    fn place(&mut self, id: ThingId, at: &str) {
        if let Some((x, y)) = at.split_once(',')
            && let (Ok(x), Ok(y)) = (x.trim().parse::<f64>(), y.trim().parse::<f64>())
        {
            // DAGitty's own measure has cards about one apart.
            self.draft.things[id.0].at = Some((x * 200.0, y * 200.0));
        }
    }

    fn link(&mut self, (from, to): (ThingId, ThingId), arrow: &str, attributes: &Attributes, line: usize) {
        let (from, to) = if matches!(arrow, "<-" | "<-@" | "<--") { (to, from) } else { (from, to) };
        if arrow == "<->" {
            let [one, other] = [from, to].map(|id| self.draft.things[id.0].label.clone());
            for (id, other) in [(from, &other), (to, &one)] {
                let note = format!("Shares with “{other}” a common cause that is not known.");
                self.draft.things[id.0].notes.push((note, Vec::new()));
            }
            let what =
                format!("“{one}” <-> “{other}”: a common cause that is not known is a note on both, and no card.");
            return self.draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
        }
        let word = self.draft.word(arrow, Effect::Unknown);
        let link = self.draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(line));
        if !arrow.contains(['<', '>']) || arrow.contains('@') {
            link.heads = Heads::None;
        }
        for (name, value) in attributes.iter().filter(|(name, _)| name == "beta" || name == "label") {
            link.notes.push(format!("{name} = {value}"));
        }
    }
}

fn read_braces(input: &Input<'_>) -> Result<Draft, Problem> {
    let whole = parsed(input)?;
    let mut reader = Reader::default();
    if let [_, name, ..] = whole.head.as_slice() {
        reader.draft.title.clone_from(name);
    }
    for statement in &whole.body {
        statement_of(&mut reader, statement);
    }
    Ok(reader.draft)
}

fn statement_of(reader: &mut Reader, statement: &Statement) -> Vec<ThingId> {
    match statement {
        Statement::Node(name, attributes) => {
            let id = reader.thing(name);
            for (name, value) in attributes {
                if name == "pos" { reader.place(id, value) } else { reader.role(id, name) }
            }
            vec![id]
        }
        Statement::Chain(operands, arrows, attributes, line) => {
            let ends: Vec<Vec<ThingId>> = operands.iter().map(|operand| operand_of(reader, operand)).collect();
            for (pair, arrow) in ends.windows(2).zip(arrows) {
                let [from, to] = pair else { continue };
                for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))) {
                    reader.link((from, to), arrow, attributes, *line);
                }
            }
            ends.into_iter().flatten().collect()
        }
        Statement::Group(group) => group.body.iter().flat_map(|statement| statement_of(reader, statement)).collect(),
        Statement::Default(..) | Statement::Set(..) => Vec::new(),
    }
}

fn operand_of(reader: &mut Reader, operand: &Operand) -> Vec<ThingId> {
    match operand {
        Operand::Name(name) => vec![reader.thing(name)],
        Operand::Group(group) => group.body.iter().flat_map(|statement| statement_of(reader, statement)).collect(),
    }
}

/// Lines with their numbers.
type Lines<'t> = Vec<(usize, &'t str)>;

/// The two blocks of the older language, where a text has them: lines of a name, a letter or a number and perhaps a place,
/// an empty line, and lines of names that the first block has.
fn older(text: &str) -> Option<(Lines<'_>, Lines<'_>)> {
    let lines: Lines<'_> = text.lines().enumerate().map(|(number, line)| (number + 1, line.trim())).collect();
    let first = lines.iter().position(|(_, line)| !line.is_empty())?;
    let gap = first + lines[first..].iter().position(|(_, line)| line.is_empty())?;
    let (names, links) = (&lines[first..gap], &lines[gap..]);
    let links: Lines<'_> = links.iter().copied().filter(|(_, line)| !line.is_empty()).collect();
    let is_name = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let role = words.get(1).is_some_and(|word| matches!(*word, "1" | "E" | "O" | "U" | "A" | "S"));
        role && words.get(2).is_none_or(|at| at.starts_with('@')) && words.len() <= 3
    };
    let mut known: Vec<&str> = names.iter().filter_map(|(_, line)| line.split_whitespace().next()).collect();
    known.sort_unstable();
    let is_link = |line: &str| {
        line.split_whitespace().filter(|word| !word.starts_with('@')).all(|word| known.binary_search(&word).is_ok())
    };
    let is_older =
        !links.is_empty() && names.iter().all(|(_, line)| is_name(line)) && links.iter().all(|(_, line)| is_link(line));
    is_older.then(|| (names.to_vec(), links))
}

fn read_older(names: &Lines<'_>, links: &Lines<'_>) -> Draft {
    let mut reader = Reader::default();
    for (_, line) in names {
        let mut words = line.split_whitespace();
        let id = reader.thing(&decoded(words.next().unwrap_or_default()));
        for word in words {
            match word.strip_prefix('@') {
                Some(at) => reader.place(id, at),
                None => reader.role(id, word),
            }
        }
    }
    for (number, line) in links {
        let mut words = line.split_whitespace().filter(|word| !word.starts_with('@'));
        let from = reader.thing(&decoded(words.next().unwrap_or_default()));
        for word in words {
            let to = reader.thing(&decoded(word));
            reader.link((from, to), "->", &Vec::new(), *number);
        }
    }
    reader.draft
}

/// A name with its `%20`s as blanks.
fn decoded(name: &str) -> String {
    super::percent::decoded(name)
}

fn write(pathway: &Pathway) -> Written {
    let mut text = String::from("dag {\n");
    for node in pathway.nodes() {
        let role = if node.kind == Kind::Outcome { " [outcome]" } else { "" };
        writeln!(text, "{}{role}", quoted(&node.label)).ok();
    }
    let mut lost = Vec::new();
    for link in pathway.links() {
        let [from, to] = [&link.from, &link.to].map(|id| pathway.label(id));
        if link.effect == Effect::NoEffect {
            let what = format!("That “{from}” has no effect on “{to}” is not written: an arrow would say that it has.");
            lost.push(Notice { kind: NoticeKind::NotKept, spot: Spot::Element(link.id.to_string()), what });
            continue;
        }
        writeln!(text, "{} -> {}", quoted(from), quoted(to)).ok();
    }
    text.push_str("}\n");
    let mut say =
        |what: &str| lost.push(Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() });
    say("Names and arrows are written: DAGitty has no signs, no evidence and no lanes.");
    if pathway.links().any(|link| link.from == link.to) || has_loop(pathway) {
        say("The pathway has feedback loops: DAGitty opens it, but answers nothing about a graph with loops.");
    }
    Written { bytes: text.into_bytes(), lost }
}

/// Whether some arrow leads back: Kahn's way of taking away what nothing leads to, until nothing is left or nothing can go.
fn has_loop(pathway: &Pathway) -> bool {
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place)).collect();
    let mut into = vec![0usize; places.len()];
    let mut out = vec![Vec::new(); places.len()];
    for link in pathway.links().filter(|link| link.effect != Effect::NoEffect) {
        if let (Some(&from), Some(&to)) = (places.get(link.from.as_str()), places.get(link.to.as_str())) {
            into[to] += 1;
            out[from].push(to);
        }
    }
    let mut free: Vec<usize> = (0..into.len()).filter(|&place| into[place] == 0).collect();
    let mut gone = 0;
    while let Some(place) = free.pop() {
        gone += 1;
        for &next in &out[place] {
            into[next] -= 1;
            if into[next] == 0 {
                free.push(next);
            }
        }
    }
    gone < into.len()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", crate::model::one_line(text).replace('\\', "/").replace('"', "'"))
}
