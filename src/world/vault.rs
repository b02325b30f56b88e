//! The keys of a run: kept while somebody is at work, forgotten after a while without, at lock and at the end.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::keys::{Identity, Opener};

/// What was unlocked.
#[derive(Clone, Debug)]
pub struct Held {
    /// Opens what is sealed.
    pub opener: Opener,
    /// The whole identity, where it was not just a key file.
    pub identity: Option<Identity>,
}

/// What is done besides when the keys are forgotten.
type Also = Arc<dyn Fn() + Send + Sync>;

struct Kept {
    held: Held,
    until: Instant,
}

/// Keeps what was unlocked.
#[derive(Clone)]
pub struct Vault {
    kept: Arc<Mutex<Option<Kept>>>,
    also: Arc<Mutex<Option<Also>>>,
    patience: Duration,
}

impl Vault {
    /// Forgets after so long without use.
    pub fn new(patience: Duration) -> Self {
        Self {
            kept: Arc::default(),
            also: Arc::default(),
            patience,
        }
    }

    /// How long it waits.
    pub const fn patience(&self) -> Duration {
        self.patience
    }

    fn open(&self) -> MutexGuard<'_, Option<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps this from now on.
    pub fn hold(&self, held: Held) {
        let until = Instant::now() + self.patience;
        let first = self.open().replace(Kept { held, until }).is_none();
        if first {
            let vault = self.clone();
            thread::spawn(move || vault.watch());
        }
    }

    /// What is kept, and somebody is still at work.
    pub fn held(&self) -> Option<Held> {
        let mut open = self.open();
        let now = Instant::now();
        if open.as_ref().is_some_and(|kept| kept.until <= now) {
            drop(open);
            self.forget();
            return None;
        }
        let kept = open.as_mut()?;
        kept.until = now + self.patience;
        Some(kept.held.clone())
    }

    /// Somebody is still at work.
    pub fn touch(&self) {
        let now = Instant::now();
        if let Some(kept) = self.open().as_mut().filter(|kept| kept.until > now) {
            kept.until = now + self.patience;
        }
    }

    /// Forgets at once.
    pub fn forget(&self) {
        *self.open() = None;
        let also = self.also.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(also) = also.as_ref() {
            also();
        }
    }

    /// Has this done besides, whenever the keys are forgotten: one thing at a time.
    pub fn forgets(&self, also: impl Fn() + Send + Sync + 'static) {
        *self.also.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(also));
    }

    /// Forgets in time, also when nobody asks for it. Ends when there is nothing left to forget.
    fn watch(&self) {
        loop {
            let open = self.open();
            let Some(kept) = open.as_ref() else {
                return;
            };
            let left = kept.until.saturating_duration_since(Instant::now());
            drop(open);
            if left.is_zero() {
                self.forget();
                return;
            }
            thread::sleep(left);
        }
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_forgotten_after_a_while_without_use() {
        let identity = Identity::generate().unwrap();
        let held = Held {
            opener: Opener::from(&identity),
            identity: Some(identity),
        };
        let vault = Vault::new(Duration::from_millis(200));
        assert!(vault.held().is_none());
        vault.hold(held.clone());
        for _ in 0..4 {
            thread::sleep(Duration::from_millis(80));
            assert!(vault.held().is_some(), "somebody is at work");
        }
        thread::sleep(Duration::from_millis(500));
        assert!(vault.open().is_none(), "forgotten, not only not given");
        vault.hold(held);
        vault.forget();
        assert!(vault.held().is_none());
    }
}
