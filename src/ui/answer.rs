//! Answers: loops, routes, what-ifs and reach, in words that light what they speak of.

use egui::{RichText, Ui};

use super::{
    hover::light,
    style::{bold, color},
    widgets::{card, group_title, open, paragraph, rows_ui, text_button},
};
use crate::{
    analysis::{
        cuts::{Broken, Cuts, NodeCut, Proof},
        loops::{Loop, LoopKind, Loops},
        prose::{Prose, to_markdown},
        routes::Routes,
        web::CutBy,
        whatif::{Outcome, WhatIf},
    },
    model::{LinkId, NodeId},
    picture::Arrangement,
    session::{Action, Answer, AskAct, Item, Session, ToldLoop},
    theme::Palette,
    words,
};

/// Draws the answer to the question that is open.
pub(super) fn answer_ui(ui: &mut Ui, session: &Session, palette: &Palette, actions: &mut Vec<Action>) {
    let asking = session.asking();
    let Some(answer) = asking.answer.as_ref() else {
        if asking.waiting {
            weak(ui, words::answer::WAITING, palette);
        }
        return;
    };
    let mut page = Page { session, palette, actions };
    match &**answer {
        Err(sentence) => paragraph(ui, RichText::new(sentence).color(color(palette.error))),
        Ok(Answer::Loops { found, told, broken }) => page.loops(ui, found, told, broken),
        Ok(Answer::Routes { found, cuts }) => page.routes(ui, found, cuts),
        Ok(Answer::WhatIf { found, story, broken, .. }) => page.whatif(ui, found, story, broken),
        Ok(Answer::Reach { causes, effects }) => {
            page.rings(ui, words::answer::CAUSES, causes);
            page.rings(ui, words::answer::EFFECTS, effects);
        }
        Ok(Answer::Shared { causes, effects }) => {
            for (title, found) in [(words::answer::SHARED_CAUSES, causes), (words::answer::SHARED_EFFECTS, effects)] {
                group_title(ui, title, palette);
                if found.is_empty() {
                    weak(ui, words::answer::NOTHING_SHARED, palette);
                }
                for common in found {
                    let far = words::answer::far_from_both(common.first, common.second);
                    page.node(ui, &common.node, Some(&far));
                }
            }
        }
    }
}

fn weak(ui: &mut Ui, text: &str, palette: &Palette) {
    paragraph(ui, RichText::new(text).small().color(color(palette.weak)));
}

/// What every part of an answer needs.
struct Page<'a> {
    session: &'a Session,
    palette: &'a Palette,
    actions: &'a mut Vec<Action>,
}

