//! What somebody does in the form, and what becomes of it.

use super::page::{Page, focus_link, mark_links};
use super::{Now, Session, texts};
use crate::browser::{Moment, is_online};
use crate::embed::sign_form::{SignFormOf, Told};
use crate::language::{Language, SignTexts};
use crate::model::{Code, Failure, Field, Part, Timestamp, host};
use crate::signing::{Answers, Confirmed, Course, Sent, Stage, Trouble, check, receiver, suggestion};
use crate::view::{FormMessage, FormOf, sign_form};
use gloo_timers::callback::Timeout;
use leptos::prelude::{Update, WithUntracked};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds after which the form says that an answer takes long.
const SLOW_MS: u32 = 8_000;
/// Milliseconds between two mails to one address.
const NEXT_MAIL_MS: f64 = 600_000.0;

/// Where the focus goes.
const FIRST_FIELD: &str = ".asking input, .asking textarea";
const FAULT: &str = ".asking [aria-invalid=true]";
const SEND: &str = ".asking .send";
const MEANT: &str = ".meant";
const EMAIL: &str = "[name=email]";
const CODE: &str = "#sign-code";
const OUTCOME: &str = ".outcome";

impl Session {
    /// Opens the form.
    pub fn open(self: &Rc<Self>) {
        let stage = self.course.with_untracked(|course| course.stage.clone());
        self.show(Some(match stage {
            Stage::Asking | Stage::Sending => FIRST_FIELD.into(),
            Stage::Coding(_) | Stage::Confirming(_) => CODE.into(),
            _ => OUTCOME.into(),
        }));
        self.prepare();
    }

    /// Closes the form. False if it is not open.
    pub fn close(&self) -> bool {
        if self.page.borrow().is_none() {
            return false;
        }
        self.take_off();
        let root = self.now.borrow().of.root.clone();
        mark_links(&root, false);
        focus_link(&root);
        true
    }

    /// The letter's view was mounted anew. False if it shows another letter.
    pub fn moved(self: &Rc<Self>, of: SignFormOf) -> bool {
        let id = &of.arrived.letter.id;
        let is_same = id.is_some() && *id == self.now.borrow().of.arrived.letter.id;
        let Some(form) = super::form_of(&of).filter(|_| is_same) else { return false };
        let is_open = self.page.borrow().is_some();
        let focused = self.page.borrow().as_ref().and_then(Page::focused);
        self.take_off();
        self.now.replace(Now { of, form });
        mark_links(&self.now.borrow().of.root, is_open);
        self.show_own();
        if is_open {
            self.show(focused);
        }
        true
    }

    /// Takes the form off the page, and keeps what was typed.
    fn take_off(&self) {
        self.keep_typed();
        self.page.take();
    }

    fn keep_typed(&self) {
        if let Some(page) = &*self.page.borrow() {
            self.typed.replace(page.typed(&self.now.borrow().form));
        }
    }

    /// Shows the form once its texts are there, and moves the focus, if it goes anywhere.
    fn show(self: &Rc<Self>, focus: Option<String>) {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let own = Rc::downgrade(self);
        let language = Language::new(&self.now.borrow().of.arrived.letter.lang);
        spawn_local(async move {
            let texts = texts::of(language.texts.lang).await;
            let Some(session) = own.upgrade().filter(|session| session.turn.get() == turn) else { return };
            session.texts.set(Some(texts));
            session.show_own();
            session.put_on(texts, language);
            if let Some(selector) = focus {
                session.focus(&selector);
            }
        });
    }

    fn put_on(self: &Rc<Self>, texts: &'static SignTexts, language: Language) {
        let own = Rc::downgrade(self);
        let on = Rc::new(move |message| {
            if let Some(session) = own.upgrade() {
                session.act(message);
            }
        });
        let (course, typed) = (self.course.clone(), self.typed.borrow().clone());
        let now = self.now.borrow();
        let (form, letter, changing) = (now.form.clone(), now.of.arrived.letter.clone(), now.of.changing.clone());
        let receiver = receiver(&now.of.arrived.base, form.action.as_str());
        let settings = &now.of.settings;
        let level = settings.heading_level + u8::from(settings.show.has(Part::Title));
        let own = Rc::downgrade(self);
        let changed = move || {
            if let Some(session) = own.upgrade() {
                session.look_at_address();
            }
        };
        let page = Page::show(
            &now.of.root,
            move || {
                let (form, letter, language, typed) = (&*form, &*letter, &language, &typed);
                let (course, changing) = (&course, &changing);
                sign_form(&FormOf { form, letter, receiver, level, texts, language, typed, course, changing, on })
            },
            changed,
        );
        mark_links(&now.of.root, page.is_some());
        self.page.replace(page);
    }

    fn focus(&self, selector: &str) {
        if let Some(page) = &*self.page.borrow() {
            page.focus(selector.into());
        }
    }

    fn change<T: Default>(&self, change: impl FnOnce(&mut Course) -> T) -> T {
        self.course.try_update(change).unwrap_or_default()
    }

    fn act(self: &Rc<Self>, message: FormMessage) {
        match message {
            FormMessage::Send => self.send(),
            FormMessage::Confirm => self.confirm(),
            FormMessage::Correct => self.correct(),
            FormMessage::Close => drop(self.close()),
            FormMessage::Again => {
                self.change(Course::again);
                self.focus(EMAIL);
            }
            FormMessage::Share => {
                if let Some(page) = &*self.page.borrow() {
                    page.share();
                }
            }
        }
    }

