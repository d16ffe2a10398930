//! How a thing looks: each of what there is, painted by itself.
//!
//! Takes one record of the scene, its [`Look`](look::Look) and the [`Stage`](stage::Stage) of the frame, and gives vertices
//! in a mesh and the few shapes that only egui can paint (texts, badges). From the ground up: `brush` paints soft lines,
//! boxes and discs into one mesh, `patterns` dashes and dots; `layers` keeps wires under cards; `look` and `stage` say how
//! an item is to be drawn and where on the screen in which colours; `label`, `ends`, `marks`, `ring` and `role` are the parts that
//! cards and links are put together from, `places` is where they lie, and `card` and `wire` are the two that egui_graphs walks over.
//!
//! What holds afterwards: what lies outside the clip is not painted; labels, level and upright lines and boxes stand on
//! whole pixels; the same record, look and stage give the same vertices, so that what is kept can be painted again. Nothing
//! here asks the session, or why an item looks as it does.

pub(super) mod brush;
pub(super) mod card;
pub(super) mod ends;
pub(super) mod label;
pub(super) mod layers;
pub(super) mod look;
pub(super) mod marks;
pub(super) mod patterns;
pub(super) mod places;
pub(super) mod ring;
pub(super) mod role;
pub(super) mod stage;
pub(super) mod wire;
