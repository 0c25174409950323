//! The command line: one file for each verb.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Prints a line. If the reader has closed the pipe (`| head`), the work continues.
macro_rules! say {
    ($stream:ident, $($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::$stream(), $($text)*);
    }};
}

mod assemble;
mod check;
#[cfg(feature = "collect")]
mod collect;
mod follows;
mod import;
mod licences;
mod new;
mod prune;
mod publish;
mod serve;
mod stop;
mod try_sign;

/// Begin, check, fill, publish and serve open letters.
#[derive(Parser)]
#[command(name = "open-letter", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the folder of a new letter, which explains each setting and can be published as it is
    New(new::Arguments),
    /// List every problem in letters, with the file, the line and how to fix it
    Check(check::Arguments),
    /// Make a site from letters; writes only files that change
    Publish(publish::Arguments),
    /// Import signatures from the export of a form or a petition into signatories.csv
    Import(Box<import::Arguments>),
    /// Serve a site on 127.0.0.1
    Serve(serve::Arguments),
    /// Receive signatures where readers sign, and publish them
    #[cfg(feature = "collect")]
    Collect(Box<collect::Arguments>),
    /// Print the licences of the works of other people in this program
    Licences,
    /// Give the files that Trunk built their final names
    #[command(hide = true)]
    Assemble(assemble::Arguments),
    /// Remove exports of the module that Trunk built
    #[command(hide = true)]
    Prune(prune::Arguments),
}

/// Runs the verb. This is the one place that prints an error.
pub fn run() -> ExitCode {
    let done = match Arguments::try_parse().unwrap_or_else(|error| explained(error).exit()).command {
        Command::New(arguments) => new::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Publish(arguments) => publish::run(arguments),
        Command::Import(arguments) => import::run(*arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        #[cfg(feature = "collect")]
        Command::Collect(arguments) => collect::run(*arguments),
        Command::Licences => Ok(licences::run()),
        Command::Assemble(arguments) => assemble::run(&arguments),
        Command::Prune(arguments) => prune::run(&arguments),
    };
    done.unwrap_or_else(|error| {
        say!(stderr, "error: {error:#}");
        ExitCode::FAILURE
    })
}

/// PowerShell takes `--map name=Name,email=E-mail` apart at its commas, and gives the command the pieces.
fn explained(mut error: clap::Error) -> clap::Error {
    let is_piece = matches!(
        error.get(ContextKind::InvalidArg),
        Some(ContextValue::String(piece)) if piece.contains('=') && !piece.starts_with('-')
    );
    if error.kind() == ErrorKind::UnknownArgument && is_piece {
        let tip =
            "give each column a --map of its own, in quotation marks: --map \"name=Full name\" --map \"email=E-mail\"";
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip.into()]));
    }
    error
}
