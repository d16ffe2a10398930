//! Nodes, links, lanes, sources and tours: added, moved, removed.

use super::{done, done_as, errors, mint, refused, skull_marrow, small};
use crate::{
    analysis::problems::Subject,
    editing::{
        Choice, List, add_branch, add_evidence, add_lane, add_link, add_node, add_note, add_source, add_step, add_tour,
        blank, choose, effect_of_key, grade_offers, move_item, move_lane, move_tour, pin, remove, remove_item,
        remove_lane, reverse, set_ends, tidy, tour_of_selection,
    },
    model::{
        Branch, Citation, Design, Effect, Evidence, Extra, Grade, Kind, Link, Misfit, Node, Note, Parts, Pathway,
        Predict, Source, Stance, Step, Tour, notation,
    },
};

fn source(title: &str, doi: Option<&str>) -> Source {
    Source {
        id: "x".into(),
        authors: "van der Berg A, Müller K".to_owned(),
        year: 2025,
        title: title.to_owned(),
        venue: String::new(),
        doi: doi.map(str::to_owned),
        pmid: None,
        url: None,
        kind: None,
        citation: Citation::Unconfirmed,
        extra: Extra::new(),
    }
}

fn evidence(source: &str, design: Design) -> Evidence {
    Evidence {
        source: source.into(),
        stance: Stance::Supports,
        design,
        species: vec!["human".to_owned()],
        sample: String::new(),
        finding: "It rose.".to_owned(),
        locator: None,
        extra: Extra::new(),
    }
}

#[test]
fn a_node_is_added_by_its_name() {
    let pathway = small("Poor sleep -> Low mood");
    let after = done_as(
        &pathway,
        &add_node(&pathway, &mut mint(&pathway), " Ménière’s  disease ", None),
        "add “Ménière’s disease”",
        "",
    );
    let node = after.nodes().last().expect("it is there");
    assert_eq!(
        (node.id.as_str(), node.label.as_str(), node.lane.as_str()),
        ("meniere_s_disease", "Ménière’s disease", "all")
    );
    for (name, why, leads) in [
        ("poor SLEEP", "“Poor sleep” is there already, in the lane “All”; go there, or choose a name of its own", true),
        (" ", "a node needs a name; write for example “Poor sleep”", false),
        ("–?", "“–?” has no letter or digit; give the node a name", false),
    ] {
        refused(&add_node(&pathway, &mut mint(&pathway), name, None), why, leads);
    }
    let long = "a".repeat(100 * 1024);
    let why = "a name of 102400 characters is too long for a card; write at most 200, and the rest as its explanation";
    refused(&add_node(&pathway, &mut mint(&pathway), &long, None), why, false);
    refused(
        &add_node(&pathway, &mut mint(&pathway), "a", Some(&"z".into())),
        "there is no lane “z” any more; choose one that is shown",
        false,
    );
    let empty = Pathway::default();
    let after = done(&empty, &add_node(&empty, &mut mint(&empty), "a", None));
    assert_eq!((after.lanes().len(), after.nodes().len()), (1, 1));
}

#[test]
fn a_name_that_is_another_ones_leads_there() {
    let mut parts = small("Brain-derived neurotrophic factor").parts();
    parts.nodes[0].aliases = vec!["BDNF".to_owned()];
    let pathway = Pathway::from_parts(parts, Vec::new());
    let why = "“bdnf” is another name of “Brain-derived neurotrophic factor”, in the lane “All”; go there, or choose a name of its own";
    refused(&add_node(&pathway, &mut mint(&pathway), "bdnf", None), why, true);
}

#[test]
fn cards_are_pinned_and_set_free() {
    let pathway = small("a -> b");
    let outcome = pin(&pathway, &[("a".into(), (10.0, 20.0))]);
    assert_eq!(outcome.as_ref().expect("done").edit.merge.as_deref(), Some("pin:a"));
    let pinned = done_as(&pathway, &outcome, "move “a”", "");
    assert_eq!(done_as(&pinned, &tidy(&pinned), "unpin “a”", ""), pathway);
    refused(&tidy(&pathway), "no card is pinned; drag one to pin it", false);
    let why = "“a” cannot lie that far out; drop it within 1000000 px of the middle";
    refused(&pin(&pathway, &[("a".into(), (f64::NAN, 0.0))]), why, false);
}

