//! What differs between two values goes into the text of the first; all else stays as it stands.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    ops::Range,
};

use super::{
    super::{
        scan::{Scan, Token},
        tree::{Layout, Record, Value, print},
    },
    bracket::{Bracket, Old},
    compose::{Entry, Form, compose},
    pair::pairs,
    rope::Rope,
    weave::weave,
};

/// What becomes of a field of the old text.
pub(super) enum Fate {
    /// Its value becomes this.
    Becomes(Rope),
    /// It goes; its comments stay, but for those within its value.
    Goes,
    /// It goes, and has told elsewhere what it said; all its comments stay.
    Joins,
}

/// What becomes of the n-th field of a name, whose value stands there, in a record of this layout.
pub(super) type Fates<'a> = dyn Fn((&str, usize), Range<usize>, &Layout) -> Fate + 'a;

/// The text of a value in the old text, which said `before` and is to say `after`. `layout` is that of the line it stands
/// in.
pub(super) fn value(old: Old<'_>, place: Range<usize>, values: [&Value<'_>; 2], layout: &Layout) -> Rope {
    let [before, after] = values;
    if before == after {
        return Rope::old(place);
    }
    let merged = match (before, after) {
        (Value::Record(before), Value::Record(after)) => record(old, &place, before, after, layout),
        (Value::Some(before), Value::Some(after)) => some(old, &place, [before, after], layout),
        (before, after) => match (before.items(), after.items()) {
            (Some(before), Some(items)) => list(old, &place, before, items, layout),
            _ => None,
        },
    };
    merged.unwrap_or_else(|| replaced(old, place, print(after, layout), layout))
}

/// A new text in the place of an old one, whose comments stand behind it.
pub(super) fn replaced(old: Old<'_>, place: Range<usize>, text: String, layout: &Layout) -> Rope {
    let mut rope = Rope::new(text);
    for comment in old.comments(place) {
        rope.push(" ".to_owned());
        let ends_line = old.get(comment.clone()).starts_with("//");
        rope.push_old(comment);
        if ends_line {
            rope.push(format!("\n{}", layout.indent.as_deref().unwrap_or_default()));
        }
    }
    rope
}

/// Where the bracket of a value begins: behind its name and the comments there.
pub(super) fn bracket_of(old: Old<'_>, place: &Range<usize>) -> Option<usize> {
    let mut tokens = Scan::new(old.get(place.clone())).filter(|(token, _)| *token != Token::Comment);
    let first = tokens.next()?;
    let (token, range) = if first.0 == Token::Word { tokens.next()? } else { first };
    (token == Token::Open).then_some(place.start + range.start)
}

/// The name of a field of the old text, and where its value stands.
pub(super) fn field<'t>(old: Old<'t>, piece: &Range<usize>) -> Option<(&'t str, Range<usize>)> {
    let mut tokens = Scan::new(old.get(piece.clone())).filter(|(token, _)| *token != Token::Comment);
    let (Token::Word, name) = tokens.next()? else { return None };
    let (_, colon) = tokens.next()?;
    let (_, value) = tokens.next()?;
    (old.get(piece.start + colon.start..piece.start + colon.end) == ":").then_some(())?;
    let written = old.get(piece.start + name.start..piece.start + name.end);
    Some((bare(written), piece.start + value.start..piece.end))
}

/// The name of a field without what lets it have other characters.
pub(super) fn bare(written: &str) -> &str {
    written.strip_prefix("r#").unwrap_or(written)
}

fn some(old: Old<'_>, place: &Range<usize>, values: [&Value<'_>; 2], layout: &Layout) -> Option<Rope> {
    if !old.get(place.clone()).starts_with("Some") {
        return None;
    }
    let bracket = Bracket::of(old, bracket_of(old, place)?)?;
    let [inner] = &bracket.chunks[..] else { return None };
    let mut rope = Rope::old(place.start..inner.piece.start);
    rope.append(value(old, inner.piece.clone(), values, layout));
    rope.push_old(inner.piece.end..place.end);
    Some(rope)
}

