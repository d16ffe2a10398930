//! From the bytes of a table to a quarry, in one pass and one sort by counting.

use std::borrow::Cow;

use super::{
    cells::{Cell, Rows},
    columns::{Columns, Head, Says},
    effects::{effects, word_of},
    names::Names,
    report::{Odd, Oddity, Report},
    store::{Quarry, Word, relation},
    trouble::text_of,
};
use crate::{
    formats::Problem,
    model::{Effect, one_line},
};

/// The longest name of a thing, in bytes: complexes are named after all their parts, sentences are longer.
const LONGEST_NAME: usize = 1_000;

/// The longest word for an effect, in bytes, and the most words that a table may have for it.
const LONGEST_WORD: usize = 200;
const MOST_WORDS: usize = u16::MAX as usize;

/// So many words are compared one after another before they are looked up.
const FEW_WORDS: usize = 8;

/// How many rows get the numbers of their ends at a time.
const ROWS_A_BLOCK: usize = 64;

/// How many rows are read between two looks at whether anybody still waits.
const ROWS_A_LOOK: usize = 1 << 14;

/// Texts of a spreadsheet where a formula has failed, as Excel and Calc write them.
const SHEET_ERRORS: [&str; 9] = ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "Err:"];

/// Reads a table, with the columns that it probably has.
///
/// # Errors
/// Where it is no table of links: one problem with its place.
pub fn open(bytes: Vec<u8>) -> Result<Quarry, Problem> {
    let text = text_of(bytes)?;
    let columns = Head::of(&text, None)?.guess()?;
    read_text(text, &columns, &mut |_| true)
}

/// Reads a table with these columns. `watch` hears from time to time how many bytes were read, and ends it by `false`.
///
/// # Errors
/// Where no row of it is a link, or somebody ended it.
pub fn read_text(text: String, columns: &Columns, watch: &mut dyn FnMut(usize) -> bool) -> Result<Quarry, Problem> {
    let mut reader = Reader::new(columns);
    let odd = reader.all(&text, watch)?;
    if reader.rows.is_empty() {
        let odd = Report { odd: odd.with_lines(&text), ..Report::default() };
        let why = odd.oddities().into_iter().next().map_or_else(String::new, |why| format!(": {why}"));
        let hint = "open a table with a cause and an effect in each row, or say which columns they are";
        return Err(Problem::at_start(&format!("no row of the table is a link{why}"), hint));
    }
    let odd = odd.with_lines(&text);
    Ok(reader.quarry(text, odd))
}

/// What has been read so far: numbers of ends and words, and where each row begins.
struct Reader<'c> {
    columns: &'c Columns,
    /// The word's column, where just one says it.
    word: Option<usize>,
    last: usize,
    names: Names,
    words: Names,
    sources: Vec<u32>,
    targets: Vec<u32>,
    row_words: Vec<u16>,
    rows: Vec<u32>,
    /// Room for the numbers of a block of ends.
    numbers: Vec<u32>,
}

impl<'c> Reader<'c> {
    fn new(columns: &'c Columns) -> Self {
        let word = match columns.relation.as_slice() {
            [one] if one.says == Says::Word => Some(one.column),
            _ => None,
        };
        Self {
            columns,
            word,
            last: columns.source.max(columns.target),
            names: Names::default(),
            words: Names::default(),
            sources: Vec::new(),
            targets: Vec::new(),
            row_words: Vec::new(),
            rows: Vec::new(),
            numbers: Vec::new(),
        }
    }

