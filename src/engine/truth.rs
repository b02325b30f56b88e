//! Yes, no or unknown, and how these combine (Kleene's strong logic: unknown only where it could go both ways).

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    /// Holds, whatever the missing answers are.
    Yes,
    /// Does not hold, whatever the missing answers are.
    No,
    /// Depends on missing answers, or may do so.
    Unknown,
}

impl Truth {
    /// From what is possible: holding, not holding, or both.
    pub fn of(can_hold: bool, can_fail: bool) -> Self {
        match (can_hold, can_fail) {
            (true, true) => Self::Unknown,
            (true, false) => Self::Yes,
            _ => Self::No,
        }
    }

    /// Both hold.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// At least one holds.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// Holds or may hold.
    pub fn possible(self) -> bool {
        self != Self::No
    }

    /// Certainly holds.
    pub fn certain(self) -> bool {
        self == Self::Yes
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}
