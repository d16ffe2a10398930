//! What is worked out of the records of a scene: once it is asked for, or beforehand, on a worker.

use std::{cell::OnceCell, sync::Arc};

use super::{detail::Details, occurs::Occurs, overview::Overview};

/// What is known of a scene beside its records.
#[derive(Default)]
pub(crate) struct More {
    /// Crossings and pills.
    pub(crate) details: Option<Arc<Details>>,
    /// What is seen from far.
    pub(crate) overview: OnceCell<Overview>,
    /// Which signs there are.
    pub(crate) occurs: OnceCell<Occurs>,
}
