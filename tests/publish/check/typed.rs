//! What people type if they don't write Markdown.

use super::{findings, has_findings, text};

#[track_caller]
fn reports(body: &str, message: &str) {
    has_findings(&text("en", body), &[&format!("letter.md:8: {message}")]);
}

/// Asserts that a text in that language gives no finding.
#[track_caller]
fn leaves_alone(lang: &str, body: &str) {
    assert_eq!(findings(&text(lang, body)), Vec::<String>::new(), "{body}");
}

#[test]
fn lines_that_run_together_are_reported() {
    let remedy = "for a list, begin each line with 1. or - and a space, after an empty line; else leave an empty line between \
                  them";
    let dashes = remedy.replace("1. or -", "-");
    for (lang, body, what) in [
        ("en", "a) Keep the park open.\nb) Light it.", "lines that begin with a), b) and run on in one paragraph"),
        (
            "en",
            "(1) Keep it.\n(2) Light it.\n(3) Plant.",
            "lines that begin with (1), (2), (3) and run on in one paragraph",
        ),
        ("en", "i) Keep it.\nii) Light it.", "lines that begin with i), ii) and run on in one paragraph"),
        ("en", "1.Keep it.\n2.Light it.", "lines that begin with 1., 2. and run on in one paragraph"),
        ("ru", "а) Открыть парк.\nб) Осветить его.", "lines that begin with а), б) and run on in one paragraph"),
        ("ar", "أ) افتحوا الحديقة.\nب) أنيروها.", "lines that begin with أ), ب) and run on in one paragraph"),
        ("zh-Hans", "一、开放公园。\n二、照明。", "lines that begin with 一、, 二、 and run on in one paragraph"),
        ("ja", "① 公園を開く。\n② 照らす。", "lines that begin with ①, ② and run on in one paragraph"),
    ] {
        let message = format!("letter.md:8: hint: has {what}: {remedy}");
        has_findings(&text(lang, body), &[&message]);
    }
    for (lang, body, what) in [
        ("en", "– No cars.\n– No fences.", "2 lines that begin with – and run on in one paragraph"),
        ("ru", "— Не ездить.\n— Не строить.\n— Не рубить.", "3 lines that begin with — and run on in one paragraph"),
        ("en", "-No cars.\n-No fences.", "2 lines that begin with - and run on in one paragraph"),
    ] {
        let message = format!("letter.md:8: hint: has {what}: {dashes}");
        has_findings(&text(lang, body), &[&message]);
    }
    has_findings(
        &text("en", "We ask:\n– No cars."),
        &[&format!("letter.md:9: hint: has a line that begins with – and runs on in one paragraph: {dashes}")],
    );
    reports(
        "Bridge | 3 | yes\nRoad | 4 | no",
        "hint: has 2 rows such as Bridge | 3 | yes that run on in one paragraph: write a list, or sentences",
    );
}

#[test]
fn lines_that_only_look_like_a_list_are_left_alone() {
    for (lang, body) in [
        ("en", "The bridge – the old one\n– is closed, and so is the road (see\na) the plan of last year."),
        ("en", "1) Keep the park open.\n2) Light it."),
        ("en", "a) Keep the park open.\n\nb) Light it."),
        ("en", "– No cars.  \n– No fences.\\\n– No noise."),
        ("de", "Wir bitten darum, den Park\nzu öffnen – und zwar\nbald."),
        ("fr", "Le parc est fermé\n— depuis mai —\net personne ne répond."),
        ("ru", "Парк закрыт с мая,\nи никто не ответил."),
        ("en", "J. Smith and\nA. Jones wrote this."),
    ] {
        leaves_alone(lang, body);
    }
}

#[test]
fn more_than_something_is_no_quotation() {
    reports(
        "> 50 per cent of us agree.",
        "hint: makes a quotation of 50 per cent of us agree.: write \\> if the sign means more than",
    );
    reports(">50 % agree.", "hint: makes a quotation of 50 % agree.: write \\> if the sign means more than");
    reports("> € 3 million.", "hint: makes a quotation of € 3 million.: write \\> if the sign means more than");
    leaves_alone("en", "> “50 years ago we came here.”");
    leaves_alone("en", "> 50 years ago we came here\n> and built this house.");
    leaves_alone("de", "Mehr als \\> 50 Prozent.");
}

