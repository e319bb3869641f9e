//! The player on a lesson: stepping by mouse and keyboard, choosing who runs next, an engine that dies.
use crate::{Site, page::Page};
use anyhow::{Context, Result, ensure};
use serde_json::json;

const LESSON: &str = "lost-update/";
const STEP: &str = "#race .btn.go";
const SAY: &str = "#race .say";

/// The race in a language, taken over by the page's module.
async fn race(site: &Site, lang: &str) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(&format!("{lang}/{LESSON}")).await?;
    page.value("(document.getElementById('race').scrollIntoView(), true)")
        .await?;
    page.wait(
        "the player to be taken over",
        "document.querySelector('#race[data-live]') !== null",
    )
    .await?;
    Ok(page)
}

/// The position of the cursor; -1 at rest.
async fn position(page: &Page) -> Result<i64> {
    let number =
        "+((document.querySelector('#race .p-say .no').textContent.match(/\\d+/) ?? ['-1'])[0])";
    let value = page.value(number).await?;
    // A number that came through JavaScript may have been written as a fraction.
    value
        .as_f64()
        .map(|number| number as i64)
        .context("the position is a number")
}

/// Waits until the cursor is at a position and the engine is not being waited for.
async fn at(page: &Page, position: i64) -> Result<()> {
    let here = format!(
        "(document.querySelector('#race .p-say .no').textContent.match(/\\d+/) ?? ['-1'])[0] === '{position}'\
         && document.querySelector('{STEP}').getAttribute('aria-disabled') !== null"
    );
    page.wait(&format!("step {position}"), &here).await
}

/// Chooses a thread and lets it move once.
async fn step_thread(page: &Page, thread: u32) -> Result<()> {
    let before = position(page).await?.max(0);
    page.click(&format!("#race [role=radio][data-thread='{thread}']"))
        .await?;
    page.click(STEP).await?;
    at(page, before + 1).await
}

/// Lets a thread move until the narration contains some words.
async fn step_until(page: &Page, thread: u32, words: &str) -> Result<()> {
    for _ in 0..80 {
        if page.text(SAY).await?.contains(words) {
            return Ok(());
        }
        step_thread(page, thread).await?;
    }
    anyhow::bail!("thread {thread} moved 80 times and nothing said {words:?}")
}

pub async fn steps_by_mouse_and_keyboard_in_both_languages(site: &Site) -> Result<()> {
    for (lang, rest) in [("en", "The whole run"), ("ru", "Весь прогон")] {
        let page = race(site, lang).await?;
        page.wait_for_text(SAY, rest).await?;
        page.click(STEP).await?;
        at(&page, 1).await?;
        page.click(STEP).await?;
        at(&page, 2).await?;
        let second = page.text(SAY).await?;
        page.keys(STEP, "\u{e014}").await?;
        at(&page, 3).await?;
        page.keys(STEP, "\u{e012}").await?;
        at(&page, 2).await?;
        ensure!(
            page.text(SAY).await? == second,
            "back at step 2 it says something else"
        );
        page.keys(STEP, "\u{e010}").await?;
        page.wait_for_text("#race .out", "2").await?;
        page.keys(STEP, "\u{e011}").await?;
        at(&page, 0).await?;
        ensure!(
            !page.text("#race .out").await?.contains('2'),
            "nothing is printed at the start"
        );
        page.expect_no_complaints().await?;
    }
    Ok(())
}

/// Lets the main thread move until it waits for the end of another. When it waits for something else, the
/// youngest thread moves: it has just been started and must say so.
async fn main_to_join(page: &Page, joins: &str) -> Result<()> {
    let main = "#race [data-thread='0']";
    for _ in 0..120 {
        if page.attribute(main, "aria-disabled").await?.as_deref() == Some("false") {
            step_thread(page, 0).await?;
        } else if page.text(main).await?.contains(joins) {
            return Ok(());
        } else {
            let youngest = page.count("#race [role=radio][data-thread]").await? as u32 - 1;
            step_thread(page, youngest).await?;
        }
    }
    anyhow::bail!("main moved 120 times and never waited in join")
}

