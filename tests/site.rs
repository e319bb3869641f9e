//! The site as a whole: a small course built in a temporary folder, every mistake an author can make in it,
//! and the real content.
#![cfg(feature = "ssr")]

use lockstep::site::shell::Shell;
use lockstep::site::{Config, OutputFile, assets::Assets, build};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A content folder that goes away with it.
struct Course {
    root: PathBuf,
}

const FRONT: &str = "+++\ntitle = \"T\"\ndescription = \"D\"\n+++\n";

impl Course {
    /// A small course without mistakes. `name` is the test's own.
    fn new(name: &str) -> Course {
        let root =
            std::env::temp_dir().join(format!("lockstep-site-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let course = Course { root };
        for (lang, title) in [("ru", "Курс"), ("en", "Course")] {
            let summary = format!("# {title}\n\n## One\n\n- [A](a/)\n- [B](b/)\n");
            course.write(&format!("{lang}/summary.md"), &summary);
            course.write(
                &format!("{lang}/landing.md"),
                &format!("{FRONT}# Hello\n\n[Start](a/)\n"),
            );
            course.write(
                &format!("{lang}/glossary.md"),
                &format!("{FRONT}Words\n\n| W | M |\n|---|---|\n| **поток** | thread |\n"),
            );
            course.write(
                &format!("{lang}/a/index.md"),
                &format!(
                    "{FRONT}Lead\n\n## Part (`x`)\n\n[B](../b/#race) [t](../glossary/#поток)\n"
                ),
            );
            let b = "Lead\n\n```python sim title=\"Two & one\" id=race before=set_up.py\nprint(x)\n```\n\n\
                     > [!side] Note `n`\n> Text\n\n> [!keep] Keep\n> - one\n\n| a | n |\n|:--|--:|\n| b | 1 |\n\n```python\nif x: pass\n```\n";
            course.write(&format!("{lang}/b/index.md"), &format!("{FRONT}{b}"));
            course.write(&format!("{lang}/b/set_up.py"), "x = 1\n");
        }
        course.write("limitations.md", &format!("{FRONT}Text\n"));
        course
    }

    fn content(&self) -> PathBuf {
        self.root.join("content")
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.content().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn append(&self, file: &str, text: &str) {
        let old = fs::read_to_string(self.content().join(file)).unwrap();
        self.write(file, &(old + text));
    }

    fn problems(&self) -> Vec<String> {
        build_site(&self.content(), None).err().unwrap_or_default()
    }
}

impl Drop for Course {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn build_site(
    content: &Path,
    site_url: Option<&str>,
) -> Result<BTreeMap<String, String>, Vec<String>> {
    let name = str::to_owned;
    let assets = Assets {
        loader: name("l.js"),
        client: name("c.js"),
        client_wasm: name("c.wasm"),
        worker: name("w.js"),
        tools: Vec::new(),
    };
    let html = "<html lang=\"{{lang}}\"><head><title>{{title}}</title>\n\
                <meta name=\"description\" content=\"{{description}}\">\n{{loader}}\n{{head}}\n</head><body>{{body}}</body></html>";
    let shell = Shell::new(html, "/lockstep/", assets).unwrap();
    let config = Config {
        content: content.to_owned(),
        site_url: site_url.map(str::to_owned),
    };
    let files = build(&config, &shell)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let text = |file: OutputFile| (file.path, String::from_utf8_lossy(&file.bytes).into_owned());
    Ok(files.into_iter().map(text).collect())
}

#[test]
fn a_course_becomes_pages() {
    let course = Course::new("pages");
    let site = build_site(&course.content(), None).unwrap();
    let pages: Vec<&str> = site
        .keys()
        .map(String::as_str)
        .filter(|path| path.ends_with(".html"))
        .collect();
    let expected = [
        "404.html",
        "embed/index.html",
        "embed/ru/index.html",
        "en/a/index.html",
        "en/b/index.html",
        "en/glossary/index.html",
        "en/index.html",
        "en/limitations/index.html",
        "en/playground/index.html",
        "index.html",
        "ru/a/index.html",
        "ru/b/index.html",
        "ru/glossary/index.html",
        "ru/index.html",
        "ru/limitations/index.html",
        "ru/playground/index.html",
    ];
    assert_eq!(pages, expected);
    assert!(!site.contains_key("sitemap.xml"));
    let a = &site["ru/a/index.html"];
    for part in [
        "<html lang=\"ru\">",
        "<title>T · Lockstep</title>",
        "<p class=\"kicker\">Глава 1, урок 1</p>",
        "<p class=\"lead\">Lead</p>",
        "<h2 id=\"part-x\">Part (<code>x</code>) <a class=\"anchor\" href=\"#part-x\" aria-label=\"Ссылка на раздел: Part (x)\">#</a></h2>",
        "<a href=\"/lockstep/ru/b/#race\">B</a>",
        "<a href=\"/lockstep/ru/glossary/#%D0%BF%D0%BE%D1%82%D0%BE%D0%BA\">t</a>",
        "rel=\"next\" href=\"/lockstep/ru/b/\"",
        "hreflang=\"en\" href=\"/lockstep/en/a/\"",
    ] {
        assert!(a.contains(part), "{part} in {a}");
    }
    assert!(
        !a.contains("data-client"),
        "a page without players loads no module"
    );
    let b = &site["en/b/index.html"];
    for part in [
        "<aside class=\"side\" role=\"note\" aria-labelledby=\"note-1\"><b id=\"note-1\">Note <code>n</code></b>\n<p>Text</p>\n</aside>",
        "<section class=\"keep\" aria-labelledby=\"note-2\"><h2 id=\"note-2\">Keep</h2>\n<ul>\n<li>one</li>\n</ul>\n</section>",
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table 1\">\n<table><thead><tr><th scope=\"col\">a</th>",
        "<tr><td>b</td><td class=\"right\">1</td></tr>",
        "<pre class=\"listing\" tabindex=\"0\"><code><span class=\"k\">if</span> x: <span class=\"k\">pass</span>\n</code></pre>",
        "data-client=\"c.js\"",
        "<figure class=\"player wide\" id=\"race\"",
        "Two &amp; one",
    ] {
        assert!(b.contains(part), "{part} in {b}");
    }
    let model = site
        .keys()
        .find(|path| path.starts_with("en/b/race-"))
        .unwrap();
    let name = model.strip_prefix("en/b/").unwrap();
    assert!(b.contains(&format!("data-player=\"{name}\"")), "{b}");
    assert!(
        site["ru/limitations/index.html"]
            .contains("<main class=\"lesson\" id=\"main\" tabindex=\"-1\" lang=\"en\">")
    );
    assert!(site["index.html"].contains("data-choose-language"));
}

#[test]
fn pages_have_no_inline_style_or_script() {
    let course = Course::new("inline");
    for (path, html) in build_site(&course.content(), None).unwrap() {
        if path.ends_with(".html") {
            assert!(
                !html.contains(" style=") && !html.contains("<style"),
                "{path}"
            );
            assert_eq!(
                html.matches("<script").count(),
                html.matches("<script defer src=").count(),
                "{path}"
            );
            assert!(
                !html.contains("<a href=\"\"") && !html.contains("{{"),
                "{path}"
            );
        }
    }
}

#[test]
fn every_link_of_every_page_leads_to_a_file() {
    let course = Course::new("links");
    check_links(&build_site(&course.content(), None).unwrap());
}

/// Follows every `href` that begins with the base path, anchors included.
fn check_links(site: &BTreeMap<String, String>) {
    let mut count = 0;
    for (path, html) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        for rest in html.split("href=\"").skip(1) {
            let link = rest.split('"').next().unwrap();
            let (page, anchor) = link
                .split_once('#')
                .map_or((link, None), |(page, anchor)| (page, Some(anchor)));
            let target = match page.strip_prefix("/lockstep/") {
                Some(page) if page.is_empty() || page.ends_with('/') => format!("{page}index.html"),
                Some(file) => file.to_owned(),
                None if page.is_empty() => path.clone(),
                None => {
                    assert!(link.starts_with("https://"), "{link} on {path}");
                    continue;
                }
            };
            let html = site
                .get(&target)
                .unwrap_or_else(|| panic!("{link} on {path}"));
            if let Some(anchor) = anchor.map(percent_decoded) {
                assert!(
                    html.contains(&format!("id=\"{anchor}\"")),
                    "{link} on {path}"
                );
            }
            count += 1;
        }
    }
    assert!(count > 50, "only {count} links were found");
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut parts = text.split('%');
    bytes.extend_from_slice(parts.next().unwrap().as_bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_site_that_knows_its_address_has_a_sitemap() {
    let course = Course::new("sitemap");
    let site = build_site(&course.content(), Some("https://a.b/lockstep/")).unwrap();
    assert!(site["sitemap.xml"].contains("<loc>https://a.b/lockstep/ru/a/</loc>"));
    assert!(
        site["ru/a/index.html"]
            .contains("<link rel=\"canonical\" href=\"https://a.b/lockstep/ru/a/\">")
    );
    assert!(site["404.html"].contains("noindex"));
    assert!(!site["404.html"].contains("canonical"));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let course = Course::new("same");
    assert_eq!(
        build_site(&course.content(), None),
        build_site(&course.content(), None)
    );
}

#[test]
fn all_mistakes_of_a_text_are_reported_with_their_lines() {
    let course = Course::new("text");
    let text = "Lead [x](../c/) and\n[y](#nowhere), [z][undefined].\n\n# Title\n\n#### Deep\n\n> [!tip] T\n> x\n\n\
                <div style=\"x\">\n</div>\n\n<b>b</b> <kbd>k</kbd> <sub>s\n\n![p](p.png)\n\n    indented\n\n```\nx\n```\n";
    course.write("ru/a/index.md", &format!("{FRONT}{text}"));
    assert_eq!(
        course.problems(),
        [
            "content/ru/a/index.md:5: there is no page `/ru/c/`",
            "content/ru/a/index.md:6: the link `[…][undefined]` has no definition",
            "content/ru/a/index.md:6: there is no anchor `#nowhere` on the page `/ru/a/`",
            "content/ru/a/index.md:8: no `#` headings here: the title of the page is in its front matter",
            "content/ru/a/index.md:10: the heading skips a level: expected `##`",
            "content/ru/a/index.md:12: unknown note `[!tip]`: there are `[!side]` and `[!keep]`",
            "content/ru/a/index.md:15: blocks of HTML are not allowed: write Markdown",
            "content/ru/a/index.md:16: blocks of HTML are not allowed: write Markdown",
            "content/ru/a/index.md:18: the tag `</b>` is not allowed here",
            "content/ru/a/index.md:18: the tag `<b>` is not allowed here",
            "content/ru/a/index.md:18: the tag `<sub>` is not closed",
            "content/ru/a/index.md:20: pictures are not supported: show a program or a table",
            "content/ru/a/index.md:22: indented code: put it into a fence of three backticks",
            "content/ru/a/index.md:24: the fence has no language: `python`, `python sim`, `python repair`, `text` or `console`",
        ]
    );
}

#[test]
fn all_mistakes_of_programs_are_reported_with_their_lines() {
    let course = Course::new("programs");
    course.append(
        "en/b/index.md",
        "\n```python sim title=X id=race colour=red\nx = 1\n```\n\n```python sim title=X id=race file=gone.py\nx = 1\n```\n\n\
         ```python\nx = = 1\n```\n\n- in a list:\n\n  ```python sim title=X\n  x = 1\n  if x:\n  ```\n",
    );
    course.write("en/b/set_up.py", "x = 1\ny = )\n");
    course.write("en/b/unused.py", "x = 1\n");
    assert_eq!(
        course.problems(),
        [
            "content/en/b/index.md:25: unknown attribute `colour`: there are title, id, file, before, after, preemption, \
             seed, cores, switch-interval, start-method, schedule, steps, args, and claims: outcomes, deadlocks, livelocks, race, raises, prints",
            "content/en/b/index.md:29: the anchor `race` is already taken on this page",
            "content/en/b/index.md:29: the block has both a text and `file=gone.py`: leave it empty",
            "content/en/b/index.md:29: there is no file `gone.py` beside the lesson",
            "content/en/b/index.md:34: syntax error: invalid syntax",
            "content/en/b/index.md:41: syntax error: expected an indented block after 'if' statement on line 2",
            "content/en/b/set_up.py:2: syntax error: unmatched ')'",
            "content/en/b/unused.py:1: no fence of the lesson names this file",
        ]
    );
}

/// A course with one more program, `n += 1` in two threads without a lock; what is wrong with it.
fn problems_of_claims(name: &str, fence: &str) -> Vec<String> {
    let course = Course::new(name);
    let program = "import threading\n\nn = 0\n\n\ndef work():\n    global n\n    n += 1\n\n\nthreads = [threading.Thread(target=work) \
                   for _ in range(2)]\nfor t in threads:\n    t.start()\nfor t in threads:\n    t.join()\nprint(n)\n";
    course.append("en/a/index.md", &format!("\n```{fence}\n{program}```\n"));
    course.problems()
}

#[test]
fn claims_that_hold_are_no_mistakes() {
    for (i, claims) in [
        "outcomes=\"1|2\" deadlocks=never livelocks=never race=n raises=none prints=2 preemption=bytecode",
        "outcomes=2 preemption=cpython",
    ]
    .iter()
    .enumerate()
    {
        let problems = problems_of_claims(
            &format!("claims-{i}"),
            &format!("python sim title=T {claims}"),
        );
        assert_eq!(problems, Vec::<String>::new(), "{claims}");
    }
    let repair = "python repair title=T preemption=bytecode outcomes=2";
    assert_eq!(problems_of_claims("repair", repair), Vec::<String>::new());
}

#[test]
fn a_wrong_claim_is_told_with_its_line_and_what_was_found() {
    let wrong = |fence: &str| {
        let problems = problems_of_claims("wrong", fence);
        let [problem] = problems.as_slice() else {
            panic!("{fence}: {problems:?}")
        };
        let told = problem.strip_prefix("content/en/a/index.md:11: ");
        told.unwrap_or_else(|| panic!("{problem}")).to_owned()
    };
    for (claims, told) in [
        (
            "outcomes=2",
            "`outcomes=\"2\"` is wrong: a run prints `1`; its schedule is \"m",
        ),
        (
            "outcomes=\"1|2|3\"",
            "`outcomes=\"1|2|3\"` is wrong: no run prints `3`: there are `1`, `2` (all ",
        ),
        (
            "deadlocks=possible",
            "`deadlocks=possible` is wrong: no run deadlocks (all ",
        ),
        (
            "race=none",
            "`race=none` is wrong: there is a data race on `n`: Thread-1 (work) ",
        ),
        (
            "race=n|m",
            "`race=m|n` is wrong: there is no data race on `m` (all ",
        ),
        (
            "raises=KeyError",
            "`raises=KeyError` is wrong: no run raises `KeyError` (all ",
        ),
        ("prints=1", "`prints=\"1\"` is wrong: the run prints `2`"),
        (
            "race=",
            "`race` must be `none`, or names with `|` between them",
        ),
    ] {
        let problem = wrong(&format!("python sim title=T preemption=bytecode {claims}"));
        assert!(problem.starts_with(told), "{problem} is not {told}");
    }
    assert_eq!(
        wrong("python repair title=T outcomes=2"),
        "there is nothing to repair: the program fulfils all claims"
    );
    assert_eq!(
        wrong("python repair title=T"),
        "an exercise needs claims that the repaired program fulfils: outcomes, deadlocks, livelocks, race, raises, prints"
    );
}

#[test]
fn claims_of_the_front_matter_are_told_with_their_own_lines() {
    let said = |name: &str, claims: &str| {
        let course = Course::new(name);
        let file = "en/a/index.md";
        let text = fs::read_to_string(course.content().join(file)).unwrap();
        let front = FRONT.trim_end().strip_suffix("+++").unwrap();
        let text = text.strip_prefix(FRONT).unwrap();
        let program = "import threading\n\nn = 0\n\n\ndef work():\n    global n\n    n += 1\n\n\nthreads = \
                       [threading.Thread(target=work) for _ in range(2)]\nfor t in threads:\n    t.start()\nfor t in threads:\n    \
                       t.join()\nprint(n)\n";
        let fence =
            |words: &str| format!("\n```python {words} preemption=bytecode\n{program}```\n");
        let sim = fence("sim title=T id=race");
        let repair = fence("repair title=T outcomes=2");
        course.write(file, &format!("{front}{claims}+++\n{text}{sim}{repair}"));
        course.problems()
    };
    let right = "[claims]\ndeadlocks = 'never'\noutcomes = '1|2'\n[claims.race]\nrace = 'n'\n";
    assert_eq!(said("said", right), Vec::<String>::new());
    let problems = said(
        "said-wrong",
        "[claims]\ndeadlocks = 'never'\n[claims.race]\n\nrace = 'none'\n",
    );
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    let told = "content/en/a/index.md:8: of the player `race`: `race=none` is wrong: there is a data race on `n`: ";
    assert!(problem.starts_with(told), "{problem} is not {told}");
    assert_eq!(
        said("said-nobody", "[claims.rase]\nrace = 'n'\n"),
        ["content/en/a/index.md:5: front matter: there is no player `rase` on this page"]
    );
}

#[test]
fn all_mistakes_of_the_course_are_reported_with_their_lines() {
    let course = Course::new("course");
    course.append("ru/summary.md", "- [C](c/)\n- [D](d/)\nwhat\n");
    course.write("en/e/index.md", &format!("{FRONT}Text\n"));
    course.write(
        "ru/d/index.md",
        "+++\ntitle = \"T\"\nauthor = \"N\"\n+++\n[x](http://a.b/)\n",
    );
    fs::remove_file(course.content().join("en/glossary.md")).unwrap();
    let problems = course.problems();
    let expected = [
        "content/en/a/index.md:9: there is no page `/en/glossary/`",
        "content/en/e/index.md:1: the lesson is missing from `content/en/summary.md`",
        "content/en/glossary.md:1: the file cannot be read: ",
        "content/ru/d/index.md:1: front matter: `description` is missing",
        "content/ru/d/index.md:3: front matter: `author` is not known here (title, description, minutes, claims)",
        "content/ru/d/index.md:5: the link `http://a.b/` must begin with `https://`, or lead to a page of the site",
        "content/ru/summary.md:7: the lesson `c` is in `ru` only: `en/summary.md` does not name it",
        "content/ru/summary.md:7: there is no lesson `content/ru/c/index.md`",
        "content/ru/summary.md:8: the lesson `d` is in `ru` only: `en/summary.md` does not name it",
        "content/ru/summary.md:9: expected `# Title`, `## Chapter` or `- [Title](slug/)`",
    ];
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.starts_with(expected), "{problem} is not {expected}");
    }
}

#[test]
fn the_real_content_has_no_mistakes() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site =
        build_site(&content, None).unwrap_or_else(|problems| panic!("{}", problems.join("\n")));
    check_links(&site);
    for lang in ["ru", "en"] {
        let lesson = &site[&format!("{lang}/threads-and-processes/index.html")];
        assert_eq!(
            lesson.matches("<figure class=\"player").count(),
            5,
            "{lang}"
        );
    }
}