#[test]
fn links_are_added_turned_and_led_elsewhere_with_their_evidence() {
    let pathway = small("a -> b; b -> c");
    let add = |from: &str, to: &str, effect| add_link(&pathway, &mut mint(&pathway), &from.into(), &to.into(), effect);
    let after = done_as(&pathway, &add("c", "a", Effect::Lowers), "add “c lowers a”", "");
    assert_eq!(notation::write(&after), "a -> b\nb -> c\nc -| a\n");
    done_as(&pathway, &add("a", "a", Effect::Raises), "add “a raises a”", "");
    let parallel = done_as(
        &pathway,
        &add("a", "b", Effect::Lowers),
        "add “a lowers b”",
        "“a raises b” is there too, and both stand.",
    );
    assert_eq!(parallel.links().last().map(|link| link.id.to_string()).as_deref(), Some("a_b_2"));
    let why = "“a raises b” is there already; go there and add what you have, or choose another effect";
    refused(&add("a", "b", Effect::Raises), why, true);
    refused(&choose(&parallel, &Choice::Effect("a_b_2".into(), Effect::Raises)), why, true);

    let full = skull_marrow();
    let link = full.links().find(|link| link.evidence.len() > 2).expect("there is one");
    let told = "Its evidence and its texts stay as they were; see that they still speak of this link.";
    let turned = done_as(&full, &reverse(&full, &link.id), &format!("turn round “{}”", full.sentence(link)), told);
    let now = turned.link(&link.id).expect("it stays");
    assert_eq!((&now.from, &now.to, &now.evidence), (&link.to, &link.from, &link.evidence));
    let elsewhere = done(&full, &set_ends(&full, &link.id, &"poor_sleep".into(), &link.to));
    assert_eq!(elsewhere.link(&link.id).map(|link| link.evidence.len()), Some(link.evidence.len()));
    let places = |pathway: &Pathway| pathway.links().map(|link| link.id.clone()).collect::<Vec<_>>();
    assert_eq!(places(&turned), places(&full), "a changed link keeps its place in the file");
}

#[test]
fn keys_stand_for_effects() {
    let keys = ['+', '-', '~', '0', '?', 'x'].map(|key| effect_of_key(key).map(Effect::name));
    assert_eq!(keys, [Some("Raises"), Some("Lowers"), Some("Mixed"), Some("NoEffect"), Some("Unknown"), None]);
}

#[test]
fn what_goes_with_a_node_is_said() {
    let pathway = skull_marrow();
    let after = done_as(
        &pathway,
        &remove(&pathway, &[Subject::Node("neutrophil_blockade".into())]),
        "delete “Blocking neutrophils or IFNAR”",
        REMOVED_BLOCKADE,
    );
    assert_eq!((after.nodes().len(), after.sources().len()), (pathway.nodes().len() - 1, pathway.sources().len()));
}

const REMOVED_BLOCKADE: &str = "1 link goes with it, with 2 items of evidence; step 10 of the tour “From stress to skull \
    marrow: how far does the story hold?” shows nothing more and keeps its text.";

/// A pathway with a tour that shows, asks and branches.
fn toured() -> Pathway {
    let mut parts = small("a -> b -| c").parts();
    let predict = Predict {
        raise: vec!["a".into()],
        lower: vec![],
        block: vec!["b".into()],
        ask: "c".into(),
        extra: Extra::new(),
    };
    let branch = Branch { tour: "aside".into(), text: "Aside".to_owned(), extra: Extra::new() };
    let steps = vec![
        Step::new(["a"], "First."),
        Step { predict: Some(predict), ..Step::new(["b", "b_c"], "Second.") },
        Step { branches: vec![branch], ..Step::new(["c"], "Third.") },
    ];
    let tour = |id: &str, steps| Tour { id: id.into(), title: id.to_owned(), steps, extra: Extra::new() };
    parts.tours = vec![tour("main", steps), tour("aside", vec![Step::new(["c"], "Aside.")])];
    Pathway::from_parts(parts, Vec::new())
}

#[test]
fn tours_never_name_what_is_gone() {
    let pathway = toured();
    assert_eq!(errors(&pathway), [] as [String; 0]);
    let told = "1 link goes with it; step 1 of the tour “main” shows nothing more and keeps its text; \
        step 2 of the tour “main” loses its question.";
    let after = done_as(&pathway, &remove(&pathway, &[Subject::Node("a".into())]), "delete “a”", told);
    let steps = &after.tours()[0].steps;
    assert_eq!((steps.len(), steps[0].text.as_str(), steps[1].predict.is_none()), (3, "First.", true));
    let after = done(&pathway, &remove(&pathway, &[Subject::Node("b".into())]));
    assert_eq!(after.tours()[0].steps[1].predict.as_ref().map(|predict| predict.block.len()), Some(0));
    let told = "1 branch of the tour “main” goes with it.";
    done_as(&pathway, &remove(&pathway, &[Subject::Tour("aside".into())]), "delete the tour “aside”", told);
    let several = [Subject::Node("a".into()), Subject::Node("b".into()), Subject::Link("a_b".into())];
    assert_eq!(remove(&pathway, &several).expect("done").edit.label, "delete 2 nodes and “a raises b”");
}

