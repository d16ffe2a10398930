//! The whole screen: a slide, its words in large type, and nothing else.

use egui::{Button, CentralPanel, Color32, CornerRadius, Frame, Panel, RichText, Ui, vec2};

use super::{
    large::large_text,
    rich::rich,
    stage_quiz::quiz_ui,
    style::{bold, color},
    widgets::ends_ui,
};
use crate::{
    lesson::{ANSWERS, answer_word},
    session::{Action, Item, Prediction, STAGE_HEIGHT, STAGE_TEXT, Session, TeachAct},
    theme::Palette,
    words,
};

/// Share of the window's height that words get.
const CAPTION: f32 = 0.31;
/// Share of the window's height that a question of a quiz gets with its answers, and all words in a low window.
const QUESTION: f32 = 0.46;
/// Height of a window below which it is low, in px, and least height for words of the usual size.
const LOW: f32 = 600.0;
const LEAST: f32 = 480.0;
/// Sizes of the counters of answers: the first that fits one line, or else the last.
const COUNTERS: [f32; 2] = [24.0, STAGE_TEXT];
/// Radius of the spotlight, as a share of the window's height.
const SPOT: f32 = 0.17;

/// Draws the whole screen. `canvas` draws the slide.
pub fn stage_ui(
    ui: &mut Ui,
    session: &Session,
    palette: &Palette,
    actions: &mut Vec<Action>,
    canvas: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let Some(stage) = session.teaching().stage else { return };
    let whole = ui.ctx().content_rect();
    if stage.black {
        ui.painter().rect_filled(whole, CornerRadius::ZERO, Color32::BLACK);
        ui.advance_cursor_after_rect(whole);
        return;
    }
    let unit = unit(ui);
    let ground = Frame::new()
        .fill(color(palette.panel))
        .inner_margin(egui::Margin::symmetric((28.0 * unit) as i8, (10.0 * unit).min(100.0) as i8));
    let share = if session.teaching().quiz.is_some() || whole.height() < LOW { QUESTION } else { CAPTION };
    let caption = Panel::bottom("stage caption").frame(ground).resizable(false).exact_size(whole.height() * share);
    caption.show(ui, |ui| Caption { session, palette, unit, actions }.show(ui));
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| canvas(ui, actions));
    if stage.spotlight {
        spotlight(ui, whole);
    }
}

/// By how much everything is larger than in a window that is [`STAGE_HEIGHT`] high. Larger text is larger here too, as long
/// as there is room for a question and its answers.
fn unit(ui: &Ui) -> f32 {
    let (zoom, height) = (ui.ctx().zoom_factor(), ui.ctx().content_rect().height());
    ((height / STAGE_HEIGHT).max(1.0) / zoom.min(1.0)).min((height / LEAST).max(1.0 / zoom))
}

/// What is said, below the slide.
struct Caption<'a> {
    session: &'a Session,
    palette: &'a Palette,
    unit: f32,
    actions: &'a mut Vec<Action>,
}

