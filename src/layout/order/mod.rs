//! TODO

pub(crate) mod detours;
pub(crate) mod gaps;
pub(crate) mod layers;
pub(crate) mod reseat;
pub(crate) mod search;
pub(crate) mod sweep;
pub(crate) mod thread;
pub(crate) mod walls;
pub(crate) mod weave;
