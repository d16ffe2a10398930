//! A Boolean rule, and what each of its inputs does.

use std::collections::BTreeMap;

/// The most inputs with which a rule is tried out over all of their states.
const MAX_TRIED: usize = 10;
/// How many machine words hold a rule's values over all states of so many inputs.
const WORDS: usize = 1 << (MAX_TRIED - 6);
/// How deep brackets may stand in each other.
const MAX_DEPTH: usize = 200;
/// The longest rule that is told on its links, in characters.
const MAX_TOLD: usize = 300;

/// The values of a rule, a bit for each state of its inputs.
type Values = [u64; WORDS];

/// What an input of a rule does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Acts {
    Raises,
    Lowers,
    Both,
    /// It is named, and never makes a difference.
    Never,
}

/// A rule that was read.
pub(super) struct Rule<'t> {
    text: &'t str,
    /// Its inputs in the order in which they are named, each with what is written: plain, negated.
    inputs: Vec<(&'t str, (bool, bool))>,
    /// Its values, where it has few inputs.
    values: Option<Values>,
}

impl<'t> Rule<'t> {
    /// Reads a rule.
    ///
    /// # Errors
    /// Where it is no rule: the character from which it is none, and what is wrong.
    pub(super) fn read(text: &'t str) -> Result<Self, (usize, &'static str)> {
        let tokens = tokens(text)?;
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut inputs: Vec<(&str, (bool, bool))> = Vec::new();
        for (_, token) in &tokens {
            if let Token::Name(name) = token {
                places.entry(name).or_insert_with(|| {
                    inputs.push((name, (false, false)));
                    inputs.len() - 1
                });
            }
        }
        let is_tried = inputs.len() <= MAX_TRIED;
        let mut parser = Parser {
            places,
            inputs,
            values: Vec::new(),
            operators: Vec::new(),
            turned: vec![false],
            next: false,
            is_tried,
        };
        let mut wants_value = true;
        for &(at, token) in &tokens {
            wants_value = parser.take(token, wants_value).map_err(|what| (at, what))?;
        }
        if wants_value {
            return Err((text.len(), "breaks off"));
        }
        parser.reduce(0);
        if !parser.operators.is_empty() {
            return Err((text.len(), "has a bracket that is never closed"));
        }
        let values = parser.values.pop().filter(|_| is_tried);
        Ok(Self { text, inputs: parser.inputs, values })
    }

    /// Whether it was tried out over all states.
    pub(super) fn was_tried(&self) -> bool {
        self.values.is_some()
    }

    /// Its value, where it is the same in every state and no input is named.
    pub(super) fn constant(&self) -> Option<bool> {
        let values = self.values.filter(|_| self.inputs.is_empty())?;
        Some(values[0] & 1 == 1)
    }

    /// The rule for the notes of its links, where it has several inputs and is short.
    pub(super) fn text(&self) -> Option<String> {
        let is_told = self.inputs.len() > 1 && self.text.len() <= MAX_TOLD;
        is_told.then(|| format!("In the rule: {}", self.text))
    }

    /// What each input does.
    pub(super) fn acts(&self) -> Vec<(&'t str, Acts)> {
        let of = |(place, (name, written)): (usize, &(&'t str, (bool, bool)))| {
            let (raises, lowers) = self.values.map_or(*written, |values| moves(&values, place));
            let acts = match (raises, lowers) {
                (true, true) => Acts::Both,
                (true, false) => Acts::Raises,
                (false, true) => Acts::Lowers,
                (false, false) => Acts::Never,
            };
            (*name, acts)
        };
        self.inputs.iter().enumerate().map(of).collect()
    }
}

/// Whether turning an input on turns the rule on in some state, and whether it turns it off in some.
fn moves(values: &Values, place: usize) -> (bool, bool) {
    let input = input(place);
    let (mut raises, mut lowers) = (false, false);
    for word in 0..WORDS {
        // The value with the input on, moved to where the input is off.
        let (on, off) = if place < 6 {
            ((values[word] & input[word]) >> (1 << place), values[word] & !input[word])
        } else if word & (1 << (place - 6)) == 0 {
            (values[word | (1 << (place - 6))], values[word])
        } else {
            continue;
        };
        raises |= on & !off != 0;
        lowers |= off & !on != 0;
    }
    (raises, lowers)
}

/// The values of an input over all states.
fn input(place: usize) -> Values {
    const PATTERNS: [u64; 6] = [
        0xaaaa_aaaa_aaaa_aaaa,
        0xcccc_cccc_cccc_cccc,
        0xf0f0_f0f0_f0f0_f0f0,
        0xff00_ff00_ff00_ff00,
        0xffff_0000_ffff_0000,
        0xffff_ffff_0000_0000,
    ];
    std::array::from_fn(|word| match PATTERNS.get(place) {
        Some(pattern) => *pattern,
        None if word & (1 << (place - 6)) != 0 => u64::MAX,
        None => 0,
    })
}

#[derive(Clone, Copy)]
enum Token<'t> {
    Name(&'t str),
    Constant(bool),
    Not,
    And,
    Or,
    Open,
    Close,
}

fn tokens(text: &str) -> Result<Vec<(usize, Token<'_>)>, (usize, &'static str)> {
    let mut found = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let token = match c {
            _ if c.is_whitespace() => continue,
            '!' | '~' | '¬' => Token::Not,
            '&' | '∧' => Token::And,
            '|' | '∨' => Token::Or,
            '(' => Token::Open,
            ')' => Token::Close,
            _ if is_name(c) => {
                let mut end = at + c.len_utf8();
                while let Some((next, c)) = rest.next_if(|(_, c)| is_name(*c)) {
                    end = next + c.len_utf8();
                }
                match &text[at..end] {
                    "0" | "false" | "False" => Token::Constant(false),
                    "1" | "true" | "True" => Token::Constant(true),
                    name => Token::Name(name),
                }
            }
            _ => return Err((at, "has a character that belongs in no rule")),
        };
        // `&&` and `||` are `&` and `|`.
        if let Token::And | Token::Or = token {
            rest.next_if(|(_, next)| *next == c);
        }
        found.push((at, token));
    }
    Ok(found)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ':' | '/' | '@')
}

