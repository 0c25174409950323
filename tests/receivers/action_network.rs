//! Action Network, version 2 of its API: the record signature helper without a key ("unauthenticated POST").

use super::{Answer, Received};
use serde_json::{Value, json};

/// A signature by a person with an e-mail address. Without a key, the answer says nothing about the person.
pub fn answer(request: &Received) -> Answer {
    let path = request.path.split('?').next().unwrap_or_default();
    let petition = path.strip_prefix("/api/v2/petitions/").and_then(|rest| rest.strip_suffix("/signatures"));
    if request.method != "POST" || petition.is_none_or(|petition| petition.len() != 36) {
        return refuse(404, "Not found");
    }
    let Ok(Value::Object(body)) = serde_json::from_str::<Value>(&request.body) else {
        return refuse(400, "The request body is no JSON object");
    };
    let person = body.get("person").cloned().unwrap_or_default();
    let address = person["email_addresses"][0]["address"].as_str().unwrap_or_default();
    if !address.contains('@') {
        return refuse(400, "A person needs a valid email address or phone number");
    }
    match &person["email_addresses"][0]["status"] {
        Value::Null => {}
        Value::String(status) if status == "subscribed" => {}
        _ => return refuse(400, "The only allowed status is subscribed"),
    }
    Answer::json(200, json!({}))
}

fn refuse(status: u16, error: &str) -> Answer {
    Answer::json(status, json!({ "error": error }))
}
