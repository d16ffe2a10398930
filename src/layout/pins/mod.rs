//! TODO

pub(crate) mod around;
pub(crate) mod pinned;
