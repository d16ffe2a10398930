//! An author who writes a whole pathway anew, record by record, by keys alone.

use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use pathlight::{
    formats::bibliography::bibtex,
    model::{
        Citation, Delay, Design, Effect, Grade, Kind, Level, LevelText, Link, Node, Pathway, Source, SourceId, Stance,
    },
    session::{Offer, Takes},
    words::forms,
};

use super::hand::{CTRL, Hand};

/// An author, and what is to be written.
pub(crate) struct Author<'a> {
    pub(crate) hand: Hand,
    pub(crate) of: &'a Pathway,
}

impl Author<'_> {
    /// Begins: what is said of the whole, and the lanes.
    pub(crate) fn begins(&mut self) {
        let about = self.of.about();
        self.hand.chord(CTRL, Key::N);
        self.hand.names(&about.title);
        self.hand.key(Key::F12);
        let named = |field: &str| forms::named(field, forms::PATHWAY);
        for (field, text) in [
            (forms::SUMMARY, &about.summary),
            (forms::ID, &about.id),
            (forms::LANGUAGE, &about.language),
            (forms::LICENCE, &about.license),
            (forms::REVIEWED, &about.reviewed),
        ] {
            self.hand.fills(&named(field), text);
        }
        let first = self.hand.pathway().lanes()[0].label.clone();
        self.hand.pushes(&named(&first));
        let mut now = first;
        for (number, lane) in self.of.lanes().iter().enumerate() {
            if number > 0 {
                self.hand.pushes(&forms::named(pathlight::words::commands::ADD_LANE, &now));
                now.clone_from(&self.hand.pathway().lanes()[number].label);
            }
            self.hand.fills(&forms::named(forms::LABEL, &now), &lane.label);
            now.clone_from(&lane.label);
        }
        self.hand.key(Key::Escape);
    }

    /// Pastes the list of sources, as a program for references copies it.
    pub(crate) fn pastes_sources(&mut self) {
        let sources: Vec<&Source> = self.of.sources().iter().map(|source| &**source).collect();
        self.hand.runs(pathlight::words::commands::ADD_SOURCE);
        self.hand.events([Event::Paste(bibtex(&sources))]);
        self.hand.key(Key::Enter);
        assert_eq!(self.hand.pathway().sources().len(), sources.len(), "{}", self.hand.said());
        self.hand.key(Key::Escape);
    }

    /// A card, and everything that is said of it.
    pub(crate) fn writes_node(&mut self, node: &Node) {
        self.hand.types("n");
        self.hand.types(&node.label);
        self.takes_new();
        self.hand.key(Key::Enter);
        let named = |field: &str| forms::named(field, &node.label);
        let made = Node::clone(self.hand.pathway().nodes().last().expect("it was made"));
        assert_eq!((made.label.as_str(), made.explanation.as_str()), (node.label.as_str(), ""));
        if made.kind != node.kind {
            self.hand.picks_of(&named(forms::KIND), &Kind::ALL, Kind::label, node.kind);
        }
        let lanes: Vec<String> = self.of.lanes().iter().map(|lane| lane.label.clone()).collect();
        let lane = self.of.lanes().iter().position(|lane| lane.id == node.lane).expect("it is there");
        self.hand.picks(&named(forms::LANE), &lanes, lane);
        self.hand.fills_some(&named(forms::EXPLANATION), &node.explanation);
        self.writes_levels(&node.label, &node.levels);
        for (number, note) in node.notes.iter().enumerate() {
            self.hand.pushes(&named(forms::ADD_NOTE));
            let named = |field: &str| forms::named(field, &forms::note_of(number + 1, &node.label));
            self.hand.fills(&named(forms::NOTE), &note.text);
            for source in &note.sources {
                self.picks_source(&named(forms::CITE), source);
            }
        }
        self.hand.fills_some(&named(forms::ALIASES), &node.aliases.join("\n"));
        self.hand.fills_some(&named(forms::XREFS), &node.xrefs.join("\n"));
        self.hand.key(Key::Escape);
    }

    /// Goes down to the row of a new card: the bundled one of that name would come with everything that is said of it.
    fn takes_new(&mut self) {
        let is_new = |offer: &Offer| matches!(offer.takes, Takes::New(_));
        let entry = self.hand.session().entry().expect("a field is open");
        let row = entry.offers().iter().position(is_new).expect("a new card is offered");
        for _ in entry.row.unwrap_or_default()..row {
            self.hand.key(Key::ArrowDown);
        }
        self.hand.key(Key::Enter);
        assert!(self.hand.session().entry().is_none(), "{}", self.hand.said());
    }

    fn writes_levels(&mut self, of: &str, levels: &[LevelText]) {
        for text in levels {
            let name = forms::named(&forms::for_level(text.level.label()), of);
            if self.hand.window.query_by_label(&name).is_none() {
                self.hand.pushes(forms::LEVELS);
            }
            self.hand.fills(&name, &text.text);
        }
        assert!(levels.len() <= Level::ALL.len());
    }

    fn picks_source(&mut self, name: &str, source: &SourceId) {
        let sources = self.of.sources();
        let at = sources.iter().position(|other| other.id == *source).expect("it is there");
        let rows: Vec<String> = self.hand.pathway().sources().iter().map(|source| source.short()).collect();
        self.hand.picks(name, &rows, at);
    }

    /// An arrow, and everything that is said of it.
    pub(crate) fn writes_link(&mut self, link: &Link) {
        self.hand.types("n");
        self.hand.names(self.of.label(&link.from).as_ref());
        self.hand.types("l");
        self.hand.names(self.of.label(&link.to).as_ref());
        match link.effect {
            Effect::Raises => {}
            Effect::Lowers => self.hand.types("-"),
            Effect::Mixed => self.hand.types("~"),
            Effect::NoEffect => self.hand.types("0"),
            Effect::Unknown => self.hand.types("?"),
        }
        self.hand.key(Key::Enter);
        let of = self.of.sentence(link);
        let named = |field: &str| forms::named(field, &of);
        self.hand.fills_some(&named(forms::HOLDS_WHEN), link.holds_when.as_deref().unwrap_or_default());
        if let Some(delay) = link.delay {
            self.hand.picks_of(&named(forms::DELAY), &Delay::ALL, Delay::label, delay);
        }
        self.hand.fills_some(&named(forms::EXPLANATION), &link.explanation);
        self.writes_levels(&of, &link.levels);
        if let Some(popular) = &link.popular {
            self.hand.picks_of(&named(forms::POPULAR), &Effect::ALL, Effect::label, popular.effect);
            self.hand.fills(&named(forms::POPULAR_SAYS), &popular.says);
            self.hand.fills_some(&named(forms::POPULAR_NOTE), &popular.note);
        }
        for (number, item) in link.evidence.iter().enumerate() {
            self.picks_source(&named(forms::ADD_EVIDENCE), &item.source);
            let named = |field: &str| forms::named(field, &forms::evidence_of(number + 1, &of));
            self.hand.picks_of(&named(forms::STANCE), &Stance::ALL, Stance::label, item.stance);
            self.hand.picks_of(&named(forms::DESIGN), &Design::ALL, Design::label, item.design);
            self.hand.fills_some(&named(forms::SPECIES), &item.species.join("\n"));
            self.hand.fills_some(&named(forms::SAMPLE), &item.sample);
            self.hand.fills_some(&named(forms::FINDING), &item.finding);
            self.hand.fills_some(&named(forms::LOCATOR), item.locator.as_deref().unwrap_or_default());
        }
        self.hand.fills_some(&named(forms::NO_SOURCE), link.no_source_found.as_deref().unwrap_or_default());
        if link.returns != self.hand.pathway().links().last().is_some_and(|made| made.returns) {
            self.hand.pushes(&named(forms::RETURNS));
        }
        self.grades(&of, link.grade);
        self.confirms_sources(&of, link);
        self.hand.key(Key::Escape);
    }

    fn grades(&mut self, of: &str, grade: Grade) {
        if self.hand.pathway().links().last().is_some_and(|made| made.grade == grade) {
            return;
        }
        // Back to the first field: what can be given depends on what was just written.
        for _ in 0..2 {
            self.hand.key(Key::F12);
        }
        let row = pathlight::words::details::grade(grade.name());
        self.hand.picks(&forms::named(forms::GRADE, of), &[row], 0);
    }

    /// Goes through the sources of a link that nobody has confirmed yet, and mends what the list did not say as it is said here.
    fn confirms_sources(&mut self, of: &str, link: &Link) {
        for (number, item) in link.evidence.iter().enumerate() {
            let at = self.of.sources().iter().position(|source| source.id == item.source).expect("it is there");
            if self.hand.pathway().sources()[at].citation == Citation::Confirmed {
                continue;
            }
            let name = forms::named(forms::EDIT_SOURCE, &forms::evidence_of(number + 1, of));
            self.hand.pushes(&name);
            self.writes_source(at);
            // Back on the link.
            self.hand.pushes("Back");
        }
    }

    fn writes_source(&mut self, at: usize) {
        let wanted = &*self.of.sources()[at];
        let made = Source::clone(&self.hand.pathway().sources()[at]);
        let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
        for (field, made, wanted) in [
            (forms::TITLE, made.title.clone(), wanted.title.clone()),
            (forms::VENUE, made.venue.clone(), wanted.venue.clone()),
            (forms::DOI, or_none(&made.doi), or_none(&wanted.doi)),
            (forms::PMID, or_none(&made.pmid), or_none(&wanted.pmid)),
            (forms::URL, or_none(&made.url), or_none(&wanted.url)),
        ] {
            if made != wanted {
                self.hand.fills(&forms::named(field, &made_short(&self.hand, at)), &wanted);
            }
        }
        self.hand.pushes(&forms::named(forms::CONFIRMED, &made_short(&self.hand, at)));
        if made.kind != wanted.kind {
            // The first row leaves the kind to be told from the other fields.
            self.hand.goes_to(&forms::named(forms::PUBLICATION, &made_short(&self.hand, at)));
            self.hand.key(Key::Enter);
            self.hand.types_lines(wanted.kind.map_or("", |kind| kind.noun()));
            self.hand.key(Key::Enter);
        }
        // Last, since the names of all fields follow it.
        if made.authors != wanted.authors {
            self.hand.fills(&forms::named(forms::AUTHORS, &made_short(&self.hand, at)), &wanted.authors);
        }
    }
}

/// What the fields of a source are of, as it is written now.
fn made_short(hand: &Hand, at: usize) -> String {
    hand.pathway().sources()[at].short()
}
