//! What is kept between two starts.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::words;

/// Least and largest size of all text, as a factor.
const TEXT_SCALES: (f32, f32) = (0.7, 2.5);
/// Most files that the recent list holds.
const MAX_RECENT: usize = 10;

/// What is kept between two starts. A missing field gives its default, an unreadable file gives them all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
        let mut settings: Self = ron::from_str(text).unwrap_or_default();
        if !settings.text_scale.is_finite() {
            settings.text_scale = 1.0;
        }
        settings.text_scale = settings.text_scale.clamp(TEXT_SCALES.0, TEXT_SCALES.1);
        settings.recent.truncate(MAX_RECENT);
        settings
    }

    /// The settings as text.
    pub fn to_text(&self) -> String {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n".to_owned());
        ron::ser::to_string_pretty(self, pretty).unwrap_or_default()
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
    fn the_recent_list_is_short_and_has_no_twins() {
        let mut settings = Settings::default();
        for i in 0..30 {
            settings.remember(Path::new(&format!("/{}", i % 12)));
        }
        assert_eq!(settings.recent.len(), MAX_RECENT);
        assert_eq!(settings.recent[0], Path::new("/5"));
    }
}
