//! Cases with a word of its own in every text, and who may read which: said anew here, by the meaning of each question and
//! apart from the code that builds a version.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use top3::answer::{Answer, Key, RowId, Rows, Value};
use top3::questionnaire::reader::Reader;
use top3::questionnaire::{Kind, QuestionId, QuestionIx, Role};
use top3::reader::Whom;

use super::super::plan::cases::{Case, answer, example};

/// So many rounds: few in an ordinary run, as many as wished with `RONDEN`.
pub fn rounds(few: u32) -> u32 {
    let said = std::env::var("RONDEN").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(few)
}

/// Something done to a case at random.
pub type Change = (Index, Index, u8);

pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    prop::collection::vec((any::<Index>(), any::<Index>(), any::<u8>()), 0..24)
}

/// The examples, with what nobody may read.
pub fn started(which: usize) -> Case {
    static CASES: LazyLock<[Case; 3]> = LazyLock::new(|| {
        ["hulp-en-plan", "acuut-onveilig", "later-fasen"].map(|name| {
            let mut case = example(name);
            protect(&mut case);
            case
        })
    });
    CASES[which % 3].clone()
}

/// What is protected, and how else it may be written.
pub const PROTECTED: [(&str, &str, &[&str]); 4] = [
    (
        "adres",
        "Qwertzlaan 47, 9876 ZX Xandrodorp",
        &[
            "qwertzlaan",
            "QWERTZ-LAAN 47",
            "Qwertzln 47",
            "9876zx",
            "9 8 7 6 z x",
            "9876-ZX",
            "in Xandrodorp",
            "xandro-dorp",
        ],
    ),
    (
        "telefoon",
        "06-98127634",
        &[
            "0698127634",
            "+31 6 98 12 76 34",
            "06 9812 7634",
            "(06)98.12.76.34",
        ],
    ),
    (
        "kenteken",
        "XZ-918-Q",
        &["xz918q", "X Z 9 1 8 Q", "XZ 918 Q"],
    ),
    (
        "school",
        "basisschool De Zuidwesterbloem",
        &[
            "de zuidwesterbloem",
            "Zuidwester-bloem",
            "OBS ZUIDWESTERBLOEM",
        ],
    ),
];

/// Puts the protected values in the list for them, where the list of this case has one.
fn protect(case: &mut Case) {
    let Some(at) = case.list.by_role(Role::ProtectedValues) else {
        return;
    };
    let list = case.list.question(at).id.clone();
    let chosen = Value::Choices(vec!["delen".into()]);
    answer(case, "hulplijsten", chosen);
    let ids = (1..=PROTECTED.len()).map(|at| RowId(format!("b{at}")));
    let rows = Rows {
        ids: ids.collect(),
        complete: true,
    };
    case.answers.set_rows(list.clone(), rows);
    for (at, (kind, value, _)) in PROTECTED.iter().enumerate() {
        answer(
            case,
            &format!("{list}/b{}/soort_gegeven", at + 1),
            Value::Choice((*kind).into()),
        );
        answer(
            case,
            &format!("{list}/b{}/gegeven", at + 1),
            Value::Text((*value).to_owned()),
        );
    }
}

/// Other choices, other people in a row: whatever the list allows.
pub fn change(case: &mut Case, changes: &[Change]) {
    let questions: Vec<QuestionIx> = case
        .list
        .question_indexes()
        .filter(|at| {
            let kind = &case.list.question(*at).kind;
            matches!(
                kind,
                Kind::YesNo { .. } | Kind::Choice { .. } | Kind::Person { .. }
            )
        })
        .collect();
    for (which, row, pick) in changes {
        let question = case.list.question(*which.get(&questions)).clone();
        // The names of the people stay as they are: roles.
        let row = match question.parent {
            None => None,
            Some(parent) => {
                let rows = case.answers.rows(&case.list.question(parent).id);
                let ids = rows.map_or(Vec::new(), |rows| rows.ids.clone());
                if ids.is_empty() {
                    continue;
                }
                Some(row.get(&ids).clone())
            }
        };
        let pick = usize::from(*pick);
        let value = match &question.kind {
            Kind::Choice { options } => Value::Choice(options[pick % options.len()].id.clone()),
            Kind::Person { .. } => {
                let people = people(case);
                let chosen = people.iter().enumerate();
                let chosen = chosen.filter(|(at, _)| pick >> (at % 8) & 1 == 1);
                Value::Rows(chosen.map(|(_, row)| row.clone()).collect())
            }
            _ => [Value::Yes, Value::No, Value::Unknown][pick % 3].clone(),
        };
        let key = Key {
            question: question.id.clone(),
            row,
        };
        case.answers.set(key, Answer::from(value));
    }
}

fn people(case: &Case) -> Vec<RowId> {
    let at = case.list.by_role(Role::Persons).unwrap();
    let rows = case.answers.rows(&case.list.question(at).id);
    rows.map_or(Vec::new(), |rows| rows.ids.clone())
}

/// Puts a word of its own in every text and in a remark beside each, but for what is protected. Gives the word by place.
pub fn plant(case: &mut Case, mark: &str) -> BTreeMap<Key, String> {
    let keys: Vec<Key> = case.answers.iter().map(|(key, _)| key.clone()).collect();
    let mut words = BTreeMap::new();
    let protected = case.list.by_role(Role::ProtectedValue);
    for (at, key) in keys.into_iter().enumerate() {
        let question = case.list.find(&key.question.0);
        if question == protected && protected.is_some() {
            continue;
        }
        let old = case.answers.get(&key.question, key.row.as_ref()).unwrap();
        let mut new = old.clone();
        new.note = Some(format!("qznt{mark}{at:04}x"));
        if matches!(old.value, Value::Text(_)) {
            let word = format!("qzmk{mark}{at:04}x");
            new.value = Value::Text(word.clone());
            words.insert(key.clone(), word);
        }
        case.answers.set(key, new);
    }
    words
}

