//! The configurations of `integrations/hosting/`, each served by the real server, and asked what `docs/hosting.md`
//! promises. Our own `serve` is asked the same.

mod apache;
mod caddy;
mod nginx;
mod promises;
mod running;

use open_letter::serve::Server;
use promises::{keeps_its_promises, site};
pub use running::Running;

#[test]
fn serve_keeps_the_promises() {
    let folder = site();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let server = runtime.block_on(Server::bind(folder.path(), 0)).unwrap();
    let origin = format!("http://{}", server.address().unwrap());
    runtime.spawn(server.run());
    // It is for this machine alone, and does not compress what changes.
    keeps_its_promises(&origin, false);
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn nginx_keeps_the_promises() {
    keeps(nginx::start);
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn apache_keeps_the_promises() {
    keeps(apache::start);
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn caddy_keeps_the_promises() {
    keeps(|site, port| caddy::start(site, port, "Caddyfile"));
}

#[test]
#[ignore = "needs what `make hosts` installs"]
fn caddy_beside_the_collector_keeps_the_promises() {
    keeps(|site, port| caddy::start(site, port, "collect.Caddyfile"));
}

fn keeps(start: impl FnOnce(&std::path::Path, u16) -> Running) {
    let folder = site();
    let port = running::free_port();
    let running = start(folder.path(), port);
    running.until_it_listens(port);
    keeps_its_promises(&format!("http://127.0.0.1:{port}"), true);
}
