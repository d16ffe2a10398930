//! `pathlight import`, `convert` and `formats`: files of other programs, what came of them, and the way back.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::{
    answers::Answer,
    output,
    source::{self, Errors, lines, shown},
    terminal::remark,
};
use crate::{
    files,
    formats::{self, Problem},
    import::{self, FORMATS, Format, Imported, Input, Meanings, Notice, Report, Wishes, build},
    model::{Effect, Pathway},
    text::visible_json,
    words::count,
};

/// How a file of another program is read.
#[derive(Debug, Default, Args)]
pub struct Reading {
    /// Read it as this format, whatever it looks like; `pathlight formats` lists them.
    #[arg(long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    /// What a word of the file means: a kind of arrow and its effect, such as `mim-conversion=Raises`.
    #[arg(long, value_name = "WORD=EFFECT")]
    pub mean: Vec<String>,
    /// Pin the cards where the file has them.
    #[arg(long)]
    pub positions: bool,
}

/// Which file the report is on.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The file.
    pub file: PathBuf,
    /// Print the report; nothing else is done anyhow.
    #[arg(long)]
    pub report: bool,
    /// How it is read.
    #[command(flatten)]
    pub reading: Reading,
    /// One JSON object instead of lines.
    #[arg(long)]
    pub json: bool,
}

/// What is converted into what.
#[derive(Debug, Args)]
pub struct ConvertArgs {
    /// The file or the folder.
    pub input: PathBuf,
    /// The file to write, or a folder that is there.
    pub output: PathBuf,
    /// How it is read.
    #[command(flatten)]
    pub reading: Reading,
    /// The format to write, where the ending does not say it.
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// The report as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

/// The report on a file of another program.
pub(super) fn report(ImportArgs { file, reading, json, .. }: &ImportArgs) -> Result<Answer, String> {
    let bytes = files::bytes(file).map_err(|problem| lines(file, &[problem]))?;
    let Imported { report, .. } = imported(file, &bytes, reading)?;
    Ok(Answer::new(if *json { in_json(&report)? } else { report.to_string() }))
}

/// Converts a file, or every file of a folder. The report of each goes to standard error, or as JSON to standard output.
pub(super) fn convert(ConvertArgs { input, output, reading, to, json }: &ConvertArgs) -> Result<Answer, String> {
    if files::local(input).is_dir() {
        return convert_all(input, output, reading, *json);
    }
    output::check(&[output], &[input])?;
    output::check_folder(output)?;
    let bytes = source::bytes(input).map_err(|problem| lines(input, &[problem]))?;
    let (pathway, report) = if reading.format.is_some() || is_foreign(input, &bytes) {
        let Imported { pathway, report } = imported(input, &bytes, reading)?;
        (pathway, Some(report))
    } else {
        (source::sound_in(input, &bytes, Errors::default())?.pathway, None)
    };
    let (said, lost) = put(&pathway, output, to.as_deref())?;
    let mut told: String = report.iter().map(ToString::to_string).collect();
    told.extend(lost.iter().map(|notice| format!("{}\n", notice.what)));
    if *json {
        #[derive(Serialize)]
        struct Converted<'a> {
            report: Option<&'a Report>,
            lost: &'a [Notice],
        }
        remark(&said);
        return Ok(Answer::new(in_json(&Converted { report: report.as_ref(), lost: &lost })?));
    }
    remark(&told);
    Ok(Answer::new(said))
}

/// Writes a pathway in the format that is named, or else that the ending of the file says.
fn put(pathway: &Pathway, output: &Path, to: Option<&str>) -> Result<(String, Vec<Notice>), String> {
    let name = shown(output);
    let is_native = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    if to.is_none_or(|to| to == "pathway") && is_native {
        let seen = output::check_replaced(output)?;
        return Ok((output::save((output, &seen), &formats::save(pathway), pathway, 0)?, Vec::new()));
    }
    let writes = |format: &&&Format| match to {
        Some(to) => format.id == to,
        None => format.endings.iter().any(|ending| Input::new(&output.to_string_lossy(), &[]).ends_with(ending)),
    };
    let format = FORMATS.iter().filter(|format| format.write.is_some()).find(writes);
    let Some((_, write)) = format.and_then(|format| format.write.map(|write| (format, write))) else {
        let known: Vec<&str> = FORMATS.iter().filter(|format| format.write.is_some()).map(|format| format.id).collect();
        let known = known.join(", ");
        return Err(format!(
            "{name}: is in no format that is written; end its name with .pathway.ron, or name one with --to: {known}\n"
        ));
    };
    let written = write(pathway);
    Ok((output::write(output, &written.bytes)?, written.lost))
}

