//! Names, arrows and signs as people write them: one place for every entrance that reads what somebody typed.
//!
//! `TNF-α`, `tnf alpha` and `TNFα` are one name; `->`, `–>` and `→` are one arrow; `-> x (-)`, `-> x: inhibits` and `-| x`
//! say the same. The idea is that of the skeletons of Unicode's TR39 and the keys of its collation (UCA), cut down to what
//! labels of pathways need: what looks or reads alike becomes the same plain letters, and only those are compared.

mod arrows;
mod fold;
mod names;
mod signs;

pub use arrows::{ARROWS, Arrow, arrow_of, split_at_arrows};
pub use fold::{folded, greek, spelled};
pub use names::{Misnamed, Names};
pub use signs::{Signed, is_closing, is_opening, sign, sign_between, signed};
