//! Notices that nobody pressed a key for a while: then the screen is emptied and the keys are forgotten at once, whatever the
//! program is waiting for.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use crate::interview::Guard;

/// Watches over one sitting. Ends when it is dropped.
pub(super) struct Away {
    state: Arc<(Mutex<State>, Condvar)>,
    guard: Guard,
}

struct State {
    last: Instant,
    expired: bool,
    over: bool,
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Away {
    /// Begins to watch; `empty` empties the screen.
    pub(super) fn watch(guard: Guard, empty: impl Fn() + Send + 'static) -> Self {
        let state = State {
            last: Instant::now(),
            expired: false,
            over: false,
        };
        let state = Arc::new((Mutex::new(state), Condvar::new()));
        let (shared, watched) = (state.clone(), guard.clone());
        thread::spawn(move || {
            let (mutex, changed) = &*shared;
            let mut now = lock(mutex);
            while !now.over {
                let left = watched.patience.saturating_sub(now.last.elapsed());
                if now.expired {
                    now = changed.wait(now).unwrap_or_else(PoisonError::into_inner);
                } else if left.is_zero() {
                    now.expired = true;
                    empty();
                    (watched.gone)();
                } else {
                    let waited = changed.wait_timeout(now, left);
                    now = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
            }
        });
        Self { state, guard }
    }

    /// A key was pressed, or something was drawn. `false` when that was too late.
    pub(super) fn here(&self) -> bool {
        let mut now = lock(&self.state.0);
        if now.expired {
            return false;
        }
        now.last = Instant::now();
        drop(now);
        (self.guard.here)();
        true
    }

    /// Somebody is there again.
    pub(super) fn back(&self) {
        let mut now = lock(&self.state.0);
        now.expired = false;
        now.last = Instant::now();
        self.state.1.notify_all();
    }
}

impl Drop for Away {
    fn drop(&mut self) {
        lock(&self.state.0).over = true;
        self.state.1.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_screen_is_emptied_once_after_a_while_without_a_key() {
        let (emptied, gone) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (counts, tells) = (emptied.clone(), gone.clone());
        let guard = Guard {
            patience: Duration::from_millis(150),
            here: Arc::new(|| {}),
            gone: Arc::new(move || {
                tells.fetch_add(1, Ordering::SeqCst);
            }),
            secret: None,
        };
        let away = Away::watch(guard, move || {
            counts.fetch_add(1, Ordering::SeqCst);
        });
        for _ in 0..5 {
            thread::sleep(Duration::from_millis(50));
            assert!(away.here());
        }
        assert_eq!(emptied.load(Ordering::SeqCst), 0);
        thread::sleep(Duration::from_millis(400));
        assert_eq!(emptied.load(Ordering::SeqCst), 1);
        assert_eq!(gone.load(Ordering::SeqCst), 1);
        assert!(!away.here(), "too late");
        away.back();
        assert!(away.here());
        thread::sleep(Duration::from_millis(400));
        assert_eq!(emptied.load(Ordering::SeqCst), 2);
    }
}
