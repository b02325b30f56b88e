//! Periods: where each starts, how long it is, when it is over. Of every list: those of a used one come along under its
//! prefix.

use std::collections::BTreeMap;

use super::head::{id, source};
use super::names::Scope;
use super::{Context, condition};
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form::{self, Sort};
use crate::questionnaire::raw::{Fields, filled, one_or_more, word};
use crate::questionnaire::{
    Heard, NumberRef, Period, PeriodIx, PeriodSort, QuestionIx, Start, Text, Unit,
};
use crate::yaml::Node;

/// What an author writes where nobody published how long it is.
const UNKNOWN: &str = "onbekend";

/// A period before its names are resolved.
struct Entry<'a> {
    list: usize,
    /// Its full id.
    id: String,
    node: &'a Node,
    at: &'a Node,
}

impl<'a> Context<'a> {
    /// All periods, of every list in the order of the lists.
    pub(super) fn lower_periods(&self) -> Vec<Period> {
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut ids: BTreeMap<String, usize> = BTreeMap::new();
        for list in 0..self.lists.len() {
            for node in self.heads[list].periods {
                let Some(entry) = self.entry(list, node) else {
                    continue;
                };
                if self.is_taken(&entry, ids.get(&entry.id).map(|at| entries[*at].at)) {
                    continue;
                }
                ids.insert(entry.id.clone(), entries.len());
                entries.push(entry);
            }
        }
        let starts: Vec<Option<Start>> = entries
            .iter()
            .map(|one| match self.counts(one.node) {
                true => None,
                false => self.start(one, &ids),
            })
            .collect();
        self.circles(&entries, &starts);
        let each = entries.iter().enumerate();
        let made: Vec<Option<Period>> = each
            .map(|(at, entry)| {
                let rows = self.rows_of_start(&starts, at);
                self.period(entry, starts[at], rows)
            })
            .collect();
        // With one left out the places of the others would shift; its fault is said, and the list is not used.
        made.into_iter().collect::<Option<_>>().unwrap_or_default()
    }

