//! What is seen of the links from far, where labels would be too small to read: the strongest of them, with fewer points.

use std::sync::Arc;

use egui::Pos2;

use super::records::WireRecord;
use crate::signs::line::simplified;

/// Most pieces of lines that the overview draws.
const BUDGET: usize = 9_000;
/// How far a line may be moved to save points, in px of picture: a pixel or two of the screen.
const TOLERANCE: f32 = 2.5;

/// The links of the overview.
#[derive(Debug)]
pub(crate) struct Overview {
    /// The wire of each, by number, and its points: weakest first, so that the strongest lie on top.
    pub(crate) lines: Vec<(usize, Vec<Pos2>)>,
}

impl Overview {
    /// Takes the strongest links, as many as the budget allows.
    pub(super) fn new(wires: &[Arc<WireRecord>]) -> Self {
        let mut order: Vec<usize> = (0..wires.len()).collect();
        order.sort_by_key(|&i| (wires[i].grade, i));
        let mut left = BUDGET;
        let mut lines = Vec::new();
        for i in order {
            let points = simplified(&wires[i].points, TOLERANCE);
            let Some(rest) = left.checked_sub(points.len()) else { break };
            left = rest;
            lines.push((i, points));
        }
        lines.reverse();
        Self { lines }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::records::tests::records, *};
    use crate::model::Grade;

    #[test]
    fn the_overview_is_bounded_and_ends_with_the_strongest() {
        let text: String = (1..4_000).map(|i| format!("n{} -> n{i}\n", i / 2)).collect();
        let mut wires = records(&text).wires;
        for (i, wire) in wires.iter_mut().enumerate() {
            Arc::make_mut(wire).grade = Grade::ALL[i % Grade::ALL.len()];
        }
        let overview = Overview::new(&wires);
        let pieces: usize = overview.lines.iter().map(|(_, points)| points.len()).sum();
        assert!(pieces > BUDGET / 2 && pieces <= BUDGET, "{pieces}");
        let grades: Vec<Grade> = overview.lines.iter().map(|(i, _)| wires[*i].grade).collect();
        assert!(grades.is_sorted_by(|a, b| a >= b) && grades.last() == Some(&Grade::A));
        // What did not fit is no stronger than what is drawn.
        assert!(overview.lines.len() < wires.len() && !grades.contains(&Grade::X));
    }
}
