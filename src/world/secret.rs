//! A line that is typed and not shown.

use std::io;

use zeroize::Zeroizing;

/// Reads a line from the terminal without showing it. Ctrl-C is `Interrupted`, and leaves the terminal as it was.
#[cfg(unix)]
pub fn line() -> io::Result<Zeroizing<String>> {
    use std::fs::File;
    use std::io::Read;

    use nix::sys::termios::{
        LocalFlags, SetArg, SpecialCharacterIndices, Termios, tcgetattr, tcsetattr,
    };

    /// Ctrl-C as a sign: it ends the line.
    const STOP: u8 = 3;
    /// A passphrase is short.
    const MOST: usize = 4096;

    struct Quiet<'a>(&'a File, Termios);

    impl Drop for Quiet<'_> {
        fn drop(&mut self) {
            _ = tcsetattr(self.0, SetArg::TCSAFLUSH, &self.1);
        }
    }

    // Not through the buffer of standard input, which nobody wipes.
    let terminal = File::options().read(true).write(true).open("/dev/tty")?;
    let before = tcgetattr(&terminal)?;
    let mut quiet = before.clone();
    quiet
        .local_flags
        .remove(LocalFlags::ECHO | LocalFlags::ISIG);
    quiet.local_flags.insert(LocalFlags::ICANON);
    quiet.control_chars[SpecialCharacterIndices::VEOL as usize] = STOP;
    let restore = Quiet(&terminal, before);
    tcsetattr(&terminal, SetArg::TCSAFLUSH, &quiet)?;
    let mut bytes = Zeroizing::new(vec![0; MOST]);
    let mut length = 0;
    while length < MOST {
        let count = (&terminal).read(&mut bytes[length..])?;
        length += count;
        let typed = &bytes[..length];
        if typed.contains(&STOP) {
            return Err(io::ErrorKind::Interrupted.into());
        }
        if count == 0 || typed.ends_with(b"\n") {
            break;
        }
    }
    drop(restore);
    if length == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    match std::str::from_utf8(&bytes[..length]) {
        Ok(text) => Ok(Zeroizing::new(
            text.trim_end_matches(['\n', '\r']).to_owned(),
        )),
        Err(_) => Err(io::ErrorKind::InvalidData.into()),
    }
}

/// Reads a line from the terminal without showing it.
#[cfg(not(unix))]
pub fn line() -> io::Result<Zeroizing<String>> {
    console::Term::stderr()
        .read_secure_line()
        .map(Zeroizing::new)
}
