//! A question of a quiz on the whole screen: its answers by number, then what is right and why.

use egui::{Button, RichText, ScrollArea, Ui};

use super::{large::large_text, style::bold};
use crate::{
    session::{Action, Quiz, QuizAct, STAGE_TEXT},
    theme::Palette,
    words,
};

/// Room for the score below what is right and why, in px of the usual window.
const SCORE: f32 = 36.0;

/// Draws the question that is shown. `unit` is by how much everything is larger than in the usual window.
pub(super) fn quiz_ui(ui: &mut Ui, quiz: &Quiz, palette: &Palette, unit: f32, actions: &mut Vec<Action>) {
    let Some(question) = quiz.question() else { return };
    let large = |text: &str| RichText::new(text).font(bold(STAGE_TEXT * unit));
    let Some(chosen) = quiz.answer() else {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.add(egui::Label::new(large(&question.prompt)).wrap());
            ui.horizontal_wrapped(|ui| {
                for (number, choice) in question.choices.iter().enumerate() {
                    let text = RichText::new(words::quiz::choice(number + 1, choice)).size(STAGE_TEXT * unit);
                    let response = ui.add(Button::new(text).wrap());
                    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, choice));
                    if response.clicked() {
                        actions.push(Action::Quiz(QuizAct::Choose(number)));
                    }
                }
            });
        });
        return;
    };
    let right = chosen == question.answer;
    let said = if right { words::quiz::RIGHT.to_owned() } else { words::quiz::wrong(question.right()) };
    large_text(ui, (&words::quiz::marked(&question.prompt, &said, &question.why), ""), SCORE, palette, unit);
    let (answered, right) = quiz.score();
    ui.label(large(&words::quiz::score(answered, right, quiz.sheet.questions.len())));
}
