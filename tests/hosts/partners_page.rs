//! The code that the page for partners gives for frameworks, pasted as it is, and nothing else done: it compiles, and
//! what comes out has the letter once.

use crate::converters::{QUICK, faults};
use crate::packages::version;
use crate::pasted::published;
use crate::project::Project;
use crate::tried;
use open_letter::publish::hosts::HOSTS;
use serde_json::Value;

const TITLE: &str = "A *letter* of [gallery] & {braces}";

/// The codes for each website, with these choices.
fn codes(project: &Project, choices: &str) -> Value {
    let site = published(project);
    project.copy("partners/codes.mjs");
    let files = std::fs::read_dir(&site).unwrap().flatten().map(|entry| entry.path());
    let is_script = |name: &str| name.starts_with("open-letter-partners-");
    let script = files.into_iter().find(|path| path.file_name().and_then(|name| name.to_str()).is_some_and(is_script));
    let page = site.join("letters/x/partners/index.html");
    let arguments = ["codes.mjs", page.to_str().unwrap(), script.as_ref().unwrap().to_str().unwrap(), choices];
    serde_json::from_str(&project.run("node", &arguments).unwrap()).unwrap()
}

#[track_caller]
fn code<'c>(codes: &'c Value, host: &str) -> &'c str {
    codes[host]["code"].as_str().unwrap_or_else(|| panic!("no {host}"))
}

fn around(code: &str) -> String {
    format!("<main><p>Before the letter.</p>{code}<p>After the letter.</p></main>")
}

#[track_caller]
fn has_the_letter_once(html: &str, texts: &[&str]) {
    let texts = texts.iter().map(|text| (*text).to_string()).collect();
    assert_eq!(faults(&[(html.to_string(), texts)]), [Vec::<String>::new()], "{html}");
}

/// Without our declarations, which nobody has copied yet.
#[test]
fn in_a_react_component_it_compiles_and_is_typed() {
    for choices in ["{}", r#"{ "show": "count sign", "theme": "dark", "partner": "choir" }"#] {
        let project = Project::new("partners-react");
        let codes = codes(&project, choices);
        let page = format!("export default function Page() {{\n  return {};\n}}\n", code(&codes, "react"));
        project.write("page.tsx", &page);
        let modules = ["--module", "preserve", "--moduleResolution", "bundler", "--jsx", "react-jsx", "--types", ""];
        project.check(&[&modules[..], &["page.tsx"]].concat()).unwrap();
        project.write(
            "page.tsx",
            &page.replace("<>", "<main><p>Before the letter.</p>").replace("</>", "<p>After the letter.</p></main>"),
        );
        let bundle = ["page.tsx", "--jsx=automatic", "--outfile=page.js", "--log-level=warning", "--format=esm"];
        project.run("esbuild", &bundle).unwrap();
        project.copy("partners/react.mjs");
        project.write("package.json", "{ \"type\": \"module\" }");
        let html = project.run("node", &["react.mjs"]).unwrap();
        assert_eq!(
            html.matches(
                "<script async=\"\" crossorigin=\"anonymous\" src=\"https://letters.example/open-letter.js\">"
            )
            .count(),
            1,
            "{html}"
        );
        has_the_letter_once(&html, &[TITLE]);
        let has_choices = html.contains(" data-show=\"count sign\" data-theme=\"dark\" data-partner=\"choir\"");
        assert_eq!(has_choices, choices != "{}", "{html}");
    }
}

#[test]
fn in_mdx_it_is_there_once() {
    let codes = codes(&Project::new("partners-mdx"), "{}");
    assert_eq!(code(&codes, "docusaurus"), code(&codes, "react"));
    let mdx = QUICK.iter().find(|converter| converter.name == "MDX").unwrap();
    has_the_letter_once(&mdx.convert(code(&codes, "docusaurus")), &[TITLE]);
}

/// In its development mode, Vue stops at a script in a template.
#[test]
fn in_a_vue_template_it_compiles_without_a_setting() {
    for choices in ["{}", r#"{ "show": "count sign" }"#] {
        let project = Project::new("partners-vue");
        let codes = codes(&project, choices);
        project.copy("partners/vue.mjs");
        for host in ["vue", "nuxt", "vitepress", "angular"] {
            let code = code(&codes, host);
            assert!(
                code.starts_with("<div data-open-letter=\"https://letters.example/letters/x/letter.json\""),
                "{code}"
            );
            assert!(!code.contains("<script") && !code.contains("open-letter>"), "{code}");
            assert_eq!(code.contains(" data-show=\"count sign\""), choices != "{}", "{code}");
            // Angular reads these in texts.
            assert!(!code.contains(['@', '{', '}']), "{code}");
            has_the_letter_once(&around(code), &[TITLE]);
            project.write("page.vue", &format!("<template>{}</template>", around(code)));
            project.run("node", &["vue.mjs", "page.vue"]).unwrap();
        }
    }
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn in_an_angular_template_it_compiles() {
    let project = Project::new("partners-angular");
    project.copy("partners/angular.mjs");
    project.write("page.html", &around(code(&codes(&project, "{}"), "angular")));
    project.run("node", &["angular.mjs", "page.html"]).unwrap();
    let forms = [("Angular template".to_string(), true)];
    tried::record("Angular compiler", &version("@angular/compiler"), &forms);
    project.write("page.html", "<p>{{ name }</p> @wrong (a) { b");
    project.run("node", &["angular.mjs", "page.html"]).unwrap_err();
}

#[test]
fn in_a_svelte_component_it_compiles_without_a_warning() {
    let project = Project::new("partners-svelte");
    project.copy("compilers/svelte.mjs");
    for choices in ["{}", r#"{ "show": "count sign" }"#] {
        let codes = codes(&project, choices);
        // A component has a script of its own, and its markup is in nothing else.
        let page = format!("<script>let name = \"World\";</script>\n<h1>{{name}}</h1>\n{}", code(&codes, "svelte"));
        project.write("Page.svelte", &page);
        project.run("node", &["svelte.mjs", "Page.svelte"]).unwrap();
    }
}

#[test]
fn what_goes_into_another_file_has_the_scripts_address() {
    let codes = codes(&Project::new("partners-apart"), "{}");
    for host in HOSTS {
        let apart = codes[host.id]["apart"].as_str().unwrap();
        let times = usize::from(host.apart.is_some());
        assert_eq!(apart.matches("https://letters.example/open-letter.js").count(), times, "{}: {apart}", host.id);
        assert!(!apart.contains("{script}"), "{apart}");
    }
    let tag = "<script async crossorigin src=\"https://letters.example/open-letter.js\"></script>";
    assert_eq!(codes["vue"]["apart"], tag);
    assert_eq!(codes["angular"]["apart"], tag);
}
