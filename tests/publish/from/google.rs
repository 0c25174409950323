//! Pages of Google Docs and of editors that write as it does: marks of words in classes, lists one after the other.

use super::Made;

const STYLE: &str = "<style>@import url('https://example.org/a;b');.lst-kix_x-1>li:before{content:'-'}/* .c1{} */.c0{color:#000000;\
                     font-weight:400;text-decoration:none;vertical-align:baseline;font-style:normal}.c1{font-weight:700}.c2\
                     {font-style:italic}.c4{text-decoration:line-through}.c5{vertical-align:super}.c6{vertical-align:sub}.c7\
                     {color:#cc0000}.c8{color:#666666}.c9{color:#1155cc;text-decoration:underline}p.c3{font-weight:700}@media \
                     print{.c0{font-weight:700}}</style>";

fn made(body: &str) -> Made {
    Made::of("letter.html", format!("<html><head>{STYLE}</head><body>{body}</body></html>"))
}

#[test]
fn marks_by_classes_are_kept_or_told() {
    let made = made(
        "<p class=c3><span class='c0'>We </span><span class='c0 c1'>demand</span><span class=c8> an </span><span class='c2'>answer\
         </span> for 10<span class='c0 c5'>6</span> people, CO<span class=c6>2</span>.</p><p><span class=c4>Old.</span> <span \
         class=c7>Red.</span> <span class=c9><a href='https://river.org/'>Site</a></span></p>",
    );
    assert_eq!(made.body(), "We **demand** an *answer* for 10⁶ people, CO₂.\n\nOld. Red. [Site](https://river.org/)");
    assert_eq!(
        made.lost(),
        [
            "strikethrough (the words are kept: delete them if they should go) in “Old. Red. Site”",
            "text colour in “Old. Red. Site”"
        ]
    );
}

#[test]
fn small_numbers_within_other_marks_are_kept_and_others_told() {
    let made = made(
        "<p>x<sup><font size=2>2</font></sup>, y<sup><span lang=en>3</span></sup>, 10<sup>6,5</sup>, 3<sup>rd</sup>.</p>",
    );
    assert_eq!(made.body(), "x², y³, 106,5, 3rd.");
    assert_eq!(made.lost(), ["the place of a small number, which is on the line now in “x², y³, 106,5, 3rd.”: 6,5"]);
}

#[test]
fn lists_that_follow_each_other_are_one() {
    let google = "<ol class='c3 lst-kix_x-0 start' start=1><li>Stop:</li></ol><ul class='lst-kix_x-1 start'><li>the bridge</li><li>\
                  the dam</li></ul><ol class='lst-kix_x-0' start=2><li>Hear us.</li></ol>";
    let quill = "<ol><li data-list='ordered'>Stop:</li><li data-list='bullet' class='ql-indent-1'>the bridge</li><li \
                 data-list='bullet' class='ql-indent-1'>the dam</li><li data-list='ordered'>Hear us.</li></ol>";
    let word = "<div><ol start=1><li data-aria-level=1>Stop:</li></ol></div><div><ul><li data-aria-level=2>the bridge</li></ul>\
                </div><div><ul><li data-aria-level=2>the dam</li></ul></div><div><ol start=2><li data-aria-level=1>Hear us.</li>\
                </ol></div>";
    let pasted = "<ol><li aria-level=1>Stop:</li><ul><li aria-level=2>the bridge</li><li aria-level=2>the dam</li></ul><li \
                  aria-level=1>Hear us.</li></ol>";
    for list in [google, quill, word, pasted] {
        let made = made(&format!("<p>We ask:</p>{list}<p>Now.</p>"));
        assert_eq!(made.body(), "We ask:\n\n1. Stop:\n   - the bridge\n   - the dam\n2. Hear us.\n\nNow.", "{list}");
        assert_eq!(made.lost(), Vec::<&str>::new(), "{list}");
    }
}

#[test]
fn letters_as_numbers_of_google_docs_are_told() {
    let made = Made::of(
        "letter.html",
        "<style>.lst-kix_x-0>li:before{content:'' counter(lst-ctn-kix_x-0,lower-latin) '. '}</style><p>We ask:</p><ol \
         class='lst-kix_x-0 start'><li>One</li></ol>",
    );
    assert_eq!(made.body(), "We ask:\n\n1. One");
    assert_eq!(made.lost(), ["list numbers that are not digits, such as a after “We ask:”"]);
}

#[test]
fn links_lead_to_their_pages_without_a_detour() {
    for (address, host) in [
        (
            "https://www.google.com/url?q=https://river.org/a?b%3D1%26c%3D2&amp;sa=D&amp;source=editors",
            "www.google.com",
        ),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Friver.org%2Fa%3Fb%3D1%26c%3D2&amp;data=05%7Cbo%40x.org",
            "eur01.safelinks.protection.outlook.com",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Friver.org%2Fa%3Fb%3D1%26c%3D2&amp;h=AT0", "l.facebook.com"),
        ("https://urldefense.com/v3/__https://river.org/a?b=1&amp;c=2__;!!x$", "urldefense.com"),
    ] {
        let made = made(&format!("<p>See <a href='{address}'>it</a>.</p>"));
        assert_eq!(made.body(), "See [it](https://river.org/a?b=1&c=2).", "{address}");
        assert_eq!(made.lost(), [format!("the detour over {host} of a link in “See it.”")]);
    }
    for address in ["https://www.google.com/url?q=javascript:x", "https://google.com.evil.org/url?q=https://river.org/"]
    {
        let made = made(&format!("<p>See <a href='{address}'>it</a>.</p>"));
        assert_eq!(made.body(), format!("See [it]({address})."), "what is no page stays as it is");
    }
}
