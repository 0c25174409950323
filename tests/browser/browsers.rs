//! The browsers of a run: started when first needed, used by one test at a time, ended with the run.

use crate::engines::{Browser, Engine};
use crate::page::Page;
use crate::process;
use anyhow::{Context, Result};
use libtest_mimic::{Failed, Trial};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::runtime::Runtime;

/// The longest time for a test: whatever the widget does, nothing hangs. The longest one mounts a thousand letters.
const LIMIT: Duration = Duration::from_mins(8);

/// A test, written once.
#[derive(Clone, Copy)]
pub struct Test {
    pub name: &'static str,
    pub run: fn(Page) -> Pin<Box<dyn Future<Output = ()>>>,
}

/// All browsers of a run.
pub struct Browsers {
    runtime: Runtime,
    idle: Mutex<Vec<Browser>>,
}

thread_local! {
    /// The message and place of the panic on this thread.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

impl Browsers {
    /// Starts none yet; Ctrl-C and SIGTERM end those that start later.
    pub fn new() -> Result<Arc<Browsers>> {
        std::panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
        let runtime = Runtime::new()?;
        process::end_all_when_interrupted(&runtime)?;
        Ok(Arc::new(Browsers { runtime, idle: Mutex::default() }))
    }

    /// The test as listed, for one engine.
    pub fn trial(self: &Arc<Self>, engine: Engine, test: Test) -> Trial {
        let browsers = Arc::clone(self);
        Trial::test(format!("{}::{}", engine.name(), test.name), move || browsers.run(engine, test))
    }

    /// Ends all browsers.
    pub fn end(&self) {
        lock(&self.idle).clear();
        process::end_all();
    }

    fn run(&self, engine: Engine, test: Test) -> Result<(), Failed> {
        let _in_runtime = self.runtime.enter();
        let browser = self.lend(engine).map_err(|error| format!("{error:#}"))?;
        let page = self.runtime.block_on(Page::new(engine, browser.client.clone()));
        let page = page.map_err(|error| format!("{error:#}"))?;
        let body = || self.runtime.block_on(async { tokio::time::timeout(LIMIT, (test.run)(page.clone())).await });
        let fault = match catch_unwind(AssertUnwindSafe(body)) {
            Ok(Ok(())) => {
                if !page.is_spent() {
                    lock(&self.idle).push(browser);
                }
                return Ok(());
            }
            Ok(Err(_)) => format!("not done after {LIMIT:?}"),
            Err(_) => PANIC.take(),
        };
        // The browser is not used again, because its state is unknown.
        Err(format!("{fault}\n{}", self.runtime.block_on(page.state())).into())
    }

    fn lend(&self, engine: Engine) -> Result<Browser> {
        let mut idle = lock(&self.idle);
        if let Some(at) = idle.iter().position(|browser| browser.engine == engine) {
            return Ok(idle.swap_remove(at));
        }
        drop(idle);
        self.runtime.block_on(engine.start()).context("no browser")
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
