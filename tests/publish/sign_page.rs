//! The page that signs: the letter's form as plain HTML, in each of its languages.

use crate::folder::Folder;
use scraper::{ElementRef, Html, Selector};

const FORM: &str = "lang: en\ntitle: A letter & more\nprivacy: https://a.example/privacy\nsign:\n  label: Sign it\n  form:\n    to: \
                    collect https://letters.example/collect\n    ask: [name, email, kind, { field: organisation, required: \
                    organisation }, role, country, postcode, comment, public, { field: news, text: Tell me. }, consent]";

fn published(front: &str) -> Folder {
    let folder = Folder::new().letter(front, "Text.").file("letter.ar.md", "---\ntitle: رسالة\n---\n\nنص.\n");
    folder.publish();
    folder
}

fn page(folder: &Folder, path: &str) -> Html {
    Html::parse_document(&folder.site_text(path))
}

#[track_caller]
fn one<'h>(page: &'h Html, selector: &str) -> ElementRef<'h> {
    let found: Vec<_> = page.select(&Selector::parse(selector).unwrap()).collect();
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

fn all<'h>(page: &'h Html, selector: &str) -> Vec<ElementRef<'h>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect::<String>().trim().to_string()
}

#[test]
fn each_field_has_its_label_and_its_name() {
    let folder = published(FORM);
    let page = page(&folder, "letters/x/sign/index.html");
    let form = one(&page, "form");
    assert_eq!(form.attr("action"), Some("https://letters.example/collect/v1/letters/x/signatures"));
    assert_eq!((form.attr("method"), form.attr("target")), (Some("post"), None));
    for field in all(&page, "form :is(input, textarea):not([type=hidden])") {
        let id = field.attr("id").unwrap();
        let label = one(&page, &format!("label[for={id}]"));
        assert!(!text(label).is_empty(), "{id}");
        for described in field.attr("aria-describedby").unwrap_or_default().split_whitespace() {
            one(&page, &format!("#{described}"));
        }
    }
    let fill: Vec<_> = all(&page, "[autocomplete]").iter().filter_map(|field| field.attr("autocomplete")).collect();
    assert_eq!(fill, ["name", "email", "organization", "organization-title", "country", "postal-code"]);
    let required: Vec<_> = all(&page, "[required]").iter().filter_map(|field| field.attr("name")).collect();
    assert_eq!(required, ["name", "email", "consent"]);
    assert!(all(&page, "[type=checkbox][checked]").is_empty(), "nothing is ticked beforehand");
    assert_eq!(text(one(&page, "label[for=role]")), "Role (optional)");
    assert_eq!(text(one(&page, "label[for=news]")), "Tell me.");
    assert_eq!(text(one(&page, "button")), "Sign it");
    assert_eq!(all(&page, "script").len(), 1, "only the one that knows the partner");
    assert_eq!(one(&page, "form a").attr("href"), Some("https://a.example/privacy"));
    assert_eq!(text(one(&page, "title")), "Sign: A letter & more");
    assert_eq!(one(&page, ".letter a").attr("href"), Some("../"));
}

#[test]
fn each_language_has_its_page() {
    let folder = published(FORM);
    let page = page(&folder, "letters/x/ar/sign/index.html");
    let html = one(&page, "html");
    assert_eq!((html.attr("lang"), html.attr("dir")), (Some("ar"), Some("rtl")));
    assert_eq!(text(one(&page, "h1")), "توقيع هذه الرسالة");
    assert_eq!(one(&page, "input[name=lang]").attr("value"), Some("ar"));
    assert_eq!(one(&page, ".letter a").attr("href"), Some("../"));
}

#[test]
fn the_receiver_is_named_where_it_is_another_host() {
    let own = page(&published(FORM), "letters/x/sign/index.html");
    assert!(!text(one(&own, "form")).contains("receives your data"));
    let other = "lang: en\ntitle: A letter\nsign:\n  form:\n    by: page\n    action: https://bücher.example/post\n    ask: [name, \
                 email]\n    send: { as: form, names: { email: entry.1 }, also: { x: '1' } }";
    let page = page(&published(other), "letters/x/sign/index.html");
    let words = text(one(&page, "form"));
    assert!(words.contains("xn--bcher-kva.example receives your data."), "{words}");
    assert!(words.contains("The answer of xn--bcher-kva.example opens in a new tab."), "{words}");
    let form = one(&page, "form");
    assert_eq!((form.attr("target"), form.attr("rel")), (Some("_blank"), Some("noopener")));
    let names: Vec<_> = all(&page, "input").iter().filter_map(|field| field.attr("name")).collect();
    assert_eq!(names, ["name", "entry.1", "x"], "no field of the collector's");
}

