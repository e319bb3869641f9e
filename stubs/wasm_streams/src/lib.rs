//! A stand-in for the crate of the same name: streams from which nothing comes.
//!
//! Leptos brings the original for calls of a server. This site has none; but what the original exports to JavaScript
//! stays in every page's module, some 10 KB of it.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::{JsCast, JsValue};

/// A stream of the browser.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// A stream that the browser has.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        ReadableStream(raw)
    }

    /// An empty stream, whatever it is to be made from.
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        let raw = web_sys::ReadableStream::new();
        ReadableStream(raw.unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
    }

    /// As the browser has it.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Its chunks: none.
    pub fn into_stream(self) -> Chunks {
        Chunks
    }
}

/// No chunks.
pub struct Chunks;

impl Stream for Chunks {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
