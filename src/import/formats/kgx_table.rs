//! KGX tables in the words of the Biolink model: nodes, edges, or both in one file below one another.
//!
//! <https://github.com/biolink/kgx>, <https://biolink.github.io/biolink-model>: `affects` has no sign; the qualifier of the object's
//! direction gives one, which that of the subject turns, as a deficiency that increases. Denied edges are evidence against.

use std::collections::BTreeMap;

use csv::StringRecord;

use crate::{
    draft::{Draft, End, Heads, Said, WordId},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind, Stance},
    native::Problem,
    notice::{NoticeKind, Spot},
    table::{Names, Table, cell, is_true, papers, plain, unread},
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "kgx-tsv",
    name: "KGX table",
    about: "Nodes or edges of a knowledge graph in Biolink's words; signs come from qualifiers, denials stay denials.",
    endings: &["tsv", "csv"],
    knows: |input| {
        let Ok(table) = Table::first(input, 20) else { return Knows::No };
        let heads = table.rows.first().is_some_and(|(_, row)| is_head(row));
        let words = table.rows.iter().any(|(_, row)| row.iter().any(|cell| cell.trim().starts_with("biolink:")));
        Knows::seen(heads && words)
    },
    read,
    write: None,
};

/// Whether a row names the columns of nodes or of edges.
fn is_head(row: &StringRecord) -> bool {
    let has = |name: &str| row.iter().any(|cell| cell.trim() == name);
    (has("subject") && has("predicate") && has("object")) || (has("id") && has("category"))
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let table = Table::read(input)?;
    let mut draft = Draft::default();
    let mut names = Names::default();
    // Column by heading, so that a row costs no more than its own cells.
    let mut head: BTreeMap<String, usize> = BTreeMap::new();
    let mut labelled = false;
    for (line, row) in &table.rows {
        if is_head(row) {
            head = row.iter().enumerate().map(|(at, cell)| (plain(cell), at)).collect();
            continue;
        }
        if head.is_empty() {
            continue;
        }
        let get = |name: &str| cell(row, head.get(&plain(name)).copied());
        if head.contains_key("subject") {
            labelled |= !get("subject_name").is_empty();
            edge(&mut draft, &mut names, *line, &get);
        } else {
            labelled |= node(&mut draft, &mut names, &get);
        }
    }
    if draft.things.is_empty() {
        let hint = "open the table of edges, with the columns subject, predicate and object";
        return Err(Problem::at_start("this table names no nodes and no edges", hint));
    }
    let alone = if draft.arrows.is_empty() {
        Some(
            "These are nodes alone: put the table of edges below them, with its own first row, and open both as one file.",
        )
    } else if labelled {
        None
    } else {
        Some(
            "Identifiers stand for names: put the table of nodes above the edges, with its own first row, and open both as one file.",
        )
    };
    let mut of: &[(usize, StringRecord)] = &table.rows;
    while let Some(((_, head), rows)) = of.split_first() {
        let end = rows.iter().position(|(_, row)| is_head(row)).unwrap_or(rows.len());
        if is_head(head) {
            let known = READ.map(plain);
            unread(&mut draft, head.iter(), &rows[..end], |_, name| known.contains(&plain(name)));
        }
        of = &rows[end..];
    }
    if let Some(what) = alone {
        draft.notice(NoticeKind::Decided, Spot::Whole, what);
    }
    Ok(draft)
}

/// The columns that are read, of nodes and of edges.
const READ: [&str; 22] = [
    "id",
    "name",
    "category",
    "description",
    "synonym",
    "subject",
    "subject_name",
    "object",
    "object_name",
    "predicate",
    "publications",
    "negated",
    "supporting_text",
    "qualified_predicate",
    "subject_direction_qualifier",
    "object_direction_qualifier",
    "object_aspect_qualifier",
    "primary_knowledge_source",
    "knowledge_source",
    "provided_by",
    "anatomical_context_qualifier",
    "species_context_qualifier",
];

/// A node; whether it has a name.
fn node<'a>(draft: &mut Draft, names: &mut Names, get: &impl Fn(&str) -> &'a str) -> bool {
    let (id, name) = (get("id"), get("name"));
    if id.is_empty() {
        return false;
    }
    let thing = names.thing(draft, id, if name.is_empty() { id } else { name });
    let made = &mut draft.things[thing.0];
    if !name.is_empty() {
        // Edges may have come first.
        name.clone_into(&mut made.label);
    }
    made.xrefs = vec![id.to_owned()];
    get("description").clone_into(&mut made.explanation);
    made.aliases = get("synonym").split('|').map(|name| name.trim().to_owned()).collect();
    made.kind = sort(get("category"));
    !name.is_empty()
}

