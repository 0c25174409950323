//! What stands at the head of the last row of a table, and is no name: *Total*.

use crate::roll::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// How people head the sum below a table, between commas.
const WORDS: &str = "total, totals, grand total, sub total, subtotal, sum, sum total, count, total signatures, \
    total signatories, number of signatures, number of signatories, summe, gesamt, gesamtsumme, gesamtzahl, insgesamt, \
    zwischensumme, anzahl, total général, sous-total, somme, nombre de signataires, nombre de signatures, total general, \
    suma, suma total, total de firmas, totale, totale generale, somma, soma, total geral, totaal, eindtotaal, som, aantal, \
    razem, łącznie, ogółem, celkem, součet, spolu, summa, totalt, antal, antall, i alt, yhteensä, \
    összesen, итого, всего, сумма, итог, общее количество, разом, усього, всього, сума, підсумок, toplam, \
    genel toplam, σύνολο, γενικό σύνολο, ընդամենը, المجموع, الإجمالي, المجموع الكلي, مجموع, جمع, جمع کل, סך הכל, סה״כ, סה\"כ, कुल, \
    合计, 合計, 总计, 總計, 总数, 總數, 小计, 小計, 計, 합계, 총계, 소계";

/// Whether a text is such a word, perhaps with its number: *Total: 34*.
#[must_use]
pub fn is_sum(text: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> = LazyLock::new(|| WORDS.split(',').map(fold).collect());
    let word = text.trim_matches(|char: char| char.is_numeric() || char.is_whitespace() || ":：=.()#".contains(char));
    KNOWN.contains(&fold(word))
}
