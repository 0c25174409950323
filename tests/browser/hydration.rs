//! The examples of `docs/embedding.md` for React, Vue and Svelte, on pages that a server has rendered. The widget may be
//! there before the framework, with its first events already over.

use crate::answer::Answer;
use crate::embedding::snippet;
use crate::origins::tests;
use crate::packages::packages;
use crate::page::{COUNT, Page, SMALL};
use serde_json::json;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

/// The letter of the examples.
const SRC: &str = "https://letters.example/letters/canada-artsakh-2023/letter.json";

/// The letter whose page for partners is opened.
const LETTER: &str = "/letters/night-bus-2026/letter.json";

/// An example as the server sends it, and the script that hydrates it.
struct Built {
    html: String,
    script: String,
}

/// The same, compiled once.
type Shared = Arc<OnceLock<Built>>;

/// The name of a framework, its heading in the documentation, the ending of its components, and of its entries here.
struct Framework(&'static str, &'static str, &'static str, &'static str);

impl Framework {
    /// The compiled example. The browsers share it.
    fn built(&self) -> Shared {
        static BUILT: LazyLock<Mutex<HashMap<&str, Shared>>> = LazyLock::new(Mutex::default);
        let cell = BUILT.lock().unwrap_or_else(PoisonError::into_inner).entry(self.0).or_default().clone();
        cell.get_or_init(|| self.build());
        cell
    }

