//! What is seen from near only, worked out once for a picture: where links cross, and where a link has room to say
//! its grade and the number of its sources. The rules are those of exports as well.

use egui::{Pos2, Rect};

use super::records::{Records, WireRecord, area, rect};
use crate::{
    signs::{
        self, Area, near,
        near::{Line, Near},
        taken::Taken,
    },
    text::LABEL_SIZE,
};

/// From this zoom on links say their grade and the number of their sources.
pub(crate) const PILL_ZOOM: f32 = 1.1;

/// Whether labels are smaller than `least` px of screen at a zoom, so that nothing is seen from near.
pub(crate) fn is_far(zoom: f32, least: f32) -> bool {
    // A hair of tolerance: a slide is made so that its labels are just large enough.
    LABEL_SIZE * zoom < least - 0.01
}

/// Where a wire crosses another one.
pub(crate) type Crossing = near::Crossing<Pos2>;

/// Crossings and pills of every wire.
#[derive(Debug, Default)]
pub(crate) struct Details {
    crossings: Vec<Vec<Crossing>>,
    pills: Vec<Option<Rect>>,
    taken: Taken,
}

impl Details {
    /// Works them out; pills only where they are asked for, since they take the longest.
    pub(crate) fn new(records: &Records, with_pills: bool) -> Self {
        let lines: Vec<Line<'_, Pos2>> = records.wires.iter().map(|wire| line(wire)).collect();
        let floors: Vec<f32> = records.bands.iter().map(|band| band.rect.bottom()).collect();
        let near = Near::new(&records.areas, &lines, &records.grid);
        let fixed = &records.fixed;
        let others = [&fixed.ends, &fixed.badges, &records.names()];
        let pills = if with_pills { near.pills(&others) } else { Vec::new() };
        Self {
            crossings: near.crossings(&floors, &fixed.ends),
            taken: Taken::of(pills.iter().flatten().copied()),
            pills: pills.into_iter().map(|pill| pill.map(rect)).collect(),
        }
    }

    /// The places of all pills.
    pub(crate) fn taken(&self) -> &Taken {
        &self.taken
    }

    /// The places of the pills that are painted at a zoom.
    pub(crate) fn pills_at(&self, zoom: f32) -> impl Iterator<Item = Area> {
        self.pills.iter().flatten().filter(move |_| zoom >= PILL_ZOOM).map(|pill| area(*pill))
    }

    /// Where a wire crosses others.
    pub(crate) fn crossings(&self, wire: usize) -> &[Crossing] {
        self.crossings.get(wire).map_or(&[], Vec::as_slice)
    }

    /// Where a wire's pill lies, if there is room for one.
    pub(crate) fn pill(&self, wire: usize) -> Option<Rect> {
        self.pills.get(wire).copied().flatten()
    }

    /// Whether pills were placed.
    pub(super) fn has_pills(&self) -> bool {
        !self.pills.is_empty()
    }
}

fn line(wire: &WireRecord) -> Line<'_, Pos2> {
    Line { points: &wire.points, width: signs::width(wire.grade), letters: wire.carries.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::{super::records::tests::records, *};

    #[test]
    fn pills_lie_on_nothing() {
        // Three causes that all lead to the same three effects cannot be drawn without a crossing.
        let text = "a -> b -> c -> d -> e; a -> d; d -| a; b -> e; c -> c; x -> c; x -> e; a -> y -> e; x -> d; y -> b; \
            p -> u; p -> v; p -> w; q -> u; q -> v; q -> w; r -> u; r -> v; r -> w";
        let records = records(text);
        let details = Details::new(&records, true);
        let pills: Vec<Rect> = details.pills.iter().flatten().copied().collect();
        assert!(pills.len() > 3 && details.crossings.iter().flatten().count() > 0);
        for (i, pill) in details.pills.iter().enumerate().filter_map(|(i, pill)| Some((i, (*pill)?))) {
            assert!(records.cards.iter().all(|card| !card.rect.intersects(pill)));
            assert_eq!(pills.iter().filter(|other| other.intersects(pill)).count(), 1);
            for (j, wire) in records.wires.iter().enumerate().filter(|(j, _)| *j != i) {
                // Level and upright pieces: their box is the line itself.
                let crossed = wire.points.windows(2).any(|pair| Rect::from_points(pair).expand(0.1).intersects(pill));
                assert!(!crossed, "{i} on {j}");
            }
        }
    }
}
