//! The quiz: one question at a time, marked as soon as it is answered.

use egui::{Button, RichText, Ui};

use super::{
    style::{bold, color},
    widgets::{callout, group_title, paragraph},
};
use crate::{
    lesson::Difficulty,
    model::SourceId,
    session::{Action, Quiz, QuizAct, Session},
    theme::Palette,
    words,
};

/// Draws the page of the quiz.
pub(super) fn quiz_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    match &session.teaching().quiz {
        Some(quiz) => Page { session, quiz, palette, actions }.show(ui),
        None => begin_ui(ui, session, palette, actions),
    }
}

/// What a quiz is, and how hard it should be.
fn begin_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    paragraph(ui, RichText::new(words::quiz::HINT).small().color(color(palette.weak)));
    let (seed, difficulty) = session.teaching().quiz_wanted;
    ui.horizontal(|ui| {
        for (name, level) in [(words::quiz::EASY, Difficulty::Easy), (words::quiz::HARD, Difficulty::Hard)] {
            if ui.add(Button::selectable(difficulty == level, name)).clicked() {
                actions.push(Action::QuizWanted(seed, level));
            }
        }
    });
    ui.horizontal(|ui| {
        let label = ui.label(words::quiz::SEED);
        let mut wanted = seed;
        if ui.add(egui::DragValue::new(&mut wanted).range(1..=9_999)).labelled_by(label.id).changed() {
            actions.push(Action::QuizWanted(wanted, difficulty));
        }
    });
    if let Some(left) = &session.teaching().left_quiz {
        let text = words::quiz::go_on(left.at + 1, left.sheet.questions.len());
        if ui.button(text).clicked() {
            actions.push(Action::Quiz(QuizAct::Resume));
        }
    }
    if ui.button(words::quiz::BEGIN).clicked() {
        actions.push(Action::Quiz(QuizAct::Begin { seed, difficulty }));
    }
}

struct Page<'a> {
    session: &'a Session,
    quiz: &'a Quiz,
    palette: &'a Palette,
    actions: &'a mut Vec<Action>,
}

impl Page<'_> {
    fn show(&mut self, ui: &mut Ui) {
        let Some(question) = self.quiz.question() else { return };
        let all = self.quiz.sheet.questions.len();
        let weak = color(self.palette.weak);
        ui.label(RichText::new(words::quiz::question_of(question.number, all)).small().color(weak));
        ui.add(egui::Label::new(RichText::new(&question.prompt).font(bold(14.5))).wrap().selectable(true));
        let chosen = self.quiz.answer();
        for (number, choice) in question.choices.iter().enumerate() {
            let Some(mine) = chosen else {
                let button = Button::new(words::quiz::choice(number + 1, choice))
                    .wrap()
                    .min_size(egui::vec2(ui.available_width(), 0.0));
                let response = ui.add(button);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, choice));
                if response.clicked() {
                    self.quiz_act(QuizAct::Choose(number));
                }
                continue;
            };
            let is_right = number == question.answer;
            let mark = if is_right {
                "✓ "
            } else if number == mine {
                "✗ "
            } else {
                ""
            };
            let text = RichText::new(format!("{mark}{choice}"));
            paragraph(ui, if is_right { text.font(bold(14.0)) } else { text });
        }
        self.moves(ui);
        paragraph(ui, RichText::new(words::quiz::KEYS).small().color(weak));
        if let Some(chosen) = chosen {
            callout(ui, self.palette, |ui| {
                let right = chosen == question.answer;
                let text = if right { words::quiz::RIGHT.to_owned() } else { words::quiz::wrong(question.right()) };
                ui.add(egui::Label::new(RichText::new(text).font(bold(14.0))).wrap());
                paragraph(ui, &question.why);
            });
            self.sources(ui, &question.sources);
        }
        ui.add_space(6.0);
        if ui.button(words::quiz::OTHER).clicked() {
            let (seed, difficulty) = (self.quiz.sheet.seed, self.quiz.sheet.difficulty);
            self.quiz_act(QuizAct::End);
            self.quiz_act(QuizAct::Begin { seed: seed % 9_999 + 1, difficulty });
        }
    }

    /// To the questions before and after, and out.
    fn moves(&mut self, ui: &mut Ui) {
        let (at, all) = (self.quiz.at, self.quiz.sheet.questions.len());
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            if ui.add_enabled(at > 0, Button::new(words::quiz::PREVIOUS)).clicked() {
                self.quiz_act(QuizAct::Show(at.saturating_sub(1)));
            }
            if ui.add_enabled(at + 1 < all, Button::new(words::quiz::NEXT)).clicked() {
                self.quiz_act(QuizAct::Show(at + 1));
            }
            if ui.button(words::quiz::END).clicked() {
                self.quiz_act(QuizAct::End);
            }
        });
        let (answered, right) = self.quiz.score();
        if answered > 0 {
            ui.label(RichText::new(words::quiz::score(answered, right, all)).font(bold(13.5)));
        }
    }

    fn sources(&self, ui: &mut Ui, sources: &[SourceId]) {
        if sources.is_empty() {
            return;
        }
        group_title(ui, words::quiz::SOURCES, self.palette);
        for source in sources.iter().filter_map(|id| self.session.pathway().source(id)) {
            paragraph(ui, RichText::new(source.reference()).small().color(color(self.palette.weak)));
        }
    }

    fn quiz_act(&mut self, act: QuizAct) {
        self.actions.push(Action::Quiz(act));
    }
}
