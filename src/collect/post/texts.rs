//! What mails and pages say: the list of texts, which each file in `texts/` fills. `build.rs` generates the values, so
//! a file that lacks a text does not compile.
//!
//! The comment of each text is its English.

use crate::language::{Language, Plural};

include!(concat!(env!("OUT_DIR"), "/collectors-texts.rs"));

/// The texts in one language.
pub struct Texts {
    /// The language's tag.
    pub lang: &'static str,
    /// What mails say.
    pub mails: Mails,
    /// What the pages for signatories say.
    pub visits: Visits,
    /// What the coordinator's pages say.
    pub coordinator: Coordinator,
}

impl Texts {
    /// The texts for a language: the same as the interface's, or English.
    #[must_use]
    pub fn of(language: &Language) -> &'static Texts {
        ALL.iter().find(|texts| texts.lang == language.texts.lang).unwrap_or(&ALL[0])
    }
}

/// What mails say.
pub struct Mails {
    /// *{code} is your code to sign the letter*
    pub confirm_subject: &'static str,
    /// *Somebody, probably you, is signing this letter with this address:*
    pub signs: &'static str,
    /// *This will be published:*
    pub will_read: &'static str,
    /// *The signature will be counted. The name will not be published.*
    pub will_count: &'static str,
    /// *Type this code where you signed:*
    pub code: &'static str,
    /// *Or open this page and press the button:*
    pub or_press: &'static str,
    /// *The code works for 60 minutes, the link until {day}.*
    pub until: &'static str,
    /// *If this was not you, do nothing. Nothing will be published, and this address will be erased.*
    pub not_you: &'static str,
    /// *You have signed: {title}*
    pub signed_subject: &'static str,
    /// *Thank you for signing this letter:*
    pub signed: &'static str,
    /// *This is published:*
    pub reads: &'static str,
    /// *Your signature counts. Your name is not published.*
    pub counts: &'static str,
    /// *This will be published when the organisers have checked it:*
    pub when_checked: &'static str,
    /// *With this link you can change, hide or withdraw your signature at any time:*
    pub your_link: &'static str,
    /// *Keep this e-mail. The link is for you alone: do not forward it.*
    pub keep: &'static str,
    /// *We now erase your e-mail address and will not write to you again.*
    pub erased: &'static str,
    /// *If this was not you, open the link and withdraw the signature.*
    pub not_you_withdraw: &'static str,
    /// *Your signature: {title}*
    pub again_subject: &'static str,
    /// *This address has already signed this letter:*
    pub again: &'static str,
    /// *If you did not ask for this e-mail, you can ignore it.*
    pub not_asked: &'static str,
    /// *Your signature has been accepted: {title}*
    pub approved_subject: &'static str,
    /// *The organisers have accepted your signature of this letter:*
    pub approved: &'static str,
    /// *Your signature has not been accepted: {title}*
    pub declined_subject: &'static str,
    /// *The organisers have not accepted your signature of this letter:*
    pub declined: &'static str,
    /// *It does not count, and it is not published.*
    pub declined_then: &'static str,
    /// *Their reason:*
    pub reason: &'static str,
    /// *If this is a mistake, reply to this e-mail.*
    pub reply: &'static str,
    /// *Not confirmed yet: {title}*
    pub reminder_subject: &'static str,
    /// *Some days ago somebody, probably you, signed this letter with this address:*
    pub reminder: &'static str,
    /// *The signature does not count yet, because nobody has confirmed it.*
    pub reminder_then: &'static str,
    /// *To confirm it, open this page and press the button:*
    pub press: &'static str,
    /// *This is the only reminder. If you do nothing, the signature will be deleted on {day}.*
    pub reminder_once: &'static str,
    /// *You can approve or decline them here:*
    pub queue_link: &'static str,
    /// *The link works once, for 24 hours.*
    pub queue_until: &'static str,
    /// *Your link to the coordinator’s pages*
    pub sign_in_subject: &'static str,
    /// *To sign in, open this page and press the button:*
    pub sign_in: &'static str,
    /// *The link works once, for 30 minutes.*
    pub sign_in_until: &'static str,
    /// *This e-mail was sent automatically, because somebody typed this address into the form to sign the letter.*
    pub because: &'static str,
}

