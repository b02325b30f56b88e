//! Lines in, lines out, in the same order, by several hands and in little memory.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use crate::batch::{Batch, Fate, Scratch};

/// A line of more bytes than this is refused.
pub const MOST_LINE: usize = 1 << 20;
/// About so many bytes go to one hand at a time.
const PIECE: usize = 1 << 17;
/// So many pieces at most wait for each hand.
const WAITING: usize = 3;
/// So many refused lines at most are named.
const MOST_NAMED: usize = 10;

/// What went wrong with the streams themselves.
pub enum Fault {
    /// While reading.
    Reading(io::Error),
    /// While writing.
    Writing(io::Error),
}

/// How it went.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many records there were.
    pub records: usize,
    /// Those that could not be assessed.
    pub refused: Refused,
}

/// Records that could not be assessed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Refused {
    /// How many.
    pub count: usize,
    /// The lines of the first of them, counted from 1.
    pub first: Vec<usize>,
}

/// One run.
pub struct Stream<'b, 'l> {
    /// What is done with each record.
    pub batch: &'b Batch<'l>,
    /// How many hands.
    pub threads: usize,
}

/// Some whole lines.
#[derive(Default)]
struct Piece {
    bytes: Vec<u8>,
    lines: Vec<Line>,
}

/// One line of a piece.
struct Line {
    /// Where it ends in the bytes, without its line break.
    end: usize,
    /// Which line of the input it is.
    number: usize,
    /// It was longer than may be, and is not in the bytes.
    too_long: bool,
}

/// What became of a piece.
struct Made {
    bytes: Vec<u8>,
    records: usize,
    refused: Vec<usize>,
}

impl Stream<'_, '_> {
    /// Reads every line and writes one for each.
    pub fn run(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> Result<Counts, Fault> {
        let mut lines = Lines {
            input,
            number: 0,
            done: false,
        };
        if self.threads <= 1 {
            return self.alone(&mut lines, out);
        }
        std::thread::scope(|scope| {
            let hands: Vec<(SyncSender<Piece>, Receiver<Made>)> = (0..self.threads)
                .map(|_| {
                    let (give, take) = sync_channel::<Piece>(WAITING);
                    let (hand_in, collect) = sync_channel::<Made>(WAITING);
                    scope.spawn(move || {
                        let mut scratch = Scratch::default();
                        for piece in take {
                            if hand_in.send(self.make(&piece, &mut scratch)).is_err() {
                                break;
                            }
                        }
                    });
                    (give, collect)
                })
                .collect();
            let mut counts = Counts::default();
            let mut order: VecDeque<usize> = VecDeque::new();
            let mut next = 0;
            while let Some(piece) = lines.piece()? {
                if order.len() >= self.threads * WAITING {
                    collect(&hands, &mut order, &mut counts, out)?;
                }
                // A hand that is gone has left its part undone; collecting from it says so.
                _ = hands[next].0.send(piece);
                order.push_back(next);
                next = (next + 1) % self.threads;
            }
            while !order.is_empty() {
                collect(&hands, &mut order, &mut counts, out)?;
            }
            out.flush().map_err(Fault::Writing)?;
            Ok(counts)
        })
    }

    fn alone(&self, lines: &mut Lines<'_>, out: &mut dyn Write) -> Result<Counts, Fault> {
        let (mut counts, mut scratch) = (Counts::default(), Scratch::default());
        while let Some(piece) = lines.piece()? {
            counts.write(&self.make(&piece, &mut scratch), out)?;
        }
        out.flush().map_err(Fault::Writing)?;
        Ok(counts)
    }

    fn make(&self, piece: &Piece, scratch: &mut Scratch) -> Made {
        let mut made = Made {
            bytes: Vec::with_capacity(piece.bytes.len() * 2),
            records: piece.lines.len(),
            refused: Vec::new(),
        };
        let mut start = 0;
        for line in &piece.lines {
            let fate = if line.too_long {
                Batch::too_long(MOST_LINE, &mut made.bytes)
            } else {
                let line = &piece.bytes[start..line.end];
                self.batch.line(line, scratch, &mut made.bytes)
            };
            start = line.end;
            if fate == Fate::Refused {
                made.refused.push(line.number);
            }
        }
        made
    }
}

/// Takes the oldest piece that is still under way.
fn collect(
    hands: &[(SyncSender<Piece>, Receiver<Made>)],
    order: &mut VecDeque<usize>,
    counts: &mut Counts,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    let Some(hand) = order.pop_front() else {
        return Ok(());
    };
    let made = hands[hand].1.recv();
    let made = made.map_err(|gone| Fault::Writing(io::Error::other(gone)))?;
    counts.write(&made, out)
}

impl Counts {
    fn write(&mut self, made: &Made, out: &mut dyn Write) -> Result<(), Fault> {
        out.write_all(&made.bytes).map_err(Fault::Writing)?;
        self.records += made.records;
        self.refused.count += made.refused.len();
        let room = MOST_NAMED.saturating_sub(self.refused.first.len());
        self.refused.first.extend(made.refused.iter().take(room));
        Ok(())
    }
}

/// The lines of the input, some at a time.
struct Lines<'i> {
    input: &'i mut dyn BufRead,
    number: usize,
    done: bool,
}

impl Lines<'_> {
    /// The next lines; none at the end. Blank lines are no records.
    fn piece(&mut self) -> Result<Option<Piece>, Fault> {
        let mut piece = Piece::default();
        while piece.bytes.len() < PIECE && !self.done {
            self.line(&mut piece).map_err(Fault::Reading)?;
        }
        Ok((!piece.lines.is_empty()).then_some(piece))
    }

    fn line(&mut self, piece: &mut Piece) -> io::Result<()> {
        let start = piece.bytes.len();
        let limit = u64::try_from(MOST_LINE + 2).unwrap_or(u64::MAX);
        let read = (&mut *self.input)
            .take(limit)
            .read_until(b'\n', &mut piece.bytes)?;
        if read == 0 {
            self.done = true;
            return Ok(());
        }
        self.number += 1;
        let whole = piece.bytes.last() == Some(&b'\n');
        let mut end = piece.bytes.len() - usize::from(whole);
        if end > start && piece.bytes[end - 1] == b'\r' {
            end -= 1;
        }
        let too_long = end - start > MOST_LINE;
        if too_long {
            end = start;
            if !whole {
                self.skip()?;
            }
        } else if self.number == 1 && piece.bytes[start..end].starts_with(b"\xEF\xBB\xBF") {
            piece.bytes.drain(start..start + 3);
            end -= 3;
        }
        piece.bytes.truncate(end);
        let blank = piece.bytes[start..end].iter().all(u8::is_ascii_whitespace);
        if blank && !too_long {
            piece.bytes.truncate(start);
        } else {
            piece.lines.push(Line {
                end,
                number: self.number,
                too_long,
            });
        }
        Ok(())
    }

    /// Reads past the rest of a line.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let waiting = self.input.fill_buf()?;
            if waiting.is_empty() {
                return Ok(());
            }
            let end = waiting.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(waiting.len(), |at| at + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}
