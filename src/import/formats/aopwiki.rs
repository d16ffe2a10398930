//! AOP-Wiki's XML: key events, the relationships between them, and what each pathway says of a relationship.
//!
//! <https://aopwiki.org/downloads>: adjacency, evidence and understanding of a relationship stand in the list of each adverse
//! outcome pathway, so one link may be graded several times; the relationship itself has the texts. No sign stands anywhere:
//! only events of which all actions are the same, at both ends, tell one.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::{
    brief::brief,
    draft::{Draft, End, Said, ThingId},
    format::{Format, Knows},
    input::Input,
    model::{Effect, Kind, Stance, one_line},
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "aopwiki",
    name: "AOP-Wiki XML",
    about: "Key events and their relationships, with each pathway's grade and the texts for and against.",
    endings: &["xml"],
    knows: |input| {
        let tag = xml::root_tag(&input.text).unwrap_or_default();
        Knows::seen(input.root() == Some("data") && tag.contains("aopkb.org/aop-xml"))
    },
    read,
    write: None,
};

/// What a pathway says of a relationship.
struct Graded<'a> {
    pathway: String,
    adjacency: Option<&'a str>,
    evidence: Option<&'a str>,
    understanding: Option<&'a str>,
}

/// Names of entries by their ids.
type Names<'a> = BTreeMap<&'a str, String>;

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let root = document.root_element();
    let mut draft = Draft::default();
    let named = |element: &'static str, name: &'static str| -> Names<'_> {
        let entry = |entry| Some((xml::attribute(entry, "id")?, brief(&text(entry, name))));
        xml::children(root, element).filter_map(entry).collect()
    };
    let (actions, taxa) = (named("biological-action", "name"), named("taxonomy", "name"));
    let stressors = named("stressor", "name");
    let mut events: BTreeMap<&str, (ThingId, Option<String>)> = BTreeMap::new();
    for event in xml::children(root, "key-event") {
        let thing = key_event(&mut draft, event, &stressors);
        events.insert(xml::attribute(event, "id").unwrap_or_default(), (thing, action(event, &actions)));
    }
    let mut grades: BTreeMap<&str, Vec<Graded<'_>>> = BTreeMap::new();
    let pathways: Vec<Node<'_, '_>> = xml::children(root, "aop").collect();
    for &pathway in &pathways {
        let title = brief(&text(pathway, "title"));
        roles(&mut draft, pathway, &title, &events);
        for relationship in xml::child(pathway, "key-event-relationships").into_iter().flat_map(|list| list.children())
        {
            if let Some(id) = xml::attribute(relationship, "id").filter(|_| relationship.is_element()) {
                grades.entry(id).or_default().push(graded(relationship, &title));
            }
        }
        draft.summary.push_str(&format!("{title}: {}\n", text(pathway, "abstract")));
    }
    if let [only] = pathways.as_slice() {
        draft.title = one_line(&text(*only, "title"));
    }
    for relationship in xml::children(root, "key-event-relationship") {
        let id = xml::attribute(relationship, "id").unwrap_or_default();
        // Of several with one id the first has the grades, so that they are not told again and again.
        let grades = grades.remove(id).unwrap_or_default();
        arrow(&mut draft, relationship, &events, &grades, &taxa);
    }
    Ok(draft)
}

