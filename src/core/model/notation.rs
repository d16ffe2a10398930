//! A short text notation for pathways: `stress -> marrow -| calm`, for tests and for quick entry.
//!
//! One chain a line (or between `;`). Between names stands an arrow: `->` raises, `-|` lowers, `-<>` mixed,
//! `-0` no effect, `-?` unknown, or whatever people and their editors make of these ([`written`](super::written)). A sign
//! may stand beside a name, in brackets or behind a colon: `stress -> calm (-)`; in brackets between two names it is the
//! arrow: `stress (-) calm`. A name alone is a node without links.
//! What follows `#` is a comment. A name may have spaces; its id is the name in plain small letters with `_` for everything
//! that an id may not have. Names that people take for the same are one node.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::{
    About, Effect, Kind, Lane, LaneId, Link, MAX_ID_BYTES, Node, NodeId, Parts, Pathway, shown,
    written::{
        Arrow, Misnamed, Names, Signed, arrow_of, folded, is_closing, is_opening, sign_between, signed, spelled,
        split_at_arrows,
    },
};

/// Why a line of notation cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotationError {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for NotationError {}

/// Reads notation. Every node lies in one lane, `all`; a link is named after its ends.
///
/// # Errors
/// The first line in which a name is missing on one side of an arrow, or has no letter or digit, or an arrow or a sign
/// cannot be understood.
pub fn parse(text: &str) -> Result<Pathway, NotationError> {
    Reader::default().whole(text)
}

/// Reads notation about a pathway, as [`parse`] does, and keeps to its names: a known name that has a sign in brackets is no
/// link, and brackets beside a known name must be a sign or part of a label, so that no word of them is lost.
///
/// # Errors
/// As [`parse`], and where what stands in or behind brackets is neither a sign nor part of a label.
pub fn parse_about(reference: &Pathway, text: &str) -> Result<Pathway, NotationError> {
    parse_with(&Names::new(reference), text)
}

/// The same, for whoever reads many texts about one pathway.
///
/// # Errors
/// As [`parse_about`].
pub fn parse_with(names: &Names<'_>, text: &str) -> Result<Pathway, NotationError> {
    Reader { reference: Some(names), ..Reader::default() }.whole(text)
}

/// Writes a pathway in notation, a line for each link, then a line for each node without links.
pub fn write(pathway: &Pathway) -> String {
    let mut text = String::new();
    for link in pathway.links() {
        let arrow = arrow_of(link.effect);
        text.push_str(&format!("{} {arrow} {}\n", pathway.label(&link.from), pathway.label(&link.to)));
    }
    for node in pathway.nodes() {
        if pathway.causes_of(&node.id).is_empty() && pathway.effects_of(&node.id).is_empty() {
            text.push_str(&node.label);
            text.push('\n');
        }
    }
    text
}

/// A line for whoever has to write some about a pathway: its first link that the notation can say, and one that goes on
/// from there where there is one.
pub fn example(pathway: &Pathway) -> Option<String> {
    let said = |links: &[&Link]| {
        let start = pathway.label(&links.first()?.from).to_owned();
        let on = |line: String, link: &&Link| format!("{line} {} {}", arrow_of(link.effect), pathway.label(&link.to));
        let line = links.iter().fold(start, on);
        let read = parse(&line).ok()?;
        (read.links().len() == links.len() && read.nodes().len() > links.len()).then_some(line)
    };
    let chain = |link: &Link| {
        let next = pathway.effects_of(&link.to).into_iter().find_map(|next| said(&[link, next]));
        next.or_else(|| said(&[link]))
    };
    pathway.links().find_map(|link| chain(link))
}

/// Signs of an amount, which are no names and no arrows.
const AMOUNTS: [char; 6] = ['↑', '↓', '⬆', '⬇', '⇑', '⇓'];

/// What has been read so far.
#[derive(Default)]
struct Reader<'a> {
    /// The names of the pathway that it is about.
    reference: Option<&'a Names<'a>>,
    nodes: Vec<Node>,
    links: Vec<Link>,
    /// The nodes by their names as they are compared.
    known: BTreeMap<String, NodeId>,
    node_ids: Ids,
    link_ids: Ids,
}

