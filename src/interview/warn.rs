//! Says at once that a sign of danger came up, and says it of every sign: the text that belongs to it may stand some
//! questions further. Says it again when a case is taken up again.

use super::compose::Look;
use super::walk::Session;
use crate::answer::Key;
use crate::engine::{Page, path};
use crate::questionnaire::Kind;
use crate::telling;
use crate::text::nl;

impl Session<'_> {
    /// Remembers that the answer that was just kept is a sign of danger by itself.
    pub(super) fn notice_sign(&mut self, key: &Key) {
        self.sign = telling::is_sign(&self.view(), key);
    }

    /// Puts who to call above the question, where that is new.
    pub(super) fn warn(&mut self, page: &Page) {
        let view = self.view();
        let steps = path(&view);
        let look = Look {
            set: &self.set,
            view: &view,
            steps: &steps,
        };
        let call = look.call_first();
        let asked = self.set.list.question(page.fields[page.at].question);
        let says_so = matches!(asked.kind, Kind::Notice { danger: true, .. });
        let new = !self.warned;
        self.warned = call.is_some() || says_so;
        let sign = std::mem::take(&mut self.sign);
        match call {
            _ if says_so => {}
            Some(call) if sign => {
                self.remarks.push(nl().finding.sign());
                self.remarks.push(call);
            }
            Some(call) if new => self.remarks.push(call),
            _ => {}
        }
    }
}
