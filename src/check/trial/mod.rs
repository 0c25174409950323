//! A trial: one marked signature, sent to the address that the coordinator names, and what came back.

mod exchange;

pub use exchange::{Answer, Request, ask};

use crate::model::{Ask, By, Field, Json, Letter, Send, SignForm};
use crate::signing::{Answers, Context, check, is_failure, json_body, json_text, pairs, urlencoded};
use anyhow::{Context as _, Result, bail};
use std::thread::sleep;
use std::time::Duration;
use url::Url;

/// What everybody at the receiver sees, and can delete.
const MARK: &str = "Trial";

/// As long as readers would wait, and some.
const TIME: Duration = Duration::from_secs(30);

/// A trial of a form: what is sent, and where to.
#[derive(Debug)]
pub struct Trial<'f> {
    form: &'f SignForm,
    answers: Answers,
    lang: String,
    /// The address that it goes to.
    pub to: Url,
    /// How long to wait for each answer.
    pub time: Duration,
}

/// What the form makes of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The reader is told that the receiver has it.
    Taken,
    /// The reader is told that the receiver refused it, for this reason.
    Refused(String),
}

impl<'f> Trial<'f> {
    /// A trial of the letter's form with that e-mail address, sent to `to`.
    ///
    /// # Errors
    /// If the address is none that a form may send to, or the form would refuse the trial's own answers.
    pub fn new(letter: &Letter, form: &'f SignForm, email: &str, to: &str) -> Result<Trial<'f>> {
        let to = Url::parse(to).with_context(|| format!("--to is “{to}”: give the whole address of the receiver"))?;
        let host = to.host_str().unwrap_or_default();
        if to.scheme() != "https" && !(to.scheme() == "http" && crate::model::is_loopback(host)) {
            bail!("--to is {to}, which is not https: others could read what is sent");
        }
        let answers = answers(form, email);
        if let Some((field, fault)) = check(form, &answers).first() {
            bail!(
                "the form refuses the trial itself: {} is “{}”, which has the fault {}",
                field.as_str(),
                answers.get(*field).unwrap_or_default(),
                fault.as_str()
            );
        }
        Ok(Trial { form, answers, lang: letter.lang.as_str().to_string(), to, time: TIME })
    }

    /// What is sent.
    #[must_use]
    pub fn request(&self) -> Request {
        self.with(Vec::new())
    }

    fn with(&self, more: Vec<(String, String)>) -> Request {
        let context = Context { partner: None, lang: &self.lang };
        if let Some(body) = json_body(self.form, &self.answers, context) {
            return Request { kind: "application/json", body: json_text(&body) };
        }
        let mut pairs = pairs(self.form, &self.answers, context);
        pairs.extend(more);
        Request { kind: "application/x-www-form-urlencoded", body: urlencoded(&pairs) }
    }

    /// Sends it once. A browser asks before it sends JSON to another site, and so does this.
    ///
    /// # Errors
    /// If no answer comes.
    pub fn send(&self) -> Result<Vec<Answer>> {
        let to = self.to.as_str();
        let mut answers = Vec::new();
        let mut request = self.request();
        if self.form.by == By::Collect {
            if let Some(token) = self.token()? {
                request = self.with(vec![("token".to_string(), token)]);
            }
        } else if request.kind == "application/json" {
            answers.push(ask("OPTIONS", to, None, self.time)?);
        }
        answers.push(ask("POST", to, Some(&request), self.time)?);
        Ok(answers)
    }

    /// The collector's token, old enough to be believed.
    fn token(&self) -> Result<Option<String>> {
        const OLD_ENOUGH: Duration = Duration::from_millis(2500);
        let Some(letter) = self.to.as_str().strip_suffix("/signatures") else { return Ok(None) };
        let answer = ask("GET", &[letter, "/form"].concat(), None, self.time)?;
        let token = Json::parse(&answer.text).ok().and_then(|json| match json.get("token") {
            Some(Json::Text(token)) => Some(token.clone()),
            _ => None,
        });
        if token.is_some() {
            sleep(OLD_ENOUGH);
        }
        Ok(token)
    }

    /// What a reader would be told after that answer.
    #[must_use]
    pub fn verdict(&self, answer: &Answer) -> Verdict {
        if !(200..300).contains(&answer.status) {
            return Verdict::Refused(format!("its status is {}", answer.status));
        }
        let json = Json::parse(&answer.text).ok();
        if is_failure(self.form, json.as_ref()) {
            let pointer = match &self.form.send {
                Send::Json { fails, .. } => fails.clone().unwrap_or_default(),
                Send::Form { .. } => String::new(),
            };
            return Verdict::Refused(match json {
                Some(_) => format!("it has something at {pointer}"),
                None => format!("it is not JSON, in which {pointer} could be looked for"),
            });
        }
        Verdict::Taken
    }

    /// Whether a page of another site may read the answer (Fetch standard, CORS). A page that posts plainly need not.
    #[must_use]
    pub fn is_readable(&self, answer: &Answer) -> bool {
        self.form.by == By::Page || matches!(answer.allowed.as_deref(), Some("*" | exchange::ORIGIN))
    }
}

/// Answers that pass every check, and that everybody recognises. Nobody is subscribed to news.
fn answers(form: &SignForm, email: &str) -> Answers {
    let mut answers = Answers::new();
    for ask in &form.ask {
        let Ask { field, max, .. } = ask;
        match field {
            Field::Name => answers.set(*field, "Trial Signature"),
            Field::FirstName | Field::Organisation | Field::Role => answers.set(*field, MARK),
            Field::LastName => answers.set(*field, "Signature"),
            Field::Email => answers.set(*field, email),
            Field::Kind => answers.set(*field, "person"),
            Field::Country => answers.set(*field, "CA"),
            Field::Postcode => answers.set(*field, "K1A 0B1"),
            Field::Comment => {
                let comment: String = "A trial by open-letter check: please delete it.".chars().take(*max).collect();
                answers.set(*field, &comment);
            }
            Field::Public | Field::Consent => answers.tick(ask, true),
            Field::News => {}
        }
    }
    answers
}
