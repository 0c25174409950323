//! The one writer. It commits acts in groups, because each commit waits for the disk: at most [`MOST`] acts, or as many
//! as come within [`LONGEST`]. Each act's answer waits for the commit.

use super::withdrawn::{Gone, Withdrawn};
use super::{act, keep, outbox, sign};
use crate::collect::mail::{Kind, Mail, Sent};
use crate::collect::signature::{Id, Signature};
use crate::collect::state::Act;
use crate::collect::store::{Full, Open, Outcome, SignUp};
use anyhow::{Context, Result, anyhow};
use jiff::Timestamp;
use sqlx::{Connection, Row, SqliteConnection};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, mpsc, oneshot};
use tokio::task::JoinHandle;

/// The most acts of one commit.
const MOST: usize = 256;

/// The longest time that a commit gathers acts.
const LONGEST: Duration = Duration::from_millis(20);

/// How many acts may wait.
const QUEUE: usize = 2048;

/// An act that changes the store.
#[derive(Debug)]
pub enum Write {
    Sign(Box<SignUp>, Timestamp),
    Act(Id, Box<Act>, String, Timestamp),
    Link(String, [u8; 32], Vec<u8>, Timestamp),
    Adopt(Vec<Signature>),
    Open(String, Open),
    TakeMail(Timestamp, Timestamp),
    Handing(i64),
    Sent(i64, Sent, Timestamp),
    EndHanding(Timestamp),
    Remind(Timestamp, Timestamp),
    Queue(String, Kind, Timestamp),
    Purge(Timestamp, Timestamp),
    Recount,
    Use([u8; 32], Timestamp, Timestamp),
    /// The last: the writer ends after it.
    Finish,
}

impl Write {
    /// Whether it deletes what nobody may find any longer.
    fn deletes(&self) -> bool {
        match self {
            Write::Purge(..) => true,
            Write::Act(_, act, ..) => matches!(**act, Act::Erase | Act::Reject | Act::Withdraw),
            _ => false,
        }
    }
}

/// The answer.
#[derive(Debug)]
pub enum Wrote {
    Nothing,
    Number(u64),
    Outcome(Outcome),
    Purged(u64, u64),
    Letters(Vec<String>),
    Mail(Option<Box<Mail>>),
}

/// An act that waits, with whoever waits for it.
struct Job {
    write: Write,
    answer: oneshot::Sender<Result<Wrote>>,
}

