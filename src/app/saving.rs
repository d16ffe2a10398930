//! A pathway on its way into its file.

use std::{path::PathBuf, sync::Arc};

use crate::{
    files::{self, Data, Refused, Save, Seen, System},
    formats,
    session::{Action, MayReplace, NotSaved, Replaces, Saving, Written},
    words,
};

/// Saves a pathway over the file that it was opened from, or into another one; asks before that takes the place of a file
/// that nobody has given up.
pub(super) fn save(path: PathBuf, saving: Box<Saving>, may_replace: MayReplace, data: Option<&Data>) -> Action {
    let formats::Saved { text, is_anew } = formats::save_over(&saving.text, &saving.pathway);
    let seen = match may_replace {
        MayReplace::Picked | MayReplace::Everything => Seen::Anything,
        MayReplace::Nothing if saving.open_as.as_ref() == Some(&path) => Seen::Bytes(Arc::clone(&saving.text)),
        MayReplace::Nothing => Seen::Nothing,
    };
    // Work with problems is work all the same: what may be wrong with it is listed, and no reason to lose it.
    let errors = usize::MAX;
    let save = Save { path: &path, text: &text, pathway: &saving.pathway, errors, seen: &seen, data };
    match files::save(&System, &save) {
        Ok(saved) => {
            let loses = is_anew && formats::comments(&saving.text) > 0;
            let anew = loses.then(|| words::saving::ANEW.to_owned());
            let remark = anew.or_else(|| Some(words::saving::no_backup(&saved.not_kept?.to_string())));
            let (serial, revision, text) = (saving.serial, saving.revision, text.into_bytes().into());
            Action::Saved { serial, revision, path, text, remark }
        }
        Err(Refused::Changed { is_gone: false, .. }) if seen == Seen::Nothing => {
            let there = vec![path.clone()];
            Action::WouldReplace(Replaces { path, what: Box::new(Written::Pathway(saving)), there })
        }
        Err(Refused::Changed { is_gone, .. }) => {
            Action::NotSaved { serial: saving.serial, path, why: NotSaved::Changed { is_gone } }
        }
        Err(refused) => {
            let why = NotSaved::Failed(words::saving::refused(&refused.to_string()));
            Action::NotSaved { serial: saving.serial, path, why }
        }
    }
}
