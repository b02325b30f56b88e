//! Of which rows a condition speaks: a condition on rows may stand within another, and then each has a row of its own.

use crate::answer::RowId;
use crate::questionnaire::QuestionIx;

/// The rows that a condition speaks of, from the inside out; none for one outside rows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct At<'r> {
    row: Option<&'r RowId>,
    /// Whose row it is; not said for the outermost, where there is no other.
    list: Option<QuestionIx>,
    around: Option<&'r At<'r>>,
}

impl<'r> At<'r> {
    /// In a row of a list, within these rows.
    pub fn within<'s>(&'s self, list: QuestionIx, row: &'s RowId) -> At<'s> {
        At {
            row: Some(row),
            list: Some(list),
            around: Some(self),
        }
    }

    /// The row of this list that is spoken of.
    pub fn row_of(&self, list: QuestionIx) -> Option<&'r RowId> {
        match self.list {
            Some(own) if own != list => self.around.and_then(|around| around.row_of(list)),
            _ => self.row,
        }
    }
}

impl<'r> From<Option<&'r RowId>> for At<'r> {
    fn from(row: Option<&'r RowId>) -> Self {
        Self {
            row,
            ..Self::default()
        }
    }
}
