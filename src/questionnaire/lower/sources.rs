//! Who can be asked after an answer (`navragen`). Never a child: who wants to know what a child has seen, listens.

use super::Context;
use crate::problem::Code;
use crate::questionnaire::Text;
use crate::questionnaire::raw::{Fields, text};

/// Words for a child, alone or at the end of a longer word.
const CHILD: [&str; 28] = [
    "kind",
    "kinderen",
    "kindje",
    "zoon",
    "zoontje",
    "dochter",
    "dochtertje",
    "baby",
    "kleuter",
    "peuter",
    "tiener",
    "puber",
    "broertje",
    "zusje",
    "jongen",
    "jongens",
    "meisje",
    "meisjes",
    "jongere",
    "jongeren",
    "minderjarige",
    "minderjarigen",
    "scholier",
    "scholieren",
    "leerling",
    "leerlingen",
    "klasgenoot",
    "vriendje",
];
/// What a child can belong to: *de oma van het kind* is an adult.
const OF: [&str; 2] = ["van", "voor"];

impl<'a> Context<'a> {
    /// The adults and organisations that can be asked.
    pub(super) fn sources(&self, fields: &mut Fields<'a>) -> Vec<Text> {
        let mut sources = Vec::new();
        for node in fields.some("navragen") {
            let Some(source) = text(node, self.faults) else {
                continue;
            };
            if names_a_child(&source.nl) {
                self.faults.say(
                    Code::WrongUse,
                    &node.place,
                    "Bij `navragen` staat een kind. Een kind wordt niet uitgevraagd.",
                    "Noem een volwassene of een organisatie, zoals `de school`. Gaat de vraag over wat een kind zelf zegt of laat zien, schrijf dan `luister: ja`.",
                );
            }
            sources.push(source);
        }
        sources
    }
}

fn names_a_child(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphabetic());
    let words = words.map(str::to_lowercase);
    let mut adult = false;
    for word in words {
        if word == "volwassen" || word == "meerderjarige" {
            adult = true;
        } else if OF.contains(&&*word) {
            return false;
        } else if CHILD.iter().any(|child| word.ends_with(child)) {
            return !adult;
        }
    }
    false
}