impl Reader<'_> {
    fn whole(mut self, text: &str) -> Result<Pathway, NotationError> {
        for (index, line) in text.lines().enumerate() {
            let line_text = line.split('#').next().unwrap_or_default();
            for chain in line_text.split(';').filter(|chain| !chain.trim().is_empty()) {
                self.chain(chain).map_err(|message| NotationError { line: index + 1, message })?;
            }
        }
        let lane = Lane { id: LaneId::new("all"), label: "All".to_owned(), extra: Vec::new() };
        let about = About { id: "notation".to_owned(), ..About::default() };
        let Reader { nodes, links, .. } = self;
        Ok(Pathway::from_parts(Parts { about, lanes: vec![lane], nodes, links, ..Parts::default() }, Vec::new()))
    }

    fn chain(&mut self, chain: &str) -> Result<(), String> {
        let (texts, arrows) = self.split(chain)?;
        if arrows.is_empty() {
            return self.node(chain).map(drop);
        }
        let names: Vec<Signed> = texts.into_iter().map(signed).collect();
        let nodes = names.iter().map(|name| self.node(name.name)).collect::<Result<Vec<_>, _>>()?;
        // A sign behind a name is of the link that leads there, unless they begin with the first name, which none leads to.
        let leads = names.first().is_some_and(|first| first.after.is_some());
        let last = arrows.len();
        for (place, ((arrow, names), ends)) in arrows.iter().zip(names.windows(2)).zip(nodes.windows(2)).enumerate() {
            let ([before, behind], [one, other]) = (names, ends) else { continue };
            let ahead = before.after.filter(|_| leads);
            let after = behind.after.filter(|_| !leads || place + 1 == last);
            let effect = with_signs(arrow.effect, [ahead, behind.before, after].into_iter().flatten())?;
            let (from, to) = if arrow.back { (other, one) } else { (one, other) };
            self.link(from, to, effect);
        }
        Ok(())
    }

    /// The texts between the arrows of a chain; a sign between two names is a plain arrow before a signed name.
    fn split<'t>(&self, chain: &'t str) -> Result<(Vec<&'t str>, Vec<Arrow>), String> {
        let (texts, mut arrows) = split_at_arrows(chain)?;
        let mut pieces = Vec::new();
        for mut text in texts {
            while let Some(place) = sign_between(text).filter(|_| !self.knows(text)) {
                let (name, signed) = text.split_at(place);
                pieces.push(name);
                arrows.insert(pieces.len() - 1, Arrow { effect: Effect::Raises, back: false });
                text = signed;
            }
            pieces.push(text);
        }
        Ok((pieces, arrows))
    }

    /// Whether a name is one of the pathway that the notation is about, be it of several of its nodes.
    fn knows(&self, name: &str) -> bool {
        let found = self.reference.as_ref().map(|names| names.find(name));
        found.is_some_and(|found| !matches!(found, Err(Misnamed::Unknown)))
    }

    /// What would be lost of a name if brackets could say anything: they, and what stands with them beside a known name.
    fn lost<'t>(&self, name: &'t str) -> Option<&'t str> {
        if self.knows(name) || self.reference.as_ref().is_some_and(|names| names.qualifies(name)) {
            return None;
        }
        let behind = || name.match_indices(is_opening).map(|(place, _)| name.split_at(place));
        let before = || name.match_indices(is_closing).map(|(place, end)| name.split_at(place + end.len()));
        let found = behind().rev().find(|(known, _)| self.knows(known)).map(|(_, lost)| lost);
        found.or_else(|| before().find(|(_, known)| self.knows(known)).map(|(lost, _)| lost))
    }

    fn node(&mut self, name: &str) -> Result<NodeId, String> {
        let name = name.trim();
        let key = folded(name);
        if name.is_empty() {
            return Err("a name is missing beside an arrow; write for example “stress -> sleep”".to_owned());
        }
        if key.is_empty() {
            return Err(format!("“{}” has no letter or digit; give the node a name", shown(name)));
        }
        let bare = name.trim_matches(|c| is_opening(c) || is_closing(c) || c == '\u{fe0f}');
        if bare.starts_with(AMOUNTS) || bare.ends_with(AMOUNTS) {
            let name = shown(name);
            return Err(format!("“{name}” says how much there is of it; let the arrow say what it does, -> or -|"));
        }
        if let Some(lost) = self.lost(name) {
            return Err(format!(
                "“{}” in “{}” is no sign and no part of a name; write (+), (-), (±), (0) or (?), or the name alone",
                shown(lost.trim()),
                shown(name)
            ));
        }
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        let id = NodeId::new(&self.node_ids.free(&id_from(name)));
        self.nodes.push(Node::new(id.as_str(), name, Kind::Other, "all"));
        self.known.insert(key, id.clone());
        Ok(id)
    }

    fn link(&mut self, from: &NodeId, to: &NodeId, effect: Effect) {
        let id = self.link_ids.free(&format!("{from}_{to}"));
        self.links.push(Link::new(&id, from.as_str(), to.as_str(), effect));
    }
}

