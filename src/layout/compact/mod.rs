//! Compaction: the x of everything, and what is left over in y, as narrow as order and distances allow.
//!
//! Takes heights, ports and doors; gives the x of each card and riser, the lines with their corners, and lower heights.
//! What holds afterwards, wherever `Constraints::held` says so: everything that stands side by side at any height keeps
//! its distance and its order, so no crossing is added and no line meets a card; every link has its straight pieces.
//!
//! One-dimensional compaction as in VLSI layout (Lengauer 1990): a sweep finds which posts see each other, longest
//! paths push them to the left.
//!
//! * `posts`: cards and risers from left to right, and the ways of links along them. `risers`: their order in a gap.
//! * `leads`: distances along a link. `constraints`: all distances, kept by longest paths.
//! * `aside`: room before arrow heads. `press`: the same in y. `route`: the lines.

pub(crate) mod aside;
pub(crate) mod constraints;
pub(crate) mod leads;
pub(crate) mod posts;
pub(crate) mod press;
pub(crate) mod risers;
pub(crate) mod route;
