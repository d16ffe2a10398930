//! Lines with gaps: what is left of them outside some rectangles.

use super::{
    Area,
    line::{Spot, lerp},
    near::inside,
};

/// The pieces of a line outside all rectangles, in the unit of its points, in their order.
pub fn outside<P: Spot>(points: &[P], gaps: &[Area]) -> Vec<Vec<P>> {
    let mut pieces: Vec<Vec<P>> = Vec::new();
    // Whether the last piece goes on in the next segment.
    let mut joined = false;
    for pair in points.windows(2) {
        let seen = seen(pair[0], pair[1], gaps);
        for &(from, to) in &seen {
            let end = lerp(pair[0], pair[1], to);
            match pieces.last_mut().filter(|_| joined && from <= 0.0) {
                Some(piece) => piece.push(end),
                None => pieces.push(vec![lerp(pair[0], pair[1], from), end]),
            }
        }
        joined = seen.last().is_some_and(|(_, to)| *to >= 1.0);
    }
    pieces
}

/// From where to where a segment lies in no rectangle, as shares of its length, in order.
fn seen<P: Spot>(a: P, b: P, gaps: &[Area]) -> Vec<(f32, f32)> {
    let mut hidden: Vec<(f32, f32)> = gaps.iter().filter_map(|gap| inside(gap, [a, b])).collect();
    hidden.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut seen, mut at) = (Vec::new(), 0.0);
    for (enter, leave) in hidden {
        if enter > at {
            seen.push((at, enter));
        }
        at = f32::max(at, leave);
    }
    if at < 1.0 {
        seen.push((at, 1.0));
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_lose_what_lies_in_gaps_and_nothing_else() {
        let line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
        assert_eq!(outside(&line, &[]), [line.to_vec()]);
        let gap = |x: f32, y: f32| Area::around((x, y), 4.0, 4.0);
        assert_eq!(
            outside(&line, &[gap(5.0, 0.0)]),
            [vec![(0.0, 0.0), (3.0, 0.0)], vec![(7.0, 0.0), (10.0, 0.0), (10.0, 10.0)]]
        );
        assert_eq!(outside(&line, &[gap(10.0, 0.0)]), [vec![(0.0, 0.0), (8.0, 0.0)], vec![(10.0, 2.0), (10.0, 10.0)]]);
        assert_eq!(outside(&line, &[gap(0.0, 0.0), gap(10.0, 10.0)]), [vec![(2.0, 0.0), (10.0, 0.0), (10.0, 8.0)]]);
        assert!(outside(&line, &[gap(5.0, 5.0).grown(10.0)]).is_empty());
    }
}
