//! The engine's module, run in a module worker: carries bytes between the page and the machine, and gives it time.

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Array, Date, Function, Uint8Array};
    use lockstep::protocol::{serve, server::Server};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// How long it works before it listens again, in milliseconds.
    const SLICE: f64 = 40.0;
    /// How often it says how far it is, in milliseconds.
    const PROGRESS: f64 = 150.0;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = setTimeout)]
        fn set_timeout(act: &Function, milliseconds: i32);
    }

    thread_local! {
        static SERVER: RefCell<Server> = RefCell::default();
        /// When it last said how far it is.
        static TOLD: RefCell<f64> = const { RefCell::new(0.0) };
        /// Whether a turn is coming.
        static COMING: RefCell<bool> = const { RefCell::new(false) };
        static TURN: Closure<dyn FnMut()> = Closure::new(turn);
    }

    fn post(bytes: &[u8]) {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let array = Uint8Array::from(bytes);
        let transfer = Array::of1(&array.buffer());
        // Fails only if the page has gone.
        let _ = scope.post_message_with_transfer(&array, &transfer);
    }

    pub fn start() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        post(&serve::greeting());
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| {
            let bytes = Uint8Array::new(&event.data()).to_vec();
            let said = SERVER.with_borrow_mut(|server| server.hear(&bytes));
            said.iter().for_each(|bytes| post(bytes));
            go_on();
        });
        let function = on_message.as_ref().unchecked_ref();
        // A worker's own scope always takes listeners.
        let _ = scope.add_event_listener_with_callback("message", function);
        on_message.forget();
    }

    /// Asks for a turn if there is work: messages come in between.
    fn go_on() {
        if SERVER.with_borrow(Server::is_busy) && !COMING.replace(true) {
            TURN.with(|turn| set_timeout(turn.as_ref().unchecked_ref(), 0));
        }
    }

    fn turn() {
        COMING.set(false);
        let begun = Date::now();
        while SERVER.with_borrow(Server::is_busy) && Date::now() - begun < SLICE {
            if let Some(bytes) = SERVER.with_borrow_mut(Server::work) {
                post(&bytes);
            }
        }
        let now = Date::now();
        if now - TOLD.with_borrow(|told| *told) > PROGRESS {
            TOLD.set(now);
            if let Some(bytes) = SERVER.with_borrow(Server::progress) {
                post(&bytes);
            }
        }
        go_on();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is the worker's module: build the site with `cargo xtask build`");
}
