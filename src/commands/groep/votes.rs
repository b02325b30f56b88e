//! A room's votes: typed in fast from paper or raised hands, kept in a file of their own, and read back from it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::Groep;
use super::gather::Gathered;
use crate::answer::interpret::{Manner, interpret_as};
use crate::answer::{Answer, Answers, Key, RowId, Rows, Value};
use crate::commands::output::is_out;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::group::{Ballot, Matter, Subject, Voice, matters};
use crate::plain::as_word;
use crate::questionnaire::{QuestionId, Questionnaire, Role};
use crate::text::nl;
use crate::training::TERMS;
use crate::world::{Guard, World};
use crate::yaml::{self, Node};

/// The key by which such a file is known.
const MARK: &str = "stemmen";
/// The format that this program reads and writes.
const FORMAT: i64 = 1;
/// No room holds more.
const MOST_HANDS: usize = 10_000;
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// A file with votes.
#[derive(Serialize, JsonSchema)]
pub(super) struct File<'a> {
    stemmen: Head<'a>,
    antwoorden: Vec<Line<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Head<'a> {
    formaat: i64,
    fictief: &'static str,
    vragenlijst: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    casus: Option<&'a str>,
    ronde: u8,
    datum: String,
}

#[derive(Serialize, JsonSchema)]
struct Line<'a> {
    vraag: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rij: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handen: Option<BTreeMap<&'a str, usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deelnemers: Option<Vec<&'a str>>,
}

/// What was typed for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typed {
    /// How many chose each answer.
    Hands(Vec<usize>),
    /// What each participant chose, always in the same order.
    Each(Vec<Option<usize>>),
}

impl Typed {
    /// How many took part.
    fn many(&self) -> usize {
        match self {
            Self::Hands(hands) => hands.iter().sum(),
            Self::Each(each) => each.len(),
        }
    }
}

/// Whether a tree is meant as a file with votes.
pub(super) fn is_votes(tree: &Node) -> bool {
    tree.get(MARK).is_some_and(|head| head.map().is_some())
}

/// Whether the votes are to the exercise on terms.
pub(super) fn is_of_terms(tree: &Node) -> bool {
    let list = tree.get(MARK).and_then(|head| head.get("vragenlijst"));
    list.and_then(Node::text) == Some(TERMS)
}

/// The votes in a file; nothing where it is not one of these.
pub(super) fn read(
    tree: &Node,
    list: &Questionnaire,
    today: NaiveDate,
) -> Option<(Vec<Ballot>, Vec<Voice>)> {
    let head = tree.get(MARK)?;
    let text = |node: &Node, key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    let whole = |key: &str| head.get(key)?.text()?.parse::<i64>().ok();
    if whole("formaat")? != FORMAT || text(head, "fictief")? != "ja" {
        return None;
    }
    let round = u8::try_from(whole("ronde")?).ok()?;
    let case = text(head, "casus");
    let mut ballots = Vec::new();
    let mut said: Vec<Answers> = Vec::new();
    for line in tree.get("antwoorden")?.list()? {
        let at = list.find(&text(line, "vraag")?)?;
        let key = Key {
            question: list.question(at).id.clone(),
            row: text(line, "rij").map(RowId),
        };
        let none = Answers::default();
        let value = |raw: &str| interpret_as(Manner::Written, list, at, raw, &none, today).ok();
        if let Some(hands) = line.get("handen") {
            let mut chosen = Vec::new();
            for (option, many) in hands.map()? {
                chosen.push((value(option.text()?)?, many.text()?.parse().ok()?));
            }
            ballots.push(Ballot {
                case: case.clone(),
                round,
                key: key.clone(),
                chosen,
            });
        }
        let each = line.get("deelnemers").and_then(Node::list).unwrap_or(&[]);
        for (who, option) in each.iter().enumerate() {
            let option = option.text()?;
            if said.len() <= who {
                said.resize_with(who + 1, Answers::default);
            }
            if option != "-" {
                set(&mut said[who], list, &key, value(option)?);
            }
        }
    }
    let voices = said.into_iter().enumerate().map(|(at, answers)| Voice {
        name: nl().group.votes_person(at + 1),
        function: None,
        pair: false,
        paper: true,
        begun: None,
        knew_key: false,
        done: None,
        round,
        case: case.clone(),
        answers,
    });
    Some((ballots, voices.collect()))
}