#[test]
fn a_rule_under_a_line_makes_it_a_heading() {
    let remedy = "write ## and a space before it if that is meant, else leave the line out";
    reports(
        "We ask for help\n---",
        &format!("hint: makes a heading of We ask for help by the line of - below it: {remedy}"),
    );
    reports("We ask.\n=======", &format!("hint: makes a heading of We ask. by the line of = below it: {remedy}"));
    leaves_alone("en", "What we ask\n-----------\n\nText.");
    leaves_alone("hy", "## Ի՞նչ ենք խնդրում\n\nՏեքստ։");
    reports(
        "# 1 in the region\n\nText.",
        "hint: makes a heading of # 1 in the region: write \\# if the sign means number",
    );
}

#[test]
fn signs_of_other_kinds_of_markdown_are_reported_once() {
    reports(
        "It is ~~late~~ closed.",
        "warning: shows the strokes of ~~late~~: leave out what is struck, or the signs ~~ around it",
    );
    let raised = "write the sign itself, such as ² or ₂, or the word";
    reports("For the 3^rd^ year.", &format!("warning: shows the marks of 3^rd^: {raised}"));
    reports("Of CO~2~ alone.", &format!("warning: shows the marks of CO~2~: {raised}"));
    reports(
        "For the 3^rd^ year, “CO~2~” and 3^rd^ again.\n\nH~2~O.",
        &format!("warning: shows the marks of 3^rd^, CO~2~, and such in one more line: {raised}"),
    );
    reports("m^2^ m^3^ CO~2~ H~2~O", &format!("warning: shows the marks of m^2^, m^3^, CO~2~ and 1 more: {raised}"));
    reports(
        "~~late~~ and ~~never~~",
        "warning: shows the strokes of ~~late~~, ~~never~~: leave out what is struck, or the signs ~~ around it",
    );
    reports(
        "- [ ] Stop the works\n- [x] Hear us",
        "warning: shows the box [ ], and such in one more line: leave [ ] out: readers can tick nothing",
    );
    reports(
        r"It lies in \\server\share there.",
        r"hint: shows one backslash less in \\server\share: write two for each",
    );
}

#[test]
fn footnotes_are_left_alone_where_they_work() {
    leaves_alone("en", "The council said so.[^1][^2]\n\n- And so.[^1]\n\n[^1]: Minutes, p. 4.\n[^2]: See there.");
    reports(
        "[Words[^1]](https://a.org/) and more.[^1]\n\n[^1]: Minutes.",
        "warning: shows [Words](https://a.org/) and… and no link: write [words](address), with no space before or in the \
         address",
    );
}

#[test]
fn signs_that_stand_for_themselves_are_left_alone() {
    for (lang, body) in [
        ("en", "10^6 people, 2^10 trees, x^2 and ~5 km, ~50 of them, https://a.org/~kim/~x and a~b."),
        ("en", "See [1] and [[2]](https://a.org/), as he [the mayor] said."),
        ("en", "#SaveThePark and #hashtag, C#, +5 per cent more, 5 > 4, 3 < 4, A | B."),
        ("en", "In 1986\\. it began, and 5 * 4 is 20."),
        ("zh", "共~5人，增加10%。"),
    ] {
        leaves_alone(lang, body);
    }
}

