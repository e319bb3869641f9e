//! Views in the page: made, taken over from the server's HTML, and changed in place.
//!
//! Knows nothing of players.

use crate::ui::node::{Element, Handler, Node, Str, Value};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, Position, PositionState};
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys;

/// A view in the page.
pub enum Mounted {
    Element(MountedElement),
    Text(web_sys::Text, Str),
    Live(RenderEffect<MountedList>),
}

/// An element in the page.
pub struct MountedElement {
    node: web_sys::Element,
    tag: &'static str,
    /// Values of fixed attributes; the effects of live ones.
    attributes: Vec<(&'static str, MountedValue)>,
    handlers: Vec<Closure<dyn FnMut(web_sys::Event)>>,
    children: Vec<Mounted>,
}

enum MountedValue {
    Fixed(Str),
    /// Kept, because an effect ends with its last owner.
    Live {
        _effect: RenderEffect<Str>,
    },
}

/// A live list in the page, before its marker.
pub struct MountedList {
    items: Vec<Mounted>,
    marker: web_sys::Node,
}

/// Makes a view for a page that does not have it.
pub(super) fn build(node: Node) -> Mounted {
    match node {
        Node::Text(text) => Mounted::Text(document().create_text_node(&text), text),
        Node::Element(element) => Mounted::Element(build_element(*element)),
        Node::Live(mut make) => Mounted::Live(RenderEffect::new(
            move |last: Option<MountedList>| match last {
                Some(list) => remake(list, make()),
                None => {
                    let marker: web_sys::Node = document().create_comment("").into();
                    MountedList {
                        items: make().into_iter().map(build).collect(),
                        marker,
                    }
                }
            },
        )),
    }
}

fn build_element(element: Element) -> MountedElement {
    let namespace = match element.tag {
        "svg" | "g" | "path" | "text" => Some("http://www.w3.org/2000/svg"),
        _ => None,
    };
    let made = document().create_element_ns(
        namespace.or(Some("http://www.w3.org/1999/xhtml")),
        element.tag,
    );
    // Fails only for a name that is none.
    let node = made.unwrap_or_else(|_| {
        document()
            .create_element("span")
            .unwrap_or_else(|_| unreachable!())
    });
    for (name, value) in &element.attributes {
        if let Value::Fixed(value) = value {
            let _ = node.set_attribute(name, value);
        }
    }
    let children: Vec<_> = element.children.into_iter().map(build).collect();
    children.iter().for_each(|child| insert(child, &node, None));
    wire(
        node,
        element.tag,
        element.attributes,
        element.handlers,
        children,
        true,
    )
}

/// Ties what is alive to an element; `set` says that the page does not have the values yet.
fn wire(
    node: web_sys::Element,
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    handlers: Vec<(&'static str, Handler)>,
    children: Vec<Mounted>,
    set: bool,
) -> MountedElement {
    let attributes = attributes.into_iter().map(|(name, value)| match value {
        Value::Fixed(value) => (name, MountedValue::Fixed(value)),
        Value::Live(mut make) => {
            let node = node.clone();
            let effect = RenderEffect::new(move |last: Option<Str>| {
                let value = make();
                let stale = last.as_ref().map_or(set, |last| *last != value);
                if stale {
                    let _ = node.set_attribute(name, &value);
                }
                value
            });
            (name, MountedValue::Live { _effect: effect })
        }
    });
    let attributes = attributes.collect();
    let handlers = handlers.into_iter().map(|(event, act)| {
        let closure = Closure::wrap(act as Box<dyn FnMut(web_sys::Event)>);
        let _ = node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        closure
    });
    let handlers = handlers.collect();
    MountedElement {
        node,
        tag,
        attributes,
        handlers,
        children,
    }
}

/// Makes what is in the page like `node`, by changing it if the two are alike enough.
pub(super) fn patch(mounted: &mut Mounted, node: Node) {
    match (&mut *mounted, node) {
        (Mounted::Text(shown, old), Node::Text(text)) => {
            if *old != text {
                shown.set_data(&text);
                *old = text;
            }
        }
        (Mounted::Element(shown), Node::Element(element)) if alike(shown, &element) => {
            patch_element(shown, *element)
        }
        (_, node) => {
            let new = build(node);
            if let Some(first) = first_node(mounted)
                && let Some(parent) = first.parent_element()
            {
                insert(&new, &parent, Some(&first));
            }
            remove(mounted);
            *mounted = new;
        }
    }
}

/// Nothing alive in either, and the same attributes by name.
fn alike(shown: &MountedElement, element: &Element) -> bool {
    let same = |((a, old), (b, new)): (&(&str, MountedValue), &(&str, Value))| {
        a == b && matches!((old, new), (MountedValue::Fixed(_), Value::Fixed(_)))
    };
    shown.tag == element.tag
        && shown.handlers.is_empty()
        && element.handlers.is_empty()
        && shown.attributes.len() == element.attributes.len()
        && shown.attributes.iter().zip(&element.attributes).all(same)
}

fn patch_element(shown: &mut MountedElement, element: Element) {
    for ((name, old), (_, new)) in shown.attributes.iter_mut().zip(element.attributes) {
        if let (MountedValue::Fixed(old), Value::Fixed(new)) = (old, new)
            && *old != new
        {
            let _ = shown.node.set_attribute(name, &new);
            *old = new;
        }
    }
    patch_all(&mut shown.children, element.children, &shown.node, None);
}

/// Patches one by one; adds what is new before `marker`, removes what is too much.
fn patch_all(
    shown: &mut Vec<Mounted>,
    nodes: Vec<Node>,
    parent: &web_sys::Element,
    marker: Option<&web_sys::Node>,
) {
    let count = nodes.len();
    for (index, node) in nodes.into_iter().enumerate() {
        match shown.get_mut(index) {
            Some(mounted) => patch(mounted, node),
            None => {
                let new = build(node);
                insert(&new, parent, marker);
                shown.push(new);
            }
        }
    }
    shown.drain(count..).for_each(|mut gone| remove(&mut gone));
}

fn remake(mut list: MountedList, nodes: Vec<Node>) -> MountedList {
    match list.marker.parent_element() {
        Some(parent) => patch_all(&mut list.items, nodes, &parent, Some(&list.marker)),
        // Not in the page yet: whoever puts it there finds the new items.
        None => list.items = nodes.into_iter().map(build).collect(),
    }
    list
}

/// Every node at the top of a view, in order.
fn each(mounted: &Mounted, visit: &mut dyn FnMut(&web_sys::Node)) {
    match mounted {
        Mounted::Element(element) => visit(&element.node),
        Mounted::Text(text, _) => visit(text),
        Mounted::Live(effect) => {
            effect.with_value_mut(|list| {
                list.items.iter().for_each(|item| each(item, visit));
                visit(&list.marker);
            });
        }
    }
}

fn first_node(mounted: &Mounted) -> Option<web_sys::Node> {
    let mut first = None;
    each(mounted, &mut |node| {
        first.get_or_insert_with(|| node.clone());
    });
    first
}

fn insert(mounted: &Mounted, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
    each(mounted, &mut |node| {
        let _ = parent.insert_before(node, before);
    });
}

fn remove(mounted: &mut Mounted) {
    each(mounted, &mut |node| {
        if let Some(parent) = node.parent_node() {
            let _ = parent.remove_child(node);
        }
    });
}

/// Takes over what the server rendered.
pub(super) fn take_over(node: Node, cursor: &Cursor, position: &PositionState) -> Mounted {
    match node {
        Node::Text(text) => {
            advance(cursor, position);
            if position.get() == Position::NextChildAfterText {
                cursor.sibling();
            }
            position.set(Position::NextChildAfterText);
            Mounted::Text(cursor.current().unchecked_into(), text)
        }
        Node::Element(element) => {
            advance(cursor, position);
            let shown: web_sys::Element = cursor.current().unchecked_into();
            position.set(Position::FirstChild);
            let children = element
                .children
                .into_iter()
                .map(|child| take_over(child, cursor, position))
                .collect();
            cursor.set(shown.clone().into());
            position.set(Position::NextChild);
            Mounted::Element(wire(
                shown,
                element.tag,
                element.attributes,
                element.handlers,
                children,
                false,
            ))
        }
        Node::Live(mut make) => {
            let (cursor, position) = (cursor.clone(), position.clone());
            Mounted::Live(RenderEffect::new(
                move |last: Option<MountedList>| match last {
                    Some(list) => remake(list, make()),
                    None => {
                        let items = make()
                            .into_iter()
                            .map(|item| take_over(item, &cursor, &position))
                            .collect();
                        advance(&cursor, &position);
                        position.set(Position::NextChild);
                        MountedList {
                            items,
                            marker: cursor.current(),
                        }
                    }
                },
            ))
        }
    }
}

fn advance(cursor: &Cursor, position: &PositionState) {
    match position.get() {
        Position::FirstChild => cursor.child(),
        Position::Current => {}
        _ => cursor.sibling(),
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        remove(self);
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        insert(self, parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(first) = first_node(self) else {
            return false;
        };
        let Some(parent) = first.parent_element() else {
            return false;
        };
        child.mount(&parent, Some(&first));
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        match self {
            Mounted::Element(element) => vec![element.node.clone()],
            _ => Vec::new(),
        }
    }
}
