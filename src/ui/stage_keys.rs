//! The keys of the whole screen: those of clickers, those of other programs that present, and numbers.

use egui::{Context, Key, Modifiers};

use super::press;

use crate::{
    lesson::Phase,
    session::{Action, Command, Item, QuizAct, Session, TeachAct, item_of_card, item_of_wire},
};

/// Takes the keys while somebody presents. Whatever else has the keyboard, these come first.
pub fn stage_keys(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    if !session.presents() {
        return;
    }
    let acts: [(&[Key], TeachAct); 8] = [
        (&[Key::PageDown, Key::ArrowRight, Key::ArrowDown, Key::Space, Key::N], TeachAct::Next),
        (&[Key::PageUp, Key::ArrowLeft, Key::ArrowUp, Key::Backspace, Key::P], TeachAct::Back),
        (&[Key::Home], TeachAct::Go(0)),
        (&[Key::End], TeachAct::Last),
        (&[Key::B, Key::Period], TeachAct::Black),
        (&[Key::S], TeachAct::Spotlight),
        (&[Key::V], TeachAct::Notes),
        (&[Key::F5], TeachAct::Present),
    ];
    for (keys, act) in acts {
        if keys.iter().any(|&key| pressed(ctx, Modifiers::NONE, key)) {
            actions.push(Action::Teach(act));
        }
    }
    let commands = [
        (Key::Escape, Command::Back),
        (Key::I, Command::Raise),
        (Key::D, Command::Lower),
        (Key::X, Command::Block),
        (Key::Q, Command::AskTheClass),
    ];
    actions.extend(
        commands.into_iter().filter(|(key, _)| pressed(ctx, Modifiers::NONE, *key)).map(|(_, run)| Action::Run(run)),
    );
    numbers(ctx, session, actions);
    explain(ctx, session, actions);
}

/// Keys of a tour that is told and of a quiz that is taken in the window: only where no text is being typed.
pub fn telling_keys(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let teaching = session.teaching();
    let told = teaching.telling.is_some() || teaching.quiz.is_some() || teaching.prediction.is_some();
    if told && !session.presents() && !ctx.text_edit_focused() {
        numbers(ctx, session, actions);
    }
}

/// A number, by the place of its key, answers in a quiz and counts a hand while a question waits for answers; else it takes
/// a branch.
fn numbers(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let teaching = session.teaching();
    let asks = teaching.prediction.as_ref().is_some_and(|asked| !asked.revealed);
    let waits = teaching.telling.as_ref().is_some_and(|telling| telling.phase() == Phase::Asked);
    let numbers = press::take(ctx, |press| {
        let number = press.digit().filter(|_| press.is_plain())?.checked_sub(1)?;
        Some((number, press.shift()))
    });
    for (number, down) in numbers {
        if teaching.quiz.is_some() {
            actions.push(Action::Quiz(QuizAct::Choose(number)));
        } else if asks || waits {
            actions.push(Action::Teach(TeachAct::Vote { answer: number, up: !down }));
        } else if !down {
            actions.push(Action::Teach(TeachAct::Branch(number)));
        }
    }
}

/// Tab goes from card to card and from arrow to arrow; Enter explains.
fn explain(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    let back = pressed(ctx, Modifiers::SHIFT, Key::Tab);
    if (back || pressed(ctx, Modifiers::NONE, Key::Tab))
        && let Some(picture) = session.picture()
    {
        let cards = picture.cards.iter().map(item_of_card);
        let items: Vec<Item> = cards.chain(picture.wires.iter().filter_map(item_of_wire)).collect();
        let at = session.view().focus.as_ref().and_then(|focus| items.iter().position(|item| item == focus));
        let next = match (at, back) {
            (None, false) => 0,
            (None, true) => items.len().saturating_sub(1),
            (Some(at), false) => (at + 1) % items.len(),
            (Some(at), true) => (at + items.len() - 1) % items.len(),
        };
        actions.push(Action::Focus(items.get(next).cloned()));
    }
    if pressed(ctx, Modifiers::NONE, Key::Enter) {
        actions.push(if session.view().focus.is_some() { Action::OpenFocused } else { Action::Teach(TeachAct::Next) });
    }
}

fn pressed(ctx: &Context, modifiers: Modifiers, key: Key) -> bool {
    ctx.input_mut(|input| input.consume_key(modifiers, key))
}
