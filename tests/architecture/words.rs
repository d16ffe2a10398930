//! Where texts may stand: what people read is in `words`, and nothing there is unused.

use std::{ops::Range, path::Path};

use crate::sources::{Source, code, sources};

/// Modules whose texts stand in `words`, ready to be translated.
const WORDLESS: [&str; 4] = ["app", "canvas", "session", "ui"];

/// What a literal that is not on screen follows: names of widgets, ids in the library, files that are compiled in.
const NAMES_AFTER: [&str; 19] = [
    "from_hash_of(",
    "Id::new(",
    "Id::new((",
    ".id_salt(",
    "from_id_salt(",
    "from_id_salt((",
    ".with(",
    ".with((",
    ".with_id(Some(",
    "Area::new(",
    "Grid::new(",
    "Panel::bottom(",
    "Panel::left(",
    "Panel::right(",
    "Panel::top(",
    "bundled!(",
    "env!(",
    "include_bytes!(",
    "include_str!(",
];

/// Further literals that are not on screen, by file: ids of pathways and lanes, files, threads, schemes of addresses.
const NAMES_IN: [(&str, &[&str]); 9] = [
    // Variables of the environment, libraries and their packages.
    (
        "app/display.rs",
        &[
            "WINIT_X11_SCALE_FACTOR",
            "WAYLAND_DISPLAY",
            "WAYLAND_SOCKET",
            "XDG_RUNTIME_DIR",
            "DISPLAY",
            "randr",
            ".so",
            "lib",
            "libxkbcommon-x11.so",
            "libxkbcommon-x11-0",
            "libxkbcommon.so",
            "libxkbcommon0",
            "libX11.so",
            "libx11-6",
            "libX11-xcb.so",
            "libx11-xcb1",
            "libXcursor.so",
            "libxcursor1",
            "libXi.so",
            "libxi6",
            "libXrandr.so",
            "libxrandr2",
            "libwayland-client.so",
            "libwayland-client0",
            "libEGL.so",
            "libegl1",
            "libGL.so",
            "libgl1",
        ],
    ),
    ("app/desk.rs", &["checking"]),
    ("app/start.rs", &["pathlight", "settings.ron"]),
    ("app/watch.rs", &["watching"]),
    ("app/worker.rs", &["files", "questions", "drawing", "dialog", "ron"]),
    // A text that is laid out and never shown.
    ("canvas/rest.rs", &["atlas"]),
    (
        "session/atlas.rs",
        &[
            "atlas",
            "skull-marrow",
            "microglia",
            "inflammation-drive",
            "depression-overview",
            "antidepressants",
            "outside",
            "body",
            "blood",
            "marrow",
            "borders",
            "brain_cells",
            "synapses",
            "circuits",
            "experience",
        ],
    ),
    ("session/library.rs", &[".pathway.ron", "OUT_DIR"]),
    ("ui/outline.rs", &["outline search"]),
];

/// A string literal, and the code before it without white space.
struct Literal {
    before: String,
    text: String,
}

impl Literal {
    /// Whether it holds a word: two letters in a row outside placeholders and escapes.
    fn is_wordy(&self) -> bool {
        let mut letters = 0;
        let mut rest = self.text.as_str();
        while let Some(c) = rest.chars().next() {
            // Placeholders have no spaces.
            let inside = rest.strip_prefix('{').and_then(|inside| inside.find(['{', '}', ' ']));
            let placeholder = inside.map(|end| end + 2).filter(|end| rest[..*end].ends_with('}'));
            let length = match c {
                '{' if rest.starts_with("{{") => 2,
                '{' => placeholder.unwrap_or(1),
                '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
                _ => c.len_utf8(),
            };
            letters = if c.is_alphabetic() { letters + 1 } else { 0 };
            if letters == 2 {
                return true;
            }
            rest = &rest[length..];
        }
        false
    }

    /// Whether it is not on screen.
    fn is_name_in(&self, file: &Path) -> bool {
        let listed = |(path, names): &(&str, &[&str])| Path::new(path) == file && names.contains(&self.text.as_str());
        NAMES_AFTER.iter().any(|before| self.before.ends_with(before)) || NAMES_IN.iter().any(listed)
    }
}

/// The string literals of code, without those in comments, in attributes and in the tests at the end.
fn literals(text: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let mut before = String::new();
    // How many brackets of an attribute are open.
    let mut attribute = 0;
    let mut rest = text.split("#[cfg(test)]").next().unwrap_or_default();
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if rest.starts_with("//") {
            length = rest.find('\n').unwrap_or(rest.len());
        } else if let Some(end) = character(rest) {
            length = end;
            before.push(c);
        } else if let Some((inside, end)) = string(rest) {
            if attribute == 0 {
                literals.push(Literal { before: before.clone(), text: rest[inside].to_owned() });
            }
            length = end;
            before.push('"');
        } else if !c.is_whitespace() {
            match c {
                '[' if attribute > 0 || before.ends_with('#') || before.ends_with("#!") => attribute += 1,
                ']' if attribute > 0 => attribute -= 1,
                _ => {}
            }
            before.push(c);
        }
        rest = &rest[length..];
    }
    literals
}

