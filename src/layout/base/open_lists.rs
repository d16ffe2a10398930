//! Short lists that change, in one piece of memory: neighbours of items while links come and go.

/// A short list for each item, with room for so many.
#[derive(Clone, Debug, Default)]
pub(crate) struct OpenLists {
    start: Vec<u32>,
    len: Vec<u32>,
    data: Vec<u32>,
}

impl OpenLists {
    /// Empty lists with this room for each item.
    pub(crate) fn new(room: &[u32]) -> Self {
        let mut start = Vec::with_capacity(room.len());
        let mut sum = 0;
        for &r in room {
            start.push(sum);
            sum += r;
        }
        Self { start, len: vec![0; room.len()], data: vec![0; sum as usize] }
    }

    /// The list of an item.
    #[inline]
    pub(crate) fn of(&self, item: u32) -> &[u32] {
        let start = self.start[item as usize] as usize;
        &self.data[start..start + self.len[item as usize] as usize]
    }

    /// Adds one at the end; there must be room.
    pub(crate) fn add(&mut self, item: u32, other: u32) {
        let end = self.start[item as usize] + self.len[item as usize];
        self.data[end as usize] = other;
        self.len[item as usize] += 1;
    }

    /// Drops one, if it is there; the last one takes its place.
    pub(crate) fn drop(&mut self, item: u32, other: u32) {
        let start = self.start[item as usize] as usize;
        let len = self.len[item as usize] as usize;
        if let Some(found) = self.data[start..start + len].iter().position(|&o| o == other) {
            self.data.swap(start + found, start + len - 1);
            self.len[item as usize] -= 1;
        }
    }
}
