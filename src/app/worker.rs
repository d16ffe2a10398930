//! Threads: nothing that can take long happens where frames are drawn.

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use egui::Context;

use super::{
    Outside,
    tasks::{log_line, perform},
};
use crate::{
    session::{Action, Task},
    text::Measure,
};

/// Stack of a worker: files may nest and graphs may be deep.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// A dialog that closes without a choice faster than this was never shown: no hand is that quick.
const NO_DIALOG: Duration = Duration::from_millis(350);

/// Two threads, one for files and one for drawing, so that neither waits for the other.
pub struct Worker {
    files: Sender<(Task, Context)>,
    drawing: Sender<(Task, Context)>,
    results: Receiver<Action>,
    sender: Sender<Action>,
    /// How long the first call of `finished` waits for a result.
    patience: Duration,
}

impl Worker {
    /// Starts the threads. `settings` is where settings are kept.
    pub fn new(settings: Option<PathBuf>) -> Self {
        let (sender, results) = channel();
        let files = thread_for("files", settings, sender.clone());
        let drawing = thread_for("drawing", None, sender.clone());
        Self { files, drawing, results, sender, patience: Duration::ZERO }
    }

    /// Lets the first frame wait for its picture, but no longer than `limit`.
    pub fn wait_for_first(&mut self, limit: Duration) {
        self.patience = limit;
    }

    /// Opens a file dialog. It is made here, on the window's thread, and awaited on another.
    fn pick_file(&self, ctx: &Context) {
        let dialog =
            rfd::AsyncFileDialog::new().set_title("Open a pathway").add_filter("Pathway", &["ron"]).pick_file();
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let waiting = move || {
            let asked = Instant::now();
            let choice = pollster::block_on(dialog).map(|file| file.path().to_owned());
            let unseen = choice.is_none() && asked.elapsed() < NO_DIALOG;
            sender.send(if unseen { Action::NoDialog } else { Action::Picked(choice) }).ok();
            ctx.request_repaint();
        };
        if thread::Builder::new().name("dialog".to_owned()).spawn(waiting).is_err() {
            self.sender.send(Action::NoDialog).ok();
        }
    }
}

impl Outside for Worker {
    fn start(&mut self, task: Task, ctx: &Context) {
        if task == Task::PickFile {
            return self.pick_file(ctx);
        }
        let thread = if matches!(task, Task::LayOut { .. }) { &self.drawing } else { &self.files };
        if thread.send((task, ctx.clone())).is_err() {
            log_line("a worker thread has ended; please start Pathlight again");
        }
    }

    fn finished(&mut self) -> Vec<Action> {
        let patience = std::mem::take(&mut self.patience);
        let first = if patience.is_zero() { None } else { self.results.recv_timeout(patience).ok() };
        first.into_iter().chain(self.results.try_iter()).collect()
    }
}

fn thread_for(name: &str, settings: Option<PathBuf>, results: Sender<Action>) -> Sender<(Task, Context)> {
    let (sender, tasks) = channel::<(Task, Context)>();
    let work = move || {
        let mut measure = Measure::default();
        for (task, ctx) in tasks {
            if let Some(action) = perform(task, &mut measure, settings.as_ref()) {
                // The window is gone when nobody receives.
                if results.send(action).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        }
    };
    if let Err(error) = thread::Builder::new().name(name.to_owned()).stack_size(STACK_BYTES).spawn(work) {
        log_line(&format!("the {name} thread could not be started: {error}"));
    }
    sender
}
