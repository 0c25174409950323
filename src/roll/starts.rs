//! Where in a name a query can begin.

/// The byte offsets in a folded name at which a query can begin: at its words and, in words of a script without spaces
/// between names, at each character or syllable.
pub(super) fn starts(folded: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    folded.char_indices().filter_map(move |(at, char)| {
        let begins = before == ' ' || is_unspaced(char);
        before = char;
        (begins && char != ' ').then_some(at)
    })
}

/// Whether a character of a folded name can begin a name without a space before it: a leading jamo of a Hangul
/// syllable, kana, a Han character.
pub(super) fn is_unspaced(char: char) -> bool {
    matches!(char,
        '\u{1100}'..='\u{115E}' | '\u{A960}'..='\u{A97C}'
        | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{31F0}'..='\u{31FF}'
        | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}
