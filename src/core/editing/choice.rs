//! Fields that are chosen and not written: kinds, lanes, effects, grades.

use super::{
    draft::Draft,
    grades::refuse_grade,
    links::beside,
    outcome::{Outcome, Refusal},
    slot::{evidence, step},
    words::{link_name, node_name, quoted, source_name, tour_name},
};
use crate::model::{
    Citation, Delay, Design, Effect, Extra, Grade, Kind, LaneId, LinkId, NodeId, Pathway, Popular, Predict, SourceId,
    SourceKind, Stance, TourId,
};

/// A field that is chosen, with what it becomes. Items are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// What sort of thing a node is.
    Kind(NodeId, Kind),
    /// The lane that a node lies in.
    Lane(NodeId, LaneId),
    /// The sources of a note on a node.
    NoteSources(NodeId, usize, Vec<SourceId>),
    /// What a link does.
    Effect(LinkId, Effect),
    /// How long it takes.
    Delay(LinkId, Option<Delay>),
    /// The weight of its evidence.
    Grade(LinkId, Grade),
    /// Whether it is declared to lead back.
    Returns(LinkId, bool),
    /// What the popular article tells of it; nothing takes the popular claim away, with its texts.
    Popular(LinkId, Option<Effect>),
    /// The source of an item of evidence.
    Source(LinkId, usize, SourceId),
    /// How an item of evidence bears on its link.
    Stance(LinkId, usize, Stance),
    /// How the study was made.
    Design(LinkId, usize, Design),
    /// What sort of publication a source is; nothing leaves it to be told by its other fields.
    SourceKind(SourceId, Option<SourceKind>),
    /// Whether title and identifier were seen together.
    Citation(SourceId, Citation),
    /// What a step of a tour shows: ids of nodes and links.
    Show(TourId, usize, Vec<String>),
    /// What a step asks the class.
    Predict(TourId, usize, Option<Predict>),
    /// Where a branch of a step leads: tour, step, branch, and the tour it leads to.
    Branch(TourId, usize, usize, TourId),
}

/// Makes a choice. Where it takes from the evidence what carried the grade of a link, the grade falls, and that is told.
///
/// # Errors
/// Where what it is about or what it names is gone, it is so already, or evidence does not carry a grade.
pub fn choose(pathway: &Pathway, choice: &Choice) -> Outcome {
    let mut draft = Draft::of(pathway);
    let label = match choice {
        Choice::Kind(id, kind) => {
            draft.node(id)?.kind = *kind;
            format!("make {} a {}", node_name(pathway, id), kind.label())
        }
        Choice::Lane(id, lane) => {
            let label = draft.lane(lane)?.label.clone();
            draft.node(id)?.lane = lane.clone();
            format!("move {} to the lane {}", node_name(pathway, id), quoted(&label))
        }
        Choice::NoteSources(id, at, sources) => {
            require_sources(&mut draft, sources)?;
            let note = draft.node(id)?.notes.get_mut(*at).ok_or_else(|| Refusal::gone("note", at + 1))?;
            note.sources.clone_from(sources);
            format!("change the sources of note {} of {}", at + 1, node_name(pathway, id))
        }
        Choice::SourceKind(id, kind) => {
            draft.source(id)?.kind = *kind;
            format!("change the kind of {}", source_name(pathway, id))
        }
        Choice::Citation(id, citation) => {
            draft.source(id)?.citation = *citation;
            let confirm = if *citation == Citation::Confirmed { "confirm" } else { "unconfirm" };
            format!("{confirm} {}", source_name(pathway, id))
        }
        Choice::Effect(id, _)
        | Choice::Delay(id, _)
        | Choice::Grade(id, _)
        | Choice::Returns(id, _)
        | Choice::Popular(id, _) => choose_of_link(&mut draft, id, choice)?,
        Choice::Source(id, at, _) | Choice::Stance(id, at, _) | Choice::Design(id, at, _) => {
            choose_of_evidence(&mut draft, id, *at, choice)?
        }
        Choice::Show(id, at, _) | Choice::Predict(id, at, _) | Choice::Branch(id, at, ..) => {
            choose_of_step(&mut draft, id, *at, choice)?;
            format!("change step {} of the tour {}", at + 1, tour_name(pathway, id))
        }
    };
    draft.finish(&label)
}

