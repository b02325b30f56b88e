//! The files of a group: participants, raised hands, an own case. What is none of these is said and left out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::votes;
use crate::commands::lists::{self, MOST_BYTES};
use crate::commands::oefen::folder;
use crate::error::{Error, Result};
use crate::group::{Ballot, Numbers, Subject, Voice, merged};
use crate::problem::Problem;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::library::Library;
use crate::text::nl;
use crate::training::{
    self, Forms, LIST, TERMS, TrainingCase, is_participant, is_training_case, packed,
};
use crate::world::World;
use crate::yaml::read_tree;

/// All that was read.
pub(super) struct Gathered {
    pub(super) voices: Vec<Voice>,
    pub(super) ballots: Vec<Ballot>,
    pub(super) forms: Forms,
    /// Numbers stand where names stood.
    pub(super) hidden: bool,
    terms: Questionnaire,
    cases: BTreeMap<String, TrainingCase>,
    /// Of each case the contents with which files were made.
    contents: BTreeMap<String, Vec<String>>,
}

impl Gathered {
    /// The lists of an exercise, and nobody's answers yet.
    pub(super) fn empty(world: &mut World) -> Result<Self> {
        let library = Library::shipped();
        let forms = Forms::load(&library);
        let forms = forms.map_err(|problems| lists::faulty(&library, &problems, world))?;
        let terms = library.load(TERMS);
        let terms = terms.map_err(|problems| lists::faulty(&library, &problems, world))?;
        Ok(Self {
            voices: Vec::new(),
            ballots: Vec::new(),
            forms,
            hidden: false,
            terms,
            cases: BTreeMap::new(),
            contents: BTreeMap::new(),
        })
    }

    /// Reads these files, and those in these folders. The name of a file holds that of a participant: without `named` what
    /// was found in a folder is not called by it, for others look on.
    pub(super) fn read(world: &mut World, input: &[PathBuf], named: bool) -> Result<Self> {
        let mut all = Self::empty(world)?;
        let mut unnamed = false;
        for path in input {
            refuse_real(world, path)?;
            match world.entries(path)? {
                Some(files) => {
                    for file in files.iter().filter(|file| is_yaml(file)) {
                        unnamed |= all.file(world, file, named)? && !named;
                    }
                }
                None if World::size(path).is_none() && path != Path::new("-") => {
                    let say = &nl().group;
                    return Err(Error::usage(
                        say.not_there(path.display()),
                        say.not_there_todo(),
                    ));
                }
                None => _ = all.file(world, path, true)?,
            }
        }
        if unnamed {
            world.say(&nl().group.which_skipped())?;
        }
        Ok(all)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.voices.is_empty() && self.ballots.is_empty()
    }

    /// One file, whatever it is: called by its name, or not. Whether it was left out.
    fn file(&mut self, world: &mut World, file: &Path, named: bool) -> Result<bool> {
        let name = if named {
            let name = file.file_name().unwrap_or(file.as_os_str());
            crate::plain::one_line(&name.to_string_lossy())
        } else {
            nl().group.a_file()
        };
        let today = world.today;
        let bytes = world.read(file, MOST_BYTES)?;
        let left_out = self.take(&bytes, &name, today);
        if let Some(says) = &left_out {
            world.say(says)?;
        }
        Ok(left_out.is_some())
    }

    /// Takes a file in; gives what there is to say where it does not belong here.
    fn take(&mut self, bytes: &[u8], name: &str, today: NaiveDate) -> Option<String> {
        let say = &nl().group;
        let broken = |problems: Vec<Problem>| {
            let first = problems.first().map(|one| one.message.clone());
            Some(say.skipped_broken(name, first.unwrap_or_default()))
        };
        let tree = match read_tree(bytes, name) {
            Ok(tree) => tree,
            Err(problem) => return broken(vec![*problem]),
        };
        if is_training_case(&tree) {
            return match training::read(bytes, name, &self.forms) {
                Ok(case) => {
                    self.cases.insert(case.id.clone(), case);
                    None
                }
                Err(problems) => broken(problems),
            };
        }
        if votes::is_votes(&tree) {
            return match votes::read(&tree, self.list_of(&tree), today) {
                Some(ballots) => {
                    self.ballots.extend(ballots.0);
                    self.voices.extend(ballots.1);
                    None
                }
                None => Some(say.skipped_broken(name, say.votes_format())),
            };
        }
        if !is_participant(&tree) {
            return Some(say.skipped(name));
        }
        let opened = match training::open(bytes, name) {
            Ok(opened) => opened,
            Err(problems) => return broken(problems),
        };
        let list = match opened.head.list.id.as_str() {
            LIST => &self.forms.exercise,
            TERMS => &self.terms,
            other => return Some(say.skipped_list(name, crate::plain::one_line(other))),
        };
        match opened.answers(list, today) {
            Ok(one) => {
                if let Some(case) = &one.head.case {
                    let seen = self.contents.entry(case.id.clone()).or_default();
                    if !seen.contains(&case.sha256) {
                        seen.push(case.sha256.clone());
                    }
                }
                self.voices.push(Voice::from(one));
                None
            }
            Err(problems) => broken(problems),
        }
    }

