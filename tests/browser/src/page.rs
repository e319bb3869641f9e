//! A tab of the browser with the site in it: what a scenario does there and what it can ask. Knows nothing of what
//! is on a page.
use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, Locator, error::CmdError, wd::WebDriverCompatibleCommand};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone)]
pub struct Page {
    client: Client,
    /// The address of the site's root, with a slash at the end.
    root: String,
}

impl Page {
    pub fn new(client: Client, root: String) -> Page {
        Page { client, root }
    }

    /// Opens an address relative to the site's root, such as `en/race/`.
    pub async fn open(&self, path: &str) -> Result<()> {
        let address = format!("{}{path}", self.root);
        self.client
            .goto(&address)
            .await
            .with_context(|| format!("opening {address}"))
    }

    /// Opens a page of another site.
    pub async fn open_elsewhere(&self, address: &str) -> Result<()> {
        self.client
            .goto(address)
            .await
            .with_context(|| format!("opening {address}"))
    }

    /// Goes on inside the first frame that a CSS selector finds.
    pub async fn enter_frame(&self, css: &str) -> Result<()> {
        let frame = self.element(css).await?;
        frame
            .enter_frame()
            .await
            .with_context(|| format!("entering {css}"))
    }

    /// Opens an interactive page and waits until its module runs (the loader says so on the root element).
    pub async fn open_live(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        self.wait(
            "the page's module to run",
            "document.documentElement.dataset.module === 'ready'",
        )
        .await
    }

    /// Clicks the first element that a CSS selector finds, once it is there.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.element(css).await?;
        element
            .click()
            .await
            .with_context(|| format!("clicking {css}"))
    }

    /// Types into the first element that a CSS selector finds; keys such as `fantoccini::key::Key::Right` are
    /// characters of the text (`char::from(key)`).
    pub async fn keys(&self, css: &str, keys: &str) -> Result<()> {
        let element = self.element(css).await?;
        element
            .send_keys(keys)
            .await
            .with_context(|| format!("typing {keys:?} into {css}"))
    }

    /// The visible text of the first element that a CSS selector finds.
    pub async fn text(&self, css: &str) -> Result<String> {
        let element = self.element(css).await?;
        Ok(element.text().await?)
    }

    pub async fn count(&self, css: &str) -> Result<usize> {
        Ok(self.client.find_all(Locator::Css(css)).await?.len())
    }

    pub async fn attribute(&self, css: &str, name: &str) -> Result<Option<String>> {
        let element = self.element(css).await?;
        Ok(element.attr(name).await?)
    }

    pub async fn title(&self) -> Result<String> {
        Ok(self.client.title().await?)
    }

    /// The value of a JavaScript expression.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        let value = self
            .client
            .execute(&format!("return {expression};"), vec![])
            .await;
        value.with_context(|| format!("evaluating {expression}"))
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait(&self, what: &str, expression: &str) -> Result<()> {
        let deadline = Instant::now() + PATIENCE;
        while self.value(expression).await? != Value::Bool(true) {
            if Instant::now() > deadline {
                bail!(
                    "waited {} s in vain for {what}: {expression}",
                    PATIENCE.as_secs()
                );
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(())
    }

    /// Waits until the text of an element contains some words.
    pub async fn wait_for_text(&self, css: &str, words: &str) -> Result<()> {
        let (css, words) = (json!(css), json!(words));
        let text = format!("(document.querySelector({css})?.textContent ?? '').includes({words})");
        self.wait("a text", &text).await
    }

    /// Sets the size of the page, which may be narrower than any window of the browser.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size)
            .await
            .map(drop)
    }

    /// Sets what the reader prefers, such as `prefers-color-scheme` to `dark`.
    pub async fn prefer(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await
            .map(drop)
    }

    /// What the browser's console has shown since the last call, warnings and errors alone. A violation of the
    /// Content Security Policy is an error there.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.issue("se/log", json!({ "type": "browser" })).await?;
        let entries = log.as_array().context("the log is a list")?;
        let bad = entries
            .iter()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        Ok(bad
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect())
    }

    pub async fn expect_no_complaints(&self) -> Result<()> {
        let complaints = self.complaints().await?;
        ensure!(
            complaints.is_empty(),
            "the console shows: {}",
            complaints.join("\n")
        );
        Ok(())
    }

    /// Violations that axe-core finds on the page, one line each.
    pub async fn accessibility(&self, axe: &str) -> Result<Vec<String>> {
        let run = "; const done = arguments[0];\
            axe.run(document, { resultTypes: ['violations'] }).then((result) => done(result.violations.map((violation) =>\
            `${violation.id}: ${violation.nodes.length} × ${violation.nodes.slice(0, 4).map((node) => node.target.join(' ')).join(', ')}`)),\
            (error) => done([String(error)]));";
        let found = self
            .client
            .execute_async(&format!("{axe}{run}"), vec![])
            .await
            .context("running axe-core")?;
        Ok(serde_json::from_value(found)?)
    }

    /// Saves what the page looks like under tests/browser/out/.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("out");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{name}.png"));
        fs::write(&file, self.client.screenshot().await?)?;
        Ok(file)
    }

    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.issue(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
        .await
    }

    async fn element(&self, css: &str) -> Result<fantoccini::elements::Element> {
        let wait = self
            .client
            .wait()
            .at_most(PATIENCE)
            .every(Duration::from_millis(30));
        wait.for_element(Locator::Css(css))
            .await
            .map_err(|error| not_found(css, error))
    }

    async fn issue(&self, path: &'static str, body: Value) -> Result<Value> {
        let value = self.client.issue_cmd(Extension { path, body }).await;
        value.with_context(|| format!("asking the driver for {path}"))
    }
}

fn not_found(css: &str, error: CmdError) -> anyhow::Error {
    anyhow::Error::new(error).context(format!("no element {css}"))
}

/// A command of the browser's driver that the standard does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
