//! The command line beside the window: for scripts, and for machines without a display.

mod answers;
mod bounds;
mod export;
mod fonts;
mod import;
mod lens;
mod mark;
mod merge;
mod new;
mod output;
mod quarry;
mod questions;
mod relations;
mod source;
mod sources;
mod teaching;
mod terminal;

use std::{path::PathBuf, process::ExitCode};

pub use bounds::Bounds;
use clap::{Parser, Subcommand};
pub use export::{Colours, Drawn, Lettering, Paper};
pub use fonts::FontArgs;
pub use import::{ConvertArgs, ImportArgs, Reading};
pub use lens::{Through, Whose};

use self::{
    answers::Wanted,
    questions::Typed,
    terminal::{print, remark},
};
pub use self::{
    quarry::{ColumnArgs, QuarryArgs, QuarryAsk, Within},
    source::Errors,
    sources::{Reader, References, SourcesArgs},
    teaching::{Level, SheetArgs, TourArgs},
    terminal::complain,
};

/// Explore causal pathways: click any arrow and read why, how sure, and on whose evidence.
#[derive(Debug, Parser)]
#[command(name = "pathlight", version, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// A pathway file to open in the window, or the id of a bundled pathway.
    pub file: Option<PathBuf>,
    /// Write a line for every frame that is drawn to this file: when, how long it took, and what it shows.
    #[arg(long, value_name = "LOG", hide = true)]
    pub frames: Option<PathBuf>,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Ask>,
}

