//! The phases after the first: what a plan then holds, what may be missing in it, and nothing of it where it is not there.

use std::sync::{Arc, LazyLock};

use top3::answer::read;
use top3::document;
use top3::plan::file::{self, write};
use top3::plan::{Phase, Place, Plan, Rule, lint};
use top3::questionnaire::{Library, Questionnaire};
use top3::render;
use top3::yaml::read_tree;

use super::cases::Case;

/// A list that asks for the later phases, with words of an organisation's own.
const LIST: &str = "id: proef_later
versie: 1.0.0
titel: Later
bron: Eigen voorbeeld
gebruikt: [personen, top3]
schalen:
  hulp:
    - { id: kind_zelf, tekst: Hulp voor het kind zelf, rol: hulp_kind }
    - { id: trauma, tekst: Kijken of er trauma is, rol: hulp_trauma }
    - { id: pleger, tekst: Hulp voor wie geweld gebruikt, rol: hulp_pleger }
    - { id: time_out, tekst: Een time-out, rol: time_out }
    - { id: ervaring, tekst: Een ervaringsdeskundige, rol: hulp_ervaring }
    - { id: anders, tekst: Iets anders }
onderdelen:
  - { id: mensen, titel: De mensen, gebruik: personen }
  - { id: situaties, titel: Situaties, gebruik: top3 }
  - id: plan
    titel: Plan
    vragen:
      - { id: makers, vraag: Wie?, soort: persoon, meerdere: ja, rol: plan.makers }
      - id: voorwaarden
        vraag: Voorwaarden?
        soort: lijst
        rij: voorwaarde
        rol: voorwaarden
        vragen:
          - { id: v_bij, vraag: Bij?, soort: verwijzing, rijen_van: top3.situaties, meerdere: ja, rol: voorwaarde.bij }
          - { id: v_tekst, vraag: Wat?, soort: tekst, rol: voorwaarde.tekst }
          - id: gehaald
            vraag: Gehaald?
            soort: keuze
            rol: voorwaarde.gehaald
            opties:
              - { id: ja_hoor, tekst: Ja, rol: gehaald_ja }
              - { id: deels, tekst: Deels, rol: gehaald_deels }
              - { id: nog_niet, tekst: Nee, rol: gehaald_nee }
          - { id: gehaald_op, vraag: Op?, soort: datum, rol: voorwaarde.gehaald_op }
      - id: afspraken
        vraag: Afspraken?
        soort: lijst
        rij: afspraak
        rol: afspraken
        vragen:
          - { id: a_bij, vraag: Bij?, soort: verwijzing, rijen_van: voorwaarden, meerdere: ja, rol: afspraak.bij }
          - { id: a_wie, vraag: Wie?, soort: persoon, rol: afspraak.wie }
          - { id: doet, vraag: Doet?, soort: tekst, rol: afspraak.doet }
          - { id: wanneer, vraag: Wanneer?, soort: tekst, rol: afspraak.wanneer }
          - { id: zien, vraag: Hoe te zien?, soort: tekst, rol: afspraak.zichtbaar_aan }
          - { id: kijkt, vraag: Wie kijkt?, soort: persoon, rol: afspraak.controle_door }
          - { id: als_niet, vraag: En als niet?, soort: tekst, rol: afspraak.als_niet }
      - id: kindregels
        vraag: Regels?
        soort: lijst
        rij: regel
        rol: kindregels
        vragen:
          - { id: kind, vraag: Wie?, soort: persoon, rol: kindregel.wie }
          - { id: regel, vraag: Wat?, soort: tekst, rol: kindregel.tekst }
      - { id: bellen, vraag: Bellen?, soort: tekst, rol: plan.noodplan_bellen }
      - { id: evaluatie, vraag: Wanneer kijken?, soort: datum, rol: plan.evaluatie_datum }
  - id: later
    titel: Later
    vragen:
      - id: fase
        vraag: Welke fase?
        soort: keuze
        rol: plan.fase
        opties:
          - { id: een, tekst: Eerst de rust terug, rol: fase_direct }
          - { id: twee, tekst: De rust houden, rol: fase_stabiel }
          - { id: drie, tekst: Weer heel worden, rol: fase_herstel }
          - { id: vier, tekst: Een oogje erop, rol: fase_nazorg }
      - { id: sinds, vraag: Sinds?, soort: datum, rol: plan.fase_datum }
      - { id: waarom, vraag: Waarom?, soort: tekst, mag_leeg: ja, rol: plan.fase_reden }
      - id: incidenten
        vraag: Incidenten?
        soort: lijst
        rij: incident
        rol: incidenten
        vragen:
          - { id: i_dag, vraag: Dag?, soort: datum, rol: incident.datum }
          - { id: i_wat, vraag: Wat?, soort: tekst, rol: incident.wat }
          - { id: i_gedaan, vraag: Gedaan?, soort: tekst, rol: incident.gedaan }
      - id: metingen
        vraag: Cijfers?
        soort: lijst
        rij: cijfer
        rol: metingen
        vragen:
          - { id: m_wie, vraag: Wie?, soort: persoon, rol: meting.wie }
          - { id: m_dag, vraag: Dag?, soort: datum, rol: meting.datum }
          - { id: m_cijfer, vraag: Cijfer?, soort: schaal, van: 0, tot: 10, labels: { 10: veilig genoeg }, rol: meting.cijfer }
      - id: factoren
        vraag: Oorzaken?
        soort: lijst
        rij: oorzaak
        rol: risicofactoren
        vragen:
          - { id: f_wat, vraag: Wat?, soort: tekst, rol: risicofactor.wat }
          - { id: f_op, vraag: Waarop?, soort: tekst, rol: risicofactor.werkt_op }
          - { id: f_hulp, vraag: Hulp?, soort: tekst, rol: risicofactor.hulp }
          - { id: f_soort, vraag: Soort?, soort: keuze, opties: hulp, rol: risicofactor.soort_hulp }
          - { id: f_wie, vraag: Wie?, soort: persoon, rol: risicofactor.wie }
          - { id: f_begint, vraag: Begint?, soort: datum, rol: risicofactor.begint }
          - { id: f_weg, vraag: Weg?, soort: datum, rol: risicofactor.weg_op }
      - { id: volgorde, vraag: Volgorde?, soort: rangorde, rijen_van: factoren, rol: risicofactoren.volgorde }
      - id: herstel
        vraag: Herstel?
        soort: lijst
        rij: stap
        rol: herstel
        vragen:
          - { id: h_wie, vraag: Wie?, soort: persoon, rol: herstel.wie }
          - { id: h_wat, vraag: Wat?, soort: tekst, rol: herstel.wat }
          - { id: h_hulp, vraag: Hulp?, soort: tekst, rol: herstel.hulp }
          - { id: h_soort, vraag: Soort?, soort: keuze, opties: hulp, rol: herstel.soort_hulp }
          - { id: h_begint, vraag: Begint?, soort: datum, rol: herstel.begint }
      - id: regie
        vraag: Regie?
        soort: lijst
        rij: partij
        rol: regie
        vragen:
          - { id: r_wie, vraag: Wie?, soort: tekst, rol: regie.wie }
          - { id: r_van_wie, vraag: Organisatie?, soort: tekst, rol: regie.organisatie }
          - { id: r_op, vraag: Waarop?, soort: keuze, opties: [{ id: direct, tekst: Directe veiligheid }, { id: stabiel, tekst: Stabiele veiligheid }], rol: regie.zicht_op }
          - { id: r_van, vraag: Van?, soort: datum, rol: regie.van }
          - { id: r_tot, vraag: Tot?, soort: datum, meer: ja, rol: regie.tot }
          - { id: r_erbij, vraag: Vervanger?, soort: tekst, mag_leeg: ja, rol: regie.vervanger }
      - { id: contact, vraag: Contact?, soort: tekst, meer: ja, rol: nazorg.contact }
      - { id: signalen, vraag: Signalen?, soort: tekst, meer: ja, rol: nazorg.signalen }
      - { id: nazorg_dag, vraag: Wanneer?, soort: datum, meer: ja, rol: nazorg.datum }
