//! The frame around every page: `index.html` as Trunk staged it, with its `{{tokens}}` filled in. Owns the Content
//! Security Policy and the loader's script element. It must not know what pages there are or what is on them.
use super::assets::Assets;
use std::{error::Error, fmt::Write as _};

/// What differs from page to page. `head` and `body` are HTML, the rest is plain text.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    pub lang: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub head: &'a str,
    pub body: &'a str,
    /// Whether the page's module is to be loaded: a page without players does not need it.
    pub interactive: bool,
}

/// A shell, cut at its tokens once, so that braces in a page's text are never taken for one.
#[derive(Debug)]
pub struct Shell {
    pieces: Vec<Piece>,
    base: String,
    assets: Assets,
    live_reload: bool,
}

#[derive(Debug)]
enum Piece {
    Text(String),
    Token(Token),
}

#[derive(Debug, Clone, Copy)]
enum Token {
    Lang,
    Title,
    Description,
    Head,
    Body,
    Base,
    Csp,
    Loader,
}

/// Trunk fills these in when it serves a page; they are in its live-reload script, which is inline.
const TRUNK: &str = "__TRUNK_";

impl Shell {
    /// `base` is the address path of the site's root, with a slash at both ends.
    pub fn new(html: &str, base: &str, assets: Assets) -> Result<Shell, Box<dyn Error>> {
        if !(base.starts_with('/') && base.ends_with('/')) {
            return Err(format!("the public URL must start and end with a slash: {base:?}").into());
        }
        let mut pieces = Vec::new();
        let html = without_instructions(html);
        let mut rest = html.as_str();
        while let Some((text, after)) = rest.split_once("{{") {
            let (name, after) = after
                .split_once("}}")
                .ok_or("index.html: `{{` without `}}`")?;
            pieces.push(Piece::Text(text.to_owned()));
            pieces.push(match token(name) {
                Some(token) => Piece::Token(token),
                None if name.starts_with(TRUNK) => Piece::Text(format!("{{{{{name}}}}}")),
                None => return Err(format!("index.html: unknown token {{{{{name}}}}}").into()),
            });
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Shell {
            pieces,
            base: base.to_owned(),
            assets,
            live_reload: html.contains(TRUNK),
        })
    }

    /// The address path of the site's root, with a slash at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    pub fn page(&self, page: &Page) -> String {
        let mut html = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => html.push_str(text),
                Piece::Token(Token::Lang) => escape(page.lang, &mut html),
                Piece::Token(Token::Title) => escape(page.title, &mut html),
                Piece::Token(Token::Description) => escape(page.description, &mut html),
                Piece::Token(Token::Head) => html.push_str(page.head),
                Piece::Token(Token::Body) => html.push_str(page.body),
                Piece::Token(Token::Base) => html.push_str(&self.base),
                Piece::Token(Token::Csp) => html.push_str(&policy(self.live_reload)),
                Piece::Token(Token::Loader) => html.push_str(&self.loader(page)),
            }
        }
        html
    }

    fn loader(&self, page: &Page) -> String {
        let Assets {
            loader,
            client,
            client_wasm,
            worker,
            tools: _,
        } = &self.assets;
        let mut element = format!("<script defer src=\"{}{loader}\"", self.base);
        if page.interactive {
            let tools = self.assets.tools(page.lang);
            let data = format!(
                " data-client=\"{client}\" data-client-wasm=\"{client_wasm}\" data-worker=\"{worker}\" data-tools=\"{tools}\""
            );
            element.push_str(&data);
        }
        element.push_str("></script>");
        element
    }
}

/// Trunk leaves its instructions for the modules in the page when it injects no scripts of its own.
fn without_instructions(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<link data-trunk ") {
        kept.push_str(before.trim_end());
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    kept + rest
}

fn token(name: &str) -> Option<Token> {
    Some(match name {
        "lang" => Token::Lang,
        "title" => Token::Title,
        "description" => Token::Description,
        "head" => Token::Head,
        "body" => Token::Body,
        "base" => Token::Base,
        "csp" => Token::Csp,
        "loader" => Token::Loader,
        _ => return None,
    })
}

