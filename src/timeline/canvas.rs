//! Drawing the ground of a picture: headings, the lanes of threads, arrows and the axis. What follows the cursor is
//! `overlay`'s; nothing here knows where the cursor is, so that a step leaves the ground as it is.

use super::dense::{SPARSE, Share, Sums, first_not, within};
use super::hue;
use super::lanes;
use super::layout::{Axis, Format, Phrase, Places, Shown, Window, Words};
use super::paint::{Anchor, Painter, fit, text_width};
use super::rows::{End, Rows, Segment, ThreadRow, ThreadState};
use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::Head;

/// What is drawn later lies higher.
pub(super) mod layer {
    pub const GRID: u8 = 0;
    pub const SLICE: u8 = 1;
    pub const PATTERN: u8 = 2;
    pub const TICK: u8 = 3;
    pub const MARK: u8 = 4;
    pub const END: u8 = 5;
    pub const BACK: u8 = 6;
    pub const BADGE: u8 = 7;
    pub const LINK: u8 = 8;
    pub const FLOW: u8 = 9;
    pub const CURSOR: u8 = 10;
}

/// What every part of the picture is drawn from.
pub(super) struct Canvas<'a> {
    pub painter: Painter,
    pub head: &'a Head,
    pub rows: &'a Rows,
    pub sums: &'a [Sums],
    pub shown: Shown,
    pub window: Window,
    pub format: Format,
    pub words: &'a dyn Words,
    pub places: Places,
    /// The columns of dense lanes: where each ends.
    pub edges: Vec<(u32, i32)>,
}