impl Caption<'_> {
    fn show(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing = vec2(12.0, 6.0) * self.unit;
        ui.spacing_mut().button_padding = vec2(12.0, 4.0) * self.unit;
        ui.spacing_mut().interact_size.y *= self.unit.min(1.0);
        self.head(ui);
        let teaching = self.session.teaching();
        if let Some(item) = self.session.view().selected() {
            let text = self.explained(item);
            self.words(ui, &text, 0.0);
        } else if let Some(quiz) = &teaching.quiz {
            quiz_ui(ui, quiz, self.palette, self.unit, self.actions);
        } else if let Some(asked) = &teaching.prediction {
            if asked.revealed { self.revealed(ui, asked) } else { self.asked(ui, asked) }
        } else if let Some(telling) = &teaching.telling {
            let step = telling.step();
            let below = if step.branches.is_empty() { 0.0 } else { 44.0 };
            self.words(ui, step.text_at(self.session.level()), below);
            self.branches(ui);
        }
    }

    /// Title, number of the step, and buttons for whoever has no keyboard at hand.
    fn head(&mut self, ui: &mut Ui) {
        let (session, palette, unit) = (self.session, self.palette, self.unit);
        ends_ui(
            ui,
            |ui| title_ui(ui, session, palette, unit),
            |ui| {
                self.number(ui);
                self.button(ui, "‹", words::stage::BACK, TeachAct::Back);
                self.button(ui, "›", words::stage::NEXT, TeachAct::Next);
                self.button(ui, "×", words::stage::END, TeachAct::Present);
            },
        );
    }

    /// Which step is told, of how many.
    fn number(&self, ui: &mut Ui) {
        let teaching = self.session.teaching();
        let told = teaching.telling.as_ref().map(|telling| (telling.number(), telling.tour().steps.len()));
        let asked = teaching.quiz.as_ref().map(|quiz| (quiz.at, quiz.sheet.questions.len()));
        if let Some((at, all)) = asked.or(told) {
            let number = format!("{} / {all}", at + 1);
            let text = RichText::new(number).font(bold(STAGE_TEXT * self.unit));
            ui.label(text.color(color(self.palette.weak)));
        }
    }

    fn button(&mut self, ui: &mut Ui, sign: &str, hint: &str, act: TeachAct) {
        let text = RichText::new(sign).font(bold(STAGE_TEXT * self.unit));
        let response = ui.add(Button::new(text).frame(false));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, hint));
        if response.clicked() {
            self.actions.push(Action::Teach(act));
        }
    }

    /// Words in the largest size that leaves `below` px (of the usual window) free under them.
    fn words(&self, ui: &mut Ui, text: &str, below: f32) {
        large_text(ui, (text, ""), below, self.palette, self.unit);
    }

    /// What a node or a link is, where somebody asked for it.
    fn explained(&self, item: &Item) -> String {
        let (pathway, level) = (self.session.pathway(), self.session.level());
        match item {
            Item::Node(id) => pathway
                .node(id)
                .map_or_else(String::new, |node| format!("**{}.** {}", node.label, node.explanation_at(level))),
            Item::Link(id) => pathway.link(id).map_or_else(String::new, |link| {
                let claim = pathway.sentence_in(link, self.session.reading());
                words::stage::link(&claim, link.grade.name(), link.grade.short(), link.explanation_at(level))
            }),
            item => item.name_in(pathway, self.session.reading()),
        }
    }

    /// The question, and a counter for every answer.
    fn asked(&mut self, ui: &mut Ui, asked: &Prediction) {
        let telling = self.session.teaching().telling.as_ref();
        let said = telling.map_or("", |telling| telling.step().text_at(self.session.level()));
        let own = telling.is_some_and(|telling| telling.phase() == crate::lesson::Phase::Asked);
        let (said, question) = (if own { said } else { "" }, format!("**{}**", asked.text));
        let texts = counters(asked);
        let (size, height) = self.counters(ui, &texts);
        large_text(ui, (said, &question), height, self.palette, self.unit);
        self.counters_ui(ui, asked, &texts, size);
    }

    /// The size of the letters on counters: the largest with which they fit one line, or else the smallest. And how high they
    /// are with the space above them, in px of the usual window.
    fn counters(&self, ui: &Ui, texts: &[String]) -> (f32, f32) {
        let (spacing, room) = (ui.spacing(), ui.available_width());
        let (padding, gap) = (2.0 * spacing.button_padding, spacing.item_spacing);
        let laid = |size: f32| {
            let (mut lines, mut used, mut high) = (1.0, 0.0, spacing.interact_size.y);
            for text in texts {
                let font = bold(size * self.unit);
                let letters =
                    ui.ctx().fonts_mut(|fonts| fonts.layout_no_wrap(text.clone(), font, Color32::PLACEHOLDER)).size();
                let width = letters.x + padding.x;
                high = high.max(letters.y + padding.y);
                let fits = used == 0.0 || used + gap.x + width <= room;
                (lines, used) = if fits { (lines, used + gap.x + width) } else { (lines + 1.0, width) };
            }
            (size, lines, lines * (high + gap.y) / self.unit)
        };
        let all = COUNTERS.map(laid);
        let (size, _, height) = all.into_iter().find(|(_, lines, _)| *lines == 1.0).unwrap_or(all[1]);
        (size, height)
    }

    fn counters_ui(&mut self, ui: &mut Ui, asked: &Prediction, texts: &[String], size: f32) {
        ui.horizontal_wrapped(|ui| {
            for (number, ((&answer, votes), text)) in ANSWERS.iter().zip(asked.votes).zip(texts).enumerate() {
                let response = ui.add(Button::new(RichText::new(text).font(bold(size * self.unit))));
                let spoken = words::teach::hands(answer_word(answer), votes);
                response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &spoken));
                if response.clicked() || response.secondary_clicked() {
                    let up = response.clicked();
                    self.actions.push(Action::Teach(TeachAct::Vote { answer: number, up }));
                }
            }
        });
    }

    /// How the hands were spread.
    fn hands(&self, ui: &mut Ui, asked: &Prediction) {
        let counts = ANSWERS.iter().zip(asked.votes).map(|(&answer, votes)| format!("{} {votes}", answer_word(answer)));
        let text = counts.collect::<Vec<_>>().join(" · ");
        ui.label(RichText::new(text).size(STAGE_TEXT * self.unit).color(color(self.palette.weak)));
    }

    /// The answer, why, and how the hands were spread.
    fn revealed(&mut self, ui: &mut Ui, asked: &Prediction) {
        let hands = asked.votes.iter().any(|&votes| votes > 0);
        let text = match self.session.verdict() {
            Some(verdict) => {
                format!("**{}** {}", words::teach::answer(answer_word(verdict.outcome)), verdict.reasons.join(" "))
            }
            None => words::teach::WAITING.to_owned(),
        };
        self.words(ui, &text, if hands { 50.0 } else { 0.0 });
        if hands {
            self.hands(ui, asked);
        } else {
            self.branches(ui);
        }
    }

    /// Ways out of the tour, by number keys.
    fn branches(&mut self, ui: &mut Ui) {
        let Some(telling) = &self.session.teaching().telling else { return };
        let branches = &telling.step().branches;
        if branches.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for (number, branch) in branches.iter().enumerate() {
                let text = RichText::new(format!("{}  {}", number + 1, branch.text)).font(bold(STAGE_TEXT * self.unit));
                if ui.add(Button::new(text)).clicked() {
                    self.actions.push(Action::Teach(TeachAct::Branch(number)));
                }
            }
        });
    }
}

