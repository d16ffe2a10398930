//! Sheets: where the drawing of a stretch lies, so that cards that the stretch before had as well stay close to where they lay.

use crate::picture::Picture;

/// Lays a drawing on a sheet that has room for it and for the one before, where the cards of both lie closest to where they
/// lay. Gives the sum of their ways, in px of
/// picture. A canvas shows sheets of one size in one way; labels that could be read in both drawings can be read on it.
pub(super) fn on_sheet(mut picture: Picture, before: &Picture) -> (Picture, f64) {
    let (width, height) = (picture.width.max(before.width), picture.height.max(before.height));
    let ways = in_both(&picture, before);
    let offset = |ways: Vec<f64>, room: f64| middle(ways).unwrap_or(room / 2.0).clamp(0.0, room);
    let x = offset(ways.iter().map(|(old, new)| old.0 - new.0).collect(), width - picture.width);
    let y = offset(ways.iter().map(|(old, new)| old.1 - new.1).collect(), height - picture.height);
    picture.shift(x, y);
    (picture.width, picture.height) = (width, height);
    let way = in_both(&picture, before).iter().map(|(old, new)| (old.0 - new.0).hypot(old.1 - new.1)).sum();
    (picture, way)
}

/// A place, in px of picture.
type Place = (f64, f64);

/// Where the cards of two drawings lie in the one before and in the new one.
fn in_both(picture: &Picture, before: &Picture) -> Vec<(Place, Place)> {
    let both = picture.cards.iter().filter_map(|card| {
        let old = before.cards.iter().find(|old| old.stands == card.stands)?;
        Some(((old.x, old.y), (card.x, card.y)))
    });
    both.collect()
}

/// The middle one of some numbers, if there are any.
fn middle(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::{NodeId, notation},
        picture,
        text::Measure,
    };

    fn drawn(text: &str) -> Picture {
        picture::picture(&notation::parse(text).unwrap(), &mut Measure::default(), 1.6)
    }

    fn place(picture: &Picture, id: &str) -> Place {
        let card = picture.card_of(&NodeId::new(id)).unwrap();
        (card.x, card.y)
    }

    #[test]
    fn what_both_drawings_have_stays_where_the_sheet_has_room_for_it() {
        let (before, after) = (drawn("a -> b -> c -> d"), drawn("c -> e"));
        assert_ne!(place(&before, "c"), place(&after, "c"));
        let (sheet, way) = on_sheet(after.clone(), &before);
        assert_eq!((place(&sheet, "c"), way), (place(&before, "c"), 0.0));
        assert_eq!((sheet.width, sheet.height), (before.width, before.height));
        // Whatever belongs to it comes along.
        let (c, old) = (place(&sheet, "c"), place(&after, "c"));
        let by = (c.0 - old.0, c.1 - old.1);
        assert_eq!(sheet.wires[0].points[0], (after.wires[0].points[0].0 + by.0, after.wires[0].points[0].1 + by.1));
        // At the edge it moves as far as it must for all to be on the sheet.
        let (sheet, way) = on_sheet(drawn("d -> e -> f"), &before);
        assert!(way > 0.0 && sheet.cards.iter().all(|card| card.x + card.w / 2.0 <= sheet.width));
    }

    #[test]
    fn what_shares_nothing_lies_in_the_middle() {
        let before = drawn("a -> b -> c -> d");
        let (sheet, way) = on_sheet(drawn("x -> y"), &before);
        let middle = f64::midpoint(place(&sheet, "x").0, place(&sheet, "y").0);
        assert!(way == 0.0 && (middle - before.width / 2.0).abs() < 1.0, "{middle} of {}", before.width);
    }
}
