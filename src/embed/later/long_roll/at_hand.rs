//! The names that the letter itself has: the first are shown, then more as the reader comes near the end. Those in files
//! follow.

use super::LongRoll;
use crate::browser::pause;
use gloo_events::EventListener;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The number of names that each step adds: few enough that a slow phone renders them without a stutter.
const STEP: usize = 16;

impl LongRoll {
    /// Shows more of the letter's own rows, and further ones while the end is near.
    pub fn show_more_at_hand(self: &Rc<Self>) {
        self.changing.change(|now| now.show_more(STEP));
        self.show_then(|roll| {
            let own = Rc::downgrade(roll);
            spawn_local(async move {
                // Between two steps, the browser can respond to the reader.
                pause().await;
                let Some(roll) = own.upgrade() else { return };
                if roll.end_is_near() { roll.read_on() } else { roll.watch_end() }
            });
        });
    }

    /// The letter's own rows, their order or the filter have changed.
    pub fn show_at_hand(self: &Rc<Self>) {
        if self.files.is_none() {
            self.show_then(|roll| roll.watch_end());
        }
    }

    /// Shows all of the letter's own rows before the page is printed.
    pub fn before_printing(self: &Rc<Self>) -> Option<EventListener> {
        let own = Rc::downgrade(self);
        let window = web_sys::window()?;
        Some(EventListener::new(&window, "beforeprint", move |_| {
            if let Some(roll) = own.upgrade() {
                roll.changing.change(|now| now.show_more(usize::MAX));
                roll.show_at_hand();
            }
        }))
    }
}
