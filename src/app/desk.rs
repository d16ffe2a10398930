//! What is kept beside people's own files: which one is open here, and work that is not saved.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Sender, channel},
    },
    thread,
    time::Duration,
};

use egui::Context;

use super::{background::step_back, letters::SystemFonts};
use crate::{
    files::{self, Data, Entry, Fingerprint, Found, Held, Hold, Keeper, Left, Recovery, Running, System},
    formats,
    session::{Action, LeftWork, OnDisk, Outlook, Saving},
    words,
};

/// Stack of the thread that looks documents through: texts of files may nest.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// The data folder of the program, as one window uses it. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Desk {
    data: Data,
    recovery: Recovery,
    keeper: Arc<Keeper>,
    running: Arc<Mutex<Option<Running>>>,
    /// What was left by others, by number.
    left: Arc<Mutex<Vec<Left>>>,
    /// The file that is open here.
    held: Arc<Mutex<Option<Held>>>,
    /// Where a state of a document goes to be looked through.
    checks: Sender<(Saving, String, Context)>,
    is_safe_mode: bool,
}

impl Desk {
    /// Begins to use a data folder; nothing where no thread can be had. `ctx` is woken where work cannot be kept.
    pub(super) fn begin(data: &Data, fonts: SystemFonts, results: Sender<Action>, ctx: &Context) -> Option<Self> {
        let running = Running::begin(data);
        let recovery = Recovery::new(data, &running);
        let (told, ctx) = (results.clone(), ctx.clone());
        // Once is enough: the next second would say the same.
        let mut failed = false;
        let tell = move |_, kept: Result<(), files::Trouble>| match kept {
            Ok(()) => failed = false,
            Err(trouble) => {
                if !std::mem::replace(&mut failed, true) {
                    told.send(Action::NotKept(trouble.to_string())).ok();
                    ctx.request_repaint();
                }
            }
        };
        let keeper = Arc::new(Keeper::start(recovery.clone(), tell).ok()?);
        let checks = checking_thread(fonts, results).ok()?;
        let is_safe_mode = running.is_safe_mode();
        let running = Arc::new(Mutex::new(Some(running)));
        let (left, held) = (Arc::default(), Arc::default());
        Some(Self { data: data.clone(), recovery, keeper, running, left, held, checks, is_safe_mode })
    }

    /// Whether the program ended badly twice just before this start.
    pub(super) fn is_safe_mode(&self) -> bool {
        self.is_safe_mode
    }

    pub(super) fn data(&self) -> &Data {
        &self.data
    }

    /// What must not wait for any thread but its own when the program fails.
    pub(super) fn keeper(&self) -> Arc<Keeper> {
        Arc::clone(&self.keeper)
    }

    /// The program ends well: what is on its way to the disk comes there, and nothing is taken for a crash.
    pub(super) fn end(&self) {
        self.keeper.flush(Duration::from_secs(5));
        if let Some(running) = lock(&self.running).take() {
            running.end();
        }
    }

    /// Keeps work that is not saved and looks what may be wrong with it, on a thread of its own. Returns at once.
    pub(super) fn keep(&self, saving: Saving, ctx: &Context) {
        let (checks, ctx) = (self.checks.clone(), ctx.clone());
        self.keeper.keep(number(saving.serial), move || {
            step_back();
            let text = formats::save_over(&saving.text, &saving.pathway).text;
            let entry = Entry {
                title: saving.pathway.about().title.clone(),
                text: text.clone().into_bytes(),
                saved: saving.open_as.is_some().then(|| Fingerprint::of(&saving.text)),
                view: saving.outlook.to_text(),
                path: saving.open_as.clone(),
            };
            checks.send((saving, text, ctx)).ok();
            entry
        });
    }

    /// The work is saved.
    pub(super) fn forget(&self, serial: u64) {
        self.keeper.forget(number(serial));
    }

    /// The work was given up.
    pub(super) fn discard(&self, serial: u64) {
        self.keeper.discard(number(serial));
    }

