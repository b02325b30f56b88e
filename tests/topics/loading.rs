//! What a list becomes once it is read: full ids, one place for everything, settings decided, one SHA-256 a content.

use top3::questionnaire::{Condition, Formula, Kind, Library, Questionnaire};

const PEOPLE: &str = "\
id: mensen
versie: 1.2.0
titel: De mensen
bron: Eigen voorbeeld
onderdelen:
  - id: wie
    titel: Wie
    vragen:
      - id: personen
        vraag: Wie horen erbij?
        soort: lijst
        rol: personen
        rij: persoon
        vragen:
          - { id: naam, vraag: Hoe noemt u deze persoon?, soort: tekst, rol: persoon.naam }
          - { id: kind, vraag: Is dit een kind?, soort: ja_nee }
afgeleid:
  - { id: kinderen, tel: { rijen: personen, geldt: { vraag: kind, is: ja } } }
";

const SIGNALS: &str = "\
id: signalen
versie: 1.0.0
titel: Signalen
bron: Eigen voorbeeld
gebruikt: [mensen]
getallen: [{ id: veel, waarde: 2 }]
instellingen: [{ id: streng, waarden: [ja, nee], gewoon: nee }]
onderdelen:
  - { id: eerst, titel: Eerst, gebruik: mensen }
  - id: gevaar
    titel: Gevaar
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: wie, vraag: Van wie is het?, soort: persoon, als: { vraag: wapen, is: ja } }
  - id: rest
    titel: De rest
    als: { vraag: wapen, is: ja }
    vragen:
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { instelling: streng, is: ja } }
afgeleid:
  - { id: hoogte, banden: { van: score, rijen: [{ vanaf: veel, is: hoog }, { onder: veel, is: laag }] } }
  - { id: score, som: [wapen, mes, mensen.kinderen] }
";

const ALL: &str = "\
id: alles
versie: 3.0.0
titel: Alles
bron: Eigen voorbeeld
gebruikt: [signalen, mensen]
onderdelen:
  - id: begin
    titel: Begin
    vragen:
      - { id: wapen, vraag: Mag u naar wapens vragen?, soort: ja_nee }
  - { id: s, titel: Signalen, gebruik: signalen, als: { vraag: wapen, is: ja } }
  - { id: m, titel: Mensen, gebruik: mensen }
";

const STRICT: &str = "\
id: signalen-streng
versie: 1.1.0
titel: Signalen, streng
bron: eigen
bronnen: { eigen: Eigen aanpassing }
past_aan: signalen
instellingen: { streng: ja }
wijzig:
  - { id: mes, vraag: Ligt er een mes klaar?, bron: eigen }
  - { id: gevaar, titel: Direct gevaar }
verplaats:
  - { vraag: mes, naar: gevaar, voor: wapen }
";

fn library() -> Library {
    let mut library = Library::default();
    for (file, text) in [
        ("mensen.yaml", PEOPLE),
        ("signalen.yaml", SIGNALS),
        ("alles.yaml", ALL),
        ("streng.yaml", STRICT),
    ] {
        library.add(file, text.as_bytes()).unwrap();
    }
    library
}

fn load(library: &Library, id: &str) -> Questionnaire {
    library.load(id).unwrap_or_else(|problems| {
        panic!(
            "{}",
            top3::problem::draw(&problems, |file| library.text(file), false)
        )
    })
}

fn question_ids(list: &Questionnaire) -> Vec<&str> {
    list.questions
        .iter()
        .map(|question| &*question.id.0)
        .collect()
}

#[test]
fn a_list_by_itself_has_its_own_short_ids() {
    let list = load(&library(), "signalen");
    assert_eq!(
        question_ids(&list),
        [
            "mensen.personen",
            "mensen.personen/naam",
            "mensen.personen/kind",
            "wapen",
            "wie",
            "mes"
        ]
    );
    let derived: Vec<_> = list
        .derived
        .iter()
        .map(|derived| derived.id.as_str())
        .collect();
    assert_eq!(derived, ["mensen.kinderen", "score", "hoogte"]);
    assert_eq!(list.persons, list.find("mensen.personen"));
    assert_eq!(list.uses.len(), 1);
    assert_eq!(list.uses[0].version, "1.2.0");
}

#[test]
fn ids_of_used_lists_never_nest_and_stand_where_they_are_used_first() {
    let list = load(&library(), "alles");
    assert_eq!(
        question_ids(&list),
        [
            "wapen",
            "mensen.personen",
            "mensen.personen/naam",
            "mensen.personen/kind",
            "signalen.wapen",
            "signalen.wie",
            "signalen.mes"
        ]
    );
    let parts: Vec<_> = list.parts.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(
        parts,
        ["begin", "mensen.wie", "signalen.gevaar", "signalen.rest"]
    );
    assert_eq!(list.parts[2].list, "signalen");
    let uses: Vec<_> = list.uses.iter().map(|used| used.id.as_str()).collect();
    assert_eq!(uses, ["mensen", "signalen"]);
    assert_eq!(list.numbers[0].id, "signalen.veel");
}

