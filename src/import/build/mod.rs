//! From a draft and what its words mean to a pathway and a report.

mod ids;
mod links;
mod nodes;
mod papers;

use self::{ids::Ids, links::links, nodes::nodes, papers::Papers};
use crate::{
    draft::Draft,
    format::Format,
    meanings::Wishes,
    model::{About, Lane, LaneId, Parts, Pathway, notation::id_from},
    native::{
        Problem,
        ron::{MAX_LANES, MAX_LINKS, MAX_NODES, MAX_SOURCES},
    },
    notice::{NoticeKind, Spot},
    report::Report,
};

/// What came of a foreign file.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// The pathway; a check finds no error in it.
    pub pathway: Pathway,
    /// What was found, and what could not be kept.
    pub report: Report,
}

/// Makes a pathway of what a file says.
///
/// # Errors
/// Where it is more than a pathway can hold: one sentence with the next step.
pub fn build(format: &Format, draft: Draft, wishes: &Wishes) -> Result<Imported, Problem> {
    within(draft.things.len(), MAX_NODES, "things")?;
    within(draft.arrows.len(), MAX_LINKS, "arrows")?;
    within(draft.lanes.len(), MAX_LANES, "groups")?;
    within(draft.papers().len(), MAX_SOURCES, "papers")?;
    if draft.things.is_empty() {
        let what = format!("nothing in this {} file can become a card", format.name);
        return Err(Problem::at_start(&what, "look whether it is the file that was meant"));
    }
    let meanings = draft.meanings(&wishes.meanings);
    let mut draft = draft;
    let mut papers = Papers::new(draft.papers());
    let lanes = lanes(&draft);
    let (links, notes) = links(format, &mut draft, wishes, &mut papers);
    let nodes = nodes(&draft, &lanes, (wishes, notes), &mut papers);
    let mut ids = Ids::default();
    let links = links.into_iter().map(|link| link.made(&nodes, &mut ids)).collect();
    let (sources, uncited) = papers.sources();
    if uncited > 0 {
        let papers = crate::grammar::count(uncited, "paper is", "papers are");
        draft.notice(NoticeKind::NotKept, Spot::Whole, format!("{papers} cited by nothing that was kept."));
    }
    let about = about(&draft, format);
    let pathway = Pathway::from_parts(Parts { about, lanes, nodes, links, sources, tours: Vec::new() }, Vec::new());
    let report = Report::new(format, &draft, meanings, &pathway);
    Ok(Imported { pathway, report })
}

fn within(count: usize, most: usize, noun: &str) -> Result<(), Problem> {
    if count <= most {
        return Ok(());
    }
    let what = format!("the file has {count} {noun}, more than the {most} that a pathway can have");
    Err(Problem::at_start(&what, "ask it as a quarry (`pathlight quarry`) and take the part that you want"))
}

/// A lane for each group, or one for all.
fn lanes(draft: &Draft) -> Vec<Lane> {
    let mut ids = Ids::default();
    let mut lane = |label: &str| {
        let label = nodes::label(label);
        let label = if label.is_empty() { "No name".to_owned() } else { label };
        Lane { id: LaneId::new(&ids.free(&id_from(&label))), label, extra: Vec::new() }
    };
    let mut lanes: Vec<Lane> = draft.lanes.iter().map(|label| lane(label)).collect();
    if lanes.is_empty() {
        lanes.push(lane("All"));
    } else if draft.things.iter().any(|thing| thing.lane.is_none()) {
        lanes.push(lane("Elsewhere"));
    }
    lanes
}

fn about(draft: &Draft, format: &Format) -> About {
    let title = nodes::label(&draft.title);
    let title = if title.is_empty() { format!("From {}", format.name) } else { title };
    let summary = nodes::text(&draft.summary);
    About { id: id_from(&title).replace('.', "-"), title, summary, ..About::default() }
}
