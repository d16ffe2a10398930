//! The reference of the format, as Markdown, made from the schema that the reader goes by.

use std::fmt::Write as _;

use super::{
    MAX_COORDINATE, MAX_LANES, MAX_LINKS, MAX_NODES, MAX_SOURCES, MAX_TEXT, MAX_VALUES,
    schema::{ALL, Field, Need, Schema, Sort, WORDS},
};
use crate::{formats::MAX_BYTES, model::MAX_ID_BYTES};

/// The smallest pathway that `check` has nothing to say about.
pub const SMALLEST: &str = r#"Pathway(
    format: (1, 0),
    id: "sleep",
    title: "Sleep and mood",
    lanes: [Lane(id: "life", label: "Life")],
    nodes: [
        Node(id: "poor_sleep", label: "Poor sleep", kind: BodyState, lane: "life", explanation: "Too little sleep."),
        Node(id: "low_mood", label: "Low mood", kind: Symptom, lane: "life", explanation: "Little joy, little drive."),
    ],
    links: [
        Link(
            id: "sleep_mood",
            from: "poor_sleep",
            to: "low_mood",
            effect: Raises,
            explanation: "Why is still to be written.",
            grade: X,
            no_source_found: Some("not looked for yet"),
        ),
    ],
)
"#;

const START: &str = "# The format of pathway files

A file holds one pathway. Its name ends in `.pathway.ron`, and it is written in [RON](https://github.com/ron-rs/ron):
records as `Name(field: value, ...)`, lists as `[value, ...]`, texts in double quotes. Comments stand behind `//` or between
`/*` and `*/`. Fields may come in any order, over as many lines as you like. `pathlight new FILE` writes one to begin with,
`pathlight check FILE` says what is wrong, where, and what to do. This page is what `pathlight format` prints.

A smallest pathway:

";

/// The reference of the format.
pub fn reference() -> String {
    let mut page = format!("{START}```ron\n{SMALLEST}```\n");
    page.push_str("\n## Records\n\nFields marked with * are required; all others may be left out.\n");
    for schema in ALL {
        record(&mut page, schema);
    }
    page.push_str("\n## Words\n");
    for words in WORDS {
        let words = words();
        _ = writeln!(page, "\n**{}**\n", capitalised(words.noun));
        for (word, meaning) in words.words {
            _ = writeln!(page, "- `{word}`: {meaning}");
        }
    }
    page.push_str("\n## Rules\n\n");
    rules(&mut page);
    page
}

fn record(page: &mut String, schema: &Schema) {
    _ = writeln!(
        page,
        "\n### {}\n\n{}\n\n| field | is | for example | says |\n|---|---|---|---|",
        schema.name, schema.what
    );
    for field in schema.fields {
        let star = if field.need == Need::Required { "*" } else { "" };
        let Field { name, what, example, .. } = field;
        _ = writeln!(page, "| `{name}`{star} | {} | `{example}` | {what} |", sort(field));
    }
}

fn sort(field: &Field) -> String {
    let sort = match field.sort {
        Sort::Text => "a text".to_owned(),
        Sort::Texts => "a list of texts".to_owned(),
        Sort::Version => "two whole numbers".to_owned(),
        Sort::Number => "a whole number".to_owned(),
        Sort::Flag => "`true` or `false`".to_owned(),
        Sort::Point => "two numbers".to_owned(),
        Sort::Word(words) => format!("a word: {}", words().noun),
        Sort::Record(schema) => format!("a [{0}](#{1})", schema.name, schema.name.to_lowercase()),
        Sort::Records(schema) => format!("a list of [{0}](#{1})", schema.name, schema.name.to_lowercase()),
    };
    if field.need == Need::Some { format!("{sort}, in `Some(...)`") } else { sort }
}

fn rules(page: &mut String) {
    let megabytes = MAX_BYTES / (1024 * 1024);
    let kilobytes = MAX_TEXT / 1024;
    let lines = [
        format!("An id has 1 to {MAX_ID_BYTES} of the characters `a-z 0-9 _ . -` and is unique in its list."),
        "In texts, `\\\"`, `\\\\`, `\\n` and `\\u{200b}` stand for a quote, a backslash, a new line and the character U+200B; \
         `r#\"...\"#` holds a text as it is."
            .to_owned(),
        format!("A text has at most {kilobytes} KB, a file {megabytes} MB of UTF-8 and {MAX_VALUES} values."),
        format!(
            "A pathway has at most {MAX_NODES} nodes, {MAX_LINKS} links, {MAX_SOURCES} sources, {MAX_LANES} lanes and as \
             many tours."
        ),
        format!("Numbers of a place lie between -{MAX_COORDINATE} and {MAX_COORDINATE}."),
        "What is not known or cannot be read is said, kept, and written back as it stands: a field, a record, an item."
            .to_owned(),
        "A file with a higher first number of `format` is looked at only and never saved over; with a higher second one it \
         is opened as any other."
            .to_owned(),
        "A save changes only what was edited. A comment directly above a record or a field belongs to it, as does one \
         behind it on its line; both go only where the record goes."
            .to_owned(),
        "Files that Pathlight makes are UTF-8 with line feeds, whatever the system; others keep their line ends.".to_owned(),
    ];
    for line in lines {
        _ = writeln!(page, "- {line}");
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