/// What an arrow says together with the signs beside it; the plain arrow leaves it to them.
fn with_signs(arrow: Effect, signs: impl Iterator<Item = Effect>) -> Result<Effect, String> {
    let mut said = Some(arrow).filter(|arrow| *arrow != Effect::Raises);
    for sign in signs {
        match said {
            Some(other) if other != sign => {
                let (other, sign) = (other.label(), sign.label());
                return Err(format!("one sign says “{other}” and another “{sign}”; write one of them"));
            }
            _ => said = Some(sign),
        }
    }
    Ok(said.unwrap_or(arrow))
}

/// An id in small letters; `node` where a name has none that an id may have.
pub fn id_from(name: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    let id: String = spelled(name).chars().map(kept).take(MAX_ID_BYTES / 2).collect();
    let id = id.trim_matches('_');
    if id.is_empty() { "node".to_owned() } else { id.to_owned() }
}

/// The ids that are taken.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// The number that was tried last behind each base, so that a line that is written a thousand times stays quick.
    last: BTreeMap<String, usize>,
}

impl Ids {
    /// An id that is not taken: `base`, else `base_2` and so on.
    fn free(&mut self, base: &str) -> String {
        let last = self.last.entry(base.to_owned()).or_insert(0);
        loop {
            *last += 1;
            let id = if *last == 1 { base.to_owned() } else { format!("{base}_{last}") };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse(text).map(|p| write(&p)).map_err(|e| e.to_string()), Ok(expected.to_owned()));
    }

    #[test]
    fn chains_arrows_comments_and_lone_names() {
        check("stress -> marrow -| calm", "stress -> marrow\nmarrow -| calm\n");
        check("a -<> b; b -0 c; c -? a # why", "a -<> b\nb -0 c\nc -? a\n");
        check("a -> b\n\n# nothing\nlonely", "a -> b\nlonely\n");
        check("Poor sleep -> Low mood", "Poor sleep -> Low mood\n");
        check("a -> b; a -> b; a -> a", "a -> b\na -> b\na -> a\n");
        check("il-6 -> tnf-alpha", "il-6 -> tnf-alpha\n");
        check("a->b–|c", "a -> b\nb -| c\n");
        check("a <- b", "b -> a\n");
        check("", "");
    }