struct Parser<'t> {
    places: BTreeMap<&'t str, usize>,
    inputs: Vec<(&'t str, (bool, bool))>,
    values: Vec<Values>,
    operators: Vec<Token<'t>>,
    /// Of each open bracket whether it stands under an odd number of negations; the first is that of the whole rule.
    turned: Vec<bool>,
    /// Whether the next value is negated.
    next: bool,
    is_tried: bool,
}

impl<'t> Parser<'t> {
    /// Takes one token, and says whether a value has to follow.
    fn take(&mut self, token: Token<'t>, wants_value: bool) -> Result<bool, &'static str> {
        match (token, wants_value) {
            (Token::Not, true) => {
                self.next = !self.next;
                // Two negations are none.
                if self.operators.last().is_some_and(|last| matches!(last, Token::Not)) {
                    self.operators.pop();
                } else {
                    self.operators.push(token);
                }
                Ok(true)
            }
            (Token::Open, true) => {
                if self.turned.len() > MAX_DEPTH {
                    return Err("has more brackets in each other than can be read");
                }
                let outer = self.turned.last().copied().unwrap_or_default();
                self.turned.push(outer != std::mem::take(&mut self.next));
                self.operators.push(token);
                Ok(true)
            }
            (Token::Name(name), true) => {
                let place = self.places.get(name).copied().unwrap_or_default();
                let turned = self.turned.last().copied().unwrap_or_default() != std::mem::take(&mut self.next);
                if let Some((_, written)) = self.inputs.get_mut(place) {
                    if turned { written.1 = true } else { written.0 = true }
                }
                self.value(if self.is_tried { input(place) } else { [0; WORDS] });
                Ok(false)
            }
            (Token::Constant(value), true) => {
                self.next = false;
                self.value([if value { u64::MAX } else { 0 }; WORDS]);
                Ok(false)
            }
            (Token::And | Token::Or, false) => {
                self.reduce(if matches!(token, Token::And) { 2 } else { 1 });
                self.operators.push(token);
                Ok(true)
            }
            (Token::Close, false) => {
                self.reduce(0);
                if !matches!(self.operators.pop(), Some(Token::Open)) {
                    return Err("has a bracket that was never opened");
                }
                self.turned.pop();
                self.negate();
                Ok(false)
            }
            (_, true) => Err("lacks a name here"),
            (_, false) => Err("lacks & or | here"),
        }
    }

    fn value(&mut self, values: Values) {
        self.values.push(values);
        self.negate();
    }

    /// Takes a negation off, where one stands before the value that was just made.
    fn negate(&mut self) {
        if self.operators.last().is_some_and(|last| matches!(last, Token::Not)) {
            self.operators.pop();
            if let Some(values) = self.values.last_mut() {
                for word in values {
                    *word = !*word;
                }
            }
        }
    }

    /// Works off what binds at least so much: 2 is `&`, 1 is `|`, and 0 everything up to a bracket.
    fn reduce(&mut self, least: u8) {
        loop {
            let binds = match self.operators.last() {
                Some(Token::And) => 2,
                Some(Token::Or) => 1,
                _ => return,
            };
            if binds < least {
                return;
            }
            self.operators.pop();
            let (Some(right), Some(left)) = (self.values.pop(), self.values.last_mut()) else { return };
            for (left, right) in left.iter_mut().zip(right) {
                *left = if binds == 2 { *left & right } else { *left | right };
            }
        }
    }
}
