//! Confirms a sheet: each answer by asking the analysis anew, and that no question gives another one away.

use std::collections::{BTreeMap, BTreeSet};

use pathlight::{
    analysis::{
        lens::Lens,
        loops::{self, loops},
        routes::{self, routes},
        web::CutBy,
        whatif::{Outcome, Push, whatif},
    },
    lesson::{Difficulty, Question, QuestionKind, Sheet},
    model::{Effect, Link, LinkId, NodeId, Pathway, ceiling},
};

/// A text as words in small letters, so that whole words can be looked for.
fn words(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", spaced.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
}

/// A sheet with the pathway that it was made from, being checked.
pub(crate) struct Check<'a> {
    whole: &'a Pathway,
    sheet: &'a Sheet,
    lens: Lens,
    /// The part as it is printed, with each guess at the signs that are left out.
    guesses: Vec<Pathway>,
}

impl<'a> Check<'a> {
    pub(crate) fn run(whole: &'a Pathway, sheet: &'a Sheet) {
        let lens = Lens { reading: sheet.reading, ..Lens::default() };
        let check = Check { whole, sheet, lens, guesses: guesses(sheet) };
        check.part();
        for (place, question) in sheet.questions.iter().enumerate() {
            assert_eq!(question.number as usize, place + 1);
            check.choices(question);
            match question.kind {
                QuestionKind::BlankLabel => check.label(question),
                QuestionKind::BlankSign => check.sign(question),
                QuestionKind::MissingLink => check.missing(question),
                QuestionKind::Loop => check.feedback(question),
                QuestionKind::WeakestLink => check.weakest(question),
                QuestionKind::Push => check.push(question),
                QuestionKind::Grade => check.grade(question),
            }
        }
        check.quiet();
        assert!(sheet.questions.is_sorted_by_key(|question| question.kind));
        check.blanks();
    }

