//! The form with which readers sign where they read: `sign.form`.
//!
//! The first part of the widget only keeps the form's JSON. The part that shows the form reads it.

use super::field::{Ask, Field, Required};
use super::json::{Json, Node};
use super::limits;
use super::link::{Link, Resolve};
use super::problem::Problem;
use super::reader::Reader;
use super::send::Send;

/// A form that can be shown and sent, checked.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SignForm {
    /// The address that the signature is sent to: https, or http on the reader's own machine.
    pub action: Link,
    /// The system at that address.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<By>"))]
    pub by: By,
    /// The fields, in the order in which they are asked.
    pub ask: Vec<Ask>,
    /// What is sent, if the receiver is not our collector. Without it, the fields under their own names.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<Send>"))]
    pub send: Send,
    /// Whether the receiver confirms the e-mail address by a mail with a link.
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<bool>"))]
    pub confirms: bool,
}

/// The system that receives signatures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
pub enum By {
    /// Our collector.
    #[default]
    Collect,
    /// A system whose status says whether it took the signature.
    Status,
    /// A system whose answer can't be read: the page that signs posts to it, and the reader sees its answer.
    Page,
}

impl By {
    const ALL: [(By, &str); 3] = [(By::Collect, "collect"), (By::Status, "status"), (By::Page, "page")];

    /// The word in `by`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find_map(|(by, name)| (by == self).then_some(name)).unwrap_or_default()
    }
}

impl SignForm {
    /// Reads a form from `sign.form`; `resolve` resolves its address against the letter's. The form is `None` if it
    /// can't work: readers then follow the link.
    #[must_use]
    pub fn of(json: &Json, resolve: Resolve) -> (Option<SignForm>, Vec<Problem>) {
        let mut reader = Reader::new(resolve);
        let form = SignForm::read(&Node::named(json, "sign.form"), &mut reader);
        (form, reader.take_problems())
    }

    /// Whether the JSON is a form for the widget. A form by `page` is for the page that signs alone.
    #[must_use]
    pub fn is_for_widget(json: &Json) -> bool {
        matches!(json, Json::Object(_)) && !matches!(json.get("by"), Some(Json::Text(by)) if by == "page")
    }

    pub(super) fn read(node: &Node, reader: &mut Reader) -> Option<SignForm> {
        if !matches!(node.json, Json::Object(_)) {
            reader.wrong_kind(node, "an object", "give action and ask as an object");
            return None;
        }
        let action = action(node, reader);
        let by = by(node, reader);
        let (mut ask, _) = reader.section(limits::ASKED, |reader| {
            reader.list(node, "ask", "give what the form asks as a list of fields", Ask::read)
        });
        let names = settle(node, &mut ask, reader);
        let confirms = reader.flag(node, "confirms").unwrap_or_default();
        let (action, by, true) = (action?, by?, names) else { return None };
        let is_asked = |field: Field| ask.iter().any(|ask| ask.field == field);
        let send = match (by, node.get("send")) {
            (_, None) => Send::default(),
            (By::Collect, Some(send)) => {
                reader.problem(&send, "is not for the collector", "leave it out, or write by: status");
                Send::default()
            }
            (_, Some(send)) => Send::read(&send, &is_asked, reader)?,
        };
        if by == By::Page && matches!(send, Send::Json { .. }) {
            reader.problem_at(node, "send", "is JSON, which no page can send", "write by: status, or as: form");
            return None;
        }
        if by == By::Collect && !is_for_collector(node, &action, &mut ask, reader) {
            return None;
        }
        Some(SignForm { action, by, ask, send, confirms })
    }

    /// What the form asks about that field.
    #[must_use]
    pub fn asks(&self, field: Field) -> Option<&Ask> {
        self.ask.iter().find(|ask| ask.field == field)
    }

    /// The collector's address with a slash at its end, and the letter's id there: the action is
    /// `{base}letters/{id}/signatures`. `None` for another receiver.
    #[must_use]
    pub fn collector(&self) -> Option<(&str, &str)> {
        collector(self.action.as_str()).filter(|_| self.by == By::Collect)
    }
}

fn collector(action: &str) -> Option<(&str, &str)> {
    let path = action.strip_suffix("/signatures").filter(|path| !path.contains(['?', '#']))?;
    let (base, id) = path.rsplit_once('/')?;
    let base = base.strip_suffix("letters").filter(|base| base.ends_with('/'))?;
    (!id.is_empty()).then_some((base, id))
}

