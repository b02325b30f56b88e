//! The door for other programs: load lists, check them, read answers, assess, explain, and do so for many records. What
//! stands here is what the crate promises; it does what the commands do, through the same rooms, and knows no file.

use chrono::NaiveDate;

use crate::answer::{self, Answers as Given, AnswersFile};
use crate::assessment;
use crate::batch;
use crate::engine::View;
use crate::proof::examine;
use crate::questionnaire::{Library, Questionnaire};
use crate::text::nl;
use crate::yaml::read_tree;

pub use crate::batch::{Batch, Fate, Scratch, Wishes};
pub use crate::problem::{Code, Place, Problem};

/// What an assessment holds, member by member; the same names as in the JSON that `weeg` prints.
pub mod result {
    pub use crate::assessment::{
        Ask, Assessment, ClashForm, Climbed, List, NotApplicableForm, OutcomeForm, ProblemForm,
        Ranking, ReasonForm, Row, Settle, Shifted, Supposed, ToFindOut, Turn, Turns,
    };
}

use result::{Assessment, Supposed};

/// Questionnaires by id: those that come with the crate, and your own.
///
/// ```
/// # fn main() -> Result<(), Vec<top3::Problem>> {
/// let mut lists = top3::Lists::shipped();
/// let own = b"
/// id: feest
/// versie: 1.0.0
/// titel: Een feest
/// bron: Eigen voorbeeld
/// onderdelen:
///   - { id: deel, titel: Het feest, vragen: [{ id: taart, vraag: Is er taart?, soort: ja_nee }] }
/// afgeleid:
///   - { id: sfeer, regels: [{ als: { vraag: taart, is: ja }, is: goed, reden: Er is taart. }, { anders: gewoon }] }
/// ";
/// let id = lists.add("feest.yaml", own).map_err(|problem| vec![problem])?;
/// let list = lists.load(&id)?;
/// assert_eq!(list.title(), "Een feest");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Lists {
    library: Library,
}

impl Lists {
    /// The lists that come with the crate.
    #[must_use]
    pub fn shipped() -> Self {
        Self {
            library: Library::shipped(),
        }
    }

    /// Adds a list, which wins over a list with the same id. `file` is how messages call it. Gives its id.
    ///
    /// # Errors
    /// Where it cannot be read as YAML or has no id. What else may be wrong is found by [`Lists::load`] and
    /// [`Lists::check`].
    pub fn add(&mut self, file: &str, yaml: &[u8]) -> Result<String, Problem> {
        self.library.add(file, yaml).map_err(|problem| *problem)
    }

    /// Lets an adaptation (the profile of a profession) stand for the list that it adapts.
    ///
    /// # Errors
    /// Where there is no such list, or it adapts none.
    pub fn adapt(&mut self, id: &str) -> Result<(), Vec<Problem>> {
        self.library.adapt(id)
    }

    /// Every id.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.library.ids()
    }

    /// Everything that is wrong with a list and with its worked cases: each a name for messages, and YAML. Looks through
    /// all answers where it can, and can take some seconds for a large list.
    ///
    /// ```
    /// # fn main() -> Result<(), top3::Problem> {
    /// let mut lists = top3::Lists::shipped();
    /// let id = lists.add("mis.yaml", b"{ id: mis, versie: 1.0.0, titel: Mis, bron: Mijn eigen, onderdelen: [] }")?;
    /// let problems = lists.check(&id, &[]);
    /// assert!(problems.iter().all(|problem| problem.code.code().starts_with('V')));
    /// assert!(!problems.is_empty());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn check(&self, id: &str, cases: &[(String, Vec<u8>)]) -> Vec<Problem> {
        examine(&self.library, id, cases).problems
    }

    /// A list that is right enough to be asked and computed.
    ///
    /// # Errors
    /// Every fault that stands in the way, each with its code, place, message and tip.
    pub fn load(&self, id: &str) -> Result<List, Vec<Problem>> {
        let questionnaire = self.library.load(id)?;
        Ok(List { questionnaire })
    }
}

/// One loaded questionnaire.
#[derive(Clone, Debug)]
pub struct List {
    questionnaire: Questionnaire,
}

/// Answers to a list, each looked at and taken.
#[derive(Clone, Debug)]
pub struct Answers {
    given: Given,
}

