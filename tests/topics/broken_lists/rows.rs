//! Faults in conditions that tie rows to each other: a row that is not there, and answers that name no rows.

use super::read;

const HEAD: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - id: mensen
        vraag: Wie zijn er?
        soort: lijst
        vragen:
          - { id: gezag, vraag: Gezag?, soort: ja_nee }
          - { id: partner, vraag: Van wie?, soort: verwijzing, rijen_van: mensen }
          - { id: zelf, vraag: Zelf?, soort: ja_nee, als: { vraag: partner, noemt: mensen } }
      - { id: wie, vraag: Wie?, soort: verwijzing, rijen_van: mensen }
      - { id: dagen, vraag: Welke?, soort: lijst, vragen: [{ id: dag, vraag: Dag?, soort: ja_nee }] }
";

/// V309: outside the rows of that list, a row that names itself, and a question that the named row does not have.
#[test]
fn a_row_that_is_not_there() {
    let text = format!(
        "{HEAD}      - {{ id: groep, vraag: Groep?, soort: ja_nee, als: {{ vraag: wie, noemt: mensen }} }}
      - {{ id: deur, vraag: Deur?, soort: ja_nee, als: {{ van: wie, vraag: groep, is: ja }} }}
"
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V309]: `partner` staat zelf in de rij van `mensen`: er is hier geen andere rij om te noemen.
      --> lijst.yaml:15:84
       |
    15 |           - { id: zelf, vraag: Zelf?, soort: ja_nee, als: { vraag: partner, noemt: mensen } }
       |                                                                                    ^^^^^^
       |
       = tip: Wilt u iets weten van wie of wat `partner` noemt? Schrijf `{ van: partner, vraag: … }`.

    fout[V309]: Hier gaat het niet over een rij van `mensen`, dus niets kan die rij noemen.
      --> lijst.yaml:18:78
       |
    18 |       - { id: groep, vraag: Groep?, soort: ja_nee, als: { vraag: wie, noemt: mensen } }
       |                                                                              ^^^^^^
       |
       = tip: Zet dit binnen `geldt` van { een_rij: mensen } of { elke_rij: mensen }.

    fout[V309]: `groep` is geen vraag in de rijen van `mensen`.
      --> lijst.yaml:19:74
       |
    19 |       - { id: deur, vraag: Deur?, soort: ja_nee, als: { van: wie, vraag: groep, is: ja } }
       |                                                                          ^^^^^
       |
       = tip: Noem achter `vraag` een vraag van de rij die `van` noemt, of haal `van` weg.
    "#);
}

/// V305: what names no rows, or rows of another list.
#[test]
fn an_answer_that_names_no_such_row() {
    let head = HEAD.replace("als: { vraag: partner, noemt: mensen }", "meer: ja");
    let text = format!(
        "{head}      - {{ id: groep, vraag: Groep?, soort: ja_nee, als: {{ een_rij: dagen, geldt: {{ vraag: dag, noemt: dagen }} }} }}
      - {{ id: deur, vraag: Deur?, soort: ja_nee, als: {{ van: groep, vraag: gezag, is: ja }} }}
      - {{ id: raam, vraag: Raam?, soort: ja_nee, als: {{ een_rij: dagen, geldt: {{ vraag: wie, noemt: dagen }} }} }}
"
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V305]: `noemt` past hier niet: `dag` is een vraag met `soort: ja_nee`.
      --> lijst.yaml:18:96
       |
    18 | ...s: { een_rij: dagen, geldt: { vraag: dag, noemt: dagen } } }
       |                                              ^^^^^
       |
       = tip: `noemt` is voor `persoon`, `verwijzing` en `rangorde`. Gebruik hier `is`.

    fout[V305]: `van` past hier niet: `groep` is een vraag met `soort: ja_nee`.
      --> lijst.yaml:19:57
       |
    19 |       - { id: deur, vraag: Deur?, soort: ja_nee, als: { van: groep, vraag: gezag, is: ja } }
       |                                                         ^^^
       |
       = tip: Achter `van` hoort een vraag met `soort: persoon`, `verwijzing` of `rangorde`: die noemt over wie of wat het gaat.

    fout[V305]: `wie` kiest uit de rijen van `mensen`, dus noemt nooit een rij van `dagen`.
      --> lijst.yaml:20:101
       |
    20 | ...n_rij: dagen, geldt: { vraag: wie, noemt: dagen } } }
       |                                              ^^^^^
       |
       = tip: Schrijf `noemt: mensen`, of gebruik een andere vraag.
    "#);
}

/// V305 and V309: which rows can be chosen, by a question that they do not have or of which no answer can be named.
#[test]
fn rows_that_cannot_be_told_apart() {
    let head = HEAD.replace("als: { vraag: partner, noemt: mensen }", "meer: ja");
    let text = format!(
        "{head}      - {{ id: groep, vraag: Wie?, soort: verwijzing, rijen_van: mensen, alleen: {{ vraag: wie, is: ja }} }}
      - {{ id: deur, vraag: Wie?, soort: verwijzing, rijen_van: mensen, alleen: {{ vraag: partner, is: ja }} }}
      - {{ id: raam, vraag: Wie?, soort: verwijzing, rijen_van: mensen, alleen: {{ vraag: gezag, is: jaa }} }}
"
    );
    let says = read(&text);
    let wanted = [
        "fout[V309]: `wie` is geen vraag in de rijen van `mensen`.",
        "fout[V305]: `vraag` past hier niet: `partner` is een vraag met `soort: verwijzing`.",
        "fout[V303]: De vraag `gezag` kent het antwoord `jaa` niet.",
    ];
    for one in wanted {
        assert!(says.contains(one), "{says}");
    }
}
