//! Tables that are none, or partly: each is said in one sentence with its place and what to do.

use proptest::prelude::*;

use super::{links, quarry};
use crate::quarry::*;

#[track_caller]
fn refused(bytes: &[u8], said: &str) {
    let problem = open(bytes.to_vec()).expect_err("it is no table of links").to_string();
    assert!(problem.starts_with(said), "{problem}");
    assert!(!problem.contains('\n'), "{problem}");
}

#[test]
fn what_is_no_table_of_links_is_refused_with_the_next_step() {
    refused(b"", "1:1: error: the table is empty; open");
    refused(b"\n\r\n", "1:1: error: the table is empty; open");
    refused(b"name\na\nb\n", "1:1: error: the table has one column only; open");
    refused(b"source\ttarget\n", "1:1: error: the table names its columns and has no row; open");
    refused(
        b"pmid\tsentence\tyear\n1\ta\t2\n",
        "1:1: error: no column is named like a cause and an effect; the columns are pmid",
    );
    refused(b"a\tb\nc\xe4\td\n", "2:2: error: what stands here is not UTF-8; save");
    refused(
        b"source\ttarget\na\t\n\tb\n",
        "1:1: error: no row of the table is a link: 2 rows have no name for their cause or their effect and are left out \
         (lines 2, 3); fill",
    );
}

#[test]
fn rows_that_are_no_links_are_counted_with_their_lines_and_the_others_are_read() {
    let long = "x".repeat(1_001);
    let cell = "y".repeat(1 << 20);
    let text = format!(
        "source\ttarget\teffect\na\tb\t+\ncut\n\tb\t+\n#NAME?\tb\t+\nErr:510\tb\t+\n{long}\tb\t+\nb\tc\t#NAME?\nc\td\t{cell}\n\
         \"open\te\t+\n"
    );
    let table = quarry(&text);
    assert_eq!(links(&table), ["a raises b", "b unknown c", "c unknown d", "\"open raises e"]);
    let said = table.report().oddities();
    assert_eq!(
        said,
        [
            "1 row ends before the columns that are needed and is left out (line 3); look whether the file was cut off, or \
             name other columns",
            "1 row has no name for its cause or its effect and is left out (line 4); fill the cell, or name other columns",
            "2 rows have an error of a spreadsheet where a name stood and are left out (lines 5, 6); save the table as text \
             before a spreadsheet reads it, or repair the cell",
            "1 row has a name that is longer than any name and is left out (line 7); look whether a quotation mark is missing \
             there",
            "2 rows have a word for their effect that cannot be one and is read as unknown (lines 8, 9); look whether another \
             column says the effect",
            "a quotation mark opens and nothing closes it, so that it is read as a letter (line 10); close it if the cell was \
             to go on",
        ]
    );
}

#[test]
fn whoever_waits_no_longer_ends_the_reading() {
    let text = "a\tb\n".repeat(40_000);
    let head = Head::of(&text, None).expect("a table");
    let mut looks = Vec::new();
    let read = read_text(text, &head.guess().expect("ends"), &mut |at| {
        looks.push(at);
        looks.len() < 2
    });
    assert!(read.is_err_and(|problem| problem.what == "reading was ended"));
    assert_eq!(looks, [65_536, 131_072]);
}

proptest! {
    /// No bytes make it fall, and what it says of them is one line.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(problem) = open(bytes) {
            prop_assert!(!problem.to_string().contains('\n'));
        }
    }

    /// Nor does any text with the marks of tables, and every row is a link or is counted.
    #[test]
    fn every_row_is_a_link_or_is_counted(text in "(source\ttarget\n)?([ab\"#?\t,;\n\r+é-]|NaN|#REF!){0,60}") {
        if let Ok(table) = open(text.clone().into_bytes()) {
            let left: usize = table.report().odd.iter().filter(|(odd, ..)| odd.is_left_out()).map(|(_, n, _)| n).sum();
            let text = if text.contains('\n') { text } else { text.replace('\r', "\n") };
            let lines = text.split('\n').filter(|line| !line.trim_matches('\r').is_empty()).count();
            prop_assert!(table.report().rows + left <= lines);
            prop_assert!(table.report().rows + left + 1 >= lines || text.contains('"'));
        }
    }
}
