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
    /// Where to paste it.
    pub place: &'static str,
    /// What goes wrong there, and what to do; may be empty.
    pub trap: &'static str,
    /// What this was tried in; `None` if it follows the system's documentation.
    pub tried: Option<&'static str>,
}

/// All kinds, the most usual first.
pub const HOSTS: &[Host] = &[
    Host {
        id: "html",
        name: "HTML, written by hand",
        form: "",
        place: "Paste it into the page where the letter belongs.",
        trap: "If your site sends a Content Security Policy, it must allow the letter’s site: `script-src https://letters.example 'wasm-unsafe-eval'; connect-src https://letters.example`.",
        tried: Some("Chromium, Firefox and WebKit"),
    },
    Host {
        id: "wordpress",
        name: "WordPress",
        form: "",
        place: "Add the block Custom HTML, and paste into it.",
        trap: "Do not paste at the cursor in a paragraph: the code then shows as text. Only administrators and editors may use scripts, on a network only super admins. What others paste stays a text without names and count: ask an administrator for the plug-in.",
        tried: Some("WordPress 6.8, as administrator and editor; authors by the plug-in"),
    },
    Host {
        id: "wordpress-classic",
        name: "WordPress, classic editor",
        form: "",
        place: "Choose Text (or Code) instead of Visual, and paste where the letter belongs.",
        trap: "Do not go back to Visual before you save: it may take the script away. Only administrators and editors may use scripts.",
        tried: Some("WordPress 6.8, as administrator and editor"),
    },
    Host {
        id: "hugo",
        name: "Hugo",
        form: "",
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        trap: "Hugo leaves HTML out until you set `markup.goldmark.renderer.unsafe = true` in its configuration. Or save the line as `layouts/shortcodes/letter.html`, and write `{{< letter >}}` in the page.",
        tried: Some("Hugo 0.111, from Debian’s package, with that setting"),
    },
    Host {
        id: "jekyll",
        name: "Jekyll, GitHub Pages",
        form: "",
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        trap: "",
        tried: Some("kramdown 2.4, from Debian’s package"),
    },
    Host {
        id: "mkdocs",
        name: "MkDocs, Pelican",
        form: "",
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        trap: "",
        tried: Some("Python-Markdown 3.10, with its extensions extra, smarty and toc"),
    },
    Host {
        id: "sphinx",
        name: "Sphinx",
        form: "",
        place: "Write `.. raw:: html` in the page, then an empty line, then the code, indented by three spaces.",
        trap: "In MyST Markdown, paste it as it is.",
        tried: None,
    },
    Host {
        id: "eleventy",
        name: "Eleventy, VitePress",
        form: "",
        place: "Paste it into the page’s Markdown file, with an empty line before and after.",
        trap: "If you have set markdown-it’s `html` to false, the code shows as text: set it to true.",
        tried: Some("markdown-it 15"),
    },
    Host {
        id: "docusaurus",
        name: "Docusaurus, and other sites in MDX",
        form: "",
        place: "Paste it into the page’s `.mdx` file, with an empty line before and after.",
        trap: "Not the form of a single script: React moves that script, and the letter appears above the site and stays there.",
        tried: Some("MDX 3.1, React 19"),
    },
    Host {
        id: "astro",
        name: "Astro",
        form: "",
        place: "Paste it into the page’s `.astro` or Markdown file.",
        trap: "",
        tried: None,
    },
    Host {
        id: "react",
        name: "React, Next.js",
        form: "element",
        place: "Write the element where the letter belongs, and the script once, in the page’s own HTML or in the layout.",
        trap: "In JSX, write `crossOrigin`. Not the form of a single script: React moves that script.",
        tried: Some("React 19, rendered by a server and in the browser"),
    },
    Host {
        id: "vue",
        name: "Vue, Nuxt",
        form: "element",
        place: "Write the element in the template, and the script in `index.html`, or in `app.head` of Nuxt’s configuration.",
        trap: "Tell Vue’s compiler that `open-letter` is an element: `isCustomElement`. Vue drops scripts in templates.",
        tried: Some("Vue 3.5, rendered by a server and in the browser"),
    },
    Host {
        id: "svelte",
        name: "Svelte, SvelteKit",
        form: "element",
        place: "Write the element in the component, and the script in `app.html`.",
        trap: "Svelte drops the form of a single script without a word.",
        tried: Some("Svelte 5, rendered by a server and in the browser"),
    },
    Host {
        id: "angular",
        name: "Angular",
        form: "element",
        place: "Write the element in the template, and the script in `index.html`.",
        trap: "Add `CUSTOM_ELEMENTS_SCHEMA` to the component’s `schemas`. Angular drops scripts in templates.",
        tried: None,
    },
    Host {
        id: "templates",
        name: "Django, Wagtail, Rails and other templates",
        form: "",
        place: "Paste it into the template where the letter belongs.",
        trap: "An editor’s rich text field removes scripts: use a field or block for raw HTML.",
        tried: None,
    },
    Host {
        id: "drupal",
        name: "Drupal",
        form: "",
        place: "Choose the text format Full HTML, then Source, and paste.",
        trap: "Other formats remove the script. In CKEditor 5, add `<div data-open-letter data-lang data-partner>` to Manually editable HTML tags, and the script to the theme.",
        tried: None,
    },
    Host {
        id: "typo3",
        name: "TYPO3",
        form: "",
        place: "Add the content element Plain HTML, and paste.",
        trap: "Your administrator may have kept this element for administrators.",
        tried: None,
    },
    Host {
        id: "joomla",
        name: "Joomla",
        form: "",
        place: "Make a module of the type Custom, switch its editor off (Toggle Editor), and paste.",
        trap: "Under System, Global Configuration, Text Filters, your group needs No Filtering; else scripts are removed.",
        tried: None,
    },
    Host {
        id: "ghost",
        name: "Ghost",
        form: "",
        place: "Type /html in the post, and paste into the HTML card.",
        trap: "",
        tried: None,
    },
    Host {
        id: "wix",
        name: "Wix",
        form: "iframe",
        place: "Add Embed Code, then Embed HTML, and paste.",
        trap: "Make the box as high as you want the letter: it scrolls inside.",
        tried: None,
    },
    Host {
        id: "squarespace",
        name: "Squarespace",
        form: "",
        place: "Add a Code block, and paste.",
        trap: "Scripts in Code blocks need a plan that allows them; with others, take the frame.",
        tried: None,
    },
    Host {
        id: "other",
        name: "Another editor, or one that takes scripts away",
        form: "iframe",
        place: "Paste it where the editor takes HTML or an embed code.",
        trap: "If the editor asks for an address instead of code, give it the address of the letter’s page.",
        tried: Some("Chromium, Firefox and WebKit"),
    },
];
