//! JSON Schema (2020-12) of every file that the program reads or writes, for editors and for other programs. What a list
//! may hold comes from the tables by which the loader reads, what a key means from the author's guide, what a result
//! holds from its types; nothing is said twice. Knows no file and no command.

mod answers;
mod batch;
mod derived;
mod form;
mod given;
mod guide;
mod holds;
mod shared;
mod training;
mod worked_case;

use schemars::JsonSchema;
use serde_json::{Map, Value as Json, json};

use crate::assessment::Sealed;
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::Forms;
use derived::derived;

/// The dialect of every schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A list, or an adaptation of one: what an author writes.
pub fn questionnaire() -> Json {
    let text = &nl().schema;
    let head = head("vragenlijst", text.list(), text.list_about());
    finish(head, form::questionnaire())
}

/// Answers to any list, without what one list asks.
pub fn answers() -> Json {
    let text = &nl().schema;
    let head = head("antwoorden", text.answers(), text.answers_about());
    finish(head, answers::any())
}

/// Answers to this list: every question with the answers that it takes.
pub fn answers_to(list: &Questionnaire) -> Json {
    let text = &nl().schema;
    let head = head(
        &of("antwoorden", list),
        text.answers_to(&list.title),
        about(list),
    );
    finish(head, given::file(list))
}

/// Worked cases beside any list.
pub fn worked_cases() -> Json {
    let text = &nl().schema;
    let head = head("proefgevallen", text.cases(), text.cases_about());
    finish(head, worked_case::any())
}

/// Worked cases beside this list.
pub fn worked_cases_of(list: &Questionnaire) -> Json {
    let text = &nl().schema;
    let head = head(
        &of("proefgevallen", list),
        text.cases_of(&list.title),
        about(list),
    );
    finish(head, worked_case::of(list))
}

/// What `weeg` gives.
pub fn result() -> Json {
    let text = &nl().schema;
    let head = head("resultaat", text.result(), text.result_about());
    finish(head, derived::<Sealed<'_>>("resultaat"))
}

/// A record that goes into a batch, whatever its list.
pub fn batch_record() -> Json {
    let text = &nl().schema;
    let head = head("batchrecord", text.record(), text.record_about());
    finish(head, batch::record(answers::whole(), Map::new()))
}

/// A record with answers to this list.
pub fn batch_record_of(list: &Questionnaire) -> Json {
    let text = &nl().schema;
    let head = head(
        &of("batchrecord", list),
        text.record_of(&list.title),
        about(list),
    );
    let (answers, definitions) = given::answers(list);
    finish(head, batch::record(answers, definitions))
}

/// A line that comes out of a batch.
pub fn batch_line() -> Json {
    let text = &nl().schema;
    let head = head("batchregel", text.line(), text.line_about());
    finish(head, derived::<batch::BatchLine>("batchregel"))
}

/// What `verifieer` gives.
pub fn verification() -> Json {
    let text = &nl().schema;
    let head = head("nakijkverslag", text.check(), text.check_about());
    finish(
        head,
        derived::<crate::verification::ReportForm>("nakijkverslag"),
    )
}

/// A report of a command, by its type. `name` is what the schema is called.
pub fn report<T: JsonSchema>(name: &str, title: String, about: String) -> Json {
    finish(head(name, title, about), derived::<T>(name))
}

/// A safety plan.
pub fn plan() -> Json {
    let text = &nl().schema;
    let head = head("plan", text.plan(), text.plan_about());
    finish(head, crate::plan::file::schema())
}

/// One line of the journal of a case.
pub fn case_line() -> Json {
    let text = &nl().schema;
    let head = head("casus", text.case(), text.case_about());
    finish(head, derived::<crate::case::JournalLine>("casus"))
}

/// The list that is kept beside a case.
pub fn kept_list() -> Json {
    let text = &nl().schema;
    let head = head("casuslijst", text.kept(), text.kept_about());
    finish(head, derived::<crate::case::KeptList>("casuslijst"))
}

/// The settings file, which has these keys.
pub fn settings(keys: &[&str]) -> Json {
    let text = &nl().schema;
    let head = head("instellingen", text.settings(), text.settings_about());
    finish(head, shared::settings(keys))
}

/// The telephone numbers that lists share.
pub fn phones() -> Json {
    let text = &nl().schema;
    let head = head("nummers", text.phones(), text.phones_about());
    finish(head, derived::<Vec<crate::interview::Phone>>("nummers"))
}

/// The partners of an organisation.
pub fn partners() -> Json {
    let text = &nl().schema;
    let head = head("partners", text.partners(), text.partners_about());
    finish(head, derived::<Vec<crate::partner::Partner>>("partners"))
}

/// The vague words that lists share.
pub fn vague_words() -> Json {
    let text = &nl().schema;
    let head = head("woorden", text.vague(), text.vague_about());
    finish(head, derived::<Vec<crate::interview::VagueWord>>("woorden"))
}

/// The scales that lists share.
pub fn scales() -> Json {
    let text = &nl().schema;
    let head = head("schalen", text.scales(), text.scales_about());
    finish(head, form::scales())
}

/// The profile of a reader: what an author or an organisation writes.
pub fn reader() -> Json {
    let text = &nl().schema;
    let head = head("lezer", text.reader(), text.reader_about());
    finish(head, form::reader())
}

/// A paper: what an author or an organisation writes.
pub fn paper() -> Json {
    let text = &nl().schema;
    let head = head("papier", text.paper(), text.paper_about());
    finish(head, form::paper())
}

/// An invented case, as a trainer writes it.
pub fn training_case(forms: &Forms) -> Json {
    let text = &nl().schema;
    let head = head(
        "oefencasus",
        text.training_case(),
        text.training_case_about(),
    );
    finish(head, training::case(forms))
}

/// The file of a participant, with answers to one of these lists.
pub fn participant(lists: &[&Questionnaire]) -> Json {
    let text = &nl().schema;
    let head = head("deelnemer", text.participant(), text.participant_about());
    finish(head, training::participant(lists))
}

/// Counts of `tel` that can be added up.
pub fn tally() -> Json {
    let text = &nl().schema;
    let head = head("telling", text.tally(), text.tally_about());
    finish(head, derived::<crate::tally::Tally>("telling"))
}

/// Counts of `tel` that may be published.
pub fn publication() -> Json {
    let text = &nl().schema;
    let head = head("publicatie", text.publication(), text.publication_about());
    finish(head, derived::<crate::tally::Publication>("publicatie"))
}

/// What stands above a schema. Its name is a URN: there is no host behind it.
fn head(name: &str, title: String, about: String) -> Map<String, Json> {
    let mut head = Map::new();
    head.insert("$schema".to_owned(), json!(DIALECT));
    head.insert("$id".to_owned(), json!(format!("urn:top3:schema:{name}:1")));
    head.insert("title".to_owned(), json!(title));
    head.insert("description".to_owned(), json!(about));
    head
}

fn finish(mut head: Map<String, Json>, body: Json) -> Json {
    if let Json::Object(body) = body {
        for (key, value) in body {
            head.entry(key).or_insert(value);
        }
    }
    Json::Object(head)
}

/// The name of the schema of one version of a list.
fn of(name: &str, list: &Questionnaire) -> String {
    format!("{name}:{}:{}", list.version.id, list.version.version)
}

fn about(list: &Questionnaire) -> String {
    let version = &list.version;
    nl().schema
        .of_version(&version.id, &version.version, &version.sha256)
}