/// The address to send to. It must be https, or http on the reader's own machine. An address that is relative, as in a
/// source file, has the letter's scheme.
fn action(node: &Node, reader: &mut Reader) -> Option<Link> {
    const REMEDY: &str = "give the https address that takes the signatures";
    if node.get("action").is_none() {
        reader.problem_at(node, "action", "is missing", REMEDY);
    }
    let link = reader.link(node, "action")?;
    let address = link.as_str();
    let scheme = address.get(..address.find(':').unwrap_or_default()).unwrap_or_default();
    let is_safe = match scheme {
        "http" => host(address).is_some_and(is_loopback),
        // No scheme: the address is relative. A colon after a slash belongs to the path.
        _ => scheme == "https" || scheme.is_empty() || scheme.contains(['/', '?', '#']),
    };
    if !is_safe {
        reader.problem_at(node, "action", "is not https, so others could read what is sent", REMEDY);
        return None;
    }
    Some(link)
}

/// The host of an absolute address, as written, without the port.
#[must_use]
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let authority = rest.split(['/', '\\', '?', '#']).next()?;
    let host = match authority.find(']') {
        Some(end) => authority.get(..=end)?,
        None => authority.split(':').next()?,
    };
    (!host.is_empty()).then_some(host)
}

/// Whether the host is the reader's own machine (RFC 6761, section 6.3; RFC 1122, section 3.2.1.3).
#[must_use]
pub fn is_loopback(host: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || host.strip_prefix("127.").is_some_and(|rest| rest.split('.').count() == 3 && rest.split('.').all(is_number))
}

fn by(node: &Node, reader: &mut Reader) -> Option<By> {
    const REMEDY: &str = "write collect, status or page";
    let Some(value) = node.get("by") else { return Some(By::default()) };
    let word = reader.line(&value, REMEDY)?;
    let by = By::ALL.into_iter().find_map(|(by, name)| (name == word).then_some(by));
    if by.is_none() {
        reader.problem(&value, ["is “", &word, "”"].concat(), REMEDY);
    }
    by
}

/// Drops what contradicts the rest, and requires what is always required. Returns whether the form asks for a name.
fn settle(node: &Node, ask: &mut Vec<Ask>, reader: &mut Reader) -> bool {
    let mut asked: Vec<Field> = Vec::new();
    ask.retain(|ask| {
        let is_new = !asked.contains(&ask.field);
        if !is_new {
            let fault = ["has ", ask.field.as_str(), " twice"].concat();
            reader.problem_at(node, "ask", &fault, "ask for each field once");
        }
        asked.push(ask.field);
        is_new
    });
    let has = |field: Field| asked.contains(&field);
    let parts = [Field::FirstName, Field::LastName];
    if has(Field::Name) && parts.into_iter().any(has) {
        reader.problem_at(node, "ask", "asks for the name twice", "keep name, or first-name and last-name");
        ask.retain(|ask| !parts.contains(&ask.field));
    }
    for ask in ask.iter_mut() {
        if ask.required == Required::Organisation && !has(Field::Kind) {
            let fault = ["requires ", ask.field.as_str(), " of organisations, and can't know who is one"].concat();
            reader.problem_at(node, "ask", &fault, "ask for kind too");
            ask.required = Required::Never;
        }
        if matches!(ask.field, Field::Name | Field::FirstName | Field::LastName | Field::Consent) {
            ask.required = Required::Always;
        }
    }
    let is_named = has(Field::Name) || parts.into_iter().all(has);
    if !is_named {
        reader.problem_at(node, "ask", "asks for no name", "add the field name");
    }
    is_named
}

/// Whether the collector can take what the form sends; requires the e-mail address, which it confirms.
fn is_for_collector(node: &Node, action: &Link, ask: &mut [Ask], reader: &mut Reader) -> bool {
    let is_there = collector(action.as_str()).is_some();
    if !is_there {
        let remedy = "write …/v1/letters/<id>/signatures, or say by: status for another receiver";
        reader.problem_at(node, "action", "is not the address of a collector", remedy);
    }
    if !ask_has(ask, Field::Email) {
        let remedy = "add the field email: the collector confirms each address";
        reader.problem_at(node, "ask", "asks for no e-mail address", remedy);
    }
    let is_named = !ask_has(ask, Field::FirstName);
    if !is_named {
        let remedy = "ask for name: the collector takes names as people write them";
        reader.problem_at(node, "ask", "asks for the name in two parts", remedy);
    }
    match ask.iter_mut().find(|ask| ask.field == Field::Email) {
        Some(email) => email.required = Required::Always,
        None => return false,
    }
    is_there && is_named
}

fn ask_has(ask: &[Ask], field: Field) -> bool {
    ask.iter().any(|ask| ask.field == field)
}
