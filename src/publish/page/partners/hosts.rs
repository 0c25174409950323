//! The kinds of websites, and what to do on each: the one table from which the partners' page and the sections of
//! `docs/embedding.md` come.
//!
//! After a change, run `UPDATE=1 cargo test --test hosts host_table`: it rewrites the sections.

/// A kind of website.
#[derive(Debug)]
pub struct Host {
    /// A short name, for links.
    pub id: &'static str,
    /// Its name, as its users know it.
    pub name: &'static str,
    /// The form that fits: one of [`super::super::FORMS`], or empty for the whole text.
    pub form: &'static str,
    /// Whether the code is JSX: the page makes it of the element.
    pub jsx: bool,
    /// Where to paste it.
    pub place: &'static str,
    /// What is pasted into another file, on systems that drop scripts from the first.
    pub apart: Option<Apart>,
    /// What goes wrong there, and what to do; may be empty.
    pub trap: &'static str,
    /// What this was tried in; `None` if it follows the system's documentation.
    pub tried: Option<&'static str>,
}

/// The script, for a file of its own.
#[derive(Debug)]
pub struct Apart {
    /// Where to paste it.
    pub place: &'static str,
    /// The code, with `{script}` for the script's address.
    pub code: &'static str,
}

/// The script as HTML has it.
const TAG: &str = "<script async crossorigin src=\"{script}\"></script>";

