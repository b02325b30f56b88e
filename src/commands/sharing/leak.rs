//! The last look before something leaves: every text of the document, the finished file with everything in it opened, and
//! the name of the file.

use std::path::Path;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::render;
use crate::text::nl;
use crate::trace::{Guarded, Protected};

/// What leaves.
pub(in crate::commands) struct Finished<'a> {
    pub document: &'a Document,
    pub bytes: &'a [u8],
    pub file: &'a Path,
}

impl Finished<'_> {
    /// Makes sure that nothing of what may not leave is in it. `constants` is what stands in it whatever the case is: that
    /// tells nothing of the case. `todo` says what can be done.
    pub fn holds_nothing_of(
        &self,
        protected: &Protected,
        constants: &Document,
        todo: String,
    ) -> Result<()> {
        let text = &nl().share;
        let constants = constants.texts().into_iter();
        let constants: Vec<String> = constants.map(|(_, text)| text).collect();
        let wanted = protected.clone().without(&constants);
        let mut lines = Vec::new();
        for (under, said) in self.document.texts() {
            let found = wanted.find(&said);
            if !found.is_empty() {
                lines.push(text.hit(under, kinds(&found)));
            }
        }
        // A value may be cut by a line break or stand between two parts.
        let opened = render::opened(self.bytes);
        let found: Vec<_> = opened.iter().flat_map(|said| wanted.find(said)).collect();
        if lines.is_empty() && !found.is_empty() {
            lines.push(text.hit(text.in_file(), kinds(&found)));
        }
        let name = self.file.file_name();
        let name = name.map(|name| name.to_string_lossy().into_owned());
        let found = wanted.find(&name.unwrap_or_default());
        if !found.is_empty() {
            lines.push(text.hit(text.in_name(), kinds(&found)));
        }
        if lines.is_empty() {
            return Ok(());
        }
        lines.dedup();
        Err(Error::attention(text.refused(), todo).with_details(lines))
    }
}

/// *een adres, een naam*, each once.
pub(in crate::commands) fn kinds(kinds: &[Guarded]) -> String {
    let mut kinds = kinds.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    let called: Vec<String> = kinds.iter().map(|kind| kind.called()).collect();
    called.join(", ")
}
