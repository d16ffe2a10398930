//! A thread that keeps what was not saved, so that no frame waits for a disk.

use std::{
    collections::BTreeMap,
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, TryLockError},
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use super::{entry::Entry, store::Recovery};
use crate::files::refused::Trouble;

/// The longest pause from a change to the moment when it is being kept. The thread is at rest where nothing changes.
pub const MAX_PAUSE: Duration = Duration::from_millis(400);

/// What is written may be read anew to be written, which nests.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Makes what is to be kept, on the keeper's thread.
type Make = Box<dyn FnOnce() -> Entry + Send>;

enum Order {
    Keep(Make),
    Forget,
    /// To be set aside, what was not kept yet included.
    Discard(Option<Make>),
}

#[derive(Default)]
struct Orders {
    /// The last order for each document.
    waiting: BTreeMap<u32, Order>,
    is_busy: bool,
    /// Somebody waits.
    is_urgent: bool,
    has_ended: bool,
}

#[derive(Default)]
struct Shared {
    orders: Mutex<Orders>,
    changed: Condvar,
    thread: OnceLock<ThreadId>,
}

/// Keeps documents on a thread of its own. Of changes that follow each other quickly only the last is kept, at most
/// [`MAX_PAUSE`] and the time of one writing after it was told.
pub struct Keeper {
    shared: Arc<Shared>,
}

impl fmt::Debug for Keeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeper").finish_non_exhaustive()
    }
}

impl Keeper {
    /// Starts the thread. `tell` is called on it with what became of every document that was to be kept: an error must
    /// be shown, since from then on a crash would cost work.
    ///
    /// # Errors
    /// Where the system has no thread for it.
    pub fn start(
        recovery: Recovery,
        mut tell: impl FnMut(u32, Result<(), Trouble>) + Send + 'static,
    ) -> std::io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let work = {
            let shared = Arc::clone(&shared);
            move || shared.work(&recovery, &mut tell)
        };
        thread::Builder::new().name("recovery".to_owned()).stack_size(STACK_BYTES).spawn(work)?;
        Ok(Self { shared })
    }

    /// A document has changed: `make` gives what is to be kept, on the keeper's thread, and is not called where another
    /// change comes first. Returns at once.
    pub fn keep(&self, number: u32, make: impl FnOnce() -> Entry + Send + 'static) {
        self.order(number, Order::Keep(Box::new(make)));
    }

    /// A document was saved, or is as it was read. Returns at once.
    pub fn forget(&self, number: u32) {
        self.order(number, Order::Forget);
    }

    /// A document was closed and its changes given up: they are set aside for seven days. Returns at once.
    pub fn discard(&self, number: u32) {
        let mut orders = self.shared.lock();
        let make = match orders.waiting.remove(&number) {
            Some(Order::Keep(make) | Order::Discard(Some(make))) => Some(make),
            _ => None,
        };
        orders.waiting.insert(number, Order::Discard(make));
        self.shared.changed.notify_all();
    }

    /// Waits until everything is kept that was told, but no longer than a limit; says whether it is. Nothing panics in
    /// here and nothing waits for longer, so that a panic hook may call it.
    pub fn flush(&self, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        if self.shared.thread.get() == Some(&thread::current().id()) {
            // It would wait for itself.
            return false;
        }
        let Some(mut orders) = self.shared.lock_until(end) else { return false };
        while orders.is_busy || !orders.waiting.is_empty() {
            orders.is_urgent = true;
            self.shared.changed.notify_all();
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            orders = self.shared.changed.wait_timeout(orders, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    fn order(&self, number: u32, order: Order) {
        self.shared.lock().waiting.insert(number, order);
        self.shared.changed.notify_all();
    }
}

impl Drop for Keeper {
    /// The thread ends once it has carried out its orders; nobody waits for it.
    fn drop(&mut self) {
        self.shared.lock().has_ended = true;
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Orders> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lock, unless whoever has it keeps it too long: the panic may have come there.
    fn lock_until(&self, end: Instant) -> Option<MutexGuard<'_, Orders>> {
        loop {
            match self.orders.try_lock() {
                Ok(orders) => return Some(orders),
                Err(TryLockError::Poisoned(poisoned)) => return Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => return None,
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(1)),
            }
        }
    }

    fn work(&self, recovery: &Recovery, tell: &mut dyn FnMut(u32, Result<(), Trouble>)) {
        self.thread.get_or_init(|| thread::current().id());
        let mut last = None;
        while let Some(batch) = self.next_batch(last) {
            last = Some(Instant::now());
            for (number, order) in batch {
                match order {
                    Order::Keep(make) => keep(recovery, number, make, tell),
                    Order::Forget => recovery.forget(number),
                    Order::Discard(make) => {
                        if let Some(make) = make {
                            keep(recovery, number, make, tell);
                        }
                        recovery.discard(number);
                    }
                }
            }
            self.lock().is_busy = false;
            self.changed.notify_all();
        }
    }

    /// The orders to be carried out next, once the pause since the last ones is over or somebody waits; nothing at the
    /// end.
    fn next_batch(&self, last: Option<Instant>) -> Option<BTreeMap<u32, Order>> {
        let mut orders = self.lock();
        loop {
            let pause = last.map_or(Duration::ZERO, |last| MAX_PAUSE.saturating_sub(last.elapsed()));
            orders = if orders.waiting.is_empty() {
                if orders.has_ended {
                    return None;
                }
                self.changed.wait(orders).unwrap_or_else(PoisonError::into_inner)
            } else if pause.is_zero() || orders.is_urgent || orders.has_ended {
                orders.is_busy = true;
                orders.is_urgent = false;
                return Some(std::mem::take(&mut orders.waiting));
            } else {
                self.changed.wait_timeout(orders, pause).unwrap_or_else(PoisonError::into_inner).0
            };
        }
    }
}

fn keep(recovery: &Recovery, number: u32, make: Make, tell: &mut dyn FnMut(u32, Result<(), Trouble>)) {
    // A fault in writing one document leaves what was kept of it, and this thread to the others.
    let kept = match catch_unwind(AssertUnwindSafe(make)) {
        Ok(entry) => recovery.keep(number, &entry),
        Err(_) => Err(recovery.not_made(number)),
    };
    tell(number, kept);
}
