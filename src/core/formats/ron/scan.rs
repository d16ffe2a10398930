//! The outermost layer of RON: brackets, strings and comments, nothing else.
//!
//! ron says where it stopped; this says which bracket or string was never closed, where comments stand, and where
//! a value begins and ends. It must agree with ron on what is a string and what is a comment.

use std::ops::Range;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Comment,
    /// A string or a character.
    Text,
    Open,
    Close,
    Comma,
    Word,
    /// Any other character: a colon, a part of a number, a stray sign.
    Other,
    /// A string that never ends.
    OpenText,
    /// A block comment that never ends.
    OpenComment,
}

/// Why brackets, strings and comments do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A string begins here and never ends.
    OpenText(usize),
    /// A block comment begins here and never ends.
    OpenComment(usize),
    /// A bracket closes what was never opened.
    Stray(usize),
    /// A bracket closes another kind of bracket than was opened.
    Mismatch { close: usize, open: usize },
    /// The text ends with this many brackets open, the last of which is here.
    Open { open: usize, count: usize },
}

/// Walks over a text, token by token.
#[derive(Clone)]
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Goes on behind a place further on.
    pub(super) fn jump(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    /// Passes over blanks; nearly all of them are ASCII, and files are full of them.
    fn skip_blanks(&mut self) {
        while let Some(&byte) = self.text.as_bytes().get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => self.at += 1,
                0x80.. => match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
                    Some(c) if is_blank(c) => self.at += c.len_utf8(),
                    _ => break,
                },
                _ => break,
            }
        }
    }

    /// The kind of the token at the start of `rest` and its length.
    fn token(rest: &str) -> Option<(Token, usize)> {
        Some(match rest.bytes().next()? {
            b'/' if rest.starts_with("//") => (Token::Comment, rest.find('\n').unwrap_or(rest.len())),
            b'/' if rest.starts_with("/*") => match block_comment(rest) {
                Some(length) => (Token::Comment, length),
                None => (Token::OpenComment, rest.len()),
            },
            b'"' => text_end(rest, string(rest)),
            b'\'' => character(rest).map_or((Token::Other, 1), |length| (Token::Text, length)),
            b'(' | b'[' | b'{' => (Token::Open, 1),
            b')' | b']' | b'}' => (Token::Close, 1),
            b',' => (Token::Comma, 1),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' | 0x80.. => word(rest),
            _ => (Token::Other, 1),
        })
    }
}

impl Iterator for Scan<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blanks();
        let start = self.at;
        let (token, length) = Self::token(self.text.get(start..)?)?;
        self.at += length;
        Some((token, start..self.at))
    }
}

/// The outline of a whole text: where its brackets close, and how many comments it has.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// Each bracket with the end of its partner, in the order of the text.
    brackets: Vec<(usize, usize)>,
    /// How many comments there are.
    pub(super) comments: usize,
}

impl Outline {
    /// The outline of a text whose brackets fit together.
    pub(super) fn of(text: &str) -> Self {
        let mut outline = Self { comments: usize::from(after_attributes(text).1), ..Self::default() };
        let mut open: Vec<usize> = Vec::new();
        for (token, range) in Scan::new(text) {
            match token {
                Token::Comment => outline.comments += 1,
                Token::Open => {
                    open.push(outline.brackets.len());
                    outline.brackets.push((range.start, range.end));
                }
                Token::Close => {
                    if let Some(bracket) = open.pop().and_then(|index| outline.brackets.get_mut(index)) {
                        bracket.1 = range.end;
                    }
                }
                _ => {}
            }
        }
        outline
    }

    /// The end of the bracket that opens there.
    pub(super) fn end(&self, open: usize) -> Option<usize> {
        let index = self.brackets.binary_search_by_key(&open, |bracket| bracket.0).ok()?;
        self.brackets.get(index).map(|bracket| bracket.1)
    }
}

/// What ron passes over between tokens.
pub(super) fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// The first place where brackets, strings and comments do not fit together.
pub(super) fn trouble(text: &str) -> Option<Trouble> {
    let mut open: Vec<usize> = Vec::new();
    for (token, range) in Scan::new(text) {
        match token {
            Token::OpenText => return Some(Trouble::OpenText(range.start)),
            Token::OpenComment => return Some(Trouble::OpenComment(range.start)),
            Token::Open => open.push(range.start),
            Token::Close => match open.pop() {
                None => return Some(Trouble::Stray(range.start)),
                Some(start) if partner(text, start) != text.get(range.clone()) => {
                    return Some(Trouble::Mismatch { close: range.start, open: start });
                }
                Some(_) => {}
            },
            Token::Comment | Token::Text | Token::Comma | Token::Word | Token::Other => {}
        }
    }
    open.last().map(|&last| Trouble::Open { open: last, count: open.len() })
}

