//! Puts a bracket together again: old pieces with all that belongs to them, new ones in the layout of the others.

use std::ops::Range;

use super::{
    super::tree::Layout,
    bracket::{Bracket, Chunk, Old},
    rope::Rope,
};

/// What comes next in a bracket.
pub(super) enum Entry {
    /// An old piece, by its number, as it stands now.
    Old(usize, Rope),
    /// The comments of an old piece that has gone.
    Comments(usize, Vec<Range<usize>>),
    /// A new piece.
    New(String),
}

/// How new pieces of a bracket are laid out, and the bracket's own end.
pub(super) struct Form {
    pub(super) layout: Layout,
    /// How a new record is laid out: on one line where all others are.
    pub(super) fresh: Layout,
    /// The blanks before the end of the bracket, where it stands on a line of its own.
    outer: Option<String>,
}

impl Form {
    /// The form of a bracket that stands in a piece laid out as `outer`; `on_lines` says whether an empty one is to have
    /// its pieces on lines.
    pub(super) fn of(old: Old<'_>, bracket: &Bracket, outer: &Layout, on_lines: bool) -> Self {
        let indent = match bracket.indent(old).map(str::to_owned) {
            None if on_lines && bracket.chunks.is_empty() => outer.inner().indent,
            found => found,
        };
        let layout = Layout { indent, unit: outer.unit.clone() };
        let are_short = bracket.chunks.iter().all(|chunk| !old.get(chunk.piece.clone()).contains('\n'));
        let fresh = if are_short && !bracket.chunks.is_empty() {
            Layout { indent: None, ..layout.clone() }
        } else {
            layout.clone()
        };
        Self { layout, fresh, outer: outer.indent.clone() }
    }
}

/// The bracket with these entries, which take the places of its old pieces that are still there in their order.
pub(super) fn compose(old: Old<'_>, bracket: &Bracket, form: &Form, entries: Vec<Entry>) -> Rope {
    let (places, mut end) = places(old, bracket, &entries);
    let mut places = places.into_iter();
    let is_new = entries.iter().all(|entry| matches!(entry, Entry::New(_)));
    let last = entries.iter().rposition(|entry| !matches!(entry, Entry::Comments(..)));
    let has_comma = |at: usize| bracket.chunks.get(at).is_some_and(|chunk| chunk.comma.is_some());
    let ends_with_comma =
        if bracket.chunks.is_empty() { form.is_on_lines() } else { has_comma(bracket.chunks.len() - 1) };
    let mut out = Out {
        old,
        form,
        rope: Rope::default(),
        is_first: true,
        in_comment: false,
        takes_blanks: false,
        on_new_line: false,
        ends_anew: false,
    };
    out.old(bracket.start..bracket.head);
    if is_new && !end.has_comments(old) {
        end = Between::default();
    } else if is_new && !entries.is_empty() && end.starts_with_comment(old) {
        out.between(&end.until_last_comment(old));
        end = Between::default();
    }
    out.ends_anew = matches!(entries.last(), Some(Entry::New(_)));
    for (at, entry) in entries.into_iter().enumerate() {
        // A list of lines keeps its commas, so that as few lines as can be are others.
        let keeps = matches!(&entry, Entry::Old(at, _) if form.is_on_lines() && has_comma(*at));
        let comma = Some(at) != last || ends_with_comma || keeps;
        match entry {
            Entry::Old(at, value) => {
                out.place(places.next());
                if let Some(chunk) = bracket.chunks.get(at) {
                    out.chunk(chunk, value, comma);
                }
            }
            Entry::Comments(_, comments) => {
                out.place(places.next());
                out.comments(comments);
            }
            Entry::New(text) => {
                out.place(None);
                out.rope.push(if comma { text + "," } else { text });
            }
        }
        out.is_first = false;
    }
    out.end(&end);
    out.old(bracket.close..bracket.close + 1);
    out.rope
}

/// What stands between pieces: a stretch of the old text, or several.
#[derive(Clone, Debug, Default)]
struct Between(Vec<Range<usize>>);

impl Between {
    fn has_comments(&self, old: Old<'_>) -> bool {
        self.0.iter().any(|range| old.has_comments(range.clone()))
    }

    /// Whether a comment stands in it before any line ends.
    fn starts_with_comment(&self, old: Old<'_>) -> bool {
        self.0.first().is_some_and(|range| {
            let text = old.get(range.clone());
            let blanks = text.len() - text.trim_start().len();
            blanks < text.len() && !text.get(..blanks).unwrap_or_default().contains('\n')
        })
    }

    /// What is left of two where the piece between them has gone: all comments, and the blanks of one of them.
    fn join(self, old: Old<'_>, other: Self, is_end: bool) -> Self {
        match (self.has_comments(old), other.has_comments(old)) {
            (true, true) => Self([self.0, other.0].concat()),
            (true, false) if is_end => Self([self.until_last_comment(old).0, other.0].concat()),
            (false, false) if is_end => other,
            (false, true) => other,
            (_, false) => self,
        }
    }

    /// All until the last comment ends.
    fn until_last_comment(&self, old: Old<'_>) -> Self {
        let mut ends = self.0.iter().filter_map(|range| old.comments(range.clone()).last());
        let end = ends.next_back().map_or(0, |comment| comment.end);
        Self(self.0.iter().filter(|range| range.start < end).map(|range| range.start..range.end.min(end)).collect())
    }
}

