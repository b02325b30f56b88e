//! Files that are packed, as their names say: gzip and zstd, with several members or frames one after the other, in and out.
//! A file that stops halfway is a fault, never a shorter file.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::Whole;
use crate::error::Result;

/// So many bytes go into one frame.
const FRAME: usize = 1 << 20;

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// `.gz`.
    Gzip,
    /// `.zst`.
    Zstd,
}

impl Packing {
    /// What the name of a file says.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_lowercase();
        match ending.as_str() {
            "gz" => Some(Self::Gzip),
            "zst" => Some(Self::Zstd),
            _ => None,
        }
    }

    /// What is packed.
    pub fn unpack(self, input: Box<dyn BufRead>) -> Box<dyn BufRead> {
        match self {
            Self::Gzip => Box::new(BufReader::new(MultiGzDecoder::new(input))),
            Self::Zstd => Box::new(BufReader::new(Frames {
                input,
                decoder: FrameDecoder::new(),
                state: State::Nothing,
            })),
        }
    }

    /// Whether a fault in reading says that what is packed is broken off or damaged, and not that the disk is.
    pub fn is_broken(fault: &io::Error) -> bool {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        fault.raw_os_error().is_none()
            && matches!(fault.kind(), InvalidData | InvalidInput | UnexpectedEof)
    }
}

/// The frames of a zstd file.
struct Frames {
    input: Box<dyn BufRead>,
    decoder: FrameDecoder,
    state: State,
}

#[derive(PartialEq)]
enum State {
    /// Nothing was read yet.
    Nothing,
    Between,
    Inside,
}

impl Frames {
    /// Begins the next frame; false at the end.
    fn begin(&mut self) -> io::Result<bool> {
        if self.input.fill_buf()?.is_empty() {
            return match self.state {
                State::Nothing => Err(io::ErrorKind::UnexpectedEof.into()),
                _ => Ok(false),
            };
        }
        match self.decoder.reset(&mut self.input) {
            Ok(()) => self.state = State::Inside,
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                length,
                ..
            })) => {
                let length = u64::from(length);
                let passed = io::copy(&mut (&mut self.input).take(length), &mut io::sink())?;
                if passed < length {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                self.state = State::Between;
            }
            Err(fault) => return Err(broken(fault)),
        }
        Ok(true)
    }

    /// The frame is whole, and is what was packed.
    fn close(&mut self) -> io::Result<()> {
        self.state = State::Between;
        let stated = self.decoder.get_checksum_from_data();
        let counted = self.decoder.get_calculated_checksum();
        if stated.is_some() && stated != counted {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(())
    }
}

impl Read for Frames {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.state != State::Inside {
                if !self.begin()? {
                    return Ok(0);
                }
            } else if self.decoder.can_collect() > 0 {
                return self.decoder.read(out);
            } else if self.decoder.is_finished() {
                self.close()?;
            } else {
                let blocks = BlockDecodingStrategy::UptoBlocks(1);
                let read = self.decoder.decode_blocks(&mut self.input, blocks);
                read.map_err(broken)?;
            }
        }
    }
}

fn broken(fault: FrameDecoderError) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, fault)
}

/// A file that is packed while it is written.
pub struct Packed(Form);

enum Form {
    Plain(Whole),
    Gzip(GzEncoder<Whole>),
    Zstd(Whole, Vec<u8>),
}

impl Packed {
    /// Packs what is written to this file.
    pub fn new(packing: Option<Packing>, file: Whole) -> Self {
        Self(match packing {
            None => Form::Plain(file),
            Some(Packing::Gzip) => Form::Gzip(GzEncoder::new(file, Compression::default())),
            Some(Packing::Zstd) => Form::Zstd(file, Vec::new()),
        })
    }

    /// Closes what is packed, and gives the file its name.
    pub fn finish(self) -> Result<()> {
        let (whole, closed) = match self.0 {
            Form::Plain(whole) => (whole, Ok(())),
            Form::Gzip(packer) => match packer.finish() {
                Ok(whole) => (whole, Ok(())),
                Err(fault) => return Err(fault.into()),
            },
            Form::Zstd(mut whole, rest) => {
                let closed = frame(&rest, &mut whole);
                (whole, closed)
            }
        };
        closed?;
        whole.finish()
    }
}

impl Write for Packed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Form::Plain(whole) => whole.write(bytes),
            Form::Gzip(packer) => packer.write(bytes),
            Form::Zstd(whole, waiting) => {
                waiting.extend_from_slice(bytes);
                while waiting.len() >= FRAME {
                    let rest = waiting.split_off(FRAME);
                    let full = std::mem::replace(waiting, rest);
                    frame(&full, whole)?;
                }
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Form::Plain(whole) => whole.flush(),
            Form::Gzip(_) | Form::Zstd(..) => Ok(()),
        }
    }
}

fn frame(bytes: &[u8], to: &mut Whole) -> io::Result<()> {
    to.write_all(&compress_to_vec(bytes, CompressionLevel::Fastest))
}
