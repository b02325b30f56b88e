//! What ties rows to each other: the row that an answer names, what holds of who is named, and who can be.

use super::Context;
use super::condition::all;
use super::names::Scope;
use super::test::Subject;
use crate::problem::Code;
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::raw::Fields;
use crate::questionnaire::{Condition, Only, QuestionIx, Test};
use crate::yaml::Node;

impl<'a> Context<'a> {
    /// `noemt`: the answer names the row of this list that the condition speaks of.
    pub(super) fn names_row(&self, node: &'a Node, at: usize, scope: &Scope) -> Option<Test> {
        let list = self.list_question(node, scope)?;
        let pointed = self.pointed_at(at)?;
        let (asked, named) = (self.questions[at].name, self.written(list.0, scope));
        if pointed != list.0 {
            let meant = self.written(pointed, scope);
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!("`{asked}` kiest uit de rijen van `{meant}`, dus noemt nooit een rij van `{named}`."),
                format!("Schrijf `noemt: {meant}`, of gebruik een andere vraag."),
            );
            return None;
        }
        if self.questions[at].parent == Some(list.0) {
            self.faults.say(
                Code::NoRow,
                &node.place,
                format!("`{asked}` staat zelf in de rij van `{named}`: er is hier geen andere rij om te noemen."),
                format!("Wilt u iets weten van wie of wat `{asked}` noemt? Schrijf `{{ van: {asked}, vraag: … }}`."),
            );
            return None;
        }
        if !scope.rows().any(|row| row == list.0) {
            self.faults.say(
                Code::NoRow,
                &node.place,
                format!(
                    "Hier gaat het niet over een rij van `{named}`, dus niets kan die rij noemen."
                ),
                format!(
                    "Zet dit binnen `geldt` van {{ een_rij: {named} }} of {{ elke_rij: {named} }}."
                ),
            );
            return None;
        }
        Some(Test::Names(list))
    }

    /// `van`: what holds of one of the rows that another question names.
    pub(super) fn about_named(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<Condition> {
        let (by_node, node) = (fields.get("van")?, fields.get("vraag")?);
        let Some(by) = self.question(by_node, scope) else {
            self.numbers_only(fields, scope);
            return None;
        };
        if !self.questions[by].sort.is_some_and(points) {
            self.misfit(
                fields.node,
                "van",
                Subject::Question(by),
                "Achter `van` hoort een vraag met `soort: persoon`, `verwijzing` of `rangorde`: die noemt over wie of wat het gaat.",
            );
            return None;
        }
        let list = self.pointed_at(by)?;
        let within = scope.within(list);
        let question = self.question(node, &within)?;
        if self.questions[question].parent != Some(list) {
            let (asked, named) = (self.questions[question].name, self.written(list, scope));
            self.faults.say(
                Code::NoRow,
                &node.place,
                format!("`{asked}` is geen vraag in de rijen van `{named}`."),
                "Noem achter `vraag` een vraag van de rij die `van` noemt, of haal `van` weg.",
            );
            return None;
        }
        let tests = self.tests(fields, Subject::Question(question), node, &within)?;
        Some(Condition::Named {
            by: QuestionIx(by),
            list: QuestionIx(list),
            holds: Box::new(all(Subject::Question(question).conditions(tests))),
        })
    }

    /// `alleen`: which rows a question can choose.
    pub(super) fn only(&self, node: &'a Node, at: usize) -> Option<Only> {
        let mut fields = Fields::of(node, &form::ONLY, self.faults)?;
        let (about, is) = (fields.need("vraag"), fields.need("is"));
        fields.finish();
        let list = self.pointed_at(at)?;
        let scope = Scope::of(self.questions[at].list).within(list);
        let about = about?;
        let question = self.question(about, &scope)?;
        let subject = Subject::Question(question);
        if self.questions[question].parent != Some(list) {
            let (asked, named) = (self.questions[question].name, self.written(list, &scope));
            self.faults.say(
                Code::NoRow,
                &about.place,
                format!("`{asked}` is geen vraag in de rijen van `{named}`."),
                "Noem bij `alleen` een vraag van de rijen waaruit wordt gekozen.",
            );
            return None;
        }
        if !matches!(
            self.questions[question].sort?,
            Sort::YesNo | Sort::Choice | Sort::Judgement
        ) {
            self.misfit(
                node,
                "vraag",
                subject,
                "Bij `alleen` hoort een vraag met `soort: keuze`, `oordeel` of `ja_nee`.",
            );
            return None;
        }
        match self.is(is?, subject, &scope)? {
            Test::Is(answers) => Some(Only {
                question: QuestionIx(question),
                answers,
            }),
            _ => None,
        }
    }

    /// The list whose rows a question chooses from. A name there that cannot be is reported where the question stands.
    fn pointed_at(&self, at: usize) -> Option<usize> {
        let entry = &self.questions[at];
        if entry.sort == Some(Sort::Person) {
            return self.persons();
        }
        let name = entry.node.get("rijen_van")?.text()?;
        let found = self.question_ids.get(&self.full(entry.list, name));
        found.copied()
    }

    /// The id of a list as the author of this scope writes it.
    fn written(&self, list: usize, scope: &Scope) -> &str {
        let entry = &self.questions[list];
        if entry.list == scope.list {
            entry.name
        } else {
            &entry.id
        }
    }
}

/// Whether an answer to such a question names rows.
pub(super) fn points(sort: Sort) -> bool {
    matches!(sort, Sort::Person | Sort::Row | Sort::Ranking)
}