/// What stands before each place that an old piece had and that is still needed, and before the end.
fn places(old: Old<'_>, bracket: &Bracket, entries: &[Entry]) -> (Vec<Between>, Between) {
    let mut needed = vec![false; bracket.chunks.len()];
    for entry in entries {
        if let Entry::Old(at, _) | Entry::Comments(at, _) = entry
            && let Some(needed) = needed.get_mut(*at)
        {
            *needed = true;
        }
    }
    let own = |at: usize| Between(vec![bracket.between(at)]);
    let mut places = Vec::new();
    let mut carried: Option<Between> = None;
    for (at, is_needed) in needed.into_iter().enumerate() {
        let joined = match carried.take() {
            Some(before) => before.join(old, own(at), false),
            None => own(at),
        };
        if is_needed {
            places.push(joined);
        } else {
            carried = Some(joined);
        }
    }
    let end = own(bracket.chunks.len());
    (places, carried.map_or(end.clone(), |before| before.join(old, end, true)))
}

struct Out<'a, 't> {
    old: Old<'t>,
    form: &'a Form,
    rope: Rope,
    is_first: bool,
    /// Whether a line has to end behind what was written last: a comment that ends with it, or one that belongs to what
    /// stands before it.
    in_comment: bool,
    /// Whether that is a comment that ends with its line, so that blanks would be a part of it.
    takes_blanks: bool,
    /// Whether nothing but blanks stands on the line so far.
    on_new_line: bool,
    /// Whether the last piece is a new one.
    ends_anew: bool,
}

impl Out<'_, '_> {
    /// A stretch of the old text.
    fn old(&mut self, range: Range<usize>) {
        let mut range = range;
        if self.takes_blanks {
            range.start = range.end - self.old.get(range.clone()).trim_start_matches([' ', '\t']).len();
        }
        let text = self.old.get(range.clone());
        let blanks = text.len() - text.trim_start().len();
        if self.in_comment && blanks == text.len() && !text.contains('\n') {
            return;
        }
        if self.in_comment && blanks < text.len() && !text.get(..blanks).unwrap_or_default().contains('\n') {
            self.rope.push("\n".to_owned());
            self.in_comment = false;
        }
        let comment = self.old.comments(range.clone()).last();
        let rest = comment.as_ref().map_or(range.start, |comment| comment.end)..range.end;
        let begins = comment.map_or(self.in_comment, |comment| self.old.get(comment).starts_with("//"));
        self.in_comment = begins && !self.old.get(rest).contains('\n');
        self.takes_blanks = self.in_comment;
        let line = text.rfind('\n').map_or(text, |line| text.get(line..).unwrap_or_default());
        self.on_new_line =
            line.trim().is_empty() && (self.on_new_line || line.len() < text.len() || line.starts_with('\n'));
        self.rope.push_old(range);
    }

    fn between(&mut self, between: &Between) {
        between.0.iter().for_each(|range| self.old(range.clone()));
    }

    /// Goes to the place of the next piece: one that an old piece had, or a new one in the layout of the others.
    fn place(&mut self, between: Option<Between>) {
        match between {
            Some(between) if self.is_first || between.0.iter().any(|range| !range.is_empty()) => self.between(&between),
            _ => self.space(),
        }
    }

    fn space(&mut self) {
        match &self.form.layout.indent {
            Some(indent) => self.rope.push(format!("\n{indent}")),
            None if self.in_comment => self.rope.push("\n".to_owned()),
            None if self.is_first => {}
            None => self.rope.push(" ".to_owned()),
        }
        self.on_new_line = self.in_comment || self.form.is_on_lines();
        self.takes_blanks = false;
        self.in_comment = false;
    }

    /// An old piece with all that belongs to it, with a comma or without.
    fn chunk(&mut self, chunk: &Chunk, value: Rope, comma: bool) {
        let Chunk { from, piece, to, .. } = chunk;
        // Comments that stood on lines of their own stay on such, wherever the piece goes.
        let above = self.old.comments(*from..piece.start).next();
        if above.is_some_and(|above| self.old.get(above.end..piece.start).contains('\n')) && !self.on_new_line {
            self.rope.push(format!("\n{}", self.form.layout.indent.as_deref().unwrap_or_default()));
            self.in_comment = false;
        }
        self.old(*from..piece.start);
        if self.in_comment {
            self.space();
        }
        self.rope.append(value);
        match (chunk.comma, comma) {
            (Some(at), false) => {
                self.old(piece.end..at);
                self.old(at + 1..*to);
            }
            (None, true) => {
                self.rope.push(",".to_owned());
                self.old(piece.end..*to);
            }
            _ => self.old(piece.end..*to),
        }
        let behind = chunk.comma.map_or(piece.end, |comma| comma + 1)..*to;
        let rest = self.old.get(*to..self.old.text.len()).trim_start_matches([' ', '\t']);
        self.in_comment |= rest.starts_with('\n') && self.old.has_comments(behind);
        self.on_new_line = false;
    }

    fn comments(&mut self, comments: Vec<Range<usize>>) {
        for (at, comment) in comments.into_iter().enumerate() {
            if at > 0 {
                self.is_first = false;
                self.space();
            }
            self.old(comment);
        }
    }

    fn end(&mut self, between: &Between) {
        let has_line = between.0.iter().any(|range| self.old.get(range.clone()).contains('\n'));
        self.between(between);
        match &self.form.outer {
            Some(outer) if !has_line && self.ends_anew && self.form.is_on_lines() => {
                self.rope.push(format!("\n{outer}"));
                self.in_comment = false;
            }
            _ => {}
        }
    }
}

impl Form {
    fn is_on_lines(&self) -> bool {
        self.layout.indent.is_some()
    }
}