pub async fn the_reader_loses_an_update(site: &Site) -> Result<()> {
    for (lang, reads, joins, lost) in [
        (
            "en",
            "T1 reads counter",
            "waits for T1 to end",
            "that change is lost",
        ),
        (
            "ru",
            "T1 читает counter",
            "ждёт, пока завершится T1",
            "то изменение потеряно",
        ),
    ] {
        let page = race(site, lang).await?;
        page.keys(STEP, "\u{e011}").await?;
        at(&page, 0).await?;
        for _ in 0..120 {
            if page.count("#race [data-thread='1']").await? > 0 {
                break;
            }
            step_thread(&page, 0).await?;
        }
        step_until(&page, 1, reads).await?;
        main_to_join(&page, joins).await?;
        while page.count("#race [role=radio][data-thread='2']").await? > 0 {
            step_thread(&page, 2).await?;
        }
        step_until(&page, 1, lost).await?;
        ensure!(
            page.count("#race .tl.wide .stale").await? > 0,
            "the timeline shows the stale value"
        );
        page.keys(STEP, "\u{e010}").await?;
        page.wait_for_text("#race .out", "1").await?;
        ensure!(
            !page.text("#race .out").await?.contains('2'),
            "the update is lost"
        );
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn a_killed_engine_is_started_again_and_nothing_is_lost(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.keys(STEP, "\u{e011}").await?;
    let two = "document.querySelectorAll('#race [role=radio][aria-disabled=false]').length > 1";
    for _ in 0..120 {
        if page.value(two).await? == json!(true) {
            break;
        }
        page.click(STEP).await?;
    }
    let other = "#race [role=radio][aria-disabled=false][aria-checked=false]";
    let before = position(&page).await?;
    page.click(other).await?;
    page.click(STEP).await?;
    at(&page, before + 1).await?;
    page.keys(STEP, "\u{e012}").await?;
    at(&page, before).await?;
    page.value("(lockstep.engine.terminate(), true)").await?;
    page.click(other).await?;
    page.click(STEP).await?;
    at(&page, before + 1).await?;
    page.wait_for_text("#race .p-note", "your run is kept")
        .await?;
    page.keys(STEP, "\u{e012}").await?;
    at(&page, before).await?;
    page.expect_no_complaints().await
}

pub async fn keys_choose_and_explain(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    ensure!(
        page.text("#race [data-thread='0'] kbd").await? == "m",
        "each row shows its key"
    );
    page.keys(STEP, "m").await?;
    at(&page, 1).await?;
    page.resize(1280, 500).await?;
    page.keys(STEP, "?").await?;
    page.wait_for_text("#race .p-help", "step back").await?;
    let seen = "(({ top, bottom }) => top < innerHeight && bottom > 0)(document.querySelector('#race .p-help').getBoundingClientRect())";
    page.wait("the help to be in sight", seen).await?;
    page.keys("#race .p-help", "?").await?;
    let back = "document.querySelector('#race .p-help') === null && document.activeElement.closest('#race') !== null";
    page.wait("the keys to stay with the player", back).await?;
    let two = "document.querySelector('#race [data-thread=\"2\"][aria-disabled=false]') !== null";
    for _ in 0..80 {
        if page.value(two).await? == json!(true) {
            break;
        }
        page.click(STEP).await?;
    }
    ensure!(
        page.text("#race [data-thread='2'] kbd").await? == "2",
        "T2 has the key 2, whatever row it is in"
    );
    let before = position(&page).await?;
    page.keys(STEP, "2").await?;
    at(&page, before + 1).await?;
    page.wait_for_text(SAY, "T2").await?;
    page.keys("#race .p-time .scroll", "\u{e010}").await?;
    page.keys("#race .p-time .scroll", "\u{e008}\u{e012}")
        .await?;
    let end = position(&page).await?;
    ensure!(
        end > 1,
        "Shift and the arrow go back to a switch, not to {end}"
    );
    let stops = "document.querySelectorAll('#race .keys [tabindex=\"0\"]').length";
    ensure!(
        page.value(stops).await? == json!(1),
        "the buttons are one stop of the Tab key"
    );
    page.expect_no_complaints().await
}

pub async fn a_click_on_the_timeline_goes_there(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.click("#race .tl.wide").await?;
    page.wait(
        "the cursor",
        "document.querySelector('#race .tl.wide .cur') !== null",
    )
    .await?;
    ensure!(
        position(&page).await? > 1,
        "the middle of the timeline is not its beginning"
    );
    Ok(())
}

pub async fn taking_over_and_stepping_move_nothing(site: &Site) -> Result<()> {
    let height = "document.getElementById('race').getBoundingClientRect().height";
    let still = site.browser_without_javascript().await?;
    still.open(&format!("en/{LESSON}")).await?;
    ensure!(
        still.count("#race .tl path").await? > 10,
        "the picture is there without JavaScript"
    );
    let page = race(site, "en").await?;
    let first = page.value(height).await?;
    let shifts = "performance.getEntriesByType('layout-shift').reduce((sum, entry) => sum + entry.value, 0) === 0";
    ensure!(page.value(shifts).await? == json!(true), "the page jumped");
    for step in 1..=20 {
        page.click(STEP).await?;
        at(&page, step).await?;
        let now = page.value(height).await?;
        ensure!(
            now == first,
            "step {step} changed the height from {first} to {now}"
        );
    }
    Ok(())
}

pub async fn a_phone_shows_the_steps_round_the_cursor(site: &Site) -> Result<()> {
    let page = race(site, "ru").await?;
    page.resize(360, 780).await?;
    page.click(STEP).await?;
    at(&page, 1).await?;
    let visible = "getComputedStyle(document.querySelector('#race .tl.narrow')).display === 'block'\
        && getComputedStyle(document.querySelector('#race .tl.wide')).display === 'none'\
        && document.querySelector('#race .tl.narrow .cur') !== null\
        && document.documentElement.scrollWidth <= 360\
        && [...document.querySelectorAll('#race button')].every((button) => button.getBoundingClientRect().height >= 44)\
        && [...document.querySelectorAll('.anchor')].every((anchor) => !anchor.checkVisibility() || anchor.getBoundingClientRect().height >= 44)";
    page.wait("the narrow picture and large buttons", visible)
        .await
}

pub async fn marks_stay_in_the_reader_s_own_colours(site: &Site) -> Result<()> {
    let page = race(site, "en").await?;
    page.prefer("forced-colors", "active").await?;
    for step in 1..=3 {
        page.click(STEP).await?;
        at(&page, step).await?;
    }
    let marks = "(() => { const of = (css) => getComputedStyle(document.querySelector(css)); \
        return of('#race .sel[aria-pressed=true]').outlineStyle === 'solid' && of('#race .btn.go').outlineStyle === 'solid' \
        && of('#race .now').backgroundColor !== of('body').backgroundColor && of('#race .now').color === 'rgb(0, 0, 0)' \
        && of('#race .tl text').forcedColorAdjust === 'none'; })()";
    page.wait("outlines and the marked line", marks).await
}
