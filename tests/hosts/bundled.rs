//! The npm package, installed from its archive, in an application that each bundler builds, on a page that a server has
//! rendered. The site of the letter has no widget: all files come from the package.

use crate::packages::{packages, version};
use crate::project::Project;
use crate::tried;
use open_letter::files::Site;
use open_letter::publish::Publisher;
use open_letter::serve::Server;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

const TITLE: &str = "data-ready=\"Letter to Government of Canada by Hayren Partners and 21 NGOs (h3)\"";

/// What Chromium makes of the page, in the end.
fn dump(url: &str) -> String {
    let options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=30000", "--dump-dom", url];
    let output = Command::new("chromium").args(options).output().expect("run scripts/install-tools browsers");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn bundlers_find_the_files_of_the_package() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(Command::new(top.join("scripts/pack")).arg("npm").status().unwrap().success());
    let archive = std::fs::read_dir(top.join("target/npm")).unwrap().flatten().map(|entry| entry.path());
    let archive = archive.into_iter().find(|path| path.extension().is_some_and(|end| end == "tgz")).unwrap();

    let project = Project::bare("bundled");
    for name in ["letter.js", "main.js", "server.js"] {
        project.copy(&format!("bundled/{name}"));
    }
    project.write("package.json", "{ \"private\": true, \"type\": \"module\" }");
    let install =
        ["install", "--offline", "--silent", "--no-save", "--no-audit", "--no-fund", archive.to_str().unwrap()];
    project.run("npm", &install).unwrap();
    for name in ["react", "react-dom", "scheduler"] {
        let _ = std::fs::remove_dir_all(project.path("node_modules").join(name));
        symlink(packages().join(name), project.path("node_modules").join(name)).unwrap();
    }
    let rendered = project.run("node", &["--preserve-symlinks", "server.js"]).unwrap();
    assert!(rendered.starts_with("<open-letter src=\"/letters/canada-artsakh-2023/letter.json\" heading-level=\"3\">"));
    let page = |script: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>App</title></head><body>\
             <div id=\"app\">{}</div>{script}</body></html>",
            rendered.trim_end()
        )
    };

    let site = Site::open(&project.path("site")).unwrap();
    Publisher::new(&site, None).unwrap().publish(&top.join("letters/canada-artsakh-2023")).unwrap();
    let root = site.root();
    for name in ["esbuild", "webpack"] {
        std::fs::create_dir_all(root.join(name)).unwrap();
        std::fs::write(root.join(name).join("index.html"), page("<script type=\"module\" src=\"main.js\"></script>"))
            .unwrap();
    }
    let environment = "--define:process.env.NODE_ENV=\"production\"";
    let esbuild =
        ["main.js", "--bundle", "--format=esm", "--outfile=site/esbuild/main.js", "--preserve-symlinks", environment];
    project.run("esbuild", &esbuild).unwrap();
    project.run("cp", &["-r", "node_modules/@open-letter/element/files", "site/esbuild/files"]).unwrap();
    let path = root.join("webpack").display().to_string();
    let public = ["--output-filename", "main.js", "--output-public-path", "auto", "--no-resolve-symlinks"];
    let webpack = ["--mode", "production", "--entry", "./main.js", "--output-path", &path];
    project.run("webpack", &[&webpack[..], &public].concat()).unwrap();
    project.write("index.html", &page("<script type=\"module\" src=\"/main.js\"></script>"));
    project.write("vite.config.js", "export default { base: \"/vite/\", resolve: { preserveSymlinks: true } };");
    project.run("vite", &["build", "--logLevel", "warn", "--outDir", "site/vite"]).unwrap();

    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let server = runtime.block_on(Server::bind(root, 0)).unwrap();
    let origin = format!("http://{}", server.address().unwrap());
    runtime.spawn(server.run());
    for name in ["esbuild", "webpack", "vite"] {
        let shown = dump(&format!("{origin}/{name}/"));
        assert!(shown.contains(TITLE), "{name}: {shown}");
        assert!(shown.contains("data-count=\"22\"") && !shown.contains("data-fault="), "{name}: {shown}");
        tried::record(name, &version(name), &[("npm package, hydrated by React".to_string(), true)]);
    }
}
