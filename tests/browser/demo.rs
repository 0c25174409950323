//! The campaign page and the gallery.

use crate::access::axe;
use crate::page::Page;

async fn open(page: &Page, path: &str, letters: usize) {
    page.go(&page.files.url(path)).await;
    let ready = "[...document.querySelectorAll('open-letter')].filter(letter => letter.letter).length";
    page.until(&format!("{ready} === {letters}")).await;
}

pub async fn the_campaign_page_has_a_delivered_letter_and_one_to_sign(page: Page) {
    open(&page, "/index.html", 2).await;
    assert_eq!(page.number("letter(0).count").await, 22);
    assert!(page.is("text(root(0).querySelector('.status')).includes('delivered') && !part('sign')").await);
    assert_eq!(page.get("text(root(0).querySelector('.age')).trim()").await, "", "it says no age");
    assert!(page.is("part('sign', 1)").await);
    assert!(page.is("document.querySelector('.collected a').href.endsWith('/collect/outbox')").await);
}

pub async fn what_is_pasted_can_be_copied(page: Page) {
    for (path, letters) in [("/index.html", 2), ("/pages/gallery.html", 1)] {
        open(&page, path, letters).await;
        page.run(
            "window.copied = [];
            Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => void copied.push(text) } })",
        )
        .await;
        page.run("document.querySelector('.code button').click()").await;
        page.until("text(document.querySelector('.code [role=status]')) === 'Copied.'").await;
        let tag = page.get("copied[0]").await;
        let wanted = format!("src=\"{}/open-letter.js\"", page.files.site());
        assert!(tag.as_str().is_some_and(|tag| tag.contains(&wanted)), "{tag} names this site");
        assert!(page.is("(pre => pre.scrollWidth <= pre.clientWidth)(document.querySelector('.code pre'))").await);
    }
}

pub async fn the_switches_of_the_gallery_change_its_letter_and_its_address(page: Page) {
    open(&page, "/pages/gallery.html", 1).await;
    page.run(
        "window.choose = (name, value) => {
            const field = document.querySelector('.switches').elements[name];
            field.value = value;
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }",
    )
    .await;
    page.run("choose('look', 'press'); choose('theme', 'dark'); choose('width', '480')").await;
    page.until("part('letter').dataset.look === 'press' && part('letter').dataset.theme === 'dark'").await;
    assert_eq!(page.get("document.querySelector('.stage').offsetWidth").await, 480);
    assert_eq!(page.get("location.search").await, "?look=press&theme=dark&width=480");
    page.run("choose('lang', 'ar')").await;
    page.until("part('letter')?.dir === 'rtl'").await;
    page.run("choose('letter', 'delivered')").await;
    page.until("part('letter')?.dir === 'ltr' && tree().querySelector('.status')").await;
    assert!(page.is("text(document.querySelector('.code code')).includes('gallery/delivered.json')").await);
}

pub async fn each_example_of_the_gallery_has_an_address(page: Page) {
    open(&page, "/pages/gallery.html", 1).await;
    let examples = page.get("[...document.querySelectorAll('nav a[href^=\"?\"]')].map(({ search }) => search)").await;
    let examples: Vec<&str> = examples.as_array().into_iter().flatten().filter_map(|one| one.as_str()).collect();
    assert!(examples.len() > 40, "{examples:?}");
    for example in examples.iter().step_by(5) {
        page.go(&page.files.url(&format!("/pages/gallery.html{example}"))).await;
        page.until("document.querySelector('nav [aria-current]')").await;
        assert_eq!(page.get("document.querySelector('nav [aria-current]').search").await, *example);
    }
}

pub async fn its_pages_are_in_order(page: Page) {
    axe::serve(&page);
    for (path, letters) in
        [("/index.html", 2), ("/pages/gallery.html", 1), ("/pages/gallery.html?lang=ar&theme=dark", 1)]
    {
        open(&page, path, letters).await;
        let axe = page.files.url("/axe.js");
        page.run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ src: '{axe}' }}))"))
            .await;
        page.until("typeof examine === 'function'").await;
        assert_eq!(axe::found(&page).await, [] as [String; 0], "{path}");
    }
}
