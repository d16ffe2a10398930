//! Every distance that a drawing keeps, in px at zoom 1.
//!
//! The same pair of things often has several: what a column asks for before anything is known about its neighbours,
//! what the finished drawing must keep at least, and what is foreseen in an estimate. Where they differ the line says
//! why. What an author may set stands in `Options`.

// Above and below, while columns are stacked: every item of a column keeps away from the next one in it.

/// Two lines in one column.
pub(crate) const COLUMN_LINE_GAP: f64 = 10.0;
/// A line and a card in one column.
pub(crate) const COLUMN_CARD_GAP: f64 = 12.0;
/// What a line may lose of either when it steps out of another one's way.
pub(crate) const TIGHT: f64 = 4.0;
/// A line and the edge of the drawing.
pub(crate) const EDGE: f64 = 8.0;
/// A long link that is led again and whatever it passes in a column, as far as there is room: where it then runs is
/// found anew by the gaps above.
pub(crate) const LED_GAP: f64 = 10.0;

// Above and below, in the finished drawing: whatever stands above something else, whichever column it came from.

/// Two lines; a little less than in columns, so that what stands right already is not moved for a hair.
pub(crate) const PRESSED_LINE_GAP: f64 = 9.0;
/// A line and a card; less than in columns for the same reason.
pub(crate) const PRESSED_CARD_GAP: f64 = 11.0;
/// Two cards further apart than this from left to right need no distance from above to below.
pub(crate) const CARD_REACH: f64 = 13.4;
/// The same for a line and anything else; lines may pass much nearer.
pub(crate) const LINE_REACH: f64 = 7.4;
/// Lines at heights nearer than this must not run side by side.
pub(crate) const NEAR: f64 = 6.0;

// Left and right: risers are the upright pieces of links.

/// Risers of two links: the least of all line gaps, for width is what drawings are short of.
pub(crate) const RISER_GAP: f64 = 6.5;
/// The same where thousands of lines crowd: still to be told apart in an enlarged drawing.
pub(crate) const CROWDED_RISER_GAP: f64 = 2.0;
/// Risers of one link: more than between two links, or its corners would meet.
pub(crate) const OWN_RISER_GAP: f64 = 7.0;
/// A riser and a card.
pub(crate) const RISER_CARD_GAP: f64 = 8.0;
/// Half of the least distance from above to below of lines that pass each other's ends, see `NEAR`.
pub(crate) const LINE_PAD: f64 = 3.0;
/// Height that is kept free above and below a card for what stands left and right of it, at most.
pub(crate) const CARD_PAD: f64 = 9.0;
/// How far right of its cause's centre an effect's centre stands.
pub(crate) const FORWARD: f64 = 8.0;

// Estimates of what a card would see in another row: more than what is kept, because the risers that will stand between
// are not known yet.

/// Two cards, about.
pub(crate) const FORESEEN_CARD_GAP: f64 = 14.0;
/// A line and anything else, about.
pub(crate) const FORESEEN_LINE_GAP: f64 = 8.0;
/// Straight pieces before an effect and after a cause, about: with a line gap more than `LEAD_IN` and `LEAD_OUT`.
pub(crate) const FORESEEN_LEADS: (f64, f64) = (22.0, 10.0);
/// Rows nearer than this are one row.
pub(crate) const OTHER_ROW: f64 = 8.0;

// Where links touch their cards.

/// Two ports at one side, wished for; less where many share a short side.
pub(crate) const PORT_GAP: f64 = 10.0;
/// Two ports, at least, where one of them gives way to make its line straight.
pub(crate) const LEAST_PORT_GAP: f64 = 8.0;
/// A step of a line up to this height is levelled if its port can give way.
pub(crate) const WIGGLE: f64 = 9.0;
/// A port and the corner of its card.
pub(crate) const PORT_CORNER: f64 = 8.0;
/// The same while ports are not known yet: a level this far from the corner will find one.
pub(crate) const LEVEL_CORNER: f64 = 10.0;
/// A riser through a top or bottom and the corner of its card.
pub(crate) const LID_CORNER: f64 = 8.0;

