//! Stable names of things. An id is what files, history and the screen agree on; an index never is.

use std::{fmt, sync::Arc};

/// The longest id that a file may carry, in bytes.
pub const MAX_ID_BYTES: usize = 128;

/// Whether `text` may serve as an id: 1 to [`MAX_ID_BYTES`] characters of `a-z 0-9 _ . -`.
pub fn is_valid_id(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'.' | b'-');
    !text.is_empty() && text.len() <= MAX_ID_BYTES && text.bytes().all(allowed)
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $name {
            /// Wraps `text` as it stands; whether it is a [valid id](is_valid_id) is checked when a file is checked.
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            /// The id as it is written in a file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }
    };
}

id_type!(
    /// Names a node.
    NodeId
);
id_type!(
    /// Names a link.
    LinkId
);
id_type!(
    /// Names a lane.
    LaneId
);
id_type!(
    /// Names a source.
    SourceId
);
id_type!(
    /// Names a tour.
    TourId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_ids_are_short_lower_case_ascii() {
        for good in ["a", "chronic_stress", "il-6", "v1.2", &"x".repeat(MAX_ID_BYTES)] {
            assert!(is_valid_id(good), "{good}");
        }
        for bad in ["", "Stress", "a b", "\u{430}", "a\n", &"x".repeat(MAX_ID_BYTES + 1)] {
            assert!(!is_valid_id(bad), "{bad:?}");
        }
    }
}
