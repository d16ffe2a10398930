//! A table of a million links is not drawn but opened as a quarry: names are found in it, what leads from here to there,
//! what lies around a thing; and a part of it is taken as a pathway with its evidence.

mod around;
mod cells;
mod changed;
mod columns;
mod effects;
mod find;
mod names;
mod papers;
mod read;
mod report;
mod routes;
mod store;
mod take;
#[cfg(test)]
mod tests;
mod trouble;

pub use around::{Around, Reach, Ring};
pub use changed::Changed;
pub use columns::{Columns, Head, Relation, Says};
pub use find::Found;
pub use papers::Paper;
pub use read::{open, read_text};
pub use report::{Oddity, Report};
pub use routes::{Bounds, LONGEST, Route, Routes};
pub use store::{Quarry, Row, Word};
pub use take::{MOST_TAKEN, Part};
pub use trouble::{MOST_BYTES, text_of, too_large};
