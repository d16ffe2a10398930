//! Writing tours: a page in the place of the list of tours, while one is written.

mod branches;
mod named;
mod page;
mod question;
mod start;
mod step;

pub(super) use page::page_ui;
pub(super) use start::start_ui;
