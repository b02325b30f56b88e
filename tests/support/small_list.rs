//! Small random lists with partial answers, built from a run of bytes so that proptest can shrink them.

mod answers;
mod condition;
mod derived;

use chrono::NaiveDate;
use top3::answer::Answers;
use top3::problem::Place;
use top3::questionnaire::*;

pub use answers::values;

/// The day on which every small list is looked at.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

/// A list and what was answered.
pub struct Small {
    pub list: Questionnaire,
    pub answers: Answers,
}

impl Small {
    /// The list and the answers, for a test that fails.
    pub fn described(&self) -> String {
        let mut text = String::new();
        for part in &self.list.parts {
            text += &format!("{}: als {:?} {:?}\n", part.id, part.when, part.questions);
        }
        for question in &self.list.questions {
            text += &format!(
                "  {} {:?} nvt {} als {:?}\n",
                question.id, question.kind, question.allows_not_applicable, question.when
            );
        }
        for derived in &self.list.derived {
            text += &format!(
                "  {} als {:?}: {:?}\n",
                derived.id, derived.when, derived.formula
            );
        }
        for (key, answer) in self.answers.iter() {
            text += &format!("  {key} = {:?}\n", answer.value);
        }
        for (list, rows) in self.answers.lists() {
            text += &format!("  {list}: {rows:?}\n");
        }
        text
    }
}

impl std::fmt::Debug for Small {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a list of {} questions", self.list.questions.len())
    }
}

/// Builds a list and answers; every run of bytes gives one, and smaller bytes give simpler ones.
pub fn build(bytes: &[u8]) -> Small {
    let mut maker = Maker {
        bytes: bytes.iter(),
        list: empty(),
    };
    maker.questions();
    let answers = maker.answers();
    place(&mut maker.list);
    Small {
        list: maker.list,
        answers,
    }
}

/// Other answers to the same list: as in another assessment, perhaps with rows in another order.
pub fn other_answers(list: &Questionnaire, bytes: &[u8]) -> Answers {
    let mut maker = Maker {
        bytes: bytes.iter(),
        list: list.clone(),
    };
    let mut answers = maker.answers();
    if maker.one_in(4) {
        let rows: Vec<_> = answers
            .lists()
            .map(|(list, rows)| (list.clone(), rows.clone()))
            .collect();
        for (list, mut rows) in rows {
            rows.ids.reverse();
            answers.set_rows(list, rows);
        }
    }
    answers
}

fn empty() -> Questionnaire {
    Questionnaire {
        version: ListVersion {
            id: "klein".into(),
            version: "1.0.0".into(),
            sha256: String::new(),
        },
        uses: vec![],
        title: "Klein".into(),
        about: None,
        valid_from: None,
        source: "bron".into(),
        parts: vec![],
        questions: vec![],
        derived: vec![],
        not_applicable: vec![],
        numbers: vec![NamedNumber {
            id: "grens".into(),
            rows: [
                (None, 1),
                (NaiveDate::from_ymd_opt(2026, 1, 1), 2),
                (NaiveDate::from_ymd_opt(2027, 1, 1), 3),
            ]
            .into_iter()
            .map(|(from, value)| NumberRow {
                from,
                value: Number::whole(value),
                title: None,
                unit: None,
                help: None,
                source: String::new(),
                certainty: None,
                place: Place::default(),
            })
            .collect(),
        }],
        settings: Vec::new(),
        properties: vec![],
        periods: vec![],
        persons: None,
    }
}

struct Maker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    list: Questionnaire,
}

/// Gives everything a place of its own, so that a fault tells what it is about.
fn place(list: &mut Questionnaire) {
    let at = |what: &str, line: usize| Place {
        file: what.into(),
        line,
        column: 1,
        width: 1,
    };
    for (line, part) in list.parts.iter_mut().enumerate() {
        part.place = at("deel", line);
    }
    for (line, question) in list.questions.iter_mut().enumerate() {
        question.place = at("vraag", line);
    }
    for (line, derived) in list.derived.iter_mut().enumerate() {
        derived.place = at("afgeleide", line);
        match &mut derived.formula {
            Formula::Rules(rows) | Formula::Table(rows) => {
                for (row, rule) in rows.iter_mut().enumerate() {
                    rule.place = at("rij", line * 100 + row);
                }
            }
            Formula::Bands { rows, .. } => {
                for (row, band) in rows.iter_mut().enumerate() {
                    band.place = at("rij", line * 100 + row);
                }
            }
            _ => {}
        }
    }
}

