//! Sharing the letter. A reader only shares a letter that is already shown.

use crate::browser::{Shared, share};
use crate::view::Changing;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{HtmlInputElement, ShadowRoot};

/// Shares the title and the URL, and shows the result.
///
/// # Errors
/// If this part of the widget can't be loaded.
#[wasm_split(share, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the error is that of the loading, which the macro adds")]
pub(in crate::embed) fn begin_sharing(
    title: String,
    url: String,
    changing: Changing,
    root: ShadowRoot,
) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        match share(&title, &url).await {
            Shared::Asked => {}
            Shared::Copied => changing.change(|now| now.copied = true),
            Shared::Refused => {
                changing.change(|now| now.address = url);
                tick().await;
                // `DocumentFragment` imports a method of the same name.
                let root: &web_sys::Element = root.unchecked_ref();
                let field = root.query_selector("[part~=share] input").ok().flatten();
                // Selects the link for copying.
                if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
                    let _ = field.focus();
                    field.select();
                }
            }
        }
    });
    Ok(())
}
