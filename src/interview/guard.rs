//! What an asker knows of keys: after how long nobody is there any more, whom to tell, and how to read what nobody may see.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use zeroize::Zeroizing;

/// Reads a line without showing it.
pub type ReadSecret = fn() -> io::Result<Zeroizing<String>>;

/// How long somebody may be away, and who hears of it.
#[derive(Clone)]
pub struct Guard {
    /// So long without a key.
    pub patience: Duration,
    /// Somebody is there.
    pub here: Arc<dyn Fn() + Send + Sync>,
    /// Nobody is there any more.
    pub gone: Arc<dyn Fn() + Send + Sync>,
    /// How a passphrase is read; nothing where it is the next line of the input.
    pub secret: Option<ReadSecret>,
}
