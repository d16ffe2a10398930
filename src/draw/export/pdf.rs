//! Pages as PDF 1.7 (ISO 32000-1): text can be selected and searched, the fonts are inside with the glyphs they need,
//! and the same pages give the same bytes, since nothing in the file depends on the time or on chance.

mod content;
mod fonts;
mod objects;

use self::{
    content::Content,
    fonts::Fonts,
    objects::{Objects, Reference, hex_text, string},
};
use super::{
    error::ExportError,
    page::{Item, Page},
    svg::number,
};
use crate::text::Shaper;

/// What a document says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
}

/// Writes pages as one document. Lengths are points.
///
/// # Errors
/// Where there is no page.
pub fn pdf(pages: &[Page], meta: &Meta) -> Result<Vec<u8>, ExportError> {
    if pages.is_empty() {
        return Err(ExportError::NoPages);
    }
    let shaper = Shaper::default();
    let mut fonts = Fonts::new(&shaper, pages);
    let mut objects = Objects::default();
    let (catalog, tree, info) = (objects.reserve(), objects.reserve(), objects.reserve());
    let resources = fonts.write(&mut objects);
    let kids: Vec<String> =
        pages.iter().map(|page| write_page(&mut objects, page, &fonts, (tree, resources)).to_string()).collect();
    objects.put(tree, &format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()));
    let language = string(&super::page::clean(&meta.language));
    objects.put(
        catalog,
        &format!("<</Type/Catalog/Pages {tree}/Lang {language}/ViewerPreferences<</DisplayDocTitle true>>>>"),
    );
    let [title, subject] = [&meta.title, &meta.subject].map(|text| hex_text(&super::page::clean(text)));
    objects.put(info, &format!("<</Title {title}/Subject {subject}/Creator(Pathlight)/Producer(Pathlight)>>"));
    Ok(objects.finish(catalog, info))
}

fn write_page(
    objects: &mut Objects,
    page: &Page,
    fonts: &Fonts<'_>,
    (tree, resources): (Reference, Reference),
) -> Reference {
    let drawn = objects.stream("", Content::of(page, fonts).as_bytes());
    let mut links = Vec::new();
    addresses(&page.items, &mut |address| {
        let area = address.area;
        let [left, low, right, high] =
            [area.x, page.height - area.bottom(), area.right(), page.height - area.y].map(number);
        let action = format!("<</S/URI/URI {}>>", string(&address.url));
        let link = format!("<</Type/Annot/Subtype/Link/Rect[{left} {low} {right} {high}]/Border[0 0 0]/A {action}>>");
        links.push(objects.add(&link).to_string());
    });
    let links = if links.is_empty() { String::new() } else { format!("/Annots[{}]", links.join(" ")) };
    let (w, h) = (number(page.width), number(page.height));
    objects.add(&format!(
        "<</Type/Page/Parent {tree}/MediaBox[0 0 {w} {h}]/Resources {resources}/Contents {drawn}{links}>>"
    ))
}

fn addresses(items: &[Item], found: &mut impl FnMut(&super::page::Address)) {
    for item in items {
        match item {
            Item::Address(address) => found(address),
            Item::Group(_, items) => addresses(items, found),
            Item::Shape(_) | Item::Text(_) | Item::Outline(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
