//! Every sentence the program itself says: sections of named sentences, read once from one YAML table a section and
//! language. A wrong name or a missing argument does not compile; a missing or unknown sentence, or a wrong `{placeholder}`,
//! fails a test. What a questionnaire says does not stand here.

mod fill;
mod section;
mod sections;
mod wrap;

pub use fill::fill;
pub use sections::*;
pub use wrap::{indent, wrap};

use std::sync::LazyLock;

/// The sentences in Dutch.
pub fn nl() -> &'static Texts {
    static NL: LazyLock<Texts> = LazyLock::new(|| match Texts::read() {
        Ok(texts) => texts,
        // A fault here is one in a file compiled into the program: the tests below find it before any user does.
        Err(faults) => panic!("a table of sentences is wrong: {}", faults.join("; ")),
    });
    &NL
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_there_with_exactly_its_placeholders() {
        match Texts::read() {
            Ok(texts) => assert_eq!(texts.placeholder_faults(), Vec::<String>::new()),
            Err(faults) => panic!("{faults:#?}"),
        }
    }
}
