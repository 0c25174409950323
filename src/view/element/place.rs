//! Where nodes go.

use leptos::tachys::renderer::{Rndr, types};

/// Puts a node into `parent` before `next`, unless `make` returns `next`, which is then passed.
pub(super) fn place(
    parent: &types::Element,
    next: &mut Option<types::Node>,
    make: impl FnOnce(Option<types::Node>) -> types::Node,
) {
    let node = make(next.clone());
    if next.as_ref() == Some(&node) {
        *next = node.next_sibling();
    } else {
        Rndr::insert_node(parent, &node, next.as_ref());
    }
}
