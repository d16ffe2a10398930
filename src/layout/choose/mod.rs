//! TODO

pub(crate) mod sketch;
pub(crate) mod tune;
