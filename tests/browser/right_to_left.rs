//! The layout of a letter that is written from right to left, in a page that is not.

use crate::page::Page;
use serde_json::json;

const ARABIC: &str = "<div style=\"inline-size: 700px\"><open-letter src=\"{files}/pages/gallery/right-to-left.json\" lang=\"ar\"></open-letter></div>";

/// The vocabulary of the questions. They ignore differences of a pixel.
const MEASURES: &str = "
    window.box = node => node.getBoundingClientRect();
    window.near = (one, other) => Math.abs(one - other) <= 1;
    // The box of the words, wherever they are in the node.
    window.words = (node, text) => {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + text.length);
        return range.getBoundingClientRect();
      }
    };
    // Whether each box ends where the one before it begins, or further to the left.
    window.runToTheLeft = boxes => boxes.every(({ right }, index) => !index || right <= boxes[index - 1].left + 1);
    window.row = name => parts('signatory').find(row => row.textContent.startsWith(name));
    window.edge = node => box(node).right - parseFloat(getComputedStyle(node).paddingRight);
";

async fn open(page: &Page) {
    page.open_body(ARABIC).await;
    page.until_ready(1).await;
    page.run(MEASURES).await;
    page.until("text(part('share').querySelector('button')) === 'مشاركة'").await;
}

#[track_caller]
fn holds(claim: &str, answer: &serde_json::Value) {
    assert_eq!(*answer, json!([]), "{claim}");
}

/// From the painted page: no box shows where a browser begins to fill a bar.
pub async fn the_bar_fills_from_the_right(page: Page) {
    open(&page).await;
    page.run("part('progress').scrollIntoView({ block: 'center' })").await;
    let wanted = json!([false, false, true]);
    // The screen may be a moment behind the layout.
    for _ in 0..20 {
        page.quiet().await;
        if painted(&page).await == wanted {
            break;
        }
    }
    assert_eq!(page.get("painted").await, wanted, "8 of 50");
}

/// Whether the bar has its own colour near its left end, in its middle, and near its right end.
async fn painted(page: &Page) -> serde_json::Value {
    let picture = page.client.screenshot().await.unwrap();
    page.run("delete window.painted").await;
    page.run(&format!(
        "createImageBitmap(new Blob([new Uint8Array({})], {{ type: 'image/png' }})).then(picture => {{
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
            canvas.drawImage(picture, 0, 0);
            const scale = picture.width / innerWidth;
            const {{ left, top, width, height }} = box(part('progress'));
            const at = share =>
                canvas.getImageData((left + width * share) * scale, (top + height / 2) * scale, 1, 1).data;
            const accent = getComputedStyle(part('progress')).color.match(/[\\d.]+/g);
            const off = colour => Math.max(...[0, 1, 2].map(index => Math.abs(colour[index] - accent[index])));
            window.painted = [0.1, 0.5, 0.95].map(share => off(at(share)) < 24);
        }}).catch(error => (window.painted = String(error)))",
        json!(picture)
    ))
    .await;
    page.until("window.painted").await;
    page.get("painted").await
}

pub async fn what_begins_a_line_is_at_its_right(page: Page) {
    open(&page).await;
    holds(
        "texts begin at the right edge, indents are there",
        &page
            .get(
                "[part('title'), part('date'), part('summary'), ...parts('paragraph'), part('salutation'),
                    ...parts('addressee'), ...parts('signatory')].filter(node => {
                    const range = document.createRange();
                    range.selectNodeContents(node);
                    const first = [...range.getClientRects()].filter(({ width }) => width > 0);
                    return !near(Math.max(...first.map(({ right }) => right)), edge(node)
                        - parseFloat(getComputedStyle(node).borderRightWidth) - parseFloat(getComputedStyle(node).textIndent));
                }).map(text)",
            )
            .await,
    );
    let mirrored =
        "[...parts('signatory').map(row => [row, 'padding']), [part('summary'), 'border'], [part('quote'), 'border'],
        ...parts('list').map(list => [list, 'padding']), ...parts('addressee').map(one => [one, 'padding'])]
        .filter(([node, kind]) => {
            const style = getComputedStyle(node);
            const [left, right] = ['left', 'right'].map(side =>
                parseFloat(style.getPropertyValue(kind === 'border' ? `border-${side}-width` : `padding-${side}`)));
            return !(right > 0 && left === 0);
        }).map(([node]) => node.outerHTML.slice(0, 80))";
    holds("room and rules are at the right", &page.get(mirrored).await);
    let marks = "parts('signatory').filter(row => {
        const { right, left } = getComputedStyle(row, '::before');
        return right !== '0px' || !(parseFloat(left) > 100);
    }).map(text)";
    holds("squares and circles are at the right of the rows", &page.get(marks).await);
    assert!(page.is("near(box(row('Friends').querySelector('.logo')).right, edge(row('Friends')))").await);
}

