//! The progress of long work.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};
use std::time::Duration;

/// Whether progress is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Not shown.
    #[default]
    Hidden,
    /// Drawn on standard error, if that is a terminal.
    Drawn,
}

impl Progress {
    /// A bar for work of this many steps. It disappears when dropped.
    #[must_use]
    pub fn of(self, what: &'static str, steps: usize) -> ProgressBar {
        self.draw(what, Some(steps as u64), "{msg} {wide_bar} {percent:>3} %")
    }

    /// A bar for work of an unknown number of steps. It disappears when dropped.
    #[must_use]
    pub fn begun(self, what: &'static str) -> ProgressBar {
        let bar = self.draw(what, None, "{spinner} {msg} {elapsed}");
        if self == Progress::Drawn {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        bar
    }

    fn draw(self, what: &'static str, steps: Option<u64>, template: &str) -> ProgressBar {
        if self == Progress::Hidden {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        ProgressBar::with_draw_target(steps, ProgressDrawTarget::stderr())
            .with_style(style)
            .with_message(what)
            .with_finish(ProgressFinish::AndClear)
    }
}
