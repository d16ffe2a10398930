//! Shortcuts: from what was pressed to the command table.

use egui::{Context, Event, Key as EguiKey, Modifiers, Popup};

use super::press::{self, Press};
use crate::session::{Action, Command, Session, Shortcut};

/// Runs the commands whose shortcuts were pressed. `menu_was_open`: then Esc closed that menu and does nothing more.
/// While somebody presents, commands that would open panels or dialogs that cannot be seen wait.
pub fn shortcuts(ctx: &Context, session: &Session, menu_was_open: bool, actions: &mut Vec<Action>) {
    if menu_was_open {
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, EguiKey::Escape));
    }
    let presents = session.presents();
    let commands =
        press::take(ctx, |press| press.shortcuts().into_iter().find_map(|pressed| command(pressed, presents)));
    // What is typed in the entry field is taken back there.
    let types = |command: &Command| session.entry().is_some() && matches!(command, Command::Undo | Command::Redo);
    let before = actions.len();
    actions.extend(commands.into_iter().filter(|command| !types(command)).map(Action::Run));
    if menu_was_open && actions.len() > before {
        // What it opens would lie over the menu, and Esc would close that first.
        Popup::close_all(ctx);
    }
}

/// The command with a shortcut, of those that can be given.
fn command(pressed: Shortcut, presents: bool) -> Option<Command> {
    let mut commands = Command::ALL.into_iter().filter(|command| !presents || command.works_on_stage());
    commands.find(|command| command.shortcut() == Some(pressed) || command.also() == Some(pressed))
}

/// Whether an event is the press of a command's shortcut.
pub(super) fn is_pressed(event: &Event, wanted: Command) -> bool {
    let shortcuts = Press::of(event).map(Press::shortcuts).unwrap_or_default();
    shortcuts.into_iter().find_map(|pressed| command(pressed, false)) == Some(wanted)
}
