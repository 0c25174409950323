//! A signature as the collector has it.

use super::key::{Key, Purpose, random, same};
use super::word;
use crate::model::Kind;
use anyhow::Result;
use jiff::Timestamp;
use std::fmt;

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its number in the store.
    pub row: i64,
    /// The id of its letter.
    pub letter: String,
    /// Its id in the roll.
    pub id: Id,
    /// What became of it.
    pub state: State,
    /// What its signatory wrote.
    pub words: Words,
    /// Whether the name may be shown: the signatory's choice.
    pub shown: bool,
    /// The partner on whose page it was signed.
    pub partner: Option<String>,
    /// The hash of title and body of the text that was signed, in hexadecimal.
    pub text: String,
    /// The id of the consent that was given, and when.
    pub consent: Option<(String, Timestamp)>,
    /// When it was signed.
    pub created: Timestamp,
    /// When its address was confirmed.
    pub confirmed: Option<Timestamp>,
    /// When it changed last.
    pub changed: Timestamp,
    /// How many of the letter's collected signatures counted when it began to, itself included: its signatory's place.
    pub number: Option<u64>,
    /// Its place in the order in which signatures began to count, which is the order of the roll. Never reused.
    pub joined: Option<i64>,
    /// Who it is: the keyed mark of the letter and the address. `None` once it is erased.
    pub mark: Option<[u8; 32]>,
    /// The keyed mark of the domain of the address, by which coordinators find many signatures of one domain.
    pub domain: Option<[u8; 16]>,
    /// The sealed address, while a mail is still to be sent to it.
    pub address: Option<Vec<u8>>,
    /// The version of its words: codes and handles of another version confirm nothing.
    pub version: i64,
    /// When the code was sent; the code expires [`CODE_LIFE`] later.
    pub sent: Option<Timestamp>,
    /// How many wrong codes were typed.
    pub tries: u8,
    /// Why it is held, declined or invalidated.
    pub reason: Option<String>,
    /// How many mails strangers could cause to this address, and when the last was queued.
    pub mails: (u8, Option<Timestamp>),
}

/// What a signatory agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// The name of this version of the text.
    pub id: String,
    /// The language of the text.
    pub lang: String,
    /// The text beside the box.
    pub text: String,
    /// What came: the id of an earlier version, if the page that was read is an earlier one.
    pub sent: String,
}

/// What a signatory wrote, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The name of the person who signs, also of one who signs for an organisation.
    pub name: String,
    /// Person or organisation.
    pub kind: Kind,
    /// The organisation that signs, or that of a person.
    pub organisation: Option<String>,
    /// The role.
    pub role: Option<String>,
    /// The country, as it was chosen or written.
    pub country: Option<String>,
    /// The comment.
    pub comment: Option<String>,
    /// The language of the text that was signed: the language of the mails.
    pub lang: String,
}

impl Words {
    /// The name as the roll has it: for an organisation its own, not that of who signed for it.
    #[must_use]
    pub fn published_name(&self) -> &str {
        match (self.kind, &self.organisation) {
            (Kind::Organisation, Some(organisation)) => organisation,
            _ => &self.name,
        }
    }
}

/// What became of a signature. What may follow what is in `state.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Nobody has confirmed the address yet. It is deleted after some days.
    Pending,
    /// The address is confirmed; the coordinator decides.
    Held,
    /// It counts.
    Confirmed,
    /// The coordinator declined it.
    Declined,
    /// Its signatory withdrew it.
    Withdrawn,
    /// The coordinator took it out. This can be undone.
    Invalidated,
}

impl State {
    /// All states.
    pub const ALL: [State; 6] =
        [State::Pending, State::Held, State::Confirmed, State::Declined, State::Withdrawn, State::Invalidated];

    /// The name, as the interface and the commands write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Held => "held",
            State::Confirmed => "confirmed",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Invalidated => "invalidated",
        }
    }

    /// The number in the store. It never changes.
    #[must_use]
    pub fn number(self) -> i64 {
        self as i64
    }

    /// The state with that number in the store.
    #[must_use]
    pub fn numbered(number: i64) -> Option<State> {
        State::ALL.into_iter().find(|state| state.number() == number)
    }
}

