//! Teaching: tours and what is told so far, predictions, quizzes and worksheets, the marking of a student's map.
//! Pure questions about pathways; nothing here draws or waits.

pub mod made;
mod mark;
mod predict;
mod quiz;
mod seed;
mod sheet;
mod tour;

use pathlight_core::{analysis, model};
use pathlight_grammar as grammar;

pub use mark::{Counts, Marks, Remark, RemarkKind, mark, word_list};
pub use predict::{ANSWERS, Verdict, answer_word, predicted_push, question, verdict};
pub use quiz::sheet;
pub use sheet::{Blanks, Difficulty, Question, QuestionKind, Sheet};
pub use tour::{Phase, Telling, Told, gone};
