//! What goes into a sum, a ratio or a maximum, and whether it can be computed with.

use super::Context;
use super::names::{Either, Scope};
use super::shape::Shape;
use crate::problem::Code;
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::number::Number;
use crate::questionnaire::raw::{Fields, filled, one_or_more, word};
use crate::questionnaire::{Choice, DerivedIx, Formula, Input, NumberRef, QuestionIx, Term};
use crate::yaml::Node;

const ONCE: NumberRef = NumberRef::Literal(Number::ONE);

impl<'a> Context<'a> {
    pub(super) fn sum(&self, node: &'a Node, scope: &Scope) -> Option<Formula> {
        let terms: Vec<Option<Term>> = filled(node, self.faults)
            .iter()
            .map(|node| self.term(node, scope))
            .collect();
        let terms: Option<Vec<Term>> = terms.into_iter().collect();
        terms.map(Formula::Sum)
    }

    fn term(&self, node: &'a Node, scope: &Scope) -> Option<Term> {
        if node.map().is_none() {
            return Some(Term::Times(self.numeric(node, scope)?, ONCE));
        }
        let mut fields = Fields::one_of(node, &form::TERMS, self.faults)?;
        let rows = if fields.has("rijen") {
            Some(self.list_question(fields.get("rijen")?, scope)?)
        } else {
            None
        };
        let term = if fields.has("als") {
            let when = fields.get("als")?;
            let within = rows.map_or(*scope, |list| scope.within(list.0));
            let when = self.condition(when, &within);
            let points = fields.need("punten");
            let points = points.and_then(|node| self.number(node, scope));
            match rows {
                Some(list) => Term::RowPoints(list, when?, points?),
                None => Term::Points(when?, points?),
            }
        } else {
            let input = match (rows, fields.has("waarde_van")) {
                (Some(list), _) => {
                    let at = self.row_question(fields.need("vraag")?, list, scope)?;
                    self.has_points(at, fields.get("vraag")?)
                        .then_some(Input::Rows(QuestionIx(at)))
                }
                (None, true) => {
                    let name = fields.get("waarde_van")?;
                    let found = self.derived_value(name, scope)?;
                    self.derived_number(found, name)
                }
                (None, false) => {
                    let name = fields.need("vraag")?;
                    let at = self.question(name, scope)?;
                    self.has_points(at, name)
                        .then_some(Input::Question(QuestionIx(at)))
                }
            };
            let times = match fields.get("maal") {
                Some(node) => self.number(node, scope)?,
                None => ONCE,
            };
            Term::Times(input?, times)
        };
        fields.finish();
        Some(term)
    }

