//! Backups: a copy of the store, made while it is in use and sealed under the collector's key, which is kept elsewhere.
//!
//! A backup that is restored brings nobody back: who withdrew since is in the file of the withdrawn, and who joined since
//! is in the published tables.

use super::key::{Key, Purpose, random};
use super::settings::Settings;
use super::signature::{Id, Signature, State, Words};
use super::state::Act;
use super::store::sqlite::{Gone, Sqlite, Withdrawn, give_to_owner_of};
use super::store::{Open, Store};
use crate::model::Kind;
use crate::source::{COLLECTED, cell};
use anyhow::{Context, Result, bail, ensure};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// The beginning of every backup.
const MARK: &[u8] = b"open-letter backup 1\n";

/// How much is sealed at a time.
const PIECE: usize = 1 << 20;

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
    let gone: HashSet<Id> = Withdrawn::read(&settings.withdrawn())?.into_iter().map(|(id, _)| id).collect();
    'letters: for (letter, of) in &settings.letters {
        let path = of.folder.join(COLLECTED);
        if !path.exists() {
            continue;
        }
        let mut is_empty = true;
        let mut reader = csv::Reader::from_path(&path).with_context(|| format!("can't read {}", path.display()))?;
        for row in reader.deserialize() {
            let row: HashMap<String, String> = row.with_context(|| format!("can't read {}", path.display()))?;
            let Some(id) = row.get("id").and_then(|id| Id::parse(id)) else { continue };
            if gone.contains(&id) || store.of_id(&id).await?.is_some() {
                continue 'letters;
            }
            is_empty = false;
        }
        if !is_empty {
            return Ok(Some((letter.clone(), path)));
        }
    }
    Ok(None)
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
    let withdrawn: HashSet<&Id> = gone.iter().filter(|(_, gone)| *gone == Gone::Withdrawn).map(|(id, _)| id).collect();
    for (letter, of) in &settings.letters {
        let path = of.folder.join(COLLECTED);
        let published = if path.exists() { rows(&path, letter, now)? } else { Vec::new() };
        let published = published.into_iter().filter(|signature| !withdrawn.contains(&signature.id));
        let mut unknown = Vec::new();
        for signature in published {
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

/// The signatures of a published table. They have no marks: nobody knows their addresses any longer.
fn rows(path: &Path, letter: &str, now: Timestamp) -> Result<Vec<Signature>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("can't read {}", path.display()))?;
    let mut all = Vec::new();
    for row in reader.deserialize() {
        let row: HashMap<String, String> = row.with_context(|| format!("can't read {}", path.display()))?;
        all.extend(signature(&row, letter, now));
    }
    Ok(all)
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

fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.derive(Purpose::Backup, &[]).into())
}

/// The nonce of a piece: 16 random bytes of the backup, and its number.
fn nonce(random: [u8; 16], number: u64) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..16].copy_from_slice(&random);
    nonce[16..].copy_from_slice(&number.to_le_bytes());
    XNonce::from(nonce)
}

fn seal(from: &mut impl Read, into: &mut impl Write, key: &Key) -> Result<()> {
    let (cipher, random) = (cipher(key), random::<16>()?);
    into.write_all(MARK)?;
    into.write_all(&random)?;
    let mut number = 0;
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        from.take(PIECE as u64).read_to_end(&mut piece)?;
        let is_last = piece.len() < PIECE;
        let payload = Payload { msg: &piece, aad: &[u8::from(is_last)] };
        let Ok(sealed) = cipher.encrypt(&nonce(random, number), payload) else { bail!("it can't be encrypted") };
        into.write_all(&u32::try_from(sealed.len())?.to_le_bytes())?;
        into.write_all(&sealed)?;
        if is_last {
            return Ok(());
        }
        number += 1;
    }
}

fn unseal(from: &mut impl Read, into: &mut impl Write, key: &Key) -> Result<()> {
    const NONE: &str = "it is not a backup of a collector, or is incomplete";
    let cipher = cipher(key);
    let mut mark = vec![0; MARK.len()];
    from.read_exact(&mut mark).context(NONE)?;
    ensure!(mark == MARK, NONE);
    let mut random = [0; 16];
    from.read_exact(&mut random).context(NONE)?;
    let mut number = 0;
    loop {
        let mut length = [0; 4];
        from.read_exact(&mut length).context(NONE)?;
        let length = u32::from_le_bytes(length) as usize;
        ensure!(length <= PIECE + 64, NONE);
        let mut sealed = vec![0; length];
        from.read_exact(&mut sealed).context(NONE)?;
        let is_last = length < PIECE + 16;
        let payload = Payload { msg: &sealed, aad: &[u8::from(is_last)] };
        let Ok(piece) = cipher.decrypt(&nonce(random, number), payload) else {
            bail!("it was encrypted with another key, or is damaged: give the key of that time as key-file")
        };
        into.write_all(&piece)?;
        if is_last {
            return Ok(());
        }
        number += 1;
    }
}