    /// Somebody has decided on what was left. What was taken up is kept as this window's own before it is let go of.
    pub(super) fn decided(&self, number: usize) {
        self.keeper.flush(Duration::from_secs(5));
        if let Some(left) = lock(&self.left).get(number) {
            self.recovery.decided(left);
        }
    }

    /// Looks for what was left.
    pub(super) fn find_left(&self) -> Option<Action> {
        let Found { left, unreadable, newer } = self.recovery.left();
        let damaged = unreadable.iter().map(|path| words::closing::damaged(&path.display().to_string()));
        let newer = newer.iter().map(|path| words::closing::newer(&path.display().to_string()));
        let remarks: Vec<String> = damaged.chain(newer).collect();
        let works: Vec<LeftWork> = left.iter().enumerate().map(|(number, left)| work(number, left)).collect();
        *lock(&self.left) = left;
        (!works.is_empty() || !remarks.is_empty()).then_some(Action::Left(works, remarks))
    }

    /// Takes a file for this window, and lets go of the one before; says where it may only be read.
    pub(super) fn hold(&self, path: Option<std::path::PathBuf>) -> Option<Action> {
        *lock(&self.held) = None;
        let path = path?;
        let why = match Hold::take(&self.data, &path) {
            Hold::Held(held) => {
                *lock(&self.held) = Some(held);
                let trouble = files::may_save(&System, &path).err()?;
                words::closing::protected(&trouble.error.to_string())
            }
            Hold::Elsewhere(_) => words::closing::elsewhere(&path.display().to_string()),
            // Without locks nobody knows; what was changed meanwhile is found out when it is saved.
            Hold::Unknown(_) => return None,
        };
        Some(Action::MayOnlyRead(path, why))
    }
}

/// What is wrong with a state of a document, as it would lie in its file, letters that no font has included; for a thread
/// that may take its time.
pub(super) fn checked(saving: &Saving, text: &str, fonts: &SystemFonts) -> Action {
    let mut problems = formats::open(text.as_bytes()).map_or_else(|problems| problems, |opened| opened.problems);
    problems.extend(files::lacking(&fonts.missing(&saving.pathway), text));
    Action::Checked { serial: saving.serial, revision: saving.revision, problems }
}

/// A thread that looks what is wrong with the latest state of a document that it was sent, as that would lie in its file:
/// keeping never waits for it, or for the fonts that it looks for. It ends with whoever sends.
fn checking_thread(fonts: SystemFonts, results: Sender<Action>) -> std::io::Result<Sender<(Saving, String, Context)>> {
    let (sender, states) = channel();
    let work = move || {
        step_back();
        while let Ok(state) = states.recv() {
            let (saving, text, ctx): (Saving, String, Context) = states.try_iter().last().unwrap_or(state);
            results.send(checked(&saving, &text, &fonts)).ok();
            ctx.request_repaint();
        }
    };
    thread::Builder::new().name("checking".to_owned()).stack_size(STACK_BYTES).spawn(work)?;
    Ok(sender)
}

fn work(number: usize, left: &Left) -> LeftWork {
    let (on_disk, saved) = match &left.on_disk {
        files::OnDisk::Never => (OnDisk::Never, None),
        files::OnDisk::Unchanged(bytes) => (OnDisk::Unchanged, formats::open(bytes).ok().map(Box::new)),
        files::OnDisk::Changed => (OnDisk::Changed, None),
        files::OnDisk::Gone => (OnDisk::Gone, None),
    };
    LeftWork {
        number,
        title: left.entry.title.clone(),
        path: left.entry.path.clone(),
        age: left.kept.elapsed().unwrap_or_default().as_secs(),
        on_disk,
        work: formats::open(&left.entry.text).map(Box::new),
        saved,
        outlook: Outlook::from_text(&left.entry.view),
    }
}

/// Documents are counted from 1 in each window; nobody opens four thousand million.
fn number(serial: u64) -> u32 {
    u32::try_from(serial).unwrap_or(u32::MAX)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