    /// A question of the rows of this list.
    fn row_question(&self, node: &'a Node, list: QuestionIx, scope: &Scope) -> Option<usize> {
        let at = self.question(node, &scope.within(list.0))?;
        if self.questions[at].parent == Some(list.0) {
            return Some(at);
        }
        let (name, list) = (self.questions[at].name, self.questions[list.0].name);
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!("`{name}` staat niet in de rijen van `{list}`."),
            "Noem hier een vraag uit die rijen.",
        );
        None
    }

    /// A question or derived value by name, or a number: anything that is a number.
    pub(super) fn numeric(&self, node: &'a Node, scope: &Scope) -> Option<Input> {
        if node.map().is_some() {
            let input = self.row_input(node, scope)?;
            let name = node.get("vraag")?;
            return match input {
                Input::Rows(at) if !self.has_points(at.0, name) => None,
                input => Some(input),
            };
        }
        let said = word(node, self.faults)?;
        match self.either(said, scope) {
            Some(Either::Question(_)) => {
                let at = self.question(node, scope)?;
                self.has_points(at, node)
                    .then_some(Input::Question(QuestionIx(at)))
            }
            Some(Either::Derived(found)) => self.derived_number(found, node),
            None if said.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                self.number(node, scope).map(Input::Number)
            }
            None if self.is_named_number(said, scope) => {
                self.number(node, scope).map(Input::Number)
            }
            None => {
                self.neither(node, said, scope);
                None
            }
        }
    }

    fn is_named_number(&self, name: &str, scope: &Scope) -> bool {
        let numbers = &self.heads[scope.list].numbers;
        numbers.iter().any(|(known, _)| known == name)
    }

    fn row_input(&self, node: &'a Node, scope: &Scope) -> Option<Input> {
        let mut fields = Fields::of(node, &form::ROWS_INPUT, self.faults)?;
        let list = fields.need("rijen");
        let name = fields.need("vraag");
        fields.finish();
        let list = self.list_question(list?, scope)?;
        let at = self.row_question(name?, list, scope)?;
        Some(Input::Rows(QuestionIx(at)))
    }

    /// Reports a name that is neither a question nor a derived value.
    pub(super) fn neither(&self, node: &Node, name: &str, scope: &Scope) {
        if self.in_absent_list(scope.list, name) {
            return;
        }
        self.faults.say(
            Code::UnknownReference,
            &node.place,
            format!("Er is geen vraag en geen afgeleide `{name}`."),
            self.either_tip(name, scope),
        );
    }

    /// Whether a question's answers can be added up; said where they cannot.
    fn has_points(&self, at: usize, node: &Node) -> bool {
        let entry = &self.questions[at];
        let Some(sort) = entry.sort else {
            return false;
        };
        let points = entry.options.iter().all(|choice| choice.points.is_some());
        let (message, tip) = match sort {
            Sort::YesNo | Sort::Scale | Sort::Number => return true,
            Sort::Choice | Sort::Choices | Sort::Judgement if points => return true,
            Sort::Choice | Sort::Choices | Sort::Judgement => (
                without_points(entry.name, &entry.options),
                "Geef elke optie `punten`, of tel met `tel: { vragen: [ … ], is: … }`.",
            ),
            _ => (
                format!(
                    "Met `{}` kan niet worden gerekend: het is een vraag met `soort: {}`.",
                    entry.name,
                    sort.name()
                ),
                "Reken met `ja_nee`, `getal`, `schaal`, of een keuze waarvan de opties punten hebben.",
            ),
        };
        self.faults.say(Code::WrongUse, &node.place, message, tip);
        false
    }

    fn derived_number(&self, found: DerivedIx, node: &Node) -> Option<Input> {
        if self.shape(found) == Shape::Number {
            return Some(Input::Derived(found));
        }
        let name = self.derived[found.0].name;
        self.faults.say(
            Code::WrongUse,
            &node.place,
            format!("Met `{name}` kan niet worden gerekend: het heeft niveaus."),
            format!(
                "Gebruik een voorwaarde: {{ als: {{ waarde_van: {name}, is: … }}, punten: … }}."
            ),
        );
        None
    }

    /// What `hoogste` and `laagste` choose from: numbers, or options of one scale.
    pub(super) fn inputs(
        &self,
        node: &'a Node,
        at: DerivedIx,
        scope: &Scope,
    ) -> Option<Vec<Input>> {
        let levels = match self.shape(at) {
            Shape::Number => None,
            Shape::Levels(levels) => Some(levels),
        };
        let found: Vec<Option<Input>> = one_or_more(node)
            .iter()
            .map(|node| match &levels {
                None => self.numeric(node, scope),
                Some(levels) => self.leveled(node, levels, scope),
            })
            .collect();
        found.into_iter().collect()
    }

    fn leveled(&self, node: &'a Node, levels: &[String], scope: &Scope) -> Option<Input> {
        let input = if node.map().is_some() {
            self.row_input(node, scope)?
        } else {
            let said = word(node, self.faults)?;
            match self.either(said, scope) {
                Some(Either::Question(_)) => {
                    Input::Question(QuestionIx(self.question(node, scope)?))
                }
                Some(Either::Derived(found)) => Input::Derived(found),
                None => {
                    self.neither(node, said, scope);
                    return None;
                }
            }
        };
        let own: Vec<String> = match input {
            Input::Question(at) | Input::Rows(at) => {
                let options = &self.questions[at.0].options;
                options.iter().map(|choice| choice.id.to_string()).collect()
            }
            Input::Derived(found) => match self.shape(found) {
                Shape::Levels(levels) => levels,
                Shape::Number => Vec::new(),
            },
            Input::Number(_) => Vec::new(),
        };
        if own.is_empty() || own.iter().any(|level| !levels.contains(level)) {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                "Dit heeft niet dezelfde antwoorden als de rest, dus het zwaarste of lichtste is niet te kiezen.",
                "Gebruik vragen met dezelfde schaal, of alleen getallen.",
            );
            return None;
        }
        Some(input)
    }
}

/// Which options have no points: all of them, or these.
fn without_points(question: &str, options: &[Choice]) -> String {
    let without: Vec<&str> = options
        .iter()
        .filter(|choice| choice.points.is_none())
        .map(|choice| &*choice.id.0)
        .collect();
    match without.as_slice() {
        all if all.len() == options.len() => {
            format!("De opties van `{question}` hebben geen `punten`.")
        }
        [one] => format!("De optie `{one}` van `{question}` heeft geen `punten`."),
        some => format!(
            "Van `{question}` hebben deze opties geen `punten`: `{}`.",
            some.join("`, `")
        ),
    }
}
