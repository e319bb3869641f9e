//! Ask the machine: outcomes, the bug, the proof, the tree, and a question that is taken back.
use crate::{Site, page::Page};
use anyhow::{Result, ensure};
use serde_json::json;

const BAR: &str = ".p-askbar";
const DEADLOCK: &str = "import threading\na = threading.Lock()\nb = threading.Lock()\n\ndef one():\n    with a:\n        with b:\n            print('one')\n\n\
    def two():\n    with b:\n        with a:\n            print('two')\n\n\
    t1 = threading.Thread(target=one)\nt2 = threading.Thread(target=two)\nt1.start()\nt2.start()\nt1.join()\nt2.join()\n";
const LARGE: &str = "import threading\nx = [0] * 6\n\ndef work(k):\n    for i in range(200):\n        for j in range(6):\n            x[j] = x[j] + k\n\n\
    threads = [threading.Thread(target=work, args=(k,)) for k in range(5)]\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(x)\n";

async fn lesson(site: &Site, lang: &str, figure: &str) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(&format!("{lang}/lost-update/")).await?;
    page.value(&format!(
        "(document.getElementById('{figure}').scrollIntoView(), true)"
    ))
    .await?;
    let live = format!("document.querySelector('#{figure}[data-live]') !== null");
    page.wait("the player to be taken over", &live).await?;
    Ok(page)
}

/// How many branches a figure's tree shows, in JavaScript.
fn ways(figure: &str) -> String {
    format!("document.querySelectorAll('#{figure} .tree .way').length")
}

/// Presses the n-th question of a figure.
async fn press(page: &Page, figure: &str, n: u32) -> Result<()> {
    page.click(&format!("#{figure} {BAR} button:nth-child({n})"))
        .await
}

