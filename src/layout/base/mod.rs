//! TODO

pub(crate) mod geometry;
pub(crate) mod lists;
pub(crate) mod work;
