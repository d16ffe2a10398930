//! What this frame shows, from back to front.
//!
//! Takes the scene, the session and the stage of the frame, and gives shapes. `looks` says which look every item has (the
//! rule stands there in words); `motion` how far everything is that moves by itself, the `signal` of a what-if among it.
//! Then, in this order: `lanes` as bands, and links and cards without light by egui_graphs (`plain`, over `mirror` and
//! `still`) or, where labels would be too small, as an overview (`far`); `lit` above them; then the signal, the lanes' names,
//! the badges of `loops`, what `unseen` explains, a `tag` and the `minimap`. The `legend` stands beside the canvas.
//!
//! Where marks lie is worked out before all of that, by `placing`.
//!
//! What holds afterwards: what `plain` draws depends on nothing but the key that it is kept by (`canvas/rest.rs`), and what
//! `lit` draws on nothing but that, the place of the view and the looks; so both are drawn only when they change. Nothing
//! here moves the view or reads the pointer, but for the badges and the map, which are widgets of their own.

pub(super) mod far;
pub(super) mod lanes;
pub(super) mod legend;
pub(super) mod lit;
pub(super) mod looks;
pub(super) mod loops;
pub(super) mod minimap;
pub(super) mod mirror;
pub(super) mod motion;
pub(super) mod placing;
pub(super) mod plain;
pub(super) mod signal;
mod still;
pub(super) mod tag;
pub(super) mod unseen;
