//! What a step shows, by name.

use crate::session::Session;

/// A node by its label, a link by its sentence.
pub(super) fn named(session: &Session, id: &str) -> String {
    let pathway = session.pathway();
    match (pathway.node(&id.into()), pathway.link(&id.into())) {
        (Some(node), _) => node.label.clone(),
        (None, Some(link)) => pathway.sentence(link),
        (None, None) => id.to_owned(),
    }
}
