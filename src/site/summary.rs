//! The order of the lessons in one language: a short Markdown file of chapters and links.

use super::error::Problems;

/// The lessons of one language, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The name of the course.
    pub title: String,
    /// Chapters in order; lessons before the first chapter heading are in a chapter without a title.
    pub chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// Its title; empty if the lessons stand before any chapter.
    pub title: String,
    /// The line of its heading.
    pub line: u32,
    /// Its lessons in order.
    pub lessons: Vec<Entry>,
}

/// A lesson, as the summary names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The title in lists; the page itself may have a longer one.
    pub title: String,
    /// The name of its folder and the last part of its address.
    pub slug: String,
    /// Where the summary names it.
    pub line: u32,
}

/// Addresses that other pages have.
const RESERVED: [&str; 2] = ["glossary", "limitations"];

impl Summary {
    /// Every lesson in order.
    pub fn lessons(&self) -> impl Iterator<Item = &Entry> {
        self.chapters.iter().flat_map(|chapter| &chapter.lessons)
    }
}

/// Reads a summary: `# Title`, then `## Chapter` and `- [Title](slug/)` lines. Anything else is a mistake.
pub fn parse(text: &str, file: &str, problems: &mut Problems) -> Summary {
    let mut summary = Summary::default();
    for (index, line) in text.lines().enumerate() {
        let number = index as u32 + 1;
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        if let Some(title) = line.strip_prefix("## ") {
            summary.chapters.push(Chapter {
                title: title.trim().to_owned(),
                line: number,
                lessons: Vec::new(),
            });
        } else if let Some(title) = line.strip_prefix("# ") {
            if !summary.title.is_empty() || !summary.chapters.is_empty() {
                problems.add(file, number, "the title `# …` stands once, on top");
            }
            summary.title = title.trim().to_owned();
        } else if let Some((title, address)) = link(line) {
            match slug(address, &summary) {
                Ok(slug) => add(
                    &mut summary,
                    Entry {
                        title: title.to_owned(),
                        slug,
                        line: number,
                    },
                ),
                Err(message) => problems.add(file, number, message),
            }
        } else {
            problems.add(
                file,
                number,
                "expected `# Title`, `## Chapter` or `- [Title](slug/)`",
            );
        }
    }
    if summary.title.is_empty() {
        problems.add(file, 1, "the title `# …` is missing");
    }
    for chapter in summary
        .chapters
        .iter()
        .filter(|chapter| chapter.lessons.is_empty())
    {
        problems.add(
            file,
            chapter.line,
            format!("the chapter “{}” has no lessons", chapter.title),
        );
    }
    summary
}

fn add(summary: &mut Summary, entry: Entry) {
    if summary.chapters.is_empty() {
        summary.chapters.push(Chapter::default());
    }
    if let Some(chapter) = summary.chapters.last_mut() {
        chapter.lessons.push(entry);
    }
}

/// `- [Title](address)`.
fn link(line: &str) -> Option<(&str, &str)> {
    let (title, address) = line
        .strip_prefix("- [")?
        .strip_suffix(')')?
        .rsplit_once("](")?;
    Some((title.trim(), address))
}

fn slug(address: &str, summary: &Summary) -> Result<String, String> {
    let Some(slug) = address.strip_suffix('/') else {
        return Err(format!("the address `{address}` must end with a slash"));
    };
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || !slug.chars().all(fits) {
        return Err(format!(
            "`{slug}` is no name of a lesson: use small Latin letters, digits and hyphens"
        ));
    }
    if RESERVED.contains(&slug) {
        return Err(format!("`{slug}` is the address of another page"));
    }
    if let Some(first) = summary.lessons().find(|entry| entry.slug == slug) {
        return Err(format!(
            "the lesson `{slug}` is already on line {}",
            first.line
        ));
    }
    Ok(slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Summary, Vec<String>) {
        let mut problems = Problems::default();
        let summary = parse(text, "summary.md", &mut problems);
        (
            summary,
            problems
                .into_sorted()
                .iter()
                .map(ToString::to_string)
                .collect(),
        )
    }

    #[test]
    fn chapters_and_lessons_keep_their_order() {
        let (summary, problems) =
            read("# Course\n\n- [Intro](intro/)\n\n## One\n\n- [A [x]](a/)\n- [B](b-2/)\n");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(summary.title, "Course");
        let chapters: Vec<_> = summary
            .chapters
            .iter()
            .map(|chapter| chapter.title.as_str())
            .collect();
        assert_eq!(chapters, ["", "One"]);
        let lessons: Vec<_> = summary
            .lessons()
            .map(|entry| (entry.title.as_str(), entry.slug.as_str(), entry.line))
            .collect();
        assert_eq!(
            lessons,
            [("Intro", "intro", 3), ("A [x]", "a", 7), ("B", "b-2", 8)]
        );
    }

    #[test]
    fn every_mistake_is_named_with_its_line() {
        let (_, problems) = read(
            "text\n## Empty\n## One\n- [A](a)\n- [B](B/)\n- [C](c/)\n- [D](c/)\n- [E](glossary/)\n",
        );
        assert_eq!(
            problems,
            [
                "summary.md:1: expected `# Title`, `## Chapter` or `- [Title](slug/)`",
                "summary.md:1: the title `# …` is missing",
                "summary.md:2: the chapter “Empty” has no lessons",
                "summary.md:4: the address `a` must end with a slash",
                "summary.md:5: `B` is no name of a lesson: use small Latin letters, digits and hyphens",
                "summary.md:7: the lesson `c` is already on line 6",
                "summary.md:8: `glossary` is the address of another page",
            ]
        );
    }
}