#[test]
fn signs_in_numbers_words_and_addresses_are_no_stress() {
    let star = "write \\* for each * that readers shall see";
    reports("It costs 2*3*4 thousand.", &format!("warning: loses the * in 2*3*4 thousand.: {star}"));
    reports("Call *123*45# now.", &format!("warning: loses the * in *123*45# now.: {star}"));
    reports("See https://x.org/?a=1*2*3 now.", &format!("warning: loses the * in https://x.org/?a=1*2*3 now.: {star}"));
    reports(
        "See https://x.org/_a_/b now.",
        "warning: loses the _ in https://x.org/_a_/b now.: write \\_ for each _ that readers shall see",
    );
    has_findings(
        &text("de", "Alle Bürger*innen und alle Arbeiter*innen."),
        &[&format!("letter.md:8: warning: loses the * in Bürger*innen und alle…: {star}")],
    );
    for (lang, body) in [
        (
            "en",
            "The **W**orld **H**ealth **O**rganization *re*writes, *stressed*, ***both***, un**believ**able?"
                .replace(", un**believ**able?", ".")
                .as_str(),
        ),
        ("zh", "我们**请求**市长*开放*公园。"),
        ("ja", "公園を**開いて**ください。"),
        ("en", "snake_case_name, 2 * 3 * 4, a footnote* and another**."),
        ("de", "Bürger*innen und Kolleg\\*innen."),
    ] {
        leaves_alone(lang, body);
    }
}

#[test]
fn signs_before_a_number_are_no_list() {
    reports(
        "+ 5 per cent",
        "hint: makes an item of a list of + 5 per cent: write \\+ if the sign belongs to the number",
    );
    reports("- 5 degrees", "hint: makes an item of a list of - 5 degrees: write \\- if the sign belongs to the number");
    leaves_alone("en", "- 5 trees\n- 6 lamps");
    leaves_alone("fr", "- 5 arbres\n- 6 lampes\n\nTexte.");
}

#[test]
fn a_line_of_prose_that_begins_with_a_dash_is_no_list() {
    has_findings(
        &text("en", "We ask the city\n- and the region - to act."),
        &[
            "letter.md:9: hint: makes a list of - and the region - to act.: write \\- if the line goes on, or leave an empty \
             line before it if that is meant",
        ],
    );
    leaves_alone("en", "We ask:\n- that the city act.");
    leaves_alone("en", "We ask\n\n- that the city act.");
    leaves_alone("en", "We ask the city to\n- act,\n- answer.");
}

#[test]
fn numbers_that_readers_will_not_see_are_reported() {
    reports(
        "1. One.\n2. Two.\n4. Four.",
        "hint: numbers its items 1, 2, 4, and readers see 1, 2, 3: write the numbers in order",
    );
    reports("3. Three.\n5. Five.", "hint: numbers its items 3, 5, and readers see 3, 4: write the numbers in order");
    leaves_alone("en", "1. One.\n1. Two.\n1. Three.");
    leaves_alone("en", "1. One.\n2. Two.\n3. Three.");
}

#[test]
fn a_source_that_nobody_sees_is_reported() {
    has_findings(
        &text("en", "The council said so.\n\n[1]: https://a.org/report"),
        &["letter.md:10: warning: has [1]: and an address, which nobody sees, since the text has no [1]: write [1] \
             where it belongs, or \\[1]: if the line is to be read"],
    );
    leaves_alone("en", "The council [said so][minutes].\n\n[minutes]: https://a.org/report");
}

#[test]
fn a_date_or_a_year_that_becomes_a_list_is_reported() {
    reports(
        "1989. The council was founded.",
        "hint: makes a list that begins with 1989 of 1989. The council was founded.: write 1989\\. if it is not a list",
    );
    has_findings(
        &text("de", "3. Mai 2025: Der Park wird gesperrt."),
        &[
            "letter.md:8: hint: makes a list that begins with 3 of 3. Mai 2025: Der Park wird…: write 3\\. if it is not a list",
        ],
    );
    leaves_alone("en", "1. One.\n2. Two.\n\nThe council said no.\n\n3. Three.");
    leaves_alone("en", "7. Seven.\n8. Eight.");
    leaves_alone("de", "3\\. Mai 2025: Der Park wird gesperrt.");
}

#[test]
fn a_whole_letter_in_one_paragraph_is_reported() {
    let body = "The river is closed, and nobody knows why. ".repeat(50);
    reports(body.trim(), "warning: is one paragraph of 2149 characters: leave an empty line between two paragraphs");
    leaves_alone("en", &format!("{}\n\nWe ask.", body.trim()));
}
