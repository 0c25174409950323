//! Prints a `signatories.csv` of invented persons and organisations, to try large rolls with:
//! `cargo run --release --example roll -- 100000 > signatories.csv`. A second number is the seed.

#[path = "../tests/generated/roll.rs"]
mod generated;

use std::io::Write;

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<usize>());
    let (Some(Ok(count)), seed) = (arguments.next(), arguments.next()) else {
        eprintln!("say how many: cargo run --release --example roll -- 100000");
        std::process::exit(2);
    };
    let seed = seed.and_then(Result::ok).unwrap_or(1) as u64;
    let table = generated::table(seed, count);
    // Who has read enough need not read on.
    let _ = std::io::stdout().write_all(table.as_bytes());
}
