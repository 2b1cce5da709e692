//! How far long work is, on standard error; nothing where that is no terminal.

use std::sync::OnceLock;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar that appears when there is something to wait for.
pub struct Bar {
    what: &'static str,
    bar: OnceLock<ProgressBar>,
}

impl Bar {
    /// A bar for `what`.
    pub fn new(what: &'static str) -> Bar {
        Bar { what, bar: OnceLock::new() }
    }

    /// `done` of `all`.
    pub fn report(&self, done: usize, all: usize) {
        let bar = self.bar.get_or_init(|| {
            let bar = ProgressBar::new(all as u64).with_message(self.what);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        bar.set_position(done as u64);
        if done >= all {
            bar.finish_and_clear();
        }
    }
}
