//! What may be written and yet cannot well be meant: years and days, pins, names and numbers that two records share.

use super::{
    Fix, Severity, Subject,
    check::{Check, plain_name},
    shown,
};
use crate::model::{Node, Source};

/// The years in which a source can have been published, unless the day of the last review says more.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2100;
/// How near two pins can be before one card hides the other, in px at zoom 1; any card is larger.
const NEAR: f64 = 20.0;

impl<'a> Check<'a> {
    pub(super) fn reviewed(&mut self, reviewed: &str) {
        if !reviewed.is_empty() && year_of(reviewed).is_none() {
            let what = format!("“{}” is no day of the calendar", shown(reviewed));
            let hint = "write the day of the last review as year, month and day, such as 2026-11-22".to_owned();
            self.warn(&Subject::Pathway, Some("reviewed"), what, hint);
        }
    }

    /// A source that was not written yet when the pathway was reviewed has a wrong year, or the pathway a wrong day. A year
    /// ahead is common: journals date their issues so.
    pub(super) fn year(&mut self, subject: &Subject, noun: &str, year: i32) {
        let reviewed = year_of(&self.pathway.about().reviewed);
        let (first, last) = (*YEARS.start(), reviewed.map_or(*YEARS.end(), |year| year + 1));
        // Nothing was written where it is 0.
        let why = match year {
            0 => return,
            _ if year < first => "which is no year of a publication",
            _ if year > last && reviewed.is_some() => "which comes after the day of the last review",
            _ if year > last => "which is yet to come",
            _ => return,
        };
        let hint = "write the year of publication, such as year: 2025".to_owned();
        self.warn(subject, Some("year"), format!("the year of {noun} is {year}, {why}"), hint);
    }

    /// One work under two ids would count twice.
    pub(super) fn cited_twice(&mut self, subject: &Subject, source: &'a Source) {
        let numbers = [("doi", "DOI", &source.doi), ("pmid", "PubMed number", &source.pmid)];
        for (field, name, number) in numbers {
            let Some(number) = number.as_ref().filter(|number| !number.is_empty()) else { continue };
            let first = *self.numbers.entry((field, number.to_lowercase())).or_insert(source.id.as_str());
            if first != source.id.as_str() {
                let id = shown(source.id.as_str());
                let what = format!("the sources “{}” and “{id}” have the same {name}", shown(first));
                self.warn(subject, Some(field), what, format!("make them one source, or correct the {name}"));
                self.offer(Fix::JoinSource(first.into()), format!("Make it one with “{}”", shown(first)));
            }
        }
    }

    /// A name must lead to one node.
    pub(super) fn other_names(&mut self, subject: &Subject, noun: &str, node: &'a Node) {
        for (item, alias) in node.aliases.iter().enumerate() {
            let Some(other) = self.names.get(&plain_name(alias)).filter(|other| other.id != node.id) else { continue };
            let which = if plain_name(&other.label) == plain_name(alias) { "the label" } else { "another name" };
            let other = shown(other.id.as_str());
            let what = format!("“{}”, another name of {noun}, is {which} of the node “{other}”", shown(alias));
            let hint = "give it to one of the two only".to_owned();
            self.push(Severity::Warning, subject, (Some("aliases"), Some(item)), what, hint);
            self.offer(Fix::RemoveAlias(item), "Take the name out here");
        }
    }

    /// Cards that are pinned to one spot hide one another.
    pub(super) fn pin(&mut self, subject: &Subject, noun: &str, node: &'a Node) {
        let Some((x, y)) = node.at else { return };
        let square = ((x / NEAR).floor() as i64, (y / NEAR).floor() as i64);
        let around = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (square.0 + dx, square.1 + dy)));
        let near = |other: &&&Node| other.at.is_some_and(|(u, v)| (x - u).abs() < NEAR && (y - v).abs() < NEAR);
        let hidden = around.filter_map(|place| self.pins.get(&place)).find(near).copied();
        if let Some(other) = hidden.filter(|other| other.id != node.id) {
            let what = format!("{noun} is pinned to the spot of the node “{}”", shown(other.id.as_str()));
            self.warn(subject, Some("at"), what, "move one of the two, or leave out its at".to_owned());
            self.offer(Fix::Unpin, "Take the pin off");
        }
        self.pins.entry(square).or_insert(node);
    }
}

/// The year of a day that is written as `YYYY-MM-DD` and that the calendar has.
pub(crate) fn year_of(day: &str) -> Option<i32> {
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let mut parts = day.split('-');
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || [year, month, date].map(str::len) != [4, 2, 2] {
        return None;
    }
    let (year, month, date) = (number(year)?, number(month)?, number(date)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    (1..=days).contains(&date).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::year_of;

    #[test]
    fn days_are_those_of_the_calendar() {
        for day in ["2026-11-22", "2024-02-29", "2000-02-29", "1999-12-31"] {
            assert!(year_of(day).is_some(), "{day}");
        }
        let wrong =
            ["2026-13-01", "2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-1-1", "22.11.2026", "2026"];
        for day in wrong {
            assert!(year_of(day).is_none(), "{day}");
        }
    }
}
