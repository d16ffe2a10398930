//! Threads: nothing that can take long happens where frames are drawn.

use std::{
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
    time::{Duration, Instant},
};

use egui::Context;

use super::{
    background::step_back,
    desk::Desk,
    letters::{Letters, SystemFonts},
    outside::Outside,
    tasks::{draw, log_line, perform},
    watch::Watch,
};
use crate::{
    canvas::Prepared,
    files::Data,
    session::{Action, Task},
    text::Faces,
    words,
};

/// Stack of a worker: files may nest and graphs may be deep.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// A dialog that closes without a choice faster than this was never shown: no hand is that quick.
const NO_DIALOG: Duration = Duration::from_millis(350);

/// Threads for files, for drawing and for questions, so that none waits for another.
pub struct Worker {
    files: Sender<(Task, Context)>,
    drawing: Sender<(Task, Context)>,
    asking: Sender<(Task, Context)>,
    results: Receiver<Action>,
    prepared: Receiver<Prepared>,
    fonts: SystemFonts,
    sender: Sender<Action>,
    watch: Watch,
    desk: Option<Desk>,
    /// The latest drawing that was asked for: an earlier one stops.
    latest: Arc<AtomicU64>,
    /// How long the first call of `finished` waits for a result.
    patience: Duration,
}

impl Worker {
    /// Starts the threads. `settings` is where settings are kept, `data` where work is that is not saved, `fonts` are those
    /// for scripts that ours lack.
    pub fn new(settings: Option<PathBuf>, data: Option<&Data>, fonts: SystemFonts, ctx: &Context) -> Self {
        let (sender, results) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let watch = Watch::new(sender.clone());
        let desk = data.and_then(|data| Desk::begin(data, fonts.clone(), sender.clone(), ctx));
        let files = working_thread("files", settings, &fonts, Some(watch.clone()), desk.clone(), sender.clone());
        let asking = working_thread("questions", None, &fonts, None, None, sender.clone());
        let (pictures, prepared) = channel();
        let drawing = drawing_thread(Arc::clone(&latest), &fonts, sender.clone(), pictures);
        Self { files, drawing, asking, results, prepared, fonts, sender, watch, desk, latest, patience: Duration::ZERO }
    }

    /// What is kept beside people's own files, where there is a place for it.
    pub(super) fn desk(&self) -> Option<&Desk> {
        self.desk.as_ref()
    }

    /// Lets the first frame wait for its picture, but no longer than `limit`.
    pub fn wait_for_first(&mut self, limit: Duration) {
        self.patience = limit;
    }

    /// Opens a file dialog. It is made here, on the window's thread, and awaited on another.
    fn pick_file(&self, ctx: &Context) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(words::app::FILE_DIALOG)
            .add_filter(words::app::FILE_KIND, &["ron"])
            .pick_file();
        self.wait_for_dialog(dialog, ctx);
    }

    fn pick_place(&self, name: &str, ctx: &Context) {
        let dialog = rfd::AsyncFileDialog::new().set_title(words::saving::DIALOG).set_file_name(name).save_file();
        self.wait_for_dialog(dialog, ctx);
    }

    /// Waits for a dialog on a thread of its own: it stays open as long as a person wants.
    fn wait_for_dialog(&self, dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static, ctx: &Context) {
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
        match &task {
            Task::PickFile => return self.pick_file(ctx),
            Task::PickPlace(name) => return self.pick_place(name, ctx),
            Task::Watch(path) => return self.watch.follow(path.clone(), ctx),
            Task::Forget(serial) => return self.desk.iter().for_each(|desk| desk.forget(*serial)),
            Task::Discard(serial) => return self.desk.iter().for_each(|desk| desk.discard(*serial)),
            _ => {}
        }
        let task = match (task, &self.desk) {
            (Task::Keep(saving), Some(desk)) => return desk.keep(*saving, ctx),
            (task, _) => task,
        };
        let thread = if let Task::LayOut { ticket, .. } = &task {
            self.latest.store(*ticket, Ordering::Relaxed);
            &self.drawing
        } else if let Task::LaySlide { ticket, .. } | Task::LayQuestion { ticket, .. } = &task {
            // Whatever else is being drawn is not wanted any more.
            self.latest.store(*ticket, Ordering::Relaxed);
            &self.asking
        } else if matches!(
            task,
            Task::Answer { .. } | Task::MakeSheet { .. } | Task::MarkMap { .. } | Task::Preview { .. }
        ) {
            &self.asking
        } else {
            &self.files
        };
        if thread.send((task, ctx.clone())).is_err() {
            log_line(words::app::THREAD_ENDED);
        }
    }

    fn finished(&mut self) -> Vec<Action> {
        let patience = std::mem::take(&mut self.patience);
        let first = if patience.is_zero() { None } else { self.results.recv_timeout(patience).ok() };
        first.into_iter().chain(self.results.try_iter()).collect()
    }

    fn end(&mut self) {
        if let Some(desk) = &self.desk {
            desk.end();
        }
    }

    fn faces(&self) -> Faces {
        self.fonts.faces()
    }

    fn prepared(&mut self) -> Option<Prepared> {
        self.prepared.try_iter().last()
    }
}

