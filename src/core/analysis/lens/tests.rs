//! Tests of lenses on small pathways with evidence made by hand; random pathways in `random`.

mod random;

use std::collections::BTreeSet;

use super::*;
use crate::model::{
    Design, Effect, Evidence, Extra, Grade, Kind, Lane, Link, LinkId, Node, Parts, Popular, Reading, SourceId, Stance,
    notation,
};

/// A pathway in notation, then one line for each link with evidence: its id, its grade, and items such as
/// `for:paper:human`, `against`, `null` and `near` likewise; `told:Raises` is what the article says.
fn pathway(text: &str, evidence: &str) -> Pathway {
    let plain = notation::parse(text).expect("the test's own notation");
    let mut parts = Parts { about: plain.about().clone(), ..Parts::default() };
    parts.lanes = plain.lanes().iter().map(|lane| Lane::clone(lane)).collect();
    parts.nodes = plain.nodes().map(|node| Node { kind: kind(node.id.as_str()), ..Node::clone(node) }).collect();
    parts.links = plain.links().map(|link| Link::clone(link)).collect();
    for line in evidence.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let id = words.next().expect("a link's id");
        let link = parts.links.iter_mut().find(|link| link.id.as_str() == id).expect("a link of the notation");
        let grade = words.next().expect("a grade");
        link.grade = *Grade::ALL.iter().find(|g| g.name() == grade).expect("a letter from A to D, or X");
        words.for_each(|word| say(link, word));
    }
    Pathway::from_parts(parts, Vec::new())
}

/// The kind of a node by its first letter.
fn kind(id: &str) -> Kind {
    match id.as_bytes().first() {
        Some(b's') => Kind::Stressor,
        Some(b'y') => Kind::Symptom,
        Some(b'o') => Kind::Outcome,
        Some(b'm') => Kind::ModelOutcome,
        _ => Kind::Other,
    }
}

fn say(link: &mut Link, word: &str) {
    let mut fields = word.split(':');
    let (first, second) = (fields.next().expect("a stance"), fields.next().expect("a source or an effect"));
    let stance = match first {
        "for" => Stance::Supports,
        "against" => Stance::Disputes,
        "null" => Stance::Null,
        "near" => Stance::Near,
        _ => {
            let effect = *Effect::ALL.iter().find(|e| e.name() == second).expect("the name of an effect");
            let popular = Popular { effect, says: String::new(), note: String::new(), extra: Extra::new() };
            link.popular = Some(popular);
            return;
        }
    };
    link.evidence.push(item(second, stance, fields.next().expect("a species")));
}

fn item(source: &str, stance: Stance, species: &str) -> Evidence {
    Evidence {
        source: SourceId::new(source),
        stance,
        design: if species == "human" { Design::Trial } else { Design::AnimalIntervention },
        species: vec![species.to_owned()],
        sample: String::new(),
        finding: String::new(),
        locator: None,
        extra: Extra::new(),
    }
}

fn graded(weakest: Grade) -> Lens {
    Lens { weakest, ..Lens::default() }
}

fn human() -> Lens {
    Lens { human_only: true, ..Lens::default() }
}

fn contested() -> Lens {
    Lens { contested_only: true, ..Lens::default() }
}

fn without(source: &str) -> Lens {
    Lens { without: Some(source.into()), ..Lens::default() }
}

fn ids(found: &BTreeSet<LinkId>) -> String {
    found.iter().map(LinkId::as_str).collect::<Vec<_>>().join(" ")
}

/// A chain with one link of each sort.
fn chain() -> Pathway {
    pathway(
        "a -> b -> c -> d -> e -> f -| g",
        "a_b A for:p:human for:q:human
         b_c B null:p:human
         c_d C for:p:mouse against:q:mouse
         d_e D near:p:human
         e_f D near:p:human near:q:mouse told:Lowers
         f_g X told:Lowers",
    )
}

