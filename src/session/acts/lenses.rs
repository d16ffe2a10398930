//! Lenses: the commands that turn them. What is asked is asked again through every other lens.

use super::answering::ask;
use crate::{
    analysis::lens::{Lens, told_and_shown, told_line},
    model::{Grade, Reading, SourceId},
    parts::{lens::LensView, view::SidePanel},
    state::Session,
};

/// Puts a lens over the canvas.
pub(crate) fn set_lens(session: &mut Session, lens: Lens) {
    put_on(session, lens);
    ask_again(session);
}

/// Turns the lens that is over the canvas, and shows the panel of lenses.
pub(crate) fn turn_lens(session: &mut Session, turn: impl FnOnce(&mut Lens)) {
    let mut lens = session.lens().lens.clone();
    turn(&mut lens);
    put_on(session, lens);
    session.view.show_panel(SidePanel::Lenses);
    ask_again(session);
}

/// Hides the weakest grade that is shown.
pub(crate) fn stronger_only(lens: &mut Lens) {
    lens.weakest = beside(lens.weakest, -1);
}

/// Shows the next weaker grade too.
pub(crate) fn weaker_too(lens: &mut Lens) {
    lens.weakest = beside(lens.weakest, 1);
}

/// Shows every link again, in the same reading.
pub(crate) fn clear(lens: &mut Lens) {
    *lens = Lens { reading: lens.reading, ..Lens::default() };
}

/// Takes every lens off, and shows the effects as the sources show them.
pub(crate) fn take_off(session: &mut Session) {
    put_on(session, Lens::default());
}

/// As if a paper did not exist, or, where it is knocked out already, as if nothing had happened. The question that is
/// open is not asked again.
pub(crate) fn knock_out(session: &mut Session, source: SourceId) {
    let mut lens = session.lens().lens.clone();
    lens.without = if lens.without.as_ref() == Some(&source) { None } else { Some(source) };
    put_on(session, lens);
    session.view.show_panel(SidePanel::Lenses);
}

/// As the article tells it, or as the sources show it.
pub(crate) fn switch_reading(session: &mut Session) {
    let mut lens = session.lens().lens.clone();
    let told = told_line(&told_and_shown(session.pathway()));
    lens.reading = match lens.reading {
        Reading::Shown => Reading::Told,
        Reading::Told => Reading::Shown,
    };
    match lens.reading {
        Reading::Told => session.view.note(&told),
        Reading::Shown => session.view.take_back(&told),
    }
    set_lens(session, lens);
}

/// Asks through the present lens what has been asked; where nothing has been, nothing is.
pub(crate) fn ask_again(session: &mut Session) {
    if session.asking().is_asked() {
        ask(session);
    }
}

/// Puts a lens over what is on the canvas; what it says in words is about the open pathway.
pub(crate) fn put_on(session: &mut Session, lens: Lens) {
    session.lens = LensView::over(session.open.pathway(), lens);
    if let Some(comparison) = &session.comparison {
        session.lens.hide_in(comparison.both());
    }
}

/// The grade so many steps weaker, within the scale.
fn beside(grade: Grade, steps: isize) -> Grade {
    let at = Grade::ALL.iter().position(|g| *g == grade).unwrap_or_default();
    let next = at.saturating_add_signed(steps).min(Grade::ALL.len() - 1);
    Grade::ALL.get(next).copied().unwrap_or(grade)
}
