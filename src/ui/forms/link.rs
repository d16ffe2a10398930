//! The fields of a link.

use egui::Ui;

use super::{
    evidence::evidence_ui,
    form::Form,
    node::levels_ui,
    pick::{Row, rows},
};
use crate::{
    editing::{Choice, LinkText, Text, grade_offers},
    model::{Delay, Effect, Link, NodeId},
    session::FormAct,
    ui::{chooser::chooser, widgets::callout},
    words,
};

/// Draws the fields of a link.
pub(super) fn link_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    let place = |text| Text::Link(link.id.clone(), text);
    ends_ui(ui, form, link);
    form.text(ui, words::forms::HOLDS_WHEN, place(LinkText::HoldsWhen), link.holds_when.as_deref().unwrap_or_default());
    grade_ui(ui, form, link);
    delay_ui(ui, form, link);
    form.text(ui, words::forms::EXPLANATION, place(LinkText::Explanation), &link.explanation);
    levels_ui(ui, form, &link.levels, &|level| Text::Link(link.id.clone(), LinkText::Level(level)));
    popular_ui(ui, form, link);
    evidence_ui(ui, form, link);
    let none = link.no_source_found.as_deref().unwrap_or_default();
    form.text(ui, words::forms::NO_SOURCE, place(LinkText::NoSourceFound), none);
    form.remark(ui, words::forms::NO_SOURCE_HINT);
    ui.add_space(4.0);
    if let Some(on) = form.tick(ui, words::forms::RETURNS, link.returns) {
        form.act(FormAct::Choose(Choice::Returns(link.id.clone(), on)));
    }
}

/// The cause, what it does, and the effect, as one reads them.
fn ends_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    if let Some(from) = end_ui(ui, form, words::forms::CAUSE, &link.from) {
        form.act(FormAct::Ends { link: link.id.clone(), from, to: link.to.clone() });
    }
    let effects = || rows(Effect::ALL, Effect::label, words::forms::EFFECTS);
    if let Some(effect) = form.pick(ui, words::forms::DOES, link.effect.label(), &effects) {
        form.act(FormAct::Choose(Choice::Effect(link.id.clone(), Effect::ALL[effect])));
    }
    if let Some(to) = end_ui(ui, form, words::forms::EFFECT, &link.to) {
        form.act(FormAct::Ends { link: link.id.clone(), from: link.from.clone(), to });
    }
}

/// An end of the link, chosen among all nodes.
fn end_ui(ui: &mut Ui, form: &mut Form<'_>, label: &str, end: &NodeId) -> Option<NodeId> {
    form.caption(ui, label);
    let now = form.session.pathway().label(end);
    let (response, chosen) = chooser(ui, form.session, label, now, ui.available_width());
    form.name(ui, &response, label);
    form.take_keyboard(&response, None);
    chosen.filter(|chosen| chosen != end)
}

/// What the evidence can carry; why it carries no more.
fn grade_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    let offers = || grade_offers(form.session.pathway(), &link.id).unwrap_or_default();
    let rows = || {
        let row = |offer: &crate::editing::GradeOffer| {
            let hint = offer
                .why_not
                .as_ref()
                .map_or_else(|| offer.grade.definition().to_owned(), |why| words::forms::cannot(why));
            Row { fits: offer.why_not.is_none(), ..Row::new(words::details::grade(offer.grade.name()), hint) }
        };
        offers().iter().map(row).collect()
    };
    if let Some(grade) = form.pick(ui, words::forms::GRADE, &words::details::grade(link.grade.name()), &rows)
        && let Some(offer) = offers().get(grade)
    {
        form.act(FormAct::Choose(Choice::Grade(link.id.clone(), offer.grade)));
    }
    form.remark(ui, link.grade.definition());
}

fn delay_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    let rows = || {
        let none = Row::new(words::forms::NO_DELAY, "");
        [none].into_iter().chain(Delay::ALL.map(|delay| Row::new(delay.label(), ""))).collect()
    };
    let now = link.delay.map_or(words::forms::NO_DELAY, Delay::label);
    if let Some(row) = form.pick(ui, words::forms::DELAY, now, &rows) {
        let delay = row.checked_sub(1).map(|delay| Delay::ALL[delay]);
        form.act(FormAct::Choose(Choice::Delay(link.id.clone(), delay)));
    }
}

/// What the popular article tells, where it does; to choose that it tells nothing takes its texts away.
fn popular_ui(ui: &mut Ui, form: &mut Form<'_>, link: &Link) {
    callout(ui, form.palette, |ui| {
        let told_rows = || {
            let none = Row::new(words::forms::NOT_TOLD, words::forms::NOT_TOLD_HINT);
            [none].into_iter().chain(rows(Effect::ALL, Effect::label, words::forms::EFFECTS)).collect()
        };
        let told = link.popular.as_ref();
        let now = told.map_or(words::forms::NOT_TOLD, |popular| popular.effect.label());
        if let Some(row) = form.pick(ui, words::forms::POPULAR, now, &told_rows) {
            let effect = row.checked_sub(1).map(|effect| Effect::ALL[effect]);
            form.act(FormAct::Choose(Choice::Popular(link.id.clone(), effect)));
        }
        let Some(popular) = told else { return };
        let place = |text| Text::Link(link.id.clone(), text);
        form.text(ui, words::forms::POPULAR_SAYS, place(LinkText::PopularSays), &popular.says);
        form.text(ui, words::forms::POPULAR_NOTE, place(LinkText::PopularNote), &popular.note);
    });
}
