//! How many of all, in words.

/// How many of all do something: `2 of 4 loops are`, `1 of 4 loops is`, `all 4 loops are`, `the only loop is`.
pub(in crate::analysis) fn share(n: usize, all: usize, (one, more): (&str, &str), (is, are): (&str, &str)) -> String {
    match (n, all) {
        (0, 0 | 1) => format!("no {one} {is}"),
        (0, _) => format!("none of {all} {more} {is}"),
        (1, 1) => format!("the only {one} {is}"),
        (1, _) => format!("1 of {all} {more} {is}"),
        _ if n == all => format!("all {all} {more} {are}"),
        _ => format!("{n} of {all} {more} {are}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(n: usize, all: usize, expected: &str) {
        assert_eq!(share(n, all, ("loop", "loops"), ("is", "are")), expected);
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
}
