//! What holds for every import, whatever the file says.

use proptest::prelude::*;

use crate::{
    Draft, End, FORMATS, Heads, Meanings, NoticeKind, Paper, Said, Spot, ThingId, Wishes,
    analysis::problems::Severity,
    build,
    model::{Effect, Grade, Stance},
    native::{open, save},
};

/// A draft by lots: things, arrows of all sorts between them, evidence for and against.
fn drafted(things: usize, arrows: &[(usize, usize, usize, usize, u8)], text: &str) -> Draft {
    let mut draft = Draft::default();
    text.clone_into(&mut draft.title);
    for number in 0..things {
        let id = draft.thing(&format!("k{number}"), if number % 3 == 0 { text } else { "" });
        draft.things[id.0].explanation = text.to_owned();
        draft.things[id.0].at = Some((number as f64 * 1e300, f64::NAN));
    }
    let lane = draft.lane(text);
    draft.things[0].lane = Some(lane);
    for &(from, to, effect, heads, evidence) in arrows {
        let effect = Effect::ALL[effect % 5];
        let word = draft.word(&format!("{text}{}", effect.name()), effect);
        let end = |place: usize| if place < things { End::Thing(ThingId(place)) } else { End::Nothing };
        let paper = Paper::pmid(&format!("{}", u32::from(evidence) + 1)).map(|paper| draft.paper(paper));
        let arrow = draft.arrow(end(from), end(to), word, Spot::Line(1));
        arrow.heads = [Heads::To, Heads::Both, Heads::None][heads % 3];
        if evidence % 2 == 0 {
            let stance = Stance::ALL[usize::from(evidence) % 4];
            arrow.said.push(Said { paper, sentence: text.to_owned(), stance, ..Said::default() });
        }
    }
    draft
}

proptest! {
    /// A pathway comes of it that has no error, can be saved and opened, carries D at most and has no sign that no arrow has;
    /// and nothing is lost without a word.
    #[test]
    fn an_import_is_sound_and_honest(
        things in 1usize..12,
        arrows in proptest::collection::vec((0usize..14, 0usize..14, 0usize..5, 0usize..3, any::<u8>()), 0..24),
        text in "[A-Za-zα \n\u{0}\u{7f}“”(){}\"'<>&-]{0,12}",
    ) {
        let draft = drafted(things, &arrows, &text);
        let counted: usize = draft.meanings(&Meanings::new()).iter().map(|meaning| meaning.count).sum();
        prop_assert_eq!(counted, arrows.len());
        let back: usize = arrows.iter().filter(|(from, to, _, heads, _)| *heads == 1 && from != to && *from < things && *to < things).count();
        let found = build(FORMATS[0], draft, &Wishes { positions: true, ..Wishes::default() }).expect("it is small");
        let opened = open(save(&found.pathway).as_bytes()).expect("it opens");
        prop_assert_eq!(&opened.pathway, &found.pathway);
        let errors: Vec<String> =
            opened.problems.iter().filter(|problem| problem.severity == Severity::Error).map(ToString::to_string).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        let gone = found.report.notices.iter().filter(|notice| {
            matches!(notice.kind, NoticeKind::LooseEnd | NoticeKind::OnArrow | NoticeKind::Double | NoticeKind::Opposed)
        });
        prop_assert_eq!(found.report.links + gone.count(), arrows.len() + back);
        for link in found.pathway.links() {
            prop_assert!(matches!(link.grade, Grade::D | Grade::X));
            prop_assert_eq!(link.grade == Grade::X, link.evidence.is_empty());
        }
        let lines = found.report.lines();
        prop_assert!(lines.iter().all(|line| !line.contains(char::is_control)), "{lines:?}");
    }
}

#[test]
fn denials_alone_are_no_effect_and_beside_support_evidence_against() {
    let mut draft = Draft::default();
    let [a, b, c] = ["a", "b", "c"].map(|name| End::Thing(draft.thing(name, name)));
    let paper = Paper::pmid("PMID: 123").map(|paper| draft.paper(paper));
    let word = draft.word("Activation", Effect::Raises);
    let said = |stance| Said { paper, sentence: "It does not.".to_owned(), stance, ..Said::default() };
    draft.arrow(a, b, word, Spot::Whole).said.push(said(Stance::Disputes));
    draft.arrow(a, c, word, Spot::Whole).said.extend([said(Stance::Disputes), said(Stance::Supports)]);
    let found = build(FORMATS[0], draft, &Wishes::default()).expect("it is small");
    let told: Vec<_> = found.pathway.links().map(|link| (link.effect, link.evidence[0].stance)).collect();
    assert_eq!(told, [(Effect::NoEffect, Stance::Null), (Effect::Raises, Stance::Disputes)]);
    assert_eq!(found.report.disputed, 2);
}

#[test]
fn what_somebody_decides_goes_before_what_the_format_says() {
    let draft = || {
        let mut draft = Draft::default();
        let [a, b] = ["a", "b"].map(|name| End::Thing(draft.thing(name, name)));
        let [up, down] =
            [("up", Effect::Raises), ("down", Effect::Lowers)].map(|(word, effect)| draft.word(word, effect));
        draft.arrow(a, b, up, Spot::Whole);
        draft.arrow(a, b, down, Spot::Whole);
        draft
    };
    let effects = |wishes: &Wishes| {
        let found = build(FORMATS[0], draft(), wishes).expect("it is small");
        found.pathway.links().map(|link| link.effect).collect::<Vec<_>>()
    };
    assert_eq!(effects(&Wishes::default()), [Effect::Mixed], "raised and lowered is mixed");
    let meanings = Meanings::from([("down".to_owned(), Effect::Unknown)]);
    assert_eq!(effects(&Wishes { meanings, ..Wishes::default() }), [Effect::Raises, Effect::Unknown]);
}
