//! Reading and writing files on disk, for the window and the command line alike.
//!
//! Reading is bounded in bytes and in time. Writing leaves a file as it was or makes it wholly the new one, keeps who may
//! read it and every name that it has, and a pathway is opened again before it replaces anything. What another program
//! has changed is never replaced unseen, and what is replaced is kept among ten backups.
//!
//! What is not saved yet is kept elsewhere: a [`Keeper`] brings it to the data folder within a second, and the next start
//! finds what a crash has left. A window does this, all of it on a thread of its own but where it says “returns at once”:
//!
//! 1. At its start: [`Data::of_user`], [`Running::begin`] (open nothing by itself [in safe mode](Running::is_safe_mode)),
//!    [`Recovery::new`] and [`Recovery::left`]; then [`Keeper::start`], and [`on_panic`] in a panic hook.
//! 2. When a file is opened: [`read_seen`], [`Hold::take`] (keep what it gives as long as the file is open, also when it is
//!    read again) and [`may_save`].
//! 3. After every edit: [`Keeper::keep`], with a closure that makes the text from a snapshot.
//! 4. To save: [`save`] with what was seen and the data folder, then [`Keeper::forget`]. What [`Saved::seen`] gives is for
//!    the next time. At [`Refused::Changed`] somebody chooses: save elsewhere, read again, or save with [`Seen::Anything`].
//! 5. What is recovered is kept by this process first ([`Keeper::flush`] says when), then [`Recovery::decided`]; it is
//!    saved with [`Left::seen`]. Closing without saving is [`Keeper::discard`].
//! 6. At a good end: [`Keeper::flush`], then [`Running::end`].
//!
//! All of that stands on a [`Disk`], of which tests can make every step fail.

mod backups;
mod data;
mod disk;
mod fingerprint;
mod fonts;
mod holds;
mod lacking;
mod leftovers;
mod places;
mod reading;
mod recovery;
mod refused;
mod report;
mod running;
mod saving;
mod seen;
mod stamp;
mod system;
mod turns;
mod writing;

#[cfg(test)]
mod tests;

pub use backups::{Backup, MOST_BACKUPS, backups};
pub use data::Data;
pub use disk::{Access, Disk, Handle, Kind, Meta};
pub use fingerprint::Fingerprint;
pub use fonts::{add_fonts, font_folders};
pub use holds::{Held, Hold, Who};
pub use lacking::lacking;
pub use places::{is_same, local};
pub use reading::{MAX_NOTATION_BYTES, as_text, bytes, listing, read, table, text};
pub use recovery::{Entry, Found, Keeper, Left, MAX_PAUSE, OnDisk, Recovery};
pub use refused::{Refused, Trouble};
pub use report::on_panic;
pub use running::Running;
pub use saving::{Save, Saved, may_save, save};
pub use seen::{Seen, read_seen};
pub use stamp::Stamp;
pub use system::System;
pub use writing::{Way, write, write_on};
