//! Signatures in and out: `import`, `export`, `backup`, `restore`, `purge`; and the way in for coordinators.

use super::Desk;
use super::many::{self, Many, Verb};
use anyhow::{Context, Result, bail};
use clap::Args;
use jiff::{SignedDuration, Timestamp};
use open_letter::collect::admin::{LINK, link_for};
use open_letter::collect::backup;
use open_letter::collect::hand_on::Table;
use open_letter::collect::import;
use open_letter::collect::store::{Open, Store};
use std::path::PathBuf;

/// Arguments of `restore`: a backup, or signatures that were taken out.
#[derive(Args)]
#[command(
    override_usage = "open-letter collect restore <BACKUP>\n       open-letter collect restore <LETTER> [IDS]… [OPTIONS]"
)]
pub struct Restore {
    #[command(flatten)]
    many: Many,
}

/// Arguments of `import`.
#[derive(Args)]
pub struct Import {
    /// The letter's id
    letter: String,
    /// A table with the columns of signatories.csv and email
    file: PathBuf,
    /// Only say how many it would be
    #[arg(long)]
    dry_run: bool,
}

/// Arguments of `export`.
#[derive(Args)]
pub struct Export {
    /// The letter's id
    letter: String,
    /// The folder to write signatories.collected.csv into
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
}

/// Arguments of `backup`.
#[derive(Args)]
pub struct Backup {
    /// The new file
    file: PathBuf,
}

/// Arguments of `admin-link`.
#[derive(Args)]
pub struct AdminLink {
    /// A coordinator's address, as it is in the settings
    mail: String,
}

/// Restores a backup, or signatures that were taken out.
pub async fn restore(desk: &Desk, Restore { many }: Restore) -> Result<()> {
    if desk.settings.letters.contains_key(many.letter()) {
        return many::run(desk, many, Verb::Restore).await;
    }
    let file = PathBuf::from(many.letter());
    if !file.is_file() {
        bail!("{} is neither a letter nor a backup", file.display());
    }
    let address = desk.settings.listen;
    if std::net::TcpListener::bind(address).is_err() {
        bail!("something listens on {address}: end the collector before restoring");
    }
    let done = backup::restore(&desk.settings, &desk.key, &file, Timestamp::now()).await?;
    say!(
        stdout,
        "restored; removed {} signatures that were withdrawn since the backup, and added {} that were signed since",
        done.gone,
        done.joined
    );
    Ok(())
}

/// Takes signatures of another system.
pub async fn import(desk: &Desk, Import { letter, file, dry_run }: Import) -> Result<()> {
    let known = desk.letter(&letter)?;
    let store = desk.store().await?;
    let done = import::import(&store, &known, (&file, &desk.key), dry_run, Timestamp::now()).await?;
    for (line, reason) in &done.left_out {
        say!(stderr, "{}:{line}: {reason}", file.display());
    }
    let verb = if dry_run { "would take" } else { "took" };
    say!(
        stdout,
        "{verb} {} signatures; {} are there already, {} are left out",
        done.taken,
        done.known,
        done.left_out.len()
    );
    store.close().await;
    Ok(())
}

/// Writes the table into another folder.
pub async fn export(desk: &Desk, Export { letter, into }: &Export) -> Result<()> {
    desk.letter(letter)?;
    if !into.is_dir() {
        bail!("{} is not a folder", into.display());
    }
    let own = &desk.settings.letters[letter.as_str()].folder;
    if into.canonicalize().ok() == own.canonicalize().ok() {
        bail!("{} is the collector's own folder of the letter: serve writes the table there", into.display());
    }
    let store = desk.store().await?;
    let mut all = Vec::new();
    if !matches!(store.open(letter).await?, Open::TakenDown(_)) {
        all = store.roll(letter, 0, u32::MAX).await?;
    }
    Table::of(into).write(&Table::bytes(&all))?;
    say!(stdout, "wrote {} signatures into {}", all.len(), into.display());
    Ok(())
}

/// Writes a backup.
pub async fn backup(desk: &Desk, Backup { file }: &Backup) -> Result<()> {
    let store = desk.store().await?;
    backup::backup(&store, &desk.key, file).await?;
    let (key, withdrawn) = (desk.settings.key_file.display().to_string(), desk.settings.withdrawn());
    say!(
        stdout,
        "wrote {}; keep {key} on another machine, and {} where it survives if the database is lost",
        file.display(),
        withdrawn.display()
    );
    Ok(())
}

/// Deletes what is kept no longer.
pub async fn purge(desk: &Desk) -> Result<()> {
    let store = desk.store().await?;
    let (keep, now) = (&desk.settings.keep, Timestamp::now());
    let before = |span| -> Result<Timestamp> { Ok(now.checked_sub(SignedDuration::try_from(span)?)?) };
    let (pending, marks) = store.purge(before(keep.pending.0)?, before(keep.marks_after_close.0)?).await?;
    say!(stdout, "deleted {pending} signatures that nobody confirmed, and the marks of {marks} addresses");
    store.close().await;
    Ok(())
}

/// Prints the way in.
pub fn admin_link(desk: &Desk, AdminLink { mail }: &AdminLink) -> Result<()> {
    let link = link_for(mail, &desk.settings, &desk.key, Timestamp::now(), LINK);
    let link = link.with_context(|| format!("{mail} is not in admin.mails: write it there"))?;
    say!(stdout, "{link}");
    Ok(())
}