/// The life of a code, from when it was sent.
pub const CODE_LIFE: jiff::SignedDuration = jiff::SignedDuration::from_mins(60);

/// How often a wrong code may be typed.
pub const CODE_TRIES: u8 = 5;

/// The id of a signature in the roll: `c-` and eight letters of base32.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(String);

impl Id {
    /// The letters after the prefix.
    const LENGTH: usize = 8;

    /// The prefix of all ids of the collector.
    pub const PREFIX: &str = "c-";

    /// A random id.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn random() -> Result<Id> {
        Ok(Id(format!("{}{}", Id::PREFIX, word::write(&random::<5>()?))))
    }

    /// Reads an id.
    #[must_use]
    pub fn parse(text: &str) -> Option<Id> {
        let letters = text.strip_prefix(Id::PREFIX)?;
        word::is(letters, Id::LENGTH).then(|| Id(text.to_string()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The token in a signatory's links: `/c/{token}` and `/s/{token}`. It names a signature and proves, by 128 bits under
/// the collector's key, that we wrote it. Nothing of it is in the store.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The letters of the proof.
    const PROOF: usize = 26;

    /// The token of a signature.
    #[must_use]
    pub fn of(id: &Id, key: &Key) -> Token {
        let proof = &key.derive(Purpose::Token, &[id.as_str().as_bytes()])[..16];
        Token(format!("{}{}", &id.as_str()[Id::PREFIX.len()..], word::write(proof)))
    }

    /// The id that a token names, if the token is ours.
    #[must_use]
    pub fn open(text: &str, key: &Key) -> Option<Id> {
        if !word::is(text, Id::LENGTH + Token::PROOF) {
            return None;
        }
        let id = Id(format!("{}{}", Id::PREFIX, &text[..Id::LENGTH]));
        same(Token::of(&id, key).0.as_bytes(), text.as_bytes()).then_some(id)
    }

    /// The token as text. It gives all rights over the signature, so it goes into mails and nowhere else.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The six digits in the mail. Nothing of them is in the store either.
#[must_use]
pub fn code(signature: &Signature, key: &Key) -> String {
    let parts = [signature.id.as_str().as_bytes(), &signature.version.to_le_bytes()];
    let hash = key.derive(Purpose::Code, &parts);
    let first = hash.first_chunk().copied().unwrap_or_default();
    format!("{:06}", u64::from_le_bytes(first) % 1_000_000)
}

/// The digits of a code that somebody typed, whatever is between them. The widget's form reads them in the same way, in
/// `loader/form/course.js`.
#[must_use]
pub fn typed_code(typed: &str) -> String {
    // The zeros that keyboards of the widget's languages type: ASCII, Arabic, Persian, full-width.
    const ZEROS: [u32; 4] = [0x30, 0x660, 0x6f0, 0xff10];
    let digit =
        |zero: &u32, char: char| u32::from(char).checked_sub(*zero).and_then(|digit| char::from_digit(digit, 10));
    typed.chars().filter_map(|char| ZEROS.iter().find_map(|zero| digit(zero, char))).collect()
}

/// What the widget gets for a sign-up, and confirms by: 128 bits, of which the store has a hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Handle(String);

impl Handle {
    /// The letters of a handle.
    const LENGTH: usize = 26;

    /// A random handle, or always the same for the key that the widget gave.
    ///
    /// # Errors
    /// If the system gives no random numbers.
    pub fn of(letter: &str, given: Option<&str>, key: &Key) -> Result<Handle> {
        let bytes = match given {
            Some(given) => {
                let hash = key.derive(Purpose::Handle, &[letter.as_bytes(), given.as_bytes()]);
                hash[..16].try_into().unwrap_or_default()
            }
            None => random::<16>()?,
        };
        Ok(Handle(word::write(&bytes)))
    }

    /// Reads a handle.
    #[must_use]
    pub fn parse(text: &str) -> Option<Handle> {
        word::is(text, Handle::LENGTH).then(|| Handle(text.to_string()))
    }

    /// Its hash, for the store.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        use sha2::{Digest, Sha256};
        Sha256::digest(self.0.as_bytes()).into()
    }

    /// The handle as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Handles and tokens are secrets, which no log may show.
impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handle(…)")
    }
}
