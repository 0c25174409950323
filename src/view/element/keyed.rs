//! A list whose items come and go without touching the others.
//!
//! Leptos's `<For>` does the same and adds 5 kB to the widget (brotli): it hashes the keys into ordered sets and plans
//! its moves. A roll changes rarely, by few rows, and mostly at its end. So this list looks for each key where it
//! expects it, which takes very little code.

use super::place::place;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

/// The data of an item.
pub(in crate::view) trait Key: PartialEq + 'static {
    /// The item on the page.
    type Shown: Item;

    /// Whether both belong to the same item.
    fn is(&self, other: &Self) -> bool {
        self == other
    }

    /// The item has changed and keeps its identity. By default, any change makes it another item.
    fn show_change(&self, _: &mut Self::Shown) {}
}

/// An item on the page.
pub(in crate::view) trait Item: 'static {
    /// Its element.
    fn node(&self) -> &types::Element;
}

/// Makes an item, or lets it take over a node.
type Make<K> = Box<dyn Fn(&K, Option<types::Node>) -> <K as Key>::Shown>;

/// The items on the page, in order. An item is built once; if it has changed, it is changed in its place.
pub(in crate::view) struct Keyed<K: Key> {
    parent: types::Element,
    items: Vec<(K, K::Shown)>,
    /// The node after the last item; `None` if the list fills its parent.
    end: Option<types::Node>,
    make: Make<K>,
}

impl<K: Key> Keyed<K> {
    /// An empty list that fills `parent`.
    pub fn new(parent: types::Element, make: impl Fn(&K, Option<types::Node>) -> K::Shown + 'static) -> Keyed<K> {
        Keyed { parent, items: Vec::new(), end: None, make: Box::new(make) }
    }

    /// Shows the first items, which take over the nodes from `next` on.
    fn begin(&mut self, keys: Vec<K>, next: &mut Option<types::Node>) {
        for key in keys {
            place(&self.parent, next, |there| {
                let item = (self.make)(&key, there);
                let node = item.node().clone().unchecked_into();
                self.items.push((key, item));
                node
            });
        }
    }

    /// Shows these items.
    pub fn show(&mut self, keys: Vec<K>) {
        // Takes the vector with its memory, so that thousands of emptied lists don't keep memory for their items.
        let mut old: Vec<Option<(K, K::Shown)>> = std::mem::take(&mut self.items).into_iter().map(Some).collect();
        let mut expected = 0;
        let mut find = |key: &K| {
            let is_it = |at: &usize| matches!(&old[*at], Some((other, _)) if other.is(key));
            let at = (expected..old.len()).chain(0..expected).find(is_it)?;
            expected = at + 1;
            let (before, mut item) = old[at].take()?;
            if before != *key {
                key.show_change(&mut item);
            }
            Some((at, item))
        };
        let found: Vec<Option<(usize, K::Shown)>> = keys.iter().map(&mut find).collect();
        for (_, item) in old.into_iter().flatten() {
            Rndr::remove(item.node());
        }
        // From the last to the first: each new item is inserted before the next one. An old item is not moved, unless
        // an item that was before it now follows it.
        let mut first = usize::MAX;
        let mut next = self.end.clone();
        for (key, found) in keys.into_iter().zip(found).rev() {
            let (at, item) = found.unwrap_or_else(|| (usize::MAX, (self.make)(&key, None)));
            if at >= first || at == usize::MAX {
                Rndr::insert_node(&self.parent, item.node(), next.as_ref());
            }
            first = first.min(at);
            next = Some(item.node().clone().unchecked_into());
            self.items.push((key, item));
        }
        self.items.reverse();
    }
}

/// Puts a list into an element before a node, which it may take over; says whether the list is the last child. Returns
/// what keeps it going.
type Put = Box<dyn FnOnce(&types::Element, &mut Option<types::Node>, bool) -> Box<dyn Any>>;

/// A list that follows signals, as the child of an element.
pub(in crate::view) struct List {
    put: Put,
    #[cfg(not(target_arch = "wasm32"))]
    items: Box<dyn FnOnce() -> Vec<super::Element>>,
}

impl List {
    /// The list of the items that `keys` returns. `print` makes an item for printing.
    #[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "only the command prints"))]
    pub fn new<K: Key>(
        keys: impl Fn() -> Vec<K> + Clone + 'static,
        make: impl Fn(&K, Option<types::Node>) -> K::Shown + 'static,
        print: impl Fn(&K) -> super::Element + 'static,
    ) -> List {
        List {
            #[cfg(not(target_arch = "wasm32"))]
            items: {
                let keys = keys.clone();
                Box::new(move || keys().iter().map(print).collect())
            },
            put: Box::new(move |parent, next, is_last| {
                let mut list = Keyed::new(parent.clone(), make);
                let end: Option<types::Node> = (!is_last).then(|| Rndr::create_placeholder().unchecked_into());
                list.end.clone_from(&end);
                let there = Rc::new(Cell::new(next.take()));
                let rest = there.clone();
                let mut has_begun = false;
                let effect = RenderEffect::new(move |_: Option<()>| {
                    let keys = keys();
                    if std::mem::replace(&mut has_begun, true) {
                        list.show(keys);
                    } else {
                        let mut next = there.take();
                        list.begin(keys, &mut next);
                        there.set(next);
                    }
                });
                *next = rest.take();
                if let Some(end) = end {
                    Rndr::insert_node(parent, &end, next.as_ref());
                }
                Box::new(effect)
            }),
        }
    }

    pub(super) fn put(self, parent: &types::Element, next: &mut Option<types::Node>, is_last: bool) -> Box<dyn Any> {
        (self.put)(parent, next, is_last)
    }

    /// The current items.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn items(self) -> Vec<super::Element> {
        (self.items)()
    }
}
