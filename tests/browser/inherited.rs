//! Inherited styles of the host: a letter takes its font and colour, and nothing else.

use crate::page::{Page, SMALL};
use serde_json::{Value, json};

/// The inherited properties that the letter takes, and those that hide a letter with everything around it.
const KEPT: &str = "color color-scheme direction font-family font-size font-weight font-stretch font-width
    font-feature-settings font-variation-settings font-optical-sizing font-kerning font-synthesis-weight
    font-synthesis-style font-synthesis-small-caps font-synthesis-position font-palette -webkit-font-smoothing
    font-language-override -moz-osx-font-smoothing -webkit-text-size-adjust -moz-text-size-adjust text-size-adjust visibility interactivity";

/// At least one of these differs from each property's initial value.
const VALUES: &str = "none hidden collapse all auto both always manual wait nowrap pre break-all keep-all anywhere loose
    uppercase full-width italic small-caps all-small-caps tabular-nums lining-nums slashed-zero super ruby jis78
    historical-forms no-common-ligatures transparent rgb(1,2,3) 0 0px 1px 7px -99px 50px 9 0.5 50% right center justify
    left over under dot filled upright sideways vertical-rl mixed disc circle square inside outside bottom separate hide show
    optimizeSpeed geometricPrecision pixelated crisp-edges contents read-write read-only evenodd stroke markers middle
    central linearRGB first last force-end allow-end balance stable pretty from-font exact economy limited standard
    constrained-high no-limit compact start end allow-keywords numeric-only trim-start space-all no-autospace insert
    inter-character distribute alternate merge isolate break-spaces preserve break-word block-axis horizontal round bevel
    fill text \"*\" \"«\" 4px_1px_red 1px_1px_red dot_red digits_2 under_left 3_2 text_ideographic cap_alphabetic";

/// Each inherited property that changes the letter, its title or its field, with the value.
const HANDED_DOWN: &str = "(() => {
    const host = document.getElementById('host');
    const kept = new Set(`KEPT`.split(/\\s+/));
    const values = `VALUES`.split(/\\s+/).map(value => value.replaceAll('_', ' '));
    const nodes = [part('paragraph'), part('title'), part('signatory'), part('share').querySelector('button')];
    const plain = getComputedStyle(host.querySelector('.plain'));
    const ours = nodes.map(node => getComputedStyle(node));
    // Some browsers list no prefixed ones.
    const prefixed = ['text-fill-color', 'text-stroke-width', 'text-stroke-color', 'text-security', 'user-modify', 'user-select',
        'line-break', 'tap-highlight-color', 'touch-callout', 'hyphenate-character'].map(name => `-webkit-${name}`);
    const names = [...new Set([...plain, ...prefixed])].filter(name => !name.startsWith('--') && !kept.has(name));
    const tried = new Set(), changed = [];
    for (const name of names) {
        const before = plain.getPropertyValue(name);
        const own = ours.map(style => style.getPropertyValue(name));
        for (const value of values) {
            if (!CSS.supports(name, value)) continue;
            host.style.setProperty(name, value);
            // Elements without a box have no layout values.
            if (plain.getPropertyValue(name) !== before) {
                tried.add(name);
                if (ours.some((style, index) => style.getPropertyValue(name) !== own[index])) changed.push(`${name}: ${value}`);
            }
            host.style.removeProperty(name);
        }
    }
    return { tried: [...tried], changed };
})()";

/// Opens a page with a letter in a host of that style, and a word beside it.
async fn open(page: &Page, style: &str) {
    page.open_body(&format!(
        "<div id=\"host\" style=\"{style}\"><p class=\"plain\" style=\"display:none\">A word</p>
        <open-letter src=\"{{files}}{SMALL}\"></open-letter></div>"
    ))
    .await;
    page.until_ready(1).await;
    page.until("shown(part('letter'))").await;
}

