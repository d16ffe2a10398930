//! Questions made from any pathway: what is asked, of which part, and that no question answers another.
//!
//! Blank cards are chosen first; every other question keeps away from their labels. Loops, routes and pushes follow, and
//! only then links are taken out or lose their sign: those that no question tells, and on which no answer depends.

mod circles;
mod draft;
mod grades;
mod ground;
mod labels;
mod missing;
mod part;
mod pushes;
mod signs;
mod weakest;

use draft::Taken;
use ground::Ground;
pub(super) use ground::sources;

use super::{
    seed::Seed,
    sheet::{Blanks, Difficulty, Question, QuestionKind, Sheet},
};
use crate::{
    analysis::lens::Lens,
    model::{Pathway, Reading},
};

/// The fewest questions of a sheet, where the pathway has enough to ask.
const FEWEST: usize = 8;

/// How often a sheet is begun anew where it lacks questions.
const ATTEMPTS: usize = 3;

/// Makes a sheet of questions. The same seed gives the same sheet, in whatever order the file lists its records.
///
/// Every answer is true of [`Sheet::part`] under the reading. Kinds of question that the part does not support (no loop,
/// no evidence) are left out, so that a tiny pathway may give few questions or none.
pub fn sheet(pathway: &Pathway, reading: Reading, seed: u64, difficulty: Difficulty) -> Sheet {
    let mut chance = Seed::new(seed);
    let lens = Lens { reading, ..Lens::default() };
    let part = part::part(pathway, &lens, &mut chance);
    let mut sheet = Sheet {
        title: pathway.about().title.clone(),
        seed,
        difficulty,
        reading,
        part,
        blanks: Blanks::default(),
        word_list: Vec::new(),
        questions: Vec::new(),
    };
    let ground = Ground::new(pathway, &sheet.part, reading);
    let drawn = draw(&ground, &mut chance, difficulty);
    (sheet.blanks, sheet.word_list, sheet.questions) = drawn.numbered(difficulty);
    sheet
}

/// How many questions of each kind are aimed at.
struct Aim {
    labels: usize,
    signs: usize,
    missing: usize,
    loops: usize,
    weakest: usize,
    pushes: usize,
    grades: usize,
}

impl Aim {
    fn of(difficulty: Difficulty) -> Self {
        match difficulty {
            Difficulty::Easy => Self { labels: 3, signs: 2, missing: 1, loops: 1, weakest: 1, pushes: 2, grades: 1 },
            Difficulty::Hard => Self { labels: 4, signs: 3, missing: 2, loops: 1, weakest: 1, pushes: 2, grades: 1 },
        }
    }

    fn total(&self) -> usize {
        self.labels + self.signs + self.missing + self.loops + self.weakest + self.pushes + self.grades
    }
}

/// Draws questions, anew where some are lacking that the part may have, and keeps those of most kinds.
fn draw<'a>(ground: &Ground<'a>, seed: &mut Seed, difficulty: Difficulty) -> Drawn<'a> {
    let aim = Aim::of(difficulty);
    let worth = |drawn: &Drawn<'a>| {
        let kinds = QuestionKind::ALL.into_iter().filter(|kind| drawn.taken.count(*kind) > 0).count();
        (kinds, drawn.taken.drafts.len())
    };
    let (mut kinds, mut total) = (QuestionKind::ALL.len(), aim.total());
    for (supported, questions) in [(circles::any(ground), aim.loops), (grades::any(ground), aim.grades)] {
        if !supported {
            (kinds, total) = (kinds - 1, total - questions);
        }
    }
    let mut best = Drawn::new(ground, seed, &aim);
    for _ in 1..ATTEMPTS {
        if worth(&best) >= (kinds, total) {
            break;
        }
        let next = Drawn::new(ground, seed, &aim);
        if worth(&next) > worth(&best) {
            best = next;
        }
    }
    best
}

/// Asks until there are so many questions of its kind.
type Ask<'a> = fn(&Ground<'a>, &mut Seed, &mut Taken<'a>, usize);

/// Kinds of which a sheet may have more where it lacks others.
fn stand_ins<'a>() -> [(QuestionKind, Ask<'a>); 5] {
    [
        (QuestionKind::Push, pushes::ask),
        (QuestionKind::Grade, grades::ask),
        (QuestionKind::WeakestLink, weakest::ask),
        (QuestionKind::BlankSign, signs::ask),
        (QuestionKind::Loop, circles::ask),
    ]
}

/// Questions that go together, with the labels for the blank cards.
struct Drawn<'a> {
    taken: Taken<'a>,
    word_list: Vec<String>,
}

impl<'a> Drawn<'a> {
    fn new(ground: &Ground<'a>, seed: &mut Seed, aim: &Aim) -> Self {
        // At most a quarter of the cards: the other questions need labels to speak of.
        let labels = aim.labels.min(ground.nodes.len().div_ceil(4).max(2));
        let mut taken = Taken { blank: labels::choose(ground, seed, labels), ..Taken::default() };
        circles::ask(ground, seed, &mut taken, aim.loops);
        weakest::ask(ground, seed, &mut taken, aim.weakest);
        pushes::ask(ground, seed, &mut taken, aim.pushes);
        grades::ask(ground, seed, &mut taken, aim.grades);
        missing::ask(ground, seed, &mut taken, aim.missing);
        signs::ask(ground, seed, &mut taken, aim.signs);
        let word_list = labels::ask(ground, seed, &mut taken);
        // Where a kind is lacking, others stand in.
        for _ in 0..2 {
            for (kind, ask) in stand_ins() {
                if taken.drafts.len() < FEWEST {
                    let wanted = taken.count(kind) + 1;
                    ask(ground, seed, &mut taken, wanted);
                }
            }
        }
        Self { taken, word_list }
    }

    /// The questions in the order of their kinds, numbered from 1.
    fn numbered(self, difficulty: Difficulty) -> (Blanks, Vec<String>, Vec<Question>) {
        let mut blanks = Blanks { links: self.taken.hidden, ..Blanks::default() };
        let mut drafts = self.taken.drafts;
        // A stable sort: questions of a kind stay in their chance order.
        drafts.sort_by_key(|draft| draft.kind);
        let written = difficulty == Difficulty::Hard;
        let numbers = 1u32..;
        let questions: Vec<Question> =
            numbers.zip(drafts).map(|(number, draft)| draft.numbered(number, written)).collect();
        for question in &questions {
            match (question.kind, question.nodes.first(), question.links.first()) {
                (QuestionKind::BlankLabel, Some(node), _) => drop(blanks.labels.insert(node.clone(), question.number)),
                (QuestionKind::BlankSign, _, Some(link)) => drop(blanks.signs.insert(link.clone(), question.number)),
                _ => {}
            }
        }
        let word_list = if written { Vec::new() } else { self.word_list };
        (blanks, word_list, questions)
    }
}
