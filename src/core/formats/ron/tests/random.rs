//! Random pathways and random damage.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{check_round, lines, open, opened, problems};
use crate::{
    formats::ron::{
        save_over, scan,
        syntax::{self, no_outline},
    },
    model::{
        About, Branch, Citation, Delay, Design, Effect, Evidence, Extra, Grade, Kind, Lane, Level, LevelText, Link,
        Misfit, Node, Note, Parts, Pathway, Popular, Predict, Source, SourceKind, Stance, Step, Tour,
    },
};

const SAMPLE: &str = include_str!("../../../../../tests/bad/good.pathway.ron");

/// Texts with everything that could upset a file.
fn text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "",
        "a",
        "\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{202E}",
        "\u{200B}",
        "\u{FEFF}",
        "😀",
        "é",
        "e\u{301}",
        "’",
        "//",
        "/*",
        "*/",
        "(",
        "]",
        "{",
        "'",
        "r#\"",
        "\\u{41}",
        "\u{2028}",
        "\u{E0041}",
        "\u{10FFFF}",
        " ",
        ",",
    ]);
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![9 => "[a-e]", 1 => text()]
}

fn extra() -> impl Strategy<Value = Extra> {
    let value = select(vec!["1", "Blue(x: [1, 2])", "\"/*\"", "r#\"\"\"#", "(1,\n // c\n 2)", "{ \"a\": None }", "[]"]);
    let field = (select(vec!["newer", "r#new-est", "wide"]), value);
    prop_oneof![4 => Just(Extra::new()), 1 => vec(field.prop_map(|(name, value)| (name.to_owned(), value.to_owned())), 1..2)]
}

fn lane() -> impl Strategy<Value = Lane> {
    (id(), text(), extra()).prop_map(|(id, label, extra)| Lane { id: id.as_str().into(), label, extra })
}

fn note() -> impl Strategy<Value = Note> {
    (text(), vec(id(), 0..3), extra()).prop_map(|(text, ids, extra)| {
        let sources = ids.iter().map(|id| id.as_str().into()).collect();
        Note { text, sources, extra }
    })
}

fn levels() -> impl Strategy<Value = Vec<LevelText>> {
    let one = (select(&Level::ALL[..]), text(), extra());
    vec(one.prop_map(|(level, text, extra)| LevelText { level, text, extra }), 0..2)
}

fn predict() -> impl Strategy<Value = Predict> {
    let ids = || vec(id().prop_map(|id| id.as_str().into()), 0..2);
    (ids(), ids(), vec(text(), 0..2), id(), extra()).prop_map(|(raise, lower, block, ask, extra)| Predict {
        raise,
        lower,
        block,
        ask: ask.as_str().into(),
        extra,
    })
}

fn branch() -> impl Strategy<Value = Branch> {
    (id(), text(), extra()).prop_map(|(tour, text, extra)| Branch { tour: tour.as_str().into(), text, extra })
}

fn node() -> impl Strategy<Value = Node> {
    let at = option::of((-1e6..1e6, select(vec![0.0, -0.0, 1e-9, -1e6, 0.1])));
    let words = (vec(text(), 0..3), vec(text(), 0..2), vec(note(), 0..2), levels());
    (id(), text(), select(&Kind::ALL[..]), id(), text(), words, at, extra()).prop_map(
        |(id, label, kind, lane, explanation, (aliases, xrefs, notes, levels), at, extra)| {
            let (id, lane) = (id.as_str().into(), lane.as_str().into());
            Node { id, label, kind, lane, explanation, levels, aliases, xrefs, notes, at, extra }
        },
    )
}

fn evidence() -> impl Strategy<Value = Evidence> {
    let texts = (text(), text(), option::of(text()));
    (id(), select(&Stance::ALL[..]), select(&Design::ALL[..]), vec(text(), 0..3), texts, extra()).prop_map(
        |(source, stance, design, species, (sample, finding, locator), extra)| {
            let source = source.as_str().into();
            Evidence { source, stance, design, species, sample, finding, locator, extra }
        },
    )
}

