//! Lenses: a pathway seen through a demand on its evidence. What a lens hides is not gone; it is drawn as a ghost.

mod demand;
mod sources;
mod summary;
#[cfg(test)]
mod tests;
mod told;
pub(super) mod words;

use crate::model::Pathway;

pub use demand::{Lens, passing};
pub use sources::{Rests, ranked_sources};
pub use summary::summary;
pub use told::{LoopCounts, Told, told_and_shown, told_line};

/// The pathway with only the links that a lens shows, for other questions; everything else stays.
pub fn apply(pathway: &Pathway, lens: &Lens) -> Pathway {
    if lens.shows_all() {
        return pathway.clone();
    }
    let mut parts = pathway.parts();
    parts.links.retain(|link| lens.passes(link));
    Pathway::from_parts(parts, pathway.misfits().to_vec())
}
