//! The cells of a table.

use pulldown_cmark::Alignment;

/// A table under way.
pub struct Table {
    /// Of the columns.
    pub alignments: Vec<Alignment>,
    /// `th` or `td`.
    pub cell: &'static str,
    /// The column of the next cell, from 0.
    pub column: usize,
}

impl Table {
    /// The start tag of the next cell. Alignments are classes: a policy without inline styles forbids anything else.
    pub fn open_cell(&self) -> String {
        let scope = if self.cell == "th" {
            " scope=\"col\""
        } else {
            ""
        };
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Left | Alignment::None) | None => "",
        };
        format!("<{}{scope}{class}>", self.cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_aligned_by_class() {
        let alignments = vec![Alignment::Left, Alignment::Right, Alignment::Center];
        let cell = |cell, column| {
            Table {
                alignments: alignments.clone(),
                cell,
                column,
            }
            .open_cell()
        };
        assert_eq!(cell("th", 0), "<th scope=\"col\">");
        assert_eq!(cell("td", 1), "<td class=\"right\">");
        assert_eq!(cell("th", 2), "<th scope=\"col\" class=\"center\">");
        assert_eq!(cell("td", 3), "<td>");
    }
}