fn edge<'a>(draft: &mut Draft, names: &mut Names, line: usize, get: &impl Fn(&str) -> &'a str) {
    let [from, to] = ["subject", "object"].map(|end| {
        let (id, name) = (get(end), get(&format!("{end}_name")));
        let made = |draft: &mut Draft| names.thing(draft, id, if name.is_empty() { id } else { name });
        let mut made = made;
        if id.is_empty() { End::Nothing } else { End::Thing(made(draft)) }
    });
    let listed = |text: &str| text.replace(['[', ']', '"', '\''], " ");
    let (cited, rest) = papers(draft, &listed(get("publications")), false);
    let negated = is_true(get("negated"));
    let word = word(draft, get, negated && cited.is_empty());
    let sentence = get("supporting_text").trim_matches(['[', ']', '"']);
    let stance = if negated { Stance::Disputes } else { Stance::Supports };
    let one = |paper| Said { paper, sentence: sentence.to_owned(), stance, ..Said::default() };
    let said = if cited.is_empty() { vec![one(None)] } else { cited.iter().map(|paper| one(Some(*paper))).collect() };
    let arrow = draft.arrow(from, to, word, Spot::Line(line));
    arrow.said = said;
    if get("predicate").contains("correlated") || get("predicate").contains("interacts_with") {
        arrow.heads = Heads::None;
    }
    let source = ["primary_knowledge_source", "knowledge_source", "provided_by"].map(get);
    let source = source.into_iter().find(|source| !source.is_empty()).unwrap_or_default();
    let notes = [
        ("From", source),
        ("Context", get("anatomical_context_qualifier")),
        ("Species", get("species_context_qualifier")),
    ];
    arrow.notes =
        notes.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}: {text}.")).collect();
    if !rest.is_empty() {
        arrow.notes.push(format!("Also cited: {}.", rest.join(" ")));
    }
}

/// What an edge says, with the qualifiers that give it a sign or turn it.
fn word<'a>(draft: &mut Draft, get: &impl Fn(&str) -> &'a str, denied: bool) -> WordId {
    let bare = |text: &'a str| text.strip_prefix("biolink:").unwrap_or(text);
    let predicate = bare(get("predicate"));
    let (subject, object) = (get("subject_direction_qualifier"), get("object_direction_qualifier"));
    let aspect = get("object_aspect_qualifier");
    let mut parts = vec![predicate.to_owned()];
    let qualified = [("", bare(get("qualified_predicate"))), ("object ", object), ("", aspect), ("subject ", subject)];
    parts.extend(qualified.iter().filter(|(_, text)| !text.is_empty()).map(|(end, text)| format!("{end}{text}")));
    let own = match predicate {
        _ if predicate.contains("correlated") => 0,
        _ if predicate.contains("positively_regulates") || predicate.starts_with("increases_") => 1,
        _ if predicate.contains("negatively_regulates") || predicate.starts_with("decreases_") => -1,
        _ => 0,
    };
    let said = if object.is_empty() { own } else { direction(object) };
    let turned = if subject.is_empty() { 1 } else { direction(subject) };
    // More of its breakdown is less of it.
    let broken = if aspect == "degradation" && !object.is_empty() { -1 } else { 1 };
    let effect = match said * turned * broken {
        1 => Effect::Raises,
        -1 => Effect::Lowers,
        _ => Effect::Unknown,
    };
    let word = parts.join(", ");
    if denied { draft.word(&format!("denied: {word}"), Effect::NoEffect) } else { draft.word(&word, effect) }
}

fn direction(qualifier: &str) -> i8 {
    match qualifier {
        "increased" | "upregulated" => 1,
        "decreased" | "downregulated" => -1,
        _ => 0,
    }
}

fn sort(category: &str) -> Kind {
    let is = |words: &[&str]| words.iter().any(|word| category.contains(word));
    if is(&["Gene", "Protein", "Chemical", "SmallMolecule"]) {
        Kind::Molecule
    } else if is(&["Drug"]) {
        Kind::Treatment
    } else if is(&["BiologicalProcess", "Pathway", "MolecularActivity"]) {
        Kind::Process
    } else if category.ends_with("Cell") {
        Kind::Cell
    } else {
        Kind::Other
    }
}
