//! A real cache: nginx, with the configuration from the page on hosting.

use crate::engines::find;
use crate::process::Process;
use anyhow::{Context, Result};
use std::fs;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};

const CONFIGURATION: &str = include_str!("../../integrations/hosting/nginx-cache.conf");

/// A caching proxy on a free port. Dropping it ends it.
pub struct Nginx {
    pub origin: String,
    _process: Process,
    _folder: TempDir,
}

impl Nginx {
    /// Starts it in front of that origin.
    pub async fn start(origin: &str) -> Result<Nginx> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().display().to_string();
        let port = TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port();
        let server = CONFIGURATION
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("http://127.0.0.1:8080", origin)
            .replace("/var/cache/nginx/letters", &format!("{root}/cache"));
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {root}/{name};\n"))
            .concat();
        let whole = format!(
            "daemon off; master_process off; pid {root}/pid; error_log {root}/errors;\n\
             events {{ worker_connections 4096; }}\nhttp {{ access_log off;\n{paths}{server}}}\n"
        );
        let file = folder.path().join("nginx.conf");
        fs::write(&file, whole)?;
        let mut command = Command::new(find(&["nginx", "/usr/sbin/nginx"])?);
        command.args(["-e", &format!("{root}/errors"), "-c"]).arg(&file);
        let process = Process::start(command)?;
        let nginx = Nginx { origin: format!("http://127.0.0.1:{port}"), _process: process, _folder: folder };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(nginx);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let errors = fs::read_to_string(format!("{root}/errors")).unwrap_or_default();
        Err(anyhow::anyhow!(errors)).context("nginx does not start")
    }
}
