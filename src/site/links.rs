//! Where links lead: addresses as authors write them, resolved against the page they stand on, and checked.
//!
//! Inside the site an address is the path from its root, without the base: `ru/race/`, empty for the root itself.

use std::collections::{BTreeMap, BTreeSet};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Out of the site.
    External,
    /// To a page of the site.
    Page {
        /// Its address.
        page: String,
        /// The anchor on it.
        anchor: Option<String>,
    },
}

/// The pages of the site and the anchors on each.
pub type Pages = BTreeMap<String, BTreeSet<String>>;

/// Resolves `link`, which stands on the page at address `from`; otherwise says what is wrong with it.
pub fn resolve(from: &str, link: &str) -> Result<Target, String> {
    if link.starts_with("https://") || link.starts_with("mailto:") {
        return Ok(Target::External);
    }
    if link.starts_with("//")
        || link
            .split('/')
            .next()
            .is_some_and(|part| part.contains(':'))
    {
        return Err(format!(
            "the link `{link}` must begin with `https://`, or lead to a page of the site"
        ));
    }
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (link, None),
    };
    if anchor.as_deref() == Some("") || link.is_empty() {
        return Err("the link leads nowhere".to_owned());
    }
    if path.is_empty() {
        return Ok(Target::Page {
            page: from.to_owned(),
            anchor,
        });
    }
    if !path.ends_with('/') && !path.ends_with("..") && path != "." {
        return Err(format!(
            "the link `{link}` must lead to a page: an address that ends with a slash, such as `../queues/`"
        ));
    }
    let mut parts: Vec<&str> = if path.starts_with('/') {
        Vec::new()
    } else {
        split(from)
    };
    for part in split(path) {
        match part {
            "." => {}
            ".." if parts.pop().is_none() => {
                return Err(format!("the link `{link}` leads out of the site"));
            }
            ".." => {}
            part => parts.push(part),
        }
    }
    let page = parts.iter().map(|part| format!("{part}/")).collect();
    Ok(Target::Page { page, anchor })
}

fn split(path: &str) -> Vec<&str> {
    path.split('/').filter(|part| !part.is_empty()).collect()
}

impl Target {
    /// What to write into `href`, for a site under `base`; `None` for an external link, which stays as it is.
    pub fn href(&self, base: &str) -> Option<String> {
        match self {
            Target::External => None,
            Target::Page { page, anchor: None } => Some(format!("{base}{page}")),
            Target::Page {
                page,
                anchor: Some(anchor),
            } => Some(format!("{base}{page}#{anchor}")),
        }
    }

    /// What is wrong with the link, if its page or anchor does not exist.
    pub fn check(&self, pages: &Pages) -> Option<String> {
        let Target::Page { page, anchor } = self else {
            return None;
        };
        match (pages.get(page), anchor) {
            (None, _) => Some(format!("there is no page `/{page}`")),
            (Some(anchors), Some(anchor)) if !anchors.contains(anchor) => Some(format!(
                "there is no anchor `#{anchor}` on the page `/{page}`"
            )),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(page: &str, anchor: Option<&str>) -> Result<Target, String> {
        Ok(Target::Page {
            page: page.to_owned(),
            anchor: anchor.map(str::to_owned),
        })
    }

    #[test]
    fn links_are_resolved_as_a_browser_does() {
        assert_eq!(resolve("ru/race/", "../queues/"), page("ru/queues/", None));
        assert_eq!(
            resolve("ru/race/", "../glossary/#гонка"),
            page("ru/glossary/", Some("гонка"))
        );
        assert_eq!(resolve("ru/race/", "#fix"), page("ru/race/", Some("fix")));
        assert_eq!(resolve("ru/", "race/"), page("ru/race/", None));
        assert_eq!(resolve("ru/race/", "../.."), page("", None));
        assert_eq!(resolve("ru/race/", "/en/race/"), page("en/race/", None));
        assert_eq!(
            resolve("ru/race/", "https://docs.python.org/3/"),
            Ok(Target::External)
        );
    }

    #[test]
    fn links_that_cannot_be_meant() {
        for link in [
            "",
            "#",
            "../queues",
            "x.md",
            "http://a.b/",
            "javascript:alert(1)",
            "//a.b/",
            "../../../x/",
        ] {
            assert!(resolve("ru/race/", link).is_err(), "{link}");
        }
    }

    #[test]
    fn links_are_written_with_the_base_and_checked() {
        let pages = Pages::from([("ru/".to_owned(), BTreeSet::from(["a".to_owned()]))]);
        let check = |link: &str| resolve("ru/", link).unwrap().check(&pages);
        assert_eq!(check("#a"), None);
        assert_eq!(
            check("#b").unwrap(),
            "there is no anchor `#b` on the page `/ru/`"
        );
        assert_eq!(check("x/").unwrap(), "there is no page `/ru/x/`");
        assert_eq!(check("https://a.b"), None);
        assert_eq!(
            resolve("ru/", "x/#a").unwrap().href("/lockstep/").unwrap(),
            "/lockstep/ru/x/#a"
        );
        assert_eq!(Target::External.href("/"), None);
    }
}
