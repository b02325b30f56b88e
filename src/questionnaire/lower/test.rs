//! What is tested of an answer or derived value, and whether that fits its kind.

use super::Context;
use super::names::Scope;
use super::register::QuestionEntry;
use super::shape::Shape;
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form::Sort;
use crate::questionnaire::raw::{Fields, one_or_more, word};
use crate::questionnaire::{Compare, Condition, DerivedIx, Op, OptionId, QuestionIx, Test};
use crate::yaml::Node;

/// The comparisons with a number.
pub(super) const COMPARISONS: [(&str, Op); 4] = [
    ("minstens", Op::AtLeast),
    ("hoogstens", Op::AtMost),
    ("meer_dan", Op::MoreThan),
    ("minder_dan", Op::LessThan),
];

/// What is tested.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    Question(usize),
    Derived(DerivedIx),
}

impl Subject {
    /// One condition a test.
    pub(super) fn conditions(self, tests: Vec<Test>) -> Vec<Condition> {
        let about = |test| match self {
            Self::Question(at) => Condition::Answer {
                question: QuestionIx(at),
                test,
            },
            Self::Derived(derived) => Condition::Derived { derived, test },
        };
        tests.into_iter().map(about).collect()
    }
}

impl<'a> Context<'a> {
    /// Every test in these keys, all of which must hold; `about` is the name that they are about.
    pub(super) fn tests(
        &self,
        fields: &mut Fields<'a>,
        subject: Subject,
        about: &Node,
        scope: &Scope,
    ) -> Option<Vec<Test>> {
        let mut tests = Vec::new();
        let mut good = true;
        if let Some(node) = fields.get("is") {
            let found = self.is(node, subject, scope);
            good &= found.is_some();
            tests.extend(found);
        }
        for (key, op) in COMPARISONS {
            let Some(node) = fields.known(key) else {
                continue;
            };
            if !self.is_number(subject) {
                self.misfit(fields.node, key, subject, "Vergelijken met een getal kan bij `getal`, `schaal` en een afgeleide die een getal is. Gebruik anders `is`.");
                good = false;
            } else if let Some(to) = self.number(node, scope) {
                tests.push(Test::Compare(Compare { op, to }));
            } else {
                good = false;
            }
        }
        for key in ["bevat", "voor", "na", "gelijk_aan", "noemt"] {
            if let Some(node) = fields.known(key) {
                let found = self.special(key, node, fields.node, subject, scope);
                good &= found.is_some();
                tests.extend(found);
            }
        }
        if good && tests.is_empty() {
            if fields.report_strange() {
                return None;
            }
            self.faults.say(
                Code::MissingKey,
                &about.place,
                format!(
                    "Hier staat niet wat er van `{}` moet gelden.",
                    about.text().unwrap_or("")
                ),
                "Voeg bijvoorbeeld `is: ja` of `minstens: 3` toe.",
            );
            return None;
        }
        good.then_some(tests)
    }

    /// Reports unknown numbers in tests of something that is itself unknown.
    pub(super) fn numbers_only(&self, fields: &mut Fields<'a>, scope: &Scope) {
        for (key, _) in COMPARISONS {
            if let Some(node) = fields.get(key) {
                self.number(node, scope);
            }
        }
    }

    fn is_number(&self, subject: Subject) -> bool {
        match subject {
            Subject::Question(at) => self.questions[at].sort.is_some_and(Sort::is_number),
            Subject::Derived(at) => matches!(self.shape(at), Shape::Number),
        }
    }

    /// A key that does not fit what it is asked of.
    pub(super) fn misfit(&self, node: &Node, key: &str, subject: Subject, tip: &str) {
        let is = match subject {
            Subject::Question(at) => {
                let entry = &self.questions[at];
                let Some(sort) = entry.sort else { return };
                format!("`{}` is een vraag met `soort: {}`", entry.name, sort.name())
            }
            Subject::Derived(at) => match self.shape(at) {
                Shape::Number => format!("`{}` is een getal", self.derived[at.0].name),
                Shape::Levels(_) => format!("`{}` heeft niveaus", self.derived[at.0].name),
            },
        };
        let place = node.entry(key).map_or(&node.place, |(name, _)| &name.place);
        self.faults.say(
            Code::WrongUse,
            place,
            format!("`{key}` past hier niet: {is}."),
            tip,
        );
    }