#[test]
fn what_is_in_use_says_by_what() {
    let pathway = skull_marrow();
    let id = pathway.links().find_map(|link| link.evidence.first()).expect("there is some").source.clone();
    let refusal = remove(&pathway, &[Subject::Source(id)]).expect_err("it is cited");
    assert!(refusal.why.contains(" is cited by “") && refusal.why.ends_with("; take it out there first"), "{refusal}");
    assert!(matches!(refusal.see, Some(Subject::Link(_) | Subject::Node(_))));
    let why = "2 nodes lie in the lane “All”; choose the lane where they go";
    refused(&remove(&small("a -> b"), &[Subject::Lane("all".into())]), why, true);
    refused(&remove(&pathway, &[]), "nothing is selected; choose what to delete first", false);
    refused(
        &remove(&pathway, &[Subject::Node("z".into())]),
        "there is no node “z” any more; choose one that is shown",
        false,
    );
}

#[test]
fn a_record_that_found_no_place_goes() {
    let twin = Misfit::Node(Node::new("a", "A again", Kind::Other, "all"));
    let pathway = Pathway::from_parts(small("a -> b").parts(), vec![twin]);
    let after = done_as(&pathway, &remove(&pathway, &[Subject::Misfit(0)]), "delete 1 record that found no place", "");
    assert_eq!(after, small("a -> b"));
}

#[test]
fn lanes_are_added_moved_and_left() {
    let pathway = small("a -> b");
    let two = done_as(&pathway, &add_lane(&pathway, &mut mint(&pathway), "Blood"), "add the lane “Blood”", "");
    refused(&add_lane(&two, &mut mint(&two), "blood"), "the lane “Blood” is there already; choose another name", true);
    let up = done_as(&two, &move_lane(&two, &"blood".into(), -1), "move the lane “Blood”", "");
    assert_eq!(up.lanes()[0].label, "Blood");
    let why = "the lane “Blood” lies at that end already; move it the other way";
    refused(&move_lane(&up, &"blood".into(), -1), why, false);
    let left = remove_lane(&two, &"all".into(), &"blood".into());
    let after = done_as(&two, &left, "delete the lane “All”", "2 nodes go to the lane “Blood”.");
    assert!(after.nodes().all(|node| node.lane.as_str() == "blood"));
    assert!(remove_lane(&two, &"all".into(), &"all".into()).is_err());
}

#[test]
fn one_doi_is_one_source() {
    let pathway = small("a -> b");
    let new = add_source(&pathway, &mut mint(&pathway), source("Sleep", Some("10.1000/x")));
    let after = done_as(&pathway, &new, "add the source van der Berg A et al. 2025", "");
    assert_eq!(after.sources()[0].id.as_str(), "vanderberg2025");
    let why = "van der Berg A et al. 2025 is among the sources already; cite it from there";
    refused(&add_source(&after, &mut mint(&after), source("Other title", Some("10.1000/X"))), why, true);
    let other = add_source(&after, &mut mint(&after), source("Other title", Some("10.1000/y")));
    assert_eq!(done(&after, &other).sources()[1].id.as_str(), "vanderberg2025_2");
}

#[test]
fn a_source_of_which_only_a_number_is_known_is_named_after_that() {
    let pathway = small("a -> b");
    let bare = Source { authors: String::new(), year: 0, ..source("", None) };
    for (source, id) in [
        (
            Source { pmid: Some("34083447".to_owned()), doi: Some("10.1000/y".to_owned()), ..bare.clone() },
            "pmid34083447",
        ),
        (Source { doi: Some("10.1126/science.abf7844".to_owned()), ..bare.clone() }, "doi10.1126science.abf784"),
        (Source { url: Some("https://a.org/b".to_owned()), ..bare }, "httpsa.orgb"),
    ] {
        let new = add_source(&pathway, &mut mint(&pathway), source);
        assert_eq!(done(&pathway, &new).sources()[0].id.as_str(), id);
    }
}

