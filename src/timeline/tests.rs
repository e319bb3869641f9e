//! Pictures as text: one letter a slot, so that a wrong lane shows at a glance.

use super::sample::{Sample, code, race};
use super::*;
use crate::machine::ids::ThreadId;
use crate::trace::{BlockedOn, Event, Film, Status, SyncId, Trace};

struct Plain;

impl Words for Plain {
    fn say(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::State(state) => match state {
                ThreadState::Blocked(_) => "waits".into(),
                ThreadState::Ready { .. } => "ready".into(),
                _ => String::new(),
            },
            Phrase::Flag(step) => format!("step {step}"),
            Phrase::Stale => "stale".into(),
            Phrase::Holds(thread, value) => format!("T{} holds {value}", thread.0),
            _ => String::new(),
        }
    }
}

/// The ground of a trace's picture, and what lies over it.
fn parts(trace: &Trace, shown: Shown) -> (Layout, Layout) {
    let rows = Rows::new(trace);
    let (film, sums) = (Film::of(trace.clone()), Sums::of(&rows));
    let source = Source {
        head: &film.head,
        rows: &rows,
        sums: &sums,
    };
    let ground = layout(source, shown, &Plain);
    let over = overlay(source, shown, &ground, &Plain);
    (ground, over)
}

/// The picture of a trace, all in one.
fn draw(trace: &Trace, shown: Shown) -> Layout {
    let (mut ground, over) = parts(trace, shown);
    ground.shapes.extend(over.shapes);
    let names = std::mem::take(&mut ground.names);
    ground.labels.extend(names.into_iter().chain(over.labels));
    if let Some((x, layer)) = over.moving {
        let moved = layer.labels.into_iter().map(|label| Label {
            x: label.x + x,
            ..label
        });
        ground.labels.extend(moved);
    }
    ground
}

/// `#` running, `-` ready, `=` at the same time, `/` blocked, `:` sleeping, `|` the end; GIL by number.
fn ascii(trace: &Trace) -> String {
    let rows = Rows::new(trace);
    let mut text = String::new();
    for (row, info) in rows.threads.iter().zip(&trace.threads) {
        let mut line = vec![' '; rows.steps as usize + 1];
        for segment in &row.segments {
            let sign = match segment.state {
                ThreadState::Running => '#',
                ThreadState::Parallel => '=',
                ThreadState::Ready { .. } => '-',
                ThreadState::Blocked(_) => '/',
                ThreadState::Sleeping => ':',
            };
            line[segment.from as usize..segment.to as usize].fill(sign);
        }
        match row.end {
            Some((at, End::Finished)) => line[at as usize] = '|',
            Some((at, End::Killed)) => line[at as usize] = 'x',
            Some((at, End::Never)) => line[at as usize] = '∞',
            None => {}
        }
        push_line(&mut text, &info.label, &line);
    }
    for gil in &rows.gils {
        let mut line = vec![' '; rows.steps as usize];
        for part in gil {
            let sign = part
                .holder
                .map_or('.', |holder| char::from_digit(holder.0, 10).unwrap_or('?'));
            line[part.from as usize..part.to as usize].fill(sign);
        }
        push_line(&mut text, "GIL", &line);
    }
    for row in &rows.variables {
        let mut line = vec![' '; rows.steps as usize];
        for mark in &row.marks {
            line[mark.step as usize - 1] = if mark.write { '●' } else { 'o' };
        }
        push_line(&mut text, &row.name, &line);
    }
    for (row, info) in rows.syncs.iter().zip(&trace.syncs) {
        let mut line = vec![' '; rows.steps as usize + 1];
        for part in &row.owners {
            line[part.from as usize..part.to as usize].fill(
                part.holder
                    .and_then(|h| char::from_digit(h.0, 10))
                    .unwrap_or('?'),
            );
        }
        push_line(&mut text, &info.label, &line);
    }
    text
}