fn choose_of_link(draft: &mut Draft<'_>, id: &LinkId, choice: &Choice) -> Result<String, Refusal> {
    let name = link_name(draft.pathway, id);
    let link = draft.link(id)?;
    let word = match choice {
        Choice::Effect(_, effect) => {
            link.effect = *effect;
            let link = link.clone();
            beside(draft, &link)?;
            return Ok(format!("change {name} to {}", effect.label()));
        }
        Choice::Grade(_, grade) => {
            link.grade = *grade;
            let evidence = link.evidence.clone();
            refuse_grade(draft.pathway, &name, &evidence, *grade)?;
            return Ok(format!("grade {name} {}", grade.name()));
        }
        Choice::Delay(_, delay) => {
            link.delay = *delay;
            "delay"
        }
        Choice::Returns(_, returns) => {
            link.returns = *returns;
            "way back"
        }
        Choice::Popular(_, effect) => {
            let fresh = |effect| Popular { effect, says: String::new(), note: String::new(), extra: Extra::new() };
            link.popular = effect.map(|effect| match link.popular.take() {
                Some(popular) => Popular { effect, ..popular },
                None => fresh(effect),
            });
            "popular claim"
        }
        _ => "",
    };
    Ok(format!("change the {word} of {name}"))
}

fn choose_of_evidence(draft: &mut Draft<'_>, id: &LinkId, at: usize, choice: &Choice) -> Result<String, Refusal> {
    if let Choice::Source(_, _, source) = choice {
        draft.source(source)?;
    }
    let item = evidence(draft, id, at)?;
    let was = item.source.clone();
    let word = match choice {
        Choice::Source(_, _, source) => {
            item.source = source.clone();
            "source"
        }
        Choice::Stance(_, _, stance) => {
            item.stance = *stance;
            "stance"
        }
        Choice::Design(_, _, design) => {
            item.design = *design;
            "design"
        }
        _ => "",
    };
    let (name, link) = (source_name(draft.pathway, &was), link_name(draft.pathway, id));
    Ok(format!("change the {word} of {name} on {link}"))
}

fn choose_of_step(draft: &mut Draft<'_>, id: &TourId, at: usize, choice: &Choice) -> Result<(), Refusal> {
    match choice {
        Choice::Show(_, _, ids) => {
            require_ids(draft.pathway, ids)?;
            step(draft, id, at)?.show.clone_from(ids);
        }
        Choice::Predict(_, _, predict) => {
            if let Some(predict) = predict {
                require_question(draft, predict)?;
            }
            step(draft, id, at)?.predict.clone_from(predict);
        }
        Choice::Branch(_, _, way, to) => {
            draft.tour(to)?;
            let branch = step(draft, id, at)?.branches.get_mut(*way);
            branch.ok_or_else(|| Refusal::gone("branch", way + 1))?.tour = to.clone();
        }
        _ => {}
    }
    Ok(())
}

pub(super) fn require_sources(draft: &mut Draft<'_>, sources: &[SourceId]) -> Result<(), Refusal> {
    sources.iter().try_for_each(|id| draft.source(id).map(drop))
}

/// Every id must be that of a node or a link.
pub(super) fn require_ids(pathway: &Pathway, ids: &[String]) -> Result<(), Refusal> {
    let is_there = |id: &&String| pathway.node(&NodeId::new(id)).is_some() || pathway.link(&LinkId::new(id)).is_some();
    match ids.iter().find(|id| !is_there(id)) {
        Some(id) => Err(Refusal::gone("node or link", id)),
        None => Ok(()),
    }
}

/// A question must push something and ask about something else.
pub(super) fn require_question(draft: &mut Draft<'_>, predict: &Predict) -> Result<(), Refusal> {
    require_ids(draft.pathway, &predict.block)?;
    for id in predict.raise.iter().chain(&predict.lower).chain([&predict.ask]) {
        draft.node(id)?;
    }
    let mut pushed = predict.raise.iter().chain(&predict.lower);
    if predict.raise.is_empty() && predict.lower.is_empty() {
        return Err(Refusal::new("a question needs a node that is raised or lowered; choose one"));
    }
    if pushed.any(|id| *id == predict.ask) {
        let name = node_name(draft.pathway, &predict.ask);
        return Err(Refusal::new(format!("{name} is pushed itself; ask about another node")));
    }
    Ok(())
}
