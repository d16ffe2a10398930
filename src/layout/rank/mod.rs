//! TODO

pub(crate) mod cycles;
pub(crate) mod simplex;
pub(crate) mod spread;
pub(crate) mod warm;