fn set(answers: &mut Answers, list: &Questionnaire, key: &Key, value: Value) {
    let at = list.find(&key.question.0);
    let parent = at.and_then(|at| list.question(at).parent);
    if let (Some(parent), Some(row)) = (parent, &key.row) {
        let id: QuestionId = list.question(parent).id.clone();
        let mut ids = answers
            .rows(&id)
            .map_or_else(Vec::new, |rows| rows.ids.clone());
        if !ids.contains(row) {
            ids.push(row.clone());
        }
        answers.set_rows(
            id,
            Rows {
                ids,
                complete: true,
            },
        );
    }
    answers.set(key.clone(), Answer::from(value));
}

/// Asks for the votes question by question; each is in the file before the next is asked.
pub(super) fn enter(world: &mut World, case: &str, wishes: &Groep) -> Result {
    let say = &nl().group;
    let mut gathered = Gathered::empty(world)?;
    let id = gathered.case(world, case)?;
    let subject = gathered.subject(id.clone());
    let round = wishes.ronde.unwrap_or(1);
    let file = if is_out(&wishes.uit) {
        PathBuf::from(say.votes_file(id.as_deref().unwrap_or(TERMS), round))
    } else {
        wishes.uit.clone()
    };
    if !wishes.overschrijf {
        world.must_be_free(&file)?;
    }
    let mut asked = matters(&subject, &[], &[]);
    asked.retain(|matter| matter.option.is_none());
    let all = asked.len();
    if !wishes.alles {
        asked.retain(|matter| is_first(&gathered, &subject, matter));
    }
    world.say(&say.votes_opening(&subject.title))?;
    if asked.len() < all {
        world.say(&say.votes_short(asked.len(), all))?;
    } else if subject.key.is_some() {
        world.say(&say.votes_all(all))?;
    }
    let mut typed: Vec<Option<Typed>> = vec![None; asked.len()];
    let mut at = 0;
    while let Some(matter) = asked.get(at) {
        world.say("")?;
        world.say(&say.votes_question(at + 1, asked.len(), matter.title()))?;
        for (letter, option) in LETTERS.chars().zip(&matter.scale.options) {
            world.say(&format!("  {}", say.votes_options(letter, option)))?;
        }
        let line = world.ask(&say.votes_ask(), "`groep MAP`")?;
        match line.trim().to_lowercase().as_str() {
            "" => at += 1,
            "stop" => break,
            "terug" => at = at.saturating_sub(1),
            line => match understood(line, matter) {
                Err(what) => world.say(&what)?,
                Ok(votes) => {
                    world.say(&told(matter, &votes))?;
                    let before = typed.iter().enumerate().rev();
                    let before = before.filter(|(other, _)| *other != at);
                    let before = before.filter_map(|(_, votes)| votes.as_ref());
                    match before.map(Typed::many).find(|many| *many > 0) {
                        Some(before) if before != votes.many() => {
                            world.say(&say.votes_other(before, votes.many()))?;
                        }
                        _ => {}
                    }
                    typed[at] = Some(votes);
                    let head = Head {
                        formaat: FORMAT,
                        fictief: "ja",
                        vragenlijst: &subject.list.version.id,
                        casus: id.as_deref(),
                        ronde: round,
                        datum: world.today.to_string(),
                    };
                    write(world, &file, head, &asked, &typed)?;
                    at += 1;
                }
            },
        }
    }
    if typed.iter().all(Option::is_none) {
        world.say(&say.votes_none())?;
    } else {
        let place = std::path::absolute(&file).unwrap_or_else(|_| file.clone());
        let own = World::size(Path::new(case)).map(|_| Path::new(case));
        world.say(&say.votes_written(place.display()))?;
        let paths = own.into_iter().chain([file.as_path()]);
        let paths = paths.map(|path| as_word(&path.display().to_string()));
        world.say(&say.votes_next(paths.collect::<Vec<_>>().join(" ")))?;
        world.say(&say.votes_slip())?;
    }
    Ok(Done::Well)
}

