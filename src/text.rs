//! Every sentence the program itself says: sections of named sentences, read from one YAML table a section and
//! language. A wrong name or a missing argument does not compile; a missing or unknown sentence, or a wrong `{placeholder}`,
//! fails a test. What a questionnaire says does not stand here.

mod fill;
mod section;
mod sections;
mod spoken;
mod wrap;

pub use fill::fill;
pub use sections::*;
pub use spoken::{
    DUTCH_BEGINS, DUTCH_ENDS, Spoken, as_said, day_text, doc, language, month_text, speaking,
    weekday_text,
};
pub use wrap::{indent, wrap};

/// The sentences in Dutch.
pub fn nl() -> &'static Texts {
    static NL: Texts = Texts::new();
    &NL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_the_same_sentences_with_the_same_placeholders() {
        // Reading it compares both.
        let english = language("en").unwrap();
        assert_eq!(english.language, "en");
        assert!(Spoken::of("fy", &std::collections::BTreeMap::new()).is_err());
    }

    #[test]
    fn every_sentence_is_there_with_exactly_its_placeholders() {
        assert_eq!(Texts::faults(), Vec::<String>::new());
    }
}
