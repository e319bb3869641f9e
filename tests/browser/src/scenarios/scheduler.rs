//! The reader as scheduler: policies, kept runs, lengths of steps; the timeline by hand; what the state shows.
use crate::{Site, page::Page};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

const STEP: &str = "#race .btn.go";
const PICTURE: &str = "#race .tl.wide:not(.map)";
const RUNS: &str = "document.querySelectorAll('#race [data-run]').length";

async fn race(site: &Site, lang: &str) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(&format!("{lang}/lost-update/")).await?;
    page.value("(document.getElementById('race').scrollIntoView(), true)")
        .await?;
    let live = "document.querySelector('#race[data-live]') !== null";
    page.wait("the player to be taken over", live).await?;
    Ok(page)
}

/// The race's figure with another program, run to the end as the adversary does.
async fn broken(site: &Site, source: &str) -> Result<Page> {
    site.replace_program("en/lost-update/", "race", source)?;
    let page = race(site, "en").await?;
    page.click("#race .policies button:nth-child(4)").await?;
    page.wait("the run", &format!("{RUNS} === 2")).await?;
    page.keys(STEP, "\u{e010}").await?;
    Ok(page)
}

async fn position(page: &Page) -> Result<i64> {
    let number =
        "+((document.querySelector('#race .p-say .no').textContent.match(/\\d+/) ?? ['-1'])[0])";
    let value = page.value(number).await?;
    let number = value.as_f64().context("the position is a number")?;
    Ok(number as i64)
}

/// The first and the last step that the picture shows.
async fn window(page: &Page) -> Result<(i64, i64)> {
    let numbers = format!(
        "document.querySelector('{PICTURE}').getAttribute('aria-label').match(/\\d+/g).map(Number)"
    );
    let numbers: Vec<f64> = serde_json::from_value(page.value(&numbers).await?)?;
    ensure!(numbers.len() >= 2, "the picture names its window");
    Ok((numbers[0] as i64, numbers[1] as i64))
}

/// Left edge, top, width and height of an element, scrolled into the middle of the window.
async fn bounds(page: &Page, css: &str) -> Result<[f64; 4]> {
    let find = format!(
        "(() => {{ const it = document.querySelector('{css}'); it.scrollIntoView({{ block: 'center' }});\
         const box = it.getBoundingClientRect(); return [box.left, box.top, box.width, box.height] }})()"
    );
    Ok(serde_json::from_value(page.value(&find).await?)?)
}

/// Presses the mouse, moves it and lets go.
async fn drag(page: &Page, from: (f64, f64), to: (f64, f64)) -> Result<()> {
    let event = |kind: &str, (x, y): (f64, f64), buttons: u32| json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
    for event in [
        event("mousePressed", from, 1),
        event("mouseMoved", ((from.0 + to.0) / 2.0, to.1), 1),
        event("mouseMoved", to, 1),
        event("mouseReleased", to, 0),
    ] {
        page.devtools("Input.dispatchMouseEvent", event).await?;
    }
    Ok(())
}

