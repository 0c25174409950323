//! Runs a collector: the web, the mails, handing on, and what is due each day; and ends in order.

use super::backup::unknown_table;
use super::collector::{Clock, Collector};
use super::hand_on::{HandOn, recall};
use super::key::{Key, Purpose};
use super::log;
use super::mail::Kind;
use super::outgoing::Outgoing;
use super::post::{Sender, Worker};
use super::settings::Settings;
use super::signature::State;
use super::store::sqlite::Sqlite;
use super::store::{Filter, Store};
use super::web::{self, Shared, figures};
use anyhow::{Context, Result, bail};
use axum::Router;
use jiff::{SignedDuration, Timestamp};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A collector that is ready, and does nothing yet.
pub struct Ready {
    collector: Arc<Collector<Sqlite>>,
    shared: Shared<Sqlite>,
    worker: Worker<Outgoing<Sqlite>>,
}

impl Ready {
    /// Checks everything and opens the store.
    ///
    /// # Errors
    /// If anything is not as it must be.
    pub async fn make(settings: Settings, clock: Clock) -> Result<Ready> {
        let key = Key::read(&settings.key_file)?;
        let sender = Sender::new(&settings.mail.from, settings.mail.reply_to.as_deref())?;
        let way = settings.mail.way()?;
        let per_second = settings.mail.per_second;
        std::fs::create_dir_all(&settings.site.out)
            .with_context(|| format!("site.out: can't make {}", settings.site.out.display()))?;
        let store = Sqlite::open(&settings.database, &settings.withdrawn()).await?;
        let collector = Arc::new(Collector::new(settings, key, store, clock)?);
        recall(&collector)?;
        let unknown = collector.store.end_handing(collector.now()).await?;
        if unknown > 0 {
            log::error(&format!(
                "{unknown} mails may not have arrived when the collector ended, and are not sent again"
            ));
        }
        let worker = Worker::new(Outgoing(collector.clone()), sender, way, per_second);
        Ok(Ready { shared: Shared::of(collector.clone()), collector, worker })
    }

    /// The collector.
    #[must_use]
    pub fn collector(&self) -> Arc<Collector<Sqlite>> {
        self.collector.clone()
    }

    /// Its routes.
    pub fn router(&self) -> Router {
        web::router(&self.shared)
    }

    /// Sends mails, hands on, and does what is due each hour and day, until `stop` says so. Then it writes what is
    /// queued, publishes once more, and returns.
    ///
    /// # Errors
    /// If handing on failed.
    pub async fn work(self, stop: watch::Receiver<bool>) -> Result<()> {
        let Ready { collector, worker, .. } = self;
        let handing = tokio::spawn(HandOn::new(collector.clone()).run(stop.clone()));
        let daily = tokio::spawn(daily(collector.clone(), told(stop.clone())));
        let posting = tokio::spawn(async move { worker.run(told(stop)).await });
        handing.await.context("handing on failed")?;
        let _ = tokio::time::timeout(LAST, posting).await;
        let _ = daily.await;
        collector.store.clone().close().await;
        Ok(())
    }
}

/// A collector that listens.
pub struct Running {
    ready: Ready,
    listener: TcpListener,
    figures: Option<TcpListener>,
}

impl Running {
    /// Checks everything, opens the store, and takes the ports.
    ///
    /// # Errors
    /// If anything is not as it must be.
    pub async fn start(settings: Settings, clock: Clock) -> Result<Running> {
        let (listen, metrics) = (settings.listen, settings.metrics);
        let ready = Ready::make(settings, clock).await?;
        if let Some((letter, path)) = unknown_table(&ready.collector.settings, &ready.collector.store).await? {
            let path = path.display();
            bail!(
                "the database knows nobody of {path}, and would empty it: restore a backup (open-letter collect restore \
                 FILE), take the names in (open-letter collect import {letter} {path}), or move that file away"
            );
        }
        let listener = bind("listen", listen).await?;
        let figures = match metrics {
            Some(metrics) => Some(bind("metrics", metrics).await?),
            None => None,
        };
        Ok(Running { ready, listener, figures })
    }

    /// The address that it listens on.
    ///
    /// # Errors
    /// If the system does not report it.
    pub fn address(&self) -> Result<SocketAddr> {
        self.listener.local_addr().context("can't tell the address")
    }

