//! Drawing one picture: headings, the lanes of threads, arrows, axis and cursor.

use super::lanes;
use super::layout::{Format, Phrase, Window, Words};
use super::paint::{Anchor, Painter, fit, text_width};
use super::rows::{End, Rows, Segment, ThreadState};
use super::{badge, hue};
use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::Trace;

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
    pub trace: &'a Trace,
    pub rows: &'a Rows,
    pub window: Window,
    pub cursor: Option<u32>,
    pub format: Format,
    pub words: &'a dyn Words,
    /// The top of each thread's slices, by id; 0 if it has no lane.
    pub lane_tops: Vec<i32>,
}

impl Canvas<'_> {
    /// Where a position lies.
    pub fn x(&self, position: u32) -> i32 {
        let span = i64::from(self.format.right() - self.format.left());
        let slots = i64::from(self.window.to - self.window.from).max(1);
        let into = i64::from(position.clamp(self.window.from, self.window.to) - self.window.from);
        self.format.left() + ((into * span + slots / 2) / slots) as i32
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
        self.trace
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
        y = lanes::gil(self, process, y);
        y = lanes::variables(self, process, y);
        lanes::syncs(self, Some(process), y) + 60
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
        for segment in row
            .segments
            .iter()
            .filter(|s| s.to > window.from && s.from < window.to)
        {
            self.slice(id, segment, top);
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
                if self.pitch() >= 50 {
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
        let Some(info) = self.trace.threads.get(id.index()) else {
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
        let mover = cursor > 0
            && self
                .trace
                .steps
                .get(cursor as usize - 1)
                .is_some_and(|step| step.thread == id);
        // The state in the slot that follows, the position being between two; who moved last and is not
        // stopped goes on running as far as anybody knows.
        let follows = row
            .segments
            .iter()
            .find(|s| s.from <= cursor && cursor < s.to);
        let last = row.segments.iter().find(|s| s.to == cursor);
        let segment = match follows.map(|segment| &segment.state) {
            Some(ThreadState::Ready { .. }) if mover => last,
            Some(_) => follows,
            None => last,
        };
        Some(segment.map_or(Phrase::NotStarted, |segment| Phrase::State(&segment.state)))
    }

    /// Arrows between threads.
    pub fn flows(&mut self) {
        for flow in &self.rows.flows {
            let inside = flow.at >= self.window.from && flow.at <= self.window.to;
            let (from, to) = (
                self.lane_tops[flow.from.index()],
                self.lane_tops[flow.to.index()],
            );
            if !inside || (flow.switch && self.pitch() < 60) || from == 0 || to == 0 {
                continue;
            }
            let x = self.x(flow.at);
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
            self.painter
                .text("x", 0, 140, Anchor::Start, self.words.say(&Phrase::Axis));
        }
        let step = grid_step(self.window, self.format);
        let mut position = self.window.from.div_ceil(step) * step;
        let flag = self.cursor.map(|cursor| self.x(cursor));
        while position <= self.window.to {
            let x = self.x(position);
            self.painter.line(layer::GRID, "hl", (x, 260), (x, bottom));
            self.painter.line(layer::GRID, "ax", (x, 180), (x, 220));
            let clear = flag.is_none_or(|flag| (flag - x).abs() > 420);
            if clear && x < self.format.width() - 100 {
                self.painter
                    .text("x", x, 140, Anchor::Middle, position.to_string());
            }
            position += step;
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
        if cursor > 0
            && let Some(step) = self.trace.steps.get(cursor as usize - 1)
            && let Some(top) = self
                .lane_tops
                .get(step.thread.index())
                .filter(|top| **top > 0)
        {
            let from = self.x(cursor - 1);
            self.painter
                .rect(layer::LINK, "mark", from, top - 50, x - from, 50);
        }
        self.painter
            .line(layer::CURSOR, "cur", (x, 160), (x, bottom));
        let text = match self.format {
            Format::Wide => self.words.say(&Phrase::Flag(cursor)),
            Format::Narrow => cursor.to_string(),
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

/// How far apart the lines of the grid are.
fn grid_step(window: Window, format: Format) -> u32 {
    let lines = if format == Format::Wide { 8 } else { 4 };
    let mut step = 1;
    for factor in [5, 2].into_iter().cycle() {
        if (window.to - window.from) / step <= lines {
            break;
        }
        step *= factor;
    }
    step
}
