//! Another program changes the file, and what was in it before is kept.

use crate::{FILE, check_sentence, data, disk, fake::Fake, pathway, saved, saved_at, seen};
use pathlight::{
    files::{self, MOST_BACKUPS, Refused, Save, Seen, System, backups, read_seen},
    formats,
    model::{Change, Edit, Kind, Node, Pathway},
};
use std::{fs, path::Path, thread, time::Duration};

/// What another program did between reading and saving, and whether saving then must ask.
fn check(asks: bool, what: &str, act: impl FnOnce(&Fake, &[u8])) {
    let (_, old) = pathway("stress -> marrow", 0);
    let new = pathway("stress -> marrow -| calm", 0);
    let disk = disk(old.as_bytes());
    act(&disk, old.as_bytes());
    let result = saved(&disk, &new, &seen(old.as_bytes()));
    match result {
        Ok(_) => assert!(!asks && **disk.bytes(FILE).expect("it is there") == *new.1.as_bytes(), "{what}"),
        Err(refused) => {
            let Refused::Changed { is_gone, .. } = refused else { panic!("{what}: {refused}") };
            assert!(asks && is_gone == disk.bytes(FILE).is_none(), "{what}");
            check_sentence(&refused.to_string(), FILE);
            assert!(disk.bytes(FILE).is_none_or(|there| **there != *new.1.as_bytes()), "{what}: nothing is replaced");
        }
    }
    assert!(disk.names("/home").iter().all(|name| name == "map.ron"), "{what}");
}

/// The same text with other words of the same length.
fn as_long(old: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(old).replace("stress", "strass").into_bytes()
}

#[test]
fn nothing_is_replaced_that_another_program_has_written() {
    check(false, "nothing", |_, _| {});
    check(true, "in place", |disk, _| disk.overwrite(FILE, b"(theirs)"));
    check(true, "replaced", |disk, _| disk.put(FILE, b"(theirs)"));
    check(true, "two replaces in a row", |disk, _| {
        disk.put(FILE, b"(theirs)");
        disk.put(FILE, b"(theirs again)");
    });
    check(false, "two replaces, back to what it was", |disk, old| {
        disk.put(FILE, b"(theirs)");
        disk.put(FILE, old);
    });
    check(true, "deleted", |disk, _| disk.delete(FILE));
    check(true, "deleted and made again", |disk, _| {
        disk.delete(FILE);
        disk.put(FILE, b"(theirs)");
    });
    check(true, "the same size and the same time", |disk, old| disk.overwrite(FILE, &as_long(old)));
    check(false, "touched", |disk, _| disk.touch(FILE, 60));
    check(true, "an hour back", |disk, old| {
        disk.pass(-3_600);
        disk.put(FILE, &as_long(old));
    });
    check(true, "while it is being saved", |disk, _| disk.meanwhile("write", |disk| disk.put(FILE, b"(theirs)")));
    check(true, "while it is being kept among the backups", |disk, _| {
        disk.meanwhile("create_dir_all", |disk| disk.put(FILE, b"(theirs)"));
    });
    check(true, "deleted while it is being kept", |disk, _| disk.meanwhile("create_dir_all", |disk| disk.delete(FILE)));
    check(true, "emptied", |disk, _| disk.overwrite(FILE, b""));
}

#[test]
fn what_was_saved_is_known_for_the_next_time() {
    let (first, second) = (pathway("a -> b", 0), pathway("a -> b -| c", 0));
    let disk = Fake::new(&["/home", "/data"]);
    let known = saved(&disk, &first, &Seen::Nothing).expect("nothing is there").seen;
    let known = saved(&disk, &second, &known).expect("it is what was saved").seen;
    // A save that came through whose end nobody heard of.
    saved(&disk, &second, &Seen::Nothing).expect("it is that already");
    disk.overwrite(FILE, b"(theirs)");
    assert!(matches!(saved(&disk, &first, &known), Err(Refused::Changed { is_gone: false, .. })));
    assert!(matches!(saved(&disk, &first, &Seen::Nothing), Err(Refused::Changed { is_gone: false, .. })));
    saved(&disk, &first, &Seen::Anything).expect("it was given up");
    let kept = backups(&data(&disk), Path::new(FILE), &first.0.about().id);
    assert_eq!(kept[0].read(&data(&disk)).expect("it is kept"), b"(theirs)", "what was given up as well");
}

