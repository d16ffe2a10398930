//! What a pathway is: ids, nodes, links, evidence, sources, lanes, tours, and the one way to change them.
//!
//! Nothing in here knows about files, windows or time. A [`Pathway`] is a value: cloning it is cheap because
//! records are shared, and [`Pathway::apply`] returns a new one.

mod about;
mod apply;
mod authors;
mod delta;
mod edit;
mod evidence;
mod extra;
mod grade;
mod host;
mod id;
mod imprint;
mod level;
mod link;
mod list;
mod name;
mod node;
pub mod notation;
mod one_line;
mod parts;
mod pathway;
mod publication;
mod retold;
mod shown;
mod source;
mod topology;
mod tour;
mod venue;
pub mod written;

pub use about::About;
pub use authors::Authors;
pub(crate) use delta::Delta;
pub use edit::{Change, Edit, EditError};
pub use evidence::{Design, Evidence, Stance};
pub use extra::Extra;
pub use grade::{Grade, RULE, ceiling};
pub use host::Host;
pub(crate) use host::stands_in_a_book;
pub use id::{LaneId, LinkId, MAX_ID_BYTES, NodeId, SourceId, TourId, is_valid_id};
pub use imprint::Imprint;
pub use level::{Level, LevelText};
pub use link::{Delay, Effect, Link, Popular, Reading};
pub use name::Name;
pub use node::{Kind, Lane, Node, Note};
pub use one_line::one_line;
pub use parts::{Misfit, Parts};
pub use pathway::Pathway;
pub use publication::SourceKind;
pub(crate) use publication::trial_number;
pub use shown::shown;
pub use source::{Citation, Source};
pub use tour::{Branch, Predict, Step, Tour};
pub use venue::Venue;
