//! `vragenlijst analyse`, as it is typed.

use serde_json::Value;

use crate::support::program::{Program, Run};

const LIST: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
instellingen: [{ id: streng, titel: Hoe streng?, waarden: [ja, nee], gewoon: nee }]
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: kleur, vraag: Hoe zwaar?, soort: oordeel, opties: [{ id: geel, tekst: Geel }, { id: rood, tekst: Rood }] }
      - { id: weer, vraag: Regent het?, soort: ja_nee }
      - { id: afspraken, vraag: Welke?, soort: lijst, rij: afspraak, vragen: [{ id: klaar, vraag: Klaar?, soort: ja_nee }] }
afgeleid:
  - id: ernst
    titel: Hoe ernstig?
    niveaus: [{ id: laag, tekst: Laag }, { id: midden, tekst: Midden }, { id: hoog, tekst: Hoog }]
    regels:
      - { als: { vraag: wapen, is: ja }, is: hoog, reden: Er is een wapen. }
      - { als: { vraag: kleur, is: rood }, is: midden, reden: Het weegt zwaar. }
      - { als: { alle: [ { instelling: streng, is: ja }, { vraag: weer, is: ja } ] }, is: midden, reden: Het regent. }
      - { anders: laag }
  - id: werk
    regels:
      - { als: { een_rij: afspraken, geldt: { vraag: klaar, is: nee } }, is: te_doen }
      - { anders: klaar }
";

const PROMISES: &str = "\
eigenschappen:
  - { id: nooit_lichter, monotoon: ernst }
  - { id: werk_blijft, als: { een_rij: afspraken, geldt: { vraag: klaar, is: nee } }, altijd: { waarde_van: werk, is: te_doen } }
";

const BROKEN: &str = "  - { id: rood_is_hoog, titel: Rood is altijd hoog, als: { vraag: kleur, is: rood }, altijd: { waarde_van: ernst, is: hoog } }
";

fn analyse(promises: &str, more: &[&str]) -> Run {
    let program = Program::new();
    let file = program.file("lijst.yaml").display().to_string();
    program.write("lijst.yaml", &format!("{LIST}{promises}"));
    let args = [
        &["vragenlijst", "analyse", &file, "--datum", "2026-03-01"],
        more,
    ]
    .concat();
    program.run(&args)
}

