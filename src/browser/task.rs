//! Work that ends with its owner.

use futures_channel::oneshot;
use futures_util::future::{AbortHandle, abortable};
use gloo_timers::callback::Timeout;
use std::future::Future;
use wasm_bindgen_futures::spawn_local;

/// A running future.
#[must_use = "dropping it ends the work"]
pub struct Task(AbortHandle);

impl Task {
    /// Starts the work.
    pub fn start(work: impl Future<Output = ()> + 'static) -> Task {
        let (work, handle) = abortable(work);
        spawn_local(async move {
            let _ = work.await;
        });
        Task(handle)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Lets the browser do its other work: lay out, paint, respond to the reader.
pub async fn pause() {
    wait(0).await;
}

/// Lets that number of milliseconds pass.
pub async fn wait(milliseconds: u32) {
    let (sender, receiver) = oneshot::channel();
    let timer = Timeout::new(milliseconds, move || {
        let _ = sender.send(());
    });
    let _ = receiver.await;
    drop(timer);
}
