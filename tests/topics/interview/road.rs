//! The whole road on the invented cases: every answer arrives, within the number of screens that was promised.

use std::collections::{BTreeMap, BTreeSet};

use top3::answer::{Answers, Key, Value};
use top3::engine::{StepState, View, page_at, path};
use top3::interview::{Ended, Keeper, Lines, Memory, Purpose, Reply, Script};
use top3::questionnaire::{Library, Questionnaire};

use super::{Example, example, walk};

const EXAMPLES: [&str; 3] = ["acuut-onveilig", "hulp-en-plan", "vermoeden-weggenomen"];
/// A first case takes at most so many screens.
const MOST_SCREENS: usize = 40;

/// What counts: the answers to what belongs, without what was only read.
fn counted(
    list: &Questionnaire,
    answers: &Answers,
    today: chrono::NaiveDate,
) -> BTreeMap<Key, String> {
    let view = View::new(list, answers, today);
    path(&view)
        .iter()
        .filter_map(|step| {
            let key = step.key(&view);
            let answer = answers.get(&key.question, key.row.as_ref())?;
            let seen = answer.value == Value::Seen;
            (!seen).then(|| (key, format!("{answer:?}")))
        })
        .collect()
}

fn by_script(example: &Example) -> (Memory, Vec<Reply>) {
    let mut kept = Memory::default();
    let mut script = Script::new(&example.list, &example.answers);
    let ended = walk(&example.list, example.today, &mut kept, &mut script);
    assert_eq!(ended, Ended::Finished);
    (kept, script.replies)
}

#[test]
fn every_answer_of_an_example_arrives_on_the_road() {
    for name in EXAMPLES {
        let example = example(name);
        let (kept, _) = by_script(&example);
        let (list, today) = (&example.list, example.today);
        assert_eq!(
            counted(list, kept.answers(), today),
            counted(list, &example.answers, today),
            "{name}"
        );
        for (of, rows) in example.answers.lists() {
            assert_eq!(kept.answers().rows(of), Some(rows), "{name}: {of}");
        }
    }
}

#[test]
fn nothing_in_an_example_is_taken_for_what_need_not_be_there() {
    for name in EXAMPLES {
        let example = example(name);
        let mut asked = Vec::new();
        let mut script = Script::new(&example.list, &example.answers);
        script.watch = Some(Box::new(|screen, _| {
            if screen.prompt.purpose == Purpose::Sensitive {
                asked.push(screen.prompt.text.clone());
            }
        }));
        walk(
            &example.list,
            example.today,
            &mut Memory::default(),
            &mut script,
        );
        drop(script);
        assert_eq!(asked, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_first_case_takes_at_most_forty_screens() {
    for name in EXAMPLES {
        let example = example(name);
        let mut pages: Vec<String> = Vec::new();
        let mut ended = false;
        let mut script = Script::new(&example.list, &example.answers);
        // What an example deepens after the last question is offered, and no part of the road.
        script.watch = Some(Box::new(|screen, _| {
            if !ended && pages.last() != Some(&screen.page) {
                pages.push(screen.page.clone());
            }
            ended |= screen.prompt.purpose == Purpose::End;
        }));
        walk(
            &example.list,
            example.today,
            &mut Memory::default(),
            &mut script,
        );
        drop(script);
        assert!(
            pages.len() <= MOST_SCREENS,
            "{name}: {} screens",
            pages.len()
        );
    }
}

/// The pages of the road with these answers, without what is only offered.
fn pages(list: &Questionnaire, example: &Example) -> BTreeSet<Key> {
    let view = View::new(list, &example.answers, example.today);
    let steps = path(&view);
    let each = (0..steps.len()).filter(|at| steps[*at].state != StepState::Offered);
    each.filter_map(|at| Some(page_at(&view, &steps, at).fields.first()?.key(&view)))
        .collect()
}

/// A profile that asks more of its profession may bring so many pages more.
const MORE_BY_PROFILE: usize = 4;

/// Whatever the profile, each road stays as good as short.
#[test]
fn no_profile_makes_a_road_much_longer() {
    let shipped = Library::shipped();
    let examples = EXAMPLES.map(|name| (name, example(name)));
    let profiles = shipped.ids().filter(|id| shipped.adapts(id).is_some());
    let longer: Vec<String> = profiles
        .flat_map(|profile| {
            let mut library = Library::shipped();
            library.adapt(profile).unwrap();
            let list = library.load("casus").unwrap();
            let each = examples.iter().filter_map(move |(name, example)| {
                let (count, base) = (
                    pages(&list, example).len(),
                    pages(&example.list, example).len(),
                );
                (count > base + MORE_BY_PROFILE)
                    .then(|| format!("{profile}, {name}: {count}, the base has {base}"))
            });
            each.collect::<Vec<_>>()
        })
        .collect();
    assert!(longer.is_empty(), "{}", longer.join("\n"));
}

#[test]
fn lines_and_script_keep_the_same_answers() {
    for name in EXAMPLES {
        let example = example(name);
        let (kept, replies) = by_script(&example);
        // The only replies without a word are those that go straight to a question; a person would use its number.
        let typed: Vec<String> = replies
            .iter()
            .take_while(|reply| !matches!(reply, Reply::Act(top3::interview::Action::Go(..))))
            .map(|reply| match reply {
                Reply::Answer(text) => text.replace('\n', "\\\n"),
                Reply::Keep => String::new(),
                Reply::Act(action) => format!(":{}", action.word()),
            })
            .collect();
        let mut read = Memory::default();
        let mut said = Vec::new();
        let typed = typed.join("\n");
        {
            let mut lines = Lines::new(typed.as_bytes(), &mut said, 60);
            walk(&example.list, example.today, &mut read, &mut lines);
        }
        assert_eq!(read.changes, kept.changes[..read.changes.len()], "{name}");
        if typed.ends_with("klaar") {
            assert_eq!(read.changes.len(), kept.changes.len(), "{name}");
        }
        let said = String::from_utf8(said).unwrap();
        assert!(
            said.lines().all(|line| line.chars().count() <= 62),
            "{name}: a line is too long"
        );
        assert!(
            !said.contains('\u{1b}'),
            "{name}: a control code in plain lines"
        );
    }
}

#[test]
fn a_case_that_stops_half_way_goes_on_where_it_stopped() {
    let example = example("hulp-en-plan");
    let (straight, replies) = by_script(&example);
    for stop in [3, 17, 60] {
        let mut kept = Memory::default();
        let mut first = Replies(replies[..stop].iter().cloned().collect());
        let ended = walk(&example.list, example.today, &mut kept, &mut first);
        assert_eq!(ended, Ended::InputEnded);
        let mut script = Script::new(&example.list, &example.answers);
        let ended = walk(&example.list, example.today, &mut kept, &mut script);
        assert_eq!(ended, Ended::Finished, "after {stop}");
        assert_eq!(kept.answers(), straight.answers(), "after {stop}");
    }
}

/// Gives these replies and then none.
struct Replies(std::collections::VecDeque<Reply>);

impl top3::interview::Asker for Replies {
    fn ask(&mut self, _: &top3::interview::Screen) -> Result<Reply, top3::interview::Stop> {
        self.0.pop_front().ok_or(top3::interview::Stop::End)
    }

    fn tell(&mut self, _: &top3::interview::Info) -> Result<(), top3::interview::Stop> {
        Ok(())
    }

    fn blank(&mut self, _: &str) -> Result<(), top3::interview::Stop> {
        Ok(())
    }
}
