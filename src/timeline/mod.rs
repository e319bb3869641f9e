//! Pure layout: a trace in, lanes, slices and flows out. Must not know the browser, nor any language.
//!
//! Two stages. [`Rows`] says in steps who did what when, once for a trace; [`layout`] turns a window of
//! it into shapes with coordinates in tenths of a pixel, so that server and page print the same, and [`overlay`] says
//! what lies over them at a cursor.

mod canvas;
mod dense;
mod lanes;
mod layout;
mod overlay;
mod paint;
mod record;
mod rows;
#[cfg(test)]
pub(crate) mod sample;
mod svg;
#[cfg(test)]
mod tests;
mod waits;

pub use dense::Sums;
pub use layout::{
    Axis, Format, LEAST, Lanes, Layout, Phrase, Places, Shown, Source, Window, Words, awaited,
    layout, minimap, minimap_size,
};
pub use overlay::{Spot, accused, overlay};
pub use paint::{Anchor, Label, Shape, tenths};
pub use rows::{
    End, Flow, GilSegment, Hold, ItemMark, Rows, Segment, SyncRow, ThreadRow, ThreadState,
    VariableMark, VariableRow,
};
pub use svg::svg;

pub use waits::{Wait, waits};

/// How many colours threads have.
const HUES: usize = 6;

/// The colour of a thread, by order of creation: 0 is the main thread's, 1 to 5 repeat.
pub fn hue(thread: u32) -> u32 {
    if thread == 0 { 0 } else { (thread - 1) % 5 + 1 }
}

/// The shape of a thread's badge. When the colours start over, the shapes are shifted by one.
pub fn badge(thread: u32) -> u32 {
    if thread == 0 {
        0
    } else {
        (thread - 1 + (thread - 1) / 5) % 5 + 1
    }
}