fn link() -> impl Strategy<Value = Link> {
    let effect = || select(&Effect::ALL[..]);
    let popular = (effect(), text(), text(), extra()).prop_map(|(effect, says, note, extra)| Popular {
        effect,
        says,
        note,
        extra,
    });
    let more = (text(), option::of(text()), option::of(text()), option::of(popular), any::<bool>(), extra(), levels());
    let start = (id(), "[a-c]", "[a-c]", effect(), option::of(select(&Delay::ALL[..])));
    (start, select(&Grade::ALL[..]), vec(evidence(), 0..3), more).prop_map(|(start, grade, evidence, more)| {
        let (id, from, to, effect, delay) = start;
        let (explanation, holds_when, no_source_found, popular, returns, extra, levels) = more;
        let mut link = Link::new(&id, &from, &to, effect);
        (link.delay, link.grade, link.evidence, link.explanation) = (delay, grade, evidence, explanation);
        (link.holds_when, link.no_source_found, link.popular) = (holds_when, no_source_found, popular);
        (link.returns, link.extra, link.levels) = (returns, extra, levels);
        link
    })
}

fn source() -> impl Strategy<Value = Source> {
    let texts = (text(), text(), text(), option::of(text()), option::of(text()), option::of(text()));
    let words = (option::of(select(&SourceKind::ALL[..])), select(&Citation::ALL[..]));
    (id(), any::<i32>(), texts, words, extra()).prop_map(|(id, year, texts, (kind, citation), extra)| {
        let (authors, title, venue, doi, pmid, url) = texts;
        Source { id: id.as_str().into(), authors, year, title, venue, doi, pmid, url, kind, citation, extra }
    })
}

fn tour() -> impl Strategy<Value = Tour> {
    let parts = (vec(text(), 0..3), text(), levels(), text(), option::of(predict()), vec(branch(), 0..2), extra());
    let step = parts.prop_map(|(show, text, levels, notes, predict, branches, extra)| Step {
        show,
        text,
        levels,
        notes,
        predict,
        branches,
        extra,
    });
    (id(), text(), vec(step, 0..3), extra()).prop_map(|(id, title, steps, extra)| Tour {
        id: id.as_str().into(),
        title,
        steps,
        extra,
    })
}

fn unread() -> impl Strategy<Value = Misfit> {
    let text = select(vec!["3", "Node(id: \"a\")", "Blue", "(1, 2)", "{}", "Link(\n//\n)"]);
    (select(vec!["lanes", "nodes", "links", "sources", "tours"]), text)
        .prop_map(|(list, text)| Misfit::Unread { list: list.to_owned(), text: text.to_owned() })
}

