//! Running commands: what each named act does.

use super::{Camera, Command, FileUse, PaletteState, Session, SidePanel, TEXT_SCALES, Task};
use crate::words;

impl Session {
    /// Carries out a named act.
    pub(super) fn run(&mut self, command: Command) -> Vec<Task> {
        if let Some(tasks) =
            self.run_arranging(command).or_else(|| self.run_asking(command)).or_else(|| self.run_teaching(command))
        {
            return tasks;
        }
        match command {
            Command::Palette => self.view.palette = Some(PaletteState::default()),
            Command::Search => {
                self.settings.outline = true;
                self.view.side_panel = SidePanel::Outline;
                self.view.wants_search = true;
            }
            Command::Open => {
                self.view.picks = FileUse::Open;
                return self.pick_file();
            }
            Command::SavePicture => return self.pick_place(FileUse::Picture),
            Command::SaveWorksheet => return self.pick_place(FileUse::Worksheet),
            Command::Reload => return self.reload(),
            Command::Fit => self.view.camera = Some(Camera::Fit),
            Command::ZoomIn => self.view.camera = Some(Camera::Zoom(1.25)),
            Command::ZoomOut => self.view.camera = Some(Camera::Zoom(0.8)),
            Command::ActualSize => self.view.camera = Some(Camera::ActualSize),
            Command::Outline => return self.set(|s| s.outline = !s.outline),
            Command::Legend => return self.set(|s| s.legend = !s.legend),
            Command::Minimap => return self.set(|s| s.minimap = !s.minimap),
            Command::Problems => self.view.problems_open = !self.view.problems_open,
            Command::Theme => {
                let next = self.settings.theme.next();
                self.note(&words::messages::theme(next.label()));
                return self.set(|s| s.theme = next);
            }
            Command::LargerText => return self.set(|s| s.text_scale = (s.text_scale + 0.1).min(TEXT_SCALES.1)),
            Command::SmallerText => return self.set(|s| s.text_scale = (s.text_scale - 0.1).max(TEXT_SCALES.0)),
            Command::FullScreen => return vec![Task::FullScreen],
            Command::Lenses => return self.show_side(SidePanel::Lenses),
            Command::Sources => return self.show_side(SidePanel::Sources),
            Command::Reading
            | Command::HumanOnly
            | Command::ContestedOnly
            | Command::StrongerOnly
            | Command::WeakerToo
            | Command::ClearLenses => {
                self.turn_lens(command);
                return self.ask();
            }
            Command::About => self.view.about_open = !self.view.about_open,
            Command::Back => self.view.back(),
            Command::Quit => return vec![Task::Quit],
            Command::LanesByPlace
            | Command::LanesByTime
            | Command::LanesByScale
            | Command::LanesWithout
            | Command::DrawAnew
            | Command::FoldLane
            | Command::OpenLanes
            | Command::PickNeighbours
            | Command::Focus
            | Command::Ask
            | Command::AskLoops
            | Command::RoutesFrom
            | Command::RoutesTo
            | Command::Raise
            | Command::Lower
            | Command::Block
            | Command::PlaySignal
            | Command::StepSignal
            | Command::Teach
            | Command::Present
            | Command::NextStep
            | Command::PreviousStep
            | Command::AskTheClass
            | Command::Level => {}
        }
        Vec::new()
    }
}