fn push_line(text: &mut String, name: &str, line: &[char]) {
    let line: String = line.iter().collect();
    text.push_str(format!("{name:8}{line}").trim_end());
    text.push('\n');
}

/// Two threads take one lock; the second waits for it.
fn locked() -> Trace {
    let mut sample = Sample::new(vec![
        code("<module>", "1 A\n2 B\n3 C\n4 D"),
        code("work", "5 A\n6 B\n7 C\n8 D"),
    ]);
    let sync = SyncId(0);
    sample.lock("lock");
    sample.thread("Thread-1 (work)", "T1", 1);
    sample.step(
        0,
        vec![Event::Start {
            thread: ThreadId(1),
        }],
    );
    sample.sync(|lock| lock.owners = vec![ThreadId(0)]);
    sample.step(0, vec![Event::Acquire { sync }]);
    let on = BlockedOn::Sync {
        sync,
        owners: vec![ThreadId(0)],
        operation: "acquire".into(),
    };
    sample.status(1, Status::Blocked { on, until_ns: None });
    sample.sync(|lock| lock.waiters = vec![ThreadId(1)]);
    sample.step(1, vec![Event::Block]);
    sample.step(0, vec![]);
    sample.status(1, Status::Ready);
    sample.sync(|lock| (lock.owners, lock.waiters) = (vec![ThreadId(1)], vec![]));
    sample.step(
        0,
        vec![
            Event::Release { sync },
            Event::Wake {
                thread: ThreadId(1),
            },
        ],
    );
    sample.step(1, vec![]);
    sample.sync(|lock| lock.owners.clear());
    sample.step(1, vec![Event::Release { sync }]);
    sample.trace
}

#[test]
fn lanes_of_the_race() {
    let expected = "\
main    #######////////////#####|
T1           --##------####|
T2            ---######|
GIL     000000011222222111100000
counter  ●      o o  ●   ●   o
";
    assert_eq!(ascii(&race()), expected);
}

#[test]
fn lanes_of_a_lock() {
    let expected = "\
main    ##-##--
T1       -#//##
GIL     0010011
lock      00011
";
    assert_eq!(ascii(&locked()), expected);
}

#[test]
fn a_slice_names_a_holder_only_if_it_was_one_and_the_same() {
    let rows = Rows::new(&race());
    let ready =
        |thread: usize, segment: usize| rows.threads[thread].segments[segment].state.clone();
    let holder = Some(ThreadId(2));
    assert_eq!(ready(1, 2), ThreadState::Ready { holder });
    // T2 waits while first main and then T1 has the GIL.
    assert_eq!(ready(2, 0), ThreadState::Ready { holder: None });
}

#[test]
fn a_lost_update_is_held_and_goes_stale() {
    let rows = Rows::new(&race());
    let holds = &rows.variables[0].holds;
    let found: Vec<_> = holds
        .iter()
        .map(|h| (h.thread.0, h.read, h.stale, h.write, h.value.as_str()))
        .collect();
    assert_eq!(found, [(1, 9, 14, 18, "0")]);
}

#[test]
fn arrows_follow_start_wake_and_preemption() {
    let rows = Rows::new(&race());
    let found: Vec<_> = rows
        .flows
        .iter()
        .map(|f| (f.at, f.from.0, f.to.0, f.switch))
        .collect();
    assert_eq!(
        found,
        [
            (5, 0, 1, false),
            (6, 0, 2, false),
            (9, 1, 2, true),
            (19, 1, 0, false)
        ]
    );
}

#[test]
fn a_window_holds_its_cursor_and_stays_inside_the_run() {
    for steps in [1, 5, 63, 64, 65, 500] {
        for cursor in 0..=steps {
            let window = Window::around(Some(cursor), steps, 64);
            assert!(
                window.from <= cursor && cursor <= window.to && window.to <= steps.max(1),
                "{cursor} of {steps}: {window:?}"
            );
        }
    }
    assert_eq!(Window::around(None, 500, 64), Window { from: 0, to: 500 });
}

