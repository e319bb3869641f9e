//! The tools of a player: the editor, links and copies, exports, comparison, trust, the playground, embedding.
use crate::{Site, page::Page, server::Server};
use anyhow::{Context, Result, ensure};
use fantoccini::key::Key;
use serde_json::json;
use std::{fs, process::Command};

const AREA: &str = ".player .ed-text";

/// The race of the lesson, taken over.
async fn lesson(site: &Site, lang: &str) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(&format!("{lang}/lost-update/")).await?;
    page.value("(document.getElementById('race').scrollIntoView(), true)")
        .await?;
    taken_over(&page, "race").await?;
    Ok(page)
}

async fn taken_over(page: &Page, id: &str) -> Result<()> {
    let live = format!("document.querySelector('#{id}[data-live]') !== null");
    page.wait("the player to be taken over", &live).await
}

/// The playground, with its editor open.
async fn playground(site: &Site, lang: &str) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(&format!("{lang}/playground/")).await?;
    page.wait(
        "the editor",
        &format!("document.querySelector('{AREA}') !== null"),
    )
    .await?;
    Ok(page)
}

async fn tool(page: &Page, id: &str, name: &str) -> Result<()> {
    page.click(&format!("#{id} [data-tool='{name}']")).await
}

fn key(key: Key) -> char {
    char::from(key)
}

/// The same without the line break that the browser may add to the end.
async fn written(page: &Page) -> Result<String> {
    Ok(source(page).await?.trim_end().to_owned())
}

/// Puts a text in the place of the editor's, as a paste would.
async fn write(page: &Page, text: &str) -> Result<()> {
    let text = json!(text);
    let script = format!(
        "(() => {{ const area = document.querySelector('{AREA}'); area.focus(); area.select(); \
         return document.execCommand('insertText', false, {text}); }})()"
    );
    ensure!(
        page.value(&script).await? == json!(true),
        "nothing was written"
    );
    Ok(())
}

async fn source(page: &Page) -> Result<String> {
    let value = page
        .value(&format!("document.querySelector('{AREA}').value"))
        .await?;
    Ok(value.as_str().context("a text")?.to_owned())
}

async fn run(page: &Page) -> Result<()> {
    page.keys(
        AREA,
        &format!("{}{}{}", key(Key::Control), key(Key::Enter), key(Key::Null)),
    )
    .await
}

/// Notes what is saved as files and copied, in the place of doing it.
async fn catch_files(page: &Page) -> Result<()> {
    page.value(
        "(window.saved = [], URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => \
         saved.push({ type: blob.type, size: bytes.byteLength, text: new TextDecoder().decode(bytes) })); return '#'; }, true)",
    )
    .await
    .map(drop)
}

/// The text of the file that was saved last.
async fn saved(page: &Page, count: usize) -> Result<serde_json::Value> {
    page.wait("a file", &format!("window.saved.length === {count}"))
        .await?;
    page.value(&format!("window.saved[{}]", count - 1)).await
}

