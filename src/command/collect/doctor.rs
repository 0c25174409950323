//! `collect doctor`: what is to be mended, in words.

use anyhow::Result;
use jiff::Timestamp;
use open_letter::collect::doctor::{Grade, examine};
use open_letter::collect::settings::Settings;
use std::path::Path;
use std::process::ExitCode;

/// Examines everything. Fails if anything is to be mended.
pub async fn run(config: &Path) -> Result<ExitCode> {
    let settings = match Settings::read(config) {
        Ok(settings) => settings,
        Err(error) => {
            say!(stdout, "fix   settings: {error:#}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let found = examine(&settings, Timestamp::now()).await;
    for found in &found {
        let word = match found.grade {
            Grade::Good => "good ",
            Grade::Doubtful => "look ",
            Grade::Fault => "fix  ",
        };
        say!(stdout, "{word} {}: {}", found.about, found.says);
    }
    let faults = found.iter().filter(|found| found.grade == Grade::Fault).count();
    if faults == 0 {
        say!(stdout, "ready: open-letter collect serve --config {}", config.display());
        return Ok(ExitCode::SUCCESS);
    }
    say!(stdout, "{faults} to fix");
    Ok(ExitCode::FAILURE)
}
