//! Recognises a day in a line such as *Lyon, le 1er mai 2026*.

use crate::language::Language;
use crate::model::{Date, LanguageTag};
use crate::roll::fold;
use crate::source::pasted::ends_sentence;

/// Whether a line is the date, in words or numbers, possibly after a place.
#[must_use]
pub fn is_date(text: &str, date: Date, lang: &LanguageTag) -> bool {
    let text = with_digits(text);
    let text = text.as_str();
    let day = Day::of(date, lang);
    // A place stands before the day, with a mark between them.
    let after = |at: usize| text[at..].trim_start_matches(PARTS);
    let mut tails = text.match_indices(PARTS).filter(|(at, _)| text[..*at].chars().count() <= PLACE);
    let mut is_tail = || !ends_sentence(text) && tails.any(|(at, _)| day.is_in(after(at)));
    in_east_asia(text, date) || day.is_in(text) || is_tail()
}

/// What stands between a place and a day.
const PARTS: [char; 8] = [',', '،', '，', '、', '–', '—', '(', '\n'];

/// The maximum length of a place, in characters.
const PLACE: usize = 40;

/// A day, and how it is written.
struct Day {
    date: Date,
    /// The day in words, as the language and its regions write it.
    written: Vec<Vec<String>>,
}

impl Day {
    fn of(date: Date, lang: &LanguageTag) -> Day {
        let own = lang.as_str().to_string();
        let regions = regions(&lang.language()).iter().map(ToString::to_string);
        let words = |tag: LanguageTag| {
            let written = fold(&with_digits(&Language::new(&tag).date(date)));
            written.split(' ').map(str::to_string).collect()
        };
        let tags = std::iter::once(own).chain(regions).filter_map(|tag| LanguageTag::parse(&tag));
        Day { date, written: tags.map(words).collect() }
    }

    /// Whether a line is this day, with few other words.
    fn is_in(&self, text: &str) -> bool {
        const MOST: usize = 5;
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let numbers = [u32::from(self.date.year), u32::from(self.date.month), u32::from(self.date.day)];
        let has = |wanted: u32| words.iter().any(|word| number(word) == Some(wanted));
        let has_all = numbers.iter().all(|number| has(*number));
        // Of three numbers in all, the year may have two digits.
        let [year, month, day] = numbers;
        let is_short = words.len() == 3 && [year % 100, month, day].iter().all(|number| has(*number));
        if has_all && words.len() <= MOST || is_short {
            return true;
        }
        self.written.iter().any(|written| self.is_in_words(&words, written))
    }

    fn is_in_words(&self, words: &[&str], written: &[String]) -> bool {
        let (year, day) = (u32::from(self.date.year), u32::from(self.date.day));
        // Japanese and Korean write the year, the month and the day with their units, Persian has other years.
        let is_whole = written.iter().all(|own| words.iter().any(|word| same(word, own)));
        if is_whole && words.len() <= written.len() + 1 {
            return true;
        }
        let name = written.iter().filter(|word| word.contains(char::is_alphabetic));
        let Some(name) = name.max_by_key(|word| word.chars().count()).filter(|name| name.chars().count() > 2) else {
            return false;
        };
        let roman = ROMAN[usize::from(self.date.month.clamp(1, 12)) - 1];
        let month = words.iter().position(|word| is_month(word, name) || *word == roman);
        let find = |wanted: u32| words.iter().position(|word| number(word) == Some(wanted));
        let (Some(month), Some(year), Some(day)) = (month, find(year), find(day)) else { return false };
        let others = words.iter().enumerate().filter(|(at, word)| {
            ![month, year, day].contains(at) && !written.iter().any(|own| own == *word) && !SMALL.contains(word)
        });
        others.count() <= 1 || words.len() <= written.len() + 2
    }
}

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// Words that dates have in many languages.
const SMALL: [&str; 34] = [
    "the", "of", "on", "den", "der", "dem", "am", "le", "de", "del", "do", "da", "dia", "il", "li", "a", "el", "em",
    "op", "dnia", "r", "г", "года", "р", "року", "թ", "ի", "في", "من", "عام", "م", "στις", "tarihi", "ב",
];

