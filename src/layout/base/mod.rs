//! TODO

pub(crate) mod dice;
pub(crate) mod distances;
pub(crate) mod geometry;
pub(crate) mod lists;
pub(crate) mod own_loop;
pub(crate) mod rect;
pub(crate) mod settle;
pub(crate) mod turn;
pub(crate) mod work;
