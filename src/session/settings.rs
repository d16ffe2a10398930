//! What is kept between two starts.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{formats::ron::record_fields, words};

/// Least and largest size of all text, as a factor.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);
/// Most files that the recent list holds.
const MAX_RECENT: usize = 10;

/// What is kept between two starts. A missing field gives its default, and so does one whose value is not understood; that
/// and fields of another version are written back as they stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which colours to use.
    pub theme: ThemeChoice,
    /// Size of all text, as a factor.
    pub text_scale: f32,
    /// Files that were opened, latest first.
    pub recent: Vec<PathBuf>,
    /// Whether the outline is shown.
    pub outline: bool,
    /// Whether the legend is shown.
    pub legend: bool,
    /// Whether the small map is shown when not everything is in sight.
    pub minimap: bool,
    /// Whether nothing may glide.
    pub reduced_motion: bool,
    /// What words of foreign formats mean: by the format's id and the word the name of the effect.
    pub meanings: BTreeMap<String, BTreeMap<String, String>>,
    /// Fields that were not understood, as they stood.
    #[serde(skip)]
    pub kept: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            text_scale: 1.0,
            recent: Vec::new(),
            outline: true,
            legend: true,
            minimap: true,
            reduced_motion: false,
            meanings: BTreeMap::new(),
            kept: Vec::new(),
        }
    }
}

/// Which colours to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// High contrast, for a projector.
    Projector,
}

impl ThemeChoice {
    /// The choice after this one, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Projector,
            Self::Projector => Self::System,
        }
    }

    /// Its name on screen.
    pub fn label(self) -> &'static str {
        match self {
            Self::System => words::themes::SYSTEM,
            Self::Light => words::themes::LIGHT,
            Self::Dark => words::themes::DARK,
            Self::Projector => words::themes::PROJECTOR,
        }
    }
}

impl Settings {
    /// Reads settings; what cannot be read is as if it were not there.
    pub fn from_text(text: &str) -> Self {
        let fields = record_fields(text).unwrap_or_default();
        let (good, kept): (Vec<_>, Vec<_>) =
            fields.into_iter().partition(|field| ron::from_str::<Self>(&record(std::slice::from_ref(field))).is_ok());
        let mut settings: Self = ron::from_str(&record(&good)).unwrap_or_default();
        settings.kept = kept;
        if !settings.text_scale.is_finite() {
            settings.text_scale = 1.0;
        }
        settings.text_scale = settings.text_scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1);
        settings.recent.truncate(MAX_RECENT);
        settings
    }

    /// Whether a text holds settings at all, of whatever version.
    pub fn are_in(text: &str) -> bool {
        record_fields(text).is_some()
    }

    /// The settings as text.
    pub fn to_text(&self) -> String {
        let usual = Self::default().fields();
        let mut fields = self.fields();
        for (name, value) in &self.kept {
            match fields.iter_mut().find(|(other, _)| other == name) {
                // Nobody has chosen something else since.
                Some(field) if usual.contains(field) => field.1.clone_from(value),
                Some(_) => {}
                None => fields.push((name.clone(), value.clone())),
            }
        }
        record(&fields)
    }

    fn fields(&self) -> Vec<(String, String)> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n".to_owned());
        let text = ron::ser::to_string_pretty(self, pretty).unwrap_or_default();
        record_fields(&text).unwrap_or_default()
    }

    /// Makes all text larger or smaller, within bounds.
    pub(super) fn scale_text(&mut self, by: f32) {
        self.text_scale = (self.text_scale + by).clamp(TEXT_SCALES.0, TEXT_SCALES.1);
    }

    /// Puts a file at the head of the recent list.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
    }
}

fn record(fields: &[(String, String)]) -> String {
    let lines: String = fields.iter().map(|(name, value)| format!("    {name}: {value},\n")).collect();
    format!("(\n{lines})\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_round_trip_and_any_damage() {
        let mut settings = Settings { theme: ThemeChoice::Dark, text_scale: 1.2, ..Settings::default() };
        settings.remember(Path::new("/a/b.pathway.ron"));
        let text = settings.to_text();
        assert_eq!(Settings::from_text(&text), settings);
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            let _ = Settings::from_text(&text[..end]);
        }
        assert_eq!(Settings::from_text("(theme: Dark)").theme, ThemeChoice::Dark);
        assert_eq!(Settings::from_text("(text_scale: inf)").text_scale, 1.0);
    }

    #[test]
    fn one_word_that_is_not_understood_costs_nothing_else_and_is_kept() {
        let text = "(theme: Sepia, text_scale: 1.5, outline: false, recent: [\"/a.pathway.ron\"], \
                    wind: (from: North, force: [1, 2]), r#odd-name: \"x\", legend: maybe)";
        let mut settings = Settings::from_text(text);
        assert_eq!((settings.theme, settings.legend), (ThemeChoice::System, true), "the defaults");
        assert_eq!((settings.text_scale, settings.outline, settings.recent.len()), (1.5, false, 1), "what is there");
        for kept in ["theme: Sepia", "legend: maybe", "wind: (from: North, force: [1, 2])", "r#odd-name: \"x\""] {
            assert!(settings.to_text().contains(kept), "{}", settings.to_text());
        }
        assert_eq!(Settings::from_text(&settings.to_text()).to_text(), settings.to_text());
        settings.theme = ThemeChoice::Dark;
        let text = settings.to_text();
        assert!(text.contains("theme: Dark") && !text.contains("Sepia") && text.contains("wind: "), "{text}");
        assert!(Settings::are_in(&text) && Settings::are_in("(theme: Sepia)"));
        assert!(!Settings::are_in("(theme: Dark") && !Settings::are_in("[1]") && !Settings::are_in(""));
    }

    #[test]
    fn the_recent_list_is_short_and_has_no_twins() {
        let mut settings = Settings::default();
        for i in 0..30 {
            settings.remember(Path::new(&format!("/{}", i % 12)));
        }
        assert_eq!(settings.recent.len(), MAX_RECENT);
        assert_eq!(settings.recent[0], Path::new("/5"));
    }
}
