//! Single values: texts, words, numbers, pins.

use super::{MAX_COORDINATE, MAX_TEXT, syntax, words::Word};
use crate::analysis::problems::{nearest::Nearest, shown};

/// Why a value cannot be read, and what to write.
pub(super) struct Mistake {
    pub(super) what: String,
    pub(super) hint: String,
}

type Read<T> = Result<T, Mistake>;

/// A text.
pub(super) fn text(name: &str, value: &str) -> Read<String> {
    any_text(&format!("“{name}”"), value, |text| format!("{name}: {text}"))
}

/// A text in `Some(...)`.
pub(super) fn some_text(name: &str, value: &str) -> Read<String> {
    any_text(&format!("“{name}”"), value, |text| format!("{name}: Some({text})"))
}

/// A text in a list.
pub(super) fn item(name: &str, value: &str) -> Read<String> {
    any_text(&format!("an item of “{name}”"), value, str::to_owned)
}

fn any_text(name: &str, value: &str, good: impl Fn(&str) -> String) -> Read<String> {
    let text: String = ::ron::from_str(value).map_err(|_| {
        let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'));
        let text = match value {
            // Whoever says yes or no is to say what.
            "true" | "false" if name.contains("no_source_found") => "\"no study of it was found\"".to_owned(),
            _ if plain => format!("\"{}\"", shown(value)),
            _ => "\"...\"".to_owned(),
        };
        let what = format!("{name} should be text in double quotes, but is {}", describe(value));
        Mistake { what, hint: format!("write {}", good(&text)) }
    })?;
    if text.len() > MAX_TEXT {
        let what = format!("{name} is {} KB long, more than {} KB", text.len().div_ceil(1024), MAX_TEXT / 1024);
        return Err(Mistake { what, hint: "shorten it, or split it into notes".to_owned() });
    }
    Ok(text)
}

/// What is the matter with a value that should stand in `Some(...)`: that alone where it `reads` well as it is, else
/// what it is, so that no hint leads to a value that is refused as well.
pub(super) fn bare<'de, T>(name: &str, value: &'de str, read: impl Fn(&str, &'de str) -> Read<T>) -> Mistake {
    match read(name, value) {
        Ok(_) => wrong(name, "Some(...) or left out", value, wrapped(name, value)),
        Err(mistake) => mistake,
    }
}

/// How to put a value in `Some(...)`.
pub(super) fn wrapped(name: &str, value: &str) -> String {
    match short(value).as_str() {
        "..." => "write Some( before it and ) behind it".to_owned(),
        value => format!("write {name}: Some({value})"),
    }
}

/// One of the words of an enum.
pub(super) fn word<T: Word>(name: &str, value: &str) -> Read<T> {
    any_word(name, value, str::to_owned)
}

/// One of the words of an enum in `Some(...)`.
pub(super) fn some_word<T: Word>(name: &str, value: &str) -> Read<T> {
    any_word(name, value, |word| format!("{name}: Some({word})"))
}

fn any_word<T: Word>(name: &str, value: &str, good: impl Fn(&str) -> String) -> Read<T> {
    if let Some(&found) = T::all().iter().find(|word| word.word() == value) {
        return Ok(found);
    }
    let words: Vec<&str> = T::all().iter().map(|word| word.word()).collect();
    let list = words.join(", ");
    let example = words.first().map_or_else(String::new, |word| good(word));
    let any = if example.ends_with(')') {
        format!("write a word such as {example} (the words are {list})")
    } else {
        format!("write one of {list}")
    };
    let bare = value.trim_matches('"');
    if bare.is_empty() || !bare.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ')) {
        return Err(wrong(name, &format!("a {}", T::NOUN), value, any));
    }
    let near = Nearest::default().of(&bare.replace(['_', '-', ' '], ""), words.iter().copied());
    let hint = near.map_or(any, |near| format!("write {} (the words are {list})", good(near)));
    let what = if words.contains(&bare) {
        format!("“{name}” has its word in quotes")
    } else {
        format!("“{}” is no {}", shown(bare), T::NOUN)
    };
    Err(Mistake { what, hint })
}

/// Yes or no.
pub(super) fn flag(name: &str, value: &str) -> Read<bool> {
    ::ron::from_str(value)
        .map_err(|_| wrong(name, "true or false", value, format!("write {name}: true, or leave it out")))
}

/// A whole number, such as a year.
pub(super) fn number(name: &str, value: &str) -> Read<i32> {
    ::ron::from_str(value).map_err(|_| {
        let hint = format!("write a number such as {name}: 2025");
        if value.bytes().all(|b| b.is_ascii_digit()) {
            return Mistake { what: format!("“{name}” is too large a number"), hint };
        }
        wrong(name, "a whole number", value, hint)
    })
}

/// The version of the format.
pub(super) fn version(name: &str, value: &str) -> Read<(u32, u32)> {
    ::ron::from_str(value)
        .map_err(|_| wrong(name, "two whole numbers in round brackets", value, format!("write {name}: (1, 0)")))
}

/// A place on the canvas.
pub(super) fn point(name: &str, value: &str) -> Read<(f64, f64)> {
    let (x, y): (f64, f64) = ::ron::from_str(value).map_err(|_| {
        let hint = format!("write {name}: Some((120.0, 80.0))");
        wrong(name, "two numbers in round brackets", value, hint)
    })?;
    if [x, y].iter().all(|part| part.is_finite() && part.abs() <= MAX_COORDINATE) {
        return Ok((x, y));
    }
    let what = format!("“{name}” is {}, which lies outside the canvas", short(value));
    Err(Mistake { what, hint: format!("write numbers from -{MAX_COORDINATE} to {MAX_COORDINATE}") })
}

/// That a value is of another sort than its field.
pub(super) fn wrong(name: &str, expected: &str, value: &str, hint: String) -> Mistake {
    Mistake { what: format!("“{name}” should be {expected}, but is {}", describe(value)), hint }
}

/// What sort of value stands there, in plain words.
pub(super) fn describe(value: &str) -> String {
    let (name, body) = syntax::head(value);
    let first = value.chars().next().unwrap_or_default();
    if matches!(first, '"') || value.starts_with("r\"") || value.starts_with("r#\"") {
        return "text".to_owned();
    }
    match (name, first) {
        (Some("true" | "false"), _) => short(value),
        (Some("inf" | "NaN"), _) => "no finite number".to_owned(),
        (Some(name), _) if body.is_empty() => format!("the word {}", short(name)),
        (Some(name), _) => format!("{}(...)", short(name)),
        (None, '[') => "a list".to_owned(),
        (None, '{') => "a map".to_owned(),
        (None, '\'') => "a single character".to_owned(),
        (None, '0'..='9' | '+' | '-' | '.') => format!("the number {}", short(value)),
        // What stands in round brackets, above all.
        (None, _) => short(value),
    }
}

/// A value for a message.
pub(super) fn short(value: &str) -> String {
    const LONGEST: usize = 40;
    let line: String = value.chars().take(LONGEST).collect();
    let plain = line.chars().all(|c| c == '"' || c == '\\' || c == '\'' || c.escape_debug().count() == 1);
    if plain && value.chars().nth(LONGEST).is_none() { line } else { "...".to_owned() }
}