pub async fn the_editor_helps_and_undoes(site: &Site) -> Result<()> {
    let page = playground(site, "en").await?;
    for (name, value) in [
        ("autocapitalize", "off"),
        ("autocorrect", "off"),
        ("spellcheck", "false"),
    ] {
        let found = page.attribute(AREA, name).await?;
        ensure!(found.as_deref() == Some(value), "{name} is {found:?}");
    }
    page.keys(AREA, "def f(").await?;
    ensure!(written(&page).await? == "def f()", "the bracket closes");
    page.keys(
        AREA,
        &format!("):{}return [1{}", key(Key::Enter), key(Key::End)),
    )
    .await?;
    ensure!(
        written(&page).await? == "def f():\n    return [1]",
        "{:?}",
        written(&page).await?
    );
    page.keys(AREA, &format!("{}x", key(Key::Enter))).await?;
    ensure!(
        written(&page).await? == "def f():\n    return [1]\nx",
        "after a return the block ends: {:?}",
        written(&page).await?
    );
    page.keys(AREA, &format!("{}{}", key(Key::Tab), "= 1"))
        .await?;
    ensure!(written(&page).await?.ends_with("\nx   = 1"), "Tab indents");
    let control = |letter: &str| format!("{}{letter}{}", key(Key::Control), key(Key::Null));
    page.keys(AREA, &control("/")).await?;
    ensure!(written(&page).await?.ends_with("\n# x   = 1"), "a comment");
    page.keys(AREA, &control("z")).await?;
    ensure!(written(&page).await?.ends_with("\nx   = 1"), "undone");
    page.keys(AREA, &control("f")).await?;
    page.keys(".ed-find input", &format!("return{}", key(Key::Enter)))
        .await?;
    let chosen = page
        .value(&format!(
            "(({{ value, selectionStart, selectionEnd }}) => value.slice(selectionStart, selectionEnd))(document.querySelector('{AREA}'))"
        ))
        .await?;
    ensure!(chosen == json!("return"), "{chosen}");
    // Esc, then Tab leaves: nobody is caught in the editor.
    page.keys(AREA, &format!("{}{}", key(Key::Escape), key(Key::Tab)))
        .await?;
    let inside = page
        .value(&format!(
            "document.activeElement === document.querySelector('{AREA}')"
        ))
        .await?;
    ensure!(inside == json!(false), "Tab leaves after Esc");
    page.wait(
        "the colours",
        "[...document.querySelectorAll('.ed-line .k')].some((word) => word.textContent === 'def')",
    )
    .await?;
    page.expect_no_complaints().await
}

