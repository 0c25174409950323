//! Which numbers of hosts everybody reaches (IANA's special-purpose address registries). All others are in this
//! computer, its network or its provider's, where an address that somebody else wrote must not lead.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is public.
#[must_use]
pub fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    // This network, private ones, several hosts at once, and reserved; those of providers (RFC 6598), and private ones.
    let is_private =
        matches!((a, b), (0 | 10 | 127 | 224.., _) | (100, 64..=127) | (172, 16..=31) | (192, 168) | (198, 18 | 19));
    // Link-local, with the metadata of clouds; protocols; examples; relays.
    let is_special =
        (a, b) == (169, 254) || matches!((a, b, c), (192, 0, 0 | 2) | (198, 51, 100) | (203, 0, 113) | (192, 88, 99));
    // The host of Azure, which machines there reach under this public number.
    !is_private && !is_special && ip != Ipv4Addr::new(168, 63, 129, 16)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let segments = ip.segments();
    let v4 = |at: usize| {
        let ([a, b], [c, d]) = (segments[at].to_be_bytes(), segments[at + 1].to_be_bytes());
        Ipv4Addr::new(a, b, c, d)
    };
    match (segments[0], segments[1]) {
        // Addresses of the older kind behind a gateway (RFC 6052), and by 6to4 (RFC 3056).
        (0x64, 0xff9b) if segments[2..6] == [0; 4] => is_public_v4(v4(6)),
        (0x2002, _) => is_public_v4(v4(1)),
        // Protocols, Teredo among them, and examples.
        (0x2001, 0..=0x1ff | 0xdb8) | (0x3fff, 0..=0xfff) => false,
        // Only this eighth is given out to hosts (RFC 4291, section 2.4).
        (first, _) => first & 0xe000 == 0x2000,
    }
}
