//! Notes that ask the same are one question.

use crate::source::days::one_question;
use std::collections::HashMap;

/// The place of the first text of each question, and the number of texts that ask it.
#[must_use]
pub fn alike(texts: &[&str]) -> Vec<(usize, usize)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut alike: Vec<(usize, usize)> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let place = *places.entry(one_question(text).unwrap_or(text)).or_insert(alike.len());
        match alike.get_mut(place) {
            Some((_, rows)) => *rows += 1,
            None => alike.push((at, 1)),
        }
    }
    alike
}
