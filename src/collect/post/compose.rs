//! From what a mail is about to what it says.

use super::about::{About, Speech};
use super::message::{Message, Reads, Says, Waiting};
use super::name::unlinked;
use super::texts::Mails;
use super::written::{Part, Written};
use crate::language::fill;
use crate::model::Date;

/// The mail in the reader's language.
#[must_use]
pub fn compose(message: &Message) -> Written {
    let speech = Speech::of(message.says.lang());
    let texts = &speech.texts.mails;
    let words = Words { speech: &speech, texts };
    let (subject, parts) = words.said(&message.says);
    let (lang, dir) = speech.lang_and_dir();
    Written { subject, lang, dir, parts }
}

struct Words<'s> {
    speech: &'s Speech,
    texts: &'static Mails,
}

impl Words<'_> {
    fn said(&self, says: &Says) -> (String, Vec<Part>) {
        let texts = self.texts;
        match says {
            Says::Confirm { about, reads, code, link, until } => {
                let subject = fill(texts.confirm_subject, "code", code);
                let mut parts = vec![line(texts.signs), title(about)];
                parts.extend(Self::reading(reads, texts.will_read, texts.will_count));
                parts.extend([line(texts.code), Part::Code(code.clone())]);
                parts.extend([line(texts.or_press), Part::Link(link.clone())]);
                parts.push(self.day(texts.until, *until));
                parts.extend([line(texts.not_you), self.because(about)]);
                (subject, parts)
            }
            Says::Signed { about, reads, held, last, link } => {
                let mut parts = vec![line(texts.signed), title(about)];
                let (shown, hidden) =
                    if *held { (texts.when_checked, texts.will_count) } else { (texts.reads, texts.counts) };
                parts.extend(Self::reading(reads, shown, hidden));
                parts.extend(self.own_link(link));
                if *last {
                    parts.push(line(texts.erased));
                }
                parts.extend([line(texts.not_you_withdraw), self.because(about)]);
                (titled(texts.signed_subject, about), parts)
            }
            Says::Again { about, link } => {
                let mut parts = vec![line(texts.again), title(about)];
                parts.extend(self.own_link(link));
                parts.extend([line(texts.not_asked), self.because(about)]);
                (titled(texts.again_subject, about), parts)
            }
            Says::Approved { about, reads, link } => {
                let mut parts = vec![line(texts.approved), title(about)];
                parts.extend(Self::reading(reads, texts.reads, texts.counts));
                parts.extend(self.own_link(link));
                parts.extend([line(texts.erased), self.because(about)]);
                (titled(texts.approved_subject, about), parts)
            }
            Says::Declined { about, reason } => {
                let mut parts = vec![line(texts.declined), title(about), line(texts.declined_then)];
                if let Some(reason) = reason {
                    parts.extend([line(texts.reason), Part::Names(vec![unlinked(reason)])]);
                }
                parts.extend([line(texts.reply), line(texts.erased), self.because(about)]);
                (titled(texts.declined_subject, about), parts)
            }
            Says::Reminder { about, reads, link, until } => {
                let mut parts = vec![line(texts.reminder), title(about), line(texts.reminder_then)];
                parts.extend(Self::reading(reads, texts.will_read, texts.will_count));
                parts.extend([line(texts.press), Part::Link(link.clone())]);
                parts.extend([self.day(texts.reminder_once, *until), line(texts.not_you), self.because(about)]);
                (titled(texts.reminder_subject, about), parts)
            }
            Says::Queue { waiting, link, .. } => self.queue(waiting, link),
            Says::SignIn { link, .. } => {
                let parts = [line(texts.sign_in), Part::Link(link.clone()), line(texts.sign_in_until)];
                let parts = parts.into_iter().chain([line(texts.not_asked)]).collect();
                (texts.sign_in_subject.to_string(), parts)
            }
        }
    }

    fn queue(&self, waiting: &[Waiting], link: &str) -> (String, Vec<Part>) {
        let all = waiting.iter().map(|letter| letter.organisations + letter.persons).sum();
        let language = &self.speech.language;
        let subject = language.plural(&self.speech.texts.coordinator.waiting, all);
        let mut parts = Vec::new();
        for letter in waiting {
            let organisations = language.plural(&language.texts.organisations, letter.organisations);
            let persons = language.plural(&language.texts.persons, letter.persons);
            let both = match (letter.organisations, letter.persons) {
                (_, 0) => organisations,
                (0, _) => persons,
                _ => fill(&fill(language.texts.both, "organisations", &organisations), "persons", &persons),
            };
            parts.push(Part::Names(vec![letter.title.clone(), both]));
        }
        parts.extend([line(self.texts.queue_link), Part::Link(link.to_string()), line(self.texts.queue_until)]);
        (subject, parts)
    }

    /// What is published, or that nothing is.
    fn reading(reads: &Reads, shown: &str, hidden: &str) -> Vec<Part> {
        if !reads.shown {
            return vec![line(hidden)];
        }
        let names = [Some(&reads.name), reads.organisation.as_ref()].into_iter().flatten();
        vec![line(shown), Part::Names(names.map(|name| unlinked(name)).collect())]
    }

    fn own_link(&self, link: &str) -> [Part; 3] {
        [line(self.texts.your_link), Part::Link(link.to_string()), line(self.texts.keep)]
    }

    fn day(&self, text: &str, day: Date) -> Part {
        // Days in Russian and Ukrainian end with a dot themselves.
        Part::Line(fill(text, "day", &self.speech.language.date(day)).replace("..", "."))
    }

    /// Why the mail came, and where to read what becomes of the data.
    fn because(&self, about: &About) -> Part {
        let privacy = about.privacy.as_ref().filter(|address| address.starts_with("http"));
        let privacy = privacy.map(|address| (self.speech.language.texts.privacy.to_string(), address.clone()));
        Part::Because(self.texts.because.to_string(), privacy)
    }
}

fn line(text: &str) -> Part {
    Part::Line(text.to_string())
}

fn title(about: &About) -> Part {
    Part::Title { title: about.title.clone(), url: about.url.clone(), lang: about.lang.clone() }
}

/// A subject with the letter's title, cut where most programs cut it anyway.
fn titled(text: &str, about: &About) -> String {
    const MOST: usize = 70;
    let title = about.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = match title.char_indices().nth(MOST) {
        Some((end, _)) => [title[..end].trim_end(), "…"].concat(),
        None => title,
    };
    fill(text, "title", &short)
}
