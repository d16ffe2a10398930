//! TODO

pub(crate) mod cost;
pub(crate) mod fitted;
pub(crate) mod fold;
pub(crate) mod latch;
pub(crate) mod leaves;
pub(crate) mod nudge;