impl Page<'_> {
    fn loops(&mut self, ui: &mut Ui, found: &Loops, told: &[ToldLoop], broken: &Broken) {
        let kinds = [LoopKind::Reinforcing, LoopKind::Balancing, LoopKind::Undecided];
        let counts = kinds.map(|kind| format!("{} {}", found.count(kind), kind.name()));
        ui.label(RichText::new(words::counts::loops(found.loops.len())).font(bold(15.0)));
        weak(ui, &counts.join(", "), self.palette);
        for (row, (one, told)) in found.loops.iter().zip(told).enumerate().take(MOST_ROWS) {
            self.one_loop(ui, row, one, told);
        }
        self.cut_short(ui, found.cut_by, (found.loops.len(), found.length));
        if broken.links.is_empty() {
            return;
        }
        group_title(ui, words::answer::BREAKING, self.palette);
        let proof = match broken.proof {
            Proof::Exact => words::answer::NO_FEWER.to_owned(),
            Proof::Bound { at_least } => words::answer::at_least(at_least),
        };
        weak(ui, &proof, self.palette);
        if !broken.complete {
            weak(ui, words::answer::ONLY_KNOWN_BROKEN, self.palette);
        }
        self.links(ui, &broken.links);
    }

    fn one_loop(&mut self, ui: &mut Ui, row: usize, one: &Loop, told: &ToldLoop) {
        let lit = self.session.asking().row == Some(row);
        let text = format!("{} {}", one.kind.letter(), told.name);
        let button = row_button(ui, lit, &text, one.kind.name());
        if button.clicked() {
            self.actions.push(Action::Ask(AskAct::Light(row)));
        }
        if !lit {
            return;
        }
        let top = button.rect;
        let told = card(ui, self.palette, |ui| {
            paragraph(ui, told.reason.as_str());
            self.weakest(ui, one.grade.name(), &one.weakest);
            ui.horizontal_wrapped(|ui| {
                if ui.button(words::answer::AS_CIRCLE).clicked() {
                    let ring = told.ring.clone();
                    let arrangement = Arrangement { ring, ..self.session.arrangement().clone() };
                    self.actions.push(Action::Arrange(arrangement));
                }
                if !self.session.arrangement().ring.is_empty() && ui.button(words::answer::SHOW_EVERYTHING).clicked() {
                    let arrangement = Arrangement { ring: Vec::new(), ..self.session.arrangement().clone() };
                    self.actions.push(Action::Arrange(arrangement));
                }
            });
            self.row_story(ui, &told.name);
            ui.min_rect()
        });
        if is_new(ui, row) {
            ui.scroll_to_rect(top.union(told), None);
        }
    }

    fn routes(&mut self, ui: &mut Ui, found: &Routes, cuts: &Cuts) {
        ui.label(RichText::new(words::counts::routes(found.routes.len())).font(bold(15.0)));
        paragraph(ui, words::answer::together(found.overall.name()));
        if let Some(link) = &found.hangs_on {
            group_title(ui, words::answer::HANGS_ON, self.palette);
            self.link(ui, link);
        }
        group_title(ui, words::answer::ROUTES, self.palette);
        for (row, route) in found.routes.iter().enumerate().take(MOST_ROWS) {
            let lit = self.session.asking().row == Some(row);
            let inner = route.nodes.iter().skip(1).take(route.nodes.len().saturating_sub(2));
            let via: Vec<&str> = inner.map(|id| self.session.pathway().label(id)).collect();
            let via = words::answer::by_way_of(&via);
            let text = format!("{} · {} · {via}", route.grade.name(), route.effect.name());
            if row_button(ui, lit, &text, words::answer::ROUTE).clicked() {
                self.actions.push(Action::Ask(AskAct::Light(row)));
            }
            if lit {
                card(ui, self.palette, |ui| {
                    self.weakest(ui, route.grade.name(), &route.weakest);
                    self.row_story(ui, words::answer::ROUTE_STORY);
                });
            }
        }
        self.cut_short(ui, found.cut_by, (found.routes.len(), found.length));
        if cuts.connected {
            self.cuts(ui, cuts);
        }
    }

    fn cuts(&mut self, ui: &mut Ui, cuts: &Cuts) {
        group_title(ui, words::answer::CUTS, self.palette);
        let (nodes, direct) = match &cuts.nodes {
            NodeCut::Separates(nodes) => (nodes, false),
            NodeCut::Direct { beside, .. } => (beside, true),
        };
        if direct {
            weak(ui, words::answer::CUTS_BESIDE_DIRECT, self.palette);
        }
        weak(ui, &words::answer::blocking(nodes.len()), self.palette);
        self.nodes(ui, nodes);
        weak(ui, &words::answer::closing(cuts.links.len()), self.palette);
        self.links(ui, &cuts.links);
        if !cuts.every_node.is_empty() {
            group_title(ui, words::answer::EVERY_ROUTE, self.palette);
        }
        self.nodes(ui, &cuts.every_node);
    }

    fn whatif(&mut self, ui: &mut Ui, found: &WhatIf, story: &Prose, broken: &[String]) {
        for outcome in Outcome::ALL {
            let nodes = found.with_first(outcome);
            let nodes: Vec<&NodeId> = nodes.into_iter().filter(|id| !is_pushed(found, id)).collect();
            if nodes.is_empty() || outcome == Outcome::Unchanged {
                continue;
            }
            group_title(ui, &format!("{} ({})", title_of(outcome), nodes.len()), self.palette);
            self.rest(ui, nodes.len());
            for id in nodes.into_iter().take(MOST_ROWS) {
                let feedback = found.answer(id).filter(|answer| answer.feedback != answer.first);
                let note = feedback.map(|answer| words::answer::with_feedback(answer.feedback.name()));
                self.node(ui, id, note.as_deref());
            }
        }
        for (title, nodes) in
            [(words::answer::CUT_OFF, &found.cut_off), (words::answer::STILL_REACHED, &found.still_reached)]
        {
            if !nodes.is_empty() {
                group_title(ui, &format!("{title} ({})", nodes.len()), self.palette);
            }
            self.nodes(ui, nodes);
        }
        if !found.broken_loops.is_empty() {
            group_title(ui, &words::answer::broken_loops(found.broken_loops.len()), self.palette);
        }
        for (one, name) in found.broken_loops.iter().zip(broken).take(MOST_BROKEN) {
            paragraph(ui, format!("{} {name}", one.kind.letter()));
        }
        if broken.len() > MOST_BROKEN {
            weak(ui, &words::answer::not_listed(broken.len() - MOST_BROKEN), self.palette);
        }
        if !found.broken_loops_complete {
            weak(ui, words::answer::CUT_SHORT, self.palette);
        }
        group_title(ui, words::answer::IN_WORDS, self.palette);
        story_ui(ui, self.session, story, words::ask::WHAT_IF, self.palette, self.actions);
    }

    fn rings(&mut self, ui: &mut Ui, title: &str, rings: &[Vec<NodeId>]) {
        let all = rings.iter().map(Vec::len).sum::<usize>();
        group_title(ui, &format!("{title} ({all})"), self.palette);
        let mut shown = 0;
        for (i, ring) in rings.iter().enumerate().filter(|(_, ring)| !ring.is_empty()) {
            if shown >= MOST_ROWS {
                break;
            }
            weak(ui, &words::answer::away(i + 1), self.palette);
            for id in ring.iter().take(MOST_ROWS - shown) {
                self.node(ui, id, None);
                shown += 1;
            }
        }
        self.rest(ui, all);
    }

    /// The lit row in words.
    fn row_story(&mut self, ui: &mut Ui, title: &str) {
        if let Some(story) = &self.session.asking().story {
            story_ui(ui, self.session, story, title, self.palette, self.actions);
        }
    }

    fn weakest(&mut self, ui: &mut Ui, grade: &str, links: &[LinkId]) {
        paragraph(ui, RichText::new(words::answer::weakest(grade, links.len())).small());
        self.links(ui, links);
    }

    /// The first of some links, and how many more there are: a file may have thousands.
    fn links(&mut self, ui: &mut Ui, ids: &[LinkId]) {
        ids.iter().take(MOST_ROWS).for_each(|id| self.link(ui, id));
        self.rest(ui, ids.len());
    }

    /// The same of nodes.
    fn nodes(&mut self, ui: &mut Ui, ids: &[NodeId]) {
        ids.iter().take(MOST_ROWS).for_each(|id| self.node(ui, id, None));
        self.rest(ui, ids.len());
    }

    fn link(&mut self, ui: &mut Ui, id: &LinkId) {
        let Some(link) = self.session.pathway().link(id) else { return };
        let text = self.session.pathway().sentence_in(link, self.session.reading());
        self.item(ui, Item::Link(id.clone()), format!("{text} · {}", link.grade.name()));
    }

    fn node(&mut self, ui: &mut Ui, id: &NodeId, note: Option<&str>) {
        let label = self.session.pathway().label(id);
        let text = note.map_or_else(|| label.to_owned(), |note| format!("{label} ({note})"));
        self.item(ui, Item::Node(id.clone()), text);
    }

    fn item(&mut self, ui: &mut Ui, item: Item, text: String) {
        let response = text_button(ui, text, self.palette);
        light(ui, &response, &item, self.session, self.actions);
        if response.clicked() {
            open(item, self.actions);
        }
    }

    /// How many of a list are not shown.
    fn rest(&self, ui: &mut Ui, of: usize) {
        if of > MOST_ROWS {
            weak(ui, &words::answer::not_listed(of - MOST_ROWS), self.palette);
        }
    }

    /// What is not listed, and a button that asks for it.
    fn cut_short(&mut self, ui: &mut Ui, cut_by: Option<CutBy>, (listed, length): (usize, usize)) {
        self.rest(ui, listed);
        let (text, button) = match cut_by {
            None => return,
            Some(CutBy::Length) => (words::answer::longer_ones(length), words::answer::LOOK_FOR_LONGER),
            Some(CutBy::Number) => (words::answer::FURTHER_ONES.to_owned(), words::answer::LOOK_FURTHER),
            Some(CutBy::Steps) => (words::answer::CUT_SHORT.to_owned(), words::answer::LOOK_FURTHER),
        };
        weak(ui, &text, self.palette);
        if self.session.asking().further < MOST_FURTHER && ui.button(button).clicked() {
            self.actions.push(Action::Ask(AskAct::Further));
        }
    }
}

