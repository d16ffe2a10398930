//! A pathway under a lens as flat arrays: what searches over it run on.
//!
//! Nodes and links are numbered in the order of their ids, never of the file, so that no answer depends on how a file
//! happens to be sorted. Links without an effect carry nothing and are left out, as are those that the lens hides.
//! The layout is the compressed sparse row form: the links out of a node lie side by side.

mod arrays;
mod facts;
mod refusal;
pub(super) mod search;
#[cfg(test)]
pub(super) mod tests;

pub use arrays::Web;
pub use facts::Timing;
pub(super) use facts::{Facts, species};
pub use refusal::{CutBy, Refusal};
