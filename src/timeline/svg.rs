//! A picture as one SVG file that needs nothing beside it: colours, fillings and letters are inside.

use super::layout::Layout;
use super::paint::{Label, Shape, tenths};
use std::fmt::Write;

/// The light colours of the site, for the classes that the layout uses.
const STYLE: &str = include_str!("svg.css");

/// A picture at rest as the text of an SVG file.
pub fn svg(layout: &Layout, over: &Layout, title: &str) -> String {
    let (width, height) = (tenths(layout.width), tenths(layout.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n<defs>\n",
        escaped(title)
    );
    // Writing to a string cannot fail.
    for hue in 0..=5 {
        let size = "width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"";
        let _ = writeln!(
            out,
            "<pattern id=\"h{hue}\" {size} patternTransform=\"rotate(45)\"><rect class=\"f{hue}\" width=\"1.6\" height=\"5\"/></pattern><pattern id=\"d{hue}\" {size}><circle class=\"f{hue}\" cx=\"1.6\" cy=\"2.5\" r=\"1.1\"/></pattern>"
        );
    }
    let _ = writeln!(
        out,
        "</defs>\n<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>"
    );
    shapes(&mut out, &layout.shapes);
    labels(&mut out, &layout.labels);
    labels(&mut out, &layout.names);
    shapes(&mut out, &over.shapes);
    labels(&mut out, &over.labels);
    out.push_str("</svg>");
    out
}

fn shapes(out: &mut String, shapes: &[Shape]) {
    for shape in shapes {
        let fill = match &shape.pattern {
            Some(pattern) => format!(" fill=\"url(#{pattern})\""),
            None => String::new(),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<path class=\"{}\"{fill} d=\"{}\"/>",
            shape.class, shape.d
        );
    }
}

fn labels(out: &mut String, labels: &[Label]) {
    for label in labels {
        let _ = writeln!(
            out,
            "<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>",
            label.class,
            tenths(label.x),
            tenths(label.y),
            label.anchor.name(),
            escaped(&label.text)
        );
    }
}

fn escaped(text: &str) -> String {
    // Control characters are not allowed in XML, not even as references.
    text.chars()
        .map(|c| match c {
            '&' => "&amp;".to_string(),
            '<' => "&lt;".to_string(),
            '>' => "&gt;".to_string(),
            c if (c as u32) < 0x20 => " ".to_string(),
            c => c.to_string(),
        })
        .collect()
}