/// A thread that carries out everything but drawings, one after the other.
fn working_thread(
    name: &str,
    settings: Option<PathBuf>,
    fonts: &SystemFonts,
    watch: Option<Watch>,
    desk: Option<Desk>,
    results: Sender<Action>,
) -> Sender<(Task, Context)> {
    let mut letters = Letters::new(fonts.clone());
    thread_for(name, move |task, ctx| {
        if let (Task::ReadFile(path), Some(watch)) = (&task, &watch) {
            watch.is_read(path);
        }
        let done = perform(task, &mut letters, settings.as_ref(), desk.as_ref());
        let Some(action) = done else { return ControlFlow::Continue(()) };
        if let (Action::Saved { path, .. }, Some(watch)) = (&action, &watch) {
            // What it looks like now is our own doing.
            watch.is_read(path);
        }
        give(&results, action, ctx)
    })
}

/// A thread that draws. A drawing that is no longer wanted stops within a moment; others are prepared for the canvas.
fn drawing_thread(
    latest: Arc<AtomicU64>,
    fonts: &SystemFonts,
    results: Sender<Action>,
    pictures: Sender<Prepared>,
) -> Sender<(Task, Context)> {
    let mut letters = Letters::new(fonts.clone());
    thread_for("drawing", move |task, ctx| {
        let Task::LayOut { ticket, pathway, .. } = &task else { return ControlFlow::Continue(()) };
        let stale = || latest.load(Ordering::Relaxed) != *ticket;
        if !stale() {
            draw(&task, &mut letters, &mut |action| {
                if stale() {
                    return ControlFlow::Break(());
                }
                if let Action::LaidOut { picture, .. } = &action {
                    // Where nobody takes it the window is gone, which the action finds out.
                    pictures.send(Prepared::new(pathway, picture)).ok();
                }
                give(&results, action, ctx)
            });
        }
        ControlFlow::Continue(())
    })
}

/// Brings a result to the window; breaks where the window is gone.
fn give(results: &Sender<Action>, action: Action, ctx: &Context) -> ControlFlow<()> {
    if results.send(action).is_err() {
        return ControlFlow::Break(());
    }
    ctx.request_repaint();
    ControlFlow::Continue(())
}

fn thread_for(
    name: &str,
    mut carry_out: impl FnMut(Task, &Context) -> ControlFlow<()> + Send + 'static,
) -> Sender<(Task, Context)> {
    let (sender, tasks) = channel::<(Task, Context)>();
    let work = move || {
        step_back();
        for (task, ctx) in tasks {
            if carry_out(task, &ctx).is_break() {
                return;
            }
        }
    };
    if let Err(error) = thread::Builder::new().name(name.to_owned()).stack_size(STACK_BYTES).spawn(work) {
        log_line(&words::app::no_thread(name, &error.to_string()));
    }
    sender
}
