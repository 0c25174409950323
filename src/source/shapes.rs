//! One text in front matter where several values belong.

use super::excerpt::beginning;
use super::finding::Findings;
use super::located::Located;

/// What to write in place of that text.
type Remedy = fn(&str) -> String;

/// What holds more than one text.
const SHAPES: [(&str, Remedy); 5] = [
    ("signatures", |text| format!("write it on the next line, indented by two spaces, as goal: {text}")),
    ("sign", |text| format!("write it on the next line, indented by two spaces, as url: {text}")),
    ("updates", |text| format!("write it on the next line, indented by two spaces, as - text: {text}")),
    ("groups", |text| format!("write it in brackets, with commas between the groups: [{text}]")),
    ("sign.form.ask", |text| format!("write it in brackets, with commas between the fields: [{text}]")),
];

/// Reports each, with what to write in its place, and takes it away.
pub fn report(front: &mut Located, findings: &mut Findings) {
    for (path, remedy) in SHAPES {
        one_text(front, path, path, remedy, findings);
    }
}

/// Reports one text where there are several, and takes it away.
fn one_text(value: &mut Located, path: &str, rest: &str, remedy: Remedy, findings: &mut Findings) {
    let (key, rest) = rest.split_once('.').map_or((rest, None), |(key, rest)| (key, Some(rest)));
    let Some(member) = value.get_mut(key) else { return };
    if let Some(rest) = rest {
        return one_text(member, path, rest, remedy, findings);
    }
    if let Some(text) = member.as_text() {
        let text = beginning(text);
        findings.error(member.line, format!("{path} is “{text}”: {}", remedy(&text)));
        value.remove(key);
    }
}
