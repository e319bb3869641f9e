//! The page's side of the engine's worker: one for all players, started at need, restarted when it dies.
//!
//! A worker that is terminated says nothing, so silence is what tells: an idle engine must answer a knock
//! in [`KNOCK`], a busy one say something in [`SILENCE`]. What was asked is asked once more of a new worker.

use crate::explore::slices::Status;
use crate::protocol::{Answer, Ask, PROTOCOL_VERSION, Reply, Request, decode, encode};
use js_sys::{Array, Uint8Array};
use leptos::prelude::set_timeout;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// How long an engine that is up and idle may take to answer a knock.
const KNOCK: Duration = Duration::from_millis(2_500);
/// How long an engine may be silent while it owes an answer.
const SILENCE: Duration = Duration::from_secs(30);
/// How long a new worker may take to load its module.
const LOADING: Duration = Duration::from_secs(40);
/// How often a request is sent before it is given up.
const TRIES: u8 = 2;

#[wasm_bindgen]
extern "C" {
    /// The loader owns the policy that a worker's address has to pass.
    #[wasm_bindgen(catch, js_namespace = lockstep, js_name = makeEngine)]
    fn make_engine() -> Result<Worker, JsValue>;
}

/// What a player hears about its request.
pub enum News {
    /// The answer; nothing follows.
    Answer(Reply),
    /// How far an exploration is, and the most states that it will look at; the answer is still to come.
    Searching(Status, u32),
    /// The engine had died; the request was sent again.
    Restarted,
    /// No engine can be had; nothing follows.
    Failed,
}

struct Pending {
    id: u32,
    bytes: Vec<u8>,
    tries: u8,
    tell: Rc<dyn Fn(News)>,
}

#[derive(Default)]
struct Engine {
    worker: Option<Worker>,
    /// The worker's module is up.
    ready: bool,
    /// Grows with every worker, so that the echoes of an earlier one are not mistaken for its successor's.
    life: u32,
    /// Grows with every message heard.
    heard: u32,
    last_id: u32,
    pending: Vec<Pending>,
}

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::default();
}

/// Starts the engine, so that the first question does not wait for it.
pub fn warm() {
    ensure();
}

/// Asks; `tell` hears of it later, never before this returns. The number of the request.
pub fn ask(ask: Ask, tell: impl Fn(News) + 'static) -> u32 {
    let (number, knock) = ENGINE.with_borrow_mut(|engine| {
        let knocks = engine.ready && engine.pending.is_empty();
        engine.last_id += 2;
        let id = engine.last_id;
        let bytes = encode(&Request {
            version: PROTOCOL_VERSION,
            id,
            ask,
        });
        engine.pending.push(Pending {
            id,
            bytes,
            tries: 0,
            tell: Rc::new(tell),
        });
        (id, knocks.then_some(id - 1))
    });
    if !ensure() {
        // Without a turn in between, the caller would hear of its request before it has made it.
        set_timeout(restart, Duration::ZERO);
        return number;
    }
    if let Some(id) = knock {
        // Cancelling what was never asked does nothing, and is answered.
        let knock = Request {
            version: PROTOCOL_VERSION,
            id,
            ask: Ask::Cancel { request: id },
        };
        post(&encode(&knock));
        expect(KNOCK);
    }
    send(|pending| pending.tries == 0);
    number
}

/// Stops a request; if it is still under way it hears that it is cancelled.
pub fn cancel(request: u32) {
    let id = ENGINE.with_borrow_mut(|engine| {
        engine.last_id += 2;
        engine.last_id
    });
    post(&encode(&Request {
        version: PROTOCOL_VERSION,
        id,
        ask: Ask::Cancel { request },
    }));
}

/// A worker, running or about to; `false` if none can be made.
fn ensure() -> bool {
    let life = ENGINE.with_borrow_mut(|engine| {
        if engine.worker.is_some() {
            return None;
        }
        engine.life += 1;
        (engine.worker, engine.ready) = (make_engine().ok(), false);
        engine.worker.clone().map(|worker| (worker, engine.life))
    });
    if let Some((worker, life)) = life {
        listen(&worker, life);
        expect(LOADING);
    }
    ENGINE.with_borrow(|engine| engine.worker.is_some())
}

