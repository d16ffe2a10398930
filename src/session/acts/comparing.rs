//! Comparing: the open pathway and another one on one canvas.

use std::{path::Path, sync::Arc};

use super::{
    leaving::end_quiz,
    opening::{Read, refuse, show, show_again},
    settings::show_side,
    telling::stop_telling,
};
use crate::{
    formats::{self, Opened},
    library,
    model::Pathway,
    parts::{
        comparison::{Comparison, Kept},
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

/// Goes back to the pathway that was open before the comparison, as it was.
pub(crate) fn end_comparison(session: &mut Session) {
    if let Some(comparison) = session.comparison.take() {
        let Kept { open, teaching } = comparison.into_kept();
        show_again(session, open);
        session.teaching = teaching;
    }
}

/// Shows both on one canvas: `other` is the earlier one, what is open the later one.
fn compare(session: &mut Session, other: &Pathway) {
    if session.comparison.is_some() {
        return;
    }
    stop_telling(session);
    end_quiz(session);
    let (open, level) = (Arc::clone(session.pathway()), session.level());
    let kept = Kept { open: session.open.set_aside(), teaching: std::mem::take(&mut session.teaching) };
    session.teaching.set_level(level);
    let (comparison, both) = Comparison::new(other, &open, kept);
    show(session, Opened { pathway: both, problems: Vec::new(), read_only: true, has_comments: false }, None);
    session.view.note(&words::messages::compared(&comparison.after, &comparison.before, comparison.rows.len()));
    session.asking.compare(comparison.lit().clone());
    session.comparison = Some(comparison);
    show_side(session, SidePanel::Ask);
}