/// Questions that need no window. A pathway is a file, or the id of a bundled one such as skull-marrow.
#[derive(Debug, Subcommand)]
pub enum Ask {
    /// Say every problem of pathway files, as `FILE:LINE:COLUMN: error|warning: what; what to do`.
    Check {
        /// Files to check.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Where fonts are looked for.
        #[command(flatten)]
        fonts: FontArgs,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Count what a pathway holds.
    Info {
        /// The pathway.
        file: PathBuf,
        /// Whose effects count: those that the sources show, or those that the article tells.
        #[arg(long, value_enum, default_value_t = Whose::Shown)]
        reading: Whose,
        /// List the id and the label of every node.
        #[arg(long)]
        nodes: bool,
        /// Whether errors are put up with.
        #[command(flatten)]
        errors: Errors,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Write a new pathway to begin with, in which comments say what each field is for. Nothing is written over.
    New {
        /// The file to write, such as my.pathway.ron.
        file: PathBuf,
        /// Its title.
        #[arg(long)]
        title: Option<String>,
    },
    /// Print the reference of the file format, as Markdown.
    Format,
    /// List the formats of other programs that can be opened.
    Formats {
        /// One JSON list instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Say what would come of a file of another program: what each of its arrows means, and what could not be kept.
    Import(ImportArgs),
    /// Convert a file of another program into a pathway, or a pathway into a file for another program; or all files of a
    /// folder into pathways. What was lost is said.
    Convert(ConvertArgs),
    /// Merge pathways by their nodes: every source and all evidence is kept, and every conflict is said.
    Merge {
        /// The pathways; the first wins where two disagree.
        #[arg(required = true, num_args = 2..)]
        files: Vec<PathBuf>,
        /// The file to write.
        #[arg(short, long)]
        output: PathBuf,
        /// Id of the merged pathway; the name of the file where it is not given.
        #[arg(long)]
        id: Option<String>,
        /// Title of the merged pathway.
        #[arg(long)]
        title: Option<String>,
    },
    /// Draw a pathway into a file: the figure with its legend and sources, as .svg, .png or .pdf.
    Export {
        /// The pathway.
        file: PathBuf,
        /// The file to write; its ending says in which format.
        output: PathBuf,
        /// How it is drawn.
        #[command(flatten)]
        drawn: Drawn,
    },
    /// Make a worksheet with questions from a pathway, and the key to it, as PDF.
    Worksheet {
        /// The pathway.
        file: PathBuf,
        /// What it is to be like.
        #[command(flatten)]
        sheet: SheetArgs,
    },
    /// Add a tour to a pathway: along a route, around a loop, or of the whole.
    Tour {
        /// The pathway.
        file: PathBuf,
        /// What it is made of.
        #[command(flatten)]
        tour: TourArgs,
    },
    /// Write the bibliography for a reference manager.
    Sources {
        /// The pathway.
        file: PathBuf,
        /// What it is to be like.
        #[command(flatten)]
        wanted: SourcesArgs,
        /// Whether errors are put up with.
        #[command(flatten)]
        errors: Errors,
    },
    /// Every route from a cause to an effect, the best supported first, and the one link that all of them take.
    Routes {
        /// The pathway.
        file: PathBuf,
        /// The cause: a node's id or label.
        from: String,
        /// The effect: a node's id or label.
        to: String,
        /// How far is looked.
        #[command(flatten)]
        bounds: Bounds,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Every feedback loop: reinforcing, balancing or undecided, and why.
    Loops {
        /// The pathway.
        file: PathBuf,
        /// How far is looked.
        #[command(flatten)]
        bounds: Bounds,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// What becomes more, less or undecided if nodes are raised, lowered or blocked.
    Whatif {
        /// The pathway.
        file: PathBuf,
        /// A node that is raised.
        #[arg(long, value_name = "NODE")]
        raise: Vec<String>,
        /// A node that is lowered.
        #[arg(long, value_name = "NODE")]
        lower: Vec<String>,
        /// A node that is held, or a link that carries nothing.
        #[arg(long, value_name = "NODE|LINK")]
        block: Vec<String>,
        /// A node whose answer is explained.
        #[arg(long, value_name = "NODE")]
        watch: Option<String>,
        /// How far is looked for loops that a block breaks.
        #[command(flatten)]
        bounds: Bounds,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// The fewest nodes and links that separate a cause from an effect, and what every route passes.
    Cuts {
        /// The pathway.
        file: PathBuf,
        /// The cause: a node's id or label.
        from: String,
        /// The effect: a node's id or label.
        to: String,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// What a node can bring about and what can bring it about; with a second node, what the two share.
    Reach {
        /// The pathway.
        file: PathBuf,
        /// The node.
        node: String,
        /// A second node.
        other: Option<String>,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Nodes and links in words: numbered sentences with their sources, as Markdown.
    Words {
        /// The pathway.
        file: PathBuf,
        /// Nodes and links by id, or nodes by label; all of them where none is named.
        things: Vec<String>,
        /// What is seen of the pathway.
        #[command(flatten)]
        through: Through,
        /// One JSON object instead of Markdown.
        #[arg(long)]
        json: bool,
    },
    /// What two pathways differ in.
    Diff {
        /// The earlier one.
        before: PathBuf,
        /// The later one.
        after: PathBuf,
        /// Whether errors are put up with.
        #[command(flatten)]
        errors: Errors,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Mark a student's map against a reference: what is right, what differs, and where to look next.
    Mark {
        /// The map: a pathway, a .txt file with lines such as `stress -> cortisol -| sleep`, or - for such lines on
        /// standard input. With --words it may be left out, and the reference named alone.
        student: PathBuf,
        /// The reference.
        #[arg(required_unless_present = "words")]
        reference: Option<PathBuf>,
        /// Whose effects count: those that the sources show, or those that the article tells.
        #[arg(long, value_enum, default_value_t = Whose::Shown)]
        reading: Whose,
        /// List the words that a map may be drawn with, and mark nothing.
        #[arg(long)]
        words: bool,
        /// Whether errors are put up with.
        #[command(flatten)]
        errors: Errors,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
    /// Ask a large table of links and take a part of it as a pathway: `pathlight quarry signor.tsv routes IL6 BCL2`.
    Quarry(Box<QuarryArgs>),
    /// Place a pathway's cards and links, and measure the drawing.
    Layout {
        /// The pathway.
        file: PathBuf,
        /// Whether errors are put up with.
        #[command(flatten)]
        errors: Errors,
        /// One JSON object instead of lines.
        #[arg(long)]
        json: bool,
    },
}

/// What the program was started with.
///
/// # Errors
/// What the program ends with, where help was asked for or the usage is wrong: that is said already.
pub fn arguments() -> Result<Args, ExitCode> {
    Args::try_parse().map_err(|error| {
        let text = error.render().to_string();
        if error.use_stderr() {
            remark(&text);
            return ExitCode::from(2);
        }
        print(&text, "", ExitCode::SUCCESS)
    })
}

/// Answers a question on standard output: 0 where all is well, 1 where a file has errors, 2 for wrong usage.
pub fn answer(ask: &Ask) -> ExitCode {
    let text = match ask {
        Ask::Check { files, fonts, json } => answers::check(files, fonts, *json),
        Ask::Info { file, reading, nodes, errors, json } => {
            answers::info(file, *reading, Wanted { nodes: *nodes, json: *json, errors: *errors })
        }
        Ask::New { file, title } => new::new(file, title.as_deref()),
        Ask::Format => Ok(new::format()),
        Ask::Formats { json } => import::list(*json),
        Ask::Import(args) => import::report(args),
        Ask::Convert(args) => import::convert(args),
        Ask::Merge { files, output, id, title } => merge::merge(files, output, id.as_deref(), title.as_deref()),
        Ask::Worksheet { file, sheet } => teaching::worksheet(file, sheet),
        Ask::Tour { file, tour } => teaching::tour(file, tour),
        Ask::Export { file, output, drawn } => export::export(file, output, drawn),
        Ask::Sources { file, wanted, errors } => sources::sources(file, *wanted, *errors),
        Ask::Routes { file, from, to, bounds, through, json } => {
            questions::routes(file, through, (from, to), *bounds, *json)
        }
        Ask::Loops { file, bounds, through, json } => questions::loops(file, through, *bounds, *json),
        Ask::Whatif { file, raise, lower, block, watch, bounds, through, json } => {
            let typed = Typed { raise, lower, block, watch: watch.as_deref(), bounds: *bounds };
            questions::whatif(file, through, &typed, *json)
        }
        Ask::Cuts { file, from, to, through, json } => questions::cuts(file, through, (from, to), *json),
        Ask::Reach { file, node, other, through, json } => {
            relations::reach(file, through, node, other.as_deref(), *json)
        }
        Ask::Words { file, things, through, json } => relations::words(file, through, things, *json),
        Ask::Diff { before, after, errors, json } => relations::diff(before, after, *errors, *json),
        Ask::Mark { student, reference: Some(reference), reading, words: false, errors, json } => {
            mark::mark(student, reference, *reading, *errors, *json)
        }
        Ask::Mark { student, reference, errors, json, .. } => {
            mark::words(reference.as_ref().unwrap_or(student), *errors, *json)
        }
        Ask::Quarry(args) => quarry::quarry(args),
        Ask::Layout { file, errors, json } => answers::layout(file, *errors, *json),
    };
    match text {
        Ok(answer) => {
            let answered = ExitCode::from(u8::from(answer.has_errors));
            print(&answer.text, &answer.remarks, answered)
        }
        Err(refusal) => {
            remark(&refusal);
            ExitCode::FAILURE
        }
    }
}
