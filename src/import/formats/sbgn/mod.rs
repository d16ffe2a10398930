//! SBGN-ML: activity flows, and what of process descriptions says more or less.
//!
//! <https://sbgn.github.io/>: arcs end on glyphs or on their ports. Logic operators are hubs that arrows are joined
//! through, where `not` turns the sign. A process is a hub as well: what acts on it acts on what it makes, or, where it makes
//! nothing, the other way round on what it consumes. Compartments become lanes.

mod glyphs;
mod hubs;
mod spot;

use roxmltree::Node;

use self::{
    glyphs::{Glyphs, Role},
    hubs::Hubs,
    spot::spot,
};
use crate::{
    draft::{Draft, End, Said},
    format::{Format, Knows},
    formats::miriam,
    input::Input,
    model::Effect,
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "sbgn",
    name: "SBGN-ML",
    about: "Activity flows, and of process descriptions what acts on what is made; logic operators are joined through, compartments become lanes.",
    endings: &["sbgn", "sbgnml"],
    knows: |input| Knows::seen(input.root() == Some("sbgn")),
    read,
    write: None,
};

/// The most arrows that are made by joining; what is beyond is said.
const MAX_JOINED: usize = 100_000;

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let mut draft = Draft::default();
    for (place, map) in xml::children(document.root_element(), "map").enumerate() {
        if place > 0 {
            let what = "The file has several maps: they stand beside each other.";
            draft.notice(NoticeKind::Decided, spot(map), what);
        }
        if xml::attribute(map, "language") == Some("entity relationship") {
            let what = "Entity relationships act on each other's arrows: of those only what acts on a thing is kept.";
            draft.notice(NoticeKind::Decided, spot(map), what);
        }
        draft.summary.push_str(&xml::child(map, "notes").map(xml::text_in).unwrap_or_default());
        read_map(map, &mut draft);
    }
    if draft.things.is_empty() {
        return Err(Problem::at_start(
            "this SBGN file has no glyph that could be a card",
            "look whether it is the file that was meant",
        ));
    }
    Ok(draft)
}

fn read_map(map: Node<'_, '_>, draft: &mut Draft) {
    let glyphs = Glyphs::new(map, draft);
    let arcs: Vec<Node<'_, '_>> = map.descendants().filter(|node| node.tag_name().name() == "arc").collect();
    let hubs = Hubs::new(&glyphs, &arcs);
    for process in hubs.conversions() {
        conversion(draft, &process);
    }
    for &arc in &arcs {
        influence(draft, &glyphs, &hubs, arc);
    }
}

/// What a process consumes may turn into what it makes; the file says of no more or less.
fn conversion(draft: &mut Draft, process: &hubs::Conversion) {
    let word = draft.word("consumption and production", Effect::Unknown);
    for &from in &process.consumed {
        for &to in &process.made {
            if draft.arrows.len() >= MAX_JOINED {
                return draft.notice(NoticeKind::NotKept, Spot::Element(process.id.clone()), TOO_MANY);
            }
            draft.arrow(End::Thing(from), End::Thing(to), word, Spot::Element(process.id.clone()));
        }
    }
}

const TOO_MANY: &str = "Joining this would make more than a hundred thousand arrows.";

fn influence(draft: &mut Draft, glyphs: &Glyphs<'_>, hubs: &Hubs<'_>, arc: Node<'_, '_>) {
    let class = xml::attribute(arc, "class").unwrap_or("arc");
    match class {
        // These belong to their hubs.
        "logic arc" | "consumption" | "production" => return,
        "equivalence arc" => {
            return draft.notice(
                NoticeKind::NotKept,
                spot(arc),
                "An equivalence arc only names what goes on elsewhere.",
            );
        }
        _ => {}
    }
    let [source, target] = ["source", "target"].map(|end| xml::attribute(arc, end).unwrap_or_default());
    let causes = match glyphs.role(source) {
        Some(Role::Thing(thing)) => vec![hubs::Cause { thing, turned: false, through: false }],
        Some(Role::Operator(operator)) => hubs.causes(operator),
        Some(Role::Process(process)) => {
            hubs.made(process).iter().map(|&thing| hubs::Cause { thing, turned: false, through: true }).collect()
        }
        Some(Role::Nothing) | None => Vec::new(),
    };
    let targets: Vec<(End, &str, bool)> = match glyphs.role(target) {
        Some(Role::Thing(thing)) => vec![(End::Thing(thing), "", false)],
        Some(Role::Process(process)) => hubs.acted_on(process),
        Some(Role::Operator(_) | Role::Nothing) | None => Vec::new(),
    };
    if causes.is_empty() || targets.is_empty() {
        let thing = |id| match glyphs.role(id) {
            Some(Role::Thing(thing)) => End::Thing(thing),
            _ => End::Nothing,
        };
        let word = draft.word(class, effect(class));
        // An operator or a process with nothing at its other side is as good as nothing.
        let (from, to) = (thing(source), if targets.is_empty() { End::Nothing } else { thing(target) });
        let from = if to == End::Nothing { from } else { End::Nothing };
        draft.arrow(from, to, word, spot(arc));
        return;
    }
    let named = miriam::named(draft, arc);
    let notes = xml::child(arc, "notes").map(xml::text_in).filter(|notes| !notes.is_empty());
    for cause in &causes {
        for &(to, how, turns) in &targets {
            if draft.arrows.len() >= MAX_JOINED {
                return draft.notice(NoticeKind::NotKept, spot(arc), TOO_MANY);
            }
            let word = joined_word(draft, class, cause, (how, turns));
            let arrow = draft.arrow(End::Thing(cause.thing), to, word, spot(arc));
            arrow.said = named.papers.iter().map(|&paper| Said { paper: Some(paper), ..Said::default() }).collect();
            arrow.notes.extend(notes.as_deref().map(crate::brief::brief));
            arrow.notes.extend(cause.through.then(|| "Joined through an operator or a process".to_owned()));
        }
    }
}

/// The class of an arc, with what turns its sign.
fn joined_word(draft: &mut Draft, class: &str, cause: &hubs::Cause, (how, turns): (&str, bool)) -> crate::WordId {
    let not = if cause.turned { ", through not" } else { "" };
    let own = effect(class);
    let effect = if cause.turned == turns { own } else { own.turned() };
    draft.word(&format!("{class}{how}{not}"), effect)
}

trait Turned {
    /// The opposite of raising or lowering; anything else as it is.
    fn turned(self) -> Self;
}

impl Turned for Effect {
    fn turned(self) -> Self {
        match self {
            Self::Raises => Self::Lowers,
            Self::Lowers => Self::Raises,
            other => other,
        }
    }
}

/// What arcs do: catalysis is a kind of stimulation, an assignment or a modulation says of no more or less.
fn effect(class: &str) -> Effect {
    match class {
        "positive influence" | "stimulation" | "necessary stimulation" | "absolute stimulation" | "catalysis" => {
            Effect::Raises
        }
        "negative influence" | "inhibition" | "absolute inhibition" => Effect::Lowers,
        _ => Effect::Unknown,
    }
}
