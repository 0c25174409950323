//! Containers that are only as wide as their content: the letter is as wide as a text would be there, up to its
//! measure.

use crate::answer::Answer;
use crate::page::{Page, SMALL};
use serde_json::{Value, json};

/// Each container, with `{}` for its content.
const CONTAINERS: [(&str, &str); 26] = [
    ("block", "<div>{}</div>"),
    ("row", "<div style=\"display:flex\"><aside style=\"flex:none\">A side column</aside><div>{}</div></div>"),
    ("row, directly", "<div style=\"display:flex\"><aside style=\"flex:none\">A side column</aside>{}</div>"),
    (
        "row that wraps",
        "<div style=\"display:flex;flex-wrap:wrap\"><aside style=\"flex:none\">A side column</aside><div>{}</div></div>",
    ),
    ("centred column", "<div style=\"display:flex;flex-direction:column;align-items:center\"><div>{}</div></div>"),
    ("centred column, directly", "<div style=\"display:flex;flex-direction:column;align-items:center\">{}</div>"),
    ("column at its start", "<div style=\"display:flex;flex-direction:column;align-items:flex-start\">{}</div>"),
    ("inline-flex", "<div style=\"display:inline-flex\">{}</div>"),
    ("inline-grid", "<div style=\"display:inline-grid\">{}</div>"),
    (
        "grid of auto columns",
        "<div style=\"display:grid;grid-template-columns:auto auto;justify-content:start\"><aside>Side</aside><div>{}</div></div>",
    ),
    ("grid, centred", "<div style=\"display:grid;place-items:center\">{}</div>"),
    (
        "grid of auto-flow columns",
        "<div style=\"display:grid;grid-auto-flow:column;justify-content:start\"><aside>Side</aside><div>{}</div></div>",
    ),
    ("float", "<div style=\"float:left\">{}</div>"),
    ("float at the end", "<div style=\"float:inline-end\">{}</div>"),
    ("inline-block", "<div style=\"display:inline-block\">{}</div>"),
    ("cell", "<table><tr><td>Side</td><td>{}</td></tr></table>"),
    ("cell of a stylesheet", "<div style=\"display:table\"><div style=\"display:table-cell\">{}</div></div>"),
    ("fit-content", "<div style=\"width:fit-content\">{}</div>"),
    ("absolute", "<div style=\"position:relative;height:9px\"><div style=\"position:absolute\">{}</div></div>"),
    ("fixed", "<div style=\"position:fixed\">{}</div>"),
    ("fieldset", "<fieldset style=\"width:fit-content\"><div>{}</div></fieldset>"),
    ("legend", "<fieldset><legend>{}</legend></fieldset>"),
    ("list", "<ul style=\"float:left\"><li>{}</li></ul>"),
    ("dialog", "<dialog open style=\"position:static;margin:0\">{}</dialog>"),
    ("narrow", "<div style=\"width:150px\">{}</div>"),
    ("half", "<div style=\"width:50%\"><div style=\"float:left\">{}</div></div>"),
];

/// Containers with the minimum or maximum width of their content: for a text, a word or an endless line.
const ASKING: [(&str, &str); 2] = [
    ("min-content", "<div style=\"width:min-content\">{}</div>"),
    ("max-content", "<div style=\"width:max-content\">{}</div>"),
];

const TEXT: &str = "<p class=\"text\" style=\"margin:0\">{}</p>";

/// The three ways to write a letter.
fn forms() -> [(&'static str, String); 3] {
    [
        ("tag", format!("<script async src=\"{{files}}/open-letter.js\" data-letter=\"{{files}}{SMALL}\"></script>")),
        ("element", format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>")),
        ("div", format!("<div data-open-letter=\"{{files}}{SMALL}\"></div>")),
    ]
}

/// Opens a page with that content, in a frame of that many pixels, and waits for its letters.
async fn open(page: &Page, width: i64, body: &str, letters: usize) {
    // As on phones, whose scroll bars cover the page.
    let style = "<style>html { scrollbar-width: none } ::-webkit-scrollbar { display: none }</style>";
    let inside = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Host</title>{style}
        <script async src=\"{{files}}/open-letter.js\"></script><body>{body}"
    );
    let inside = inside.replace("{files}", &page.files.site());
    page.host.answer("/inside.html", Answer::text("text/html; charset=utf-8", &inside));
    page.open_bare(&format!("<iframe src=\"/inside.html\" style=\"width:{width}px;height:700px;border:0\"></iframe>"))
        .await;
    page.run("window.inside = () => document.querySelector('iframe').contentDocument").await;
    page.run(
        "window.letters = () => [...inside().querySelectorAll('open-letter')]
            .map(letter => letter.shadowRoot?.querySelector('[part=letter]')).filter(Boolean)",
    )
    .await;
    page.until(&format!("inside() && letters().length === {letters}")).await;
}

/// Their widths in whole pixels, and the page's overflow of its window.
const WIDTHS: &str = "(() => {
    const width = node => Math.round(node.getBoundingClientRect().width);
    const { scrollWidth, clientWidth } = inside().documentElement;
    return {
        letters: letters().map(width),
        texts: [...inside().querySelectorAll('.text')].map(width),
        heights: letters().map(letter => Math.round(letter.getBoundingClientRect().height)),
        over: scrollWidth - clientWidth,
    };
})()";

