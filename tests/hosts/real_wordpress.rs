//! A real `WordPress` on a real database: an administrator, an editor and an author publish a letter in every way that the
//! documentation names, and readers get it once.

use crate::converters::faults;
use crate::packages::tools;
use crate::project::Project;
use crate::servers::Running;
use crate::{source, tried};
use open_letter::files::Site;
use open_letter::publish::Publisher;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hosts/wordpress/real.php");
const TEXT: &str = "A paragraph that is nowhere else.";

/// `MariaDB` in a folder of its own, which listens on a socket there.
fn database() -> (Running, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (data, socket) = (path("data"), path("socket"));
    let user = "--user=root";
    let install = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", user];
    let made = Command::new("mariadb-install-db").args(install).arg(format!("--datadir={data}")).output();
    assert!(made.expect("run make hosts").status.success());
    let mut server = Command::new("/usr/sbin/mariadbd");
    server.args(["--no-defaults", "--skip-networking", "--innodb-buffer-pool-size=32M", user]);
    server.arg(format!("--datadir={data}")).arg(format!("--socket={socket}"));
    let running = Running::start(&mut server, folder);
    let create = || {
        let mut client = Command::new("mariadb");
        client.args(["--no-defaults", "--user=root", "-e", "create database wordpress", "--socket", &socket]);
        client.output().is_ok_and(|output| output.status.success())
    };
    assert!((0..200).any(|_| create() || (std::thread::sleep(Duration::from_millis(100)), false).1), "no database");
    (running, socket)
}

fn php(content: &Path, socket: &str, step: &str, input: &str) -> String {
    let mut command = Command::new("php");
    command
        .args(["-d", "display_errors=stderr", SCRIPT])
        .arg(tools().join("wordpress"))
        .arg(content)
        .args([socket, step]);
    let mut php = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    php.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = php.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn everybody_publishes_a_letter_in_every_way() {
    let project = Project::bare("real-wordpress");
    let folder = project.path("x");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("letter.md"), format!("---\nlang: en\ntitle: A letter\n---\n\n{TEXT}\n")).unwrap();
    std::fs::write(folder.join("signatories.csv"), "name\nAda\n").unwrap();
    let site = Site::open(&project.path("site")).unwrap();
    Publisher::new(&site, Some("https://letters.example/")).unwrap().publish(&folder).unwrap();
    let whole = std::fs::read_to_string(site.root().join("letters/x/snippet.html")).unwrap();

    let plugin = project.path("content/plugins/open-letter");
    std::fs::create_dir_all(&plugin).unwrap();
    for name in ["open-letter.php", "block.js", "readme.txt"] {
        std::fs::write(plugin.join(name), source(&format!("integrations/wordpress/{name}"))).unwrap();
    }
    let (_database, socket) = database();
    php(&project.path("content"), &socket, "install", "");
    let show = |trusted: &str| -> Value {
        let given = json!({ "site": site.root(), "trusted": trusted, "whole": whole.trim() });
        serde_json::from_str(&php(&project.path("content"), &socket, "show", &given.to_string())).unwrap()
    };

    let shown = show("https://letters.example/");
    let mut forms: BTreeMap<&str, Vec<(String, bool)>> = BTreeMap::new();
    for result in shown["results"].as_array().unwrap() {
        let text = |name: &str| result[name].as_str().unwrap();
        let (role, way, html) = (text("role"), text("way"), text("html"));
        let is_pasted = matches!(way, "Custom HTML block" | "classic text");
        let texts = if is_pasted { vec![TEXT.to_string()] } else { Vec::new() };
        let faults = faults(&[(html.to_string(), texts)]).remove(0);
        assert!(faults.is_empty(), "{way} as {role}: {faults:?}\n{html}");
        let queued: Vec<&str> = result["scripts"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let is_live = match way {
            "address of the page" => {
                html.contains("embed.html?letter=letters/x/letter.json#?secret=") && queued == ["wp-embed"]
            }
            _ if is_pasted => {
                html.contains("<script async crossorigin src=\"https://letters.example/open-letter.js\">")
            }
            _ => queued == ["open-letter"],
        };
        // Authors may not write scripts: what they paste stays text. All else is served by the setting.
        assert_eq!(is_live, !(is_pasted && role == "author"), "{way} as {role}: {queued:?}\n{html}");
        forms.entry(role).or_default().push((way.to_string(), is_live));
    }
    assert_eq!(forms.values().map(Vec::len).collect::<Vec<_>>(), [8, 8, 8]);
    for (role, forms) in forms {
        tried::record(&format!("WordPress as {role}"), shown["version"].as_str().unwrap(), &forms);
    }

    let untrusted = show("https://another.example/");
    let loads = |result: &Value| result["scripts"].as_array().unwrap().contains(&"open-letter".into());
    assert!(!untrusted["results"].as_array().unwrap().iter().any(loads), "only what is trusted is loaded");
}
