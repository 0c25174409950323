//! Lines that run together, and signs that no letter reads.

use super::{findings, has_findings, text};

const NUMBERS: &str = "for a list, begin each line with 1. or - and a space, after an empty line; else leave an empty line \
                       between them";

#[track_caller]
fn leaves_alone(lang: &str, body: &str) {
    assert_eq!(findings(&text(lang, body)), Vec::<String>::new(), "{body}");
}

#[track_caller]
fn reports(lang: &str, body: &str, message: &str) {
    has_findings(&text(lang, body), &[&format!("letter.md:8: {message}")]);
}

#[test]
fn letters_and_numbers_of_every_script_begin_lines_that_run_together() {
    for (lang, body, shown) in [
        ("en", "A. First demand\nB. Second demand\nC. Third demand", "A., B., C."),
        ("en", "I. First demand\nII. Second demand", "I., II."),
        ("en", "A: First demand\nB: Second demand", "A:, B:"),
        ("en", "A – First demand\nB – Second demand", "A –, B –"),
        ("en", "#1 First demand\n#2 Second demand", "#1, #2"),
        ("en", "1: First demand\n2: Second demand", "1:, 2:"),
        ("en", "1️⃣ First demand\n2️⃣ Second demand", "1️⃣, 2️⃣"),
        ("en", "❶ First demand\n❷ Second demand", "❶, ❷"),
        ("es", "1.- Abrir el parque\n2.- Iluminarlo", "1.-, 2.-"),
        ("pt", "1.º Abrir o parque\n2.º Iluminá-lo", "1., 2."),
        ("ru", "А. Открыть парк\nБ. Осветить его", "А., Б."),
        ("ru", "№ 1 Открыть парк\n№ 2 Осветить его", "№ 1, № 2"),
        ("uk", "а. Відкрити парк\nб. Освітити його", "а., б."),
        ("el", "Α. Ανοίξτε το πάρκο\nΒ. Φωτίστε το", "Α., Β."),
        ("hy", "ա. Բացել այգին\nբ. Լուսավորել այն", "ա., բ."),
        ("he", "א. לפתוח את הגן\nב. להאיר אותו", "א., ב."),
        ("ar", "١. افتحوا الحديقة\n٢. أنيروها", "١., ٢."),
        ("ar", "أ. افتحوا الحديقة\nب. أنيروها", "أ., ب."),
        ("ar", "أ- افتحوا الحديقة\nب- أنيروها", "أ-, ب-"),
        ("fa", "۱. پارک را باز کنید\n۲. آن را روشن کنید", "۱., ۲."),
        ("fa", "الف. پارک را باز کنید\nب. آن را روشن کنید", "الف., ب."),
        ("ko", "가. 공원을 열어 주세요\n나. 불을 켜 주세요", "가., 나."),
        ("ja", "イ．公園を開く。\nロ．照らす。", "イ．, ロ．"),
        ("ja", "１．公園を開く。\n２．照らす。", "１．, ２．"),
        ("zh-Hans", "一. 开放公园\n二. 照明", "一., 二."),
        ("zh-Hans", "甲、开放公园\n乙、照明", "甲、, 乙、"),
        ("zh-Hans", "㈠开放公园\n㈡照明", "㈠, ㈡"),
    ] {
        reports(lang, body, &format!("hint: has lines that begin with {shown} and run on in one paragraph: {NUMBERS}"));
    }
}

#[test]
fn signs_and_pictures_begin_lines_that_run_together() {
    let remedy = NUMBERS.replace("1. or -", "-");
    for sign in ["→", "➡️", "⇒", "★", "☐", "✅", "✘", "👉", "◆", "□", "※"] {
        let message = format!("hint: has 2 lines that begin with {sign} and run on in one paragraph: {remedy}");
        reports("en", &format!("{sign} Open the park\n{sign} Light it"), &message);
    }
    has_findings(
        &text("en", "We ask:\n→ Open the park."),
        &[&format!("letter.md:9: hint: has a line that begins with → and runs on in one paragraph: {remedy}")],
    );
}

