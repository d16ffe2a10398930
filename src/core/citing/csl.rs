//! Items of CSL JSON, and of what Crossref and reference managers hand out in much the same words.

use serde_json::Value;

use super::{clean, identifiers::Numbers, work::Work};
use crate::model::{Name, SourceKind};

/// The works of a text that is JSON: of an item, a list of items, or an object that holds one of them.
///
/// # Errors
/// Where the text is no JSON, what the parser says of the place.
pub(super) fn works(text: &str) -> Result<Vec<Work>, String> {
    let value: Value = serde_json::from_str(text).map_err(|why| why.to_string())?;
    Ok(items(&value).into_iter().map(work).collect())
}

fn items(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().filter(|item| is_item(item)).collect(),
        item if is_item(item) => vec![item],
        holder => {
            ["items", "references", "message"].iter().filter_map(|name| holder.get(name)).flat_map(items).collect()
        }
    }
}

fn is_item(value: &Value) -> bool {
    value.is_object() && ["title", "DOI", "author", "PMID", "issued"].iter().any(|field| value.get(field).is_some())
}

/// A text or a number; the first of a list.
fn text(item: &Value, names: &[&str]) -> String {
    let said = |value: &Value| match value {
        Value::String(text) => Some(clean::field(text)),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let of = |name: &&str| {
        let value = item.get(name)?;
        said(value.as_array().and_then(|list| list.first()).unwrap_or(value)).filter(|text| !text.is_empty())
    };
    names.iter().find_map(of).unwrap_or_default()
}

fn work(item: &Value) -> Work {
    let (authors, others) = people(item, "author");
    let (editors, _) = people(item, "editor");
    let kind = kind_of(&text(item, &["type"]), &text(item, &["genre"]));
    let pages = text(item, &["page", "article-number", "number-of-pages"]);
    let number = text(item, &["number"]);
    let is_trial = kind == Some(SourceKind::Trial);
    Work {
        kind,
        authors,
        others,
        editors,
        year: ["issued", "published", "published-print", "published-online", "year"]
            .iter()
            .find_map(|name| item.get(name).map(year).filter(|&year| year > 0))
            .unwrap_or(0),
        title: clean::title(&text(item, &["title"])),
        container: text(item, &["container-title", "container-title-short", "journalAbbreviation"]),
        volume: text(item, &["volume"]),
        issue: text(item, &["issue"]),
        pages: if kind == Some(SourceKind::Book) { String::new() } else { clean::pages(&pages) },
        publisher: text(item, &["publisher"]),
        place: text(item, &["publisher-place", "publisher-location"]),
        genre: if kind == Some(SourceKind::Thesis) { text(item, &["genre"]) } else { String::new() },
        number: if is_trial { number } else { String::new() },
        numbers: numbers(item),
        note: text(item, &["note"]),
        ..Work::default()
    }
}

/// The identifiers, which Zotero also writes as lines of the note.
fn numbers(item: &Value) -> Numbers {
    let note = item.get("note").and_then(Value::as_str).unwrap_or_default();
    let line = |name: &str| {
        let of_name = |line: &str| {
            let (tag, value) = line.split_once(':')?;
            tag.trim().eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
        };
        note.lines().find_map(of_name).unwrap_or_default()
    };
    let either =
        |field: &str| Some(text(item, &[field])).filter(|text| !text.is_empty()).unwrap_or_else(|| line(field));
    Numbers::of(&[either("DOI"), format!("pmid:{}", either("PMID")), either("PMCID"), text(item, &["URL"])])
}

fn kind_of(word: &str, genre: &str) -> Option<SourceKind> {
    Some(match word {
        "article-journal" | "journal-article" | "article-magazine" | "article-newspaper" | "review" => {
            SourceKind::Article
        }
        "book" | "monograph" | "edited-book" => SourceKind::Book,
        "chapter" | "paper-conference" | "entry-encyclopedia" | "book-chapter" | "proceedings-article" => {
            SourceKind::Chapter
        }
        "webpage" if genre.to_lowercase().contains("trial") => SourceKind::Trial,
        "webpage" | "post-weblog" | "post" => SourceKind::WebPage,
        "thesis" | "dissertation" => SourceKind::Thesis,
        "report" => SourceKind::Report,
        "preprint" | "posted-content" => SourceKind::Preprint,
        "article" if genre.to_lowercase().contains("preprint") => SourceKind::Preprint,
        _ => return None,
    })
}

/// The people of a field, and whether there are others.
fn people(item: &Value, role: &str) -> (Vec<Name>, bool) {
    let list = item.get(role).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut names: Vec<Name> = list.iter().filter_map(name).collect();
    let is_more =
        |name: &Name| matches!(name, Name::Literal(text) if matches!(text.as_str(), "others" | "et al." | "et al"));
    let before = names.len();
    names.retain(|name| !is_more(name));
    (names.clone(), names.len() < before)
}

fn name(value: &Value) -> Option<Name> {
    if let Some(text) = value.as_str() {
        return Some(Name::Literal(clean::field(text)));
    }
    let literal = text(value, &["literal", "name"]);
    if !literal.is_empty() {
        return Some(Name::Literal(literal));
    }
    let particles =
        [text(value, &["dropping-particle"]), text(value, &["non-dropping-particle"]), text(value, &["family"])];
    let family: Vec<&str> = particles.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let (family, given) = (family.join(" "), text(value, &["given"]));
    let said = !family.is_empty() || !given.is_empty();
    said.then(|| Name::parted(&family, &given, Some(&text(value, &["suffix"]))))
}

/// The year of a date in any of its shapes: `{"date-parts": [[2025, 9, 1]]}`, the same with texts, `{"raw": "2025-09"}`,
/// `{"literal": "September 2025"}`, a list, a text, a number.
fn year(date: &Value) -> i32 {
    match date {
        Value::Number(number) => number.as_i64().and_then(|year| i32::try_from(year).ok()).unwrap_or(0),
        Value::String(text) => clean::year(text),
        Value::Array(list) => list.first().map_or(0, year),
        Value::Object(parts) => {
            let shapes = ["date-parts", "raw", "literal", "year"].iter();
            shapes.filter_map(|name| parts.get(*name)).map(year).find(|&year| year > 0).unwrap_or(0)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn dates_come_in_many_shapes() {
        for (date, expected) in [
            (json!({ "date-parts": [[2025, 9, 1]] }), 2025),
            (json!({ "date-parts": [["2025", "9"]] }), 2025),
            (json!({ "date-parts": [2025] }), 2025),
            (json!({ "date-parts": [[]], "raw": "2024-02" }), 2024),
            (json!({ "literal": "September 2023" }), 2023),
            (json!("2025-09-01"), 2025),
            (json!(2025), 2025),
            (json!({ "date-parts": [[null]] }), 0),
            (json!(1e300), 0),
            (json!({}), 0),
        ] {
            assert_eq!(year(&date), expected, "{date}");
        }
    }

    #[test]
    fn names_come_in_parts_or_whole() {
        let item = json!({ "author": [
            { "family": "Berg", "given": "Jan", "non-dropping-particle": "van der" },
            { "literal": "World Health Organization" },
            { "name": "ENIGMA Group" },
            { "family": "King", "given": "M. L.", "suffix": "Jr" },
            { "family": "王", "given": "小明" },
            "Plain Text", {}, 3, { "literal": "others" },
        ] });
        let (names, others) = people(&item, "author");
        let names: Vec<String> = names.iter().map(Name::short).collect();
        let expected =
            ["van der Berg J", "World Health Organization", "ENIGMA Group", "King ML Jr", "王小明", "Plain Text"];
        assert_eq!((names, others), (expected.map(str::to_owned).to_vec(), true));
    }

    #[test]
    fn items_are_found_in_what_holds_them() {
        let item = json!({ "title": ["A title."], "container-title": ["Nat Commun"], "volume": 16, "note": "x\nPMID: 40890098" });
        for text in [item.to_string(), json!([item]).to_string(), json!({ "message": { "items": [item] } }).to_string()]
        {
            let works = works(&text).expect("it is JSON");
            assert_eq!(works.len(), 1);
            let Work { title, container, volume, numbers, .. } = &works[0];
            let read = [title, container, volume, &numbers.pmid].map(String::as_str);
            assert_eq!(read, ["A title", "Nat Commun", "16", "40890098"]);
        }
        assert!(works("{\"a\": ").is_err());
        assert_eq!(works("[1, {}]").map(|works| works.len()), Ok(0));
    }
}
