//! The changes that `--watch` reacts to.

use crate::folder::Folder;
use crate::generated;
use open_letter::files::Site;
use open_letter::files::lock::Patience;
use open_letter::publish::Publisher;
use open_letter::publish::watch_folder::Watch;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Long enough for several checks, and for any event that a system would report.
const SOME_SECONDS: Duration = Duration::from_secs(3);

/// Whether it reacts within half a minute; usually it takes half a second.
fn wakes(watch: &mut Watch) -> bool {
    watch.waits_for(Duration::from_secs(30))
}

/// Publishes like `--watch` until nothing has changed for some seconds. Returns the number of publications.
fn publications(folder: &Folder, watch: &mut Watch) -> usize {
    let mut count = 0;
    while watch.waits_for(SOME_SECONDS) && count < 10 {
        folder.publish();
        count += 1;
    }
    count
}

#[test]
fn an_untouched_folder_is_published_once() {
    for table in ["name\nAda\n".to_string(), generated::table(1, 700)] {
        let folder = Folder::new().file("letter.fr.md", "---\ntitle: Une lettre\n---\nTexte.\n").signatories(&table);
        let mut watch = Watch::start(&[folder.path()]);
        // The first publication reads all files, and writes into .open-letter.
        folder.publish();
        assert_eq!(publications(&folder, &mut watch), 0);
    }
}

#[test]
fn reading_importing_and_editors_at_work_wake_nobody() {
    let folder = Folder::new();
    let mut watch = Watch::start(&[folder.path()]);
    for name in [".letter.md.swp", "letter.md~", "#letter.md#", "4913", ".open-letter.lock", "photo.jpg"] {
        std::fs::write(folder.path().join(name), "x").unwrap();
    }
    std::fs::create_dir(folder.path().join(".open-letter")).unwrap();
    std::fs::write(folder.path().join(".open-letter/imported"), "x").unwrap();
    for name in ["letter.md", "signatories.csv"] {
        std::fs::read(folder.path().join(name)).unwrap();
    }
    assert!(!watch.waits_for(SOME_SECONDS));
}

#[test]
fn each_change_of_a_source_wakes() {
    let folder = Folder::new();
    let mut watch = Watch::start(&[folder.path()]);
    let path = |name: &str| folder.path().join(name);
    let write = |name: &str, text: &str| std::fs::write(path(name), text).unwrap();
    let changes: [(&str, &dyn Fn()); 7] = [
        ("another text", &|| write("letter.md", "---\nlang: en\ntitle: Another\n---\n\nText.\n")),
        ("as long as before", &|| write("letter.md", "---\nlang: en\ntitle: Anothe2\n---\n\nText.\n")),
        ("a translation", &|| write("letter.fr.md", "---\ntitle: Une lettre\n---\nTexte.\n")),
        ("it goes", &|| std::fs::remove_file(path("letter.fr.md")).unwrap()),
        ("another file takes the name", &|| {
            write("new", "name\nBob\n");
            std::fs::rename(path("new"), path("signatories.csv")).unwrap();
        }),
        ("the folder goes", &|| std::fs::rename(folder.path(), folder.beside("away")).unwrap()),
        ("and comes back", &|| std::fs::rename(folder.beside("away"), folder.path()).unwrap()),
    ];
    for (what, change) in changes {
        change();
        assert!(wakes(&mut watch), "{what}");
        assert!(!watch.waits_for(Duration::from_millis(600)), "{what}: once is enough");
    }
}

#[cfg(unix)]
#[test]
fn a_change_of_what_a_link_leads_to_wakes() {
    let folder = Folder::new();
    let link = folder.path().join("signatories.csv");
    std::fs::rename(&link, folder.beside("shared.csv")).unwrap();
    std::os::unix::fs::symlink(folder.beside("shared.csv"), &link).unwrap();
    let mut watch = Watch::start(&[folder.path()]);
    std::fs::write(folder.beside("shared.csv"), "name\nBob\nAda\n").unwrap();
    assert!(wakes(&mut watch));
}

fn watching(folder: &Folder) -> Child {
    Command::new(env!("CARGO_BIN_EXE_open-letter"))
        .args(["publish", "x", "--out", "site", "--watch"])
        .current_dir(folder.beside(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Reads lines until one begins with this text.
fn until(lines: impl Iterator<Item = std::io::Result<String>>, wanted: &str) {
    let mut lines = lines.map_while(Result::ok);
    assert!(lines.any(|line| line.starts_with(wanted)), "the command never said {wanted:?}");
}

/// Linux counts the bytes that a process reads from files.
#[cfg(target_os = "linux")]
#[test]
fn the_command_reads_nothing_while_nothing_changes() {
    let folder = Folder::new().signatories(&generated::table(1, 700));
    let mut command = watching(&folder);
    let mut lines = BufReader::new(command.stdout.take().unwrap()).lines();
    until(&mut lines, "watching for changes");
    let read = || {
        let counts = std::fs::read_to_string(format!("/proc/{}/io", command.id())).unwrap();
        counts.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().to_string()
    };
    std::thread::sleep(Duration::from_secs(1));
    let before = read();
    std::thread::sleep(SOME_SECONDS);
    assert_eq!(read(), before);
    let table = [generated::table(1, 700), "701,Zo Zu,person,,,,,,,\n".into()].concat();
    std::fs::write(folder.path().join("signatories.csv"), table).unwrap();
    until(&mut lines, "x: 701 signatures, 1 more than before; ");
    command.kill().unwrap();
    command.wait().unwrap();
}

#[test]
fn whoever_watches_waits_for_others() {
    let folder = Folder::new();
    let site = Site::open(&folder.out()).unwrap();
    let lock = site.lock(Patience::Short).unwrap();
    let mut command = watching(&folder);
    let reported = BufReader::new(command.stderr.take().unwrap()).lines();
    until(reported, &format!("waiting: open-letter publish (process {}) is working in ", std::process::id()));
    // The holder of the lock may continue.
    Publisher::new(&site, None).unwrap().publish(&folder.path()).unwrap();
    drop(lock);
    let lines = BufReader::new(command.stdout.take().unwrap()).lines();
    until(lines, "watching for changes");
    command.kill().unwrap();
    command.wait().unwrap();
}