#[test]
fn a_lens_shows_what_has_the_evidence() {
    let check = |lens: &Lens, expected: &str| assert_eq!(ids(&passing(&chain(), lens)), expected, "{lens:?}");
    check(&Lens::default(), "a_b b_c c_d d_e e_f f_g");
    check(&Lens { reading: Reading::Told, ..Lens::default() }, "a_b b_c c_d d_e e_f f_g");
    check(&graded(Grade::D), "a_b b_c c_d d_e e_f");
    check(&graded(Grade::B), "a_b b_c");
    check(&graded(Grade::A), "a_b");
    check(&human(), "a_b b_c");
    check(&contested(), "b_c c_d e_f");
    check(&Lens { human_only: true, ..contested() }, "b_c");
    check(&Lens { weakest: Grade::C, ..contested() }, "b_c c_d");
}

#[test]
fn a_paper_that_is_gone_takes_what_rests_on_it() {
    let check = |lens: &Lens, expected: &str| assert_eq!(ids(&passing(&chain(), lens)), expected, "{lens:?}");
    check(&without("p"), "a_b e_f f_g");
    check(&without("q"), "a_b b_c c_d d_e e_f f_g");
    check(&without("nobody"), "a_b b_c c_d d_e e_f f_g");
    // What is left is judged by what is left: one trial carries no A, and nobody disputes c_d any more.
    check(&Lens { weakest: Grade::A, ..without("q") }, "");
    check(&Lens { weakest: Grade::B, ..without("q") }, "a_b b_c");
    check(&Lens { contested_only: true, ..without("q") }, "b_c e_f");
    check(&Lens { human_only: true, ..without("p") }, "a_b");
}

#[test]
fn only_a_lens_that_asks_nothing_shows_all() {
    assert!(Lens::default().shows_all());
    assert!(Lens { reading: Reading::Told, ..Lens::default() }.shows_all());
    for lens in [graded(Grade::D), human(), contested(), without("p")] {
        assert!(!lens.shows_all(), "{lens:?}");
    }
}

#[test]
fn the_effect_follows_the_reading() {
    let chain = chain();
    let link = chain.link(&"e_f".into()).expect("a link of the chain");
    assert_eq!(Lens::default().effect(link), Effect::Raises);
    assert_eq!(Lens { reading: Reading::Told, ..Lens::default() }.effect(link), Effect::Lowers);
}

#[track_caller]
fn check_summary(text: &str, evidence: &str, lens: &Lens, expected: &str) {
    assert_eq!(summary(&pathway(text, evidence), lens), expected);
}

#[test]
fn a_summary_says_what_is_left() {
    let check = |text, expected| check_summary(text, "", &graded(Grade::D), expected);
    check("", "There are no links.");
    check("a -> b", "No link is left.");
    check("a -> b -> c", "None of 2 links is left.");
    check("a -> b -> a", "None of 2 links is left; no loop is left.");
    check_summary("a -> b", "", &Lens::default(), "The only link is shown.");
    check_summary("a -> b -> a", "", &Lens::default(), "All 2 links are shown.");
    check_summary("s -> b -> y", "s_b D\n b_y D", &graded(Grade::D), "All 2 links are shown.");
}

#[test]
fn a_summary_says_what_is_cut_off() {
    let check = |text, evidence, expected| check_summary(text, evidence, &graded(Grade::D), expected);
    check("s -> y", "", "No link is left; no symptom can be reached from a stressor any more.");
    let all_but = "s_b D\n s_m D";
    let one = "2 of 3 links are left; 1 symptom can no longer be reached from a stressor.";
    check("s -> b -> y; s -> m", all_but, one);
    let two = "2 of 4 links are left; 2 symptoms or outcomes can no longer be reached from a stressor.";
    check("s -> b -> y; b -> o; s -> m", all_but, two);
    let still = "3 of 4 links are left; every symptom or outcome that could be reached from a stressor still can.";
    check("s -> b -> y; s -> m; y -> m", "s_b D\n b_y D\n s_m D", still);
    check("a -> b -> y; s -> c", "a_b D", "1 of 3 links is left.");
    // No effect carries nothing, so that nothing is lost with it.
    let still = "2 of 3 links are left; every outcome that could be reached from a stressor still can.";
    check("s -> b -0 y; s -> m", all_but, still);
}