fn numbers(value: &Value) -> Vec<i64> {
    value.as_array().unwrap().iter().map(|number| number.as_i64().unwrap()).collect()
}

pub async fn a_letter_is_as_wide_as_there_is_room_up_to_its_measure(page: Page) {
    const MEASURE: i64 = 608;
    for (form, letter) in forms() {
        for width in [1280_i64, 360] {
            let fill = |with: &str| -> String {
                let section = |(_, container): &(&str, &str)| {
                    format!("<section style=\"display:flow-root\">{}</section>", container.replace("{}", with))
                };
                CONTAINERS.iter().map(section).collect::<Vec<_>>().concat()
            };
            let text = TEXT.replace("{}", &"words of some length ".repeat(60));
            open(&page, width, &(fill(&letter) + &fill(&text)), CONTAINERS.len()).await;
            let widths = page.get(WIDTHS).await;
            let (letters, texts) = (numbers(&widths["letters"]), numbers(&widths["texts"]));
            for (index, (container, _)) in CONTAINERS.iter().enumerate() {
                // No wider than in a page with the usual margins.
                let room = texts[index].min(MEASURE).min(width - 16);
                assert!(
                    (letters[index] - room).abs() <= 1,
                    "{form} in {container} at {width}: {} of {room}",
                    letters[index]
                );
            }
            assert_eq!(widths["over"], 0, "{form} at {width}: the page is wider than its window");
        }
    }
}

pub async fn where_the_least_or_the_most_is_asked_for_it_can_be_read(page: Page) {
    for (form, letter) in forms() {
        for (width, least_and_most) in [(1280, [160, 608]), (360, [144, 344])] {
            let body: String = ASKING.iter().map(|(_, container)| container.replace("{}", &letter)).collect();
            open(&page, width, &body, ASKING.len()).await;
            let widths = page.get(WIDTHS).await;
            assert_eq!(numbers(&widths["letters"]), least_and_most, "{form} at {width}");
            assert_eq!(widths["over"], 0, "{form} at {width}");
        }
    }
}

/// In one of three columns of equal share: the letter takes only its minimum.
pub async fn columns_beside_a_letter_keep_their_room(page: Page) {
    let column = "<div style=\"min-width:0\">A column</div>";
    let body = format!(
        "<div style=\"display:grid;grid-template-columns:repeat(3,1fr);width:900px\">{column}<div>{}</div>{column}</div>",
        forms()[1].1
    );
    open(&page, 1280, &body, 1).await;
    assert_eq!(page.get(WIDTHS).await["letters"], json!([300]));
}

pub async fn partners_choose_another_measure(page: Page) {
    let measures = ["20rem", "100%", "none", "60ch"];
    let letter = &forms()[1].1;
    let body: String = measures
        .map(|measure| format!("<div style=\"display:flex;--open-letter-measure:{measure}\"><div>{letter}</div></div>"))
        .concat();
    open(&page, 1280, &body, measures.len()).await;
    let widths = numbers(&page.get(WIDTHS).await["letters"]);
    assert_eq!(widths[0], 320);
    assert!(widths.iter().skip(1).all(|width| *width > 400), "{widths:?}");
    let looks: String = ["paper", "press", "plain"]
        .map(|look| {
            format!("<div style=\"float:left\">{}</div>", letter.replace(" src", &format!(" look=\"{look}\" src")))
        })
        .concat();
    open(&page, 1280, &looks, 3).await;
    assert_eq!(page.get(WIDTHS).await["letters"], json!([736, 736, 736]), "the measure of the looks");
}

pub async fn its_parts_still_follow_its_width(page: Page) {
    let columns = "letters().map(letter => getComputedStyle(letter.querySelector('[part=roll] > ol')).gridTemplateColumns.split(' ').length)";
    for (width, count) in [(1280, 2), (360, 1)] {
        open(&page, width, &format!("<div style=\"float:left\">{}</div>", forms()[1].1), 1).await;
        assert_eq!(page.get(columns).await, json!([count]), "at {width}");
    }
}

pub async fn a_count_is_in_its_sentence(page: Page) {
    let badge = format!("<open-letter src=\"{{files}}{SMALL}\" show=\"count\"></open-letter>");
    for container in ["<p>{}</p>", "<div style=\"display:flex\"><p>{}</p></div>", "<div style=\"float:left\">{}</div>"]
    {
        let body = container.replace("{}", &format!("<b>So far</b> {badge} <i>and more.</i>"));
        open(&page, 1280, &body, 1).await;
        // One line: the words before it, the count, the words after it.
        let places = "['b', 'open-letter', 'i'].map(name => inside().querySelector(name).getBoundingClientRect())
            .map(({ left, right, top, bottom }) => [left, right, top, bottom].map(Math.round))";
        let places = page.get(places).await;
        let [before, count, after] = [0, 1, 2].map(|index| numbers(&places[index]));
        let is_between = before[1] <= count[0] + 1 && count[1] <= after[0] + 1;
        let is_beside = before[2].abs_diff(after[2]) <= 2 && count[2] < before[3] && count[3] > before[2];
        let width = count[1] - count[0];
        assert!(is_between && is_beside && (30..300).contains(&width), "{container}: {places}");
    }
}