fn record(
    old: Old<'_>,
    place: &Range<usize>,
    before: &Record<'_>,
    after: &Record<'_>,
    layout: &Layout,
) -> Option<Rope> {
    let [was, is] = [before, after].map(|record| numbered(&record.fields));
    let [was_all, is_all] = [before, after].map(|record| &record.fields);
    let fate = |name: (&str, usize), place: Range<usize>, form: &Layout| {
        let before = was.get(&name).and_then(|&at| before.fields.get(at)).map(|(_, value)| value);
        let after = is.get(&name).and_then(|&at| after.fields.get(at)).map(|(_, value)| value);
        if name.1 > 0 && before.is_none() && after.is_none() {
            // A list that stands twice is read as one.
            let [was, is] = [(&was, was_all), (&is, is_all)]
                .map(|(numbers, fields)| numbers.get(&(name.0, 0)).and_then(|&at| fields.get(at)));
            return if was == is { Fate::Becomes(Rope::old(place)) } else { Fate::Joins };
        }
        fate_of(old, place, [before, after], form)
    };
    fields(old, place, &after.fields, layout, &fate)
}

/// What becomes of the value of a field, which may have said nothing, or may say nothing from now on.
pub(super) fn fate_of(
    old: Old<'_>,
    place: Range<usize>,
    [before, after]: [Option<&Value<'_>>; 2],
    layout: &Layout,
) -> Fate {
    match (before, after) {
        (None, None) => Fate::Becomes(Rope::old(place)),
        (Some(before), Some(after)) => Fate::Becomes(value(old, place, [before, after], layout)),
        (None, Some(after)) if after.items().is_some() => {
            Fate::Becomes(value(old, place, [&Value::List(Vec::new()), after], layout))
        }
        (None, Some(after)) => Fate::Becomes(replaced(old, place, print(after, layout), layout)),
        (Some(before), None) => match before.items().and_then(|items| list(old, &place, items, &[], layout)) {
            Some(rest) if has_comments(old, &rest) => Fate::Becomes(rest),
            _ => Fate::Goes,
        },
    }
}

/// Whether a text in the making has comments.
fn has_comments(old: Old<'_>, rope: &Rope) -> bool {
    rope.olds().any(|range| old.has_comments(range))
}

/// Where the n-th field of each name stands.
pub(super) fn numbered<'v, V>(fields: &[(&'v str, V)]) -> BTreeMap<(&'v str, usize), usize> {
    let mut count = BTreeMap::new();
    fields.iter().enumerate().map(|(at, (name, _))| (next_of(&mut count, bare(name)), at)).collect()
}

/// The name, and how many of it there were before.
fn next_of<'v>(count: &mut BTreeMap<&'v str, usize>, name: &'v str) -> (&'v str, usize) {
    let nth = count.entry(name).or_default();
    *nth += 1;
    (name, *nth - 1)
}

/// The text of a record whose old fields have these fates, and which has the fields of `after` in their order where they
/// are new. A field of `after` without a value is only there for its place.
pub(super) fn fields<'v>(
    old: Old<'_>,
    place: &Range<usize>,
    after: &[(&'v str, Value<'v>)],
    layout: &Layout,
    fate: &Fates<'_>,
) -> Option<Rope> {
    let start = bracket_of(old, place).filter(|&start| old.get(start..start + 1) == "(")?;
    let bracket = Bracket::of(old, start)?;
    let form = Form::of(old, &bracket, layout, layout.indent.is_some());
    let mut entries: Vec<Option<Entry>> = Vec::new();
    let (numbers, mut names) = (numbered(after), BTreeMap::new());
    // Where each field of `after` stands among the entries, if it was there.
    let mut found: Vec<Option<usize>> = vec![None; after.len()];
    for (at, chunk) in bracket.chunks.iter().enumerate() {
        let (name, inner) = field(old, &chunk.piece)?;
        let name = next_of(&mut names, name);
        if let Some(found) = numbers.get(&name).and_then(|&at| found.get_mut(at)) {
            *found = Some(at);
        }
        entries.push(match fate(name, inner.clone(), &form.layout) {
            Fate::Becomes(value) => {
                let mut rope = Rope::old(chunk.piece.start..inner.start);
                rope.append(value);
                rope.push_old(inner.end..chunk.piece.end);
                Some(Entry::Old(at, rope))
            }
            fate @ (Fate::Goes | Fate::Joins) => {
                let is_nested = matches!(fate, Fate::Goes) && bracket_of(old, &inner).is_some();
                let skipped = if is_nested { inner } else { chunk.to..chunk.to };
                let own = old.comments(chunk.from..skipped.start).chain(old.comments(skipped.end..chunk.to));
                let own: Vec<Range<usize>> = own.collect();
                (!own.is_empty()).then_some(Entry::Comments(at, own))
            }
        });
    }
    let added = (0..after.len()).filter(|&at| found.get(at) == Some(&None));
    let mut before: Vec<Vec<Entry>> = (0..=entries.len()).map(|_| Vec::new()).collect();
    for at in added {
        // Behind the field before it in the order of the format, or else first.
        let place = found.get(..at).into_iter().flatten().rev().find_map(|found| *found).map_or(0, |found| found + 1);
        if let (Some((name, value)), Some(before)) = (after.get(at), before.get_mut(place)) {
            before.push(Entry::New(format!("{name}: {}", print(value, &form.layout))));
        }
    }
    let mut all = Vec::new();
    for (at, new) in before.into_iter().enumerate() {
        all.extend(new);
        all.extend(entries.get_mut(at).and_then(Option::take));
    }
    let mut rope = Rope::old(place.start..start);
    rope.append(compose(old, &bracket, &form, all));
    Some(rope)
}

