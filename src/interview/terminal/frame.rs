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

/// What stands above a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// It belongs to what is above it.
    Nothing,
    /// An empty line, when all else fits.
    Air,
    /// An empty line, as long as what matters fits: it makes the screen calm.
    Space,
}

/// A piece of the screen.
pub(super) struct Piece<'a> {
    /// Draws it in at most so many lines.
    draw: Box<dyn Fn(usize) -> Vec<String> + 'a>,
    /// The lines it would like.
    wants: usize,
    /// The lines it gets before any piece gets all.
    least: usize,
    /// Who goes first, the lowest first.
    rank: u8,
    above: Above,
    /// The text that must have been read, where the piece is one.
    text: Option<String>,
}

/// Pieces from this rank on come after the space that keeps a screen calm.
pub(super) const LATER: u8 = 20;

impl<'a> Piece<'a> {
    /// A piece of fixed lines; what does not fit is told.
    pub(super) fn text(lines: Vec<String>, rank: u8, least: usize) -> Self {
        Self {
            wants: lines.len(),
            least: least.min(lines.len()),
            text: Some(lines.join("\n")),
            draw: Box::new(move |most| cut(&lines, most)),
            rank,
            above: Above::Air,
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
            above: Above::Air,
            text: None,
        }
    }

    /// Something else above it than air.
    pub(super) fn above(mut self, above: Above) -> Self {
        self.above = above;
        self
    }

    /// The text it stands for, however it is drawn.
    pub(super) fn says(mut self, text: &str) -> Self {
        self.text = Some(text.to_owned());
        self
    }
}

/// Pieces under each other.
pub(super) struct Stacked {
    pub(super) lines: Vec<String>,
    /// Where each piece begins.
    pub(super) starts: Vec<usize>,
    /// The texts that can be read wholly.
    pub(super) whole: Vec<String>,
    /// The texts that cannot.
    pub(super) cut: Vec<String>,
}

/// Divides the rows over the pieces: the least of each first, then what each wants, by rank, with the empty lines that keep
/// it calm in between.
pub(super) fn stack(pieces: &[Piece<'_>], rows: usize) -> Stacked {
    let mut ranked: Vec<usize> = (0..pieces.len()).collect();
    ranked.sort_by_key(|at| pieces[*at].rank);
    let mut given = vec![0; pieces.len()];
    let mut gaps = vec![false; pieces.len()];
    let mut left = rows;
    for at in &ranked {
        given[*at] = pieces[*at].least.min(left);
        left -= given[*at];
    }
    for later in [false, true] {
        for at in ranked
            .iter()
            .filter(|at| (pieces[**at].rank >= LATER) == later)
        {
            let more = (pieces[*at].wants - given[*at]).min(left);
            given[*at] += more;
            left -= more;
        }
        let wanted = if later { Above::Air } else { Above::Space };
        for at in 1..pieces.len() {
            if left > 0 && given[at] > 0 && pieces[at].above == wanted {
                gaps[at] = true;
                left -= 1;
            }
        }
    }
    let mut stacked = Stacked {
        lines: Vec::new(),
        starts: Vec::new(),
        whole: Vec::new(),
        cut: Vec::new(),
    };
    for (at, piece) in pieces.iter().enumerate() {
        if gaps[at] {
            stacked.lines.push(String::new());
        }
        stacked.starts.push(stacked.lines.len());
        if given[at] > 0 {
            stacked.lines.extend((piece.draw)(given[at]));
        }
        if let Some(text) = &piece.text {
            let to = if given[at] < piece.wants {
                &mut stacked.cut
            } else {
                &mut stacked.whole
            };
            to.push(text.clone());
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
            Piece::text(lines("uitleg", 9), LATER, 0).says("uitleg"),
            Piece::text(lines("vraag", 3), 0, 3)
                .above(Above::Space)
                .says("vraag"),
            Piece::text(lines("toets", 2), 1, 2).says("toets"),
        ];
        let stacked = stack(&pieces, 9);
        assert_eq!(stacked.cut, ["uitleg"]);
        assert_eq!(stacked.whole, ["vraag", "toets"]);
        assert_eq!(
            stacked.lines,
            [
                "uitleg0", "uitleg1", "  ...", "", "vraag0", "vraag1", "vraag2", "toets0", "toets1"
            ]
        );
        assert_eq!(stacked.starts, [0, 4, 7]);
        let roomy = stack(&pieces, 20);
        assert!(roomy.cut.is_empty());
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
