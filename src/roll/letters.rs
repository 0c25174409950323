//! What folding does after decomposition and lower case, for letters of all scripts.
//!
//! The table is written by hand and not derived from Unicode's categories: their tables would be larger than the
//! widget's whole search, and would change with each version of Unicode.

/// What a decomposed character in lower case becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// A letter, kept.
    Itself(char),
    /// The letters that people type for it.
    Spelt(&'static str),
    /// It separates words.
    Apart,
    /// Removed.
    Dropped,
}

/// What to do with a decomposed character in lower case.
pub(super) fn letter(char: char) -> Letter {
    match char {
        'a'..='z' | '0'..='9' => Letter::Itself(char),
        '\'' | '`' => Letter::Dropped,
        '\0'..='\x7f' => Letter::Apart,
        _ => {
            if let Ok(index) = SPELT.binary_search_by_key(&char, |(char, _)| *char) {
                return SPELT.get(index).map_or(Letter::Dropped, |(_, letters)| Letter::Spelt(letters));
            }
            // The last range that begins at or before it.
            let after = RANGES.partition_point(|(first, _, _)| *first <= char);
            match after.checked_sub(1).and_then(|index| RANGES.get(index)) {
                Some((_, last, becomes)) if char <= *last => *becomes,
                _ => Letter::Itself(char),
            }
        }
    }
}

const DROPPED: Letter = Letter::Dropped;
const APART: Letter = Letter::Apart;

/// Letters without a decomposition that people type as others, by code point.
const SPELT: &[(char, &str)] = &[
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ĸ', "k"),
    ('ł', "l"),
    ('ŋ', "ng"),
    ('œ', "oe"),
    ('ŧ', "t"),
    ('ƀ', "b"),
    ('ƃ', "b"),
    ('ƈ', "c"),
    ('ƌ', "d"),
    ('ƒ', "f"),
    ('ƙ', "k"),
    ('ƚ', "l"),
    ('ƞ', "n"),
    ('ƥ', "p"),
    ('ƭ', "t"),
    ('ƴ', "y"),
    ('ƶ', "z"),
    ('ǝ', "e"),
    ('ǥ', "g"),
    ('ȥ', "z"),
    ('ȷ', "j"),
    ('ȼ', "c"),
    ('ȿ', "s"),
    ('ɀ', "z"),
    ('ɇ', "e"),
    ('ɉ', "j"),
    ('ɍ', "r"),
    ('ɏ', "y"),
    ('ɐ', "a"),
    ('ɑ', "a"),
    ('ɓ', "b"),
    ('ɔ', "o"),
    ('ɖ', "d"),
    ('ɗ', "d"),
    ('ə', "e"),
    ('ɛ', "e"),
    ('ɠ', "g"),
    ('ɡ', "g"),
    ('ɣ', "g"),
    ('ɨ', "i"),
    ('ɩ', "i"),
    ('ɪ', "i"),
    ('ɲ', "n"),
    ('ɵ', "o"),
    ('ʈ', "t"),
    ('ʉ', "u"),
    ('ʊ', "u"),
    ('ʋ', "v"),
    ('ʒ', "z"),
    ('ς', "σ"),
    ('ґ', "г"),
    ('ғ', "г"),
    ('җ', "ж"),
    ('ҙ', "з"),
    ('қ', "к"),
    ('ҡ', "к"),
    ('ң', "н"),
    ('ҫ', "с"),
    ('ү', "у"),
    ('ұ', "у"),
    ('ҳ', "х"),
    ('ҷ', "ч"),
    ('һ', "х"),
    ('ә', "а"),
    ('ө', "о"),
    ('ך', "כ"),
    ('ם', "מ"),
    ('ן', "נ"),
    ('ף', "פ"),
    ('ץ', "צ"),
    ('װ', "וו"),
    ('ױ', "וי"),
    ('ײ', "יי"),
    ('ة', "ه"),
    ('ى', "ي"),
    ('ٱ', "ا"),
    ('ک', "ك"),
    ('ڪ', "ك"),
    ('ھ', "ه"),
    ('ہ', "ه"),
    ('ۃ', "ه"),
    ('ی', "ي"),
    ('ے', "ي"),
    ('ە', "ه"),
    ('ⱡ', "l"),
    ('ⱥ', "a"),
    ('ⱦ', "t"),
    ('ⱪ', "k"),
];

