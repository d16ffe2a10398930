//! The keyboard's walk over the graph: left to causes, right to effects, up and down among siblings.
//!
//! Links are stops of their own, so that every arrow can be read without a mouse: right from a node goes to one of
//! the links that leave it, right again to the node it leads to. Up and down move among the links of the node that
//! the walk came from, and among cards by where they lie.

use super::item::Item;
use crate::{
    model::{Link, NodeId, Pathway},
    picture::{Picture, PlacedCard, PlacedWire, Stands},
};

/// One step of the walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To a cause.
    Left,
    /// To an effect.
    Right,
    /// To the sibling above.
    Up,
    /// To the sibling below.
    Down,
}

/// Which side of a link the walk came from: its siblings are the other links on that side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Siblings leave the same cause.
    #[default]
    Cause,
    /// Siblings enter the same effect.
    Effect,
}

/// Where a step leads from `at`, and the side it then came from. Without a place to start it begins at the first
/// node of the pathway; a step that leads nowhere stays.
pub(super) fn step(
    pathway: &Pathway,
    picture: &Picture,
    at: Option<&Item>,
    side: Side,
    walk: Walk,
) -> (Option<Item>, Side) {
    let Some(at) = at.filter(|item| item.exists_in(pathway)) else {
        return (pathway.nodes().next().map(|node| Item::Node(node.id.clone())), side);
    };
    let next = match at {
        Item::Node(id) => from_node(pathway, picture, id, walk),
        Item::Link(id) => pathway.link(id).and_then(|link| from_link(pathway, picture, link, side, walk)),
        Item::Lane(_) | Item::Bundle(_) => nearest_to(picture, at, walk),
    };
    let is_node = matches!(at, Item::Node(_));
    let came = match walk {
        Walk::Left if is_node => Side::Effect,
        Walk::Right if is_node => Side::Cause,
        Walk::Left | Walk::Right | Walk::Up | Walk::Down => side,
    };
    (Some(next.unwrap_or_else(|| at.clone())), came)
}

fn from_node(pathway: &Pathway, picture: &Picture, id: &NodeId, walk: Walk) -> Option<Item> {
    match walk {
        Walk::Left => by_height(picture, pathway.causes_of(id), |link| &link.from).into_iter().next(),
        Walk::Right => by_height(picture, pathway.effects_of(id), |link| &link.to).into_iter().next(),
        Walk::Up | Walk::Down => nearest_to(picture, &Item::Node(id.clone()), walk),
    }
}

fn from_link(pathway: &Pathway, picture: &Picture, link: &Link, side: Side, walk: Walk) -> Option<Item> {
    let siblings = || match side {
        Side::Cause => by_height(picture, pathway.effects_of(&link.from), |l| &l.to),
        Side::Effect => by_height(picture, pathway.causes_of(&link.to), |l| &l.from),
    };
    let beside = |by: isize| {
        let siblings = siblings();
        let here = siblings.iter().position(|item| *item == Item::Link(link.id.clone()))?;
        siblings.get(here.checked_add_signed(by)?).cloned()
    };
    match walk {
        Walk::Left => Some(Item::Node(link.from.clone())),
        Walk::Right => Some(Item::Node(link.to.clone())),
        Walk::Up => beside(-1),
        Walk::Down => beside(1),
    }
}

/// Links, top to bottom by the height of their other ends.
fn by_height(picture: &Picture, links: Vec<&std::sync::Arc<Link>>, end: impl Fn(&Link) -> &NodeId) -> Vec<Item> {
    let height = |link: &Link| picture.card_of(end(link)).map_or(f64::MAX, |card| card.y);
    let mut links = links;
    links.sort_by(|a, b| height(a).total_cmp(&height(b)).then_with(|| a.id.cmp(&b.id)));
    links.into_iter().map(|link| Item::Link(link.id.clone())).collect()
}

/// The nearest card that way; a step aside counts double.
fn nearest_to(picture: &Picture, at: &Item, walk: Walk) -> Option<Item> {
    let here = match at {
        Item::Bundle(_) => {
            // From a bundle sideways to the cards at its ends.
            let wire = picture.wires.iter().find(|wire| item_of_wire(wire).as_ref() == Some(at))?;
            let end = if matches!(walk, Walk::Left | Walk::Up) { wire.from } else { wire.to };
            return picture.cards.get(end).map(item_of_card);
        }
        Item::Node(_) | Item::Link(_) | Item::Lane(_) => picture.cards.iter().find(|card| item_of_card(card) == *at)?,
    };
    let (dx, dy) = match walk {
        Walk::Left => (-1.0, 0.0),
        Walk::Right => (1.0, 0.0),
        Walk::Up => (0.0, -1.0),
        Walk::Down => (0.0, 1.0),
    };
    let along = |c: &PlacedCard| (c.x - here.x) * dx + (c.y - here.y) * dy;
    let aside = |c: &PlacedCard| ((c.x - here.x) * dy).abs() + ((c.y - here.y) * dx).abs();
    let cost = |c: &PlacedCard| along(c) + 2.0 * aside(c);
    let ahead = picture.cards.iter().filter(|c| along(c) > 1.0);
    ahead.min_by(|a, b| cost(a).total_cmp(&cost(b))).map(item_of_card)
}

/// What a card is as something to point at.
pub fn item_of_card(card: &PlacedCard) -> Item {
    match &card.stands {
        Stands::Node(id) => Item::Node(id.clone()),
        Stands::Lane(id, _) => Item::Lane(id.clone()),
    }
}

/// What a line is as something to point at.
pub fn item_of_wire(wire: &PlacedWire) -> Option<Item> {
    match wire.links.as_slice() {
        [] => None,
        [link] => Some(Item::Link(link.clone())),
        links => Some(Item::Bundle(links.to_vec())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{model::notation, picture::picture, text::Measure};

    #[track_caller]
    fn check(text: &str, start: &str, steps: &str, expected: &str) {
        let pathway = notation::parse(text).expect("the test's own notation");
        let picture = picture(&pathway, &mut Measure::default(), 1.6);
        let mut at = (!start.is_empty()).then(|| Item::Node(start.into()));
        let mut side = Side::default();
        for c in steps.chars() {
            let walk = match c {
                'l' => Walk::Left,
                'r' => Walk::Right,
                'u' => Walk::Up,
                _ => Walk::Down,
            };
            (at, side) = step(&pathway, &picture, at.as_ref(), side, walk);
        }
        let name = match &at {
            Some(Item::Node(id)) => id.as_str(),
            Some(Item::Link(id)) => id.as_str(),
            _ => "",
        };
        assert_eq!(name, expected, "{steps} from {start:?}");
    }

    #[test]
    fn right_goes_over_a_link_to_its_effect_and_left_back() {
        check("a -> b -> c", "", "r", "a");
        check("a -> b -> c", "a", "r", "a_b");
        check("a -> b -> c", "a", "rr", "b");
        check("a -> b -> c", "a", "rrrr", "c");
        check("a -> b -> c", "a", "rrrrll", "b");
        check("a -> b -> c", "a", "l", "a");
        check("", "", "r", "");
    }

    #[test]
    fn up_and_down_move_among_the_links_of_one_end() {
        let fan = "a -> b; a -> c; d -> c";
        let down_up = |start, steps| check(fan, start, steps, if start == "a" { "a_b" } else { "a_c" });
        down_up("a", "rdu");
        down_up("c", "ldu");
        check("a -> b", "a", "rd", "a_b");
    }
}