#[test]
fn a_click_means_the_slot_it_falls_into() {
    let window = Window { from: 10, to: 18 };
    let rows = Rows::new(&race());
    let at = |x| Shown::new(window, None, Format::Wide).position(&rows, x);
    assert_eq!(
        [
            at(0),
            at(1320),
            at(1320 + 1024),
            at(1320 + 1026),
            at(9520),
            at(9600)
        ],
        [10, 11, 11, 12, 18, 18]
    );
}

#[test]
fn stepping_never_changes_the_height() {
    let (trace, wide) = (race(), Format::Wide);
    let rows = Rows::new(&trace);
    let height = |cursor, format: Format| {
        let window = Window::around(cursor, rows.steps, format.steps());
        draw(&trace, Shown::new(window, cursor, format)).height
    };
    for cursor in 0..=rows.steps {
        assert_eq!(height(Some(cursor), wide), height(None, wide));
        assert_eq!(
            height(Some(cursor), Format::Narrow),
            height(None, Format::Narrow)
        );
    }
}

#[test]
fn every_coordinate_stays_in_the_picture() {
    let trace = race();
    let rows = Rows::new(&trace);
    for cursor in (0..=rows.steps).map(Some).chain([None]) {
        for format in [Format::Wide, Format::Narrow] {
            let window = Window::around(cursor, rows.steps, format.steps());
            let picture = draw(&trace, Shown::new(window, cursor, format));
            for label in &picture.labels {
                assert!(
                    (0..=picture.width).contains(&label.x)
                        && (0..=picture.height).contains(&label.y),
                    "{label:?}"
                );
            }
            let (ground, over) = parts(&trace, Shown::new(window, cursor, format));
            for shapes in [&ground.shapes, &over.shapes] {
                let classes: Vec<_> = shapes
                    .iter()
                    .map(|shape| (shape.layer, &shape.class, &shape.pattern))
                    .collect();
                let mut once = classes.clone();
                once.dedup();
                assert_eq!(classes, once, "one path for one look");
            }
        }
    }
}

#[test]
fn the_picture_says_what_is_stale_and_where_the_cursor_is() {
    let trace = race();
    let rows = Rows::new(&trace);
    let window = Window::around(Some(14), rows.steps, 64);
    let picture = draw(&trace, Shown::new(window, Some(14), Format::Wide));
    let texts: Vec<_> = picture
        .labels
        .iter()
        .map(|label| label.text.as_str())
        .collect();
    for text in [
        "step 14",
        "T1 holds 0",
        "stale",
        "add()",
        "counter",
        "waits",
    ] {
        assert!(texts.contains(&text), "{text} in {texts:?}");
    }
    let at = |cursor| parts(&trace, Shown::new(window, Some(cursor), Format::Wide)).1;
    let (x, layer) = at(14).moving.expect("there is a cursor");
    // The slot of step 14 of 24 in 820 px ends at 132 + 14 · 34.17 px, and T2's lane begins at 112.
    assert_eq!(x, 6103);
    let mark = layer.shapes.iter().find(|shape| shape.class == "mark");
    let mark = mark.expect("the step is marked");
    assert!(mark.d.contains("M-34.1 107h34.1v5"), "{}", mark.d);
}

#[test]
fn a_step_only_moves_the_cursor() {
    let trace = race();
    let window = Window { from: 0, to: 24 };
    let moving = |cursor| {
        let over = parts(&trace, Shown::new(window, Some(cursor), Format::Wide)).1;
        over.moving.expect("there is a cursor").1
    };
    let first = moving(10);
    for cursor in 11..20 {
        let next = moving(cursor);
        for class in ["cur", "paper", "ink"] {
            let find = |layer: &Layout| layer.shapes.iter().find(|s| s.class == class).cloned();
            assert_eq!(find(&next), find(&first), "{class} at {cursor}");
        }
        assert_eq!(next.labels[0].x, first.labels[0].x);
    }
}