    /// Compiles the example with the framework's development build, which has all warnings. Both sides of it: `server`
    /// and `client`.
    fn build(&self) -> Built {
        let Framework(name, heading, component, entry) = self;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hydration").join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::os::unix::fs::symlink(packages(), folder.join("node_modules")).unwrap();
        std::fs::write(folder.join(format!("Campaign.{component}")), snippet(heading, component)).unwrap();
        for file in std::fs::read_dir(tests("hosts/hydration")).unwrap().flatten() {
            std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
        let compiler = format!("{name}.compile.mjs");
        if folder.join(&compiler).exists() {
            run(&folder, "node".into(), &[&compiler]);
        }
        let bundle = |side: &str, options: &[&str]| {
            let source = format!("{name}.{side}.{entry}");
            let common = ["--bundle", "--jsx=automatic", "--conditions=development", "--log-level=warning"];
            run(&folder, packages().join(".bin/esbuild"), &[&[source.as_str()], &common[..], options].concat())
        };
        let require =
            "--banner:js=import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
        bundle("server", &["--platform=node", "--format=esm", "--outfile=server.mjs", require]);
        let script = bundle(
            "client",
            &[
                "--define:process.env.NODE_ENV=\"development\"",
                "--define:__VUE_OPTIONS_API__=true",
                "--define:__VUE_PROD_DEVTOOLS__=false",
                "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=true",
            ],
        );
        Built { html: run(&folder, "node".into(), &["server.mjs"]).trim_end().to_string(), script }
    }
}

/// What a command prints.
fn run(folder: &Path, program: PathBuf, arguments: &[&str]) -> String {
    let output = Command::new(&program).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}: {}", program.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

async fn shows_the_count_whichever_comes_first(page: &Page, framework: Framework) {
    let built = tokio::task::spawn_blocking(move || framework.built()).await.unwrap();
    let built = built.get().unwrap();
    let src = page.files.url(SMALL);
    page.host.answer("/app.js", Answer::text("text/javascript; charset=utf-8", &built.script.replace(SRC, &src)));
    let body = format!("<div id=\"app\">{}</div>", built.html.replace(SRC, &src));
    for is_widget_first in [true, false] {
        page.files.restore(COUNT);
        let gate = (!is_widget_first).then(|| page.files.hold("/open-letter.js"));
        page.open_body(&body).await;
        if is_widget_first {
            page.until("events('count').length && events('ready').length").await;
        }
        page.run(
            "window.first = letter();
            const script = Object.assign(document.createElement('script'), { src: '/app.js' });
            script.onload = () => (window.is_hydrating = true);
            document.body.append(script);",
        )
        .await;
        page.until("window.is_hydrating").await;
        if let Some(gate) = gate {
            gate.open();
        }
        let says = "text(document.querySelector('#app > p'))";
        page.until(&format!("{says} === '3 have signed.'")).await;
        let count = json!({ "count": 5, "updated": "2099-01-01T00:00:00Z" });
        page.files.answer(COUNT, Answer::json(&count));
        page.until(&format!("{says} === '5 have signed.' || (letter().update(), false)")).await;
        assert!(page.is("letter() === first && shown(part('title')) && heading().localName === 'h3'").await);
        assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
    }
}

pub async fn in_a_react_page_the_count_shows_whichever_comes_first(page: Page) {
    shows_the_count_whichever_comes_first(&page, Framework("react", "React 19", "tsx", "tsx")).await;
}

pub async fn in_a_vue_page_it_does_too(page: Page) {
    shows_the_count_whichever_comes_first(&page, Framework("vue", "Vue 3", "vue", "js")).await;
}

pub async fn in_a_svelte_page_it_does_too(page: Page) {
    shows_the_count_whichever_comes_first(&page, Framework("svelte", "Svelte 5", "svelte", "js")).await;
}

/// The code that the page for partners gives for React, pasted as it is. The widget is there before React.
pub async fn what_partners_paste_into_react_is_taken_over_without_a_word(page: Page) {
    page.go(&page.files.url("/letters/night-bus-2026/partners/")).await;
    page.until("!document.getElementById('choose').hidden").await;
    page.run(
        "const { host } = document.getElementById('choose').elements;
         host.value = 'react';
         host.dispatchEvent(new Event('input', { bubbles: true }));",
    )
    .await;
    let code = page.get("document.getElementById('code').value").await;
    // The addresses of a site that was published without its own.
    let code = code.as_str().unwrap().replace("\"letter.json\"", &format!("{:?}", page.files.url(LETTER)));
    let code = code.replace("../../open-letter.js", &page.files.url("/open-letter.js"));
    assert!(code.starts_with("<><div data-open-letter=\"http"), "{code}");
    let (html, script) = tokio::task::spawn_blocking(move || pasted(&code)).await.unwrap();
    page.host.answer("/app.js", Answer::text("text/javascript; charset=utf-8", &script));
    page.open_body(&format!("<div id=\"app\">{html}</div>")).await;
    page.until("events('ready').length").await;
    page.run(
        "window.first = letter();
         document.body.append(Object.assign(document.createElement('script'), { src: '/app.js' }));",
    )
    .await;
    page.until("document.getElementById('app').dataset.turn === '2'").await;
    assert!(page.is("letter() === first && shown(part('title')) && letter().closest('[data-open-letter]')").await);
    assert!(page.is("document.querySelectorAll('open-letter').length === 1").await);
    assert_eq!(page.get("[...recorded.errors, ...recorded.warnings]").await, json!([]));
}

/// A page with the code, as the server sends it, and its script, which renders it a second time. Both with React's strict
/// mode and warnings.
fn pasted(code: &str) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(packages(), folder.path().join("node_modules")).unwrap();
    let page = format!(
        "import {{ StrictMode, useEffect, useState }} from \"react\";
        export function Page() {{
          const [turn, setTurn] = useState(1);
          useEffect(() => {{
            document.getElementById(\"app\")!.dataset.turn = String(turn);
            setTurn(2);
          }}, [turn]);
          return <StrictMode><p>Turn {{turn}}</p>{code}</StrictMode>;
        }}"
    );
    std::fs::write(folder.path().join("Page.tsx"), page).unwrap();
    let entries = [
        (
            "server",
            "import { renderToString } from \"react-dom/server\"; import { Page } from \"./Page\"; console.log(renderToString(<Page />));",
        ),
        (
            "client",
            "import { hydrateRoot } from \"react-dom/client\"; import { Page } from \"./Page\"; hydrateRoot(document.getElementById(\"app\")!, <Page />);",
        ),
    ];
    let [server, client] = entries.map(|(name, entry)| {
        std::fs::write(folder.path().join(format!("{name}.tsx")), entry).unwrap();
        let source = format!("{name}.tsx");
        let platform = if name == "server" { "--platform=node" } else { "--platform=browser" };
        let environment = "--define:process.env.NODE_ENV=\"development\"";
        let options = [&source, "--bundle", "--jsx=automatic", "--log-level=warning", platform, environment];
        run(folder.path(), packages().join(".bin/esbuild"), &options)
    });
    std::fs::write(folder.path().join("server.cjs"), server).unwrap();
    (run(folder.path(), "node".into(), &["server.cjs"]).trim_end().to_string(), client)
}
