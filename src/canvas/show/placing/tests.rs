//! Marks cover no end, no start, no text and no other mark, in whatever state the bundled pathways are shown.
//!
//! Every state of every pathway is placed for two of the twelve pairs of a window and a size of text, which take turns, so
//! that all pairs meet all sorts of states; the whole is a sample that takes seconds and not minutes.

use std::{ops::ControlFlow, sync::Arc};

use super::*;
use crate::{
    camera::View,
    paint::layers::Layers,
    picture::{Arrangement, Brief, picture_watched},
    session::{Action, AskAct, Command, Item, Settings, Stretch, Task, TeachAct, Topic, answer},
    show::{looks::looks, signal::Signal},
    signs::near::touches,
    text::Measure,
    theme::{Shades, Themes},
};

/// Windows, and sizes of text in them.
const WINDOWS: [(f32, f32); 3] = [(1024.0, 768.0), (1280.0, 720.0), (1920.0, 1080.0)];
const TEXTS: [f32; 4] = [1.0, 1.25, 1.5, 2.0];
/// What panels take of a window, right and left and above and below the canvas, in px.
const PANELS: Vec2 = Vec2::new(264.0, 139.0);
/// The same for open Details.
const DETAILS: f32 = 340.0;
/// Pathways that are drawn without their many lanes by time and scale, since that takes seconds.
const LARGE: [&str; 1] = ["atlas"];

struct Open {
    name: &'static str,
    session: Session,
    measure: Measure,
    scene: Option<Scene>,
    signal: Signal,
    placed: Placed,
    /// How many states were looked at.
    states: usize,
    /// How many marks were placed in all of them.
    marks: usize,
}

impl Open {
    fn new(name: &'static str) -> Self {
        let (session, _) = Session::new(Settings { reduced_motion: true, ..Settings::default() });
        let (measure, signal, placed) = (Measure::default(), Signal::default(), Placed::default());
        let mut open = Self { name, session, measure, scene: None, signal, placed, states: 0, marks: 0 };
        open.act(Action::CanvasSize { canvas: (1016.0, 581.0), window: 720.0, moved: false });
        open.act(Action::OpenBundled(name.to_owned()));
        open
    }

    /// Does what an action says, and the tasks that come of it.
    fn act(&mut self, action: Action) {
        for task in self.session.apply(action) {
            match task {
                Task::LayOut { ticket, pathway, arrangement, before, aspect } => {
                    let brief =
                        Brief { arrangement: &arrangement, aspect: f64::from(aspect), before: before.as_deref() };
                    let picture =
                        picture_watched(&pathway, &mut self.measure, brief, &mut |_| ControlFlow::Continue(()));
                    self.laid_out(ticket, picture.expect("nobody stops it"));
                }
                Task::LaySlide { ticket, pathway, steps, at, canvas, .. } => {
                    // The step alone, with whatever it asks about.
                    let told = &steps[at].told;
                    let asked = steps[at].asks.iter().flat_map(|(push, ask)| push.nodes().chain([ask]));
                    let arrangement = Arrangement {
                        focus: Some(told.nodes.iter().chain(asked).cloned().collect()),
                        links: Some(told.links.clone()),
                        ..Arrangement::default()
                    };
                    let aspect = f64::from(canvas.0 / canvas.1);
                    let brief = Brief { arrangement: &arrangement, aspect, before: None };
                    let picture =
                        picture_watched(&pathway, &mut self.measure, brief, &mut |_| ControlFlow::Continue(()));
                    let stretch = Stretch { picture: picture.expect("nobody stops it"), parts: Vec::new() };
                    self.act(Action::SlideLaid { ticket, stretch: Arc::new(stretch) });
                    self.show();
                }
                Task::Answer { ticket, question, pathway, lens } => {
                    let answer = Arc::new(answer(&pathway, &lens, &question));
                    self.act(Action::Answered { ticket, answer });
                }
                _ => {}
            }
        }
    }

    fn laid_out(&mut self, ticket: u64, picture: crate::picture::Picture) {
        self.act(Action::LaidOut { ticket, picture: Arc::new(picture), finished: true });
        self.show();
    }

