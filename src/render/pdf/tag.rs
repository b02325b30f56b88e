//! The tree of tags: what each thing on a page is, for whoever hears the document instead of seeing it.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, Tag, TagGroup, TagKind, TagTree};

/// The tree, while it grows.
pub(super) struct Tree {
    parts: Vec<Part>,
}

struct Part {
    tag: TagKind,
    parts: Vec<usize>,
    drawn: Vec<Identifier>,
}

impl Tree {
    /// A tree with nothing in it but its root, which is part 0.
    pub fn new() -> Self {
        Self {
            parts: vec![Part {
                tag: Tag::Part.into(),
                parts: Vec::new(),
                drawn: Vec::new(),
            }],
        }
    }

    /// A new part, the last in this one.
    pub fn add(&mut self, within: usize, tag: impl Into<TagKind>) -> usize {
        let new = self.parts.len();
        self.parts.push(Part {
            tag: tag.into(),
            parts: Vec::new(),
            drawn: Vec::new(),
        });
        if let Some(part) = self.parts.get_mut(within) {
            part.parts.push(new);
        }
        new
    }

    /// A heading of this level, from one.
    pub fn heading(&mut self, within: usize, level: u16, text: &str) -> usize {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        self.add(within, Tag::Hn(level, Some(text.to_owned())))
    }

    /// Something was drawn that belongs to this part.
    pub fn drawn(&mut self, part: usize, what: Identifier) {
        if let Some(part) = self.parts.get_mut(part) {
            part.drawn.push(what);
        }
    }

    /// The tree as the writer of the file wants it.
    pub fn finish(mut self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        let root = self.group(0);
        for one in root.children {
            tree.push(one);
        }
        tree
    }

    fn group(&mut self, at: usize) -> TagGroup {
        let Some(part) = self.parts.get_mut(at) else {
            return TagGroup::new(Tag::NonStruct);
        };
        let (drawn, parts) = (
            std::mem::take(&mut part.drawn),
            std::mem::take(&mut part.parts),
        );
        let mut group = TagGroup::new(part.tag.clone());
        for one in drawn {
            group.push(one);
        }
        for one in parts {
            group.push(Node::Group(self.group(one)));
        }
        group
    }
}
