//! Whole files, and all that is said about them.

use super::{lines, problems};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let told = lines(&problems(text.as_bytes()));
    assert_eq!(told.lines().collect::<Vec<_>>(), expected);
}

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("../../../../../tests/cases/", $name, ".pathway.ron"))
    };
}

#[test]
fn labels_that_look_alike_are_named() {
    check(
        case!("look-alike-labels"),
        &[
            "10:30: warning: the label “Сortisol” looks like “Cortisol”, the label of another node; they differ in “С” \
             (U+0421); give one node another label, or make them one node",
            "11:30: warning: the label of the node “c” has the character U+00AD, which cannot be seen; type the text anew \
             without it",
            "11:30: warning: the label “co\\u{ad}rtisol” looks like “Cortisol”, the label of another node; give one node \
             another label, or make them one node",
        ],
    );
}

#[test]
fn a_trial_that_is_cited_twice_carries_no_grade_of_two() {
    check(
        case!("one-trial-cited-twice"),
        &[
            "13:67: error: the link “ab” has grade A, but its evidence carries B at most: it studies people, but has no \
           meta-analysis of people, and no trials in people from two sources; write grade: B, or add evidence that carries A \
           (a meta-analysis of people, or trials in people from two sources)",
        ],
    );
}

#[test]
fn addresses_that_cannot_be_opened_are_named() {
    check(
        case!("url-port-99999"),
        &[
            "16:42: error: “https://e.org:99999/” is no web address that can be opened; write an address that starts with \
           https:// or http:// and opens in a browser",
        ],
    );
}

#[test]
fn a_hint_is_not_followed_by_another() {
    check(
        case!("hint-loop"),
        &[
            "3:11: warning: the link “l” has no evidence; add evidence, or say in no_source_found where you looked",
            "3:106: error: “no_source_found” should be text in double quotes, but is true; write no_source_found: \
             Some(\"no study of it was found\")",
        ],
    );
}

#[test]
fn what_is_quoted_or_suggested_has_no_control_character() {
    let text = lines(&problems(case!("suggestion-with-escape").as_bytes()));
    assert!(text.contains("the id “abc\\u{1b}def”"), "{text}");
    // An id that nobody may write is not suggested.
    assert!(
        text.contains("“abcdef”, which is no node; add a node with that id, or write the id of an existing one"),
        "{text}"
    );
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text}");
}
