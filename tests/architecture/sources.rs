//! The source files of all packages, as the rules read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Packages that lie in folders of `src`; what lies beside them is the program itself.
const MEMBERS: [&str; 9] = ["canvas", "core", "draw", "grammar", "import", "layout", "lesson", "session", "words"];

/// A source file.
pub(crate) struct Source {
    /// The package that it belongs to: a member's folder, or `pathlight`.
    pub package: String,
    /// Where it lies in its package.
    pub inside: PathBuf,
    /// Where it lies below its module's folder, with that folder: `analysis/web.rs`.
    pub path: PathBuf,
    /// Its module: `analysis`.
    pub module: String,
    pub text: String,
}

impl Source {
    /// A file by its path in `src`.
    pub(crate) fn new(path: PathBuf, text: String) -> Self {
        let member = MEMBERS.into_iter().find(|member| path.starts_with(member));
        let inside = member.and_then(|member| path.strip_prefix(member).ok()).unwrap_or(&path).to_owned();
        // These hold modules; the others are one.
        let path = if member.is_some_and(|member| ["core", "draw"].contains(&member)) { inside.clone() } else { path };
        let first = path.iter().next().expect("it has a name").to_string_lossy().into_owned();
        let module = first.trim_end_matches(".rs").to_owned();
        Self { package: member.unwrap_or("pathlight").to_owned(), inside, path, module, text }
    }
}

/// Every file in `src`, in order.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let inside = path.strip_prefix(&root).expect("it lies in src").to_owned();
                // Examples and tests of a member stand beside its modules and are none.
                let beside = inside
                    .components()
                    .nth(1)
                    .is_some_and(|c| ["examples", "benches"].contains(&&*c.as_os_str().to_string_lossy()));
                if !beside
                    && !["core/tests", "import/tests", "import/tests.rs"].iter().any(|tests| inside.starts_with(tests))
                {
                    sources.push(Source::new(inside, fs::read_to_string(&path).expect("it is text")));
                }
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The code without its comments and without its tests at the end.
pub(crate) fn code(text: &str) -> String {
    let end = text.find("#[cfg(test)]\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}
