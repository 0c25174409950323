//! Acts on many: `approve`, `decline`, `invalidate`, and `restore` of what was taken out. With `--dry-run`, only the
//! figures.

use super::{Desk, who};
use anyhow::{Result, bail, ensure};
use clap::Args;
use jiff::Timestamp;
use open_letter::collect::address::domain_mark;
use open_letter::collect::signature::{Id, Signature, State};
use open_letter::collect::state::{Act, Next, next};
use open_letter::collect::store::{Filter, Outcome, Store};
use open_letter::model::Kind;

/// Which signatures.
#[derive(Args)]
pub struct Many {
    /// The letter's id
    letter: String,
    /// Ids of signatures: c-…
    ids: Vec<String>,
    /// All whose name or organisation contains this
    #[arg(long)]
    name: Option<String>,
    /// All whose address is at this domain
    #[arg(long)]
    domain: Option<String>,
    /// All that were signed on this partner's page
    #[arg(long)]
    partner: Option<String>,
    /// All that were signed at or after this time: 2026-12-01T12:00:00Z, or a day
    #[arg(long, value_parser = time)]
    from: Option<Timestamp>,
    /// All that were signed before this time
    #[arg(long, value_parser = time)]
    to: Option<Timestamp>,
    /// The reason. A declined organisation reads it
    #[arg(long)]
    reason: Option<String>,
    /// Only say how many it would be
    #[arg(long)]
    dry_run: bool,
}

/// What is done.
#[derive(Clone, Copy)]
pub enum Verb {
    Approve,
    Decline,
    Invalidate,
    Restore,
}

fn time(text: &str) -> Result<Timestamp, String> {
    let day = || format!("{text}T00:00:00Z").parse();
    text.parse().or_else(|_| day()).map_err(|_: jiff::Error| "write it as 2026-12-01 or 2026-12-01T12:00:00Z".into())
}

impl Many {
    /// The letter's id.
    pub fn letter(&self) -> &str {
        &self.letter
    }

    fn filter(&self, desk: &Desk, verb: Verb) -> Result<Filter> {
        let read = |id: &String| match Id::parse(id) {
            Some(id) => Ok(id),
            None => bail!("{id} is not the id of a collected signature: they begin with c-"),
        };
        let is_chosen = !self.ids.is_empty()
            || [&self.name, &self.domain, &self.partner].into_iter().any(Option::is_some)
            || self.from.is_some()
            || self.to.is_some();
        ensure!(is_chosen, "say which: by their ids, or by --name, --domain, --partner, --from or --to");
        Ok(Filter {
            states: match verb {
                Verb::Approve => vec![State::Held, State::Declined],
                Verb::Decline => vec![State::Held],
                Verb::Invalidate => vec![State::Confirmed, State::Held],
                Verb::Restore => vec![State::Invalidated],
            },
            ids: self.ids.iter().map(read).collect::<Result<_>>()?,
            name: self.name.clone(),
            domain: self.domain.as_ref().map(|domain| domain_mark(domain, &self.letter, &desk.key)),
            partner: self.partner.clone(),
            from: self.from,
            to: self.to,
        })
    }

    fn act(&self, verb: Verb) -> Act {
        match verb {
            Verb::Approve => Act::Approve,
            Verb::Decline => Act::Decline(self.reason.clone()),
            Verb::Invalidate => Act::Invalidate(self.reason.clone()),
            Verb::Restore => Act::Restore,
        }
    }
}

/// Acts, or says what it would do.
pub async fn run(desk: &Desk, many: Many, verb: Verb) -> Result<()> {
    desk.letter(&many.letter)?;
    let store = desk.store().await?;
    let chosen = store.select(&many.letter, &many.filter(desk, verb)?).await?;
    let (act, now) = (many.act(verb), Timestamp::now());
    let follows = |signature: &&Signature| !matches!(next(signature, &act, now), Next::Refused | Next::Same);
    let chosen: Vec<&Signature> = chosen.iter().filter(follows).collect();
    let organisations = chosen.iter().filter(|signature| signature.words.kind == Kind::Organisation).count();
    let persons = chosen.len() - organisations;
    let count = store.count(&many.letter).await?;
    if many.dry_run {
        say!(
            stdout,
            "would {} {persons} persons and {organisations} organisations; {} count now",
            act.name(),
            count.all()
        );
        for signature in chosen.iter().take(LISTED) {
            say!(stdout, "  {}", line(signature));
        }
        if chosen.len() > LISTED {
            say!(stdout, "  and {} more", chosen.len() - LISTED);
        }
        return Ok(());
    }
    let (mut done, who) = (0, who());
    for signature in &chosen {
        let outcome = store.act(&signature.id, act.clone(), &who, now).await?;
        done += u64::from(matches!(outcome, Outcome::Done(_)));
    }
    let after = store.count(&many.letter).await?;
    say!(stdout, "{}: {done} signatures; {} counted before, {} count now", act.name(), count.all(), after.all());
    store.close().await;
    Ok(())
}

/// How many a dry run lists.
const LISTED: usize = 20;

/// A signature in a line.
pub fn line(signature: &Signature) -> String {
    let words = &signature.words;
    let reason = signature.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let organisation = words.organisation.as_ref().filter(|_| words.kind == Kind::Person);
    let of = organisation.map(|organisation| format!(", {organisation}")).unwrap_or_default();
    format!("{} {}{of}{reason}", signature.id, words.published_name())
}
