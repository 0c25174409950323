//! What the answer of a receiver means for somebody who signs.

use super::body::is_failure;
use super::fault::{Fault, Faults};
use crate::model::{By, Field, Json, SignForm};

/// Seconds to wait if a receiver is busy and doesn't say for how long.
const WAIT: u64 = 30;
/// The longest wait that anybody is told.
const LONGEST_WAIT: u64 = 3600;

/// What came back.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// An answer.
    Answer {
        /// Its status.
        status: u16,
        /// Its JSON, if it has any.
        json: Option<Json>,
        /// The seconds of `Retry-After`.
        retry: Option<u64>,
    },
    /// The browser has no network.
    Offline,
    /// No answer, or none in time: the request may have arrived.
    Lost,
}

/// Why something could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser has no network.
    Offline,
    /// No answer came: nobody can say whether it arrived.
    Unsure,
    /// The receiver has failed.
    Failed,
    /// The receiver did not accept it.
    Refused,
    /// The receiver has too much to do, for that many seconds.
    Busy(u64),
}

/// A signature that waits for its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// The receiver's name for it.
    pub signature: String,
    /// Whether the mail may take a while.
    pub late: bool,
}

/// What became of a signature that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It waits for the code in a mail.
    Pending(Pending),
    /// Another system has it.
    Taken,
    /// Some answers have faults.
    Faults(Faults),
    /// Signing is closed.
    Closed,
    /// It could not be sent.
    Trouble(Trouble),
}

/// A signature that is confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signed {
    /// Whether the coordinator looks at it first.
    pub held: bool,
    /// Its id in the roll.
    pub id: Option<String>,
    /// Its place in the whole count.
    pub number: Option<u64>,
    /// The name that is published, if it is.
    pub name: Option<String>,
}

/// What became of a code that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// It is right.
    Signed(Signed),
    /// It is wrong; that many tries are left.
    Wrong(u64),
    /// It is no longer valid.
    Expired,
    /// Signing is closed.
    Closed,
    /// It could not be sent.
    Trouble(Trouble),
}

/// Reads the collector's answer to the question whether one can sign: the token to send along; `None` if the letter is
/// closed.
///
/// # Errors
/// If there is no such answer.
pub fn token(reply: Reply) -> Result<Option<String>, Trouble> {
    match reply {
        Reply::Answer { status: 200, json: Some(json), .. } => match (text(&json, "token"), json.get("open")) {
            (_, Some(Json::Bool(false))) => Ok(None),
            (Some(token), _) => Ok(Some(token)),
            _ => Err(Trouble::Failed),
        },
        Reply::Answer { status: 409, .. } => Ok(None),
        other => Err(trouble(other)),
    }
}

/// Reads the answer to a signature.
#[must_use]
pub fn sent(form: &SignForm, reply: Reply) -> Sent {
    match reply {
        Reply::Answer { status: 200..300, json, .. } if form.by != By::Collect => {
            if is_failure(form, json.as_ref()) {
                Sent::Trouble(Trouble::Refused)
            } else {
                Sent::Taken
            }
        }
        Reply::Answer { status: 200..300, json, .. } => {
            let pending = json.and_then(|json| {
                let late = json.get("mail") == Some(&Json::Text("later".into()));
                Some(Pending { signature: text(&json, "signature").filter(|name| is_plain(name))?, late })
            });
            pending.map_or(Sent::Trouble(Trouble::Failed), Sent::Pending)
        }
        Reply::Answer { status: 422, json: Some(json), .. } if form.by == By::Collect => {
            let faults = faults(form, &json);
            if faults.is_empty() { Sent::Trouble(Trouble::Refused) } else { Sent::Faults(faults) }
        }
        Reply::Answer { status: 409, .. } if form.by == By::Collect => Sent::Closed,
        other => Sent::Trouble(trouble(other)),
    }
}

/// Reads the answer to a code.
#[must_use]
pub fn confirmed(reply: Reply) -> Confirmed {
    match reply {
        Reply::Answer { status: 200, json: Some(json), .. } => {
            let held = match json.get("state") {
                Some(Json::Text(state)) if state == "confirmed" => false,
                Some(Json::Text(state)) if state == "held" => true,
                _ => return Confirmed::Trouble(Trouble::Failed),
            };
            let shown = json.get("shown") != Some(&Json::Bool(false));
            let name = text(&json, "name").filter(|_| shown);
            Confirmed::Signed(Signed { held, id: text(&json, "id"), number: whole(&json, "number"), name })
        }
        Reply::Answer { status: 403, json, .. } => {
            let left = json.and_then(|json| whole(&json, "left")).unwrap_or_default();
            if left == 0 { Confirmed::Expired } else { Confirmed::Wrong(left) }
        }
        Reply::Answer { status: 404 | 410, .. } => Confirmed::Expired,
        Reply::Answer { status: 409, .. } => Confirmed::Closed,
        other => Confirmed::Trouble(trouble(other)),
    }
}

fn trouble(reply: Reply) -> Trouble {
    match reply {
        Reply::Offline => Trouble::Offline,
        Reply::Lost => Trouble::Unsure,
        Reply::Answer { status: status @ (429 | 503), json, retry } => {
            let retry = json.and_then(|json| whole(&json, "retry")).or(retry);
            match retry {
                None if status == 503 => Trouble::Failed,
                retry => Trouble::Busy(retry.unwrap_or(WAIT).clamp(1, LONGEST_WAIT)),
            }
        }
        Reply::Answer { status: 400..500, .. } => Trouble::Refused,
        Reply::Answer { .. } => Trouble::Failed,
    }
}

/// The faults that the collector found, of fields that the form asks, in their order.
fn faults(form: &SignForm, json: &Json) -> Faults {
    let Some(fields) = json.get("fields") else { return Faults::new() };
    let fault = |field: Field| match fields.get(field.as_str()) {
        Some(Json::Text(code)) => Some((field, Fault::parse(code).unwrap_or(Fault::Form))),
        _ => None,
    };
    form.ask.iter().filter_map(|ask| fault(ask.field)).collect()
}

/// Whether the text can be a part of a path.
fn is_plain(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn text(json: &Json, key: &str) -> Option<String> {
    match json.get(key) {
        Some(Json::Text(text)) if !text.is_empty() && text.len() <= 1000 => Some(text.clone()),
        _ => None,
    }
}

fn whole(json: &Json, key: &str) -> Option<u64> {
    match json.get(key) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range and whole")]
        Some(Json::Number(number)) if number.fract() == 0.0 && (0.0..=9e15).contains(number) => Some(*number as u64),
        _ => None,
    }
}
