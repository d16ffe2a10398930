//! TODO

pub(crate) mod doors;
pub(crate) mod ends;
pub(crate) mod frame;
pub(crate) mod place;
pub(crate) mod ports;
pub(crate) mod room;
pub(crate) mod rows;
pub(crate) mod straight;
pub(crate) mod swaps;
pub(crate) mod task;
pub(crate) mod touch;
