//! Changes by lot, of every kind.

use crate::model::{
    Branch, Change, Citation, Delay, Design, Effect, Evidence, Extra, Grade, Kind, Lane, Level, LevelText, Link, Node,
    Note, Pathway, Popular, Predict, Source, SourceKind, Stance, Step, Tour,
};

/// Numbers by lot, the same in every run.
pub(super) struct Lot(pub(super) u64);

impl Lot {
    pub(super) fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    fn text(&mut self) -> String {
        let all =
            ["new", "a \"b\" \\ c", "two\nlines", "// no", "/* no", "*/", "é\u{202E}’", "r#\"", "", "[(", "x, y: z"];
        format!("{}{}", self.one(&all), self.below(100))
    }

    fn some<T>(&mut self, value: T) -> Option<T> {
        (self.below(3) > 0).then_some(value)
    }

    /// Adds to a list, takes from it, turns it round, or changes one item.
    fn list<T: Clone>(&mut self, list: &mut Vec<T>, new: T, change: impl FnOnce(&mut Self, &mut T)) {
        let place = self.below(list.len() + 1);
        match self.below(6) {
            0 => list.insert(place, new),
            1 if place < list.len() => drop(list.remove(place)),
            2 => list.reverse(),
            3 if !list.is_empty() => list.rotate_left(1),
            _ => {
                let count = list.len();
                match list.get_mut(self.below(count)) {
                    Some(item) => change(self, item),
                    None => list.push(new),
                }
            }
        }
    }

    fn texts(&mut self, list: &mut Vec<String>) {
        let new = self.text();
        self.list(list, new, |lot, item| *item = lot.text());
    }

    fn levels(&mut self, list: &mut Vec<LevelText>) {
        let new = LevelText { level: self.one(&Level::ALL), text: self.text(), extra: Extra::new() };
        self.list(list, new, |lot, item| item.text = lot.text());
    }

    fn node(&mut self, node: &mut Node, lane: &str) {
        match self.below(9) {
            0 => node.label = self.text(),
            1 => node.kind = self.one(&Kind::ALL),
            2 => node.lane = lane.into(),
            3 => node.explanation = if self.below(2) > 0 { self.text() } else { String::new() },
            4 => self.levels(&mut node.levels),
            5 => self.texts(&mut node.aliases),
            6 => self.texts(&mut node.xrefs),
            7 => {
                let new = Note { text: self.text(), sources: vec!["s".into()], extra: Extra::new() };
                self.list(&mut node.notes, new, |lot, note| note.text = lot.text());
            }
            _ => {
                let at = (self.below(100) as f64, 0.5);
                node.at = self.some(at);
            }
        }
    }

    fn link(&mut self, link: &mut Link) {
        match self.below(10) {
            0 => link.effect = self.one(&Effect::ALL),
            1 => {
                let delay = self.one(&Delay::ALL);
                link.delay = self.some(delay);
            }
            2 => link.explanation = if self.below(2) > 0 { self.text() } else { String::new() },
            3 => self.levels(&mut link.levels),
            4 => {
                let text = self.text();
                link.holds_when = self.some(text);
            }
            5 => link.grade = self.one(&Grade::ALL),
            6 => {
                let text = self.text();
                link.no_source_found = self.some(text);
            }
            7 => {
                let (effect, says) = (self.one(&Effect::ALL), self.text());
                let popular = Popular { effect, says, note: self.text(), extra: Extra::new() };
                match &mut link.popular {
                    Some(popular) if self.below(2) > 0 => popular.note = self.text(),
                    other => *other = self.some(popular),
                }
            }
            8 => link.returns = !link.returns,
            _ => {
                let new = Evidence {
                    source: self.text().as_str().into(),
                    stance: self.one(&Stance::ALL),
                    design: self.one(&Design::ALL),
                    species: vec![self.text()],
                    sample: self.text(),
                    finding: String::new(),
                    locator: None,
                    extra: Extra::new(),
                };
                self.list(&mut link.evidence, new, |lot, evidence| match lot.below(4) {
                    0 => lot.texts(&mut evidence.species),
                    1 => evidence.finding = lot.text(),
                    2 => evidence.stance = lot.one(&Stance::ALL),
                    _ => evidence.locator = Some(lot.text()),
                });
            }
        }
    }

    fn source(&mut self, source: &mut Source) {
        let text = self.text();
        match self.below(6) {
            0 => source.authors = text,
            1 => source.year = self.below(2030) as i32,
            2 => source.title = text,
            3 => source.doi = self.some(text),
            4 => {
                let kind = self.one(&SourceKind::ALL);
                source.kind = self.some(kind);
            }
            _ => source.citation = self.one(&Citation::ALL),
        }
    }

