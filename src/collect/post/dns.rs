//! TXT records of the Domain Name System (RFC 1035): one question to the resolver of this machine, over UDP, and over
//! TCP if the answer is long.
//!
//! An answer is only read for advice, so nothing depends on whether it can be trusted.

use anyhow::{Context, Result, bail, ensure};
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

/// How long one server may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// The type TXT, the class IN, the pseudo-type OPT (RFC 6891), and the size of answers that we take over UDP.
const TXT: u16 = 16;
const IN: u16 = 1;
const OPT: u16 = 41;
const SIZE: u16 = 1232;

/// The codes of an answer without fault, and of a name that does not exist.
const NO_ERROR: u8 = 0;
const NO_NAME: u8 = 3;

/// The resolvers of this machine.
///
/// # Errors
/// If `/etc/resolv.conf` names none.
pub fn resolvers() -> Result<Vec<SocketAddr>> {
    let text = std::fs::read_to_string("/etc/resolv.conf").context("can't read /etc/resolv.conf")?;
    let named = text.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    let servers: Vec<SocketAddr> = named
        .filter_map(|rest| rest.trim().parse::<IpAddr>().ok())
        .map(|address| SocketAddr::new(address, 53))
        .collect();
    ensure!(!servers.is_empty(), "/etc/resolv.conf names no server");
    Ok(servers)
}

/// The texts of a name's TXT records. A name that does not exist has none.
///
/// # Errors
/// If no server answers.
pub async fn txt(name: &str, servers: &[SocketAddr]) -> Result<Vec<String>> {
    let id = u16::from_le_bytes(crate::collect::key::random::<2>()?);
    let question = question(id, name)?;
    let mut fault = anyhow::anyhow!("there is no server to ask");
    for server in servers {
        match timeout(PATIENCE, ask(&question, *server)).await {
            Ok(Ok(answer)) => match read(&answer, id) {
                Ok(texts) => return Ok(texts),
                Err(error) => fault = error,
            },
            Ok(Err(error)) => fault = error,
            Err(_) => fault = anyhow::anyhow!("{server} does not answer"),
        }
    }
    Err(fault)
}

async fn ask(question: &[u8], server: SocketAddr) -> Result<Vec<u8>> {
    let any: SocketAddr = if server.is_ipv4() { ([0, 0, 0, 0], 0).into() } else { ([0_u16; 8], 0).into() };
    let socket = UdpSocket::bind(any).await?;
    socket.connect(server).await?;
    socket.send(question).await?;
    let mut answer = vec![0; usize::from(SIZE)];
    let length = socket.recv(&mut answer).await.with_context(|| format!("{server} gives no answer"))?;
    answer.truncate(length);
    let is_cut = answer.get(2).is_some_and(|flags| flags & 2 != 0);
    if is_cut { ask_by_stream(question, server).await } else { Ok(answer) }
}

async fn ask_by_stream(question: &[u8], server: SocketAddr) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server).await?;
    let length = u16::try_from(question.len())?;
    stream.write_all(&length.to_be_bytes()).await?;
    stream.write_all(question).await?;
    let length = stream.read_u16().await?;
    let mut answer = vec![0; usize::from(length)];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}

/// A question for the TXT records of a name.
fn question(id: u16, name: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // Recursion is desired; one question, one additional record.
    for number in [id, 0x0100, 1, 0, 0, 1] {
        bytes.extend(number.to_be_bytes());
    }
    for label in name.trim_end_matches('.').split('.') {
        ensure!((1..=63).contains(&label.len()) && label.is_ascii(), "“{name}” is not a name");
        bytes.push(u8::try_from(label.len())?);
        bytes.extend(label.as_bytes());
    }
    ensure!(bytes.len() < 12 + 255, "“{name}” is too long");
    bytes.push(0);
    for number in [TXT, IN] {
        bytes.extend(number.to_be_bytes());
    }
    bytes.push(0);
    for number in [OPT, SIZE, 0, 0, 0] {
        bytes.extend(number.to_be_bytes());
    }
    Ok(bytes)
}

