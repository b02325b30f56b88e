//! The form of coverage for scripts. Members are added, never renamed or taken away.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::muteer::Mutated;
use super::{Shown, change, gap};
use crate::answer::Answers;
use crate::assessment::ProblemForm;
use crate::commands::vragenlijst::flow;
use crate::coverage::{Coverage, Goal, Sort, Tally};
use crate::mutation::{Fate, Mutant};
use crate::problem::{Place, Problem};
use crate::questionnaire::Questionnaire;
use crate::text::nl;

/// What `dekking --formaat json` prints.
#[derive(Serialize, JsonSchema)]
pub(super) struct Form {
    /// The lists, in the order in which they were named.
    pub(super) lijsten: Vec<ListForm>,
}

/// One list.
#[derive(Serialize, JsonSchema)]
pub(super) struct ListForm {
    /// Its id.
    lijst: String,
    /// Its version; null where it could not be read.
    versie: Option<String>,
    /// How many worked cases it has.
    gevallen: usize,
    /// What they show; null where the list or its cases hold faults, and with `--muteer`.
    dekking: Option<CoverageForm>,
    /// Which small changes they notice; only with `--muteer`, and null where a case does not come out as it should.
    wijzigingen: Option<MutationForm>,
    /// What is wrong with the list or its cases.
    problemen: Vec<ProblemForm>,
}

#[derive(Serialize, JsonSchema)]
struct CoverageForm {
    voorwaarden: TallyForm,
    regels: TallyForm,
    banden: TallyForm,
    antwoorden: TallyForm,
    samen: TallyForm,
    /// In whole percents, rounded down.
    procent: usize,
    /// What no case shows.
    zonder_geval: Vec<GapForm>,
    /// What is proven never to happen, and is not counted.
    kan_nooit: Vec<GapForm>,
}

#[derive(Serialize, JsonSchema)]
struct TallyForm {
    gezien: usize,
    alle: usize,
}

#[derive(Serialize, JsonSchema)]
struct GapForm {
    /// `voorwaarden`, `regels`, `banden` or `antwoorden`.
    #[schemars(extend("enum" = ["voorwaarden", "regels", "banden", "antwoorden"]))]
    soort: &'static str,
    /// The id of the question, part or derived value; null for `niet_toepasbaar`.
    van: Option<String>,
    /// What no case shows, for a person.
    melding: String,
    /// Where it stands: file:line:column.
    plaats: String,
    /// Answers that show it, and their day; null where none were found.
    voorbeeld: Option<ExampleForm>,
}

#[derive(Serialize, JsonSchema)]
struct ExampleForm {
    datum: String,
    antwoorden: Json,
}

#[derive(Serialize, JsonSchema)]
struct MutationForm {
    opgemerkt: usize,
    gemist: usize,
    onbekend: usize,
    /// Not counted: nothing comes out otherwise, whatever is answered.
    zonder_gevolg: usize,
    /// Noticed, of all that are not without effect, in whole percents, rounded down.
    procent: usize,
    /// Every change.
    alle: Vec<ChangeForm>,
}

#[derive(Serialize, JsonSchema)]
struct ChangeForm {
    /// The id of the question, part, derived value or number; null for `niet_toepasbaar`.
    van: Option<String>,
    /// What is changed, for a person.
    wijziging: String,
    /// Where it stands: file:line:column.
    plaats: String,
    /// `opgemerkt`, `gemist`, `onbekend` or `zonder_gevolg`.
    #[schemars(extend("enum" = ["opgemerkt", "gemist", "onbekend", "zonder_gevolg"]))]
    lot: &'static str,
    /// Answers that show it, and their day.
    voorbeeld: Option<ExampleForm>,
}

/// The schema of all this.
pub(in crate::commands) fn schema() -> Json {
    let text = &nl().schema;
    crate::schema::report::<Form>("dekking", text.coverage(), text.coverage_about())
}

