//! Numbers in a table that are written over.

/// Overwrites a number of two bytes.
pub(super) fn patch(table: &mut [u8], at: usize, number: u16) {
    if let Some(place) = table.get_mut(at..at + 2) {
        place.copy_from_slice(&number.to_be_bytes());
    }
}
