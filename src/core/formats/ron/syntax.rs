//! Takes RON apart, one level at a time, and says in plain words why a text is not RON.

use std::ops::Range;

use ::ron::{
    Error,
    error::{Position, SpannedError, SpannedResult},
};
use serde::de::IgnoredAny;

use super::{
    scan::{self, Scan, Token, Trouble},
    text::place_of,
};
use crate::analysis::problems::{named, shown};

/// A field as it stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'de> {
    /// Its name as it is written, perhaps as `r#a-b`.
    pub(super) written: &'de str,
    /// Its value.
    pub(super) value: &'de str,
}

impl<'de> Field<'de> {
    /// Its name.
    pub(super) fn name(self) -> &'de str {
        self.written.strip_prefix("r#").unwrap_or(self.written)
    }
}

/// What is wrong at a place of a text, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) what: String,
    pub(super) hint: String,
}

impl Fault {
    pub(super) fn new(offset: usize, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { offset, what: what.into(), hint: hint.into() }
    }
}

/// Whether a text is RON, by ron's own parser. What follows may rely on it.
pub(super) fn check(text: &str) -> SpannedResult<()> {
    ::ron::from_str::<IgnoredAny>(text).map(|_| ())
}

/// The fields of `(name: value, ...)`, each value as it stands; `None` where they have no names.
pub(super) fn fields(body: &str, end: impl Fn(usize) -> Option<usize>) -> Option<Vec<Field<'_>>> {
    pieces(body, "(", end)?.into_iter().map(field).collect()
}

/// The fields of a record `(name: value, ...)` that is a text of its own, each value as it stands; `None` where it is no
/// such record.
pub fn record_fields(text: &str) -> Option<Vec<(String, String)>> {
    check(text).ok()?;
    let fields = fields(head(text).1, no_outline)?;
    Some(fields.into_iter().map(|field| (field.written.to_owned(), field.value.to_owned())).collect())
}

/// The items of `[value, ...]`, each as it stands.
pub(super) fn items(list: &str, end: impl Fn(usize) -> Option<usize>) -> Option<Vec<&str>> {
    pieces(list, "[", end)
}

/// A value that may be left out.
pub(super) enum Optional<'de> {
    /// `None`.
    Nothing,
    /// What stands in `Some(...)`.
    Value(&'de str),
}

/// What stands in `Some(...)`; `None` where a value is neither that nor `None`.
pub(super) fn option(value: &str) -> Option<Optional<'_>> {
    match head(value) {
        (Some("None"), "") => Some(Optional::Nothing),
        (Some("Some"), body) => match pieces(body, "(", no_outline)?[..] {
            [inner] => Some(Optional::Value(inner)),
            _ => None,
        },
        _ => None,
    }
}

/// For small pieces of text, whose brackets are not known beforehand.
pub(super) fn no_outline(_: usize) -> Option<usize> {
    None
}

/// What stands between the commas of a bracket, without the blanks and comments around it. `end` says where an inner
/// bracket ends, if that is known, so that not every level has to walk through everything below it.
///
/// ron's own way, `RawValue`, parses each piece twice at every level, which takes seconds where a file is large.
fn pieces<'a>(text: &'a str, bracket: &str, end: impl Fn(usize) -> Option<usize>) -> Option<Vec<&'a str>> {
    if !text.starts_with(bracket) {
        return None;
    }
    let mut pieces = Vec::new();
    let mut depth = 0_usize;
    let mut piece: Option<Range<usize>> = None;
    let mut scan = Scan::new(text);
    while let Some((token, mut range)) = scan.next() {
        match token {
            Token::Comment => continue,
            Token::Open if range.start == 0 => {
                depth = 1;
                continue;
            }
            Token::Open => match end(range.start) {
                Some(end) => {
                    range.end = end;
                    scan.jump(end);
                }
                None => depth += 1,
            },
            Token::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 || depth == 1 && token == Token::Comma {
            pieces.extend(piece.take().and_then(|piece| text.get(piece)));
        } else {
            piece = Some(piece.map_or(range.start, |piece| piece.start)..range.end);
        }
        if depth == 0 {
            return Some(pieces);
        }
    }
    None
}

fn field(piece: &str) -> Option<Field<'_>> {
    let mut tokens = Scan::new(piece).filter(|(token, _)| *token != Token::Comment);
    let (Token::Word, name) = tokens.next()? else { return None };
    let (_, colon) = tokens.next()?;
    let (_, value) = tokens.next()?;
    let written = piece.get(name).filter(|_| piece.get(colon) == Some(":"))?;
    Some(Field { written, value: piece.get(value.start..)? })
}

