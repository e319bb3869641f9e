//! A window of the rows as shapes: the frame, the lanes of threads and the cursor.
//!
//! The height depends on the run alone, never on window or cursor, so that stepping moves nothing below.

use super::canvas::{Canvas, layer};
use super::hue;
use super::lanes;
use super::paint::{Anchor, Label, Painter, Shape};
use super::rows::{End, Rows, ThreadState};
use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::{BlockedOn, Trace};

/// The part of a run that is shown: the positions at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The position at the left edge.
    pub from: u32,
    /// The position at the right edge.
    pub to: u32,
}

impl Window {
    /// The whole run, if nothing is being stepped, or about `size` steps round the cursor. It moves by
    /// quarters, so that the picture stands still for most steps.
    pub fn around(cursor: Option<u32>, steps: u32, size: u32) -> Self {
        let Some(cursor) = cursor else {
            return Window {
                from: 0,
                to: steps.max(1),
            };
        };
        let (size, jump) = (size.min(steps.max(1)), (size / 4).max(1));
        let from = cursor.saturating_sub(size * 3 / 8) / jump * jump;
        let from = from.min(steps.max(1) - size);
        Window {
            from,
            to: from + size,
        }
    }

    /// Whether a slot is in it.
    pub fn shows(self, slot: u32) -> bool {
        slot > self.from && slot <= self.to
    }
}

/// For which width the picture is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 960 px, labels left of the lanes.
    Wide,
    /// 328 px, labels above the lanes.
    Narrow,
}

impl Format {
    /// The width of the picture, in tenths.
    pub fn width(self) -> i32 {
        match self {
            Format::Wide => 9600,
            Format::Narrow => 3280,
        }
    }

    /// Where the lanes begin.
    pub(super) fn left(self) -> i32 {
        match self {
            Format::Wide => 1320,
            Format::Narrow => 20,
        }
    }

    /// Where the lanes end.
    pub(super) fn right(self) -> i32 {
        self.width() - 80
    }

    /// How many steps are shown while stepping.
    pub fn steps(self) -> u32 {
        match self {
            Format::Wide => 64,
            Format::Narrow => 16,
        }
    }

    /// The position that a click at `x` means: the end of the slot it falls into.
    pub fn position(self, window: Window, x: i32) -> u32 {
        let span = i64::from(self.right() - self.left());
        let into = i64::from(x.clamp(self.left(), self.right()) - self.left());
        let slots = i64::from(window.to - window.from);
        let slot = (into * slots / span).min(slots - 1) as u32;
        window.from + slot + u32::from(x >= self.left())
    }
}

/// What has to be said in some language.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// The caption of the axis.
    Axis,
    /// The flag of the cursor.
    Flag(u32),
    /// The heading of a process.
    Process(ProcessId),
    /// The caption of a GIL lane.
    Gil,
    /// The caption of a variable's lane.
    Variable,
    /// The caption of a lock's or queue's lane: its class.
    Sync(&'a str),
    /// What a thread does or waits for.
    State(&'a ThreadState),
    /// It has not been started.
    NotStarted,
    /// It has ended.
    Ended(End),
    /// A thread keeps a value that it has read.
    Holds(ThreadId, &'a str),
    /// That value is out of date.
    Stale,
    /// The caption of the small picture of the whole run.
    WholeRun,
}

/// Who can say it.
pub trait Words {
    /// The phrase in words, as short as can be.
    fn say(&self, phrase: &Phrase) -> String;
}

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// In tenths of a pixel.
    pub width: i32,
    /// In tenths of a pixel.
    pub height: i32,
    /// In the order of drawing.
    pub shapes: Vec<Shape>,
    /// Above all shapes.
    pub labels: Vec<Label>,
}

/// The picture of a window; `cursor` is the position reached, `None` when the player is at rest.
pub fn layout(
    trace: &Trace,
    rows: &Rows,
    window: Window,
    cursor: Option<u32>,
    format: Format,
    words: &dyn Words,
) -> Layout {
    let mut canvas = Canvas {
        painter: Painter::default(),
        trace,
        rows,
        window,
        cursor,
        format,
        words,
        lane_tops: vec![0; rows.threads.len()],
    };
    let mut y = 260;
    for index in 0..rows.gils.len() {
        y = canvas.process(ProcessId(index as u32), y);
    }
    y = lanes::syncs(&mut canvas, None, y);
    canvas.flows();
    canvas.frame(y);
    let (shapes, labels) = canvas.painter.finish();
    Layout {
        width: format.width(),
        height: y + 40,
        shapes,
        labels,
    }
}

/// The whole run in little, with a frame round what is shown above.
pub fn minimap(
    rows: &Rows,
    window: Window,
    cursor: Option<u32>,
    format: Format,
    words: &dyn Words,
) -> Layout {
    let mut painter = Painter::default();
    let (left, right) = (format.left(), format.right());
    let span = i64::from(right - left);
    let x =
        |position: u32| left + (i64::from(position) * span / i64::from(rows.steps.max(1))) as i32;
    let count = rows.threads.len().max(1) as i32;
    let pitch = (210 / count).clamp(30, 70);
    for (index, row) in rows.threads.iter().enumerate() {
        let y = 40 + pitch * index as i32;
        for segment in &row.segments {
            let faint = if segment.state == ThreadState::Running {
                ""
            } else {
                " half"
            };
            let width = x(segment.to) - x(segment.from);
            painter.rect(
                layer::SLICE,
                &format!("f{}{faint}", hue(index as u32)),
                x(segment.from),
                y,
                width.max(3),
                pitch * 4 / 7,
            );
        }
    }
    let height = (60 + pitch * count).max(260);
    painter.rect(
        layer::CURSOR,
        "frame",
        x(window.from),
        8,
        x(window.to) - x(window.from),
        height - 16,
    );
    if let Some(cursor) = cursor {
        painter.line(layer::CURSOR, "cur", (x(cursor), 0), (x(cursor), height));
    }
    if format == Format::Wide {
        painter.text(
            "x",
            0,
            height / 2 + 40,
            Anchor::Start,
            words.say(&Phrase::WholeRun),
        );
    }
    let (shapes, labels) = painter.finish();
    Layout {
        width: format.width(),
        height,
        shapes,
        labels,
    }
}

/// Whom a wait is for, if it is for one thread.
pub fn awaited(on: &BlockedOn) -> Option<ThreadId> {
    match on {
        BlockedOn::Join { thread } | BlockedOn::Shutdown { thread } => Some(*thread),
        BlockedOn::Sync { owners, .. } => owners.first().copied(),
    }
}
