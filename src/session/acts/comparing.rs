//! Comparing: the open pathway and another one on one canvas.

use std::{path::Path, sync::Arc};

use super::opening::{Read, open_origin, refuse, show};
use crate::{
    formats::{self, Opened},
    library,
    model::Pathway,
    parts::{
        comparison::Comparison,
        view::{Message, SidePanel},
    },
    state::Session,
    words,
};

/// Compares the open pathway with a bundled one.
pub(crate) fn compare_with_bundled(session: &mut Session, id: &str) {
    if let Some(Ok(opened)) = library::find(id).map(|bundled| formats::open(bundled.text().as_bytes())) {
        compare(session, &opened.pathway);
    } else {
        session.view.say(Message::error(&words::messages::not_bundled(id)));
    }
}

/// Compares the open pathway with a file that has been read.
pub(crate) fn compare_with_file(session: &mut Session, path: &Path, read: Read) {
    session.view.hush();
    match read {
        Ok(opened) => compare(session, &opened.pathway),
        Err(problems) => refuse(session, &path.display().to_string(), &problems),
    }
}

/// Goes back to the pathway that was open before the comparison.
pub(crate) fn end_comparison(session: &mut Session) {
    if let Some(comparison) = session.comparison.take() {
        open_origin(session, comparison.into_back());
    }
}

/// Shows both on one canvas: `other` is the earlier one, what is open the later one.
fn compare(session: &mut Session, other: &Pathway) {
    let Some(back) = session.open.origin() else { return };
    let open = Arc::clone(session.pathway());
    let (comparison, both) = Comparison::new(other, &open, back);
    show(session, Opened { pathway: both, problems: Vec::new(), read_only: true, has_comments: false }, None);
    session.view.note(&words::messages::compared(&comparison.after, &comparison.before, comparison.rows.len()));
    session.asking.compare(comparison.lit().clone());
    session.comparison = Some(comparison);
    session.settings.outline = true;
    session.view.show_panel(SidePanel::Ask);
}
