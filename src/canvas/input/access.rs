//! The canvas for those who do not see it: every node and link by name, in one focus stop.
//!
//! egui makes the whole tree anew in every frame, which for thousands of items costs more than drawing them. A reader
//! keeps what it was told, so items go to it past egui, by a [`Tree`] that adds them to egui's own update as children of the
//! canvas: all of them once, then only those that have changed.

use std::{collections::BTreeSet, sync::Arc};

use egui::{
    Context, Event, FullOutput, Plugin, Rect, Response, Vec2,
    accesskit::{self, Action as Asked, Node, NodeId, Role},
};

use crate::{
    frame::Frame,
    model::{LinkId, Pathway, Reading},
    paint::stage::Stage,
    scene::Scene,
    session::{Action, Item, Session},
    words,
};

/// What a reader was told of the canvas.
#[derive(Default)]
pub(super) struct Access {
    names: Names,
    told: Vec<Told>,
    seen: Option<Seen>,
}

/// Which names are others than before.
enum News {
    None,
    /// Those of the items at these places.
    Names(Vec<usize>),
    All,
}

/// The spoken names of a scene's items, and their ids in the tree: both are long to make.
#[derive(Default)]
struct Names {
    /// What they were made of.
    of: Option<(Arc<Pathway>, Reading, u64)>,
    spoken: Vec<String>,
    ids: Vec<NodeId>,
}

/// What was told of one item.
#[derive(Clone, Copy, PartialEq)]
struct Told {
    bounds: Rect,
    selected: bool,
    hidden: bool,
}

/// What all that is told depends on, beside the names.
#[derive(PartialEq)]
struct Seen {
    view: (f32, Vec2, Rect, f32),
    selected: Option<Item>,
    hidden: BTreeSet<LinkId>,
}

impl Seen {
    fn new(session: &Session, stage: &Stage, canvas: Rect) -> Self {
        Self {
            view: (stage.zoom, stage.offset, canvas, stage.arrived),
            selected: session.view().selected().cloned(),
            hidden: session.lens().hidden.clone(),
        }
    }
}

impl Access {
    /// Names every node and link to whatever reads the tree, and does what is asked there.
    pub(super) fn describe(&mut self, frame: &mut Frame<'_>, canvas: &Response, scene: &Scene, stage: &Stage) {
        let (ctx, session) = (frame.ui.ctx().clone(), frame.session);
        let named = |node: &mut Node| {
            node.set_role(Role::Canvas);
            node.set_label(words::canvas::diagram(&session.drawn().about().title));
        };
        if ctx.accesskit_node_builder(canvas.id, named).is_none() {
            return;
        }
        let tree = ctx.plugin_or_default::<Tree>();
        let news = self.names.follow(scene, session, canvas);
        let is_new = matches!(news, News::All) || !tree.lock().is_told;
        let renamed = if let News::Names(renamed) = news { renamed } else { Vec::new() };
        // What was told under another name has to be told again.
        for &at in &renamed {
            if let Some(told) = self.told.get_mut(at) {
                told.bounds = Rect::NOTHING;
            }
        }
        let seen = Seen::new(session, stage, canvas.rect);
        if is_new || !renamed.is_empty() || self.seen.as_ref() != Some(&seen) {
            self.tell(&mut tree.lock(), (scene, stage, canvas.rect), &seen, is_new);
            self.seen = Some(seen);
        }
        let number = |item: &Item| scene.records.items.iter().position(|other| other == item);
        let active = session.view().focus.as_ref().and_then(number).and_then(|at| self.names.ids.get(at).copied());
        tree.lock().show(canvas.id.accesskit_id(), active);
        let asked = |id: &NodeId| self.names.ids.iter().position(|other| other == id);
        let opened = clicked(&ctx).filter_map(|id| scene.records.items.get(asked(&id)?)).cloned();
        frame.actions.extend(opened.map(Action::Open));
    }

    /// Tells what has changed of each item, or everything.
    fn tell(&mut self, tree: &mut Tree, (scene, stage, canvas): (&Scene, &Stage, Rect), seen: &Seen, all: bool) {
        if all {
            self.told.clear();
            tree.children.clone_from(&self.names.ids);
        }
        for (at, item) in scene.records.items.iter().enumerate() {
            let rect = scene.records.rect_of(item).map(|rect| stage.rect_to_screen(rect).intersect(canvas));
            let told = Told {
                bounds: rect.filter(Rect::is_positive).unwrap_or(Rect::from_min_size(canvas.min, Vec2::ZERO)),
                selected: seen.selected.as_ref() == Some(item),
                hidden: matches!(item, Item::Link(id) if seen.hidden.contains(id)),
            };
            match self.told.get_mut(at) {
                Some(before) if *before == told => continue,
                Some(before) => *before = told,
                None => self.told.push(told),
            }
            if let (Some(&id), Some(name)) = (self.names.ids.get(at), self.names.spoken.get(at)) {
                tree.changed.push((id, node(item, name, told)));
            }
        }
    }
}

