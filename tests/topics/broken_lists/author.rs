//! What an author stumbled over when the list said one thing and meant another.

use super::read;

const HEAD: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
";

fn told(body: &str) -> String {
    read(&format!("{HEAD}{body}"))
}

/// V304: the condition that closes the circle is one of the part, some lines above the question.
#[test]
fn a_part_that_waits_for_its_own_question() {
    let told = told(
        "  - id: deel
    titel: Deel
    als: { vraag: wapen, is: ja }
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
",
    );
    assert!(told.contains("V304"), "{told}");
    assert!(told.contains("dit onderdeel heeft een `als`"), "{told}");
}

/// V302, V305: the tip of a promise says what can be written there.
#[test]
fn a_promise_about_a_question_or_a_row() {
    let told = told(
        "  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: situaties, vraag: Welke?, soort: lijst, rij: situatie, vragen: [{ id: haast, vraag: Haast?, soort: ja_nee }] }
afgeleid:
  - { id: advies, regels: [{ als: { vraag: wapen, is: ja }, is: bel }, { anders: let_op }] }
eigenschappen:
  - { id: een, monotoon: wapen }
  - { id: twee, telt: advies, vragen: [haast] }
",
    );
    assert!(
        told.contains("Een belofte gaat over een uitkomst"),
        "{told}"
    );
    assert!(told.contains("Schrijf hier `situaties/haast`"), "{told}");
}

/// V305: any word for a child, and no adult who belongs to one.
#[test]
fn who_is_a_child() {
    let asked = |who: &str| {
        told(&format!(
            "  - id: deel
    titel: Deel
    vragen:
      - {{ id: wapen, vraag: Is er een wapen?, soort: ja_nee, navragen: [{who}] }}
"
        ))
    };
    for child in [
        "een tiener",
        "zijn broertje",
        "het meisje",
        "een minderjarige",
        "het kind van de buren",
    ] {
        assert!(asked(child).contains("V305"), "{child}");
    }
    for adult in [
        "de oma van het kind",
        "haar volwassen dochter",
        "de kinderopvang",
        "de leerkracht",
    ] {
        assert!(!asked(adult).contains("V305"), "{adult}");
    }
}

/// An exception that the base makes need not be one in the adaptation, and a promise need not be about it.
#[test]
fn what_the_base_promises_of_itself() {
    let base = format!(
        "{HEAD}  - id: deel
    titel: Deel
    vragen:
      - {{ id: wapen, vraag: Is er een wapen?, soort: ja_nee }}
instellingen:
  - {{ id: lezing, titel: Lezing, bron: Eigen voorbeeld, waarden: [streng, mild], gewoon: streng }}
afgeleid:
  - {{ id: ernst, niveaus: [{{ id: laag, tekst: Laag }}, {{ id: hoog, tekst: Hoog }}], regels: [{{ als: {{ alle: [{{ vraag: wapen, is: ja }}, {{ instelling: lezing, is: mild }}] }}, is: laag }}, {{ als: {{ vraag: wapen, is: ja }}, is: hoog }}, {{ anders: laag }}] }}
eigenschappen:
  - {{ id: altijd_laag, nooit: {{ waarde_van: ernst, is: hoog }}, geldt: nee, reden: Met een wapen is het hoog. }}
"
    );
    let own = "id: eigen\npast_aan: lijst\nversie: 1.0.0\ntitel: Eigen\nbron: Eigen voorbeeld\ninstellingen: { lezing: mild }\n";
    let mut lists = top3::Lists::shipped();
    lists.add("lijst.yaml", base.as_bytes()).unwrap();
    lists.add("eigen.yaml", own.as_bytes()).unwrap();
    assert_eq!(promises_of(&lists, "lijst"), 0);
    assert_eq!(promises_of(&lists, "eigen"), 0);
    // Of its own promises the adaptation must keep each.
    let wrong = format!(
        "{own}eigenschappen:\n  - {{ id: hoog_kan, nooit: {{ waarde_van: ernst, is: laag }} }}\n"
    );
    lists.add("eigen.yaml", wrong.as_bytes()).unwrap();
    assert_eq!(promises_of(&lists, "eigen"), 1);
}

/// How many promises of a list are wrong.
fn promises_of(lists: &top3::Lists, id: &str) -> usize {
    let found = lists.check(id, &[]).into_iter();
    let codes = found.map(|one| one.code.code());
    codes.filter(|code| code.starts_with("V41")).count()
}