    /// Makes a scene of the picture.
    fn show(&mut self) {
        let picture = self.session.picture().expect("a picture");
        let number = self.scene.as_ref().map_or(1, |scene| scene.number + 1);
        self.scene = Some(Scene::new(number, Records::new(self.session.drawn(), picture)));
    }

    /// Counts what marks cover in the present state, at two pairs of a window and a size of text.
    fn check(&mut self, ctx: &Context, state: &str) {
        let Some(scene) = &self.scene else { panic!("{}: no picture", self.name) };
        let (looks, _) = looks(scene, &self.session, &self.signal);
        let pairs: Vec<_> = WINDOWS.into_iter().flat_map(|window| TEXTS.map(|text| (window, text))).collect();
        for turn in [self.states, self.states + 5] {
            let ((w, h), text) = pairs[turn % pairs.len()];
            let details = if self.session.view().selected().is_some() { DETAILS } else { 0.0 };
            let panels = if self.session.presents() { Vec2::ZERO } else { PANELS + Vec2::new(details, 0.0) };
            let canvas = Rect::from_min_size(Pos2::ZERO, (Vec2::new(w, h) / text - panels).max(Vec2::splat(120.0)));
            let focus = scene.records.areas.first().map(|area| crate::scene::records::rect(*area));
            let near = View { zoom: 1.0 + (turn % 7) as f32 * 0.3, ..View::fit(scene.records.size, canvas) };
            for view in [View::fit_or_read(scene.records.size, canvas, focus), near] {
                let mut stage = stage(view, canvas, &self.session);
                stage.details = scene.details(stage.zoom, stage.least_text);
                let places = self.placed.places(ctx, scene, &stage, &self.session, &looks);
                let counted = self.placed.faults(scene);
                let wrong = format!("{}, {state}, {w} x {h}, text {text}, zoom {}: {places:?}", self.name, view.zoom);
                assert_eq!(counted, Faults::default(), "{wrong}");
                // Whatever has no room beside its card is said on it: nothing lit goes without its word or sign.
                let said = looks.iter().take(scene.records.cards.len()).filter(|look| Tag::of(**look).is_some());
                assert!(stage.is_far() || places.roles.len() == said.count(), "{wrong}");
                let sight = crate::scene::records::area(stage.rect_to_picture(canvas));
                let seen = |(card, _): &(&usize, &Role)| within(&sight, &scene.records.areas[**card]);
                assert!(places.roles.iter().filter(seen).all(|(_, role)| within(&sight, &role.area)), "{wrong}");
                self.marks += all(&places).count();
            }
        }
        self.states += 1;
    }

    /// Checks a state, and takes it back by another action.
    fn check_during(&mut self, ctx: &Context, state: &str, [begin, end]: [Action; 2]) {
        self.act(begin);
        self.check(ctx, state);
        self.act(end);
    }

    /// Every card selected, everything pointed at.
    fn look_at_everything(&mut self, ctx: &Context) {
        let items = self.scene.as_ref().map(|scene| scene.records.items.clone()).unwrap_or_default();
        for item in items {
            let name = item.name_in(self.session.drawn(), self.session.reading());
            self.check_during(
                ctx,
                &format!("pointing at {name}"),
                [Action::Hover(Some(item.clone())), Action::Hover(None)],
            );
            self.check_during(ctx, &format!("{name} open"), [Action::Open(item), Action::CloseDetails]);
        }
    }

    /// What is raised, what is reached, and the loops.
    fn ask(&mut self, ctx: &Context) {
        let nodes: Vec<_> = self.session.pathway().nodes().map(|node| node.id.clone()).collect();
        self.act(Action::Ask(AskAct::Topic(Topic::WhatIf)));
        for id in nodes.iter().step_by(4) {
            self.check_during(
                ctx,
                &format!("{id} raised"),
                [Action::Ask(AskAct::Raise(id.clone())), Action::Ask(AskAct::Clear)],
            );
        }
        self.act(Action::Ask(AskAct::Topic(Topic::Reach)));
        for id in nodes.iter().step_by(5) {
            let end = Action::Ask(AskAct::From(None));
            self.check_during(ctx, &format!("reach of {id}"), [Action::Ask(AskAct::From(Some(id.clone()))), end]);
        }
        self.act(Action::Ask(AskAct::Topic(Topic::Loops)));
        self.check(ctx, "loops");
        for row in 0..4 {
            self.check_during(
                ctx,
                &format!("loop {row}"),
                [Action::Ask(AskAct::Light(row)), Action::Ask(AskAct::Light(row))],
            );
        }
        self.act(Action::Ask(AskAct::Topic(Topic::WhatIf)));
    }

