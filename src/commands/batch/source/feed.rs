//! What is read, and whether there is more of it now. A file is read as it is. What comes through a pipe may pause: a thread
//! of its own waits for it, so that what came before the pause need not wait too.

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use super::{MOST_BYTES, PIECE};

/// How long records that are there wait for more.
const PATIENCE: Duration = Duration::from_millis(50);
/// A pipe gives so many bytes at a time at most.
const AT_ONCE: usize = 1 << 16;
/// So many of these wait at most.
const WAITING: usize = 4;

/// The bytes of the input.
pub struct Feed(From);

enum From {
    File(Box<dyn BufRead>),
    Pipe(Pipe),
}

/// What may pause.
struct Pipe {
    state: State,
    parts: VecDeque<Part>,
    /// So many bytes of the first part were used.
    used: usize,
}

enum State {
    /// Nobody asked for anything yet.
    Still(Box<dyn BufRead + Send>),
    Running(Receiver<io::Result<Vec<u8>>>, SyncSender<Vec<u8>>),
    Faulty(io::Error),
    Ended,
}

struct Part {
    bytes: Vec<u8>,
    /// Where its last line ends.
    last_break: Option<usize>,
}

impl Feed {
    /// What is all there.
    pub fn file(input: Box<dyn BufRead>) -> Self {
        // Files give more at a time than the usual buffer holds.
        Self(From::File(Box::new(BufReader::with_capacity(PIECE, input))))
    }

    /// What may pause.
    pub fn pipe(input: Box<dyn BufRead + Send>) -> Self {
        Self(From::Pipe(Pipe {
            state: State::Still(input),
            parts: VecDeque::new(),
            used: 0,
        }))
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self(From::File(Box::new(io::empty())))
    }

    /// These bytes before the rest.
    pub fn after(self, first: Vec<u8>) -> Self {
        match self.0 {
            From::File(input) => Self(From::File(Box::new(Cursor::new(first).chain(input)))),
            From::Pipe(mut pipe) => {
                pipe.parts.push_front(Part::of(first));
                Self(From::Pipe(pipe))
            }
        }
    }

    /// Whether the end of a line is not there, nor comes within a short time. `until` is that time for the records that wait
    /// for it together; it begins when the first does.
    pub fn pauses(&mut self, until: &mut Option<Instant>) -> bool {
        match &mut self.0 {
            From::File(_) => false,
            From::Pipe(pipe) => pipe.pauses(until),
        }
    }
}

impl Read for Feed {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            From::File(input) => input.read(out),
            From::Pipe(pipe) => {
                let read = pipe.fill()?.read(out)?;
                pipe.used += read;
                Ok(read)
            }
        }
    }
}

impl BufRead for Feed {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match &mut self.0 {
            From::File(input) => input.fill_buf(),
            From::Pipe(pipe) => pipe.fill(),
        }
    }

    fn consume(&mut self, used: usize) {
        match &mut self.0 {
            From::File(input) => input.consume(used),
            From::Pipe(pipe) => pipe.used += used,
        }
    }
}

impl Pipe {
    fn fill(&mut self) -> io::Result<&[u8]> {
        while self
            .parts
            .front()
            .is_none_or(|part| part.bytes.len() == self.used)
        {
            self.used = 0;
            if let Some(done) = self.parts.pop_front()
                && let State::Running(_, back) = &self.state
            {
                // Fresh memory for every part costs more than filling it.
                _ = back.try_send(done.bytes);
            }
            if self.parts.is_empty() && !self.more(None)? {
                return Ok(&[]);
            }
        }
        Ok(self
            .parts
            .front()
            .map_or(&[], |part| &part.bytes[self.used..]))
    }

    fn pauses(&mut self, until: &mut Option<Instant>) -> bool {
        while !self.has_break() {
            let until = *until.get_or_insert_with(|| Instant::now() + PATIENCE);
            match self.more(Some(until)) {
                Ok(true) => {}
                Ok(false) => return matches!(self.state, State::Running(..)),
                // Whoever reads on is told.
                Err(fault) => {
                    self.state = State::Faulty(fault);
                    return false;
                }
            }
        }
        false
    }