/// Which question is which field of which part.
const FIELDS: &[(&str, &str, Role)] = &[
    ("afspraken", "doet", Role::AgreementDoes),
    ("afspraken", "wanneer", Role::AgreementWhen),
    ("afspraken", "zichtbaar_aan", Role::AgreementSeenBy),
    ("afspraken", "hoe_vaak", Role::AgreementHowOften),
    ("afspraken", "als_het_niet_lukt", Role::AgreementIfNot),
    ("voorwaarden", "tekst", Role::SafetyConditionText),
    ("kinderen", "tekst", Role::ChildLineText),
    ("noodplan", "bellen", Role::PlanEmergencyCalls),
    ("noodplan", "doen", Role::PlanEmergencySteps),
    ("noodplan", "kinderen", Role::PlanEmergencyChildren),
    ("signalen", "wat", Role::EarlySignWhat),
    ("signalen", "doet", Role::EarlySignDoes),
    ("top3", "wat", Role::SituationWhat),
    ("top3", "gevolg", Role::SituationEffect),
    ("top3", "reden", Role::SituationReason),
    ("top3", "bron", Role::SituationSource),
    ("als_het_misgaat", "wanneer", Role::EscalationWhen),
    ("als_het_misgaat", "stap", Role::EscalationStep),
    ("incidenten", "wat", Role::IncidentWhat),
    ("incidenten", "gedaan", Role::IncidentDone),
    ("risicofactoren", "wat", Role::RiskFactorWhat),
    ("risicofactoren", "werkt_op", Role::RiskFactorActsOn),
    ("risicofactoren", "hulp", Role::RiskFactorHelp),
    ("herstel", "wat", Role::RecoveryWhat),
    ("herstel", "hulp", Role::RecoveryHelp),
    ("regie", "wie", Role::DirectorWho),
    ("regie", "organisatie", Role::DirectorOrganisation),
    ("regie", "vervanger", Role::DirectorDeputy),
    ("veiligheidscijfers", "reden", Role::MeasurementReason),
    ("akkoord", "reden", Role::ConsentReason),
    ("nazorg", "contact", Role::AftercareContact),
    ("nazorg", "signalen", Role::AftercareSigns),
    ("aanleiding", "", Role::PlanOccasion),
    ("waar_we_bang_voor_zijn", "", Role::PlanFear),
    ("wat_goed_gaat", "", Role::PlanStrengths),
    ("netwerk", "", Role::PlanNetwork),
    ("toezicht", "", Role::PlanSupervision),
    ("verschil_van_inzicht", "", Role::PlanDifferences),
    ("besproken", "", Role::PlanDiscussed),
];

/// The places that this reader may read: named by the profile, and about the reader where only that is named.
pub fn may_read(case: &Case, reader: &Reader, whom: &Whom) -> BTreeSet<Key> {
    let mut all = BTreeSet::new();
    for takes in reader.parts.iter().filter_map(|part| part.takes.as_ref()) {
        for (part, field, role) in FIELDS {
            let named = takes.fields.iter().any(|(name, _)| name == field);
            let in_part =
                *part == takes.part || (*part == "top3" && takes.part == "andere_situaties");
            if !in_part || !(named || (field.is_empty() && takes.fields.is_empty())) {
                continue;
            }
            let Some(at) = case.list.by_role(*role) else {
                continue;
            };
            let question = case.list.question(at);
            for (key, _) in case
                .answers
                .iter()
                .filter(|(key, _)| key.question == question.id)
            {
                let own = key
                    .row
                    .as_ref()
                    .is_none_or(|row| is_own(case, *role, row, whom));
                if !takes.own || own {
                    all.insert(key.clone());
                }
            }
        }
    }
    all
}

fn chosen(case: &Case, role: Role, row: &RowId) -> Vec<String> {
    let Some(at) = case.list.by_role(role) else {
        return Vec::new();
    };
    let id: &QuestionId = &case.list.question(at).id;
    match case.answers.get(id, Some(row)).map(|answer| &answer.value) {
        Some(Value::Rows(rows)) => rows.iter().map(|row| row.0.clone()).collect(),
        _ => Vec::new(),
    }
}

fn is_own(case: &Case, role: Role, row: &RowId, whom: &Whom) -> bool {
    let mine = |people: Vec<String>| people.iter().any(|one| whom.has(one));
    let only_mine =
        |people: Vec<String>| !people.is_empty() && people.iter().all(|one| whom.has(one));
    let agreement = |row: &RowId| {
        mine(chosen(case, Role::AgreementWho, row))
            || mine(chosen(case, Role::AgreementChecker, row))
    };
    match role.list() {
        Some(Role::Agreements) => agreement(row),
        Some(Role::SafetyConditions) => {
            let at = case.list.by_role(Role::Agreements).unwrap();
            let rows = case.answers.rows(&case.list.question(at).id);
            let rows = rows.map_or(Vec::new(), |rows| rows.ids.clone());
            rows.iter()
                .filter(|one| agreement(one))
                .any(|one| chosen(case, Role::AgreementAt, one).contains(&row.0))
        }
        Some(Role::ChildLines) => {
            only_mine(chosen(case, Role::ChildLineWho, row))
                && (whom.here || whom.people.len() == 1)
        }
        Some(Role::EarlySigns) => only_mine(chosen(case, Role::EarlySignWho, row)),
        _ => false,
    }
}
