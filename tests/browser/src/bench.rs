//! What the player costs the page's main thread, in CPU time as Chromium counts it, not by the clock.
//!
//! `browser-tests DIST BASE --bench-player`, which `cargo xtask bench player` runs. Beside the figures stands what
//! a fixed loop takes, so that machines can be compared. A figure over its limit fails the run.
use crate::{Site, page::Page};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A program of far more steps than the page is sent.
const LONG: &str = "\
import threading
counter = 0
lock = threading.Lock()
def work():
    global counter
    for i in range(1_000_000):
        with lock:
            counter += 1
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
";

/// The player that is measured.
const LESSON: &str = "en/lost-update/";
const FIGURE: &str = "race";

/// How often each thing is done.
const ROUNDS: usize = 60;

/// Milliseconds of CPU.
struct Row {
    what: &'static str,
    times: Vec<f64>,
    median: f64,
    late: Option<f64>,
}

/// Measures and prints; an error if a figure is over its limit.
pub async fn player(site: &Site) -> Result<()> {
    let mut rows = Vec::new();
    lesson(site, &mut rows).await?;
    long_run(site, &mut rows).await?;
    println!(
        "{:<36} {:>9} {:>9} {:>16}",
        "main-thread CPU, ms", "median", "p95", "limits"
    );
    let mut over = Vec::new();
    for row in &mut rows {
        row.times.sort_by(f64::total_cmp);
        let at = |share: f64| row.times[((row.times.len() - 1) as f64 * share).round() as usize];
        let (median, late) = (at(0.5), at(0.95));
        let limits = match row.late {
            Some(limit) => format!("{} / {limit}", row.median),
            None => row.median.to_string(),
        };
        println!("{:<36} {median:>9.2} {late:>9.2} {limits:>16}", row.what);
        if median > row.median || row.late.is_some_and(|limit| late > limit) {
            over.push(row.what);
        }
    }
    ensure!(over.is_empty(), "over the limit: {}", over.join(", "));
    Ok(())
}

/// Steps, steps back and scrubs on a lesson.
async fn lesson(site: &Site, rows: &mut Vec<Row>) -> Result<()> {
    let page = open(site).await?;
    let meter = Meter::new(&page).await?;
    println!(
        "calibration: 50 million rounds of xorshift take {:.0} ms of CPU",
        meter.calibrate().await?
    );
    println!(
        "a key that does nothing and two empty frames: {:.2} ms (taken off below)",
        meter.idle
    );
    let row = |what, times| Row {
        what,
        times,
        median: 3.0,
        late: Some(6.0),
    };
    rows.push(row("lesson: step", meter.keys("ArrowRight", ROUNDS).await?));
    rows.push(row(
        "lesson: step back",
        meter.keys("ArrowLeft", ROUNDS).await?,
    ));
    let mut times = Vec::new();
    let (left, top, width) = picture(&page, "wide:not(.map)").await?;
    for round in 0..ROUNDS {
        let share = (round * 7 % ROUNDS) as f64 / ROUNDS as f64;
        let x = left + width * (0.2 + 0.75 * share);
        times.push(meter.press(x, top + 10.0).await?);
    }
    rows.push(row("lesson: scrub", times));
    Ok(())
}

