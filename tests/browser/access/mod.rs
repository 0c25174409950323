//! Whether everybody can read and use the letter: WCAG 2.2 AA, and AAA contrast in our own colours.

pub mod axe;
pub mod contrast;
pub mod focus;
pub mod keyboard;
pub mod keys;
pub mod preferences;
pub mod reflow;
pub mod rules;
pub mod speech;
mod state;
pub mod tree;
