//! Checks that everything the documentation refers to exists: files, headings, tests, make targets.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The folders whose files the pages name by path from the top of the repository.
const FOLDERS: [&str; 8] = ["src", "tests", "docs", "style", "integrations", "examples", "scripts", ".ci"];

/// A page of the documentation.
struct Page {
    /// Its path from the top of the repository.
    path: PathBuf,
    links: Vec<String>,
    /// The anchors of its headings, in GitHub's form.
    anchors: Vec<String>,
    /// The inline code in its sentences.
    code: Vec<String>,
    /// The lines of its commands.
    commands: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<Page> {
    let docs = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let docs = docs.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root().join(name));
    top.into_iter().chain(docs).map(|path| Page::read(&path)).collect()
}

impl Page {
    fn read(path: &Path) -> Page {
        let name = path.strip_prefix(root()).unwrap().to_path_buf();
        Page::parse(name, &fs::read_to_string(path).unwrap())
    }

    fn parse(path: PathBuf, text: &str) -> Page {
        let mut page = Page { path, links: vec![], anchors: vec![], code: vec![], commands: vec![] };
        let (mut heading, mut block) = (None::<String>, None::<String>);
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    page.links.push(dest_url.to_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => page.add_anchor(&heading.take().unwrap_or_default()),
                Event::Start(Tag::CodeBlock(_)) => block = Some(String::new()),
                Event::End(TagEnd::CodeBlock) => {
                    page.commands.extend(block.take().unwrap_or_default().lines().map(str::to_string));
                }
                Event::Code(text) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&text);
                    }
                    page.code.push(text.to_string());
                }
                Event::Text(text) => {
                    if let Some(open) = block.as_mut().or(heading.as_mut()) {
                        open.push_str(&text);
                    }
                }
                _ => {}
            }
        }
        page
    }

    fn add_anchor(&mut self, heading: &str) {
        let kept = heading.to_lowercase().replace(' ', "-");
        let mut anchor: String =
            kept.chars().filter(|char| char.is_alphanumeric() || matches!(char, '-' | '_')).collect();
        let same = self.anchors.iter().filter(|other| **other == anchor).count();
        if same > 0 {
            let _ = write!(anchor, "-{same}");
        }
        self.anchors.push(anchor);
    }

    /// Fails with the page's name in the message.
    #[track_caller]
    fn claim(&self, holds: bool, what: &str) {
        assert!(holds, "{}: {what}", self.path.display());
    }
}

/// The target of a relative link, as a path from the top of the repository.
fn resolve(page: &Path, link: &str) -> PathBuf {
    let mut resolved = page.parent().unwrap_or(page).to_path_buf();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => drop(resolved.pop()),
            part => resolved.push(part),
        }
    }
    resolved
}

/// Why a link of a page is broken; `None` if it works, or leads to another website.
fn fault(page: &Page, link: &str, anchors: &BTreeMap<PathBuf, Vec<String>>) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let file = if path.is_empty() { page.path.clone() } else { resolve(&page.path, path) };
    if !root().join(&file).exists() {
        return Some(format!("{link}: there is no {}", file.display()));
    }
    let there = anchors.get(&file);
    let found = anchor.is_empty() || there.is_some_and(|anchors| anchors.iter().any(|one| one == anchor));
    (!found).then(|| format!("{link}: {} has no heading #{anchor}: {there:?}", file.display()))
}

fn anchors(pages: &[Page]) -> BTreeMap<PathBuf, Vec<String>> {
    pages.iter().map(|page| (page.path.clone(), page.anchors.clone())).collect()
}

