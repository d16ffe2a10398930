//! Comparing: the open pathway and another one on one canvas.

use std::path::Path;

use super::{
    answering::ask,
    arranging::lay_out,
    leaving::end_quiz,
    lenses::put_on,
    opening::{Read, refuse},
    settings::show_side,
    telling::stop_telling,
};
use crate::{
    export::Compared,
    formats, library,
    model::Pathway,
    parts::{
        comparison::Comparison,
        view::{Camera, Message, SidePanel},
    },
    question::Topic,
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

/// Shows the open pathway alone again.
pub(crate) fn end_comparison(session: &mut Session) {
    if session.comparison.take().is_some() {
        show_anew(session);
        ask(session);
    }
}

/// Shows both on one canvas: `other` is the earlier one, what is open the later one.
fn compare(session: &mut Session, other: &Pathway) {
    stop_telling(session);
    end_quiz(session);
    let comparison = Comparison::new(other, session.pathway());
    let Compared { before, after, .. } = &*comparison.compared;
    let text = words::messages::compared(after, before, comparison.rows.len());
    session.view.say(Message::news(&text));
    session.asking.set_topic(Topic::Compare);
    session.comparison = Some(comparison);
    show_anew(session);
    ask(session);
    show_side(session, SidePanel::Ask);
}

/// Another pathway is on the canvas, though the same one is open.
fn show_anew(session: &mut Session) {
    session.view.look_away();
    session.view.let_go();
    let lens = session.lens().lens.clone();
    put_on(session, lens);
    session.drawing.arrange_as_usual();
    session.drawing.keep_seats(false);
    session.view.look(Camera::Fit);
    lay_out(session);
}
