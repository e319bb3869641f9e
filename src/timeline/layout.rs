//! A window of the rows as shapes, in two parts: the ground, which a step does not change, and what lies over it at
//! the cursor.
//!
//! The height depends on the run alone, never on window or cursor, so that stepping moves nothing below.

use super::canvas::{COLUMN, Canvas, dense_lane, layer};
use super::dense::Sums;
use super::hue;
use super::lanes;
use super::paint::{Anchor, Label, Painter, Shape};
use super::rows::{End, Rows, ThreadState};
use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::{BlockedOn, Head};

/// The part of a run that is shown: the positions at its edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The position at the left edge.
    pub from: u32,
    /// The position at the right edge.
    pub to: u32,
}

/// No window shows fewer slots, unless the run has fewer.
pub const LEAST: u32 = 6;

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

    /// As many positions as before, or all there are, moved so that a position is inside with some room.
    pub fn following(self, cursor: u32, steps: u32) -> Self {
        let size = self.size().min(steps.max(1));
        let room = (size / 8).max(1);
        let inside = cursor >= self.from && cursor <= self.to;
        let from = match inside {
            true => self.from,
            false if cursor < self.from => cursor.saturating_sub(room),
            false => (cursor + room).saturating_sub(size),
        };
        let from = from.min(steps.max(1) - size);
        Window {
            from,
            to: from + size,
        }
    }

    /// With so many positions, a position staying where it is on the screen.
    pub fn zoomed(self, size: u32, fixed: u32, steps: u32) -> Self {
        let size = size.clamp(LEAST.min(steps.max(1)), steps.max(1));
        let into = u64::from(fixed.clamp(self.from, self.to) - self.from);
        let left = (into * u64::from(size) / u64::from(self.size().max(1))) as u32;
        let from = fixed.saturating_sub(left).min(steps.max(1) - size);
        Window {
            from,
            to: from + size,
        }
    }

    /// Moved to the right or, by a negative number, to the left, as far as there is something.
    pub fn moved(self, by: i64, steps: u32) -> Self {
        let most = i64::from(steps.max(1).saturating_sub(self.size()));
        let from = (i64::from(self.from) + by).clamp(0, most) as u32;
        Window {
            from,
            to: from + self.size(),
        }
    }

    /// How many slots it shows.
    pub fn size(self) -> u32 {
        self.to - self.from
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
}

/// Along what the picture is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// Every step is as wide as any other.
    #[default]
    Steps,
    /// By virtual time.
    Time,
}

/// Which lanes are shown beside those of the threads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lanes {
    /// Who holds the GIL.
    pub gil: bool,
    /// Shared variables.
    pub variables: bool,
    /// Locks, queues and the like.
    pub syncs: bool,
}

impl Default for Lanes {
    fn default() -> Self {
        Lanes {
            gil: true,
            variables: true,
            syncs: true,
        }
    }
}

/// What a picture is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The part of the run.
    pub window: Window,
    /// The position reached; `None` when the player is at rest.
    pub cursor: Option<u32>,
    /// For which width.
    pub format: Format,
    /// Measured along what.
    pub axis: Axis,
    /// With which lanes.
    pub lanes: Lanes,
    /// The first step in which the run differs from another.
    pub differs: Option<u32>,
}

impl Shown {
    /// A window by steps with every lane.
    pub fn new(window: Window, cursor: Option<u32>, format: Format) -> Self {
        Shown {
            window,
            cursor,
            format,
            axis: Axis::Steps,
            lanes: Lanes::default(),
            differs: None,
        }
    }

    /// Where a position lies, in tenths of a pixel.
    pub fn x(&self, rows: &Rows, position: u32) -> i32 {
        let Window { from, to } = self.window;
        let position = position.clamp(from, to);
        let span = i64::from(self.format.right() - self.format.left());
        let along = match self.axis {
            Axis::Steps => {
                let all = i64::from(to - from).max(1);
                (i64::from(position - from) * span + all / 2) / all
            }
            Axis::Time => {
                let (start, end) = (rows.time(from), rows.time(to));
                let all = i128::from(end - start).max(1);
                let into = i128::from(rows.time(position) - start);
                ((into * i128::from(span) + all / 2) / all) as i64
            }
        };
        self.format.left() + along as i32
    }

    /// The middle of a slot.
    pub(super) fn middle(&self, rows: &Rows, slot: u32) -> i32 {
        (self.x(rows, slot.saturating_sub(1)) + self.x(rows, slot)) / 2
    }

    /// The window cut into columns of that width: where each ends, as a position and in tenths of a pixel.
    pub(super) fn columns(&self, rows: &Rows, width: i32) -> Vec<(u32, i32)> {
        let left = self.format.left();
        let count = (self.format.right() - left) / width;
        let mut edges = vec![(self.window.from, left)];
        let mut at = self.window.from;
        for column in 1..=count {
            let edge = left + column * width;
            let mut to = match column == count {
                true => self.window.to,
                false => self.position(rows, edge),
            };
            if column < count && self.x(rows, to) > edge {
                to -= 1;
            }
            if to > at {
                edges.push((to, self.x(rows, to)));
                at = to;
            }
        }
        edges
    }

