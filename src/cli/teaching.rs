//! `pathlight worksheet` and `pathlight tour`: what a teacher takes along.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::{
    answers::Answer,
    export::Paper,
    fonts::FontArgs,
    lens::{Through, Whose},
    output,
    questions::Asked,
    source::{Errors, bytes, errors_of, lines, shown, sound, sound_in},
};
use crate::{
    analysis::{lens::Lens, loops, routes},
    export,
    files::{self, Seen},
    lesson::{self, made},
    model::{Change, Edit, Pathway, Tour, TourId},
    text::Measure,
};

/// What a worksheet is to be like.
#[derive(Clone, Debug, Args)]
pub struct SheetArgs {
    /// The PDF to write.
    #[arg(short, long, value_name = "PDF")]
    pub output: PathBuf,
    /// Also write the answers with their reasons and sources.
    #[arg(long, value_name = "PDF")]
    pub key: Option<PathBuf>,
    /// What the questions are drawn from: the same number gives the same sheet.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How much help it gives.
    #[arg(long, value_enum, default_value_t = Level::Easy)]
    pub level: Level,
    /// Whose effects are drawn and asked about: those that the sources show, or those that the article tells.
    #[arg(long, value_enum, default_value_t = Whose::Shown)]
    pub reading: Whose,
    /// Also print every question and its answer, a line each, with a tab between.
    #[arg(long)]
    pub list: bool,
    /// The size of paper.
    #[arg(long, value_enum, default_value_t = Paper::A4)]
    pub paper: Paper,
    /// Where fonts are looked for.
    #[command(flatten)]
    pub fonts: FontArgs,
    /// Whether errors are put up with.
    #[command(flatten)]
    pub errors: Errors,
}

/// How much help a worksheet gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Fewer blanks, a word list, choices.
    Easy,
    /// More blanks, no word list, answers in writing.
    Hard,
}

impl From<Level> for lesson::Difficulty {
    fn from(level: Level) -> Self {
        match level {
            Level::Easy => Self::Easy,
            Level::Hard => Self::Hard,
        }
    }
}

/// Makes a worksheet of a pathway, and its key.
pub(super) fn worksheet(file: &Path, args: &SheetArgs) -> Result<Answer, String> {
    let outputs: Vec<&Path> = std::iter::once(&args.output).chain(&args.key).map(PathBuf::as_path).collect();
    output::check(&outputs, &[file])?;
    for output in &outputs {
        output::check_ending(output, "pdf")?;
        output::check_folder(output)?;
    }
    let pathway = sound(file, args.errors)?.pathway;
    let sheet = lesson::sheet(&pathway, args.reading.into(), args.seed, args.level.into());
    if sheet.questions.is_empty() {
        return Err(format!("{}: has too little in it to ask about; add nodes and links first\n", shown(file)));
    }
    let mut measure = Measure::with(&args.fonts.find(&pathway).0);
    let made = export::worksheet_files(&sheet, args.paper.into(), &mut measure);
    let [asked, answered] = made.map_err(|why| format!("{}: {why}\n", shown(&args.output)))?;
    let mut said = output::write(&args.output, &asked)?;
    if let Some(key) = &args.key {
        said += &output::write(key, &answered).map_err(|why| format!("{said}{why}"))?;
    }
    said += &format!("{}\n", crate::words::count(sheet.questions.len(), "question", "questions"));
    if args.list {
        said.extend(sheet.questions.iter().map(|q| format!("{}\t{}\n", q.prompt, q.right())));
    }
    Ok(Answer::new(said))
}

/// What a tour is made of.
#[derive(Clone, Debug, Args)]
pub struct TourArgs {
    /// The file to write: the pathway with the tour added.
    #[arg(short, long)]
    pub output: PathBuf,
    /// Along the best supported route from one node to another, by id or label.
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"], conflicts_with = "around")]
    pub along: Option<Vec<String>>,
    /// Around a loop, by its number in `pathlight loops`.
    #[arg(long, value_name = "NUMBER")]
    pub around: Option<usize>,
    /// What is seen of the pathway.
    #[command(flatten)]
    pub through: Through,
    /// The id of the tour in the file.
    #[arg(long, default_value = "made")]
    pub id: String,
}

/// Adds a tour to a pathway: along a route, around a loop, or of the whole.
pub(super) fn tour(file: &Path, args: &TourArgs) -> Result<Answer, String> {
    let bytes = bytes(file).map_err(|problem| lines(file, &[problem]))?;
    let opened = sound_in(file, &bytes, args.through.errors)?;
    if opened.read_only {
        let what = "was made by a newer version of Pathlight; add the tour with that version";
        return Err(format!("{}: {what}\n", shown(file)));
    }
    let errors = errors_of(&opened);
    let asked = Asked::of(opened.pathway, &args.through)?;
    let made = if let Some(ends) = &args.along {
        along(&asked, ends)?
    } else if let Some(number) = args.around {
        around(&asked, number)?
    } else {
        made::of_whole(&asked.pathway)
    };
    if made.steps.is_empty() {
        return Err(format!("{}: has nothing to tell; add nodes first\n", shown(file)));
    }
    let tour = Tour { id: TourId::new(&args.id), ..made };
    let steps = crate::words::count(tour.steps.len(), "step", "steps");
    let said = format!("{}, {steps}\n", tour.title);
    let next = with_tour(&asked.pathway, tour)?;
    // Whoever wrote the file has written comments into it, too, and these stay.
    let is_itself = files::is_same(file, &args.output);
    let seen = if is_itself { Seen::Bytes(bytes.as_slice().into()) } else { output::check_replaced(&args.output)? };
    Ok(Answer::new(output::save_over((file, &bytes), (&args.output, &seen), &next, errors)? + &said))
}

fn along(asked: &Asked, ends: &[String]) -> Result<Tour, String> {
    let end = |at: usize| asked.node(ends.get(at).map_or("", String::as_str));
    let (from, to) = (end(0)?, end(1)?);
    let limits = routes::Limits::default();
    let found =
        routes::routes(&asked.pathway, &asked.lens, &from, &to, limits).map_err(|e| format!("pathlight: {e}\n"))?;
    let tour = found.best.and_then(|route| made::along(&asked.pathway, asked.lens.reading, &route.links, false));
    let label = |id| asked.pathway.label(id);
    tour.ok_or_else(|| {
        let ends = format!("from {} to {}", label(&from), label(&to));
        let all = Lens { reading: asked.lens.reading, ..Lens::default() };
        let hidden = routes::routes(&asked.pathway, &all, &from, &to, limits).is_ok_and(|found| found.best.is_some());
        if hidden {
            format!("The lens leaves no route {ends}; without it there is one: ask for less, or choose other nodes.\n")
        } else {
            format!("No route leads {ends}; choose other nodes.\n")
        }
    })
}

fn around(asked: &Asked, number: usize) -> Result<Tour, String> {
    let found = loops::loops(&asked.pathway, &asked.lens, loops::Limits::default());
    let one = number.checked_sub(1).and_then(|at| found.loops.get(at));
    let links = one.map(|one| one.links_from_start(&asked.pathway)).unwrap_or_default();
    made::along(&asked.pathway, asked.lens.reading, &links, true)
        .ok_or_else(|| format!("There is no loop {number}; pathlight loops lists {} of them.\n", found.loops.len()))
}

/// The pathway with the tour at its end.
fn with_tour(pathway: &Pathway, tour: Tour) -> Result<Pathway, String> {
    pathway
        .apply(&Edit::one("", Change::AddTour(tour)))
        .map_err(|error| format!("The tour cannot be added: {error}.\n"))
}
