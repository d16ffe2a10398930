//! XMILE, as Stella writes it: stocks, flows and converters, and connectors of which some have a polarity.
//!
//! <https://docs.oasis-open.org/xmile/xmile/v1.0/xmile-v1.0.html>: names differ in blanks, underscores, line breaks, quotes and
//! capitals and mean the same. An inflow raises its stock and an outflow lowers it, which no connector says. Connectors may
//! begin on an alias. What Stella's documentation of a connector says is the reason for that link.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::{
    brief::brief,
    draft::{Draft, End, Said, ThingId},
    format::{Format, Knows},
    input::Input,
    model::{Effect, one_line},
    native::Problem,
    notice::{NoticeKind, Spot},
    xml,
};

/// The row of the table.
pub(super) const FORMAT: Format = Format {
    id: "xmile",
    name: "XMILE (Stella)",
    about: "Stocks, flows and connectors; a polarity is a sign, inflows raise and outflows lower, any other connector has none.",
    endings: &["stmx", "itmx", "xmile"],
    knows: |input| Knows::seen(input.root() == Some("xmile")),
    read,
    write: None,
};

/// The variables of a model by their folded names, and the aliases of its pictures.
#[derive(Default)]
struct Model<'a> {
    known: BTreeMap<String, ThingId>,
    aliases: BTreeMap<&'a str, String>,
}

fn read(input: &Input<'_>) -> Result<Draft, Problem> {
    let document = xml::parsed(input)?;
    let root = document.root_element();
    let mut draft = Draft::default();
    let header = xml::child(root, "header");
    draft.title = header.and_then(|header| xml::child(header, "name")).map(xml::text_in).unwrap_or_default();
    let mut all: BTreeMap<String, ThingId> = BTreeMap::new();
    let mut models = Vec::new();
    for model in xml::children(root, "model") {
        let name = xml::attribute(model, "name").map(folded);
        let mut read = Model::default();
        for variable in
            xml::child(model, "variables").into_iter().flat_map(|list| list.children()).filter(Node::is_element)
        {
            let Some((key, thing)) = card(&mut draft, variable) else { continue };
            if let Some(name) = &name {
                all.entry(format!("{name}.{key}")).or_insert(thing);
                draft.things[thing.0].lane =
                    Some(draft.lane(&shown(xml::attribute(model, "name").unwrap_or_default())));
            } else {
                all.entry(key.clone()).or_insert(thing);
            }
            if read.known.insert(key, thing).is_some() {
                let name = xml::attribute(variable, "name").unwrap_or_default();
                let what = "Several variables have this name: arrows end on the last.";
                draft.notice(NoticeKind::Decided, Spot::Element(name.to_owned()), what);
            }
        }
        models.push((model, read));
    }
    let mut connectors = 0;
    for (model, read) in &mut models {
        flows(&mut draft, *model, read);
        for view in model.descendants().filter(|node| node.tag_name().name() == "view") {
            places(&mut draft, view, read);
            for connector in xml::children(view, "connector") {
                connectors += 1;
                arrow(&mut draft, connector, read);
            }
        }
        connections(&mut draft, *model, &all);
    }
    if connectors == 0 {
        let what = "The file has no picture with connectors: only what flows into stocks and out of them is known.";
        draft.notice(NoticeKind::NotKept, Spot::Whole, what);
    }
    Ok(draft)
}

/// A variable as a card, with the name that others call it by.
fn card(draft: &mut Draft, variable: Node<'_, '_>) -> Option<(String, ThingId)> {
    let what = match variable.tag_name().name() {
        "stock" => "Stock",
        "flow" => "Flow",
        "aux" => "Converter",
        _ => return None,
    };
    let name = xml::attribute(variable, "name")?;
    let card = draft.thing(name, &shown(name));
    let thing = &mut draft.things[card.0];
    thing.explanation = xml::child(variable, "doc").map(xml::text_in).unwrap_or_default();
    thing.notes.push((what.to_owned(), Vec::new()));
    for (field, told) in [("eqn", "Equation"), ("units", "Unit")] {
        let text = xml::child(variable, field).map(xml::text_in).unwrap_or_default();
        if !text.is_empty() {
            thing.notes.push((format!("{told}: {text}"), Vec::new()));
        }
    }
    Some((folded(name), card))
}