/// The text of a list within a record.
fn list(
    old: Old<'_>,
    place: &Range<usize>,
    before: &[Value<'_>],
    after: &[Value<'_>],
    layout: &Layout,
) -> Option<Rope> {
    let bracket = Bracket::of(old, place.start).filter(|_| old.get(place.clone()).starts_with('['))?;
    let (good, kept) = parted(before);
    let (good_after, kept_after) = parted(after);
    let is_row = !after.iter().chain(before).any(|item| matches!(item, Value::Record(_)));
    let form = Form::of(old, &bracket, layout, layout.indent.is_some() && !is_row);
    // What could not be read stands among the others, as it did.
    let kept: BTreeSet<&str> = texts(kept).collect();
    let is_kept = |piece: &Range<usize>| kept.contains(old.get(piece.clone()));
    let (aside, read): (Vec<usize>, Vec<usize>) =
        (0..bracket.chunks.len()).partition(|&at| bracket.chunks.get(at).is_some_and(|chunk| is_kept(&chunk.piece)));
    if read.len() != good.len() {
        return None;
    }
    let paired = pairs(good, good_after);
    let mut order = Vec::new();
    for (pair, after) in paired.iter().zip(good_after) {
        let was = pair.and_then(|pair| good.get(pair).zip(read.get(pair)));
        order.push(match was.and_then(|(before, &at)| Some((before, at, bracket.chunks.get(at)?))) {
            Some((before, at, chunk)) => {
                (Some(at), Entry::Old(at, value(old, chunk.piece.clone(), [before, after], &form.layout)))
            }
            None => (None, Entry::New(print(after, &form.fresh))),
        });
    }
    let mut left: VecDeque<&str> = texts(kept_after).collect();
    let mut staying = Vec::new();
    for at in aside {
        let Some(chunk) = bracket.chunks.get(at) else { continue };
        let text = old.get(chunk.piece.clone());
        if let Some(found) = left.iter().position(|kept| *kept == text) {
            left.remove(found);
            staying.push((at, None, Entry::Old(at, Rope::old(chunk.piece.clone()))));
        }
    }
    let mut entries = weave(order, staying);
    entries.extend(left.into_iter().map(|kept| Entry::New(kept.to_owned())));
    Some(compose(old, &bracket, &form, entries))
}

/// The items that could be read, and those that could not.
fn parted<'v, 'a>(items: &'v [Value<'a>]) -> (&'v [Value<'a>], &'v [Value<'a>]) {
    items.split_at(items.partition_point(|item| !matches!(item, Value::Kept(_))))
}

fn texts<'v>(kept: &'v [Value<'v>]) -> impl Iterator<Item = &'v str> {
    kept.iter().filter_map(|item| match item {
        Value::Kept(text) => Some(*text),
        _ => None,
    })
}