#[test]
fn a_grade_falls_with_the_evidence_that_carried_it_and_is_never_raised_above() {
    let pathway = small("a -> b");
    let mut parts = pathway.parts();
    parts.sources = ["s", "t"].map(|id| Source { id: id.into(), ..source(id, None) }).into();
    parts.links[0].evidence = vec![evidence("s", Design::Trial), evidence("t", Design::Trial)];
    parts.links[0].grade = Grade::A;
    let pathway = Pathway::from_parts(parts, Vec::new());
    let link = || "a_b".into();
    let told = "The grade of “a raises b” falls from A to B, since it studies people, but has no meta-analysis of people, \
        and no trials in people from two sources.";
    let list = List::Evidence(link());
    let one =
        done_as(&pathway, &remove_item(&pathway, &list, 1), "delete van der Berg A et al. 2025 on “a raises b”", told);
    let why = "“a raises b” cannot have grade A: the evidence carries B at most, since it studies people, but has no \
        meta-analysis of people, and no trials in people from two sources; A needs a meta-analysis of people, or trials in \
        people from two sources";
    refused(&choose(&one, &Choice::Grade(link(), Grade::A)), why, false);
    let offers = grade_offers(&one, &link()).expect("it is there");
    let said = offers.iter().map(|offer| (offer.grade, offer.why_not.is_none())).collect::<Vec<_>>();
    assert_eq!(said, [(Grade::A, false), (Grade::B, true), (Grade::C, true), (Grade::D, true), (Grade::X, true)]);
    done(&pathway, &choose(&pathway, &Choice::Stance(link(), 0, Stance::Near)));
    let swapped = done(&pathway, &move_item(&pathway, &list, 0, 1));
    assert_eq!(swapped.links().next().map(|link| link.evidence[0].source.to_string()).as_deref(), Some("t"));
    let again = add_evidence(&pathway, &link(), evidence("s", Design::Trial));
    refused(&again, "van der Berg A et al. 2025 says just that on “a raises b” already; write another finding", false);
}

#[test]
fn tours_are_made_of_a_selection_and_edited_step_by_step() {
    let pathway = small("b -> c; a -> b; c -> a; x");
    let nodes = ["a", "b", "c"].map(Into::into).into();
    let tour = tour_of_selection(&pathway, &nodes, &[].into()).expect("a tour");
    let shown: Vec<String> = tour.steps.iter().map(|step| format!("{}: {}", step.show.join(" "), step.text)).collect();
    let expected =
        ["b: **b**", "b_c c: b raises c (grade X).", "a_b b: a raises b (grade X).", "c_a a: c raises a (grade X)."];
    assert_eq!(sorted(&shown), sorted(&expected.map(str::to_owned)));
    assert!(tour_of_selection(&pathway, &[].into(), &[].into()).is_err());
    let with = done_as(&pathway, &add_tour(&pathway, &mut mint(&pathway), tour), "add the tour “From b to a”", "");
    let id = with.tours()[0].id.clone();
    let more = done(&with, &add_step(&with, &id, 9, Step::new(["x"], "At last.")));
    assert_eq!(more.tours()[0].steps.last().map(|step| step.text.as_str()), Some("At last."));
    let moved = done(&more, &move_item(&more, &List::Steps(id.clone()), 4, 0));
    assert_eq!(moved.tours()[0].steps[0].text, "At last.");
    refused(
        &add_step(&with, &id, 0, Step::new(["z"], "")),
        "there is no node or link “z” any more; choose one that is shown",
        false,
    );
    let two = toured();
    assert_eq!(done(&two, &move_tour(&two, &"aside".into(), -1)).tours()[0].id.as_str(), "aside");
    let branch = Branch { tour: "main".into(), text: "Back".to_owned(), extra: Extra::new() };
    done_as(&two, &add_branch(&two, &"aside".into(), 0, branch.clone()), "add a branch to “main”", "");
    assert!(add_branch(&two, &"main".into(), 0, branch).is_err());
}

fn sorted(texts: &[String]) -> Vec<String> {
    let mut texts = texts.to_vec();
    texts.sort();
    texts
}

#[test]
fn notes_come_with_sources_that_are_there() {
    let pathway = small("a -> b");
    let note = |text: &str, sources| Note { text: text.to_owned(), sources, extra: Extra::new() };
    done_as(&pathway, &add_note(&pathway, &"a".into(), note("Why?", vec![])), "add a note to “a”", "");
    assert!(add_note(&pathway, &"a".into(), note("Why?", vec!["z".into()])).is_err());
    refused(
        &add_note(&pathway, &"a".into(), note(" ", vec![])),
        "a note needs a text; write what is to be remembered",
        false,
    );
}

#[test]
fn a_new_pathway_can_be_saved_and_read() {
    let pathway = blank("My own  pathway");
    assert_eq!((pathway.about().id.as_str(), pathway.about().title.as_str()), ("my_own_pathway", "My own pathway"));
    assert_eq!(blank(" ").about().title, "Untitled pathway");
    let opened = crate::formats::open(crate::formats::save(&pathway).as_bytes()).expect("it opens");
    assert_eq!((opened.pathway, errors(&pathway).len()), (pathway, 0));
    let one = Link::new("a_a", "a", "a", Effect::Raises);
    let loops = Parts { nodes: vec![Node::new("a", "a", Kind::Other, "all")], links: vec![one], ..blank("x").parts() };
    let loops = Pathway::from_parts(loops, Vec::new());
    assert!(reverse(&loops, &"a_a".into()).is_err_and(|why| why.why.contains("from a node to itself")));
}
