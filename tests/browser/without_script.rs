//! Published pages without scripts: what readers, search engines and archives get.

use crate::access::axe;
use crate::answer::Answer;
use crate::origins::Files;
use crate::page::Page;
use serde_json::{Value, json};

const PAGE: &str = "/letters/canada-artsakh-2023/";

fn letter(file: &str) -> Value {
    serde_json::from_str(&Files::text(&[PAGE, file].concat())).unwrap()
}

/// The texts of the parts with that name.
fn of(name: &str) -> String {
    format!("parts('{name}').filter(shown).map(text)")
}

/// All of it is there and visible: words, names, links; controls that need a script are not.
async fn is_whole(page: &Page, file: &str) {
    let letter = letter(file);
    let lang = letter["lang"].as_str().unwrap();
    assert_eq!(page.get("[document.title, document.documentElement.lang]").await, json!([letter["title"], lang]));
    assert_eq!(page.get(&of("title")).await, json!([letter["title"]]));
    let paragraphs = letter["body"].as_array().unwrap();
    let blocks = page.number("tree().querySelectorAll('.block').length").await;
    assert!(blocks >= paragraphs.len() as u64, "{blocks} of {} blocks", paragraphs.len());
    assert!(page.is("[...tree().querySelectorAll('.block')].every(shown)").await);
    let signatories = letter["signatories"].as_array().unwrap();
    let names: Vec<&Value> = signatories.iter().map(|signatory| &signatory["name"]).collect();
    assert_eq!(
        page.get("parts('signatory').filter(shown).map(row => text(row.querySelector('.name')))").await,
        json!(names)
    );
    assert_eq!(page.get("parts('addressee').filter(shown).length > 0").await, true);
    assert!(
        page.is(&format!("shown(part('count')) && text(part('count')).includes('{}')", letter["signatures"]["count"]))
            .await
    );
    assert_eq!(page.get("parts('sign').filter(shown).every(link => link.href.startsWith('http'))").await, true);
    assert_eq!(page.number(&format!("{}.length", of("sign"))).await, page.number("parts('sign').length").await);
    assert_eq!(page.get("[...tree().querySelectorAll('button, input, select')].filter(shown)").await, json!([]));
}

/// Its structure, for readers who navigate by it.
async fn is_in_order(page: &Page) {
    assert_eq!(
        page.get("['main', 'main open-letter'].map(one => document.querySelectorAll(one).length)").await,
        json!([1, 1])
    );
    assert_eq!(page.number("tree().querySelectorAll('article, h1').length").await, 2);
    let levels = "[...tree().querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(shown).map(({ localName }) => Number(localName[1]))";
    assert!(page.is(&format!("{levels}.every((level, index, all) => !index || level <= all[index - 1] + 1)")).await);
}

async fn leads_to_its_translation(page: &Page) {
    let links = "[...part('languages').children].filter(shown).map(({ localName, hreflang, ariaCurrent }) => [localName, hreflang, ariaCurrent])";
    assert_eq!(page.get(links).await, json!([["a", "en", "page"], ["a", "fr", null]]));
    page.run("part('languages').lastElementChild.click()").await;
    page.until("location.pathname.endsWith('/fr/') && document.readyState === 'complete' && part('title')").await;
    is_whole(page, "letter.fr.json").await;
    is_in_order(page).await;
}

/// As in a browser without scripts, or in an archive.
pub async fn a_published_page_that_may_run_no_script_is_whole(page: Page) {
    for path in [PAGE.to_string(), [PAGE, "fr/"].concat()] {
        let name = [path.as_str(), "index.html"].concat();
        let answer = Answer::file(&name, Files::text(&name).into_bytes());
        page.files.answer(&path, answer.with_header("content-security-policy", "script-src 'none'"));
    }
    page.go(&page.files.url(PAGE)).await;
    is_whole(&page, "letter.json").await;
    is_in_order(&page).await;
    leads_to_its_translation(&page).await;
    assert_eq!(page.get("!!customElements.get('open-letter')").await, false);
}

pub async fn a_published_page_whose_script_is_gone_is_whole(page: Page) {
    page.files.answer("/open-letter.js", Answer::status(404));
    axe::serve(&page);
    page.go(&page.files.url(PAGE)).await;
    page.until_served("the script is asked for", |files| files.count("/open-letter.js") == 1).await;
    is_whole(&page, "letter.json").await;
    is_in_order(&page).await;
    page.run("document.head.append(Object.assign(document.createElement('script'), { src: '../../axe.js' }))").await;
    page.until("window.examine").await;
    assert_eq!(axe::found(&page).await, [] as [String; 0]);
    leads_to_its_translation(&page).await;
}
