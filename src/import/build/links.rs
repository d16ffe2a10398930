//! Arrows become links: what begins or ends on nothing is said, what comes twice is one, and nothing gets a sign that the
//! file does not give it.

use std::collections::BTreeMap;

use super::{
    ids::Ids,
    nodes::{Notes, text},
    papers::Papers,
};
use crate::{
    draft::{Arrow, Draft, End, Heads, PaperId, Said},
    format::Format,
    grammar,
    meanings::Wishes,
    model::{Delay, Design, Effect, Evidence, Grade, Link, Node, Stance, notation::id_from, one_line},
    notice::{Notice, NoticeKind},
};

/// A link whose ends are places of things still.
pub(super) struct Half {
    from: usize,
    to: usize,
    effect: Effect,
    delay: Option<Delay>,
    explanation: Vec<String>,
    evidence: Vec<Evidence>,
}

/// The links in the order of their first arrows, and the notes that arrows onto arrows leave on their causes.
pub(super) fn links(format: &Format, draft: &mut Draft, wishes: &Wishes, papers: &mut Papers) -> (Vec<Half>, Notes) {
    let mut notes = Notes::new();
    let mut notices = Vec::new();
    let mut halves: Vec<Half> = Vec::new();
    // By their ends, so that what is said of one pair comes together.
    let mut places: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for arrow in &draft.arrows {
        let mut say = |kind, what: String| notices.push(Notice { kind, spot: arrow.spot.clone(), what });
        let (word, own) = &draft.words()[arrow.word.0];
        let effect = wishes.meanings.get(word).copied().unwrap_or(*own);
        let (from, to) = match (arrow.from, arrow.to) {
            (End::Thing(from), End::Thing(to)) => (from.0, to.0),
            (End::Thing(thing), End::Arrow(_)) | (End::Arrow(_), End::Thing(thing)) => {
                let (onto, cited) = (on_arrow(draft, arrow), cited(arrow));
                say(NoticeKind::OnArrow, format!("{} {onto} It is kept as a note.", name(draft, thing.0)));
                notes.entry(thing.0).or_default().push((onto, cited));
                continue;
            }
            (End::Arrow(_), End::Arrow(_)) => {
                say(
                    NoticeKind::OnArrow,
                    format!("{} It has no card at either end and is not kept.", on_arrow(draft, arrow)),
                );
                continue;
            }
            _ => {
                say(NoticeKind::LooseEnd, loose(draft, arrow, word));
                continue;
            }
        };
        let (effect, ends) = match arrow.heads {
            Heads::To => (effect, vec![(from, to)]),
            Heads::None => {
                say(NoticeKind::Undirected, format!("{} has no head.", between(draft, from, to)));
                (Effect::Unknown, vec![(from, to)])
            }
            Heads::Both => {
                say(NoticeKind::TwoWay, format!("{} has a head at each end.", between(draft, from, to)));
                (Effect::Unknown, if from == to { vec![(from, to)] } else { vec![(from, to), (to, from)] })
            }
        };
        for ends in ends {
            let half = half(format, arrow, (word, effect), ends, papers);
            let rivals = places.entry(ends).or_default();
            match rivals.iter().copied().find(|&rival| joins(&halves[rival], &half)) {
                None => {
                    rivals.push(halves.len());
                    halves.push(half);
                }
                Some(rival) => {
                    let opposed = halves[rival].effect != half.effect;
                    let (kind, how) = if opposed {
                        (NoticeKind::Opposed, "is drawn as raising and as lowering")
                    } else {
                        (NoticeKind::Double, "comes again")
                    };
                    say(kind, format!("{} {how}.", between(draft, ends.0, ends.1)));
                    halves[rival].join(half);
                }
            }
        }
    }
    draft.notices.extend(notices);
    halves.iter_mut().for_each(Half::settle);
    (halves, notes)
}

/// Whether two arrows of one pair become one link: of one effect, or of opposite ones.
fn joins(one: &Half, other: &Half) -> bool {
    let signed = |half: &Half| matches!(half.effect, Effect::Raises | Effect::Lowers | Effect::Mixed);
    one.effect == other.effect || signed(one) && signed(other)
}

fn half(
    format: &Format,
    arrow: &Arrow,
    (word, effect): (&str, Effect),
    (from, to): (usize, usize),
    papers: &mut Papers,
) -> Half {
    let mut explanation = Vec::new();
    let written = one_line(&arrow.label);
    if !written.is_empty() && written != word {
        explanation.push(format!("On the arrow stands “{written}”."));
    }
    explanation.push(format!("{} has it as “{}”.", format.name, one_line(word)));
    match arrow.heads {
        Heads::To => {}
        Heads::None => {
            explanation.push("The line has no head: which of the two acts on the other is not known.".to_owned());
        }
        Heads::Both => explanation.push("The line has a head at each end.".to_owned()),
    }
    explanation.extend(arrow.notes.iter().map(|note| grammar::ended(text(note).trim())).filter(|note| note.len() > 1));
    let mut evidence = Vec::new();
    for said in &arrow.said {
        match said.paper {
            Some(paper) => evidence.push(found(said, paper, papers)),
            None => explanation.extend(quoted(said)),
        }
    }
    Half { from, to, effect, delay: arrow.delay, explanation, evidence }
}

