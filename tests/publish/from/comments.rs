//! Margin comments, which no letter publishes.

use super::Made;

/// What Google Docs writes: marks in the text, and a box for each comment below it.
fn google(mark: &str) -> String {
    format!(
        "<p>Many people live there{mark}.</p><ul><li>One</li></ul><div style='border:1px solid black;margin:5px'><p class=c4>\
         <a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Bo (bo@x.org): is this number right?</span></p><p>It is a lie.</p></div>\
         <div style='border:1px solid black;margin:5px'><p><a href='#cmnt_ref2' id='cmnt2'>[b]</a><span>No.</span></p></div>"
    )
}

#[test]
fn comments_of_google_docs_are_left_out_and_told() {
    let mark = "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><sup><a href='#cmnt2' id='cmnt_ref2'>[b]</a></sup>";
    for page in [google(mark), google("")] {
        let made = Made::of("letter.html", page);
        assert_eq!(made.body(), "Many people live there.\n\n- One");
        assert_eq!(made.lost(), ["2 comments"]);
    }
    let bare = "<p>Many.<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Ask \
                Bo.</p><p>The end.</p>";
    let made = Made::of("letter.html", bare);
    assert_eq!((made.body(), made.lost()), ("Many.\n\nThe end.", vec!["1 comment"]), "a comment in no box");
}

#[test]
fn footnotes_beside_comments_stay() {
    let made = Made::of(
        "letter.html",
        "<p>Many<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>.</p><hr>\
         <div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;Minutes.</span></p></div><div><p><a href='#cmnt_ref1' \
         id='cmnt1'>[a]</a><span>Ask Bo.</span></p></div>",
    );
    assert_eq!(made.body(), "Many[^1].\n\n[^1]: \u{a0}Minutes.");
    assert_eq!(made.lost(), ["1 comment"]);
}

#[test]
fn comments_of_word_and_others_are_left_out_and_told() {
    let word = "<p>The river is <a style='mso-comment-reference:BE_1;mso-comment-date:20260503T1012'>closed</a><span \
                class=MsoCommentReference><a class=msocomanchor id='_anchor_1' href='#_msocom_1' name='_msoanchor_1'>[BE1]</a>\
                <span style='mso-special-character:comment'>&nbsp;</span></span>.</p><div style='mso-element:comment-list'><hr \
                class=msocomoff><div style='mso-element:comment'><div id='_com_1' class=msocomtxt><a name='_msocom_1'></a><p><a \
                href='#_msoanchor_1' class=msocomoff>[BE1]</a>Bo (bo@x.org): really?</p></div></div></div>";
    let filtered = "<p>The river is closed<a class=msocomanchor id='_anchor_1' href='#_msocom_1' name='_msoanchor_1'>[BE1]</a>.\
                    </p><div><div id='_com_1' class=msocomtxt><p><a name='_msocom_1'></a><a href='#_msoanchor_1'>[BE1]</a>Bo: \
                    really?</p></div></div>";
    let libre_office = "<p>The river is closed<span class='annotation_style_by_filter'>[Bo: really?]</span>.</p>";
    let pandoc = "<p>The river is <span class='comment-start' id='0' data-author='Bo'>really?</span>closed<span \
                  class='comment-end' id='0'></span>.</p>";
    for page in [word, filtered, libre_office, pandoc] {
        let made = Made::of("letter.html", page);
        assert_eq!(made.body(), "The river is closed.", "{page}");
        assert_eq!(made.lost(), ["1 comment"], "{page}");
    }
}

#[test]
fn comments_in_a_text_of_google_docs_are_left_out_and_told() {
    let made = Made::of(
        "letter.txt",
        "The river is closed[a] since May.[1]\n\nNobody was asked.\n________________\n[1] Minutes.\n[a]Ask bo@x.org\n",
    );
    assert_eq!(made.body(), "The river is closed since May.[^1]\n\nNobody was asked.\n\n[^1]: Minutes.");
    assert_eq!(made.lost(), ["a comment: Ask bo@x.org"]);
}