    /// Every step of the first tour with its answer, in the window and on the whole screen.
    fn tell(&mut self, ctx: &Context) {
        if self.session.pathway().tours().is_empty() {
            return;
        }
        for stage in ["window", "whole screen"] {
            self.act(Action::Teach(TeachAct::Tell(0)));
            if stage == "whole screen" {
                self.act(Action::Teach(TeachAct::Present));
            }
            for turn in 0..24 {
                self.check(ctx, &format!("told in the {stage}, turn {turn}"));
                self.act(Action::Teach(TeachAct::Next));
            }
            if stage == "whole screen" {
                self.act(Action::Teach(TeachAct::Present));
            }
            self.act(Action::Teach(TeachAct::Stop));
        }
    }

    /// The part around every third card alone, with what leads out of it.
    fn focus(&mut self, ctx: &Context) {
        let nodes: Vec<_> = self.session.pathway().nodes().map(|node| node.id.clone()).collect();
        for id in nodes.iter().step_by(if LARGE.contains(&self.name) { 30 } else { 3 }) {
            self.act(Action::TogglePicked(Item::Node(id.clone())));
            self.act(Action::Run(Command::PickNeighbours));
            self.act(Action::Run(Command::Focus));
            self.check(ctx, &format!("only about {id}"));
            self.act(Action::Run(Command::Focus));
            for picked in self.session.view().picked.clone() {
                self.act(Action::TogglePicked(Item::Node(picked)));
            }
        }
    }
}

/// The stage of a view of a canvas.
fn stage(view: View, clip: Rect, session: &Session) -> Stage {
    let presents = session.presents();
    let palette = Arc::new(Themes::bundled().light);
    Stage {
        zoom: view.zoom,
        offset: view.to_screen(Pos2::ZERO, clip).to_vec2(),
        clip,
        pixel: 1.0,
        atlas: 0,
        details: None,
        patterns: egui::TextureId::default(),
        layers: Rc::new(std::cell::RefCell::new(Layers::new(1.0, clip, [0; 2], egui::TextureId::default()))),
        least_text: if presents { crate::session::STAGE_TEXT } else { 7.0 },
        presents,
        told: 0.0,
        arrived: 1.0,
        places: Rc::default(),
        shades: Shades::new(&palette),
        palette,
    }
}

/// Runs something where texts can be laid out.
fn with_fonts(mut run: impl FnMut(&Context)) {
    let ctx = Context::default();
    ctx.set_fonts(crate::text::definitions());
    // There is no screen to send the texture to.
    ctx.run_ui(egui::RawInput::default(), |ui| run(&ui.ctx().clone())).textures_delta.clear();
}

fn check_pathway(name: &'static str) {
    with_fonts(|ctx| {
        let mut open = Open::new(name);
        open.check(ctx, "plain");
        open.look_at_everything(ctx);
        open.ask(ctx);
        open.tell(ctx);
        open.focus(ctx);
        for lanes in [Command::LanesByTime, Command::LanesByScale, Command::LanesWithout] {
            if !LARGE.contains(&name) || lanes == Command::LanesWithout {
                open.act(Action::Run(lanes));
                open.check(ctx, lanes.label());
                open.look_at_everything(ctx);
            }
        }
        assert!(open.states > 100 && open.marks > 10 * open.states, "{name}: {} in {}", open.marks, open.states);
    });
}

#[test]
fn marks_cover_nothing_in_the_skull_marrow_map() {
    check_pathway("skull-marrow");
}

#[test]
fn marks_cover_nothing_in_the_microglia_map() {
    check_pathway("microglia");
}

