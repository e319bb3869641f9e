//! Shapes and texts with coordinates in tenths of a pixel, gathered so that marks of one look are one path.

/// A path of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What lies higher is drawn later.
    pub layer: u8,
    /// The class that colours it.
    pub class: String,
    /// The id of a pattern that fills it, if any.
    pub pattern: Option<String>,
    /// The path.
    pub d: String,
}

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its class.
    pub class: String,
    /// Where it is anchored.
    pub x: i32,
    /// Its baseline.
    pub y: i32,
    /// Which end `x` means.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
}

/// Which end of a text its `x` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Anchor {
    /// As SVG calls it.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// Tenths of a pixel as text: `132`, `264.3`, `-0.5`.
pub fn tenths(value: i32) -> String {
    let mut text = String::new();
    push_tenths(&mut text, value);
    text
}

/// Not by the library's formatting: a picture of a long run has thousands of numbers, drawn anew while one pans.
fn push_tenths(text: &mut String, value: i32) {
    if value < 0 {
        text.push('-');
    }
    let (whole, rest) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    let mut unit = 1;
    while whole / unit > 9 {
        unit *= 10;
    }
    while unit > 0 {
        push_digit(text, whole / unit % 10);
        unit /= 10;
    }
    if rest > 0 {
        text.push('.');
        push_digit(text, rest);
    }
}

fn push_digit(text: &mut String, digit: u32) {
    text.push((b'0' + digit as u8) as char);
}

/// Gathers shapes and labels.
#[derive(Default)]
pub(super) struct Painter {
    pub shapes: Vec<Shape>,
    pub labels: Vec<Label>,
    /// Labels that no veil covers.
    pub names: Vec<Label>,
}

impl Painter {
    /// The path of that look, to go on with.
    fn path(&mut self, layer: u8, class: &str, pattern: Option<&str>) -> &mut String {
        let same = |shape: &Shape| {
            shape.layer == layer && shape.class == class && shape.pattern.as_deref() == pattern
        };
        let index = self.shapes.iter().position(same).unwrap_or_else(|| {
            self.shapes.push(Shape {
                layer,
                class: class.to_owned(),
                pattern: pattern.map(str::to_owned),
                d: String::new(),
            });
            self.shapes.len() - 1
        });
        &mut self.shapes[index].d
    }

    /// Path commands with their operands: `M` and `132 40`, say.
    pub fn draw(&mut self, layer: u8, class: &str, commands: &[(char, &[i32])]) {
        let d = self.path(layer, class, None);
        commands
            .iter()
            .for_each(|(command, operands)| push(d, *command, operands));
    }

    pub fn rect(&mut self, layer: u8, class: &str, x: i32, y: i32, width: i32, height: i32) {
        rectangle(self.path(layer, class, None), [x, y, width, height]);
    }

    pub fn patterned(&mut self, layer: u8, class: &str, pattern: &str, area: [i32; 4]) {
        rectangle(self.path(layer, class, Some(pattern)), area);
    }

    /// Columns that stand on a line side by side: where each begins, where it ends, how high it is. One outline, for
    /// neighbours are many where a lane is dense.
    pub fn skyline(&mut self, layer: u8, class: &str, bottom: i32, columns: &[[i32; 3]]) {
        if columns.iter().all(|column| column[2] == 0) {
            return;
        }
        let d = self.path(layer, class, None);
        // Where the outline began, and where it is: from where it runs on at one height, and to where.
        let (mut began, mut run, mut end, mut high) = (None, 0, 0, 0);
        for [from, to, height] in columns.iter().chain(&[[0; 3]]) {
            if high > 0 && (*height != high || *from != end) {
                push(d, 'h', &[end - run]);
                if *height == 0 || *from != end {
                    push(d, 'v', &[high]);
                    d.push('z');
                    high = 0;
                }
            }
            if *height == 0 {
                continue;
            }
            if high == 0 {
                match began.replace(*from) {
                    None => push(d, 'M', &[*from, bottom]),
                    Some(start) => push(d, 'm', &[from - start, 0]),
                }
            }
            if *height != high {
                push(d, 'v', &[high - height]);
                (run, high) = (*from, *height);
            }
            end = *to;
        }
    }