/// Loads a run of more than a hundred thousand steps, zooms and pans in it.
async fn long_run(site: &Site, rows: &mut Vec<Row>) -> Result<()> {
    site.replace_program(LESSON, FIGURE, LONG)?;
    let page = open(site).await?;
    let meter = Meter::new(&page).await?;
    let before = meter.now().await?;
    let press = format!(
        "(document.querySelector('#{FIGURE} .policies button:nth-child(2)').click(), true)"
    );
    page.value(&press).await?;
    let come = format!("document.querySelectorAll('#{FIGURE} [data-run]').length === 2");
    let mut polls = 0.0;
    while page.value(&come).await? != json!(true) {
        ensure!(polls < 600.0, "the long run did not come");
        polls += 1.0;
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    meter.frames().await?;
    let all = meter.now().await? - before - meter.idle;
    let length = page.text(&format!("#{FIGURE} [data-run='1']")).await?;
    println!("the long run: {}", length.replace('\n', " "));
    let figure = |what, times, median| Row {
        what,
        times,
        median,
        late: None,
    };
    rows.push(figure("100,000 events: load", vec![all], 400.0));
    meter.keys("0", 1).await?;
    let mut zooms = meter.keys("+", 12).await?;
    zooms.extend(meter.keys("-", 12).await?);
    rows.push(figure("100,000 events: zoom", zooms, 4.0));
    meter.keys("+", 2).await?;
    let mut pans = meter.keys("]", 16).await?;
    pans.extend(meter.keys("[", 16).await?);
    rows.push(figure("100,000 events: pan", pans, 4.0));
    let steps = meter.keys("ArrowRight", ROUNDS).await?;
    rows.push(figure("100,000 events: step", steps, 4.0));
    page.screenshot("bench-long").await?;
    Ok(())
}

async fn open(site: &Site) -> Result<Page> {
    let page = site.browser().await?;
    page.open_live(LESSON).await?;
    page.value(&format!(
        "(document.getElementById('{FIGURE}').scrollIntoView(), true)"
    ))
    .await?;
    page.wait(
        "the player",
        &format!("document.querySelector('#{FIGURE}[data-live]') !== null"),
    )
    .await?;
    page.value(&format!(
        "(document.querySelector('#{FIGURE} .btn.go').focus(), true)"
    ))
    .await?;
    // The engine's module is loaded in the meantime: that is no cost of the player's.
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    Ok(page)
}

/// Left edge, top and width of a picture in the window.
async fn picture(page: &Page, class: &str) -> Result<(f64, f64, f64)> {
    let scroll = format!(
        "(() => {{ const picture = document.querySelector('#{FIGURE} .tl.{class}'); picture.scrollIntoView({{ block: 'center' }});\
         const box = picture.getBoundingClientRect(); return [box.left, box.top, box.width] }})()"
    );
    let found: [f64; 3] = serde_json::from_value(page.value(&scroll).await?)?;
    Ok((found[0], found[1], found[2]))
}

/// Reads the CPU time of the page's main thread.
struct Meter<'a> {
    page: &'a Page,
    /// What asking costs by itself.
    idle: f64,
}

impl<'a> Meter<'a> {
    async fn new(page: &'a Page) -> Result<Meter<'a>> {
        page.devtools("Performance.enable", json!({ "timeDomain": "threadTicks" }))
            .await?;
        let mut meter = Meter { page, idle: 0.0 };
        let mut times = Vec::new();
        for _ in 0..20 {
            // A key that nobody listens to: what the driver and two empty frames cost.
            times.extend(meter.keys("F9", 1).await?);
        }
        times.sort_by(f64::total_cmp);
        meter.idle = times[times.len() / 2];
        Ok(meter)
    }

    /// Milliseconds of CPU so far.
    async fn now(&self) -> Result<f64> {
        let answer = self
            .page
            .devtools("Performance.getMetrics", json!({}))
            .await?;
        let metrics = answer["metrics"].as_array().context("metrics")?;
        let time = metrics.iter().find(|metric| metric["name"] == "ThreadTime");
        let seconds = time.and_then(|metric| metric["value"].as_f64());
        Ok(seconds.context("Chromium counts the thread's time")? * 1000.0)
    }

    /// Waits until what has happened is painted.
    async fn frames(&self) -> Result<()> {
        let script = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        let wait = json!({ "expression": script, "awaitPromise": true });
        self.page.devtools("Runtime.evaluate", wait).await.map(drop)
    }

    /// What one thing costs until it is painted.
    async fn of(&self, commands: &[(&str, Value)]) -> Result<f64> {
        let before = self.now().await?;
        for (command, parameters) in commands {
            self.page.devtools(command, parameters.clone()).await?;
        }
        self.frames().await?;
        Ok((self.now().await? - before - self.idle).max(0.0))
    }

    async fn keys(&self, key: &str, times: usize) -> Result<Vec<f64>> {
        let press = |kind: &str| {
            let mut event = json!({ "type": kind, "key": key });
            if key.len() == 1 && kind == "keyDown" {
                event["text"] = json!(key);
            }
            ("Input.dispatchKeyEvent", event)
        };
        let commands = [press("keyDown"), press("keyUp")];
        let mut found = Vec::new();
        for _ in 0..times {
            found.push(self.of(&commands).await?);
        }
        Ok(found)
    }

    async fn press(&self, x: f64, y: f64) -> Result<f64> {
        let event = |kind: &str| {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
            ("Input.dispatchMouseEvent", event)
        };
        self.of(&[event("mousePressed"), event("mouseReleased")])
            .await
    }

    async fn calibrate(&self) -> Result<f64> {
        let script = "(() => { let x = 1; for (let i = 0; i < 5e7; i++) { x ^= x << 13; x ^= x >>> 17; x ^= x << 5 } return x })()";
        let before = self.now().await?;
        self.page
            .devtools("Runtime.evaluate", json!({ "expression": script }))
            .await?;
        Ok(self.now().await? - before)
    }
}