    #[test]
    fn signs_decide_what_a_plain_arrow_says() {
        for lowers in
            ["a -> b (-)", "a -> b [–]", "a -> b: inhibits", "a -> (−) b", "a (-) -> b", "a -| b (-)", "a → b: -"]
        {
            check(lowers, "a -| b\n");
        }
        check("a -> b (+)", "a -> b\n");
        check("a -> b (-) -> c (+)", "a -| b\nb -> c\n");
        check("a (-) -> b (+) -> c", "a -| b\nb -> c\n");
        check("a -> IL-6 (blood)", "a -> IL-6 (blood)\n");
        check("a (-)", "a (-)\n");
        for wrong in [
            "a -| b (+)",
            "a (+) -> b (-)",
            "a -> BDNF↓",
            "a -> ↓BDNF",
            "a -> ↓ BDNF",
            "↑a -> b",
            "a -> BDNF (↓)",
            "a -0 b (+)",
            "a (+) b (-)",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_sign_between_two_names_is_an_arrow() {
        for lowers in ["a (-) b", "a [–] b", "a (lowers) b", "a（−）b", "a (-|) b"] {
            check(lowers, "a -| b\n");
        }
        check("a (+) b [-] c -> d", "a -> b\nb -| c\nc -> d\n");
        check("a -> (+) b (?) c", "a -> b\nb -? c\n");
        check("Calcium (2+) channels -> b", "Calcium (2+) channels -> b\n");
    }

    #[test]
    fn brackets_beside_a_known_name_are_a_sign_or_part_of_a_label() {
        let reference = parse("Stress -> Cortisol -| BDNF; BDNF -> IL-6 (blood)").expect("notation");
        let mut parts = reference.parts();
        parts.nodes.push(Node::new("t", "CD4 (+) T cells", Kind::Cell, "all"));
        let reference = Pathway::from_parts(parts, Vec::new());
        let read = |text: &str| parse_about(&reference, text).map(|read| write(&read)).map_err(|e| e.to_string());
        for (text, whole) in [
            ("Cortisol (-) BDNF", "Cortisol -| BDNF\n"),
            ("Stress (raises) Cortisol", "Stress -> Cortisol\n"),
            ("Stress [+] Cortisol", "Stress -> Cortisol\n"),
            ("BDNF -> IL-6 (blood)", "BDNF -> IL-6 (blood)\n"),
            ("BDNF -> IL-6 (blood) (-)", "BDNF -| IL-6 (blood)\n"),
            ("CD4 (+) T cells -> BDNF", "CD4 (+) T cells -> BDNF\n"),
            ("Stress -> Something (new)", "Stress -> Something (new)\n"),
            // As the reference tells its own apart, or in its own words.
            ("BDNF -> IL-6 (brain)", "BDNF -> IL-6 (brain)\n"),
            ("Stress (blood) -> BDNF (-)", "Stress (blood) -| BDNF\n"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(whole), "{text}");
        }
        for (text, lost) in [
            ("Stress (anything) garbage", "(anything) garbage"),
            ("Cortisol -> BDNF (may lower)", "(may lower)"),
            ("Cortisol -> (does not lower) BDNF", "(does not lower)"),
            ("Cortisol (not -) -> BDNF", "(not -)"),
            ("Cortisol -> BDNF {loss}", "{loss}"),
            ("BDNF -> IL-6 (blood) (loss)", "(loss)"),
        ] {
            let said = read(&format!("\n{text}"));
            let starts = format!("line 2: “{lost}” in “");
            assert!(matches!(&said, Err(said) if said.starts_with(&starts)), "{text}: {said:?}");
        }
    }

    /// What was typed is quoted on one line, not endless, and without what a screen does not show.
    #[test]
    fn what_is_refused_is_quoted_so_that_one_can_read_it() {
        let refused = |text: &str| parse(text).map(drop).map_err(|why| why.message);
        assert_eq!(refused("\u{0} -> sleep"), Err("“\\0” has no letter or digit; give the node a name".to_owned()),);
        let long = refused(&format!("{} -> sleep", "-\u{1b}".repeat(50_000))).expect_err("there is no name");
        assert!(long.chars().count() < 400 && !long.contains(char::is_control), "{long}");
        let many = refused(&format!("stress -> ↑{}", "a\u{7}".repeat(50_000))).expect_err("an amount is no name");
        assert!(many.chars().count() < 400 && !many.contains(char::is_control), "{many}");
    }

    #[test]
    fn names_that_are_taken_for_the_same_are_one_node() {
        check("TNF-α -> BDNF; tnf alpha -| Sleep", "TNF-α -> BDNF\nTNF-α -| Sleep\n");
        check("压力 -> 睡眠", "压力 -> 睡眠\n");
        let ids =
            parse("压力 -> 睡眠; α -> 压力").map(|p| p.nodes().map(|node| node.id.to_string()).collect::<Vec<_>>());
        assert_eq!(ids, Ok(vec!["node".to_owned(), "node_2".to_owned(), "alpha".to_owned()]));
    }

    #[test]
    fn an_example_is_made_of_what_is_there() {
        let of = |text: &str| parse(text).ok().and_then(|pathway| example(&pathway));
        assert_eq!(of("a -> a; a -> b; b -> a; b -| c").as_deref(), Some("a -> b -| c"));
        assert_eq!(of("Poor sleep -? Low mood").as_deref(), Some("Poor sleep -? Low mood"));
        assert_eq!(of("a; b"), None);
    }

    #[test]
    fn a_missing_name_is_said_with_its_line() {
        let error = parse("a -> b\n-> c").map_err(|e| e.to_string());
        assert!(matches!(&error, Err(text) if text.starts_with("line 2: a name is missing")), "{error:?}");
        assert!(parse("a -> ?!").is_err());
    }
}