";

/// A plan in the third phase in which nothing is weak.
const GOOD: &str = "
personen.mensen:
  - { id: p1, naam: moeder, soort: gezinslid }
  - { id: p2, naam: vader, soort: gezinslid }
  - { id: p3, naam: dochter, soort: kind, leeftijd: 6 }
  - { id: p4, naam: wijkteamwerker, soort: professional }
  - { id: p5, naam: oom, soort: netwerk }
top3.situaties:
  - { id: s1, wat: Hij duwt haar tegen het aanrecht., doet: [p2], ondergaat: [p1], ziet: [p3] }
top3.top3: [s1]
makers: [p1, p2, p4]
voorwaarden:
  - { id: v1, v_bij: [s1], v_tekst: De dochter slaapt elke nacht in haar eigen bed., gehaald: ja_hoor, gehaald_op: 2026-06-10 }
afspraken:
  - { id: a1, a_bij: [v1], a_wie: p2, doet: Belt elke vrijdag zijn broer., wanneer: op vrijdag na zes uur, zien: De broer stuurt een bericht., kijkt: p5, als_niet: De wijkteamwerker belt maandag. }
kindregels:
  - { id: k1, kind: p3, regel: Op vrijdag eet je bij je oom. }
bellen: Eerst 112.
evaluatie: 2026-09-18
fase: drie
sinds: 2026-06-01
incidenten:
  - { id: i1, i_dag: 2026-06-09, i_wat: Hij bonsde op de deur., i_gedaan: De buurvrouw belde. }
