//! Running commands: what each named act does.

use super::{
    answering::open_side,
    arranging::{draw_anew, focus_or_all, fold_or_open_lane, lanes_by, open_lanes},
    asking::{AskAct, about, in_panel},
    back::back,
    changing::{delete, reverse, set_effect, tidy},
    citing::{CiteAct, cite},
    closing::leave,
    editing::{EditAct, edit},
    entering::{add_node, link, move_end, rename},
    forming::{FormAct, form, write_or_read},
    lenses::{self, switch_reading, turn_lens},
    many::offer_merge,
    opening::pick_file,
    picking::pick_neighbours,
    saving::{Output, pick_place, save},
    settings::{change, is_shown, next_theme, show_side, toggle_outline, toggle_side},
    teaching::{TeachAct, ask_about_looked_at, teach},
    touring::show_in_step,
};
use crate::{
    command::Command,
    model::Effect,
    parts::{
        entry::End,
        files::{FileUse, Leave},
        view::{Camera, OpenText, SidePanel},
    },
    picture::LanesBy,
    question::Topic,
    state::Session,
    task::Task,
    words,
};

/// Carries out a named act.
#[expect(clippy::too_many_lines, reason = "a line a command, and none may be left out")]
pub(crate) fn run(session: &mut Session, command: Command) {
    // A text or the palette takes the place of the entry field.
    if matches!(command, Command::Palette | Command::About | Command::Problems | Command::Messages) {
        session.entry.close();
    }
    match command {
        Command::Palette => session.view.open_palette(),
        Command::Search => search(session),
        Command::New => leave(session, Leave::New),
        Command::Save => save(session),
        Command::SaveAs => pick_place(session, Output::Pathway),
        Command::Undo => edit(session, EditAct::Undo),
        Command::Redo => edit(session, EditAct::Redo),
        Command::EditDetails => write_or_read(session),
        Command::AddSource => cite(session, CiteAct::Ask),
        Command::ShowInStep => show_in_step(session),
        Command::EditLanes => form(session, FormAct::EditLanes),
        Command::AddLane => form(session, FormAct::AddLane),
        Command::AddNode => add_node(session, None, None),
        Command::Rename => rename(session),
        Command::LinkTo => link(session, End::Effect),
        Command::LinkFrom => link(session, End::Cause),
        Command::SetRaises => set_effect(session, Effect::Raises),
        Command::SetLowers => set_effect(session, Effect::Lowers),
        Command::SetMixed => set_effect(session, Effect::Mixed),
        Command::SetNoEffect => set_effect(session, Effect::NoEffect),
        Command::SetUnknown => set_effect(session, Effect::Unknown),
        Command::Reverse => reverse(session),
        Command::MoveEffect => move_end(session, End::Effect),
        Command::MoveCause => move_end(session, End::Cause),
        Command::Delete => delete(session),
        Command::Tidy => tidy(session),
        Command::Open => pick_file(session, FileUse::Open),
        Command::Reload => leave(session, Leave::Reload),
        Command::SavePicture => pick_place(session, Output::Picture),
        Command::SaveWorksheet => pick_place(session, Output::Worksheet),
        Command::Fit => session.view.look(Camera::Fit),
        Command::ZoomIn => session.view.look(Camera::Zoom(1.25)),
        Command::ZoomOut => session.view.look(Camera::Zoom(0.8)),
        Command::ActualSize => session.view.look(Camera::ActualSize),
        Command::Outline => toggle_outline(session),
        Command::Legend => change(session, |settings| settings.legend = !settings.legend),
        Command::Problems => session.view.toggle_text(OpenText::Problems),
        Command::Messages => session.view.toggle_text(OpenText::Messages),
        Command::QuickEntry => session.view.toggle_text(OpenText::Entry),
        Command::Replace => session.view.toggle_text(OpenText::Replace),
        Command::Merge => offer_merge(session),
        Command::Steps => session.view.toggle_text(OpenText::Steps),
        Command::Report if session.import_report().is_some() => toggle_side(session, SidePanel::Report),
        Command::Report => session.view.note(words::importing::NO_REPORT),
        Command::Reading => switch_reading(session),
        Command::HumanOnly => turn_lens(session, |lens| lens.human_only = !lens.human_only),
        Command::ContestedOnly => turn_lens(session, |lens| lens.contested_only = !lens.contested_only),
        Command::StrongerOnly => turn_lens(session, lenses::stronger_only),
        Command::WeakerToo => turn_lens(session, lenses::weaker_too),
        Command::ClearLenses => turn_lens(session, lenses::clear),
        Command::Lenses => toggle_side(session, SidePanel::Lenses),
        Command::Sources => toggle_side(session, SidePanel::Sources),
        Command::LanesByPlace => lanes_by(session, LanesBy::Place),
        Command::LanesByTime => lanes_by(session, LanesBy::Time),
        Command::LanesByScale => lanes_by(session, LanesBy::Scale),
        Command::LanesWithout => lanes_by(session, LanesBy::Without),
        Command::DrawAnew => draw_anew(session),
        Command::FoldLane => fold_or_open_lane(session),
        Command::OpenLanes => open_lanes(session),
        Command::PickNeighbours => pick_neighbours(session),
        Command::Focus => focus_or_all(session),
        Command::Minimap => change(session, |settings| settings.minimap = !settings.minimap),
        Command::Ask => in_panel(session, AskAct::Topic(session.asking().topic)),
        Command::AskLoops => in_panel(session, AskAct::Topic(Topic::Loops)),
        Command::RoutesFrom => about(session, Topic::Routes, |_, node| AskAct::From(Some(node))),
        Command::RoutesTo => about(session, Topic::Routes, |_, node| AskAct::To(Some(node))),
        Command::Raise => about(session, Topic::WhatIf, |_, node| AskAct::Raise(node)),
        Command::Lower => about(session, Topic::WhatIf, |_, node| AskAct::Lower(node)),
        Command::Block => about(session, Topic::WhatIf, |item, _| AskAct::Block(item)),
        Command::PlaySignal => in_panel(session, AskAct::Play),
        Command::StepSignal => in_panel(session, AskAct::Step),
        Command::Teach => toggle_teaching(session),
        Command::Present => teach(session, TeachAct::Present),
        Command::NextStep => teach(session, TeachAct::Next),
        Command::PreviousStep => teach(session, TeachAct::Back),
        Command::AskTheClass => ask_about_looked_at(session),
        Command::Level => teach(session, TeachAct::Level(session.teaching().next_level())),
        Command::Theme => next_theme(session),
        Command::LargerText => change(session, |settings| settings.scale_text(0.1)),
        Command::SmallerText => change(session, |settings| settings.scale_text(-0.1)),
        Command::FullScreen => session.start(Task::FullScreen),
        Command::About => session.view.toggle_text(OpenText::About),
        Command::Back => back(session),
        Command::Quit => leave(session, Leave::Quit),
    }
}

/// Shows the outline, with the cursor in its search box.
fn search(session: &mut Session) {
    show_side(session, SidePanel::Outline);
    session.view.search();
}

/// Shows the panel of teaching, or hides the left side where that panel is shown already.
fn toggle_teaching(session: &mut Session) {
    if is_shown(session, SidePanel::Teach) {
        toggle_outline(session);
    } else {
        open_side(session, SidePanel::Teach);
    }
}
