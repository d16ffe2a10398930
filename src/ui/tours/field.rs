//! Fields for texts of a tour. What is typed stands in the pathway at once; what cannot stand there stays in its field while
//! that has the keyboard, with the reason.

use egui::{Id, RichText, Ui};

use crate::{
    editing::{Text, write},
    session::{Action, Session, TourAct},
    theme::Palette,
    ui::{
        long::{in_pieces, text_edit},
        style::{bold, color},
        widgets::paragraph,
    },
    words,
};

/// A text that cannot stand in the pathway, and why.
#[derive(Clone)]
struct Refused {
    text: String,
    why: String,
}

/// Draws a field under its name, for a text that now is `stored`.
pub(super) fn field(
    ui: &mut Ui,
    session: &Session,
    (name, rows): (&str, usize),
    place: &Text,
    stored: &str,
    palette: &Palette,
    actions: &mut Vec<Action>,
) {
    let id = Id::new(("tour", format!("{place:?}")));
    let refused: Option<Refused> =
        ui.data(|data| data.get_temp(id)).filter(|_| ui.memory(|memory| memory.has_focus(id)));
    let mut text = refused.as_ref().map_or_else(|| stored.to_owned(), |refused| refused.text.clone());
    ui.label(RichText::new(name).font(bold(12.5)).color(color(palette.weak)));
    let mut layouter = in_pieces;
    let edit = text_edit(&mut text, rows, &mut layouter);
    let response = ui.add(edit.id(id).desired_rows(rows).desired_width(f32::INFINITY));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.changed() {
        // What is written where it stands already is refused too, and nothing to speak of.
        match write(session.pathway(), place, &text).err().filter(|_| text != stored) {
            None => {
                ui.data_mut(|data| data.remove::<Refused>(id));
                actions.push(Action::Tour(TourAct::Write(place.clone(), text)));
            }
            Some(refusal) => {
                let why = words::editing::refused(&refusal.why);
                ui.data_mut(|data| data.insert_temp(id, Refused { text, why }));
            }
        }
    }
    if let Some(Refused { why, .. }) = refused {
        paragraph(ui, RichText::new(why).small().color(color(palette.error)));
    }
}

/// A node by its label, a link by its sentence.
pub(super) fn named(session: &Session, id: &str) -> String {
    let pathway = session.pathway();
    match (pathway.node(&id.into()), pathway.link(&id.into())) {
        (Some(node), _) => node.label.clone(),
        (None, Some(link)) => pathway.sentence(link),
        (None, None) => id.to_owned(),
    }
}