    pub fn line(&mut self, layer: u8, class: &str, from: (i32, i32), to: (i32, i32)) {
        if from.0 == to.0 {
            self.draw(layer, class, &[('M', &[from.0, from.1]), ('V', &[to.1])]);
        } else if from.1 == to.1 {
            self.draw(layer, class, &[('M', &[from.0, from.1]), ('H', &[to.0])]);
        } else {
            self.draw(
                layer,
                class,
                &[('M', &[from.0, from.1]), ('L', &[to.0, to.1])],
            );
        }
    }

    pub fn circle(&mut self, layer: u8, class: &str, x: i32, y: i32, radius: i32) {
        let d = self.path(layer, class, None);
        push(d, 'M', &[x - radius, y]);
        for end in [2 * radius, -2 * radius] {
            push(d, 'a', &[radius, radius, 0, 10, 0, end, 0]);
        }
        d.push('z');
    }

    /// A box whose corners are round where `corners` says: from the top left, clockwise.
    pub fn rounded(
        &mut self,
        layer: u8,
        class: &str,
        pattern: Option<&str>,
        [x, y, width, height]: [i32; 4],
        corners: [i32; 4],
    ) {
        let [a, b, c, e] = corners;
        let d = self.path(layer, class, pattern);
        push(d, 'M', &[x + a, y]);
        push(d, 'h', &[width - a - b]);
        push(d, 'q', &[b, 0, b, b]);
        push(d, 'v', &[height - b - c]);
        push(d, 'q', &[0, c, -c, c]);
        push(d, 'h', &[c + e - width]);
        push(d, 'q', &[-e, 0, -e, -e]);
        push(d, 'v', &[e + a - height]);
        push(d, 'q', &[0, -a, a, -a]);
        d.push('z');
    }

    pub fn text(&mut self, class: &str, x: i32, y: i32, anchor: Anchor, text: String) {
        self.labels.extend(label(class, x, y, anchor, text));
    }

    pub fn name(&mut self, class: &str, x: i32, y: i32, anchor: Anchor, text: String) {
        self.names.extend(label(class, x, y, anchor, text));
    }

    /// Everything in the order in which it is drawn.
    pub fn finish(mut self) -> (Vec<Shape>, Vec<Label>) {
        self.shapes.sort_by_key(|shape| shape.layer);
        (self.shapes, self.labels)
    }
}

/// A label, unless it says nothing.
fn label(class: &str, x: i32, y: i32, anchor: Anchor, text: String) -> Option<Label> {
    (!text.is_empty()).then(|| Label {
        class: class.to_owned(),
        x,
        y,
        anchor,
        text,
    })
}

fn rectangle(d: &mut String, [x, y, width, height]: [i32; 4]) {
    push(d, 'M', &[x, y]);
    push(d, 'h', &[width]);
    push(d, 'v', &[height]);
    push(d, 'h', &[-width]);
    d.push('z');
}

fn push(d: &mut String, command: char, operands: &[i32]) {
    d.push(command);
    for (index, operand) in operands.iter().enumerate() {
        if index > 0 && *operand >= 0 {
            d.push(' ');
        }
        push_tenths(d, *operand);
    }
}

/// About how wide a text is set in the timeline's 12 px letters.
pub(super) fn text_width(text: &str) -> i32 {
    text.chars()
        .map(|c| {
            if c.is_ascii_lowercase() || c == ' ' {
                62
            } else {
                70
            }
        })
        .sum()
}

/// Shortened so that it fits, or nothing if not even a few letters do.
pub(super) fn fit(text: &str, width: i32) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if text_width(&short) + 120 > width {
            short.pop();
            break;
        }
    }
    match short.chars().count() {
        0..3 => String::new(),
        _ => short + "…",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_without_what_says_nothing() {
        let written = [0, 5, -5, 10, 1320, 2643, -10, i32::MIN].map(tenths);
        let meant = [
            "0",
            "0.5",
            "-0.5",
            "1",
            "132",
            "264.3",
            "-1",
            "-214748364.8",
        ];
        assert_eq!(written, meant);
    }

    #[test]
    fn columns_are_one_outline_that_a_gap_interrupts() {
        let mut painter = Painter::default();
        let columns = [
            [0, 20, 0],
            [20, 40, 80],
            [40, 60, 80],
            [60, 80, 30],
            [80, 100, 0],
            [120, 140, 50],
        ];
        painter.skyline(0, "f1", 160, &columns);
        painter.skyline(0, "f2", 160, &columns[..1]);
        let drawn: Vec<_> = painter.finish().0;
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].d, "M2 16v-8h4v5h2v3zm10 0v-5h2v5z");
    }
}