/// The way to the writer.
#[derive(Clone, Debug)]
pub struct Writer {
    jobs: mpsc::Sender<Job>,
    task: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl Writer {
    /// Starts the writer, which owns the connection.
    pub fn start(connection: SqliteConnection, withdrawn: Withdrawn) -> Writer {
        let (jobs, waiting) = mpsc::channel(QUEUE);
        let task = tokio::spawn(work(connection, withdrawn, waiting));
        Writer { jobs, task: Arc::new(Mutex::new(Some(task))) }
    }

    /// Writes. Comes back once it is on the disk.
    pub async fn write(&self, write: Write) -> Result<Wrote> {
        let (answer, answered) = oneshot::channel();
        match self.jobs.try_send(Job { write, answer }) {
            Ok(()) => {}
            Err(mpsc::error::TrySendError::Full(_)) => return Err(Full.into()),
            Err(mpsc::error::TrySendError::Closed(_)) => return Err(anyhow!("the store is closed")),
        }
        answered.await.context("the store ended before it answered")?
    }

    /// Waits until everything that was queued is written, and ends the writer.
    pub async fn finish(self) {
        let _ = self.write(Write::Finish).await;
        if let Some(task) = self.task.lock().await.take() {
            let _ = task.await;
        }
    }
}

async fn work(mut connection: SqliteConnection, mut withdrawn: Withdrawn, mut waiting: mpsc::Receiver<Job>) {
    let mut is_last = false;
    // Whether the log of the database may still have what was deleted.
    let mut has_deleted = false;
    while !is_last && let Some(first) = waiting.recv().await {
        let began = Instant::now();
        let mut jobs = vec![first];
        while jobs.len() < MOST && began.elapsed() < LONGEST {
            match waiting.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        let has = |kind: fn(&Write) -> bool| jobs.iter().any(|job| kind(&job.write));
        is_last = has(|write| matches!(write, Write::Finish));
        has_deleted |= has(Write::deletes);
        let (writes, answers): (Vec<Write>, Vec<_>) = jobs.into_iter().map(|job| (job.write, job.answer)).unzip();
        match group(&mut connection, &mut withdrawn, writes).await {
            // Who no longer waits for an answer has it all the same.
            Ok(wrote) => {
                for (wrote, answer) in wrote.into_iter().zip(answers) {
                    drop(answer.send(wrote));
                }
            }
            Err(error) => {
                let _ = sqlx::query("rollback").execute(&mut connection).await;
                let error = format!("{error:#}");
                for answer in answers {
                    drop(answer.send(Err(anyhow!("can't write: {error}"))));
                }
            }
        }
        if has_deleted {
            // A reader at work keeps the log: then the next group tries again.
            let log = sqlx::query("pragma wal_checkpoint(truncate)").fetch_one(&mut connection).await;
            has_deleted = !log.is_ok_and(|log| log.try_get::<i64, _>(0).is_ok_and(|busy| busy == 0));
        }
    }
    let _ = connection.close().await;
}

/// Writes a group of acts in one transaction. An act that fails takes only itself back.
async fn group(
    connection: &mut SqliteConnection,
    withdrawn: &mut Withdrawn,
    writes: Vec<Write>,
) -> Result<Vec<Result<Wrote>>> {
    sqlx::query("begin immediate").execute(&mut *connection).await?;
    let mut all = Vec::with_capacity(writes.len());
    let mut gone = Vec::new();
    for write in writes {
        sqlx::query("savepoint act").execute(&mut *connection).await?;
        let before = gone.len();
        let wrote = one(connection, write, &mut gone).await;
        if wrote.is_err() {
            gone.truncate(before);
            sqlx::query("rollback to act").execute(&mut *connection).await?;
        }
        sqlx::query("release act").execute(&mut *connection).await?;
        all.push(wrote);
    }
    // First the file: if the store were written alone, a restored backup could bring somebody back.
    withdrawn.append(&gone)?;
    sqlx::query("commit").execute(&mut *connection).await?;
    Ok(all)
}

async fn one(connection: &mut SqliteConnection, write: Write, gone: &mut Vec<(Id, Gone)>) -> Result<Wrote> {
    match write {
        Write::Sign(sign_up, now) => sign::sign(connection, *sign_up, now).await.map(|()| Wrote::Nothing),
        Write::Act(id, act, who, now) => act::act(connection, (&id, &act), &who, now, gone).await.map(Wrote::Outcome),
        Write::Link(letter, mark, address, now) => {
            sign::link(connection, (&letter, mark), address, now).await.map(|()| Wrote::Nothing)
        }
        Write::Adopt(signatures) => act::adopt(connection, signatures).await.map(Wrote::Number),
        Write::Open(letter, open) => keep::set_open(connection, &letter, open).await.map(|()| Wrote::Nothing),
        Write::Sent(mail, sent, now) => outbox::sent(connection, mail, sent, now).await.map(|()| Wrote::Nothing),
        Write::TakeMail(now, until) => outbox::take(connection, now, until).await.map(Wrote::Mail),
        Write::Handing(mail) => outbox::handing(connection, mail).await.map(|()| Wrote::Nothing),
        Write::EndHanding(now) => outbox::end_handing(connection, now).await.map(Wrote::Number),
        Write::Remind(before, now) => outbox::remind(connection, before, now).await.map(Wrote::Number),
        Write::Queue(admin, kind, due) => outbox::queue(connection, admin, kind, due).await.map(|()| Wrote::Nothing),
        Write::Purge(pending, marks) => {
            keep::purge(connection, pending, marks).await.map(|(pending, marks)| Wrote::Purged(pending, marks))
        }
        Write::Recount => keep::recount(connection).await.map(Wrote::Letters),
        Write::Finish => Ok(Wrote::Nothing),
        Write::Use(hash, until, now) => keep::use_once(connection, hash, until, now).await.map(Wrote::Number),
    }
}
