//! Somebody who went away while a question waited: after a while the screen is emptied and the keys are forgotten, and what
//! is typed then is nobody's answer.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Waiting,
    Gone,
    Answered,
}

type Shared = Arc<(Mutex<State>, Condvar)>;

/// A question that waits.
pub(super) struct Prompt(Shared);

fn lock(shared: &Shared) -> MutexGuard<'_, State> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Prompt {
    /// Begins to wait; `gone` is done once, when nobody answers for so long.
    pub fn begin(patience: Duration, gone: impl FnOnce() + Send + 'static) -> Self {
        let shared: Shared = Arc::new((Mutex::new(State::Waiting), Condvar::new()));
        let watched = shared.clone();
        thread::spawn(move || {
            let (mutex, changed) = &*watched;
            let now = mutex.lock().unwrap_or_else(PoisonError::into_inner);
            let waited = changed.wait_timeout_while(now, patience, |now| *now == State::Waiting);
            let (mut now, _) = waited.unwrap_or_else(PoisonError::into_inner);
            if *now == State::Waiting {
                *now = State::Gone;
                gone();
            }
        });
        Self(shared)
    }

    /// A line came. Whether it came in time.
    pub fn answered(self) -> bool {
        // Dropping it tells who watches.
        let now = *lock(&self.0);
        now == State::Waiting
    }
}

impl Drop for Prompt {
    fn drop(&mut self) {
        *lock(&self.0) = State::Answered;
        self.0.1.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn who_does_not_answer_for_a_while_is_gone_once() {
        let times = Arc::new(AtomicUsize::new(0));
        let count = |patience: u64| {
            let times = times.clone();
            Prompt::begin(Duration::from_millis(patience), move || {
                times.fetch_add(1, Ordering::SeqCst);
            })
        };
        let prompt = count(5_000);
        assert!(prompt.answered(), "in time");
        drop(count(5_000));
        let prompt = count(30);
        thread::sleep(Duration::from_millis(300));
        assert_eq!(times.load(Ordering::SeqCst), 1);
        assert!(!prompt.answered(), "too late");
        assert_eq!(times.load(Ordering::SeqCst), 1);
    }
}
