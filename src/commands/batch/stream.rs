//! Records in, lines out, in the same order, by several hands and in little memory.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};

use super::source::{Form, Piece, Run, Source};
use crate::batch::{Batch, Fate, Scratch, Table};
use crate::error::Error;

/// So many pieces at most are with each hand.
const WAITING: usize = 3;
/// So many pieces at most are under way for each thread.
const UNDER_WAY: usize = 8;
/// So many refused records, or runs of them one after the other, are named.
pub const MOST_NAMED: usize = 10;

/// What went wrong with the streams themselves.
pub enum Fault {
    /// While reading.
    Reading(Error),
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
    /// The first of them: where they stand in the input.
    pub first: Vec<Run>,
}

/// One run.
pub struct Stream<'b, 'l> {
    /// What is done with each record.
    pub batch: &'b Batch<'l>,
    /// How many hands.
    pub threads: usize,
    /// The columns, where the lines are to be rows of a table.
    pub table: Option<Table>,
}

/// Takes what is made.
pub trait Sink {
    /// Whole lines of so many records.
    fn put(&mut self, lines: &[u8], records: usize) -> io::Result<()>;
    /// There are no more.
    fn end(&mut self) -> io::Result<()>;
}

/// A piece and what became of it. Goes round from whoever reads to a hand and back to be filled again: fresh memory for
/// every piece costs more than the lookups in it.
#[derive(Default)]
struct Round {
    piece: Piece,
    bytes: Vec<u8>,
    refused: Vec<(usize, Option<usize>)>,
}

/// Another thread: what goes to it, and what comes back, in the same order.
struct Hand {
    give: SyncSender<Round>,
    made: Receiver<Round>,
    /// So many pieces are with it.
    busy: usize,
}

/// A piece whose lines are not written yet.
enum Turn {
    /// With this hand.
    With(usize),
    /// Made.
    Made(Round),
}

impl Stream<'_, '_> {
    /// Reads every record and writes a line for each. What was read before a fault is written all the same.
    pub fn run(&self, source: &mut dyn Source, out: &mut dyn Sink) -> Result<Counts, Fault> {
        if self.threads <= 1 {
            return self.alone(source, out);
        }
        std::thread::scope(|scope| {
            // Whoever reads and writes is one of the threads: it makes a piece itself as soon as the hands have enough.
            let hand = |_| {
                let (give, take) = sync_channel::<Round>(WAITING);
                let (hand_in, made) = sync_channel::<Round>(WAITING);
                scope.spawn(move || {
                    let mut scratch = Scratch::default();
                    for mut round in take {
                        self.make(&mut round, &mut scratch);
                        if hand_in.send(round).is_err() {
                            break;
                        }
                    }
                });
                let busy = 0;
                Hand { give, made, busy }
            };
            let mut hands: Vec<Hand> = (1..self.threads).map(hand).collect();
            let (mut counts, mut scratch) = (Counts::default(), Scratch::default());
            let mut turns: VecDeque<Turn> = VecDeque::new();
            let mut spare = Vec::new();
            let mut fault = None;
            let mut pauses = false;
            loop {
                // What is under way does not wait for input that pauses.
                let enough = if pauses { 1 } else { self.threads * UNDER_WAY };
                while let Some(made) = first(&mut hands, &mut turns, enough)? {
                    counts.write(&made, out)?;
                    spare.push(made);
                }
                let mut round = spare.pop().unwrap_or_default();
                round.piece = match source.piece(round.piece) {
                    Ok(Some(piece)) => piece,
                    Ok(None) => break,
                    Err(error) => {
                        fault = Some(error);
                        break;
                    }
                };
                pauses = round.piece.pauses;
                let free = hands.iter_mut().enumerate();
                match free.min_by_key(|(_, hand)| hand.busy) {
                    Some((at, hand)) if hand.busy < WAITING => {
                        // A hand that is gone has left its part undone; taking from it says so.
                        _ = hand.give.send(round);
                        hand.busy += 1;
                        turns.push_back(Turn::With(at));
                    }
                    _ => {
                        self.make(&mut round, &mut scratch);
                        turns.push_back(Turn::Made(round));
                    }
                }
            }
            while let Some(made) = first(&mut hands, &mut turns, 1)? {
                counts.write(&made, out)?;
            }
            out.end().map_err(Fault::Writing)?;
            fault.map_or(Ok(counts), |error| Err(Fault::Reading(error)))
        })
    }

    fn alone(&self, source: &mut dyn Source, out: &mut dyn Sink) -> Result<Counts, Fault> {
        let (mut counts, mut scratch) = (Counts::default(), Scratch::default());
        let mut round = Round::default();
        while let Some(piece) = source.piece(round.piece).map_err(Fault::Reading)? {
            round.piece = piece;
            self.make(&mut round, &mut scratch);
            counts.write(&round, out)?;
        }
        out.end().map_err(Fault::Writing)?;
        Ok(counts)
    }

    fn make(&self, round: &mut Round, scratch: &mut Scratch) {
        let Round {
            piece,
            bytes: out,
            refused,
        } = round;
        out.clear();
        refused.clear();
        let mut start = 0;
        for record in &piece.records {
            let given = &piece.bytes[start..record.end];
            start = record.end;
            let begin = out.len();
            let (fate, line) = match &record.form {
                Form::Json => (self.batch.line(given, scratch, out), None),
                Form::File(id) => self.batch.file(id, given, out),
                Form::Unread(fault) => (self.batch.refuse(given, fault, out), None),
            };
            if let Some(table) = &self.table {
                table.row(begin, out);
            }
            if fate == Fate::Refused {
                refused.push((record.number, line));
            }
        }
    }
}

/// The oldest piece under way, when it is made. With `enough` of them under way it is waited for.
fn first(
    hands: &mut [Hand],
    turns: &mut VecDeque<Turn>,
    enough: usize,
) -> Result<Option<Round>, Fault> {
    let wait = turns.len() >= enough;
    let Some(turn) = turns.pop_front() else {
        return Ok(None);
    };
    let at = match turn {
        Turn::Made(round) => return Ok(Some(round)),
        Turn::With(at) => at,
    };
    let hand = &mut hands[at];
    let made = if wait {
        hand.made.recv().map_err(io::Error::other)
    } else {
        match hand.made.try_recv() {
            Err(TryRecvError::Empty) => {
                turns.push_front(Turn::With(at));
                return Ok(None);
            }
            other => other.map_err(io::Error::other),
        }
    };
    hand.busy -= 1;
    made.map(Some).map_err(Fault::Writing)
}

impl Counts {
    fn write(&mut self, made: &Round, out: &mut dyn Sink) -> Result<(), Fault> {
        let put = out.put(&made.bytes, made.piece.records.len());
        put.map_err(Fault::Writing)?;
        self.records += made.piece.records.len();
        for (number, line) in &made.refused {
            self.refused.add(*number, *line);
        }
        Ok(())
    }
}

impl Refused {
    fn add(&mut self, number: usize, line: Option<usize>) {
        // Once one was left unnamed, those after it are too.
        let all_named = self.count == self.first.iter().map(Run::count).sum::<usize>();
        self.count += 1;
        let next = |run: &&mut Run| run.last + 1 == number && run.line.or(line).is_none();
        if let Some(run) = self.first.last_mut().filter(next) {
            run.last = number;
        } else if all_named && self.first.len() < MOST_NAMED {
            self.first.push(Run {
                first: number,
                last: number,
                line,
            });
        }
    }
}
