//! Fit: what makes a drawing of one order smallest in its window.
//!
//! Takes an order with all that follows from it; gives the finished drawing. Size is what its reader pays: the window
//! that it fills, its own area, the length of its lines. What holds afterwards: its distances hold, and of all that
//! was tried it is the smallest, but for a little that room before arrow heads may take.
//!
//! * `fitted`: what a drawing is: heights, doors, posts and constraints, with its size. `cost`: what a crossing is
//!   worth.
//! * `leaves`, `latch`: which doors to open, tried on the longest paths alone.
//! * `nudge`: cards of a longest path try other rows.
//! * `fold`: all of that, and lanes in more rows while the drawing can be shown larger for it.

pub(crate) mod cost;
pub(crate) mod fitted;
pub(crate) mod fold;
pub(crate) mod latch;
pub(crate) mod leaves;
pub(crate) mod nudge;
#[cfg(test)]
mod tests;
