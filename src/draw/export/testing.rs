//! What the tests of exports stand on: odd pathways, and readers of what was written.

use std::{collections::BTreeMap, io::Read as _};

use flate2::read::ZlibDecoder;

use crate::{
    model::{Effect, Kind, Link, Node, Parts, Pathway, notation},
    picture::{Picture, picture},
    text::Measure,
};

/// Labels that would break a careless writer: markup, quotes, control characters, marks of direction.
pub(super) const HOSTILE: [&str; 20] = [
    "<script>alert(1)</script>",
    "a\" onload=\"alert(1)",
    "a' onclick='alert(1)",
    "]]><svg onload=alert(1)>",
    "<!-- comment",
    "<![CDATA[x]]>",
    "&lt;b&gt; &amp; &#x3c; &bogus;",
    "</text></svg>",
    "javascript:alert(1)",
    "<?xml version=\"1.0\"?>",
    "nul \u{0} bell \u{7} escape \u{1b}",
    "line\nbreak\r\nand\ttab",
    "\u{202E}reversed\u{202C}",
    "\u{2066}isolated\u{2069} \u{061C}",
    "zero\u{200B}width\u{200D}joined\u{FEFF}",
    "not a character \u{FFFE}\u{FFFF}",
    "tag \u{E0001}\u{E0041} soft\u{AD}hyphen",
    "(unbalanced \\ ) parenthesis (",
    "%PDF-1.7 endstream endobj",
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
];

/// Nodes with hostile labels, each linked to the next.
pub(super) fn hostile() -> Pathway {
    let id = |i: usize| format!("n{i}");
    let mut parts = Parts::default();
    HOSTILE[0].clone_into(&mut parts.about.title);
    HOSTILE[1].clone_into(&mut parts.about.summary);
    HOSTILE[2].clone_into(&mut parts.about.language);
    parts.nodes = HOSTILE.iter().enumerate().map(|(i, label)| Node::new(&id(i), label, Kind::Cell, "")).collect();
    let link = |i: usize| Link::new(&format!("l{i}"), &id(i - 1), &id(i), Effect::Raises);
    parts.links = (1..HOSTILE.len()).map(link).collect();
    Pathway::from_parts(parts, Vec::new())
}

/// A small pathway with every effect.
pub(super) fn small() -> Pathway {
    let text =
        "Chronic stress -> NF-κB -> TGF-β1 ↗ IL-6; NF-κB -| calm; Chronic stress -<> sleep -0 mood; sleep -? calm";
    let mut parts = notation::parse(text).expect("notation").parts();
    // As an arrow it cannot stand in the label of a notation.
    for node in parts.nodes.iter_mut().filter(|node| node.label.contains('↗')) {
        node.label = node.label.replace('↗', "⊣");
    }
    Pathway::from_parts(parts, Vec::new())
}

pub(super) fn drawn(pathway: &Pathway) -> Picture {
    picture(pathway, &mut Measure::default(), 1.6)
}

/// Whether a text is well-formed XML: tags that close each other, attributes in quotes and each once, the five
/// entities, characters that XML may hold, and one element around everything.
pub(super) fn well_formed(text: &str) -> Result<(), String> {
    let odd = |c: char| (c.is_control() && c != '\n') || u32::from(c) & 0xFFFE == 0xFFFE;
    if let Some(c) = text.chars().find(|&c| odd(c)) {
        return Err(format!("{c:?} may not stand in a file"));
    }
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").ok_or("no declaration")?;
    let mut open: Vec<&str> = Vec::new();
    let mut roots = 0;
    while let Some(start) = rest.find('<') {
        good_text(&rest[..start])?;
        let end = start + rest[start..].find('>').ok_or("a tag without an end")?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let opened = open.pop();
            if opened != Some(name) {
                return Err(format!("{opened:?} is closed by {name}"));
            }
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let name = tag.split(' ').next().unwrap_or_default();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Err(format!("{name:?} is no name"));
        }
        roots += usize::from(open.is_empty());
        good_attributes(&tag[name.len()..])?;
        if !closed {
            open.push(name);
        }
    }
    good_text(rest)?;
    if !open.is_empty() || roots != 1 || !rest.trim().is_empty() {
        return Err(format!("{open:?} left open, {roots} elements outside, {rest:?} at the end"));
    }
    Ok(())
}

