//! The guide for coordinators: runs all its commands, in order and unchanged.

use std::path::Path;
use std::process::{Command, Output, Stdio};

const GUIDE: &str = include_str!("../../docs/publishing.md");

/// A fenced block, and the line of text before it.
struct Block<'g> {
    kind: &'g str,
    before: &'g str,
    text: String,
}

fn blocks() -> Vec<Block<'static>> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut before) = (false, "");
    for line in GUIDE.lines() {
        match (open, line.strip_prefix("```")) {
            (false, Some(kind)) => {
                open = true;
                blocks.push(Block { kind, before, text: String::new() });
            }
            (true, Some(_)) => open = false,
            (true, None) => blocks.last_mut().unwrap().text.extend([line, "\n"]),
            (false, None) => before = line,
        }
    }
    blocks
}

/// Runs a line in that folder, as a shell does.
fn run(line: &str, folder: &Path) -> Output {
    let command = line.replacen("open-letter", env!("CARGO_BIN_EXE_open-letter"), 1);
    let mut shell = Command::new("sh");
    shell.args(["-c", &command]).current_dir(folder).stdin(Stdio::null()).output().unwrap()
}

#[test]
fn each_command_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut commands = 0;
    for Block { kind, before, text } in blocks() {
        match kind {
            "csv" => std::fs::write(folder.path().join(before.trim_matches('`')), text).unwrap(),
            "sh" => {
                for line in text.lines() {
                    commands += 1;
                    // These would run without end.
                    if line.starts_with("open-letter serve")
                        || [" --watch", " --every"].iter().any(|word| line.contains(word))
                    {
                        let verb = line.split(' ').nth(1).unwrap_or_default();
                        assert!(run(&format!("open-letter {verb} --help"), folder.path()).status.success(), "{line}");
                        continue;
                    }
                    let Output { status, stdout, stderr } = run(line, folder.path());
                    let [stdout, stderr] = [stdout, stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                    assert!(status.success(), "{line}\n{stdout}\n{stderr}");
                }
            }
            _ => {}
        }
    }
    assert_eq!(commands, 10);
    let letter = std::fs::read_to_string(folder.path().join("site/letters/my-letter/letter.json")).unwrap();
    let letter: serde_json::Value = serde_json::from_str(&letter).unwrap();
    // One from the starter, and three from the export, of which one counts without a name.
    assert_eq!(letter["signatures"]["count"], 4);
    assert!(["Zabel", "ada@example.org"].iter().all(|text| !letter.to_string().contains(text)));
    for form in ["", ".tag", ".iframe", ".badge"] {
        let name = format!("snippet{form}.html");
        assert!(GUIDE.contains(&format!("`{name}`")), "{name}");
        assert!(folder.path().join("site/letters/my-letter").join(&name).is_file(), "{name}");
    }
}
