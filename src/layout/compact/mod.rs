//! TODO

pub(crate) mod aside;
pub(crate) mod constraints;
pub(crate) mod leads;
pub(crate) mod posts;
pub(crate) mod press;
pub(crate) mod risers;
pub(crate) mod route;