    /// Whether the end of a line is there, or so much without one that it is no record.
    fn has_break(&self) -> bool {
        let ends = |(at, part): (usize, &Part)| {
            let used = if at == 0 { self.used } else { 0 };
            part.last_break.is_some_and(|end| end >= used)
        };
        self.parts.iter().enumerate().any(ends) || self.parts.len() > MOST_BYTES / AT_ONCE
    }

    /// Waits for more, for ever or until then; false where none came.
    fn more(&mut self, until: Option<Instant>) -> io::Result<bool> {
        if let State::Still(_) = self.state
            && let State::Still(input) = std::mem::replace(&mut self.state, State::Ended)
        {
            self.state = begin(input);
        }
        let come = match std::mem::replace(&mut self.state, State::Ended) {
            State::Faulty(fault) => return Err(fault),
            State::Running(come, back) => {
                let wait = until.map(|until| until.saturating_duration_since(Instant::now()));
                let got = match wait {
                    Some(wait) => come.recv_timeout(wait),
                    None => come.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                if !matches!(got, Err(RecvTimeoutError::Disconnected)) {
                    self.state = State::Running(come, back);
                }
                got
            }
            _ => return Ok(false),
        };
        match come {
            Ok(part) => {
                self.parts.push_back(Part::of(part?));
                Ok(true)
            }
            Err(_) => Ok(false),
        }
    }
}

impl Part {
    fn of(bytes: Vec<u8>) -> Self {
        let last_break = bytes.iter().rposition(|byte| *byte == b'\n');
        Self { bytes, last_break }
    }
}

/// A thread that reads and hands over what it has, and ends when nobody wants it any more.
fn begin(mut input: Box<dyn BufRead + Send>) -> State {
    let (give, come) = sync_channel(WAITING);
    let (back, spare) = sync_channel::<Vec<u8>>(WAITING);
    std::thread::spawn(move || {
        loop {
            let mut bytes = spare.try_recv().unwrap_or_default();
            bytes.resize(AT_ONCE, 0);
            let part = match input.read(&mut bytes) {
                Ok(0) => break,
                Ok(read) => {
                    bytes.truncate(read);
                    Ok(bytes)
                }
                Err(fault) if fault.kind() == ErrorKind::Interrupted => continue,
                Err(fault) => Err(fault),
            };
            let last = part.is_err();
            if give.send(part).is_err() || last {
                break;
            }
        }
    });
    State::Running(come, back)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives each part after a wait.
    struct Slow(VecDeque<(u64, &'static [u8])>);

    impl Read for Slow {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let Some((wait, part)) = self.0.pop_front() else {
                return Ok(0);
            };
            std::thread::sleep(Duration::from_millis(wait));
            let (now, later) = part.split_at(part.len().min(out.len()));
            if !later.is_empty() {
                self.0.push_front((0, later));
            }
            { now }.read(out)
        }
    }

    fn slow(parts: &[(u64, &'static [u8])]) -> Feed {
        let input = BufReader::with_capacity(4, Slow(parts.iter().copied().collect()));
        Feed::pipe(Box::new(input))
    }

    #[test]
    fn it_pauses_only_where_no_end_of_a_line_comes() {
        let mut feed =
            slow(&[(0, b"a\nb\nhal"), (400, b"f\n"), (0, b"rest")]).after(b"kop\n".into());
        let mut line = String::new();
        for (wanted, then_pauses) in [
            ("kop\n", false),
            ("a\n", false),
            ("b\n", true),
            ("half\n", false),
            ("rest", false),
            ("", false),
        ] {
            line.clear();
            feed.read_line(&mut line).unwrap();
            assert_eq!(line, wanted);
            assert_eq!(feed.pauses(&mut None), then_pauses, "{wanted}");
        }
    }

    #[test]
    fn it_gives_the_same_bytes_whatever_the_pauses() {
        let mut feed = slow(&[(0, b"a\n"), (60, b"b"), (0, b"c\nd"), (70, b"")]);
        let mut all = Vec::new();
        while !feed.fill_buf().unwrap().is_empty() {
            let some = feed.fill_buf().unwrap()[..1].to_vec();
            feed.consume(1);
            all.extend(some);
            feed.pauses(&mut None);
        }
        assert_eq!(all, b"a\nbc\nd");
    }
}
