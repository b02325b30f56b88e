//! The interview: the same road, the same answers, whoever asks; nothing is lost by going back, elsewhere, or away.

mod lines;
mod road;
mod same;

use chrono::NaiveDate;
use top3::answer::{Answers, read, typed};
use top3::case::Event;
use top3::interview::{Asker, Ended, Keeper, Lines, Memory, Phone, Setting, VagueWord, run};
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml;

/// A list with something of everything that the interview does with questions.
const LIST: &str = r"
id: klein
versie: 1.0.0
titel: Een kleine lijst
bron: Eigen voorbeeld, verzonnen
onderdelen:
  - id: begin
    titel: Het begin
    uitleg: Eerst dit.
    vragen:
      - { id: gevaar, vraag: Is er gevaar?, soort: ja_nee, uitleg: Denk aan vandaag., waarom: Gevaar gaat voor. }
      - { id: bel, vraag: Bel nu., soort: mededeling, stop: ja, gevaar: ja, als: { zeker: { vraag: gevaar, is: ja } } }
  - id: mensen
    titel: De mensen
    vragen:
      - id: wie
        vraag: Wie zijn er?
        soort: lijst
        rij: persoon
        nummer: p
        rol: personen
        minstens: 1
        hoogstens: 3
        samen: ja
        vragen:
          - { id: naam, vraag: Hoe heet deze persoon hier?, soort: tekst, rol: persoon.naam }
          - { id: kind, vraag: Is dit een kind?, soort: ja_nee }
          - { id: leeftijd, vraag: Hoe oud?, soort: getal, van: 0, tot: 17, als: { vraag: kind, is: ja } }
          - { id: hobby, vraag: Wat doet deze persoon graag?, soort: tekst, meer: ja }
  - id: feiten
    titel: De feiten
    samen: ja
    vragen:
      - { id: wat, vraag: Wat gebeurde er?, soort: tekst, vaag: ja }
      - { id: doet, vraag: Wie deed dit?, soort: persoon }
      - { id: ziet, vraag: Wie zag dit?, soort: persoon, meerdere: ja, mag_leeg: ja }
      - { id: wanneer, vraag: Wanneer was dat?, soort: datum, niet_na_vandaag: ja }
      - { id: letsel, vraag: Was er letsel?, soort: ja_nee, toelichting: { bij: [ja] } }
      - { id: vaker, vraag: Gebeurde het vaker?, soort: ja_nee, meer: ja }
      - { id: hoe_vaak, vraag: Hoe vaak?, soort: getal, van: 1, meer: ja, als: { zeker: { vraag: vaker, is: ja } } }
  - id: wegen
    titel: Wegen
    vragen:
      - id: kleur
        vraag: Hoe zwaar weegt dit?
        soort: oordeel
        opties: kleuren
        steunt_op: [gevaar, letsel]
        feit: vanaf blauw
      - id: zaken
        vraag: Wat moet er stoppen?
        soort: lijst
        rij: zaak
        nummer: z
        samen: ja
        vragen:
          - { id: zaak, vraag: Wat is het?, soort: tekst }
          - { id: vlag, vraag: Is het een rode vlag?, soort: ja_nee }
      - id: eerst
        vraag: In welke volgorde?
        soort: rangorde
        rijen_van: zaken
        als: { aantal_rijen: zaken, minstens: 1 }
        eerst: { als: { vraag: vlag, is: ja }, tekst: Dat mag. Zeg er dan bij waarom. }
      - id: besluit
        vraag: Wat besluit u?
        soort: keuze
        opties: [ { id: niet, tekst: Niets doen }, { id: wel, tekst: Iets doen } ]
        advies: raad
afgeleid:
  - id: raad
    titel: Raad
    niveaus: [ { id: niet, tekst: Niets doen }, { id: wel, tekst: Iets doen } ]
    regels:
      - { als: { vraag: letsel, is: ja }, is: wel, reden: Er was letsel. }
      - { anders: niet, reden: Er was geen letsel. }
";

