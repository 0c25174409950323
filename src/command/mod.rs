//! The command line: arguments in, what was done out, errors once.

use anyhow::Result;
use clap::{Parser, Subcommand};
use open_letter::assemble::assemble as assemble_widget;
use open_letter::files::Site;
use open_letter::files::lock::{Holder, Patience};
use open_letter::files::progress::Progress;
use open_letter::publish;
use open_letter::publish::watch_folder::Watch;
use open_letter::publish::{Publisher, summary};
use open_letter::serve as serve_site;
use open_letter::source::{Finding, Weight};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Prints a line. Where nobody reads any longer (`| head`), the work goes on all the same.
macro_rules! say {
    ($stream:ident, $($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::$stream(), $($text)*);
    }};
}

mod check;
mod import;
mod new;

/// Begin, check, fill, publish and serve open letters.
#[derive(Parser)]
#[command(name = "open-letter", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Begin a letter: a folder that can be published as it is, and explains itself
    New(new::Arguments),
    /// Tell every problem of letters, with file and line, and what to write instead
    Check(check::Arguments),
    /// Make a site out of letters: only what changed is written
    Publish {
        /// Folders of letters, each with letter.md and signatories.csv
        #[arg(required = true, value_name = "DIR")]
        letters: Vec<PathBuf>,
        /// The folder of the site
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The address at which the site is served
        #[arg(long, value_name = "URL")]
        base_url: Option<String>,
        /// Take the widget's files from this folder, not from this command
        #[arg(long, value_name = "DIR")]
        widget: Option<PathBuf>,
        /// Publish again after each change of the folders, until the command is ended
        #[arg(long)]
        watch: bool,
        /// Put the letter of this id into the place of another that the site has under it
        #[arg(long, value_name = "ID")]
        replace: Vec<String>,
        /// Name each file, and not only how many there are
        #[arg(long)]
        verbose: bool,
    },
    /// Take signatures from the export of a form or a petition into signatories.csv
    Import(Box<import::Arguments>),
    /// Serve a site on 127.0.0.1
    Serve {
        /// The folder of the site
        site: PathBuf,
        /// The port
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Give what Trunk built its final names
    #[command(hide = true)]
    Assemble {
        /// The folder that Trunk wrote
        trunk: PathBuf,
        /// The bundled loader
        #[arg(long)]
        loader: PathBuf,
        /// The folder to write anew
        #[arg(long)]
        out: PathBuf,
    },
}

/// Does what the arguments say.
pub fn run() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Publish { letters, out, base_url, widget, watch, replace, verbose } => {
            publish(&letters, &out, base_url.as_deref(), widget.as_deref(), watch, replace, verbose)
        }
        Command::Import(arguments) => import::run(*arguments),
        Command::Serve { site, port } => serve(&site, port),
        Command::Assemble { trunk, loader, out } => assemble(&trunk, &loader, &out),
    };
    done.unwrap_or_else(|error| {
        say!(stderr, "error: {error:#}");
        ExitCode::FAILURE
    })
}

fn publish(
    letters: &[PathBuf],
    out: &Path,
    base_url: Option<&str>,
    widget: Option<&Path>,
    watch: bool,
    replace: Vec<String>,
    verbose: bool,
) -> Result<ExitCode> {
    let site = Site::open(out)?;
    let patience = if watch { Patience::Endless(tell_waiting) } else { Patience::Short };
    let publisher = Publisher::new(&site, base_url)?.with_progress(Progress::Drawn).with_patience(patience);
    let publisher = publisher.replacing(replace);
    letters.iter().try_for_each(|folder| publisher.refuse_within(folder))?;
    // For all letters together: nobody else's come between them.
    let lock = site.lock(patience)?;
    let laid = publish::widget::lay(&site, widget)?;
    if let Some(laid) = &laid {
        say_all(&summary::of_widget(laid, verbose));
    }
    // Before the first reading: what changes during it is told too.
    let watch = watch.then(|| Watch::start(letters));
    let done = publish_letters(letters, publisher.clone(), verbose, true);
    drop(lock);
    if done.is_ok() {
        if laid.is_none() {
            say!(stdout, "this command carries no widget, so only letters were written: give its folder by --widget");
        }
        if base_url.is_none() {
            say!(stdout, "the snippets for partners are not complete: give the site's address by --base-url");
        }
    }
    if let Some(mut watch) = watch {
        if let Err(error) = done {
            say!(stderr, "error: {error:#}");
        }
        say!(stdout, "watching for changes");
        loop {
            watch.wait();
            let _lock = site.lock(patience);
            if let Err(error) = publish_letters(letters, publisher.clone(), verbose, false) {
                say!(stderr, "error: {error:#}");
            }
        }
    }
    Ok(if done? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn tell_waiting(holder: &Holder) {
    say!(stderr, "waiting: {holder}");
}

/// Publishes all letters, and says whether each could be. What stays as it is is told the first time only.
fn publish_letters(letters: &[PathBuf], mut publisher: Publisher, verbose: bool, first: bool) -> Result<bool> {
    publisher.tell_apart(letters)?;
    let mut all = true;
    for folder in letters {
        let mut done = publisher.publish(folder)?;
        tell_some(&done.findings, folder);
        if !first {
            done.left.clear();
        }
        if first || summary::has_changed(&done) {
            say_all(&summary::of_letter(&done, folder, verbose));
        }
        if done.id.is_none() {
            all = false;
            say!(stderr, "{} was not published, for what is told above", folder.display());
        }
    }
    Ok(all)
}

#[tokio::main]
async fn serve(site: &Path, port: u16) -> Result<ExitCode> {
    let server = serve_site::Server::bind(site, port).await?;
    say!(stdout, "serving {} at http://{}/", site.display(), server.address()?);
    server.run().await?;
    Ok(ExitCode::SUCCESS)
}

fn assemble(trunk: &Path, loader: &Path, out: &Path) -> Result<ExitCode> {
    say!(stdout, "{}", assemble_widget(trunk, loader, out)?);
    Ok(ExitCode::SUCCESS)
}

/// Tells what publishing found, of warnings only the first of each file.
fn tell_some(findings: &[Finding], folder: &Path) {
    const MOST: usize = 20;
    for file in findings.chunk_by(|a, b| a.file == b.file) {
        let is_warning = |finding: &&Finding| finding.weight == Weight::Warning;
        let last = file.iter().filter(is_warning).nth(MOST - 1).and_then(|last| last.line);
        let left_out = |finding: &&Finding| last.is_some() && is_warning(finding) && finding.line > last;
        let (rest, first): (Vec<&Finding>, Vec<&Finding>) = file.iter().partition(left_out);
        for finding in first {
            say!(stderr, "{finding}");
        }
        if let (more @ 1.., Some(finding)) = (rest.len(), rest.first()) {
            let (path, folder) = (finding.file.display(), folder.display());
            say!(stderr, "{path}: {more} more warnings: open-letter check {folder} lists them");
        }
    }
}

fn say_all(lines: &[String]) {
    for line in lines {
        say!(stdout, "{line}");
    }
}
