//! How a move to another version of the list is written, with all that has no place in it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AnswerLine, ListLine, answer, answer_line, list, list_line};
use crate::answer::{Aside, AsideAnswer, AsideRows, NoPlace, RowId, Rows};
use crate::case::Move;
use crate::questionnaire::QuestionId;

/// A move to another version of the list.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct MoveLine {
    /// The list it moved to.
    lijst: ListLine,
    /// Whose meldcode, when not the base.
    profiel: Option<String>,
    /// The answers that have no place in it.
    zonder_plaats: Vec<AsideLine>,
    /// The rows that have no place in it.
    rijen_zonder_plaats: Vec<RowsLine>,
}

/// An answer that has no place.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AsideLine {
    /// What was asked.
    gevraagd: String,
    /// What was answered, in words.
    gezegd: String,
    /// Why it has no place.
    waarom: WhyLine,
    /// It did not count there either: its question was hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    telde_niet_mee: bool,
    /// The answer itself.
    antwoord: AnswerLine,
}

/// Why an answer has no place.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum WhyLine {
    /// The question is gone.
    VraagWeg,
    /// The question does not take this answer any more.
    PastNiet,
    /// The answer means something else now.
    AndereBetekenis,
}

/// Rows that have no place.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RowsLine {
    /// The list they were rows of.
    lijst: String,
    /// Their ids.
    rijen: Vec<String>,
    /// Whether these were all.
    compleet: bool,
}

pub(super) fn move_line(of: &Move) -> MoveLine {
    let answers = of.aside.answers.iter().map(|one| AsideLine {
        gevraagd: one.asked.clone(),
        gezegd: one.said.clone(),
        waarom: match one.why {
            NoPlace::QuestionGone => WhyLine::VraagWeg,
            NoPlace::NotTaken => WhyLine::PastNiet,
            NoPlace::OtherMeaning => WhyLine::AndereBetekenis,
        },
        telde_niet_mee: one.hidden,
        antwoord: answer_line(&one.key, &one.answer),
    });
    let rows = of.aside.rows.iter().map(|one| RowsLine {
        lijst: one.list.to_string(),
        rijen: one.rows.ids.iter().map(ToString::to_string).collect(),
        compleet: one.rows.complete,
    });
    MoveLine {
        lijst: list_line(&of.list),
        profiel: of.profile.clone(),
        zonder_plaats: answers.collect(),
        rijen_zonder_plaats: rows.collect(),
    }
}

pub(super) fn moved(line: MoveLine) -> Option<Move> {
    let mut aside = Aside::default();
    for one in line.zonder_plaats {
        let (key, answer) = answer(one.antwoord)?;
        aside.answers.push(AsideAnswer {
            key,
            asked: one.gevraagd,
            said: one.gezegd,
            answer,
            hidden: one.telde_niet_mee,
            why: match one.waarom {
                WhyLine::VraagWeg => NoPlace::QuestionGone,
                WhyLine::PastNiet => NoPlace::NotTaken,
                WhyLine::AndereBetekenis => NoPlace::OtherMeaning,
            },
        });
    }
    let rows = line.rijen_zonder_plaats.into_iter().map(|one| AsideRows {
        list: QuestionId::from(one.lijst.as_str()),
        rows: Rows {
            ids: one.rijen.into_iter().map(RowId).collect(),
            complete: one.compleet,
        },
    });
    aside.rows = rows.collect();
    Some(Move {
        list: list(line.lijst),
        profile: line.profiel,
        aside,
    })
}