impl Canvas<'_> {
    /// Where a position lies.
    pub fn x(&self, position: u32) -> i32 {
        self.shown.x(self.rows, position)
    }

    /// The middle of a slot.
    pub fn middle(&self, slot: u32) -> i32 {
        self.shown.middle(self.rows, slot)
    }

    /// The width of a slot.
    pub fn pitch(&self) -> i32 {
        (self.format.right() - self.format.left())
            / (self.window.to - self.window.from).max(1) as i32
    }

    pub fn label(&self, thread: ThreadId) -> &str {
        self.head
            .threads
            .get(thread.index())
            .map(|info| info.label.as_str())
            .unwrap_or("?")
    }

    /// A process: heading, threads, GIL, its variables, its locks. Returns where the next part begins.
    pub fn process(&mut self, process: ProcessId, y: i32) -> i32 {
        let heading = self.words.say(&Phrase::Process(process));
        let heading = fit(&heading, self.format.width());
        self.painter
            .name("bd halo", 0, y + 140, Anchor::Start, heading);
        self.painter.line(
            layer::BADGE,
            "ax",
            (0, y + 205),
            (self.format.width(), y + 205),
        );
        let mut y = y + 240;
        for index in 0..self.rows.threads.len() {
            if self.rows.threads[index].process == process {
                y = self.thread(ThreadId(index as u32), y);
            }
        }
        let lanes = self.shown.lanes;
        if lanes.gil {
            y = lanes::gil(self, process, y);
        }
        if lanes.variables {
            y = lanes::variables(self, process, y);
        }
        if lanes.syncs {
            y = lanes::syncs(self, Some(process), y);
        }
        y + 60
    }

    /// The lane of a thread.
    fn thread(&mut self, id: ThreadId, y: i32) -> i32 {
        let top = match self.format {
            Format::Wide => y + 60,
            Format::Narrow => y + 250,
        };
        self.places.threads[id.index()] = top;
        self.painter.line(
            layer::GRID,
            "hl",
            (self.format.left(), top + 80),
            (self.format.right(), top + 80),
        );
        let (rows, window) = (self.rows, self.window);
        let row = &rows.threads[id.index()];
        let segments = within(&row.segments, window.from, window.to);
        if segments.len() > SPARSE {
            let sums = &self.sums[id.index()];
            let lane = (row, sums);
            dense_lane(&mut self.painter, &self.edges, lane, hue(id.0), (top, 160));
        } else {
            segments
                .iter()
                .for_each(|segment| self.slice(id, segment, top));
        }
        if let Some((at, end)) = row.end
            && at >= self.window.from
            && at <= self.window.to
        {
            self.end(id, self.x(at), end, top);
        }
        match self.format {
            Format::Wide => y + 280,
            Format::Narrow => y + 470,
        }
    }

    fn slice(&mut self, id: ThreadId, segment: &Segment, top: i32) {
        let (from, to) = (self.x(segment.from), self.x(segment.to));
        let hue = hue(id.0);
        let inner = [from + 8, top + 8, (to - from - 15).max(4), 145];
        match &segment.state {
            ThreadState::Running => {
                self.painter
                    .rect(layer::SLICE, &format!("f{hue}"), from, top, to - from, 160);
                let steps = (segment.to - segment.from).max(1) as i32;
                if (to - from) / steps >= 50 {
                    let inside =
                        segment.from.max(self.window.from) + 1..segment.to.min(self.window.to);
                    for position in inside {
                        let x = self.x(position);
                        self.painter
                            .line(layer::TICK, "tick", (x, top), (x, top + 160));
                    }
                }
            }
            ThreadState::Parallel => self.painter.rect(
                layer::SLICE,
                &format!("f{hue} half"),
                from,
                top,
                to - from,
                160,
            ),
            ThreadState::Ready { .. } => {
                let [x, y, width, height] = inner;
                self.painter
                    .rect(layer::SLICE, &format!("o{hue}"), x, y, width, height);
            }
            ThreadState::Blocked(_) | ThreadState::Sleeping => {
                let sleeping = segment.state == ThreadState::Sleeping;
                let (class, pattern) = if sleeping { ("dash ", "d") } else { ("", "h") };
                self.painter
                    .rect(layer::SLICE, "paper", from, top, to - from, 160);
                self.painter.patterned(
                    layer::PATTERN,
                    &format!("{class}s{hue}"),
                    &format!("{pattern}{hue}"),
                    inner,
                );
            }
        }
        if segment.state != ThreadState::Running && self.format == Format::Wide {
            self.reason(segment, from, to, top);
        }
    }

    /// The reason for a wait, written into its slice if it fits.
    fn reason(&mut self, segment: &Segment, from: i32, to: i32, top: i32) {
        let text = self.words.say(&Phrase::State(&segment.state));
        let width = text_width(&text);
        if text.is_empty() || width + 240 > to - from {
            return;
        }
        let middle = (from + to) / 2;
        self.painter.rect(
            layer::BACK,
            "paper",
            middle - width / 2 - 50,
            top + 25,
            width + 100,
            110,
        );
        self.painter
            .text("", middle, top + 120, Anchor::Middle, text);
    }

    fn end(&mut self, id: ThreadId, x: i32, end: End, top: i32) {
        let hue = hue(id.0);
        match end {
            End::Finished => {
                self.painter.line(
                    layer::END,
                    &format!("e{hue}"),
                    (x, top - 30),
                    (x, top + 190),
                );
                self.painter
                    .rect(layer::END, &format!("f{hue}"), x, top + 40, 80, 80);
            }
            End::Killed => {
                self.painter.line(
                    layer::END,
                    &format!("e{hue}"),
                    (x + 10, top + 40),
                    (x + 90, top + 120),
                );
                self.painter.line(
                    layer::END,
                    &format!("e{hue}"),
                    (x + 90, top + 40),
                    (x + 10, top + 120),
                );
            }
            End::Never => {
                self.painter
                    .text("al halo", x + 70, top + 125, Anchor::End, "∞".to_owned())
            }
        }
    }

    /// Arrows between threads.
    pub fn flows(&mut self) {
        let (all, window) = (&self.rows.flows, self.window);
        let first = all.partition_point(|flow| flow.at < window.from);
        let dense = self.pitch() < 60;
        let mut flows = &all[first..];
        while let Some((flow, rest)) = flows.split_first() {
            if flow.at > window.to {
                break;
            }
            flows = rest;
            let (from, to) = (
                self.places.threads[flow.from.index()],
                self.places.threads[flow.to.index()],
            );
            if (flow.switch && dense) || from == 0 || to == 0 {
                continue;
            }
            let x = self.x(flow.at);
            // Where there are more arrows than room, some stand for all.
            if dense {
                let covered = |at: usize| self.x(rest[at].at) < x + 60;
                flows = &rest[first_not(rest.len(), &covered)..];
            }
            let down = to > from;
            let (start, tip) = if down {
                (from + 160, to)
            } else {
                (from, to + 160)
            };
            let (neck, sign) = if down { (tip - 60, -1) } else { (tip + 60, 1) };
            self.painter.line(layer::FLOW, "f", (x, start), (x, neck));
            self.painter.draw(
                layer::FLOW,
                "fh",
                &[
                    ('M', &[x - 40, tip + sign * 60]),
                    ('L', &[x + 40, tip + sign * 60]),
                    ('L', &[x, tip]),
                    ('z', &[]),
                ],
            );
        }
    }

    /// Axis and grid.
    pub fn frame(&mut self, bottom: i32) {
        if self.format == Format::Wide {
            let caption = match self.shown.axis {
                Axis::Steps => Phrase::Axis,
                Axis::Time => Phrase::TimeAxis,
            };
            let caption = self.words.say(&caption);
            self.painter.name("x", 0, 140, Anchor::Start, caption);
        }
        for (x, text) in self.ticks() {
            self.painter.line(layer::GRID, "hl", (x, 260), (x, bottom));
            self.painter.line(layer::GRID, "ax", (x, 180), (x, 220));
            if x < self.format.width() - 100 {
                self.painter.name("x", x, 140, Anchor::Middle, text);
            }
        }
    }
}

