//! The lanes below the threads: who holds the GIL, what shared variables, locks and queues go through.

use super::canvas::{COLUMN, Canvas, layer};
use super::dense::{SPARSE, first_not};
use super::layout::{Format, Phrase, Window};
use super::paint::{Anchor, fit, text_width};
use super::record::NEAR;
use super::rows::{GilSegment, Hold, VariableMark};
use super::{HUES, hue};
use crate::machine::ids::{ProcessId, ThreadId};

/// More lanes of a kind than this are left out: the list of events has them.
const MOST_LANES: usize = 6;

/// Marks that are closer, in tenths of a pixel, are drawn as one; the second where they are many.
const CLOSEST: [i32; 2] = [24, 48];

/// What is written at marks keeps that far apart, likewise.
const ROOM: [i32; 2] = [30, 300];

/// More brackets than this in a window would cover each other.
const MOST_BRACKETS: usize = 60;

/// So many places in a lock's queue have a strip.
const MOST_STRIPS: usize = 3;

/// The GIL of a process, if it has one.
pub(super) fn gil(canvas: &mut Canvas, process: ProcessId, y: i32) -> i32 {
    let rows = canvas.rows;
    let Some(parts) = rows
        .gils
        .get(process.index())
        .filter(|parts| !parts.is_empty())
    else {
        return y;
    };
    let note = canvas.words.say(&Phrase::Gil);
    let top = caption(canvas, "GIL", &note, y, 90);
    canvas.painter.line(
        layer::GRID,
        "hl",
        (canvas.format.left(), top + 40),
        (canvas.format.right(), top + 40),
    );
    let shown = visible(canvas, parts);
    if shown.len() > SPARSE {
        dense_holders(canvas, shown, (top, 80));
    } else {
        shown.iter().for_each(|part| gil_part(canvas, part, top));
    }
    top + 80 + 100
}

fn gil_part(canvas: &mut Canvas, part: &GilSegment, top: i32) {
    let (from, to) = (canvas.x(part.from), canvas.x(part.to));
    match part.holder {
        Some(holder) => bar(canvas, holder, (from, to), (top, 80)),
        None => canvas.painter.rect(
            layer::SLICE,
            "free",
            from + 8,
            top + 8,
            (to - from - 16).max(4),
            64,
        ),
    }
}

/// More holders than pixels: in each column one stands for all. Not always that of its middle: where threads take turns
/// by the clock, neighbours would show the same one, as if it never let go.
fn dense_holders(canvas: &mut Canvas, parts: &[GilSegment], (top, height): (i32, i32)) {
    let mut columns: [Vec<[i32; 3]>; HUES] = Default::default();
    let mut rest = parts;
    for (index, pair) in canvas.edges.windows(2).enumerate() {
        let ((at, from), (to, end)) = (pair[0], pair[1]);
        let one = at + (to - at) * (index as u32 * 5 % 8) / 8;
        rest = &rest[first_not(rest.len(), &|at| rest[at].to <= one)..];
        let part = rest.first().filter(|part| part.from <= one);
        if let Some(holder) = part.and_then(|part| part.holder) {
            columns[hue(holder.0) as usize].push([from, end, height]);
        }
    }
    for (hue, columns) in columns.iter().enumerate() {
        let (painter, class) = (&mut canvas.painter, format!("f{hue}"));
        painter.skyline(layer::TICK, &class, top + height, columns);
    }
}

/// The variables of a process that several threads touch.
pub(super) fn variables(canvas: &mut Canvas, process: ProcessId, mut y: i32) -> i32 {
    let rows = canvas.rows;
    let mine = rows.variables.iter().enumerate();
    let mine = mine.filter(|(_, row)| row.process == process);
    for (index, row) in mine.take(MOST_LANES) {
        let note = canvas.words.say(&Phrase::Variable);
        let line = caption(canvas, &row.name, &note, y, 120);
        canvas.places.variables.push((index, line));
        canvas.painter.line(
            layer::TICK,
            "edge",
            (canvas.format.left(), line),
            (canvas.format.right(), line),
        );
        let from = canvas.window.from;
        let before = row.marks.partition_point(|mark| mark.step <= from);
        let before = before.checked_sub(1).map(|before| &row.marks[before]);
        let mut clear = canvas.format.left() - 100;
        if let Some(mark) = before {
            canvas.painter.text(
                "co bd halo",
                canvas.format.left() + 40,
                line - 70,
                Anchor::Start,
                mark.value.clone(),
            );
            clear = canvas.format.left() + 40 + text_width(&mark.value);
        }
        let marks = marks_within(canvas, &row.marks, |mark| mark.step);
        let room = ROOM[usize::from(marks.len() > SPARSE)];
        for mark in apart(canvas, marks, |mark| mark.step) {
            variable_mark(canvas, mark, line, &mut clear, room);
        }
        let window = canvas.window;
        let cut = |hold: &&Hold| hold.write > window.from && hold.read <= window.to;
        let holds: Vec<&Hold> = row.holds.iter().filter(cut).collect();
        let some = holds.len().div_ceil(MOST_BRACKETS).max(1);
        for hold in holds.into_iter().step_by(some) {
            bracket(canvas, hold, line);
        }
        y = line + if row.holds.is_empty() { 130 } else { 310 };
    }
    y
}