#[test]
fn published_answers_are_named() {
    let front = FORM.replace(" public,", "");
    let page = page(&published(&front), "letters/x/sign/index.html");
    let words = text(one(&page, "form"));
    assert!(words.contains("Published with the letter: Name, Organisation, Role, Country, Comment."), "{words}");
}

#[test]
fn what_no_page_can_send_is_signed_elsewhere() {
    let front = "lang: en\ntitle: A letter\nsign:\n  url: https://campaign.example/sign\n  form: proca 42";
    let page = page(&published(front), "letters/x/sign/index.html");
    assert!(all(&page, "form").is_empty());
    assert_eq!(one(&page, "a.button").attr("href"), Some("https://campaign.example/sign"));
    assert!(text(one(&page, "main")).contains("This letter is signed on the site of campaign.example."));
}

#[test]
fn a_closed_letter_takes_no_signatures() {
    let page = page(&published(&[FORM, "\nstatus: closed"].concat()), "letters/x/sign/index.html");
    assert!(all(&page, "form").is_empty());
    assert!(text(one(&page, "main")).contains("Signing is closed"));
}

#[test]
fn the_page_and_the_snippet_lead_there() {
    let folder = published(FORM);
    let letter = folder.site_text("letters/x/index.html");
    assert!(letter.contains("href=\"sign/\""), "{letter}");
    let arabic = folder.site_text("letters/x/ar/index.html");
    assert!(arabic.contains("href=\"../ar/sign/\"") || arabic.contains("href=\"sign/\""), "{arabic}");
    let snippet = folder.site_text("letters/x/snippet.html");
    assert!(snippet.contains("<a href=\"https://letters.example/letters/x/sign/\""), "{snippet}");
}

#[test]
fn nothing_that_the_letter_says_is_markup() {
    let front = "lang: en\ntitle: <script>a</script>\nsign:\n  label: <b>b</b>\n  form:\n    to: collect /c\n    ask: [name, \
                 email, { field: consent, id: '\"><i>', text: <script>c</script> }]";
    let page = page(&published(front), "letters/x/sign/index.html");
    assert!(all(&page, "script:not([src^='../']), b, i").is_empty());
    assert_eq!(text(one(&page, "label[for=consent]")), "<script>c</script>");
    assert_eq!(one(&page, "#consent").attr("value"), Some("\"><i>"));
}

#[test]
fn a_page_of_a_form_that_is_gone_goes_too() {
    let folder = published(FORM).letter("lang: en\ntitle: A letter & more", "Text.");
    assert_eq!(folder.publish().removed, ["letters/x/ar/sign/index.html", "letters/x/sign/index.html"]);
}

#[test]
fn somebody_elses_page_is_not_written_over() {
    let folder = Folder::new().letter(FORM, "Text.");
    let path = folder.out().join("letters/x/sign/index.html");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "<p>Mine</p>").unwrap();
    let site = open_letter::files::Site::open(&folder.out()).unwrap();
    let mut publisher = open_letter::publish::Publisher::new(&site, None).unwrap().without_collected(true);
    let error = publisher.publish(&folder.path()).unwrap_err();
    assert!(error.to_string().starts_with("letters/x/sign/index.html was not written by open-letter"), "{error}");
}

#[test]
fn a_partner_is_sent_as_the_widget_sends_it_and_never_made_of_the_address_alone() {
    let page = page(&published(FORM), "letters/x/sign/index.html");
    let field = one(&page, "[data-partner]");
    assert_eq!((field.attr("name"), field.attr("value"), field.attr("type")), (Some("partner"), None, Some("hidden")));
    assert!(field.attr("disabled").is_some(), "without a partner, nothing is sent");
    let script = one(&page, "script").attr("src").unwrap().to_string();
    let name = script.strip_prefix("../../../").unwrap();
    assert!(name.starts_with("open-letter-partner-") && !name.contains('/'), "{name}");
}

#[test]
fn a_form_with_names_of_its_own_sends_partner_and_language_under_these() {
    let form = |names: &str| {
        let front = format!(
            "lang: en\ntitle: A letter\nsign:\n  form:\n    by: page\n    action: https://forms.example/post\n    ask: \
             [name, email]\n    send: {{ as: form, names: {{ {names} }} }}"
        );
        page(&published(&front), "letters/x/sign/index.html")
    };
    let named = form("email: entry.1, partner: entry.2, lang: entry.3");
    assert_eq!(one(&named, "[data-partner]").attr("name"), Some("entry.2"));
    assert_eq!(one(&named, "[value=en]").attr("name"), Some("entry.3"));
    // A receiver that doesn't want them gets neither, and its page has no script.
    let other = form("email: entry.1");
    assert!(all(&other, "[type=hidden], script").is_empty());
}
