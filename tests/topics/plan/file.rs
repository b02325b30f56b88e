//! The plan file: it says again what was written, and a fault in it is told with its place.

use super::cases::example;
use top3::plan::file::{read, write};

#[test]
fn a_written_plan_reads_back_as_the_same_plan() {
    for name in ["acuut-onveilig", "hulp-en-plan"] {
        let plan = example(name).plan().unwrap();
        let text = write(&plan).unwrap();
        if std::env::var_os("TOON").is_some() {
            println!("{text}");
        }
        let again =
            read(text.as_bytes(), "plan.yaml").unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(again.plan, plan);
        assert!(!again.edited);
    }
}