/// The lane of a thread with more slices than pixels: the height of the solid part is the share of the time
/// in which it ran, behind it what it did for the rest.
pub(super) fn dense_lane(
    painter: &mut Painter,
    edges: &[(u32, i32)],
    (row, sums): (&ThreadRow, &Sums),
    hue: u32,
    (top, height): (i32, i32),
) {
    let mut behind: Option<(usize, i32, i32)> = None;
    let mut columns = Vec::with_capacity(edges.len());
    let mut before = sums.up_to(&row.segments, edges[0].0);
    for pair in edges.windows(2) {
        let ((at, from), (to, end)) = (pair[0], pair[1]);
        let after = sums.up_to(&row.segments, to);
        let share = Share::between(before, after, to - at);
        before = after;
        columns.push([from, end, height * share.eighths() / 8]);
        let rest = share.rest();
        behind = match behind {
            Some((kind, start, last)) if rest == Some(kind) && last == from => {
                Some((kind, start, end))
            }
            other => {
                rest_of(painter, other, hue, (top, height));
                rest.map(|kind| (kind, from, end))
            }
        };
    }
    painter.skyline(layer::TICK, &format!("f{hue}"), top + height, &columns);
    rest_of(painter, behind, hue, (top, height));
}

/// What lies behind the columns: ready, blocked or asleep.
fn rest_of(
    painter: &mut Painter,
    behind: Option<(usize, i32, i32)>,
    hue: u32,
    (top, height): (i32, i32),
) {
    let Some((kind, from, to)) = behind else {
        return;
    };
    let [x, y, width, height] = [from, top + 8, (to - from).max(4), height - 15];
    let (class, pattern) = match kind {
        1 => {
            let class = format!("o{hue} thin");
            return painter.rect(layer::SLICE, &class, x, y, width, height);
        }
        2 => ("", "h"),
        _ => ("dash ", "d"),
    };
    painter.patterned(
        layer::PATTERN,
        &format!("{class}s{hue} thin"),
        &format!("{pattern}{hue}"),
        [x, y, width, height],
    );
}

/// The width of a column, in tenths of a pixel.
pub(super) const COLUMN: i32 = 20;

impl Canvas<'_> {
    /// Where the lines of the grid are, and what stands at them.
    fn ticks(&self) -> Vec<(i32, String)> {
        let most = if self.format == Format::Wide { 8 } else { 4 };
        let Window { from, to } = self.window;
        match self.shown.axis {
            Axis::Steps => {
                let step = round_step(u64::from(to - from), most) as u32;
                let first = from.div_ceil(step) * step;
                let all = (first..=to).step_by(step as usize);
                all.map(|position| (self.x(position), position.to_string()))
                    .collect()
            }
            Axis::Time => {
                let (start, end) = (self.rows.time(from), self.rows.time(to));
                let (left, right) = (self.format.left(), self.format.right());
                let step = round_step(end - start, most);
                let first = start.div_ceil(step) * step;
                let all = (0..=most + 1).map(|index| first + index * step);
                all.take_while(|time| *time <= end)
                    .map(|time| {
                        let into = i128::from(time - start) * i128::from(right - left);
                        let x = left + (into / i128::from((end - start).max(1))) as i32;
                        (x, self.words.say(&Phrase::Time(time)))
                    })
                    .collect()
            }
        }
    }
}

/// A round number of which at most so many go into a span: 1, 5, 10, 50, …
fn round_step(span: u64, most: u64) -> u64 {
    let mut step = 1;
    for factor in [5, 2].into_iter().cycle() {
        if span / step <= most {
            break;
        }
        step *= factor;
    }
    step
}