/// What stands on the counter of each answer.
fn counters(asked: &Prediction) -> Vec<String> {
    let each = ANSWERS.iter().zip(asked.votes).enumerate();
    each.map(|(number, (&answer, votes))| format!("{}  {} · {votes}", number + 1, answer_word(answer))).collect()
}

/// Everything but a round about the pointer goes dark; without a pointer, nothing does.
fn spotlight(ui: &Ui, whole: egui::Rect) {
    let Some(at) = ui.ctx().pointer_latest_pos() else { return };
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::new("spotlight")));
    let far = whole.size().length();
    painter.add(ring(at, whole.height() * SPOT, far, Color32::from_black_alpha(190)));
}

/// Everything between two circles about a point.
fn ring(at: egui::Pos2, inner: f32, outer: f32, colour: Color32) -> egui::Mesh {
    const CORNERS: u32 = 96;
    let mut mesh = egui::Mesh::default();
    for i in 0..CORNERS {
        let way = egui::Vec2::angled(i as f32 / CORNERS as f32 * std::f32::consts::TAU);
        mesh.colored_vertex(at + inner * way, colour);
        mesh.colored_vertex(at + outer * way, colour);
        let (here, next) = (2 * i, 2 * ((i + 1) % CORNERS));
        mesh.add_triangle(here, here + 1, next);
        mesh.add_triangle(next, here + 1, next + 1);
    }
    mesh
}

/// The speaker's window: what is said, the notes, and what comes next.
pub fn notes_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let Some(telling) = &session.teaching().telling else { return };
    let (weak, ink) = (color(palette.weak), color(palette.text));
    let level = session.level();
    ui.horizontal(|ui| {
        ui.label(
            RichText::new(format!("{} / {}", telling.number() + 1, telling.tour().steps.len()))
                .font(bold(20.0))
                .color(weak),
        );
        for (text, act) in [
            (words::teach::BACK, TeachAct::Back),
            (words::teach::NEXT, TeachAct::Next),
            (words::stage::BLACK, TeachAct::Black),
            (words::stage::END_SHORT, TeachAct::Present),
        ] {
            if ui.button(text).clicked() {
                actions.push(Action::Teach(act));
            }
        }
    });
    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.label(rich(telling.step().text_at(level), 18.0, ink));
        if let Some(asked) = &session.teaching().prediction {
            ui.label(RichText::new(&asked.text).font(bold(17.0)));
            let hands: Vec<String> = ANSWERS
                .iter()
                .zip(asked.votes)
                .map(|(&answer, votes)| format!("{} {votes}", answer_word(answer)))
                .collect();
            ui.label(hands.join(" · "));
        }
        part(ui, words::stage::NOTES, palette);
        let notes = telling.step().notes.as_str();
        ui.label(if notes.is_empty() {
            RichText::new(words::stage::NO_NOTES).color(weak)
        } else {
            RichText::new(notes).size(17.0)
        });
        part(ui, words::stage::NEXT_STEP, palette);
        let next = telling.following().map_or(words::stage::THE_END, |step| step.text_at(level));
        ui.label(rich(next, 15.0, weak));
        part(ui, words::stage::KEYS, palette);
        ui.label(RichText::new(words::stage::ALL_KEYS).color(weak));
    });
}

fn part(ui: &mut Ui, title: &str, palette: &Palette) {
    ui.add_space(10.0);
    ui.label(RichText::new(title).font(bold(13.0)).color(color(palette.weak)));
}

/// The title. Whatever has to be said takes its place: there is no other.
fn title_ui(ui: &mut Ui, session: &Session, palette: &Palette, unit: f32) {
    let (text, ink) = if let Some(message) = &session.view().message {
        (&message.text, if message.is_error { palette.error } else { palette.accent })
    } else {
        let telling = session.teaching().telling.as_ref();
        let title = telling.map_or(&session.pathway().about().title, |telling| &telling.tour().title);
        (title, palette.weak)
    };
    let text = RichText::new(text).size(STAGE_TEXT * unit).color(color(ink));
    ui.add(egui::Label::new(text).truncate());
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn a_ring_covers_all_but_its_middle() {
        let mesh = ring(pos2(10.0, 20.0), 5.0, 50.0, Color32::BLACK);
        let area: f32 = mesh
            .indices
            .chunks(3)
            .map(|corners| {
                let [a, b, c] = [0, 1, 2].map(|k| mesh.vertices[corners[k] as usize].pos);
                ((b - a).x * (c - a).y - (b - a).y * (c - a).x).abs() / 2.0
            })
            .sum();
        let expected = std::f32::consts::PI * (50.0_f32.powi(2) - 5.0_f32.powi(2));
        assert!((area / expected - 1.0).abs() < 0.01, "{area} {expected}");
    }
}
