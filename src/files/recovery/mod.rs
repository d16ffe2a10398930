//! What was not saved yet, kept so that a crash costs no more than a moment of work, and found again at the next start.

mod entry;
mod keeper;
mod store;

pub use entry::Entry;
pub use keeper::{Keeper, MAX_PAUSE};
pub use store::{Found, Left, OnDisk, Recovery};
