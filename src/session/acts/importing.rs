//! Files of other programs: what their arrows mean is shown before anything is taken.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use super::{
    answering::open_side,
    changing::{ChangeAct, change},
    closing,
    comparing::compare_with_file,
    mapping::take_map,
    opening::{self, file_name, refuse, show},
    settings::save,
};
use crate::{
    formats::{self, Opened, Problem},
    import::{self, Foreign, Imported, Input, Knows, Meanings, Report, Wishes, recognise},
    model::Effect,
    parts::{
        files::{FileUse, Leave},
        view::{OpenText, SidePanel},
    },
    state::Session,
    task::Task,
    words,
};

/// What is done with a file of another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportAct {
    /// A word of its arrows means this.
    Mean(String, Effect),
    /// Its cards are pinned where the file has them, or not.
    Pin(bool),
    /// Makes a pathway of it.
    Take,
    /// Leaves it.
    Leave,
}

/// What comes of a pathway that was made of a foreign file: the pathway as if it had been opened, and the report.
pub(crate) type Made = Result<(Box<Opened>, Arc<Report>), Problem>;

/// Does what was decided.
pub(crate) fn import(session: &mut Session, act: ImportAct) {
    match act {
        ImportAct::Mean(word, effect) => {
            if let Some((format, meanings)) = session.importing.mean(word, effect) {
                let named = |(word, effect): (&String, &Effect)| (word.clone(), effect.name().to_owned());
                let meanings: BTreeMap<String, String> = meanings.iter().map(named).collect();
                session.settings.meanings.insert(format.to_owned(), meanings);
                save(session);
            }
        }
        ImportAct::Pin(positions) => session.importing.pin(positions),
        ImportAct::Take if session.importing.asked() => {
            if let Some(task) = session.importing.take() {
                session.start(task);
            }
        }
        ImportAct::Take => closing::leave(session, Leave::Import),
        ImportAct::Leave => session.view.close_texts(),
    }
}

/// Does with a foreign file that has been read what it was picked for, unless it comes too late.
pub(crate) fn foreign_read(session: &mut Session, path: &Path, read: Result<Box<Foreign>, Vec<Problem>>) {
    match (session.files.arrived(path), read) {
        (Some(FileUse::Open), Ok(foreign)) => offer(session, *foreign, true),
        (Some(FileUse::Open | FileUse::Again), Err(problems)) => refuse(session, &file_name(path), &problems),
        (Some(FileUse::Compare), read) => compare_with_file(session, path, as_opened(session, read)),
        (Some(FileUse::Map), read) => take_map(session, path, as_opened(session, read)),
        (Some(FileUse::Again | FileUse::Picture | FileUse::Worksheet | FileUse::Pathway) | None, _) => {}
    }
}

/// A foreign file as what it means without anybody having decided, for whoever only looks at it.
fn as_opened(session: &Session, read: Result<Box<Foreign>, Vec<Problem>>) -> opening::Read {
    let foreign = read?;
    let meanings = known(session, foreign.format.id);
    let made = made(&foreign, &Wishes { meanings, positions: false }).map_err(|problem| vec![problem])?;
    Ok(made.0)
}

/// Shows what a foreign file says, before anything is taken.
fn offer(session: &mut Session, foreign: Foreign, asked: bool) {
    let meanings = known(session, foreign.format.id);
    session.view.hush();
    session.importing.offer(foreign, meanings, asked);
    session.view.show_text(OpenText::Import);
}

/// Changes the open pathway by hand; but a pasted text that is a file of another program is offered as such.
pub(crate) fn paste_or_change(session: &mut Session, act: ChangeAct) {
    let is_foreign = if let ChangeAct::Paste(text) = &act { paste(session, text) } else { false };
    if !is_foreign {
        change(session, act);
    }
}

/// Takes a pasted text as a file of another program, where it surely is one; says whether it did.
fn paste(session: &mut Session, text: &str) -> bool {
    let input = Input::new("", text.as_bytes());
    let Some(format) = recognise(&input).filter(|format| (format.knows)(&input) == Knows::Surely) else { return false };
    match import::read(&input, Some(format)) {
        Ok((format, draft)) => offer(session, Foreign { name: String::new(), format, draft }, false),
        Err(problem) => refuse(session, words::importing::PASTED, &[problem]),
    }
    true
}

/// What was decided for a format before.
fn known(session: &Session, format: &str) -> Meanings {
    let all = session.settings.meanings.get(format);
    let effect = |name: &str| Effect::ALL.into_iter().find(|effect| effect.name() == name);
    all.into_iter().flatten().filter_map(|(word, name)| Some((word.clone(), effect(name)?))).collect()
}

/// A foreign file has become a pathway: it is not saved anywhere yet.
pub(crate) fn imported(session: &mut Session, ticket: u64, made: Made) {
    if !session.importing.has_come(ticket) {
        return;
    }
    session.view.close_texts();
    match made {
        Ok((opened, report)) => {
            show(session, *opened, None);
            session.open.is_new();
            session.importing.tell(session.serial(), report);
            session.start(Task::Keep(Box::new(session.open.saving())));
            open_side(session, SidePanel::Report);
        }
        Err(problem) => refuse(session, words::importing::FILE, &[problem]),
    }
}

/// Makes a pathway of a foreign file, as if it had been opened from a file of our own.
///
/// # Errors
/// Where it is more than a pathway can hold.
pub fn made(foreign: &Foreign, wishes: &Wishes) -> Made {
    let Imported { pathway, report } = import::build(foreign.format, foreign.draft.clone(), wishes)?;
    let opened = formats::open(formats::save(&pathway).as_bytes());
    let first = |problems: Vec<Problem>| {
        problems
            .into_iter()
            .next()
            .unwrap_or_else(|| Problem::at_start(words::importing::LOST, words::importing::LOST_HINT))
    };
    Ok((Box::new(opened.map_err(first)?), Arc::new(report)))
}