#[test]
fn initials_signs_and_numbers_in_prose_are_no_list() {
    for (lang, body) in [
        ("en", "J. Smith and\nA. Jones wrote this."),
        ("en", "The authors are:\nA. Smith and J. Jones."),
        ("en", "B. Smith,\nA. Jones"),
        ("en", "A. First demand\n\nB. Second demand"),
        ("en", "A. First demand\\\nB. Second demand"),
        ("en", "From the bridge\n→ to the church it is a mile."),
        ("en", "The works began in\n1998: nobody was asked."),
        ("ru", "Об этом пишут А. Иванов,\nБ. Петров и другие."),
        ("fr", "Le parc est fermé depuis plusieurs mois déjà, on nous dit ceci\n: personne ne peut y entrer."),
    ] {
        leaves_alone(lang, body);
    }
}

#[test]
fn a_meaning_below_its_term_runs_on() {
    let message = "has : Everybody’s river. as the meaning of a term, which runs on in one paragraph: write the colon and the \
                   meaning behind the term";
    has_findings(&text("en", "The Vell\n: Everybody’s river."), &[&format!("letter.md:9: hint: {message}")]);
}

#[test]
fn a_heading_without_its_space_is_a_hint() {
    let remedy = "write ## and a space for a heading, or \\# if the sign is meant";
    for (lang, line) in
        [("en", "#Our demands"), ("de", "#Unsere Forderungen"), ("ru", "#Наши требования"), ("ar", "#مطالبنا الأساسية")]
    {
        reports(lang, line, &format!("hint: shows {line}: {remedy}"));
    }
    reports("ja", "＃ 私たちの要求", &format!("hint: shows ＃ 私たちの要求: {remedy}"));
    for (lang, line) in [
        ("en", "#SaveThePark now"),
        ("en", "#Park"),
        ("en", "#Park is what we want."),
        ("en", "#Park #River"),
        ("en", "#1 in the region"),
        ("ja", "＃公園を守れ"),
        ("ja", "#公園を守れ"),
    ] {
        leaves_alone(lang, line);
    }
}

#[test]
fn signs_of_other_programs_are_reported() {
    let stress = "write ** before and after words that matter, or leave the signs out";
    for sign in ["==vital==", "++new++", "'''vital'''", "[b]vital[/b]", "[URL=https://a.org/]the report[/URL]"] {
        reports("en", &format!("This is {sign}, we think."), &format!("warning: shows the signs of {sign}: {stress}"));
    }
    reports("zh-Hans", "这是==重要==的事。", &format!("warning: shows the signs of ==重要==: {stress}"));
    for sign in ["$x^2$", "$$x_1$$", r"$\sqrt{2}$"] {
        let remedy = "write it as readers are to see it, such as x²";
        reports("en", &format!("It is {sign} now."), &format!("warning: shows the signs of {sign}: {remedy}"));
    }
    let command = "leave it out, or write \\ before it if it is meant";
    for line in ["[TOC]", "[[toc]]", "{:toc}", r"\newpage", r"\pagebreak"] {
        reports("en", line, &format!("warning: shows the command {line}: {command}"));
    }
    reports("en", "## What we ask {#ask}", &format!("warning: shows the command {{#ask}}: {command}"));
    reports("en", "Dear {{first name}}, we ask.", &format!("warning: shows the command {{{{first name}}}}: {command}"));
    reports(
        "en",
        "We ask you :smile: now.",
        "warning: shows the name :smile:: write the picture itself, such as 🙂, or leave it out",
    );
}

#[test]
fn signs_of_prices_programs_and_sums_are_left_alone() {
    for body in [
        "It costs $5 and not $10, US$3 or 4$.",
        "C++ and C++ again, a == b and c == d, x==y and z==w.",
        "From 10:30:45 to 11:00, at 3:2:1.",
        "See https://a.org/?q=++x++ and https://a.org/a==b==.",
        "The set {a, b}, {x} and [b].",
        "On the $HOME of $USER.",
    ] {
        leaves_alone("en", body);
    }
}
