//! What a careful colleague would point out in a text: vague words, and things that need not stand in a case at all.
//! Points out and asks; never refuses and never changes a letter.

use super::shared::VagueWord;
use crate::answer::interpret::fold;
use crate::case::looks_like_bsn;
use crate::trace::{Kind, names, patterns, role_words};

/// The vague words in a text, in the order of the list, each once.
pub(super) fn vague<'w>(text: &str, words: &'w [VagueWord]) -> Vec<&'w VagueWord> {
    let text: String = fold(text)
        .chars()
        .map(|one| if one.is_alphanumeric() { one } else { ' ' })
        .collect();
    let text = format!(
        " {} ",
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    words
        .iter()
        .filter(|vague| text.contains(&format!(" {} ", fold(&vague.word))))
        .collect()
}

/// What in a text tells who or where somebody is, in words; `None` when nothing does.
pub fn sensitive(text: &str) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for trace in patterns(text) {
        let called = trace.kind.called();
        if trace.kind != Kind::Date && !found.contains(&called) {
            found.push(called);
        }
    }
    if looks_like_bsn(text) {
        found = vec![crate::text::nl().interview.a_bsn()];
    }
    (!found.is_empty()).then(|| found.join(", "))
}

/// Whether what somebody is called looks like a name, not like what they are to the others.
pub(super) fn looks_like_name(called: &str) -> bool {
    let capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let alone = called.split_whitespace().count() == 1 && capital(called.trim());
    !role_words(called).1 && (alone || !names(called).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Vec<VagueWord> {
        ["vaak", "onder invloed", "in de war"]
            .map(|word| VagueWord {
                word: word.to_owned(),
                ask: String::new(),
                example: String::new(),
            })
            .to_vec()
    }

    #[test]
    fn sees_whole_words_only() {
        let words = words();
        let found = |text: &str| {
            let found = vague(text, &words);
            found
                .iter()
                .map(|vague| vague.word.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            found("Hij is vaak, en onder\ninvloed."),
            ["vaak", "onder invloed"]
        );
        assert_eq!(found("VAAK"), ["vaak"]);
        assert!(found("vaker, invloed, in de warmte").is_empty());
    }

    #[test]
    fn sees_a_name_where_a_role_would_do() {
        for name in ["Samira", "juf Anja", "buurvrouw De Vries"] {
            assert!(looks_like_name(name), "{name}");
        }
        for role in [
            "Moeder",
            "oudste zoon",
            "Buurvrouw 2",
            "oma van moeders kant",
            "kind van 6",
        ] {
            assert!(!looks_like_name(role), "{role}");
        }
    }

    #[test]
    fn sees_what_need_not_be_in_a_case() {
        assert!(sensitive("Zij woont op 1234 AB.").is_some());
        assert!(sensitive("bsn 111222333").is_some());
        assert!(sensitive("Bel 112, of Veilig Thuis op 0800-2000.").is_none());
        assert!(sensitive("Op 3 maart sloeg hij haar.").is_none());
    }
}