/// Numbered sentences; each lights its link, and all can be copied with their references.
pub(super) fn story_ui(
    ui: &mut Ui,
    session: &Session,
    story: &Prose,
    title: &str,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    rows_ui(ui, story.sentences.iter().enumerate(), palette, |ui, (i, sentence)| {
        let text = format!("{}. {}", i + 1, sentence.text);
        let item = sentence.link.clone().map(Item::Link).or_else(|| sentence.nodes.first().cloned().map(Item::Node));
        let Some(item) = item else {
            paragraph(ui, text);
            return;
        };
        let hovered = session.view().hover.as_ref() == Some(&item);
        let text = if hovered { RichText::new(text).color(color(palette.accent)) } else { RichText::new(text) };
        let response = ui.add(egui::Button::new(text).frame(false).wrap());
        light(ui, &response, &item, session, actions);
        if response.clicked() {
            open(item, actions);
        }
    });
    rows_ui(ui, story.references.iter().enumerate(), palette, |ui, (i, reference)| {
        weak(ui, &format!("{}. {reference}", i + 1), palette);
    });
    if ui.button(words::answer::COPY_MARKDOWN).clicked() {
        actions.push(Action::Copy(to_markdown(story, title)));
    }
}

/// Whether a node was pushed or blocked by hand.
fn is_pushed(found: &WhatIf, id: &NodeId) -> bool {
    let push = &found.push;
    push.raise.contains(id) || push.lower.contains(id) || push.block_nodes.contains(id)
}

/// Whether a row has been lit since the last frame, by a mark in the drawing perhaps: then it is brought into view.
fn is_new(ui: &Ui, row: usize) -> bool {
    let (id, pass) = (egui::Id::new("lit row"), ui.ctx().cumulative_pass_nr());
    let last: Option<(usize, u64)> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, (row, pass)));
    !last.is_some_and(|(lit, at)| lit == row && at + 1 >= pass)
}

/// How often bounds may be doubled, so that every answer comes to an end: 64 times as wide at last.
const MOST_FURTHER: u32 = 6;
/// Most names of loops that a block breaks.
const MOST_BROKEN: usize = 20;
/// Most rows of one list.
const MOST_ROWS: usize = 80;

fn row_button(ui: &mut Ui, lit: bool, text: &str, what: &str) -> egui::Response {
    let button = egui::Button::selectable(lit, text).wrap().min_size(egui::vec2(ui.available_width(), 22.0));
    let response = ui.add(button);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, lit, format!("{text}, {what}"))
    });
    response
}

fn title_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::More => words::answer::MORE,
        Outcome::Less => words::answer::LESS,
        Outcome::Undecided => words::answer::UNDECIDED,
        Outcome::Unchanged => words::answer::UNCHANGED,
    }
}
