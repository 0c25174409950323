//! The phone's network, with real connections: everything that passes is late, and takes its time.
//!
//! The browser's own emulation delays each answer, and no handshake. Here a connection costs the round trips that TCP
//! and TLS need, and all connections share one line.

use crate::device::{DOWN_KBIT_PER_S, LATENCY_MS, UP_KBIT_PER_S};
use crate::servers::Server;
use anyhow::Result;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::{Instant, sleep, sleep_until};

/// The payload of an Ethernet frame without the headers of IP and TCP.
const PACKET: usize = 1448;

/// The line to the phone, and from it.
#[derive(Clone)]
pub struct Line {
    down: Direction,
    up: Direction,
}

impl Line {
    pub fn new() -> Line {
        Line { down: Direction::new(DOWN_KBIT_PER_S), up: Direction::new(UP_KBIT_PER_S) }
    }

    /// A port that leads to that one over this line, which speaks TLS.
    pub async fn to(&self, server: SocketAddr) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("https://{}", listener.local_addr()?);
        let line = self.clone();
        let task = tokio::spawn(async move {
            while let Ok((phone, _)) = listener.accept().await {
                tokio::spawn(line.clone().connect(phone, server));
            }
        });
        Ok(Server { origin, task })
    }

    async fn connect(self, phone: TcpStream, server: SocketAddr) -> io::Result<()> {
        // The handshake of TCP.
        sleep(Duration::from_millis(u64::from(LATENCY_MS))).await;
        let server = TcpStream::connect(server).await?;
        phone.set_nodelay(true)?;
        server.set_nodelay(true)?;
        let ((from_phone, to_phone), (from_server, to_server)) = (phone.into_split(), server.into_split());
        let up = tokio::spawn(self.up.clone().pass(from_phone, to_server));
        self.down.pass(from_server, to_phone).await?;
        up.abort();
        Ok(())
    }
}

#[derive(Clone)]
struct Direction {
    /// When the line has sent what it has.
    free: Arc<Mutex<Instant>>,
    per_byte: Duration,
}

impl Direction {
    fn new(kbit_per_s: u32) -> Direction {
        Direction { free: Arc::new(Mutex::new(Instant::now())), per_byte: Duration::from_millis(8) / kbit_per_s }
    }

    /// When a packet of that size arrives that leaves now.
    fn arrival(&self, size: usize) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        *free = Instant::now().max(*free) + self.per_byte * u32::try_from(size).unwrap_or(u32::MAX);
        *free + Duration::from_millis(u64::from(LATENCY_MS)) / 2
    }

    async fn pass(
        self,
        mut from: impl AsyncReadExt + Unpin,
        mut to: impl AsyncWriteExt + Unpin + Send + 'static,
    ) -> io::Result<()> {
        let (sender, mut packets) = unbounded_channel::<(Instant, Vec<u8>)>();
        let arriving = tokio::spawn(async move {
            while let Some((arrival, packet)) = packets.recv().await {
                sleep_until(arrival).await;
                to.write_all(&packet).await?;
            }
            to.shutdown().await
        });
        let mut packet = [0; PACKET];
        loop {
            let size = from.read(&mut packet).await?;
            if size == 0 || sender.send((self.arrival(size), packet[..size].to_vec())).is_err() {
                break;
            }
        }
        drop(sender);
        arriving.await?
    }
}
