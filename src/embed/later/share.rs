//! Sharing the letter: nobody shares what they have not seen.

use crate::browser::share;
use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Shares the title and the URL, and calls `done` with whether the link was copied instead.
///
/// # Errors
/// If this part of the widget can't be loaded.
#[wasm_split(later, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the loading, which the macro adds")]
pub(in crate::embed) fn begin_sharing(
    title: String,
    url: String,
    done: Box<dyn FnOnce(bool)>,
) -> Result<(), SplitLoaderError> {
    spawn_local(async move { done(share(title, url).await) });
    Ok(())
}
