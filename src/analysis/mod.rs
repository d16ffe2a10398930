//! Pure questions about a pathway, on the records and petgraph's structure alone.

pub mod loops;
pub mod problems;