fn listen(worker: &Worker, life: u32) {
    let current = move || ENGINE.with_borrow(|engine| engine.life == life);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if current() {
            hear(&event);
        }
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let on_error = Closure::<dyn Fn(JsValue)>::new(move |_| {
        if current() {
            restart();
        }
    });
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    // They live as long as the worker may call them, and few workers are ever made.
    on_message.forget();
    on_error.forget();
}

fn hear(event: &MessageEvent) {
    let bytes = Uint8Array::new(&event.data()).to_vec();
    let Some(answer) = decode::<Answer>(&bytes).filter(|answer| answer.version == PROTOCOL_VERSION)
    else {
        return restart();
    };
    let tell = ENGINE.with_borrow_mut(|engine| {
        engine.heard += 1;
        engine.ready = true;
        if matches!(answer.reply, Reply::Ready | Reply::Progress { .. }) {
            return None;
        }
        let index = engine
            .pending
            .iter()
            .position(|pending| pending.id == answer.id)?;
        match answer.reply {
            Reply::Searching { .. } => Some(Rc::clone(&engine.pending[index].tell)),
            _ => Some(engine.pending.remove(index).tell),
        }
    });
    match (tell, answer.reply) {
        (Some(tell), Reply::Searching { status, most }) => tell(News::Searching(status, most)),
        (Some(tell), reply) => tell(News::Answer(reply)),
        (None, _) => {}
    }
    if ENGINE.with_borrow(|engine| !engine.pending.is_empty()) {
        expect(SILENCE);
    }
}

/// Restarts the engine if by then it has said nothing and something is owed.
fn expect(within: Duration) {
    let (life, heard) = ENGINE.with_borrow(|engine| (engine.life, engine.heard));
    let check = move || {
        let silent = ENGINE.with_borrow(|engine| {
            engine.life == life && engine.heard == heard && !engine.pending.is_empty()
        });
        if silent {
            restart();
        }
    };
    set_timeout(check, within);
}

/// Puts the worker away; what was asked is asked of a new one, or given up.
fn restart() {
    let (again, given_up) = ENGINE.with_borrow_mut(|engine| {
        if let Some(worker) = engine.worker.take() {
            worker.terminate();
        }
        (engine.ready, engine.life) = (false, engine.life + 1);
        let pending = std::mem::take(&mut engine.pending);
        let (again, given_up): (Vec<_>, Vec<_>) = pending
            .into_iter()
            .partition(|pending| pending.tries < TRIES);
        let told: Vec<_> = again
            .iter()
            .map(|pending| Rc::clone(&pending.tell))
            .collect();
        engine.pending = again;
        (told, given_up)
    });
    given_up
        .into_iter()
        .for_each(|pending| (pending.tell)(News::Failed));
    if again.is_empty() {
        return;
    }
    if ensure() {
        again.into_iter().for_each(|tell| tell(News::Restarted));
        send(|_| true);
    } else {
        let pending = ENGINE.with_borrow_mut(|engine| std::mem::take(&mut engine.pending));
        pending
            .into_iter()
            .for_each(|pending| (pending.tell)(News::Failed));
    }
}

/// Sends what is pending and meets the condition.
fn send(which: impl Fn(&Pending) -> bool) {
    let messages: Vec<_> = ENGINE.with_borrow_mut(|engine| {
        let chosen = engine.pending.iter_mut().filter(|pending| which(pending));
        chosen
            .map(|pending| {
                pending.tries += 1;
                pending.bytes.clone()
            })
            .collect()
    });
    messages.iter().for_each(|bytes| post(bytes));
    let ready = ENGINE.with_borrow(|engine| engine.ready);
    expect(if ready { SILENCE } else { LOADING });
}

fn post(bytes: &[u8]) {
    let message = Uint8Array::from(bytes);
    let transfer = Array::of1(&message.buffer());
    ENGINE.with_borrow(|engine| {
        if let Some(worker) = &engine.worker {
            // Fails only for what cannot be cloned or transferred, and bytes can.
            let _ = worker.post_message_with_transfer(&message, &transfer);
        }
    });
}