fn good_attributes(mut rest: &str) -> Result<(), String> {
    let mut seen = Vec::new();
    while !rest.trim().is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or(format!("{rest:?} is no attribute"))?;
        let name = name.strip_prefix(' ').ok_or(format!("no space before {name:?}"))?;
        if name.starts_with("on")
            || seen.contains(&name)
            || !name.chars().all(|c| c.is_ascii_alphanumeric() || "-:".contains(c))
        {
            return Err(format!("attribute {name:?}"));
        }
        seen.push(name);
        let (value, after) = value.split_once('"').ok_or("an attribute without an end")?;
        good_text(value)?;
        rest = after;
    }
    Ok(())
}

fn good_text(text: &str) -> Result<(), String> {
    for part in text.split('&').skip(1) {
        let entity = part.split(';').next().unwrap_or_default();
        if !part.contains(';') || !["amp", "lt", "gt", "quot", "apos"].contains(&entity) {
            return Err(format!("entity {entity:?}"));
        }
    }
    if text.contains('<') { Err(format!("{text:?}")) } else { Ok(()) }
}

/// The text of a document that this program wrote, page by page, a line for each line of text: through the maps of its
/// fonts, as programs that search it do.
pub(super) fn text_of(file: &[u8]) -> Vec<String> {
    let objects = objects(file);
    let refers = |text: &str, key: &str| {
        let after = text.split_once(key)?.1.trim_start();
        after.split(' ').next()?.parse::<usize>().ok()
    };
    let page_objects = || objects.values().filter(|(text, _)| text.contains("/Type/Page/"));
    let resources = page_objects().find_map(|(text, _)| refers(text, "/Resources")).expect("resources");
    let fonts = ["/R", "/B", "/S"].map(|name| {
        let font = refers(&objects[&resources].0, &format!("{name} "));
        let map = font.and_then(|font| refers(&objects[&font].0, "/ToUnicode"));
        map.map_or_else(BTreeMap::new, |map| meanings(&objects[&map].1))
    });
    let page = |(text, _): &(String, String)| {
        let contents = &objects[&refers(text, "/Contents").expect("contents")].1;
        contents.split("BT ").skip(1).map(|line| words(line, &fonts) + "\n").collect::<String>()
    };
    page_objects().map(page).collect()
}

/// What each page of a document shows, in PDF's own words.
pub(super) fn contents_of(file: &[u8]) -> Vec<String> {
    let objects = objects(file);
    objects.values().filter(|(_, stream)| stream.contains(" cm\n")).map(|(_, stream)| stream.clone()).collect()
}

/// Every object by its number: its dictionary, and its stream as text.
fn objects(file: &[u8]) -> BTreeMap<usize, (String, String)> {
    let find = |from: usize, what: &[u8]| (from..file.len()).find(|&at| file[at..].starts_with(what));
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = find(at, b" 0 obj\n") {
        let line = file[..start].iter().rposition(|&b| b == b'\n').expect("a line") + 1;
        let number = String::from_utf8_lossy(&file[line..start]).parse().expect("a number");
        let body = start + 7;
        let end = find(body, b"\nendobj\n").expect("an end");
        let stream = find(body, b">>\nstream\n").filter(|&at| at < end);
        let head = String::from_utf8_lossy(&file[body..stream.unwrap_or(end)]).into_owned();
        let mut text = Vec::new();
        if let Some(stream) = stream {
            ZlibDecoder::new(&file[stream + 10..end]).read_to_end(&mut text).expect("packed bytes");
        }
        found.insert(number, (head, String::from_utf8_lossy(&text).into_owned()));
        at = end;
    }
    found
}

fn meanings(map: &str) -> BTreeMap<String, String> {
    let lines = map.lines().filter_map(|line| {
        let (glyph, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        (glyph.len() == 4).then(|| (glyph.to_owned(), from_hex(text)))
    });
    lines.collect()
}

fn from_hex(digits: &str) -> String {
    let unit = |i: usize| u16::from_str_radix(&digits[4 * i..4 * i + 4], 16).expect("digits");
    String::from_utf16_lossy(&(0..digits.len() / 4).map(unit).collect::<Vec<_>>())
}

fn words(line: &str, fonts: &[BTreeMap<String, String>; 3]) -> String {
    let mut text = String::new();
    for run in line.lines().filter(|line| line.ends_with("TJ")) {
        let font = &fonts[["/R", "/B", "/S"].iter().position(|name| run.starts_with(name)).expect("a font")];
        let shown = run.split_once('[').expect("glyphs").1;
        for part in shown.split('<').skip(1) {
            let glyphs = part.split('>').next().unwrap_or_default();
            for i in 0..glyphs.len() / 4 {
                text.push_str(font.get(&glyphs[4 * i..4 * i + 4]).map_or("", String::as_str));
            }
        }
    }
    text
}
