//! The program after `--then`.

use anyhow::{Context, Result};
use open_letter::publish::then;
use std::path::Path;
use std::time::Duration;

/// Runs the program, if there is one.
///
/// # Errors
/// If it fails.
#[tokio::main(flavor = "current_thread")]
pub async fn follow(program: &[String]) -> Result<()> {
    then::run(program, Path::new(".")).await.context("--then")
}

/// The program that follows what a command does again and again.
pub struct Follows {
    then: Vec<String>,
    /// Whether something is published that it has not carried yet.
    pub waits: bool,
}

impl Follows {
    /// The time after which a program that failed is run again.
    const AGAIN: Duration = Duration::from_secs(30);

    /// The program, and whether there is something for it to carry already.
    pub fn of(then: Vec<String>, waits: bool) -> Follows {
        Follows { then, waits }
    }

    /// Runs it, if anything waits for it. What fails is told, and tried again.
    pub fn run(&mut self) {
        if !self.waits {
            return;
        }
        match follow(&self.then) {
            Ok(()) => self.waits = false,
            Err(error) => say!(stderr, "error: {error:#}; trying again in {} s", Follows::AGAIN.as_secs()),
        }
    }

    /// How long to wait for something else, before it is run again.
    pub fn patience(&self) -> Duration {
        if self.waits { Follows::AGAIN } else { Duration::MAX }
    }
}
