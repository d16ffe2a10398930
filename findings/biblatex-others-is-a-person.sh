#!/usr/bin/env bash
# biblatex 0.11.0 (crates.io), the parser of BibTeX files that Typst reads bibliographies with.
#
# In BibTeX a list of authors that ends in "and others" is cut: styles print "et al." for the rest. This parser gives
# a further person whose family name is "others", so whoever counts authors or prints all of them has one too many,
# and nothing in the value tells that the list was cut.
#
# Output seen:
#   2 authors: Lee Ann | others
#
# Needs cargo and crates.io. Fails if the behaviour has changed.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "others"
version = "0.0.0"
edition = "2024"
[dependencies]
biblatex = "=0.11.0"
TOML
cat >src/main.rs <<'RUST'
use biblatex::Bibliography;

fn main() {
    let text = "@article{one, author = {Lee, Ann and others}, title = {A study}, year = {2020}}";
    let found = Bibliography::parse(text).expect("it is BibTeX");
    let authors = found.get("one").expect("the entry").author().expect("authors");
    let names: Vec<String> =
        authors.iter().map(|one| format!("{} {}", one.name, one.given_name).trim().to_owned()).collect();
    println!("{} authors: {}", names.len(), names.join(" | "));
}
RUST
CARGO_TARGET_DIR=$scratch/target cargo run --quiet >found
cat found
grep -qx "2 authors: Lee Ann | others" found
