//! Whoever asks, with the mark of an exercise on every screen, the texts that were read, and how far it still is. What only
//! matters with real people is left out here.

use zeroize::Zeroizing;

use crate::answer::{Value, typed};
use crate::interview::{
    Action, Ask, Asker, Info, Line, Notice, Progress, Purpose, Reply, Screen, Stop, Unfinished,
};
use crate::text::nl;

/// Marks what another asker shows.
pub(super) struct Marked<'a> {
    inner: &'a mut dyn Asker,
    /// What was read, to read again.
    told: Option<Info>,
    /// That it can be read again was said since it was told.
    said: bool,
    /// So many screens come after those of this step.
    pub(super) later: usize,
    /// The second round: all was answered, and is looked at once more.
    pub(super) again: bool,
    /// Whether choices get a number before them: a terminal shows none.
    numbers: bool,
    /// The page on which one reads what one would do in reality: the first.
    first: Option<String>,
}

impl<'a> Marked<'a> {
    pub(super) fn new(inner: &'a mut dyn Asker, numbers: bool) -> Self {
        Self {
            inner,
            told: None,
            said: false,
            later: 0,
            again: false,
            numbers,
            first: None,
        }
    }

    /// From here on this can be read again.
    pub(super) fn can_be_read(&mut self, told: Info) {
        self.told = Some(told);
        self.said = false;
    }

    fn shown(&mut self, screen: &Screen) -> Screen {
        let say = &nl().practise;
        let mut shown = screen.clone();
        shown.title = marked(&screen.title);
        let refused = typed(&Value::Refused);
        shown.prompt.special.retain(|line| line.id != refused);
        // The questions of a round come back in the next one: numbers would run backwards.
        shown.prompt.number = None;
        // The parts come back in every round: counting them would mislead.
        shown.progress = screen.progress.filter(|_| !self.again).map(|far| Progress {
            part: 0,
            parts: 0,
            screens: far.screens + self.later,
        });
        if screen.prompt.purpose == Purpose::End {
            // Onbekend is an answer here: nothing is open.
            shown.remarks = vec![if self.again {
                say.look_again()
            } else {
                say.all_asked()
            }];
        }
        if *self.first.get_or_insert_with(|| screen.page.clone()) == screen.page {
            let text = say.in_reality();
            shown.notices.push(Notice {
                text,
                danger: false,
                phones: Vec::new(),
            });
        }
        // On a screen of its own it stands each time; line after line, once is enough.
        let new = self.numbers || !self.said;
        if screen.prompt.purpose == Purpose::Value && self.told.is_some() && new {
            self.said = true;
            shown.prompt.hints.push(if self.numbers {
                say.read_again()
            } else {
                say.read_again_lines()
            });
        }
        // At a terminal an empty line is said to end a text; on lines it would not be known that it may stay empty.
        let text = matches!(screen.prompt.ask, Ask::Text { multiline: true });
        if text
            && !self.numbers
            && !screen.prompt.optional
            && screen.prompt.purpose == Purpose::Value
        {
            shown.prompt.hints.push(say.may_be_empty());
        }
        if let (true, Ask::One(lines)) = (self.numbers, &mut shown.prompt.ask) {
            number(lines);
        }
        shown
    }
}

fn number(lines: &mut [Line]) {
    for (at, line) in lines.iter_mut().enumerate() {
        line.text = nl().practise.numbered(at + 1, &line.text);
    }
}

fn marked(title: &str) -> String {
    let say = &nl().exercise;
    say.marked(say.mark(), title)
}

impl Asker for Marked<'_> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        let shown = self.shown(screen);
        let value = screen.prompt.purpose == Purpose::Value;
        let reply = self.inner.ask(&shown)?;
        if let (Reply::Act(Action::Help), true, Some(told)) = (&reply, value, &self.told) {
            let told = told.clone();
            self.tell(&told)?;
        }
        Ok(reply)
    }

    fn tell(&mut self, info: &Info) -> Result<(), Stop> {
        self.inner.tell(&Info {
            title: marked(&info.title),
            ..info.clone()
        })
    }

    fn blank(&mut self, neutral: &str) -> Result<(), Stop> {
        self.inner.blank(neutral)
    }

    fn unfinished(&mut self) -> Vec<Unfinished> {
        self.inner.unfinished()
    }

    fn meant_to_lock(&self) -> bool {
        self.inner.meant_to_lock()
    }

    fn secret(&mut self, info: &Info) -> Result<Zeroizing<String>, Stop> {
        self.inner.secret(info)
    }
}
