//! A relay that takes mails and keeps them, and that can fail at every step (SMTP, RFC 5321).

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use url::Url;

/// What the relay does with a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// Takes it.
    Takes,
    /// Answers this to the receiver's address.
    ToReceiver(&'static str),
    /// Answers this to the text.
    ToText(&'static str),
    /// Closes the connection when it hears the sender.
    CutsBefore,
    /// Closes the connection when it has the text, without an answer.
    CutsAfter,
}

/// A mail that the relay has.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's receiver.
    pub to: String,
    /// The mail.
    pub bytes: Vec<u8>,
}

/// The relay. It ends with the process.
#[derive(Clone)]
pub struct Sink {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Does>,
    login: Option<String>,
    taken: Vec<Taken>,
    connections: usize,
}

impl Sink {
    /// Starts a relay that does this with the next mails, one after the other, and takes all later ones.
    pub fn start(script: &[Does]) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let script = script.iter().copied().collect();
        let sink = Sink { port, state: Arc::new(Mutex::new(State { script, ..State::default() })) };
        let of_thread = sink.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let sink = of_thread.clone();
                sink.state.lock().unwrap().connections += 1;
                // A client that goes away ends the conversation.
                thread::spawn(move || drop(sink.converse(&stream)));
            }
        });
        sink
    }

    /// From now on, only this login is let in: what AUTH PLAIN sends, in base64.
    pub fn demand(&self, login: &str) {
        self.state.lock().unwrap().login = Some(login.to_string());
    }

    /// Its address.
    pub fn address(&self) -> Url {
        self.address_of("127.0.0.1")
    }

    /// Its address by another name of this machine.
    pub fn address_of(&self, host: &str) -> Url {
        Url::parse(&format!("smtp://{host}:{}", self.port)).unwrap()
    }

    /// The mails whose texts it has, answered or not.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// How many connections there were.
    pub fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    fn converse(&self, stream: &TcpStream) -> std::io::Result<()> {
        let mut reader = BufReader::new(stream);
        let say = |line: &str| {
            let mut stream = stream;
            stream.write_all([line, "\r\n"].concat().as_bytes())
        };
        say("220 sink")?;
        let (mut from, mut to, mut does, mut known) = (String::new(), String::new(), Does::Takes, false);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let line = line.trim_end();
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            let demanded = self.state.lock().unwrap().login.clone();
            match verb.as_str() {
                "EHLO" => say("250-sink\r\n250-AUTH PLAIN\r\n250 8BITMIME")?,
                "AUTH" if demanded.as_deref() == line.rsplit(' ').next() => {
                    known = true;
                    say("235 welcome")?;
                }
                "AUTH" => say("535 5.7.8 who are you")?,
                "MAIL" if demanded.is_some() && !known => say("530 5.7.0 log in first")?,
                "MAIL" => {
                    does = self.state.lock().unwrap().script.pop_front().unwrap_or(Does::Takes);
                    if does == Does::CutsBefore {
                        return Ok(());
                    }
                    from = between(line);
                    say("250 ok")?;
                }
                "RCPT" => {
                    to = between(line);
                    say(if let Does::ToReceiver(answer) = does { answer } else { "250 ok" })?;
                }
                "DATA" => {
                    say("354 go on")?;
                    let bytes = text(&mut reader)?;
                    self.state.lock().unwrap().taken.push(Taken { from: from.clone(), to: to.clone(), bytes });
                    match does {
                        Does::CutsAfter => return Ok(()),
                        Does::ToText(answer) => {
                            self.state.lock().unwrap().taken.pop();
                            say(answer)?;
                        }
                        _ => say("250 taken")?,
                    }
                }
                "QUIT" => return say("221 bye"),
                "RSET" | "NOOP" => say("250 ok")?,
                _ => say("502 what")?,
            }
        }
    }
}

/// The address between the brackets.
fn between(line: &str) -> String {
    line.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(inner, _)| inner.to_string()).unwrap()
}

/// The lines up to the one with a dot.
fn text(reader: &mut impl BufRead) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line)?;
        if line.is_empty() || line == b".\r\n" {
            return Ok(bytes);
        }
        bytes.extend(line.strip_prefix(b".").unwrap_or(&line));
    }
}
