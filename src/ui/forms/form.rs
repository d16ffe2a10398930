//! A form: whose fields these are, and the small pieces that all forms are made of.

use egui::{Button, Checkbox, Id, Response, RichText, Ui, accesskit::Invalid};

use crate::{
    session::{Action, Field, FormAct, Session},
    theme::Palette,
    ui::{
        style::{bold, color},
        widgets::{paragraph, text_button},
    },
    words,
};

/// The fields of one record.
pub(super) struct Form<'a> {
    pub(super) session: &'a Session,
    pub(super) palette: &'a Palette,
    pub(super) actions: &'a mut Vec<Action>,
    /// What the fields are of, as a reader says it after their names; empty where those say it.
    pub(super) of: String,
    /// What the widgets of the record are known by, whatever it is called.
    pub(super) id: Id,
    /// Whether the next field is to have the keyboard.
    pub(super) first: bool,
}

impl Form<'_> {
    /// The fields of an item in a list of the record, by its number from 0.
    pub(super) fn item(&mut self, at: usize, of: String, draw: impl FnOnce(&mut Self)) {
        let (id, of) = (self.id, std::mem::replace(&mut self.of, of));
        self.id = id.with(at);
        draw(self);
        (self.id, self.of) = (id, of);
    }

    /// Does something in a form.
    pub(super) fn act(&mut self, act: FormAct) {
        self.actions.push(Action::Form(act));
    }

    /// The name of a field above it.
    pub(super) fn caption(&self, ui: &mut Ui, label: &str) {
        ui.add_space(4.0);
        ui.label(RichText::new(label).font(bold(12.5)).color(color(self.palette.weak)));
    }

    /// Tells readers what a widget is for.
    pub(super) fn name(&self, ui: &Ui, response: &Response, label: &str) {
        let name = if self.of.is_empty() { label.to_owned() } else { words::forms::named(label, &self.of) };
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    }

    /// Why what was typed cannot stand, under its field.
    pub(super) fn refused(&self, ui: &mut Ui, response: &Response, why: &str) {
        paragraph(ui, RichText::new(why).small().color(color(self.palette.error)));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(why.to_owned());
            node.set_invalid(Invalid::True);
        });
    }

    /// A quiet sentence that explains a field.
    pub(super) fn remark(&self, ui: &mut Ui, text: &str) {
        paragraph(ui, RichText::new(text).small().color(color(self.palette.weak)));
    }

    /// A box to tick; gives what it becomes.
    pub(super) fn tick(&self, ui: &mut Ui, label: &str, on: bool) -> Option<bool> {
        let mut ticked = on;
        let response = ui.add(Checkbox::new(&mut ticked, label));
        self.name(ui, &response, label);
        comes_into_view(&response);
        response.changed().then_some(ticked)
    }

    /// A button; says whether it was pressed.
    pub(super) fn button(&self, ui: &mut Ui, label: &str) -> bool {
        self.button_if(ui, true, label)
    }

    /// A text that leads somewhere; says whether it was pressed.
    pub(super) fn way(&mut self, ui: &mut Ui, label: &str) -> bool {
        let response = text_button(ui, label, self.palette);
        self.name(ui, &response, label);
        self.take_keyboard(&response, None);
        response.clicked()
    }

    /// A button that may have nothing to do.
    pub(super) fn button_if(&self, ui: &mut Ui, enabled: bool, label: &str) -> bool {
        let response = ui.add_enabled(enabled, Button::new(label));
        self.name(ui, &response, label);
        comes_into_view(&response);
        response.clicked()
    }

    /// Gives a field the keyboard where that is wanted, and shows it when the keyboard comes to it.
    pub(super) fn take_keyboard(&mut self, response: &Response, field: Option<&Field>) {
        comes_into_view(response);
        let wanted = field.is_some() && self.session.view().wants_field.as_ref() == field;
        if std::mem::take(&mut self.first) || wanted {
            response.request_focus();
            response.scroll_to_me(None);
            self.act(FormAct::Taken);
        }
    }
}

/// What the keyboard comes to comes into view.
pub(super) fn comes_into_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
