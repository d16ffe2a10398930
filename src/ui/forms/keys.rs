//! Keys of the fields: undo and redo are those of the pathway, and what waits in a field is written before anything else is done.

use egui::{Context, Event};

use super::text::{Typing, is_written_in};
use crate::{
    session::{Action, CiteAct, Command, Item, Page, Session},
    ui::keys::is_pressed,
};

/// Takes the keys that a field would keep to itself, before it sees them, and writes what was left unwritten in one.
pub fn form_keys(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let mut typing = Typing::now(ctx);
    if let Some(left) = typing.take_if(|typing| !typing.goes_on(ctx)) {
        Typing::forget(ctx);
        left.write(actions);
    }
    if session.presents() {
        return;
    }
    pasted(ctx, session, actions);
    if !is_written_in(ctx) {
        return;
    }
    // What the pathway does not have yet is taken back letter by letter, by the field itself.
    let waits = typing.as_ref().is_some_and(|typing| typing.waits);
    let mut runs = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let steps = [Command::Undo, Command::Redo].into_iter().find(|command| is_pressed(event, *command));
            runs.extend(steps);
            waits || steps.is_none()
        });
    });
    if !runs.is_empty() && !waits {
        Typing::forget(ctx);
        actions.extend(runs.into_iter().map(Action::Run));
        return;
    }
    let acts = |event: &Event| Command::ALL.into_iter().any(|command| is_pressed(event, command));
    if let Some(typing) =
        typing.filter(|_| waits && runs.is_empty() && ctx.input(|input| input.events.iter().any(acts)))
    {
        Typing::forget(ctx);
        typing.write(actions);
    }
}

/// A source that is pasted while a link is written, and no text is, is asked about.
fn pasted(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let view = session.view();
    let writes = view.writing && matches!(view.page(), Some(Page::Item(Item::Link(_))));
    if !writes || ctx.text_edit_focused() || session.new_source().is_some() {
        return;
    }
    let texts = ctx.input(|input| {
        let pasted = |event: &Event| if let Event::Paste(text) = event { Some(text.clone()) } else { None };
        input.events.iter().find_map(pasted)
    });
    actions.extend(texts.map(|text| Action::Cite(CiteAct::Paste(text))));
}
