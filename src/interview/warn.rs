//! Says at once that a sign of danger came up: the text that belongs to it may stand some questions further. Says it again
//! when a case is taken up again.

use super::compose::Look;
use super::walk::Session;
use crate::engine::{Page, path};
use crate::questionnaire::Kind;

impl Session<'_> {
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
        if new && !says_so {
            self.remarks.extend(call);
        }
    }
}