#[test]
fn a_name_means_the_question_of_its_own_list() {
    let list = load(&library(), "alles");
    let wie = &list.questions[list.find("signalen.wie").unwrap().0];
    let Some(Condition::Answer { question, .. }) = &wie.when else {
        panic!("{:?}", wie.when);
    };
    assert_eq!(*question, list.find("signalen.wapen").unwrap());
    // The place where the list is used asks about the question of the list that uses it.
    let Some(Condition::All(both)) = &list.parts[3].when else {
        panic!("{:?}", list.parts[3].when);
    };
    let asked: Vec<_> = both
        .iter()
        .map(|one| match one {
            Condition::Answer { question, .. } => &*list.question(*question).id.0,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(asked, ["wapen", "signalen.wapen"]);
}

#[test]
fn a_row_knows_its_list_and_its_letter() {
    let list = load(&library(), "mensen");
    let Kind::List {
        letter,
        questions,
        row_name,
        ..
    } = &list.questions[0].kind
    else {
        panic!("not a list");
    };
    assert_eq!((*letter, row_name.nl.as_str()), ('p', "persoon"));
    assert_eq!(questions.len(), 2);
    assert!(
        questions
            .iter()
            .all(|at| list.question(*at).parent == Some(top3::questionnaire::QuestionIx(0)))
    );
    assert!(matches!(
        &list.derived[0].formula,
        Formula::CountRows { holds: Some(_), .. }
    ));
}

fn asks_about_the_knife(list: &Questionnaire, id: &str) -> bool {
    let knife = list.find(id).unwrap();
    match list.question(knife).when {
        Some(Condition::Always(asked)) => asked,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn an_adaptation_changes_words_settings_and_places() {
    let library = library();
    let base = load(&library, "signalen");
    assert!(!asks_about_the_knife(&base, "mes"));
    let strict = load(&library, "signalen-streng");
    assert!(asks_about_the_knife(&strict, "mes"));
    assert_eq!(question_ids(&strict)[3..], ["mes", "wapen", "wie"]);
    let knife = strict.question(strict.find("mes").unwrap());
    assert_eq!(knife.text.nl, "Ligt er een mes klaar?");
    assert_eq!(knife.source, "Eigen aanpassing");
    assert_eq!(strict.parts[1].title.nl, "Direct gevaar");
    assert_eq!(strict.version.id, "signalen-streng");
    let uses: Vec<_> = strict.uses.iter().map(|used| used.id.as_str()).collect();
    assert_eq!(uses, ["mensen", "signalen"], "the base is named too");
}

#[test]
fn an_adaptation_stands_for_its_base_wherever_that_is_used() {
    let mut library = library();
    let before = load(&library, "alles");
    library.adapt("signalen-streng").unwrap();
    let after = load(&library, "alles");
    let sorted = |list: &Questionnaire| {
        let mut ids: Vec<String> = question_ids(list).into_iter().map(str::to_owned).collect();
        ids.sort();
        ids
    };
    assert_eq!(sorted(&before), sorted(&after));
    assert!(asks_about_the_knife(&after, "signalen.mes"));
    assert_ne!(before.version.sha256, after.version.sha256);
    let problems = library.adapt("mensen").unwrap_err();
    assert_eq!(problems[0].code.code(), "V308");
}

#[test]
fn shipped_profiles_keep_every_id_of_their_base() {
    let base = load(&Library::shipped(), "casus");
    let profiles: Vec<String> = {
        let library = Library::shipped();
        let ids = library.ids().map(str::to_owned);
        ids.filter(|id| library.adapts(id).is_some()).collect()
    };
    assert!(profiles.len() >= 3, "{profiles:?}");
    for profile in profiles {
        let mut library = Library::shipped();
        library.adapt(&profile).unwrap();
        let adapted = load(&library, "casus");
        let mut ids = [question_ids(&base), question_ids(&adapted)];
        ids.iter_mut().for_each(|ids| ids.sort_unstable());
        assert_eq!(ids[0], ids[1], "{profile}");
        assert!(adapted.uses.iter().any(|used| used.id == profile));
    }
}

fn digest(people: &str, signals: &str) -> String {
    let mut library = library();
    library.add("m.yaml", people.as_bytes()).unwrap();
    library.add("s.yaml", signals.as_bytes()).unwrap();
    load(&library, "signalen").version.sha256
}

#[test]
fn the_digest_follows_the_content_and_nothing_else() {
    let usual = digest(PEOPLE, SIGNALS);
    assert_eq!(usual.len(), 64);
    let otherwise_written = SIGNALS
        .replace("titel: Signalen", "# een opmerking\ntitel:   'Signalen'")
        .replace(
            "{ id: wapen, vraag: Is er een wapen?, soort: ja_nee }",
            "soort: ja_nee\n        vraag: >-\n          Is er een\n          wapen?\n        id: \"wapen\"",
        )
        .replace('\n', "\r\n");
    assert_eq!(digest(PEOPLE, &otherwise_written), usual);
    assert_ne!(digest(PEOPLE, &SIGNALS.replace("wapen?", "wapens?")), usual);
    assert_ne!(
        digest(PEOPLE, &SIGNALS.replace("waarde: 2", "waarde: 3")),
        usual
    );
    assert_ne!(digest(&PEOPLE.replace("erbij?", "bij?"), SIGNALS), usual);
}

#[test]
fn the_levels_of_bands_go_from_low_to_high_however_they_are_written() {
    let list = load(&library(), "signalen");
    let height = &list.derived[list.find_derived("hoogte").unwrap().0];
    let levels: Vec<_> = height.levels.iter().map(|level| &*level.id.0).collect();
    assert_eq!(levels, ["laag", "hoog"]);
}

#[test]
fn nothing_is_dropped_without_a_word() {
    let people = PEOPLE.replace("een kind?, ", "een kind?, als: { vraag: naam, is: nvt }, ");
    let mut library = library();
    library.add("mensen.yaml", people.as_bytes()).unwrap();
    let problems = library.load("alles").unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(&*problems[0].place.file, "mensen.yaml");
    assert_eq!(problems[0].code.code(), "V303");
}
