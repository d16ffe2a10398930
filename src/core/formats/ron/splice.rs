//! Adds to the text of a file, of which everything else stays as somebody wrote it.

use super::{
    read::top,
    scan::{Scan, Token},
    syntax, text, write,
};
use crate::model::Tour;

/// Adds a tour at the end of the list of tours, and that list where there is none.
pub(crate) fn with_tour(bytes: &[u8], tour: &Tour) -> Option<String> {
    let has_windows_ends = bytes.windows(2).any(|pair| pair == b"\r\n");
    let text = text::decode(bytes).ok()?;
    syntax::check(&text).ok()?;
    let (_, body) = top(&text).ok()?;
    let fields = syntax::fields(body, syntax::no_outline)?;
    let tours = fields.iter().find(|field| field.name() == "tours");
    let item = write::tour_item(tour);
    let next = match tours {
        Some(tours) => with_last(&text, tours.value, &item, 1)?,
        None => with_last(&text, body, &format!("tours: [\n        {item},\n    ]"), 0)?,
    };
    Some(if has_windows_ends { next.replace('\n', "\r\n") } else { next })
}

/// The text with one more piece at the end of a bracket in it. `bracket` is a slice of it, from the bracket on; `depth`
/// says how deep the bracket is nested, and so how far its end is indented.
fn with_last(text: &str, bracket: &str, item: &str, depth: usize) -> Option<String> {
    let start = bracket.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let Ends { last, close } = ends(bracket)?;
    let (head, rest) = text.split_at_checked(start + last.end)?;
    let (between, tail) = rest.split_at_checked(close.checked_sub(last.end)?)?;
    let comma = if last.needs_comma { "," } else { "" };
    let (inner, outer) = ("    ".repeat(depth + 1), "    ".repeat(depth));
    // The end of a bracket that stands on a line of its own stays there.
    let between = between.trim_end_matches([' ', '\t']);
    let between = if between.ends_with('\n') { between.to_owned() } else { format!("{between}\n") };
    Some(format!("{head}{comma}{between}{inner}{item},\n{outer}{tail}"))
}

/// The last thing in a bracket, and where it closes.
struct Ends {
    last: Last,
    close: usize,
}

/// The last token in a bracket that is no comment, or the bracket itself.
struct Last {
    end: usize,
    needs_comma: bool,
}

fn ends(bracket: &str) -> Option<Ends> {
    let mut depth = 0_usize;
    let mut last = Last { end: 0, needs_comma: false };
    for (token, range) in Scan::new(bracket) {
        match token {
            Token::Comment => continue,
            Token::Open => depth += 1,
            Token::Close if depth == 1 => return Some(Ends { last, close: range.start }),
            Token::Close => depth = depth.checked_sub(1)?,
            _ => {}
        }
        let is_first = last.end == 0;
        last = Last { end: range.end, needs_comma: !(is_first || token == Token::Comma && depth == 1) };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        formats::ron::open,
        model::{Change, Edit, Step},
    };

    fn tour() -> Tour {
        let step = Step { show: vec!["a".to_owned()], text: "One “step”.".to_owned(), ..Step::default() };
        Tour { id: "made".into(), title: "Made".to_owned(), steps: vec![step], extra: Vec::new() }
    }

    /// The tour is added, every letter of the text is still there in its order, and the pathway is the same but for it.
    #[track_caller]
    fn check(file: &str) -> String {
        let before = open(file.as_bytes()).expect("it can be opened");
        let text = with_tour(file.as_bytes(), &tour()).expect("it is a pathway");
        let after = open(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"));
        let expected = before.pathway.apply(&Edit::one("", Change::AddTour(tour()))).expect("it can be added");
        assert_eq!(after.pathway, expected, "{text}");
        let mut left = text.chars();
        let gone = file.chars().filter(|c| !c.is_whitespace()).find(|&c| !left.any(|found| found == c));
        assert_eq!(gone, None, "{text}");
        text
    }

    const START: &str = "// By A. B.\nPathway(\n    format: (1, 0),\n    id: \"t\",\n    title: \"T\", /* soon */\n    \
                         lanes: [Lane(id: \"l\", label: \"L\")],\n    nodes: [\n        // why, and a ] too\n        \
                         Node(id: \"a\", label: \"A\", kind: Other, lane: \"l\"),\n    ],\n    links: []";

    #[test]
    fn a_tour_is_added_and_nothing_else_changes() {
        for end in [
            ",\n)\n",
            "\n)",
            " // none yet\n)\n// the end\n",
            ",\n    tours: [],\n)\n",
            ",\n    tours: [ /* soon */ ])\n",
            ",\n    tours: [\n        Tour(id: \"o\", title: \"O\", steps: [Step(show: [\"a\"], text: \"x]\")]), // last, \
             not least\n        // more to come\n    ],\n)\n",
            ",\n    tours: [Tour(id: \"o\", title: \"O\", steps: [Step(show: [\"a\"], text: \"x\")])]\n)\n",
        ] {
            let text = check(&format!("{START}{end}"));
            assert!(text.starts_with(START), "{text}");
        }
        check(include_str!("../../../../tests/cases/comments.pathway.ron"));
    }

    #[test]
    fn a_tour_finds_its_place_in_any_file_that_can_be_opened_or_none() {
        let file = include_str!("../../../../tests/cases/comments.pathway.ron");
        let mut added = 0;
        for at in (0..file.len()).filter(|&at| file.is_char_boundary(at) && file.is_char_boundary(at + 1)) {
            let damaged = format!("{}{}", &file[..at], &file[at + 1..]);
            let (Some(text), Ok(before)) = (with_tour(damaged.as_bytes(), &tour()), open(damaged.as_bytes())) else {
                continue;
            };
            let expected = before.pathway.apply(&Edit::one("", Change::AddTour(tour()))).expect("it can be added");
            assert_eq!(open(text.as_bytes()).expect("it can be opened").pathway, expected, "{text}");
            added += 1;
        }
        assert!(added > 300, "{added}");
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        let windows = format!("{START},\n)\n").replace('\n', "\r\n");
        let text = with_tour(windows.as_bytes(), &tour()).expect("it is a pathway");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert_eq!(with_tour(b"Pathway(", &tour()), None);
        assert_eq!(with_tour(b"[1, 2]", &tour()), None);
    }
}