fn variable_mark(canvas: &mut Canvas, mark: &VariableMark, line: i32, clear: &mut i32, room: i32) {
    let (x, hue) = (canvas.middle(mark.step), hue(mark.thread.0));
    let (class, radius) = match mark.write {
        true => (format!("f{hue}"), 55),
        false => (format!("r{hue}"), 45),
    };
    canvas.painter.circle(layer::MARK, &class, x, line, radius);
    let half = text_width(&mark.value) / 2;
    if mark.write && x - half > *clear + room && x + half < canvas.format.width() {
        let value = mark.value.clone();
        canvas
            .painter
            .text("co bd halo", x, line - 90, Anchor::Middle, value);
        *clear = x + half;
    }
}

/// From a read to the write that goes back to it, dashed from where the value is out of date.
fn bracket(canvas: &mut Canvas, hold: &Hold, line: i32) {
    if hold.write <= canvas.window.from || hold.read > canvas.window.to {
        return;
    }
    let level = layer::LINK;
    let edge = |step: u32| {
        if canvas.window.shows(step) {
            canvas.middle(step)
        } else {
            canvas.x(step)
        }
    };
    let (read, stale, write) = (edge(hold.read), edge(hold.stale), edge(hold.write));
    let low = line + 190;
    let class = format!("l{}", hue(hold.thread.0));
    if canvas.window.shows(hold.read) {
        canvas
            .painter
            .line(level, &class, (read, line + 70), (read, low));
    }
    canvas
        .painter
        .line(level, &class, (read, low), (stale, low));
    canvas
        .painter
        .line(level, "stale", (stale, low), (write, low));
    if canvas.window.shows(hold.write) {
        canvas
            .painter
            .line(level, "stale", (write, low), (write, line + 80));
    }
    let holds = canvas.words.say(&Phrase::Holds(hold.thread, &hold.value));
    let short = format!("{}: {}", canvas.label(hold.thread), hold.value);
    let out_of_date = canvas.words.say(&Phrase::Stale);
    on_bracket(
        canvas,
        level,
        &[holds, short],
        (read, stale),
        low,
        &format!("t{} sb", hue(hold.thread.0)),
    );
    on_bracket(canvas, level, &[out_of_date], (stale, write), low, "al");
}

/// The first of the texts that fits onto a stretch of a bracket.
fn on_bracket(
    canvas: &mut Canvas,
    level: u8,
    texts: &[String],
    (from, to): (i32, i32),
    y: i32,
    class: &str,
) {
    let Some(text) = texts
        .iter()
        .find(|text| text_width(text) + 160 <= to - from)
    else {
        return;
    };
    let (middle, width) = ((from + to) / 2, text_width(text));
    canvas.painter.rect(
        level,
        "paper",
        middle - width / 2 - 40,
        y - 80,
        width + 80,
        160,
    );
    canvas
        .painter
        .text(class, middle, y + 40, Anchor::Middle, text.clone());
}

