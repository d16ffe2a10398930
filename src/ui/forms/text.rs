//! Fields for texts. What is typed stands in the pathway at once; what cannot stand there stays in its field, with the reason.

use egui::{Context, Id, Ui};

use super::form::Form;
use crate::{
    editing::{AboutText, EvidenceText, LinkText, NodeText, SourceText, StepText, Text, write},
    session::{Action, Field, FormAct},
    ui::long::{in_pieces, text_edit},
    words::sentence,
};

/// What is typed in the field that has the keyboard, while the pathway does not have just that.
#[derive(Clone)]
pub(super) struct Typing {
    id: Id,
    place: Text,
    text: String,
    run: u64,
    /// Why it cannot stand.
    why: Option<String>,
    /// Whether the pathway has none of it yet.
    pub(super) waits: bool,
}

impl Typing {
    /// What is being typed.
    pub(super) fn now(ctx: &Context) -> Option<Self> {
        ctx.data(|data| data.get_temp(typing()))
    }

    /// Forgets what is typed.
    pub(super) fn forget(ctx: &Context) {
        ctx.data_mut(|data| data.remove::<Self>(typing()));
    }

    /// Writes it, if it waits.
    pub(super) fn write(self, actions: &mut Vec<Action>) {
        if self.waits {
            let Self { place, text, run, .. } = self;
            actions.push(Action::Form(FormAct::Write { place, text, run }));
        }
    }

    /// Whether its field still has the keyboard.
    pub(super) fn goes_on(&self, ctx: &Context) -> bool {
        ctx.memory(|memory| memory.has_focus(self.id))
    }
}

fn typing() -> Id {
    Id::new("typing")
}

/// The field of a form that has or last had the keyboard, and how many runs of typing there were.
#[derive(Clone, Copy, Default)]
struct Run {
    id: Option<Id>,
    number: u64,
}

fn run() -> Id {
    Id::new("run of typing")
}

/// Whether a field for texts has the keyboard.
pub(super) fn is_written_in(ctx: &Context) -> bool {
    let last: Run = ctx.data(|data| data.get_temp(run())).unwrap_or_default();
    last.id.is_some_and(|id| ctx.memory(|memory| memory.has_focus(id)))
}

/// How many rows a field has, and whether it is written only when it is left: numbers are wrong until they are whole.
fn shape(place: &Text) -> (usize, bool) {
    match place {
        Text::About(AboutText::Summary) | Text::Step(_, _, StepText::Text) => (4, false),
        Text::About(AboutText::Id | AboutText::Reviewed)
        | Text::Source(_, SourceText::Year | SourceText::Doi | SourceText::Pmid | SourceText::Url) => (1, true),
        Text::Node(_, NodeText::Explanation) | Text::Link(_, LinkText::Explanation) => (4, false),
        Text::Evidence(_, _, EvidenceText::Finding) => (3, false),
        Text::Evidence(_, _, EvidenceText::Species) => (2, true),
        Text::Node(_, NodeText::Level(_) | NodeText::Aliases | NodeText::Xrefs)
        | Text::Note(..)
        | Text::Link(
            _,
            LinkText::Level(_)
            | LinkText::HoldsWhen
            | LinkText::NoSourceFound
            | LinkText::PopularSays
            | LinkText::PopularNote,
        )
        | Text::Evidence(_, _, EvidenceText::Sample)
        | Text::Step(..) => (2, false),
        Text::About(AboutText::Title | AboutText::Language | AboutText::License)
        | Text::Lane(_)
        | Text::Node(_, NodeText::Label)
        | Text::Evidence(_, _, EvidenceText::Locator)
        | Text::Source(_, SourceText::Authors | SourceText::Title | SourceText::Venue)
        | Text::Tour(_)
        | Text::Branch(..) => (1, false),
    }
}

impl Form<'_> {
    /// A field for a text of the pathway, which now is `stored`.
    pub(super) fn text(&mut self, ui: &mut Ui, label: &str, place: Text, stored: &str) {
        let id = Id::new(("field", format!("{place:?}")));
        let typed = Typing::now(ui.ctx()).filter(|typing| typing.id == id);
        let (mut text, why) = match typed {
            Some(typing) => (typing.text, typing.why),
            None => (stored.to_owned(), None),
        };
        self.caption(ui, label);
        let (rows, late) = shape(&place);
        let mut layouter = in_pieces;
        let edit = text_edit(&mut text, rows, &mut layouter);
        let response = ui.add(edit.id(id).desired_rows(rows).desired_width(f32::INFINITY));
        self.name(ui, &response, label);
        self.take_keyboard(&response, Some(&Field::Text(place.clone())));
        if response.gained_focus() {
            ui.data_mut(|data| {
                let last: &mut Run = data.get_temp_mut_or_default(run());
                *last = Run { id: Some(id), number: last.number + 1 };
            });
        }
        if response.changed() {
            self.typed(ui.ctx(), id, place, text, late);
        } else if why.is_none() && !late && text == stored {
            // The pathway has it.
            if Typing::now(ui.ctx()).is_some_and(|typing| typing.id == id) {
                Typing::forget(ui.ctx());
            }
        }
        if let Some(why) = why {
            self.refused(ui, &response, &why);
        }
    }

    fn typed(&mut self, ctx: &Context, id: Id, place: Text, text: String, late: bool) {
        let run = ctx.data(|data| data.get_temp::<Run>(run())).unwrap_or_default().number;
        let (fits, why) = match write(self.session.pathway(), &place, &text) {
            Ok(_) => (true, None),
            Err(refusal) => (false, (!refusal.is_idle()).then(|| sentence(&refusal.why))),
        };
        if fits && !late {
            self.act(FormAct::Write { place: place.clone(), text: text.clone(), run });
        }
        let waits = why.is_some() || late;
        ctx.data_mut(|data| data.insert_temp(typing(), Typing { id, place, text, run, why, waits }));
    }
}
