//! What a window shows of a pathway, as a text that is kept with work that is not saved, and back.
//!
//! A line for each thing, a letter before it: `d` what Details show, `w` that it is written in, `k` the keyboard's cursor, `p` a
//! node that is picked, `P` the panel on the left, `L` what lanes mean, `F` a lane that is folded, `o` a node that alone is
//! drawn, `r` a node of a circle, in order, `R` that effects are those of the article, `g` the weakest grade, `h` only what
//! was tested in people, `c` only what is contested, `x` the source that is left out, `v` the view. What a later version adds is
//! passed over.

use std::collections::BTreeSet;

use crate::{
    analysis::lens::Lens,
    item::Item,
    model::{Grade, NodeId, Reading},
    page::Page,
    parts::{camera::Camera, side_panel::SidePanel},
    picture::{Arrangement, LanesBy},
};

/// Panels by their numbers in the text.
const PANELS: [SidePanel; 5] =
    [SidePanel::Outline, SidePanel::Ask, SidePanel::Lenses, SidePanel::Teach, SidePanel::Sources];

/// What a window shows of a pathway, beside the pathway.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlook {
    /// What Details show.
    pub page: Option<Page>,
    /// Whether that is written in.
    pub writing: bool,
    /// Where the keyboard's cursor is.
    pub focus: Option<Item>,
    /// Nodes that are picked.
    pub picked: BTreeSet<NodeId>,
    /// The panel on the left.
    pub panel: SidePanel,
    /// What is drawn, and how.
    pub arrangement: Arrangement,
    /// The lens over it.
    pub lens: Lens,
    /// Where somebody has moved the view to; nothing while all is shown.
    pub camera: Option<Camera>,
}

impl Outlook {
    /// It as a text.
    pub fn to_text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        let mut line = |letter: char, rest: &str| lines.push([letter.to_string().as_str(), rest].concat());
        self.page.iter().filter_map(page_text).for_each(|page| line('d', &page));
        self.focus.iter().filter_map(item_text).for_each(|item| line('k', &item));
        self.picked.iter().for_each(|node| line('p', node.as_str()));
        line('P', &place(&PANELS, &self.panel));
        let Arrangement { lanes, ring, focus, folded, .. } = &self.arrangement;
        line('L', &place(&LanesBy::ALL, lanes));
        for lane in folded {
            line('F', lane.as_str());
        }
        focus.iter().flatten().for_each(|node| line('o', node.as_str()));
        for node in ring {
            line('r', node.as_str());
        }
        line('g', &place(&Grade::ALL, &self.lens.weakest));
        self.lens.without.iter().for_each(|source| line('x', source.as_str()));
        for (letter, holds) in [
            ('w', self.writing),
            ('R', self.lens.reading == Reading::Told),
            ('h', self.lens.human_only),
            ('c', self.lens.contested_only),
        ] {
            if holds {
                line(letter, "");
            }
        }
        if let Some(Camera::Near { item, offset: (x, y), zoom }) = &self.camera
            && let Some(item) = item_text(item)
        {
            line('v', &format!("{x} {y} {zoom} {item}"));
        }
        lines.join("\n")
    }

    /// What a text says; what cannot be understood is as if it were not there.
    pub fn from_text(text: &str) -> Self {
        let mut outlook = Self::default();
        for line in text.lines() {
            let mut chars = line.chars();
            if let Some(letter) = chars.next() {
                outlook.take(letter, chars.as_str());
            }
        }
        outlook
    }

    fn take(&mut self, letter: char, rest: &str) {
        match letter {
            'd' => self.page = page_of(rest),
            'k' => self.focus = item_of(rest),
            'p' => drop(self.picked.insert(rest.into())),
            'P' => self.panel = at(&PANELS, rest, self.panel),
            'L' => self.arrangement.lanes = at(&LanesBy::ALL, rest, self.arrangement.lanes),
            'F' => drop(self.arrangement.folded.insert(rest.into())),
            'o' => drop(self.arrangement.focus.get_or_insert_default().insert(rest.into())),
            'r' => self.arrangement.ring.push(rest.into()),
            'g' => self.lens.weakest = at(&Grade::ALL, rest, self.lens.weakest),
            'x' => self.lens.without = Some(rest.into()),
            'w' => self.writing = true,
            'R' => self.lens.reading = Reading::Told,
            'h' => self.lens.human_only = true,
            'c' => self.lens.contested_only = true,
            'v' => self.camera = camera_of(rest),
            _ => {}
        }
    }
}