impl Names {
    /// Makes the names of a scene's items, and says which are others than before: few, where only the pathway is another one,
    /// as after an edit.
    fn follow(&mut self, scene: &Scene, session: &Session, canvas: &Response) -> News {
        let (pathway, reading) = (session.drawn(), session.reading());
        let still =
            |of: &(Arc<Pathway>, Reading, u64)| Arc::ptr_eq(&of.0, pathway) && (of.1, of.2) == (reading, scene.number);
        if self.of.as_ref().is_some_and(still) {
            return News::None;
        }
        let in_place = self.of.as_ref().is_some_and(|of| (of.1, of.2) == (reading, scene.number));
        let items = &scene.records.items;
        let spoken = items.iter().map(|item| item.spoken_in(pathway, reading)).collect();
        let before = std::mem::replace(&mut self.spoken, spoken);
        self.ids = items.iter().map(|item| canvas.id.with(item).accesskit_id()).collect();
        self.of = Some((Arc::clone(pathway), reading, scene.number));
        if !in_place || before.len() != self.spoken.len() {
            return News::All;
        }
        News::Names((0..before.len()).filter(|&at| before[at] != self.spoken[at]).collect())
    }
}

/// An item as a reader knows it.
fn node(item: &Item, name: &str, told: Told) -> Node {
    let role = match item {
        Item::Node(_) | Item::Lane(_) => Role::Button,
        Item::Link(_) | Item::Bundle(_) => Role::Link,
    };
    let mut node = Node::new(role);
    let Rect { min, max } = told.bounds;
    let [left, top, right, bottom] = [min.x, min.y, max.x, max.y].map(f64::from);
    node.set_bounds(accesskit::Rect { x0: left, y0: top, x1: right, y1: bottom });
    node.set_label(if told.hidden { words::canvas::hidden(name) } else { name.to_owned() });
    node.add_action(Asked::Click);
    if told.selected {
        node.set_selected(true);
    }
    node
}

/// What a reader has asked to be clicked.
fn clicked(ctx: &Context) -> impl Iterator<Item = NodeId> + use<> {
    let clicked = |event: &Event| match event {
        Event::AccessKitActionRequest(request) if request.action == Asked::Click => Some(request.target_node),
        _ => None,
    };
    let all: Vec<NodeId> = ctx.input(|input| input.events.iter().filter_map(clicked).collect());
    all.into_iter()
}

/// Adds the canvas's items to what egui tells a reader.
#[derive(Default)]
struct Tree {
    canvas: Option<NodeId>,
    children: Vec<NodeId>,
    active: Option<NodeId>,
    /// What the reader does not know yet.
    changed: Vec<(NodeId, Node)>,
    /// Whether the reader has the canvas: else it must be told everything.
    is_told: bool,
}

impl Tree {
    fn show(&mut self, canvas: NodeId, active: Option<NodeId>) {
        (self.canvas, self.active) = (Some(canvas), active);
    }
}

impl Plugin for Tree {
    fn debug_name(&self) -> &'static str {
        module_path!()
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let canvas = self.canvas.take();
        let is_thrown_away = output.platform_output.requested_discard();
        let update = output.platform_output.accesskit_update.as_mut();
        let nodes = update.map(|update| &mut update.nodes);
        let found = nodes.and_then(|nodes| {
            let (_, node) = nodes.iter_mut().find(|(id, _)| Some(*id) == canvas)?;
            node.set_children(self.children.as_slice());
            if let Some(active) = self.active {
                node.set_active_descendant(active);
            }
            Some(nodes)
        });
        self.is_told = found.is_some();
        let mut changed = std::mem::take(&mut self.changed);
        if is_thrown_away {
            // The frame is drawn again, and what it tells then takes the place of this.
            self.changed.clone_from(&changed);
        }
        if let Some(nodes) = found {
            // A frame that was drawn twice tells some of it twice; what was told last counts.
            changed.reverse();
            let mut once = BTreeSet::new();
            changed.retain(|(id, _)| once.insert(*id));
            nodes.append(&mut changed);
        }
    }
}
