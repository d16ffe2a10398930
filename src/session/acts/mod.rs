//! What is done with a session: what concerns several of its parts. The files stand on floors; each uses only those
//! below it, and calls them by name, so that this can be seen and checked.

pub(super) mod answering;
pub(super) mod arranging;
pub(super) mod asking;
pub(super) mod back;
pub(super) mod careful;
pub(super) mod closing;
pub(super) mod comparing;
pub(super) mod editing;
pub(super) mod finding;
pub(super) mod leaving;
pub(super) mod lenses;
pub(super) mod lighting;
pub(super) mod looking;
pub(super) mod making;
pub(super) mod many;
pub(super) mod mapping;
pub(super) mod mending;
pub(super) mod opening;
pub(super) mod outside;
pub(super) mod picking;
pub(super) mod predicting;
pub(super) mod proposing;
pub(super) mod quizzing;
pub(super) mod reading;
pub(super) mod running;
pub(super) mod saving;
pub(super) mod settings;
pub(super) mod slides;
pub(super) mod staging;
pub(super) mod teaching;
pub(super) mod telling;
pub(super) mod touring;
pub(super) mod watching;
