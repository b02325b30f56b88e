//! The document for reviewers: nothing of a list is missing from it.

use top3::document;
use top3::render;

use super::{lists, proef};

#[test]
fn nothing_of_a_list_is_missing_from_its_document() {
    for list in lists() {
        let texts: Vec<String> = document::list(&list)
            .texts()
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        let all = texts.join("\n");
        let has = |what: &str| assert!(all.contains(what), "{}: {what}", list.version.id);
        has(&list.version.sha256);
        has(&list.source);
        for used in &list.uses {
            has(&used.sha256);
        }
        for part in &list.parts {
            has(&part.title.nl);
            has(&part.id);
            part.about.iter().for_each(|about| has(&about.nl));
        }
        for question in &list.questions {
            has(&question.text.nl);
            has(&question.id.0);
            has(&question.source);
            for said in [&question.help, &question.why, &question.example]
                .into_iter()
                .flatten()
            {
                has(&said.nl);
            }
            for option in question.options() {
                has(&option.text.nl);
                has(&option.id.0);
                option.help.iter().for_each(|help| has(&help.nl));
            }
            question.role.iter().for_each(|role| has(role.name()));
        }
        for derived in &list.derived {
            has(&derived.id);
            has(&derived.source);
            derived.title.iter().for_each(|title| has(&title.nl));
            derived.help.iter().for_each(|help| has(&help.nl));
            for level in &derived.levels {
                has(&format!("{} [{}]", level.text.nl, level.id));
            }
            let printed = format!("{:?}", derived.formula);
            for reason in printed.split("reason: Some(Text { nl: \"").skip(1) {
                let reason = reason
                    .split("\", other")
                    .next()
                    .unwrap()
                    .replace("\\\"", "\"");
                has(&reason);
            }
        }
        for number in &list.numbers {
            has(&number.id);
            for row in &number.rows {
                has(&row.source);
                has(&row.value.to_string().replace('.', ","));
                row.help.iter().for_each(|help| has(&help.nl));
            }
        }
        for setting in &list.settings {
            has(&setting.id);
            has(&setting.value);
        }
        for rule in &list.not_applicable {
            has(&rule.reason.nl);
        }
    }
}

#[test]
fn the_document_says_cut_offs_rules_and_what_is_missing_in_words() {
    let text = render::text(&document::list(&proef()), 200);
    for words in [
        "drukte is veel en feestdag ligt voor 14 dagen na vandaag",
        "vanaf 4, onder veel_werk (8; vanaf 1 januari 2027: 10)",
        "2 punten als lekkers bevat taart",
        "taken/uren van elke rij",
        "ja telt 2, nee telt 0",
        "toelichting verplicht bij nee",
        "vanaf nat is een concreet feit verplicht, als toelichting",
        "naar rato van wat bekend is, als er hoogstens één mist",
        "Als jarig is nee: Zonder jarige is er geen verrassingsfeest.",
        "onderdeel sfeer, radar, weer",
        "werk gedeeld door gasten. Gedeeld door nul geeft geen waarde.",
    ] {
        assert!(text.contains(words), "{words} is not in:\n{text}");
    }
}

#[test]
fn lines_of_the_document_fit_the_page() {
    for list in lists() {
        for line in render::text(&document::list(&list), 80).lines() {
            let long = line
                .split_whitespace()
                .any(|word| word.chars().count() > 50);
            assert!(
                long || line.chars().count() <= 80,
                "{}: {line}",
                list.version.id
            );
        }
    }
}