#[test]
fn a_step_leaves_the_ground_as_it_is() {
    let trace = race();
    let window = Window { from: 0, to: 24 };
    let at = |cursor| parts(&trace, Shown::new(window, cursor, Format::Wide));
    let (ground, at_rest) = at(None);
    assert_eq!(at_rest.moving, None);
    let mut overlays = vec![at_rest];
    for cursor in 0..=24 {
        let (again, over) = at(Some(cursor));
        assert_eq!(again, ground, "at {cursor}");
        assert!(!overlays.contains(&over), "at {cursor}");
        overlays.push(over);
    }
}

#[test]
fn the_step_of_a_write_is_marked_on_its_variable() {
    let trace = race();
    let window = Window { from: 0, to: 24 };
    let discs = |cursor| {
        let (_, over) = parts(&trace, Shown::new(window, Some(cursor), Format::Wide));
        let classes = over
            .shapes
            .into_iter()
            .filter(|shape| shape.d.contains('a'));
        classes.map(|shape| shape.class).collect::<Vec<_>>()
    };
    assert_eq!(discs(14), ["mark", "f2"]);
    assert_eq!(discs(9), ["mark", "r1"]);
    assert!(discs(10).is_empty());
}

#[test]
fn what_is_accused_is_ringed_while_it_is_in_the_window() {
    let trace = race();
    let rows = Rows::new(&trace);
    let (film, sums) = (Film::of(trace.clone()), Sums::of(&rows));
    let source = Source {
        head: &film.head,
        rows: &rows,
        sums: &sums,
    };
    let rings = |from, to, spots: &[Spot]| {
        let shown = Shown::new(Window { from, to }, None, Format::Wide);
        let over = accused(source, shown, &layout(source, shown, &Plain), spots, &Plain);
        let rings = over.shapes.iter().filter(|shape| shape.class == "acc");
        let d: String = rings.map(|shape| shape.d.as_str()).collect();
        (d.matches('M').count(), over.labels.len())
    };
    let accesses = [
        Spot::Access(ThreadId(1), 9, Some(0)),
        Spot::Access(ThreadId(2), 14, Some(0)),
    ];
    // A box in each thread's lane, a ring on the variable's line.
    assert_eq!(rings(0, 24, &accesses), (4, 0));
    assert_eq!(rings(10, 24, &accesses), (2, 0));
    assert_eq!(rings(15, 24, &accesses), (0, 0));
    assert_eq!(rings(0, 24, &[Spot::Wait(ThreadId(0), 7)]), (1, 0));
    assert_eq!(rings(0, 7, &[Spot::Wait(ThreadId(0), 7)]), (0, 0));
}

#[test]
fn coordinates_are_printed_without_needless_digits() {
    assert_eq!(
        [tenths(1320), tenths(2643), tenths(-5), tenths(0)],
        ["132", "264.3", "-0.5", "0"]
    );
}

#[test]
fn a_sixth_thread_starts_over_with_another_shape() {
    let looks: Vec<_> = (1..=25)
        .map(|thread| (hue(thread), badge(thread)))
        .collect();
    let mut once = looks.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), looks.len());
}

/// A run of `rounds` rounds in which the threads take turns, each running `turn` steps.
fn turns(rounds: u32, turn: u32) -> Trace {
    let mut trace = race();
    let step = trace.steps[9].clone();
    let mut steps = trace.steps[..6].to_vec();
    for round in 0..rounds {
        for _ in 0..turn {
            let mut step = step.clone();
            step.thread = ThreadId(round % 2 + 1);
            step.events.clear();
            step.changes.clear();
            step.start_ns = steps.len() as u64 * 50;
            step.end_ns = step.start_ns + 50;
            steps.push(step);
        }
    }
    trace.steps = steps;
    trace
}

