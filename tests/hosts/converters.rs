//! The converters of real hosts, to which webmasters give a snippet among their own text.

use crate::packages::{packages, tools};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A converter, by the file in `tests/hosts/converters/` that runs it.
#[derive(Clone, Copy, Debug)]
pub struct Converter {
    /// Its name in tests and in the documentation.
    pub name: &'static str,
    program: &'static str,
    script: &'static str,
}

/// Those that `scripts/install-tools hosts` installs.
pub const QUICK: [Converter; 3] = [
    Converter { name: "markdown-it", program: "node", script: "markdown-it.mjs" },
    Converter { name: "MDX", program: "node", script: "mdx.mjs" },
    Converter { name: "Python-Markdown", program: "python3", script: "python-markdown.py" },
];

/// Those that `make hosts` installs besides.
pub const SLOW: [Converter; 3] = [
    Converter { name: "Hugo", program: "bash", script: "hugo.sh" },
    Converter { name: "kramdown", program: "ruby", script: "kramdown.rb" },
    Converter { name: "wpautop", program: "php", script: "wpautop.php" },
];

impl Converter {
    /// A page's text with the snippet in it, as HTML.
    pub fn convert(self, snippet: &str) -> String {
        let text = format!("Before the letter.\n\n{}\n\nAfter the letter.\n", snippet.trim_end());
        let script = self.within_packages();
        let includes = tools().join("wordpress/wp-includes");
        let mut command = Command::new(self.program);
        command.arg(&script).env("PYTHONPATH", tools().join("python"));
        if self.name == "wpautop" {
            command.arg(&includes);
        }
        run(&mut command, &text).unwrap_or_else(|error| panic!("{}: {error}", self.name))
    }

    /// The version of what is installed.
    #[allow(dead_code, reason = "the browser tests don't write down what was tried")]
    pub fn version(self) -> String {
        let read = |path: PathBuf| std::fs::read_to_string(path).unwrap_or_default();
        let quoted = |text: &str, before: &str| {
            let (_, rest) = text.split_once(before)?;
            rest.split(['"', '\'']).nth(1).map(str::to_string)
        };
        let package = |name: &str| quoted(&read(packages().join(name).join("package.json")), "\"version\":");
        let version = match self.name {
            "markdown-it" => package("markdown-it"),
            "MDX" => package("@mdx-js/mdx"),
            "Python-Markdown" => {
                let code = "from importlib.metadata import version; print(version('markdown'))";
                let path = tools().join("python");
                run(Command::new("python3").args(["-c", code]).env("PYTHONPATH", path), "").ok()
            }
            "Hugo" => {
                let version = run(Command::new("hugo").arg("version"), "").unwrap_or_default();
                version
                    .split_once(" v")
                    .map(|(_, rest)| rest.split(['-', '+', ' ']).next().unwrap_or_default().to_string())
            }
            "kramdown" => run(Command::new("ruby").args(["-e", "require 'kramdown'; puts Kramdown::VERSION"]), "").ok(),
            _ => quoted(&read(tools().join("wordpress/wp-includes/version.php")), "$wp_version ="),
        };
        version.expect("it has a version").trim().to_string()
    }

    /// The script, in a folder from which Node.js finds the packages.
    fn within_packages(self) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("converters");
        std::fs::create_dir_all(&folder).unwrap();
        let link = folder.join("node_modules");
        if !link.exists() {
            // Another test may make it at the same time.
            let _ = std::os::unix::fs::symlink(packages(), &link);
        }
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts/converters").join(self.script);
        if self.program != "node" {
            return source;
        }
        copy(&source, &folder.join(self.script))
    }
}

/// What each page shows of a letter: a list of faults a page. `pages` is a page's HTML with the texts that must be there.
#[allow(dead_code, reason = "the browser tests look for themselves")]
pub fn faults(pages: &[(String, Vec<String>)]) -> Vec<Vec<String>> {
    let look = Converter { name: "look", program: "node", script: "look.mjs" };
    let pages: Vec<_> = pages.iter().map(|(html, texts)| serde_json::json!({ "html": html, "texts": texts })).collect();
    let input = serde_json::to_string(&pages).unwrap();
    let output = run(Command::new("node").arg(look.within_packages()), &input).unwrap();
    serde_json::from_str(&output).unwrap()
}

/// A copy that is there whole at any moment: tests run at the same time.
fn copy(from: &Path, to: &Path) -> PathBuf {
    let text = std::fs::read(from).unwrap();
    if std::fs::read(to).is_ok_and(|there| there == text) {
        return to.to_path_buf();
    }
    let folder = to.parent().unwrap();
    let unfinished = tempfile::NamedTempFile::new_in(folder).unwrap();
    std::fs::write(unfinished.path(), text).unwrap();
    unfinished.persist(to).unwrap();
    to.to_path_buf()
}

/// The output of a command that reads `input`, or its error messages.
fn run(command: &mut Command, input: &str) -> Result<String, String> {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut process = started.map_err(|error| format!("{error}: run scripts/install-tools hosts, or make hosts"))?;
    process.stdin.take().unwrap().write_all(input.as_bytes()).map_err(|error| error.to_string())?;
    let output = process.wait_with_output().map_err(|error| error.to_string())?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}
