//! Points, rounding, and lines with round corners.

/// x and y in px.
pub(crate) type Point = (f64, f64);

/// Rounded to half px, so that equal input gives equal bytes everywhere.
pub(crate) fn half(v: f64) -> f64 {
    (v * 2.0).round() / 2.0
}

/// Rounded to a sixteenth of a px, for points on curves.
pub(crate) fn fine(v: f64) -> f64 {
    (v * 16.0).round() / 16.0
}

/// The length of a step in px; unlike `hypot` it is the same on every machine.
pub(crate) fn length((x, y): Point) -> f64 {
    (x * x + y * y).sqrt()
}

/// Adds a point unless the line already ends there.
pub(crate) fn push(line: &mut Vec<Point>, p: Point) {
    let p = (fine(p.0), fine(p.1));
    if line.last().is_none_or(|q| (q.0 - p.0).abs() > 0.01 || (q.1 - p.1).abs() > 0.01) {
        line.push(p);
    }
}

/// How far a curve may be from the line that stands for it, in px: too little to be seen.
const SMOOTH: f64 = 0.12;

/// A quadratic curve from `from` to `to` with the given corner as its control point.
fn bend(line: &mut Vec<Point>, from: Point, corner: Point, to: Point) {
    // Of n equal pieces each is at most this far off, over 4 n^2.
    let off = length((from.0 - 2.0 * corner.0 + to.0, from.1 - 2.0 * corner.1 + to.1));
    let pieces = (off / (4.0 * SMOOTH)).sqrt().ceil().clamp(1.0, 8.0);
    for k in 0..=pieces as u32 {
        let t = f64::from(k) / pieces;
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * ((1.0 - t) * a + 2.0 * t * b) + t * t * c;
        push(line, (mix(from.0, corner.0, to.0), mix(from.1, corner.1, to.1)));
    }
}

/// The line through the corner points with each inner corner rounded by a bend of at most `radius` px.
pub(crate) fn rounded(corners: &[Point], radius: f64) -> Vec<Point> {
    let mut line = Vec::new();
    for (i, &corner) in corners.iter().enumerate() {
        let (Some(&before), Some(&after)) = (i.checked_sub(1).and_then(|k| corners.get(k)), corners.get(i + 1)) else {
            push(&mut line, corner);
            continue;
        };
        let away = |to: Point| length((to.0 - corner.0, to.1 - corner.1));
        let reach = radius.min(away(before) / 2.0).min(away(after) / 2.0);
        if reach < 0.5 {
            push(&mut line, corner);
            continue;
        }
        let towards = |to: Point| {
            let share = reach / away(to);
            (corner.0 + (to.0 - corner.0) * share, corner.1 + (to.1 - corner.1) * share)
        };
        bend(&mut line, towards(before), corner, towards(after));
    }
    line
}
