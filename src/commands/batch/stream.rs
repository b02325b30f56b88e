//! Records in, lines out, in the same order, by several hands and in little memory.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use super::source::{Form, Piece, Source};
use crate::batch::{Batch, Fate, Scratch};
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
}

/// What became of a piece.
struct Made {
    bytes: Vec<u8>,
    records: usize,
    refused: Vec<(usize, Option<usize>)>,
}

impl Stream<'_, '_> {
    /// Reads every record and writes a line for each. What was read before a fault is written all the same.
    pub fn run(&self, source: &mut dyn Source, out: &mut dyn Write) -> Result<Counts, Fault> {
        if self.threads <= 1 {
            return self.alone(source, out);
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
            let mut fault = None;
            loop {
                let piece = match source.piece() {
                    Ok(Some(piece)) => piece,
                    Ok(None) => break,
                    Err(error) => {
                        fault = Some(error);
                        break;
                    }
                };
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
            fault.map_or(Ok(counts), |error| Err(Fault::Reading(error)))
        })
    }

    fn alone(&self, source: &mut dyn Source, out: &mut dyn Write) -> Result<Counts, Fault> {
        let (mut counts, mut scratch) = (Counts::default(), Scratch::default());
        while let Some(piece) = source.piece().map_err(Fault::Reading)? {
            counts.write(&self.make(&piece, &mut scratch), out)?;
        }
        out.flush().map_err(Fault::Writing)?;
        Ok(counts)
    }

    fn make(&self, piece: &Piece, scratch: &mut Scratch) -> Made {
        let mut made = Made {
            bytes: Vec::with_capacity(piece.bytes.len() * 2),
            records: piece.records.len(),
            refused: Vec::new(),
        };
        let mut start = 0;
        for record in &piece.records {
            let given = &piece.bytes[start..record.end];
            start = record.end;
            let out = &mut made.bytes;
            let (fate, line) = match &record.form {
                Form::Json => (self.batch.line(given, scratch, out), None),
                Form::File(id) => self.batch.file(id, given, out),
                Form::Unread(fault) => (self.batch.refuse(given, fault, out), None),
            };
            if fate == Fate::Refused {
                made.refused.push((record.number, line));
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
