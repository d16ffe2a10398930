//! What lies in what on a drawing: compartments and groups that list no members are told by their areas.

/// The most areas that are looked at for each thing, so that many things in many areas stay quick.
pub(crate) const MAX_AREAS: usize = 64;

/// A rectangle with the lane that it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) middle: (f64, f64),
    pub(crate) size: (f64, f64),
    pub(crate) lane: usize,
}

impl Area {
    fn holds(&self, (x, y): (f64, f64)) -> bool {
        (x - self.middle.0).abs() <= self.size.0 / 2.0 && (y - self.middle.1).abs() <= self.size.1 / 2.0
    }
}

/// The lane of the smallest area that a point lies in.
pub(crate) fn innermost(areas: &[Area], at: (f64, f64)) -> Option<usize> {
    let around = areas.iter().filter(|area| area.holds(at));
    let smallest = around.min_by(|one, other| (one.size.0 * one.size.1).total_cmp(&(other.size.0 * other.size.1)));
    smallest.map(|area| area.lane)
}
