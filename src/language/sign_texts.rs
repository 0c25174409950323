//! The texts of the form to sign, which the page that signs, the form in the widget, and the collector share.
//!
//! They are in files of their own, `texts/sign/`. The widget loads the form in one language when somebody is about to sign
//! (`view::sign_form`).

use crate::model::{Field, Kind};

/// Declares the texts, each by its key in the files.
macro_rules! texts {
    ($($(#[$doc:meta])* $key:ident,)*) => {
        /// The texts of the form to sign in one language. `{n}`, `{address}` and the like are placeholders.
        pub struct SignTexts { $($(#[$doc])* pub $key: &'static str,)* }
    };
}

texts! {
    /// The language's tag (BCP 47).
    lang,
    /// The heading of the form.
    title,
    /// The title of the page that signs: `{title}`.
    page_title,
    /// The label of the name.
    name,
    /// The label of the given name.
    first_name,
    /// The label of the family name.
    last_name,
    /// The label of the e-mail address.
    email,
    /// The label of the choice between a person and an organisation.
    kind,
    /// The choice of a person.
    person,
    /// The choice of an organisation.
    an_organisation,
    /// The label of the organisation's name.
    organisation,
    /// The label of what a person does.
    role,
    /// The label of the country.
    country,
    /// The label of the postcode.
    postcode,
    /// The label of the comment.
    comment,
    /// Beside the box that allows to publish the name, if the letter says nothing else.
    public,
    /// A label of a field that nobody need fill in: `{label}`.
    optional,
    /// Below the e-mail address.
    email_hint,
    /// Below the organisation's name, if organisations must give it.
    organisation_hint,
    /// Below the comment: how many characters it may have, `{n}`.
    comment_hint,
    /// Which answers are published: `{fields}`.
    published,
    /// Who receives the data, if it is not the letter's own site: `{receiver}`.
    receiver,
    /// The link to the privacy notice.
    privacy,
    /// The button that sends the form.
    send,
    /// While the form is sent.
    sending,
    /// The button that closes the form.
    close,
    /// Which fields have faults: `{fields}`.
    faults,
    /// The fault `missing`.
    missing,
    /// The fault `long`: `{n}`.
    long,
    /// The fault `form`.
    form,
    /// The fault `link`.
    link,
    /// The fault `letters`.
    letters,
    /// The fault `missing` of a name.
    name_missing,
    /// The fault `missing` of the e-mail address.
    email_missing,
    /// The fault `form` of the e-mail address.
    email_form,
    /// The fault `domain` of the e-mail address.
    email_domain,
    /// The fault `missing` of the organisation's name.
    organisation_missing,
    /// The fault `missing` of the consent.
    consent_missing,
    /// The button that mends a typing error: `{address}`.
    did_you_mean,
    /// After signing: `{address}`.
    code_sent,
    /// After signing, if many sign.
    code_late,
    /// The label of the code.
    code,
    /// If no code was typed.
    code_missing,
    /// The button that sends the code.
    confirm,
    /// If the code is wrong: the tries that are left, `{n}`.
    code_wrong,
    /// If the code can't be used any more.
    expired,
    /// The button for who got no code.
    no_code,
    /// What to do then: `{time}`.
    no_code_help,
    /// When one may sign again: `{time}`.
    again_at,
    /// The button to sign again.
    again,
    /// After signing, if the receiver mails a link: `{address}`.
    link_sent,
    /// After confirming.
    confirmed,
    /// The signatory's place in the count: `{n}`.
    number,
    /// After an organisation has confirmed.
    held,
    /// After a person has confirmed who is published later.
    review,
    /// After another receiver took the signature: `{receiver}`.
    sent,
    /// Beside the signatory's own name, until the roll has it.
    shortly,
    /// Marks the signatory's own name.
    yours,
    /// The heading of what happens next.
    next,
    /// The button to share the letter after signing.
    tell,
    /// If there is no network.
    offline,
    /// If the answer takes long.
    slow,
    /// If no answer came.
    unsure,
    /// If the form could not be sent.
    failed,
    /// If the receiver refused: `{receiver}`.
    refused,
    /// If too many sign: the seconds to wait, `{n}`.
    busy,
    /// If the letter was closed in the meantime.
    closed,
    /// The link to the page where one can sign.
    elsewhere,
    /// If only another site can take signatures: `{receiver}`.
    elsewhere_why,
    /// Below the button of a form whose answer opens in another tab: `{receiver}`.
    new_tab,
    /// The link from the page that signs to the letter.
    read,
    /// Above a form that is shown again before it is sent.
    once_more,
}

impl SignTexts {
    /// The label of a field. A box has the letter's own text, but for `public`, which may have ours.
    #[must_use]
    pub fn label(&self, field: Field) -> &'static str {
        match field {
            Field::Name => self.name,
            Field::FirstName => self.first_name,
            Field::LastName => self.last_name,
            Field::Email => self.email,
            Field::Kind => self.kind,
            Field::Organisation => self.organisation,
            Field::Role => self.role,
            Field::Country => self.country,
            Field::Postcode => self.postcode,
            Field::Comment => self.comment,
            Field::Public => self.public,
            Field::Consent | Field::News => "",
        }
    }

    /// The name of a choice of `kind`.
    #[must_use]
    pub fn kind_of(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Person => self.person,
            Kind::Organisation => self.an_organisation,
        }
    }

    /// What is wrong with an answer, by the code of the fault; `{n}` is the most characters that it may have.
    #[must_use]
    pub fn fault(&self, field: Field, code: &str) -> &'static str {
        match (code, field) {
            ("missing", Field::Name | Field::FirstName | Field::LastName) => self.name_missing,
            ("missing", Field::Email) => self.email_missing,
            ("missing", Field::Organisation) => self.organisation_missing,
            ("missing", Field::Consent) => self.consent_missing,
            ("form", Field::Email) => self.email_form,
            ("domain", _) => self.email_domain,
            ("long", _) => self.long,
            ("link", _) => self.link,
            ("letters", _) => self.letters,
            ("form", _) => self.form,
            _ => self.missing,
        }
    }
}
