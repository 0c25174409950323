//! Apache, with `.htaccess` in the site's folder.

use super::running::{Running, configuration, program};
use std::path::Path;
use std::process::Command;

const MODULES: &str = "/usr/lib/apache2/modules";

pub fn start(site: &Path, port: u16) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().display().to_string();
    std::fs::write(site.join(".htaccess"), configuration(".htaccess")).unwrap();
    let modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "rewrite", "deflate", "filter", "setenvif"];
    let modules = modules.map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n")).concat();
    let site = site.display();
    // As shared hosts have it. Debian takes .gz for an encoding, too.
    let whole = format!(
        "{modules}ServerRoot {root}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {root}/pid\n\
         ErrorLog {root}/errors\nTypesConfig /etc/mime.types\nAddEncoding x-gzip .gz\nDocumentRoot {site}\n\
         <Directory {site}>\nAllowOverride FileInfo Indexes\nRequire all granted\n</Directory>\n"
    );
    let file = folder.path().join("apache.conf");
    std::fs::write(&file, whole).unwrap();
    Running::start(Command::new(program("apache2")).args(["-D", "FOREGROUND", "-f"]).arg(&file), folder)
}
