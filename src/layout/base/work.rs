//! The work budget: deterministic steps, with reports to whoever waits and a way to stop early.

use std::ops::ControlFlow;

use crate::drawing::Progress;

/// Steps between two reports: a few ms.
const REPORT: i64 = 2_000_000;

/// Steps that are left, of about a nanosecond each.
pub(crate) struct Work<'a> {
    left: i64,
    total: i64,
    next_report: i64,
    /// Shares of the whole work at the beginning and at the end of this budget.
    part: (f32, f32),
    watch: Option<&'a mut dyn FnMut(Progress) -> ControlFlow<()>>,
    stopped: bool,
}

impl<'a> Work<'a> {
    /// A budget that nobody watches.
    pub(crate) fn quiet() -> Self {
        Self { left: 0, total: 0, next_report: 0, part: (0.0, 0.0), watch: None, stopped: false }
    }

    /// A budget that `watch` is told about.
    pub(crate) fn watched(watch: &'a mut dyn FnMut(Progress) -> ControlFlow<()>) -> Self {
        Self { watch: Some(watch), ..Self::quiet() }
    }

    /// Starts a new budget that stands for a part of the whole.
    pub(crate) fn renew(&mut self, steps: u64, part: (f32, f32)) {
        self.total = i64::try_from(steps).unwrap_or(i64::MAX);
        self.left = if self.stopped { 0 } else { self.total };
        self.next_report = self.left - REPORT;
        self.part = part;
    }

    /// Uses up some steps.
    pub(crate) fn spend(&mut self, steps: usize) {
        self.left -= steps as i64;
        if self.left < self.next_report {
            self.next_report = self.left - REPORT;
            let done = 1.0 - self.left.max(0) as f32 / self.total.max(1) as f32;
            self.tell(Progress::Share(self.part.0 + (self.part.1 - self.part.0) * done));
        }
    }

    /// Whether steps are left.
    pub(crate) fn open(&self) -> bool {
        self.left > 0
    }

    /// Steps that are left.
    pub(crate) fn left(&self) -> u64 {
        self.left.max(0) as u64
    }

    /// Whether the watcher called it off.
    pub(crate) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Tells the watcher, who may call the work off.
    pub(crate) fn tell(&mut self, progress: Progress) {
        if let Some(watch) = self.watch.as_mut().filter(|_| !self.stopped)
            && watch(progress).is_break()
        {
            self.stopped = true;
            self.left = 0;
        }
    }
}
