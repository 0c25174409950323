//! Caddy, with the Caddyfile of that name.

use super::running::{Running, configuration, program};
use std::path::Path;
use std::process::Command;

pub fn start(site: &Path, port: u16, name: &str) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let server = configuration(name)
        .replace("letters.example {", &format!("http://127.0.0.1:{port} {{"))
        .replace("/var/www/letters", &site.display().to_string());
    let file = folder.path().join("Caddyfile");
    std::fs::write(&file, format!("{{\n\tadmin off\n\tauto_https off\n}}\n{server}")).unwrap();
    let mut command = Command::new(program("caddy"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
    command.env("HOME", folder.path()).env("XDG_DATA_HOME", folder.path()).env("XDG_CONFIG_HOME", folder.path());
    Running::start(&mut command, folder)
}
