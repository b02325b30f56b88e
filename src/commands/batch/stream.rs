//! Records in, lines out, in the same order, by several hands and in little memory.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::source::{Form, Piece, Source};
use crate::batch::{Batch, Fate, Scratch, Table};
use crate::error::Error;

/// So many pieces at most wait for each hand.
const WAITING: usize = 3;
/// So many refused records at most are named.
const MOST_NAMED: usize = 10;

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
    /// The first of them: where they stand in the input, and the line that is wrong where that is known.
    pub first: Vec<(usize, Option<usize>)>,
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

/// One thread: what goes to it, and what comes back.
type Hand = (SyncSender<Round>, Receiver<Round>);

impl Stream<'_, '_> {
    /// Reads every record and writes a line for each. What was read before a fault is written all the same.
    pub fn run(&self, source: &mut dyn Source, out: &mut dyn Sink) -> Result<Counts, Fault> {
        if self.threads <= 1 {
            return self.alone(source, out);
        }
        std::thread::scope(|scope| {
            let hands: Vec<Hand> = (0..self.threads)
                .map(|_| {
                    let (give, take) = sync_channel::<Round>(WAITING);
                    let (hand_in, collect) = sync_channel::<Round>(WAITING);
                    scope.spawn(move || {
                        let mut scratch = Scratch::default();
                        for mut round in take {
                            self.make(&mut round, &mut scratch);
                            if hand_in.send(round).is_err() {
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
            let mut fault = None;
            loop {
                let mut round = if order.len() >= self.threads * WAITING {
                    collect(&hands, &mut order, &mut counts, out)?
                } else {
                    Round::default()
                };
                round.piece = match source.piece(round.piece) {
                    Ok(Some(piece)) => piece,
                    Ok(None) => break,
                    Err(error) => {
                        fault = Some(error);
                        break;
                    }
                };
                // A hand that is gone has left its part undone; collecting from it says so.
                _ = hands[next].0.send(round);
                order.push_back(next);
                next = (next + 1) % self.threads;
            }
            while !order.is_empty() {
                collect(&hands, &mut order, &mut counts, out)?;
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

/// Takes the oldest piece that is still under way, writes it, and gives what can be used again.
fn collect(
    hands: &[Hand],
    order: &mut VecDeque<usize>,
    counts: &mut Counts,
    out: &mut dyn Sink,
) -> Result<Round, Fault> {
    let Some(hand) = order.pop_front() else {
        return Ok(Round::default());
    };
    let made = hands[hand].1.recv();
    let made = made.map_err(|gone| Fault::Writing(io::Error::other(gone)))?;
    counts.write(&made, out)?;
    Ok(made)
}

impl Counts {
    fn write(&mut self, made: &Round, out: &mut dyn Sink) -> Result<(), Fault> {
        let put = out.put(&made.bytes, made.piece.records.len());
        put.map_err(Fault::Writing)?;
        self.records += made.piece.records.len();
        self.refused.count += made.refused.len();
        let room = MOST_NAMED.saturating_sub(self.refused.first.len());
        self.refused.first.extend(made.refused.iter().take(room));
        Ok(())
    }
}
