//! Backups: a copy of the store, made while it is in use and sealed under the collector's key, which is kept elsewhere.
//!
//! A backup that is restored brings nobody back: who withdrew since is in the file of the withdrawn, and who joined since
//! is in the published tables.

mod sealed;

use super::key::Key;
use super::settings::Settings;
use super::signature::{Id, Signature, State, Words};
use super::state::Act;
use super::store::sqlite::{Gone, Sqlite, Withdrawn, give_to_owner_of};
use super::store::{Open, Store};
use crate::model::Kind;
use crate::source::{COLLECTED, cell};
use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use sealed::{seal, unseal};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Who acts, for the log.
const WHO: &str = "restore";

/// What restoring did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Signatures that had been withdrawn, or taken out, since the backup.
    pub gone: u64,
    /// Signatures that had joined since the backup, and were taken from the published tables.
    pub joined: u64,
}

/// Writes a backup of the store into a new file.
///
/// # Errors
/// If the file is there already, or anything can't be read or written.
pub async fn backup(store: &Sqlite, key: &Key, into: &Path) -> Result<()> {
    ensure!(!into.exists(), "{} is there already: name a new file", into.display());
    let folder = tempfile::Builder::new().prefix(".open-letter-").tempdir_in(parent(into))?;
    let copy = folder.path().join("copy");
    store.copy(&copy).await?;
    let cannot = || format!("can't write {}", into.display());
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut sealed = BufWriter::new(options.open(into).with_context(cannot)?);
    seal(&mut File::open(&copy)?, &mut sealed, key)
        .and_then(|()| Ok(sealed.flush().and_then(|()| sealed.get_ref().sync_all())?))
        .with_context(cannot)
}

/// Restores a backup, and takes back into account what happened since. The database that is there is kept beside it.
///
/// # Errors
/// If the backup can't be read under this key, or anything can't be written.
pub async fn restore(settings: &Settings, key: &Key, from: &Path, now: Timestamp) -> Result<Restored> {
    let database = &settings.database;
    let new = database.with_extension("restoring");
    let open = || -> Result<()> {
        let mut copy = BufWriter::new(File::create(&new)?);
        unseal(&mut BufReader::new(File::open(from)?), &mut copy, key)?;
        copy.flush()?;
        Ok(copy.get_ref().sync_all()?)
    };
    let opened = open().with_context(|| format!("can't restore {}", from.display()));
    if opened.is_err() {
        let _ = std::fs::remove_file(&new);
    }
    opened?;
    give_to_owner_of(if database.exists() { database } else { parent(database) }, &new);
    let closed = closed(settings).await;
    put_in_place(&new, database, now)?;
    let store = Sqlite::open(database, &settings.withdrawn()).await?;
    let mut done = catch_up(settings, &store, now).await;
    for (letter, open) in closed {
        done = store.set_open(&letter, open).await.and(done);
    }
    store.close().await;
    done
}

/// The letters that are closed or taken down in the database that is replaced, if it can be read: they stay so.
async fn closed(settings: &Settings) -> Vec<(String, Open)> {
    let mut closed = Vec::new();
    if !settings.database.exists() {
        return closed;
    }
    let Ok(store) = Sqlite::open(&settings.database, &settings.withdrawn()).await else { return closed };
    for letter in settings.letters.keys() {
        match store.open(letter).await {
            Ok(open) if open != Open::Yes => closed.push((letter.clone(), open)),
            _ => {}
        }
    }
    store.close().await;
    closed
}

/// A published table of which the database knows nobody: it is another one, and serving would empty the table.
///
/// # Errors
/// If anything can't be read.
pub async fn unknown_table(settings: &Settings, store: &Sqlite) -> Result<Option<(String, PathBuf)>> {
    let withdrawn = withdrawn(&Withdrawn::read(&settings.withdrawn())?);
    'letters: for (letter, of) in &settings.letters {
        let mut is_empty = true;
        for signature in published(&of.folder, letter, Timestamp::UNIX_EPOCH)? {
            let id = signature?.id;
            if withdrawn.contains(&id) {
                continue;
            }
            if store.of_id(&id).await?.is_some() {
                continue 'letters;
            }
            is_empty = false;
        }
        if !is_empty {
            return Ok(Some((letter.clone(), of.folder.join(COLLECTED))));
        }
    }
    Ok(None)
}

fn withdrawn(gone: &[(Id, Gone)]) -> HashSet<Id> {
    gone.iter().filter(|(_, gone)| *gone == Gone::Withdrawn).map(|(id, _)| id.clone()).collect()
}

