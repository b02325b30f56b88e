//! What no case shows, in words.

use chrono::NaiveDate;

use crate::answer::{Answers, show_date};
use crate::commands::vragenlijst::flow;
use crate::coverage::{Gap, Goal, Way, What};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::words::Words;

/// The end of "geen geval waarin …".
pub(super) fn missing(list: &Questionnaire, goal: &Goal) -> String {
    let text = &nl().coverage;
    let words = Words::new(list);
    let of = &goal.of;
    let whose = || {
        if of.is_empty() {
            text.of_not_applicable()
        } else {
            text.of_id(of)
        }
    };
    match &goal.what {
        What::Question(when, true) => text.question_yes(of, words.condition(when)),
        What::Question(when, false) => text.question_no(of, words.condition(when)),
        What::Part(when, true) => text.part_yes(of, words.condition(when)),
        What::Part(when, false) => text.part_no(of, words.condition(when)),
        What::Derived(when, true) => text.derived_yes(of, words.condition(when)),
        What::Derived(when, false) => text.derived_no(of, words.condition(when)),
        What::NotApplicable(when, true) => text.applicable_no(words.condition(when)),
        What::NotApplicable(when, false) => text.applicable_yes(words.condition(when)),
        What::Counted(when, true) => text.counted_yes(of, words.condition(when)),
        What::Counted(when, false) => text.counted_no(of, words.condition(when)),
        What::First(when, true) => text.first_yes(of, words.condition(when)),
        What::First(when, false) => text.first_no(of, words.condition(when)),
        What::Period(when, true) => text.period_yes(of, words.condition(when)),
        What::Period(when, false) => text.period_no(of, words.condition(when)),
        What::Over(when, true) => text.over_yes(of, words.condition(when)),
        What::Over(when, false) => text.over_no(of, words.condition(when)),
        What::Heard(at, true) => text.heard_yes(of, &list.question(*at).id),
        What::Heard(_, false) => text.heard_no(of),
        What::Decides(part, Way::Alone) => text.alone(whose(), words.condition(part)),
        What::Decides(part, Way::Lacking) => text.lacking(whose(), words.condition(part)),
        What::Decides(part, Way::JustEnough) => text.just_enough(whose(), words.condition(part)),
        What::Row(level) => text.row(of, level),
        What::Band(level) => text.band(of, level),
        What::Answer(option) => text.answer(of, option),
        What::Level(level) => text.level(of, level),
    }
}

/// Answers that would show it, when these are known.
pub(super) fn example(
    list: &Questionnaire,
    gap: &Gap,
    latest: Option<NaiveDate>,
) -> Option<String> {
    let (answers, day) = gap.example.as_ref()?;
    Some(
        nl().coverage
            .one_example(self::answers(list, (answers, *day), latest)),
    )
}

/// Answers on one line, with their day where that is another than the one of the latest case.
pub(super) fn answers(
    list: &Questionnaire,
    (answers, day): (&Answers, NaiveDate),
    latest: Option<NaiveDate>,
) -> String {
    let shown = flow::answers(list, answers);
    if latest == Some(day) {
        return shown;
    }
    format!("{shown} {}", nl().coverage.on_day(show_date(day)))
}
