//! Adds to a letter what its folder and the publication know.

use super::draft::Draft;
use super::form;
use super::located::{Located, Value};
use crate::model::{Json, LanguageTag};

/// Adds what publishing knows: the members that translations share, each text's siblings, addresses, the count.
pub(super) fn complete(drafts: &mut [Draft], id: &str, count: usize, base_url: Option<&str>) {
    let (original, translations) = drafts.split_at_mut(1);
    if let Some(original) = &original[0].letter {
        for draft in translations {
            draft.inherit(original);
        }
    }
    let siblings: Vec<Located> = drafts
        .iter()
        .map(|draft| {
            let text = |key| Located::text(1, draft.text(key).unwrap_or_default());
            let src = Located::text(1, draft.published_name());
            Located::object(1, [("lang", text("lang")), ("title", text("title")), ("src", src)])
        })
        .collect();
    for draft in drafts {
        let Some(letter) = &mut draft.letter else { continue };
        // The line of the given id, or the line where one can be added.
        let line = letter.get("id").map_or(1, |given| given.line);
        letter.set("id", Located::text(line, id));
        if let (None, Some(base)) = (letter.get("url"), base_url) {
            let language = draft.named.as_ref().map_or(String::new(), |tag| format!("{}/", tag.as_str()));
            letter.set("url", Located::text(1, format!("{base}letters/{id}/{language}")));
        }
        if siblings.len() > 1 {
            letter.set("translations", Located::list(1, siblings.clone()));
        }
        complete_signatures(letter, count);
        complete_sign(draft, id);
    }
}

/// Adds what the form to sign needs to know of the letter. Findings are noted in the file that has the form.
fn complete_sign(draft: &mut Draft, id: &str) {
    let lang = draft.text("lang").and_then(LanguageTag::parse);
    let folder = draft.named.as_ref().map_or(String::new(), |tag| format!("{}/", tag.as_str()));
    let owns = draft.owns("sign.form") && draft.owns("sign.form.to");
    let (Some(letter), Some(lang)) = (&mut draft.letter, lang) else { return };
    let Some(sign) = letter.get_mut("sign") else { return };
    if form::complete(sign, id, &lang, &folder, owns.then_some(&mut draft.findings)) {
        draft.takes_over("sign.url");
    }
}

fn complete_signatures(letter: &mut Located, count: usize) {
    let none = Located { line: 1, value: Value::Object(Vec::new()) };
    let mut signatures = letter.get("signatures").cloned().unwrap_or(none);
    #[expect(clippy::cast_precision_loss, reason = "no roll is that long")]
    let count = Json::Number(count as f64);
    signatures.set("count", Located { line: 1, value: Value::Leaf(count) });
    if signatures.get("src").is_none() {
        signatures.set("src", Located::text(1, "count.json"));
    }
    letter.set("signatures", signatures);
}
