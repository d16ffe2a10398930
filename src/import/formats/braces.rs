//! The language of Graphviz, which DAGitty's is a dialect of: names, arrows, attributes in brackets, groups in braces.
//!
//! <https://graphviz.org/doc/info/lang.html>. Names in quotes are joined by `+`; `\"` is a quote and a backslash before the
//! end of a line joins it with the next. Ports and unknown attributes are read over.

use crate::{input::Input, native::Problem};

/// How deep groups may lie in one another.
const DEEPEST: usize = 60;

/// A whole file.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// The words before the first brace: `strict digraph "name"`, `dag`.
    pub(super) head: Vec<String>,
    pub(super) body: Vec<Statement>,
}

/// What stands at one end of an arrow.
#[derive(Debug)]
pub(super) enum Operand {
    Name(String),
    /// A group: of arrows all that it names.
    Group(Group),
}

/// Statements in braces.
#[derive(Debug)]
pub(super) struct Group {
    /// Its name; empty where it has none.
    pub(super) name: String,
    pub(super) body: Vec<Statement>,
}

/// Names and their values.
pub(super) type Attributes = Vec<(String, String)>;

/// One statement.
#[derive(Debug)]
pub(super) enum Statement {
    /// `a [label="A"]`
    Node(String, Attributes),
    /// `a -> b -- c [arrowhead=tee]`: the arrows stand between the operands.
    Chain(Vec<Operand>, Vec<String>, Attributes, usize),
    /// `edge [arrowhead=tee]`: what holds for all that follow.
    Default(String, Attributes),
    /// `rankdir=LR`
    Set(String, String),
    Group(Group),
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Quoted(String),
    Arrow(String),
    Mark(char),
}

/// Reads a text.
///
/// # Errors
/// Where a quote, a comment or a brace is never closed, or something stands where it cannot.
pub(super) fn parsed(input: &Input<'_>) -> Result<Whole, Problem> {
    let tokens = tokens(input)?;
    let mut reader = Reader { input, tokens: &tokens, at: 0 };
    let mut whole = Whole::default();
    while let Some(Token::Name(word) | Token::Quoted(word)) = reader.peek() {
        whole.head.push(word.clone());
        reader.at += 1;
    }
    if !reader.takes('{') {
        return Err(reader.wrong("a brace { is missing before the first name"));
    }
    whole.body = reader.body(0)?;
    Ok(whole)
}

struct Reader<'a> {
    input: &'a Input<'a>,
    tokens: &'a [(Token, usize)],
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn line(&self) -> usize {
        self.tokens.get(self.at).or(self.tokens.last()).map_or(1, |(_, line)| *line)
    }

    fn takes(&mut self, mark: char) -> bool {
        let found = self.peek() == Some(&Token::Mark(mark));
        self.at += usize::from(found);
        found
    }

    fn wrong(&self, what: &str) -> Problem {
        self.input.broken((self.line(), 1), what, "look at that line, and repair or remove it")
    }

    /// Statements up to the brace that closes them.
    fn body(&mut self, depth: usize) -> Result<Vec<Statement>, Problem> {
        if depth > DEEPEST {
            return Err(self.wrong("groups lie in one another more than sixty deep"));
        }
        let mut found = Vec::new();
        loop {
            match self.peek() {
                None => return Err(self.wrong("the last brace { is never closed")),
                Some(Token::Mark('}')) => {
                    self.at += 1;
                    return Ok(found);
                }
                Some(Token::Mark(';' | ',')) => self.at += 1,
                Some(_) => found.push(self.statement(depth)?),
            }
        }
    }

    fn statement(&mut self, depth: usize) -> Result<Statement, Problem> {
        let line = self.line();
        if let Some(Token::Name(word)) = self.peek()
            && matches!(word.to_ascii_lowercase().as_str(), "node" | "edge" | "graph")
            && self.tokens.get(self.at + 1).is_some_and(|(token, _)| *token == Token::Mark('['))
        {
            self.at += 1;
            return Ok(Statement::Default(word.to_ascii_lowercase(), self.attributes()?));
        }
        let first = self.operand(depth)?;
        if let Operand::Name(name) = &first
            && self.takes('=')
        {
            let Some(Token::Name(value) | Token::Quoted(value)) = self.peek() else {
                return Err(self.wrong("a value is missing behind ="));
            };
            self.at += 1;
            return Ok(Statement::Set(name.clone(), value.clone()));
        }
        let (mut operands, mut arrows) = (vec![first], Vec::new());
        while let Some(Token::Arrow(arrow)) = self.peek() {
            self.at += 1;
            arrows.push(arrow.clone());
            operands.push(self.operand(depth)?);
        }
        let attributes = self.attributes()?;
        if !arrows.is_empty() {
            return Ok(Statement::Chain(operands, arrows, attributes, line));
        }
        Ok(match operands.pop() {
            Some(Operand::Name(name)) => Statement::Node(name, attributes),
            Some(Operand::Group(group)) => Statement::Group(group),
            None => Statement::Set(String::new(), String::new()),
        })
    }

    fn operand(&mut self, depth: usize) -> Result<Operand, Problem> {
        let mut name = String::new();
        if let Some(Token::Name(word)) = self.peek()
            && word.eq_ignore_ascii_case("subgraph")
        {
            self.at += 1;
            if let Some(Token::Name(word) | Token::Quoted(word)) = self.peek() {
                self.at += 1;
                name.clone_from(word);
            }
            if !self.takes('{') {
                return Ok(Operand::Group(Group { name, body: Vec::new() }));
            }
            return Ok(Operand::Group(Group { name, body: self.body(depth + 1)? }));
        }
        if self.takes('{') {
            return Ok(Operand::Group(Group { name, body: self.body(depth + 1)? }));
        }
        match self.peek() {
            Some(Token::Name(word)) => name.clone_from(word),
            Some(Token::Quoted(word)) => name.clone_from(word),
            _ => return Err(self.wrong("a name is missing here")),
        }
        self.at += 1;
        // A port says where on the card the line touches.
        while self.takes(':') {
            self.at += usize::from(matches!(self.peek(), Some(Token::Name(_) | Token::Quoted(_))));
        }
        Ok(Operand::Name(name))
    }

    /// All that stands in brackets here.
    fn attributes(&mut self) -> Result<Attributes, Problem> {
        let mut found = Attributes::new();
        while self.takes('[') {
            loop {
                match self.peek() {
                    None => return Err(self.wrong("a bracket [ is never closed")),
                    Some(Token::Mark(']')) => {
                        self.at += 1;
                        break;
                    }
                    Some(Token::Name(name) | Token::Quoted(name)) => {
                        self.at += 1;
                        let mut value = String::new();
                        if self.takes('=')
                            && let Some(Token::Name(text) | Token::Quoted(text)) = self.peek()
                        {
                            self.at += 1;
                            value.clone_from(text);
                        }
                        found.push((name.clone(), value));
                    }
                    Some(_) => self.at += 1,
                }
            }
        }
        Ok(found)
    }
}

