//! The browser's `fetch`. The page may have replaced it: consent managers and monitors wrap it, and expect an address
//! and options as arguments. So this passes them, and it trusts nothing about the response: each step may throw, and
//! then there is no response.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = window, js_name = fetch, catch)]
    fn call(url: &str, options: &Object) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Promise, js_name = resolve, catch)]
    fn promise(value: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_name = AbortController)]
    type Controller;
    #[wasm_bindgen(constructor, js_class = "AbortController", catch)]
    fn new() -> Result<Controller, JsValue>;
    #[wasm_bindgen(method, js_name = abort, catch)]
    fn end(this: &Controller) -> Result<(), JsValue>;

    type Headers;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Headers, name: &str) -> Result<Option<String>, JsValue>;

    type Stream;
    #[wasm_bindgen(method, js_name = getReader, catch)]
    fn reader(this: &Stream) -> Result<Reader, JsValue>;

    type Reader;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = TextDecoder)]
    type Decoder;
    #[wasm_bindgen(constructor, js_class = "TextDecoder", catch)]
    fn new() -> Result<Decoder, JsValue>;
    // The decoded value stays on the browser's side, because this module's memory grows and never shrinks.
    #[wasm_bindgen(method, catch)]
    fn decode(this: &Decoder, bytes: &Uint8Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &JsValue) -> Result<JsValue, JsValue>;
}

/// Aborts a request when it is dropped.
#[must_use = "dropping it ends the request"]
pub(super) struct Abort(Option<Controller>);

impl Abort {
    pub fn new() -> Abort {
        Abort(Controller::new().ok())
    }

    fn signal(&self) -> JsValue {
        self.0.as_ref().and_then(|controller| member(controller, "signal")).unwrap_or(JsValue::UNDEFINED)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        let _ = self.0.take().map(|controller| controller.end());
    }
}

/// The response to a request.
pub(super) struct Answer(JsValue);

/// Requests the address. Mode and credentials are those of the loader's `<link rel="preload" as="fetch" crossorigin>`,
/// so that the browser matches the two. `None`: no response.
pub(super) async fn ask(url: &str, cache: &str, abort: &Abort) -> Option<Answer> {
    // Whatever the host page's policy is, the request sends its origin at most.
    let referrer = ("referrerPolicy", "strict-origin-when-cross-origin");
    ask_with(url, &[("mode", "cors"), ("cache", cache), referrer].map(|(name, value)| (name, value.into())), abort)
        .await
}

/// The same with these options.
pub(super) async fn ask_with(url: &str, options: &[(&str, JsValue)], abort: &Abort) -> Option<Answer> {
    let all = Object::new();
    for (name, value) in options {
        let _ = Reflect::set(&all, &(*name).into(), value);
    }
    let _ = Reflect::set(&all, &"signal".into(), &abort.signal());
    wait(call(url, &all)).await.map(Answer)
}

impl Answer {
    /// The status (RFC 9110, section 15). `None`: the value is no response at all.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an odd one is not a status")]
    pub fn status(&self) -> Option<u16> {
        Some(member(&self.0, "status")?.as_f64()? as u16)
    }

    /// The header with that name, if the host exposes it to other origins.
    pub fn header(&self, name: &str) -> Option<String> {
        member(&self.0, "headers")?.unchecked_ref::<Headers>().get(name).ok()?
    }

    /// The final URL, after all redirects.
    pub fn url(&self) -> Option<String> {
        member(&self.0, "url")?.as_string().filter(|url| !url.is_empty())
    }

    /// The bytes, piece by piece; `None` if there is no body.
    pub fn pieces(&self) -> Result<Option<Pieces>, Broken> {
        let body = member(&self.0, "body").ok_or(Broken)?;
        if body.is_null() {
            return Ok(None);
        }
        body.unchecked_ref::<Stream>().reader().map(|reader| Some(Pieces(reader))).map_err(|_| Broken)
    }
}

/// The response breaks off.
pub(super) struct Broken;

/// A body that is read piece by piece.
pub(super) struct Pieces(Reader);

impl Pieces {
    /// The next piece; `None` at the end.
    pub async fn next(&self) -> Result<Option<Uint8Array>, Broken> {
        let result = wait(self.0.read()).await.ok_or(Broken)?;
        Ok(member(&result, "value").and_then(|piece| piece.dyn_into().ok()))
    }
}

/// The value of JSON in UTF-8, as the browser reads it.
pub(super) fn value_of(bytes: &Uint8Array) -> Option<JsValue> {
    parse(&Decoder::new().ok()?.decode(bytes).ok()?).ok()
}

/// The result of a promise, or the value itself if it is no promise.
async fn wait(value: Result<JsValue, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise(&value.ok()?).ok()?).await.ok()
}

fn member(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}
