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
}
