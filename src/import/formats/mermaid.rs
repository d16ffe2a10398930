//! Mermaid flowcharts: cards in brackets of all sorts, arrows with words on them, subgraphs as lanes.
//!
//! <https://mermaid.js.org/syntax/flowchart.html>. What is written on an arrow gives its effect where that is a word for it.
//! As in Mermaid itself an `o` or an `x` right behind a line without a head is its end and no part of the next name.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    draft::{Draft, End, Heads, ThingId},
    format::{Format, Knows, Written},
    input::Input,
    model::{Effect, Pathway},
    native::Problem,
    notice::{Notice, NoticeKind, Spot},
    relations::effect_of,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "mermaid",
    name: "Mermaid flowchart",
    about: "Cards, arrows and subgraphs; a word such as “lowers” on an arrow gives its effect, an arrow alone claims none.",
    endings: &["mmd", "mermaid", "md"],
    knows: |input| Knows::seen(body(&input.text).is_some()),
    read,
    write: Some(write),
};

/// The lines behind the first line of the flowchart, with their numbers, out of a fence of Markdown where it stands in one.
fn body(text: &str) -> Option<Vec<(usize, &str)>> {
    let mut lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
    let fenced =
        text.lines().any(|line| line.trim().starts_with("```mermaid") || line.trim().starts_with("~~~mermaid"));
    if fenced {
        lines.find(|(_, line)| line.starts_with("```mermaid") || line.starts_with("~~~mermaid"))?;
    }
    let mut in_front = false;
    let first = lines.find(|(_, line)| {
        // Settings between two lines of hyphens come first.
        if *line == "---" {
            in_front = !in_front;
            return false;
        }
        !in_front && !line.is_empty() && !line.starts_with("%%")
    })?;
    let mut words = first.1.split([' ', ';', '\t']).filter(|word| !word.is_empty());
    let begins = matches!(words.next(), Some("graph" | "flowchart" | "flowchart-elk"));
    let way = words.next().unwrap_or_default();
    if !begins || !matches!(way, "" | "TB" | "TD" | "BT" | "RL" | "LR" | ">" | "<" | "^" | "v") || first.1.contains('{')
    {
        return None;
    }
    let rest = first.1.split_once(';').map(|(_, rest)| (first.0, rest.trim()));
    let ends = |line: &&(usize, &str)| !(fenced && (line.1.starts_with("```") || line.1.starts_with("~~~")));
    let all: Vec<(usize, &str)> = rest.into_iter().chain(lines).collect();
    Some(all.iter().take_while(ends).copied().collect())
}

struct Reader {
    draft: Draft,
    known: BTreeMap<String, ThingId>,
    lanes: Vec<Option<usize>>,
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let Some(lines) = body(&input.text) else {
        let hint = "begin it with a line such as: flowchart LR";
        return Err(Problem::at_start("this is no Mermaid flowchart", hint));
    };
    let mut reader = Reader { draft: Draft::default(), known: BTreeMap::new(), lanes: Vec::new() };
    for (number, line) in lines {
        for statement in split_statements(line) {
            reader.statement(statement.trim(), number);
        }
    }
    Ok(reader.draft)
}

