//! Ids that nothing of a kind has yet.

use std::collections::{BTreeMap, BTreeSet};

/// The ids that are taken, of one kind of record.
#[derive(Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// The number that was tried last behind each base, so that a name that comes a thousand times stays quick.
    last: BTreeMap<String, usize>,
}

impl Ids {
    /// An id that is not taken: `base`, else `base_2` and so on.
    pub(super) fn free(&mut self, base: &str) -> String {
        let last = self.last.entry(base.to_owned()).or_insert(0);
        loop {
            *last += 1;
            let id = if *last == 1 { base.to_owned() } else { format!("{base}_{last}") };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
