//! `open-letter check --try-sign` sends one marked trial to a receiver, and says what came back.

use anyhow::{Context, Result, bail};
use clap::Args;
use open_letter::check::trial::{Answer, Trial, Verdict};
use open_letter::model::{Json, Letter, SignForm, as_written, link_scheme};
use open_letter::source::{Source, in_a_line};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The arguments of a trial.
#[derive(Args)]
pub struct Options {
    /// Show the trial signature that the letter's form would send; with --to, send it
    #[arg(long)]
    pub try_sign: bool,
    /// Send the trial to this address: the form's own, or that of a trial petition
    #[arg(long, value_name = "URL", requires = "try_sign")]
    to: Option<String>,
    /// The e-mail address of the trial: use your own
    #[arg(long, value_name = "ADDRESS", requires = "try_sign", default_value = "trial@example.org")]
    email: String,
}

/// The characters of an answer that are shown.
const EXCERPT: usize = 600;

/// Tries the form of one letter. Fails if the receiver would refuse readers, or they could not be told.
///
/// # Errors
/// If the letter can't be read, has no form, or no answer comes.
pub fn run(letters: &[PathBuf], options: &Options) -> Result<ExitCode> {
    let [path] = letters else { bail!("--try-sign is for one letter: name one") };
    let letter = letter(path)?;
    let form = letter.sign.as_ref().and_then(|sign| sign.form.as_ref());
    let form = form.with_context(|| format!("{} has no form: write form: below sign:", path.display()))?;
    let form = SignForm::of(form, &as_written).0;
    let form =
        form.with_context(|| format!("{} has a form that can't work: open-letter check says why", path.display()))?;
    let own = form.action.as_str();
    let Some(to) = &options.to else {
        if link_scheme(own).is_none() {
            bail!("the form sends to {own} at the letter's own site: name the whole address by --to");
        }
        let trial = Trial::new(&letter, &form, &options.email, own)?;
        say_request(&trial);
        say!(stdout, "nothing was sent: to send it, name the receiver, as --to {own}");
        return Ok(ExitCode::SUCCESS);
    };
    let trial = Trial::new(&letter, &form, &options.email, to)?;
    say_request(&trial);
    let answers = trial.send()?;
    let mut is_well = true;
    for answer in &answers {
        say_answer(answer);
        if !trial.is_readable(answer) {
            is_well = false;
            say!(
                stdout,
                "  no other page may read this answer (Access-Control-Allow-Origin is missing): write by: page"
            );
        }
    }
    if let Some(answer) = answers.last() {
        match trial.verdict(answer) {
            Verdict::Taken => say!(stdout, "the form takes this for a signature: delete the trial at the receiver"),
            Verdict::Refused(why) => {
                is_well = false;
                say!(stdout, "the form takes this for a refusal: {why}");
            }
        }
    }
    Ok(if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn say_request(trial: &Trial) {
    let request = trial.request();
    say!(stdout, "POST {}", trial.to);
    say!(stdout, "  {}", request.kind);
    say!(stdout, "  {}", request.body);
}

fn say_answer(answer: &Answer) {
    let kind = if answer.kind.is_empty() { "without a type" } else { &answer.kind };
    say!(stdout, "{}: status {}, {}, {} bytes", answer.method, answer.status, in_a_line(kind), answer.text.len());
    if let Some(location) = &answer.location {
        say!(stdout, "  a redirect to {}, which the form doesn't follow", in_a_line(location));
    }
    let excerpt: String = answer.text.chars().take(EXCERPT).collect();
    if !excerpt.trim().is_empty() {
        say!(stdout, "  {}", in_a_line(&excerpt));
    }
}

/// The letter of a folder, or of a `letter.json`.
fn letter(path: &Path) -> Result<Letter> {
    if path.is_dir() {
        let (source, findings) = Source::read(path, None);
        let source = source.with_context(|| {
            let plural = if findings.len() == 1 { "" } else { "s" };
            format!("{} has {} finding{plural}: open-letter check lists them", path.display(), findings.len())
        })?;
        let text = source.texts.into_iter().next().context("a letter has a text")?;
        return Ok(text.letter);
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
    let json = Json::parse(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    match Letter::read(&json, &as_written) {
        Ok(reading) => Ok(reading.letter),
        Err(_) => bail!("{} is not a letter: open-letter check says why", path.display()),
    }
}
