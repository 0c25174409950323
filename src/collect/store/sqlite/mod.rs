//! The store in `SQLite`. Reads go to a pool; writes go to one writer, which commits many acts at once.

mod act;
mod keep;
mod outbox;
mod read;
mod rows;
mod sign;
mod withdrawn;
mod writer;

pub use withdrawn::{Gone, Withdrawn, give_to_owner_of};

use super::{Count, Filter, Logged, Open, Outcome, SignUp, Store};
use crate::collect::mail::{Kind, Mail, Sent};
use crate::collect::signature::{Id, Signature};
use crate::collect::state::Act;
use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlSafeStr};
use std::path::Path;
use std::time::Duration;
use writer::{Write, Writer, Wrote};

/// A store in an `SQLite` database.
#[derive(Clone, Debug)]
pub struct Sqlite {
    reads: SqlitePool,
    writer: Writer,
}

/// The schema of each release, in order. Never change one that was released: add another.
const MIGRATIONS: [(i64, &str, &str); 2] =
    [(1, "signatures", include_str!("migrations/1.sql")), (2, "consents", include_str!("migrations/2.sql"))];

/// How long a statement waits for another process, such as a command beside the server.
const PATIENCE: Duration = Duration::from_secs(30);

impl Sqlite {
    /// Opens the database, or makes it, and brings it to this release's schema. `withdrawn` is the file that remembers
    /// who withdrew.
    ///
    /// # Errors
    /// If it can't be opened, or is of a newer release.
    pub async fn open(path: &Path, withdrawn: &Path) -> Result<Sqlite> {
        let shown = || format!("can't open the database {}", path.display());
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "on")
            .optimize_on_close(true, None)
            .disable_statement_logging();
        let mut connection = options.connect().await.with_context(shown)?;
        restrict(path)?;
        migrate(&mut connection).await.with_context(shown)?;
        let reads = SqlitePoolOptions::new().max_connections(4).min_connections(0);
        let reads = reads.connect_with(options.clone().create_if_missing(false)).await.with_context(shown)?;
        let writer = Writer::start(connection, Withdrawn::of(withdrawn, path));
        Ok(Sqlite { reads, writer })
    }

    /// Finishes what is queued and closes the database.
    pub async fn close(self) {
        self.writer.finish().await;
        self.reads.close().await;
    }
}

async fn migrate(connection: &mut sqlx::SqliteConnection) -> Result<()> {
    let migration = |(version, name, sql): (i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    };
    let migrator = Migrator::with_migrations(MIGRATIONS.map(migration).to_vec());
    match migrator.run_direct(None, connection, false).await {
        Err(sqlx::migrate::MigrateError::VersionMissing(_)) => {
            bail!("it was made by a newer release: start that one")
        }
        done => Ok(done?),
    }
}

/// Only the owner reads the database and the files beside it.
fn restrict(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for end in ["", "-wal", "-shm"] {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            let file = std::path::PathBuf::from(name);
            if file.exists() {
                std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600))
                    .with_context(|| format!("can't make {} private", file.display()))?;
            }
        }
    }
    Ok(())
}

impl Store for Sqlite {
    async fn sign(&self, sign_up: SignUp, now: Timestamp) -> Result<()> {
        self.writer.write(Write::Sign(Box::new(sign_up), now)).await.map(drop)
    }

    async fn of_handle(&self, hash: [u8; 32]) -> Result<Option<(Signature, bool)>> {
        read::of_handle(&self.reads, hash).await
    }

    async fn of_id(&self, id: &Id) -> Result<Option<Signature>> {
        read::of_id(&self.reads, id).await
    }

    async fn of_mark(&self, letter: &str, mark: [u8; 32]) -> Result<Vec<Signature>> {
        read::of_mark(&self.reads, letter, mark).await
    }

    async fn consent(&self, letter: &str, id: &str, lang: &str) -> Result<Option<String>> {
        read::consent(&self.reads, letter, id, lang).await
    }

    async fn select(&self, letter: &str, filter: &Filter) -> Result<Vec<Signature>> {
        read::select(&self.reads, letter, filter).await
    }

    async fn act(&self, id: &Id, act: Act, who: &str, now: Timestamp) -> Result<Outcome> {
        match self.writer.write(Write::Act(id.clone(), Box::new(act), who.to_string(), now)).await? {
            Wrote::Outcome(outcome) => Ok(outcome),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn link(&self, letter: &str, mark: [u8; 32], address: Vec<u8>, now: Timestamp) -> Result<()> {
        self.writer.write(Write::Link(letter.to_string(), mark, address, now)).await.map(drop)
    }

    async fn adopt(&self, signatures: Vec<Signature>) -> Result<u64> {
        match self.writer.write(Write::Adopt(signatures)).await? {
            Wrote::Number(number) => Ok(number),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn count(&self, letter: &str) -> Result<Count> {
        read::count(&self.reads, letter).await
    }

    async fn roll(&self, letter: &str, after: i64, most: u32) -> Result<Vec<Signature>> {
        read::roll(&self.reads, letter, after, most).await
    }

    async fn open(&self, letter: &str) -> Result<Open> {
        read::open(&self.reads, letter).await
    }

    async fn set_open(&self, letter: &str, open: Open) -> Result<()> {
        self.writer.write(Write::Open(letter.to_string(), open)).await.map(drop)
    }

    async fn take_mail(&self, now: Timestamp, until: Timestamp) -> Result<Option<Mail>> {
        if !outbox::is_due(&self.reads, now).await? {
            return Ok(None);
        }
        match self.writer.write(Write::TakeMail(now, until)).await? {
            Wrote::Mail(mail) => Ok(mail.map(|mail| *mail)),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn handing(&self, mail: i64) -> Result<()> {
        self.writer.write(Write::Handing(mail)).await.map(drop)
    }

    async fn sent(&self, mail: i64, sent: Sent, now: Timestamp) -> Result<()> {
        self.writer.write(Write::Sent(mail, sent, now)).await.map(drop)
    }

    async fn end_handing(&self, now: Timestamp) -> Result<u64> {
        match self.writer.write(Write::EndHanding(now)).await? {
            Wrote::Number(number) => Ok(number),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn remind(&self, before: Timestamp, now: Timestamp) -> Result<u64> {
        match self.writer.write(Write::Remind(before, now)).await? {
            Wrote::Number(number) => Ok(number),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn queue(&self, admin: &str, kind: Kind, due: Timestamp) -> Result<()> {
        self.writer.write(Write::Queue(admin.to_string(), kind, due)).await.map(drop)
    }

    async fn waiting(&self, now: Timestamp, most: u32) -> Result<u64> {
        outbox::waiting(&self.reads, now, most).await
    }

    async fn purge(&self, pending: Timestamp, marks: Timestamp) -> Result<(u64, u64)> {
        match self.writer.write(Write::Purge(pending, marks)).await? {
            Wrote::Purged(pending, marks) => Ok((pending, marks)),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn recount(&self) -> Result<Vec<String>> {
        match self.writer.write(Write::Recount).await? {
            Wrote::Letters(letters) => Ok(letters),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn use_once(&self, hash: [u8; 32], until: Timestamp, now: Timestamp) -> Result<bool> {
        match self.writer.write(Write::Use(hash, until, now)).await? {
            Wrote::Number(number) => Ok(number == 1),
            _ => bail!("the writer gave another answer"),
        }
    }

    async fn log(&self, letter: &str, most: u32) -> Result<Vec<Logged>> {
        read::log(&self.reads, letter, most).await
    }

    async fn copy(&self, into: &Path) -> Result<()> {
        keep::copy(&self.reads, into).await
    }
}
