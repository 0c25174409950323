//! How far long work has come.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};
use std::time::Duration;

/// Whether it is shown to somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// No.
    #[default]
    Untold,
    /// On standard error, where that is a terminal.
    Drawn,
}

impl Progress {
    /// Work of so many steps. What is drawn of it goes when the bar is dropped.
    #[must_use]
    pub fn of(self, what: &'static str, steps: usize) -> ProgressBar {
        self.draw(what, Some(steps as u64), "{msg} {wide_bar} {percent:>3} %")
    }

    /// Work of nobody knows how many steps. What is drawn of it goes when the bar is dropped.
    #[must_use]
    pub fn begun(self, what: &'static str) -> ProgressBar {
        let bar = self.draw(what, None, "{spinner} {msg} {elapsed}");
        if self == Progress::Drawn {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        bar
    }

    fn draw(self, what: &'static str, steps: Option<u64>, template: &str) -> ProgressBar {
        if self == Progress::Untold {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::with_draw_target(steps, ProgressDrawTarget::stderr())
            .with_style(style)
            .with_message(what)
            .with_finish(ProgressFinish::AndClear)
    }
}
