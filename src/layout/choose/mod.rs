//! Choice: which of several ranks and orders is drawn.
//!
//! Takes the checked graph and the work budget; gives a first drawing soon and, within the budget, a better one. What
//! holds afterwards: the better one replaces the first only where it is clearly better, because everything jumps.
//!
//! * `plan`: an order of the columns in the form that later phases draw.
//! * `tune`: ranks chosen by the finished drawing, for small diagrams.
//! * `sketch`: from the graph to drawings: ranks, orders, the ones worth refining, the one that is drawn.

pub(crate) mod plan;
pub(crate) mod sketch;
#[cfg(test)]
mod tests;
pub(crate) mod tune;
