//! Words around numbers, right in singular and plural.

/// `3 links`, `1 link`.
pub(in crate::analysis) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// How many of all do something: `2 of 4 loops are`, `1 of 4 loops is`, `all 4 loops are`, `the only loop is`.
pub(in crate::analysis) fn share(n: usize, all: usize, noun: &str, (is, are): (&str, &str)) -> String {
    match (n, all) {
        (0, 0 | 1) => format!("no {noun} {is}"),
        (0, _) => format!("none of {all} {noun}s {is}"),
        (1, 1) => format!("the only {noun} {is}"),
        (1, _) => format!("1 of {all} {noun}s {is}"),
        _ if n == all => format!("all {all} {noun}s {are}"),
        _ => format!("{n} of {all} {noun}s {are}"),
    }
}

/// A list as people write it: `a`, `a and b`, `a, b, and c`.
pub(in crate::analysis) fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => format!("{first}, and {second}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// A sentence: a capital first, a full stop last.
pub(in crate::analysis) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).chain(['.']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(n: usize, all: usize, expected: &str) {
        assert_eq!(share(n, all, "loop", ("is", "are")), expected);
    }

    #[test]
    fn shares_are_right_in_singular_and_plural() {
        check(0, 0, "no loop is");
        check(0, 1, "no loop is");
        check(1, 1, "the only loop is");
        check(0, 4, "none of 4 loops is");
        check(1, 4, "1 of 4 loops is");
        check(3, 4, "3 of 4 loops are");
        check(4, 4, "all 4 loops are");
    }

    #[test]
    fn lists_and_sentences() {
        let parts = |text: &str| list(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!([parts(""), parts("a"), parts("a b"), parts("a b c")], ["", "a", "a, and b", "a, b, and c"]);
        assert_eq!(sentence("none of it is left"), "None of it is left.");
        assert_eq!((count(1, "link", "links"), count(0, "link", "links")), ("1 link".into(), "0 links".into()));
    }
}
