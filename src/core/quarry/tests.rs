//! Tables as knowledge bases and people write them, and the right answers.

mod bad;
mod random;
mod taking;

use super::*;
use crate::{
    analysis::{routes::Net, web::CutBy},
    model::Effect,
};

/// As SIGNOR writes it: words in full, several rows of a pair, a row that says the opposite, a quoted cell with a tab, a
/// complex that forms, and papers that are none.
const SIGNOR: &str = "ENTITYA\tTYPEA\tIDA\tDATABASEA\tENTITYB\tTYPEB\tIDB\tDATABASEB\tEFFECT\tMECHANISM\tPMID\tDIRECT\tSENTENCE\tSIGNOR_ID\n\
IL6\tprotein\tP05231\tUNIPROT\tSTAT3\tprotein\tP40763\tUNIPROT\tup-regulates activity\tbinding\t11111111\tYES\tIL-6 activates STAT3.\tSIGNOR-1\n\
IL6\tprotein\tP05231\tUNIPROT\tSTAT3\tprotein\tP40763\tUNIPROT\tup-regulates\t\t22222222\tt\t\"A sentence\twith \"\"a tab\"\"\"\tSIGNOR-2\n\
STAT3\tprotein\tP40763\tUNIPROT\tSOCS3\tprotein\tO14543\tUNIPROT\tup-regulates quantity by expression\t\t33333333\tt\tSTAT3 induces SOCS3.\tSIGNOR-3\n\
SOCS3\tprotein\tO14543\tUNIPROT\tSTAT3\tprotein\tP40763\tUNIPROT\tdown-regulates\t\tOther\tt\tSOCS3 stops it.\tSIGNOR-4\n\
SOCS3\tprotein\tO14543\tUNIPROT\tSTAT3\tprotein\tP40763\tUNIPROT\tup-regulates\t\t44444444\tt\tNot here.\tSIGNOR-5\n\
STAT3\tprotein\tP40763\tUNIPROT\tBCL2\tprotein\tP10415\tUNIPROT\tform complex\t\tPMC12\tt\t\tSIGNOR-6\n\
IL6\tprotein\tP05231\tUNIPROT\tBCL2\tprotein\tP10415\tUNIPROT\tdown-regulates quantity by destabilization\t\t55555555\tt\t\tSIGNOR-7\n";

pub(super) fn quarry(text: &str) -> Quarry {
    open(text.as_bytes().to_vec()).expect("a table of links")
}

/// The names of a table's links with their effects, in the order of the table.
fn links(quarry: &Quarry) -> Vec<String> {
    let said = |link| {
        let [from, to] = quarry.ends(link).map(|end| quarry.name(end));
        format!("{from} {} {to}", quarry.effect(link).label())
    };
    (0..quarry.link_count() as u32).map(said).collect()
}

fn between(quarry: &Quarry, from: &str, to: &str, bounds: Bounds) -> (Vec<String>, Option<CutBy>) {
    let node = |name| quarry.node(name).expect("it is named");
    let found = quarry.routes(node(from), node(to), bounds);
    let way = |route: &Route| {
        let things: Vec<&str> = quarry.things(&route.links).into_iter().map(|thing| quarry.name(thing)).collect();
        format!("{} {}", things.join(" > "), route.effect.name())
    };
    (found.routes.iter().map(way).collect(), found.cut_by)
}

#[test]
fn a_table_of_signor_is_read_by_the_names_of_its_columns() {
    let table = quarry(SIGNOR);
    let said = links(&table);
    assert_eq!(
        said,
        ["IL6 raises STAT3", "IL6 lowers BCL2", "STAT3 raises SOCS3", "STAT3 unknown BCL2", "SOCS3 mixed STAT3"]
    );
    let report = table.report();
    assert_eq!((report.rows, report.nodes, report.links, report.signed, report.divided), (7, 4, 5, 3, 1));
    assert_eq!(report.odd, []);
    let rows = table.rows(table.link(0, 1).expect("IL6 to STAT3"));
    assert_eq!(rows[1].sentence, "A sentence\twith \"a tab\"");
    assert_eq!(rows[1].papers, [Paper::Pmid("22222222".to_owned())]);
    assert_eq!(rows[0].ids, ["P05231", "P40763"]);
}

#[test]
fn routes_have_the_sign_of_their_links_and_the_shortest_come_first() {
    let table = quarry(SIGNOR);
    let (routes, cut_by) = between(&table, "il-6", "BCL2", Bounds::default());
    assert_eq!(routes, ["IL6 > BCL2 lowers", "IL6 > STAT3 > BCL2 undecided"]);
    assert_eq!(cut_by, None);
    let signed = Bounds { signed: true, ..Bounds::default() };
    assert_eq!(between(&table, "IL6", "BCL2", signed).0, ["IL6 > BCL2 lowers"]);
    let one = Bounds { number: 1, ..Bounds::default() };
    assert_eq!(between(&table, "IL6", "BCL2", one), (vec!["IL6 > BCL2 lowers".to_owned()], Some(CutBy::Number)));
    let few = Bounds { looked_at: 3, ..Bounds::default() };
    assert_eq!(between(&table, "IL6", "BCL2", few).1, Some(CutBy::Steps));
    assert_eq!(between(&table, "BCL2", "IL6", Bounds::default()), (Vec::new(), None));
    assert_eq!(between(&table, "IL6", "IL6", Bounds::default()), (Vec::new(), None), "those are loops");
}

