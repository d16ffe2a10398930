//! The simple interaction format: fans, names with blanks, lonely names; and the way back.

use proptest::prelude::*;

use super::{imported, noticed, sentences};
use crate::{
    FORMATS, Input, NoticeKind, Wishes, build,
    model::{Effect, notation},
    read,
};

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

proptest! {
    /// Names and effects come back as they went.
    #[test]
    fn what_is_written_is_read_again(
        links in proptest::collection::vec(("[a-zA-Zα-ω]{1,6}( [a-z0-9-]{1,5})?", 0usize..5, "[a-z]{1,6}"), 1..12)
    ) {
        let text: Vec<String> = links.iter().map(|(from, effect, to)| {
            let arrow = ["->", "-|", "-<>", "-0", "-?"][*effect];
            format!("{from} {arrow} {to}")
        }).collect();
        let Ok(pathway) = notation::parse(&text.join("\n")) else { return Ok(()) };
        let format = FORMATS.iter().find(|format| format.id == "sif").expect("it is there");
        let written = (format.write.expect("it is written"))(&pathway);
        let (format, draft) = read(&Input::new("x.sif", &written.bytes), Some(format)).expect("it can be read");
        let back = build(format, draft, &Wishes::default()).expect("it can be built");
        // A pair that is raised and lowered comes back as one link.
        prop_assume!(back.report.notices.iter().all(|notice| notice.kind != NoticeKind::Opposed));
        let all = |pathway| { let mut all = sentences(pathway); all.sort(); all.dedup(); all };
        prop_assert_eq!(all(&pathway), all(&back.pathway));
    }
}
