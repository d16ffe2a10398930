//! The keys of the whole screen: those of clickers, those of other programs that present, and numbers.

use egui::{Context, Key, Modifiers};

use crate::{
    lesson::Phase,
    session::{Action, Command, Item, Session, TeachAct, item_of_card, item_of_wire},
};

/// Takes the keys while somebody presents. Whatever else has the keyboard, these come first, and Esc always ends.
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
        (&[Key::Escape, Key::F5], TeachAct::Present),
    ];
    for (keys, act) in acts {
        if keys.iter().any(|&key| pressed(ctx, Modifiers::NONE, key)) {
            actions.push(Action::Teach(act));
        }
    }
    let commands =
        [(Key::I, Command::Raise), (Key::D, Command::Lower), (Key::X, Command::Block), (Key::Q, Command::AskTheClass)];
    actions.extend(
        commands.into_iter().filter(|(key, _)| pressed(ctx, Modifiers::NONE, *key)).map(|(_, run)| Action::Run(run)),
    );
    numbers(ctx, session, actions);
    explain(ctx, session, actions);
}

/// Keys of a tour that is told in the window: only where no text is being typed.
pub fn telling_keys(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    if session.teaching().telling.is_some() && !session.presents() && !ctx.text_edit_focused() {
        numbers(ctx, session, actions);
    }
}

/// A number counts a hand while a question waits for answers; else it takes a branch.
fn numbers(ctx: &Context, session: &Session, actions: &mut Vec<Action>) {
    const KEYS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let teaching = session.teaching();
    let asks = teaching.prediction.as_ref().is_some_and(|asked| !asked.revealed);
    let waits = teaching.telling.as_ref().is_some_and(|telling| telling.phase() == Phase::Asked);
    for (number, key) in KEYS.into_iter().enumerate() {
        // Shift first: without it a key matches with Shift as well.
        let down = pressed(ctx, Modifiers::SHIFT, key);
        if !down && !pressed(ctx, Modifiers::NONE, key) {
            continue;
        }
        if asks || waits {
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