/// Splits a record into its name, if it has one, and what follows.
pub(super) fn head(record: &str) -> (Option<&str>, &str) {
    let mut tokens = Scan::new(record).filter(|(token, _)| *token != Token::Comment);
    match tokens.next() {
        Some((Token::Word, name)) => {
            let body = tokens.next().map_or(record.len(), |(_, range)| range.start);
            (record.get(name), record.get(body..).unwrap_or_default())
        }
        _ => (None, record),
    }
}

/// Why a text is not RON.
pub(super) fn explain(text: &str, error: &SpannedError) -> Fault {
    let stopped = offset_of(text, error.span.end);
    if let Some(trouble) = scan::trouble(text)
        && !is_before_trouble(text, &error.code, stopped, trouble)
    {
        return explain_trouble(text, trouble);
    }
    if let Some(open) = runaway_text(text, stopped) {
        let line = place_of(text, open.end).line;
        let what = format!("the text that begins here runs on to line {line}; its closing quote may be missing");
        return Fault::new(open.start, what, "write \" at the end of this text");
    }
    explain_error(text, stopped, &error.code)
}

/// Whether ron met a mistake of its own before the brackets went wrong, so that its place is the better one.
fn is_before_trouble(text: &str, code: &Error, stopped: usize, trouble: Trouble) -> bool {
    let place = match trouble {
        Trouble::OpenText(at) | Trouble::OpenComment(at) | Trouble::Stray(at) => at,
        Trouble::Mismatch { close, .. } => close,
        Trouble::Open { .. } => text.trim_end_matches(scan::is_blank).len(),
    };
    let of_ends = matches!(
        code,
        Error::Eof
            | Error::ExpectedStringEnd
            | Error::UnclosedBlockComment
            | Error::TrailingCharacters
            | Error::ExceededRecursionLimit
    );
    stopped < place && (!of_ends || matches!(code, Error::ExceededRecursionLimit))
}

fn explain_trouble(text: &str, trouble: Trouble) -> Fault {
    let bracket = |at: usize| text.get(at..=at).unwrap_or_default();
    let partner = |at: usize| scan::partner(text, at).unwrap_or_default();
    let place = |at: usize| {
        let place = place_of(text, at);
        format!("line {}, column {}", place.line, place.column)
    };
    match trouble {
        Trouble::OpenText(at) => Fault::new(
            at,
            "a text begins here and never ends",
            "close it with \"; if the file was cut off, restore it from a backup",
        ),
        Trouble::OpenComment(at) => Fault::new(at, "a comment begins here and never ends", "close it with */"),
        Trouble::Stray(at) => Fault::new(
            at,
            format!("this “{}” closes nothing", bracket(at)),
            "remove it, or remove the bracket before it that closes too early",
        ),
        Trouble::Mismatch { close, open } => Fault::new(
            close,
            format!("this “{}” cannot close the “{}” of {}", bracket(close), bracket(open), place(open)),
            format!("write the missing “{}” before it", partner(open)),
        ),
        Trouble::Open { open, count } => {
            let what = if count == 1 {
                format!("the file ends while the “{}” of {} is open", bracket(open), place(open))
            } else {
                format!("the file ends while {count} brackets are open, the last of them at {}", place(open))
            };
            Fault::new(text.len(), what, "close the brackets; if the file was cut off, restore it from a backup")
        }
    }
}

/// A string over several lines that ends right before the place where ron stopped: its own end is probably missing,
/// and the quote that ended it was meant to begin the next text.
fn runaway_text(text: &str, stopped: usize) -> Option<Range<usize>> {
    let before = Scan::new(text).take_while(|(_, range)| range.start < stopped).last();
    let (token, range) = before?;
    let piece = text.get(range.clone())?;
    (token == Token::Text && piece.starts_with('"') && piece.contains('\n')).then_some(range)
}

