//! The teaching panel: tours, what a class is asked, quizzes, and students' own maps.

use std::sync::Arc;

use egui::{Button, RichText, ScrollArea, Ui};

use super::{
    map::map_ui,
    quiz::quiz_ui,
    rich::rich,
    style::{bold, color},
    tours::{page_ui, start_ui},
    widgets::{callout, command_button, group_title, paragraph, text_button},
};
use crate::{
    lesson::{self, ANSWERS, Telling, answer_word},
    session::{Action, Answer, Command, Made, Prediction, Session, SidePanel, TeachAct, TeachPage},
    theme::Palette,
    words,
};

/// Draws the panel.
pub(super) fn teach_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for page in TeachPage::ALL {
            let name = match page {
                TeachPage::Tours => words::teach::TOURS,
                TeachPage::Quiz => words::teach::QUIZ,
                TeachPage::Map => words::teach::MAP,
            };
            let shown = session.teaching().page == page;
            if ui.add(Button::selectable(shown, RichText::new(name).size(13.0))).clicked() {
                actions.push(Action::Teach(TeachAct::Page(page)));
            }
        }
    });
    ScrollArea::vertical().id_salt("teach").auto_shrink(false).show(ui, |ui| {
        let mut panel = Tours { session, palette, actions };
        match session.teaching().page {
            TeachPage::Tours => panel.show(ui),
            TeachPage::Quiz => quiz_ui(ui, session, palette, panel.actions),
            TeachPage::Map => map_ui(ui, session, palette, panel.actions),
        }
        ui.add_space(16.0);
    });
}

/// The page of tours.
struct Tours<'a> {
    session: &'a Session,
    palette: &'a Palette,
    actions: &'a mut Vec<Action>,
}