fn pathway() -> impl Strategy<Value = Pathway> {
    let about = ((1..=1_u32, 0..9_u32), id(), text(), text(), (text(), text(), text()), extra()).prop_map(
        |(format, id, title, summary, (language, license, reviewed), extra)| About {
            format,
            id,
            title,
            summary,
            language,
            license,
            reviewed,
            extra,
        },
    );
    let lists = (vec(lane(), 0..3), vec(node(), 0..5), vec(link(), 0..5), vec(source(), 0..3), vec(tour(), 0..3));
    (about, lists, vec(unread(), 0..3)).prop_map(|(about, lists, mut unread)| {
        let (lanes, nodes, mut links, sources, tours) = lists;
        // A loose link that comes before a good one of its id changes its reason, as saving puts good ones first.
        links.sort_by_key(|link| !nodes.iter().any(|n| n.id == link.from) || !nodes.iter().any(|n| n.id == link.to));
        let order = ["lanes", "nodes", "links", "sources", "tours"];
        let place = |misfit: &Misfit| order.iter().position(|list| *list == super::super::report::list_of(misfit));
        unread.sort_by_key(place);
        Pathway::from_parts(Parts { about, lanes, nodes, links, sources, tours }, unread)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn any_pathway_round_trips(pathway in pathway()) {
        check_round(&pathway);
    }

    #[test]
    fn any_pathway_is_saved_over_any_other(before in pathway(), after in pathway()) {
        let text = super::save(&before);
        for text in [text.replace('\n', "\r\n"), format!("// top\n{text}")] {
            let saved = save_over(text.as_bytes(), &after);
            // No edit makes records that cannot be read.
            let unread = |pathway: &Pathway| {
                let misfits = pathway.misfits().iter();
                misfits.filter(|misfit| matches!(misfit, Misfit::Unread { .. })).cloned().collect::<Vec<_>>()
            };
            let follows = unread(&before) == unread(&after);
            prop_assert!(!saved.is_anew || !follows, "{}\n=> {}", text, super::save(&after));
            prop_assert_eq!(&opened(&saved.text).pathway, &after);
            let same = save_over(text.as_bytes(), &before);
            prop_assert_eq!(same.text, text);
        }
    }

    #[test]
    fn problems_come_in_the_order_of_the_file(pathway in pathway()) {
        let text = super::save(&pathway);
        let problems = opened(&text).problems;
        prop_assert!(problems.is_sorted_by_key(|problem| problem.place), "{}", lines(&problems));
        prop_assert!(problems.iter().all(|problem| problem.subject.is_some() && !problem.what.is_empty()));
    }

    #[test]
    fn damage_never_panics_and_what_opens_is_kept(
        flips in vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in option::of(any::<prop::sample::Index>()),
    ) {
        let mut bytes = SAMPLE.as_bytes().to_vec();
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        match open(&bytes) {
            Ok(opened) => drop(check_round(&opened.pathway)),
            Err(problems) => prop_assert_eq!(problems.len(), 1),
        }
    }

    #[test]
    fn pieces_of_syntax_in_any_order_never_panic(pieces in vec(select(PIECES), 0..40)) {
        let text = pieces.concat();
        problems(text.as_bytes());
        problems(format!("Pathway({text})").as_bytes());
        check_agreement(&format!("({text})"));
        check_agreement(&format!("[{text}]"));
    }

    #[test]
    fn damaged_files_are_split_as_ron_splits_them(place in any::<prop::sample::Index>(), piece in select(PIECES)) {
        let body = SAMPLE.trim_start_matches("Pathway").trim_end();
        let place = place.index(body.len());
        let place = (0..=place).rev().find(|&at| body.is_char_boundary(at)).unwrap_or_default();
        let (before, after) = body.split_at(place);
        check_agreement(&format!("{before}{piece}{after}"));
    }
}

const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "a",
    "b: ",
    "r#",
    "r\"",
    "r#\"",
    "\"#",
    "\"",
    "\\",
    "'",
    "' '",
    "b'",
    "b\"",
    "br\"",
    "//",
    "/*",
    "*/",
    "\n",
    " ",
    "1",
    "..",
    "Some(",
    "None",
    "\u{200E}",
    "\u{85}",
    "é",
    "“",
    "#",
    "r#a-b: 1,",
    "x: \"y\",",
    "\"z\", ",
    "'\\''",
    "-",
];

/// Whatever ron takes for RON, we take apart into the same pieces as ron does.
#[track_caller]
fn check_agreement(text: &str) {
    use ::ron::value::RawValue;
    if let Ok(raw) = ::ron::from_str::<Vec<&RawValue>>(text) {
        let ours = syntax::items(text, no_outline).unwrap_or_else(|| panic!("ron reads the list {text:?}"));
        let theirs: Vec<&str> = raw.iter().map(|item| item.trim().get_ron()).collect();
        assert_eq!(ours, theirs, "{text:?}");
        let outline = scan::Outline::of(text);
        assert_eq!(syntax::items(text, |at| outline.end(at)), Some(theirs), "{text:?}");
    } else if syntax::check(text).is_ok() && text.starts_with('(') {
        assert_eq!(scan::trouble(text), None, "{text:?}");
        let Some(fields) = syntax::fields(text, no_outline) else { return };
        for field in fields {
            assert!(syntax::check(field.value).is_ok(), "{:?} of {text:?}", field.value);
        }
    }
}

#[test]
fn every_cut_of_a_good_file_is_told_in_one_sentence() {
    for cut in (0..SAMPLE.trim_end().len()).filter(|&cut| SAMPLE.is_char_boundary(cut)) {
        let Some(text) = SAMPLE.get(..cut) else { continue };
        let problems = open(text.as_bytes()).expect_err("the file is cut off");
        assert_eq!(problems.len(), 1, "{}", lines(&problems));
    }
}
