//! What is written, as a tree of values: it can be printed in any layout, and compared piece by piece.

use super::quote::quote;

/// A value as the writer says it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// A word, a number, or a text in quotes, as files have it.
    Plain(String),
    /// What could not be read or is not known, as it stood in a file.
    Kept(&'a str),
    /// A value in `Some(...)`.
    Some(Box<Self>),
    /// A list on one line.
    Row(Vec<Self>),
    /// A list with an item a line.
    List(Vec<Self>),
    /// A record.
    Record(Record<'a>),
}

/// A record: its name, and its fields in the order of the format.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Record<'a> {
    pub(super) name: &'static str,
    pub(super) fields: Vec<(&'a str, Value<'a>)>,
    /// Whether it stands on one line wherever it is.
    pub(super) is_short: bool,
}

impl Value<'_> {
    /// A text in quotes.
    pub(super) fn text(text: &str) -> Self {
        let mut quoted = String::with_capacity(text.len() + 2);
        quote(text, &mut quoted);
        Self::Plain(quoted)
    }

    /// The items, where it is a list.
    pub(super) fn items(&self) -> Option<&[Self]> {
        match self {
            Self::Row(items) | Self::List(items) => Some(items),
            _ => None,
        }
    }
}

/// How a value is laid out: over lines, of which each below the first begins with `indent`, or on one line.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// Blanks before the line that the value begins in; `None` where all stands on one line.
    pub(super) indent: Option<String>,
    /// One more level.
    pub(super) unit: String,
}

impl Layout {
    /// A level further in.
    pub(super) fn inner(&self) -> Self {
        let indent = self.indent.as_ref().map(|indent| format!("{indent}{}", self.unit));
        Self { indent, unit: self.unit.clone() }
    }
}

/// Prints values.
pub(super) struct Printer {
    pub(super) text: String,
    unit: String,
    indent: Option<String>,
}

impl Printer {
    pub(super) fn new(layout: &Layout) -> Self {
        Self { text: String::new(), unit: layout.unit.clone(), indent: layout.indent.clone() }
    }

    pub(super) fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Plain(text) => self.text.push_str(text),
            Value::Kept(text) => self.text.push_str(text),
            Value::Some(value) => {
                self.text.push_str("Some(");
                self.value(value);
                self.text.push(')');
            }
            Value::Row(items) => self.on_one_line(|out| out.list(items)),
            Value::List(items) => self.list(items),
            Value::Record(record) if record.is_short => self.on_one_line(|out| out.record(record)),
            Value::Record(record) => self.record(record),
        }
    }

    pub(super) fn field(&mut self, name: &str, value: &Value<'_>) {
        self.line();
        self.text.push_str(name);
        self.text.push_str(": ");
        self.value(value);
        self.text.push(',');
    }

    /// Begins a list or a record; what follows stands a level further in.
    pub(super) fn open(&mut self, start: &str) {
        self.text.push_str(start);
        if let Some(indent) = &mut self.indent {
            indent.push_str(&self.unit);
        }
    }

    pub(super) fn item(&mut self, value: &Value<'_>) {
        self.line();
        self.value(value);
        self.text.push(',');
    }

    pub(super) fn close(&mut self, end: char) {
        if let Some(indent) = &mut self.indent {
            indent.truncate(indent.len().saturating_sub(self.unit.len()));
            self.line();
        } else if self.text.ends_with(',') {
            self.text.pop();
        }
        self.text.push(end);
    }

    /// Begins a line, or leaves a blank where all stands on one.
    pub(super) fn line(&mut self) {
        match &self.indent {
            Some(indent) => {
                self.text.push('\n');
                self.text.push_str(indent);
            }
            None if self.text.ends_with(',') => self.text.push(' '),
            None => {}
        }
    }

    fn record(&mut self, record: &Record<'_>) {
        self.text.push_str(record.name);
        self.open("(");
        for (name, value) in &record.fields {
            self.field(name, value);
        }
        self.close(')');
    }

    fn list(&mut self, items: &[Value<'_>]) {
        if items.is_empty() {
            return self.text.push_str("[]");
        }
        self.open("[");
        for item in items {
            self.item(item);
        }
        self.close(']');
    }

    fn on_one_line(&mut self, print: impl FnOnce(&mut Self)) {
        let indent = self.indent.take();
        print(self);
        self.indent = indent;
    }
}

/// The text of a value.
pub(super) fn print(value: &Value<'_>, layout: &Layout) -> String {
    let mut printer = Printer::new(layout);
    printer.value(value);
    printer.text
}