    fn all(&mut self, text: &str, watch: &mut dyn FnMut(usize) -> bool) -> Result<Odd, Problem> {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let (mut rows, mut cells, mut odd) =
            (Rows::new(text, self.columns.separator as u8, start), Vec::new(), Odd::default());
        if self.columns.header {
            rows.next_into(&mut cells);
        }
        let mut ends = Vec::with_capacity(2 * ROWS_A_BLOCK);
        while let Some(at) = rows.next_into(&mut cells) {
            if ends.len() == 2 * ROWS_A_BLOCK {
                self.name_ends(&mut ends);
            }
            if let Err(oddity) = self.row(text, &cells, at, (&mut ends, &mut odd)) {
                odd.add(oddity, at);
            }
            if self.rows.len().is_multiple_of(ROWS_A_LOOK) && !watch(rows.at()) {
                return Err(Problem::at_start("reading was ended", "open the table again to read it whole"));
            }
        }
        self.name_ends(&mut ends);
        if let Some(at) = rows.first_unclosed {
            odd.add(Oddity::OpenMark, at);
        }
        Ok(odd)
    }

    fn row<'t>(
        &mut self,
        text: &'t str,
        cells: &[Cell],
        at: usize,
        (ends, odd): (&mut Vec<Cow<'t, str>>, &mut Odd),
    ) -> Result<(), Oddity> {
        if cells.len() <= self.last {
            return Err(Oddity::Short);
        }
        let (source, target) = (name(text, cells[self.columns.source]), name(text, cells[self.columns.target]));
        for name in [&source, &target] {
            checked(name)?;
        }
        let word = match self.word {
            Some(column) => self.word(word_of(&cells.get(column).map(|cell| cell.of(text)).unwrap_or_default())),
            None if self.columns.relation.is_empty() => self.word(""),
            None => self.word(&relation(text, cells, self.columns)),
        };
        let word = word.unwrap_or_else(|| {
            odd.add(Oddity::OddWord, at);
            self.words.find("").map_or(0, |word| word as u16)
        });
        ends.extend([source, target]);
        self.row_words.push(word);
        self.rows.push(at as u32);
        Ok(())
    }

    /// Gives the ends of a block of rows their numbers.
    fn name_ends(&mut self, ends: &mut Vec<Cow<'_, str>>) {
        self.numbers.clear();
        self.names.add_all(ends, &mut self.numbers);
        for pair in self.numbers.chunks_exact(2) {
            self.sources.push(pair[0]);
            self.targets.push(pair[1]);
        }
        ends.clear();
    }

    /// The number of a word, where it may be one.
    fn word(&mut self, word: &str) -> Option<u16> {
        if self.words.len() == 0 {
            // The word of rows that say none is always there.
            self.words.add("");
        }
        // Of few words the one that is meant is soon found.
        let few = 0..self.words.len().min(FEW_WORDS) as u32;
        if let Some(known) = few.into_iter().find(|&known| self.words.name(known) == word) {
            return Some(known as u16);
        }
        let fits = word.len() <= LONGEST_WORD && !is_sheet_error(word);
        let known = fits.then(|| self.words.find(word)).flatten();
        known.or_else(|| (fits && self.words.len() < MOST_WORDS).then(|| self.words.add(word))).map(|word| word as u16)
    }

    fn quarry(mut self, text: String, odd: Vec<(Oddity, usize, Vec<usize>)>) -> Quarry {
        let nodes = self.names.len();
        self.names.settle();
        let words = self.counted();
        let order = self.order(nodes);
        // What is not needed any more is given back before more is made: a large table is in memory beside it.
        for numbers in [&mut self.rows, &mut self.sources, &mut self.targets] {
            put_in_order(&order, numbers);
        }
        put_in_order(&order, &mut self.row_words);
        drop(order);
        let Self { names, rows, row_words, mut sources, mut targets, .. } = self;
        let starts = fold_pairs(&mut sources, &mut targets);
        let (out, _) = by_number(&sources, nodes, None::<std::iter::Empty<u32>>);
        let (into, into_pairs) = by_number(&targets, nodes, Some(0..targets.len() as u32));
        let self_links = sources.iter().zip(&targets).filter(|(a, b)| a == b).count();
        let report = Report { rows: rows.len(), nodes, links: targets.len(), self_links, odd, ..Report::default() };
        let (columns, effects) = (self.columns.clone(), Vec::new());
        let mut quarry = Quarry {
            text,
            columns,
            names,
            words,
            rows,
            row_words,
            sources,
            targets,
            starts,
            effects,
            out,
            into,
            into_pairs,
            report,
        };
        quarry.settle_effects();
        quarry
    }