fn key_event(draft: &mut Draft, event: Node<'_, '_>, stressors: &Names<'_>) -> ThingId {
    let id = xml::attribute(event, "id").unwrap_or_default();
    let card = draft.thing(id, &one_line(&text(event, "title")));
    let level = text(event, "biological-organization-level");
    let lane = (!level.is_empty()).then(|| draft.lane(&level));
    let thing = &mut draft.things[card.0];
    thing.lane = lane;
    thing.kind = Kind::Process;
    thing.explanation = text(event, "description");
    thing.aliases = Some(text(event, "short-name")).filter(|name| !name.is_empty()).into_iter().collect();
    for term in ["cell-term", "organ-term"] {
        let source = xml::child(event, term).map(|term| text(term, "source-id")).unwrap_or_default();
        thing.xrefs.extend(Some(source).filter(|source| !source.is_empty()));
    }
    for (field, what) in [
        ("measurement-methodology", "How it is measured"),
        ("evidence-supporting-taxonomic-applicability", "Where it applies"),
        ("references", "References"),
    ] {
        let said = text(event, field);
        if !said.is_empty() {
            thing.notes.push((format!("{what}: {said}"), Vec::new()));
        }
    }
    for stressor in xml::child(event, "key-event-stressors").into_iter().flat_map(|list| list.children()) {
        let Some(name) = xml::attribute(stressor, "stressor-id").and_then(|id| stressors.get(id)) else { continue };
        let evidence = text(stressor, "evidence");
        thing.notes.push((format!("Stressor: {name} (evidence: {evidence})"), Vec::new()));
    }
    card
}

/// The action of an event, where all that it lists are the same.
fn action(event: Node<'_, '_>, actions: &Names<'_>) -> Option<String> {
    let listed = xml::child(event, "biological-events").into_iter().flat_map(|list| list.children());
    let mut listed = listed.filter(Node::is_element).map(|entry| {
        xml::attribute(entry, "action-id").and_then(|id| actions.get(id)).map(|action| action.to_lowercase())
    });
    let first = listed.next()??;
    (listed.all(|other| other.as_deref() == Some(&first)) && matches!(first.as_str(), "increased" | "decreased"))
        .then_some(first)
}

/// Which events begin and end a pathway.
fn roles(draft: &mut Draft, pathway: Node<'_, '_>, title: &str, events: &BTreeMap<&str, (ThingId, Option<String>)>) {
    for (element, what) in
        [("molecular-initiating-event", "Molecular initiating event"), ("adverse-outcome", "Adverse outcome")]
    {
        for entry in xml::children(pathway, element) {
            let event = xml::attribute(entry, "key-event-id").and_then(|id| events.get(id));
            let Some((thing, _)) = event else { continue };
            let thing = &mut draft.things[thing.0];
            if element == "adverse-outcome" {
                thing.kind = Kind::Outcome;
            }
            thing.notes.push((format!("{what} of “{title}”."), Vec::new()));
        }
    }
}

fn graded<'a>(relationship: Node<'a, '_>, title: &str) -> Graded<'a> {
    let of = |name| {
        xml::child(relationship, name).and_then(|field| field.text()).map(str::trim).filter(|text| !text.is_empty())
    };
    Graded {
        pathway: title.to_owned(),
        adjacency: of("adjacency"),
        evidence: of("evidence"),
        understanding: of("quantitative-understanding-value"),
    }
}