/// Locks, queues and events of a process, or those that processes share.
pub(super) fn syncs(canvas: &mut Canvas, process: Option<ProcessId>, mut y: i32) -> i32 {
    let (rows, head) = (canvas.rows, canvas.head);
    let mut first = process.is_none();
    let mine = rows.used_syncs().filter(|(id, _)| {
        head.syncs
            .get(id.0 as usize)
            .is_some_and(|info| info.process == process)
    });
    for (id, row) in mine.take(MOST_LANES) {
        if first {
            canvas.painter.line(
                layer::BADGE,
                "ax",
                (0, y + 20),
                (canvas.format.width(), y + 20),
            );
            (y, first) = (y + 40, false);
        }
        let info = &head.syncs[id.0 as usize];
        let note = canvas.words.say(&Phrase::Sync(&info.kind));
        if row.owners.is_empty() {
            let line = caption(canvas, &info.label, &note, y, 140);
            canvas.places.queues.push((id.0 as usize, line));
            contents(canvas, row, line);
            y = line + 130;
        } else {
            let top = caption(canvas, &info.label, &note, y, 60);
            let strips = row.waiters.iter().map(|(rank, _)| *rank as usize + 1);
            let strips = strips.max().unwrap_or(0).min(MOST_STRIPS);
            owners(canvas, row, strips, top);
            y = top + 180 + strips as i32 * 60 + 40;
        }
    }
    y
}

/// A lock: its owner above, below one strip for each thread that waits.
fn owners(canvas: &mut Canvas, row: &super::SyncRow, strips: usize, top: i32) {
    canvas.painter.line(
        layer::GRID,
        "hl",
        (canvas.format.left(), top + 80),
        (canvas.format.right(), top + 80),
    );
    let parts = visible(canvas, &row.owners);
    if parts.len() > SPARSE {
        dense_holders(canvas, parts, (top, 160));
    } else {
        let mut drawn = i32::MIN;
        for part in parts {
            let Some(holder) = part.holder else { continue };
            let (from, to) = (canvas.x(part.from), canvas.x(part.to));
            if to <= drawn {
                continue;
            }
            drawn = to.max(from + 12);
            bar(canvas, holder, (from, to), (top, 160));
            let label = canvas.label(holder).to_owned();
            if text_width(&label) + 80 < to - from {
                let middle = (from + to) / 2;
                canvas
                    .painter
                    .text("on", middle, top + 120, Anchor::Middle, label);
            }
        }
    }
    waiters(canvas, &row.waiters, strips, top + 180);
}

/// A stretch in which a thread holds something.
fn bar(canvas: &mut Canvas, holder: ThreadId, (from, to): (i32, i32), (top, height): (i32, i32)) {
    let class = format!("f{}", hue(holder.0));
    let width = (to - from - 8).max(4);
    canvas
        .painter
        .rect(layer::SLICE, &class, from, top, width, height);
}

/// Who waits for a lock, a strip for each place in the queue. Where there are more than pixels, some stand for all.
fn waiters(canvas: &mut Canvas, all: &[(u32, GilSegment)], strips: usize, top: i32) {
    let Window { from, to } = canvas.window;
    let until = |end| all.partition_point(|(_, part)| part.from < end);
    let (first, last) = (until(from + 1), until(to));
    let dense = last.saturating_sub(first) > SPARSE;
    // One that reaches into the window is among the last that begin before it.
    let mut rest = all
        .get(first.saturating_sub(NEAR)..last)
        .unwrap_or_default();
    let mut drawn = [i32::MIN; MOST_STRIPS];
    while let Some(((rank, part), others)) = rest.split_first() {
        rest = others;
        let (Some(waiter), true) = (part.holder, *rank < strips as u32 && part.to > from) else {
            continue;
        };
        let (from, to) = (canvas.x(part.from), canvas.x(part.to));
        if from < drawn[*rank as usize] {
            continue;
        }
        // Not by even strides, as above.
        let least = if dense { COLUMN + from % 9 } else { 0 };
        let to = to.max(from + least).min(canvas.format.right() + 8);
        drawn[*rank as usize] = to;
        let y = top + 60 * *rank as i32;
        let area = [from, y, (to - from - 8).max(4), 50];
        let hue = hue(waiter.0);
        canvas.painter.patterned(
            layer::PATTERN,
            &format!("s{hue} thin"),
            &format!("h{hue}"),
            area,
        );
        let full = drawn[..strips].iter().copied().min().unwrap_or(i32::MIN);
        let covered = |at: usize| canvas.x(rest[at].1.from) < full;
        rest = &rest[first_not(rest.len(), &covered)..];
    }
}