    /// Rows by cause, then by effect, then as in the file: two sorts by counting, the last key first.
    fn order(&self, nodes: usize) -> Vec<u32> {
        let (_, by_target) = by_number(&self.targets, nodes, Some(0..self.targets.len() as u32));
        by_number(&self.sources, nodes, Some(by_target.into_iter())).1
    }

    fn counted(&self) -> Vec<Word> {
        let mut counts = vec![0; self.words.len()];
        for &word in &self.row_words {
            counts[word as usize] += 1;
        }
        let texts: Vec<&str> = (0..self.words.len() as u32).map(|word| self.words.name(word)).collect();
        // A word that no row has says nothing of the others.
        let said: Vec<&str> = texts.iter().zip(&counts).filter(|(_, rows)| **rows > 0).map(|(text, _)| *text).collect();
        let mut effects = effects(&said).into_iter();
        let word = |(text, rows): (&&str, usize)| Word {
            text: (*text).to_owned(),
            rows,
            effect: if rows > 0 { effects.next().unwrap_or(Effect::Unknown) } else { Effect::Unknown },
        };
        texts.iter().zip(counts).map(word).collect()
    }
}

/// Puts a list into an order; the old one is given back.
fn put_in_order<T: Copy>(order: &[u32], list: &mut Vec<T>) {
    *list = order.iter().filter_map(|&row| list.get(row as usize).copied()).collect();
}

/// Keeps one of each run of equal pairs, and says where each run began; the last start is the end of all.
fn fold_pairs(sources: &mut Vec<u32>, targets: &mut Vec<u32>) -> Vec<u32> {
    let mut starts = Vec::with_capacity(sources.len() + 1);
    for row in 0..sources.len() {
        let pair = starts.len();
        if pair == 0 || (sources[row], targets[row]) != (sources[pair - 1], targets[pair - 1]) {
            (sources[pair], targets[pair]) = (sources[row], targets[row]);
            starts.push(row as u32);
        }
    }
    let pairs = starts.len();
    starts.push(sources.len() as u32);
    for list in [sources, targets] {
        list.truncate(pairs);
        list.shrink_to_fit();
    }
    starts
}

/// Where those of each number begin, and these places in the order of their numbers: a sort by counting, which leaves equal
/// ones in the order in which they come.
fn by_number(numbers: &[u32], most: usize, places: Option<impl Iterator<Item = u32>>) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; most + 1];
    for &number in numbers {
        starts[number as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut order = Vec::new();
    if let Some(places) = places {
        let mut next = starts.clone();
        order.resize(numbers.len(), 0);
        for place in places {
            let at = &mut next[numbers[place as usize] as usize];
            order[*at as usize] = place;
            *at += 1;
        }
    }
    (starts, order)
}

/// A name in a cell. Blanks and ends of lines inside are one blank, so that what a card says is the name.
fn name(text: &str, cell: Cell) -> Cow<'_, str> {
    let cell = cell.of(text);
    if cell.bytes().all(|byte| byte.is_ascii_graphic()) { cell } else { Cow::Owned(one_line(&cell)) }
}

fn checked(name: &str) -> Result<(), Oddity> {
    if name.is_empty() {
        Err(Oddity::Nameless)
    } else if name.len() > LONGEST_NAME {
        Err(Oddity::LongName)
    } else if is_sheet_error(name) {
        Err(Oddity::SheetError)
    } else {
        Ok(())
    }
}

fn is_sheet_error(cell: &str) -> bool {
    cell.starts_with(['#', 'E']) && SHEET_ERRORS.iter().any(|error| cell.starts_with(error))
}
