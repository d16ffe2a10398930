//! Small shared geometry: points, rounding, curves, corners and spaced positions.

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
    let off = (from.0 - 2.0 * corner.0 + to.0).hypot(from.1 - 2.0 * corner.1 + to.1);
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
pub(crate) struct Wish {
    pub target: f64,
    pub weight: f64,
    /// Least distance from the position before it.
    pub apart: f64,
    pub low: f64,
    pub high: f64,
}

/// How far a position may go, less the sum of the least distances before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    offset: f64,
    low: f64,
    high: f64,
}

/// Adds the slots of one row: least distance from the position before it, lowest and highest value of each.
pub(crate) fn add_slots(slots: &mut Vec<Slot>, row: impl Iterator<Item = (f64, f64, f64)>) {
    let (first, mut offset) = (slots.len(), 0.0);
    for (i, (apart, low, high)) in row.enumerate() {
        offset += if i > 0 { apart } else { 0.0 };
        slots.push(Slot { offset, low: low - offset, high: high - offset });
    }
    // Bounds keep their order: nothing may be lower than what follows allows, nor higher than what comes before
    // demands.
    let mut high = f64::INFINITY;
    for slot in slots[first..].iter_mut().rev() {
        high = high.min(slot.high);
        slot.high = high;
    }
    let mut low = f64::NEG_INFINITY;
    for slot in &mut slots[first..] {
        low = low.max(slot.low);
        slot.low = low;
    }
}

/// Finds positions in rows; it keeps its buffers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settler {
    slots: Vec<Slot>,
    /// Mean, weight and size of each pool.
    pools: Vec<(f64, f64, usize)>,
}

impl Settler {
    /// Positions as near to the wishes (target, weight) as order and distances allow, by pooling adjacent violators
    /// (least squares).
    ///
    /// Bounds are kept as long as they leave room for the distances.
    pub(crate) fn pool(
        &mut self,
        slots: &[Slot],
        wishes: impl Iterator<Item = (f64, f64)>,
        mut put: impl FnMut(usize, f64),
    ) {
        self.pools.clear();
        for ((target, weight), slot) in wishes.zip(slots) {
            // A wish beyond the bounds would push its neighbours for nothing.
            let mut pool = ((target - slot.offset).min(slot.high).max(slot.low), weight.max(1e-6), 1);
            while let Some(&(value, weight, size)) = self.pools.last() {
                if value <= pool.0 {
                    break;
                }
                self.pools.pop();
                let total = weight + pool.1;
                pool = ((value * weight + pool.0 * pool.1) / total, total, size + pool.2);
            }
            self.pools.push(pool);
        }
        let mut at = 0;
        for &(value, _, size) in &self.pools {
            for (i, slot) in (at..).zip(&slots[at..at + size]) {
                put(i, value.min(slot.high).max(slot.low) + slot.offset);
            }
            at += size;
        }
    }

    /// The same for one row of wishes.
    pub(crate) fn settle(&mut self, wishes: &[Wish], put: impl FnMut(usize, f64)) {
        let mut slots = std::mem::take(&mut self.slots);
        slots.clear();
        add_slots(&mut slots, wishes.iter().map(|w| (w.apart, w.low, w.high)));
        self.pool(&slots, wishes.iter().map(|w| (w.target, w.weight)), put);
        self.slots = slots;
    }
}

/// A small deterministic random source (Marsaglia's xorshift, 2003).
#[derive(Clone, Debug)]
pub(crate) struct Dice(pub u64);

impl Dice {
    /// A number below `bound`, or 0 if the bound is 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if bound == 0 { 0 } else { (self.0 >> 11) as usize % bound }
    }
}