/// Where the value of a document begins, behind comments and `#![...]` lines, and whether there were such lines.
pub(super) fn after_attributes(text: &str) -> (usize, bool) {
    let mut found = false;
    let mut depth = 0_usize;
    for (token, range) in Scan::new(text) {
        match (token, text.get(range.clone())) {
            (Token::Comment, _) => {}
            (Token::Other, Some("#"))
                if depth == 0 && text.get(range.start..).is_some_and(|t| t.starts_with("#![")) =>
            {
                found = true;
            }
            (Token::Other, Some("!")) if depth == 0 && found => {}
            (Token::Open, Some("[")) if depth == 0 && found => depth = 1,
            (Token::Open, _) if depth > 0 => depth += 1,
            (Token::Close, _) if depth > 0 => depth -= 1,
            _ if depth > 0 => {}
            _ => return (range.start, found),
        }
    }
    (text.len(), found)
}

/// The bracket that closes the one at `start`.
pub(super) fn partner(text: &str, start: usize) -> Option<&'static str> {
    match text.get(start..=start)? {
        "(" => Some(")"),
        "[" => Some("]"),
        "{" => Some("}"),
        _ => None,
    }
}

fn text_end(rest: &str, length: Option<usize>) -> (Token, usize) {
    length.map_or((Token::OpenText, rest.len()), |length| (Token::Text, length))
}

/// The length of the string that `rest` starts with.
fn string(rest: &str) -> Option<usize> {
    // Most strings have no escape, and finding one quote is far quicker than looking at every byte.
    let inner = rest.get(1..)?;
    let end = inner.find('"')?;
    let Some(escape) = inner.get(..end)?.find('\\') else { return Some(end + 2) };
    let mut bytes = inner.bytes().enumerate().skip(escape);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(at + 2),
            _ => {}
        }
    }
    None
}

/// The length of the character that `rest` starts with, if it is one.
fn character(rest: &str) -> Option<usize> {
    let inner = rest.get(1..)?;
    let mut chars = inner.chars();
    let first = chars.next()?;
    let mut length = 1 + first.len_utf8();
    if first == '\\' {
        length += chars.next()?.len_utf8();
        // `\u{10FFFF}` is the longest escape.
        let end = chars.take(9).position(|c| c == '\'')?;
        return Some(length + end + 1);
    }
    (chars.next() == Some('\'')).then(|| {
        length += 1;
        length
    })
}

/// A word, or the raw or byte string that it introduces.
fn word(rest: &str) -> (Token, usize) {
    let inside = |c: char| c == '_' || c.is_ascii_alphanumeric() || !c.is_ascii() && !is_blank(c);
    let length = rest.find(|c| !inside(c)).unwrap_or(rest.len());
    if length > 2 {
        return (Token::Word, length);
    }
    let (name, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
    let hashes = after.len() - after.trim_start_matches('#').len();
    let quoted = after.get(hashes..).is_some_and(|tail| tail.starts_with('"'));
    match name {
        "r" | "br" if quoted => text_end(rest, raw_string(after, hashes).map(|end| length + end)),
        "r" if hashes == 1 => {
            let name = after.get(1..).unwrap_or_default();
            let raw = name.find(|c| !inside(c) && !matches!(c, '.' | '+' | '-')).unwrap_or(name.len());
            (Token::Word, length + 1 + raw)
        }
        "b" if after.starts_with('"') => text_end(rest, string(after).map(|end| length + end)),
        "b" if after.starts_with('\'') => {
            character(after).map_or((Token::Word, length), |end| (Token::Text, length + end))
        }
        _ => (Token::Word, length),
    }
}

fn raw_string(after: &str, hashes: usize) -> Option<usize> {
    let end = format!("\"{}", after.get(..hashes)?);
    let start = hashes + 1;
    after.get(start..)?.find(&end).map(|at| start + at + end.len())
}

/// The length of the block comment that `rest` starts with; comments nest.
fn block_comment(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens: Vec<&str> = Scan::new(text).filter_map(|(_, range)| text.get(range)).collect();
        assert_eq!(tokens.join(" | "), expected);
    }

    #[test]
    fn strings_and_comments_hide_brackets() {
        check(r#"a: "(\"[" , b"\")" "#, r#"a | : | "(\"[" | , | b"\")""#);
        check(
            r##"r#"a")"# r"]" br#"("# r#type-x b')' ')' '\u{29}'"##,
            r##"r#"a")"# | r"]" | br#"("# | r#type-x | b')' | ')' | '\u{29}'"##,
        );
        check("x // (\n/* [ /* ( */ */ é)", "x | // ( | /* [ /* ( */ */ | é | )");
    }

    #[test]
    fn the_first_trouble_is_named() {
        assert_eq!(trouble("([{}])"), None);
        assert_eq!(trouble("(\"a"), Some(Trouble::OpenText(1)));
        assert_eq!(trouble("(/* a"), Some(Trouble::OpenComment(1)));
        assert_eq!(trouble("())"), Some(Trouble::Stray(2)));
        assert_eq!(trouble("([)"), Some(Trouble::Mismatch { close: 2, open: 1 }));
        assert_eq!(trouble("(["), Some(Trouble::Open { open: 1, count: 2 }));
    }
}