/// In the rows of which lists a condition stands, the outermost first: it may speak of their questions.
type InRow<'a> = &'a [QuestionIx];

impl Maker<'_> {
    fn below(&mut self, n: usize) -> usize {
        self.bytes
            .next()
            .map_or(0, |byte| usize::from(*byte) % n.max(1))
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    fn questions(&mut self) {
        let parts = 1 + self.below(2);
        for part in 0..parts {
            let when = self.one_in(4).then(|| self.condition(&[], 2));
            self.list.parts.push(Part {
                id: format!("deel{part}"),
                list: "klein".into(),
                title: "Deel".into(),
                about: None,
                when_at: when.iter().map(|_| Place::default()).collect(),
                when,
                together: false,
                questions: vec![],
                place: Place::default(),
            });
            for _ in 0..1 + self.below(3) {
                self.question(part);
                if self.one_in(3) {
                    self.derived();
                }
            }
        }
        for _ in 0..1 + self.below(3) {
            self.derived();
        }
        if self.one_in(6) {
            let when = self.condition(&[], 1);
            self.list.not_applicable.push(NotApplicable {
                when,
                reason: "Hier niet.".into(),
                place: Place::default(),
            });
        }
    }

    fn question(&mut self, part: usize) {
        let at = QuestionIx(self.list.questions.len());
        let kind = self.kind(true);
        let is_list = matches!(kind, Kind::List { .. });
        self.push(part, format!("v{}", at.0), kind, None);
        self.list.parts[part].questions.push(at);
        if is_list {
            let mut inner = vec![];
            for _ in 0..1 + self.below(2) {
                let row_question = QuestionIx(self.list.questions.len());
                let kind = self.kind(false);
                self.push(
                    part,
                    format!("v{}/r{}", at.0, row_question.0),
                    kind,
                    Some(at),
                );
                inner.push(row_question);
                if let Kind::List { questions, .. } = &mut self.list.questions[at.0].kind {
                    questions.clone_from(&inner);
                }
            }
        }
    }

    fn push(&mut self, part: usize, id: String, kind: Kind, parent: Option<QuestionIx>) {
        let when = self.one_in(3).then(|| self.condition(parent.as_slice(), 2));
        let only = match kind {
            Kind::Row { list, .. } if parent != Some(list) && self.one_in(2) => self.only(list),
            _ => None,
        };
        let answerable = !matches!(kind, Kind::List { .. });
        let allows_not_applicable = answerable && self.one_in(5);
        self.list.questions.push(Question {
            id: id.as_str().into(),
            text: "Vraag".into(),
            help: None,
            why: None,
            example: None,
            kind,
            when,
            part,
            parent,
            more: false,
            may_be_empty: false,
            allows_not_applicable,
            apart: false,
            sources: vec![],
            listen: false,
            given: false,
            note: NoteRule::Free,
            advice: None,
            only,
            role: None,
            source: String::new(),
            place: Place::default(),
        });
    }

    /// Which rows of a list can be chosen.
    fn only(&mut self, list: QuestionIx) -> Option<Only> {
        let fitting = self.where_kind(|kind| {
            matches!(
                kind,
                Kind::YesNo { .. } | Kind::Choice { .. } | Kind::Judgement { .. }
            )
        });
        let own = fitting.into_iter();
        let own: Vec<_> = own
            .filter(|at| self.list.question(*at).parent == Some(list))
            .collect();
        let question = self.pick(&own)?;
        let ids = match &self.list.question(question).kind {
            Kind::YesNo { .. } => vec!["ja".into(), "nee".into()],
            _ => {
                let options = self.list.question(question).options().iter();
                options.map(|one| one.id.clone()).collect()
            }
        };
        Some(Only {
            question,
            answers: self.some(ids),
        })
    }

    fn kind(&mut self, top: bool) -> Kind {
        let lists: Vec<QuestionIx> = self.where_kind(|kind| matches!(kind, Kind::List { .. }));
        match self.below(if top { 11 } else { 9 }) {
            0 | 1 => Kind::YesNo {
                yes: Number::ONE,
                no: Number::ZERO,
            },
            2 => Kind::YesNo {
                yes: self.number(),
                no: self.number(),
            },
            3 => Kind::Choice {
                options: self.options(),
            },
            4 => Kind::Judgement {
                options: self.options(),
                rests_on: vec![],
                fact_from: None,
            },
            5 => Kind::Choices {
                options: self.options(),
            },
            6 => Kind::Scale {
                from: 0,
                to: [2, 4, 600][self.below(3)],
                labels: Default::default(),
            },
            7 => Kind::Number {
                from: [Some(Number::ONE), Some(Number::whole(-3)), None][self.below(3)],
                to: [Some(Number::whole(4)), None][self.below(2)],
                step: [Number::ONE, Number::whole(2), Number::parse("0.5").unwrap()][self.below(3)],
                unit: None,
            },
            8 if !lists.is_empty() && self.one_in(2) => Kind::Row {
                list: lists[self.below(lists.len())],
                several: self.one_in(3),
            },
            8 => Kind::Date {
                not_after_today: true,
            },
            _ => Kind::List {
                row_name: "rij".into(),
                questions: vec![],
                at_least: 0,
                at_most: [None, Some(2)][self.below(2)],
                together: false,
                letter: 'r',
            },
        }
    }

    /// Mostly the same scale, so that highest and lowest have something to compare.
    fn options(&mut self) -> Vec<Choice> {
        let count = if self.one_in(3) { 1 + self.below(2) } else { 3 };
        levels(&["a", "b", "c"][..count], &mut || Some(self.number()))
    }

    fn number(&mut self) -> Number {
        ["0", "1", "2", "-1", "0.5", "3"].map(|text| Number::parse(text).unwrap())[self.below(6)]
    }

    fn number_ref(&mut self) -> NumberRef {
        if self.one_in(6) {
            NumberRef::Named(0)
        } else {
            NumberRef::Literal(self.number())
        }
    }

    fn where_kind(&self, fits: impl Fn(&Kind) -> bool) -> Vec<QuestionIx> {
        let all = self.list.question_indexes();
        all.filter(|at| fits(&self.list.question(*at).kind))
            .collect()
    }

    /// The questions a condition here may ask about, lists and texts left out.
    fn askable(&self, row: InRow<'_>) -> Vec<QuestionIx> {
        let found = self.where_kind(|kind| !matches!(kind, Kind::List { .. } | Kind::Row { .. }));
        found
            .into_iter()
            .filter(|at| self.is_seen_from(*at, row))
            .collect()
    }

    /// The questions that name rows of a list, and which list.
    fn naming(&self, row: InRow<'_>) -> Vec<(QuestionIx, QuestionIx)> {
        let all = self.list.question_indexes();
        all.filter(|at| self.is_seen_from(*at, row))
            .filter_map(|at| match self.list.question(at).kind {
                Kind::Row { list, .. } => Some((at, list)),
                _ => None,
            })
            .collect()
    }

    fn is_seen_from(&self, question: QuestionIx, row: InRow<'_>) -> bool {
        let parent = self.list.question(question).parent;
        parent.is_none_or(|parent| row.contains(&parent))
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let at = self.below(from.len());
        from.get(at).copied()
    }
}

fn levels(names: &[&str], points: &mut dyn FnMut() -> Option<Number>) -> Vec<Choice> {
    let level = |name: &&str| Choice {
        id: (*name).into(),
        text: (*name).into(),
        help: None,
        points: points(),
        role: None,
    };
    names.iter().map(level).collect()
}
