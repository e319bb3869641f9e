//! The site as pages: every page in both languages, without knowing what any of them says.
use crate::Site;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LANGUAGES: [&str; 2] = ["en", "ru"];
const REQUESTS_BEFORE_FIRST_PAINT: usize = 8;

pub async fn every_page_opens_without_a_complaint(site: &Site) -> Result<()> {
    let page = site.browser().await?;
    for address in &site.pages {
        page.open(address).await?;
        // Where the page has a module, the moment it runs is part of opening.
        let settled = "document.readyState === 'complete' && (!document.querySelector('script[data-client]') \
            || document.documentElement.dataset.module === 'ready')";
        page.wait("the page to be loaded", settled)
            .await
            .with_context(|| address.clone())?;
        page.expect_no_complaints()
            .await
            .with_context(|| format!("page {address:?}"))?;
        ensure!(
            !page.title().await?.is_empty(),
            "page {address:?} has no title"
        );
    }
    Ok(())
}

pub async fn every_page_is_complete_without_javascript(site: &Site) -> Result<()> {
    let page = site.browser_without_javascript().await?;
    for language in LANGUAGES {
        let in_language = site
            .pages
            .iter()
            .filter(|address| address.starts_with(&format!("{language}/")));
        let mut lessons = 0;
        for address in in_language {
            page.open(address).await?;
            let name = || format!("page {address:?}");
            ensure!(
                page.attribute("html", "lang").await?.as_deref() == Some(language),
                "{} is not marked as {language}",
                name()
            );
            ensure!(
                page.attribute("html", "data-module").await?.is_none(),
                "{} ran a script",
                name()
            );
            ensure!(
                page.count("h1").await? == 1,
                "{} has not one heading",
                name()
            );
            ensure!(
                page.text("main").await?.len() > 200,
                "{} has no text to read",
                name()
            );
            ensure!(
                page.count("nav a[href]").await? > 0,
                "{} leads nowhere",
                name()
            );
            let description = page.attribute("meta[name=description]", "content").await?;
            ensure!(
                description.is_some_and(|text| !text.is_empty()),
                "{} has no description",
                name()
            );
            lessons += 1;
        }
        ensure!(lessons > 0, "no page in {language}");
    }
    Ok(())
}

pub async fn every_link_leads_somewhere(site: &Site) -> Result<()> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for address in &site.pages {
        let path = format!("{}{address}", site.server.base());
        let html = String::from_utf8(site.server.get(&path)?.body)?;
        for link in links(&html) {
            if link.starts_with("data:") || !seen.insert((path.clone(), link.clone())) {
                continue;
            }
            if let Some(problem) = check_link(site, &path, &link)? {
                wrong.push(format!("{path}: {link}: {problem}"));
            }
        }
    }
    ensure!(
        seen.len() > site.pages.len(),
        "the pages have next to no links"
    );
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What is wrong with a link, if anything. A link to another site is only looked at.
fn check_link(site: &Site, page: &str, link: &str) -> Result<Option<&'static str>> {
    if link.starts_with("https://") || link.starts_with("mailto:") {
        return Ok(None);
    }
    let base = url::Url::parse(&site.server.address())?;
    let target = base.join(page)?.join(link)?;
    if target.host_str() != base.host_str() || !target.path().starts_with(site.server.base()) {
        return Ok(Some("leads out of the site"));
    }
    let answer = site.server.get(target.path())?;
    if answer.status != 200 {
        return Ok(Some("is not there"));
    }
    if let Some(fragment) = target.fragment().filter(|fragment| !fragment.is_empty()) {
        let html = String::from_utf8(answer.body)?;
        let id = percent_decoded(fragment);
        if !html.contains(&format!("id=\"{id}\"")) {
            return Ok(Some("leads to no heading"));
        }
    }
    Ok(None)
}

/// The values of all `href` and `src` attributes.
fn links(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html
        .split('<')
        .filter_map(|element| element.split('>').next())
    {
        for attribute in [" href=\"", " src=\""] {
            let value = tag
                .split_once(attribute)
                .and_then(|(_, rest)| rest.split('"').next());
            found.extend(value.map(|value| value.replace("&amp;", "&")));
        }
    }
    found
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = (first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub async fn no_page_scrolls_sideways_on_a_phone(site: &Site) -> Result<()> {
    let page = site.browser().await?;
    page.resize(360, 740).await?;
    for address in &site.pages {
        page.open(address).await?;
        let width = page.value("document.documentElement.scrollWidth").await?;
        if width != json!(360) {
            let culprits = page.value(WIDER_THAN_THE_PAGE).await?;
            anyhow::bail!("page {address:?} is {width} px wide at 360: {culprits}");
        }
    }
    Ok(())
}

/// The innermost elements that are too small for what is in them and do not scroll by themselves.
const WIDER_THAN_THE_PAGE: &str = "[...document.body.querySelectorAll('*')]\
    .filter((element) => element.scrollWidth > Math.max(element.clientWidth, 1) && getComputedStyle(element).overflowX === 'visible')\
    .slice(-5).map((element) => `${element.tagName} ${element.getAttribute('class')}`)";

pub async fn the_skip_link_moves_the_focus(site: &Site) -> Result<()> {
    let page = site.browser().await?;
    for path in ["en/lost-update/", "ru/playground/", "ru/"] {
        page.open(path).await?;
        page.keys(".skip", "\u{e007}").await?;
        page.wait(
            "the focus in the text",
            "document.activeElement.id === 'main'",
        )
        .await?;
    }
    Ok(())
}

pub async fn axe_finds_nothing(site: &Site) -> Result<()> {
    let page = site.browser().await?;
    let mut wrong = Vec::new();
    for scheme in ["light", "dark"] {
        page.prefer("prefers-color-scheme", scheme).await?;
        for address in &site.pages {
            page.open(address).await?;
            let found = page
                .accessibility(&site.axe)
                .await
                .with_context(|| address.clone())?;
            wrong.extend(
                found
                    .into_iter()
                    .map(|violation| format!("page {address:?}, {scheme}: {violation}")),
            );
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

pub async fn little_is_requested_before_the_first_paint(site: &Site) -> Result<()> {
    let page = site.browser().await?;
    for address in &site.pages {
        page.open(address).await?;
        page.wait(
            "the first paint",
            "performance.getEntriesByName('first-paint').length === 1",
        )
        .await?;
        let requests = page
            .value(
                "performance.getEntriesByType('resource')\
                 .filter((entry) => entry.startTime < performance.getEntriesByName('first-paint')[0].startTime)\
                 .map((entry) => entry.name)",
            )
            .await?;
        let requests: Vec<String> = serde_json::from_value(requests)?;
        // The page itself is one more.
        ensure!(
            requests.len() < REQUESTS_BEFORE_FIRST_PAINT,
            "page {address:?} asks for {requests:?}"
        );
        let everything = page
            .value("performance.getEntriesByType('resource').map((entry) => entry.name)")
            .await?;
        let everything: Vec<Value> = serde_json::from_value(everything)?;
        for name in everything.iter().filter_map(Value::as_str) {
            let ours = name.starts_with(&site.server.address()) || name.starts_with("data:");
            ensure!(ours, "page {address:?} asks another site: {name}");
        }
        let early = requests
            .iter()
            .find(|name| name.contains("/engine-") || name.contains("/client-"));
        ensure!(
            early.is_none(),
            "page {address:?} loads {early:?} before its first paint"
        );
    }
    Ok(())
}