    /// `is`: equal to one of these answers, levels or numbers.
    pub(super) fn is(&self, node: &'a Node, subject: Subject, scope: &Scope) -> Option<Test> {
        let values = one_or_more(node);
        if self.is_number(subject) {
            let only_not_applicable = match subject {
                Subject::Question(at) => {
                    self.questions[at].not_applicable
                        && values.iter().all(|v| v.text() == Some("nvt"))
                }
                Subject::Derived(_) => false,
            };
            if only_not_applicable {
                return Some(Test::Is(vec![OptionId::from("nvt")]));
            }
            if let [value] = values {
                let to = self.number(value, scope)?;
                return Some(Test::Compare(Compare { op: Op::Equal, to }));
            }
            self.faults.say(
                Code::WrongUse,
                &node.place,
                "Bij een getal kan `is` maar één getal noemen.",
                "Gebruik `minstens` en `hoogstens`, of `een_van` met twee voorwaarden.",
            );
            return None;
        }
        let found: Vec<Option<OptionId>> = values
            .iter()
            .map(|value| self.one_value(value, subject))
            .collect();
        let found: Option<Vec<OptionId>> = found.into_iter().collect();
        found.map(Test::Is)
    }

    fn one_value(&self, node: &'a Node, subject: Subject) -> Option<OptionId> {
        let said = word(node, self.faults)?;
        match subject {
            Subject::Derived(at) => {
                let Shape::Levels(levels) = self.shape(at) else {
                    return None;
                };
                if levels.iter().any(|level| level == said) {
                    return Some(OptionId::from(said));
                }
                self.faults.say(
                    Code::UnknownOption,
                    &node.place,
                    format!(
                        "`{}` kent het niveau `{said}` niet.",
                        self.derived[at.0].name
                    ),
                    did_you_mean(said, levels.iter().map(String::as_str)),
                );
                None
            }
            Subject::Question(at) => {
                let entry = &self.questions[at];
                let known = match entry.sort {
                    Some(Sort::YesNo) => matches!(said, "ja" | "nee"),
                    Some(Sort::Choice | Sort::Judgement) => {
                        entry.options.iter().any(|choice| &*choice.id.0 == said)
                    }
                    None => true,
                    Some(Sort::Choices) => {
                        self.faults.say(
                            Code::WrongUse,
                            &node.place,
                            format!("Bij `{}` kunnen meer opties gekozen zijn.", entry.name),
                            format!("Schrijf `bevat: {said}`."),
                        );
                        return None;
                    }
                    Some(sort) if said != "nvt" => {
                        self.faults.say(
                            Code::WrongUse,
                            &node.place,
                            format!(
                                "`is` past niet bij `{}`, een vraag met `soort: {}`.",
                                entry.name,
                                sort.name()
                            ),
                            "Gebruik een andere vraag, of vraag dit met `soort: keuze`.",
                        );
                        return None;
                    }
                    Some(_) => false,
                };
                if known || (said == "nvt" && entry.not_applicable) {
                    return Some(OptionId::from(said));
                }
                self.unknown_option(node, said, entry);
                None
            }
        }
    }

    /// Reports an answer that this question does not know.
    pub(super) fn unknown_option(&self, node: &Node, said: &str, entry: &QuestionEntry<'a>) {
        let mut known: Vec<&str> = match entry.sort {
            Some(Sort::YesNo) => vec!["ja", "nee"],
            _ => entry.options.iter().map(|choice| &*choice.id.0).collect(),
        };
        if entry.not_applicable {
            known.push("nvt");
        }
        if known.is_empty() && entry.sort.is_none_or(Sort::has_options) {
            // That it has no options is already said.
            return;
        }
        let tip = match said {
            "onbekend" | "geweigerd" => {
                "Op *onbekend* kan geen regel rusten. Gebruik bij `als` eventueel `kan` of `zeker`."
                    .to_owned()
            }
            "nvt" => format!("Zet bij de vraag `{}` de sleutel `nvt: ja`.", entry.name),
            _ => did_you_mean(said, known),
        };
        let message = format!("De vraag `{}` kent het antwoord `{said}` niet.", entry.name);
        self.faults
            .say(Code::UnknownOption, &node.place, message, tip);
    }
}
