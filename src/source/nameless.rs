//! Signatories without a name: *Anonymous*, *Name withheld*, *匿名*.
//!
//! Two of them are never the same person, even if written alike. If there is nothing else in place of a name, there is
//! nothing to publish: the signature counts without being named.

use crate::roll::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Phrases used in place of a name, between commas.
const PHRASES: &str = "anonymous, anon, anonymously, anonymous signatory, anonymous signature, name withheld, \
    name witheld, withheld, name withheld by request, name withheld on request, name withheld upon request, no name, \
    no name given, name not given, name not published, name not shown, name not disclosed, name hidden, name redacted, \
    redacted, nameless, unnamed, not named, undisclosed, name on file, name supplied, name known to the editors, \
    prefer not to say, prefers not to say, prefer to remain anonymous, wishes to remain anonymous, \
    wish to remain anonymous, a. nonymous, n/a, n.n., nomen nescio, \
    anonyme, anonymement, signataire anonyme, sans nom, nom masqué, nom caché, nom tenu secret, nom non communiqué, \
    nom non publié, nom non divulgué, souhaite rester anonyme, je souhaite rester anonyme, \
    anonym, anonyme person, anonymer unterzeichner, anonyme unterzeichnerin, ohne name, ohne namen, kein name, namenlos, \
    ungenannt, name bekannt, name der redaktion bekannt, name nicht genannt, name nicht veröffentlicht, \
    möchte anonym bleiben, möchte nicht genannt werden, name zurückgehalten, keine angabe, keine angaben, ohne angabe, \
    anonimo, anonima, firmatario anonimo, senza nome, nome omesso, nome riservato, nome nascosto, nome non pubblicato, \
    omissis, \
    anónimo, anónima, firmante anónimo, sin nombre, nombre omitido, nombre reservado, nombre oculto, \
    nombre no publicado, \
    anônimo, anônima, sem nome, nome omitido, nome reservado, nome oculto, nome não divulgado, nome não publicado, \
    аноним, анонимно, анонимный, анонимная, анонимный подписант, без имени, инкогнито, имя скрыто, имя не указано, \
    имя не публикуется, имя не разглашается, \
    анонім, анонімно, анонімний, анонімна, без імені, інкогніто, ім'я приховано, ім'я не вказано, ім'я не публікується, \
    anonim, isimsiz, adsız, ismi saklı, adı saklı, isim gizli, ismi gizli, ismini vermek istemeyen, \
    مجهول, مجهولة, مجهول الهوية, مجهول الاسم, بدون اسم, بلا اسم, الاسم محجوب, الاسم محفوظ, لم يذكر اسمه, فاعل خير, \
    անանուն, անանուն անձ, անունը չի հրապարակվում, անունը չի նշվում, անունը գաղտնի է, \
    אנונימי, אנונימית, עילום שם, בעילום שם, ללא שם, שם חסוי, השם שמור במערכת, פלוני, \
    匿名, 匿名者, 匿名人士, 佚名, 无名氏, 無名氏, 无名, 不具名, 姓名保密, 姓名不公开, 不愿透露姓名, \
    anoniem, anonieme ondertekenaar, zonder naam, geen naam, naam bekend, naam bekend bij de redactie, \
    naam niet gepubliceerd, wil anoniem blijven, \
    anonimowo, anonimowy, anonimowa, anonimowa osoba, bez nazwiska, nazwisko zastrzeżone, dane zastrzeżone, \
    nazwisko do wiadomości redakcji, imię i nazwisko do wiadomości redakcji, \
    ανώνυμος, ανώνυμη, ανώνυμο, ανώνυμα, ανωνύμως, χωρίς όνομα, επιθυμεί να παραμείνει ανώνυμος, \
    ناشناس, بی‌نام, بدون نام, گمنام, نام محفوظ, نام محفوظ است, مایل به افشای نام نیست, \
    匿名希望, 無記名, 名無し, 名前非公開, 氏名非公開, お名前非公開, 非公開, \
    익명, 익명 희망, 무명, 이름 없음, 이름 비공개, 성명 비공개, 비공개, \
    anonymt, anonymní, anonymně, anonymný, anonyymi, nimetön, névtelen, név nélkül, anonimen, анонимен";

/// First words of a description that others may share: *Anonymous nurse*.
const FIRST_WORDS: &str = "anonymous anonym anonyme anonymer anonimo anonima anónimo anónima anônimo anônima аноним \
    анонимный анонимная анонім анонімний анонімна anonim isimsiz مجهول مجهولة անանուն אנונימי אנונימית anoniem anonieme \
    anonimowy anonimowa ανώνυμος ανώνυμη ناشناس 익명";

static NAMELESS: LazyLock<HashSet<String>> = LazyLock::new(|| PHRASES.split(',').map(bare).collect());

/// The words with which those phrases begin.
static BEGINNINGS: LazyLock<HashSet<String>> = LazyLock::new(|| PHRASES.split(',').filter_map(first_word).collect());

static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| FIRST_WORDS.split_whitespace().map(bare).collect());

/// Whether the name is only a word for *anonymous*, or no word at all: `Anonymous 2`, `N.N.`, `—`.
#[must_use]
pub fn is_nameless(name: &str) -> bool {
    !name.contains(char::is_alphanumeric) || first_word(name).is_some_and(|first| is_phrase(name, &first))
}

/// Whether several people may use this name, so that two rows with it are two people; includes *Anonymous nurse*.
#[must_use]
pub fn is_anybody(name: &str) -> bool {
    let is_description = |first: &str| FIRST.contains(first) || first.starts_with("匿名");
    !name.contains(char::is_alphanumeric)
        || first_word(name).is_some_and(|first| is_description(&first) || is_phrase(name, &first))
}

/// Whether the name with that first word is one of the phrases. Few names begin like one, so few are folded whole.
fn is_phrase(name: &str, first: &str) -> bool {
    BEGINNINGS.contains(first) && NAMELESS.contains(&bare(name))
}

/// The folded words, without the numbers that count people.
fn bare(name: &str) -> String {
    words(&fold(name)).collect::<Vec<_>>().join(" ")
}

/// The first of the folded words, without folding the others.
fn first_word(name: &str) -> Option<String> {
    name.split_whitespace().find_map(|part| words(&fold(part)).next().map(str::to_string))
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|char: char| !char.is_alphanumeric()).filter(|word| word.contains(char::is_alphabetic))
}