    /// The position that a pointer at `x` means: the end of the slot it falls into.
    pub fn position(&self, rows: &Rows, x: i32) -> u32 {
        let Window { from, to } = self.window;
        let (left, right) = (self.format.left(), self.format.right());
        if x < left {
            return from;
        }
        let x = x.clamp(left, right);
        if self.axis == Axis::Steps {
            let slots = i64::from(to - from);
            let slot = i64::from(x - left) * slots / i64::from(right - left);
            return from + (slot as u32 + 1).min(to - from);
        }
        // Positions lie in order, whatever the axis is.
        let (mut low, mut high) = (from + 1, to.max(from + 1));
        while low < high {
            let middle = low + (high - low) / 2;
            match self.x(rows, middle) > x {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        low.min(to)
    }
}

/// What has to be said in some language.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase<'a> {
    /// The caption of the axis.
    Axis,
    /// The caption of an axis of virtual time.
    TimeAxis,
    /// A virtual time, in nanoseconds.
    Time(u64),
    /// The flag of the cursor.
    Flag(u32),
    /// The flag where two runs part.
    Differs,
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
    /// One of two accesses that race.
    Race,
    /// The caption of the small picture of the whole run.
    WholeRun,
}

/// Who can say it.
pub trait Words {
    /// The phrase in words, as short as can be.
    fn say(&self, phrase: &Phrase) -> String;
}

/// A layer of a picture: the ground or what lies over it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// In tenths of a pixel; of the ground.
    pub width: i32,
    /// In tenths of a pixel; of the ground.
    pub height: i32,
    /// What goes along with the cursor, unless it is at rest: where that is, and a layer drawn about its place, as high
    /// as the lanes. A step changes one number of it.
    pub moving: Option<(i32, Box<Layout>)>,
    /// In the order of drawing.
    pub shapes: Vec<Shape>,
    /// Above all shapes: what is said of a moment, so that a veil over what comes later covers it.
    pub labels: Vec<Label>,
    /// Above the veil: what the lanes are called.
    pub names: Vec<Label>,
    /// Where the lanes are.
    pub places: Places,
}

/// Where the lanes of a ground are, in tenths of a pixel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// The top of each thread's slices, by id; 0 if it has no lane.
    pub threads: Vec<i32>,
    /// The lines of variables, with the index of each in the rows.
    pub variables: Vec<(usize, i32)>,
    /// The lines of queues and events, likewise.
    pub queues: Vec<(usize, i32)>,
    /// Where the last lane ends.
    pub bottom: i32,
}

/// A run as pictures are made of it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Names and labels.
    pub head: &'a Head,
    /// Who did what when.
    pub rows: &'a Rows,
    /// What [`Sums::of`] says of the rows.
    pub sums: &'a [Sums],
}

/// The ground of the picture of a window, whatever the cursor.
pub fn layout(source: Source<'_>, shown: Shown, words: &dyn Words) -> Layout {
    let Source { head, rows, sums } = source;
    let mut canvas = Canvas {
        painter: Painter::default(),
        head,
        rows,
        sums,
        shown,
        window: shown.window,
        format: shown.format,
        words,
        places: Places {
            threads: vec![0; rows.threads.len()],
            ..Places::default()
        },
        edges: shown.columns(rows, COLUMN),
    };
    let mut y = 260;
    for index in 0..rows.gils.len() {
        y = canvas.process(ProcessId(index as u32), y);
    }
    if shown.lanes.syncs {
        y = lanes::syncs(&mut canvas, None, y);
    }
    canvas.flows();
    canvas.frame(y);
    let places = Places {
        bottom: y,
        ..canvas.places
    };
    let names = std::mem::take(&mut canvas.painter.names);
    let (shapes, labels) = canvas.painter.finish();
    Layout {
        width: shown.format.width(),
        height: y + 40,
        shapes,
        labels,
        names,
        places,
        moving: None,
    }
}

/// The whole run in little, without window and cursor: it changes with the run alone.
pub fn minimap(source: Source<'_>, format: Format, words: &dyn Words) -> Layout {
    let Source { rows, sums, .. } = source;
    let mut painter = Painter::default();
    let shown = Shown::new(Window::around(None, rows.steps, 0), None, format);
    let (pitch, height) = minimap_size(rows);
    let edges = shown.columns(rows, COLUMN);
    for (index, row) in rows.threads.iter().enumerate() {
        let area = (40 + pitch * index as i32, pitch * 4 / 7);
        let hue = hue(index as u32);
        if row.segments.len() > super::dense::SPARSE {
            dense_lane(&mut painter, &edges, (row, &sums[index]), hue, area);
            continue;
        }
        for segment in &row.segments {
            let faint = if segment.state == ThreadState::Running {
                ""
            } else {
                " half"
            };
            let (from, to) = (shown.x(rows, segment.from), shown.x(rows, segment.to));
            painter.rect(
                layer::SLICE,
                &format!("f{hue}{faint}"),
                from,
                area.0,
                (to - from).max(3),
                area.1,
            );
        }
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
        ..Layout::default()
    }
}

/// How far apart the lanes of the minimap are, and how high it is.
pub fn minimap_size(rows: &Rows) -> (i32, i32) {
    let count = rows.threads.len().max(1) as i32;
    let pitch = (210 / count).clamp(30, 70);
    (pitch, (60 + pitch * count).clamp(260, 1200))
}

/// Whom a wait is for, if it is for one thread.
pub fn awaited(on: &BlockedOn) -> Option<ThreadId> {
    match on {
        BlockedOn::Join { thread } | BlockedOn::Shutdown { thread } => Some(*thread),
        BlockedOn::Sync { owners, .. } => owners.first().copied(),
    }
}