metingen:
  - { id: m1, m_wie: p1, m_dag: 2026-06-10, m_cijfer: 7 }
factoren:
  - { id: f1, f_wat: Vader drinkt in het weekend., f_op: Dan wordt hij boos., f_hulp: Behandeling, f_soort: pleger, f_wie: p2, f_begint: 2026-05-01 }
  - { id: f2, f_wat: De huur is niet betaald., f_op: Er is elke dag spanning., f_hulp: Hulp bij schulden, f_soort: time_out, f_wie: p4, f_begint: onbekend, f_weg: 2026-06-02 }
volgorde: [f2, f1]
herstel:
  - { id: h1, h_wie: p1, h_wat: Zij slaapt slecht., h_hulp: Praten met iemand die het kent, h_soort: ervaring, h_begint: 2026-07-01 }
  - { id: h2, h_wie: p3, h_wat: Zij schrikt van geluid., h_hulp: De speltherapeut, h_soort: trauma, h_begint: 2026-06-20 }
regie:
  - { id: r1, r_wie: gezinscoach, r_van_wie: wijkteam, r_op: stabiel, r_van: 2026-05-01, r_erbij: collega van het wijkteam }
contact: De wijkteamwerker belt elke maand.
signalen: Hij wacht haar weer op.
nazorg_dag: 2026-10-01
";

fn case(answers: &str) -> Case {
    static LIST_READ: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
        let mut library = Library::shipped();
        let id = library.add("proef_later.yaml", LIST.as_bytes()).unwrap();
        let list = library.load(&id);
        Arc::new(list.unwrap_or_else(|problems| panic!("{problems:#?}")))
    });
    let list = LIST_READ.clone();
    let today = "2026-06-15".parse().unwrap();
    let tree = read_tree(answers.as_bytes(), "a.yaml").unwrap();
    let answers = read(&list, &tree, today).unwrap_or_else(|problems| panic!("{problems:#?}"));
    Case {
        list,
        answers,
        today,
    }
}

fn plan(answers: &str) -> Plan {
    case(answers).plan().unwrap()
}

fn rules(answers: &str) -> Vec<Rule> {
    let found = lint(&plan(answers), &[], "2026-06-15".parse().unwrap());
    found.into_iter().map(|one| one.rule).collect()
}

#[test]
fn the_phase_is_called_as_the_list_calls_it() {
    let made = plan(GOOD);
    assert_eq!(made.head.phase, Phase::Recovery);
    assert_eq!(made.phase_called(), "Weer heel worden");
    let none = plan(&GOOD.replace("fase: drie\n", ""));
    assert_eq!(none.phase_called(), "directe veiligheid");
}

#[test]
fn it_reads_back_as_the_same_plan() {
    let made = plan(GOOD);
    let text = write(&made).unwrap();
    let again = file::read(text.as_bytes(), "plan.yaml").unwrap_or_else(|one| panic!("{one:#?}"));
    assert_eq!(again.plan, made);
    assert!(!again.edited);
}

#[test]
fn children_come_first_and_the_order_is_that_of_the_people() {
    let made = plan(GOOD);
    let ids = |all: Vec<&str>| all.join(" ");
    let recoveries = made.later.recoveries.iter().map(|one| one.id.as_str());
    assert_eq!(ids(recoveries.collect()), "h2 h1");
    let factors = made.later.risk_factors.iter().map(|one| one.id.as_str());
    assert_eq!(ids(factors.collect()), "f2 f1");
}

