//! The page: finds the prerendered players, takes each over when it comes near, and watches the width.

use crate::ui::engine;
use crate::ui::model::PlayerModel;
use crate::ui::player::Player;
use crate::ui::state::Stand;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    IntersectionObserverInit, MediaQueryList, Response,
};

/// How far outside of the window a player is taken over already.
const NEAR: &str = "600px";
/// The engine is loaded when the page has had time for itself.
const SETTLED: Duration = Duration::from_millis(1_500);

/// Takes over the players of the page as the reader comes near them.
pub fn start() {
    let Ok(figures) = document().query_selector_all("figure[data-player]") else {
        return;
    };
    let seen = Closure::<dyn Fn(Array, IntersectionObserver)>::new(
        |entries: Array, observer: IntersectionObserver| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    observer.unobserve(&entry.target());
                    take_over(entry.target());
                }
            }
        },
    );
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options);
    seen.forget();
    let Ok(observer) = observer else { return };
    for index in 0..figures.length() {
        if let Some(figure) = figures
            .get(index)
            .and_then(|node| node.dyn_into::<Element>().ok())
        {
            observer.observe(&figure);
        }
    }
    if figures.length() > 0 {
        set_timeout(engine::warm, SETTLED);
    }
}

/// A player whose data cannot be had stays what it was: a picture.
fn take_over(figure: Element) {
    spawn_local(async move {
        let Some(address) = figure.get_attribute("data-player") else {
            return;
        };
        let Some(model) = load(&address).await else {
            return;
        };
        let Ok(place) = figure.clone().dyn_into::<HtmlElement>() else {
            return;
        };
        let model = Arc::new(model);
        leptos::mount::hydrate_from(place, move || view! { <Player model=model /> }).forget();
        // Says that the figure is alive, to the style sheet and to tests.
        let _ = figure.set_attribute("data-live", "");
    });
}

async fn load(address: &str) -> Option<PlayerModel> {
    let response = JsFuture::from(window().fetch_with_str(address))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    PlayerModel::from_bytes(&Uint8Array::new(&buffer).to_vec())
}

/// Tells a player which of its pictures are on the screen, now and when that changes.
pub fn watch_widths(stand: Stand) {
    let query = |text: &str| window().match_media(text).ok().flatten();
    let (Some(narrow), Some(print)) = (query("(max-width: 599px)"), query("print")) else {
        return;
    };
    let lists: [MediaQueryList; 2] = [narrow.clone(), print.clone()];
    let update = move || {
        let is_narrow = narrow.matches() && !print.matches();
        stand.printing.set(print.matches());
        stand.widths.set((!is_narrow, is_narrow));
    };
    for list in lists {
        let update = update.clone();
        let changed = Closure::<dyn Fn()>::new(update);
        list.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // Players live as long as the page.
        std::mem::forget(list);
        changed.forget();
    }
    // Only when everything is taken over: until then both pictures are as prerendered.
    set_timeout(update, Duration::ZERO);
}
