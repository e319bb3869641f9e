//! Drawing one picture: headings, the lanes of threads, arrows, axis and cursor.

use super::dense::{SPARSE, Sums, within};
use super::lanes;
use super::layout::{Axis, Format, Phrase, Shown, Window, Words};
use super::paint::{Anchor, Painter, fit, text_width};
use super::rows::{End, Rows, Segment, ThreadRow, ThreadState};
use super::{badge, hue};
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
    pub const FUTURE: u8 = 6;
    pub const VEIL: u8 = 7;
    pub const BACK: u8 = 8;
    pub const BADGE: u8 = 9;
    pub const LINK: u8 = 10;
    pub const FLOW: u8 = 11;
    pub const CURSOR: u8 = 12;
}

/// What every part of the picture is drawn from.
pub(super) struct Canvas<'a> {
    pub painter: Painter,
    pub head: &'a Head,
    pub rows: &'a Rows,
    pub sums: &'a [Sums],
    pub shown: Shown,
    pub window: Window,
    pub cursor: Option<u32>,
    pub format: Format,
    pub words: &'a dyn Words,
    /// The top of each thread's slices, by id; 0 if it has no lane.
    pub lane_tops: Vec<i32>,
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
        (self.x(slot.saturating_sub(1)) + self.x(slot)) / 2
    }

    /// The width of a slot.
    pub fn pitch(&self) -> i32 {
        (self.format.right() - self.format.left())
            / (self.window.to - self.window.from).max(1) as i32
    }

    /// Whether what happens at a position has not been reached.
    pub fn future(&self, position: u32) -> bool {
        self.cursor.is_some_and(|cursor| position > cursor)
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
            .text("bd halo", 0, y + 140, Anchor::Start, heading);
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
        self.lane_tops[id.index()] = top;
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
        self.thread_label(id, y);
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
        let (middle, future) = ((from + to) / 2, self.future(segment.from + 1));
        let back = if future { layer::FUTURE } else { layer::BACK };
        self.painter.rect(
            back,
            "paper",
            middle - width / 2 - 50,
            top + 25,
            width + 100,
            110,
        );
        self.painter.text(
            if future { "m" } else { "" },
            middle,
            top + 120,
            Anchor::Middle,
            text,
        );
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

    /// Badge and name; where the lane is narrow also what the thread does at the cursor.
    fn thread_label(&mut self, id: ThreadId, y: i32) {
        let Some(info) = self.head.threads.get(id.index()) else {
            return;
        };
        let top = match self.format {
            Format::Wide => y + 60,
            Format::Narrow => y,
        };
        let width = text_width(&info.label) + 110;
        self.badge(id, [0, top, width, 160]);
        let class = if self.filled(id) {
            "on".to_owned()
        } else {
            format!("t{} bg", hue(id.0))
        };
        self.painter.text(
            &class,
            width / 2,
            top + 120,
            Anchor::Middle,
            info.label.clone(),
        );
        let note = match self.format {
            Format::Wide => function(&info.name, id),
            Format::Narrow => self.state_at(id).map_or_else(
                || function(&info.name, id),
                |phrase| self.words.say(&phrase),
            ),
        };
        let room = match self.format {
            Format::Wide => self.format.left() - 60,
            Format::Narrow => self.format.width(),
        };
        self.painter.text(
            "m halo",
            width + 80,
            top + 120,
            Anchor::Start,
            fit(&note, room - width - 80),
        );
    }

    /// A badge: its shape says who, its filling what the thread does at the cursor.
    fn badge(&mut self, id: ThreadId, area: [i32; 4]) {
        let corners = match badge(id.0) {
            0 => [40; 4],
            1 => [80; 4],
            2 => [0; 4],
            3 => [80, 0, 80, 0],
            4 => [0, 80, 0, 80],
            _ => [80, 80, 0, 0],
        };
        let (hue, [x, y, width, height]) = (hue(id.0), area);
        if self.filled(id) {
            return self
                .painter
                .rounded(layer::BADGE, &format!("f{hue}"), None, area, corners);
        }
        let inner = [x + 8, y + 8, width - 16, height - 16];
        self.painter
            .rounded(layer::BADGE, &format!("o{hue}"), None, inner, corners);
        let pattern = match self.state_at(id) {
            Some(Phrase::State(ThreadState::Blocked(_))) => "h",
            Some(Phrase::State(ThreadState::Sleeping)) => "d",
            _ => return,
        };
        self.painter.rounded(
            layer::LINK,
            &format!("s{hue}"),
            Some(&format!("{pattern}{hue}")),
            inner,
            corners,
        );
        self.painter.rect(
            layer::FLOW,
            "paper",
            x + 40,
            y + 20,
            width - 80,
            height - 40,
        );
    }

    /// Whether a thread's badge is solid: it runs, has ended, or the whole run is shown.
    fn filled(&self, id: ThreadId) -> bool {
        let running = ThreadState::Running;
        match self.state_at(id) {
            None | Some(Phrase::Ended(_)) => true,
            Some(Phrase::State(state)) => *state == running || *state == ThreadState::Parallel,
            Some(_) => false,
        }
    }

    /// What a thread does at the cursor; `None` at rest.
    fn state_at(&self, id: ThreadId) -> Option<Phrase<'_>> {
        let cursor = self.cursor?;
        let row = &self.rows.threads[id.index()];
        if let Some((_, end)) = row.end.filter(|(at, _)| *at <= cursor) {
            return Some(Phrase::Ended(end));
        }
        let mover = self.rows.mover(cursor) == Some(id);
        // The state in the slot that follows, the position being between two; who moved last and is not
        // stopped goes on running as far as anybody knows.
        let after = row.segments.partition_point(|s| s.to <= cursor);
        let follows = row.segments.get(after).filter(|s| s.from <= cursor);
        let last = after.checked_sub(1).map(|last| &row.segments[last]);
        let last = last.filter(|s| s.to == cursor);
        let segment = match follows.map(|segment| &segment.state) {
            Some(ThreadState::Ready { .. }) if mover => last,
            Some(_) => follows,
            None => last,
        };
        Some(segment.map_or(Phrase::NotStarted, |segment| Phrase::State(&segment.state)))
    }

    /// Arrows between threads.
    pub fn flows(&mut self) {
        let first = self.rows.flows.partition_point(|f| f.at < self.window.from);
        let dense = self.pitch() < 60;
        let mut drawn = i32::MIN;
        for flow in &self.rows.flows[first..] {
            if flow.at > self.window.to {
                break;
            }
            let (from, to) = (
                self.lane_tops[flow.from.index()],
                self.lane_tops[flow.to.index()],
            );
            if (flow.switch && dense) || from == 0 || to == 0 {
                continue;
            }
            let x = self.x(flow.at);
            // Where there are more arrows than room, some stand for all.
            if dense && x < drawn + 60 {
                continue;
            }
            drawn = x;
            let down = to > from;
            let (start, tip) = if down {
                (from + 160, to)
            } else {
                (from, to + 160)
            };
            let (neck, sign) = if down { (tip - 60, -1) } else { (tip + 60, 1) };
            let level = if self.future(flow.at) {
                layer::FUTURE
            } else {
                layer::FLOW
            };
            self.painter.line(level, "f", (x, start), (x, neck));
            self.painter.draw(
                level,
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

    /// Axis, grid, the veil over the future, the cursor.
    pub fn frame(&mut self, bottom: i32) {
        if self.format == Format::Wide {
            let caption = match self.shown.axis {
                Axis::Steps => Phrase::Axis,
                Axis::Time => Phrase::TimeAxis,
            };
            let caption = self.words.say(&caption);
            self.painter.text("x", 0, 140, Anchor::Start, caption);
        }
        let flag = self.cursor.map(|cursor| self.x(cursor));
        for (x, text) in self.ticks() {
            self.painter.line(layer::GRID, "hl", (x, 260), (x, bottom));
            self.painter.line(layer::GRID, "ax", (x, 180), (x, 220));
            let clear = flag.is_none_or(|flag| (flag - x).abs() > 420);
            if clear && x < self.format.width() - 100 {
                self.painter.text("x", x, 140, Anchor::Middle, text);
            }
        }
        let Some(cursor) = self.cursor else { return };
        let x = self.x(cursor);
        self.painter.rect(
            layer::VEIL,
            "veil",
            x,
            260,
            self.format.width() - x,
            bottom - 260,
        );
        if let Some(mover) = self.rows.mover(cursor)
            && let Some(top) = self.lane_tops.get(mover.index()).filter(|top| **top > 0)
        {
            let from = self.x(cursor - 1);
            self.painter
                .rect(layer::LINK, "mark", from, top - 50, x - from, 50);
        }
        self.painter
            .line(layer::CURSOR, "cur", (x, 160), (x, bottom));
        let text = match (self.format, self.shown.axis) {
            (_, Axis::Time) => self.words.say(&Phrase::Time(self.rows.time(cursor))),
            (Format::Wide, _) => self.words.say(&Phrase::Flag(cursor)),
            (Format::Narrow, _) => cursor.to_string(),
        };
        let width = text_width(&text) + 100;
        let left = (x - width / 2).clamp(0, self.format.width() - width);
        self.painter
            .rect(layer::CURSOR, "ink", left, 20, width, 170);
        self.painter
            .text("fl", left + width / 2, 145, Anchor::Middle, text);
    }
}

/// `worker()` out of `Thread-1 (worker)`; any other name as it is.
fn function(name: &str, id: ThreadId) -> String {
    if id.0 == 0 {
        return String::new();
    }
    match name
        .split_once(" (")
        .and_then(|(_, rest)| rest.strip_suffix(')'))
    {
        Some(function) => format!("{function}()"),
        None => name.to_owned(),
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
    let class = format!("f{hue}");
    for pair in edges.windows(2) {
        let ((at, from), (to, end)) = (pair[0], pair[1]);
        let share = sums.share(&row.segments, at, to);
        let ran = height * share.eighths() / 8;
        if ran > 0 {
            painter.rect(
                layer::TICK,
                &class,
                from,
                top + height - ran,
                end - from,
                ran,
            );
        }
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
    let area = [from, top + 8, (to - from).max(4), height - 15];
    match kind {
        1 => painter.rect(
            layer::SLICE,
            &format!("o{hue} thin"),
            area[0],
            area[1],
            area[2],
            area[3],
        ),
        2 => painter.patterned(
            layer::PATTERN,
            &format!("s{hue} thin"),
            &format!("h{hue}"),
            area,
        ),
        _ => painter.patterned(
            layer::PATTERN,
            &format!("dash s{hue} thin"),
            &format!("d{hue}"),
            area,
        ),
    }
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

    /// Where this run parts from the one that it is compared with.
    pub fn difference(&mut self, bottom: i32) {
        let Some(step) = self.shown.differs.filter(|step| self.window.shows(*step)) else {
            return;
        };
        let x = self.x(step - 1);
        let text = self.words.say(&Phrase::Differs);
        self.painter
            .line(layer::FLOW, "stale", (x, 180), (x, bottom));
        // On the side where the cursor is not.
        let (x, anchor) = match self.cursor.map(|at| self.x(at) - x) {
            Some(0..500) => (x - 30, Anchor::End),
            _ => (x + 30, Anchor::Start),
        };
        self.painter.text("al halo", x, 250, anchor, text);
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
