//! How a move to another version of the list is written, with all that has no place in it.

use serde::{Deserialize, Serialize};

use super::{AnswerLine, ListLine, answer, answer_line, list, list_line};
use crate::answer::{Aside, AsideAnswer, AsideRows, NoPlace, RowId, Rows};
use crate::case::Move;
use crate::questionnaire::QuestionId;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MoveLine {
    lijst: ListLine,
    profiel: Option<String>,
    zonder_plaats: Vec<AsideLine>,
    rijen_zonder_plaats: Vec<RowsLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AsideLine {
    gevraagd: String,
    gezegd: String,
    waarom: WhyLine,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    telde_niet_mee: bool,
    antwoord: AnswerLine,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WhyLine {
    VraagWeg,
    PastNiet,
    AndereBetekenis,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RowsLine {
    lijst: String,
    rijen: Vec<String>,
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