// Straight pieces at cards, where arrow heads and first turns are.

/// After a cause's side, its corner included.
pub(crate) const LEAD_OUT: f64 = 9.0;
/// Before an effect's side: the arrow head as well.
pub(crate) const LEAD_IN: f64 = 18.0;
/// A line that runs straight from side to side.
pub(crate) const LEVEL: f64 = 24.0;
/// From a top or bottom to the first turn, at least, with an arrow head.
pub(crate) const STEP_IN: f64 = 22.0;
/// The same without an arrow head.
pub(crate) const STEP_OUT: f64 = 14.0;
/// The same where a long link is straightened: when it loses `TIGHT` later on, there is still enough.
pub(crate) const STEP: f64 = 26.0;
/// A foreign line and a side that arrows enter, where there is room: the arrow head and some air.
pub(crate) const HEAD_GAP: f64 = 16.0;

// Around the outside of all lanes.

/// Two tracks of a channel.
pub(crate) const TRACK: f64 = 10.0;
/// The innermost track and the cards: room for a corner and an arrow head.
pub(crate) const CHANNEL: f64 = 22.0;

// Corners and loops.

/// Radius of corners at most; smaller than the distance of lines, so that corners do not cross.
pub(crate) const BEND_RADIUS: f64 = 8.0;
/// The same of lines around pinned cards, which may pass each other closely.
pub(crate) const AROUND_RADIUS: f64 = 6.0;
/// The same of a loop over its card, whose first reach is 8.
pub(crate) const LOOP_RADIUS: f64 = 6.0;
/// Height of the smallest loop over a card.
pub(crate) const LOOP_HEIGHT: f64 = 18.0;
/// How much wider and higher each further loop of a card is.
pub(crate) const LOOP_STEP: f64 = 8.0;
/// The highest loop and what is above it.
pub(crate) const LOOP_CLEAR: f64 = 4.0;
/// The widest loop and the corner of its card.
pub(crate) const LOOP_CORNER: f64 = 10.0;

// Pinned cards.

/// A pinned card, and what makes room for it.
pub(crate) const PIN_GAP: f64 = 16.0;
/// A card that makes room and the border of its band.
pub(crate) const PIN_BAND: f64 = 4.0;
/// A free card so near to a pinned one makes room.
pub(crate) const PIN_TOUCH: f64 = 1.0;
/// A line so near to a card that moved is led around it.
pub(crate) const PIN_LINE: f64 = 3.0;
/// The rightmost and lowest cards and the edge of the drawing, where pins have widened it.
pub(crate) const PIN_MARGIN: f64 = 20.0;

/// Lines around cards: distance that is looked for, the least that is kept, and the straight piece at a card; then the
/// same where it is narrow, and where nothing else is left.
pub(crate) const AROUND: [(f64, f64, f64); 3] = [(10.0, 5.0, 20.0), (7.0, 2.5, 13.0), (3.0, 0.5, 5.0)];

// The circle.

/// Two lines side by side, along the rim and inwards.
pub(crate) const RING_LINE_GAP: f64 = 9.0;
/// The cards and the middle, which lines cross.
pub(crate) const RING_CLEAR: f64 = 26.0;
/// Cards keep so much more than half of the usual gap away from each other, for they are not in line.
pub(crate) const RING_PAD: f64 = 6.0;
/// A card and the inner ellipse.
pub(crate) const RING_INNER: f64 = 4.0;
/// A line along the rim and a foreign card, beside one line gap.
pub(crate) const RING_SIDE: f64 = 5.0;
/// A line along the rim, at least: room for an arrow head and something to see.
pub(crate) const RING_LEAST: f64 = 30.0;
