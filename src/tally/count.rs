//! The counts themselves: their form as one line of JSON, and how two of them become one.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a tally calls itself, so that it can stand among other lines.
const SORT: &str = "top3-telling";
/// The form of this version.
const FORM: u32 = 1;

/// Exact counts over a run. Sums only: made for adding up, not for publishing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tally {
    /// Always `top3-telling`.
    soort: String,
    /// The form; 1 now. Another number is refused.
    formaat: u32,
    /// How many records there were, of every kind.
    pub records: u64,
    /// Records that `batch` could not assess.
    pub fouten: Faults,
    /// Records that were never assessed: lines with neither outcomes nor faults.
    pub zonder_uitkomst: u64,
    /// Per list, version and content; never added up across these.
    pub lijsten: Vec<ListCounts>,
    /// Per definition of a repeated report; never added up across these.
    pub hermeldingen: Vec<RepeatCounts>,
}

/// Records that could not be assessed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Faults {
    /// How many records.
    pub records: u64,
    /// Per code the number of records with at least one fault of that code. A record can have several.
    pub codes: BTreeMap<String, u64>,
}

/// Which list, in which version, with which content.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Its id.
    pub id: String,
    /// Its version.
    pub versie: String,
    /// SHA-256 of its canonical checked form with all it uses.
    pub sha256: String,
}

/// The counts of one list in one version with one content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCounts {
    /// Which; null where the lines did not say.
    pub vragenlijst: Option<Origin>,
    /// The days for which the records were assessed, as far as their lines say: what follows from answers may depend on it.
    #[serde(default)]
    pub dagen: BTreeSet<String>,
    /// The records to which the list applies.
    pub records: u64,
    /// The records to which it does not, by the reason that the list gives. They count nowhere else.
    pub niet_toepasbaar: BTreeMap<String, u64>,
    /// Per derived value.
    pub uitkomsten: BTreeMap<String, Outcome>,
    /// The answers; null where they were not given.
    pub antwoorden: Option<Answers>,
}

/// What came out of one derived value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Per level or number, in how many records it is certain.
    pub vast: BTreeMap<String, u64>,
    /// In how many records it is certain that there is no value.
    pub geen: u64,
    /// In how many records it is open. These count as no level at all.
    pub open: u64,
    /// Of the open records: per level or number, in how many it is still possible.
    pub mogelijk: BTreeMap<String, u64>,
    /// Of the open records: in how many it is still possible that there is no value.
    pub mogelijk_geen: u64,
}

/// The answers of the records to which the list applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Of how many records the answers were looked at.
    pub records: u64,
    /// Per question; a question in rows is `lijst/vraag`.
    pub vragen: BTreeMap<String, Answered>,
}

/// What was answered to one question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// Per answer the number of records. Texts, dates, persons and numbers without a range are only `(ingevuld)`; no choices or no rows are `(geen)`.
    pub waarden: BTreeMap<String, u64>,
    /// Whether a record can count under more than one of these: a question with several choices, or one in rows, where a
    /// record counts once under every answer that stands in at least one of its rows.
    pub meer: bool,
    /// *onbekend*
    pub onbekend: u64,
    /// *geweigerd*
    pub geweigerd: u64,
    /// *nvt*
    pub nvt: u64,
    /// The question belongs, or may belong, and has no answer.
    pub niet_gesteld: u64,
    /// Other answers rule the question out. An answer that is there all the same does not count.
    pub niet_aan_de_orde: u64,
}

/// Which earlier reports make a report a repeated one.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Earlier {
    /// Those of every reporter.
    Alle,
    /// Only those that count themselves: not of the reporters that are left out.
    Zonder,
}

/// What one unique report is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Unique {
    /// All records of one pseudonym on one day.
    Dag,
    /// All records of one pseudonym in one calendar year.
    Pseudoniem,
}

/// Repeated reports under one definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepeatCounts {
    /// How far back an earlier report counts: `12m`, `365d`.
    pub binnen: String,
    /// The reporters that are left out, in order.
    pub zonder: Vec<String>,
    /// Which earlier reports count.
    pub eerder: Earlier,
    /// What one unique report is.
    pub per: Unique,
    /// Records without a pseudonym or without a readable date. They count in no year.
    pub zonder_gegevens: u64,
    /// Per calendar year of the report.
    pub jaren: BTreeMap<String, Year>,
}

/// The reports of one calendar year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Year {
    /// Records with a pseudonym and a date.
    pub records: u64,
    /// Of these: records that do not say who reported, where reporters are left out.
    pub zonder_melder: u64,
    /// Unique reports.
    pub uniek: u64,
    /// Of these: repeated reports; per pseudonym those with at least one.
    pub hermeldingen: u64,
    /// Unique reports with at least one known reporter who is not left out.
    pub uniek_zonder: u64,
    /// Of these: repeated reports.
    pub hermeldingen_zonder: u64,
}

/// Why a line is no tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is in the form of another version.
    OtherForm,
    /// It is not what it says it is.
    Broken,
}

/// Two parts both count repeated reports under one definition: right only where no pseudonym stands in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap;

impl Default for Tally {
    fn default() -> Self {
        Self {
            soort: SORT.to_owned(),
            formaat: FORM,
            records: 0,
            fouten: Faults::default(),
            zonder_uitkomst: 0,
            lijsten: Vec::new(),
            hermeldingen: Vec::new(),
        }
    }
}

