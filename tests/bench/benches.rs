//! The benchmarks: figures, each beside its budget.
//!
//! `make bench` builds the site, installs missing tools and runs the benchmarks. Then `cargo bench --bench bench` runs
//! all again, and `cargo bench --bench bench -- phone` those with `phone` in their names. A slow figure is reported,
//! not refused: the speed of a machine says nothing about a change. Only a figure that can't be measured fails.

mod bench;
mod cdp;
#[cfg(feature = "collect")]
mod collect;
#[cfg(feature = "collect")]
mod collecting;
mod crowd;
mod device;
#[path = "../browser/engines.rs"]
#[expect(dead_code, reason = "the tests drive all engines; the protocol that emulates a phone is Chromium's")]
mod engines;
mod figure;
mod forms;
mod fuzz;
#[path = "../hostile/fuzzing/mod.rs"]
mod fuzzing;
#[path = "../generated/roll.rs"]
mod generated;
mod heavy;
mod import;
mod line;
mod metrics;
mod mounts;
mod nginx;
mod phone;
mod plain;
#[path = "../browser/process.rs"]
mod process;
mod publish;
#[path = "../browser/published.rs"]
#[expect(dead_code, reason = "the tests let rolls grow too")]
mod published;
mod requests;
mod rolls;
mod runs;
mod servers;
#[path = "../browser/site.rs"]
mod site;
mod table;
#[path = "../generated/untidy.rs"]
mod untidy;
mod update;
mod visit;
mod visits;

use bench::{Bench, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    run(&[
        Bench { name: "phone", run: || Box::pin(phone::measure()) },
        Bench { name: "rolls", run: || Box::pin(rolls::measure()) },
        Bench { name: "update", run: || Box::pin(update::measure()) },
        Bench { name: "mounts", run: || Box::pin(mounts::measure()) },
        Bench { name: "crowd", run: || Box::pin(crowd::measure()) },
        Bench { name: "fuzz", run: || Box::pin(async { fuzz::measure() }) },
        Bench { name: "publish", run: || Box::pin(async { publish::measure() }) },
        Bench { name: "heavy", run: || Box::pin(async { heavy::measure() }) },
        #[cfg(feature = "collect")]
        Bench { name: "collect", run: || Box::pin(async { tokio::task::spawn_blocking(collect::measure).await? }) },
        #[cfg(feature = "collect")]
        Bench { name: "kills", run: || Box::pin(async { Ok(tokio::task::spawn_blocking(collect::survive).await?) }) },
        Bench { name: "import", run: || Box::pin(async { import::measure() }) },
    ])
}