impl List {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.questionnaire.version.id
    }

    /// Its title, in Dutch.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.questionnaire.title.nl
    }

    /// Its id, version and SHA-256, as a result names them.
    #[must_use]
    pub fn form(&self) -> result::List {
        assessment::list_form(&self.questionnaire.version)
    }

    /// Reads answers, YAML or JSON: a map by question id, or one with `antwoorden` in it. `file` is how messages call it.
    /// An answer that is not there is not known; it never counts as *nee*.
    ///
    /// # Errors
    /// The file names another list. Every answer that the list does not take: unknown ids, values that cannot be, dates after `day` where the question
    /// refuses these.
    pub fn answers(
        &self,
        file: &str,
        bytes: &[u8],
        day: NaiveDate,
    ) -> Result<Answers, Vec<Problem>> {
        let tree = read_tree(bytes, file).map_err(|problem| vec![*problem])?;
        let file = answer::opened(&tree);
        if let (Some(other), Some(place)) = (file.list.filter(|id| *id != self.id()), file.place) {
            let say = &nl().start;
            let what = say.other_list(other, self.id());
            let place = place.place.clone();
            return Err(vec![Problem::new(
                Code::WrongUse,
                place,
                what,
                say.other_list_todo(),
            )]);
        }
        let given = answer::read(&self.questionnaire, file.answers, day)?;
        Ok(Answers { given })
    }

    /// JSON Schema (2020-12) of answers to this list.
    #[must_use]
    pub fn answers_schema(&self) -> serde_json::Value {
        crate::schema::answers_to(&self.questionnaire)
    }

    /// What follows from answers: each outcome with its bounds, fixed or open, with the rule and what it rests on.
    #[must_use]
    pub fn assess(&self, answers: &Answers, day: NaiveDate) -> Assessment {
        assessment::assess(&self.questionnaire, &answers.given, day)
    }

    /// The same, and of each outcome the fewest answers that fix it and what would change it, or what to find out. For
    /// tests and training: who works on a real case is never shown which answer would avoid an outcome.
    ///
    /// ```
    /// # fn main() -> Result<(), Vec<top3::Problem>> {
    /// let list = top3::Lists::shipped().load("rihg")?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    /// let answers = b"{ meerderjarig: ja, kleur_wapengebruik: rood, kleur_bedreiging: rood }";
    /// let answers = list.answers("memory", answers, day)?;
    /// let explained = list.explain(&answers, day);
    /// let fixed_by = explained.uitkomsten["drempel"].vast_door.as_ref().unwrap();
    /// assert_eq!(*fixed_by, ["meerderjarig", "kleur_bedreiging", "kleur_wapengebruik"]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn explain(&self, answers: &Answers, day: NaiveDate) -> Assessment {
        let mut assessment = self.assess(answers, day);
        let view = View::new(&self.questionnaire, &answers.given, day);
        assessment::explain(&mut assessment, &view);
        assessment
    }

    /// What would follow from other answers, and what moves.
    #[must_use]
    pub fn suppose(
        &self,
        given: &Answers,
        other: &Answers,
        name: &str,
        day: NaiveDate,
    ) -> Supposed {
        let (given, other) = (&given.given, &other.given);
        assessment::suppose(&self.questionnaire, given, other, day, name.to_owned())
    }

    /// An assessment as the JSON that `weeg` prints, with its fingerprint, and with the answers where these are given, so
    /// that `verifieer` can compute it again.
    ///
    /// # Errors
    /// Only where the program itself is at fault.
    pub fn json(
        &self,
        assessment: &Assessment,
        answers: Option<&Answers>,
    ) -> Result<String, serde_json::Error> {
        let file = answers.map(|answers| AnswersFile {
            list: &self.questionnaire,
            answers: &answers.given,
        });
        serde_json::to_string(&assessment::seal(assessment, file)?)
    }

    /// The same assessment for many records, a line of JSON each: works the list out beforehand.
    ///
    /// ```
    /// # fn main() -> Result<(), Vec<top3::Problem>> {
    /// use top3::{Fate, Lists, Scratch, Wishes};
    ///
    /// let list = Lists::shipped().load("rihg")?;
    /// let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    /// let batch = list.batch(day, Wishes::default());
    /// let (mut scratch, mut out) = (Scratch::default(), Vec::new());
    /// for line in [r#"{"id":1,"antwoorden":{"meerderjarig":"nee"}}"#, r#"{"id":2,"antwoorden":{"meerderjarg":"nee"}}"#] {
    ///     let fate = batch.line(line.as_bytes(), &mut scratch, &mut out);
    ///     assert_eq!(fate == Fate::Assessed, line.contains("\"id\":1"));
    /// }
    /// assert_eq!(String::from_utf8(out).unwrap().lines().count(), 2);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn batch(&self, day: NaiveDate, wishes: Wishes) -> Batch<'_> {
        batch::Batch::new([&self.questionnaire], day, wishes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_to_another_list_are_refused() {
        let list = Lists::shipped().load("rihg").unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let file =
            |of: &str| format!("{{ vragenlijst: {of}, antwoorden: {{ meerderjarig: ja }} }}");
        assert!(list.answers("a", file("rihg").as_bytes(), day).is_ok());
        assert!(
            list.answers("a", file("{ id: rihg }").as_bytes(), day)
                .is_ok()
        );
        let other = list.answers("a", file("top3").as_bytes(), day).unwrap_err();
        assert!(other[0].message.contains("top3"), "{other:?}");
    }
}
