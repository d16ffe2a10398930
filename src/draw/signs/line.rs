//! Lines of points, whatever type and unit a point has: how long they are, where they lead, and fewer points that do
//! as well.

/// A point of a drawing: the window and the exports have their own types.
pub trait Spot: Copy + Default {
    /// Its x and y.
    fn xy(self) -> (f32, f32);
    /// The point of an x and a y.
    fn of(x: f32, y: f32) -> Self;
}

impl Spot for (f32, f32) {
    fn xy(self) -> (f32, f32) {
        self
    }

    fn of(x: f32, y: f32) -> Self {
        (x, y)
    }
}

/// How far it is from one point to another, in their unit.
pub fn distance<P: Spot>(a: P, b: P) -> f32 {
    let ((ax, ay), (bx, by)) = (a.xy(), b.xy());
    // Not `hypot`: that guards against lengths that no drawing has, at several times the time.
    ((ax - bx).powi(2) + (ay - by).powi(2)).sqrt()
}

/// The point that lies a share of the way from one (0) to another (1).
pub fn lerp<P: Spot>(a: P, b: P, share: f32) -> P {
    let ((ax, ay), (bx, by)) = (a.xy(), b.xy());
    P::of(ax + (bx - ax) * share, ay + (by - ay) * share)
}

/// How long a line is, in the unit of its points: the sum of its pieces.
pub fn length<P: Spot>(points: &[P]) -> f32 {
    points.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
}

/// The point that lies so far along a line, in the unit of its points; its end, where it is shorter; the origin, where it has no points.
pub fn along<P: Spot>(points: &[P], mut left: f32) -> P {
    for pair in points.windows(2) {
        let length = distance(pair[0], pair[1]);
        if length >= left && length > 0.0 {
            return lerp(pair[0], pair[1], left / length);
        }
        left -= length;
    }
    points.last().copied().unwrap_or_default()
}

/// The direction in which a line arrives, 1 px long: over its last few px, so that one short piece cannot twist the
/// end. `None` where it is too short to have one.
pub fn heading<P: Spot>(points: &[P]) -> Option<(f32, f32)> {
    let tip = *points.last()?;
    let from = *points.iter().rev().find(|p| distance(**p, tip) > 2.0)?;
    let (long, (x, y), (from_x, from_y)) = (distance(from, tip), tip.xy(), from.xy());
    Some(((x - from_x) / long, (y - from_y) / long))
}

/// Whether two lines run the same way: links beyond a number between two cards share one.
pub fn runs_as<P: Spot>(one: &[P], other: &[P]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.xy() == b.xy())
}

/// The line without its last stretch of `by`, in the unit of its points.
pub fn shortened<P: Spot>(points: &[P], by: f32) -> Vec<P> {
    let mut kept = points.to_vec();
    let mut left = by;
    while let [.., before, last] = kept[..] {
        let length = distance(before, last);
        if length > left {
            if let Some(end) = kept.last_mut() {
                *end = lerp(last, before, left / length);
            }
            break;
        }
        left -= length;
        kept.pop();
    }
    kept
}

/// A line with fewer points, from which none of the others is farther than `tolerance`, in their unit (Douglas and
/// Peucker 1973).
pub fn simplified<P: Spot>(points: &[P], tolerance: f32) -> Vec<P> {
    let Some(&first) = points.first().filter(|_| points.len() > 1) else { return points.to_vec() };
    let mut kept = vec![first];
    // Pieces still to be looked at, the next one on top; no recursion, however long the line is.
    let mut open = vec![(0, points.len() - 1)];
    while let Some((from, to)) = open.pop() {
        let (mut farthest, mut most) = (from, tolerance * tolerance);
        for (i, point) in points.iter().enumerate().take(to).skip(from + 1) {
            let away = off_line(*point, points[from], points[to]);
            if away > most {
                (farthest, most) = (i, away);
            }
        }
        if farthest == from {
            kept.push(points[to]);
        } else {
            open.extend([(farthest, to), (from, farthest)]);
        }
    }
    kept
}

/// How far a point is from a piece of a line, squared.
fn off_line<P: Spot>(point: P, a: P, b: P) -> f32 {
    let ((px, py), (ax, ay), (bx, by)) = (point.xy(), a.xy(), b.xy());
    let (x, y) = (bx - ax, by - ay);
    let long = x * x + y * y;
    let t = if long > 0.0 { (((px - ax) * x + (py - ay) * y) / long).clamp(0.0, 1.0) } else { 0.0 };
    (px - ax - x * t).powi(2) + (py - ay - y * t).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_by_length() {
        let line = [(0.0, 0.0), (10.0, 0.0), (10.0, 4.0)];
        assert_eq!(shortened(&line, 2.0), [(0.0, 0.0), (10.0, 0.0), (10.0, 2.0)]);
        assert_eq!(shortened(&line, 7.0), [(0.0, 0.0), (7.0, 0.0)]);
        assert_eq!(shortened(&line, 99.0).len(), 1);
        assert_eq!((along(&line, 12.0), along(&line, 99.0)), ((10.0, 2.0), (10.0, 4.0)));
        assert_eq!((heading(&line), heading(&line[..1])), (Some((0.0, 1.0)), None));
    }

    #[test]
    fn lines_lose_points_not_corners() {
        let line = [(0.0, 0.0), (5.0, 0.4), (10.0, 0.0), (10.0, 30.0), (10.5, 40.0)];
        assert_eq!(simplified(&line, 2.5), [(0.0, 0.0), (10.0, 0.0), (10.5, 40.0)]);
        assert_eq!(simplified(&line[..1], 2.5), line[..1]);
        assert!(simplified::<(f32, f32)>(&[], 2.5).is_empty());
    }
}
