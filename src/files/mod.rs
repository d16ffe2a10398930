//! Reading and writing files on disk, for the window and the command line alike.
//!
//! Reading is bounded in bytes and in time. Writing leaves a file as it was or makes it wholly the new one, keeps who may
//! read it and every name that it has, and a pathway is opened again before it replaces anything. What another program
//! has changed is never replaced unseen, and what is replaced is kept among ten backups.
//!
//! All of that stands on a [`Disk`], of which tests can make every step fail.

mod backups;
mod data;
mod disk;
mod fingerprint;
mod fonts;
mod holds;
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
mod writing;

#[cfg(test)]
mod tests;

pub use backups::{Backup, MOST_BACKUPS, backups};
pub use data::Data;
pub use disk::{Access, Disk, Handle, Kind, Meta};
pub use fingerprint::Fingerprint;
pub use fonts::{add_fonts, font_folders};
pub use holds::{Held, Hold, Who};
pub use places::{is_same, local};
pub use reading::{MAX_NOTATION_BYTES, as_text, bytes, read, text};
pub use recovery::{Entry, Found, Keeper, Left, MAX_PAUSE, OnDisk, Recovery};
pub use refused::{Refused, Trouble};
pub use report::on_panic;
pub use running::Running;
pub use saving::{Save, Saved, may_save, save};
pub use seen::{Seen, read_seen};
pub use stamp::Stamp;
pub use system::System;
pub use writing::{Way, write, write_on};
