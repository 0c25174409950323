//! The console of the host page, where webmasters look.

/// Warns of something that the widget has got along without.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&message.into());
}