fn arrow(
    draft: &mut Draft,
    relationship: Node<'_, '_>,
    events: &BTreeMap<&str, (ThingId, Option<String>)>,
    grades: &[Graded<'_>],
    taxa: &Names<'_>,
) {
    let id = xml::attribute(relationship, "id").unwrap_or_default();
    let title = xml::child(relationship, "title");
    let event = |name| title.map(|title| text(title, name)).and_then(|id| events.get(id.as_str()));
    let (cause, effect) = (event("upstream-id"), event("downstream-id"));
    let actions = [cause, effect].map(|event| event.and_then(|(_, action)| action.as_deref()));
    let word = word(draft, actions, grades);
    let end = |event: Option<&(ThingId, Option<String>)>| event.map_or(End::Nothing, |(thing, _)| End::Thing(*thing));
    let lowest = lowest(grades);
    if let Some(lowest) = lowest.filter(|_| grades.iter().any(|grade| grade.evidence != grades[0].evidence)) {
        let what = format!("Pathways grade the evidence of this relationship differently; the lowest is “{lowest}”.");
        draft.notice(NoticeKind::Decided, Spot::Element(id.to_owned()), what);
    }
    let arrow = draft.arrow(end(cause), end(effect), word, Spot::Element(id.to_owned()));
    arrow.notes.extend(grades.iter().map(|grade| {
        let shown = |value: Option<&str>| value.unwrap_or("not specified").to_owned();
        let (adjacency, evidence) = (shown(grade.adjacency), shown(grade.evidence));
        format!(
            "In “{}”: {adjacency}, evidence {evidence}, understanding {}",
            grade.pathway,
            shown(grade.understanding)
        )
    }));
    arrow.notes.extend(lowest.map(|lowest| format!("The lowest grade of its evidence is {lowest}")));
    let said = |text: String, stance| {
        Some(Said { sentence: text, stance, ..Said::default() }).filter(|said| !said.sentence.is_empty())
    };
    let weight = xml::child(relationship, "weight-of-evidence");
    let of = |name| weight.map(|weight| text(weight, name)).unwrap_or_default();
    arrow.said.extend(said(of("biological-plausibility"), Stance::Supports));
    // The format spells it so.
    arrow.said.extend(said(of("emperical-support-linkage"), Stance::Supports));
    arrow.said.extend(said(of("empirical-support-linkage"), Stance::Supports));
    arrow.said.extend(said(of("uncertainties-or-inconsistencies"), Stance::Disputes));
    for (field, what) in [
        ("description", "Description"),
        ("evidence-collection-strategy", "How evidence was collected"),
        ("known-modulating-factors", "What modulates it"),
        ("quantitative-understanding", "How much"),
        ("references", "References"),
    ] {
        let said = text(relationship, field);
        arrow.notes.extend((!said.is_empty()).then(|| format!("{what}: {said}")));
    }
    for taxon in xml::child(relationship, "taxonomic-applicability").into_iter().flat_map(|list| list.children()) {
        let Some(name) = xml::attribute(taxon, "taxonomy-id").and_then(|id| taxa.get(id)) else { continue };
        arrow.notes.push(format!("Applies to {name} (evidence: {})", text(taxon, "evidence")));
    }
}

/// The word of a relationship: whether others lie between, and what its events do where both are known.
fn word(draft: &mut Draft, actions: [Option<&str>; 2], grades: &[Graded<'_>]) -> crate::WordId {
    let is = |what: &str| grades.iter().any(|grade| grade.adjacency == Some(what));
    let between = match (is("adjacent"), is("non-adjacent")) {
        (true, true) => ", adjacent in one pathway and not in another",
        (false, true) => ", indirectly",
        (_, false) => "",
    };
    let (does, effect) = match actions {
        [Some(one), Some(other)] if one == other => (format!("{one} leads to {other}"), Effect::Raises),
        [Some(one), Some(other)] => (format!("{one} leads to {other}"), Effect::Unknown),
        _ => ("leads to".to_owned(), Effect::Unknown),
    };
    draft.word(&format!("{does}{between}"), effect)
}

/// The lowest grade that pathways give the evidence of a relationship.
fn lowest<'a>(grades: &[Graded<'a>]) -> Option<&'a str> {
    let rank = |grade: &str| ["Low", "Moderate", "High"].iter().position(|known| known.eq_ignore_ascii_case(grade));
    grades.iter().filter_map(|grade| Some((rank(grade.evidence?)?, grade.evidence?))).min().map(|(_, grade)| grade)
}

/// The text of a field; the texts are web pages inside of XML, of which only the words are kept.
fn text(node: Node<'_, '_>, name: &str) -> String {
    let found = xml::child(node, name).map(xml::text_in).unwrap_or_default();
    if found.contains('<') {
        one_line(&without_tags(&found))
    } else {
        found.replace("&nbsp;", " ").replace("&amp;", "&")
    }
}

fn without_tags(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut pieces = page.split('<');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        // `<5 mg` is no tag: those begin with a letter, a slash or a mark.
        let is_tag = |tag: &str| tag.starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c));
        if let Some((_, text)) = piece.split_once('>').filter(|(tag, _)| is_tag(tag)) {
            out.push(' ');
            out.push_str(text);
        } else {
            out.push('<');
            out.push_str(piece);
        }
    }
    out.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
