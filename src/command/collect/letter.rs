//! What is done to a whole letter.

use super::Desk;
use super::many::line;
use anyhow::{Result, bail};
use clap::Args;
use jiff::Timestamp;
use open_letter::collect::signature::State;
use open_letter::collect::store::{Filter, Open, Store};

/// A letter.
#[derive(Args)]
pub struct Named {
    /// The letter's id
    letter: String,
}

/// Lists what waits.
pub async fn queue(desk: &Desk, Named { letter }: &Named) -> Result<()> {
    desk.letter(letter)?;
    let store = desk.store().await?;
    let held = store.select(letter, &Filter { states: vec![State::Held], ..Filter::default() }).await?;
    for signature in &held {
        say!(stdout, "{}", line(signature));
    }
    say!(stdout, "{} wait", held.len());
    Ok(())
}

/// Takes no more signatures.
pub async fn close(desk: &Desk, named: &Named) -> Result<()> {
    set(desk, named, Open::Closed(Timestamp::now()), "takes no more signatures").await
}

/// Takes signatures again.
pub async fn reopen(desk: &Desk, named: &Named) -> Result<()> {
    set(desk, named, Open::Yes, "takes signatures").await
}

/// Takes the collected signatures off the site.
pub async fn take_down(desk: &Desk, named: &Named) -> Result<()> {
    let text = "takes no more signatures, and those that were collected are off the site with the next publication";
    set(desk, named, Open::TakenDown(Timestamp::now()), text).await
}

async fn set(desk: &Desk, Named { letter }: &Named, open: Open, text: &str) -> Result<()> {
    desk.letter(letter)?;
    let store = desk.store().await?;
    store.set_open(letter, open).await?;
    let is_now = store.open(letter).await?;
    store.close().await;
    if matches!((open, is_now), (Open::Closed(_), Open::TakenDown(_))) {
        bail!(
            "{letter} is taken down, and takes no signatures: reopen it first, which puts its names back on the site"
        );
    }
    say!(stdout, "{letter} {text}");
    Ok(())
}
