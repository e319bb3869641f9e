//! What of a picture follows the cursor: who does what there, the step's marks, the veil over what comes later, and
//! where the run parts from another. Drawn over the ground, whose lanes it finds in [`Places`].

use super::canvas::layer;
use super::layout::{Axis, Format, Layout, Phrase, Places, Shown, Source, Words};
use super::paint::{Anchor, Painter, fit, text_width};
use super::rows::{Rows, ThreadState};
use super::{badge, hue};
use crate::machine::ids::ThreadId;
use crate::trace::Head;

/// What lies over the ground of the same source at a cursor.
pub fn overlay(source: Source<'_>, shown: Shown, ground: &Layout, words: &dyn Words) -> Layout {
    let mut over = Over::new(source, shown, ground, words);
    for (index, lane) in ground.places.threads.iter().enumerate() {
        if *lane > 0 {
            over.thread_label(ThreadId(index as u32), *lane);
        }
    }
    let bottom = ground.places.bottom;
    let moving = shown.cursor.map(|cursor| {
        over.marks(cursor);
        over.cursor(cursor, bottom)
    });
    over.difference(bottom);
    Layout {
        moving,
        ..over.finish()
    }
}

/// Something on the timeline that an answer of the explorer points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// An access of a race: who, in which step, and the variable's index in the rows if it has a lane.
    Access(ThreadId, u32, Option<usize>),
    /// A wait that never ends: who, from which position on.
    Wait(ThreadId, u32),
}

/// Marks round the spots of an answer. They stay where they are while the cursor moves.
pub fn accused(
    source: Source<'_>,
    shown: Shown,
    ground: &Layout,
    spots: &[Spot],
    words: &dyn Words,
) -> Layout {
    let mut over = Over::new(source, shown, ground, words);
    spots.iter().for_each(|spot| over.accuse(*spot));
    over.name_races(spots);
    over.finish()
}

struct Over<'a> {
    painter: Painter,
    head: &'a Head,
    rows: &'a Rows,
    shown: Shown,
    words: &'a dyn Words,
    places: &'a Places,
}

impl<'a> Over<'a> {
    fn new(source: Source<'a>, shown: Shown, ground: &'a Layout, words: &'a dyn Words) -> Self {
        Over {
            painter: Painter::default(),
            head: source.head,
            rows: source.rows,
            shown,
            words,
            places: &ground.places,
        }
    }

    fn finish(self) -> Layout {
        let (shapes, labels) = self.painter.finish();
        Layout {
            shapes,
            labels,
            ..Layout::default()
        }
    }

    /// Where a position lies.
    fn x(&self, position: u32) -> i32 {
        self.shown.x(self.rows, position)
    }

