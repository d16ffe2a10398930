//! Made-up tables: a few things have very many links, as in knowledge bases, and the same seed gives the same table.

use std::fmt::Write as _;

/// How wide a table is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Cause, effect, word and paper.
    Narrow,
    /// The 27 columns of SIGNOR.
    Signor,
}

const THINGS: f64 = 40_000.0;

const WORDS: [&str; 6] = [
    "up-regulates",
    "up-regulates activity",
    "down-regulates",
    "down-regulates quantity by repression",
    "form complex",
    "unknown",
];

const SIGNOR: &str = "ENTITYA\tTYPEA\tIDA\tDATABASEA\tENTITYB\tTYPEB\tIDB\tDATABASEB\tEFFECT\tMECHANISM\tRESIDUE\tSEQUENCE\tTAX_ID\t\
    CELL_DATA\tTISSUE_DATA\tMODULATOR_COMPLEX\tTARGET_COMPLEX\tMODIFICATIONA\tMODASEQ\tMODIFICATIONB\tMODBSEQ\tPMID\tDIRECT\t\
    NOTES\tANNOTATOR\tSENTENCE\tSIGNOR_ID\n";

/// A table of so many rows.
pub(crate) fn table(kind: Kind, rows: usize) -> String {
    let mut random = Random(7);
    let mut text = match kind {
        Kind::Narrow => "source\ttarget\teffect\tpmid\n".to_owned(),
        Kind::Signor => SIGNOR.to_owned(),
    };
    for row in 0..rows {
        let (a, b) = (random.thing(), random.thing());
        let (word, paper) = (WORDS[random.below(6)], 10_000_000 + random.below(25_000_000));
        let line = match kind {
            Kind::Narrow => writeln!(text, "GENE{a}\tGENE{b}\t{word}\t{paper}"),
            Kind::Signor => writeln!(
                text,
                "GENE{a}\tprotein\tP{a:05}\tUNIPROT\tGENE{b}\tprotein\tP{b:05}\tUNIPROT\t{word}\tphosphorylation\tSer{}\t\
                 AAAPPPLsQETFSDL\t9606\tBTO:0000{}\t\t\t\t\t\t\t\t{paper}\tt\t\tannotator{}\t\
                 \"We found that GENE{a} acts on GENE{b} in the cells that were looked at, as \"\"{word}\"\" says.\"\tSIGNOR-{row}",
                random.below(900),
                random.below(999),
                random.below(30)
            ),
        };
        line.expect("writing to a string");
    }
    text
}

/// Numbers that look drawn by lot (Marsaglia's xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() >> 11) as usize % most
    }

    /// A thing: the lower its number, the more often it comes, the first some thousand times as often as the last.
    fn thing(&mut self) -> usize {
        let part = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        THINGS.powf(part) as usize
    }
}