/// A queue or an event: a heavy line while there is something in it, discs and rings for put and get.
fn contents(canvas: &mut Canvas, row: &super::SyncRow, line: i32) {
    canvas.painter.line(
        layer::GRID,
        "edge",
        (canvas.format.left(), line),
        (canvas.format.right(), line),
    );
    let mut clear = canvas.format.left() - 100;
    let first = row
        .contents
        .partition_point(|(at, _)| *at < canvas.window.from);
    let mut heavy = i32::MIN;
    for (index, (at, text)) in row
        .contents
        .iter()
        .enumerate()
        .skip(first.saturating_sub(1))
    {
        if *at > canvas.window.to {
            break;
        }
        let end = row
            .contents
            .get(index + 1)
            .map_or(canvas.rows.steps, |(next, _)| *next);
        let idle = text.is_empty() || text == "not set" || text == "0";
        if !idle && end > canvas.window.from && *at < canvas.window.to && canvas.x(end) > heavy {
            heavy = canvas.x(end);
            canvas.painter.line(
                layer::TICK,
                "heavy",
                (canvas.x(*at), line),
                (canvas.x(end), line),
            );
        }
        let x = canvas.x(*at);
        let shown = row.items.is_empty() && *at >= canvas.window.from && *at <= canvas.window.to;
        if shown && x > clear + 30 && !text.is_empty() {
            canvas
                .painter
                .text("co halo", x + 20, line - 70, Anchor::Start, fit(text, 900));
            clear = x + 20 + text_width(text).min(900);
        }
    }
    let items = marks_within(canvas, &row.items, |mark| mark.step);
    let room = ROOM[usize::from(items.len() > SPARSE)];
    for mark in apart(canvas, items, |mark| mark.step) {
        let (x, hue) = (canvas.middle(mark.step), hue(mark.thread.0));
        let (class, radius) = match mark.put {
            true => (format!("f{hue}"), 55),
            false => (format!("r{hue}"), 45),
        };
        canvas.painter.circle(layer::MARK, &class, x, line, radius);
        let text = fit(&mark.item, 800);
        let half = text_width(&text) / 2;
        if x - half > clear + room && x + half < canvas.format.width() {
            canvas
                .painter
                .text("co halo", x, line - 90, Anchor::Middle, text);
            clear = x + half;
        }
    }
}

/// The name of a lane. Returns where the lane itself is: `drop` below the top, lower where labels are above.
fn caption(canvas: &mut Canvas, name: &str, note: &str, y: i32, drop: i32) -> i32 {
    let (baseline, lane) = match canvas.format {
        Format::Wide => (y + drop + if drop < 100 { 80 } else { 45 }, y + drop),
        // Values stand above a line that is dropped that far, and the caption above them.
        Format::Narrow => (y + 120, y + if drop < 100 { 170 } else { 220 + drop }),
    };
    let room = match canvas.format {
        Format::Wide => canvas.format.left() - 60,
        Format::Narrow => canvas.format.width(),
    };
    let name = fit(name, room);
    let used = text_width(&name) + 120;
    let class = if name == "GIL" {
        "bd halo"
    } else {
        "co bd halo"
    };
    canvas.painter.name(class, 0, baseline, Anchor::Start, name);
    canvas.painter.name(
        "m halo",
        used,
        baseline,
        Anchor::Start,
        fit(note, room - used),
    );
    lane
}

/// The parts that the window cuts; they lie in order.
fn visible<'a>(canvas: &Canvas, parts: &'a [GilSegment]) -> &'a [GilSegment] {
    let first = parts.partition_point(|part| part.to <= canvas.window.from);
    let last = parts.partition_point(|part| part.from < canvas.window.to);
    parts.get(first..last).unwrap_or_default()
}

/// The marks in the window: those whose steps lie in it. They lie in order.
fn marks_within<'a, T>(canvas: &Canvas, marks: &'a [T], step: impl Fn(&T) -> u32) -> &'a [T] {
    let until = |end| marks.partition_point(|mark| step(mark) <= end);
    &marks[until(canvas.window.from)..until(canvas.window.to)]
}

/// Of marks that fall onto the same few pixels the last; all of them where there is room.
fn apart<'a, T>(canvas: &Canvas, mut marks: &'a [T], step: impl Fn(&T) -> u32) -> Vec<&'a T> {
    let closest = CLOSEST[usize::from(marks.len() > SPARSE)];
    let mut kept: Vec<&T> = Vec::new();
    while let Some(first) = marks.first() {
        let end = canvas.middle(step(first)) + closest;
        let near = |at: usize| canvas.middle(step(&marks[at])) < end;
        let (these, others) = marks.split_at(first_not(marks.len(), &near));
        kept.extend(these.last());
        marks = others;
    }
    kept
}