    /// What is typed, tidied.
    fn answers(&self) -> Answers {
        self.keep_typed();
        let mut answers = Answers::new();
        let form = &self.now.borrow().form;
        for (field, typed) in &*self.typed.borrow() {
            match form.asks(*field).filter(|_| field.is_box()) {
                Some(ask) => answers.tick(ask, true),
                None => answers.set(*field, typed),
            }
        }
        answers
    }

    /// Looks for a typing error in the address, after it was typed.
    fn look_at_address(&self) {
        let meant = self.answers().get(Field::Email).and_then(suggestion);
        self.change(|course| course.suggestion = meant);
    }

    fn correct(&self) {
        let Some(meant) = self.change(|course| course.suggestion.take()) else { return };
        if let Some(page) = &*self.page.borrow() {
            page.write(Field::Email, &meant);
        }
        self.focus(EMAIL);
    }

    /// Whether the signer has to see first that the address may have a typing error: once for each address.
    fn is_doubtful(&self, answers: &Answers) -> bool {
        let address = answers.get(Field::Email).map(str::to_string);
        let meant = address.as_deref().and_then(suggestion);
        let is_new = meant.is_some() && *self.doubted.borrow() != address;
        self.doubted.replace(address);
        self.change(|course| course.suggestion = meant);
        is_new
    }

    fn send(self: &Rc<Self>) {
        if self.course.with_untracked(|course| course.stage != Stage::Asking) {
            return;
        }
        let answers = self.answers();
        let faults = check(&self.now.borrow().form, &answers);
        if faults.is_empty() && self.is_doubtful(&answers) {
            return self.focus(MEANT);
        }
        if !is_online() && faults.is_empty() {
            return self.change(|course| course.trouble = Some(Trouble::Offline));
        }
        let is_ready = self.change(|course| {
            course.address = answers.get(Field::Email).unwrap_or_default().to_string();
            course.is_person = !answers.is_organisation();
            course.receiver = host(self.now.borrow().form.action.as_str()).unwrap_or_default().to_string();
            course.send(faults)
        });
        if !is_ready {
            return self.focus(FAULT);
        }
        // What is sent is sent, whatever becomes of the form.
        let session = self.clone();
        spawn_local(async move {
            let slow = session.slow();
            let sent = session.deliver(&answers).await;
            drop(slow);
            session.delivered(sent);
        });
    }

    fn delivered(&self, sent: Sent) {
        let confirms = self.now.borrow().form.confirms;
        let (language, now) = (Language::new(&self.now.borrow().of.arrived.letter.lang), Moment::now().wall);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds of our time")]
        let time = |wall: f64| language.moment(Timestamp(wall as i64));
        let (sent_at, again_at) = (time(now), time(now + NEXT_MAIL_MS));
        let (stage, has_faults) = self.change(|course| {
            course.sent(sent, confirms);
            (course.sent_at, course.again_at) = (sent_at, again_at);
            (course.stage.clone(), !course.faults.is_empty())
        });
        self.tell(&stage);
        self.focus(match stage {
            Stage::Asking if has_faults => FAULT,
            Stage::Asking => return,
            Stage::Coding(_) => CODE,
            _ => OUTCOME,
        });
    }

    fn confirm(self: &Rc<Self>) {
        let typed = self.page.borrow().as_ref().map(Page::code).unwrap_or_default();
        let Some((signature, code)) = self.change(|course| course.confirm(&typed)) else {
            return self.focus(CODE);
        };
        let session = self.clone();
        spawn_local(async move {
            let slow = session.slow();
            let confirmed = session.deliver_code(&signature, &code).await;
            drop(slow);
            session.code_delivered(confirmed);
        });
    }

    fn code_delivered(&self, confirmed: Confirmed) {
        let stage = self.change(|course| {
            course.confirmed(confirmed);
            course.stage.clone()
        });
        self.show_own();
        if matches!(stage, Stage::Coding(_)) {
            self.tell_trouble();
        } else {
            self.tell(&stage);
        }
        self.focus(match stage {
            Stage::Coding(_) => CODE,
            Stage::Asking => SEND,
            _ => OUTCOME,
        });
    }

    /// Says after a while that an answer takes long.
    fn slow(self: &Rc<Self>) -> Timeout {
        let own = Rc::downgrade(self);
        Timeout::new(SLOW_MS, move || {
            if let Some(session) = own.upgrade() {
                session.change(|course| course.slow = course.is_sending());
            }
        })
    }

    /// Tells the host page about a stage that is new.
    fn tell(&self, stage: &Stage) {
        match stage.told() {
            Some(signed) => (self.now.borrow().of.told)(Told::Signed(signed)),
            None => self.tell_trouble(),
        }
    }

    fn tell_trouble(&self) {
        let message = match self.course.with_untracked(|course| course.trouble) {
            Some(Trouble::Unsure) => {
                "no answer from the receiver of signatures: check its address, that it sends Access-Control-Allow-Origin, and that connect-src of the page's Content-Security-Policy allows it"
            }
            Some(Trouble::Failed) => "the receiver of signatures has failed",
            Some(Trouble::Refused) => "the receiver of signatures refuses this one",
            _ => return,
        };
        let now = self.now.borrow();
        let failure = Failure::new(Code::Sign, message.into(), now.form.action.as_str());
        (now.of.told)(Told::Failed(failure));
    }
}
