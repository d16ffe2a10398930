//! Fonts for what is shown: those of the system join the bundled ones when a pathway needs them.

use std::{
    collections::BTreeSet,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{
    files, formats,
    model::Pathway,
    text::{Faces, Measure, missing_glyphs, missing_glyphs_with},
};

/// How long fonts are looked for: a drawing waits for them, and appears with boxes where it took longer.
const LIMIT: Duration = Duration::from_secs(2);

/// The fonts that were found so far, shared by all threads.
#[derive(Clone, Debug, Default)]
pub struct SystemFonts {
    folders: Vec<PathBuf>,
    /// What was looked for, found or not: nothing is looked for twice. Whoever looks has it.
    asked: Arc<Mutex<BTreeSet<char>>>,
    faces: Arc<Mutex<Faces>>,
}

impl SystemFonts {
    /// Fonts that are looked for in folders.
    pub fn new(folders: Vec<PathBuf>) -> Self {
        Self { folders, ..Self::default() }
    }

    /// All that were found so far. Waits for nobody who looks for more.
    pub fn faces(&self) -> Faces {
        self.faces.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The characters of a pathway that no font has, here or in the system; for a thread that may take its time.
    pub(super) fn missing(&self, pathway: &Pathway) -> BTreeSet<char> {
        self.look_for(pathway);
        missing_glyphs_with(&formats::save(pathway), &self.faces()).into_iter().collect()
    }

    /// Looks for what a pathway needs and nobody has looked for yet; for a thread that may take its time.
    fn look_for(&self, pathway: &Pathway) {
        let missing: BTreeSet<char> = missing_glyphs(&formats::save(pathway)).into_iter().collect();
        if missing.is_empty() {
            return;
        }
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let mut wanted: BTreeSet<char> = missing.difference(&asked).copied().collect();
        asked.extend(wanted.iter().copied());
        let begun = Instant::now();
        let faces = files::add_fonts(&self.faces(), &mut wanted, &self.folders, &mut || begun.elapsed() < LIMIT);
        *self.faces.lock().unwrap_or_else(PoisonError::into_inner) = faces;
    }
}

/// Measures texts with the fonts that they need.
#[derive(Default)]
pub(super) struct Letters {
    fonts: SystemFonts,
    measure: Measure,
    /// The pathway that was looked at last.
    last: Option<Arc<Pathway>>,
}

impl Letters {
    pub(super) fn new(fonts: SystemFonts) -> Self {
        Self { fonts, ..Self::default() }
    }

    /// The fonts that it measures with.
    pub(super) fn fonts(&self) -> &SystemFonts {
        &self.fonts
    }

    /// What measures the texts of a pathway.
    pub(super) fn of(&mut self, pathway: &Arc<Pathway>) -> &mut Measure {
        if self.last.as_ref().is_none_or(|last| !Arc::ptr_eq(last, pathway)) {
            self.fonts.look_for(pathway);
            self.last = Some(Arc::clone(pathway));
        }
        let faces = self.fonts.faces();
        if *self.measure.faces() != faces {
            self.measure = Measure::with(&faces);
        }
        &mut self.measure
    }
}
