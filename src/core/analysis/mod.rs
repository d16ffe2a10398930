//! Pure questions about a pathway.

pub mod cuts;
pub mod diff;
pub mod lens;
pub mod loops;
pub mod merge;
pub mod problems;
pub mod prose;
pub mod reach;
pub mod routes;
#[cfg(test)]
mod tests;
pub mod web;
pub mod whatif;