    /// The collector.
    #[must_use]
    pub fn collector(&self) -> Arc<Collector<Sqlite>> {
        self.ready.collector()
    }

    /// Runs until `stop` is ready. Then it takes no more requests and ends in order.
    ///
    /// # Errors
    /// If the listener fails.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> Result<()> {
        let Running { ready, listener, figures } = self;
        let (closing, closed) = watch::channel(false);
        let (stopping, stopped) = watch::channel(false);
        if let Some(figures) = figures {
            let router = figures::router(&ready.shared);
            tokio::spawn(axum::serve(figures, router).with_graceful_shutdown(told(closed.clone())).into_future());
        }
        let router = ready.router().into_make_service_with_connect_info::<SocketAddr>();
        let serving = axum::serve(listener, router).with_graceful_shutdown(told(closed));
        let mut serving = tokio::spawn(serving.into_future());
        let working = tokio::spawn(ready.work(stopped));
        tokio::select! {
            () = stop => {
                log::note("stopping");
                let _ = closing.send(true);
                // Streams never end by themselves: those that are open are cut after a while.
                let _ = tokio::time::timeout(LAST, &mut serving).await;
            }
            done = &mut serving => done.context("the server failed")?.context("the server failed")?,
        }
        // Only now, so that what was just taken is published too.
        let _ = stopping.send(true);
        working.await.context("the collector failed")??;
        log::note("stopped");
        Ok(())
    }
}

/// Waits until told to stop.
async fn told(mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if stop.changed().await.is_err() {
            return;
        }
    }
}

/// How long open requests, and mails that are being handed over, may take at the end.
const LAST: Duration = Duration::from_secs(10);

async fn bind(name: &str, address: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    listener
        .with_context(|| format!("{name}: can't listen on {address}; end what listens there, or write another port"))
}

/// What is due each hour and each day.
async fn daily(collector: Arc<Collector<Sqlite>>, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        if let Err(error) = hourly(&collector).await {
            log::error(&format!("what is due each hour failed: {error:#}"));
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_hours(1)) => {}
            () = &mut stop => return,
        }
    }
}

/// Forgets what is over. Once a day, also counts anew and writes to coordinators what waits: in the morning of most of
/// them, and not again when the collector is started again.
///
/// # Errors
/// If the store can't be read or written.
pub async fn hourly<S: Store>(collector: &Collector<S>) -> Result<()> {
    let now = collector.now();
    collector.limits.forget();
    purge(collector, now).await?;
    if collector.settings.mail.reminder {
        collector.store.remind(now.checked_sub(REMINDER)?, now).await?;
    }
    let day = now.as_second().saturating_sub(MORNING.as_secs()).div_euclid(86_400);
    let of_day = collector.key.derive(Purpose::Day, &[&day.to_le_bytes()]);
    if !collector.store.use_once(of_day, now.checked_add(SignedDuration::from_hours(48))?, now).await? {
        return Ok(());
    }
    for letter in collector.store.recount().await? {
        log::error(&format!("the count of {letter} was wrong, and is corrected"));
    }
    let held = Filter { states: vec![State::Held], ..Filter::default() };
    let mut waits = false;
    for letter in collector.settings.letters.keys() {
        waits |= !collector.store.select(letter, &held).await?.is_empty();
    }
    if waits {
        for admin in &collector.settings.admins {
            collector.store.queue(admin, Kind::Queue, now).await?;
        }
    }
    Ok(())
}

/// When a day begins for coordinators, after midnight (UTC).
const MORNING: SignedDuration = SignedDuration::from_hours(5);

/// Who has not confirmed after so long is reminded.
const REMINDER: SignedDuration = SignedDuration::from_hours(24);

/// Deletes what is kept no longer. Returns how many pending signatures, and how many marks.
///
/// # Errors
/// If the store can't be written.
pub async fn purge<S: Store>(collector: &Collector<S>, now: Timestamp) -> Result<(u64, u64)> {
    let keep = &collector.settings.keep;
    let before = |span: Duration| -> Result<Timestamp> { Ok(now.checked_sub(SignedDuration::try_from(span)?)?) };
    collector.store.purge(before(keep.pending.0)?, before(keep.marks_after_close.0)?).await
}