/// A sentence without a paper, as part of an explanation.
fn quoted(said: &Said) -> Option<String> {
    let sentence = one_line(&said.sentence);
    let says = match said.stance {
        Stance::Supports => "The file says",
        Stance::Disputes | Stance::Null => "Against it the file says",
        Stance::Near => "Nearby, the file says",
    };
    (!sentence.is_empty()).then(|| format!("{says}: “{sentence}”"))
}

fn found(said: &Said, paper: PaperId, papers: &mut Papers) -> Evidence {
    let sentence = text(&said.sentence);
    let finding = match (said.hypothesis, sentence.is_empty()) {
        (true, true) => "Put forward as a hypothesis.".to_owned(),
        (true, false) => format!("As a hypothesis: {sentence}"),
        (false, _) => sentence,
    };
    Evidence {
        source: papers.cite(paper),
        stance: said.stance,
        design: Design::Unstated,
        species: said.species.clone(),
        sample: String::new(),
        finding,
        locator: said.locator.clone(),
        extra: Vec::new(),
    }
}

impl Half {
    /// Takes over what another arrow of the same pair says.
    fn join(&mut self, other: Self) {
        if self.effect != other.effect {
            self.effect = Effect::Mixed;
        }
        self.delay = self.delay.or(other.delay);
        for line in other.explanation {
            if !self.explanation.contains(&line) {
                self.explanation.push(line);
            }
        }
        for item in other.evidence {
            if !self.evidence.contains(&item) {
                self.evidence.push(item);
            }
        }
    }

    /// What nothing but denials speak of was looked for and not found: no effect, and not one of the kind that was denied.
    fn settle(&mut self) {
        let denied = |item: &Evidence| matches!(item.stance, Stance::Disputes | Stance::Null);
        if !self.evidence.is_empty() && self.evidence.iter().all(denied) {
            self.effect = Effect::NoEffect;
            self.evidence.iter_mut().for_each(|item| item.stance = Stance::Null);
        }
    }

    /// The link, once its ends have ids. It carries D where something speaks of it, until somebody has weighed that.
    pub(super) fn made(self, nodes: &[Node], ids: &mut Ids) -> Link {
        let (from, to) = (&nodes[self.from].id, &nodes[self.to].id);
        let mut link = Link::new(&ids.free(&id_from(&format!("{from}_{to}"))), from.as_str(), to.as_str(), self.effect);
        link.delay = self.delay;
        link.explanation = text(&self.explanation.join(" "));
        link.grade = if self.evidence.is_empty() { Grade::X } else { Grade::D };
        link.evidence = self.evidence;
        link
    }
}

fn cited(arrow: &Arrow) -> Vec<PaperId> {
    let mut papers: Vec<PaperId> = arrow.said.iter().filter_map(|said| said.paper).collect();
    papers.dedup();
    papers
}

/// `The arrow from “A” to “B”`.
fn between(draft: &Draft, from: usize, to: usize) -> String {
    format!("The arrow from {} to {}", name(draft, from), name(draft, to))
}

/// What an arrow onto another arrow does, or one that begins on it, as a sentence.
fn on_arrow(draft: &Draft, arrow: &Arrow) -> String {
    let word = one_line(&draft.words()[arrow.word.0].0);
    let (does, end_on) = match arrow.to {
        End::Arrow(_) => ("Acts on", arrow.to),
        End::Thing(_) | End::Nothing => ("Branches off", arrow.from),
    };
    let onto = match end_on {
        End::Arrow(onto) => draft.arrows.get(onto.0),
        End::Thing(_) | End::Nothing => None,
    };
    let onto = onto.map_or_else(
        || "another arrow".to_owned(),
        |onto| format!("the arrow from {} to {}", end(draft, onto.from), end(draft, onto.to)),
    );
    let notes: String = arrow.notes.iter().map(|note| format!(" {}", grammar::ended(text(note).trim()))).collect();
    format!("{does} {onto} (“{word}”).{notes}")
}

fn loose(draft: &Draft, arrow: &Arrow, word: &str) -> String {
    format!("The arrow from {} to {} (“{}”) is no link.", end(draft, arrow.from), end(draft, arrow.to), one_line(word))
}

fn end(draft: &Draft, end: End) -> String {
    match end {
        End::Thing(thing) => name(draft, thing.0),
        End::Arrow(_) => "another arrow".to_owned(),
        End::Nothing => "nothing".to_owned(),
    }
}

fn name(draft: &Draft, thing: usize) -> String {
    let thing = &draft.things[thing];
    let name = if thing.label.trim().is_empty() { &thing.key } else { &thing.label };
    format!("“{}”", crate::model::shown(&one_line(name)))
}