pub async fn of_what_is_handed_down_a_letter_takes_font_and_colour_alone(page: Page) {
    open(&page, "").await;
    let found = page.get(&HANDED_DOWN.replace("KEPT", KEPT).replace("VALUES", VALUES)).await;
    assert_eq!(found["changed"], json!([]));
    let tried: Vec<&str> = found["tried"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(tried.len() >= 45, "only {} properties hand themselves down: {tried:?}", tried.len());
    for name in [
        "text-indent",
        "line-height",
        "letter-spacing",
        "white-space-collapse",
        "text-transform",
        "writing-mode",
        "pointer-events",
        "-webkit-text-fill-color",
        "text-align",
        "hyphens",
        "quotes",
        "list-style-type",
        "cursor",
    ] {
        let is_known = tried.contains(&name) || !page.is(&format!("CSS.supports('{name}', 'initial')")).await;
        assert!(is_known, "{name} was not tried: {tried:?}");
    }
}

/// All at once, as in a page builder's wrapper.
pub async fn a_letter_can_be_read_where_nothing_else_could(page: Page) {
    open(
        &page,
        "font-size: 0; line-height: 0; -webkit-text-fill-color: transparent; color: transparent; user-select: none;
        -webkit-user-select: none; pointer-events: none; text-indent: -9999px; letter-spacing: -1em; word-spacing: -9em;
        white-space: nowrap; writing-mode: vertical-rl; -webkit-text-security: disc; text-shadow: 0 0 9px red;
        text-transform: uppercase; -webkit-text-stroke: 9px red; font-variant: small-caps; text-align: center;
        word-break: break-all; tab-size: 0; font-style: italic; font-size-adjust: 0; -webkit-user-modify: read-write",
    )
    .await;
    let style = "(({ fontSize, webkitTextFillColor, pointerEvents, writingMode, textIndent }) =>
        [fontSize, pointerEvents, writingMode, textIndent])(getComputedStyle(part('paragraph')))";
    assert_eq!(page.get(style).await, json!(["16px", "auto", "horizontal-tb", "0px"]));
    let select = "(style => style.userSelect || style.webkitUserSelect)(getComputedStyle(part('letter').parentNode))";
    assert_eq!(page.get(select).await, "text");
    assert!(page.is("part('paragraph').getBoundingClientRect().height > 18").await);
    assert!(page.is("part('letter').getBoundingClientRect().width > 600").await);
    // Not in browsers that can't split a colour (before 2024).
    let is_seen = "(() => {
        const opaque = style => !/(, 0|\\/ 0)\\)|transparent/.test(style);
        const { color, webkitTextFillColor } = getComputedStyle(part('paragraph'));
        return opaque(color) && opaque(webkitTextFillColor);
    })()";
    let takes_apart = page.is("CSS.supports('color', 'rgb(from currentColor r g b / alpha)')").await;
    assert!(page.is(is_seen).await || !takes_apart, "{}", page.get("getComputedStyle(part('paragraph')).color").await);
}

pub async fn the_hosts_voice_is_the_letters(page: Page) {
    open(&page, "font: 300 21px/1 Courier; color: rgb(1, 2, 3)").await;
    let style = "(({ fontFamily, fontSize, fontWeight }) => [fontFamily, fontSize, fontWeight])(getComputedStyle(part('paragraph')))";
    assert_eq!(page.get(style).await, json!(["Courier", "21px", "300"]));
    // In any notation: rgb(1, 2, 3) or color(srgb 0.0039 …).
    let colour = "(() => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
        canvas.fillStyle = getComputedStyle(part('paragraph')).color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].join();
    })()";
    assert_eq!(page.get(colour).await, "1,2,3,255");
}

pub async fn what_a_host_hides_stays_hidden(page: Page) {
    open(&page, "").await;
    page.run("document.getElementById('host').style.visibility = 'hidden'").await;
    assert!(page.is("!shown(part('paragraph')) && !shown(part('title'))").await);
}

pub async fn type_too_small_to_read_takes_the_pages_size_with_one_warning(page: Page) {
    const WARNINGS: &str = "recorded.warnings.filter(text => text.includes('font-size'))";
    for (size, expected, warnings) in
        [("0", 16, 1), ("1px", 16, 1), ("8.9px", 16, 1), ("9px", 9, 0), ("12px", 12, 0), ("40px", 40, 0)]
    {
        let letter = format!("<open-letter src=\"{{files}}{SMALL}\"></open-letter>");
        page.open_body(&format!("<div style=\"font-size:{size}\">{letter}{letter}</div>")).await;
        page.until_ready(2).await;
        page.until("shown(part('paragraph', 1))").await;
        let sizes = "[0, 1].map(index => Math.round(parseFloat(getComputedStyle(part('paragraph', index)).fontSize)))";
        assert_eq!(page.get(sizes).await, json!([expected, expected]), "{size}");
        assert_eq!(page.number(&format!("{WARNINGS}.length")).await, warnings, "{size}: {}", page.get(WARNINGS).await);
    }
    page.open_body(&format!(
        "<style>html {{ font-size: 62.5% }} body {{ font-size: 1.6rem }}</style><div style=\"font-size:0\">
        <open-letter src=\"{{files}}{SMALL}\"></open-letter></div>"
    ))
    .await;
    page.until_ready(1).await;
    assert_eq!(page.get("getComputedStyle(part('paragraph')).fontSize").await, "12px");
}

/// A phone's browser zooms in on a field of less than 16 pixels, and does not zoom out again.
pub async fn fields_have_16_pixels_at_least(page: Page) {
    let long = crate::published::of_length(600);
    for (size, root) in
        [("0", "100%"), ("10px", "100%"), ("12px", "100%"), ("15px", "50%"), ("16px", "62.5%"), ("24px", "100%")]
    {
        page.open_body(&format!(
            "<style>html {{ font-size: {root} }}</style><div style=\"font-size:{size}\"><open-letter src=\"{{files}}{long}\"></open-letter></div>"
        ))
        .await;
        page.until("part('find') && root().querySelector('select')").await;
        let sizes =
            "[...root().querySelectorAll('input, select')].map(node => parseFloat(getComputedStyle(node).fontSize))";
        let sizes = page.get(sizes).await;
        let sizes: Vec<f64> = sizes.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
        assert!(sizes.len() >= 3 && sizes.iter().all(|size| *size >= 16.0), "{size} of {root}: {sizes:?}");
    }
}
