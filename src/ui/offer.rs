//! What a player offers to the scripts that are its editor and menus: to read what it shows, to show something
//! else, to ask the engine. Texts in, texts out; the scripts know no messages and the player no menus.

use crate::protocol::{Ask, Reply};
use crate::trace::Outcome;
use crate::trace::json;
use crate::ui::engine::{self, News};
use crate::ui::state::Stand;
use crate::ui::text::{Label, Lang};
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The loader keeps the players of a page.
    #[wasm_bindgen(js_namespace = lockstep, js_name = offer)]
    fn register(id: &str, read: JsValue, facts: JsValue, open: JsValue, tool: JsValue);
}

/// Offers a player. Its functions live as long as the page, as it does.
pub fn offer(stand: Stand) {
    let read = Closure::<dyn Fn() -> String>::new(move || stand.setup().to_text());
    let facts = Closure::<dyn Fn() -> String>::new(move || facts(stand));
    let open = Closure::<dyn Fn(String, Function)>::new(move |text: String, done: Function| {
        open(stand, text, done);
    });
    let tool = Closure::<dyn Fn(String, Function)>::new(|text: String, done: Function| {
        engine::ask(Ask::Tool(text), move |news| match news {
            News::Restarted | News::Searching(..) => {}
            News::Answer(Reply::Tool(answer)) => tell(&done, &answer),
            News::Answer(_) | News::Failed => tell(&done, &flaw("engine")),
        });
    });
    register(
        &stand.model().id,
        read.into_js_value(),
        facts.into_js_value(),
        open.into_js_value(),
        tool.into_js_value(),
    );
}

fn tell(done: &Function, answer: &str) {
    // What a script makes of the answer is its own matter.
    let _ = done.call1(&JsValue::NULL, &JsValue::from_str(answer));
}

fn flaw(name: &str) -> String {
    json::object(&[("flaw", json::string(name))])
}

/// What scripts cannot read from a setup: the caption, how the run ends, what it prints.
fn facts(stand: Stand) -> String {
    let recording = stand.recording.get_untracked();
    let output = recording.output(recording.len());
    let printed: String = output.into_iter().map(|(_, text)| text).collect();
    json::object(&[
        ("title", json::string(&stand.model().title)),
        ("end", json::string(ending(&recording.head().outcome))),
        ("output", json::string(&printed)),
        ("branched", untrack(|| stand.branched()).to_string()),
    ])
}

fn ending(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Finished { .. } => "finished",
        Outcome::Exception { .. } => "exception",
        Outcome::Deadlock { .. } | Outcome::Livelock { deadlock: true, .. } => "deadlock",
        Outcome::Livelock { .. } => "livelock",
        Outcome::Limit { .. } => "limit",
        Outcome::Unsupported { .. } => "unsupported",
        Outcome::SyntaxError { .. } => "syntax",
    }
}

/// Shows what a text says, if it can be run at all; otherwise what was shown stays.
fn open(stand: Stand, text: String, done: Function) {
    stand.waiting.set(true);
    stand.notice.set(None);
    engine::ask(Ask::Open(text), move |news| {
        if let News::Restarted = news {
            return stand.notice.set(Some(Label::EngineRestarted));
        }
        stand.waiting.set(false);
        match news {
            News::Answer(Reply::Opened { setup, run, code }) => {
                let (line, message) = refusal(&run.film.head.outcome);
                let russian = run.russian.as_deref().filter(|_| stand.lang() == Lang::Ru);
                let answer = json::object(&[
                    ("end", json::string(ending(&run.film.head.outcome))),
                    ("line", line.to_string()),
                    ("message", json::string(russian.unwrap_or(message))),
                    ("english", russian.is_none().to_string()),
                    ("steps", run.film.len().to_string()),
                ]);
                if !run.film.is_empty() {
                    stand.adopt(*setup, *run, code);
                }
                tell(&done, &answer);
            }
            News::Answer(Reply::Flaw(name)) => tell(&done, &flaw(&name)),
            _ => tell(&done, &flaw("engine")),
        }
    });
}

/// Where and why a program was refused.
fn refusal(outcome: &Outcome) -> (u32, &str) {
    match outcome {
        Outcome::Unsupported { line, message } | Outcome::SyntaxError { line, message, .. } => {
            (*line, message)
        }
        Outcome::Limit { message, .. } => (0, message),
        _ => (0, ""),
    }
}