/// Nothing but our own files, no inline script or style, and scripts' addresses and HTML strings only through
/// the one policy in `src/loader.js`. Trunk's live reload needs its inline script, its overlay and a web socket.
fn policy(live_reload: bool) -> String {
    let (inline, socket) = if live_reload {
        (" 'unsafe-inline'", " ws:")
    } else {
        ("", "")
    };
    let mut policy = String::new();
    for directive in [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{inline}"),
        &format!("style-src 'self'{inline}"),
        "img-src 'self' data:",
        &format!("connect-src 'self'{socket}"),
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ] {
        let separator = if policy.is_empty() { "" } else { "; " };
        let _ = write!(policy, "{separator}{directive}");
    }
    policy
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(html: &str) -> Result<Shell, Box<dyn Error>> {
        let name = |name: &str| name.to_owned();
        let assets = Assets {
            loader: name("loader-1.js"),
            client: name("client-1.js"),
            client_wasm: name("client-1.wasm"),
            worker: name("worker-1.js"),
            tools: vec![(name("ru"), name("tools-ru-1.js"))],
        };
        Shell::new(html, "/lockstep/", assets)
    }

    const PAGE: Page = Page {
        lang: "ru",
        title: "a < \"b\" & c",
        description: "",
        head: "<link>",
        body: "{{title}}",
        interactive: true,
    };

    #[test]
    fn fills_every_token_once_and_escapes_text() {
        let html = shell("<html lang=\"{{lang}}\"><title>{{title}}</title>{{head}}<a href=\"{{base}}ru/\">{{body}}").unwrap();
        let expected = "<html lang=\"ru\"><title>a &lt; &quot;b&quot; &amp; c</title><link><a href=\"/lockstep/ru/\">{{title}}";
        assert_eq!(html.page(&PAGE), expected);
    }

    #[test]
    fn nothing_of_trunk_is_left() {
        let html = shell(
            "<head>\n<link data-trunk rel=\"rust\" data-bin=\"client\">\n<link rel=\"icon\">\n",
        )
        .unwrap();
        assert_eq!(html.page(&PAGE), "<head>\n<link rel=\"icon\">\n");
    }

    #[test]
    fn an_interactive_page_names_the_modules_and_another_does_not() {
        let shell = shell("{{loader}}").unwrap();
        assert_eq!(
            shell.page(&PAGE),
            "<script defer src=\"/lockstep/loader-1.js\" data-client=\"client-1.js\" \
             data-client-wasm=\"client-1.wasm\" data-worker=\"worker-1.js\" \
             data-tools=\"tools-ru-1.js\"></script>"
        );
        let quiet = Page {
            interactive: false,
            ..PAGE
        };
        assert_eq!(
            shell.page(&quiet),
            "<script defer src=\"/lockstep/loader-1.js\"></script>"
        );
    }

    #[test]
    fn the_policy_is_strict_unless_trunk_reloads_the_page() {
        let strict = shell("{{csp}}").unwrap().page(&PAGE);
        assert!(
            !strict.contains("unsafe-inline") && !strict.contains("ws:"),
            "{strict}"
        );
        assert!(
            strict.contains("require-trusted-types-for 'script'; trusted-types default"),
            "{strict}"
        );
        let relaxed = shell("{{csp}}<script>'{{__TRUNK_ADDRESS__}}'</script>")
            .unwrap()
            .page(&PAGE);
        assert!(
            relaxed.contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'"),
            "{relaxed}"
        );
        assert!(
            relaxed.ends_with("<script>'{{__TRUNK_ADDRESS__}}'</script>"),
            "{relaxed}"
        );
    }

    #[test]
    fn refuses_an_unknown_token_and_a_relative_base() {
        assert!(
            shell("{{titel}}")
                .unwrap_err()
                .to_string()
                .contains("{{titel}}")
        );
        assert!(shell("{{title").is_err());
        let assets = shell("").unwrap().assets;
        assert!(Shell::new("", "lockstep", assets).is_err());
    }
}
