//! What is quiet can still be seen: contrast as it is painted, in every theme and in every state of the drawing.

use std::cell::Cell;

use egui::{Pos2, Rect, Vec2, pos2, vec2};
use pathlight::{
    lesson::Difficulty,
    model::{LinkId, NodeId, SourceId},
    picture::Stands,
    session::{
        Action, AskAct, CiteAct, Command, Item, ManyAct, Page, QuizAct, Settings, SidePanel, TeachAct, ThemeChoice,
        Topic, TourAct,
    },
    text::LABEL_SIZE,
    theme::{LEAST_LINE, LEAST_TEXT, contrast},
};

use super::{painted::Painted, window::Window};

/// Size of a label, in px, from which on a drawing is not one from far off.
const LEAST_LABEL: f32 = 7.5;
/// By how much a blend may differ from the whole numbers that a theme is made of.
const ROUNDING: f64 = 0.06;

fn node(id: &str) -> Item {
    Item::Node(NodeId::new(id))
}

fn run(command: Command) -> Action {
    Action::Run(command)
}

/// Everything that a drawing can be in, and how one gets there.
fn states() -> Vec<(&'static str, Vec<Action>)> {
    let hover = |id: &str| Action::Hover(Some(node(id)));
    let reach = || AskAct::From(Some(NodeId::new("chronic_stress")));
    vec![
        ("plain", vec![]),
        ("pointed at", vec![hover("chronic_stress")]),
        ("a link pointed at", vec![Action::Hover(Some(Item::Link(LinkId::new("stress_meningeal_neutrophils"))))]),
        ("selected", vec![Action::Open(node("skull_marrow"))]),
        ("selected, another pointed at", vec![Action::Open(node("skull_marrow")), hover("poor_sleep")]),
        ("writing a node", vec![Action::Open(node("skull_marrow")), run(Command::EditDetails)]),
        (
            "writing a link",
            vec![Action::Open(Item::Link(LinkId::new("stress_meningeal_neutrophils"))), run(Command::EditDetails)],
        ),
        (
            "a source recognised",
            vec![run(Command::AddSource), Action::Cite(CiteAct::Text("doi:10.1234/mice.2021".to_owned()))],
        ),
        ("writing a source", vec![Action::TurnTo(Page::Source(SourceId::new("kigar2025"))), run(Command::EditDetails)]),
        ("picked", vec![Action::TogglePicked(node("skull_marrow")), hover("poor_sleep")]),
        ("lens", vec![run(Command::HumanOnly)]),
        ("lens, pointed at", vec![run(Command::HumanOnly), hover("depression")]),
        ("contested", vec![run(Command::ContestedOnly), run(Command::Lenses)]),
        ("told", vec![run(Command::Reading), Action::Dismiss]),
        ("told, and said", vec![run(Command::Reading)]),
        ("reach", vec![Action::Ask(AskAct::Topic(Topic::Reach)), Action::Ask(reach())]),
        ("loops", vec![run(Command::AskLoops), Action::Ask(AskAct::Light(0))]),
        ("what if", vec![Action::Ask(AskAct::Raise(NodeId::new("chronic_stress")))]),
        ("compared", vec![Action::Ask(AskAct::Compare("microglia".to_owned()))]),
        ("tour", vec![Action::Teach(TeachAct::Tell(0)), Action::Teach(TeachAct::Go(3))]),
        (
            "stage",
            vec![Action::Teach(TeachAct::Tell(0)), Action::Teach(TeachAct::Present), Action::Teach(TeachAct::Go(3))],
        ),
        (
            "quiz",
            vec![
                Action::SidePanel(SidePanel::Teach),
                Action::Quiz(QuizAct::Begin { seed: 1, difficulty: Difficulty::Easy }),
                hover("skull_marrow"),
            ],
        ),
        ("near", vec![run(Command::ZoomIn), run(Command::ZoomIn), run(Command::ZoomIn), hover("skull_marrow")]),
        ("far", vec![run(Command::ZoomOut), run(Command::ZoomOut), run(Command::ZoomOut), run(Command::ZoomOut)]),
        ("sources", vec![run(Command::Sources)]),
        ("palette", vec![run(Command::Palette)]),
        ("about", vec![run(Command::About)]),
        ("problems", vec![Action::OpenFile("tests/cases/offers.pathway.ron".into()), run(Command::Problems)]),
        ("steps", vec![run(Command::Steps)]),
        (
            "lines",
            vec![run(Command::QuickEntry), Action::Many(ManyAct::Lines("stress -> worry\nx -> -> y".to_owned()))],
        ),
        ("replace", vec![run(Command::Replace)]),
        ("a tour is written", vec![Action::Tour(TourAct::Open("story".into()))]),
    ]
}

