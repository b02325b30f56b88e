//! Whoever asks, with the mark of an exercise on every screen, the texts that were read, and how far it still is. What only
//! matters with real people is left out here.

use zeroize::Zeroizing;

use crate::answer::{Value, typed};
use crate::interview::{
    Action, Ask, Asker, Info, Line, Notice, Progress, Purpose, Reply, Screen, Stop,
};
use crate::text::nl;

/// Marks what another asker shows.
pub(super) struct Marked<'a> {
    inner: &'a mut dyn Asker,
    /// What was read, to read again.
    pub(super) told: Option<Info>,
    /// So many screens come after those of this step.
    pub(super) later: usize,
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
            later: 0,
            numbers,
            first: None,
        }
    }

    fn shown(&mut self, screen: &Screen) -> Screen {
        let say = &nl().practise;
        let mut shown = screen.clone();
        shown.title = marked(&screen.title);
        let refused = typed(&Value::Refused);
        shown.prompt.special.retain(|line| line.id != refused);
        // The parts come back in every round: counting them would mislead.
        shown.progress = screen.progress.map(|far| Progress {
            part: 0,
            parts: 0,
            screens: far.screens + self.later,
        });
        if screen.prompt.purpose == Purpose::End {
            // Onbekend is an answer here: nothing is open.
            shown.remarks = vec![say.all_asked()];
        }
        if *self.first.get_or_insert_with(|| screen.page.clone()) == screen.page {
            let text = say.in_reality();
            shown.notices.push(Notice {
                text,
                danger: false,
                phones: Vec::new(),
            });
        }
        if screen.prompt.purpose == Purpose::Value && self.told.is_some() {
            shown.prompt.hints.push(say.read_again());
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
            self.inner.tell(told)?;
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

    fn meant_to_lock(&self) -> bool {
        self.inner.meant_to_lock()
    }

    fn secret(&mut self, info: &Info) -> Result<Zeroizing<String>, Stop> {
        self.inner.secret(info)
    }
}
