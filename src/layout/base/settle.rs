//! Positions in a row as near to where they would like to be as order and distances allow.

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