/// Statements of a line, divided by semicolons that stand in no quotes.
fn split_statements(line: &str) -> Vec<&str> {
    let (mut parts, mut start, mut quoted) = (Vec::new(), 0, false);
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            // `#quot;` and other entities end with one.
            ';' if !quoted && !is_entity(&line[start..at]) => {
                parts.push(&line[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&line[start..]);
    parts
}

fn is_entity(before: &str) -> bool {
    before
        .rsplit_once('#')
        .is_some_and(|(_, name)| !name.is_empty() && name.len() < 10 && name.chars().all(char::is_alphanumeric))
}

impl Reader {
    fn statement(&mut self, text: &str, line: usize) {
        let word = text.split([' ', '\t']).next().unwrap_or_default();
        match word {
            "" => {}
            _ if text.starts_with("%%") => {}
            "subgraph" => {
                let rest = text["subgraph".len()..].trim();
                let label = rest.split_once('[').map_or(rest, |(_, label)| label.trim_end_matches(']'));
                let lane = (!label.is_empty()).then(|| self.draft.lane(&shown(label)));
                self.lanes.push(lane.or(self.lanes.last().copied().flatten()));
            }
            "end" => drop(self.lanes.pop()),
            "direction" | "classDef" | "class" | "style" | "linkStyle" | "accTitle:" | "accDescr:" => {}
            "click" => {
                let what = format!("“{}” is an instruction to a page and is left out.", crate::model::shown(text));
                self.draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
            }
            _ => self.chain(text, line),
        }
    }

    /// `a & b -->|word| c --- d`
    fn chain(&mut self, text: &str, line: usize) {
        let Some((mut from, mut rest)) = self.cards(text) else { return self.unread(text, line) };
        while !rest.trim_start().is_empty() {
            let Some((link, after)) = link(rest.trim_start()) else { return self.unread(rest, line) };
            let Some((to, left)) = self.cards(after.trim_start()) else { return self.unread(after, line) };
            for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to))) {
                self.arrow((from, to), &link, line);
            }
            (from, rest) = (to, left);
        }
    }

    fn unread(&mut self, text: &str, line: usize) {
        let what = format!("“{}” cannot be read, and is left out.", crate::model::shown(text));
        self.draft.notice(NoticeKind::NotKept, Spot::Line(line), what);
    }

    /// Cards joined by `&`, and what is left behind them.
    fn cards<'t>(&mut self, text: &'t str) -> Option<(Vec<ThingId>, &'t str)> {
        let mut rest = text;
        let mut found = Vec::new();
        loop {
            let (id, left) = self.card(rest.trim_start())?;
            found.push(id);
            match left.trim_start().strip_prefix('&') {
                Some(more) => rest = more,
                None => return Some((found, left)),
            }
        }
    }

    /// One card: an id, perhaps with a label in brackets, perhaps with a class.
    fn card<'t>(&mut self, text: &'t str) -> Option<(ThingId, &'t str)> {
        let end = id_end(text);
        let id = &text[..end];
        if id.is_empty() {
            return None;
        }
        let mut rest = &text[end..];
        let mut label = None;
        if let Some(after) = rest.strip_prefix("@{") {
            let (inside, left) = after.split_once('}')?;
            label = inside.split_once("label:").map(|(_, label)| {
                let label = label.trim();
                let quoted = label.strip_prefix('"').and_then(|label| label.split_once('"')).map(|(label, _)| label);
                shown(quoted.unwrap_or_else(|| label.split(',').next().unwrap_or_default()))
            });
            rest = left;
        } else if let Some((inside, left)) = bracketed(rest) {
            label = Some(shown(inside));
            rest = left;
        }
        if let Some(after) = rest.strip_prefix(":::") {
            rest = &after[after.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(after.len())..];
        }
        let lane = self.lanes.last().copied().flatten();
        let draft = &mut self.draft;
        let thing = *self.known.entry(id.to_owned()).or_insert_with(|| draft.thing(id, id));
        let card = &mut draft.things[thing.0];
        card.lane = card.lane.or(lane);
        if let Some(label) = label {
            card.label = label;
        }
        Some((thing, rest))
    }

    fn arrow(&mut self, (from, to): (ThingId, ThingId), link: &Link, line: usize) {
        let (word, effect) = match effect_of(&link.text) {
            Some(effect) => (link.text.clone(), effect),
            None => (link.kind.clone(), Effect::Unknown),
        };
        let word = self.draft.word(&word, effect);
        let (from, to) = if link.back { (to, from) } else { (from, to) };
        let arrow = self.draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Line(line));
        arrow.heads = link.heads;
        arrow.label.clone_from(&link.text);
    }
}

/// An arrow as it is drawn, and what is written on it.
struct Link {
    kind: String,
    heads: Heads,
    back: bool,
    text: String,
}

/// An arrow and what is left behind it: `-->`, `-.->`, `==>`, `---`, `--o`, `x--x`, `<-->`, with `|text|` or `-- text -->`.
fn link(text: &str) -> Option<(Link, &str)> {
    let starts_with_head = text.starts_with('<') || (text.starts_with(['o', 'x']) && text[1..].starts_with(['-', '=']));
    let body = if starts_with_head { &text[1..] } else { text };
    let end = body.find(|c: char| !matches!(c, '-' | '=' | '.')).unwrap_or(body.len());
    let stroke = &body[..end];
    if stroke.len() < 2 || stroke.starts_with('.') {
        return None;
    }
    let tail = &body[end..];
    let head = tail.chars().next().filter(|c| matches!(c, '>' | 'o' | 'x'));
    // `-- text -->`: two marks and no head begin a text.
    let opens = matches!(stroke, "--" | "==" | "-.") && head != Some('>');
    if opens && let Some((written, kind, left)) = inner(tail) {
        let (back, heads) = heads(starts_with_head.then(|| text.chars().next()).flatten(), kind.chars().last());
        return Some((Link { kind, heads, back, text: shown(written) }, left));
    }
    if stroke.len() < 3 && head.is_none() {
        return None;
    }
    let after = head.map_or(tail, |head| &tail[head.len_utf8()..]);
    let kind: String = text[..text.len() - after.len()].to_owned();
    let (back, heads) = heads(starts_with_head.then(|| text.chars().next()).flatten(), head);
    let (written, left) = match after.trim_start().strip_prefix('|').and_then(|after| after.split_once('|')) {
        Some((written, left)) => (shown(written), left),
        None => (String::new(), after),
    };
    Some((Link { kind, heads, back, text: written }, left))
}

/// The text of `-- text -->` with the arrow that ends it and what is left.
fn inner(tail: &str) -> Option<(&str, String, &str)> {
    let (at, stroke) = ["-->", "---", "--o", "--x", "==>", "===", ".->", ".-"]
        .into_iter()
        .filter_map(|stroke| tail.find(stroke).map(|at| (at, stroke)))
        .min_by_key(|(at, stroke)| (*at, std::cmp::Reverse(stroke.len())))?;
    let written = tail[..at].trim();
    (!written.is_empty()).then(|| (written, stroke.to_owned(), &tail[at + stroke.len()..]))
}