/// What the pages for signatories say.
pub struct Visits {
    /// *Confirm your signature*
    pub confirm: &'static str,
    /// *Somebody, probably you, has signed this letter with your address.*
    pub somebody: &'static str,
    /// *If you confirm it, this will be published:*
    pub would_read: &'static str,
    /// *If you confirm it, the signature counts. The name will not be published.*
    pub would_count: &'static str,
    /// *Confirm*
    pub confirm_button: &'static str,
    /// *This was not me*
    pub reject_button: &'static str,
    /// *Nothing happens until you press a button.*
    pub nothing_yet: &'static str,
    /// *Your signature*
    pub own: &'static str,
    /// *Thank you for signing*
    pub thanks: &'static str,
    /// *You are signatory number {n}.*
    pub number: &'static str,
    /// *This signature has not been confirmed yet.*
    pub is_pending: &'static str,
    /// *The organisers have not accepted this signature.*
    pub is_declined: &'static str,
    /// *You have withdrawn this signature.*
    pub is_withdrawn: &'static str,
    /// *The organisers have removed this signature.*
    pub is_invalidated: &'static str,
    /// *Change how it reads*
    pub change: &'static str,
    /// *Save*
    pub save: &'static str,
    /// *Saved. All websites will show it within a day, most of them within minutes.*
    pub saved: &'static str,
    /// *Hide my name*
    pub hide: &'static str,
    /// *Your signature still counts.*
    pub hide_note: &'static str,
    /// *Show my name*
    pub show: &'static str,
    /// *Withdraw my signature*
    pub withdraw: &'static str,
    /// *It will no longer count, and your name will be removed everywhere.*
    pub withdraw_note: &'static str,
    /// *Erase everything*
    pub erase: &'static str,
    /// *This withdraws your signature and deletes everything that we store about it. It cannot be undone.*
    pub erase_note: &'static str,
    /// *Everything that we stored about your signature has been erased.*
    pub erased: &'static str,
    /// *What we store about you (JSON)*
    pub data: &'static str,
    /// *No more news*
    pub news_off: &'static str,
    /// *Nearly there*
    pub sent: &'static str,
    /// *We have sent a code and a link to your address.*
    pub sent_lead: &'static str,
    /// *The signature has been deleted.*
    pub rejected: &'static str,
    /// *This link no longer works*
    pub expired: &'static str,
    /// *It is too old, or the signature has been deleted. You can sign again.*
    pub expired_lead: &'static str,
    /// *Get a new link*
    pub lost: &'static str,
    /// *If you have signed, we can send the link to your signature to your address again.*
    pub lost_lead: &'static str,
    /// *Send the link*
    pub send: &'static str,
    /// *If this address has signed, the link is on its way.*
    pub link_sent: &'static str,
    /// *This page does not exist*
    pub missing: &'static str,
    /// *Too many attempts*
    pub busy: &'static str,
    /// *Please try again in a few minutes.*
    pub busy_lead: &'static str,
    /// *Something went wrong*
    pub trouble: &'static str,
    /// *Please try again later.*
    pub trouble_lead: &'static str,
}

/// What the coordinator’s pages say.
pub struct Coordinator {
    /// *Coordinator’s pages*
    pub title: &'static str,
    /// *Sign in*
    pub sign_in: &'static str,
    /// *If this address is on the list, a link is on its way.*
    pub link_sent: &'static str,
    /// *Sign out*
    pub sign_out: &'static str,
    /// *{n} signatures wait for your decision*
    pub waiting: Plural,
    /// *No signature waits for a decision.*
    pub nothing: &'static str,
    /// *One of the first persons*
    pub first_person: &'static str,
    /// *Contains a word from your list*
    pub listed_word: &'static str,
    /// *Unusual spelling*
    pub unusual: &'static str,
    /// *Throw-away address*
    pub throw_away: &'static str,
    /// *With a comment*
    pub with_comment: &'static str,
    /// *Already in your table*
    pub in_table: &'static str,
    /// *Many from this domain within an hour*
    pub crowd: &'static str,
    /// *Address at {domain}*
    pub domain: &'static str,
    /// *Through {partner}*
    pub partner: &'static str,
    /// *Approve*
    pub approve: &'static str,
    /// *Decline*
    pub decline: &'static str,
    /// *Reason, for the mail (optional)*
    pub reason: &'static str,
    /// *Approve all*
    pub approve_all: &'static str,
    /// *Decline all*
    pub decline_all: &'static str,
    /// *Approve {n} signatures?*
    pub ask_approve: Plural,
    /// *Decline {n} signatures?*
    pub ask_decline: Plural,
    /// *Yes, go ahead*
    pub go_ahead: &'static str,
    /// *Back*
    pub back: &'static str,
    /// *Done.*
    pub done: &'static str,
    /// *Figures*
    pub figures: &'static str,
    /// *By network*
    pub by_network: &'static str,
    /// *By domain of the address*
    pub by_domain: &'static str,
    /// *By partner*
    pub by_partner: &'static str,
    /// *Pause signing*
    pub pause: &'static str,
    /// *Nobody will be able to sign until you resume. The letter stays online.*
    pub pause_note: &'static str,
    /// *Resume signing*
    pub resume: &'static str,
    /// *Signing is paused.*
    pub paused: &'static str,
}
