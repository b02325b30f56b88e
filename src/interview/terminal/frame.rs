//! A screen as lines: how much of each piece fits, and how it looks with and without colour. Pure: knows no terminal.

use super::cluster::{fold_lines, width};

/// Whether text may be bold, dim or coloured. Everything is readable without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paint(pub(super) bool);

impl Paint {
    pub(super) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    pub(super) fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    pub(super) fn danger(self, text: &str) -> String {
        self.with("1;31", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// How large the screen is, and how it may look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) paint: Paint,
}

/// A screen, ready to draw.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) lines: Vec<String>,
    /// Row and column of the cursor; without, it is hidden.
    pub(super) cursor: Option<(usize, usize)>,
}

/// What may become of a piece that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// Its end falls off, and the person is told.
    Cut,
    /// It draws itself in fewer lines, around where the person is.
    Itself,
}

/// A piece of the screen.
pub(super) struct Piece<'a> {
    /// Draws it in at most so many lines.
    pub(super) draw: Box<dyn Fn(usize) -> Vec<String> + 'a>,
    /// The lines it would like.
    pub(super) wants: usize,
    /// The lines it gets before any piece gets all; the first pieces of the ranking first.
    pub(super) least: usize,
    /// Who goes first, the lowest first.
    pub(super) rank: u8,
    pub(super) short: Short,
    /// It belongs to the piece above it: no empty line between.
    pub(super) tight: bool,
}

impl<'a> Piece<'a> {
    /// A piece of fixed lines.
    pub(super) fn text(lines: Vec<String>, rank: u8, least: usize) -> Self {
        Self {
            wants: lines.len(),
            least: least.min(lines.len()),
            draw: Box::new(move |most| cut(&lines, most)),
            rank,
            short: Short::Cut,
            tight: false,
        }
    }

    /// A piece that draws itself in the lines it gets.
    pub(super) fn drawn(
        wants: usize,
        least: usize,
        rank: u8,
        draw: impl Fn(usize) -> Vec<String> + 'a,
    ) -> Self {
        Self {
            draw: Box::new(draw),
            wants,
            least: least.min(wants),
            rank,
            short: Short::Itself,
            tight: false,
        }
    }

    /// Right under the piece above it.
    pub(super) fn tight(mut self) -> Self {
        self.tight = true;
        self
    }
}

/// Pieces under each other.
pub(super) struct Stacked {
    pub(super) lines: Vec<String>,
    /// Where each piece begins.
    pub(super) starts: Vec<usize>,
    /// Some text is not shown, or not wholly.
    pub(super) cut: bool,
}

/// Divides the rows over the pieces: the least of each first, then what each wants, by rank; what is left over becomes
/// empty lines between them.
pub(super) fn stack(pieces: &[Piece<'_>], rows: usize) -> Stacked {
    let mut ranked: Vec<usize> = (0..pieces.len()).collect();
    ranked.sort_by_key(|at| pieces[*at].rank);
    let mut given = vec![0; pieces.len()];
    let mut left = rows;
    for at in &ranked {
        given[*at] = pieces[*at].least.min(left);
        left -= given[*at];
    }
    for at in &ranked {
        let more = (pieces[*at].wants - given[*at]).min(left);
        given[*at] += more;
        left -= more;
    }
    let mut stacked = Stacked {
        lines: Vec::new(),
        starts: Vec::new(),
        cut: false,
    };
    let gaps = pieces
        .iter()
        .zip(&given)
        .filter(|(piece, lines)| **lines > 0 && !piece.tight);
    let airy = left + 1 >= gaps.count();
    for (piece, most) in pieces.iter().zip(&given) {
        stacked.cut |= piece.short == Short::Cut && *most < piece.wants;
        if *most > 0 && airy && !piece.tight && !stacked.lines.is_empty() {
            stacked.lines.push(String::new());
        }
        stacked.starts.push(stacked.lines.len());
        if *most > 0 {
            stacked.lines.extend((piece.draw)(*most));
        }
    }
    stacked.lines.truncate(rows);
    stacked
}

/// The first lines, the last of them three dots where more would follow.
fn cut(lines: &[String], most: usize) -> Vec<String> {
    let mut shown: Vec<String> = lines.iter().take(most).cloned().collect();
    if most < lines.len()
        && let Some(last) = shown.last_mut()
    {
        "  ...".clone_into(last);
    }
    shown
}

/// Lines in a frame of plain characters.
pub(super) fn framed(lines: &[String], title: &str, columns: usize, paint: Paint) -> Vec<String> {
    let inside = columns.saturating_sub(4).max(8);
    let rule = "-".repeat(inside + 2);
    let top = if title.is_empty() {
        format!("+{rule}+")
    } else {
        let rest = (inside + 2).saturating_sub(width(title) + 3);
        format!("+- {} {}+", paint.danger(title), "-".repeat(rest))
    };
    let mut framed = vec![top];
    for line in lines.iter().flat_map(|line| fold_lines(line, inside)) {
        let space = " ".repeat(inside.saturating_sub(width(&line)));
        framed.push(format!("| {line}{space} |"));
    }
    framed.push(format!("+{rule}+"));
    framed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(of: &str, count: usize) -> Vec<String> {
        (0..count).map(|at| format!("{of}{at}")).collect()
    }

    #[test]
    fn what_matters_most_is_shown_whole_and_the_rest_says_that_it_is_cut() {
        let pieces = [
            Piece::text(lines("uitleg", 9), 9, 0),
            Piece::text(lines("vraag", 3), 0, 3),
            Piece::text(lines("toets", 2), 1, 2),
        ];
        let stacked = stack(&pieces, 8);
        assert!(stacked.cut);
        assert_eq!(
            stacked.lines,
            [
                "uitleg0", "uitleg1", "  ...", "vraag0", "vraag1", "vraag2", "toets0", "toets1"
            ]
        );
        assert_eq!(stacked.starts, [0, 3, 6]);
        let roomy = stack(&pieces, 20);
        assert!(!roomy.cut);
        assert_eq!(roomy.lines.len(), 16, "two empty lines between");
    }

    #[test]
    fn a_frame_holds_every_line() {
        let text = vec!["112 bellen bij direct gevaar, nu".to_owned()];
        for columns in [20, 40, 60, 90] {
            for line in framed(&text, "GEVAAR", columns, Paint(false)) {
                assert_eq!(width(&line), columns);
            }
        }
    }
}
