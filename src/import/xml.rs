//! XML as readers get it: bounded, without entities of its own and without anything that would be loaded.

use roxmltree::{Document, Error, Node, ParsingOptions};

pub(crate) use crate::peek::root_tag;
use crate::{input::Input, native::Problem};

/// The most elements, texts and comments that a file may have.
const MAX_NODES: u32 = 2_000_000;

/// The most attributes of an element: the parser compares each with all others.
const MAX_ATTRIBUTES: usize = 256;

/// Reads a file as XML. A document type is refused where it declares entities: nothing is ever expanded or loaded.
///
/// # Errors
/// Where it is no XML, with the place.
pub(crate) fn parsed<'t>(input: &'t Input<'_>) -> Result<Document<'t>, Problem> {
    if let Some(line) = crowded(&input.text) {
        let what = format!("an element has more than {MAX_ATTRIBUTES} attributes");
        let hint = "no program of this field writes such: look whether it is the file that was meant";
        return Err(input.broken((line, 1), &what, hint));
    }
    let options =
        ParsingOptions { allow_dtd: has_plain_doctype(&input.text), nodes_limit: MAX_NODES, ..Default::default() };
    Document::parse_with_options(&input.text, options).map_err(|error| problem(input, &error))
}

fn problem(input: &Input<'_>, error: &Error) -> Problem {
    let place = error.pos();
    let place = (place.row as usize, place.col as usize);
    match error {
        Error::DtdDetected => input.broken(
            place,
            "the file declares entities of its own, which are never expanded",
            "save it anew from the program that made it, or remove the <!DOCTYPE ...> at its beginning",
        ),
        Error::NodesLimitReached => input.broken(
            place,
            "the file has more than two million elements",
            "export a part of it from the program that made it",
        ),
        Error::UnexpectedEndOfStream | Error::UnclosedRootNode => input.broken(
            place,
            "the file breaks off before its last element is closed",
            "fetch or export it again; a download may have been cut short",
        ),
        _ => input.broken(
            place,
            &format!("this is no well-formed XML: {}", one_sentence(&error.to_string())),
            "repair it there, or export it again from the program that made it",
        ),
    }
}

/// A message of the parser without its own place and its full stop.
fn one_sentence(message: &str) -> String {
    let message = message.split(" at ").next().unwrap_or(message);
    crate::model::shown(message.trim_end_matches('.'))
}

/// The line of an element with too many attributes, where there is one. Each takes five bytes at least, and no `<` stands
/// among them: so only stretches without one are looked at, and of all others a small part.
fn crowded(text: &str) -> Option<usize> {
    const STRETCH: usize = MAX_ATTRIBUTES * 5;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(window) = bytes.get(at + 1..at + 1 + STRETCH) {
        if let Some(last) = window.iter().rposition(|byte| *byte == b'<') {
            at += 1 + last;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        let end = rest.iter().skip(1).position(|byte| *byte == b'<').map_or(rest.len(), |end| end + 1);
        if attributes(rest.get(..end).unwrap_or_default()) > MAX_ATTRIBUTES {
            return Some(1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count());
        }
        at += end;
    }
    None
}

/// How many attributes the tag has that a stretch begins with; none, where it begins with something else.
fn attributes(stretch: &[u8]) -> usize {
    if !matches!(stretch, [b'<', first, ..] if !matches!(first, b'!' | b'?')) {
        return 0;
    }
    let (mut count, mut quote) = (0, None);
    for &byte in stretch {
        match (byte, quote) {
            (b'>', None) => break,
            (b'=', None) => count += 1,
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(mark)) if byte == mark => quote = None,
            _ => {}
        }
    }
    count
}

/// Whether the document type, where there is one, declares nothing by itself: `<!DOCTYPE svg PUBLIC "..." "...">`. It stands
/// before the root element, so that the rest of a file need not be searched for one.
fn has_plain_doctype(text: &str) -> bool {
    let before = root_tag(text).map_or(text.len(), |tag| tag.as_ptr() as usize - text.as_ptr() as usize);
    let Some((_, declared)) = text[..before].split_once("<!DOCTYPE") else { return false };
    declared.split_once('>').is_some_and(|(declared, _)| !declared.contains('['))
}

/// The children of an element that have that local name, whatever their namespace.
pub(crate) fn children<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The first child of that local name.
pub(crate) fn child<'a, 'i: 'a>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// All texts inside an element, joined, with single blanks.
pub(crate) fn text_in(node: Node<'_, '_>) -> String {
    let texts: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
    crate::model::one_line(&texts)
}

/// An attribute by its local name, whatever its namespace; blanks around it are dropped, and an empty one is none.
pub(crate) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value().trim()).filter(|value| !value.is_empty())
}

/// A text as it may stand between tags and in attributes; characters that XML cannot hold are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_element_with_too_many_attributes_is_crowded() {
        let tag = |count: usize| (0..count).map(|number| format!(" a{number}='>='")).collect::<String>();
        let around = |inner: &str| format!("<x>\n{}<y{inner}/>{}</x>", "<z/>".repeat(2_000), "= ".repeat(5_000));
        assert_eq!(crowded(&around(&tag(MAX_ATTRIBUTES))), None);
        assert_eq!(crowded(&around(&tag(MAX_ATTRIBUTES + 1))), Some(2));
        assert_eq!(crowded(&format!("<!--{}-->", tag(2_000))), None);
        assert_eq!(crowded(&tag(2_000)), None);
    }

    #[test]
    fn a_document_type_may_declare_nothing_by_itself() {
        assert!(!has_plain_doctype("<!DOCTYPE x [<!ENTITY a 'b>'>]>\n<x/>"));
        assert!(has_plain_doctype("<!DOCTYPE svg PUBLIC 'a' 'b'><svg/>"));
    }
}
