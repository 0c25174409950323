//! Where somebody stands who signs. Each act and each answer leads from one stage to the next.

use super::fault::{Fault, Faults};
use super::reply::{Confirmed, Pending, Sent, Signed, Trouble};
use crate::model::Field;

/// The digits of a code.
const DIGITS: usize = 6;

/// A stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// The fields wait for answers.
    #[default]
    Asking,
    /// The answers are being sent.
    Sending,
    /// The code from the mail is awaited.
    Coding(Pending),
    /// The code is being sent.
    Confirming(Pending),
    /// Another system has the signature; if it `confirms`, by a mail with a link.
    Taken {
        /// Whether that system sends a mail with a link.
        confirms: bool,
    },
    /// The signature is confirmed.
    Signed(Signed),
    /// The letter was closed in the meantime.
    Closed,
}

impl Stage {
    /// The stage as the stylesheet knows it.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Stage::Asking | Stage::Sending => "asking",
            Stage::Coding(_) | Stage::Confirming(_) => "coding",
            Stage::Taken { .. } | Stage::Signed(_) | Stage::Closed => "end",
        }
    }

    /// The state that the event `open-letter-signed` tells; `None` if nothing is signed.
    #[must_use]
    pub fn told(&self) -> Option<&'static str> {
        Some(match self {
            Stage::Coding(_) | Stage::Taken { confirms: true } => "pending",
            Stage::Taken { confirms: false } => "sent",
            Stage::Signed(signed) if signed.held => "held",
            Stage::Signed(_) => "confirmed",
            _ => return None,
        })
    }
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// It has not six digits.
    Missing,
    /// It is another; that many tries are left.
    Wrong(u64),
}

/// The course of one signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// Where it stands.
    pub stage: Stage,
    /// The answers with faults.
    pub faults: Faults,
    /// What is wrong with the code.
    pub code: Option<CodeFault>,
    /// Whether a code has expired.
    pub expired: bool,
    /// Why the last attempt failed.
    pub trouble: Option<Trouble>,
    /// The e-mail address that may be meant.
    pub suggestion: Option<String>,
    /// Whether an answer takes long.
    pub slow: bool,
    /// The e-mail address that was given.
    pub address: String,
    /// Whether a person signs.
    pub is_person: bool,
    /// The host of the receiver.
    pub receiver: String,
    /// When the mail was sent, in words.
    pub sent_at: String,
    /// When another can be sent, in words.
    pub again_at: String,
}

impl Course {
    /// Whether something is on its way: then nothing else is sent.
    #[must_use]
    pub fn is_sending(&self) -> bool {
        matches!(self.stage, Stage::Sending | Stage::Confirming(_))
    }

    /// The signer wants to send answers with these faults. True if they are to be sent now: a second click, or one after
    /// the end, does nothing.
    pub fn send(&mut self, faults: Faults) -> bool {
        if self.stage != Stage::Asking {
            return false;
        }
        self.trouble = None;
        self.expired = false;
        self.faults = faults;
        let is_ready = self.faults.is_empty();
        if is_ready {
            self.stage = Stage::Sending;
        }
        is_ready
    }

    /// The fault of an answer.
    #[must_use]
    pub fn fault(&self, field: Field) -> Option<Fault> {
        self.faults.iter().find_map(|(other, fault)| (*other == field).then_some(*fault))
    }

    /// What became of the signature. `confirms` says whether another system sends a mail with a link.
    pub fn sent(&mut self, sent: Sent, confirms: bool) {
        if self.stage != Stage::Sending {
            return;
        }
        self.slow = false;
        self.stage = match sent {
            Sent::Pending(pending) => Stage::Coding(pending),
            Sent::Taken => Stage::Taken { confirms },
            Sent::Closed => Stage::Closed,
            Sent::Faults(faults) => {
                self.faults = faults;
                Stage::Asking
            }
            Sent::Trouble(trouble) => {
                self.trouble = Some(trouble);
                Stage::Asking
            }
        };
    }

    /// The signer has typed a code. Returns the signature and the code's digits, if they are to be sent now.
    pub fn confirm(&mut self, typed: &str) -> Option<(String, String)> {
        let Stage::Coding(pending) = &self.stage else { return None };
        self.trouble = None;
        let Some(digits) = digits(typed) else {
            self.code = Some(CodeFault::Missing);
            return None;
        };
        let pending = pending.clone();
        let signature = pending.signature.clone();
        self.code = None;
        self.stage = Stage::Confirming(pending);
        Some((signature, digits))
    }

    /// What became of the code.
    pub fn confirmed(&mut self, confirmed: Confirmed) {
        let Stage::Confirming(pending) = &self.stage else { return };
        let pending = pending.clone();
        self.slow = false;
        self.stage = match confirmed {
            Confirmed::Signed(signed) => Stage::Signed(signed),
            Confirmed::Closed => Stage::Closed,
            Confirmed::Wrong(left) => {
                self.code = Some(CodeFault::Wrong(left));
                Stage::Coding(pending)
            }
            Confirmed::Expired => {
                self.expired = true;
                Stage::Asking
            }
            Confirmed::Trouble(trouble) => {
                self.trouble = Some(trouble);
                Stage::Coding(pending)
            }
        };
    }

    /// The signer goes back to the fields, to sign again or with another address.
    pub fn again(&mut self) {
        if matches!(self.stage, Stage::Coding(_)) {
            *self = Course { receiver: std::mem::take(&mut self.receiver), ..Course::default() };
        }
    }

    /// The letter was closed for signing. What is on its way, or waits for its code, goes on.
    pub fn close(&mut self) {
        if self.stage == Stage::Asking {
            self.stage = Stage::Closed;
        }
    }
}

/// The digits of a code, whatever is between them: people paste `481 516` and `Code: 481516`. Digits of all scripts count.
fn digits(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter_map(digit).collect();
    (digits.len() == DIGITS).then_some(digits)
}

fn digit(char: char) -> Option<char> {
    // The zeros of the decimal digits that keyboards of the widget's languages type: ASCII, Arabic, Persian, full-width.
    let zero = ['0', '\u{660}', '\u{6f0}', '\u{ff10}']
        .into_iter()
        .find(|zero| (0..10).contains(&(char as u32).wrapping_sub(*zero as u32)))?;
    char::from_digit(char as u32 - zero as u32, 10)
}
