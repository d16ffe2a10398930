//! Pins: what the author nailed down.
//!
//! Takes a finished drawing; gives it with pinned cards at their places. What holds afterwards: every card lies in the band of
//! its lane; pinned cards have exactly the centres that were asked for, or where those are outside of the band the nearest
//! height in it; cards that they would cover stand in the nearest free place of their band, and lines that this concerns
//! run around cards or, beyond some number, straight.
//!
//! * `pinned`: who moves, and which lines are drawn afresh.
//! * `around`: a line past all cards, looked for near by first.
//! * `grid`: the shortest orthogonal way with few bends on the grid of the cards' edges (Wybrow, Marriott and Stuckey
//!   2009), by A* (Hart, Nilsson and Raphael 1968).

pub(crate) mod around;
pub(crate) mod grid;
pub(crate) mod pinned;
#[cfg(test)]
mod tests;