/// The database of before stays beside the new one, with what belongs to it.
fn put_in_place(new: &Path, database: &Path, now: Timestamp) -> Result<()> {
    for end in ["", "-wal", "-shm"] {
        let mut old = database.as_os_str().to_owned();
        old.push(end);
        if Path::new(&old).exists() {
            let mut kept = database.as_os_str().to_owned();
            kept.push(format!(".before-{}{end}", now.as_second()));
            std::fs::rename(&old, &kept).with_context(|| format!("can't put {} aside", database.display()))?;
        }
    }
    std::fs::rename(new, database).with_context(|| format!("can't write {}", database.display()))
}

/// Does again what the backup does not know.
async fn catch_up(settings: &Settings, store: &Sqlite, now: Timestamp) -> Result<Restored> {
    let gone = Withdrawn::read(&settings.withdrawn())?;
    let mut done = Restored::default();
    let (mut confirmed, mut saved) = (HashSet::new(), HashMap::new());
    for (id, gone) in &gone {
        let Some(before) = store.of_id(id).await? else { continue };
        let act = match gone {
            Gone::Withdrawn => Act::Erase,
            Gone::Invalidated => Act::Invalidate(None),
            Gone::Restored => Act::Restore,
            Gone::Shown => Act::Show,
            // The backup has these words, or later ones.
            Gone::Changed(at) if saved.get(id).unwrap_or(&before.changed).as_second() >= *at => continue,
            Gone::Hidden | Gone::Changed(_) => Act::Hide,
        };
        saved.entry(id).or_insert(before.changed);
        store.act(id, act, WHO, now).await?;
        if before.state == State::Confirmed {
            confirmed.insert(id);
        }
    }
    for id in confirmed {
        let is_gone = store.of_id(id).await?.is_none_or(|now| now.state != State::Confirmed);
        done.gone += u64::from(is_gone);
    }
    let withdrawn = withdrawn(&gone);
    for (letter, of) in &settings.letters {
        let mut unknown = Vec::new();
        for signature in published(&of.folder, letter, now)? {
            let signature = signature?;
            if withdrawn.contains(&signature.id) {
                continue;
            }
            let act = match store.of_id(&signature.id).await? {
                None => {
                    unknown.push(signature);
                    continue;
                }
                Some(known) => match known.state {
                    State::Pending => Act::Confirm { hold: None },
                    State::Held => Act::Approve,
                    _ => continue,
                },
            };
            store.act(&signature.id, act, WHO, now).await?;
            done.joined += 1;
        }
        done.joined += store.adopt(unknown).await?;
    }
    Ok(done)
}

/// The signatures of the table in a letter's folder, if there is one. They have no marks: nobody knows their addresses any
/// longer.
fn published(folder: &Path, letter: &str, now: Timestamp) -> Result<impl Iterator<Item = Result<Signature>>> {
    let path = folder.join(COLLECTED);
    let cannot = format!("can't read {}", path.display());
    let reader = path.exists().then(|| csv::Reader::from_path(&path)).transpose().context(cannot.clone())?;
    let rows = reader.into_iter().flat_map(csv::Reader::into_deserialize::<HashMap<String, String>>);
    Ok(rows.filter_map(move |row| row.context(cannot.clone()).map(|row| signature(&row, letter, now)).transpose()))
}

/// A signature of a table, confirmed; `None` without an id of ours.
pub(super) fn signature(row: &HashMap<String, String>, letter: &str, now: Timestamp) -> Option<Signature> {
    let cell = |column: &str| {
        row.get(column).map(|cell| cell::text(cell.trim()).trim().to_string()).filter(|cell| !cell.is_empty())
    };
    let is_organisation = cell("kind").as_deref() == Some("organisation");
    let name = cell("name")?;
    let day = cell("signed").and_then(|day| format!("{day}T12:00:00Z").parse::<Timestamp>().ok()).unwrap_or(now);
    Some(Signature {
        row: 0,
        letter: letter.to_string(),
        id: Id::parse(&cell("id")?)?,
        state: State::Confirmed,
        words: Words {
            organisation: if is_organisation { Some(name.clone()) } else { cell("organisation") },
            name,
            kind: if is_organisation { Kind::Organisation } else { Kind::Person },
            role: cell("role"),
            country: cell("country"),
            comment: cell("comment"),
            lang: cell("lang").unwrap_or_default(),
        },
        shown: cell("hidden").as_deref() != Some("true"),
        partner: None,
        text: cell("text").unwrap_or_default(),
        consent: None,
        created: day,
        confirmed: Some(day),
        changed: now,
        number: None,
        joined: None,
        mark: None,
        domain: None,
        address: None,
        version: 0,
        sent: None,
        tries: 0,
        reason: None,
        mails: (0, None),
    })
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