/// Every file of a folder, each into a pathway of its own name; what cannot be read is said and passed over.
fn convert_all(folder: &Path, into: &Path, reading: &Reading, json: bool) -> Result<Answer, String> {
    if !files::local(into).is_dir() {
        return Err(format!("{}: is no folder; make it first\n", shown(into)));
    }
    let all = files::listing(folder).map_err(|error| format!("{}: cannot be read: {error}\n", shown(folder)))?;
    let (mut done, mut told) = (0, Vec::new());
    for file in &all {
        match convert_one(file, into, reading) {
            Ok(report) => {
                done += 1;
                told.push(Told { file: shown(file), report: Some(report), refused: None });
            }
            Err(why) => {
                remark(&why);
                told.push(Told { file: shown(file), report: None, refused: Some(why.trim().to_owned()) });
            }
        }
    }
    let text = if json {
        in_json(&told)?
    } else {
        let line = |told: &Told| {
            told.report
                .as_ref()
                .and_then(|report| report.lines().into_iter().next().map(|line| format!("{}: {line}\n", told.file)))
        };
        let lines: String = told.iter().filter_map(line).collect();
        format!("{lines}{} of {}\n", done, count(all.len(), "file was converted", "files were converted"))
    };
    Ok(Answer { has_errors: done < all.len(), ..Answer::new(text) })
}

/// What came of one file of a folder.
#[derive(Serialize)]
struct Told {
    file: String,
    report: Option<Report>,
    refused: Option<String>,
}

fn convert_one(file: &Path, into: &Path, reading: &Reading) -> Result<Report, String> {
    let bytes = files::bytes(file).map_err(|problem| lines(file, &[problem]))?;
    let Imported { pathway, report } = imported(file, &bytes, reading)?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let output: PathBuf = into.join(format!("{stem}.pathway.ron"));
    if files::local(&output).exists() {
        return Err(format!(
            "{}: is there already, so it is not written over; choose another folder\n",
            shown(&output)
        ));
    }
    output::save((&output, &files::Seen::Nothing), &formats::save(&pathway), &pathway, 0)?;
    Ok(report)
}

/// What the formats are, a line each.
pub(super) fn list(json: bool) -> Result<Answer, String> {
    #[derive(Serialize)]
    struct Row {
        id: &'static str,
        name: &'static str,
        endings: &'static [&'static str],
        about: &'static str,
        written: bool,
    }
    let row = |format: &&Format| Row {
        id: format.id,
        name: format.name,
        endings: format.endings,
        about: format.about,
        written: format.write.is_some(),
    };
    let rows: Vec<Row> = FORMATS.iter().map(row).collect();
    if json {
        return Ok(Answer::new(in_json(&rows)?));
    }
    let line = |row: &Row| {
        let endings: Vec<String> = row.endings.iter().map(|ending| format!(".{ending}")).collect();
        let written = if row.written { "; is also written" } else { "" };
        format!("{}: {} ({}){written}\n  {}\n", row.id, row.name, endings.join(", "), row.about)
    };
    Ok(Answer::new(rows.iter().map(line).collect()))
}

fn is_foreign(file: &Path, bytes: &[u8]) -> bool {
    import::is_foreign(&Input::new(&file.to_string_lossy(), bytes))
}

fn imported(file: &Path, bytes: &[u8], reading: &Reading) -> Result<Imported, String> {
    let said = |problem: Problem| lines(file, &[problem]);
    if reading.format.is_none() && !is_foreign(file, bytes) && formats::open(bytes).is_ok() {
        let what = "this is a pathway of Pathlight, nothing to import";
        return Err(said(Problem::at_start(what, "open it as it is")));
    }
    let format = match &reading.format {
        None => None,
        Some(name) => Some(
            import::named(name)
                .ok_or_else(|| format!("“{name}” is no format that is known here; `pathlight formats` lists them\n"))?,
        ),
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let input = Input::new(&name, bytes);
    let (format, draft) = import::read(&input, format).map_err(said)?;
    let wishes = Wishes { meanings: meanings(&reading.mean)?, positions: reading.positions };
    let known: Vec<String> = draft.meanings(&Meanings::new()).into_iter().map(|meaning| meaning.word).collect();
    if let Some(word) = wishes.meanings.keys().find(|word| !known.contains(word)) {
        let known = known.join("”, “");
        return Err(format!("{}: has no arrow with the word “{word}”; it has “{known}”\n", shown(file)));
    }
    build(format, draft, &wishes).map_err(said)
}

/// What words mean, as somebody typed it.
fn meanings(typed: &[String]) -> Result<Meanings, String> {
    let one = |typed: &String| {
        let (word, effect) = typed.rsplit_once('=')?;
        let effect = Effect::ALL.into_iter().find(|known| known.name().eq_ignore_ascii_case(effect.trim()))?;
        Some((word.trim().to_owned(), effect))
    };
    typed
        .iter()
        .map(|typed| {
            one(typed).ok_or_else(|| {
                let effects: Vec<&str> = Effect::ALL.into_iter().map(Effect::name).collect();
                format!(
                    "“{typed}” does not say what a word means; write WORD=EFFECT with one of {}\n",
                    effects.join(", ")
                )
            })
        })
        .collect()
}

fn in_json(value: &impl Serialize) -> Result<String, String> {
    let text = serde_json::to_string_pretty(value).map_err(|error| format!("{error}\n"))?;
    Ok(visible_json(&text).into_owned() + "\n")
}
