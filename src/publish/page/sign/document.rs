//! The document around the form. The collector answers with the same, when it has something to say first.

use super::fields::{Filled, fields};
use crate::language::{Language, SignTexts, fill};
use crate::model::{By, Field, Letter, Send, SignForm, host};
use crate::publish::page::head::opening;
use crate::signing::sent_as;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The stylesheet of the page: that of all pages, and the form's.
pub const STYLE: &str = concat!(
    include_str!(concat!(env!("OUT_DIR"), "/page-document.css")),
    include_str!(concat!(env!("OUT_DIR"), "/page-sign.css"))
);

/// Fields whose answers our collector has published.
const PUBLISHED: [Field; 5] = [Field::Name, Field::Organisation, Field::Role, Field::Country, Field::Comment];

/// A page with the form of a letter.
pub struct Document<'d> {
    /// The letter, with links as they must be on the page.
    pub letter: &'d Letter,
    /// Its form, with a full address.
    pub form: &'d SignForm,
    /// The host that receives the data, if it is not the letter's own.
    pub receiver: Option<String>,
    /// The letter's own page.
    pub page: String,
    /// The collector's token. A page that is a file has none.
    pub token: Option<&'d str>,
    /// The partner whose website led here, if that is known.
    pub partner: Option<&'d str>,
    /// The address of the script that reads the partner from the page's own address, if it has one.
    pub script: Option<String>,
    /// What was typed before.
    pub filled: Filled,
    /// What to say above the form.
    pub notice: Option<String>,
}

impl Document<'_> {
    /// The page as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let language = Language::new(&self.letter.lang);
        let (texts, foreign) = (language.sign_texts(), language.foreign());
        let document = html! {
            (DOCTYPE)
            html lang=(self.letter.lang.as_str()) dir=(self.letter.lang.direction().as_str()) {
                head {
                    (opening(&fill(texts.page_title, "title", &self.letter.title)))
                    meta name="robots" content="noindex, follow";
                    meta name="referrer" content="no-referrer";
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    main.sign {
                        p.letter { a href=(self.page) { (self.letter.title) } }
                        div lang=[foreign.map(|(lang, _)| lang)] dir=[foreign.map(|(_, dir)| dir)] {
                            (self.content(&language, texts))
                        }
                    }
                    @if let Some(script) = self.script.as_ref().filter(|_| self.takes_partner()) {
                        script type="module" src=(script) {}
                    }
                }
            }
        };
        document.into_string() + "\n"
    }

    fn content(&self, language: &Language, texts: &SignTexts) -> Markup {
        html! {
            h1 { (texts.title) }
            @if !self.letter.is_open() {
                p { (language.texts.closed) }
            } @else if matches!(self.form.send, Send::Json { .. }) {
                (self.elsewhere(texts))
            } @else {
                @if let Some(notice) = &self.notice { p.notice role="status" { (notice) } }
                (self.form(language, texts))
            }
            p.read { a href=(self.page) { (texts.read) } }
        }
    }

    /// No page can send what this receiver wants: the receiver's own page signs.
    fn elsewhere(&self, texts: &SignTexts) -> Markup {
        let there = self.letter.sign.as_ref().map(|sign| sign.url.as_str()).unwrap_or_default();
        html! {
            p { (fill(texts.elsewhere_why, "receiver", host(there).unwrap_or(there))) }
            p { a.button href=(there) rel="noopener" { (texts.elsewhere) } }
        }
    }

    fn form(&self, language: &Language, texts: &SignTexts) -> Markup {
        let form = self.form;
        let in_new_tab = form.by != By::Collect;
        let also: &[(String, String)] = match &form.send {
            Send::Form { also, .. } => also,
            Send::Json { .. } => &[],
        };
        let button = self.letter.sign.as_ref().and_then(|sign| sign.label.as_deref()).unwrap_or(texts.send);
        html! {
            form method="post" action=(form.action.as_str()) target=[in_new_tab.then_some("_blank")]
                rel=[in_new_tab.then_some("noopener")] {
                (fields(form, texts, &self.filled))
                @if let Some(name) = sent_as(form, "lang") {
                    input type="hidden" name=(name) value=(self.letter.lang.as_str());
                }
                @if let Some(name) = sent_as(form, "partner").filter(|_| self.partner.is_some() || self.script.is_some()) {
                    // Without a value, nothing is sent.
                    input type="hidden" name=(name) value=[self.partner] data-partner disabled[self.partner.is_none()];
                }
                @if let Some(token) = self.token.filter(|_| form.by == By::Collect) {
                    input type="hidden" name="token" value=(token);
                    // People don't see it; programs that fill in every field do.
                    div hidden {
                        label { "Website" input name="website" type="text" tabindex="-1" autocomplete="off"; }
                    }
                }
                @for (name, value) in also { input type="hidden" name=(name) value=(value); }
                @if let Some(published) = self.published(language, texts) { p.hint { (published) } }
                @if let Some(receiver) = &self.receiver { p.hint { (fill(texts.receiver, "receiver", receiver)) } }
                @if let Some(privacy) = &self.letter.privacy {
                    p.hint { a href=(privacy.as_str()) rel="noopener" { (texts.privacy) } }
                }
                p { button type="submit" { (button) } }
                @if let Some(receiver) = self.receiver.as_ref().filter(|_| in_new_tab) {
                    p.hint { (fill(texts.new_tab, "receiver", receiver)) }
                }
            }
        }
    }

    /// Whether the form is here, and its receiver wants to know the partner.
    fn takes_partner(&self) -> bool {
        self.letter.is_open() && !matches!(self.form.send, Send::Json { .. }) && sent_as(self.form, "partner").is_some()
    }

    /// Which answers our collector has published. What others do, the letter's consent says.
    fn published(&self, language: &Language, texts: &SignTexts) -> Option<String> {
        if self.form.by != By::Collect || self.form.asks(Field::Public).is_some() {
            return None;
        }
        let fields = PUBLISHED.into_iter().filter(|field| self.form.asks(*field).is_some());
        let labels: Vec<&str> = fields.map(|field| texts.label(field)).collect();
        Some(fill(texts.published, "fields", &labels.join(language.texts.comma)))
    }
}
