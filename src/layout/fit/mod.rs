//! TODO

pub(crate) mod fitted;
pub(crate) mod latch;
pub(crate) mod leaves;
pub(crate) mod nudge;
