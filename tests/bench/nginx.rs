//! A real server: nginx, as a cache with the configuration from the page on hosting, or for TLS and HTTP/2.

use crate::engines::find;
use crate::process::Process;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::{TcpListener, TcpStream};

const CONFIGURATION: &str = include_str!("../../integrations/hosting/nginx-cache.conf");

/// A proxy on a free port. Dropping it ends it.
pub struct Nginx {
    pub origin: String,
    pub address: SocketAddr,
    _process: Process,
    _folder: TempDir,
}

impl Nginx {
    /// Starts a cache in front of that origin.
    pub async fn start(origin: &str) -> Result<Nginx> {
        Nginx::with("http", |root, port| {
            Ok(CONFIGURATION
                .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
                .replace("http://127.0.0.1:8080", origin)
                .replace("/var/cache/nginx/letters", &format!("{root}/cache")))
        })
        .await
    }

    /// Starts TLS and HTTP/2 in front of that origin, with a certificate of its own.
    pub async fn with_tls(origin: &str) -> Result<Nginx> {
        Nginx::with("https", |root, port| {
            let made = Command::new(find(&["openssl"])?)
                .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
                .args(["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"])
                .args(["-keyout", &format!("{root}/key.pem"), "-out", &format!("{root}/certificate.pem")])
                .output()?;
            ensure!(made.status.success(), "openssl: {}", String::from_utf8_lossy(&made.stderr));
            Ok(format!(
                "server {{ listen 127.0.0.1:{port} ssl http2; ssl_protocols TLSv1.3;\n\
                 ssl_certificate {root}/certificate.pem; ssl_certificate_key {root}/key.pem;\n\
                 location / {{ proxy_pass {origin}; proxy_http_version 1.1; proxy_set_header Connection \"\"; }} }}\n"
            ))
        })
        .await
    }

    async fn with(scheme: &str, server: impl FnOnce(&str, u16) -> Result<String>) -> Result<Nginx> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().display().to_string();
        let address = TcpListener::bind("127.0.0.1:0").await?.local_addr()?;
        let port = address.port();
        let server = server(&root, port)?;
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
        let origin = format!("{scheme}://{address}");
        let nginx = Nginx { origin, address, _process: process, _folder: folder };
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