#[test]
fn every_relative_link_leads_to_a_file_and_a_heading() {
    let pages = pages();
    let anchors = anchors(&pages);
    let mut links = 0;
    for page in &pages {
        for link in &page.links {
            links += 1;
            let fault = fault(page, link, &anchors);
            page.claim(fault.is_none(), &fault.unwrap_or_default());
        }
    }
    assert!(links > 50, "only {links} links were found");
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let text = "# A page\n\n## What it is: `code`\n\n## Twice\n\n## Twice\n\n[a](#what-it-is-code) [b](#twice-1)";
    let page = Page::parse("docs/embedding.md".into(), text);
    let anchors = anchors(std::slice::from_ref(&page));
    assert_eq!(page.links, ["#what-it-is-code", "#twice-1"]);
    for link in ["#a-page", "#what-it-is-code", "#twice-1", "../README.md", "publishing.md", "https://a.example/b.md"] {
        assert_eq!(fault(&page, link, &anchors), None, "{link}");
    }
    for link in ["#twice-2", "README.md", "../docs/none.md", "../README.md#no-such-heading"] {
        assert!(fault(&page, link, &anchors).is_some(), "{link}");
    }
}

#[test]
fn every_file_that_is_named_is_there() {
    let mut named = 0;
    for page in pages() {
        for code in &page.code {
            let is_path = code.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder));
            if is_path && !code.contains([' ', '<', '*', '…']) {
                named += 1;
                page.claim(root().join(code).exists(), &format!("there is no {code}"));
            }
        }
    }
    assert!(named > 10, "only {named} paths were found");
}

/// Whether code is a test's name, which begins with its target's: `publish::names::a_claim`.
fn is_test(code: &str) -> bool {
    let Some((target, claim)) = code.split_once("::") else { return false };
    let is_word = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || matches!(char, '_' | ':');
    let tests = root().join("tests");
    let is_target = tests.join(target).is_dir() || tests.join(format!("{target}.rs")).is_file();
    !target.is_empty() && is_target && claim.chars().all(is_word)
}

/// Whether the sources contain that test.
fn has_test(name: &str) -> bool {
    let (module, claim) = name.rsplit_once("::").unwrap();
    let path = root().join("tests").join(module.replace("::", "/"));
    let files = [path.with_extension("rs"), path.join("mod.rs"), path.join("main.rs")];
    let claims = files.iter().filter_map(|file| fs::read_to_string(file).ok());
    claims.into_iter().any(|source| source.contains(&format!("fn {claim}(")))
}

#[test]
fn every_test_that_is_named_is_there() {
    let mut tests = 0;
    for page in pages() {
        for name in page.code.iter().filter(|code| is_test(code)) {
            tests += 1;
            page.claim(has_test(name), &format!("there is no test {name}"));
        }
    }
    assert!(tests > 30, "only {tests} names of tests were found");
    assert!(has_test("docs::every_test_that_is_named_is_there") && !has_test("docs::no_such_test"));
}

/// Each promise about security is in a table, beside its test.
#[test]
fn every_promise_names_its_test() {
    let text = fs::read_to_string(root().join("docs/security.md")).unwrap();
    let mut promises = 0;
    let mut in_table = false;
    for line in text.lines() {
        if line.starts_with('|') && line.ends_with("| test |") {
            in_table = true;
        } else if !line.starts_with('|') {
            in_table = false;
        } else if in_table && !line.starts_with("|-") {
            promises += 1;
            let last = line.trim_end_matches('|').rsplit('|').next().unwrap();
            assert!(last.split('`').any(is_test), "no test for: {line}");
        }
    }
    assert!(promises > 20, "only {promises} promises were found");
}

#[test]
fn every_make_target_and_test_that_is_called_is_there() {
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    let has_target = |name: &str| makefile.lines().any(|line| line.starts_with(&format!("{name}:")));
    let after = |code: &str, word: &str| -> Vec<String> {
        let words: Vec<&str> = code.split_whitespace().collect();
        words.windows(2).filter(|pair| pair[0] == word).map(|pair| pair[1].to_string()).collect()
    };
    for page in pages() {
        for code in page.code.iter().chain(&page.commands) {
            if code.starts_with("make ") {
                let name = code.split_whitespace().nth(1).unwrap();
                page.claim(has_target(name), &format!("there is no target for {code}"));
            }
            for name in after(code, "--test") {
                let there =
                    root().join("tests").join(&name).is_dir() || root().join(format!("tests/{name}.rs")).is_file();
                page.claim(there, &format!("there is no test target for {code}"));
            }
            for name in after(code, "--example") {
                let there = root().join(format!("examples/{name}.rs")).is_file();
                page.claim(there, &format!("there is no example for {code}"));
            }
        }
    }
}

