//! The engine's module, run in a module worker: carries bytes between the page and the machine.

#[cfg(target_arch = "wasm32")]
fn main() {
    use lockstep::protocol::serve;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::closure::Closure;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let post = {
        let scope = scope.clone();
        move |bytes: Vec<u8>| {
            let array = js_sys::Uint8Array::from(bytes.as_slice());
            let transfer = js_sys::Array::of1(&array.buffer());
            // Fails only if the page has gone.
            let _ = scope.post_message_with_transfer(&array, &transfer);
        }
    };
    post(serve::greeting());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
        post(serve::answer(&bytes));
    });
    let function = on_message.as_ref().unchecked_ref();
    // A worker's own scope always takes listeners.
    let _ = scope.add_event_listener_with_callback("message", function);
    on_message.forget();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this is the worker's module: build the site with `cargo xtask build`");
}