/// By code point: marks, apostrophes and invisible characters, which are dropped; punctuation and symbols, which
/// separate words. Not listed, and so treated as letters: vowel signs and marks of Indic scripts, Thai and Lao, the
/// voicing marks of kana, emoji.
const RANGES: &[(char, char, Letter)] = &[
    // Latin-1
    ('\u{80}', '\u{AC}', APART),
    ('\u{AD}', '\u{AD}', DROPPED),
    ('\u{AE}', '\u{BF}', APART),
    ('\u{D7}', '\u{D7}', APART),
    ('\u{F7}', '\u{F7}', APART),
    // modifier letters, combining marks
    ('\u{2B9}', '\u{36F}', DROPPED),
    // Greek
    ('\u{375}', '\u{375}', APART),
    ('\u{37E}', '\u{37E}', APART),
    ('\u{387}', '\u{387}', APART),
    ('\u{3F6}', '\u{3F6}', APART),
    // Cyrillic
    ('\u{482}', '\u{482}', APART),
    ('\u{483}', '\u{489}', DROPPED),
    // Armenian, whose marks of stress and question stand within words
    ('\u{559}', '\u{55C}', DROPPED),
    ('\u{55D}', '\u{55D}', APART),
    ('\u{55E}', '\u{55F}', DROPPED),
    ('\u{589}', '\u{58F}', APART),
    // Hebrew
    ('\u{591}', '\u{5BD}', DROPPED),
    ('\u{5BE}', '\u{5BE}', APART),
    ('\u{5BF}', '\u{5BF}', DROPPED),
    ('\u{5C0}', '\u{5C0}', APART),
    ('\u{5C1}', '\u{5C2}', DROPPED),
    ('\u{5C3}', '\u{5C3}', APART),
    ('\u{5C4}', '\u{5C5}', DROPPED),
    ('\u{5C6}', '\u{5C6}', APART),
    ('\u{5C7}', '\u{5C7}', DROPPED),
    ('\u{5F3}', '\u{5F4}', DROPPED),
    // Arabic
    ('\u{600}', '\u{60F}', APART),
    ('\u{610}', '\u{61A}', DROPPED),
    ('\u{61B}', '\u{61B}', APART),
    ('\u{61C}', '\u{61C}', DROPPED),
    ('\u{61D}', '\u{61F}', APART),
    ('\u{640}', '\u{640}', DROPPED),
    ('\u{64B}', '\u{65F}', DROPPED),
    ('\u{66A}', '\u{66D}', APART),
    ('\u{670}', '\u{670}', DROPPED),
    ('\u{6D4}', '\u{6D4}', APART),
    ('\u{6D6}', '\u{6DC}', DROPPED),
    ('\u{6DD}', '\u{6DE}', APART),
    ('\u{6DF}', '\u{6E4}', DROPPED),
    ('\u{6E7}', '\u{6E8}', DROPPED),
    ('\u{6E9}', '\u{6E9}', APART),
    ('\u{6EA}', '\u{6ED}', DROPPED),
    // Syriac
    ('\u{700}', '\u{70D}', APART),
    ('\u{70F}', '\u{70F}', DROPPED),
    ('\u{711}', '\u{711}', DROPPED),
    ('\u{730}', '\u{74A}', DROPPED),
    // Arabic, extended
    ('\u{897}', '\u{89F}', DROPPED),
    ('\u{8CA}', '\u{8E1}', DROPPED),
    ('\u{8E2}', '\u{8E2}', APART),
    ('\u{8E3}', '\u{8FF}', DROPPED),
    // Devanagari, Thai, Tibetan, Myanmar, Georgian
    ('\u{964}', '\u{965}', APART),
    ('\u{970}', '\u{970}', APART),
    ('\u{E3F}', '\u{E3F}', APART),
    ('\u{E4F}', '\u{E4F}', APART),
    ('\u{E5A}', '\u{E5B}', APART),
    ('\u{F04}', '\u{F14}', APART),
    ('\u{104A}', '\u{104F}', APART),
    ('\u{10FB}', '\u{10FB}', APART),
    // fillers of Hangul
    ('\u{115F}', '\u{1160}', DROPPED),
    // Ethiopic and others
    ('\u{1360}', '\u{1368}', APART),
    ('\u{1400}', '\u{1400}', APART),
    ('\u{166D}', '\u{166E}', APART),
    ('\u{1680}', '\u{1680}', APART),
    ('\u{17B4}', '\u{17B5}', DROPPED),
    ('\u{17D4}', '\u{17D6}', APART),
    ('\u{17D8}', '\u{17DB}', APART),
    ('\u{1800}', '\u{1809}', APART),
    ('\u{180A}', '\u{180F}', DROPPED),
    // combining marks, extended
    ('\u{1AB0}', '\u{1AFF}', DROPPED),
    ('\u{1DC0}', '\u{1DFF}', DROPPED),
    // general punctuation, the apostrophes among it
    ('\u{2000}', '\u{200A}', APART),
    ('\u{200B}', '\u{200F}', DROPPED),
    ('\u{2010}', '\u{2017}', APART),
    ('\u{2018}', '\u{2019}', DROPPED),
    ('\u{201A}', '\u{201A}', APART),
    ('\u{201B}', '\u{201B}', DROPPED),
    ('\u{201C}', '\u{2029}', APART),
    ('\u{202A}', '\u{202E}', DROPPED),
    ('\u{202F}', '\u{2031}', APART),
    ('\u{2032}', '\u{2037}', DROPPED),
    ('\u{2038}', '\u{205F}', APART),
    ('\u{2060}', '\u{206F}', DROPPED),
    // signs, currencies, marks around characters, arrows, mathematics
    ('\u{207A}', '\u{207E}', APART),
    ('\u{208A}', '\u{208E}', APART),
    ('\u{20A0}', '\u{20CF}', APART),
    ('\u{20D0}', '\u{20FF}', DROPPED),
    ('\u{2190}', '\u{22FF}', APART),
    // Coptic, Tifinagh
    ('\u{2CF9}', '\u{2CFC}', APART),
    ('\u{2CFE}', '\u{2CFF}', APART),
    ('\u{2D70}', '\u{2D70}', APART),
    // supplemental, CJK and kana punctuation
    ('\u{2E00}', '\u{2E7F}', APART),
    ('\u{3000}', '\u{3004}', APART),
    ('\u{3008}', '\u{3020}', APART),
    ('\u{3030}', '\u{3030}', APART),
    ('\u{303D}', '\u{303F}', APART),
    ('\u{30A0}', '\u{30A0}', APART),
    ('\u{30FB}', '\u{30FB}', APART),
    // Lisu, Vai, Slavonic; the saltillo is an apostrophe
    ('\u{A4FE}', '\u{A4FF}', APART),
    ('\u{A60D}', '\u{A60F}', APART),
    ('\u{A673}', '\u{A673}', APART),
    ('\u{A67E}', '\u{A67E}', APART),
    ('\u{A78B}', '\u{A78C}', DROPPED),
    // variation selectors, half marks, specials
    ('\u{FE00}', '\u{FE0F}', DROPPED),
    ('\u{FE20}', '\u{FE2F}', DROPPED),
    ('\u{FEFF}', '\u{FEFF}', DROPPED),
    ('\u{FFF0}', '\u{FFF8}', DROPPED),
    ('\u{FFF9}', '\u{FFFD}', APART),
    // format characters, tags
    ('\u{1BCA0}', '\u{1BCA3}', DROPPED),
    ('\u{1D173}', '\u{1D17A}', DROPPED),
    ('\u{E0000}', '\u{E0FFF}', DROPPED),
];
