//! The text of a program and places in it: byte offsets to lines and columns.
//!
//! Knows nothing of Python beyond its line ends and encodings.

use ruff_text_size::{Ranged, TextRange, TextSize};

/// A place in the source; `line` is -1 for instructions that belong to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loc {
    pub line: i32,
    pub end_line: i32,
    pub col: i32,
    pub end_col: i32,
}

impl Loc {
    /// No place.
    pub const NONE: Loc = Loc {
        line: -1,
        end_line: -1,
        col: -1,
        end_col: -1,
    };

    /// The place of the instruction that follows.
    pub const NEXT: Loc = Loc {
        line: -2,
        end_line: -2,
        col: -2,
        end_col: -2,
    };

    /// A whole line without columns.
    pub fn line(line: i32) -> Loc {
        Loc {
            line,
            end_line: line,
            col: 0,
            end_col: 0,
        }
    }
}

/// The text with `\n` as the only line end.
#[derive(Debug)]
pub(super) struct Source {
    pub text: String,
    starts: Vec<u32>,
    ascii: bool,
}

impl Source {
    /// Takes the decoded text; other line ends become `\n`, as CPython's tokenizer does it.
    pub fn new(text: &str) -> Source {
        let text = if text.contains('\r') {
            text.replace("\r\n", "\n").replace('\r', "\n")
        } else {
            text.to_owned()
        };
        let mut starts = vec![0];
        starts.extend(
            text.bytes()
                .enumerate()
                .filter(|(_, b)| *b == b'\n')
                .map(|(i, _)| i as u32 + 1),
        );
        let ascii = text.is_ascii();
        Source {
            text,
            starts,
            ascii,
        }
    }

    /// Line from 1 and column from 0, in code points.
    pub fn line_col(&self, offset: TextSize) -> (u32, u32) {
        let offset = u32::from(offset);
        let line = self.starts.partition_point(|s| *s <= offset) - 1;
        let start = self.starts[line];
        let column = if self.ascii {
            offset - start
        } else {
            let end = (offset as usize).min(self.text.len());
            self.text
                .get(start as usize..end)
                .map_or(offset - start, |t| t.chars().count() as u32)
        };
        (line as u32 + 1, column)
    }

    /// The line (from 1) of a byte offset.
    pub fn line_of(&self, offset: TextSize) -> u32 {
        self.starts.partition_point(|s| *s <= u32::from(offset)) as u32
    }

    /// The place of a range.
    pub fn loc(&self, node: impl Ranged) -> Loc {
        self.loc_of(node.range())
    }

    /// The place of a range.
    pub fn loc_of(&self, range: TextRange) -> Loc {
        let (line, col) = self.line_col(range.start());
        let (end_line, end_col) = self.line_col(range.end());
        Loc {
            line: line as i32,
            end_line: end_line as i32,
            col: col as i32,
            end_col: end_col as i32,
        }
    }

    /// The text of a line (from 1), without its end.
    pub fn line_text(&self, line: u32) -> &str {
        let Some(start) = line
            .checked_sub(1)
            .and_then(|l| self.starts.get(l as usize))
        else {
            return "";
        };
        let end = self
            .starts
            .get(line as usize)
            .map_or(self.text.len(), |s| *s as usize - 1);
        &self.text[*start as usize..end]
    }

    /// Number of lines, the empty one after a last line end not counted.
    pub fn line_count(&self) -> u32 {
        let all = self.starts.len() as u32;
        if self.text.is_empty() || self.text.ends_with('\n') {
            (all - 1).max(1)
        } else {
            all
        }
    }

    /// Byte offset of the start of a line (from 1).
    pub fn line_start(&self, line: u32) -> usize {
        self.starts
            .get(line as usize - 1)
            .map_or(self.text.len(), |s| *s as usize)
    }

    /// The source text of a node.
    pub fn slice(&self, node: impl Ranged) -> &str {
        &self.text[node.range()]
    }
}
