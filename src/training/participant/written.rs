//! A participant's file as it is written, and what it is called.

use std::fmt::Write as _;

use chrono::NaiveDateTime;
use serde::Serialize;

use super::{MOMENT, Participant, without_given};
use crate::answer::AnswersFile;
use crate::problem::Problem;
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::FORMAT;
use crate::training::read::is_name;
use crate::yaml;

#[derive(Serialize)]
struct File<'a> {
    oefening: HeadForm<'a>,
    antwoorden: AnswersFile<'a>,
}

#[derive(Serialize)]
struct HeadForm<'a> {
    formaat: i64,
    fictief: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    casus: Option<Reference<'a>>,
    vragenlijst: Reference<'a>,
    ronde: u8,
    deelnemer: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    functie: Option<&'a str>,
    samen: &'static str,
    datum: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    begonnen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sleutel_gelezen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    klaar: Option<&'static str>,
}

#[derive(Serialize)]
struct Reference<'a> {
    id: &'a str,
    versie: &'a str,
    sha256: &'a str,
}

impl Participant {
    /// The file.
    ///
    /// # Errors
    /// Only where the program itself is at fault.
    pub fn written(&self, list: &Questionnaire) -> Result<String, Box<Problem>> {
        let head = &self.head;
        let answers = without_given(list, &self.answers);
        let file = File {
            oefening: HeadForm {
                formaat: FORMAT,
                fictief: "ja",
                casus: head.case.as_ref().map(|case| Reference {
                    id: &case.id,
                    versie: &case.version,
                    sha256: &case.sha256,
                }),
                vragenlijst: Reference {
                    id: &head.list.id,
                    versie: &head.list.version,
                    sha256: &head.list.sha256,
                },
                ronde: head.round,
                deelnemer: &head.name,
                functie: head.function.as_deref(),
                samen: yes_or_no(head.pair),
                datum: head.day.to_string(),
                begonnen: head.begun.map(written),
                sleutel_gelezen: head.key_read.map(written),
                klaar: head.done.map(yes_or_no),
            },
            antwoorden: AnswersFile {
                list,
                answers: &answers,
            },
        };
        let mut text = format!("{}\n", nl().training.header());
        let _ = write!(text, "{}", yaml::write(&file)?);
        Ok(text)
    }

    /// What its file is called: never with more of a name than letters, digits and hyphens.
    pub fn file_name(&self) -> String {
        let of = self
            .head
            .case
            .as_ref()
            .map_or(&self.head.list.id, |case| &case.id);
        format!("{of}-{}-{}.yaml", slug(&self.head.name), self.head.round)
    }
}

/// A name as it can stand in the name of a file.
pub fn slug(name: &str) -> String {
    let mut made = String::new();
    for one in name.to_lowercase().chars() {
        let fits = one.is_ascii_alphanumeric();
        if fits {
            made.push(one);
        } else if !made.ends_with('-') && !made.is_empty() {
            made.push('-');
        }
    }
    let made: String = made.trim_end_matches('-').chars().take(24).collect();
    if is_name(&made) {
        made
    } else {
        "deelnemer".to_owned()
    }
}

const fn yes_or_no(flag: bool) -> &'static str {
    if flag { "ja" } else { "nee" }
}

fn written(at: NaiveDateTime) -> String {
    at.format(MOMENT).to_string()
}
