//! Ranks: the column of each card, from causes to effects.
//!
//! Takes the checked graph; gives for each card its column and for each link whether it is drawn as a returning one.
//! What holds afterwards: without the returning links the graph is free of cycles, and each of the others leads at
//! least one column to the right.
//!
//! * `cycles`: which links lead back, the declared ones and as few and as light others as possible (Eades, Lin and
//!   Smyth 1993 for a start, then insertion).
//! * `simplex`: the columns with the least total length of links by network simplex (Gansner, Koutsofios, North and Vo
//!   1993).
//! * `spread`: other columns of about that length that make the bands thinner, where the window is wide enough.
//! * `warm`: columns by the seats of an earlier drawing instead, with as few moves as can be.

pub(crate) mod cycles;
pub(crate) mod simplex;
pub(crate) mod spread;
pub(crate) mod warm;
