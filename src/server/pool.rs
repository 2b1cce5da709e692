//! A few threads that answer questions.
//!
//! **Invariants:** a job owns all it reads (a snapshot), so nothing it does can disturb the main loop; a job that panics
//! costs its own answer; a job whose asker has gone, or whose text has moved on, is not started.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crossbeam_channel::{Sender, unbounded};
use tokio::sync::oneshot;
use tower_lsp::jsonrpc::{Error, Result};

type Job = Box<dyn FnOnce() + Send>;

/// The way back to whoever asked.
#[derive(Debug)]
pub struct Reply<T>(oneshot::Sender<Result<T>>);

impl<T> Reply<T> {
    /// A reply and where it arrives.
    pub fn channel() -> (Reply<T>, oneshot::Receiver<Result<T>>) {
        let (sender, receiver) = oneshot::channel();
        (Reply(sender), receiver)
    }

    /// Answers. Nobody may be waiting any more: a cancelled request has dropped its receiver.
    pub fn send(self, answer: Result<T>) {
        let _ = self.0.send(answer);
    }

    /// Whether nobody waits for the answer any more.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_closed()
    }
}

/// Threads waiting for jobs; they end when the pool is dropped.
pub struct Pool(Sender<Job>);

impl Pool {
    /// Starts `threads` threads.
    pub fn start(threads: usize) -> io::Result<Pool> {
        let (sender, jobs) = unbounded::<Job>();
        for n in 0..threads.max(1) {
            let jobs = jobs.clone();
            std::thread::Builder::new().name(format!("answer-{n}")).spawn(move || jobs.iter().for_each(|job| job()))?;
        }
        Ok(Pool(sender))
    }

    /// Runs `job` when a thread is free.
    pub fn run(&self, job: impl FnOnce() + Send + 'static) {
        let _ = self.0.send(Box::new(job));
    }

    /// Runs `job` when a thread is free, unless by then `reply` is cancelled or the text has been `overtaken`.
    pub fn answer<T: Send + 'static>(
        &self,
        name: &'static str,
        reply: Reply<T>,
        overtaken: impl FnOnce() -> bool + Send + 'static,
        job: impl FnOnce() -> T + Send + 'static,
    ) {
        let job = move || {
            if reply.is_cancelled() {
                return;
            }
            if overtaken() {
                return reply.send(Err(Error::content_modified()));
            }
            reply.send(guarded(name, job));
        };
        // A pool without threads is only possible while the process ends.
        let _ = self.0.send(Box::new(job));
    }

    /// The same for a job that knows itself when there is no answer.
    pub fn answer_or_fail<T: Send + 'static>(
        &self,
        name: &'static str,
        reply: Reply<T>,
        job: impl FnOnce() -> Result<T> + Send + 'static,
    ) {
        self.run(move || {
            if !reply.is_cancelled() {
                reply.send(guarded(name, job).and_then(|answer| answer));
            }
        });
    }
}

/// Runs `job`; a panic in it is logged and becomes an error.
pub fn guarded<T>(name: &str, job: impl FnOnce() -> T) -> Result<T> {
    catch_unwind(AssertUnwindSafe(job)).map_err(|panic| {
        let message = panic
            .downcast_ref::<&str>()
            .map(|s| (*s).to_owned())
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_default();
        tracing::error!("{name} panicked: {message}");
        let mut error = Error::internal_error();
        error.message = format!("{name} panicked: {message}").into();
        error
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask<T: Send + 'static>(pool: &Pool, job: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let (reply, answer) = Reply::channel();
        pool.answer("test", reply, || false, job);
        answer.blocking_recv().expect("an answer")
    }

    #[test]
    fn a_panic_costs_one_answer() {
        let pool = Pool::start(1).expect("threads");
        let error = ask(&pool, || -> u8 { panic!("no such figure") }).expect_err("the panic");
        assert_eq!(error.message, "test panicked: no such figure");
        assert_eq!(ask(&pool, || 7).ok(), Some(7), "the same thread answers the next question");
    }

    #[test]
    fn nobody_works_for_a_cancelled_or_overtaken_request() {
        let pool = Pool::start(1).expect("threads");
        let (reply, answer) = Reply::<()>::channel();
        drop(answer);
        pool.answer("test", reply, || false, || unreachable!("cancelled"));
        let (reply, answer) = Reply::<()>::channel();
        pool.answer("test", reply, || true, || unreachable!("overtaken"));
        assert_eq!(answer.blocking_recv().expect("an answer"), Err(Error::content_modified()));
    }
}
