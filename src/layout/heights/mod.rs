//! Heights: the y of everything, band by band, and where links touch their cards.
//!
//! Takes the order of the columns; gives the centre of each item, the bands, ports and doors. What holds afterwards:
//! cards lie in their bands, bands are as thin as their fullest column allows, items of a column keep their order and
//! distance (but for `TIGHT`, where lines step out of each other's way), and every port lies on its card's side.
//!
//! * `frame`: what does not change with rows and doors; `ends`: the ends of links at each card. `task`: all of that.
//! * `room`: the heights that are allowed and the sweeps within them (priority layout, Sugiyama, Tagawa and Toda 1981,
//!   by pooling adjacent violators instead of priorities). `rows`: lanes in several rows.
//! * `place`: bands and heights by means of both. `straight`: long links with the fewest levels.
//! * `doors`: which links go through tops and bottoms. `ports`: where the others touch. `swaps`: lines that change
//!   places.
//! * `touch`: the one place where doors, ports, straightening and swaps meet.

pub(crate) mod doors;
pub(crate) mod ends;
pub(crate) mod frame;
pub(crate) mod place;
pub(crate) mod ports;
pub(crate) mod room;
pub(crate) mod rows;
pub(crate) mod straight;
pub(crate) mod swaps;
pub(crate) mod task;
#[cfg(test)]
mod tests;
pub(crate) mod touch;
