//! What people and scripts see of it.

use serde_json::json;

use crate::support::program::Program;

use top3::interview::{Lines, Memory, Setting, run};

use super::{FIVE, answers, load, today};

#[test]
fn weeg_says_it_in_words_and_in_json() {
    let program = Program::new();
    program.write("a.yaml", &format!("{FIVE}top3: [s4, s2]\n"));
    let run = program.run(&["weeg", "top3", "a.yaml"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let at = run.out.find("Wat hoort bij de eerste 3?").unwrap();
    insta::assert_snapshot!(&run.out[at..], @r#"
    Wat hoort bij de eerste 3?
      A
        Hoort zeker bij de eerste 3. Even zwaar gewogen als "C".
      B (bij u op plaats 2)
        Hoort zeker bij de eerste 3.
      C
        Hoort zeker bij de eerste 3. Even zwaar gewogen als "A".
      D (bij u op plaats 1)
        Komt na de eerste 3: 3 andere gaan voor.
      E
        Komt na de eerste 3: 4 andere gaan voor.
    "#);
    let run = program.run(&["weeg", "top3", "a.yaml", "--formaat", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let ranking = &json["rangorden"]["top3"];
    assert_eq!(
        ranking["rijen"][0],
        json!({
            "rij": "s1", "bij_de_eerste": "zeker", "eerste_plaats": 2, "laatste_plaats": 3,
            "gelijk_met": ["s3"], "nog_open": [], "betwist": []
        })
    );
    assert_eq!(
        ranking["botst"],
        json!([
            { "rij": "s2", "onder": "s4", "grond": "regel" },
            { "rij": "s1", "onder": "s4", "grond": "wegingen" },
            { "rij": "s3", "onder": "s4", "grond": "wegingen" }
        ])
    );
    assert_eq!(
        (&ranking["plaatsen"], &ranking["groeit"], &ranking["exact"]),
        (&json!(3), &json!(false), &json!(true))
    );
}

#[test]
fn nothing_is_said_where_everything_fits() {
    let program = Program::new();
    let run = program.run_with(
        &["weeg", "top3", "-"],
        "situaties: [{ id: s1, wat: A, rode_vlag: nee, ernst: 2, herhaling: 3, urgentie: dagen }]",
    );
    assert!(!run.out.contains("eerste 3"), "{}", run.out);
}

const SMALL: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Een deel
    vragen:
      - id: zaken
        vraag: Wat is er?
        soort: lijst
        rij: zaak
        nummer: z
        vragen:
          - { id: wat, vraag: Wat gebeurt er?, soort: tekst }
          - { id: ernst, vraag: Hoe erg is het?, soort: schaal, van: 0, tot: 3 }
      - { id: eerst, vraag: Wat gaat voor?, soort: rangorde, rijen_van: zaken, hoogstens: 2, weegt_op: [ernst] }
";

/// What a person in plain lines reads who types this after these answers.
fn talk(given: &str, typed: &str) -> String {
    let list = load(SMALL);
    let mut kept = Memory::new(answers(&list, given));
    let mut said = Vec::new();
    let setting = Setting {
        list: &list,
        today: today(),
        phones: &[],
        vague: &[],
    };
    let mut lines = Lines::new(typed.as_bytes(), &mut said, 100);
    run(setting, &mut kept, &mut lines).unwrap();
    drop(lines);
    String::from_utf8(said).unwrap()
}

#[test]
fn the_one_who_makes_the_order_sees_it_beside_each_row() {
    let given = "zaken: [{ id: z1, wat: Slaan, ernst: 2 }, { id: z2, wat: Schelden, ernst: 1 }, { id: z3, wat: Dreigen, ernst: onbekend }, { id: z4, wat: Roepen, ernst: 1 }]";
    let said = talk(given, "2, 1\nklaar\n");
    let at = said.find("Vraag 10").or(said.find("Vraag 10.")).unwrap();
    let end = said.find("> ").unwrap();
    insta::assert_snapshot!(said[at..end].trim_end(), @r#"
    Vraag 10. Wat gaat voor?
    Gewoonlijk de eerste 2. Minder of meer mag.
    Bij elke regel staat wat uit de wegingen volgt. Dat is geen meting. De volgorde maakt u. Doe dat
    alleen samen met het gezin als ieder daar vrij en veilig kan praten.
    1. [zeker] Slaan
    Hoort zeker bij de eerste 2.
    2. [misschien] Schelden
    Hoort misschien bij de eerste 2. Even zwaar gewogen als "Roepen". Hangt af van de weging van
    "Dreigen".
    3. [misschien] Dreigen
    Hoort misschien bij de eerste 2. Nog niet gewogen: Hoe erg is het?
    4. [misschien] Roepen
    Hoort misschien bij de eerste 2. Even zwaar gewogen als "Schelden". Hangt af van de weging van
    "Dreigen".
    Typ de nummers in uw volgorde, met komma's ertussen. Of: onbekend of geweigerd.
    "#);
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let clash = "\"Slaan\" staat onder \"Schelden\". Die is lichter gewogen.";
    assert_eq!(flat.matches(clash).count(), 1, "{said}");
    let agreed = talk(given, "1, 2\nklaar\n");
    assert!(!agreed.contains("staat onder"), "{agreed}");
}

#[test]
fn a_case_shows_it_with_the_order_that_was_made() {
    let program = Program::new();
    program.write(
        "a.yaml",
        &format!(
            "{}top3.top3: [s2, s3, s1]\n",
            FIVE.replace("situaties:", "top3.situaties:")
        ),
    );
    let run = program.run(&[
        "nieuw",
        "--begin",
        "top3",
        "--antwoorden",
        "a.yaml",
        "--onversleuteld",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = program.run(&["toon", run.out.trim()]);
    let at = run.out.find("De volgorde").unwrap();
    let end = run.out.find("Nog open").unwrap();
    insta::assert_snapshot!(run.out[at..end].trim_end(), @r#"
    De volgorde
       Wat hoort bij de eerste 3?
       - A (bij u op plaats 3)
         Hoort zeker bij de eerste 3. Even zwaar gewogen als "C".
       - B (bij u op plaats 1)
         Hoort zeker bij de eerste 3.
       - C (bij u op plaats 2)
         Hoort zeker bij de eerste 3. Even zwaar gewogen als "A".
       - D
         Komt na de eerste 3: 3 andere gaan voor.
       - E
         Komt na de eerste 3: 4 andere gaan voor.
    "#);
}