/// The marks that arrows are made of.
fn is_of_arrow(c: char) -> bool {
    matches!(c, '-' | '<' | '>' | '@')
}

fn tokens(input: &Input<'_>) -> Result<Vec<(Token, usize)>, Problem> {
    let mut found: Vec<(Token, usize)> = Vec::new();
    let mut rest: &str = &input.text;
    let mut line = 1;
    let mut begins_line = true;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == '\n' {
            (line, begins_line, rest) = (line + 1, true, after);
            continue;
        }
        if c.is_whitespace() {
            rest = after;
            continue;
        }
        if rest.starts_with("//") || (c == '#' && begins_line) {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
            continue;
        }
        if rest.starts_with("/*") {
            let Some(end) = rest.find("*/") else {
                return Err(input.broken((line, 1), "a comment /* is never closed", "write */ where it ends"));
            };
            line += rest[..end].matches('\n').count();
            rest = &rest[end + 2..];
            continue;
        }
        begins_line = false;
        let start = line;
        let (token, left) = match c {
            '"' => {
                let Some((text, left)) = quoted(after) else {
                    let hint = "close it where the name ends";
                    return Err(input.broken((line, 1), "a quote \" is never closed", hint));
                };
                line += rest[..rest.len() - left.len()].matches('\n').count();
                // `"ab" + "cd"` is one name.
                let joins = matches!(found.as_slice(), [.., (Token::Quoted(_), _), (Token::Mark('+'), _)]);
                if joins {
                    found.pop();
                    let before = match found.pop() {
                        Some((Token::Quoted(before), _)) => before,
                        _ => String::new(),
                    };
                    (Token::Quoted(before + &text), left)
                } else {
                    (Token::Quoted(text), left)
                }
            }
            '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '+' => (Token::Mark(c), after),
            '<' if !after.starts_with(['-', '>']) && html(rest).is_some() => {
                let (text, left) = html(rest).unwrap_or_default();
                line += rest[..rest.len() - left.len()].matches('\n').count();
                (Token::Quoted(text), left)
            }
            _ if is_of_arrow(c) && !is_number(rest) => {
                let end = rest.find(|c: char| !is_of_arrow(c)).unwrap_or(rest.len());
                (Token::Arrow(rest[..end].to_owned()), &rest[end..])
            }
            _ => {
                let end = word_end(rest);
                (Token::Name(rest[..end].to_owned()), &rest[end..])
            }
        };
        found.push((token, start));
        rest = left;
    }
    Ok(found)
}

/// Whether a minus begins a number, as in `x=-0.5`.
fn is_number(rest: &str) -> bool {
    rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
}

/// Where a name without quotes ends. A hyphen belongs to it where no arrow begins there: people write `il-6` so.
fn word_end(rest: &str) -> usize {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '{' | '}' | '[' | ']' | ';' | ',' | '=' | ':' | '"' | '<' | '>' | '@' | '+')
    };
    for (at, c) in rest.char_indices().skip(1) {
        let next = rest[at + c.len_utf8()..].chars().next();
        if ends(c) || c == '-' && next.is_none_or(|next| is_of_arrow(next) || next.is_whitespace()) {
            return at;
        }
    }
    rest.len()
}

/// A text up to its closing quote, and what is left behind that.
fn quoted(after: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = after.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((text, &after[at + 1..])),
            '\\' => match chars.next() {
                Some((_, '"')) => text.push('"'),
                Some((_, '\n')) => {}
                // What else a backslash means is told apart where labels are read.
                Some((_, next)) => text.extend(['\\', next]),
                None => return None,
            },
            _ => text.push(c),
        }
    }
    None
}

/// A label in HTML: its text without the tags, and what is left behind its closing bracket.
fn html(rest: &str) -> Option<(String, &str)> {
    let (mut depth, mut text) = (0usize, String::new());
    for (at, c) in rest.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => {
                depth -= 1;
                if depth == 0 {
                    return Some((text, &rest[at + 1..]));
                }
                text.push(' ');
            }
            _ if depth == 1 => text.push(c),
            _ => {}
        }
    }
    None
}
