//! Texts of the pathways that come with the program: titles in the library, and what the atlas says of itself.
//!
//! They are the texts of the pathway files, in their language, so they change together with those.

/// Title of the pathway from stress over the marrow of the skull to mood.
pub const SKULL_MARROW: &str = "Chronic stress, skull marrow and mood";
/// Title of the pathway of microglia.
pub const MICROGLIA: &str = "Stress, microglia and lost synapses";
/// Title of the pathway of inflammation and drive.
pub const INFLAMMATION_DRIVE: &str = "Inflammation, reward and drive";
/// Title of the overview.
pub const DEPRESSION_OVERVIEW: &str = "Depression across the brain";
/// Title of the pathway of antidepressants.
pub const ANTIDEPRESSANTS: &str = "Antidepressants and plasticity";
/// Title of the atlas.
pub const ATLAS: &str = "Stress, immunity and depression: the atlas";
/// What the atlas is.
pub const ATLAS_SUMMARY: &str = "Five pathways in one, joined where they share a node. Every link keeps all its evidence, for and against, and \
     the more cautious grade where two pathways differ. It is large: search, lenses and the outline help to find a \
     way through.";
/// Lane of the atlas: what lies outside the body.
pub const ATLAS_OUTSIDE: &str = "Life and treatments";
/// Lane of the atlas: the body.
pub const ATLAS_BODY: &str = "Nerves, hormones and gut";
/// Lane of the atlas: blood.
pub const ATLAS_BLOOD: &str = "Blood";
/// Lane of the atlas: marrow.
pub const ATLAS_MARROW: &str = "Bone marrow";
/// Lane of the atlas: where body and brain meet.
pub const ATLAS_BORDERS: &str = "Brain’s borders";
/// Lane of the atlas: cells and chemistry of the brain.
pub const ATLAS_BRAIN_CELLS: &str = "Brain immune cells and chemistry";
/// Lane of the atlas: synapses.
pub const ATLAS_SYNAPSES: &str = "Synapses and transmitters";
/// Lane of the atlas: regions and circuits.
pub const ATLAS_CIRCUITS: &str = "Regions and circuits";
/// Lane of the atlas: what is felt and done.
pub const ATLAS_EXPERIENCE: &str = "Mood and behaviour";
