//! Numbers of things, each of its own kind, so that a link is never taken for an item.
//!
//! Vectors and slices take them as they are: `y[item]`. Columns and places are counted with more than they are looked
//! up, so they stay plain numbers.

use std::ops::{Index, IndexMut};

macro_rules! number {
    ($(#[$doc:meta])* $Name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $Name(u32);

        impl $Name {
            /// The one with this number, from 0.
            #[inline]
            pub(crate) const fn new(number: usize) -> Self {
                Self(number as u32)
            }

            /// Its number.
            #[inline]
            pub(crate) const fn number(self) -> usize {
                self.0 as usize
            }

            /// All with numbers in this range.
            #[inline]
            pub(crate) fn all(numbers: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = Self> + Clone {
                (numbers.start as u32..numbers.end as u32).map(Self)
            }
        }

        impl<T> Index<$Name> for [T] {
            type Output = T;

            #[inline]
            fn index(&self, at: $Name) -> &T {
                &self[at.number()]
            }
        }

        impl<T> IndexMut<$Name> for [T] {
            #[inline]
            fn index_mut(&mut self, at: $Name) -> &mut T {
                &mut self[at.number()]
            }
        }

        impl<T> Index<$Name> for Vec<T> {
            type Output = T;

            #[inline]
            fn index(&self, at: $Name) -> &T {
                &self[at.number()]
            }
        }

        impl<T> IndexMut<$Name> for Vec<T> {
            #[inline]
            fn index_mut(&mut self, at: $Name) -> &mut T {
                &mut self[at.number()]
            }
        }
    };
}

number! {
    /// A card or a bend. Cards come first, in the order of the diagram's.
    Item
}

number! {
    /// A link of the checked graph, in the order in which it keeps them.
    Link
}

number! {
    /// A card or a riser, where it stands in the way from left to right. Cards come first, as the items that they are.
    Post
}

impl From<Item> for Post {
    fn from(card: Item) -> Self {
        Self(card.0)
    }
}

number! {
    /// The place of a post in the left-to-right order of all.
    Place
}

number! {
    /// A distance between two posts, among all that are kept.
    Distance
}
