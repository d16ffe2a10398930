//! Small shared geometry: points, rounding, curves, corners and spaced positions.

/// x and y in px.
pub(super) type Point = (f64, f64);

/// Rounded to half px, so that equal input gives equal bytes everywhere.
pub(super) fn half(v: f64) -> f64 {
    (v * 2.0).round() / 2.0
}

/// Rounded to a sixteenth of a px, for points on curves.
pub(super) fn fine(v: f64) -> f64 {
    (v * 16.0).round() / 16.0
}

/// Adds a point unless the line already ends there.
pub(super) fn push(line: &mut Vec<Point>, p: Point) {
    let p = (fine(p.0), fine(p.1));
    if line.last().is_none_or(|q| (q.0 - p.0).abs() > 0.01 || (q.1 - p.1).abs() > 0.01) {
        line.push(p);
    }
}

/// A quadratic curve from `from` to `to` with the given corner as its control point.
fn bend(line: &mut Vec<Point>, from: Point, corner: Point, to: Point) {
    for k in 0..=6 {
        let t = f64::from(k) / 6.0;
        let mix = |a: f64, b: f64, c: f64| (1.0 - t) * ((1.0 - t) * a + 2.0 * t * b) + t * t * c;
        push(line, (mix(from.0, corner.0, to.0), mix(from.1, corner.1, to.1)));
    }
}

/// The line through the corner points with each inner corner rounded by a bend of at most `radius` px.
pub(super) fn rounded(corners: &[Point], radius: f64) -> Vec<Point> {
    let mut line = Vec::new();
    for (i, &corner) in corners.iter().enumerate() {
        let (Some(&before), Some(&after)) = (i.checked_sub(1).and_then(|k| corners.get(k)), corners.get(i + 1)) else {
            push(&mut line, corner);
            continue;
        };
        let length = |to: Point| (to.0 - corner.0).hypot(to.1 - corner.1);
        let reach = radius.min(length(before) / 2.0).min(length(after) / 2.0);
        if reach < 0.5 {
            push(&mut line, corner);
            continue;
        }
        let towards = |to: Point| {
            let share = reach / length(to);
            (corner.0 + (to.0 - corner.0) * share, corner.1 + (to.1 - corner.1) * share)
        };
        bend(&mut line, towards(before), corner, towards(after));
    }
    line
}

/// One position in a row: where it would like to be, how strongly, and how far it may go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub target: f64,
    pub weight: f64,
    /// Least distance from the position before it.
    pub apart: f64,
    pub low: f64,
    pub high: f64,
}

/// Positions as near to the wishes as order and distances allow, by pooling adjacent violators (least squares).
///
/// Bounds are kept as long as they leave room for the distances.
pub(super) fn settle(wishes: &[Wish]) -> Vec<f64> {
    let mut offset = Vec::with_capacity(wishes.len());
    let mut sum = 0.0;
    for (i, w) in wishes.iter().enumerate() {
        sum += if i > 0 { w.apart } else { 0.0 };
        offset.push(sum);
    }
    let bounds = ordered_bounds(wishes, &offset);
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    for ((w, off), (low, high)) in wishes.iter().zip(&offset).zip(&bounds) {
        // A wish beyond the bounds would push its neighbours for nothing.
        let mut pool = ((w.target - off).min(*high).max(*low), w.weight.max(1e-6), 1);
        while let Some(&(value, weight, size)) = pools.last() {
            if value <= pool.0 {
                break;
            }
            pools.pop();
            let total = weight + pool.1;
            pool = ((value * weight + pool.0 * pool.1) / total, total, size + pool.2);
        }
        pools.push(pool);
    }
    let mut values = Vec::with_capacity(wishes.len());
    for (value, _, size) in pools {
        values.resize(values.len() + size, value);
    }
    values.iter().zip(&bounds).zip(&offset).map(|((v, (low, high)), off)| v.min(*high).max(*low) + off).collect()
}

/// Bounds less offsets that keep their order: nothing may be lower than what follows allows, nor higher than what
/// comes before demands.
fn ordered_bounds(wishes: &[Wish], offset: &[f64]) -> Vec<(f64, f64)> {
    let mut bounds: Vec<(f64, f64)> = wishes.iter().zip(offset).map(|(w, off)| (w.low - off, w.high - off)).collect();
    let mut high = f64::INFINITY;
    for b in bounds.iter_mut().rev() {
        high = high.min(b.1);
        b.1 = high;
    }
    let mut low = f64::NEG_INFINITY;
    for b in &mut bounds {
        low = low.max(b.0);
        b.0 = low;
    }
    bounds
}

/// A small deterministic random source (Marsaglia's xorshift, 2003).
#[derive(Clone, Debug)]
pub(super) struct Dice(pub u64);

impl Dice {
    /// A number below `bound`, or 0 if the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if bound == 0 { 0 } else { (self.0 >> 11) as usize % bound }
    }
}
