//! The program without a window: what is open, what is looked at, and what every act does to it.
//!
//! Panels and canvas read a [`Session`] and collect [`Action`]s; [`Session::apply`] is the one place that changes it.
//! What needs the outside world (files, threads, the browser) comes back as [`Task`]s.
//!
//! From the ground up: values (`item`, `lit`, `question`, `command`, `task`, …), the parts that a session is made of
//! (`parts`), the session (`state`), what is done with several of its parts (`acts`), and what may happen (`action`,
//! `apply`).

// An act or an answer that is new must be thought of wherever acts and answers are told apart.
#![warn(clippy::wildcard_enum_match_arm)]

mod action;
mod acts;
mod apply;
pub mod atlas;
mod command;
mod item;
mod ladder;
pub mod library;
mod lit;
mod outlook;
mod page;
mod parts;
mod plain_key;
mod preview;
mod question;
pub mod search;
mod settings;
mod shortcut;
mod state;
mod task;
mod walk;

use pathlight_core::{address, analysis, citing, document, editing, formats, model, packed};
#[cfg(test)]
use pathlight_draw::text;
use pathlight_draw::{export, picture};
use pathlight_import as import;
use pathlight_lesson as lesson;
use pathlight_words as words;

pub use action::Action;
pub use acts::{
    asking::AskAct,
    changing::ChangeAct,
    citing::CiteAct,
    closing::CloseAct,
    editing::EditAct,
    entering::EntryAct,
    forming::FormAct,
    importing::{ImportAct, made},
    making::Made,
    many::ManyAct,
    mapping::MapAct,
    mending::MendAct,
    quizzing::QuizAct,
    teaching::TeachAct,
    touring::{TourAct, TourFrom},
};
pub use command::Command;
pub use item::{Item, link_name, node_name};
pub use ladder::Rung;
pub use lit::{Lit, Mark};
pub use outlook::Outlook;
pub use page::{Field, Page};
pub use parts::{
    asking::Asking,
    citing::{Found, NewSource},
    comparison::Comparison,
    drawing::{STAGE_HEIGHT, STAGE_TEXT},
    entry::{End, Entry, EntryKind, Offer, Takes},
    files::{FileUse, Files, Leave, NotSaved, Replaces},
    importing::Importing,
    left::{LeftWork, OnDisk},
    lens::LensView,
    many::Many,
    map::StudentMap,
    palette::PaletteState,
    prediction::Prediction,
    quiz::Quiz,
    teaching::{ListedTour, OnStage, TeachPage, Teaching},
    touring::{Draft, Touring},
    view::{Camera, Message, OpenText, SidePanel, View},
};
pub use plain_key::{PlainKey, keys_text};
pub use preview::{Previewed, Wanted};
pub use question::{Answer, Question, ToldLoop, Topic, answer};
pub use settings::{Settings, ThemeChoice};
pub use shortcut::{Key, Shortcut};
pub use state::Session;
pub use task::{MayReplace, Saving, SlideStep, Stretch, Task, Written};
pub use walk::{Side, Walk, item_of_card, item_of_wire};

#[cfg(test)]
mod tests;
