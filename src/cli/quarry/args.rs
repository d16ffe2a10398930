//! What is written behind `pathlight quarry`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::{model::Effect, quarry::LONGEST};

/// A table of links, and what is asked of it.
#[derive(Debug, Args)]
pub struct QuarryArgs {
    /// The table: TSV, CSV or SIF, with or without a row of names for its columns.
    pub file: PathBuf,
    /// Which columns say what.
    #[command(flatten)]
    pub columns: ColumnArgs,
    /// One JSON object instead of lines.
    #[arg(long, global = true)]
    pub json: bool,
    /// What is asked.
    #[command(subcommand)]
    pub ask: QuarryAsk,
}

/// Which columns say what, where the guess is wrong: by name, or by number from 1.
#[derive(Debug, Args)]
pub struct ColumnArgs {
    /// The column of causes.
    #[arg(long, value_name = "COLUMN", global = true)]
    pub source: Option<String>,
    /// The column of effects.
    #[arg(long, value_name = "COLUMN", global = true)]
    pub target: Option<String>,
    /// A column that says what a link does; may be given several times.
    #[arg(long, value_name = "COLUMN", global = true)]
    pub relation: Vec<String>,
    /// A column of PubMed numbers or DOIs; may be given several times.
    #[arg(long, value_name = "COLUMN", global = true)]
    pub paper: Vec<String>,
    /// The column of sentences.
    #[arg(long, value_name = "COLUMN", global = true)]
    pub sentence: Option<String>,
    /// The first row is a link and names no columns.
    #[arg(long, global = true)]
    pub no_header: bool,
    /// What a word of the table is taken for, such as "form complex=unknown": raises, lowers, mixed, none or unknown.
    #[arg(long, value_name = "WORD=EFFECT", value_parser = meaning, global = true)]
    pub word: Vec<(String, Effect)>,
}

impl ColumnArgs {
    /// Every column that is named.
    pub(super) fn named(&self) -> Vec<&str> {
        let one = self.source.iter().chain(&self.target).chain(&self.sentence);
        one.chain(&self.relation).chain(&self.paper).map(String::as_str).collect()
    }
}

/// What is asked of a table.
#[derive(Debug, Subcommand)]
pub enum QuarryAsk {
    /// What it holds: rows, links, which column says what, and each word with what it is taken for.
    About,
    /// Names that hold a text.
    Names {
        /// The text; capitals, blanks and hyphens do not matter.
        text: String,
        /// How many are listed.
        #[arg(long, value_name = "N", default_value_t = 30)]
        max_number: usize,
    },
    /// What a thing leads to and what leads to it.
    Around {
        /// The name of the thing.
        name: String,
        /// Within how many links.
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = steps)]
        steps: usize,
        /// How many are listed at each distance.
        #[arg(long, value_name = "N", default_value_t = 30)]
        max_number: usize,
    },
    /// What leads from one thing to another, with signs and papers, the shortest first.
    Routes {
        /// The name of the cause.
        from: String,
        /// The name of the effect.
        to: String,
        /// How far is looked.
        #[command(flatten)]
        within: Within,
    },
    /// Take a part as a pathway with its evidence: all links between the named things, around one, or along routes.
    Take {
        /// Names of things.
        names: Vec<String>,
        /// A thing with what lies around it.
        #[arg(long, value_name = "NAME")]
        around: Option<String>,
        /// A cause and an effect with what leads from one to the other.
        #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
        routes: Vec<String>,
        /// How far is looked, for these two.
        #[command(flatten)]
        within: Within,
        /// The file to write, such as part.pathway.ron.
        #[arg(short, long)]
        output: PathBuf,
        /// Its title.
        #[arg(long)]
        title: Option<String>,
    },
    /// What the table has beyond a pathway that was taken from it or from an older one.
    Changed {
        /// The pathway.
        pathway: PathBuf,
        /// Write what is new as a pathway of its own, to be merged.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
}

/// How far is looked.
#[derive(Clone, Copy, Debug, Args)]
pub struct Within {
    /// Within how many links [default: 4 for routes, 1 around a thing].
    #[arg(long, value_name = "N", value_parser = steps)]
    pub steps: Option<usize>,
    /// How many routes are found [default: 1000].
    #[arg(long, value_name = "N")]
    pub max_number: Option<usize>,
    /// How many links the search looks at before it gives up [default: 4000000].
    #[arg(long, value_name = "N")]
    pub max_steps: Option<usize>,
    /// Only links that raise or lower.
    #[arg(long)]
    pub signed: bool,
}

fn steps(text: &str) -> Result<usize, String> {
    let fits = |steps: &usize| (1..=LONGEST).contains(steps);
    text.parse().ok().filter(fits).ok_or_else(|| format!("write a whole number from 1 to {LONGEST}"))
}

/// `form complex=unknown`.
fn meaning(text: &str) -> Result<(String, Effect), String> {
    let (word, effect) = text.rsplit_once('=').ok_or("write WORD=EFFECT, such as activates=raises")?;
    let said = if effect == "none" { "no effect" } else { effect };
    let effect = Effect::ALL.into_iter().find(|effect| effect.label() == said);
    let effect = effect.ok_or("write raises, lowers, mixed, none or unknown behind =")?;
    Ok((word.to_owned(), effect))
}