impl Tours<'_> {
    fn show(&mut self, ui: &mut Ui) {
        let teaching = self.session.teaching();
        if let Some(asked) = &teaching.prediction
            && teaching.telling.is_none()
        {
            self.asked(ui, asked);
        }
        if page_ui(ui, self.session, self.palette, self.actions) {
            return;
        }
        match &teaching.telling {
            Some(telling) => self.telling(ui, telling),
            None => self.list(ui),
        }
    }

    /// Every tour that can be told, and what new ones can be made from.
    fn list(&mut self, ui: &mut Ui) {
        if let Some(left) = &self.session.teaching().left_tour {
            let text = words::teach::go_on(&left.tour().title, left.number() + 1);
            if ui.add(Button::new(text).wrap()).clicked() {
                self.teach(TeachAct::Resume);
            }
        }
        self.weak(ui, words::teach::TOURS_HINT);
        tours_ui(ui, self.session, self.palette, self.actions);
        if self.session.tours().is_empty() {
            self.weak(ui, words::teach::NO_TOUR);
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            command_button(ui, words::top::PRESENT, Command::Present, self.actions);
        });
        self.weak(ui, words::stage::ALL_KEYS);
        self.makers(ui);
        start_ui(ui, self.session, self.palette, self.actions);
    }

    fn makers(&mut self, ui: &mut Ui) {
        group_title(ui, words::teach::MAKE, self.palette);
        let asking = self.session.asking();
        let row = asking.row.and(asking.found()).and_then(|answer| match answer {
            Answer::Loops { .. } => Some(words::teach::OF_LOOP),
            Answer::Routes { .. } => Some(words::teach::OF_ROUTE),
            Answer::WhatIf { .. } | Answer::Reach { .. } | Answer::Shared { .. } => None,
        });
        let what_if = matches!(asking.found(), Some(Answer::WhatIf { .. })).then_some(words::teach::OF_WHAT_IF);
        let made = [(row, Made::Row), (what_if, Made::WhatIf), (Some(words::teach::OF_WHOLE), Made::Whole)];
        for (name, from) in made {
            if let Some(name) = name
                && ui.button(name).clicked()
            {
                self.teach(TeachAct::Make(from));
            }
        }
        if row.is_none() && what_if.is_none() {
            self.weak(ui, words::teach::MAKE_HINT);
        }
    }

    /// The tour that is told: its step, what it asks, and where it goes.
    fn telling(&mut self, ui: &mut Ui, telling: &Telling) {
        let session = self.session;
        ui.add(egui::Label::new(RichText::new(&telling.tour().title).font(bold(15.0))).wrap());
        self.weak(ui, &words::teach::step_of(telling.number() + 1, telling.tour().steps.len()));
        ui.horizontal_wrapped(|ui| {
            for (name, act) in [
                (words::teach::BACK, TeachAct::Back),
                (words::teach::NEXT, TeachAct::Next),
                (words::top::PRESENT, TeachAct::Present),
                (words::teach::STOP, TeachAct::Stop),
            ] {
                if ui.button(name).clicked() {
                    self.teach(act);
                }
            }
        });
        ui.add_space(4.0);
        let step = telling.step();
        let said = rich(step.text_at(session.level()), 14.5, color(self.palette.text));
        ui.add(egui::Label::new(said).wrap().selectable(true));
        for name in lesson::gone(session.pathway(), step) {
            paragraph(ui, RichText::new(words::teach::gone(name)).color(color(self.palette.error)));
        }
        if let Some(asked) = &session.teaching().prediction {
            self.asked(ui, asked);
        }
        for (number, branch) in step.branches.iter().enumerate() {
            if ui.button(format!("{}  {}", number + 1, branch.text)).clicked() {
                self.teach(TeachAct::Branch(number));
            }
        }
        if !step.notes.is_empty() {
            group_title(ui, words::teach::NOTES, self.palette);
            paragraph(ui, &step.notes);
        }
        group_title(ui, words::teach::STEPS, self.palette);
        let listed = session.tours().iter().find(|listed| Arc::ptr_eq(&listed.tour, telling.tour()));
        let gone = listed.map(|listed| &listed.gone).cloned().unwrap_or_default();
        for (number, other) in telling.tour().steps.iter().enumerate() {
            let flag = if gone.contains(&number) { "! " } else { "" };
            let text = format!("{flag}{}  {}", number + 1, beginning(&other.text));
            let here = number == telling.number();
            if ui.add(Button::selectable(here, RichText::new(text).size(12.5)).truncate()).clicked() {
                self.teach(TeachAct::Go(number));
            }
        }
    }

    /// The question to the class, its counters, and the answer once it is wanted.
    fn asked(&mut self, ui: &mut Ui, asked: &Prediction) {
        callout(ui, self.palette, |ui| {
            ui.add(egui::Label::new(RichText::new(&asked.text).font(bold(14.0))).wrap());
            for (number, (&answer, votes)) in ANSWERS.iter().zip(asked.votes).enumerate() {
                ui.horizontal(|ui| self.counter(ui, number, answer_word(answer), votes, asked.revealed));
            }
            if let Some(verdict) = self.session.verdict() {
                ui.label(RichText::new(words::teach::answer(answer_word(verdict.outcome))).font(bold(14.0)));
                verdict.reasons.iter().for_each(|reason| paragraph(ui, reason));
            }
            ui.horizontal(|ui| self.moves(ui, asked));
        });
    }

    /// The hands for an answer: a press counts one more until the answer is shown.
    fn counter(&mut self, ui: &mut Ui, number: usize, answer: &str, votes: u32, revealed: bool) {
        let button = Button::new(format!("{}  {answer}", number + 1));
        if ui.add_enabled(!revealed, button).on_hover_text(words::teach::COUNT_HINT).clicked() {
            self.teach(TeachAct::Vote { answer: number, up: true });
        }
        ui.label(RichText::new(votes.to_string()).strong());
    }

    /// What can be done with a question to the class.
    fn moves(&mut self, ui: &mut Ui, asked: &Prediction) {
        let reveal = if asked.revealed { words::teach::HIDE } else { words::teach::REVEAL };
        if ui.button(reveal).clicked() {
            self.teach(TeachAct::Reveal);
        }
        if asked.votes.iter().any(|&votes| votes > 0) && ui.button(words::teach::COUNT_ANEW).clicked() {
            self.teach(TeachAct::ClearVotes);
        }
        if self.session.teaching().telling.is_none() && ui.button(words::teach::DROP).clicked() {
            self.teach(TeachAct::Drop);
        }
    }

    fn weak(&self, ui: &mut Ui, text: &str) {
        paragraph(ui, RichText::new(text).small().color(color(self.palette.weak)));
    }

    fn teach(&mut self, act: TeachAct) {
        self.actions.push(Action::Teach(act));
    }
}

/// Every tour as a button that tells it, with its length and what is wrong with it.
pub(super) fn tours_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    for (number, listed) in session.tours().iter().enumerate() {
        ui.add_space(4.0);
        if text_button(ui, &listed.tour.title, palette).on_hover_text(words::teach::TELL_HINT).clicked() {
            actions.push(Action::Teach(TeachAct::Tell(number)));
            actions.push(Action::SidePanel(SidePanel::Teach));
        }
        let length = words::teach::tour_length(listed.tour.steps.len(), listed.gone.len());
        let ink = if listed.gone.is_empty() { palette.weak } else { palette.error };
        paragraph(ui, RichText::new(length).small().color(color(ink)));
    }
}

/// The first words of a step, without marks.
fn beginning(text: &str) -> String {
    text.replace('*', "").split_whitespace().take(8).collect::<Vec<_>>().join(" ")
}