pub async fn policies_make_runs_that_are_kept_and_compared(site: &Site) -> Result<()> {
    for (lang, compared, whole) in [
        ("en", "differs from step", "Deadlock"),
        ("ru", "иначе с шага", "Взаимная"),
    ] {
        let page = race(site, lang).await?;
        ensure!(page.value(RUNS).await? == json!(0), "one run needs no list");
        page.click("#race .policies button:nth-child(4)").await?;
        page.wait("the adversary's run", &format!("{RUNS} === 2"))
            .await?;
        page.keys(STEP, "\u{e010}").await?;
        page.wait_for_text("#race .out", "1").await?;
        page.wait_for_text("#race [data-run='0']", compared).await?;
        // To the other run and back: the cursor goes to where they part, and the picture marks it.
        page.keys(STEP, "r").await?;
        page.wait("the first run", "document.querySelector('#race [data-run=\"0\"]').getAttribute('aria-checked') === 'true'").await?;
        let marked = format!("[...document.querySelectorAll('{PICTURE} text.al')].length > 0");
        page.wait("the mark where the runs part", &marked).await?;
        page.keys(STEP, "\u{e010}").await?;
        page.wait_for_text("#race .out", "2").await?;
        // Every press on the lot is another run.
        for count in [3, 4] {
            page.click("#race .policies button:nth-child(3)").await?;
            page.wait("a drawn run", &format!("{RUNS} === {count}"))
                .await?;
        }
        let list = page.text("#race .runs").await?;
        ensure!(
            !list.contains(whole),
            "no run of the race deadlocks: {list}"
        );
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn a_step_goes_as_far_as_its_unit_says(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.keys(STEP, "\u{e011}").await?;
    page.keys(STEP, "l").await?;
    page.keys(STEP, "\u{e014}").await?;
    let line = position(&page).await?;
    ensure!(line > 1, "a line is more than an instruction: step {line}");
    page.keys(STEP, "\u{e012}").await?;
    ensure!(position(&page).await? == 0, "and back");
    page.keys(STEP, "s\u{e014}").await?;
    let switch = position(&page).await?;
    ensure!(
        switch > line,
        "a switch comes later than a line: step {switch}"
    );
    // The same thread: whatever others do, the badge of who moved stays.
    page.keys(STEP, "t").await?;
    let checked = page
        .attribute("#race .units [role=radio]:nth-child(4)", "aria-checked")
        .await?;
    ensure!(checked.as_deref() == Some("true"), "the unit is chosen");
    let who = "document.querySelector('#race .rows tr.moved .who').textContent";
    let first = page.value(who).await?;
    for _ in 0..5 {
        page.keys(STEP, "\u{e014}").await?;
        ensure!(page.value(who).await? == first, "the same thread moves");
    }
    page.expect_no_complaints().await
}

pub async fn the_timeline_zooms_pans_and_scrubs(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.keys(STEP, "\u{e011}").await?;
    page.keys(STEP, "0").await?;
    let (first, last) = window(&page).await?;
    ensure!(first == 1 && last > 20, "the whole run: {first} to {last}");
    page.keys(STEP, "+").await?;
    let near = window(&page).await?;
    ensure!(
        near.1 - near.0 < (last - first) / 2 + 2,
        "half of it: {near:?}"
    );
    page.keys(STEP, "]").await?;
    let panned = window(&page).await?;
    ensure!(panned.0 > near.0, "to the right: {panned:?}");
    let [left, top, width, _] = bounds(&page, PICTURE).await?;
    drag(
        &page,
        (left + width * 0.3, top + 8.0),
        (left + width * 0.8, top + 8.0),
    )
    .await?;
    let scrubbed = position(&page).await?;
    ensure!(
        scrubbed > panned.0 && scrubbed <= panned.1,
        "scrubbed to {scrubbed}"
    );
    ensure!(
        window(&page).await? == panned,
        "scrubbing inside of the window leaves it where it is"
    );
    // The frame of the small picture is dragged to the left end.
    let [left, top, width, height] = bounds(&page, "#race .tl.wide.map").await?;
    let lanes = |share: f64| left + width * (0.1375 + 0.854 * share);
    let middle = (panned.0 + panned.1) as f64 / 2.0 / last as f64;
    let y = top + height / 2.0;
    drag(&page, (lanes(middle), y), (lanes(0.0), y)).await?;
    ensure!(
        window(&page).await?.0 == 1,
        "dragged to {:?}",
        window(&page).await?
    );
    page.keys(STEP, ".").await?;
    let round = window(&page).await?;
    ensure!(
        round.0 <= scrubbed && scrubbed <= round.1,
        "round the cursor: {round:?}"
    );
    page.expect_no_complaints().await
}

pub async fn lanes_and_axis_are_chosen(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    let texts =
        format!("[...document.querySelectorAll('{PICTURE} text')].map((text) => text.textContent)");
    let has = |texts: &Value, text: &str| {
        texts
            .as_array()
            .is_some_and(|all| all.iter().any(|t| t == text))
    };
    let before = page.value(&texts).await?;
    ensure!(has(&before, "GIL") && has(&before, "counter"), "{before}");
    for (button, lane) in [(6, "GIL"), (7, "counter")] {
        page.click(&format!("#race .tools button:nth-child({button})"))
            .await?;
        let now = page.value(&texts).await?;
        ensure!(!has(&now, lane), "{lane} is still there");
    }
    page.click("#race .tools button:nth-child(5)").await?;
    let now = page.value(&texts).await?;
    ensure!(has(&now, "time"), "the axis is of time: {now}");
    page.expect_no_complaints().await
}

pub async fn a_deadlock_is_a_circle_with_lines(site: &Site) -> Result<()> {
    let page = broken(
        site,
        "import threading\na, b = threading.Lock(), threading.Lock()\ndef one():\n    with a:\n        with b:\n            pass\n\
         def two():\n    with b:\n        with a:\n            pass\n\
         ts = [threading.Thread(target=f) for f in (one, two)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n",
    )
    .await?;
    page.wait_for_text("#race .say", "Deadlock").await?;
    let said = page.text("#race .say").await?;
    for part in [
        "T1 (line 5) waits for b, held by T2",
        "T2 (line 9) waits for a, held by T1",
    ] {
        ensure!(said.contains(part), "{part:?} in {said:?}");
    }
    ensure!(
        page.count("#race .waits .cyc").await? == 2,
        "two links of the circle"
    );
    page.expect_no_complaints().await
}

pub async fn a_shared_object_is_shown_as_such(site: &Site) -> Result<()> {
    let page = broken(
        site,
        "import threading\ndef add(items, n):\n    items.append(n)\n    n += 1\n\
         def start():\n    box = []\n\
         \x20   ts = [threading.Thread(target=add, args=(box, n)) for n in range(2)]\n\
         \x20   for t in ts: t.start()\n    for t in ts: t.join()\n    print(box)\nstart()\n",
    )
    .await?;
    let shared = "[...document.querySelectorAll('#race .p-state tr')].some((row) => /items/.test(row.textContent) && /box/.test(row.textContent))";
    for _ in 0..400 {
        if page.value(shared).await? == json!(true) {
            return page.expect_no_complaints().await;
        }
        page.keys(STEP, "\u{e012}").await?;
    }
    anyhow::bail!("the list of two threads is never shown as shared")
}

pub async fn a_long_run_stays_small_in_the_page(site: &Site) -> Result<()> {
    let page = broken(
        site,
        "import threading\nn = 0\ndef work():\n    global n\n    for i in range(1_000_000):\n        n += 1\n\
         ts = [threading.Thread(target=work) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n",
    )
    .await?;
    page.keys(STEP, "0").await?;
    let (first, last) = window(&page).await?;
    ensure!(first == 1 && last >= 100_000, "{first} to {last}");
    let size = format!("document.querySelector('{PICTURE}').outerHTML.length");
    let size = page.value(&size).await?.as_f64().unwrap_or(f64::MAX);
    ensure!(
        size < 120_000.0,
        "the picture of the whole run has {size} bytes"
    );
    page.keys(STEP, "\u{e012}").await?;
    ensure!(
        position(&page).await? == last - 1,
        "one step back from the end"
    );
    page.expect_no_complaints().await
}

pub async fn everything_works_by_keyboard_alone(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.keys(STEP, "?").await?;
    page.wait_for_text("#race .p-help", "projector").await?;
    // The key of the letter p in a Russian layout.
    let cyrillic = format!(
        "document.querySelector('{STEP}').dispatchEvent(\
            new KeyboardEvent('keydown', {{ key: 'з', code: 'KeyP', bubbles: true, cancelable: true }}))"
    );
    page.value(&cyrillic).await?;
    page.wait(
        "the projector",
        "document.querySelector('#race .p.projector') !== null",
    )
    .await?;
    let out_of_reach = "[...document.querySelectorAll('a, button')].every((one) =>\
        one.closest('#race .p') !== null || one.closest('[inert]') !== null)";
    ensure!(
        page.value(out_of_reach).await? == json!(true),
        "Tab stays in the projector"
    );
    // With the buttons gone the keys still reach the figure.
    page.keys("#race .p", "\u{e014}\u{e014}").await?;
    ensure!(position(&page).await? == 2, "two steps in the projector");
    let large = "parseFloat(getComputedStyle(document.querySelector('#race .p')).zoom) > 1.2\
        && getComputedStyle(document.querySelector('#race .p-ctl')).display === 'none'";
    ensure!(
        page.value(large).await? == json!(true),
        "large, and without buttons"
    );
    page.keys("#race .p", "\u{e00c}").await?;
    page.wait(
        "the page",
        "document.querySelector('#race .p.projector') === null",
    )
    .await?;
    ensure!(
        page.count("[inert]").await? == 0,
        "the page is within reach again"
    );
    // The Tab key reaches every group once.
    let stops = "[...document.querySelectorAll('#race [role=toolbar], #race [role=radiogroup]')]\
        .filter((group) => group.children.length > 0).every((group) => group.querySelectorAll('[tabindex=\"0\"]').length === 1)";
    ensure!(
        page.value(stops).await? == json!(true),
        "each group is one stop"
    );
    page.expect_no_complaints().await
}

pub async fn axe_finds_nothing_after_stepping(site: &Site) -> Result<()> {
    let mut wrong = Vec::new();
    for (scheme, width) in [("light", 1280), ("dark", 1280), ("light", 360)] {
        let page = race(site, "en").await?;
        page.prefer("prefers-color-scheme", scheme).await?;
        page.resize(width, 900).await?;
        page.click("#race .policies button:nth-child(4)").await?;
        page.wait("the run", &format!("{RUNS} === 2")).await?;
        page.keys(STEP, "?+").await?;
        page.keys(STEP, "\u{e014}\u{e014}").await?;
        let found = page.accessibility(&site.axe).await?;
        wrong.extend(
            found
                .into_iter()
                .map(|violation| format!("{scheme}, {width} px: {violation}")),
        );
        // The scroll bar takes some of the width.
        let fits = page.value("document.documentElement.scrollWidth").await?;
        ensure!(
            fits.as_u64().is_some_and(|fits| fits <= u64::from(width)),
            "{width} px, but the page is {fits} px wide"
        );
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
