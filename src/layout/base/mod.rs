//! What every phase stands on and no phase is about: lists, walks over graphs, chance, points, distances, the work
//! budget.
//!
//! What is public serves the rest of the program as well: [`Lists`], [`strong_components`], [`breadth_first`],
//! [`Dice`]. `distances` is the one table of what is kept apart from what. `settle` places things in a row by pooling
//! adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman 1955), which heights and ports share. `open_lists` are
//! lists that change; `near` finds boxes by where they are; `index` has numbers of items, links and posts, each of its own kind; `turn` has sine and cosine
//! that are the same everywhere.

pub(crate) mod breadth;
pub(crate) mod components;
pub(crate) mod dice;
pub(crate) mod distances;
pub(crate) mod geometry;
pub(crate) mod index;
pub(crate) mod lists;
pub(crate) mod near;
pub(crate) mod open_lists;
pub(crate) mod own_loop;
pub(crate) mod rect;
pub(crate) mod settle;
pub(crate) mod turn;
pub(crate) mod work;

pub use breadth::{BreadthFirst, breadth_first};
pub use components::strong_components;
pub use dice::Dice;
pub use lists::Lists;