    fn entry(&self, list: usize, node: &'a Node) -> Option<Entry<'a>> {
        let mut fields = Fields::of(node, &form::PERIOD, self.faults)?;
        let (name, at) = id(&mut fields, "id", self.faults)?;
        Some(Entry {
            list,
            id: format!("{}{name}", self.lists[list].prefix),
            node,
            at,
        })
    }

    /// Whether something else has this id; said where it is. `vanaf` names questions and periods alike.
    fn is_taken(&self, entry: &Entry<'a>, period: Option<&'a Node>) -> bool {
        let question = self.question_ids.get(&entry.id);
        let derived = self.derived_ids.get(&entry.id);
        let first = period
            .or_else(|| question.map(|at| self.questions[*at].at))
            .or_else(|| derived.map(|at| self.derived[*at].at));
        let Some(first) = first else {
            return false;
        };
        let name = entry.at.text().unwrap_or("");
        self.faults.add(
            Problem::new(
                Code::RepeatedId,
                entry.at.place.clone(),
                format!("De id `{name}` is al van een vraag, een afgeleide of een andere termijn."),
                "Geef elke termijn een eigen id.",
            )
            .and(first.place.clone(), "hier staat die"),
        );
        true
    }

    fn start(&self, entry: &Entry<'a>, ids: &BTreeMap<String, usize>) -> Option<Start> {
        let mut fields = Fields::of(entry.node, &form::PERIOD, self.faults)?;
        let node = fields.need("vanaf")?;
        let name = word(node, self.faults)?;
        let full = self.full(entry.list, name);
        if let Some(at) = ids.get(&full) {
            return Some(Start::EndOf(PeriodIx(*at)));
        }
        if let Some(&at) = self.question_ids.get(&full) {
            return self
                .is_a(node, at, &[Sort::Date], "`soort: datum`")
                .then_some(Start::Answer(QuestionIx(at)));
        }
        if self.in_absent_list(entry.list, name) {
            return None;
        }
        let row_of = self.row_questions(&Scope::of(entry.list), name);
        let tip = match row_of {
            Some(list) => {
                format!("Bedoelt u de vraag in de rijen van `{list}`? Schrijf `{list}/{name}`.")
            }
            None => {
                let dates = self
                    .questions
                    .iter()
                    .filter(|one| one.sort == Some(Sort::Date));
                let known = dates.map(|one| one.id.as_str());
                did_you_mean(name, known.chain(ids.keys().map(String::as_str)))
            }
        };
        let message = format!("Er is geen vraag of termijn `{name}`.");
        self.faults
            .say(Code::UnknownReference, &node.place, message, tip);
        None
    }

    /// Whether a question is of one of these kinds; said where not.
    pub(super) fn is_a(&self, node: &Node, at: usize, sorts: &[Sort], what: &str) -> bool {
        let entry = &self.questions[at];
        let good = entry.sort.is_none_or(|sort| sorts.contains(&sort));
        if !good {
            self.faults.say(
                Code::WrongUse,
                &node.place,
                format!("`{}` is geen vraag met {what}.", entry.id),
                format!("Noem hier een vraag met {what}."),
            );
        }
        good
    }

    /// One fault for each period that comes back to itself.
    fn circles(&self, entries: &[Entry<'a>], starts: &[Option<Start>]) {
        for (at, entry) in entries.iter().enumerate() {
            let mut round = vec![at];
            let mut now = at;
            while let Some(Start::EndOf(PeriodIx(next))) = starts[now] {
                if next == at {
                    // Said once, at the first of them.
                    if round.iter().min() == Some(&at) {
                        let names: Vec<&str> = round
                            .iter()
                            .chain([&at])
                            .map(|one| entries[*one].id.as_str())
                            .collect();
                        self.faults.say(
                            Code::Circle,
                            &entry.at.place,
                            format!(
                                "Deze termijnen beginnen bij elkaar: `{}`.",
                                names.join("` → `")
                            ),
                            "Laat één van de termijnen beginnen op de dag van een vraag.",
                        );
                    }
                    break;
                }
                if round.contains(&next) {
                    break;
                }
                round.push(next);
                now = next;
            }
        }
    }

    /// The list in whose rows it starts.
    fn rows_of_start(&self, starts: &[Option<Start>], mut at: usize) -> Option<usize> {
        for _ in 0..=starts.len() {
            match starts[at]? {
                Start::Answer(question) => return self.questions[question.0].parent,
                Start::EndOf(next) => at = next.0,
            }
        }
        None
    }

    fn period(
        &self,
        entry: &Entry<'a>,
        from: Option<Start>,
        rows: Option<usize>,
    ) -> Option<Period> {
        let head = &self.heads[entry.list];
        let outside = Scope::of(entry.list);
        let scope = rows.map_or(outside, |row| outside.within(row));
        let mut fields = Fields::of(entry.node, &form::PERIOD, self.faults)?;
        let counts = self.counts(entry.node);
        let title = self.needed(&mut fields, "titel");
        let silent = match fields.get("stil") {
            Some(node) => crate::questionnaire::raw::text(node, self.faults),
            // Counted days never stand in a calendar.
            None if counts => title.clone(),
            None => self.lacks(entry.node, "stil"),
        };
        let help = fields.text("uitleg");
        let sort = fields.need("soort").and_then(|node| self.period_sort(node));
        let at = fields.get("om").map(|node| {
            let at = self.question(node, &scope)?;
            let kinds = [Sort::Number, Sort::Scale];
            self.is_a(node, at, &kinds, "`soort: getal`")
                .then_some(QuestionIx(at))
        });
        let length = if counts {
            let units = Unit::ALL.map(Unit::name);
            self.no_length(entry.node, &[&units[..], &["om", "schuift"]].concat());
            fields.allow(&units);
            Some((Unit::Days, None))
        } else {
            self.no_until(entry.node);
            self.length(&mut fields, &scope)
        };
        fields.allow(&["vanaf", "tot"]);
        let span = counts.then(|| self.span(entry.list, entry.node));
        let moves = fields.flag("schuift");
        let when = fields.get("als").map(|node| self.condition(node, &scope));
        let done = fields
            .get("klaar")
            .map_or(Some(Vec::new()), |node| self.heard(node, &scope));
        let own = fields
            .get("bron")
            .map(|node| source(head, node, self.faults));
        fields.finish();
        let (unit, length) = length?;
        let when = match when {
            Some(when) => Some(when?),
            None => None,
        };
        let applies = self.applicable(entry.list);
        Some(Period {
            id: entry.id.clone(),
            title: title?,
            silent: silent?,
            help,
            from: match &span {
                Some(Some(span)) => Start::Answer(*span.from.first()?),
                _ => from?,
            },
            rows: rows.map(QuestionIx),
            at: match at {
                Some(at) => Some(at?),
                None => None,
            },
            unit,
            length,
            moves,
            span: match span {
                Some(span) => Some(span?),
                None => None,
            },
            when: match (applies, when) {
                (Some(applies), when) => Some(condition::all(
                    std::iter::once(applies).chain(when).collect(),
                )),
                (None, when) => when,
            },
            done: done?,
            sort: sort?,
            source: own.unwrap_or_else(|| head.source.clone()),
            place: entry.at.place.clone(),
        })
    }

    fn needed(&self, fields: &mut Fields<'a>, key: &'static str) -> Option<Text> {
        let node = fields.need(key)?;
        crate::questionnaire::raw::text(node, self.faults)
    }

    fn period_sort(&self, node: &Node) -> Option<PeriodSort> {
        let name = word(node, self.faults)?;
        let found = PeriodSort::ALL.into_iter().find(|one| one.name() == name);
        if found.is_none() {
            self.faults.say(
                Code::UnknownReference,
                &node.place,
                format!("De soort termijn `{name}` bestaat niet."),
                did_you_mean(name, PeriodSort::ALL.map(PeriodSort::name)),
            );
        }
        found
    }

    /// How long it is: exactly one key says so.
    fn length(&self, fields: &mut Fields<'a>, scope: &Scope) -> Option<(Unit, Option<NumberRef>)> {
        let mut named: Vec<(Unit, Option<&'a Node>)> = Vec::new();
        for unit in Unit::ALL {
            if fields.has(unit.name()) {
                named.push((unit, fields.get(unit.name())));
            }
        }
        let (unit, node) = match named.as_slice() {
            [one] => *one,
            [] => {
                self.faults.say(
                    Code::MissingKey,
                    &fields.node.place,
                    "Deze termijn zegt niet hoe lang hij duurt.",
                    format!(
                        "Voeg één van `{}` toe. Is de dag zelf bedoeld, schrijf dan `dagen: 0`. Heeft niemand een duur bekendgemaakt, schrijf dan `jaren: onbekend`.",
                        Unit::ALL.map(Unit::name).join("`, `")
                    ),
                );
                return None;
            }
            [_, (unit, _), ..] => {
                let (name, _) = fields.node.entry(unit.name())?;
                self.faults.say(
                    Code::WrongUse,
                    &name.place,
                    "Deze termijn zegt twee keer hoe lang hij duurt.",
                    "Houd er één over.",
                );
                return None;
            }
        };
        if unit == Unit::Hours && !fields.has("om") {
            self.faults.say(
                Code::MissingKey,
                &fields.node.place,
                "Een termijn in uren begint op een tijd, en die staat er niet.",
                "Voeg `om: …` toe, met de vraag naar het uur.",
            );
        }
        let node = node?;
        if node.text() == Some(UNKNOWN) {
            return Some((unit, None));
        }
        let number = self.number(node, scope)?;
        let values: Vec<_> = match number {
            NumberRef::Literal(number) => vec![number],
            NumberRef::Named(at) => {
                let named = self.heads.iter().flat_map(|head| &head.numbers);
                let rows = named.skip(at).take(1).flat_map(|(_, rows)| rows);
                rows.map(|row| row.value).collect()
            }
        };
        if !values
            .iter()
            .all(|one| one.as_whole().is_some_and(|whole| whole >= 0))
        {
            self.faults.say(
                Code::BadValue,
                &node.place,
                "Een termijn is een heel getal, van 0 af.",
                "Schrijf een heel getal, zoals 5.",
            );
            return None;
        }
        Some((unit, Some(number)))
    }

    /// What makes it over: questions that have an answer, conditions that hold.
    fn heard(&self, node: &'a Node, scope: &Scope) -> Option<Vec<Heard>> {
        if node.list().is_some() {
            filled(node, self.faults);
        }
        let made: Vec<Option<Heard>> = one_or_more(node)
            .iter()
            .map(|one| match one.map() {
                Some(_) => self.condition(one, scope).map(Heard::Holds),
                None => self
                    .question(one, scope)
                    .map(|at| Heard::Answered(QuestionIx(at))),
            })
            .collect();
        made.into_iter().collect()
    }
}