#[test]
fn what_an_author_reads() {
    let run = analyse(&format!("{PROMISES}{BROKEN}"), &[]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let too_wide = run.out.lines().find(|line| line.chars().count() > 80);
    assert_eq!(too_wide, None);
    insta::assert_snapshot!(run.out, @r"
    Een lijst (lijst 1.0.0)
    Bekeken zijn alle antwoorden die deze lijst kan krijgen, met de instellingen
    zoals ze nu staan en de getallen die gelden op 1 maart 2026.

    Hoe ernstig? [ernst]
      Hangt af van 2 antwoorden: samen 4 mogelijkheden. Kan elk antwoord ook
      onbekend zijn, dan zijn het er 9.

      alles bekend   ook onbekend
          1  25,0%       1  11,1%   Laag
          1  25,0%       1  11,1%   Midden
          2  50,0%       3  33,3%   Hoog
          -              4  44,4%   blijft open
          -              1  11,1%   ... tussen Laag / Hoog
          -              1  11,1%   ... tussen Midden / Hoog
          -              1  11,1%   ... tussen Laag / Midden
          -              1  11,1%   ... tussen Laag / Midden / Hoog

      Dit komt er uit, met de minste antwoorden:
        Laag:
          Is er een wapen? [wapen] nee
          Hoe zwaar? [kleur] Geel
        Midden:
          Is er een wapen? [wapen] nee
          Hoe zwaar? [kleur] Rood
        Hoog:
          Is er een wapen? [wapen] ja
      Welke van de regels beslist, als alles bekend is:
        50,0%  regel 1: Hoog
        25,0%  regel 2: Midden
        nooit  regel 3: Midden
        25,0%  regel 4: Laag
      Geldt regel 1, dan kan ook regel 2 gelden, met een andere uitkomst. Dan gaat
      regel 1 voor. Bijvoorbeeld:
        Is er een wapen? [wapen] ja
        Hoe zwaar? [kleur] Rood
      Hoe vaak één antwoord de uitkomst verandert, als de andere bekend zijn:
         100%  wapen
        50,0%  kleur
      Hier wordt naar gekeken, maar het verandert nooit iets: weer.

    werk
      Hangt af van de rijen van afspraken. Daar is geen einde aan, dus er is niet
      geteld. Bekeken is alles met hoogstens 2 rijen per lijst.
      Dit komt er uit, met de minste antwoorden:
        te doen:
          afspraken: één rij
          Klaar? [afspraken/rij1/klaar] nee
        klaar:
          afspraken: geen rijen

    Deze vragen veranderen geen enkele uitkomst: weer. Zij bepalen ook niet welke
    vraag volgt, en horen bij geen oordeel. Klopt dat?

    Wat een instelling verandert
      streng: nu nee. Was dat ja, dan:
        Hoe ernstig? [ernst]: anders bij 1 van de 8 mogelijkheden (12,5%).
          van Laag naar Midden: 1 (12,5%)
          Kleinste voorbeeld (Laag wordt Midden):
            Is er een wapen? [wapen] nee
            Hoe zwaar? [kleur] Geel
            Regent het? [weer] ja

    Wat de maker van de lijst belooft
      Een antwoord dat meer gevaar betekent, maakt ernst nooit lichter.
      [nooit_lichter]
        klopt voor alle antwoorden
      Als dit geldt (er is een rij van afspraken waarvoor afspraken/klaar is nee),
      dan altijd ook dit: werk is te_doen. [werk_blijft]
        klopt voor alle antwoorden met hoogstens 2 rijen per lijst
      Rood is altijd hoog [rood_is_hoog]
        KLOPT NIET
          Het tegenvoorbeeld met de minste antwoorden:
            Is er een wapen? [wapen] nee
            Hoe zwaar? [kleur] Rood

    Van de beloften van de maker klopt niet alles: 1 om naar te kijken. Verbeter de
    regels, of pas onder `eigenschappen` aan wat u belooft.
    ");
}

#[test]
fn one_outcome_and_what_is_kept() {
    let run = analyse(PROMISES, &["--uitkomst", "ernst"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!run.out.contains("[werk]"), "{}", run.out);
    assert!(
        run.out.contains("klopt voor alle antwoorden"),
        "{}",
        run.out
    );
    let wrong = analyse(PROMISES, &["--uitkomst", "ernts"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(2), ""));
    assert!(wrong.err.contains("Bedoelde u `ernst`?"), "{}", wrong.err);
}

#[test]
fn scripts_get_every_count() {
    let run = analyse(&format!("{PROMISES}{BROKEN}"), &["--formaat", "json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let found: Value = serde_json::from_str(&run.out).unwrap();
    let ernst = &found["uitkomsten"]["ernst"];
    assert_eq!(ernst["omvang"], "alles");
    assert_eq!(ernst["mogelijkheden"], "4");
    assert_eq!(ernst["mogelijkheden_met_onbekend"], "9");
    assert_eq!(ernst["waarden"][2]["waarde"], "hoog");
    assert_eq!(ernst["waarden"][2]["zeker_met_onbekend"], "3");
    assert_eq!(ernst["open"]["mogelijkheden"], "4");
    assert_eq!(ernst["beslist"][2]["ooit"], false, "the setting is off");
    assert_eq!(found["uitkomsten"]["werk"]["omvang"], "rijen");
    assert_eq!(found["zonder_invloed"][0], "weer");
    assert_eq!(
        found["instellingen"][0]["verschillen"][0]["uitkomst"],
        "ernst"
    );
    let oordeel = |at: usize| found["eigenschappen"][at]["oordeel"].clone();
    assert_eq!(
        [oordeel(0), oordeel(1), oordeel(2)],
        ["bewezen", "bewezen", "weerlegd"]
    );
    assert_eq!(found["eigenschappen"][1]["hoogstens_rijen"], 2);
    let again = analyse(&format!("{PROMISES}{BROKEN}"), &["--formaat", "json"]);
    assert_eq!(run.out, again.out, "the same every time");
}
