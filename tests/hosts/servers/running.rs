//! A server's process, with a folder of its own.

use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

/// A server. Dropping it ends it.
pub struct Running {
    process: Child,
    folder: TempDir,
}

impl Running {
    /// Starts the command, which runs in the foreground. Its errors go into the folder.
    pub fn start(command: &mut Command, folder: TempDir) -> Running {
        let errors = std::fs::File::create(folder.path().join("output")).unwrap();
        let command = command.stdin(Stdio::null()).stdout(errors.try_clone().unwrap()).stderr(errors);
        let process = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}: run make hosts"));
        Running { process, folder }
    }

    /// Waits until the server accepts connections.
    #[track_caller]
    pub fn until_it_listens(&self, port: u16) {
        for _ in 0..200 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let read = |name: &str| std::fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
        panic!("the server does not start:\n{}{}", read("output"), read("errors"));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A configuration of `integrations/hosting/`.
pub fn configuration(name: &str) -> String {
    crate::source(&format!("integrations/hosting/{name}"))
}

/// The first of these programs that is there: servers are often in a folder of the administrator's.
pub fn program(name: &str) -> PathBuf {
    let administrators = PathBuf::from("/usr/sbin").join(name);
    if administrators.exists() { administrators } else { name.into() }
}