impl ListForm {
    pub(super) fn of(shown: &Shown, mutated: Option<&Mutated>) -> Self {
        let list = &shown.read.list;
        Self {
            lijst: shown.id.clone(),
            versie: Some(list.version.version.clone()),
            gevallen: shown.read.cases.len(),
            dekking: shown
                .coverage
                .as_ref()
                .map(|one| CoverageForm::of(list, one)),
            wijzigingen: mutated.map(|made| MutationForm::of(list, made)),
            problemen: Vec::new(),
        }
    }

    pub(super) fn faulty(id: &str, problems: &[Problem]) -> Self {
        Self {
            lijst: id.to_owned(),
            versie: None,
            gevallen: 0,
            dekking: None,
            wijzigingen: None,
            problemen: problems.iter().map(problem).collect(),
        }
    }
}

impl CoverageForm {
    fn of(list: &Questionnaire, coverage: &Coverage) -> Self {
        let tally = |sort| TallyForm::of(coverage.tally(sort));
        Self {
            voorwaarden: tally(Sort::Branch),
            regels: tally(Sort::Row),
            banden: tally(Sort::Band),
            antwoorden: tally(Sort::Answer),
            samen: TallyForm::of(coverage.whole()),
            procent: coverage.whole().percent(),
            zonder_geval: coverage
                .gaps
                .iter()
                .map(|one| gap_form(list, &one.goal, one.example.as_ref()))
                .collect(),
            kan_nooit: coverage
                .never
                .iter()
                .map(|goal| gap_form(list, goal, None))
                .collect(),
        }
    }
}

impl MutationForm {
    fn of(list: &Questionnaire, made: &Mutated) -> Self {
        let score = made.score;
        let changes = made.changes.iter();
        Self {
            opgemerkt: score.noticed,
            gemist: score.missed,
            onbekend: score.unknown,
            zonder_gevolg: score.same,
            procent: score.percent(),
            alle: changes
                .map(|(mutant, fate)| change_form(list, mutant, fate))
                .collect(),
        }
    }
}

fn change_form(list: &Questionnaire, mutant: &Mutant, fate: &Fate) -> ChangeForm {
    ChangeForm {
        van: (!mutant.of.is_empty()).then(|| mutant.of.clone()),
        wijziging: change::words(list, mutant),
        plaats: place(&mutant.place),
        lot: match fate {
            Fate::Noticed => "opgemerkt",
            Fate::Missed(..) => "gemist",
            Fate::Unknown => "onbekend",
            Fate::Same => "zonder_gevolg",
        },
        voorbeeld: match fate {
            Fate::Missed(answers, day) => Some(ExampleForm {
                datum: day.to_string(),
                antwoorden: flow::tree(list, answers),
            }),
            _ => None,
        },
    }
}

impl TallyForm {
    fn of(tally: Tally) -> Self {
        Self {
            gezien: tally.seen,
            alle: tally.all,
        }
    }
}

fn gap_form(list: &Questionnaire, goal: &Goal, example: Option<&(Answers, NaiveDate)>) -> GapForm {
    GapForm {
        soort: match goal.what.sort() {
            Sort::Branch => "voorwaarden",
            Sort::Row => "regels",
            Sort::Band => "banden",
            Sort::Answer => "antwoorden",
        },
        van: (!goal.of.is_empty()).then(|| goal.of.clone()),
        melding: nl().coverage.no_case(gap::missing(list, goal)),
        plaats: place(&goal.place),
        voorbeeld: example.map(|(answers, day)| ExampleForm {
            datum: day.to_string(),
            antwoorden: flow::tree(list, answers),
        }),
    }
}

fn problem(problem: &Problem) -> ProblemForm {
    ProblemForm {
        code: problem.code.code().to_owned(),
        melding: problem.message.clone(),
        tip: problem.tip.clone(),
        plaats: place(&problem.place),
    }
}

pub(super) fn place(place: &Place) -> String {
    format!("{}:{}:{}", place.file, place.line, place.column)
}