pub async fn names_of_every_direction_keep_their_commas(page: Page) {
    open(&page).await;
    // Each row on one line.
    page.run("letter().parentNode.style.inlineSize = '1600px'").await;
    page.run("letter().style.setProperty('--open-letter-measure', '100rem')").await;
    let claims = [
        // In reading order.
        "runToTheLeft(['Zoë Ödegård', 'Librarian', 'Reading Rooms Inc.'].map(part => words(row('Zoë'), part)))",
        "runToTheLeft(['נועה לוי', 'הספרייה העירונית'].map(part => words(row('נועה'), part)))",
        "runToTheLeft(['نور الحبر', 'معلّمة', 'Evening School (Lindenau)', 'لبنان'].map(part => words(row('نور'), part)))",
        "runToTheLeft(['Անի', 'Teacher', 'AM'].map(part => words(row('Անի'), part)))",
        "runToTheLeft(['Ada', 'Mayor', 'Town of'].map(part => words(parts('addressee')[0], part)))",
        // Each mark is in its place: after the abbreviation, between the names.
        "near(words(row('Zoë'), 'Inc.').right, words(row('Zoë'), 'Reading Rooms Inc.').right)",
        "words(row('Zoë'), '.').left > words(row('Zoë'), 'Inc').left",
        "words(row('نور'), ')').left > words(row('نور'), 'Lindenau').left",
        "runToTheLeft([words(row('جمعية'), 'جمعية'), words(row('جمعية'), '('), words(row('جمعية'), 'since 1962'), words(row('جمعية'), ')')])",
        "runToTheLeft([words(row('Verein'), 'Verein der'), words(row('Verein'), 'منذ')])",
    ];
    for claim in claims {
        assert!(page.is(claim).await, "{claim}");
    }
    let latest = "words(part('latest'), ";
    for names in [["Verein der Nachtleser", "李灯"], ["李灯", "נועה לוי"]] {
        let [one, other] = names.map(|name| format!("{latest}'{name}')"));
        assert!(page.is(&format!("runToTheLeft([{one}, {other}])")).await, "{names:?}");
    }
    let (name, comma) = (format!("{latest}'Verein')"), format!("{latest}'،')"));
    assert!(page.is(&format!("{comma}.right <= {name}.left + 1")).await, "a comma is behind the name that it follows");
}

/// Their words have their own direction nevertheless.
pub async fn comments_stand_where_the_letter_does(page: Page) {
    open(&page).await;
    let comment = "words(row('Zoë').querySelector('.comment'), 'Keep it open!')";
    assert!(
        page.is(&format!("box(row('Zoë')).right - {comment}.right < 40 && {comment}.left - box(row('Zoë')).left > 40"))
            .await
    );
    page.open_body(
        "<open-letter src=\"{files}/pages/gallery/every-part.json\" style=\"inline-size: 700px\"></open-letter>",
    )
    .await;
    page.until_ready(1).await;
    page.run(MEASURES).await;
    let comment = "words(row('نور').querySelector('.comment'), 'لأنني')";
    let end = "words(row('نور').querySelector('.comment'), 'هنا')";
    assert!(page.is(&format!("{comment}.left > {end}.left")).await, "it is Arabic");
    assert!(page.is(&format!("{end}.left - box(row('نور').querySelector('.name')).left < 40")).await);
}

pub async fn controls_run_from_the_right(page: Page) {
    open(&page).await;
    for controls in
        ["[...part('languages').children]", "[...part('filters').children]", "[...root().querySelectorAll('.foot a')]"]
    {
        assert!(page.number(&format!("{controls}.length")).await >= 3, "{controls}");
        assert!(page.is(&format!("runToTheLeft({controls}.map(box))")).await, "{controls}");
        assert!(page.is(&format!("near(box({controls}[0]).right, box(part('letter')).right)")).await, "{controls}");
    }
    assert!(page.is("near(box(part('count').querySelector('.number')).right, box(part('letter')).right)").await);
    for row in [["count", "sign"], ["languages", "share"]] {
        let boxes = row.map(|part| format!("box(part('{part}'))")).join(", ");
        assert!(page.is(&format!("runToTheLeft([{boxes}])")).await, "{row:?}");
    }
}

pub async fn on_a_small_screen_nothing_overflows(page: Page) {
    open(&page).await;
    page.run("document.body.style.margin = 0; document.querySelector('div').style.inlineSize = '360px'").await;
    let lost = "[...root().querySelectorAll('*')].filter(node => shown(node) && !node.closest('.spoken, [part~=latest]')).filter(node =>
        box(node).left < -1 || box(node).right > 361 || (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1))
        .map(({ outerHTML }) => outerHTML.slice(0, 100))";
    holds("all is within 360 pixels", &page.get(lost).await);
    assert!(page.is("[...part('languages').children].every(choice => box(choice).right <= 361)").await);
}