#[test]
fn marks_cover_nothing_in_the_map_of_what_drives_inflammation() {
    check_pathway("inflammation-drive");
}

#[test]
fn marks_cover_nothing_in_the_map_of_antidepressants() {
    check_pathway("antidepressants");
}

#[test]
fn marks_cover_nothing_in_the_overview_of_depression() {
    check_pathway("depression-overview");
}

#[test]
fn marks_cover_nothing_in_the_atlas() {
    check_pathway("atlas");
}

/// How many names of lanes there are in all arrangements at some sizes of window, and over how many a line would run if it
/// had no gap there: near, and in the overview.
fn crossed_names(name: &'static str) -> [usize; 3] {
    let mut counts = [0; 3];
    with_fonts(|ctx| {
        let mut open = Open::new(name);
        for lanes in [Command::LanesByPlace, Command::LanesByTime, Command::LanesByScale, Command::LanesWithout] {
            open.act(Action::Run(lanes));
            let Some(scene) = &open.scene else { panic!("{name}: no picture") };
            let (looks, _) = looks(scene, &open.session, &open.signal);
            for (w, h) in [(800.0, 600.0), (1024.0, 768.0), (1280.0, 720.0), (1920.0, 1080.0)] {
                let canvas = Rect::from_min_size(Pos2::ZERO, Vec2::new(w, h) - PANELS);
                let mut stage = stage(View::fit(scene.records.size, canvas), canvas, &open.session);
                stage.details = scene.details(stage.zoom, stage.least_text);
                let places = open.placed.places(ctx, scene, &stage, &open.session, &looks);
                let lines = || scene.records.wires.iter().flat_map(|wire| wire.points.windows(2));
                for name in &places.names {
                    counts[0] += 1;
                    if lines().any(|pair| touches(&name.area, [pair[0], pair[1]])) {
                        counts[if stage.is_far() { 2 } else { 1 }] += 1;
                        assert!(stage.ground(name.band).is_opaque(), "what is behind a name is not seen through it");
                    }
                }
            }
        }
    });
    counts
}

#[test]
fn lines_run_beside_the_names_of_lanes_or_have_a_gap_there() {
    let bundled =
        ["skull-marrow", "microglia", "inflammation-drive", "antidepressants", "depression-overview", "atlas"];
    let counts = bundled.map(crossed_names);
    let sum = |of: usize| counts.iter().map(|counts| counts[of]).sum::<usize>();
    let [all, near, far] = [0, 1, 2].map(sum);
    assert!(all > 300 && near <= 3 && far <= 19, "{near} from near and {far} in the overview, of {all}");
}

#[test]
fn what_a_comparison_marks_is_seen_far_out_too() {
    with_fonts(|ctx| {
        let mut open = Open::new("atlas");
        open.act(Action::Ask(AskAct::Compare("depression-overview".to_owned())));
        let scene = open.scene.as_ref().expect("a picture");
        let (looks, _) = looks(scene, &open.session, &open.signal);
        for (w, h) in [(800.0, 600.0), (1024.0, 768.0), (1280.0, 720.0)] {
            let canvas = Rect::from_min_size(Pos2::ZERO, Vec2::new(w, h) - PANELS);
            let stage = stage(View::fit(scene.records.size, canvas), canvas, &open.session);
            assert!(stage.is_far());
            let places = open.placed.places(ctx, scene, &stage, &open.session, &looks);
            assert_eq!(open.placed.faults(scene), Faults::default());
            let (cards, wires) = looks.split_at(scene.records.cards.len());
            let count = |looks: &[Look]| looks.iter().filter(|look| difference(**look).is_some()).count();
            let found = (places.roles.len(), count(cards), places.badges.len(), count(wires));
            assert!(found.0 * 10 >= found.1.min(MOST_ROLES) * 9 && found.1 > 10, "{found:?} at {w}x{h}");
            assert!(found.2 * 2 >= found.3.min(MOST_ROLES) && found.3 > 10, "{found:?} at {w}x{h}");
            let sides = places.roles.values().map(|role| role.area).chain(places.badges.values().copied());
            assert!(sides.map(|area| area.w * stage.zoom).all(|side| side > 11.0));
        }
    });
}
