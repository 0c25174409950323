//! nginx, with `nginx.conf`.

use super::running::{Running, configuration, program};
use std::path::Path;
use std::process::Command;

pub fn start(site: &Path, port: u16) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().display().to_string();
    let server = configuration("nginx.conf")
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace("/var/www/letters", &site.display().to_string());
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {root}/{name};\n"))
        .concat();
    let whole = format!(
        "daemon off; master_process off; pid {root}/pid; error_log {root}/errors;\n\
         events {{}}\nhttp {{ access_log off;\n{paths}{server}}}\n"
    );
    let file = folder.path().join("nginx.conf");
    std::fs::write(&file, whole).unwrap();
    Running::start(Command::new(program("nginx")).args(["-e", &format!("{root}/errors"), "-c"]).arg(&file), folder)
}