/// A window in each state, in each theme.
fn in_every_state(check: impl Fn(&Window, &Painted) -> Vec<String>) {
    let mut faults = Vec::new();
    for theme in [ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Projector] {
        for (state, actions) in states() {
            let mut window =
                Window::new(vec2(1280.0, 720.0), Settings { theme, minimap: false, ..Settings::default() });
            for action in actions {
                window.apply(action);
            }
            let painted = Painted::new(&window.0.ctx, window.0.output());
            let found = check(&window, &painted);
            faults.extend(found.into_iter().map(|fault| format!("{theme:?}, {state}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_letter_can_be_read_and_what_a_lens_leaves_can_be_read_well() {
    in_every_state(|window, painted| {
        let left: Vec<Rect> = left(window).iter().filter_map(|id| window.card(id)).collect();
        let (mut count, mut faults) = (0, Vec::new());
        for letter in painted.letters() {
            let wanted = if left.iter().any(|card| card.contains(letter.at)) { LEAST_TEXT } else { LEAST_LINE };
            let found = letter.contrast();
            if found < wanted - ROUNDING {
                faults.push(format!("{found:.2} at {}, {:?} on {:?}", letter.at, letter.colour, letter.ground));
            }
            count += 1;
        }
        assert!(count > 200, "{count} letters");
        faults.truncate(4);
        faults
    });
}

/// The nodes that are more than a trace: a lens leaves them, and the tour has come to them.
fn left(window: &Window) -> Vec<NodeId> {
    let session = window.session();
    let (pathway, hidden) = (session.drawn(), &session.lens().hidden);
    let is_left = |id: &NodeId| {
        let mut links = pathway.causes_of(id).into_iter().chain(pathway.effects_of(id)).peekable();
        let alone = links.peek().is_none();
        (alone || links.any(|link| !hidden.contains(&link.id))) && !session.is_untold(&Item::Node(id.clone()))
    };
    pathway.nodes().map(|node| node.id.clone()).filter(|id| is_left(id)).collect()
}

#[test]
fn every_line_and_every_border_can_be_seen() {
    let looked_at = Cell::new(0);
    in_every_state(|window, painted| {
        let mut faults = Vec::new();
        let view = window.session().view();
        let covered = view.palette.is_some()
            || view.text.is_some()
            || view.message.is_some()
            || window.session().new_source().is_some();
        let Some(view) = View::of(window).filter(|_| !covered) else { return faults };
        looked_at.set(looked_at.get() + 1);
        let picture = window.session().picture().expect("a picture is shown");
        for wire in &picture.wires {
            let points: Vec<Pos2> = wire.points.iter().map(|&at| view.to_screen(at)).collect();
            if points.iter().all(|at| view.canvas.contains(*at)) {
                let found = line(painted, &points);
                if found < LEAST_LINE - ROUNDING {
                    faults.push(format!("{found:.2} of {:?}", wire.links));
                }
            }
        }
        for card in &picture.cards {
            let size = vec2(card.w as f32, card.h as f32) * view.zoom;
            let rect = Rect::from_center_size(view.to_screen((card.x, card.y)), size);
            if view.canvas.contains_rect(rect.expand(8.0)) {
                let found = border(painted, rect);
                if found < LEAST_LINE - ROUNDING {
                    faults.push(format!("{found:.2} around {:?} at {rect}, zoom {}", card.stands, view.zoom));
                }
            }
        }
        faults
    });
    assert!(looked_at.get() >= 3 * 15, "{} drawings were near enough", looked_at.get());
}

/// From the picture to the screen, worked out of where the cards are said to be.
struct View {
    zoom: f32,
    offset: Vec2,
    canvas: Rect,
}

impl View {
    fn of(window: &Window) -> Option<Self> {
        let cards = window.session().picture()?.cards.iter().filter_map(|card| {
            let Stands::Node(id) = &card.stands else { return None };
            Some((pos2(card.x as f32, card.y as f32), window.card(id)?))
        });
        let cards: Vec<_> = cards.filter(|(_, rect)| rect.is_positive()).collect();
        let canvas = cards.iter().fold(Rect::NOTHING, |all, (_, rect)| all | *rect);
        // A card that lies at the edge is said to be as large as what is seen of it.
        let inside = || cards.iter().filter(|(_, rect)| canvas.shrink(2.0).contains_rect(*rect));
        let (left, left_rect) = inside().min_by(|a, b| a.0.x.total_cmp(&b.0.x))?;
        let (right, right_rect) = inside().max_by(|a, b| a.0.x.total_cmp(&b.0.x))?;
        let zoom = (right_rect.center().x - left_rect.center().x) / (right.x - left.x);
        // From far off lines are drawn simpler than they are; how well they stand out is known of their colours.
        let near = zoom.is_finite() && zoom * LABEL_SIZE > LEAST_LABEL;
        near.then(|| Self { zoom, offset: left_rect.center().to_vec2() - left.to_vec2() * zoom, canvas })
    }

    fn to_screen(&self, (x, y): (f64, f64)) -> Pos2 {
        (vec2(x as f32, y as f32) * self.zoom + self.offset).to_pos2()
    }
}

/// How well a line stands out from both its sides: at the best of many points of its longest piece, since it may be dashed
/// or dotted and crosses others.
fn line(painted: &Painted, points: &[Pos2]) -> f64 {
    let long = |pair: &&[Pos2]| pair[0].distance(pair[1]);
    let Some(pair) = points.windows(2).max_by(|a, b| long(a).total_cmp(&long(b))) else { return f64::INFINITY };
    let across = (pair[1] - pair[0]).normalized().rot90();
    let found = (0..=80).flat_map(|step| {
        let at = pair[0].lerp(pair[1], 0.05 + 0.9 * step as f32 / 80.0);
        // Lines stand on whole pixels, up to half of one aside.
        [-1.0, 0.0, 1.0].map(|by| {
            let seen = painted.at(at + across * by);
            // Beside thin lines others may be near, beside heavy ones only what is farther away is ground.
            let beside = |by: f32| {
                let both = [-by, by].map(|side| contrast(seen, painted.at(at + across * side)));
                both.into_iter().fold(f64::INFINITY, f64::min)
            };
            [2.0, 3.0, 5.0].map(beside).into_iter().fold(0.0, f64::max)
        })
    });
    found.fold(0.0, f64::max)
}

/// How well the border of a card stands out from what lies around it, at the better two of five of many points of its upper
/// and its lower edge: it may be dashed.
fn border(painted: &Painted, card: Rect) -> f64 {
    let edges = [(card.top(), 1.0), (card.bottom(), -1.0)];
    let mut found: Vec<f64> = edges
        .into_iter()
        .flat_map(|(y, inwards)| (0..=60).map(move |step| (y, inwards, step)))
        .map(|(y, inwards, step)| {
            let x = card.left() + card.width() * (0.12 + 0.76 * step as f32 / 60.0);
            let outside = painted.at(pos2(x, y - 4.0 * inwards));
            let depths = (-2..=3).map(|depth| painted.at(pos2(x, y + inwards * depth as f32)));
            depths.map(|seen| contrast(seen, outside)).fold(0.0, f64::max)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    found[found.len() * 3 / 5]
}