/// Answers on the straight road through the list.
const STRAIGHT: &str = "nee\nmoeder\nnee\nja\nzoon\nja\n6\nnee\nHij sloeg haar.\nmoeder\nzoon\n1-3-2026\nnee\ngeel\nja\n\
                        Slaan\nja\nja\nSchreeuwen\nnee\nnee\n1, 2\nniet\n";

fn small() -> Questionnaire {
    list(LIST)
}

fn list(text: &str) -> Questionnaire {
    let mut library = Library::shipped();
    let id = library.add("klein.yaml", text.as_bytes()).unwrap();
    library
        .load(&id)
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

fn shared<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = format!("questionnaires/gedeeld/{name}.yaml");
    let library = Library::shipped();
    yaml::read(library.text(&path).unwrap().as_bytes(), &path).unwrap()
}

/// Walks a list with this asker.
fn walk(
    list: &Questionnaire,
    today: NaiveDate,
    keeper: &mut Memory,
    asker: &mut dyn Asker,
) -> Ended {
    let phones: Vec<Phone> = shared("nummers");
    let vague: Vec<VagueWord> = shared("woorden");
    let setting = Setting {
        list,
        today,
        phones: &phones,
        vague: &vague,
    };
    run(setting, keeper, asker).unwrap()
}

/// What came of a conversation in lines.
struct Talk {
    list: Questionnaire,
    ended: Ended,
    said: String,
    kept: Memory,
}

impl Talk {
    /// Types these lines at the small list.
    fn new(typed: &str) -> Self {
        Self::from(Memory::default(), typed)
    }

    /// Types these lines where a case already has answers.
    fn from(kept: Memory, typed: &str) -> Self {
        Self::of(small(), kept, typed)
    }

    /// Types these lines at this list.
    fn of(list: Questionnaire, mut kept: Memory, typed: &str) -> Self {
        let mut said = Vec::new();
        let ended = {
            let mut lines = Lines::new(typed.as_bytes(), &mut said, 100);
            walk(&list, today(), &mut kept, &mut lines)
        };
        let said = String::from_utf8(said).unwrap();
        Self {
            list,
            ended,
            said,
            kept,
        }
    }

    /// The answer at `feiten`-like keys: `wat`, or `wie/p1/naam` in a row.
    fn answer(&self, key: &str) -> Option<String> {
        let found = self
            .kept
            .answers()
            .iter()
            .find(|(known, _)| known.to_string() == key);
        found.map(|(_, answer)| typed(&answer.value))
    }

    fn note(&self, key: &str) -> Option<String> {
        let found = self
            .kept
            .answers()
            .iter()
            .find(|(known, _)| known.to_string() == key);
        found.and_then(|(_, answer)| answer.note.clone())
    }

    fn logged(&self, event: &Event) -> usize {
        self.kept
            .events
            .iter()
            .filter(|other| *other == event)
            .count()
    }

    /// How often a sentence was said; line breaks do not matter.
    fn says(&self, sentence: &str) -> usize {
        let said = self.said.split_whitespace().collect::<Vec<_>>().join(" ");
        said.matches(sentence).count()
    }

    fn rows(&self, list: &str) -> (Vec<String>, bool) {
        let id = &self.list.question(self.list.find(list).unwrap()).id;
        let rows = self.kept.answers().rows(id).cloned().unwrap_or_default();
        (
            rows.ids.into_iter().map(|row| row.0).collect(),
            rows.complete,
        )
    }
}

struct Example {
    list: Questionnaire,
    answers: Answers,
    today: NaiveDate,
}

fn example(name: &str) -> Example {
    let path = format!("{}/examples/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
    let node = yaml::read_tree(&std::fs::read(path).unwrap(), name).unwrap();
    let text = |key: &str| node.get(key).and_then(|value| value.text()).unwrap();
    let list = Library::shipped().load(text("vragenlijst")).unwrap();
    let today = text("datum").parse().unwrap();
    let answers = read(&list, node.get("antwoorden").unwrap(), today).unwrap();
    Example {
        list,
        answers,
        today,
    }
}
