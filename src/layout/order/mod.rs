//! Order: who stands above whom in each column, and where long links run, with few crossings.
//!
//! Takes the graph with columns; gives columns of items, where an item is a card or a bend of a link that passes the
//! column (Sugiyama, Tagawa and Toda 1981). What holds afterwards: cards of a column stand by lane, each link is a
//! chain of items from column to column or runs around the outside, and only returning links and those far too long do
//! that.
//!
//! * `span`: links as the columns see them. `weave`: the columns with all links, which are taken out and put back.
//! * `crossings`: how many there are (Barth, Jünger and Mutzel 2002).
//! * `sweep`: quick starts by barycentres, then sifting (Matuszewski, Schönfeld and Molitor 1999).
//! * `gaps`, `thread`: what pieces of a link cross, and its best way through all columns by dynamic programming (the
//!   layered case of optimal edge insertion, Gutwenger, Mutzel and Weiskircher 2005).
//! * `reseat`, `search`: cards and links taken out and put back where they cross least (ruin and recreate, Schrimpf,
//!   Schneider, Stamm-Wilbrandt and Dueck 2000).
//! * `layers`: the same in the form that later phases read. `detours`: channels, tracks and gates of outside links.
//! * `walls`: long links led again once heights are known, with tall risers side by side.

pub(crate) mod crossings;
pub(crate) mod detours;
pub(crate) mod gaps;
pub(crate) mod layers;
pub(crate) mod reseat;
pub(crate) mod search;
pub(crate) mod span;
pub(crate) mod sweep;
#[cfg(test)]
mod tests;
pub(crate) mod thread;
pub(crate) mod walls;
pub(crate) mod weave;
