//! A thread that looks now and then whether the open file has changed, and wakes the window only where it has.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use egui::Context;

use super::tasks::log_line;
use crate::{files::Stamp, session::Action, words};

/// How long between two looks. A change is told once it looks the same twice: by then whoever writes has written all.
const PAUSE: Duration = Duration::from_secs(2);

/// The hold on the thread.
#[derive(Clone)]
pub(super) struct Watch {
    orders: Sender<Order>,
}

enum Order {
    /// A file is about to be read, and looks like this.
    IsRead(PathBuf, Option<Stamp>),
    /// A file is open, and no other any more.
    Follow(Option<PathBuf>, Context),
}

impl Watch {
    /// Starts the thread, which sends `Action::ChangedOnDisk`.
    pub(super) fn new(results: Sender<Action>) -> Self {
        Self::every(PAUSE, results)
    }

    fn every(pause: Duration, results: Sender<Action>) -> Self {
        let (orders, received) = channel();
        let watching = move || watch(pause, &received, &results);
        if let Err(error) = thread::Builder::new().name("watching".to_owned()).spawn(watching) {
            log_line(&words::app::no_thread("watching", &error.to_string()));
        }
        Self { orders }
    }

    /// A file is about to be read: what it looks like now is what will be shown.
    pub(super) fn is_read(&self, path: &Path) {
        self.orders.send(Order::IsRead(path.to_owned(), Stamp::of(path))).ok();
    }

    /// Follows a file from what it looked like when it was read.
    pub(super) fn follow(&self, path: Option<PathBuf>, ctx: &Context) {
        self.orders.send(Order::Follow(path, ctx.clone())).ok();
    }
}

/// A file that is followed.
struct Followed {
    path: PathBuf,
    ctx: Context,
    known: Option<Stamp>,
    last: Option<Stamp>,
}

fn watch(pause: Duration, orders: &Receiver<Order>, results: &Sender<Action>) {
    let mut latest: Option<(PathBuf, Option<Stamp>)> = None;
    let mut followed: Option<Followed> = None;
    loop {
        // Where nothing is open from disk there is nothing to wake up for.
        let order = match followed {
            Some(_) => orders.recv_timeout(pause),
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match order {
            Ok(Order::IsRead(path, stamp)) => latest = Some((path, stamp)),
            Ok(Order::Follow(path, ctx)) => {
                followed = path.map(|path| {
                    let read = latest.as_ref().filter(|(read, _)| *read == path);
                    let known = read.map_or_else(|| Stamp::of(&path), |(_, stamp)| stamp.clone());
                    Followed { last: known.clone(), known, path, ctx }
                });
            }
            Err(RecvTimeoutError::Disconnected) => return,
            Err(RecvTimeoutError::Timeout) => {
                let Some(file) = &mut followed else { continue };
                if !has_changed(file) {
                    continue;
                }
                if results.send(Action::ChangedOnDisk(file.path.clone())).is_err() {
                    return;
                }
                file.ctx.request_repaint();
            }
        }
    }
}

/// Whether the file looks other than it was known, for the second time in the same way.
fn has_changed(file: &mut Followed) -> bool {
    let now = Stamp::of(&file.path);
    let is_settled = now == file.last;
    file.last = now;
    let has_changed = is_settled && file.last != file.known;
    if has_changed {
        file.known.clone_from(&file.last);
    }
    has_changed
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, time::Instant};

    #[test]
    fn a_change_is_told_once_and_an_open_file_at_rest_wakes_nobody() {
        let path = std::env::temp_dir().join(format!("pathlight-watch-{}", std::process::id()));
        fs::write(&path, "one").expect("a file for a test");
        let (sender, results) = channel();
        let (pause, ctx) = (Duration::from_millis(20), Context::default());
        let watch = Watch::every(pause, sender);
        watch.is_read(&path);
        // Between its reading and its showing, which may take a while.
        fs::write(&path, "two, longer").expect("it can be written");
        watch.follow(Some(path.clone()), &ctx);
        let told = |limit: Duration| results.recv_timeout(limit).ok();
        let is_it = |action: Option<Action>| matches!(action, Some(Action::ChangedOnDisk(found)) if found == path);
        assert!(is_it(told(Duration::from_secs(20))));
        assert!(told(pause * 10).is_none(), "it is told once");
        fs::remove_file(&path).expect("it is there");
        assert!(is_it(told(Duration::from_secs(20))));
        watch.follow(None, &ctx);
        let start = Instant::now();
        while start.elapsed() < pause * 5 {
            fs::write(&path, "three").expect("it can be written");
        }
        assert!(told(pause * 10).is_none(), "nothing is followed any more");
        fs::remove_file(&path).expect("it is there");
    }
}
