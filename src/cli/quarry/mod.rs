//! `pathlight quarry`: a table of a million links is asked about and taken from, without a window.

mod answers;
mod args;
mod opened;
mod taking;

pub use args::{ColumnArgs, QuarryArgs, QuarryAsk, Within};

use self::opened::Table;
use super::answers::Answer;
use crate::quarry::{Bounds, Reach};

/// Answers what is asked of a table.
///
/// # Errors
/// Lines for standard error: why the table cannot be opened, or the question not be answered.
pub(super) fn quarry(args: &QuarryArgs) -> Result<Answer, String> {
    if let QuarryAsk::Take { output, .. } | QuarryAsk::Changed { output: Some(output), .. } = &args.ask {
        taking::check(output, &args.file)?;
    }
    let table = Table::open(&args.file, &args.columns)?;
    let answer = match &args.ask {
        QuarryAsk::About => answers::about(&table, args.json),
        QuarryAsk::Names { text, max_number } => answers::names(&table, text, *max_number, args.json),
        QuarryAsk::Around { name, steps, max_number } => {
            answers::around(&table, name, Reach { steps: *steps, listed: *max_number, ..Reach::default() }, args.json)
        }
        QuarryAsk::Routes { from, to, within } => answers::routes(&table, (from, to), within.bounds(), args.json),
        QuarryAsk::Take { names, around, routes, within, output, title } => {
            let part = match (around, routes.as_slice()) {
                (Some(name), _) => taking::around(&table, name, within.steps.unwrap_or(1))?,
                (None, [from, to]) => taking::along(&table, (from, to), within.bounds())?,
                _ => taking::between(&table, names)?,
            };
            taking::take(&table, &part, title.as_deref(), output, args.json)
        }
        QuarryAsk::Changed { pathway, output } => taking::changed(&table, pathway, output.as_deref(), args.json),
    };
    answer.map(|answer| answer.with(&table.remarks()))
}

impl Within {
    fn bounds(self) -> Bounds {
        let usual = Bounds::default();
        Bounds {
            length: self.steps.unwrap_or(usual.length),
            number: self.max_number.unwrap_or(usual.number),
            looked_at: self.max_steps.unwrap_or(usual.looked_at),
            signed: self.signed,
        }
    }
}