/// The length of the character literal that code begins with. A lifetime is none.
fn character(code: &str) -> Option<usize> {
    let inside = code.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    let least = if first == '\\' { 2 } else { first.len_utf8() };
    let end = least + inside.get(least..)?.find('\'')?;
    (first == '\\' || end == least).then_some(end + 2)
}

/// What stands in the string literal that code begins with, and how long the whole is.
fn string(code: &str) -> Option<(Range<usize>, usize)> {
    let start = code.find(|c| !matches!(c, 'b' | 'c' | 'r' | '#')).filter(|&at| code[at..].starts_with('"'))? + 1;
    let prefix = &code[..start - 1];
    if prefix.contains('r') {
        let hashes = "#".repeat(prefix.matches('#').count());
        let end = start + code[start..].find(&format!("\"{hashes}"))?;
        return Some((start..end, end + 1 + hashes.len()));
    }
    let mut escaped = false;
    let end = code[start..].find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some((start..start + end, start + end + 1))
}

/// The texts in a source that people read.
fn words_in(source: &Source) -> Vec<String> {
    let words = literals(&source.text).into_iter().filter(Literal::is_wordy);
    words.filter(|literal| !literal.is_name_in(&source.path)).map(|literal| literal.text).collect()
}

#[test]
fn texts_of_the_interface_stand_in_words() {
    for source in sources().iter().filter(|source| WORDLESS.contains(&source.module.as_str())) {
        let is_test = source.path.iter().any(|part| part == "tests" || part == "tests.rs" || part == "build.rs");
        let found = if is_test { Vec::new() } else { words_in(source) };
        assert!(found.is_empty(), "{}: texts belong in `words`: {found:?}", source.path.display());
    }
}

#[test]
fn every_text_in_words_is_used() {
    let sources = sources();
    let all: String = sources.iter().map(|source| code(&source.text)).collect();
    for source in sources.iter().filter(|source| source.module == "words") {
        let own = code(&source.text);
        let area = source.path.file_stem().expect("a file has a name").to_string_lossy();
        for line in own.lines() {
            let Some(line) = line.strip_prefix("pub const ").or(line.strip_prefix("pub fn ")) else { continue };
            let name = line.split([':', '(']).next().unwrap_or_default();
            // What stands on top is named in many ways.
            let elsewhere =
                if area == "mod" { times(&all, name) > 1 } else { times(&all, &format!("{area}::{name}")) > 0 };
            assert!(elsewhere || times(&own, name) > 1, "{}: nothing says {name}", source.path.display());
        }
    }
}

/// How often a name stands in code, as a whole.
fn times(code: &str, name: &str) -> usize {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let whole = |&(at, _): &(usize, &str)| !code[..at].ends_with(part) && !code[at + name.len()..].starts_with(part);
    code.match_indices(name).filter(whole).count()
}

#[test]
fn names_on_the_list_still_exist() {
    let sources = sources();
    for (file, names) in NAMES_IN {
        let source = sources.iter().find(|source| source.path == Path::new(file)).expect(file);
        for name in names {
            let exists = literals(&source.text).iter().any(|literal| literal.text == *name);
            assert!(exists, "{file} has no “{name}” any more: take it off the list");
        }
    }
}

#[track_caller]
fn check_words(code: &str, expected: &[&str]) {
    let source = Source::new("ui/top.rs".into(), code.to_owned());
    assert_eq!(words_in(&source), expected, "{code}");
}

#[test]
fn the_rule_on_texts_can_be_broken() {
    check_words(r#"ui.button("Go"); ui.label(words::top::FIT);"#, &["Go"]);
    check_words(
        r##"a('"', "One \"two\"", '\'', r#"a "raw" one"#, b"bytes") // "three""##,
        &[r#"One \"two\""#, r#"a "raw" one"#, "bytes"],
    );
    check_words(r#"fn a<'a>(b: &'a str) { "https://a.org" } // "no""#, &["https://a.org"]);
    check_words(r#"format!("{name}: {:.1} × {count:?}\n\t\u{2019}"); format!("{n} of {m}");"#, &["{n} of {m}"]);
    check_words(r#"format!("{{so}}"); format!("{an it}"); "é∂ü"; "Über""#, &["{{so}}", "{an it}", "Über"]);
    check_words(r#"#[expect(a, reason = "it [is] so")] x["key"]"#, &["key"]);
    check_words(r#"ui.id_salt( "ask" ); Panel::left("side"); names.join(" and "); ui.with("x y")"#, &[" and "]);
    assert_eq!((times("a::MORE_X b", "a::MORE"), times("a::MORE b", "a::MORE")), (0, 1));
    check_words("\"http\"\n#[cfg(test)]\nmod tests { \"word\" }", &["http"]);
}
