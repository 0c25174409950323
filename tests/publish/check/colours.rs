//! The colours of a host page.

use super::TODAY;
use crate::folder::Folder;
use open_letter::check::check_on;

/// Asserts the findings about a stylesheet.
#[track_caller]
fn reports(css: &str, expected: &[&str]) {
    let folder = Folder::new().file("style.css", css);
    let findings = check_on(&folder.path().join("style.css"), TODAY).findings;
    let expected: Vec<String> = expected.iter().map(|finding| format!("x/style.css:{finding}")).collect();
    assert_eq!(folder.shorten(&findings), expected);
}

#[test]
fn colours_that_can_be_distinguished_are_left_alone() {
    for css in [
        "open-letter { --open-letter-accent: #8a1c2b; --open-letter-font: serif }",
        "@charset 'utf-8'; a { color: red } :root { --open-letter-text: #000; --open-letter-background: #fff }",
        "open-letter { --open-letter-text: black !important; --open-letter-background: hsl(0 0% 100%); }",
        ":root { --brand: #600; --open-letter-accent: var(--brand); --open-letter-background: white }",
        "open-letter { --open-letter-text: light-dark(#111, #eee); --open-letter-background: light-dark(#fff, #111) }",
        ".a open-letter { --open-letter-text: #000; --open-letter-background: #fff }\n\
         .b open-letter { --open-letter-text: #fff; --open-letter-background: #000 }",
        // The background is the host's.
        "open-letter { --open-letter-text: #777 }",
        // The broken rule is not ours; the check continues after it.
        "a { color: } b {{ } open-letter { --open-letter-text: #000; --open-letter-background: #fff }",
    ] {
        reports(css, &[]);
    }
}

#[test]
fn too_little_contrast_is_reported_with_its_ratio() {
    reports(
        ":root {\n  --open-letter-text: #777;\n  --open-letter-background: #fff;\n}",
        &[
            "2:3: warning: --open-letter-text (#777) on #fff has a contrast of 4.4:1: take a lighter or a darker one, text needs \
             4.5:1 (WCAG 2.2, 1.4.3)",
            "2:3: warning: --open-letter-text (#777 at 76 %) on #fff has a contrast of 2.8:1: take a lighter or a darker one, \
             text needs 4.5:1 (WCAG 2.2, 1.4.3)",
        ],
    );
    reports(
        "open-letter { --open-letter-accent: gold }",
        &[
            "1:15: warning: the usual colour (#fff, the usual) on gold has a contrast of 1.4:1: take a lighter or a darker one, \
             text needs 4.5:1 (WCAG 2.2, 1.4.3)",
        ],
    );
    reports(
        "open-letter { --open-letter-muted: rgb(0 0 0 / 50%); --open-letter-background: #fff }",
        &[
            "1:15: warning: --open-letter-muted (rgb(0 0 0 / 50%)) on #fff has a contrast of 3.9:1: take a lighter or a darker \
             one, text needs 4.5:1 (WCAG 2.2, 1.4.3)",
        ],
    );
}

#[test]
fn enough_that_could_be_more_is_a_hint() {
    reports(
        "open-letter { --open-letter-muted: #666; --open-letter-background: #fff }",
        &[
            "1:15: hint: --open-letter-muted (#666) on #fff has a contrast of 5.7:1: 7:1 would serve readers of weak sight (WCAG 2.2, 1.4.6)",
        ],
    );
}

#[test]
fn the_dark_scheme_is_looked_at_by_itself() {
    let dark = "in the dark scheme: take a lighter or a darker one, text needs 4.5:1 (WCAG 2.2, 1.4.3)";
    reports(
        "open-letter { --open-letter-text: #000; --open-letter-background: #fff; --open-letter-accent: #600 }\n\
         @media (prefers-color-scheme: dark) {\n  open-letter { --open-letter-text: #fff; --open-letter-background: #111; \
         --open-letter-on-accent: #fff }\n}",
        &[&format!("1:73: warning: --open-letter-accent (#600) on #111 has a contrast of 1.4:1 {dark}")],
    );
    for selector in ["open-letter[theme=\"dark\"]", ":root.dark-mode", "[data-theme=dark]"] {
        reports(
            &format!(
                "{selector} {{ --open-letter-text: #333; --open-letter-background: #000; --open-letter-muted: #fff }}"
            ),
            &[&format!(
                "1:{}: warning: --open-letter-text (#333) on #000 has a contrast of 1.6:1 {dark}",
                selector.len() + 4
            )],
        );
    }
}

#[test]
fn what_can_not_be_read_is_reported() {
    reports(
        "open-letter { --open-letter-accent: #12; --open-letter-text: var(--elsewhere); --open-letter-acent: red; \
         --open-letter-shadow: none }",
        &[
            "1:15: warning: --open-letter-accent is #12, which is not a colour: write it as #8a1c2b",
            "1:42: hint: --open-letter-text is var(--elsewhere), whose contrast this file does not determine: look at it on the \
             page",
            "1:80: warning: --open-letter-acent is not a property of the widget: did you mean --open-letter-accent?",
            "1:106: warning: --open-letter-shadow is not a property of the widget: there are --open-letter-… accent, on-accent, \
             text, background, muted, rule, tint, font, heading-font, font-size, title-size, count-size, line-height, measure, \
             margin-inline, space, radius",
        ],
    );
    reports(
        "a { color: red }",
        &[": has no custom property of the widget: give one that sets --open-letter-accent or another"]
            .map(|one| &one[1..]),
    );
}

#[test]
fn the_properties_and_usual_colours_are_those_of_the_widget() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("style/widget");
    let files = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let style: String = files.collect();
    let end = |char: char| !char.is_ascii_alphanumeric() && char != '-';
    let mut names: Vec<&str> = style.split("var(").skip(1).filter_map(|rest| rest.split(end).next()).collect();
    names.retain(|name| name.starts_with("--open-letter-"));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 17, "docs/reference.md, and src/check/colours, name each: {names:?}");
    for name in names {
        let folder = Folder::new().file("style.css", format!("open-letter {{ {name}: inherit }}"));
        let reported = folder.shorten(&check_on(&folder.path().join("style.css"), TODAY).findings).concat();
        assert!(!reported.contains("no property"), "{reported}");
    }
    for usual in [
        "light-dark(#8a1c2b, #ff9aa5)",
        "light-dark(#fff, #1b1013)",
        "color-mix(in srgb, currentColor 76%, transparent)",
    ] {
        assert!(style.contains(usual), "{usual} is no longer what a letter has: change src/check/colours too");
    }
}