pub async fn mistakes_are_marked_and_the_last_run_stays(site: &Site) -> Result<()> {
    for (lang, line) in [("en", "Line 2"), ("ru", "Строка 2")] {
        let page = lesson(site, lang).await?;
        tool(&page, "race", "edit").await?;
        page.wait(
            "the editor",
            &format!("document.querySelector('{AREA}') !== null"),
        )
        .await?;
        let original = source(&page).await?;
        write(&page, "x = 1\ny = = 2\n").await?;
        page.wait(
            "the mark",
            "document.querySelector('.ed-line.wrong .bad')?.textContent === '='",
        )
        .await?;
        page.wait_for_text(".ed-message", line).await?;
        run(&page).await?;
        page.wait(
            "the place",
            &format!("document.querySelector('{AREA}').selectionStart === 6"),
        )
        .await?;
        let code = page
            .value("document.querySelector('#race .code').textContent")
            .await?;
        ensure!(
            code.as_str().is_some_and(|code| code.contains("counter")),
            "the last program stays: {code}"
        );
        write(&page, "print(6 * 7)\n").await?;
        page.wait(
            "no mark",
            "document.querySelector('.ed-line.wrong') === null",
        )
        .await?;
        run(&page).await?;
        page.wait_for_text("#race .out", "42").await?;
        page.wait_for_text("#race .code", "print(6 * 7)").await?;
        page.click("#race .btn.go").await?;
        page.wait(
            "a step",
            "/1/.test(document.querySelector('#race .p-say .no').textContent)",
        )
        .await?;
        // The draft is there after a reload, beside what it was made from.
        page.open_live(&format!("{lang}/lost-update/")).await?;
        page.value("(document.getElementById('race').scrollIntoView(), true)")
            .await?;
        page.wait(
            "the word of a draft",
            "document.querySelector('#race [data-tool=edit] small') !== null",
        )
        .await?;
        tool(&page, "race", "edit").await?;
        page.wait(
            "the draft",
            &format!("document.querySelector('{AREA}')?.value === 'print(6 * 7)\\n'"),
        )
        .await?;
        page.click("#race .ed-actions .btn:nth-child(2)").await?;
        ensure!(
            page.count("#race .ed-diff .new").await? == 1,
            "one new line"
        );
        page.click("#race .ed-actions .btn:nth-child(3)").await?;
        ensure!(source(&page).await? == original, "the original is back");
        let kept = page
            .value("Object.keys(localStorage).filter((key) => key.includes('draft:')).length")
            .await?;
        ensure!(kept == json!(0), "{kept} drafts are left");
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn answers_say_that_they_are_of_the_last_program(site: &Site) -> Result<()> {
    for (lang, words) in [("en", "another program"), ("ru", "другая программа")] {
        let page = lesson(site, lang).await?;
        page.click("#race .p-askbar button").await?;
        page.wait_for_text("#race .outs", "8").await?;
        let stale = "document.querySelector('#race .p-stale').textContent";
        tool(&page, "race", "edit").await?;
        page.wait(
            "the editor",
            &format!("document.querySelector('{AREA}') !== null"),
        )
        .await?;
        ensure!(page.value(stale).await? == json!(""), "it is the same");
        write(&page, "x = = 1\n").await?;
        page.wait_for_text("#race .p-stale", words).await?;
        let found = page.accessibility(&site.axe).await?;
        ensure!(found.is_empty(), "{}", found.join("\n"));
        run(&page).await?;
        page.wait_for_text(
            ".ed-note",
            if lang == "en" {
                "cannot run"
            } else {
                "нельзя"
            },
        )
        .await?;
        page.wait_for_text("#race .p-stale", words).await?;
        write(&page, "print(6 * 7)\n").await?;
        run(&page).await?;
        page.wait_for_text("#race .out", "42").await?;
        page.wait("no more of that", &format!("{stale} === ''"))
            .await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn the_machine_speaks_the_reader_s_language(site: &Site) -> Result<()> {
    let english = "document.querySelector('.ed-message [lang=en]') !== null";
    for (lang, lacks, large) in [
        (
            "en",
            "the module 'socket' is not supported",
            "one object of",
        ),
        ("ru", "модуль socket не поддерживается", "объект размером"),
    ] {
        let page = playground(site, lang).await?;
        write(&page, "import socket\n").await?;
        page.wait_for_text(".ed-message", lacks).await?;
        // What Python itself says is English everywhere, and marked as such.
        write(&page, "x = = 1\n").await?;
        page.wait_for_text(".ed-message", "invalid syntax").await?;
        page.wait("English", english).await?;
        write(&page, "x = 'a' * 10**10\n").await?;
        run(&page).await?;
        page.wait_for_text(".ed-note", large).await?;
        page.wait_for_text("#program .say", large).await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn a_long_program_is_painted_where_it_is_in_sight(site: &Site) -> Result<()> {
    let page = playground(site, "en").await?;
    let lines: String = (0..5_000).map(|n| format!("name_{n} = {n}\n")).collect();
    // Put there as a whole: the browser takes minutes to type so much.
    page.value(&format!(
        "(() => {{ const area = document.querySelector('{AREA}'); area.value = {}; \
         area.dispatchEvent(new Event('input')); return true; }})()",
        json!(lines)
    ))
    .await?;
    let painted = "document.querySelectorAll('.ed-line').length";
    page.wait("some lines", &format!("{painted} > 20")).await?;
    ensure!(
        page.value(&format!("{painted} < 200")).await? == json!(true),
        "the others are not there"
    );
    let line = |n: u32| {
        format!(
            "(() => {{ const line = [...document.querySelectorAll('.ed-line')].find((line) => line.dataset.n === '{n}'); \
             if (!line) return false; const [a, b] = [line, document.querySelector('.ed-scroll')].map((one) => one.getBoundingClientRect()); \
             return line.textContent === 'name_{} = {}' && a.top >= b.top && a.bottom <= b.bottom; }})()",
            n - 1,
            n - 1
        )
    };
    page.value("((document.querySelector('.ed-scroll').scrollTop = 2990 * 22), true)")
        .await?;
    page.wait("a line in the middle", &line(3_000)).await?;
    // What is searched for comes into sight.
    page.keys(AREA, &format!("{}f{}", key(Key::Control), key(Key::Null)))
        .await?;
    page.keys(".ed-find input", &format!("name_4500{}", key(Key::Enter)))
        .await?;
    page.wait("what was found", &line(4_501)).await?;
    page.expect_no_complaints().await
}

pub async fn menus_close_and_give_the_focus_back(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    let focused = |css: &str| format!("document.activeElement.matches(\"{css}\")");
    for inside in [false, true] {
        tool(&page, "race", "share").await?;
        let there = "document.querySelector('#race .p-panel input') !== null";
        page.wait("the panel", there).await?;
        let from = if inside {
            "#race .p-panel input"
        } else {
            "#race [data-tool='share']"
        };
        page.keys(from, &key(Key::Escape).to_string()).await?;
        page.wait("no panel", &format!("!({there})")).await?;
        page.wait("its button", &focused("[data-tool='share']"))
            .await?;
    }
    tool(&page, "race", "edit").await?;
    page.wait("the editor", &focused(".ed-text")).await?;
    page.click("#race .ed-actions .btn:last-child").await?;
    page.wait("its button", &focused("[data-tool='edit']"))
        .await?;
    // Arrows walk through the examples; Enter opens one.
    let page = playground(site, "en").await?;
    let menu = "select[data-examples]";
    page.value(&format!("(document.querySelector('{menu}').focus(), true)"))
        .await?;
    page.keys(menu, &key(Key::Down).to_string()).await?;
    page.wait_for_text("[data-start-note]", "Enter").await?;
    ensure!(source(&page).await?.is_empty(), "nothing is opened yet");
    page.keys(menu, &key(Key::Enter).to_string()).await?;
    page.wait(
        "the example",
        "document.querySelectorAll('#program .code .l').length > 3",
    )
    .await?;
    page.expect_no_complaints().await
}

pub async fn a_hostile_draft_is_no_harm(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    page.value(
        "(localStorage.setItem(`${new URL('.', document.querySelector('script[data-client]').src).pathname}draft:1:en/lost-update/#race`, \
         'v=1&source=%ff&cores=0'), true)",
    )
    .await?;
    page.open_live("en/lost-update/").await?;
    page.value("(document.getElementById('race').scrollIntoView(), true)")
        .await?;
    taken_over(&page, "race").await?;
    tool(&page, "race", "edit").await?;
    page.wait(
        "the original",
        &format!("document.querySelector('{AREA}')?.value.includes('counter')"),
    )
    .await?;
    page.expect_no_complaints().await
}

pub async fn the_conditions_of_a_run_can_be_chosen(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    tool(&page, "race", "edit").await?;
    page.wait(
        "the controls",
        "document.querySelectorAll('#race .ed-options :is(select, input)').length === 5",
    )
    .await?;
    write(
        &page,
        "import multiprocessing as m\nprint(m.get_start_method(), m.cpu_count())\n",
    )
    .await?;
    page.value(
        "(['preemption=free-threaded', 'start-method=spawn', 'cores=2'].forEach((pair) => { const [name, value] = pair.split('='); \
         document.querySelector(`#race .ed-options [name=${name}]`).value = value; }), true)",
    )
    .await?;
    run(&page).await?;
    page.wait_for_text("#race .out", "spawn 2").await?;
    page.wait_for_text("#race .p-head", "CPython 3.14t").await?;
    page.expect_no_complaints().await
}

pub async fn examples_and_links_carry_program_and_step(site: &Site) -> Result<()> {
    for lang in ["en", "ru"] {
        let page = playground(site, lang).await?;
        ensure!(
            source(&page).await?.is_empty(),
            "the playground begins empty"
        );
        let count = page
            .count("select[data-examples] option[data-setup]")
            .await?;
        ensure!(count >= 12, "{count} examples");
        page.value(
            "(() => { const menu = document.querySelector('select[data-examples]'); \
             menu.selectedIndex = [...menu.options].findIndex((option) => option.value.endsWith('deadlock.py')); \
             menu.dispatchEvent(new Event('change')); return true; })()",
        )
        .await?;
        page.wait_for_text("#program .code", "with a:").await?;
        for step in 1..=5 {
            page.click("#program .btn.go").await?;
            page.wait(
                "a step",
                &format!(
                    "document.querySelector('#program .p-say .no').textContent.includes('{step}')"
                ),
            )
            .await?;
        }
        let said = page.text("#program .say").await?;
        tool(&page, "program", "share").await?;
        page.wait(
            "a link",
            "document.querySelector('.p-panel input')?.value.includes('#p=1.')",
        )
        .await?;
        let link = page
            .value("document.querySelector('.p-panel input').value")
            .await?;
        let link = link.as_str().context("a link")?.to_owned();
        // The other reader has a draft of another day, and pastes the link into the playground itself.
        let other = playground(site, lang).await?;
        write(&other, "x = 1\n").await?;
        other.open_elsewhere(&link).await?;
        other.wait_for_text("#program .code", "with a:").await?;
        other
            .wait(
                "the step",
                "document.querySelector('#program .p-say .no').textContent.includes('5')",
            )
            .await?;
        ensure!(
            other.text("#program .say").await? == said,
            "the other reader sees the same step"
        );
        tool(&other, "program", "edit").await?;
        let opened = source(&other).await?;
        ensure!(opened.contains("with a:"), "it is the link's: {opened}");
        other.expect_no_complaints().await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn damaged_links_say_so(site: &Site) -> Result<()> {
    // Half a million zeros, packed: more than a link may hold.
    let bomb = "(async () => { const stream = new Blob(['v=1&source=' + 'a'.repeat(50e6)]).stream().pipeThrough(new CompressionStream('deflate-raw')); \
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer()); \
        window.bomb = '1.' + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''); })()";
    let page = playground(site, "en").await?;
    page.value(&format!("({bomb}, true)")).await?;
    page.wait("the bomb", "typeof window.bomb === 'string'")
        .await?;
    let bomb = page.value("window.bomb").await?;
    let bomb = bomb.as_str().context("a text")?.to_owned();
    for (link, words) in [
        ("9.AAAA", "another version"),
        // v=2
        ("0.dj0yJnNvdXJjZT14", "another version"),
        ("1.AAAA", "damaged"),
        ("0.%%%", "damaged"),
        // v=1&source= and a byte that is no UTF-8
        ("0.dj0xJnNvdXJjZT3_", "damaged"),
        // v=1&source=x&schedule=Q
        ("0.dj0xJnNvdXJjZT14JnNjaGVkdWxlPVE", "does not fit"),
        // v=1&source=x&schedule=a9: the second thread never comes to be
        ("0.dj0xJnNvdXJjZT14JnNjaGVkdWxlPWE5", "does not fit"),
        // v=1&source=x&cores=0
        ("0.dj0xJnNvdXJjZT14JmNvcmVzPTA", "impossible"),
        (bomb.as_str(), "too long"),
    ] {
        let page = site.browser().await?;
        page.open_live(&format!("en/playground/#p={link}")).await?;
        page.wait_for_text("[data-start-note]", words)
            .await
            .with_context(|| link.chars().take(40).collect::<String>())?;
        page.wait(
            "the editor",
            &format!("document.querySelector('{AREA}') !== null"),
        )
        .await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn a_run_can_be_kept(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    catch_files(&page).await?;
    tool(&page, "race", "share").await?;
    page.wait(
        "the buttons",
        "document.querySelectorAll('.p-panel .p-row .btn').length >= 7",
    )
    .await?;
    let press = |name: &str| {
        format!(
            "([...document.querySelectorAll('.p-panel .btn')].find((button) => button.textContent === '{name}').click(), true)"
        )
    };
    page.value(&press("Markdown for a lesson")).await?;
    page.wait(
        "the block",
        "document.querySelector('.p-block')?.value.startsWith('```python sim title=')",
    )
    .await?;
    page.value(&press("SVG")).await?;
    let file = saved(&page, 1).await?;
    let drawing = file["text"].as_str().unwrap_or_default();
    ensure!(
        drawing.starts_with("<svg")
            && drawing.contains("<path")
            && drawing.contains(">T1<")
            && !drawing.contains("class="),
        "{}",
        drawing.chars().take(300).collect::<String>()
    );
    page.value(&press("PNG")).await?;
    let file = saved(&page, 2).await?;
    ensure!(
        file["type"] == "image/png" && file["size"].as_u64() > Some(2_000),
        "{}",
        file["size"]
    );
    page.value(&press("Perfetto")).await?;
    let file = saved(&page, 3).await?;
    let trace: serde_json::Value = serde_json::from_str(file["text"].as_str().unwrap_or_default())?;
    ensure!(
        trace["traceEvents"]
            .as_array()
            .is_some_and(|events| events.len() > 10),
        "{file}"
    );
    page.value(&format!(
        "(window.print = () => {{ window.printed = document.documentElement.dataset.print; }}, {})",
        press("Print")
    ))
    .await?;
    ensure!(
        page.value("window.printed").await? == json!("figure"),
        "it prints the figure alone"
    );
    page.expect_no_complaints().await
}

pub async fn print_has_the_timeline_and_the_events(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    for (css, shown) in [
        (".tl.wide", true),
        (".events li", true),
        (".p-ctl", false),
        (".p-head button", false),
    ] {
        let rects = page
            .value(&format!("[...document.querySelectorAll('#race {css}')].some((element) => element.checkVisibility() && element.getClientRects().length > 0)"))
            .await?;
        ensure!(rects == json!(shown), "{css} in print: {rects}");
    }
    // Whatever part the reader looks at, paper has the whole run.
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "screen" }))
        .await?;
    let window = "document.querySelector('#race .tl.wide').getAttribute('aria-label')";
    let whole = page.value(window).await?;
    page.keys("#race .btn.go", &format!("{}++", key(Key::Right)))
        .await?;
    page.wait("a part", &format!("{window}.includes('steps 2–17')"))
        .await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
        .await?;
    page.wait(
        "the whole run on paper",
        &format!("{window}.startsWith({whole})"),
    )
    .await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "screen" }))
        .await?;
    page.wait(
        "the part again",
        &format!("{window}.includes('steps 2–17')"),
    )
    .await
}

pub async fn a_program_is_compared_with_itself(site: &Site) -> Result<()> {
    for (lang, rows) in [("en", "without the GIL"), ("ru", "без GIL")] {
        let page = playground(site, lang).await?;
        write(
            &page,
            "import threading\ndef work():\n    total = 0\n    for i in range(500):\n        total += i\n\
             if __name__ == '__main__':\n    threads = [threading.Thread(target=work) for _ in range(4)]\n    \
             for t in threads:\n        t.start()\n    for t in threads:\n        t.join()\n    print('done')\n",
        )
        .await?;
        run(&page).await?;
        page.wait_for_text("#program .out", "done").await?;
        tool(&page, "program", "compare").await?;
        page.wait_for_text(".p-times", rows).await?;
        ensure!(
            page.count(".by-cores tbody tr").await? == 3,
            "GIL, none, processes"
        );
        ensure!(
            page.count(".p-panel svg.chart .line").await? == 3,
            "a line each"
        );
        let free = page
            .value("[...document.querySelectorAll('.by-cores tbody tr:nth-child(2) small')].map((cell) => parseFloat(cell.textContent.slice(1).replace(',', '.')))")
            .await?;
        let speed: Vec<f64> = serde_json::from_value(free)?;
        ensure!(
            speed.len() == 4 && speed[0] == 1.0 && speed[2] > 1.5,
            "{speed:?}"
        );
        page.click(".p-panel p .btn").await?;
        page.wait(
            "the processes",
            &format!("document.querySelector('{AREA}').value.includes('multiprocessing.Process(')"),
        )
        .await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

/// Whoever names the number of threads sees what more of them would bring.
pub async fn threads_that_share_a_work_are_compared(site: &Site) -> Result<()> {
    let page = playground(site, "en").await?;
    write(
        &page,
        "from concurrent.futures import ThreadPoolExecutor\ndef work(n):\n    total = 0\n    for i in range(n):\n        total += i\n\
         if __name__ == '__main__':\n    with ThreadPoolExecutor(max_workers=2) as pool:\n        list(pool.map(work, [1500] * 8))\n    print('done')\n",
    )
    .await?;
    run(&page).await?;
    page.wait_for_text("#program .out", "done").await?;
    tool(&page, "program", "compare").await?;
    page.wait_for_text(".by-threads", "Threads").await?;
    ensure!(
        page.count(".p-panel svg.chart").await? == 2
            && page.count(".by-threads tbody tr").await? == 3,
        "a chart over cores, one over threads, three kinds in each"
    );
    let times = page
        .value("[2, 1].map((row) => parseFloat(document.querySelector(`.by-threads tbody tr:nth-child(${row}) td:nth-child(4) small`).textContent.slice(1)))")
        .await?;
    let [free, gil]: [f64; 2] = serde_json::from_value(times)?;
    ensure!(
        free > 1.8 && gil < 1.2,
        "four threads: {free} without, {gil} with the GIL"
    );
    page.expect_no_complaints().await
}

pub async fn the_badge_tells_what_to_trust(site: &Site) -> Result<()> {
    let page = lesson(site, "en").await?;
    catch_files(&page).await?;
    tool(&page, "race", "trust").await?;
    page.wait(
        "what it touches",
        "document.querySelectorAll('.p-touches li').length >= 3",
    )
    .await?;
    ensure!(
        page.text(".p-panel")
            .await?
            .contains("CPython 3.13 on Linux"),
        "the reference"
    );
    let link = page.attribute(".p-panel > p a", "href").await?;
    ensure!(
        link.is_some_and(|link| link.ends_with("/en/limitations/")),
        "the limitations"
    );
    page.value("([...document.querySelectorAll('.p-panel .btn')].at(-1).click(), true)")
        .await?;
    let file = saved(&page, 1).await?;
    let harness = file["text"].as_str().context("a program")?;
    // It runs on the Python of this machine and counts.
    let folder = std::env::temp_dir().join(format!("lockstep-harness-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let path = folder.join("stress.py");
    fs::write(&path, harness)?;
    let output = Command::new("python3")
        .arg(&path)
        .args(["--runs", "3"])
        .output()?;
    fs::remove_dir_all(&folder)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    // How often each output came: which of the two is for Python to decide.
    let count = |line: &str| -> Option<u32> {
        let mut words = line.split_whitespace();
        let count = words.next()?.parse().ok()?;
        matches!(words.next()?, "1" | "2").then_some(count)
    };
    let runs: u32 = text.lines().filter_map(count).sum();
    ensure!(
        output.status.success() && runs == 3,
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    page.expect_no_complaints().await
}

pub async fn open_tools_are_accessible_and_fit_a_phone(site: &Site) -> Result<()> {
    let mut wrong = Vec::new();
    for (width, scheme) in [(1280, "light"), (360, "dark")] {
        let page = lesson(site, "ru").await?;
        page.resize(width, 800).await?;
        page.prefer("prefers-color-scheme", scheme).await?;
        for (name, there) in [
            ("edit", ".ed-line .k"),
            ("share", ".p-panel .p-row .btn"),
            ("compare", ".p-times"),
            ("trust", ".p-touches li"),
        ] {
            tool(&page, "race", name).await?;
            page.wait(name, &format!("document.querySelector('{there}') !== null"))
                .await?;
            let found = page.accessibility(&site.axe).await?;
            wrong.extend(
                found
                    .into_iter()
                    .map(|violation| format!("{name}, {width} px, {scheme}: {violation}")),
            );
            let fits = "document.documentElement.scrollWidth <= innerWidth";
            if page.value(fits).await? != json!(true) {
                wrong.push(format!("{name} is wider than {width}"));
            }
        }
        page.expect_no_complaints().await?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

pub async fn players_stand_on_other_peoples_pages(site: &Site) -> Result<()> {
    let address = site.server.address();
    let origin = address.trim_end_matches(site.server.base()).to_owned();
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/embedding.html");
    let html = fs::read_to_string(example)?
        .replace("https://lockstep.example/", &address)
        .replace("https://lockstep.example", &origin);
    let folder = std::env::temp_dir().join(format!("lockstep-embedding-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), html)?;
    let elsewhere = Server::start(folder.clone(), "/")?;
    let page = site.browser().await?;
    page.open_elsewhere(&elsewhere.address()).await?;
    let frame = "document.querySelector('#by-element').shadowRoot?.querySelector('iframe')";
    page.wait(
        "the frame to say how high it is",
        &format!("({frame})?.height > 0 && ({frame}).height !== '760'"),
    )
    .await?;
    page.expect_no_complaints().await?;
    let inner = page.value(&format!("({frame}).src")).await?;
    page.value("(document.querySelector('#by-frame').scrollIntoView(), true)")
        .await?;
    page.enter_frame("#by-frame").await?;
    page.wait_for_text(".out", "42").await?;
    page.wait_for_text(".btn.go", "Шаг").await?;
    let alone = site.browser().await?;
    alone
        .open_elsewhere(inner.as_str().context("an address")?)
        .await?;
    alone.wait_for_text(".code", "print(counter < 3)").await?;
    alone
        .wait_for_text(".p-head", "between any two instructions")
        .await?;
    alone.click(".btn.go").await?;
    alone
        .wait(
            "a step",
            "document.querySelector('.p-say .no').textContent.includes('1')",
        )
        .await?;
    alone.expect_no_complaints().await?;
    fs::remove_dir_all(folder)?;
    Ok(())
}
