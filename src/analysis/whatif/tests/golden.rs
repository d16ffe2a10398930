//! What-if on the pathways that come with the program.

use super::*;