#[test]
fn what_is_too_large_for_a_pathway_is_replaced_without_being_kept_and_that_is_said() {
    let (disk, new) = (disk(&vec![b'x'; 20 * 1_024 * 1_024 + 1]), pathway("a -> b", 0));
    for known in [Seen::Nothing, seen(b"old")] {
        assert!(matches!(saved(&disk, &new, &known), Err(Refused::Changed { is_gone: false, .. })));
    }
    let saved = saved(&disk, &new, &Seen::Anything).expect("it was given up");
    assert!(saved.not_kept.is_some() && backups(&data(&disk), Path::new(FILE), &new.0.about().id).is_empty());
    assert!(disk.bytes(FILE).is_some_and(|bytes| **bytes == *new.1.as_bytes()));
}

#[test]
fn ten_backups_are_kept_of_each_file_the_newest_being_what_was_replaced() {
    let texts: Vec<(Pathway, String)> = (0..=25).map(|i| pathway(&format!("a{i} -> b"), 0)).collect();
    let disk = disk(b"(before the program came)");
    let mut known = seen(b"(before the program came)");
    for (i, text) in texts.iter().enumerate().skip(1) {
        // A clock that is set back does not make an old one the newest.
        disk.pass(if i % 2 == 0 { -86_400 } else { 60 });
        known = saved(&disk, text, &known).expect("nothing fails").seen;
    }
    let id = texts[1].0.about().id.clone();
    let kept = backups(&data(&disk), Path::new(FILE), &id);
    assert_eq!(kept.len(), MOST_BACKUPS);
    for (backup, i) in kept.iter().zip((15..25).rev()) {
        assert_eq!(backup.read(&data(&disk)).expect("it is kept"), texts[i].1.as_bytes(), "{i}");
        assert_eq!((backup.number, backup.bytes), (i as u64 + 1, texts[i].1.len() as u64));
    }
    // The same name in another folder, and the same file by a link.
    disk.link(FILE, "/home/link");
    assert_eq!(backups(&data(&disk), Path::new("/home/link"), &id), kept);
    disk.put("/data/map.ron", b"(another)");
    let (pathway, text) = &texts[1];
    saved_at(&disk, "/data/map.ron", (pathway, text), &Seen::Anything).expect("nothing fails");
    assert_eq!(backups(&data(&disk), Path::new("/data/map.ron"), &id).len(), 1);
    assert_eq!(backups(&data(&disk), Path::new(FILE), &id), kept);
    // What is kept already is not kept twice.
    disk.overwrite(FILE, texts[24].1.as_bytes());
    saved(&disk, &texts[3], &Seen::Anything).expect("nothing fails");
    assert_eq!(backups(&data(&disk), Path::new(FILE), &id), kept);
}

#[test]
fn programs_that_save_at_once_take_turns() {
    let folder = std::env::temp_dir().join(format!("pathlight-turns-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for the test");
    let file = &folder.join("map.ron");
    fs::write(file, pathway("a -> b", 0).1).expect("a file for the test");
    // While somebody has the turn nothing is replaced, and what they write is seen.
    let (_, seen) = read_seen(file).expect("it is there");
    let turn = fs::File::open(&folder).expect("a folder");
    if turn.try_lock().is_ok() {
        let (new, text) = &pathway("a -> b -> c", 0);
        let save = Save { path: file, text, pathway: new, errors: 0, seen: &seen, data: None };
        let result = thread::scope(|scope| {
            let saving = scope.spawn(move || files::save(&System, &save));
            thread::sleep(Duration::from_millis(300));
            assert!(!saving.is_finished(), "it waits for its turn");
            fs::write(file, pathway("a -| b", 0).1).expect("it is ours");
            drop(turn);
            saving.join().expect("it ends")
        });
        assert!(matches!(result, Err(Refused::Changed { is_gone: false, .. })), "{result:?}");
    }
    // Each adds a node to what it has read, and reads again where somebody else was there before.
    let add = |number: usize| {
        loop {
            let (opened, seen) = read_seen(file).expect("it is always whole");
            let lane = &opened.pathway.lanes()[0].id;
            let node = Node::new(&format!("n{number}"), "N", Kind::Process, lane.as_str());
            let pathway = opened.pathway.apply(&Edit::one("", Change::AddNode(node))).expect("it is new");
            let text = &formats::save(&pathway);
            let save = Save { path: file, text, pathway: &pathway, errors: 0, seen: &seen, data: None };
            match files::save(&System, &save) {
                Ok(_) => break,
                Err(Refused::Changed { is_gone: false, .. }) => {}
                Err(refused) => panic!("{refused}"),
            }
        }
    };
    thread::scope(|scope| (0..24).for_each(|number| drop(scope.spawn(move || add(number)))));
    let opened = read_seen(file).expect("it is whole").0;
    let names = fs::read_dir(&folder).expect("it is there").count();
    fs::remove_dir_all(&folder).ok();
    assert_eq!((opened.pathway.nodes().len(), names), (2 + 24, 1), "nobody's node is lost");
}
