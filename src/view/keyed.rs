//! A list whose items come and go without touching the others.
//!
//! Leptos's `<For>` does the same and adds 5 kB to the widget (brotli): it hashes the keys into ordered sets and plans
//! its moves. A roll changes rarely, by few rows, and mostly at its end. So this list looks for each key where it
//! expects it, which takes very little code.

use leptos::attr::Attribute;
use leptos::attr::any_attribute::AnyAttribute;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState};

/// The data of an item.
pub(super) trait Key: PartialEq + Send + 'static {
    /// Whether an item can change and keep its identity; else any change makes it another item.
    const CHANGES: bool = false;

    /// Whether both belong to the same item.
    fn is(&self, other: &Self) -> bool {
        self == other
    }
}

/// The items by their keys, in order. An item is built once; if it has changed, it is rebuilt in its place.
pub(super) struct Keyed<K> {
    pub keys: Vec<K>,
    pub make: Box<dyn Fn(&K) -> AnyView + Send>,
}

/// The items on the page, and the marker after the last.
pub(super) struct KeyedState<K> {
    items: Vec<(K, AnyViewState)>,
    marker: Placeholder,
}

impl<K: Key> Render for Keyed<K> {
    type State = KeyedState<K>;

    fn build(self) -> Self::State {
        let Keyed { keys, make } = self;
        let item = |key: K| {
            let view = make(&key).build();
            (key, view)
        };
        KeyedState { items: keys.into_iter().map(item).collect(), marker: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut Self::State) {
        // Takes the vector with its memory, so that thousands of emptied lists don't keep memory for their items.
        let mut old: Vec<Option<(K, AnyViewState)>> = std::mem::take(&mut state.items).into_iter().map(Some).collect();
        let mut expected = 0;
        let mut find = |key: &K| {
            let is_it = |at: &usize| matches!(&old[*at], Some((other, _)) if other.is(key));
            let at = (expected..old.len()).chain(0..expected).find(is_it)?;
            expected = at + 1;
            let (before, mut view) = old[at].take()?;
            if K::CHANGES && before != *key {
                (self.make)(key).rebuild(&mut view);
            }
            Some((at, view))
        };
        let found: Vec<Option<(usize, AnyViewState)>> = self.keys.iter().map(&mut find).collect();
        for (_, mut view) in old.into_iter().flatten() {
            view.unmount();
        }
        // From the last to the first: each new item is inserted before the next one. An old item is not moved, unless
        // an item that was before it now follows it.
        let mut first = usize::MAX;
        for (key, found) in self.keys.into_iter().zip(found).rev() {
            let (at, mut view) = found.map_or_else(|| (usize::MAX, (self.make)(&key).build()), |(at, view)| (at, view));
            if at >= first || at == usize::MAX {
                match state.items.last() {
                    Some((_, next)) => next.insert_before_this(&mut view),
                    None => state.marker.insert_before_this(&mut view),
                };
            }
            first = first.min(at);
            state.items.push((key, view));
        }
        state.items.reverse();
    }
}

impl<K> Mountable for KeyedState<K> {
    fn unmount(&mut self) {
        for (_, item) in &mut self.items {
            item.unmount();
        }
        self.marker.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for (_, item) in &mut self.items {
            item.mount(parent, marker);
        }
        self.marker.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.items.first() {
            Some((_, first)) => first.insert_before_this(child),
            None => self.marker.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.items.iter().flat_map(|(_, item)| item.elements()).collect()
    }
}

impl<K: Key> AddAnyAttr for Keyed<K> {
    type Output<New: Attribute> = Self;

    /// A list has no attributes; its items have their own.
    fn add_any_attr<New: Attribute>(self, _: New) -> Self::Output<New> {
        self
    }
}

impl<K: Key> RenderHtml for Keyed<K> {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buffer: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        let items: Vec<AnyView> = self.keys.iter().map(&self.make).collect();
        items.to_html_with_buf(buffer, position, escape, mark_branches, attributes);
    }

    /// Nothing is hydrated: the widget replaces the page's content.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
