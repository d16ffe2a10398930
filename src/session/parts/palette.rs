//! The palette: one box that finds everything and runs every command.

use super::{Action, Camera, Session, Task, search, search::Hit, search::Target};

/// The palette while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaletteState {
    /// What is typed.
    pub text: String,
    /// Which row the cursor is on.
    pub row: usize,
}

impl Session {
    /// The palette's rows for what is typed.
    pub fn palette_hits(&self) -> Vec<Hit> {
        let text = self.view.palette.as_ref().map_or("", |palette| &palette.text);
        search::everything(self.document.pathway(), self.reading(), text)
    }

    pub(super) fn palette(&mut self, action: Action) -> Vec<Task> {
        let hits = self.palette_hits();
        let Some(palette) = &mut self.view.palette else { return Vec::new() };
        match action {
            Action::PaletteText(text) => *palette = PaletteState { text, row: 0 },
            Action::PaletteMove(by) => {
                let last = hits.len().saturating_sub(1);
                palette.row = palette.row.saturating_add_signed(by).min(last);
            }
            Action::PaletteRun(row) => {
                if let Some(hit) = hits.into_iter().nth(row) {
                    self.view.palette = None;
                    return self.follow(hit.target);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Goes where a hit leads.
    fn follow(&mut self, target: Target) -> Vec<Task> {
        match target {
            Target::Item(item) | Target::Source(_, item) => {
                self.view.camera = Some(Camera::Reveal(item.clone()));
                self.open_item(item);
                Vec::new()
            }
            Target::Command(command) => self.run(command),
            Target::Bundled(id) => self.open_bundled(&id),
            Target::KnockOut(source) => {
                self.knock_out(source);
                Vec::new()
            }
        }
    }
}