/// An archive of a release has the documentation, and not the rest of the repository.
#[test]
fn the_documentation_in_an_archive_links_to_files_that_are_in_it() {
    let script = fs::read_to_string(root().join("scripts/release")).unwrap();
    let copied = script.lines().find_map(|line| line.trim().strip_prefix("cp -r --parents ")).unwrap();
    let packed: Vec<&str> = copied.split(' ').chain(["LICENSE", "CHANGELOG.md"]).collect();
    let pages = pages().into_iter().filter(|page| packed.iter().any(|packed| page.path.starts_with(packed)));
    for page in pages {
        for link in page.links.iter().filter(|link| !link.contains("://") && !link.starts_with(['#', 'm'])) {
            let file = resolve(&page.path, link.split('#').next().unwrap());
            page.claim(packed.iter().any(|packed| file.starts_with(packed)), &format!("{link} is in no archive"));
        }
    }
}

/// Nobody sees a fault of the workflow before the next release.
#[test]
fn the_release_workflow_calls_what_is_there() {
    let workflow = fs::read_to_string(root().join(".github/workflows/release.yml")).unwrap();
    let makefile = fs::read_to_string(root().join("Makefile")).unwrap();
    let runs: Vec<&str> = workflow.lines().filter_map(|line| line.split_once("run: ")).map(|(_, run)| run).collect();
    let targets: Vec<&str> = runs.iter().filter_map(|run| run.strip_prefix("make ")).collect();
    assert_eq!(targets, ["release"]);
    assert!(makefile.contains("\nrelease:"), "no target release");
    let scripts = makefile.split("\nrelease:").nth(1).unwrap().split("\n\n").next().unwrap();
    let is_end = |char: char| char.is_whitespace() || char == '"';
    let named = [scripts, &workflow].into_iter().flat_map(|text| text.split("scripts/").skip(1));
    for script in named.map(|rest| rest.split(is_end).next().unwrap()) {
        assert!(root().join("scripts").join(script).is_file(), "there is no scripts/{script}");
    }
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains(concat!("\n## ", env!("CARGO_PKG_VERSION"), ", ")), "no section for this version");
}

#[test]
fn a_pinned_script_is_that_of_this_release() {
    let pinned = format!("open-letter-{}.js", env!("CARGO_PKG_VERSION"));
    let mut named = 0;
    for page in pages() {
        let words = page.commands.iter().chain(&page.code).flat_map(|code| code.split(['/', '"']));
        for word in words.filter(|word| {
            word.starts_with("open-letter-") && Path::new(word).extension().is_some_and(|end| end == "js")
        }) {
            let version = word.trim_start_matches("open-letter-");
            if version.starts_with(|char: char| char.is_ascii_digit()) {
                named += 1;
                page.claim(word == pinned, &format!("{word} is not {pinned}"));
            }
        }
    }
    assert!(named > 0, "no pinned script was found");
}

#[test]
fn the_readme_leads_to_every_page() {
    let pages = pages();
    let readme = &pages[0];
    for page in &pages[1..] {
        let path = page.path.to_string_lossy();
        readme.claim(readme.links.iter().any(|link| *link == path), &format!("no link to {path}"));
    }
}

/// Without `crossorigin` a browser uses one connection for the script and another one for its files.
#[test]
fn every_tag_of_our_script_has_crossorigin() {
    let pages = fs::read_dir(root().join("tests/pages")).unwrap().map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|end| end == "html"));
    let docs =
        fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let others = ["README.md", "index.html", "src/lib.rs"].map(|name| root().join(name));
    let (mut tags, mut without) = (0, Vec::new());
    for path in pages.chain(docs).chain(others) {
        let text = fs::read_to_string(&path).unwrap();
        let scripts = text.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
        for tag in scripts.filter(|tag| tag.contains("open-letter")) {
            tags += 1;
            if !tag.to_ascii_lowercase().contains("crossorigin") {
                without.push(format!("{}: <script{tag}>", path.display()));
            }
        }
    }
    assert!(tags > 50, "{tags}");
    assert!(without.is_empty(), "{}", without.join("\n"));
}
