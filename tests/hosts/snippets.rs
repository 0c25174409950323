//! The code on the page for webmasters, exactly as published.

use crate::manifest::manifest;
use crate::page::{snippet, snippets};
use crate::project::Project;
use std::collections::BTreeSet;

const BUNDLER: [&str; 6] = ["--module", "preserve", "--moduleResolution", "bundler", "--jsx", "react-jsx"];

#[test]
fn typescript_compiles() {
    let project = Project::bare("snippet-ts");
    project.write("snippet.ts", &snippet("TypeScript", "ts"));
    project.check(&[&BUNDLER[..], &["snippet.ts"]].concat()).unwrap();
}

#[test]
fn react_compiles() {
    let project = Project::new("snippet-tsx");
    project.write("snippet.tsx", &snippet("React 19", "tsx"));
    project.check(&[&BUNDLER[..], &["snippet.tsx", "open-letter.react.d.ts"]].concat()).unwrap();
}

#[test]
fn vue_compiles_to_an_element_and_not_to_a_component() {
    let project = Project::new("snippet-vue");
    project.copy("compilers/vue.mjs");
    project.write("Campaign.vue", &snippet("Vue 3", "vue"));
    project.write("vite.config.ts", &snippet("Vue 3", "ts"));
    // The plugin returns its options, which then go to its compiler.
    project.write("plugin.mjs", "export default (options) => options;");
    let bundle = ["--bundle", "--format=esm", "--alias:@vitejs/plugin-vue=./plugin.mjs", "--outfile=config.mjs"];
    project.run("esbuild", &[&["vite.config.ts", "--log-level=warning"], &bundle[..]].concat()).unwrap();
    let code = project.run("node", &["vue.mjs", "Campaign.vue", "./config.mjs"]).unwrap();
    assert!(code.contains(r#"_createElementVNode("open-letter", {"#), "{code}");
    assert!(code.contains(r#""heading-level": "3""#), "{code}");
    assert!(code.contains("onOpenLetterCount: counted"), "{code}");
}

#[test]
fn svelte_compiles_without_a_warning() {
    let project = Project::new("snippet-svelte");
    project.copy("compilers/svelte.mjs");
    project.write("Campaign.svelte", &snippet("Svelte 5", "svelte"));
    let code = project.run("node", &["svelte.mjs", "Campaign.svelte"]).unwrap();
    assert!(code.contains("'heading-level', '3'"), "{code}");
    assert!(code.contains("$.event('open-letter-count', open_letter, counted)"), "{code}");
}

#[test]
fn html_has_known_attributes_only() {
    let manifest = manifest();
    let known: BTreeSet<&str> = manifest.names("attributes").into_iter().collect();
    let editors = "Drupal, Squarespace, Wix and other editors";
    let html = [snippets("HTML", "html"), snippets(editors, "html")].concat();
    assert_eq!(html.len(), 5);
    let tags = || html.iter().flat_map(|code| code.split('<').skip(1));
    let frames: Vec<&str> = tags().filter(|tag| tag.starts_with("iframe ")).collect();
    assert_eq!(frames.len(), 1);
    assert!(frames[0].contains("allow=\"clipboard-write; web-share\""), "{} lets nobody share", frames[0]);
    let (_, query) = frames[0].split_once("embed.html?letter=").expect("a frame names its letter");
    for name in query.split('"').next().unwrap().split("&amp;").skip(1).filter_map(|pair| pair.split('=').next()) {
        assert!(known.contains(name), "{name} in {query}");
    }
    // Links and frames are standard HTML.
    let own = |tag: &&str| !tag.starts_with(['/', 'a', 'i']);
    for tag in tags().filter(own) {
        let names = tag.split(['>', ' ']).skip(1).filter_map(|word| word.split_once('=')).map(|(name, _)| name);
        for name in names {
            let plain = name.strip_prefix("data-").unwrap_or(name);
            assert!(known.contains(plain) || matches!(name, "data-letter" | "data-open-letter"), "{name} in <{tag}");
        }
    }
}

#[test]
fn what_drupal_is_to_keep_has_every_attribute() {
    let page = crate::source("docs/embedding.md");
    let (_, tag) = page.split_once("`<open-letter ").unwrap();
    let listed: BTreeSet<&str> = tag.split_once('>').unwrap().0.split(' ').collect();
    assert_eq!(listed, manifest().names("attributes").into_iter().collect());
}
