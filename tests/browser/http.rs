//! A small HTTP/1.1 server with faults that a proper one can't have: it cuts answers off, stalls, and resets
//! connections. It lists all requests and their results.

use crate::answer::{Answer, Body};
use std::fmt::Write as _;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A request, and its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    pub path: String,
    /// `Referer`, as RFC 9110 writes it.
    pub referrer: Option<String>,
    pub cookie: Option<String>,
    pub if_none_match: Option<String>,
    /// The status of the answer.
    pub status: u16,
    pub outcome: Outcome,
}

/// The result of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Pending,
    Answered,
    /// The browser closed the connection before the answer was complete.
    Aborted,
}

/// A server on a free port of 127.0.0.1. It ends when it is dropped.
pub struct Server {
    pub origin: String,
    requests: Arc<Mutex<Vec<Request>>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Starts a server that answers each path through `answer`.
    pub async fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> io::Result<Server> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let requests = Arc::<Mutex<Vec<Request>>>::default();
        let log = Arc::clone(&requests);
        let answer = Arc::new(answer);
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                // Only the connection can fail here, and the list has that.
                connections.spawn(async move {
                    let _ = converse(stream, &log, &*answer).await;
                });
            }
        });
        Ok(Server { origin, requests, task })
    }

    /// All requests until now.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.requests).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn converse(
    mut stream: TcpStream,
    log: &Mutex<Vec<Request>>,
    answer: &(impl Fn(&str) -> Answer + Sync),
) -> io::Result<()> {
    // Browsers open connections in advance: one without a request is not listed.
    let Some(request) = read_request(&mut stream).await? else { return Ok(()) };
    let answer = answer(&request.path).to(request.if_none_match.as_deref());
    let number = {
        let mut log = lock(log);
        log.push(Request { status: answer.status, ..request });
        log.len() - 1
    };
    if matches!(answer.body, Body::Reset) {
        stream.set_zero_linger()?;
        lock(log)[number].outcome = Outcome::Answered;
        return Ok(());
    }
    let (mut reader, mut writer) = stream.split();
    let outcome = tokio::select! {
        sent = send(&mut writer, answer) => if sent.is_ok() { Outcome::Answered } else { Outcome::Aborted },
        () = hung_up(&mut reader) => Outcome::Aborted,
    };
    lock(log)[number].outcome = outcome;
    Ok(())
}

/// Reads a request's head.
async fn read_request(stream: &mut TcpStream) -> io::Result<Option<Request>> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read_buf(&mut head).await? == 0 {
            return Ok(None);
        }
    }
    let head = String::from_utf8_lossy(&head);
    let mut words = head.split(' ');
    let method = words.next().unwrap_or_default().to_string();
    let target = words.next().unwrap_or("/");
    let path = target.split('?').next().unwrap_or("/").to_string();
    let header = |name: &str| {
        let mut headers = head.lines().filter_map(|line| line.split_once(':'));
        let (_, value) = headers.find(|(header, _)| header.eq_ignore_ascii_case(name))?;
        Some(value.trim().to_string())
    };
    Ok(Some(Request {
        method,
        path,
        referrer: header("referer"),
        cookie: header("cookie"),
        if_none_match: header("if-none-match"),
        status: 0,
        outcome: Outcome::Pending,
    }))
}

async fn send(writer: &mut WriteHalf<'_>, answer: Answer) -> io::Result<()> {
    if let Some(mut gate) = answer.gate {
        // An error means that the gate is gone, which also opens it.
        let _ = gate.wait_for(|open| *open).await;
    }
    let mut head = format!("HTTP/1.1 {} -\r\nconnection: close\r\n", answer.status);
    for (name, value) in &answer.headers {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let length = match &answer.body {
        Body::Whole(bytes) => Some(bytes.len()),
        Body::Cut(bytes) | Body::Stalled(bytes) => Some(bytes.len() * 2),
        Body::Long { bytes, announced } => announced.then_some(*bytes),
        Body::Open(_) | Body::Repeated(..) | Body::Reset => None,
    };
    if let Some(length) = length {
        let _ = write!(head, "content-length: {length}\r\n");
    }
    head.push_str("\r\n");
    writer.write_all(head.as_bytes()).await?;
    match answer.body {
        Body::Whole(bytes) | Body::Cut(bytes) => writer.write_all(&bytes).await?,
        Body::Stalled(bytes) | Body::Open(bytes) => {
            writer.write_all(&bytes).await?;
            std::future::pending::<()>().await;
        }
        Body::Repeated(bytes, apart) => loop {
            writer.write_all(&bytes).await?;
            tokio::time::sleep(std::time::Duration::from_millis(apart)).await;
        },
        Body::Long { bytes, .. } => write_long(writer, bytes).await?,
        Body::Reset => {}
    }
    writer.shutdown().await
}

/// The beginning of a letter; its title takes the remaining bytes.
async fn write_long(writer: &mut WriteHalf<'_>, bytes: usize) -> io::Result<()> {
    let beginning = br#"{"version":1,"lang":"en","title":""#;
    writer.write_all(beginning).await?;
    let chunk = vec![b'x'; 64 * 1024];
    let mut left = bytes - beginning.len();
    while left > 0 {
        let now = left.min(chunk.len());
        writer.write_all(&chunk[..now]).await?;
        left -= now;
    }
    Ok(())
}

/// Waits until the other side closes, and expects nothing else from it.
async fn hung_up(reader: &mut ReadHalf<'_>) {
    let mut rest = [0; 512];
    while matches!(reader.read(&mut rest).await, Ok(1..)) {}
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
