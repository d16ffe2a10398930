//! BoolNet's text: `target, rule` in each line, a rule with `!`, `&`, `|` and brackets.
//!
//! <https://cran.r-project.org/package=BoolNet>: what a rule names need not act: `B | !B` is always true. So each rule is
//! tried out over all states of its inputs, where it has few; what raises in some and lowers in others does both. Of longer
//! rules the signs count as they are written.

mod rule;

use std::collections::BTreeMap;

use self::rule::{Acts, Rule};
use crate::{
    draft::{Draft, End, ThingId},
    format::{Format, Knows},
    input::Input,
    model::Effect,
    native::Problem,
    notice::{NoticeKind, Spot},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "bnet",
    name: "BoolNet rules",
    about: "Boolean rules, a line each: what raises, what lowers and what does both is found by trying the rules out.",
    endings: &["bnet"],
    knows: |input| {
        let first = rows(&input.text).next();
        match first {
            Some((_, target, factors)) if is_head(target, factors) => Knows::Surely,
            Some(_) if input.ends_with("bnet") => Knows::Perhaps,
            _ => Knows::No,
        }
    },
    read,
    write: None,
};

/// The lines with a comma, as their number, their target and their rule.
fn rows(text: &str) -> impl Iterator<Item = (usize, &str, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line.split('#').next().unwrap_or_default()));
    lines.filter_map(|(number, line)| {
        let (target, rule) = line.split_once(',')?;
        Some((number, target.trim(), rule.trim()))
    })
}

fn is_head(target: &str, factors: &str) -> bool {
    target.eq_ignore_ascii_case("targets") && factors.to_ascii_lowercase().starts_with("factors")
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let mut draft = Draft::default();
    let mut known: BTreeMap<&str, ThingId> = BTreeMap::new();
    let mut rules = Vec::new();
    for (number, target, rule) in rows(&input.text) {
        if is_head(target, rule) {
            continue;
        }
        let rule = Rule::read(rule).map_err(|(column, what)| {
            let hint = "write rules such as: mood, sleep & !stress";
            input.broken((number, column + 1), &format!("the rule of “{}” {what}", crate::model::shown(target)), hint)
        })?;
        known.entry(target).or_insert_with(|| draft.thing(target, target));
        rules.push((number, target, rule));
    }
    for (number, target, rule) in &rules {
        let to = End::Thing(known[target]);
        if let Some(value) = rule.constant() {
            let what = if value { "Always on." } else { "Always off." };
            draft.things[known[target].0].notes.push((what.to_owned(), Vec::new()));
        }
        for (name, acts) in rule.acts() {
            let from = End::Thing(*known.entry(name).or_insert_with(|| draft.thing(name, name)));
            let (word, effect) = match acts {
                Acts::Raises => ("as it is", Effect::Raises),
                Acts::Lowers => ("negated", Effect::Lowers),
                Acts::Both => ("as it is and negated", Effect::Mixed),
                Acts::Never => {
                    let what =
                        format!("The rule of “{target}” names “{name}”, which never changes its value: no link.");
                    draft.notice(NoticeKind::Decided, Spot::Line(*number), what);
                    continue;
                }
            };
            let word = draft.word(word, effect);
            draft.arrow(from, to, word, Spot::Line(*number)).notes.extend(rule.text());
        }
        if !rule.was_tried() {
            let what = format!("The rule of “{target}” has too many inputs to be tried out: its signs are as written.");
            draft.notice(NoticeKind::Decided, Spot::Line(*number), what);
        }
    }
    if draft.things.is_empty() {
        return Err(Problem::at_start("no line of this file has a rule", "write rules such as: mood, sleep & !stress"));
    }
    Ok(draft)
}
