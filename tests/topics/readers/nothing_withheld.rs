//! Random cases with a word of its own in every text: no reader ever gets one that is withheld, in any form, with
//! containers and streams opened. `RONDEN=100000 cargo test --release --test main nothing_withheld` for many rounds.

use proptest::prelude::*;
use proptest::sample::Index;
use top3::answer::{Answer, Value};
use top3::render::opened;

use super::made::{everybody, forms, shipped, version};
use super::planted::{PROTECTED, change, changes, may_read, plant, rounds, started};

/// Every word that was planted and stands in these texts.
fn found(texts: &[String]) -> Vec<String> {
    let mut all = Vec::new();
    for text in texts {
        for start in ["qzmk", "qznt"] {
            for (at, _) in text.match_indices(start) {
                let word: String = text[at..].chars().take(9).collect();
                all.push(word);
            }
        }
    }
    all.sort();
    all.dedup();
    all
}

/// Letters and digits alone.
fn bare(text: &str) -> String {
    let kept = text.chars().filter(|one| one.is_alphanumeric());
    kept.collect::<String>().to_lowercase()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: rounds(10), max_global_rejects: rounds(10), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_gets_what_is_withheld(
        which in 0..3_usize,
        changes in changes(),
        reader in any::<Index>(),
        whom in any::<Index>(),
        slip in prop::option::of((any::<Index>(), any::<Index>(), any::<Index>())),
    ) {
        let mut case = started(which);
        change(&mut case, &changes);
        let words = plant(&mut case, "");
        // Somebody wrote what nobody may read in a text, in another spelling.
        let protects = case.list.by_role(top3::questionnaire::Role::ProtectedValues).is_some();
        let slipped = slip.filter(|_| protects).map(|(place, value, spelling)| {
            let keys: Vec<_> = words.keys().cloned().collect();
            let key = place.get(&keys).clone();
            let spelled = *spelling.get(value.get(&PROTECTED).2);
            let text = format!("{} {spelled} enzovoort", words[&key]);
            case.answers.set(key, Answer::from(Value::Text(text)));
            spelled
        });
        let readers = shipped();
        let reader = reader.get(&readers);
        let all = everybody(&case, reader);
        prop_assume!(!all.is_empty());
        let whom = whom.get(&all);
        let Ok(version) = version(&case, reader, whom, &[]) else {
            // Only a slip, or a name that stands in a text, stops it.
            prop_assert!(slipped.is_some() || case.plan().is_none());
            return Ok(());
        };
        let may = may_read(&case, reader, whom);
        let allowed: Vec<&String> = words.iter().filter(|(key, _)| may.contains(*key)).map(|(_, word)| word).collect();
        let names = case.list.by_role(top3::questionnaire::Role::PersonName).map(|at| case.list.question(at).id.clone());
        let listed = version.numbers.get("mensen");
        let forms = forms(&version, reader);
        let readable = found(&opened(&forms["tekst"]));
        for (form, bytes) in forms {
            let texts = opened(&bytes);
            for word in found(&texts) {
                let key = words.iter().find(|(_, one)| **one == word).map(|(key, _)| key);
                let is_name = key.is_some_and(|key| Some(&key.question) == names.as_ref());
                let may_name = reader.names && is_name && key.is_some_and(|key| {
                    listed.is_some_and(|rows| rows.values().any(|row| Some(row) == key.row.as_ref().map(|row| &row.0)))
                });
                prop_assert!(allowed.contains(&&word) || may_name, "{word} of {key:?} in {form} for {}", reader.id);
            }
            let bare_texts: Vec<String> = texts.iter().map(|text| bare(text)).collect();
            for (_, value, spellings) in PROTECTED {
                for spelled in spellings.iter().chain([&value]) {
                    let spelled = bare(spelled);
                    prop_assert!(!bare_texts.iter().any(|text| text.contains(&spelled)), "{value} in {form} for {}", reader.id);
                }
            }
            // And what may be read is found in every form, so that the search is known to see.
            if form != "yaml" {
                for word in &readable {
                    prop_assert!(found(&texts).contains(word), "{word} is not seen in {form} for {}", reader.id);
                }
            }
        }
    }
}