/// The texts in an answer to the question with that number.
fn read(answer: &[u8], id: u16) -> Result<Vec<String>> {
    let mut reader = Reader { bytes: answer, at: 0 };
    ensure!(reader.number()? == id, "the answer belongs to another question");
    let code = reader.number()?.to_be_bytes()[1] & 15;
    if code == NO_NAME {
        return Ok(Vec::new());
    }
    ensure!(code == NO_ERROR, "the server has a fault ({code})");
    let (questions, answers) = (reader.number()?, reader.number()?);
    reader.skip(4)?;
    for _ in 0..questions {
        reader.skip_name()?;
        reader.skip(4)?;
    }
    let mut texts = Vec::new();
    for _ in 0..answers {
        reader.skip_name()?;
        let kind = reader.number()?;
        reader.skip(6)?;
        let length = reader.number()?;
        let data = reader.skip(length.into())?;
        if kind == TXT {
            texts.push(joined(data)?);
        }
    }
    Ok(texts)
}

/// The strings of a record, one after the other (RFC 7208, 3.3).
fn joined(mut data: &[u8]) -> Result<String> {
    let mut text = Vec::new();
    while let Some((length, rest)) = data.split_first() {
        let (part, after) = rest.split_at_checked(usize::from(*length)).context("the answer is cut off")?;
        text.extend(part);
        data = after;
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn skip(&mut self, length: usize) -> Result<&'b [u8]> {
        let part = self.bytes.get(self.at..).and_then(|rest| rest.get(..length));
        self.at += length;
        part.context("the answer is cut off")
    }

    fn number(&mut self) -> Result<u16> {
        let [high, low] = self.skip(2)? else { bail!("the answer is cut off") };
        Ok(u16::from_be_bytes([*high, *low]))
    }

    /// Names are only passed over, so a pointer is followed nowhere.
    fn skip_name(&mut self) -> Result<()> {
        loop {
            match self.skip(1)?[0] {
                0 => return Ok(()),
                length @ 1..=63 => {
                    self.skip(length.into())?;
                }
                192..=255 => return self.skip(1).map(|_| ()),
                _ => bail!("the answer has a name of an unknown kind"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{question, read};

    /// An answer with these records, to the question for `example.org`.
    fn answer(records: &[&[&str]]) -> Vec<u8> {
        let mut bytes = question(7, "example.org").unwrap();
        let end = bytes.len() - 11;
        bytes.truncate(end);
        bytes[2..4].copy_from_slice(&[0x81, 0x80]);
        bytes[6..12].copy_from_slice(&[0, u8::try_from(records.len()).unwrap(), 0, 0, 0, 0]);
        for texts in records {
            let mut data = Vec::new();
            for text in *texts {
                data.push(u8::try_from(text.len()).unwrap());
                data.extend(text.as_bytes());
            }
            bytes.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, u8::try_from(data.len()).unwrap()]);
            bytes.extend(data);
        }
        bytes
    }

    #[test]
    fn all_texts_are_read_and_their_pieces_joined() {
        let answer = answer(&[&["v=spf1 include:a.example ", "-all"], &["other"]]);
        assert_eq!(read(&answer, 7).unwrap(), ["v=spf1 include:a.example -all", "other"]);
        assert!(read(&answer, 8).is_err());
    }

    #[test]
    fn an_answer_that_is_cut_anywhere_is_refused() {
        let answer = answer(&[&["v=spf1 -all"]]);
        for length in 0..answer.len() {
            assert!(read(&answer[..length], 7).is_err(), "{length}");
        }
    }

    #[test]
    fn a_name_that_does_not_exist_has_no_texts() {
        let mut answer = answer(&[]);
        answer[3] = 0x83;
        assert_eq!(read(&answer, 7).unwrap(), [""; 0]);
    }

    #[test]
    fn a_name_with_an_empty_label_is_not_asked_for() {
        assert!(question(1, "a..example").is_err() && question(1, &"a.".repeat(200)).is_err());
    }
}
