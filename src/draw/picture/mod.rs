//! The picture of a pathway: what of it is shown under an arrangement, how large its cards are, and where the layout
//! puts them. All that knows pathways and text stands here; the layout itself knows sizes only.

mod arrange;
mod drawn;
mod lanes;
mod same;
mod sheet;

pub use arrange::{Arrangement, Room, Stands};
pub use drawn::{Brief, MARK_WIDTH, Picture, PlacedBand, PlacedCard, PlacedWire, Stage, picture, picture_watched};
pub use lanes::{LanesBy, nodes_in_lane};
pub use same::looks_same;
pub use sheet::Part;
