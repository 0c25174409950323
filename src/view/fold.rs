//! Folds: what is long begins with a line that opens it.
//!
//! They are `details`, which need no script, so they work in a first view. Browsers open them for what readers find in
//! the page; `style/widget/fold.css` opens them in print.

use super::element::{Element, element};

/// The number of characters from which a text is long: six lines on a phone.
const LONG: usize = 200;
/// The number of characters after which a lead ends, even within a sentence.
const LEAD: usize = 180;
/// The number of characters that a lead has at least: shorter ones are titles and initials.
const LEAST: usize = 40;

/// A closed fold with that line.
pub(super) fn fold(line: Element) -> Element {
    element("details").child(line)
}

/// A long text in two: its lead, which is its first sentence, and the rest. `None` if the text is not long, or can't be
/// divided.
pub(super) fn lead(text: &str) -> Option<(&str, &str)> {
    if text.chars().count() <= LONG {
        return None;
    }
    let (mut word, mut is_end) = (None, false);
    for (count, (at, c)) in text.char_indices().enumerate().take(LEAD) {
        if c == ' ' {
            // French closes after a space, which may be a plain one.
            if text.get(at..).is_some_and(|rest| rest.starts_with(" »")) {
                continue;
            }
            if is_end && count >= LEAST {
                return text.split_at_checked(at);
            }
            word = Some(at);
        }
        match c {
            '.' | '!' | '?' | '…' | '։' | '؟' | '।' => is_end = true,
            '。' | '！' | '？' if count >= LEAST / 2 => {
                let end = at + c.len_utf8();
                match text.get(end..).and_then(|rest| rest.chars().next()) {
                    // In Japanese, a sentence goes on after the quotation in it.
                    Some('」' | '』') => {}
                    Some(mark @ ('”' | '’' | '）')) => return text.split_at_checked(end + mark.len_utf8()),
                    _ => return text.split_at_checked(end),
                }
            }
            // Closing marks follow the end of a sentence.
            '”' | '’' | '»' | '“' | '"' | '\'' | ')' | '\u{a0}' | '\u{202f}' => {}
            _ => is_end = false,
        }
    }
    text.split_at_checked(word?)
}

#[cfg(test)]
mod tests {
    use super::lead;

    #[test]
    fn a_lead_is_the_first_sentence() {
        let rest = " And more of it, to the end.".repeat(8);
        for sentence in [
            "The letter by Dr. M. Example was forwarded twelve days before.",
            "« Elle a été remise douze jours avant le début de l’agression ! »",
            "كُتبت هذه الرسالة قبل اثني عشر يوماً من البداية، فهل قرأها أحد؟",
            "Նամակն ուղարկվել է ագրեսիայից տասներկու օր առաջ՝ կառավարությանը։",
        ] {
            let text = [sentence, &rest].concat();
            assert_eq!(lead(&text), Some((sentence, rest.as_str())));
        }
        let chinese = "这封信是在袭击发生前十二天寄出的，收信人是加拿大政府。".repeat(9);
        assert_eq!(lead(&chinese).map(|(lead, _)| lead.chars().count()), Some(27));
        let japanese = "政府は「この書簡は攻撃の始まる十二日前に提出された。」と述べています。".repeat(9);
        assert_eq!(lead(&japanese).map(|(lead, _)| lead.chars().count()), Some(35));
        let quoted = "他们说：“这封信是在袭击发生前十二天寄出的，收信人是政府。”".repeat(9);
        assert_eq!(lead(&quoted).map(|(lead, _)| lead.chars().count()), Some(30));
    }

    #[test]
    fn a_long_sentence_is_divided_between_words() {
        let text = "word ".repeat(60);
        let (lead, rest) = lead(&text).unwrap();
        assert!(lead.ends_with("word") && rest.starts_with(" word"));
        assert_eq!([lead, rest].concat(), text);
    }

    #[test]
    fn what_is_short_or_can_not_be_divided_stays_whole() {
        assert_eq!(lead("A sentence that is long enough to be a lead. And another."), None);
        assert_eq!(lead(&"字".repeat(300)), None);
    }
}
