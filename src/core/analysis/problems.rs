//! Problems of meaning: what is wrong or doubtful in a pathway, whatever file it came from.

mod carrying;
mod characters;
mod check;
mod finding;
mod fix;
mod hidden;
mod links;
mod looks;
pub mod meant;
pub mod nearest;
mod plausible;
mod reading;
mod records;
#[cfg(test)]
mod tests;
mod tours;
mod words;

use crate::model::{Misfit, Pathway};
use check::Check;

pub(crate) use crate::model::shown;
pub(crate) use carrying::{Carrying, needs, reason};
pub(crate) use characters::cleaned;
pub use finding::{Finding, Severity, Subject};
pub use fix::{Fix, Offer};
pub(crate) use plausible::year_of;
pub(crate) use records::{plain_doi, plain_pmid};
pub(crate) use words::named;

/// Everything that is wrong or doubtful in a pathway, in the order of the file, misfits last.
pub fn findings(pathway: &Pathway) -> Vec<Finding> {
    let mut check = Check::new(pathway);
    check.about();
    for lane in pathway.lanes() {
        check.lane(&Subject::Lane(lane.id.clone()), lane);
    }
    for node in pathway.nodes() {
        check.node(&Subject::Node(node.id.clone()), node);
    }
    for link in pathway.links() {
        check.link(&Subject::Link(link.id.clone()), link);
    }
    for source in pathway.sources() {
        check.source(&Subject::Source(source.id.clone()), source);
    }
    for tour in pathway.tours() {
        check.tour(&Subject::Tour(tour.id.clone()), tour);
    }
    for (index, misfit) in pathway.misfits().iter().enumerate() {
        check.misfit(&Subject::Misfit(index), misfit);
    }
    check.found
}

impl<'a> Check<'a> {
    /// Checks a record that could not take its place as the others are checked.
    fn misfit(&mut self, subject: &Subject, misfit: &'a Misfit) {
        match misfit {
            Misfit::Lane(lane) => {
                self.twin(subject, "lane", lane.id.as_str());
                self.lane(subject, lane);
            }
            Misfit::Node(node) => {
                self.twin(subject, "node", node.id.as_str());
                self.node(subject, node);
            }
            Misfit::TwinLink(link) => {
                self.twin(subject, "link", link.id.as_str());
                self.loose_ends(subject, link);
                self.link(subject, link);
            }
            Misfit::LooseLink(link) => {
                self.loose_ends(subject, link);
                self.link(subject, link);
            }
            Misfit::Source(source) => {
                self.twin(subject, "source", source.id.as_str());
                self.source(subject, source);
            }
            Misfit::Tour(tour) => {
                self.twin(subject, "tour", tour.id.as_str());
                self.tour(subject, tour);
            }
            // Whoever read the file has said why it could not be read.
            Misfit::Unread { .. } => {}
        }
    }

    fn twin(&mut self, subject: &Subject, noun: &str, id: &str) {
        let id = shown(id);
        let what = format!("the id “{id}” is taken by another {noun} already, so this one is set aside");
        self.error(subject, Some("id"), what, format!("give this {noun} an id of its own, or remove it"));
        self.offer_twin();
    }
}
