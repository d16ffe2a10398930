//! Random pathways: a merge loses nothing, and merging again changes nothing.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*};

use super::*;

/// What one random link says beyond its ends.
type Seed = (u8, u8, u8, Vec<(u8, u8, u8)>);

const ARROWS: [&str; 5] = ["->", "-|", "-<>", "-0", "-?"];

/// A random pathway with evidence, sources, notes and tours, from a small stock of ids so that much of it clashes.
fn any_pathway(id: &'static str) -> impl Strategy<Value = Pathway> {
    let links = vec((0u8..4, 0u8..5, 0u8..4), 0..7);
    let seeds = vec((0u8..6, 0u8..4, 0u8..4, vec((0u8..4, 0u8..3, 0u8..2), 0..4)), 7);
    let (works, walks) = (vec((0u8..4, 0u8..6, 0u8..3), 0..4), vec((0u8..3, 0u8..3, 0u8..6), 0..3));
    (links, seeds, works, walks).prop_map(move |(links, seeds, works, walks)| {
        let chain = |(a, arrow, b): &(u8, u8, u8)| format!("n{a} {} n{b}\n", ARROWS[usize::from(*arrow)]);
        let text: String = links.iter().map(chain).collect();
        pathway(id, &text, |parts| {
            for (link, seed) in parts.links.iter_mut().zip(&seeds) {
                dress(link, seed);
            }
            for (node, (a, b, c, _)) in parts.nodes.iter_mut().zip(&seeds) {
                node.explanation = ["", "Why.", "Because."][usize::from(*a % 3)].to_owned();
                node.aliases = vec![format!("alias {b}")];
                let sources = vec![format!("s{c}").as_str().into()];
                node.notes =
                    vec![Note { text: format!("note {b}"), sources, extra: Extra::new() }; usize::from(*c % 3)];
            }
            let dois = [None, Some("10.1/a"), Some("10.1/b")];
            let work = |&(id, title, doi): &(u8, u8, u8)| {
                let citation = Citation::ALL[usize::from(title % 2)];
                Source {
                    citation,
                    ..source(&format!("s{id}"), &format!("Title {}", title / 2), dois[usize::from(doi)])
                }
            };
            parts.sources = works.iter().map(work).collect();
            let walk = |&(id, title, show): &(u8, u8, u8)| {
                let shown = parts.links.get(usize::from(show)).map_or("n0", |link| link.id.as_str());
                tour(&format!("t{id}"), &format!("Walk {title}"), shown)
            };
            parts.tours = walks.iter().map(walk).collect();
        })
    })
}

fn dress(link: &mut Link, (id, grade, more, items): &Seed) {
    if *id < 4 {
        link.id = LinkId::new(&format!("l{id}"));
    }
    link.grade = Grade::ALL[usize::from(*grade)];
    let stances = Stance::ALL;
    let item = |&(source, stance, finding): &(u8, u8, u8)| Evidence {
        sample: format!("{} people", more * 10),
        ..evidence(&format!("s{source}"), stances[usize::from(stance)], &format!("Finding {finding}."))
    };
    link.evidence = items.iter().map(item).collect();
    link.popular = (more % 2 == 0).then(|| popular(Effect::ALL[usize::from(*grade)], "Said."));
    link.no_source_found = (*more == 3).then(|| "Searched.".to_owned());
    link.delay = (*more > 0).then(|| Delay::ALL[usize::from(*more)]);
    link.extra = vec![("colour".to_owned(), more.to_string()); usize::from(*more / 2)];
}

/// Everything that must not be lost, each as a line; a source stands for itself by what it is, not by its id.
fn contents(pathway: &Pathway, into: &mut BTreeSet<String>) {
    for node in pathway.nodes() {
        into.insert(format!("node {}", node.id));
        into.extend(node.aliases.iter().map(|alias| format!("alias {} {alias}", node.id)));
        for note in &node.notes {
            into.extend(note.sources.iter().map(|s| format!("note {} {} {}", node.id, note.text, work(s.as_str()))));
        }
    }
    for link in pathway.links() {
        let pair = format!("{} {}", link.from, link.to);
        into.insert(format!("pair {pair}"));
        for e in &link.evidence {
            let work = work(e.source.as_str());
            into.insert(format!("evidence {pair} {:?} {} {work}", e.stance, e.finding));
        }
    }
    into.extend(pathway.tours().iter().map(|tour| format!("tour {}", tour.title)));
    into.extend(pathway.misfits().iter().map(|misfit| format!("misfit {misfit:?}")));
}

/// The id that a source was born with.
fn work(id: &str) -> String {
    id.split('_').next().unwrap_or_default().to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn one_pathway_stays_as_it_is(p in any_pathway("p")) {
        let alone = merge(&[&p], p.about().clone(), &[]);
        prop_assert_eq!(&alone.pathway, &p);
        prop_assert_eq!(&alone.conflicts, &[]);
        prop_assert_eq!(merge(&[&p, &p], p.about().clone(), &[]), alone);
    }

    #[test]
    fn merging_the_last_again_changes_nothing(q in any_pathway("q"), p in any_pathway("p")) {
        let once = merged(&[&q, &p]);
        prop_assert_eq!(&merged(&[&q, &p, &p]), &once);
        prop_assert_eq!(merged(&[&once.pathway]).pathway, once.pathway);
    }

    #[test]
    fn nothing_is_lost_and_nothing_made_up(q in any_pathway("q"), p in any_pathway("p"), r in any_pathway("r")) {
        let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
        for pathway in [&q, &p, &r] {
            contents(pathway, &mut before);
        }
        let all = merged(&[&q, &p, &r]);
        contents(&all.pathway, &mut after);
        prop_assert_eq!(before, after);
    }

    #[test]
    fn no_finding_changes_its_source(q in any_pathway("q"), p in any_pathway("p"), r in any_pathway("r")) {
        let all = merged(&[&q, &p, &r]).pathway;
        for pathway in [&q, &p, &r] {
            for source in pathway.sources() {
                prop_assert!(all.sources().iter().any(|other| one_work(source, other)), "{} is lost", source.id);
            }
            for link in pathway.links() {
                for item in &link.evidence {
                    prop_assert!(is_there(&all, pathway, link, item), "{} of {}", item.source, link.id);
                }
            }
        }
    }
}

fn one_work(one: &Source, other: &Source) -> bool {
    one.title == other.title || one.doi.is_some() && one.doi == other.doi
}

/// Whether a finding stands between the same nodes, from the same work.
fn is_there(all: &Pathway, pathway: &Pathway, link: &Link, item: &Evidence) -> bool {
    let same_work = |other: &Evidence| match (pathway.source(&item.source), all.source(&other.source)) {
        (Some(source), Some(other)) => one_work(source, other),
        (source, _) => source.is_none() && item.source == other.source,
    };
    let same_pair = all.links().filter(|other| (&other.from, &other.to) == (&link.from, &link.to));
    same_pair
        .flat_map(|other| &other.evidence)
        .any(|other| (other.stance, &other.finding) == (item.stance, &item.finding) && same_work(other))
}
