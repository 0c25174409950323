//! A server on this computer that does what hosts do, and what they should not.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A server that answers each request with what `answer` writes. It ends with the test's process.
pub struct Server {
    pub port: u16,
    /// The heads of the requests so far.
    pub heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn start(answer: impl Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (answer, noted) = (Arc::new(answer), heads.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, noted) = (answer.clone(), noted.clone());
                thread::spawn(move || {
                    let mut stream = stream;
                    let mut head = Vec::new();
                    while !head.ends_with(b"\r\n\r\n") {
                        let mut byte = [0];
                        if stream.read(&mut byte).unwrap_or(0) == 0 {
                            return;
                        }
                        head.extend(byte);
                    }
                    let head = String::from_utf8(head).unwrap();
                    noted.lock().unwrap().push(head.clone());
                    let _ = answer(&head, &mut stream);
                });
            }
        });
        Server { port, heads }
    }

    /// A server that always gives this.
    pub fn gives(status: &'static str, headers: &'static str, body: impl AsRef<[u8]>) -> Server {
        let body = body.as_ref().to_vec();
        Server::start(move |_, stream| {
            write!(
                stream,
                "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n",
                body.len()
            )?;
            stream.write_all(&body)
        })
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/secret?token=hush", self.port)
    }

    pub fn requests(&self) -> usize {
        self.heads.lock().unwrap().len()
    }
}
