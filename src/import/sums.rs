//! Rows below a table that are no signatories: their sum, or their number.

/// How people head the sum below a table, in small letters, between commas.
const WORDS: &str = "total, totals, grand total, subtotal, sum, count, total signatures, total signatories, number of \
    signatures, summe, gesamt, gesamtsumme, gesamtzahl, insgesamt, zwischensumme, anzahl, total général, sous-total, somme, \
    nombre, total general, suma, suma total, totale, totale generale, somma, soma, totaal, som, aantal, razem, łącznie, ogółem, \
    итого, всего, сумма, итог, разом, усього, всього, сума, підсумок, celkem, součet, spolu, summa, totalt, antal, antall, \
    i alt, yhteensä, összesen, toplam, genel toplam, σύνολο, ընդամենը, المجموع, الإجمالي, مجموع, جمع, جمع کل, סך הכל, סה\"כ, \
    סה״כ, कुल, 合计, 合計, 总计, 總計, 总数, 計, 합계, 총계";

/// The fault of a row that has such a word, and nothing else but numbers.
#[must_use]
pub fn fault(cells: &[String]) -> Option<String> {
    let filled = || cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let word = filled().find(|cell| is_word(cell))?;
    filled().all(|cell| is_number(cell) || is_word(cell)).then(|| {
        format!("has “{word}” and no more than numbers, like the sum below a table: delete the row in the export")
    })
}

/// Whether a text is a number: it has digits, and no letters.
fn is_number(text: &str) -> bool {
    text.contains(char::is_numeric) && !text.contains(char::is_alphabetic)
}

/// Whether a text is such a word, perhaps with the number: *Total: 34*.
fn is_word(cell: &str) -> bool {
    let word = cell.trim_matches(|char: char| char.is_numeric() || char.is_whitespace() || ":：=.()#".contains(char));
    let word = word.to_lowercase();
    !word.is_empty() && WORDS.split(',').any(|known| known.trim() == word)
}
