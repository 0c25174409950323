//! The names of a roll.

use super::{FRONT, has_findings, text};
use crate::folder::Folder;

/// Asserts the findings about persons with these names, the first on line 2.
#[track_caller]
fn reports(names: &[&str], expected: &[&str]) {
    rows(&names.iter().map(|name| format!("{name},person,")).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn organisations(names: &[&str], expected: &[&str]) {
    rows(&names.iter().map(|name| format!("{name},organisation,")).collect::<Vec<_>>(), expected);
}

#[track_caller]
fn rows(rows: &[String], expected: &[&str]) {
    let csv = format!("name,kind,organisation\n{}\n", rows.join("\n"));
    let expected: Vec<String> = expected.iter().map(|finding| format!("signatories.csv:{finding}")).collect();
    let folder = Folder::new().letter(FRONT, "Text.").signatories(&csv);
    has_findings(&folder, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn names_as_their_bearers_write_them_are_left_alone() {
    reports(
        &[
            "Ada Lovelace",
            "J. R. R. Tolkien",
            "Martin Luther King Jr.",
            "\"Professor Elisa von Joeden-Forgey, PhD\"",
            "’t Hooft",
            "'t Hart",
            "‘Abd al-Raḥmān",
            "Ngũgĩ wa Thiong’o",
            "Seán Ó hUiginn",
            "Marie DUPONT",
            "LI Na",
            "Louis 2nd",
            "Đặng Thị Hà",
            "Հայրեն Պարտնեռս",
            "محمد بن راشد",
            "مُحَمَّد",
            "می\u{200c}خواهم رضا",
            "क्\u{200d}ष राम",
            "שרה כהן",
            "Александр Пушкин",
            "Άννα Παπαδοπούλου",
            "김철수",
            "山田 太郎",
            "葛\u{E0100}城",
            "ნინო",
            "நிலா",
            "Ünal Ağaoğlu",
            "İlkay Gündoğan",
        ],
        &[],
    );
    organisations(
        &[
            "350.org",
            "Armenophobia.org",
            "UNICEF",
            "HUMANITARIAN AID RELIEF TRUST (HART)",
            "Global Movement for Myanmar Democracy: GM4MD",
            "UHRP – Uyghur Human Rights Project",
            "#MeToo",
            "Yahoo!",
            "株式会社ABC",
            "ＡＢＣセンター",
            "Яндекс.Music",
            "Genocide 1915 ☮️",
        ],
        &[],
    );
}

#[test]
fn rows_that_somebody_made_to_try_the_form_are_reported() {
    let none = "warning: name is not a name: write the name, or delete the row";
    let example =
        |name: &str| format!("hint: name is {name}, an example name: delete the row, unless it is a real person");
    reports(
        &["Test M. Person", "test user 2", "Max Mustermann", "Doe Jane", "Jean Dupont"],
        &[
            &format!("2: {none}"),
            &format!("3: {none}"),
            &format!("4: {}", example("Max Mustermann")),
            &format!("5: {}", example("Doe Jane")),
            &format!("6: {}", example("Jean Dupont")),
        ],
    );
    reports(&["Jana Muster", "Peter Doe", "Tester Name-Smith", "Ana Prueba", "Jeanne Dupont"], &[]);
}

#[test]
fn cells_that_say_nothing_are_a_hint() {
    let nothing = |cell: &str| format!("hint: organisation is “{cell}”, which readers see: leave the cell empty");
    rows(
        &["n/a", "None", "-", "keine", "None of Us", "N", "Null Island Society"]
            .map(|cell| format!("Ada,person,{cell}")),
        &[
            &format!("2: {}", nothing("n/a")),
            &format!("3: {}", nothing("None")),
            &format!("4: {}", nothing("-")),
            &format!("5: {}", nothing("keine")),
        ],
    );
}

#[test]
fn telephone_numbers_are_a_hint() {
    let may_be = |column: &str, number: &str| {
        format!("hint: {column} has {number}, which may be a telephone number that everybody could read: leave it out")
    };
    rows(
        &[
            "Ada Example,organisation,tel. +49 30 1234567",
            "Ce Example 0171-5550100,organisation,",
            "Society (030) 123 45 67,organisation,",
            "Class of 1998–2004,organisation,Local 1180",
            "ISO 9001:2015 Club,organisation,Friends of 12 May 1996",
            "0000-0002-1825-0097 X,organisation,",
        ]
        .map(String::from),
        &[
            &format!("2: {}", may_be("organisation", "+49 30 1234567")),
            &format!("3: {}", may_be("name", "0171-5550100")),
            &format!("4: {}", may_be("name", "030) 123 45 67")),
        ],
    );
}

#[test]
fn scripts_that_mix_within_a_word_are_reported() {
    let remedy = "type the word again in one script";
    reports(
        &["Аda Lovelace", "Ada Lovelасe", "Άda", "Հaйr", "Ada Пушкин"],
        &[
            &format!("2: warning: name mixes Cyrillic and Latin letters in “Аda”: {remedy}"),
            &format!("3: warning: name mixes Latin and Cyrillic letters in “Lovelасe”: {remedy}"),
            "3: warning: name “Ada Lovelасe” looks like “Аda Lovelace” in line 2 but is spelt differently, with the \
             Latin A (U+0041) for the Cyrillic А (U+0410): correct one, or distinguish them by role, country, note or url",
            &format!("4: warning: name mixes Greek and Latin letters in “Άda”: {remedy}"),
            &format!("5: warning: name mixes Armenian and Latin and Cyrillic letters in “Հaйr”: {remedy}"),
        ],
    );
    rows(
        &["Ada,person,Нayren".to_string()],
        &[&format!("2: warning: organisation mixes Cyrillic and Latin letters in “Нayren”: {remedy}")],
    );
}

#[test]
fn invisible_characters_are_reported() {
    let remedy = "delete it, or type the name again";
    reports(
        &["Ada\u{200b}B Lovelace", "Grace\u{ad}Hopper", "Bob\u{200d}by", "Mary\u{200f} Shelley", "Tom\u{3164}"],
        &[
            &format!("2: warning: name has the invisible character U+200B: {remedy}"),
            &format!("3: warning: name has the invisible character U+00AD: {remedy}"),
            &format!("4: warning: name has the invisible character U+200D: {remedy}"),
            &format!("5: warning: name has the invisible character U+200F: {remedy}"),
            &format!("6: warning: name has the invisible character U+3164: {remedy}"),
        ],
    );
}

#[test]
fn names_that_look_alike_and_differ_are_reported() {
    reports(
        &["Ilya Repin", "llya Repin", "Асе", "Ace"],
        &[
            "3: warning: name “llya Repin” looks like “Ilya Repin” in line 2 but is spelt differently, with the Latin \
             l (U+006C) for the Latin I (U+0049): correct one, or distinguish them by role, country, note or url",
            "5: warning: name “Ace” looks like “Асе” in line 4 but is spelt differently, with the Latin A (U+0041) for \
             the Cyrillic А (U+0410): correct one, or distinguish them by role, country, note or url",
        ],
    );
}

#[test]
fn look_alikes_that_something_else_distinguishes_are_left_alone() {
    rows(&["Ilya Repin,person,HART".into(), "llya Repin,person,IDC".into()], &[]);
    rows(
        &["Ilya Repin,person,HART".into(), "llya Repin,person,".into()],
        &["3: warning: name “llya Repin” looks like “Ilya Repin” in line 2 but is spelt differently, with the Latin \
             l (U+006C) for the Latin I (U+0049): correct one, or distinguish them by role, country, note or url"],
    );
}

#[test]
fn names_that_are_similar_and_two_are_left_alone() {
    reports(&["Amie Stem", "Arnie Stern", "Ian Hall", "Jan Hall", "Ian Hull", "O’Brien", "José", "Zoe Li"], &[]);
}

#[test]
fn capitals_throughout_are_a_hint_for_persons() {
    reports(
        &["ADA LOVELACE", "АДА ЛОВЛЕЙС"],
        &[
            "2: hint: name is all in capitals: write Ada Lovelace, if the person writes it so",
            "3: hint: name is all in capitals: write Ада Ловлейс, if the person writes it so",
        ],
    );
    rows(
        &["UNICEF,,".into(), "GRACE BREWSTER HOPPER,,".into(), "JEAN-LUC D’ARTAGNAN,,".into()],
        &[
            "3: hint: name is all in capitals: write Grace Brewster Hopper, if the person writes it so",
            "4: hint: name is all in capitals: write Jean-Luc D’artagnan, if the person writes it so",
        ],
    );
}

#[test]
fn what_is_no_name_is_reported() {
    reports(
        &["🙂", "12345", "ada@hayren.org", "Ada www.hayren.org", "ada.com", "Ada 2", "Ada4"],
        &[
            "2: warning: name has no letter: write the name, or delete the row",
            "3: warning: name has no letter: write the name, or delete the row",
            "4: name has an e-mail address in it, which everybody could read: write the signatory's name",
            "5: warning: name has the address www.hayren.org: write it into the column url",
            "6: warning: name has the address ada.com: write it into the column url",
            "7: hint: name has a digit in “2”: write the name alone",
            "8: hint: name has a digit in “Ada4”: write the name alone",
        ],
    );
    organisations(
        &["https://hayren.org/", "🙂"],
        &[
            "2: warning: name has the address https://hayren.org/: write it into the column url",
            "3: warning: name has no letter: write the name, or delete the row",
        ],
    );
}

#[test]
fn marks_around_a_name_are_reported() {
    reports(
        &["- Ada", "\"Ann,\"", "“Grace”", "* Mary", "Bob -", "(Tom)", "Eve;"],
        &[
            "2: warning: name begins with -: leave it out",
            "3: warning: name ends with ,: leave it out",
            "4: warning: name is between “ and ”: leave them out",
            "5: warning: name begins with *: leave it out",
            "6: warning: name ends with -: leave it out",
            "7: warning: name is between ( and ): leave them out",
            "8: warning: name ends with ;: leave it out",
        ],
    );
}

#[test]
fn what_people_type_to_try_a_form_is_reported_once() {
    let message = "warning: name is not a name: write the name, or delete the row";
    let names = ["test", "Test Test", "TEST NAME", "asdf", "QWERTY", "aaa", "Xxx", "N. N.", "Vorname Nachname", "тест"];
    let expected: Vec<String> = (2..12).map(|line| format!("{line}: {message}")).collect();
    reports(&names, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn odd_names_are_left_alone() {
    reports(
        &[
            "Li Xi",
            "Bo Test",
            "Test Ferrari",
            "O",
            "Asa",
            "Aa",
            "Abc Nguyen",
            "Nguyễn Văn A",
            "van der Berg",
            "McDONALD",
            "Fiona \
             McDONALD",
            "Na Li",
            "عبد الله",
            "王明",
            "Foo Yee Ling",
            "Jo Name",
            "Prince",
            "LI Xiaoming",
            "WANG Fang",
            "Her Serene Highness Princess Maria Theresia Johanna von Thann und Hohe zu Sayn-Wolf",
        ],
        &[],
    );
}

#[test]
fn a_surname_in_capitals_before_a_first_name_is_a_hint() {
    reports(&["MUSTER Jana"], &["2: hint: name has MUSTER in capitals: write Jana Muster, if the person writes it so"]);
    organisations(&["UNESCO Chair of Water", "MUSTER Verlag"], &[]);
}

#[test]
fn a_life_in_the_cell_of_a_name_is_reported() {
    let life = "\"Jo Doe, born in 1961 in Vell, teacher and mother of three, active in many clubs of the town\"";
    reports(
        &[life],
        &[
            "2: warning: name has 91 characters and more than a name: write the rest into the columns role, organisation or note",
        ],
    );
}

#[test]
fn a_handle_is_no_address() {
    let csv = "name,url\nKim,@kim\nJo,@jo@social.vell.org\n";
    has_findings(
        &Folder::new().letter(FRONT, "Text.").signatories(csv),
        &[
            "signatories.csv:2: warning: url is a handle and no address: write that of the page, https://…/kim, or leave it out",
            "signatories.csv:3: warning: url is a handle and no address: write https://social.vell.org/@jo",
        ],
    );
}

#[test]
fn many_equal_names_that_nobody_can_settle_are_one_hint() {
    let rows = "Ada A\nAda B\nAda C\nAda D\nAda E\n".repeat(6);
    has_findings(
        &Folder::new().letter(FRONT, "Text.").signatories(&format!("name\n{rows}")),
        &[
            "signatories.csv:7: hint: Ada A is also in line 2, and 24 more rows have a name that another row has, and nothing beside \
           it: nobody can say whether they are one person. Import e-mail addresses, or write role, country, note or url, if you \
           know",
        ],
    );
}

#[test]
fn html_in_a_name_is_reported() {
    reports(
        &["O&#39;Brien", "Ada &amp; Co"],
        &[
            "2: warning: name shows &#39;: write what is meant, no text of a letter is read as HTML",
            "3: warning: name shows &amp;: write what is meant, no text of a letter is read as HTML",
        ],
    );
}

#[test]
fn names_that_nobody_sees_are_left_alone() {
    let folder =
        Folder::new().letter(FRONT, "Text.").signatories("name,hidden\nada@hayren.org,true\nADA LOVELACE,true\n");
    has_findings(&folder, &[]);
    has_findings(&text("en", "Text."), &[]);
}
