//! The SHA-256 of a list: of its content with all it uses. Layout, comments, quotes, line ends and the order of keys do
//! not count; every word and number does.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::yaml::{Node, Tree};

/// The canonical form of a tree: sorted keys, and every piece preceded by its length so that no two trees share one.
pub(super) fn canonical(node: &Node) -> String {
    let mut out = String::new();
    write_node(node, &mut out);
    out
}

/// SHA-256 of one tree: the same for every layout of it.
pub(crate) fn fingerprint(node: &Node) -> String {
    sha256([canonical(node).as_str()])
}

fn write_node(node: &Node, out: &mut String) {
    match &node.value {
        _ if node.is_empty() => out.push('0'),
        Tree::Scalar { text, .. } => {
            let text = text.replace("\r\n", "\n");
            let text = text.trim();
            let _ = write!(out, "s{}:{text}", text.len());
        }
        Tree::List(items) => {
            let _ = write!(out, "l{}:", items.len());
            items.iter().for_each(|item| write_node(item, out));
        }
        Tree::Map(entries) => {
            let mut sorted: Vec<(String, &Node)> = entries
                .iter()
                .map(|(name, value)| (canonical(name), value))
                .collect();
            sorted.sort_by(|a, b| a.0.cmp(&b.0));
            let _ = write!(out, "m{}:", sorted.len());
            for (name, value) in sorted {
                out.push_str(&name);
                write_node(value, out);
            }
        }
    }
}

/// SHA-256 of these pieces, lower-case hexadecimal.
pub(super) fn sha256<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(format!("{}:", piece.len()));
        hash.update(piece);
    }
    let mut hex = String::new();
    for byte in hash.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
