//! `open-letter licences`: prints the licences of other people's works in this binary.

use std::process::ExitCode;

/// What the command itself is made of, then what is in the widget that it carries. `scripts/list-licences` writes both.
const LICENCES: [&str; 2] = [include_str!("../../licences/command.txt"), include_str!("../../licences/widget.txt")];

/// Prints them.
#[must_use]
pub fn run() -> ExitCode {
    say!(stdout, "{}", LICENCES.join("\n\n"));
    ExitCode::SUCCESS
}
