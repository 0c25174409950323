//! `open-letter collect` receives signatures: the server, and what coordinators and webmasters do beside it.

mod data;
mod doctor;
mod edit;
mod letter;
mod many;
mod serve;

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use open_letter::collect::key::Key;
use open_letter::collect::letter::Letter;
use open_letter::collect::settings::Settings;
use open_letter::collect::store::sqlite::Sqlite;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `open-letter collect`.
#[derive(Args)]
pub struct Arguments {
    /// The settings file
    #[arg(long, value_name = "FILE", default_value = "collect.toml", global = true)]
    config: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Receive signatures, confirm them, and publish them, until you stop the command
    Serve,
    /// List what to fix before the collector can receive signatures; makes the key if there is none
    Doctor,
    /// List what waits for a decision
    Queue(letter::Named),
    /// Approve signatures that wait or were declined
    Approve(many::Many),
    /// Decline signatures that wait
    Decline(many::Many),
    /// Remove signatures; restore undoes it
    Invalidate(many::Many),
    /// Put back signatures that were removed
    Restore(data::Restore),
    /// Correct a signature
    Edit(edit::Edit),
    /// Take signatures that another system confirmed
    Import(data::Import),
    /// Write the collected signatures into another copy of the letter's folder
    Export(data::Export),
    /// Take no more signatures for a letter
    Close(letter::Named),
    /// Take signatures again
    Reopen(letter::Named),
    /// Take the collected signatures of a letter off the site, and take no more
    TakeDown(letter::Named),
    /// Write an encrypted backup into a new file
    Backup(data::Backup),
    /// Delete data whose time is over; serve does this each hour
    Purge,
    /// Print the link by which a coordinator signs in
    AdminLink(data::AdminLink),
}

/// Runs the verb.
#[tokio::main]
pub async fn run(Arguments { config, command }: Arguments) -> Result<ExitCode> {
    if let Command::Doctor = command {
        return doctor::run(&config).await;
    }
    let settings = Settings::read(&config)?;
    if let Command::Serve = command {
        return serve::run(settings).await;
    }
    let desk = Desk { key: Key::read(&settings.key_file)?, settings };
    match command {
        Command::Serve | Command::Doctor => unreachable!("handled above"),
        Command::Queue(named) => letter::queue(&desk, &named).await,
        Command::Approve(many) => many::run(&desk, many, many::Verb::Approve).await,
        Command::Decline(many) => many::run(&desk, many, many::Verb::Decline).await,
        Command::Invalidate(many) => many::run(&desk, many, many::Verb::Invalidate).await,
        Command::Restore(restore) => data::restore(&desk, restore).await,
        Command::Edit(edit) => edit::run(&desk, edit).await,
        Command::Import(import) => data::import(&desk, import).await,
        Command::Export(export) => data::export(&desk, &export).await,
        Command::Close(named) => letter::close(&desk, &named).await,
        Command::Reopen(named) => letter::reopen(&desk, &named).await,
        Command::TakeDown(named) => letter::take_down(&desk, &named).await,
        Command::Backup(backup) => data::backup(&desk, &backup).await,
        Command::Purge => data::purge(&desk).await,
        Command::AdminLink(link) => data::admin_link(&desk, &link),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// What every verb beside the server needs.
struct Desk {
    settings: Settings,
    key: Key,
}

impl Desk {
    /// The store. The server may be at work in it.
    async fn store(&self) -> Result<Sqlite> {
        let database = &self.settings.database;
        if !database.exists() {
            bail!("{} does not exist: nobody has signed yet. open-letter collect serve makes it", database.display());
        }
        Sqlite::open(database, &self.settings.withdrawn()).await
    }

    /// A letter, by its id.
    fn letter(&self, id: &str) -> Result<Letter> {
        let known = self.settings.letters.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        let settings =
            self.settings.letters.get(id).with_context(|| format!("there is no letter {id}, only {known}"))?;
        Letter::read(settings, &self.settings.site.base_url)
    }
}

/// Who acts, for the log: whoever runs the command.
fn who() -> String {
    let name = ["USER", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    format!("command:{}", name.unwrap_or_default())
}