    fn tour(&mut self, tour: &mut Tour) {
        if self.below(4) == 0 {
            tour.title = self.text();
        }
        let new = Step::new(["a", "b"], &self.text());
        self.list(&mut tour.steps, new, |lot, step| match lot.below(6) {
            0 => step.text = lot.text(),
            1 => step.notes = lot.text(),
            2 => lot.texts(&mut step.show),
            3 => lot.levels(&mut step.levels),
            4 => {
                let new = Branch { tour: "t".into(), text: lot.text(), extra: Extra::new() };
                lot.list(&mut step.branches, new, |lot, branch| branch.text = lot.text());
            }
            _ => {
                let ids = vec!["a".into()];
                let predict =
                    Predict { raise: ids, lower: vec![], block: vec![], ask: "b".into(), extra: Extra::new() };
                match &mut step.predict {
                    Some(predict) => predict.block.push(lot.text()),
                    other => *other = Some(predict),
                }
            }
        });
    }

    /// One change that can be made.
    pub(super) fn change(&mut self, pathway: &Pathway) -> Change {
        let id = format!("n{}", self.below(1_000_000));
        let lane = pathway.lanes().get(self.below(pathway.lanes().len()));
        let lane = lane.map_or_else(|| "l".to_owned(), |lane| lane.id.to_string());
        let nodes: Vec<&Node> = pathway.nodes().map(AsRef::as_ref).collect();
        let links: Vec<&Link> = pathway.links().map(AsRef::as_ref).collect();
        match self.below(24) {
            0 => Change::AddNode(Node::new(&id, &self.text(), Kind::Cell, &lane)),
            1 | 2 if nodes.len() > 1 => {
                let (from, to) = (self.one(&nodes), self.one(&nodes));
                let mut link = Link::new(&id, from.id.as_str(), to.id.as_str(), Effect::Lowers);
                self.link(&mut link);
                Change::AddLink(link)
            }
            3 if nodes.len() > 2 => Change::RemoveNode(self.one(&nodes).id.clone()),
            4 if !links.is_empty() => Change::RemoveLink(self.one(&links).id.clone()),
            5 => Change::AddLane(Lane { id: id.as_str().into(), label: self.text(), extra: Extra::new() }),
            6 if pathway.lanes().len() > 1 => {
                let mut lane = self.one(pathway.lanes()).as_ref().clone();
                lane.label = self.text();
                Change::SetLane(lane)
            }
            7 => {
                let mut source = Source {
                    id: id.as_str().into(),
                    authors: self.text(),
                    year: 0,
                    title: self.text(),
                    venue: String::new(),
                    doi: None,
                    pmid: None,
                    url: None,
                    kind: None,
                    citation: Citation::Unconfirmed,
                    extra: Extra::new(),
                };
                self.source(&mut source);
                Change::AddSource(source)
            }
            8 | 9 if !pathway.sources().is_empty() => {
                let mut source = self.one(pathway.sources()).as_ref().clone();
                self.source(&mut source);
                Change::SetSource(source)
            }
            10 if !pathway.sources().is_empty() => Change::RemoveSource(self.one(pathway.sources()).id.clone()),
            11 => {
                let mut tour = Tour { id: id.as_str().into(), title: self.text(), steps: vec![], extra: Extra::new() };
                self.tour(&mut tour);
                Change::AddTour(tour)
            }
            12 | 13 if !pathway.tours().is_empty() => {
                let mut tour = self.one(pathway.tours()).as_ref().clone();
                self.tour(&mut tour);
                Change::SetTour(tour)
            }
            14 if !pathway.tours().is_empty() => Change::RemoveTour(self.one(pathway.tours()).id.clone()),
            15 => {
                let mut about = pathway.about().clone();
                match self.below(4) {
                    0 => about.title = self.text(),
                    1 => about.summary = self.text(),
                    2 => about.license = String::new(),
                    _ => about.reviewed = self.text(),
                }
                Change::About(about)
            }
            16 if !pathway.lanes().is_empty() => Change::RemoveLane(self.one(pathway.lanes()).id.clone()),
            17..=19 if !nodes.is_empty() => {
                let mut node = self.one(&nodes).clone();
                self.node(&mut node, &lane);
                Change::SetNode(node)
            }
            _ if !links.is_empty() => {
                let mut link = self.one(&links).clone();
                self.link(&mut link);
                Change::SetLink(link)
            }
            _ => Change::AddNode(Node::new(&id, &self.text(), Kind::Other, &lane)),
        }
    }
}
