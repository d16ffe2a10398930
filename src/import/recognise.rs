//! Which format a file is in, and reading it as that.

use crate::{
    draft::Draft,
    format::{Format, Knows},
    formats::FORMATS,
    grammar::list,
    input::Input,
    native::{MAX_BYTES, Problem, too_large},
    notice::{NoticeKind, Spot},
};

/// The format of a file, by its content first and by its ending then; of several that are as sure the first in the table.
pub fn recognise(input: &Input<'_>) -> Option<&'static Format> {
    let sure = FORMATS.iter().map(|format| ((format.knows)(input), format));
    let best = sure.rev().max_by_key(|(knows, _)| *knows);
    best.filter(|(knows, _)| *knows > Knows::No).map(|(_, format)| *format)
}

/// Whether a file is to be imported and not opened as a pathway: its ending is not that of pathways, and its format is known.
pub fn is_foreign(input: &Input<'_>) -> bool {
    !input.ends_with("ron") && recognise(input).is_some()
}

/// The format of that id or name.
pub fn named(name: &str) -> Option<&'static Format> {
    FORMATS
        .iter()
        .copied()
        .find(|format| format.id.eq_ignore_ascii_case(name) || format.name.eq_ignore_ascii_case(name))
}

/// Reads a file in a format, or in the one that it is recognised as.
///
/// # Errors
/// Where it is too large, is in no known format, or cannot be read as what it is: what is the matter, where, and what to
/// do next.
pub fn read(input: &Input<'_>, format: Option<&'static Format>) -> Result<(&'static Format, Draft), Problem> {
    if input.bytes.len() > MAX_BYTES {
        return Err(too_large(input.bytes.len() as u64));
    }
    if input.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::at_start("the file is empty", "save or fetch it again"));
    }
    let Some(format) = format.or_else(|| recognise(input)) else { return Err(unknown(input)) };
    let mut draft = (format.read)(input)?;
    if draft.title.trim().is_empty() {
        input.stem().clone_into(&mut draft.title);
    }
    if let Some(encoding) = input.encoding {
        draft.notice(NoticeKind::Decided, Spot::Whole, format!("The text is no UTF-8 and was read as {encoding}."));
    }
    Ok((format, draft))
}

fn unknown(input: &Input<'_>) -> Problem {
    let by_ending: Vec<String> = FORMATS
        .iter()
        .filter(|format| format.endings.iter().any(|ending| input.ends_with(ending)))
        .map(|format| format.name.to_owned())
        .collect();
    let what = match (input.text.is_empty(), by_ending.is_empty()) {
        (true, _) => "this is no text, and no archive that is known".to_owned(),
        (false, false) => format!("its ending is that of {}, but its content is not", list(&by_ending)),
        (false, true) => "this is in no format that is known here".to_owned(),
    };
    Problem::at_start(&what, "`pathlight formats` lists what can be opened; export the file in one of those")
}
