//! The systems that can receive signatures, as front matter names them in one line.
//!
//! A system is here only if it takes a post from any website, and its documents say what to post. For others,
//! coordinators write the map themselves.

use serde_json::{Value, json};

/// What a system needs to know, and what its form is.
pub struct Receiver {
    /// Its name in front matter.
    pub name: &'static str,
    /// What follows the name, in words.
    pub wanted: &'static str,
    /// Whether the text is what is wanted.
    fits: fn(&str) -> bool,
    /// The form's members, for that text and the letter's id. `ask` is what the form asks without words about it.
    form: fn(&str, &str) -> Value,
}

/// The known systems.
pub const RECEIVERS: [Receiver; 3] = [
    Receiver {
        name: "collect",
        wanted: "the address of the collector, such as https://letters.example/collect",
        fits: |base| ["https://", "http://", "/", "../"].iter().any(|begin| base.starts_with(begin)),
        form: |base, id| {
            json!({
                "action": format!("{}/v1/letters/{id}/signatures", base.trim_end_matches('/')),
                "ask": ["name", "email", "kind", { "field": "organisation", "required": "organisation" }, "consent"]
            })
        },
    },
    // The documentation of its API, version 2, "unauthenticated POST" and "record signature helper".
    Receiver {
        name: "action-network",
        wanted: "the petition's id, such as 71f8feef-61c8-4e6b-9745-ec1d7752f298",
        fits: |id| id.len() == 36 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'),
        form: |petition, _| {
            json!({
                "action": format!("https://actionnetwork.org/api/v2/petitions/{petition}/signatures"),
                "by": "status",
                "ask": ["first-name", "last-name", "email", "consent"],
                "send": { "as": "json", "fails": "/error", "body": {
                    "person": {
                        "given_name": "{first-name}", "family_name": "{last-name}",
                        "email_addresses": [{ "address": "{email}", "status": "subscribed" }],
                        "postal_addresses": [{ "postal_code": "{postcode}", "country": "{country}" }]
                    },
                    "comments": "{comment}",
                    "triggers": { "autoresponse": { "enabled": true } }
                } }
            })
        },
    },
    // The schema of its API: addActionContact(actionPageId, action, contact, privacy).
    Receiver {
        name: "proca",
        wanted: "the number of the action page, such as 42",
        fits: |page| page.len() < 10 && page.parse::<u32>().is_ok_and(|page| page > 0),
        form: |page, _| {
            let number: u32 = page.parse().unwrap_or_default();
            json!({
                "action": format!("https://api.proca.app/api?id={page}"),
                "by": "status",
                "ask": ["first-name", "last-name", "email", "consent"],
                "send": { "as": "json", "fails": "/errors", "body": {
                    "query": "mutation ($page: Int!, $action: ActionInput!, $contact: ContactInput!, \
                              $privacy: ConsentInput!) { addActionContact(actionPageId: $page, action: $action, \
                              contact: $contact, privacy: $privacy) { contactRef } }",
                    "variables": {
                        "page": number,
                        "action": { "actionType": "petition" },
                        "contact": {
                            "firstName": "{first-name}", "lastName": "{last-name}", "email": "{email}",
                            "address": { "country": "{country}", "postcode": "{postcode}" }
                        },
                        "privacy": { "optIn": { "when": "news", "is": true, "else": false } }
                    }
                } }
            })
        },
    },
];

/// The form's members for a line of front matter, such as `collect https://letters.example/collect`, in the letter with
/// that id.
///
/// # Errors
/// What to write instead.
pub fn form(line: &str, id: &str) -> Result<Value, String> {
    let (name, rest) = line.trim().split_once(char::is_whitespace).unwrap_or((line.trim(), ""));
    let Some(receiver) = RECEIVERS.iter().find(|receiver| receiver.name == name) else {
        let known: Vec<String> =
            RECEIVERS.iter().map(|Receiver { name, wanted, .. }| format!("{name} and {wanted}")).collect();
        return Err(format!("write {}; or the form's own keys", known.join("; or ")));
    };
    let rest = rest.trim();
    if !(receiver.fits)(rest) || rest.contains(char::is_whitespace) {
        return Err(format!("write {name} and {}", receiver.wanted));
    }
    Ok((receiver.form)(rest, id))
}