    fn list_of(&self, tree: &crate::yaml::Node) -> &Questionnaire {
        if votes::is_of_terms(tree) {
            &self.terms
        } else {
            &self.forms.exercise
        }
    }

    /// The case with this id or in this file.
    pub(super) fn case(&mut self, world: &mut World, name: &str) -> Result<Option<String>> {
        if name == TERMS {
            return Ok(None);
        }
        let path = Path::new(name);
        if World::size(path).is_some() {
            self.file(world, path, true)?;
            if let Some(id) = self.cases.keys().next() {
                return Ok(Some(id.clone()));
            }
        }
        self.find(name);
        if self.cases.contains_key(name) {
            return Ok(Some(name.to_owned()));
        }
        let say = &nl().group;
        let names: Vec<&str> = packed().map(|one| one.id).chain([TERMS]).collect();
        Err(Error::usage(
            say.no_case(crate::plain::one_line(name)),
            say.no_case_todo(names.join(", ")),
        ))
    }

    fn find(&mut self, id: &str) {
        if self.cases.contains_key(id) {
            return;
        }
        let found = packed().find(|one| one.id == id);
        let read =
            found.and_then(|one| training::read(one.text.as_bytes(), one.file, &self.forms).ok());
        if let Some(case) = read {
            self.cases.insert(id.to_owned(), case);
        }
    }

    /// Everybody once, in an order that does not depend on the files; and what there is to say of it.
    ///
    /// With `numbers` they stand where names stood.
    pub(super) fn settle(
        &mut self,
        world: &mut World,
        numbers: Option<&mut Numbers>,
    ) -> Result<()> {
        let say = &nl().group;
        let (mut voices, twice) = merged(std::mem::take(&mut self.voices));
        if twice > 0 {
            world.say(&match twice {
                1 => say.twice_one(),
                _ => say.twice(twice),
            })?;
        }
        self.hidden = numbers.is_some();
        if let Some(numbers) = numbers {
            numbers.hide(&mut voices, |at| say.number(at), &say.someone());
            voices = merged(voices).0;
        }
        self.voices = voices;
        let ids: Vec<String> = self.ids().into_iter().flatten().collect();
        for id in ids {
            self.find(&id);
            let seen = self.contents.get(&id);
            match self.cases.get(&id) {
                None => world.say(&say.unknown_case(&id))?,
                Some(case) => {
                    let other = seen.is_some_and(|seen| seen.iter().any(|one| *one != case.sha256));
                    if other {
                        world.say(&say.other_version(&case.title))?;
                    }
                }
            }
        }
        Ok(())
    }

    /// The cases that somebody answered to, and nothing for the exercise on terms.
    fn ids(&self) -> Vec<Option<String>> {
        let said = self.voices.iter().map(|voice| voice.case.clone());
        let hands = self.ballots.iter().map(|ballot| ballot.case.clone());
        let mut ids: Vec<Option<String>> = said.chain(hands).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// Whether somebody answered to this in this round.
    pub(super) fn has(&self, subject: &Subject<'_>, round: u8) -> bool {
        let mut voices = self.voices.iter();
        let mut ballots = self.ballots.iter();
        voices.any(|one| subject.is_of(one) && one.round == round)
            || ballots.any(|one| one.case == subject.id && one.round == round)
    }

    /// What was answered to, in the order of its ids; the exercise on terms first.
    pub(super) fn subjects(&self) -> Vec<Subject<'_>> {
        let ids = self.ids().into_iter();
        ids.map(|id| self.subject(id)).collect()
    }

    /// One subject.
    pub(super) fn subject(&self, id: Option<String>) -> Subject<'_> {
        let case = id.as_ref().and_then(|id| self.cases.get(id));
        match (case, id) {
            (Some(case), _) => Subject::of_case(case, &self.forms),
            (None, Some(id)) => Subject {
                title: id.clone(),
                id: Some(id),
                list: &self.forms.exercise,
                key: None,
                laid: crate::answer::Answers::default(),
            },
            (None, None) => Subject {
                id: None,
                title: nl().group.terms(),
                list: &self.terms,
                key: None,
                laid: crate::answer::Answers::default(),
            },
        }
    }
}

fn is_yaml(file: &Path) -> bool {
    let ending = file.extension().and_then(|end| end.to_str());
    ending.is_some_and(|end| matches!(end, "yaml" | "yml"))
}

/// Exercises and real cases stay apart.
fn refuse_real(world: &World, path: &Path) -> Result<()> {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (cases, here) = (whole(&world.cases), whole(path));
    if here.starts_with(&cases) && !folder::is_marked(&cases) {
        let say = &nl().group;
        return Err(Error::usage(
            say.cases_folder(path.display()),
            say.cases_folder_todo(),
        ));
    }
    Ok(())
}