#[test]
fn a_summary_counts_the_loops_of_its_reading() {
    let text = "a -> b -> a; b -> c -0 b";
    let told = "a_b D\n b_a D\n c_b D told:Raises";
    check_summary(text, told, &graded(Grade::D), "3 of 4 links are left; the only loop is left.");
    let lens = Lens { reading: Reading::Told, ..graded(Grade::D) };
    check_summary(text, told, &lens, "3 of 4 links are left; 1 of 2 loops is left.");
}

#[test]
fn sources_are_ranked_by_what_rests_on_them() {
    let pathway = pathway(
        "a -> b -> c -> d -> e",
        "a_b B for:one:human for:one:mouse near:two:human
         b_c B for:two:human for:three:human
         c_d B near:two:human
         d_e B against:four:human near:zero:mouse",
    );
    let spelled: Vec<String> = ranked_sources(&pathway)
        .iter()
        .map(|rest| format!("{} {} {:?} {:?}", rest.source, rest.links, rest.alone, rest.bare))
        .collect();
    let expected = ["two 3 [] [\"c_d\"]", "one 1 [\"a_b\"] []", "four 1 [] []", "three 1 [] []", "zero 1 [] []"];
    assert_eq!(spelled, expected);
}

#[track_caller]
fn check_told(text: &str, evidence: &str, expected: &str) {
    assert_eq!(told_line(&told_and_shown(&pathway(text, evidence))), expected);
}

#[test]
fn the_line_on_the_telling_is_right_in_every_number() {
    check_told("a -> b", "", "No link says how an article tells it.");
    check_told("a -> b", "a_b D told:Raises", "The sources show every link as the article tells it.");
    check_told("a -? b", "a_b D told:Raises", "As told, 1 link has a sign that the sources do not show.");
    let two = "As told, 2 links have a sign that the sources do not show.";
    check_told("a -0 b; c -<> d", "a_b D told:Lowers\n c_d D told:Raises", two);
    check_told("a -| b", "a_b D told:Raises", "As told, 1 link has another effect than the sources show.");
    let two = "As told, 2 links have another effect than the sources show.";
    check_told("a -> b; c -0 d", "a_b D told:Unknown\n c_d D told:Unknown", two);
    let both = "As told, 1 link has a sign that the sources do not show, and 1 more has another effect than the \
                sources show.";
    check_told("a -? b; b -> c", "a_b D told:Raises\n b_c D told:Lowers", both);
}

#[test]
fn the_line_on_the_telling_counts_loops_that_only_it_has() {
    let sign = "As told, 1 link has a sign that the sources do not show";
    let one = |subject: &str| format!("{sign}, and {subject} in a way that the sources do not show.");
    check_told("a -? b -> a", "a_b D told:Raises", &one("the only loop feeds on itself"));
    check_told("a -0 b -> a", "a_b D told:Raises", &one("the only loop feeds on itself"));
    check_told("a -? b -> a; b -> b", "a_b D told:Raises", &one("1 of 2 loops feeds on itself"));
    check_told("a -? b -> a; b -> c -> a", "a_b D told:Raises", &one("all 2 loops feed on themselves"));
    check_told("a -? b -| a", "a_b D told:Raises", &format!("{sign}."));
    let told = told_and_shown(&pathway("a -| b -> a; b -> b", "a_b D told:Raises"));
    let counts = |reinforcing, balancing| LoopCounts { reinforcing, balancing, undecided: 0, complete: true };
    assert_eq!((told.loops_told, told.loops_shown), (counts(2, 0), counts(1, 1)));
    let expected = "As told, 1 link has another effect than the sources show, and 1 of 2 loops feeds on itself in a \
                    way that the sources do not show.";
    assert_eq!(told_line(&told), expected);
}
