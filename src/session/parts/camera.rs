//! What the session asks of the view.

use crate::item::Item;

/// What the camera should do.
#[derive(Clone, Debug, PartialEq)]
pub enum Camera {
    /// Show everything.
    Fit,
    /// Go nearer or farther by a factor, about the middle.
    Zoom(f32),
    /// Zoom 1, about the middle.
    ActualSize,
    /// Show some items, as near as they can be read.
    Show(Vec<Item>),
    /// Move as little as needed to show an item.
    Reveal(Item),
    /// Look at a place beside an item, as near as it was.
    Near {
        /// The item.
        item: Item,
        /// From its middle to the middle of the view, in px at zoom 1.
        offset: (f32, f32),
        /// px of screen for one px at zoom 1.
        zoom: f32,
    },
}
