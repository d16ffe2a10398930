//! Nothing lies over something else, and nothing lies outside, in windows from our own least size on and with text of any
//! size, whatever is open.

use std::collections::{BTreeSet, HashMap};

use egui::{
    LayerId, Rect, Vec2, WidgetRect,
    accesskit::{NodeId as Spoken, Role},
    vec2,
};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use pathlight::{
    editing::Search,
    lesson::Difficulty,
    model::{LinkId, NodeId, SourceId},
    session::{
        Action, AskAct, CiteAct, Command, Item, Made, ManyAct, Page, QuizAct, Settings, SidePanel, TeachAct, Topic,
        TourAct, TourFrom,
    },
};

use super::window::Window;

/// By how much two things may touch, in px: less than a person sees.
const TOUCH: f32 = 0.6;

/// Everything that can be open, and how one gets there.
fn screens() -> Vec<(&'static str, Vec<Action>)> {
    let run = Action::Run;
    let node = |id: &str| Item::Node(NodeId::new(id));
    let writes = |opens: Action| vec![opens, run(Command::EditDetails)];
    let page = |panel| vec![Action::SidePanel(panel)];
    let ask = |act| vec![Action::SidePanel(SidePanel::Ask), Action::Ask(act)];
    let begin = || Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy });
    vec![
        ("at first", vec![]),
        ("no panel", vec![run(Command::Outline)]),
        ("a node", vec![Action::Open(node("skull_marrow"))]),
        ("a link", vec![Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils")))]),
        ("a node, no panel", vec![run(Command::Outline), Action::Open(node("depression"))]),
        ("writing a node", vec![run(Command::EditDetails), Action::Open(node("skull_marrow"))]),
        ("writing a link", writes(Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils"))))),
        ("writing a source", writes(Action::TurnTo(Page::Source(SourceId::new("kigar2025"))))),
        ("writing the whole", vec![run(Command::EditDetails)]),
        ("a source asked for", vec![run(Command::AddSource)]),
        (
            "a source recognised",
            vec![run(Command::AddSource), Action::Cite(CiteAct::Text("doi:10.1234/mice.2021".to_owned()))],
        ),
        ("writing a lane", vec![run(Command::AddLane)]),
        ("picked", vec![Action::TogglePicked(node("skull_marrow")), Action::TogglePicked(node("depression"))]),
        ("loops", vec![run(Command::AskLoops)]),
        ("routes", ask(AskAct::Topic(Topic::Routes))),
        ("what if", ask(AskAct::Raise(NodeId::new("chronic_stress")))),
        ("reach", ask(AskAct::Topic(Topic::Reach))),
        ("compared", ask(AskAct::Compare("microglia".to_owned()))),
        ("lenses", page(SidePanel::Lenses)),
        ("a lens", vec![run(Command::HumanOnly), run(Command::Lenses)]),
        ("sources", page(SidePanel::Sources)),
        ("teach", page(SidePanel::Teach)),
        ("a tour", vec![Action::SidePanel(SidePanel::Teach), Action::Teach(TeachAct::Tell(0))]),
        ("quiz", vec![Action::SidePanel(SidePanel::Teach), begin()]),
        ("answered", vec![Action::SidePanel(SidePanel::Teach), begin(), Action::Quiz(QuizAct::Choose(0))]),
        ("stage", vec![Action::Teach(TeachAct::Tell(0)), Action::Teach(TeachAct::Present)]),
        (
            "asked on stage",
            vec![Action::Teach(TeachAct::Tell(0)), Action::Teach(TeachAct::Present), Action::Teach(TeachAct::Last)],
        ),
        ("palette", vec![run(Command::Palette)]),
        ("about", vec![run(Command::About)]),
        ("problems", vec![open_broken(), run(Command::Problems)]),
        ("steps", vec![lines(), Action::Many(ManyAct::Enter), run(Command::Steps)]),
        ("lines", vec![run(Command::QuickEntry), lines()]),
        ("replace", vec![run(Command::Replace), Action::Many(ManyAct::Search(search()))]),
        (
            "merge",
            vec![
                Action::TogglePicked(node("skull_marrow")),
                Action::TogglePicked(node("depression")),
                run(Command::Merge),
            ],
        ),
        ("a tour is written", vec![Action::Tour(TourAct::New(TourFrom::Made(Made::Whole)))]),
        ("a tour is begun", vec![Action::Tour(TourAct::New(TourFrom::Nothing))]),
        ("a path", vec![run(Command::Open), Action::NoDialog]),
        ("the largest", vec![Action::OpenBundled("depression-overview".to_owned())]),
    ]
}

/// Lines of which some can be taken, one is in doubt and one cannot be read.
fn lines() -> Action {
    Action::Many(ManyAct::Lines("Chronic stress -> worry\nworry -> -> x\nworry -| Depression".to_owned()))
}

fn search() -> Search {
    Search { text: "stress".to_owned(), ..Search::default() }
}

/// Opens a file with problems of many sorts.
fn open_broken() -> Action {
    Action::OpenFile("tests/cases/offers.pathway.ron".into())
}

/// Something that people can read or press.
pub(crate) struct Thing {
    pub(crate) name: String,
    /// Where it is, and as far as it can be seen.
    pub(crate) rect: Rect,
    pub(crate) seen: Rect,
    layer: LayerId,
}

/// All that is there but for the cards and links of the drawing, which lie on the canvas.
pub(crate) fn things(window: &Window) -> Vec<Thing> {
    let harness = &window.0;
    let wanted = |role: Role| {
        matches!(
            role,
            Role::Button
                | Role::Label
                | Role::Link
                | Role::TextInput
                | Role::CheckBox
                | Role::RadioButton
                | Role::ComboBox
                | Role::Slider
                | Role::SpinButton
                | Role::TreeItem
        )
    };
    let drawing: Vec<Item> = window.session().picture().map_or_else(Vec::new, |picture| {
        let cards = picture.cards.iter().map(pathlight::session::item_of_card);
        cards.chain(picture.wires.iter().filter_map(pathlight::session::item_of_wire)).collect()
    });
    let (pathway, reading) = (window.session().drawn(), window.session().reading());
    let drawn: BTreeSet<String> = drawing.iter().map(|item| item.spoken_in(pathway, reading)).collect();
    let widgets: HashMap<Spoken, WidgetRect> = harness.ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers();
        layers.flat_map(|(_, widgets)| widgets).map(|widget| (widget.id.accesskit_id(), *widget)).collect()
    });
    let nodes = harness.query_all(By::new().predicate(|node| wanted(node.role())));
    let things = nodes.filter_map(|node| {
        let access = node.accesskit_node();
        let name = access.label().or_else(|| access.value()).unwrap_or_default();
        // Badges of loops move with the drawing, too.
        let is_drawn = name.starts_with("Loop: ") || drawn.iter().any(|drawn| name.starts_with(drawn));
        if matches!(access.role(), Role::Button | Role::Link) && is_drawn {
            return None;
        }
        let widget = widgets.get(&access.locate().0)?;
        Some(Thing { name, rect: widget.rect, seen: widget.interact_rect, layer: widget.layer_id })
    });
    things.collect()
}

fn faults(window: &Window) -> Vec<String> {
    let whole = window.0.ctx.content_rect().expand(TOUCH);
    let things: Vec<Thing> = things(window).into_iter().filter(|thing| thing.seen.is_positive()).collect();
    let mut faults = Vec::new();
    for (i, thing) in things.iter().enumerate() {
        let sideways = thing.seen.left() - thing.rect.left() > TOUCH || thing.rect.right() - thing.seen.right() > TOUCH;
        if sideways || !whole.contains_rect(thing.seen) {
            faults.push(format!("{:?} is cut: {} of {}", thing.name, thing.seen, thing.rect));
        }
        for other in things.iter().skip(i + 1).filter(|other| other.layer == thing.layer) {
            let both = thing.seen.intersect(other.seen);
            if both.width() > TOUCH && both.height() > TOUCH {
                faults.push(format!("{:?} {} over {:?} {}", thing.name, thing.seen, other.name, other.seen));
            }
        }
    }
    assert!(things.len() > 3, "{} things", things.len());
    faults
}

fn check(size: Vec2) {
    let mut all = Vec::new();
    for text_scale in [1.0, 1.5, 2.0, 2.5] {
        for (screen, actions) in screens() {
            let mut window = Window::new(size, Settings { text_scale, ..Settings::default() });
            for action in actions {
                window.apply(action);
            }
            window.apply(Action::Dismiss);
            all.extend(faults(&window).into_iter().take(5).map(|fault| format!("{text_scale} {screen}: {fault}")));
        }
    }
    assert!(all.is_empty(), "{size}, {} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn nothing_overlaps_at_our_least_size() {
    check(vec2(640.0, 420.0));
}

#[test]
fn nothing_overlaps_at_800_by_600() {
    check(vec2(800.0, 600.0));
}

#[test]
fn nothing_overlaps_at_1024_by_768() {
    check(vec2(1024.0, 768.0));
}

#[test]
fn nothing_overlaps_at_1280_by_720() {
    check(vec2(1280.0, 720.0));
}
