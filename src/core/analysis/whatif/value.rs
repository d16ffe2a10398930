//! What routes say of their end.

/// What a route says of its end: more, less, or, over a link without a sign, neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Value {
    More,
    Less,
    Unsigned,
}

impl Value {
    pub(super) const ALL: [Self; 3] = [Self::More, Self::Less, Self::Unsigned];

    /// The value after both, one behind the other: signs multiply, and what has no sign takes it from the whole.
    pub(super) fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Unsigned, _) | (_, Self::Unsigned) => Self::Unsigned,
            _ if self == other => Self::More,
            _ => Self::Less,
        }
    }

    /// The value of a link by its sign.
    pub(super) fn of(sign: i8) -> Self {
        match sign {
            1 => Self::More,
            -1 => Self::Less,
            _ => Self::Unsigned,
        }
    }
}

/// Which values some routes have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Values(u8);

impl Values {
    pub(super) fn insert(&mut self, value: Value) {
        self.0 |= 1 << value as u8;
    }

    pub(super) fn has(self, value: Value) -> bool {
        self.0 & (1 << value as u8) != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether they leave open which way the change goes.
    pub(super) fn are_undecided(self) -> bool {
        self.has(Value::Unsigned) || (self.has(Value::More) && self.has(Value::Less))
    }

    /// The one value that there is, where there is only one.
    pub(super) fn only(self) -> Option<Value> {
        let mut all = Value::ALL.into_iter().filter(|&value| self.has(value));
        all.next().filter(|_| all.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_multiply_as_signs_do() {
        use Value::{Less, More, Unsigned};
        assert_eq!([More.times(Less), Less.times(Less), Less.times(Unsigned)], [Less, More, Unsigned]);
        let mut values = Values::default();
        values.insert(Less);
        assert_eq!((values.only(), values.are_undecided()), (Some(Less), false));
        values.insert(More);
        assert_eq!((values.only(), values.are_undecided()), (None, true));
    }
}
