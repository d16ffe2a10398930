//! What a session is made of. Each part keeps its fields to itself: panels and canvas read what it shows, and it
//! changes by what its own file offers. None knows the session; the acts above it do what concerns several parts.

pub(super) mod asking;
pub(super) mod camera;
pub(super) mod citing;
pub(super) mod comparison;
pub(super) mod drawing;
pub(super) mod entry;
pub(super) mod files;
pub(super) mod importing;
pub(super) mod left;
pub(super) mod lens;
pub(super) mod many;
pub(super) mod map;
pub(super) mod message;
pub(super) mod open;
pub(super) mod palette;
pub(super) mod picked;
pub(super) mod prediction;
pub(super) mod quiz;
pub(super) mod side_panel;
pub(super) mod teaching;
pub(super) mod touring;
pub(super) mod view;