pub async fn all_outcomes_are_listed_and_one_click_loses_the_update(site: &Site) -> Result<()> {
    for (lang, loaded, covered) in [
        ("en", "Shown", "All interleavings are covered"),
        ("ru", "Показан", "Пройдены все чередования"),
    ] {
        let page = lesson(site, lang, "race").await?;
        press(&page, "race", 1).await?;
        page.wait_for_text("#race .outs", covered).await?;
        let printed = "JSON.stringify([...document.querySelectorAll('#race .oc .big')].map((big) => big.textContent)) === '[\"2\",\"1\"]'";
        page.wait("both outcomes", printed).await?;
        ensure!(
            page.text("#race .oc tr:nth-child(2)").await?.contains('%'),
            "each has its likelihood"
        );
        page.click("#race .oc [data-ask='1']").await?;
        page.wait_for_text("#race .oc tr.here", loaded).await?;
        let here = "document.querySelector('#race .oc tr.here .big').textContent === '1'";
        page.wait("the second outcome is the one shown", here)
            .await?;
        let focus = "document.activeElement.matches('#race .oc .here button')";
        page.wait("the focus stays in the table", focus).await?;
        let at = "+document.querySelector('#race .p-say .no').textContent.match(/\\d+/)[0] > 1";
        page.wait("the cursor at the first difference", at).await?;
        page.keys("#race .btn.go", "\u{e010}").await?;
        page.wait_for_text("#race .out", "1").await?;
        ensure!(
            !page.text("#race .out").await?.contains('2'),
            "the update is lost"
        );
        page.click("#race .outs > [data-ask='back']").await?;
        page.wait(
            "the run before",
            "document.querySelector('#race .oc tr.here .big')?.textContent !== '1'",
        )
        .await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn the_bug_of_a_deadlock_is_its_cycle(site: &Site) -> Result<()> {
    site.replace_program("en/lost-update/", "race", DEADLOCK)?;
    let page = lesson(site, "en", "race").await?;
    page.keys("#race .btn.go", "f").await?;
    page.wait_for_text("#race .outs .told", "deadlock").await?;
    // The labels of threads are there when its run is.
    for part in [
        "T1 waits for b, held by T2, line 7",
        "T2 waits for a, held by T1, line 12",
    ] {
        page.wait_for_text("#race .outs .told", part).await?;
    }
    // The run is loaded and stands where nobody can go on.
    page.wait(
        "the cycle in the state",
        "document.querySelectorAll('#race .waits .cyc').length > 1",
    )
    .await?;
    page.wait_for_text("#race .say", "Deadlock").await?;
    // Code and timeline say it too, at the lines and on the lanes.
    page.wait_for_text("#race .code .acc", "T1 waits for b, held by T2")
        .await?;
    page.wait("the marks of the waits", &ringed(2)).await?;
    page.expect_no_complaints().await
}

/// Whether the timeline marks at least so many places.
fn ringed(least: usize) -> String {
    format!(
        "((document.querySelector('#race .tl.wide:not(.map) path.acc')?.getAttribute('d') ?? '').split('M').length - 1) >= {least}"
    )
}

pub async fn the_bug_of_a_race_names_both_accesses(site: &Site) -> Result<()> {
    let page = lesson(site, "en", "race").await?;
    page.keys("#race .btn.go", "f").await?;
    page.wait_for_text("#race .outs .told", "nothing orders the two")
        .await?;
    let said = page.text("#race .outs .told").await?;
    ensure!(
        said.contains("T1")
            && said.contains("T2")
            && said.contains("counter")
            && said.contains("line 7"),
        "{said}"
    );
    page.wait(
        "its run",
        "document.querySelector('#race .outs > [data-ask=\"back\"]') !== null",
    )
    .await?;
    // Both accesses are marked where they are: at the line, in the threads' lanes, and on the variable's.
    let notes = page.text("#race .code .acc").await?;
    ensure!(
        notes.contains("T1") && notes.contains("T2") && notes.contains("writes counter"),
        "{notes}"
    );
    page.wait("the marks of the accesses", &ringed(4)).await?;
    // What says so lies on no other text.
    let apart = "(() => { const texts = [...document.querySelectorAll('#race .tl.wide:not(.map) text')].map((text) => [text, text.getBoundingClientRect()]); \
        const races = texts.filter(([text]) => text.textContent === 'race'); \
        const note = (text) => text.classList.contains('m'); \
        return races.length > 0 && races.every(([race, a]) => texts.every(([other, b]) => other === race || note(other) \
        || a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2)); })()";
    page.wait("a race named where there is room", apart).await?;
    page.keys("#race .btn.go", "f").await?;
    page.wait(
        "no mark once the answer is closed",
        "document.querySelector('#race .acc') === null",
    )
    .await
}

pub async fn a_program_with_a_lock_is_proved(site: &Site) -> Result<()> {
    for (lang, yes, covered, none) in [
        (
            "en",
            "Yes: no interleaving fails",
            "All interleavings are covered",
            "There is no bug",
        ),
        (
            "ru",
            "Да: ни одно чередование",
            "Пройдены все чередования",
            "Ошибки нет",
        ),
    ] {
        let page = lesson(site, lang, "race-lock").await?;
        press(&page, "race-lock", 3).await?;
        page.wait_for_text("#race-lock .verdict", yes).await?;
        page.wait_for_text("#race-lock .outs", covered).await?;
        press(&page, "race-lock", 2).await?;
        page.wait_for_text("#race-lock .outs", none).await?;
        // What the lock leaves to chance is who takes it first; without it there is far more.
        press(&page, "race-lock", 4).await?;
        page.wait("the tree", &format!("{} > 1", ways("race-lock")))
            .await?;
        press(&page, "race", 4).await?;
        page.wait("the tree of the race", &format!("{} > 5", ways("race")))
            .await?;
        let fewer = format!("{} < {}", ways("race-lock"), ways("race"));
        page.wait("a smaller tree with the lock", &fewer).await?;
        page.expect_no_complaints().await?;
    }
    Ok(())
}

pub async fn a_question_can_be_taken_back(site: &Site) -> Result<()> {
    site.replace_program("en/lost-update/", "race", LARGE)?;
    let page = lesson(site, "en", "race").await?;
    press(&page, "race", 1).await?;
    let grows = "document.querySelector('#race .outs progress')?.value > 50";
    page.wait("progress", grows).await?;
    page.click("#race [data-ask='stop']").await?;
    page.wait_for_text("#race .p-askbar small", "Stopped")
        .await?;
    // The engine is free again.
    page.click("#race .btn.go").await?;
    page.wait_for_text("#race .p-say .no", "1").await?;
    page.click("#race .policies button:nth-child(2)").await?;
    page.wait(
        "another run",
        "document.querySelectorAll('#race [data-run]').length === 2",
    )
    .await?;
    page.click("#race [data-ask='again']").await?;
    page.wait("progress anew", grows).await?;
    ensure!(
        page.value("document.querySelector('#race [data-ask=\"stop\"]') !== null")
            .await?
            == json!(true),
        "it can be stopped again"
    );
    page.expect_no_complaints().await
}