/// What says most of a group when hands are raised: what stands outside rows, and the first question of each situation.
fn is_first(gathered: &Gathered, subject: &Subject<'_>, matter: &Matter) -> bool {
    if subject.id.is_none() || matter.key.row.is_none() {
        return true;
    }
    let forms = &gathered.forms;
    let of = forms.exercise.by_role(Role::ExerciseSituations);
    of.and_then(|of| forms.rated(of).next()) == Some(matter.question)
}

/// What was typed: numbers in the order of the answers, or a letter for each participant.
fn understood(line: &str, matter: &Matter) -> std::result::Result<Typed, String> {
    let say = &nl().group;
    let many = matter.scale.options.len();
    let last = LETTERS.chars().nth(many.saturating_sub(1)).unwrap_or('z');
    let wrong = || say.votes_wrong(crate::plain::one_line(line), last);
    if line.starts_with(|first: char| first.is_ascii_digit()) {
        let parts = line.split([' ', ',', ';']).filter(|part| !part.is_empty());
        let hands: std::result::Result<Vec<usize>, _> = parts.map(str::parse).collect();
        let hands = hands.map_err(|_| wrong())?;
        let total: usize = hands.iter().fold(0, |sum, one| sum.saturating_add(*one));
        // A number that is missing is not a nought: nobody knows how many hands there were.
        if hands.len() != many {
            return Err(say.votes_each(many));
        }
        if total > MOST_HANDS {
            return Err(wrong());
        }
        return Ok(Typed::Hands(hands));
    }
    let letters = line.chars().filter(|one| !one.is_whitespace());
    let each: Option<Vec<Option<usize>>> = letters
        .map(|one| match one {
            '-' => Some(None),
            one => LETTERS
                .chars()
                .take(many)
                .position(|letter| letter == one)
                .map(Some),
        })
        .collect();
    each.map(Typed::Each).ok_or_else(wrong)
}

fn told(matter: &Matter, votes: &Typed) -> String {
    let mut counts = vec![0; matter.scale.options.len()];
    match votes {
        Typed::Hands(hands) => counts[..hands.len()].copy_from_slice(hands),
        Typed::Each(each) => each.iter().flatten().for_each(|at| counts[*at] += 1),
    }
    let options = matter.scale.options.iter().zip(counts);
    let told = options.filter(|(_, count)| *count > 0);
    let told = told.map(|(option, count)| format!("{option} {count}"));
    told.collect::<Vec<_>>().join(", ")
}

fn write(
    world: &World,
    file: &Path,
    head: Head<'_>,
    asked: &[Matter],
    typed: &[Option<Typed>],
) -> Result<()> {
    let lines = asked.iter().zip(typed).filter_map(|(matter, typed)| {
        let ids = &matter.scale.ids;
        let id = |at: usize| ids.get(at).map_or("-", String::as_str);
        let (handen, deelnemers) = match typed.as_ref()? {
            Typed::Hands(hands) => {
                let given = hands.iter().enumerate().filter(|(_, many)| **many > 0);
                (
                    Some(given.map(|(at, many)| (id(at), *many)).collect()),
                    None,
                )
            }
            Typed::Each(each) => {
                let each = each.iter().map(|at| at.map_or("-", id));
                (None, Some(each.collect()))
            }
        };
        Some(Line {
            vraag: &matter.key.question.0,
            rij: matter.key.row.as_ref().map(|row| row.0.as_str()),
            handen,
            deelnemers,
        })
    });
    let made = yaml::write(&File {
        stemmen: head,
        antwoorden: lines.collect(),
    });
    let made = made.map_err(|_| {
        let program = &nl().program;
        Error::new(
            ErrorKind::Machine,
            program.unexpected(MARK),
            program.unexpected_todo(),
        )
    })?;
    let text = format!("{}\n{made}", nl().group.votes_header());
    world.write(file, text.as_bytes(), Guard::Replace)
}
