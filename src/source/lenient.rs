//! Reads a document with the model and reports every problem, not only those that prevent reading a letter.

use crate::model::{Json, Letter, Problem, Signatory, Unreadable, as_written};

/// Reads a letter whose links stay as written. If it is not a letter, the result is `None` and there are problems.
#[must_use]
pub fn read(json: &Json) -> (Option<Letter>, Vec<Problem>) {
    let mut problems = match Letter::read(json, &as_written) {
        Ok(reading) => return (Some(reading.letter), reading.problems),
        Err(Unreadable::Version(version)) => {
            let fault = format!("is {version}, which this release does not know");
            return (None, vec![Problem { path: "version".into(), fault, remedy: "write 1, or take a newer release" }]);
        }
        Err(Unreadable::NotALetter(problems)) => problems,
    };
    // Reading stopped early. Placeholders for what is missing let it reach the rest.
    if let Json::Object(members) = json {
        let mut members = members.clone();
        for (key, stand_in) in stand_ins() {
            if problems.iter().any(|problem| problem.path == key) {
                members.retain(|(name, _)| name != key);
                members.push((key.to_string(), stand_in));
            }
        }
        if let Ok(rest) = Letter::read(&Json::Object(members), &as_written) {
            problems.extend(rest.problems);
        }
    }
    (None, problems)
}

/// Reads a signatory whose links stay as written. Without a name, the result is `None` and there is a problem.
#[must_use]
pub fn read_signatory(json: &Json) -> (Option<Signatory>, Vec<Problem>) {
    Signatory::of(json, &as_written)
}

fn stand_ins() -> [(&'static str, Json); 4] {
    let text = |text: &str| Json::Text(text.to_string());
    [
        ("version", Json::Number(1.0)),
        ("lang", text("en")),
        ("title", text("untitled")),
        ("body", Json::List(vec![text("text")])),
    ]
}
