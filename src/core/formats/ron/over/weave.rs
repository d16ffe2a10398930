//! Puts pieces that stay as they stand among others that may come, go and move.

use std::collections::BTreeMap;

/// Pieces in their new order, with those that stay among them: each behind the piece that it stood behind, and behind the
/// one named with it, if any. `order` has the old number of each piece that is not new; `staying` has the old numbers of
/// what stays, in rising order.
pub(super) fn weave<T>(order: Vec<(Option<usize>, T)>, staying: Vec<(usize, Option<usize>, T)>) -> Vec<T> {
    let places: BTreeMap<usize, usize> =
        order.iter().enumerate().filter_map(|(place, (old, _))| Some(((*old)?, place))).collect();
    let behind = |old: Option<usize>| old.and_then(|old| places.get(&old)).map_or(0, |place| place + 1);
    let mut least = 0;
    let mut staying = staying.into_iter().map(|(at, other, piece)| {
        let neighbour = places.range(..at).next_back().map(|(old, _)| *old);
        least = least.max(behind(neighbour)).max(behind(other));
        (least, piece)
    });
    let mut next = staying.next();
    let mut all = Vec::new();
    for (place, (_, piece)) in order.into_iter().enumerate() {
        while let Some((_, stays)) = next.take_if(|(before, _)| *before <= place) {
            all.push(stays);
            next = staying.next();
        }
        all.push(piece);
    }
    all.extend(next.into_iter().chain(staying).map(|(_, piece)| piece));
    all
}

#[cfg(test)]
mod tests {
    use super::weave;

    #[test]
    fn what_stays_keeps_its_neighbour_and_stands_behind_its_twin() {
        let woven = |order: &[(Option<usize>, char)], staying: &[(usize, Option<usize>, char)]| {
            weave(order.to_vec(), staying.to_vec()).into_iter().collect::<String>()
        };
        let old = [(Some(0), 'a'), (Some(2), 'b'), (Some(3), 'c')];
        assert_eq!(woven(&old, &[(1, None, 'x'), (4, None, 'y')]), "axbcy");
        assert_eq!(woven(&[(None, 'n'), (Some(2), 'b'), (None, 'm')], &[(1, None, 'x'), (4, None, 'y')]), "xnbym");
        assert_eq!(woven(&[(Some(2), 'b'), (Some(3), 'c'), (Some(0), 'a')], &[(1, Some(0), 'x')]), "bcax");
        assert_eq!(woven(&[(Some(2), 'b'), (Some(0), 'a')], &[(4, Some(0), 'x'), (5, None, 'y')]), "baxy");
        assert_eq!(woven(&[], &[(1, None, 'x')]), "x");
    }
}
