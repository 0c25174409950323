//! A webmaster's project: a folder of sources, beside the packages that `scripts/install-tools hosts` installs.

use crate::packages::packages;
use crate::source;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder under `target/tmp`, emptied first.
pub struct Project {
    folder: PathBuf,
}

impl Project {
    /// A project with only our own files. Each test uses a name of its own.
    pub fn bare(name: &str) -> Project {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosts").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let project = Project { folder };
        for name in ["open-letter.d.ts", "open-letter.react.d.ts"] {
            project.write(name, &source(&format!("integrations/typescript/{name}")));
        }
        project
    }

    /// A project with packages.
    pub fn new(name: &str) -> Project {
        let project = Project::bare(name);
        std::os::unix::fs::symlink(packages(), project.folder.join("node_modules")).unwrap();
        project
    }

    /// The path of a file in the project.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).unwrap();
    }

    /// Copies a file of `tests/hosts/` into the project.
    pub fn copy(&self, path: &str) {
        let name = path.rsplit('/').next().unwrap();
        self.write(name, &source(&format!("tests/hosts/{path}")));
    }

    /// The output of the command in the project's folder, or its error messages.
    pub fn run(&self, command: &str, arguments: &[&str]) -> Result<String, String> {
        let installed = packages().join(".bin").join(command);
        let program = if installed.exists() { installed } else { command.into() };
        let output = Command::new(program).args(arguments).current_dir(&self.folder).output();
        let output = output.unwrap_or_else(|error| panic!("{command}: {error}: run scripts/install-tools hosts"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            Ok(text(&output.stdout))
        } else {
            Err(text(&output.stdout) + &text(&output.stderr))
        }
    }

    /// Checks these files and our declarations with the TypeScript compiler, strictly.
    pub fn check(&self, arguments: &[&str]) -> Result<String, String> {
        let strictly = [
            "--noEmit",
            "--strict",
            "--exactOptionalPropertyTypes",
            "--noUncheckedIndexedAccess",
            "--target",
            "es2022",
            "--lib",
            "es2022,dom,dom.iterable",
        ];
        self.run("tsc", &[&strictly, arguments].concat())
    }
}