#[test]
fn each_part_stands_in_the_document_and_none_without_its_answers() {
    let heads = |answers: &str| {
        let text = render::markdown(&document::plan(&plan(answers), &[], &[]));
        let heads = text.lines().filter(|line| line.starts_with("## "));
        heads.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    let later = [
        "sinds het plan",
        "in stand houdt",
        "Herstel",
        "de regie heeft",
        "Nazorg",
        "veilig ieder het vindt",
    ];
    let first = GOOD.split("fase: drie").next().unwrap();
    for part in later {
        assert!(heads(GOOD).contains(part), "{part}");
        assert!(!heads(first).contains(part), "{part}");
    }
}

#[test]
fn a_good_plan_in_a_later_phase_has_nothing_weak() {
    assert_eq!(rules(GOOD), []);
}

#[test]
fn each_weakness_of_a_later_phase_is_found() {
    for (from, to, rule) in [
        ("gehaald: ja_hoor", "gehaald: deels", Rule::PhaseAhead),
        (
            "gehaald_op: 2026-06-10",
            "gehaald_op: 2026-06-08",
            Rule::IncidentUnseen,
        ),
        ("i_dag: 2026-06-09", "i_dag: onbekend", Rule::IncidentUnseen),
        (
            "r_erbij: collega van het wijkteam",
            "r_erbij: ''",
            Rule::NoDeputy,
        ),
        ("r_van: 2026-05-01", "r_van: 2026-07-01", Rule::NoDirector),
        (
            "regie:\n",
            "regie:\n  - { id: r2, r_wie: jeugdbeschermer, r_op: stabiel, r_van: 2026-04-01, r_tot: 2026-08-01, r_erbij: collega }\n",
            Rule::TwoDirectors,
        ),
        ("h_wie: p3", "h_wie: p1", Rule::NoHelpForChild),
        ("h_soort: trauma", "h_soort: kind_zelf", Rule::NoTrauma),
        ("f_soort: pleger", "f_soort: anders", Rule::NoHelpForDoer),
        ("f_soort: time_out", "f_soort: anders", Rule::NoTimeOut),
        ("h_soort: ervaring", "h_soort: anders", Rule::NoExperience),
        (
            "signalen: Hij wacht haar weer op.",
            "signalen: Zij gaat terug naar de vrouwenopvang.",
            Rule::Flight,
        ),
    ] {
        assert!(GOOD.contains(from), "{from}");
        assert_eq!(rules(&GOOD.replace(from, to)), [rule], "{to}");
    }
}

/// What makes the same words no weakness.
#[test]
fn a_reason_a_hand_over_or_another_phase_takes_a_finding_away() {
    let ahead = GOOD.replace("gehaald: ja_hoor", "gehaald: deels");
    let why = format!("{ahead}waarom: De jongste kan niet wachten.\n");
    assert_eq!(rules(&why), []);
    let back = ahead.replace("fase: drie", "fase: een");
    assert_eq!(rules(&back), []);
    let handed = GOOD.replace(
        "regie:\n",
        "regie:\n  - { id: r2, r_wie: jeugdbeschermer, r_op: stabiel, r_van: 2026-04-01, r_tot: 2026-05-01, r_erbij: '' }\n",
    );
    assert_eq!(rules(&handed), []);
    let agreed = GOOD
        .replace("f_soort: time_out", "f_soort: anders")
        .replace(
            "Belt elke vrijdag zijn broer.",
            "Loopt een blokje om en belt zijn broer.",
        );
    assert_eq!(rules(&agreed), []);
}

#[test]
fn what_may_be_missing_comes_last_and_blames_nobody() {
    let bare = GOOD
        .replace("f_soort: pleger", "f_soort: anders")
        .replace("kijkt: p5", "kijkt: p2");
    let found = lint(&plan(&bare), &[], "2026-06-15".parse().unwrap());
    assert_eq!(found.last().unwrap().place, Place::Help);
    let words = ["dader", "pleger", "vergeten", "fout"];
    for one in &found {
        let said = format!("{} {}", one.what, one.todo).to_lowercase();
        assert!(!words.iter().any(|word| said.contains(word)), "{said}");
    }
}
