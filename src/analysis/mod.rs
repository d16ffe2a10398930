//! Pure questions about a pathway, on the records and petgraph's structure alone.

pub mod lens;
pub mod loops;
pub mod merge;
pub mod problems;
pub mod reach;