    fn link(&self, id: &LinkId) -> &'a Link {
        self.sheet.part.link(id).expect("questions are about links of the part")
    }

    fn nodes(&self) -> Vec<&'a NodeId> {
        self.sheet.part.nodes().map(|node| &node.id).collect()
    }

    fn claim(&self, link: &Link) -> String {
        self.sheet.part.sentence_in(link, self.sheet.reading)
    }

    /// The part is a piece of the whole with all links between its nodes, and hangs together.
    fn part(&self) {
        let part = &self.sheet.part;
        let inside: BTreeSet<&NodeId> = self.nodes().into_iter().collect();
        for node in part.nodes() {
            let mut whole = (**self.whole.node(&node.id).expect("a node of the whole")).clone();
            whole.at = node.at;
            assert_eq!(whole, **node);
            assert!(self.whole.lane(&node.lane).is_none() || part.lane(&node.lane).is_some());
        }
        let between = |link: &Link| inside.contains(&link.from) && inside.contains(&link.to);
        let links: BTreeMap<&LinkId, &Link> = part.links().map(|link| (&link.id, &**link)).collect();
        assert_eq!(links, self.whole.links().filter(|link| between(link)).map(|link| (&link.id, &**link)).collect());
        for item in part.links().flat_map(|link| &link.evidence) {
            assert_eq!(part.source(&item.source), self.whole.source(&item.source));
        }
        if part.nodes().len() < self.whole.nodes().len() {
            assert!(part.nodes().len() <= 16);
            let mut met: BTreeSet<&NodeId> = self.nodes().into_iter().take(1).collect();
            while let Some(link) = part.links().find(|link| met.contains(&link.from) != met.contains(&link.to)) {
                met.extend([&link.from, &link.to]);
            }
            assert_eq!(met.len(), part.nodes().len(), "the part falls into pieces");
        }
    }

    fn choices(&self, question: &Question) {
        let distinct: BTreeSet<String> = question.choices.iter().map(|choice| choice.to_lowercase()).collect();
        assert_eq!(distinct.len(), question.choices.len(), "a choice stands twice: {question:?}");
        assert!(question.answer < question.choices.len() && question.choices.len() >= 2, "{question:?}");
        assert!(!question.prompt.is_empty() && !question.why.is_empty());
        assert!(!question.written || self.sheet.difficulty == Difficulty::Hard);
        let rests: BTreeSet<_> =
            question.links.iter().flat_map(|id| &self.link(id).evidence).map(|e| &e.source).collect();
        assert!(question.sources.iter().all(|source| rests.contains(source)));
    }

    fn label(&self, question: &Question) {
        let node = question.nodes.first().expect("it is about a card");
        assert_eq!(question.right(), self.sheet.part.label(node).trim());
        assert_eq!(self.sheet.blanks.labels.get(node), Some(&question.number));
        assert!(question.prompt.contains(&question.number.to_string()));
        let links = |node: &NodeId| -> BTreeSet<(bool, NodeId, Effect)> {
            let touching = self.sheet.part.links().filter(|link| link.from == *node || link.to == *node);
            let end = |link: &Link| if link.from == *node { link.to.clone() } else { link.from.clone() };
            touching.map(|link| (link.from == *node, end(link), self.lens.effect(link))).collect()
        };
        for other in self.sheet.blanks.labels.keys().filter(|other| *other != node) {
            assert_ne!(links(node), links(other), "two labels could be swapped");
        }
        for visible in self.nodes().into_iter().filter(|id| !self.sheet.blanks.labels.contains_key(id)) {
            assert!(!question.choices.iter().any(|choice| choice == self.sheet.part.label(visible)), "{question:?}");
        }
        if self.sheet.difficulty == Difficulty::Easy {
            assert!(question.choices.iter().all(|choice| self.sheet.word_list.contains(choice)));
        }
    }

    fn sign(&self, question: &Question) {
        let [id] = question.links.as_slice() else { panic!("one link: {question:?}") };
        let words = match self.lens.effect(self.link(id)) {
            Effect::Raises => "It raises it.",
            Effect::Lowers => "It lowers it.",
            Effect::Mixed => "It sometimes raises and sometimes lowers it.",
            Effect::NoEffect => "Nothing: an effect was looked for and not found.",
            Effect::Unknown => "It may do something, but nobody has shown what.",
        };
        assert_eq!(question.right(), words);
        assert_eq!(self.sheet.blanks.signs.get(id), Some(&question.number));
    }

    fn missing(&self, question: &Question) {
        let [id] = question.links.as_slice() else { panic!("one link: {question:?}") };
        assert!(self.sheet.blanks.links.contains(id));
        assert_eq!(question.right(), self.claim(self.link(id)));
        let effect = self.lens.effect(self.link(id));
        let wrong: Vec<&String> = question.choices.iter().filter(|choice| *choice != question.right()).collect();
        let mut found = 0;
        let named =
            |node: &&NodeId| wrong.iter().any(|choice| words(choice).contains(&words(self.sheet.part.label(node))));
        let nodes: Vec<&NodeId> = self.nodes().into_iter().filter(named).collect();
        for (a, b) in nodes.iter().flat_map(|a| nodes.iter().map(move |b| (*a, *b))) {
            let said = self.claim(&Link::new("made_up", a.as_str(), b.as_str(), effect));
            if wrong.contains(&&said) {
                found += 1;
                let joins = |link: &Link| (link.from == *a && link.to == *b) || (link.from == *b && link.to == *a);
                assert!(!self.whole.links().any(|link| joins(link)), "a wrong choice is in the pathway: {said}");
            }
        }
        assert_eq!(found, wrong.len(), "a choice names two cards");
    }

    /// Exactly one choice is a loop of the part and of the sort that it says.
    fn feedback(&self, question: &Question) {
        let found =
            loops(&self.sheet.part, &self.lens, loops::Limits { length: 7, longer: 0, ..loops::Limits::default() });
        assert!(found.cut_by.is_none_or(|limit| limit == CutBy::Length) || found.loops.len() >= 1_000);
        let true_ones: Vec<bool> = question.choices.iter().map(|choice| self.is_loop(choice, &found.loops)).collect();
        assert_eq!(true_ones.iter().filter(|each| **each).count(), 1, "{question:?}");
        assert!(true_ones[question.answer], "{question:?}");
    }

    fn is_loop(&self, choice: &str, found: &[loops::Loop]) -> bool {
        let (walk, kind) = choice.rsplit_once(", ").expect("a walk and a sort");
        let names: Vec<String> = walk.split(" → ").map(words).collect();
        assert_eq!(names.first(), names.last());
        let find = |name: &String| self.nodes().into_iter().find(|id| words(self.sheet.part.label(id)) == *name);
        let nodes: Vec<&NodeId> = names.iter().skip(1).map(|name| find(name).expect("it names cards")).collect();
        for (from, to) in nodes.iter().zip(nodes.iter().cycle().skip(1)) {
            let hidden = |id: &LinkId| self.link(id).from == **from && self.link(id).to == **to;
            assert!(!self.sheet.blanks.links.iter().any(hidden), "a walk passes a link that is not drawn");
        }
        let turned = |each: &loops::Loop| {
            (0..nodes.len()).any(|turn| {
                let from_there = nodes.iter().cycle().skip(turn).take(nodes.len());
                each.nodes.len() == nodes.len() && each.nodes.iter().zip(from_there).all(|(a, b)| a == *b)
            })
        };
        found.iter().any(|each| turned(each) && each.kind.name() == kind)
    }

    fn weakest(&self, question: &Question) {
        let (Some(from), Some(to)) = (question.nodes.first(), question.nodes.last()) else { panic!("a route") };
        let limits = routes::Limits { length: question.links.len(), longer: 0, ..routes::Limits::default() };
        let found = routes(&self.sheet.part, &self.lens, from, to, limits).expect("both ends are there");
        let route = found.routes.iter().find(|route| route.links == question.links).expect("it is a route");
        let [weakest] = route.weakest.as_slice() else { panic!("one weakest link: {question:?}") };
        assert_eq!(question.right(), self.claim(self.link(weakest)));
        assert!(
            route.nodes.iter().all(|node| words(&question.prompt).contains(words(self.sheet.part.label(node)).trim()))
        );
    }

    /// The answer is that of the part, and also that of the printed diagram, whatever the blanks turn out to be.
    fn push(&self, question: &Question) {
        let (node, watched) = (&question.nodes[0], &question.nodes[1]);
        let (from, to) = (self.sheet.part.label(node), self.sheet.part.label(watched));
        assert!(question.prompt.contains(&format!("“{}”", from.trim())));
        assert!(question.prompt.contains(&format!("“{}”", to.trim())));
        let pushed = BTreeSet::from([node.clone()]);
        let push = if question.prompt.starts_with("Raise ") {
            Push { raise: pushed, ..Push::default() }
        } else {
            Push { lower: pushed, ..Push::default() }
        };
        let outcome = |pathway: &Pathway| {
            let answer = whatif(pathway, &self.lens, &push).expect("the node is there");
            assert!(answer.answer(watched).is_none_or(|one| one.exact));
            match answer.answer(watched).map_or(Outcome::Unchanged, |one| one.first) {
                Outcome::More => "There is more of it.",
                Outcome::Less => "There is less of it.",
                Outcome::Unchanged => "It does not change.",
                Outcome::Undecided => "It cannot be said.",
            }
        };
        assert_eq!(question.right(), outcome(&self.sheet.part), "{question:?}");
        for guess in &self.guesses {
            assert_eq!(question.right(), outcome(guess), "{question:?}");
        }
    }

    fn grade(&self, question: &Question) {
        let [id] = question.links.as_slice() else { panic!("one link: {question:?}") };
        let link = self.link(id);
        assert_eq!(link.grade, ceiling(&link.evidence));
        assert!(question.right().starts_with(&format!("{}: ", link.grade.name())));
        assert!(!question.prompt.contains(&format!("grade {}", link.grade.name())));
    }

    /// No question gives away what another one asks for: no blank label, and no link that is not drawn or has no sign.
    fn quiet(&self) {
        let labels = |question: &Question| question.kind == QuestionKind::BlankLabel;
        let said = |question: &Question| {
            // The choices for blank cards are labels of blank cards, as they must be.
            let choices = if labels(question) { String::new() } else { question.choices.join("|") };
            format!("{}|{}|{choices}", question.prompt, question.why)
        };
        for other in &self.sheet.questions {
            let said = said(other);
            let in_words = words(&said);
            for question in self.sheet.questions.iter().filter(|question| question.number != other.number) {
                if labels(question) {
                    assert!(!in_words.contains(&words(question.right())), "{question:?} is told by {other:?}");
                }
                if matches!(question.kind, QuestionKind::BlankSign | QuestionKind::MissingLink) {
                    let link = &question.links[0];
                    assert!(!other.links.contains(link), "{question:?} is told by {other:?}");
                    let claim = format!("“{}”", self.claim(self.link(link)));
                    assert!(!said.contains(&claim), "{question:?} is told by {other:?}");
                }
            }
        }
    }

    fn blanks(&self) {
        let of = |kind| self.sheet.questions.iter().filter(|question| question.kind == kind).count();
        let blanks = &self.sheet.blanks;
        assert_eq!(blanks.labels.len(), of(QuestionKind::BlankLabel));
        assert_eq!(blanks.signs.len(), of(QuestionKind::BlankSign));
        assert_eq!(blanks.links.len(), of(QuestionKind::MissingLink));
        assert!(!blanks.links.iter().any(|link| blanks.signs.contains_key(link)));
        for id in blanks.links.iter().chain(blanks.signs.keys()) {
            let link = self.link(id);
            assert!(!blanks.labels.contains_key(&link.from) && !blanks.labels.contains_key(&link.to));
        }
        match self.sheet.difficulty {
            Difficulty::Easy => {
                let labels = blanks.labels.keys().map(|node| self.sheet.part.label(node).trim());
                assert!(labels.into_iter().all(|label| self.sheet.word_list.iter().any(|word| word == label)));
                assert!(self.sheet.word_list.is_sorted_by_key(|word| word.to_lowercase()));
            }
            Difficulty::Hard => assert!(self.sheet.word_list.is_empty()),
        }
    }
}

/// The printed diagram as a reader may take it: without the links that are not drawn, and with any sign for a blank one.
fn guesses(sheet: &Sheet) -> Vec<Pathway> {
    let guess = |effect| {
        let mut parts = sheet.part.parts();
        parts.links.retain(|link| !sheet.blanks.links.contains(&link.id));
        for link in &mut parts.links {
            link.evidence.clear();
            if sheet.blanks.signs.contains_key(&link.id) {
                (link.effect, link.popular) = (effect, None);
            }
        }
        Pathway::from_parts(parts, Vec::new())
    };
    [Effect::Unknown, Effect::Raises, Effect::Lowers].map(guess).into()
}
