//! A tour that is written differently in a few of its steps: only these are kept, and not the tour twice.

use super::{Step, Tour};

/// What the steps of one tour were and have become, by its place in the list.
#[derive(Clone, Debug)]
pub(crate) struct Retold {
    pub(super) place: usize,
    pieces: Box<[Piece]>,
}

/// Steps in the place of others.
#[derive(Clone, Debug)]
struct Piece {
    at: usize,
    before: Vec<Step>,
    after: Vec<Step>,
}

impl Retold {
    /// What differs, where that is less than half of the new steps and nothing but steps differs. A tour that is kept whole
    /// is shared with the pathways that have it, while these steps are copies, before and after.
    pub(super) fn of(place: usize, old: &Tour, new: &Tour) -> Option<Self> {
        if (&old.id, &old.title, &old.extra) != (&new.id, &new.title, &new.extra) {
            return None;
        }
        let pieces = pieces(&old.steps, &new.steps);
        let kept: usize = pieces.iter().map(|piece| piece.before.len() + piece.after.len()).sum();
        (kept < new.steps.len()).then(|| Self { place, pieces: pieces.into() })
    }

    pub(super) fn turned(self) -> Self {
        let turned =
            self.pieces.into_iter().map(|Piece { at, before, after }| Piece { at, before: after, after: before });
        Self { pieces: turned.collect(), ..self }
    }

    /// Tells the tour as it is told since.
    pub(super) fn tell(&self, tour: &mut Tour) {
        for Piece { at, before, after } in &self.pieces {
            tour.steps.splice(*at..at + before.len(), after.iter().cloned());
        }
    }

    /// Takes over what `next`, which comes right after this, makes of the same steps; says whether it does.
    pub(super) fn absorb(&mut self, next: &mut Self) -> bool {
        let (own, others) = (&mut self.pieces, &mut next.pieces);
        let goes_on = |(own, next): (&Piece, &Piece)| own.at == next.at && own.after == next.before;
        let same = self.place == next.place && own.len() == others.len() && own.iter().zip(&**others).all(goes_on);
        if same {
            own.iter_mut().zip(others).for_each(|(own, next)| std::mem::swap(&mut own.after, &mut next.after));
        }
        same
    }
}

/// Of as many steps each that differs, of others all between those that are the same at both ends.
fn pieces(old: &[Step], new: &[Step]) -> Vec<Piece> {
    let piece =
        |at: usize, before: &[Step], after: &[Step]| Piece { at, before: before.to_vec(), after: after.to_vec() };
    if old.len() == new.len() {
        let steps = old.iter().zip(new).enumerate().filter(|(_, (old, new))| old != new);
        return steps.map(|(at, (old, new))| piece(at, std::slice::from_ref(old), std::slice::from_ref(new))).collect();
    }
    let start = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(old, new)| old == new).count();
    vec![piece(start, &old[start..old.len() - end], &new[start..new.len() - end])]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tour(steps: &[&str]) -> Tour {
        let steps = steps.iter().map(|text| Step::new(["a"], text)).collect();
        Tour { id: "t".into(), title: "T".into(), steps, extra: Vec::new() }
    }

    #[track_caller]
    fn check(old: &[&str], new: &[&str], kept: Option<usize>) {
        let (old, new) = (tour(old), tour(new));
        let retold = Retold::of(0, &old, &new);
        let size = |retold: &Retold| retold.pieces.iter().map(|piece| piece.before.len() + piece.after.len()).sum();
        assert_eq!(retold.as_ref().map(size), kept);
        let Some(retold) = retold else { return };
        let mut told = old.clone();
        retold.tell(&mut told);
        assert_eq!(told, new);
        retold.turned().tell(&mut told);
        assert_eq!(told, old);
    }

    #[test]
    fn only_the_steps_that_differ_are_kept_and_told_there_and_back() {
        check(&["a", "b", "c", "d", "e"], &["a", "b", "x", "d", "e"], Some(2));
        check(&["a", "b", "c", "d", "e"], &["e", "b", "c", "d", "a"], Some(4));
        check(&["a", "b", "c", "d"], &["a", "b", "x", "c", "d"], Some(1));
        check(&["a", "a", "a", "b"], &["a", "a", "b"], Some(1));
        check(&["a", "b", "c"], &["a", "c"], Some(1));
        check(&["a"], &["x"], None);
        check(&["a", "b"], &[], None);
        let other = Tour { title: "Other".into(), ..tour(&["a", "b", "c"]) };
        assert!(Retold::of(0, &tour(&["a", "b", "c"]), &other).is_none());
    }

    #[test]
    fn a_run_of_typing_is_kept_once() {
        let texts = ["a", "b", "c", "d"];
        let typed = |text: &str| tour(&[text, "b", "c", "d"]);
        let mut run = Retold::of(0, &tour(&texts), &typed("ax")).expect("one step differs");
        assert!(run.absorb(&mut Retold::of(0, &typed("ax"), &typed("axy")).expect("one step differs")));
        assert!(!run.absorb(&mut Retold::of(1, &typed("axy"), &typed("axyz")).expect("one step differs")));
        assert!(
            !run.absorb(&mut Retold::of(0, &tour(&texts), &tour(&["a", "b", "x", "d"])).expect("one step differs"))
        );
        let mut told = tour(&texts);
        run.tell(&mut told);
        assert_eq!(told, typed("axy"));
    }
}
