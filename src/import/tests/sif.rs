//! The simple interaction format: fans, names with blanks, lonely names; and the way back.

use super::{imported, noticed, sentences};
use crate::{NoticeKind, model::Effect};

#[test]
fn a_line_fans_out_and_tabs_keep_blanks() {
    let found =
        imported("sif", "net.sif", b"poor sleep\tactivates\tmood\tstress\ngene\tpp\tmood\nalone\nmood\tinhibits\n");
    let unknown = Effect::Unknown.label();
    assert_eq!(
        sentences(&found.pathway),
        ["poor sleep raises mood".to_owned(), "poor sleep raises stress".to_owned(), format!("gene {unknown} mood"),]
    );
    assert_eq!((found.report.untouched, noticed(&found, NoticeKind::LooseEnd)), (1, 1));
    let blanks = imported("sif", "net.sif", b"a pp b c\n");
    assert_eq!(blanks.pathway.links().len(), 2, "without tabs blanks divide");
}
