//! What moved in the safety plan: its situations, conditions and agreements by their permanent ids.

use super::Side;
use crate::plan::{self, Audience, Made, Plan};
use crate::questionnaire::Role;

/// The parts of a plan that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// What must stop.
    Situation,
    /// What must be true.
    Condition,
    /// Who does what.
    Agreement,
}

/// How one of them differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanHow {
    /// It came.
    New,
    /// It went.
    Gone,
    /// These of its fields differ, by the role of their question.
    Changed(Vec<Role>),
}

/// One thing in the plan that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChange {
    /// What it is.
    pub part: PlanPart,
    /// Its permanent id.
    pub id: plan::Id,
    /// How it differs.
    pub how: PlanHow,
    /// What it says: now, or then where it is gone; empty where it says nothing yet.
    pub text: String,
}

/// What moved in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanMove {
    /// Whether a plan belonged, then and now.
    pub belongs: (bool, bool),
    /// What differs; nothing where there was or is no plan.
    pub changes: Vec<PlanChange>,
}

impl PlanMove {
    /// Whether nothing moved.
    pub fn is_empty(&self) -> bool {
        self.belongs.0 == self.belongs.1 && self.changes.is_empty()
    }
}

/// Compares the plans that the two assessments hold.
pub(super) fn moves(then: &Side<'_>, now: &Side<'_>) -> PlanMove {
    let build = |side: &Side<'_>| {
        let made = Made {
            on: side.on,
            number: 1,
            audience: Audience::Team,
        };
        plan::build(&side.view(), made)
    };
    let (before, after) = (build(then), build(now));
    let belongs = (before.is_some(), after.is_some());
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let mut changes = Vec::new();
    for part in [
        PlanPart::Situation,
        PlanPart::Condition,
        PlanPart::Agreement,
    ] {
        compare(
            part,
            &lines(&before, part),
            &lines(&after, part),
            &mut changes,
        );
    }
    PlanMove { belongs, changes }
}

/// One thing of a plan as what is compared: its fields by role.
struct Line {
    id: plan::Id,
    text: String,
    fields: Vec<(Role, String)>,
}

fn compare(part: PlanPart, then: &[Line], now: &[Line], changes: &mut Vec<PlanChange>) {
    let mut add = |line: &Line, how| {
        changes.push(PlanChange {
            part,
            id: line.id.clone(),
            how,
            text: line.text.clone(),
        });
    };
    for line in now {
        match then.iter().find(|other| other.id == line.id) {
            None => add(line, PlanHow::New),
            Some(before) if before.fields != line.fields => {
                let differs = line.fields.iter().zip(&before.fields);
                let differs = differs.filter(|(now, then)| now != then);
                let roles = differs.map(|((role, _), _)| *role).collect();
                add(line, PlanHow::Changed(roles));
            }
            Some(_) => {}
        }
    }
    for line in then {
        if !now.iter().any(|other| other.id == line.id) {
            add(line, PlanHow::Gone);
        }
    }
}

/// A field as a text that is the same only where the field is.
macro_rules! fields {
    ($of:ident, $($role:ident: $field:ident,)*) => {
        vec![$((Role::$role, format!("{:?}", $of.$field)),)*]
    };
}

fn lines(plan: &Plan, part: PlanPart) -> Vec<Line> {
    let line = |id: &str, text: Option<&str>, fields| Line {
        id: id.to_owned(),
        text: text.unwrap_or_default().to_owned(),
        fields,
    };
    match part {
        PlanPart::Situation => plan
            .situations
            .iter()
            .map(|one| {
                let fields = fields!(one,
                    SituationWhat: what, SituationDoes: does, SituationUndergoes: undergoes,
                    SituationSees: sees, SituationLastTime: last_time, SituationEffect: effect,
                    SituationRedFlag: red_flag, SituationSeverity: severity,
                    SituationRecurrence: recurrence, SituationUrgency: urgency,
                    SituationBy: rated_by, SituationReason: rated_why, SituationSource: source,
                    SituationSourceKind: source_kind,
                );
                line(&one.id, one.what.text(), fields)
            })
            .collect(),
        PlanPart::Condition => plan
            .conditions
            .iter()
            .map(|one| {
                let fields = fields!(one,
                    SafetyConditionAt: at, SafetyConditionText: text,
                    SafetyConditionSetBy: set_by, SafetyConditionMet: met, SafetyConditionMetOn: met_on,
                );
                line(&one.id, one.text.text(), fields)
            })
            .collect(),
        PlanPart::Agreement => plan
            .agreements
            .iter()
            .map(|one| {
                let fields = fields!(one,
                    AgreementAt: at, AgreementWho: who, AgreementDoes: does, AgreementWhen: when,
                    AgreementSeenBy: seen_by, AgreementChecker: checker,
                    AgreementHowOften: how_often, AgreementIfNot: if_not,
                );
                line(&one.id, one.does.text(), fields)
            })
            .collect(),
    }
}