/// What flows into stocks and out of them.
fn flows(draft: &mut Draft, model: Node<'_, '_>, read: &Model<'_>) {
    let stocks = xml::child(model, "variables").into_iter().flat_map(|list| list.children());
    for stock in stocks.filter(|variable| variable.tag_name().name() == "stock") {
        let name = xml::attribute(stock, "name").unwrap_or_default();
        let to = read.known.get(&folded(name)).map_or(End::Nothing, |thing| End::Thing(*thing));
        for (element, word, effect) in
            [("inflow", "flows in", Effect::Raises), ("outflow", "flows out", Effect::Lowers)]
        {
            for flow in xml::children(stock, element) {
                let key = folded(flow.text().unwrap_or_default());
                let from = read.known.get(&key).map_or(End::Nothing, |thing| End::Thing(*thing));
                let word = draft.word(word, effect);
                draft.arrow(from, to, word, Spot::Element(brief(name)));
            }
        }
    }
}

/// Where things stand in a picture, and which aliases it has.
fn places<'a>(draft: &mut Draft, view: Node<'a, '_>, read: &mut Model<'a>) {
    for element in view.children().filter(Node::is_element) {
        if element.tag_name().name() == "alias" {
            let of = xml::child(element, "of").and_then(|of| of.text()).map(folded);
            if let (Some(uid), Some(of)) = (xml::attribute(element, "uid"), of) {
                read.aliases.insert(uid, of);
            }
            continue;
        }
        let number = |name| xml::attribute(element, name)?.parse::<f64>().ok().filter(|number| number.is_finite());
        let thing = xml::attribute(element, "name").and_then(|name| read.known.get(&folded(name)));
        if let (Some(thing), Some(x), Some(y)) = (thing, number("x"), number("y")) {
            draft.things[thing.0].at.get_or_insert((x, y));
        }
    }
}

fn arrow(draft: &mut Draft, connector: Node<'_, '_>, read: &Model<'_>) {
    let name = |end: &str| {
        let end = xml::child(connector, end)?;
        let alias = xml::child(end, "alias").and_then(|alias| xml::attribute(alias, "uid"));
        match alias {
            Some(uid) => read.aliases.get(uid).cloned(),
            None => end.text().map(folded),
        }
    };
    let end = |side| name(side).and_then(|name| read.known.get(&name)).map_or(End::Nothing, |thing| End::Thing(*thing));
    let polarity = xml::attribute(connector, "polarity").unwrap_or("no polarity");
    let (word, effect) = match polarity {
        "+" => ("polarity +", Effect::Raises),
        "-" | "−" | "–" => ("polarity -", Effect::Lowers),
        "none" | "no polarity" => ("no polarity", Effect::Unknown),
        other => (other, Effect::Unknown),
    };
    let word = draft.word(&brief(word), effect);
    let spot = xml::attribute(connector, "uid").map_or_else(
        || format!("{} to {}", brief(&name("from").unwrap_or_default()), brief(&name("to").unwrap_or_default())),
        |uid| format!("connector {uid}"),
    );
    let reason = xml::child(connector, "documentation").map(xml::text_in).unwrap_or_default();
    let arrow = draft.arrow(end("from"), end("to"), word, Spot::Element(spot));
    if !reason.is_empty() {
        arrow.said.push(Said { sentence: reason, ..Said::default() });
    }
    if xml::attribute(connector, "delay_mark") == Some("true") {
        arrow.notes.push("The effect comes with a delay".to_owned());
    }
}

/// What a module takes from another: the two are one value.
fn connections(draft: &mut Draft, model: Node<'_, '_>, all: &BTreeMap<String, ThingId>) {
    let modules = xml::child(model, "variables").into_iter().flat_map(|list| list.children());
    for module in modules.filter(|variable| variable.tag_name().name() == "module") {
        let name = xml::attribute(module, "name").unwrap_or_default();
        for connect in xml::children(module, "connect") {
            let end = |side| {
                xml::attribute(connect, side)
                    .map(folded)
                    .and_then(|name| all.get(&name))
                    .map(|thing| End::Thing(*thing))
            };
            let word = draft.word("is taken as", Effect::Raises);
            let [from, to] = ["from", "to"].map(|side| end(side).unwrap_or(End::Nothing));
            draft.arrow(from, to, word, Spot::Element(brief(name)));
        }
    }
}

/// A name as people read it: without quotes, underscores and line breaks.
fn shown(name: &str) -> String {
    one_line(&name.replace("\\n", " ").replace(['_', '\u{a0}'], " ").replace('"', ""))
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    shown(name).to_lowercase()
}
