//! What one line says of the links that it stands for: one grade, one effect, one badge, and its pill in letters.

use std::borrow::Cow;

use crate::model::{Effect, Grade, Link, Reading};

/// The grade of a line: the strongest of its links.
pub fn grade(links: &[&Link]) -> Grade {
    links.iter().map(|link| link.grade).min().unwrap_or(Grade::X)
}

/// The effects of a line in a reading: every kind that is among its links, once, in the order of the legend; unknown where
/// it stands for none. Never mixed where each of several links is sure of itself: that would say something else.
pub fn effects(links: &[&Link], reading: Reading) -> Vec<Effect> {
    let occurs = |effect: &Effect| links.iter().any(|link| link.effect_in(reading) == *effect);
    if links.is_empty() { vec![Effect::Unknown] } else { Effect::ALL.into_iter().filter(occurs).collect() }
}

/// What the pill of a line says: the grade of its link and the number of its sources, `B · 3`. Nothing where it stands for
/// several: their number is on its badge.
pub fn carries(links: &[&Link]) -> String {
    let [link] = links else { return String::new() };
    let mut sources: Vec<_> = link.evidence.iter().map(|evidence| &evidence.source).collect();
    sources.sort();
    sources.dedup();
    format!("{} · {}", link.grade.name(), sources.len())
}

/// What the badge of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// It stands for so many links.
    Several(usize),
    /// The article tells another effect than the sources show.
    ToldOtherwise,
    /// Some evidence is against the link.
    Disputed,
}

impl Badge {
    /// The badge of a line: how many links it stands for, else what is odd about the one; none where nothing is.
    pub fn of(links: &[&Link]) -> Option<Self> {
        match links {
            [link] if link.told_otherwise() => Some(Self::ToldOtherwise),
            [link] if link.disputed() => Some(Self::Disputed),
            [_] | [] => None,
            links => Some(Self::Several(links.len())),
        }
    }

    /// Its sign.
    pub fn sign(self) -> Cow<'static, str> {
        match self {
            Self::Several(count) => count.to_string().into(),
            Self::ToldOtherwise => "!".into(),
            Self::Disputed => "?".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Design, Evidence, Popular, SourceId, Stance};

    fn link(effect: Effect, grade: Grade, evidence: &[(&str, Stance)]) -> Link {
        let item = |&(source, stance): &(&str, Stance)| Evidence {
            source: SourceId::new(source),
            stance,
            design: Design::Review,
            species: Vec::new(),
            sample: String::new(),
            finding: String::new(),
            locator: None,
            extra: Vec::new(),
        };
        Link { grade, evidence: evidence.iter().map(item).collect(), ..Link::new("a_b", "a", "b", effect) }
    }

    #[test]
    fn a_line_of_one_link_says_what_the_link_says() {
        let mut link =
            link(Effect::Raises, Grade::B, &[("one", Stance::Supports), ("two", Stance::Near), ("one", Stance::Near)]);
        assert_eq!((grade(&[&link]), effects(&[&link], Reading::Shown)), (Grade::B, vec![Effect::Raises]));
        // Sources are counted once, however often they are quoted.
        assert_eq!((carries(&[&link]).as_str(), Badge::of(&[&link])), ("B · 2", None));
        link.evidence[1].stance = Stance::Disputes;
        assert_eq!(Badge::of(&[&link]).map(Badge::sign), Some("?".into()));
        // That it is told otherwise goes before that it is disputed.
        let (effect_told, nothing) = (Effect::Lowers, String::new());
        link.popular = Some(Popular { effect: effect_told, says: nothing.clone(), note: nothing, extra: Vec::new() });
        assert_eq!(Badge::of(&[&link]).map(Badge::sign), Some("!".into()));
        assert_eq!(effects(&[&link], Reading::Told), [Effect::Lowers]);
    }

    #[test]
    fn a_line_of_several_links_says_of_which_kinds_they_are_and_how_many_once() {
        let (b, d) = (link(Effect::Raises, Grade::B, &[]), link(Effect::Raises, Grade::D, &[("one", Stance::Null)]));
        assert_eq!((grade(&[&d, &b]), effects(&[&b, &d], Reading::Shown)), (Grade::B, vec![Effect::Raises]));
        assert_eq!((carries(&[&b, &d]).as_str(), Badge::of(&[&b, &d])), ("", Some(Badge::Several(2))));
        let lowers = link(Effect::Lowers, Grade::A, &[]);
        assert_eq!(effects(&[&lowers, &b, &d], Reading::Shown), [Effect::Raises, Effect::Lowers]);
        assert_eq!(Badge::Several(3).sign(), "3");
    }

    #[test]
    fn a_line_of_no_link_says_that_nothing_is_known() {
        assert_eq!((grade(&[]), effects(&[], Reading::Shown)), (Grade::X, vec![Effect::Unknown]));
        assert_eq!((carries(&[]).as_str(), Badge::of(&[])), ("", None));
    }
}
