//! The scripts of languages, and the two kinds of Chinese characters.

use icu_locale::LocaleExpander;
use icu_locale_core::LanguageIdentifier;

/// A tag with the script and the country that are usual for it (CLDR, likely subtags). `None` if it is not a tag.
#[must_use]
pub fn likely(tag: &str) -> Option<LanguageIdentifier> {
    let mut identifier: LanguageIdentifier = tag.parse().ok()?;
    LocaleExpander::new_extended().maximize(&mut identifier);
    Some(identifier)
}

/// The code of a tag's script: its own, or the usual one (ISO 15924).
#[must_use]
pub fn script(tag: &str) -> Option<String> {
    Some(likely(tag)?.script?.as_str().to_string())
}

/// How many characters of a text are only simplified Chinese, and how many only traditional.
#[must_use]
pub fn chinese(text: &str) -> (usize, usize) {
    let count = |list: &str| text.chars().filter(|char| list.contains(*char)).count();
    (count(SIMPLIFIED), count(TRADITIONAL))
}

/// Frequent characters of the two kinds, in the same order.
const SIMPLIFIED: &str = "们这国为会对发时来说个学书长门问间经东见车让给开无实应义权环请谢爱将办处报员业产务动机电气与万\
    华区县广听声认议论证读变边还进远连选达过运亲礼团图馆计划闭众关诉农乡战军级组织总统条约没体现济该词设语\
    严乌乐习买乱争亏亚亿仅从优传伤伦价";
const TRADITIONAL: &str = "們這國為會對發時來說個學書長門問間經東見車讓給開無實應義權環請謝愛將辦處報員業產務動機電氣與萬\
    華區縣廣聽聲認議論證讀變邊還進遠連選達過運親禮團圖館計劃閉眾關訴農鄉戰軍級組織總統條約沒體現濟該詞設語\
    嚴烏樂習買亂爭虧亞億僅從優傳傷倫價";

#[cfg(test)]
mod tests {
    use super::{SIMPLIFIED, TRADITIONAL, chinese, script};

    #[test]
    fn the_two_lists_have_the_same_characters_in_their_two_kinds() {
        assert_eq!(SIMPLIFIED.chars().count(), TRADITIONAL.chars().count());
        let same: Vec<char> = SIMPLIFIED.chars().filter(|char| TRADITIONAL.contains(*char)).collect();
        assert!(same.is_empty(), "{same:?}");
        assert_eq!(chinese("我们的国家，我們的國家們"), (2, 3));
    }

    #[test]
    fn each_language_has_its_usual_script() {
        for (tag, code) in [("sr", "Cyrl"), ("sr-Latn", "Latn"), ("ckb", "Arab"), ("zh-TW", "Hant"), ("ja", "Jpan")] {
            assert_eq!(script(tag).as_deref(), Some(code), "{tag}");
        }
    }
}
