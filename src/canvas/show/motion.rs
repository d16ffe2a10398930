//! What moves by itself: cards to their places, marks to another reading, the signal of a what-if.

use super::signal::Signal;
use crate::{model::Reading, session::Session};

/// How long cards take to a new place, in seconds.
const SETTLE_SECS: f32 = 0.4;
/// How long the marks take from one reading to the other, in seconds.
const READING_SECS: f32 = 0.35;

/// How far everything is that is on its way.
#[derive(Debug, Default)]
pub(crate) struct Motion {
    /// How far cards and lines are on their way to their places, from 0 to 1.
    arrived: f32,
    /// From 0, as the sources show it, to 1, as the article tells it; glides between.
    told: f32,
    pub(crate) signal: Signal,
}

impl Motion {
    /// How far cards and lines are on their way to their places, from 0 to 1.
    pub(crate) fn arrived(&self) -> f32 {
        self.arrived
    }

    /// From 0, as the sources show it, to 1, as the article tells it.
    pub(crate) fn told(&self) -> f32 {
        self.told
    }

    /// Cards and lines of another picture set out for their places, or stand there at once.
    pub(crate) fn set_out(&mut self, glides: bool) {
        self.arrived = if glides { 0.0 } else { 1.0 };
    }

    /// Moves everything on by so many seconds; says whether any of it is still on its way.
    pub(crate) fn advance(&mut self, session: &Session, seconds: f32) -> bool {
        let step = |secs: f32| if session.settings().reduced_motion { 1.0 } else { seconds / secs };
        self.settle(step(SETTLE_SECS));
        self.turn(session.reading(), step(READING_SECS));
        let running = self.signal.advance(session, seconds);
        running || self.arrived < 1.0 || self.told != goal(session.reading())
    }

    /// Moves cards and lines on towards their places.
    fn settle(&mut self, step: f32) {
        self.arrived = (self.arrived + step).min(1.0);
    }

    /// Moves the marks towards the reading that is asked for.
    fn turn(&mut self, reading: Reading, step: f32) {
        self.told += (goal(reading) - self.told).clamp(-step, step);
    }
}

fn goal(reading: Reading) -> f32 {
    if reading == Reading::Told { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::{Action, Command, Settings};

    /// The frames of a 60th of a second until everything rests, and how far cards and marks then are.
    fn frames(motion: &mut Motion, session: &Session) -> (usize, f32, f32) {
        let frames = (0..1_000).take_while(|_| motion.advance(session, 1.0 / 60.0)).count();
        (frames, motion.arrived(), motion.told())
    }

    #[test]
    fn everything_arrives_in_its_time_and_rests() {
        let mut session = Session::new(Settings::default()).0;
        let mut motion = Motion::default();
        motion.set_out(true);
        let (settled, arrived, told) = frames(&mut motion, &session);
        assert_eq!((arrived, told), (1.0, 0.0));
        assert!((settled as f32 / 60.0 - SETTLE_SECS).abs() < 0.04, "{settled} frames");
        session.apply(Action::Run(Command::Reading));
        let (turned, arrived, told) = frames(&mut motion, &session);
        assert_eq!((arrived, told), (1.0, 1.0));
        assert!((turned as f32 / 60.0 - READING_SECS).abs() < 0.04, "{turned} frames");
        assert_eq!(frames(&mut motion, &session), (0, 1.0, 1.0));
    }

    #[test]
    fn with_reduced_motion_everything_is_there_at_once() {
        let settings = Settings { reduced_motion: true, ..Settings::default() };
        let mut session = Session::new(settings).0;
        session.apply(Action::Run(Command::Reading));
        let mut motion = Motion::default();
        motion.set_out(true);
        assert_eq!(frames(&mut motion, &session), (0, 1.0, 1.0));
    }
}
