//! What the author promises of a list: a promise that is not kept, that cannot be looked through, or that says nothing.

use super::Proof;
use crate::analysis::{Came, Counter, Example, Verdict, judge};
use crate::answer::{Key, Value, typed};
use crate::problem::{Code, Problem};
use crate::questionnaire::{Property, QuestionIx};

/// So many answers of an example are named.
const MOST_NAMED: usize = 6;

impl Proof<'_> {
    pub(super) fn promises(&self) -> Vec<Problem> {
        let properties = self.list.properties.iter();
        properties
            .filter_map(|property| self.promise(property))
            .collect()
    }

    fn promise(&self, property: &Property) -> Option<Problem> {
        let verdict = judge(self.list, self.needs, property);
        if verdict.is_right(property) {
            return None;
        }
        let id = &property.id;
        let problem = |code, message: String, tip: &str| {
            Some(Problem::new(code, property.place.clone(), message, tip))
        };
        match verdict {
            Verdict::Refuted(counter) => problem(
                Code::PropertyFails,
                format!("De eigenschap `{id}` klopt niet{}.", self.counter(&counter)),
                "Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.",
            ),
            Verdict::Proved(_) => problem(
                Code::PropertyFails,
                format!("De eigenschap `{id}` klopt voor alle antwoorden, en hier staat van niet."),
                "Haal `geldt: nee` weg, of kijk of de regels nog zeggen wat u bedoelt.",
            ),
            Verdict::Empty => problem(
                Code::PropertyEmpty,
                format!("De eigenschap `{id}` zegt niets: waar zij over gaat, komt nooit voor."),
                "Kijk de voorwaarde en de vragen na, of haal de eigenschap weg.",
            ),
            Verdict::Endless => problem(
                Code::PropertyUnproven,
                format!(
                    "De eigenschap `{id}` is niet na te gaan: zij hangt af van antwoorden die niet allemaal te noemen zijn."
                ),
                "Beloof iets over minder vragen, of leg het met proefgevallen vast.",
            ),
            Verdict::TooLarge => problem(
                Code::PropertyUnproven,
                format!("De eigenschap `{id}` is niet na te gaan: er zijn te veel mogelijkheden."),
                "Beloof iets over minder vragen, of leg het met proefgevallen vast.",
            ),
        }
    }

    /// Why not, in the words of a worked case.
    fn counter(&self, counter: &Counter) -> String {
        if counter.change.is_none() && !counter.questions.is_empty() {
            let ids = counter.questions.iter();
            let ids: Vec<String> = ids.map(|at| self.quoted(*at)).collect();
            return format!(": {} verandert nooit iets", ids.join(", "));
        }
        let mut parts = Vec::new();
        let example = named(&counter.example);
        if !example.is_empty() {
            parts.push(format!("bijvoorbeeld bij {example}"));
        }
        if let Some((key, before, after)) = &counter.change {
            let [before, after] = [before, after].map(|value| word(value.as_ref()));
            let mut change = format!("als `{key}` van `{before}` naar `{after}` gaat");
            if let [from, to] = counter.came.as_slice() {
                change += &format!(", komt er {} in plaats van {}", came(to), came(from));
            }
            parts.push(change);
        }
        if parts.is_empty() {
            return ", bij geen enkel antwoord".to_owned();
        }
        format!(", {}", parts.join(": "))
    }

    fn quoted(&self, at: QuestionIx) -> String {
        format!("`{}`", self.list.question(at).id)
    }
}

fn word(value: Option<&Value>) -> String {
    value.map_or_else(|| "iets anders".to_owned(), typed)
}

fn came(of: &Came) -> String {
    match of {
        Came::Nothing | Came::Unclear => "geen waarde".to_owned(),
        Came::Number(number) => format!("{number}"),
        Came::Level(level) => format!("`{level}`"),
    }
}

/// The answers of an example, in the words of a worked case.
pub(super) fn named(example: &Example) -> String {
    let mut named: Vec<String> = Vec::new();
    for (list, count) in &example.rows {
        named.push(match count {
            0 => format!("`{list}` zonder rijen"),
            1 => format!("`{list}` met één rij"),
            count => format!("`{list}` met {count} rijen"),
        });
    }
    let answer = |(key, value): &(Key, Option<Value>)| format!("`{key}: {}`", word(value.as_ref()));
    named.extend(example.answers.iter().map(answer));
    let more = if named.len() > MOST_NAMED { " …" } else { "" };
    named.truncate(MOST_NAMED);
    format!("{}{more}", named.join(", "))
}