/// At which ends there is a head, and whether the arrow leads back. A circle and a cross are heads, too.
fn heads(first: Option<char>, last: Option<char>) -> (bool, Heads) {
    let is_head = |c: Option<char>| c.is_some_and(|c| matches!(c, '>' | '<' | 'o' | 'x'));
    match (is_head(first), is_head(last)) {
        (true, true) => (false, Heads::Both),
        (true, false) => (true, Heads::To),
        (false, true) => (false, Heads::To),
        (false, false) => (false, Heads::None),
    }
}

/// Where an id ends: at a bracket, a blank, an arrow or an ampersand. A hyphen belongs to it where no arrow begins.
fn id_end(text: &str) -> usize {
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let ends = c.is_whitespace()
            || matches!(c, '[' | '(' | '{' | '>' | '&' | '|' | '"' | ';' | '<' | ']' | ')' | '}' | '@')
            || matches!(c, '-' | '=') && next.is_none_or(|next| matches!(next, '-' | '=' | '.' | '>' | ' '))
            || c == ':' && text[at..].starts_with(":::");
        if ends {
            return at;
        }
    }
    text.len()
}

/// What stands in the brackets of a card, whatever their shape, and what is left.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    const SHAPES: [(&str, &str); 14] = [
        ("(((", ")))"),
        ("([", "])"),
        ("[[", "]]"),
        ("[(", ")]"),
        ("((", "))"),
        ("{{", "}}"),
        ("[/", "/]"),
        ("[\\", "\\]"),
        ("[/", "\\]"),
        ("[\\", "/]"),
        ("[", "]"),
        ("(", ")"),
        ("{", "}"),
        (">", "]"),
    ];
    SHAPES.iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(open)?;
        // A quoted label may hold any bracket.
        let from = inside.strip_prefix('"').and_then(|quoted| quoted.find('"')).map_or(0, |at| at + 2);
        let at = inside.get(from..)?.find(close)? + from;
        Some((&inside[..at], &inside[at + close.len()..]))
    })
}

/// A label as it is shown: without its quotes, with its entities, breaks as blanks.
fn shown(text: &str) -> String {
    let text = text.trim();
    let text = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let text = text.strip_prefix('`').and_then(|text| text.strip_suffix('`')).unwrap_or(text);
    let text = text.replace("<br>", " ").replace("<br/>", " ").replace("<br />", " ").replace("\\n", " ");
    crate::model::one_line(&entities(&text))
}

/// A text with its entities as what they stand for: `#quot;`, `#35;`.
fn entities(text: &str) -> String {
    let mut parts = text.split('#');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let named = |name: &str| match name {
            "quot" => Some('"'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "nbsp" => Some(' '),
            number => number.parse().ok().and_then(char::from_u32),
        };
        match part.split_once(';').and_then(|(name, rest)| Some((named(name)?, rest))) {
            Some((c, rest)) => {
                out.push(c);
                out.push_str(rest);
            }
            None => out.extend(["#", part]),
        }
    }
    out
}

fn write(pathway: &Pathway) -> Written {
    let mut text = String::from("flowchart LR\n");
    let places: BTreeMap<&str, usize> =
        pathway.nodes().enumerate().map(|(place, node)| (node.id.as_str(), place + 1)).collect();
    let many = pathway.lanes().len() > 1;
    for (number, lane) in pathway.lanes().iter().enumerate() {
        if many {
            writeln!(text, "  subgraph g{number} [{}]", quoted(&lane.label)).ok();
        }
        for node in pathway.nodes().filter(|node| node.lane == lane.id) {
            let place = places.get(node.id.as_str()).copied().unwrap_or_default();
            writeln!(text, "    n{place}[{}]", quoted(&node.label)).ok();
        }
        if many {
            text.push_str("  end\n");
        }
    }
    for link in pathway.links() {
        let [from, to] = [&link.from, &link.to].map(|id| places.get(id.as_str()).copied().unwrap_or_default());
        let (arrow, word) = match link.effect {
            Effect::Raises => ("-->", "raises"),
            Effect::Lowers => ("--x", "lowers"),
            Effect::Mixed => ("-->", "mixed"),
            Effect::NoEffect => ("-.->", "no effect"),
            Effect::Unknown => ("-.->", "unknown"),
        };
        writeln!(text, "  n{from} {arrow} |\"{word}\"| n{to}").ok();
    }
    let what = "Names, lanes and effects are written: no explanation, evidence, grade or tour.";
    let lost = vec![Notice { kind: NoticeKind::NotKept, spot: Spot::Whole, what: what.to_owned() }];
    Written { bytes: text.into_bytes(), lost }
}

/// A label in quotes; what Mermaid would take for its own stands as an entity.
fn quoted(text: &str) -> String {
    let text = crate::model::one_line(text).replace('#', "#35;").replace('\\', "#92;");
    let text = text.replace('"', "#quot;").replace('<', "#lt;").replace('>', "#gt;").replace('`', "#96;");
    format!("\"{text}\"")
}
