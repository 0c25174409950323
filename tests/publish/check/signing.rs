//! What `check` says about a form to sign.

use super::{FRONT, has_findings};
use crate::folder::Folder;

fn letter(lines: &str) -> Folder {
    Folder::new().letter(&format!("{FRONT}\n{lines}"), "Text.")
}

const PRIVACY: &str = "privacy: https://letters.org/privacy\nurl: https://letters.org/letters/x/\n";

#[test]
fn a_form_at_the_letters_host_needs_nothing_else() {
    has_findings(&letter(&format!("{PRIVACY}sign:\n  form: collect https://letters.org/collect")), &[]);
    has_findings(&letter(&format!("{PRIVACY}sign:\n  form: collect /collect")), &[]);
}

#[test]
fn the_law_asks_for_a_notice_and_for_consent() {
    let privacy = "privacy is missing, and the form collects data: give the address of a page that says who has them, what \
                   for and for how long";
    let consent =
        "sign.form.ask asks for no consent, which data on political opinions need: add consent, with its text";
    has_findings(
        &letter(
            "url: https://letters.org/letters/x/\nsign:\n  form:\n    to: collect https://letters.org/c\n    ask: [name, email]",
        ),
        &[&format!("letter.md:1: warning: {privacy}"), &format!("letter.md:10: warning: {consent}")],
    );
    let page = "sign:\n  form:\n    by: page\n    action: https://letters.org/post\n    ask: [name]";
    has_findings(&letter(&format!("{PRIVACY}{page}")), &[]);
    has_findings(&letter(&format!("status: closed\n{}", page.replace("page\n", "status\n"))), &[]);
}

#[test]
fn another_receiver_is_named_with_its_policy() {
    has_findings(
        &letter(&format!("{PRIVACY}sign:\n  url: https://a.org/sign\n  form: proca 42")),
        &[
            "letter.md:10: hint: sign.form.action sends the data to api.proca.app, which the form names if that is not the \
           site's own host; partners with a Content-Security-Policy allow it by connect-src https://api.proca.app",
        ],
    );
    has_findings(
        &letter(&format!("{PRIVACY}sign:\n  form: {{ by: page, action: https://a.org/post, ask: [name] }}")),
        &[
            "letter.md:9: hint: sign.form.action sends the data to a.org, which the form names if that is not the site's own \
           host; the page that signs sends it there, so partners need to allow nothing",
        ],
    );
    has_findings(
        &letter(&format!("{PRIVACY}sign:\n  form: collect http://127.0.0.1:8090/")),
        &["letter.md:9: hint: sign.form.action is 127.0.0.1, this machine: readers elsewhere can't sign there"],
    );
}

#[test]
fn action_network_subscribes_who_signs() {
    let form = "sign:\n  url: https://actionnetwork.org/petitions/a\n  form:\n    to: action-network \
                71f8feef-61c8-4e6b-9745-ec1d7752f298\n";
    let receiver = "letter.md:11: hint: sign.form.action sends the data to actionnetwork.org, which the form names if that is \
                    not the site's own host; partners with a Content-Security-Policy allow it by connect-src \
                    https://actionnetwork.org";
    has_findings(
        &letter(&format!("{PRIVACY}{form}")),
        &[
            receiver,
            "letter.md:11: warning: sign.form.ask sends to Action Network, which subscribes each new person to the list of \
             your group: say so in the text of consent, or take another receiver",
        ],
    );
    let own = "    ask: [first-name, last-name, email, { field: consent, text: I sign and subscribe. }]";
    has_findings(&letter(&format!("{PRIVACY}{form}{own}")), &[receiver]);
}

#[test]
fn what_is_asked_has_a_place_and_a_place_is_a_whole_text() {
    let form = |body: &str| {
        let form = "sign:\n  url: https://letters.org/sign\n  form:\n    by: status\n    action: https://letters.org/post\n    ask: \
                    [name, email, country, { field: news, text: Tell me. }, { field: consent, text: I sign. }]\n    send:\n      \
                    as: json\n";
        letter(&format!("{PRIVACY}{form}      body: {body}"))
    };
    has_findings(&form("{ n: '{name}', m: [{ a: '{email}' }], c: '{country}', s: { when: news, is: true } }"), &[]);
    has_findings(
        &form("{ n: 'From {name}', m: '{email}', s: { when: news, is: true, else: '{country}' }, y: 'a {b} c' }"),
        &[
            "letter.md:13: warning: sign.form.ask asks for name, which is not sent: add \"{name}\" to send.body, or do not ask",
            "letter.md:16: warning: sign.form.send.body has “From {name}”: a place is filled only where it is the whole text",
        ],
    );
}
