//! What a case keeps of each version that went to a reader: who got what for which purpose, on which ground, and which
//! number of theirs is which row of ours. It stands in the journal and nowhere else.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::answer::RowId;

/// One sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The day it was made.
    pub on: NaiveDate,
    /// Which profile of a reader.
    pub profile: String,
    /// The people it was made for, where the profile is for people.
    pub whom: Vec<RowId>,
    /// Which version this is for them, from one.
    pub number: u32,
    /// Who got it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// Why it may.
    pub ground: Ground,
    /// In which form: `docx`.
    pub form: String,
    /// The fingerprint in the plan file that went out, by which a copy that comes back is known.
    pub print: Option<String>,
    /// It left encrypted, to these partners of the address book.
    pub sealed_for: Vec<String>,
    /// The protected values that were released, by row.
    pub released: Vec<RowId>,
    /// What was worded otherwise for this reader, by place: `afspraken/a1/doet`.
    pub reworded: Vec<String>,
    /// What their numbers are here, by kind of row (`afspraken`): `a1` may be `a3`.
    pub rows: BTreeMap<String, BTreeMap<String, RowId>>,
}

impl Shared {
    /// Which reader, with the people it was for: *persoon p2*.
    pub fn reader(&self) -> String {
        let whom = self.whom.iter().map(|row| format!(" {row}"));
        self.profile.clone() + &whom.collect::<String>()
    }
}

/// Why something may be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Veilig Thuis may be told without consent: Wmo 2015, article 5.2.6.
    RightToReport,
    /// Who reads it asked for what is kept about themself, or for a child.
    Access,
    /// Somebody agreed.
    Consent {
        /// Who: a row of the people, or a role.
        from: String,
        /// When.
        on: NaiveDate,
    },
    /// The five points of a conflict of duties were weighed.
    Weighed(Weighed),
}

/// The five points, each in the words of who weighed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weighed {
    /// Which weighty interest speaking serves.
    pub interest: String,
    /// Why there is no other way.
    pub no_other_way: String,
    /// Why consent was not asked, or not given.
    pub no_consent: String,
    /// Why the interest weighs more than silence.
    pub outweighs: String,
    /// To whom, and how much is needed for that.
    pub no_more: String,
}
