//! How far a question on the command line looks, and what is said where that was not far enough.

use clap::Args;

use crate::{
    analysis::{loops, routes, web::CutBy},
    words::count,
};

/// How far is looked.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct Bounds {
    /// The longest that are listed, in links [default: 12, and longer ones where there are few].
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub max_length: Option<usize>,
    /// How many are listed [default: 10000 loops, 1000 routes].
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub max_number: Option<usize>,
    /// How many links the search looks at before it gives up [default: 2000000 for loops, 1000000 for routes].
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub max_steps: Option<usize>,
}

/// A number of things to look for: with none there would be no question.
fn at_least_one(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&number| number > 0).ok_or_else(|| "write a whole number from 1 on".to_owned())
}

impl Bounds {
    pub(super) fn loops(self) -> loops::Limits {
        let usual = loops::Limits::default();
        loops::Limits {
            length: self.max_length.unwrap_or(usual.length),
            longer: if self.max_length.is_some() { 0 } else { usual.longer },
            loops: self.max_number.unwrap_or(usual.loops),
            steps: self.max_steps.unwrap_or(usual.steps),
        }
    }

    pub(super) fn routes(self) -> routes::Limits {
        let usual = routes::Limits::default();
        routes::Limits {
            length: self.max_length.unwrap_or(usual.length),
            longer: if self.max_length.is_some() { 0 } else { usual.longer },
            routes: self.max_number.unwrap_or(usual.routes),
            steps: self.max_steps.unwrap_or(usual.steps),
        }
    }
}

/// Which limit cut a list short, for programs.
pub(super) fn limit(cut_by: CutBy) -> &'static str {
    match cut_by {
        CutBy::Length => "length",
        CutBy::Number => "number",
        CutBy::Steps => "steps",
    }
}

/// Behind a number of things that are listed: up to which length, where that is not all of them.
pub(super) fn up_to(cut_by: Option<CutBy>, length: usize) -> String {
    match cut_by {
        Some(CutBy::Length) => format!(" of up to {}", count(length, "link", "links")),
        Some(CutBy::Number | CutBy::Steps) | None => String::new(),
    }
}

/// How many were found; where the search was given up before it came to one, none is known.
pub(super) fn how_many(number: usize, cut_by: Option<CutBy>, length: usize, one: &str, more: &str) -> String {
    match cut_by {
        Some(CutBy::Steps) if number == 0 => format!("no {one} was found before the search was cut short"),
        _ => format!("{}{}", count(number, one, more), up_to(cut_by, length)),
    }
}

/// What is not on a list, and the flag that asks for it.
pub(super) fn cut_short(cut_by: Option<CutBy>, what: &str, length: usize, bounds: Bounds) -> String {
    let on = length.max(1) * 2;
    match cut_by {
        None => String::new(),
        Some(CutBy::Length) => {
            let links = count(length, "link", "links");
            format!("\nThere may be {what} of more than {links}; --max-length {on} looks for those of up to {on}.\n")
        }
        Some(CutBy::Number) => {
            format!("\nThere are more {what}; these are the first of them. --max-number N lists as many as you say.\n")
        }
        Some(CutBy::Steps) => {
            let looked =
                bounds.max_steps.map_or_else(String::new, |steps| format!(" after {}", count(steps, "step", "steps")));
            format!(
                "\nThe search was cut short{looked}, so that there may be more {what}; --max-steps N goes on for longer, and \
                 a smaller --max-length searches all of that length.\n"
            )
        }
    }
}
