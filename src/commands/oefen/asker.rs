//! Whoever asks, with the mark of an exercise on every screen and the text of the round at hand.

use zeroize::Zeroizing;

use crate::interview::{Action, Asker, Info, Purpose, Reply, Screen, Stop};
use crate::text::nl;

/// Marks what another asker shows.
pub(super) struct Marked<'a> {
    inner: &'a mut dyn Asker,
    /// What was read last, to read again.
    pub(super) told: Option<Info>,
}

impl<'a> Marked<'a> {
    pub(super) fn new(inner: &'a mut dyn Asker) -> Self {
        Self { inner, told: None }
    }
}

fn marked(title: &str) -> String {
    let say = &nl().exercise;
    say.marked(say.mark(), title)
}

impl Asker for Marked<'_> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        let mut shown = screen.clone();
        shown.title = marked(&screen.title);
        let value = screen.prompt.purpose == Purpose::Value;
        if value && self.told.is_some() {
            shown.prompt.hints.push(nl().practise.read_again());
        }
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