fn item_text(item: &Item) -> Option<String> {
    match item {
        Item::Node(id) => Some(format!("n{id}")),
        Item::Link(id) => Some(format!("l{id}")),
        Item::Lane(id) => Some(format!("f{id}")),
        Item::Bundle(_) => None,
    }
}

fn page_text(page: &Page) -> Option<String> {
    match page {
        Page::Item(item) => item_text(item),
        Page::About => Some('a'.to_string()),
        Page::Lane(id) => Some(format!("v{id}")),
        Page::Source(id) => Some(format!("s{id}")),
    }
}

fn item_of(text: &str) -> Option<Item> {
    let id = text.get(1..)?;
    match text.chars().next()? {
        'n' => Some(Item::Node(id.into())),
        'l' => Some(Item::Link(id.into())),
        'f' => Some(Item::Lane(id.into())),
        _ => None,
    }
}

fn page_of(text: &str) -> Option<Page> {
    match (text.chars().next()?, text.get(1..)?) {
        ('a', _) => Some(Page::About),
        ('v', id) => Some(Page::Lane(id.into())),
        ('s', id) => Some(Page::Source(id.into())),
        _ => item_of(text).map(Page::Item),
    }
}

fn camera_of(text: &str) -> Option<Camera> {
    let mut words = text.splitn(4, ' ');
    let mut number = || words.next()?.parse().ok().filter(|number: &f32| number.is_finite());
    let (x, y, zoom) = (number()?, number()?, number().filter(|zoom| *zoom > 0.0)?);
    Some(Camera::Near { item: item_of(words.next()?)?, offset: (x, y), zoom })
}

/// The number of a value among all.
fn place<T: PartialEq>(all: &[T], value: &T) -> String {
    all.iter().position(|other| other == value).unwrap_or_default().to_string()
}

/// The value of a number; as it was where there is none.
fn at<T: Copy>(all: &[T], number: &str, before: T) -> T {
    number.parse().ok().and_then(|number: usize| all.get(number).copied()).unwrap_or(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Outlook {
        Outlook {
            page: Some(Page::Source("kigar2025".into())),
            writing: true,
            focus: Some(Item::Link("a_b".into())),
            picked: ["a".into(), "b".into()].into(),
            panel: SidePanel::Teach,
            arrangement: Arrangement {
                lanes: LanesBy::Scale,
                ring: vec!["b".into(), "a".into()],
                focus: Some(["a".into()].into()),
                folded: ["skull".into()].into(),
                ..Arrangement::default()
            },
            lens: Lens {
                reading: Reading::Told,
                weakest: Grade::B,
                human_only: true,
                contested_only: true,
                without: Some("kigar2025".into()),
            },
            camera: Some(Camera::Near { item: Item::Node("a".into()), offset: (-12.5, 0.25), zoom: 1.75 }),
        }
    }

    #[test]
    fn an_outlook_comes_back_from_its_text_and_no_damage_of_that_is_more_than_lost() {
        for page in [
            Page::About,
            Page::Lane("x".into()),
            Page::Item(Item::Lane("x".into())),
            Page::Item(Item::Node("n".into())),
        ] {
            let outlook = Outlook { page: Some(page), ..full() };
            assert_eq!(Outlook::from_text(&outlook.to_text()), outlook);
        }
        assert_eq!(Outlook::from_text(&Outlook::default().to_text()), Outlook::default());
        assert_eq!(Outlook::from_text(""), Outlook::default());
        let text = full().to_text();
        for end in 0..text.len() {
            let _ = Outlook::from_text(&text[..end]);
        }
        assert_eq!(Outlook::from_text("v nan 1 1 na\nvinf 1 1 na\nv1 1 0 na\ng99\nä\ndä\nküx"), Outlook::default());
    }
}
