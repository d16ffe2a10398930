//! The quiz.

/// What a quiz is, before it begins.
pub const HINT: &str = "Questions made from this pathway. Each marks itself and says why. The same number gives the same \
    questions, also as a worksheet: pathlight worksheet.";
/// Button: fewer blanks, more help.
pub const EASY: &str = "Easy";
/// Button: more blanks, less help.
pub const HARD: &str = "Hard";
/// Button: begins.
pub const BEGIN: &str = "Begin";
/// Button: begins with other questions.
pub const OTHER: &str = "Other questions";
/// Button: ends.
pub const END: &str = "End";
/// The keys of a quiz.
pub const KEYS: &str = "1 to 9: answer. Page Down and Page Up: next and previous. F5: on the whole screen. Esc: leave; you can go on later.";
/// Button: the next question.
pub const NEXT: &str = "Next";
/// Button: the question before.
pub const PREVIOUS: &str = "Previous";
/// Beside the number that questions are drawn from.
pub const SEED: &str = "Number";
/// The answer was right.
pub const RIGHT: &str = "Right.";
/// A pathway that is too small.
pub const NOTHING_TO_ASK: &str = "This pathway has too little in it to ask about.";
/// Why Details stay closed.
pub const NO_DETAILS: &str = "Details would give the answers away; end the quiz to read them.";
/// Heading of the papers behind an answer.
pub const SOURCES: &str = "Sources";

/// The label of a blank card.
pub fn blank(number: u32) -> String {
    format!("( {number} )")
}

/// An answer to choose from, with the number key that chooses it.
pub fn choice(number: usize, text: &str) -> String {
    format!("{number}  {text}")
}

/// Button: goes on with the quiz that was left.
pub fn go_on(question: usize, all: usize) -> String {
    format!("Go on with question {question} of {all}")
}

/// Which question of how many.
pub fn question_of(number: u32, all: usize) -> String {
    format!("Question {number} of {all}")
}

/// A question that has been answered: how, and why, as text with bold parts.
pub fn marked(prompt: &str, said: &str, why: &str) -> String {
    format!("{prompt} **{said}** {why}")
}

/// The answer was wrong.
pub fn wrong(right: &str) -> String {
    format!("Not this time. Right is: {right}")
}

/// How it went so far.
pub fn score(answered: usize, right: usize, all: usize) -> String {
    if answered == all {
        format!("Done: {right} of {all} right.")
    } else {
        format!("{right} of {answered} right so far; {} to go.", all - answered)
    }
}