fn explain_error(text: &str, at: usize, code: &Error) -> Fault {
    if let Some(fault) = field_in_list(text, at, code) {
        return fault;
    }
    let here = snippet(text, at);
    let fault = |what: String, hint: &str| Fault::new(at, what, hint);
    match code {
        Error::ExpectedComma => fault(
            format!("a comma is missing before {here}"),
            "write a comma after the value before it, or double quotes around a text",
        ),
        Error::ExpectedMapColon => fault(format!("a colon is missing before {here}"), "write fields as name: value"),
        Error::ExpectedIdentifier => {
            fault(format!("a field name should stand here, but there is {here}"), "write fields as name: value")
        }
        Error::SuggestRawIdentifier(name) => fault(
            format!("“{}” cannot be the name of a field", shown(name)),
            "use letters, digits and _ in names of fields, and double quotes around texts",
        ),
        Error::InvalidEscape(_) => fault(
            "this text has a backslash that means nothing".to_owned(),
            "write \\\\ for a backslash, \\\" for a quote, \\n for a new line or \\u{e9} for a character",
        ),
        Error::UnexpectedChar(c @ ('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '`')) => fault(
            format!("a text begins with a quote that is not straight (U+{:04X})", u32::from(*c)),
            "write \" around texts",
        ),
        Error::UnexpectedChar(_) if here == "the end of the file" => {
            fault("the file ends where a value should stand".to_owned(), "restore it from a backup, or complete it")
        }
        Error::UnexpectedChar(_) => fault(format!("a value should stand here, but there is {here}"), VALUES),
        Error::Eof => fault("the file ends too early".to_owned(), "restore it from a backup, or complete it"),
        Error::TrailingCharacters => fault(
            format!("{here} stands behind the end of the pathway"),
            "remove what follows the last bracket; a file holds one pathway",
        ),
        Error::ExceededRecursionLimit => fault(
            "the brackets are nested too deeply to be read".to_owned(),
            "look for repeated brackets; a pathway needs about ten levels",
        ),
        Error::IntegerOutOfBounds => fault("this number is too large to be read".to_owned(), "write a smaller number"),
        Error::ExpectedInteger
        | Error::ExpectedFloat
        | Error::FloatUnderscore
        | Error::UnderscoreAtBeginning
        | Error::InvalidIntegerDigit { .. } => {
            fault(format!("{here} is no number that can be read"), "write a number such as 2025 or 12.5")
        }
        Error::ExpectedChar | Error::ExpectedByteLiteral => {
            fault("a text stands in single quotes here".to_owned(), "write \" around texts")
        }
        Error::NoSuchExtension(name) => {
            fault(format!("there is no extension “{}”", shown(name)), "remove it; a pathway file needs no extension")
        }
        Error::ExpectedAttribute | Error::ExpectedAttributeEnd => {
            fault("the line that begins with #! cannot be read".to_owned(), "remove it; a pathway file needs none")
        }
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            fault(format!("a “)” is missing before {here}"), "close the bracket, or write a comma between two values")
        }
        Error::ExpectedArrayEnd => fault(format!("a “]” is missing before {here}"), "close the list"),
        Error::ExpectedMapEnd => fault(format!("a “}}” is missing before {here}"), "close the map"),
        _ => fault(format!("this is no RON: {here} cannot stand here"), VALUES),
    }
}

/// A colon where ron expects a comma between the items of a list: the list was never closed, and a field follows.
fn field_in_list(text: &str, at: usize, code: &Error) -> Option<Fault> {
    if *code != Error::ExpectedComma || !text.get(at..)?.starts_with(':') {
        return None;
    }
    let mut open: Vec<usize> = Vec::new();
    let mut name = at;
    for (token, range) in Scan::new(text).take_while(|(_, range)| range.start < at) {
        match token {
            Token::Open => open.push(range.start),
            Token::Close => drop(open.pop()),
            Token::Word => name = range.start,
            _ => {}
        }
    }
    let list = open.pop().filter(|&list| text.get(list..).is_some_and(|rest| rest.starts_with('[')))?;
    let line = place_of(text, list).line;
    let what = format!("a field begins here, inside of the list that begins in line {line}");
    Some(Fault::new(name, what, "close the list with “],” before it"))
}

const VALUES: &str = "write a text in double quotes, a number, a word, a list in [ ] or a record such as Node(...)";

/// What stands at a place, for a message.
fn snippet(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    match Scan::new(rest).next() {
        Some((Token::Word | Token::Text, range)) if range.start == 0 => {
            let token = rest.get(range).unwrap_or_default();
            // Typographic quotes pass for letters here, but what matters is the quote.
            match token.chars().next() {
                Some('"') => format!("the text {}", shown(token)),
                Some(c) if !c.is_alphanumeric() && !matches!(c, '_' | '\'') => named(c),
                _ => format!("“{}”", shown(token)),
            }
        }
        Some(_) => rest.chars().next().map_or_else(String::new, named),
        None => "the end of the file".to_owned(),
    }
}

/// The offset of one of ron's positions.
fn offset_of(text: &str, position: Position) -> usize {
    let mut start = 0;
    for _ in 1..position.line {
        start += text.get(start..).and_then(|rest| rest.find('\n')).map_or(0, |at| at + 1);
    }
    let line = text.get(start..).unwrap_or_default();
    let within = line.char_indices().nth(position.col.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    start + within
}
