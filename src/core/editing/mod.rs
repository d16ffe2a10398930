//! Everything that can be done to a pathway, each as one step that can be undone.
//!
//! Pure functions from a pathway, what somebody gave and a way to make ids ([`Mint`]) to a [`Proposal`], which is an
//! [`Edit`](crate::model::Edit) with what comes along in a sentence, or to a [`Refusal`] with the next step.
//!
//! - Texts have places ([`Text`]): [`write()`] one, [`read`] one. Chosen fields are [`Choice`]s: [`choose`].
//! - Records are added by functions of their own, and removed by [`remove`]. What stands in lists inside of records is
//!   added, moved and removed by [`List`].
//!
//! No edit brings an error into a pathway that was not there, grades fall to what their evidence still carries, tours never
//! name what is gone, and what goes is named. Inside, every edit is a `Draft`: the records that it touches, as they shall
//! become.

mod choice;
mod draft;
mod entry;
mod fixes;
mod grades;
mod graft;
mod ids;
mod join;
mod lanes;
mod links;
mod lists;
mod mend;
mod nodes;
mod outcome;
mod paste;
mod removal;
mod replace;
mod same;
mod settle;
mod slot;
mod sources;
mod start;
mod text;
mod texts;
mod tours;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub use choice::{Choice, choose};
pub use entry::{Entry, Line, Said, quick_entry};
pub use fixes::fix;
pub use grades::{GradeOffer, grade_offers};
pub use ids::{Mint, free_ids};
pub use join::{merge_links, merge_nodes, merge_sources};
pub use lanes::{add_lane, move_lane};
pub use links::{add_link, effect_of_key, reverse, set_ends};
pub use lists::{List, add_branch, add_evidence, add_note, add_step, move_item, remove_item};
pub use nodes::{add_node, pin, tidy, unpin};
pub use outcome::{Outcome, Proposal, Refusal};
pub use paste::{copied, copy_node, paste, pathway_from_text};
pub use removal::{remove, remove_lane};
pub use replace::{Found, Search, find, replace};
pub use sources::{add_source, fill_source, same_work};
pub use start::blank;
pub use text::{AboutText, EvidenceText, LinkText, NodeText, SourceText, StepText, Text};
pub use texts::texts;
pub use tours::{add_tour, move_tour, tour_of_selection};
pub use write::{read, write};