/// All kinds, the most usual first.
pub const HOSTS: &[Host] = &[
    Host {
        id: "html",
        name: "HTML, written by hand",
        form: "",
        jsx: false,
        place: "Paste it into the page where the letter belongs.",
        apart: None,
        trap: "If your site sends a Content Security Policy, it must allow the letter’s site: `script-src https://letters.example 'wasm-unsafe-eval'; connect-src https://letters.example`.",
        tried: Some("Chromium, Firefox and WebKit"),
    },
    Host {
        id: "wordpress",
        name: "WordPress",
        form: "",
        jsx: false,
        place: "Add the block Custom HTML, and paste into it.",
        apart: None,
        trap: "Do not paste at the cursor: then WordPress keeps only the text, without names and count. Only administrators and editors may use scripts, on a network only super admins. If others paste it, only the text remains: ask an administrator for the plug-in.",
        tried: Some(
            "WordPress 6.8, as administrator and editor; authors by the plug-in. By hand in its editor too, also to sign",
        ),
    },
    Host {
        id: "wordpress-classic",
        name: "WordPress, classic editor",
        form: "",
        jsx: false,
        place: "Choose Text (or Code) instead of Visual, and paste where the letter belongs.",
        apart: None,
        trap: "Do not go back to Visual before you save: it may take the script away. Only administrators and editors may use scripts.",
        tried: Some("WordPress 6.8, as administrator and editor"),
    },
    Host {
        id: "hugo",
        name: "Hugo",
        form: "",
        jsx: false,
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        apart: None,
        trap: "Hugo leaves HTML out until you set `markup.goldmark.renderer.unsafe = true` in its configuration. Or save the line as `layouts/shortcodes/letter.html`, and write `{{< letter >}}` in the page.",
        tried: Some("Hugo 0.111, from Debian’s package, with that setting"),
    },
    Host {
        id: "jekyll",
        name: "Jekyll, GitHub Pages",
        form: "",
        jsx: false,
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        apart: None,
        trap: "",
        tried: Some("kramdown 2.4, from Debian’s package"),
    },
    Host {
        id: "mkdocs",
        name: "MkDocs, Pelican",
        form: "",
        jsx: false,
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        apart: None,
        trap: "",
        tried: Some(
            "Python-Markdown 3.10, with its extensions extra, smarty and toc. By hand: MkDocs 1.6, with its own theme and with Material 9.8; Pelican 4.10",
        ),
    },
    Host {
        id: "sphinx",
        name: "Sphinx",
        form: "",
        jsx: false,
        place: "Write `.. raw:: html` in the page, then an empty line, then the code, indented by three spaces.",
        apart: None,
        trap: "In MyST Markdown, paste it as it is.",
        tried: Some("by hand, Sphinx 9.0 with MyST 5.2"),
    },
    Host {
        id: "eleventy",
        name: "Eleventy",
        form: "",
        jsx: false,
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        apart: None,
        trap: "If you have set markdown-it’s `html` to false, the code shows as text: set it to true.",
        tried: Some("markdown-it 15; by hand, Eleventy 3.1"),
    },
    Host {
        id: "docusaurus",
        name: "Docusaurus, and other sites in MDX",
        form: "element",
        jsx: true,
        place: "Paste it into the page’s `.mdx` file, with an empty line before and after.",
        apart: None,
        trap: "Not the code for HTML: React moves a single script, so the letter appears above the site and stays there. With the whole text, React reports an error in the console and draws the page again.",
        tried: Some("MDX 3.1, React 19; by hand, Docusaurus 3.10"),
    },
    Host {
        id: "astro",
        name: "Astro",
        form: "",
        jsx: false,
        place: "Paste it into the page’s `.astro` or Markdown file.",
        apart: None,
        trap: "",
        tried: Some("by hand, Astro 7.3, in .astro, .md and .mdx files, with its client router too"),
    },
    Host {
        id: "react",
        name: "React, Next.js",
        form: "element",
        jsx: true,
        place: "Paste it into the component where the letter belongs.",
        apart: None,
        trap: "Not the code for HTML: React moves a single script. The link in this code is for readers without scripts. React 18 does not run scripts of components: put the script into the page’s own HTML.",
        tried: Some(
            "React 19, rendered by a server and in the browser; by hand, Next.js 16.4, by its development server and built",
        ),
    },
    Host {
        id: "vue",
        name: "Vue",
        form: "",
        jsx: false,
        place: "Paste it into the template where the letter belongs.",
        apart: Some(Apart { place: "Then paste this into `index.html`, before `</head>`.", code: TAG }),
        trap: "Vue drops scripts in templates. If you write the element instead of the `div`, tell Vue’s compiler that `open-letter` is an element: `isCustomElement`.",
        tried: Some("Vue 3.5, compiled as it is; the element, rendered by a server and in the browser"),
    },
    Host {
        id: "nuxt",
        name: "Nuxt",
        form: "",
        jsx: false,
        place: "Paste it into the template where the letter belongs.",
        apart: Some(Apart {
            place: "Then paste this into `nuxt.config.ts`, as the first line inside `defineNuxtConfig({ … })`. If there is an `app` already, add the script to it.",
            code: "app: { head: { script: [{ src: \"{script}\", async: true, crossorigin: \"\" }] } },",
        }),
        trap: "Vue drops scripts in templates. If you write the element instead of the `div`, tell Vue’s compiler that `open-letter` is an element: `isCustomElement`.",
        tried: Some("Vue’s compiler; by hand, Nuxt 3.21 and 4.5, built, between pages too"),
    },
    Host {
        id: "vitepress",
        name: "VitePress",
        form: "",
        jsx: false,
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        apart: Some(Apart {
            place: "Then paste this into `.vitepress/config.mjs` or `config.mts`, as the first line inside `export default { … }` or `defineConfig({ … })`. If there is a `head` already, add the script to it.",
            code: "head: [[\"script\", { async: \"\", crossorigin: \"\", src: \"{script}\" }]],",
        }),
        trap: "Without the second step, the letter shows only to readers who open its page first, and not to those who come from another page of your site. The single-script snippet stops the build.",
        tried: Some("Vue’s compiler; by hand, VitePress 1.6, built, between pages too"),
    },
    Host {
        id: "svelte",
        name: "Svelte, SvelteKit",
        form: "",
        jsx: false,
        place: "Paste it into the component where the letter belongs.",
        apart: None,
        trap: "If you write the element instead of the `div`, put its script into `app.html`: Svelte takes a script that is not inside another element for the component’s own.",
        tried: Some("Svelte’s compiler; by hand, SvelteKit 3.2, built, between pages too"),
    },
    Host {
        id: "angular",
        name: "Angular",
        form: "",
        jsx: false,
        place: "Paste it into the template where the letter belongs.",
        apart: Some(Apart { place: "Then paste this into `index.html`, before `</head>`.", code: TAG }),
        trap: "Angular drops scripts in templates. If you write the element instead of the `div`, add `CUSTOM_ELEMENTS_SCHEMA` to the component’s `schemas`.",
        tried: Some(
            "Angular’s compiler; by hand, Angular 22.2, rendered by a server and in the browser, between pages too",
        ),
    },
    Host {
        id: "templates",
        name: "Django, Wagtail, Rails and other templates",
        form: "",
        jsx: false,
        place: "Paste it into the template where the letter belongs.",
        apart: None,
        trap: "An editor’s rich text field removes scripts: use a field or block for raw HTML.",
        tried: Some("by hand, Django 5.2; Wagtail 8.0, in a RawHTMLBlock"),
    },
    Host {
        id: "drupal",
        name: "Drupal",
        form: "",
        jsx: false,
        place: "Choose the text format Full HTML, then Source, and paste.",
        apart: None,
        trap: "Other formats remove the script. In CKEditor 5, add `<div data-open-letter data-lang data-partner>` to Manually editable HTML tags, and the script to the theme.",
        tried: None,
    },
    Host {
        id: "typo3",
        name: "TYPO3",
        form: "",
        jsx: false,
        place: "Add the content element Plain HTML, and paste.",
        apart: None,
        trap: "Your administrator may have kept this element for administrators.",
        tried: None,
    },
    Host {
        id: "joomla",
        name: "Joomla",
        form: "",
        jsx: false,
        place: "Make a module of the type Custom, switch its editor off (Toggle Editor), and paste.",
        apart: None,
        trap: "Under System, Global Configuration, Text Filters, your group needs No Filtering; else scripts are removed.",
        tried: None,
    },
    Host {
        id: "ghost",
        name: "Ghost",
        form: "",
        jsx: false,
        place: "Type /html in the post, and paste into the HTML card.",
        apart: None,
        trap: "",
        tried: None,
    },
    Host {
        id: "wix",
        name: "Wix",
        form: "iframe",
        jsx: false,
        place: "Add Embed Code, then Embed HTML, and paste.",
        apart: None,
        trap: "Make the box as high as you want the letter: it scrolls inside.",
        tried: None,
    },
    Host {
        id: "squarespace",
        name: "Squarespace",
        form: "",
        jsx: false,
        place: "Add a Code block, and paste.",
        apart: None,
        trap: "Scripts in Code blocks need a plan that allows them; with others, take the frame.",
        tried: None,
    },
    Host {
        id: "other",
        name: "Another editor, or one that takes scripts away",
        form: "iframe",
        jsx: false,
        place: "Paste it where the editor takes HTML or an embed code.",
        apart: None,
        trap: "If the editor asks for an address instead of code, give it the address of the letter’s page.",
        tried: Some("Chromium, Firefox and WebKit"),
    },
];
