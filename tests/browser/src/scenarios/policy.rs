//! What the loader's Trusted Types policy lets through and what not, and that it can start the engine.
use crate::{Site, page::Page};
use anyhow::{Result, ensure};
use serde_json::json;

/// The first page whose module is loaded, opened and running.
async fn live(site: &Site) -> Result<Page> {
    let page = site.browser().await?;
    for address in &site.pages {
        page.open(address).await?;
        if page.count("script[data-client]").await? > 0 {
            page.open_live(address).await?;
            return Ok(page);
        }
    }
    anyhow::bail!("no page has a module")
}

/// Whether a statement of JavaScript throws. It runs in a task of its own: the driver exempts what it runs itself
/// from the rule against `eval`.
async fn throws(page: &Page, statement: &str) -> Result<bool> {
    let attempt = format!(
        "(window.attempt = null, setTimeout(() => {{\
         try {{ {statement}; window.attempt = 'done' }} catch {{ window.attempt = 'threw' }} }}), true)"
    );
    page.value(&attempt).await?;
    page.wait("the attempt", "window.attempt !== null").await?;
    Ok(page.value("window.attempt").await? == json!("threw"))
}

pub async fn nothing_active_comes_in_as_text(site: &Site) -> Result<()> {
    let page = live(site).await?;
    let refused = [
        "new Worker('data:text/javascript,1')",
        "new Worker(document.querySelector('script[data-client]').src)",
        "document.createElement('script').src = 'other.js'",
        "document.createElement('script').text = '1'",
        "document.createElement('div').innerHTML = '<script>1<\\/script>'",
        "document.createElement('div').innerHTML = '<img src=x onerror=\"1\">'",
        "document.createElement('div').innerHTML = '<a href=\"javascript:1\">a</a>'",
        "document.createElement('div').innerHTML = '<iframe srcdoc=\"a\"></iframe>'",
        "eval('1')",
        "trustedTypes.createPolicy('another', {})",
    ];
    for statement in refused {
        ensure!(throws(&page, statement).await?, "let through: {statement}");
    }
    let allowed = [
        "document.createElement('template').innerHTML = '<p class=\"a\">one = 1; b &lt;script&gt;</p>'",
        "lockstep.makeEngine().terminate()",
    ];
    for statement in allowed {
        ensure!(!throws(&page, statement).await?, "refused: {statement}");
    }
    Ok(())
}

pub async fn the_engine_starts_and_speaks_first(site: &Site) -> Result<()> {
    let page = live(site).await?;
    let start = "(() => { const engine = lockstep.makeEngine(); window.heard = '';\
        engine.onmessage = () => { window.heard = 'message' };\
        engine.onerror = (event) => { window.heard = `error: ${event.message}` }; return true })()";
    page.value(start).await?;
    page.wait("the engine to speak", "window.heard !== ''")
        .await?;
    let heard = page.value("window.heard").await?;
    ensure!(heard == json!("message"), "{heard}");
    page.expect_no_complaints().await
}