#[test]
fn a_long_run_is_drawn_by_columns_and_stays_small() {
    let trace = turns(40_000, 1);
    let window = Window::around(None, trace.steps.len() as u32, 0);
    let picture = draw(&trace, Shown::new(window, None, Format::Wide));
    let bytes: usize = picture.shapes.iter().map(|shape| shape.d.len()).sum();
    assert!(bytes < 12_000, "{bytes} bytes of paths");
    // Half of every column is T1's: its solid part is half as high as the lane.
    let own = picture
        .shapes
        .iter()
        .find(|shape| shape.class == "f1" && shape.d.contains("v-8h"));
    assert!(own.is_some(), "half-high columns");
    // Zoomed in, the same lane is made of slices again.
    let window = Window {
        from: 1000,
        to: 1064,
    };
    let near = draw(&trace, Shown::new(window, Some(1010), Format::Wide));
    let ticks = near.shapes.iter().filter(|shape| shape.class == "f1");
    assert!(
        ticks.into_iter().any(|shape| shape.d.contains("v16h")),
        "whole slices"
    );
}

#[test]
fn by_time_a_sleep_is_as_long_as_it_lasts() {
    let mut trace = race();
    for step in &mut trace.steps[10..] {
        step.start_ns += 10_000;
        step.end_ns += 10_000;
    }
    let rows = Rows::new(&trace);
    let window = Window {
        from: 0,
        to: rows.steps,
    };
    let shown = Shown {
        axis: Axis::Time,
        ..Shown::new(window, None, Format::Wide)
    };
    let x = |position| shown.x(&rows, position);
    assert!(
        x(11) - x(10) > (x(10) - x(0)) * 10,
        "{} {} {}",
        x(0),
        x(10),
        x(11)
    );
    for position in 1..=rows.steps {
        assert!(x(position) >= x(position - 1));
        // A pointer in the middle of a slot means that slot.
        let middle = (x(position) + x(position - 1)) / 2;
        if x(position) > x(position - 1) + 2 {
            assert_eq!(shown.position(&rows, middle), position);
        }
    }
    draw(&trace, shown);
}

#[test]
fn zooming_keeps_what_is_under_the_pointer() {
    let window = Window { from: 100, to: 164 };
    let near = window.zoomed(32, 132, 500);
    assert_eq!(near, Window { from: 116, to: 148 });
    assert_eq!(near.zoomed(64, 132, 500), window);
    assert_eq!(window.zoomed(9000, 132, 500), Window { from: 0, to: 500 });
    assert_eq!(window.zoomed(0, 100, 500), Window { from: 100, to: 106 });
    assert_eq!(window.zoomed(2, 0, 3), Window { from: 0, to: 3 });
    assert_eq!(window.moved(-1000, 500), Window { from: 0, to: 64 });
    assert_eq!(window.moved(1000, 500), Window { from: 436, to: 500 });
    assert_eq!(window.following(120, 500), window);
    assert_eq!(window.following(165, 500), Window { from: 109, to: 173 });
    assert_eq!(window.following(99, 500), Window { from: 91, to: 155 });
}

#[test]
fn lanes_come_and_go_on_demand() {
    let window = Window { from: 0, to: 24 };
    let all = Shown::new(window, None, Format::Wide);
    let none = Shown {
        lanes: Lanes {
            gil: false,
            variables: false,
            syncs: false,
        },
        ..all
    };
    let texts = |shown| {
        let picture = draw(&race(), shown);
        let texts: Vec<_> = picture.labels.into_iter().map(|label| label.text).collect();
        (picture.height, texts)
    };
    let ((high, many), (low, few)) = (texts(all), texts(none));
    assert!(high > low + 300, "{high} {low}");
    for text in ["GIL", "counter"] {
        assert!(
            many.iter().any(|t| t == text) && !few.iter().any(|t| t == text),
            "{text}"
        );
    }
}
