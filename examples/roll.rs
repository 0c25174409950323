//! Prints a `signatories.csv` of invented persons and organisations, to try large rolls with:
//! `cargo run --release --example roll -- 100000 > signatories.csv`. A second number is the seed; `academics` before
//! them gives persons with roles and affiliations, most of them with accents in their names.

#[path = "../tests/generated/academics.rs"]
mod academics;
#[path = "../tests/generated/roll.rs"]
mod generated;

use std::io::Write;

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    let table = match arguments.next_if(|word| word == "academics") {
        Some(_) => academics::table,
        None => generated::table,
    };
    let mut numbers = arguments.map(|argument| argument.parse::<usize>());
    let (Some(Ok(count)), seed) = (numbers.next(), numbers.next()) else {
        eprintln!("say how many: cargo run --release --example roll -- 100000");
        std::process::exit(2);
    };
    let seed = seed.and_then(Result::ok).unwrap_or(1) as u64;
    // Who has read enough need not read on.
    let _ = std::io::stdout().write_all(table(seed, count).as_bytes());
}