    /// Badge and name; where the lane is narrow also what the thread does at the cursor.
    fn thread_label(&mut self, id: ThreadId, lane: i32) {
        let Some(info) = self.head.threads.get(id.index()) else {
            return;
        };
        let top = match self.shown.format {
            Format::Wide => lane,
            Format::Narrow => lane - 250,
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
        let note = match self.shown.format {
            Format::Wide => function(&info.name, id),
            Format::Narrow => self.state_at(id).map_or_else(
                || function(&info.name, id),
                |phrase| self.words.say(&phrase),
            ),
        };
        let room = match self.shown.format {
            Format::Wide => self.shown.format.left() - 60,
            Format::Narrow => self.shown.format.width(),
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
        let cursor = self.shown.cursor?;
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

    /// What the step did in the lanes of variables and queues.
    fn marks(&mut self, cursor: u32) {
        if !self.shown.window.shows(cursor) {
            return;
        }
        let (rows, x) = (self.rows, self.shown.middle(self.rows, cursor));
        for (index, line) in &self.places.variables {
            let marks = &rows.variables[*index].marks;
            if let Ok(found) = marks.binary_search_by_key(&cursor, |mark| mark.step) {
                self.mark(x, *line, marks[found].thread, marks[found].write);
            }
        }
        for (index, line) in &self.places.queues {
            let items = &rows.syncs[*index].items;
            if let Ok(found) = items.binary_search_by_key(&cursor, |item| item.step) {
                self.mark(x, *line, items[found].thread, items[found].put);
            }
        }
    }

    /// A disc for what is put or written, a ring for what is taken or read, on a halo.
    fn mark(&mut self, x: i32, y: i32, thread: ThreadId, fills: bool) {
        let hue = hue(thread.0);
        self.painter.circle(layer::LINK, "mark", x, y, 100);
        let (class, radius) = match fills {
            true => (format!("f{hue}"), 55),
            false => (format!("r{hue}"), 45),
        };
        self.painter.circle(layer::FLOW, &class, x, y, radius);
    }

    fn accuse(&mut self, spot: Spot) {
        let window = self.shown.window;
        let (thread, from, to) = match spot {
            Spot::Access(thread, step, _) if window.shows(step) => {
                (thread, self.x(step - 1), self.x(step))
            }
            Spot::Wait(thread, from) if from < window.to => {
                (thread, self.x(from), self.x(window.to))
            }
            _ => return,
        };
        if let Some(lane) = self.places.threads.get(thread.index()).filter(|y| **y > 0) {
            let (width, y) = ((to - from + 60).max(120), lane - 30);
            let area = [(from + to - width) / 2, y, width, 220];
            self.painter
                .rounded(layer::LINK, "acc", None, area, [40; 4]);
        }
        let Spot::Access(_, step, Some(variable)) = spot else {
            return;
        };
        let x = self.shown.middle(self.rows, step);
        let line = self.places.variables.iter().find(|(v, _)| *v == variable);
        if let Some((_, line)) = line {
            self.painter.circle(layer::LINK, "acc", x, *line, 90);
        }
    }

    /// Says once for each variable what its rings mean. Beside the rings there are values, brackets and other rings: the
    /// word takes the place of the note after the variable's name, or stands under a name that leaves no room for it.
    fn name_races(&mut self, spots: &[Spot]) {
        for (variable, line) in &self.places.variables {
            let ringed = |spot: &Spot| match spot {
                Spot::Access(_, step, at) => {
                    *at == Some(*variable) && self.shown.window.shows(*step)
                }
                Spot::Wait(..) => false,
            };
            if !spots.iter().any(ringed) {
                continue;
            }
            let race = self.words.say(&Phrase::Race);
            let (room, baseline) = match self.shown.format {
                Format::Wide => (self.shown.format.left() - 60, line + 45),
                Format::Narrow => (self.shown.format.width(), line - 220),
            };
            let name = fit(&self.rows.variables[*variable].name, room);
            let used = text_width(&name) + 120;
            let (x, y) = match used + text_width(&race) <= room {
                true => (used, baseline),
                false => (0, baseline + 145),
            };
            if y == baseline {
                self.painter
                    .rect(layer::LINK, "paper", x - 20, y - 110, room - x + 20, 150);
            }
            self.painter.text("al halo", x, y, Anchor::Start, race);
        }
    }

    /// The line of the cursor, its flag, and the slot of the step.
    fn cursor(&self, cursor: u32, bottom: i32) -> (i32, Box<Layout>) {
        let (x, mut painter) = (self.x(cursor), Painter::default());
        if let Some(mover) = self.rows.mover(cursor)
            && let Some(top) = self
                .places
                .threads
                .get(mover.index())
                .filter(|top| **top > 0)
        {
            let from = self.x(cursor - 1) - x;
            painter.rect(layer::LINK, "mark", from, top - 50, -from, 50);
        }
        painter.line(layer::CURSOR, "cur", (0, 160), (0, bottom));
        let text = match (self.shown.format, self.shown.axis) {
            (_, Axis::Time) => self.words.say(&Phrase::Time(self.rows.time(cursor))),
            (Format::Wide, _) => self.words.say(&Phrase::Flag(cursor)),
            (Format::Narrow, _) => cursor.to_string(),
        };
        let width = text_width(&text) + 100;
        let left = (x - width / 2).clamp(0, self.shown.format.width() - width) - x;
        // A number of the axis beside the flag is covered, not cut.
        painter.rect(layer::CURSOR, "paper", left - 200, 20, width + 400, 140);
        painter.rect(layer::CURSOR, "ink", left, 20, width, 170);
        painter.text("fl", left + width / 2, 145, Anchor::Middle, text);
        let (shapes, labels) = painter.finish();
        let layer = Layout {
            height: bottom,
            shapes,
            labels,
            ..Layout::default()
        };
        (x, Box::new(layer))
    }

    /// Where this run parts from the one that it is compared with.
    fn difference(&mut self, bottom: i32) {
        let window = self.shown.window;
        let Some(step) = self.shown.differs.filter(|step| window.shows(*step)) else {
            return;
        };
        let x = self.x(step - 1);
        let text = self.words.say(&Phrase::Differs);
        self.painter
            .line(layer::FLOW, "stale", (x, 180), (x, bottom));
        // On the side where the cursor is not.
        let (x, anchor) = match self.shown.cursor.map(|at| self.x(at) - x) {
            Some(0..500) => (x - 30, Anchor::End),
            _ => (x + 30, Anchor::Start),
        };
        self.painter.text("al halo", x, 250, anchor, text);
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
