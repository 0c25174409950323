//! Web pages.

use super::Made;

fn body(html: &str) -> String {
    Made::of("letter.html", html).body().to_string()
}

#[test]
fn only_the_text_of_a_page_is_read() {
    let made = Made::of(
        "letter.html",
        "<!doctype html><html lang=en-GB><head><title>Site</title><style>p{}</style></head><body><nav>Home</nav><main>\
         <h1>Keep the river open</h1><p>The river&nbsp;is <b>closed</b> &amp;\n  <i>dry</i>.<script>x()</script>\
         <p>See <a href='https://riverwatch.org/?a=1&amp;b=2'>the report</a>.<h2>What we ask</h2><ul><li>One<ul><li>Two</ul>\
         <li><p>Three<p>More</ul><ol start=4><li>Four</ol><blockquote><p>All.<p>Of us.</blockquote><hr><p>Line<br>two</main>\
         <footer>Imprint</footer></body></html>",
    );
    assert_eq!(made.front("title"), "title: \"Keep the river open\"");
    assert_eq!(
        made.body(),
        "The river\u{a0}is **closed** & *dry*.\n\nSee [the report](https://riverwatch.org/?a=1&b=2).\n\n## What we ask\n\n\
         - One\n\n  - Two\n\n- Three\n\n  More\n\n4. Four\n\n> All.\n>\n> Of us.\n\n---\n\nLine\\\ntwo"
    );
    assert_eq!(made.lost(), ["what is around the main text of the page"]);
}

#[test]
fn the_encoding_that_a_page_names_is_honoured() {
    let page = b"<meta charset='windows-1251'><p>\xd0\xe5\xea\xf3 \xe7\xe0\xea\xf0\xfb\xeb\xe8.";
    assert_eq!(Made::of("letter.html", page).body(), "Реку закрыли.");
    let page = b"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>\xe9t\xe9.";
    assert_eq!(Made::of("letter.htm", page).body(), "été.");
    assert_eq!(body("<p>Été."), "Été.");
}

#[test]
fn a_page_of_word_is_tidied() {
    let item = |level: usize, mark: &str, text: &str| {
        format!(
            "<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>\
             <span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>\
             &nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>"
        )
    };
    let page = format!(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body lang=DE><!--[if gte mso 9]><xml></xml><![endif]-->\
         <p class=MsoTitle>Keep the river open<o:p></o:p></p><p class=MsoNormal>The river is <span lang=EN-GB \
         style='mso-ansi-language:EN-GB'>closed</span>.<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span \
         class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a><o:p></o:p></p>\
         <p class=MsoNormal><o:p>&nbsp;</o:p></p>{}{}{}{}<p class=MsoQuote>All.</p><div style='mso-element:footnote-list'><br \
         clear=all><hr align=left size=1 width='33%'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a \
         style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'><span class=MsoFootnoteReference>[1]</span></a> Minutes, p. \
         4.</p></div></div></body></html>",
        item(1, "·", "One"),
        item(2, "o", "Two"),
        item(1, "·", "Three"),
        item(1, "1.", "First"),
    );
    let made = Made::of("letter.html", page);
    assert_eq!(made.front("title"), "title: \"Keep the river open\"");
    assert_eq!(
        made.body(),
        "The river is closed.[^1]\n\n- One\n  - Two\n- Three\n\n1. First\n\n> All.\n\n[^1]: Minutes, p. 4."
    );
    assert_eq!(made.lost(), Vec::<&str>::new());
}

#[test]
fn footnotes_of_several_programs_are_known() {
    for page in [
        "<p>Closed.<a href='#fn1' class='footnote-ref' id='fnref1'><sup>1</sup></a></p><section id='footnotes' \
         class='footnotes'><hr><ol><li id='fn1'><p>Minutes.<a href='#fnref1' class='footnote-back'>↩︎</a></p></li></ol></section>",
        "<p>Closed.<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a></p><div \
         id='sdfootnote1'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>\
         Minutes.</p></div>",
        "<p>Closed.<sup><a href='#user-content-fn-1' id='user-content-fnref-1'>1</a></sup></p><section class='footnotes'><ol>\
         <li id='user-content-fn-1'><p>Minutes. <a href='#user-content-fnref-1'>↩</a></p></li></ol></section>",
    ] {
        assert_eq!(body(page), "Closed.[^1]\n\n[^1]: Minutes.", "{page}");
    }
}

#[test]
fn what_has_no_place_is_told() {
    let made = Made::of(
        "letter.html",
        "<p>We ask.<table><tr><td>Project<td>Cost<tr><td>Bridge<td>3</table><p>See.<img src=a.png alt='The fence'><p>\
         <span style='color:red'>Red</span> <u>line</u> <del>gone</del> <a href='/local'>here</a>.<p hidden>Secret.<ol type=a>\
         <li>One</ol>",
    );
    assert_eq!(made.body(), "We ask.\n\nSee.\n\nRed line here.\n\n1. One");
    assert_eq!(
        made.lost(),
        [
            "a table of 2 rows after “We ask.”: Project | Cost\nBridge | 3",
            "an image in “See.”: The fence",
            "text colour in “Red line here.”",
            "underlining in “Red line here.”",
            "words marked as deleted in “Red line here.”: gone",
            "a link to /local, which leads to no page of the web in “Red line here.”",
            "list numbers that are not digits, such as a after “Red line here.”",
        ]
    );
}
