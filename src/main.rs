//! The binary: in the browser, the module with the widget; natively, the coordinator's command.

// Naming the library links its exports into the module.
#[cfg(target_arch = "wasm32")]
use open_letter as _;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}
