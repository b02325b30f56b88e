//! The interview: the same road, the same answers, whoever asks; nothing is lost by going back, elsewhere, or away.

use chrono::NaiveDate;
use top3::answer::{Answers, read};
use top3::interview::{Ended, Keeper, Memory, Phone, Purpose, Script, Setting, VagueWord, run};
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml;

fn shared<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let library = Library::shipped();
    let path = format!("questionnaires/gedeeld/{name}.yaml");
    yaml::read(library.text(&path).unwrap().as_bytes(), &path).unwrap()
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

/// A first case takes at most so many prompts: screens on which something is asked, each with what belongs together.
const MOST_SCREENS: usize = 40;

#[test]
fn the_examples_walk_the_whole_road_in_forty_screens() {
    let phones: Vec<Phone> = shared("nummers");
    let vague: Vec<VagueWord> = shared("woorden");
    for name in ["acuut-onveilig", "hulp-en-plan", "vermoeden-weggenomen"] {
        let example = example(name);
        let setting = Setting {
            list: &example.list,
            today: example.today,
            phones: &phones,
            vague: &vague,
        };
        let mut keeper = Memory::default();
        let mut last = String::new();
        let (mut screens, mut page, mut ended) = (0, String::new(), false);
        let mut script = Script::new(&example.list, &example.answers);
        script.watch = Some(Box::new(|screen, reply| {
            last = format!("{}: {:?}", screen.prompt.text, reply);
            // What is offered after the last question is not part of the road.
            ended |= screen.prompt.purpose == Purpose::End;
            if !ended && page != screen.page {
                page.clone_from(&screen.page);
                screens += 1;
            }
        }));
        let how = run(setting, &mut keeper, &mut script).unwrap();
        drop(script);
        assert_eq!(how, Ended::Finished, "{name}: {last}");
        assert!(ended && screens > 1, "{name}: {last}");
        assert!(screens <= MOST_SCREENS, "{name}: {screens} screens");
        assert_eq!(
            keeper.answers().iter().count(),
            example.answers.iter().count(),
            "{name}: every answer of the example was asked for"
        );
    }
}
