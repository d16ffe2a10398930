//! Tours: ordered walks for telling.

use super::{Extra, TourId};

/// An ordered walk through a pathway.
#[derive(Clone, Debug, PartialEq)]
pub struct Tour {
    /// Its stable name.
    pub id: TourId,
    /// What people see in the list of tours.
    pub title: String,
    /// What is shown and said, in order.
    pub steps: Vec<Step>,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}

/// One step of a tour.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Ids of the nodes and links that the step is about; one that names nothing is a problem, never a crash.
    pub show: Vec<String>,
    /// What is said.
    pub text: String,
    /// Fields of a newer version, kept.
    pub extra: Extra,
}
