//! TODO

pub(crate) mod plan;
pub(crate) mod sketch;
pub(crate) mod tune;
