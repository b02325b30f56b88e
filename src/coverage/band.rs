//! Bands: each must be reached by the number that they look at.

use super::goal::{Want, What};
use super::of_list::{All, Spot};
use crate::questionnaire::{Band, Compare, Condition, DerivedIx, Input, Kind, Op, Test};

impl All<'_> {
    pub(super) fn band(
        &mut self,
        spot: &Spot<'_>,
        around: &[Condition],
        (at, row): (DerivedIx, usize),
        of: &Input,
        band: &Band,
    ) {
        let spot = Spot {
            place: &band.place,
            ..*spot
        };
        let from = band.from.map(|to| Compare {
            op: Op::AtLeast,
            to,
        });
        let to = band.to.map(|to| Compare {
            op: if band.to_inclusive {
                Op::AtMost
            } else {
                Op::LessThan
            },
            to,
        });
        let tests = from.into_iter().chain(to).map(Test::Compare);
        let conditions: Option<Vec<Condition>> = match of {
            Input::Derived(derived) => Some(
                tests
                    .map(|test| Condition::Derived {
                        derived: *derived,
                        test,
                    })
                    .collect(),
            ),
            Input::Question(question)
                if matches!(
                    self.list.question(*question).kind,
                    Kind::Scale { .. } | Kind::Number { .. }
                ) =>
            {
                let question = *question;
                Some(
                    tests
                        .map(|test| Condition::Answer { question, test })
                        .collect(),
                )
            }
            _ => None,
        };
        let which = format!("band {row}");
        let what = What::Band(band.level.clone());
        match conditions {
            // Without bounds no condition says that there is a number at all.
            Some(conditions) if !conditions.is_empty() => {
                let all = around.iter().cloned().chain(conditions).collect();
                self.hold(&spot, which, what, all);
            }
            _ => self.push(&spot, which, what, Want::InBand(at, row)),
        }
    }
}
