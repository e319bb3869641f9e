//! The player's views as data: elements, texts and live lists, under Leptos' traits.
//!
//! Leptos gives every view a type of its own, and code for it: for a figure as rich as the player that was
//! 245 KiB of compressed Wasm, where these few types stay under the budget. What is kept of Leptos is all
//! that is hard: signals, effects, the walk that takes a prerendered page over.

use crate::ui::mounted::{Mounted, build, patch, take_over};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};
use leptos::web_sys;
use std::borrow::Cow;

pub(super) type Str = Cow<'static, str>;

/// A view.
pub enum Node {
    /// An element.
    Element(Box<Element>),
    /// A text.
    Text(Str),
    /// A list that is made again whenever a signal that it reads changes. What stays alike keeps its nodes
    /// in the page, so elements in it that take events or focus have to be told apart by their attributes.
    Live(Box<dyn FnMut() -> Vec<Node> + Send>),
}

/// An element under construction.
pub struct Element {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Value)>,
    pub(super) handlers: Vec<(&'static str, Handler)>,
    pub(super) children: Vec<Node>,
}

/// The value of an attribute.
pub(super) enum Value {
    Fixed(Str),
    Live(Box<dyn FnMut() -> Str + Send>),
}

pub(super) type Handler = Box<dyn FnMut(web_sys::Event) + Send>;

/// An element without anything.
pub fn el(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        handlers: Vec::new(),
        children: Vec::new(),
    }
}

/// An element with a class.
pub fn classed(tag: &'static str, class: impl Into<Str>) -> Element {
    el(tag).attr("class", class)
}

/// The value of an ARIA attribute that says yes or no.
pub fn flag(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A live list.
pub fn live(make: impl FnMut() -> Vec<Node> + Send + 'static) -> Node {
    Node::Live(Box::new(make))
}

/// A live text.
pub fn live_text(mut make: impl FnMut() -> String + Send + 'static) -> Node {
    live(move || vec![make().into()])
}

impl Element {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.attributes.push((name, Value::Fixed(value.into())));
        self
    }

    /// With an attribute that follows signals.
    pub fn live_attr<T: Into<Str>>(
        mut self,
        name: &'static str,
        mut value: impl FnMut() -> T + Send + 'static,
    ) -> Self {
        self.attributes
            .push((name, Value::Live(Box::new(move || value().into()))));
        self
    }

    /// With something that happens at an event. Not in live lists: put it on what surrounds them.
    pub fn on(
        mut self,
        event: &'static str,
        act: impl FnMut(web_sys::Event) + Send + 'static,
    ) -> Self {
        self.handlers.push((event, Box::new(act)));
        self
    }

    /// With one more child.
    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    /// With more children.
    pub fn children(mut self, children: impl IntoIterator<Item = Node>) -> Self {
        self.children.extend(children);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(Box::new(element))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Node::Text(text.into())
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Node::Text(text.into())
    }
}

/// As HTML, with the markers that [`take_over`] needs.
fn print(node: Node, html: &mut String, position: &mut Position) {
    match node {
        Node::Text(text) => {
            if matches!(position, Position::NextChildAfterText) {
                html.push_str("<!>");
            }
            // An empty text would leave no node to take over.
            escape(html, if text.is_empty() { " " } else { &text });
            *position = Position::NextChildAfterText;
        }
        Node::Element(element) => {
            html.push('<');
            html.push_str(element.tag);
            for (name, value) in element.attributes {
                let value = match value {
                    Value::Fixed(value) => value,
                    Value::Live(mut make) => make(),
                };
                html.push(' ');
                html.push_str(name);
                html.push_str("=\"");
                escape(html, &value);
                html.push('"');
            }
            html.push('>');
            *position = Position::FirstChild;
            element
                .children
                .into_iter()
                .for_each(|child| print(child, html, position));
            html.push_str("</");
            html.push_str(element.tag);
            html.push('>');
            *position = Position::NextChild;
        }
        Node::Live(mut make) => {
            make()
                .into_iter()
                .for_each(|item| print(item, html, position));
            html.push_str("<!>");
            *position = Position::NextChild;
        }
    }
}

fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

impl Render for Node {
    type State = Mounted;

    fn build(self) -> Mounted {
        build(self)
    }

    fn rebuild(self, state: &mut Mounted) {
        patch(state, self);
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        print(self, html, position);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Mounted {
        take_over(self, cursor, position)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Node {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn html(node: impl Into<Node>) -> String {
        node.into().to_html()
    }

    #[test]
    fn texts_and_attributes_are_escaped() {
        let node = classed("p", "a\"b").child("1 < 2 & 3".to_owned());
        assert_eq!(html(node), "<p class=\"a&quot;b\">1 &lt; 2 &amp; 3</p>");
    }

    #[test]
    fn neighbouring_texts_stay_two_nodes() {
        assert_eq!(html(el("p").child("a").child("b")), "<p>a<!>b</p>");
        assert_eq!(html(el("p").child("")), "<p> </p>");
    }

    #[test]
    fn a_live_list_ends_with_its_marker() {
        let list = live(|| vec!["a".into(), el("b").into()]);
        assert_eq!(html(el("p").child(list).child("c")), "<p>a<b></b><!>c</p>");
        assert_eq!(
            html(el("p").child("x").child(live_text(|| "y".into()))),
            "<p>x<!>y<!></p>"
        );
    }

    #[test]
    fn live_attributes_are_read_once_for_the_server() {
        assert_eq!(
            html(el("p").live_attr("id", || "x".to_owned())),
            "<p id=\"x\"></p>"
        );
    }
}
