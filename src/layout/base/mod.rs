//! What every phase stands on and no phase is about: points, boxes, distances, lists, chance, the work budget.
//!
//! `distances` is the one table of what is kept apart from what. `settle` places things in a row by pooling adjacent
//! violators (Ayer, Brunk, Ewing, Reid and Silverman 1955), which heights and ports share.

pub(crate) mod dice;
pub(crate) mod distances;
pub(crate) mod geometry;
pub(crate) mod lists;
pub(crate) mod own_loop;
pub(crate) mod rect;
pub(crate) mod settle;
pub(crate) mod turn;
pub(crate) mod work;