impl Tally {
    /// What a tally calls itself.
    pub const SORT: &str = SORT;

    /// Reads one line.
    pub fn read(line: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Form {
            formaat: u32,
        }
        let form: Form = serde_json::from_str(line).map_err(|_| Unreadable::Broken)?;
        if form.formaat != FORM {
            return Err(Unreadable::OtherForm);
        }
        let read: Self = serde_json::from_str(line).map_err(|_| Unreadable::Broken)?;
        // In order, and each list once, whoever wrote it.
        let mut tally = Self::default();
        tally.add(read);
        Ok(tally)
    }

    /// As one line, without its end.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether another tally counts repeated reports under a definition that this one counts too.
    pub fn overlaps(&self, other: &Self) -> Option<Overlap> {
        let same = |one: &RepeatCounts| {
            other
                .hermeldingen
                .iter()
                .any(|two| two.rule() == one.rule())
        };
        self.hermeldingen.iter().any(same).then_some(Overlap)
    }

    /// Adds another part of the run. That of pseudonyms which may stand in both parts is the caller's to look at first:
    /// [`Tally::overlaps`].
    pub fn merge(&mut self, other: Self) {
        self.add(other);
    }

    /// The counts of a list, made where there are none yet.
    pub fn list(&mut self, origin: Option<&Origin>) -> &mut ListCounts {
        let found = self
            .lijsten
            .binary_search_by(|one| one.vragenlijst.as_ref().cmp(&origin));
        let at = found.unwrap_or_else(|at| {
            let fresh = ListCounts {
                vragenlijst: origin.cloned(),
                ..ListCounts::default()
            };
            self.lijsten.insert(at, fresh);
            at
        });
        &mut self.lijsten[at]
    }

    /// Adds repeated reports.
    pub fn repeats(&mut self, counts: RepeatCounts) {
        let found = self
            .hermeldingen
            .binary_search_by(|one| one.rule().cmp(&counts.rule()));
        match found {
            Ok(at) => self.hermeldingen[at].add(counts),
            Err(at) => self.hermeldingen.insert(at, counts),
        }
    }

    fn add(&mut self, other: Self) {
        plus(&mut self.records, other.records);
        plus(&mut self.fouten.records, other.fouten.records);
        each(&mut self.fouten.codes, other.fouten.codes);
        plus(&mut self.zonder_uitkomst, other.zonder_uitkomst);
        for list in other.lijsten {
            self.list(list.vragenlijst.as_ref()).add(list);
        }
        for counts in other.hermeldingen {
            self.repeats(counts);
        }
    }
}

impl ListCounts {
    fn add(&mut self, other: Self) {
        self.dagen.extend(other.dagen);
        plus(&mut self.records, other.records);
        each(&mut self.niet_toepasbaar, other.niet_toepasbaar);
        for (id, outcome) in other.uitkomsten {
            self.uitkomsten.entry(id).or_default().add(outcome);
        }
        if let Some(answers) = other.antwoorden {
            let own = self.antwoorden.get_or_insert_default();
            plus(&mut own.records, answers.records);
            for (id, answered) in answers.vragen {
                own.vragen.entry(id).or_default().add(answered);
            }
        }
    }
}

impl Outcome {
    fn add(&mut self, other: Self) {
        each(&mut self.vast, other.vast);
        plus(&mut self.geen, other.geen);
        plus(&mut self.open, other.open);
        each(&mut self.mogelijk, other.mogelijk);
        plus(&mut self.mogelijk_geen, other.mogelijk_geen);
    }
}

impl Answered {
    fn add(&mut self, other: Self) {
        each(&mut self.waarden, other.waarden);
        self.meer |= other.meer;
        plus(&mut self.onbekend, other.onbekend);
        plus(&mut self.geweigerd, other.geweigerd);
        plus(&mut self.nvt, other.nvt);
        plus(&mut self.niet_gesteld, other.niet_gesteld);
        plus(&mut self.niet_aan_de_orde, other.niet_aan_de_orde);
    }
}

impl RepeatCounts {
    /// The definition.
    fn rule(&self) -> (&str, &[String], Earlier, Unique) {
        (&self.binnen, &self.zonder, self.eerder, self.per)
    }

    fn add(&mut self, other: Self) {
        plus(&mut self.zonder_gegevens, other.zonder_gegevens);
        for (year, counts) in other.jaren {
            let own = self.jaren.entry(year).or_default();
            plus(&mut own.records, counts.records);
            plus(&mut own.zonder_melder, counts.zonder_melder);
            plus(&mut own.uniek, counts.uniek);
            plus(&mut own.hermeldingen, counts.hermeldingen);
            plus(&mut own.uniek_zonder, counts.uniek_zonder);
            plus(&mut own.hermeldingen_zonder, counts.hermeldingen_zonder);
        }
    }
}

/// Adds; a file made to overflow stays at the end of the numbers.
pub(super) fn plus(to: &mut u64, more: u64) {
    *to = to.saturating_add(more);
}

fn each(to: &mut BTreeMap<String, u64>, more: BTreeMap<String, u64>) {
    for (key, count) in more {
        plus(to.entry(key).or_default(), count);
    }
}
