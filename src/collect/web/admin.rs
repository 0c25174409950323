//! The coordinator's pages: server-rendered, without scripts. Every act is a button, and asks where it came from.

use super::Shared;
use super::body::Body;
use super::from::{Site, attempt, site};
use super::page::{page, see, settled, told};
use crate::collect::admin::{self, For, SESSION};
use crate::collect::collector::Collector;
use crate::collect::mail::Kind;
use crate::collect::outgoing::{about_letter, day};
use crate::collect::pages::{self, Decision, Figures, Held, Lot, Notice, SignIn, Why};
use crate::collect::signature::{Id, Signature, State as What};
use crate::collect::state::Act;
use crate::collect::store::{Filter, Open, Store};
use anyhow::Result;
use axum::extract::{ConnectInfo, Path, RawQuery, State};
use axum::http::header::{COOKIE, HeaderValue, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use std::net::SocketAddr;

/// How many signatures a page lists of a letter.
const LISTED: usize = 50;

/// The name of the cookie. Browsers keep one with this prefix to the very host and to TLS (RFC 6265bis, 4.1.3.2).
const NAME: &str = "__Host-collect";

/// The same on this machine, without TLS.
const NAME_HERE: &str = "collect";

/// `GET /admin/`: the queue, or the way in.
pub async fn queue<S: Store>(
    State(shared): State<Shared<S>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    let collector = &shared.collector;
    let lang = collector.coordinators_language();
    if who(collector, &headers).is_none() {
        let step = if query.as_deref() == Some("sent") { SignIn::LinkSent } else { SignIn::Address };
        return page(StatusCode::OK, pages::sign_in(&lang, step));
    }
    let done = query.as_deref() == Some("done");
    settled(collector, lots(collector).await.map(|lots| page(StatusCode::OK, pages::queue(&lang, &lots, done))))
}

/// `POST /admin/`: a link is asked for, or something is decided.
pub async fn act<S: Store>(
    State(shared): State<Shared<S>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    let done = if body.get("do") == "link" {
        link(collector, peer, &body, "./?sent").await
    } else {
        decide(collector, &body).await
    };
    settled(collector, done)
}

/// Mails the way in. The answer is the same for everybody.
async fn link<S: Store>(collector: &Collector<S>, peer: SocketAddr, body: &Body, then: &str) -> Result<Response> {
    if attempt(collector, peer, &body.headers).is_err() {
        return Ok(told(collector, Notice::Busy, None));
    }
    let admins = &collector.settings.admins;
    let admin = admins.iter().find(|admin| admin.eq_ignore_ascii_case(body.get("email").trim()));
    if let Some(admin) = admin.filter(|admin| collector.limits.may_sign_in(admin)) {
        collector.store.queue(admin, Kind::SignIn, collector.now()).await?;
    }
    Ok(see(then))
}

async fn decide<S: Store>(collector: &Collector<S>, body: &Body) -> Result<Response> {
    let Some(admin) =
        who(collector, &body.headers).filter(|_| site(&collector.settings.url, &body.headers) == Site::Own)
    else {
        return Ok(page(StatusCode::FORBIDDEN, pages::sign_in(&collector.coordinators_language(), SignIn::Address)));
    };
    if body.get("do") == "sign-out" {
        let mut response = see("./");
        response.headers_mut().insert(SET_COOKIE, cookie(collector, "", 0)?);
        return Ok(response);
    }
    let reason = Some(body.get("reason").trim().to_string()).filter(|reason| !reason.is_empty());
    let (act, decision) = match body.get("do") {
        "approve" => (Act::Approve, Decision::Approve),
        "decline" => (Act::Decline(reason), Decision::Decline),
        _ => return Ok(see("./")),
    };
    let letter = body.get("letter");
    if body.get("all").is_empty() {
        if let Some(id) = Id::parse(body.get("id")) {
            collector.store.act(&id, act, &admin, collector.now()).await?;
        }
        return Ok(see("./?done"));
    }
    let held = held(collector, letter).await?;
    if body.get("sure") != held.len().to_string() {
        let title = collector.letter(letter).map(|letter| letter.texts[0].title.clone()).unwrap_or_default();
        let lang = collector.coordinators_language();
        return Ok(page(StatusCode::OK, pages::sure(&lang, decision, (letter, &title), held.len() as u64)));
    }
    for signature in held {
        collector.store.act(&signature.id, act.clone(), &admin, collector.now()).await?;
    }
    Ok(see("./?done"))
}

/// `GET /admin/in/{proof}`: a button. Opening the link uses nothing up.
pub async fn enter<S: Store>(State(shared): State<Shared<S>>, Path(proof): Path<String>) -> Response {
    let collector = &shared.collector;
    let fits = admin::open(For::Link, &proof, &collector.settings.admins, &collector.key, collector.now()).is_some();
    let step = if fits { SignIn::Enter } else { SignIn::Over };
    page(StatusCode::OK, pages::sign_in(&collector.coordinators_language(), step))
}

/// `POST /admin/in/{proof}`
pub async fn entered<S: Store>(
    State(shared): State<Shared<S>>,
    Path(proof): Path<String>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    body: Body,
) -> Response {
    let collector = &shared.collector;
    if body.get("do") == "link" {
        return settled(collector, link(collector, peer, &body, "../?sent").await);
    }
    // No other site signs somebody in.
    if site(&collector.settings.url, &body.headers) == Site::Other {
        return page(StatusCode::FORBIDDEN, pages::sign_in(&collector.coordinators_language(), SignIn::Address));
    }
    let entered = async || -> Result<Response> {
        Ok(match admin::enter(&proof, collector).await? {
            Some(session) => {
                let mut response = see("../");
                response.headers_mut().insert(SET_COOKIE, cookie(collector, &session, SESSION.as_secs())?);
                response
            }
            None => page(StatusCode::GONE, pages::sign_in(&collector.coordinators_language(), SignIn::Over)),
        })
    };
    settled(collector, entered().await)
}

/// `GET /admin/figures/{id}`
pub async fn figures<S: Store>(
    State(shared): State<Shared<S>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let collector = &shared.collector;
    if who(collector, &headers).is_none() {
        return see("../");
    }
    settled(collector, of_letter(collector, &id).await)
}

/// `POST /admin/figures/{id}`, with `do=pause` or `do=resume`.
pub async fn pause<S: Store>(State(shared): State<Shared<S>>, Path(id): Path<String>, body: Body) -> Response {
    let collector = &shared.collector;
    if who(collector, &body.headers).is_none() || site(&collector.settings.url, &body.headers) != Site::Own {
        return see("../");
    }
    let done = async || -> Result<Response> {
        let open = match body.get("do") {
            "pause" => Open::Closed(collector.now()),
            "resume" => Open::Yes,
            _ => return of_letter(collector, &id).await,
        };
        if collector.letter(&id).is_some() {
            collector.store.set_open(&id, open).await?;
        }
        of_letter(collector, &id).await
    };
    settled(collector, done().await)
}

async fn of_letter<S: Store>(collector: &Collector<S>, id: &str) -> Result<Response> {
    let Some(about) = about_letter(collector, id, "") else { return Ok(see("../")) };
    let count = collector.store.count(id).await?;
    let (networks, domains, partners) = collector.arrivals.of(id, collector.now());
    let figures = Figures {
        count: (count.organisations, count.persons),
        networks,
        domains,
        partners,
        paused: collector.store.open(id).await? != Open::Yes,
    };
    Ok(page(StatusCode::OK, pages::figures(&collector.coordinators_language(), &about, &figures, "../")))
}

async fn held<S: Store>(collector: &Collector<S>, letter: &str) -> Result<Vec<Signature>> {
    collector.store.select(letter, &Filter { states: vec![What::Held], ..Filter::default() }).await
}

async fn lots<S: Store>(collector: &Collector<S>) -> Result<Vec<Lot>> {
    let mut lots = Vec::new();
    for id in collector.settings.letters.keys() {
        let Some(letter) = collector.letter(id) else { continue };
        let held = held(collector, id).await?;
        lots.push(Lot {
            letter: id.clone(),
            title: (letter.texts[0].title.clone(), letter.texts[0].lang.clone()),
            figures: format!("figures/{id}"),
            all: held.len() as u64,
            held: held.iter().take(LISTED).map(|signature| waiting(collector, signature)).collect(),
        });
    }
    Ok(lots)
}

fn waiting<S: Store>(collector: &Collector<S>, signature: &Signature) -> Held {
    let domain = collector.address(signature).and_then(|address| Some(address.rsplit_once('@')?.1.to_string()));
    Held {
        id: signature.id.clone(),
        words: signature.words.clone(),
        why: Why::of(signature.reason.as_deref()),
        domain,
        partner: signature.partner.clone(),
        signed: day(signature.created),
    }
}

/// The coordinator who is signed in.
fn who<S: Store>(collector: &Collector<S>, headers: &HeaderMap) -> Option<String> {
    let name = name(collector);
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let proof = |(known, value): (&str, &str)| (known == name).then(|| value.to_string());
    let session = pairs.find_map(proof)?;
    let admins = &collector.settings.admins;
    let (admin, _) = admin::open(For::Session, &session, admins, &collector.key, collector.now())?;
    Some(admin.to_string())
}

fn name<S: Store>(collector: &Collector<S>) -> &'static str {
    if collector.settings.url.scheme() == "https" { NAME } else { NAME_HERE }
}

fn cookie<S: Store>(collector: &Collector<S>, value: &str, seconds: i64) -> Result<HeaderValue> {
    let secure = if collector.settings.url.scheme() == "https" { "; Secure" } else { "" };
    let name = name(collector);
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}");
    Ok(HeaderValue::from_str(&text)?)
}
