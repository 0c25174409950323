//! Proca: GraphQL, `addActionContact(actionPageId, action, contact, privacy)`. It answers 200 to everything that is a
//! question, and says in `errors` what it refused.

use super::{Answer, Received};
use serde_json::{Value, json};

/// The answer to a question.
pub fn answer(request: &Received) -> Answer {
    let page = request.path.strip_prefix("/api?id=").and_then(|id| id.parse::<u64>().ok());
    let question: Value = serde_json::from_str(&request.body).unwrap_or_default();
    let (Some(page), Some(query)) = (page, question["query"].as_str()) else {
        return Answer(400, "text/plain", "no query".into());
    };
    if !query.contains("addActionContact(") {
        return refuse("Cannot query field on type RootMutationType");
    }
    let variables = &question["variables"];
    if variables["page"].as_u64() != Some(page) {
        return refuse("Argument \"actionPageId\" has invalid value");
    }
    if variables["action"]["actionType"].as_str().is_none() {
        return refuse("In field \"actionType\": Expected type \"String!\", found null");
    }
    if !variables["privacy"]["optIn"].is_boolean() {
        return refuse("In field \"optIn\": Expected type \"Boolean!\", found null");
    }
    let contact = &variables["contact"];
    let filled = |key: &str| contact[key].as_str().is_some_and(|text| !text.is_empty());
    if !filled("firstName") {
        return refuse("first_name: can't be blank");
    }
    if !filled("email") || !contact["email"].as_str().unwrap_or_default().contains('@') {
        return refuse("email: has invalid format");
    }
    Answer::json(200, json!({ "data": { "addActionContact": { "contactRef": "kTqj0xPyGZ7p" } } }))
}

fn refuse(message: &str) -> Answer {
    Answer::json(200, json!({ "data": null, "errors": [{ "message": message, "path": ["addActionContact"] }] }))
}
