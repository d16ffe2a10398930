//! The last look at what goes to the system: the window's title, the clipboard, and what screen readers are told.
//!
//! Texts come from files. Systems obey characters in them that nobody sees, and end a text, or themselves, at a NUL.

use std::borrow::Cow;

use egui::{Context, FullOutput, OutputCommand, Plugin, ViewportCommand, accesskit::Node};

use crate::{text::visible, words};

/// Cleans every text on its way out of the window.
pub(super) struct Cleaned;

impl Plugin for Cleaned {
    fn debug_name(&self) -> &'static str {
        words::app::NAME
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        let viewports = output.viewport_output.values_mut();
        for command in viewports.flat_map(|viewport| &mut viewport.commands) {
            if let ViewportCommand::Title(title) = command {
                *title = visible(title).replace(['\n', '\t'], " ");
            }
        }
        for command in &mut output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command
                && let Cow::Owned(shown) = visible(text)
            {
                *text = shown;
            }
        }
        let update = output.platform_output.accesskit_update.iter_mut();
        update.flat_map(|update| &mut update.nodes).for_each(|(_, node)| name_nul(node));
    }
}

/// Screen readers are told everything else; thousands of nodes are looked at in every frame that they listen to.
fn name_nul(node: &mut Node) {
    let named = |text: Option<&str>| text.filter(|text| text.contains('\0')).map(|text| visible(text).into_owned());
    if let Some(label) = named(node.label()) {
        node.set_label(label);
    }
    if let Some(value) = named(node.value()) {
        node.set_value(value);
    }
    if let Some(description) = named(node.description()) {
        node.set_description(description);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::RawInput;

    #[test]
    fn nothing_goes_to_the_system_that_it_would_stumble_over() {
        let ctx = Context::default();
        ctx.enable_accesskit();
        ctx.add_plugin(Cleaned);
        let text = "A\0B\u{1B}[1mC\u{202E}D";
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            ui.label(text);
            ui.ctx().send_viewport_cmd(ViewportCommand::Title(format!("{text}\nE")));
            ui.ctx().copy_text(format!("{text}\nE"));
        });
        // It is told to nobody.
        output.textures_delta.clear();
        let commands = output.viewport_output.values().flat_map(|viewport| &viewport.commands);
        let titles: Vec<_> = commands.filter(|command| matches!(command, ViewportCommand::Title(_))).collect();
        assert_eq!(titles, [&ViewportCommand::Title("A‹U+0000›B‹U+001B›[1mC‹U+202E›D E".to_owned())]);
        let copied = |command: &OutputCommand| matches!(command, OutputCommand::CopyText(text) if text == "A‹U+0000›B‹U+001B›[1mC‹U+202E›D\nE");
        assert!(output.platform_output.commands.iter().any(copied), "{:?}", output.platform_output.commands);
        let nodes = output.platform_output.accesskit_update.expect("a reader listens").nodes;
        let said: Vec<&str> = nodes.iter().flat_map(|(_, node)| [node.label(), node.value()]).flatten().collect();
        assert!(said.iter().any(|text| text.starts_with("A‹U+0000›B")), "{said:?}");
        assert!(!said.iter().any(|text| text.contains('\0')), "{said:?}");
    }
}
