//! The worker that empties the outbox.

use super::envelope::Sender;
use super::outbox::{Due, Outbox, Settled, again};
use super::relay::Failure;
use super::way::{Opened, Way};
use crate::collect::log;
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use std::future::Future;
use std::num::NonZeroU32;
use std::pin::pin;
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Interval, MissedTickBehavior, interval, sleep};

/// Takes due mails from an outbox and hands them over.
pub struct Worker<O> {
    outbox: O,
    sender: Sender,
    way: Way,
    connections: usize,
    pace: Option<Mutex<Interval>>,
    idle: Duration,
}

/// How long a connection without mails stays open.
const OPEN: Duration = Duration::from_secs(10);

/// The pauses while the relay can't be used: the first, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(2), Duration::from_mins(5));

impl<O: Outbox> Worker<O> {
    /// A worker. `per_second` is what the relay allows.
    #[must_use]
    pub fn new(outbox: O, sender: Sender, way: Way, per_second: Option<NonZeroU32>) -> Worker<O> {
        let connections = if matches!(way, Way::Folder(_)) { 1 } else { 4 };
        let pace = per_second.map(|number| {
            let mut pace = interval(Duration::from_secs(1) / number.get());
            pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
            Mutex::new(pace)
        });
        Worker { outbox, sender, way, connections, pace, idle: Duration::from_millis(500) }
    }

    /// Sends until `stop` is ready. A mail that is being handed over is brought to its end first.
    pub async fn run(&self, stop: impl Future<Output = ()>) {
        let stopping = tokio::sync::watch::channel(false);
        let lines = futures_util::future::join_all((0..self.connections).map(|_| self.line(stopping.1.clone())));
        let mut lines = pin!(lines);
        tokio::select! {
            _ = &mut lines => {}
            () = stop => {
                let _ = stopping.0.send(true);
                lines.await;
            }
        }
    }

    /// Sends what is due now, and returns how many mails it settled.
    ///
    /// # Errors
    /// If the outbox can't be read or written.
    pub async fn run_once(&self) -> Result<usize> {
        let (mut settled, mut open) = (0, None);
        while let Some(due) = self.outbox.next().await? {
            self.one(&mut open, due).await?;
            settled += 1;
        }
        if let Some(open) = open {
            open.close().await;
        }
        Ok(settled)
    }

    /// One connection's work.
    async fn line(&self, mut stopping: tokio::sync::watch::Receiver<bool>) {
        let (mut open, mut pause, mut rested) = (None, PAUSES.0, Duration::ZERO);
        while !*stopping.borrow() {
            let wait = match self.outbox.next().await {
                Ok(Some(due)) => match self.one(&mut open, due).await {
                    Ok(true) => {
                        (pause, rested) = (PAUSES.0, Duration::ZERO);
                        continue;
                    }
                    Ok(false) => longer(&mut pause),
                    Err(error) => told(&error, longer(&mut pause)),
                },
                Ok(None) => {
                    rested += self.idle;
                    if rested >= OPEN
                        && let Some(open) = open.take()
                    {
                        Opened::close(open).await;
                    }
                    self.idle
                }
                Err(error) => told(&error, longer(&mut pause)),
            };
            tokio::select! {
                () = sleep(wait) => {}
                _ = stopping.changed() => {}
            }
        }
        if let Some(open) = open {
            open.close().await;
        }
    }

    /// Sends a mail. Returns whether the relay can be used.
    async fn one(&self, open: &mut Option<Opened>, due: Due) -> Result<bool> {
        if let Some(pace) = &self.pace {
            pace.lock().await.tick().await;
        }
        let outcome = self.attempt(open, &due).await?;
        let now = Timestamp::now();
        let (works, settled) = match outcome {
            Ok(()) => (true, Settled::Sent),
            Err(Failure::Later(why)) => match again(due.tries, now) {
                Some(at) => (true, Settled::Later(at, why)),
                None => (true, Settled::Refused(format!("tried for three days: {why}"))),
            },
            Err(Failure::Refused(why)) => (true, Settled::Refused(why)),
            Err(Failure::Unknown(why)) => (false, Settled::Unknown(why)),
            Err(Failure::Relay(why)) => {
                (false, Settled::Untried(now.saturating_add(SignedDuration::from_secs(30))?, why))
            }
        };
        let can_go_on = match (&settled, open.as_mut()) {
            (Settled::Sent, _) => true,
            (Settled::Later(..) | Settled::Refused(_), Some(open)) => open.reset().await,
            _ => false,
        };
        if !can_go_on {
            *open = None;
        }
        self.outbox.settle(due.row, settled).await?;
        Ok(works)
    }

    async fn attempt(&self, open: &mut Option<Opened>, due: &Due) -> Result<Result<(), Failure>> {
        let mail = match self.sender.mail(&due.id, &due.message, Timestamp::now()) {
            Ok(mail) => mail,
            Err(error) => return Ok(Err(Failure::Refused(format!("{error:#}")))),
        };
        // A connection that was open before may have been closed by the relay meanwhile: then a new one is opened, once.
        let was_open = open.is_some();
        if let Err(failure) = self.offered(open, &mail).await {
            if !(was_open && matches!(failure, Failure::Relay(_))) {
                return Ok(Err(failure));
            }
            *open = None;
            if let Err(failure) = self.offered(open, &mail).await {
                return Ok(Err(failure));
            }
        }
        self.outbox.handing(due.row).await?;
        match open {
            Some(open) => Ok(open.hand_over(&mail).await),
            None => Ok(Err(Failure::Relay("the connection is closed".to_string()))),
        }
    }

    async fn offered(&self, open: &mut Option<Opened>, mail: &super::envelope::Mail) -> Result<(), Failure> {
        if open.is_none() {
            *open = Some(self.way.open().await.map_err(|error| Failure::Relay(format!("{error:#}")))?);
        }
        match open {
            Some(open) => open.offer(mail).await,
            None => Ok(()),
        }
    }
}

fn longer(pause: &mut Duration) -> Duration {
    let now = *pause;
    *pause = (now * 2).min(PAUSES.1);
    now
}

/// Tells what is wrong with the outbox itself.
fn told(error: &anyhow::Error, pause: Duration) -> Duration {
    log::error(&format!("the outbox: {error:#}; trying again in {} s", pause.as_secs()));
    pause
}
