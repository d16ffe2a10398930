//! The teaching panel: tours, predictions, quizzes, students' maps.

use pathlight_grammar::count;

/// Page of tours.
pub const TOURS: &str = "Tours";
/// Page of the quiz.
pub const QUIZ: &str = "Quiz";
/// Page of a student's own map.
pub const MAP: &str = "Student’s map";
/// What tours are, above their list.
pub const TOURS_HINT: &str = "A tour tells a pathway step by step. Page Down goes on, Page Up goes back.";
/// Beside a tour's title.
pub const TELL_HINT: &str = "Tell it here";
/// Where the list of tours is empty.
pub const NO_TOUR: &str = "This pathway has no tour yet. One can be made below.";
/// A tour without anything to tell.
pub const EMPTY_TOUR: &str = "That tour has no steps.";
/// Heading of the buttons that make tours.
pub const MAKE: &str = "Make a tour";
/// Button: a tour of the loop that is lit.
pub const OF_LOOP: &str = "Of the lit loop";
/// Button: a tour of the route that is lit.
pub const OF_ROUTE: &str = "Of the lit route";
/// Button: a tour of the what-if.
pub const OF_WHAT_IF: &str = "Of the what-if";
/// Button: a tour of everything.
pub const OF_WHOLE: &str = "Of the whole pathway";
/// How to get more to make tours of.
pub const MAKE_HINT: &str = "Light a route or a loop under Ask, or raise something there, to make a tour of it.";
/// Nothing is lit to make a tour of.
pub const NOTHING_TO_MAKE: &str =
    "There is nothing to make a tour of yet: light a route or a loop, or raise something, under Ask.";
/// Button: the step before.
pub const BACK: &str = "Back";
/// Button: the next step.
pub const NEXT: &str = "Next";
/// Button: stops telling.
pub const STOP: &str = "Stop";
/// Heading of the notes for the speaker.
pub const NOTES: &str = "Notes for the speaker";
/// Heading of the list of steps.
pub const STEPS: &str = "Steps";
/// Beside an answer to the class's question.
pub const COUNT_HINT: &str = "Count a hand";
/// Button: shows the answer.
pub const REVEAL: &str = "Show the answer";
/// Button: hides the answer.
pub const HIDE: &str = "Hide the answer";
/// Button: counts hands anew.
pub const COUNT_ANEW: &str = "Count anew";
/// Button: takes the question away.
pub const DROP: &str = "Drop";
/// While an answer is being worked out.
pub const WAITING: &str = "Working it out…";
/// What to do before the class is asked.
pub const PUSH_FIRST: &str =
    "First raise or lower a card (Ctrl+Shift+I, Ctrl+Shift+D), then choose another one to ask about.";
/// What to do before the class is asked, where nothing is looked at.
pub const CHOOSE_FIRST: &str = "Click the card first that the class is to be asked about.";

/// How long a tour is, and how many of its steps name what is gone.
pub fn tour_length(steps: usize, gone: usize) -> String {
    let length = count(steps, "step", "steps");
    match gone {
        0 => length,
        1 => format!("{length}; 1 of them names something that is not there any more"),
        _ => format!("{length}; {gone} of them name something that is not there any more"),
    }
}

/// Button: goes on with the tour that was left, at one of its steps.
pub fn go_on(title: &str, step: usize) -> String {
    format!("Go on with “{title}” at step {step}")
}

/// Which step of how many.
pub fn step_of(number: usize, all: usize) -> String {
    format!("Step {number} of {all}")
}

/// A step names something that is gone.
pub fn gone(name: &str) -> String {
    format!("This step names “{name}”, which is not there any more.")
}

/// The answer to a prediction.
pub fn answer(word: &str) -> String {
    format!("Answer: {word}.")
}

/// Hands for an answer, for those who hear it.
pub fn hands(answer: &str, votes: u32) -> String {
    format!("{answer}: {}", count(votes as usize, "hand", "hands"))
}
