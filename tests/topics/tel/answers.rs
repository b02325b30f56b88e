//! What is counted of answers: nothing that is hidden, nothing that somebody wrote, rows once a record.

use chrono::NaiveDate;
use serde_json::{Value as Json, json};
use top3::questionnaire::{Library, Questionnaire};
use top3::tally::{Answers, answers_of, count_answers};

const LIST: &str = "
id: lijst
versie: 1.0.0
titel: Lijst
bron: Eigen voorbeeld
onderdelen:
  - id: eerst
    titel: Eerst
    vragen:
      - { id: kind, vraag: 'Is er een kind?', soort: ja_nee, nvt: ja }
      - { id: vorm, vraag: 'Wat?', soort: meerkeuze, opties: [ { id: slaan, tekst: Slaan }, { id: dreigen, tekst: Dreigen } ] }
      - { id: cijfer, vraag: 'Hoe veilig?', soort: schaal, van: 0, tot: 10 }
      - { id: bedrag, vraag: 'Hoeveel?', soort: getal, stap: 0.5 }
      - { id: verhaal, vraag: 'Vertel.', soort: tekst }
      - id: keren
        vraag: Welke keren?
        soort: lijst
        rij: keer
        vragen:
          - { id: ernst, vraag: 'Hoe erg?', soort: keuze, opties: [ { id: licht, tekst: Licht }, { id: zwaar, tekst: Zwaar } ] }
          - { id: arts, vraag: 'Was er een arts?', soort: ja_nee, als: { vraag: ernst, is: zwaar } }
  - id: daarna
    titel: Daarna
    als: { vraag: kind, is: ja }
    vragen:
      - { id: school, vraag: 'Gaat het kind naar school?', soort: ja_nee }
";

fn list() -> Questionnaire {
    let mut library = Library::shipped();
    library.add("lijst.yaml", LIST.as_bytes()).unwrap();
    library
        .load("lijst")
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn counted(records: &[Json]) -> Json {
    let list = list();
    let today = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    let mut counts = Answers::default();
    for answers in records {
        let line = json!({ "id": 1, "antwoorden": answers }).to_string();
        let answers = answers_of(&list, &line, today).unwrap_or_else(|why| panic!("{why:#?}"));
        count_answers(&mut counts, &list, &answers, today);
    }
    serde_json::to_value(&counts).unwrap()
}

#[test]
fn each_kind_of_answer_is_counted_as_what_it_is() {
    let counts = counted(&[
        json!({ "kind": "ja", "vorm": ["slaan", "dreigen"], "cijfer": 3, "bedrag": 12.5, "verhaal": "GEHEIM" }),
        json!({ "kind": "nvt", "vorm": [], "cijfer": "onbekend", "bedrag": 12.5, "school": "ja" }),
        json!({ "kind": "geweigerd", "vorm": ["slaan"], "cijfer": { "waarde": 3, "toelichting": "GEHEIM" } }),
        json!({ "kind": "nee", "school": "nee" }),
    ]);
    assert_eq!(counts["records"], 4);
    let of = |question: &str| &counts["vragen"][question];
    assert_eq!(of("kind")["waarden"], json!({ "ja": 1, "nee": 1 }));
    assert_eq!(
        (&of("kind")["nvt"], &of("kind")["geweigerd"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(
        of("vorm")["waarden"],
        json!({ "(geen)": 1, "dreigen": 1, "slaan": 2 })
    );
    assert_eq!(
        (&of("vorm")["meer"], &of("vorm")["niet_gesteld"]),
        (&json!(true), &json!(1))
    );
    assert_eq!(of("cijfer")["waarden"], json!({ "3": 2 }));
    assert_eq!(of("bedrag")["waarden"], json!({ "(ingevuld)": 2 }));
    assert_eq!(of("verhaal")["waarden"], json!({ "(ingevuld)": 1 }));
    assert!(!counts.to_string().contains("GEHEIM") && !counts.to_string().contains("12.5"));
    // An answer to what does not belong is none: the child is not there.
    assert_eq!(of("school")["waarden"], json!({}));
    let school = of("school");
    assert_eq!(
        (&school["niet_aan_de_orde"], &school["niet_gesteld"]),
        (&json!(2), &json!(2))
    );
}

#[test]
fn rows_count_once_a_record() {
    let counts = counted(&[
        json!({ "keren": [
            { "id": "k1", "ernst": "licht", "arts": "ja" },
            { "id": "k2", "ernst": "licht" },
            { "id": "k3", "ernst": "zwaar", "arts": "onbekend" },
        ] }),
        json!({ "keren": [ { "id": "k1", "ernst": "licht" } ] }),
        json!({ "keren": [] }),
        json!({ "keren": "onbekend" }),
        json!({}),
    ]);
    let of = |question: &str| &counts["vragen"][question];
    assert_eq!(
        of("keren")["waarden"],
        json!({ "(geen)": 1, "(ingevuld)": 2 })
    );
    assert_eq!(
        (&of("keren")["onbekend"], &of("keren")["niet_gesteld"]),
        (&json!(1), &json!(1))
    );
    let severity = of("keren/ernst");
    assert_eq!(severity["waarden"], json!({ "licht": 2, "zwaar": 1 }));
    assert_eq!(
        (&severity["meer"], &severity["niet_gesteld"]),
        (&json!(true), &json!(3))
    );
    // The doctor of a light one was never asked about.
    assert_eq!(of("keren/arts")["waarden"], json!({}));
    assert_eq!(of("keren/arts")["onbekend"], 1);
}
