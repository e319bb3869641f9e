//! Shapes and texts with coordinates in tenths of a pixel, gathered so that marks of one look are one path.

use std::fmt::Write;

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

fn push_tenths(text: &mut String, value: i32) {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / 10, value.unsigned_abs() % 10);
    // Writing to a string cannot fail.
    let _ = match rest {
        0 => write!(text, "{sign}{whole}"),
        _ => write!(text, "{sign}{whole}.{rest}"),
    };
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