#[test]
fn a_word_can_be_taken_for_something_else() {
    let mut table = quarry(SIGNOR);
    table.set_word("form complex", Effect::Raises).expect("a row has it");
    assert!(links(&table).contains(&"STAT3 raises BCL2".to_owned()));
    assert_eq!(table.report().signed, 4);
    let (node, to) = (table.node("IL6").expect("named"), table.node("BCL2").expect("named"));
    let effects: Vec<Net> = table.routes(node, to, Bounds::default()).routes.iter().map(|route| route.effect).collect();
    assert_eq!(effects, [Net::Lowers, Net::Raises]);
    let why = table.set_word("up", Effect::Raises).expect_err("no row has it");
    assert!(why.starts_with("no row has the word “up”; the words are “up-regulates”, "), "{why}");
}

#[test]
fn what_lies_around_a_thing_is_counted_by_links() {
    let table = quarry(SIGNOR);
    let around = table.around(table.node("IL6").expect("named"), Reach { steps: 3, ..Reach::default() });
    let names = |ring: &Ring| ring.listed.iter().map(|&(node, _)| table.name(node)).collect::<Vec<_>>().join(", ");
    assert_eq!(around.effects.iter().map(names).collect::<Vec<_>>(), ["STAT3, BCL2", "SOCS3"]);
    assert_eq!((around.causes.len(), around.is_cut), (0, false));
    let short = table.around(around.node, Reach { steps: 3, listed: 1, looked_at: 2 });
    assert_eq!((short.effects[0].total, names(&short.effects[0]).as_str(), short.is_cut), (2, "STAT3", true));
}

#[test]
fn names_are_found_by_a_part_the_likest_and_the_best_linked_first() {
    let table = quarry(SIGNOR);
    let found = |text, most| {
        let found = table.names(text, most);
        (found.total, found.nodes.iter().map(|&node| table.name(node)).collect::<Vec<_>>())
    };
    assert_eq!(found("s", 10), (2, vec!["STAT3", "SOCS3"]));
    assert_eq!(found("3", 1), (2, vec!["STAT3"]));
    assert_eq!(found("", 2), (4, vec!["STAT3", "IL6"]));
    assert_eq!(found("x", 2), (0, vec![]));
    let why = table.node("stat").expect_err("it is a part of a name");
    assert_eq!(why, "nothing in the table is named “stat”; near it are “STAT3”; look for a part of the name");
    let alike = quarry("source\ttarget\nIL-6\tA\nIL6\tA\n");
    assert!(alike.node("il 6").is_err_and(|why| why.starts_with("several names are like “il 6”: “IL-6”, “IL6”")));
}

/// What links a table holds, by the columns that are guessed.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(links(&quarry(text)), expected, "{text}");
}

#[test]
fn the_columns_are_guessed_from_their_names_and_their_cells() {
    // SIF, with tabs and with blanks, of one row and of many; an arrow claims no sign.
    check("a\tactivates\tb\n", &["a raises b"]);
    check("a activates b\nb pp c\n", &["a raises b", "b unknown c"]);
    check("a\t->\tb\nb\t-|\tc\n", &["a unknown b", "b lowers c"]);
    // Two columns, and weights or words in the third.
    check("a,b\nb,c\n", &["a unknown b", "b unknown c"]);
    check("a;b;0.5\nb;c;-0.5\n", &["a raises b", "b lowers c"]);
    check("a,b,+\nb,c,-\n", &["a raises b", "b lowers c"]);
    check("from,to,weight\na,b,0.9\nb,c,NaN\n", &["a unknown b", "b unknown c"]);
    check("\u{feff}Source,Target,Sign\na,b,1\nb,c,-1\n", &["a raises b", "b lowers c"]);
    // MITAB with a head: the causal statement by its number in the ontology.
    check(
        "#ID(s) interactor A\tID(s) interactor B\tPublication Identifier(s)\tCausal statement\n\
         uniprotkb:P1\tuniprotkb:P2\tpubmed:123|imex:IM-1\tpsi-mi:\"MI:2240\"(down regulates)\n",
        &["uniprotkb:P1 lowers uniprotkb:P2"],
    );
    // KGX: what the qualifiers say goes before the predicate.
    check(
        "id\tsubject\tpredicate\tqualified_predicate\tobject\tobject_direction_qualifier\tpublications\n\
         1\tA:1\tbiolink:affects\tbiolink:causes\tB:1\tdecreased\tPMID:123\n\
         2\tA:1\tbiolink:affects\t\tC:1\t\t\n",
        &["A:1 lowers B:1", "A:1 unknown C:1"],
    );
    // OmniPath: 1/0 and True/False; what its sources agree on, and divided where they do not.
    check(
        "source\ttarget\tsource_genesymbol\ttarget_genesymbol\tis_directed\tis_stimulation\tis_inhibition\t\
         consensus_direction\tconsensus_stimulation\tconsensus_inhibition\treferences\n\
         P1\tP2\tA\tB\t1\t1\t1\t1\t1\t0\tSIGNOR:12345678\n\
         P1\tP3\tA\tC\tTrue\tTrue\tTrue\tTrue\tTrue\tTrue\t\n\
         P1\tP4\tA\tD\tTrue\tTrue\tFalse\tFalse\tFalse\tFalse\t\n",
        &["A raises B", "A mixed C", "A unknown D"],
    );
}

#[test]
fn columns_can_be_named_otherwise() {
    let text = "a\tb\tkind\twhat\nx\ty\tup\tdown\n".to_owned();
    let head = Head::with_names(&text, &["kind"]).expect("a table");
    assert_eq!((head.column("WHAT"), head.column("3")), (Ok(3), Ok(2)));
    let why = head.column("who").expect_err("there is none");
    assert_eq!(why, "there is no column “who”; write one of a, b, kind, what, or its number from 1");
    let columns = Columns { relation: vec![head.relation(3)], source: 1, target: 0, ..head.bare() };
    let table = read_text(text, &columns, &mut |_| true).expect("a link");
    assert_eq!(links(&table), ["y lowers x"]);
}