/// Other names that the months have in regions of a language.
fn regions(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &["ar-LB", "ar-DZ", "ar-MA"],
        "de" => &["de-AT"],
        "es" => &["es-MX"],
        "pt" => &["pt-PT"],
        _ => &[],
    }
}

/// Months have endings that depend on the sentence, or are cut short.
fn is_month(word: &str, name: &str) -> bool {
    let length = word.chars().count();
    let stem: String = name.chars().take(4).collect();
    // Hebrew joins *in* to the month.
    let is_bare = name.strip_prefix('ב').is_some_and(|bare| bare == word);
    word.starts_with(&stem) || length > 2 && name.starts_with(word) || is_bare
}

/// The same word; a number may have a zero before it.
fn same(word: &str, own: &str) -> bool {
    word == own || word.trim_start_matches('0') == own
}

/// The number of a word: `07`, `3rd`, `1er`, `5º`.
fn number(word: &str) -> Option<u32> {
    const LONGEST_END: usize = 3;
    let end = word.find(|char: char| !char.is_ascii_digit()).unwrap_or(word.len());
    let (digits, ending) = word.split_at(end);
    let is_ending = ending.chars().count() <= LONGEST_END && ending.chars().all(char::is_alphabetic);
    is_ending.then(|| digits.parse().ok())?
}

/// The text with the digits 0 to 9 for those of other scripts.
fn with_digits(text: &str) -> String {
    /// Where the digits of a script begin.
    const ZEROS: [u32; 8] = [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1040];
    let digit = |char: char| {
        let code = u32::from(char);
        let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code))?;
        char::from_digit(code - zero, 10)
    };
    text.chars().map(|char| digit(char).unwrap_or(char)).collect()
}

/// Whether a line ends with the day as Chinese, Japanese and Korean write it, in numbers of any kind and years of any
/// count: `令和8年5月3日`, `二〇二六年五月三日`.
fn in_east_asia(text: &str, date: Date) -> bool {
    const LONGEST: usize = 40;
    let tight: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let part = |text: &str, unit: [char; 2]| {
        let (before, after) = text.split_at_checked(text.find(unit)?)?;
        let numeral = |char: &char| char.is_ascii_digit() || NUMERALS.contains(*char) || "十元廿".contains(*char);
        let start = before.len() - before.chars().rev().take_while(numeral).map(char::len_utf8).sum::<usize>();
        let after = &after[after.chars().next()?.len_utf8()..];
        Some((before[..start].to_string(), east_asian_number(&before[start..])?, after.to_string()))
    };
    let read = || {
        let (before, year, rest) = part(&tight, ['年', '년'])?;
        let (_, month, rest) = part(&rest, ['月', '월'])?;
        let (_, day, _) = part(&rest, ['日', '일']).or_else(|| part(&rest, ['號', '号']))?;
        let begin = [("令和", 2018), ("民國", 1911), ("民国", 1911)].into_iter().find(|(era, _)| before.ends_with(era));
        Some((year + begin.map_or(0, |(_, begin)| begin), month, day))
    };
    let own = (u32::from(date.year), u32::from(date.month), u32::from(date.day));
    tight.chars().count() <= LONGEST && !ends_sentence(text) && read() == Some(own)
}

const NUMERALS: &str = "〇一二三四五六七八九零";

/// `2026`, `二〇二六`, `十二`, `三十一`, `元`
fn east_asian_number(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    if text == "元" {
        return Some(1);
    }
    let digit = |char: char| {
        let at = NUMERALS.chars().position(|numeral| numeral == char)?;
        u32::try_from(at % 10).ok()
    };
    let whole = |text: &str| text.chars().try_fold(0_u32, |sum, char| sum.checked_mul(10)?.checked_add(digit(char)?));
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { whole(tens)? };
            tens.checked_mul(10)?.checked_add(whole(ones)?)
        }
        None if text.is_empty() => None,
        None => whole(text),
    }
}
