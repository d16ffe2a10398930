//! Pictures and sheets of pathways.
