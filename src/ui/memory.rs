//! The state pane: variables, threads, locks and queues, output. What the last step changed is marked.
//!
//! Every row that the run will ever need is there from the start, so that stepping moves nothing.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::timeline::{Segment, SyncRow, ThreadRow, ThreadState, Wait, waits};
use crate::trace::{FrameView, SharedView, SyncId, Variable, View};
use crate::ui::node::{Element, Node, classed, el, live};
use crate::ui::parts::{Fill, badge_view, fill, rich};
use crate::ui::recording::Recording;
use crate::ui::state::{Scene, Stand};
use crate::ui::text::Label;
use leptos::prelude::*;

/// More output lines than this are scrolled.
const MOST_OUTPUT: usize = 8;

/// More waiting threads than this are not listed.
const MOST_WAITS: usize = 8;

/// So many slices of a thread are looked through for a wait.
const MOST_SEGMENTS: usize = 1_000;

/// The state pane.
pub fn memory_pane(stand: Stand) -> Node {
    let globals = live(move || {
        let scene = stand.scene.get();
        let shown = 0..scene.recording.head().processes.len() as u32;
        shown
            .flat_map(|process| memory(stand, &scene, ProcessId(process)))
            .collect()
    });
    let threads = live(move || {
        let scene = stand.scene.get();
        let all = 0..scene.recording.head().threads.len() as u32;
        all.map(|thread| thread_row(stand, &scene, ThreadId(thread)))
            .collect()
    });
    let region = |tag, class, label| {
        classed(tag, class)
            .attr("role", "region")
            .attr("aria-label", stand.region(label))
    };
    let scrolled = |class, label| region("div", class, label).attr("tabindex", "0");
    region("div", "p-state", Label::State)
        .child(el("div").child(globals))
        .child(caption(stand, Label::Threads))
        .child(scrolled("scroll rows", Label::Threads).child(table(vec![threads])))
        .child(live(move || syncs(stand)))
        .child(live(move || shared(stand)))
        .child(live(move || waiting(stand)))
        .child(caption(stand, Label::Output))
        .child(scrolled("out", Label::Output).child(live(move || output(stand))))
        .into()
}

fn caption(stand: Stand, label: Label) -> Element {
    classed("div", "cap").child(stand.label(label))
}

fn table(rows: Vec<Node>) -> Element {
    classed("table", "st").child(el("tbody").children(rows))
}

/// A value, marked if the last step changed it.
fn value(text: &str, changed: bool) -> Element {
    classed("span", if changed { "v ch" } else { "v" }).child(text.to_owned())
}

fn dim(text: &'static str) -> Element {
    classed("span", "dim").child(text)
}

/// The globals of a process.
fn memory(stand: Stand, scene: &Scene, process: ProcessId) -> Vec<Node> {
    let Some(names) = scene
        .recording
        .film
        .globals
        .get(process.index())
        .filter(|names| !names.is_empty())
    else {
        return Vec::new();
    };
    let now = scene
        .view
        .processes
        .get(process.index())
        .map(|process| process.globals.as_slice())
        .unwrap_or_default();
    let was = scene
        .before
        .processes
        .get(process.index())
        .map(|process| process.globals.as_slice())
        .unwrap_or_default();
    let rows = names
        .iter()
        .map(|name| variable_row(stand, name, find(was, name), find(now, name)));
    let several = scene.recording.head().processes.len() > 1;
    let (title, note) = match several {
        true => (
            scene.recording.head().processes[process.index()]
                .name
                .clone(),
            Label::OwnMemory,
        ),
        false => (stand.label(Label::Memory).to_owned(), Label::MemoryNote),
    };
    let title = classed("div", "cap")
        .child(el("b").child(title))
        .child(el("span").child(stand.label(note)));
    vec![title.into(), classed("div", "shared").children(rows).into()]
}

fn find<'a>(variables: &'a [Variable], name: &str) -> Option<&'a str> {
    variables
        .iter()
        .find(|variable| variable.name == name)
        .map(|variable| variable.value.as_str())
}

fn variable_row(stand: Stand, name: &str, was: Option<&str>, now: Option<&str>) -> Node {
    let changed = was != now;
    let mut row = classed("div", "var").child(el("code").child(name.to_owned()));
    if let Some(old) = was.filter(|_| changed) {
        row = row.child(classed("del", "v old").child(old.to_owned()));
    }
    match now {
        Some(now) => row.child(value(now, changed)).into(),
        None => row
            .child(el("small").child(stand.label(Label::NoValue)))
            .into(),
    }
}

fn thread_row(stand: Stand, scene: &Scene, thread: ThreadId) -> Node {
    let recording = &*scene.recording;
    let teller = stand.teller(recording);
    let mover = scene.mover();
    let filling = fill(recording, &scene.view, thread, mover);
    let status = teller.status(&scene.view, thread, mover);
    let frame = scene
        .view
        .threads
        .get(thread.index())
        .and_then(|view| view.frames.last());
    let (mut place, mut status) = (classed("div", "one"), Some(status));
    if let Some(frame) = frame {
        let name = recording
            .head()
            .codes
            .get(frame.place.code.0 as usize)
            .map_or("?", |code| code.name.as_str());
        let function = if name.starts_with('<') {
            name.to_owned()
        } else {
            format!("{name}()")
        };
        let line = format!(
            ", {}\u{a0}{}",
            stand.label(Label::Line),
            recording.line(frame.place)
        );
        place = place.child(el("code").child(function)).child(line);
        if let Some(callers) = callers(scene, thread) {
            place = place.child(classed("span", "dim").child(callers));
        }
    } else {
        place = place.children(
            status
                .take()
                .map(|status| rich(&status))
                .unwrap_or_default(),
        );
    }
    let before = scene
        .before
        .threads
        .get(thread.index())
        .and_then(|view| view.frames.last());
    let values = frame
        .map(|frame| values(stand, frame, before))
        .unwrap_or_default();
    classed("tr", if mover == Some(thread) { "moved" } else { "" })
        .child(classed("td", "who").child(badge_view(recording, thread, filling)))
        .child(
            el("td").child(place).child(
                classed("small", "two")
                    .children(status.map(|status| rich(&status)).unwrap_or_default()),
            ),
        )
        .child(classed("td", "vals").children(values))
        .into()
}

/// The functions that a thread's innermost one was called by, innermost first.
fn callers(scene: &Scene, thread: ThreadId) -> Option<String> {
    let view = scene.view.threads.get(thread.index())?;
    let outer = view
        .frames
        .len()
        .checked_sub(1)
        .filter(|outer| *outer > 0)?;
    let name = |frame: &FrameView| {
        let function = scene.recording.function(frame.place);
        let line = scene.recording.line(frame.place);
        format!(
            " ← {}:{line}",
            function.unwrap_or_else(|| "<module>".into())
        )
    };
    let mut chain: String = view.frames[..outer].iter().rev().map(name).collect();
    if view.hidden > 0 {
        chain.push_str(&format!(" ← … {}", view.hidden));
    }
    Some(chain)
}

/// What a frame holds: its stack, the stale values in alarm, and its locals.
fn values(stand: Stand, frame: &FrameView, before: Option<&FrameView>) -> Vec<Node> {
    let mut stack = classed("div", "one");
    if frame.stack.is_empty() {
        stack = stack.child(dim(stand.label(Label::EmptyStack)));
    } else {
        let cells = frame.stack.iter().map(|value| {
            let class = if value.stale.is_some() {
                "cell stale"
            } else {
                "cell"
            };
            classed("span", class).child(value.value.clone()).into()
        });
        stack = stack
            .child(dim(stand.label(Label::Stack)))
            .child(" ")
            .children(cells);
    }
    let mut second = classed("div", "locals");
    if let Some(name) = frame.stack.iter().find_map(|value| value.stale.clone()) {
        let stale = classed("span", "alarm").child(stand.label(Label::Stale));
        second = second
            .child(stale)
            .child(" ")
            .child(el("code").child(name))
            .child(" ");
    }
    let was = before
        .filter(|before| before.place.code == frame.place.code)
        .map(|before| before.locals.as_slice());
    let locals = frame.locals.iter().map(|variable| {
        let changed =
            was.is_some_and(|was| find(was, &variable.name) != Some(variable.value.as_str()));
        let name = el("code").child(variable.name.clone());
        let local = classed("span", "local").child(name);
        local.child(value(&variable.value, changed)).into()
    });
    vec![stack.into(), second.children(locals).into()]
}

/// Locks, queues and so on that the run uses.
fn syncs(stand: Stand) -> Vec<Node> {
    let scene = stand.scene.get();
    let rows: Vec<_> = scene
        .recording
        .rows
        .used_syncs()
        .map(|(id, row)| sync_row(stand, &scene, id, !row.owners.is_empty()))
        .collect();
    match rows.is_empty() {
        true => rows,
        false => vec![caption(stand, Label::Syncs).into(), table(rows).into()],
    }
}

fn sync_row(stand: Stand, scene: &Scene, id: SyncId, owned: bool) -> Node {
    let recording = &*scene.recording;
    let index = id.0 as usize;
    let kind = recording
        .head()
        .syncs
        .get(index)
        .map_or("", |info| stand.lang().kind(&info.kind))
        .to_owned();
    let (now, was) = (scene.view.syncs.get(index), scene.before.syncs.get(index));
    let badges = |threads: &[ThreadId], filling| {
        threads
            .iter()
            .map(|thread| badge_view(recording, *thread, filling))
            .collect::<Vec<_>>()
    };
    let owners = now.map(|sync| sync.owners.as_slice()).unwrap_or_default();
    let waiters = now
        .map(|sync| badges(&sync.waiters, Fill::Hatched))
        .unwrap_or_default();
    let changed = now.is_some() && was.is_some() && now != was;
    let class = if changed { "ch" } else { "" };
    let mut content = classed("div", "one");
    if owned {
        let who = classed("span", class);
        let who = if owners.is_empty() {
            who.child(stand.label(Label::Nobody))
        } else {
            who.children(badges(owners, Fill::Solid))
        };
        content = content
            .child(dim(stand.label(Label::Holds)))
            .child(" ")
            .child(who);
    } else {
        let items = now.map(|sync| sync.items.join(", ")).unwrap_or_default();
        content = match items.is_empty() {
            true => content.child(classed("span", class).child(stand.label(Label::Empty))),
            false => content.child(value(&items, changed)),
        };
    }
    let name = classed("td", "who")
        .child(el("code").child(recording.sync_label(id).to_owned()))
        .child(" ");
    el("tr")
        .child(name.child(classed("span", "dim").child(kind)))
        .child(el("td").child(content))
        .child(classed("td", "vals").child(classed("div", "one").children(waiters)))
        .into()
}

/// Objects that several threads reach by names of their own.
fn shared(stand: Stand) -> Vec<Node> {
    let scene = stand.scene.get();
    let room = scene.recording.film.most_shared as usize;
    if room == 0 {
        return Vec::new();
    }
    let was: Vec<&SharedView> = objects(&scene.before).collect();
    let mut rows: Vec<Node> = Vec::new();
    for object in objects(&scene.view) {
        let before = was.iter().find(|old| old.names == object.names);
        let changed = before.is_some_and(|old| old.value != object.value);
        let names = object.names.iter().flat_map(|(who, name)| {
            let who = who.map(|who| badge_view(&scene.recording, who, Fill::Solid));
            let name = classed("code", "local").child(name.clone()).into();
            who.into_iter().chain([name])
        });
        let content = classed("div", "one").child(value(&object.value, changed));
        rows.push(
            el("tr")
                .child(el("td").child(content))
                .child(el("td").child(classed("div", "one").children(names)))
                .into(),
        );
    }
    rows.resize_with(room.max(rows.len()), empty_row);
    vec![
        caption(stand, Label::SharedObjects).into(),
        table(rows).into(),
    ]
}

fn objects(view: &View) -> impl Iterator<Item = &SharedView> {
    view.processes.iter().flat_map(|process| &process.shared)
}

fn empty_row() -> Node {
    let cell = || el("td").child(classed("div", "one"));
    el("tr").child(cell()).child(cell()).into()
}

/// Who waits for whom, in a run in which threads wait for locks; the links of a cycle first.
fn waiting(stand: Stand) -> Vec<Node> {
    let scene = stand.scene.get();
    let rows = &scene.recording.rows;
    // Room for everyone who ever waits.
    let waits_ever = |row: &&ThreadRow| {
        let blocked = |s: &Segment| matches!(s.state, ThreadState::Blocked(_));
        row.segments.iter().take(MOST_SEGMENTS).any(blocked)
    };
    let held = |row: &SyncRow| !row.hidden && !row.owners.is_empty() && !row.waiters.is_empty();
    if !rows.syncs.iter().any(held) {
        return Vec::new();
    }
    let room = rows
        .threads
        .iter()
        .filter(waits_ever)
        .count()
        .min(MOST_WAITS);
    let now = waits(&scene.view);
    let cyclic = now.iter().any(|wait| wait.cycle);
    let shown = now
        .iter()
        .take(MOST_WAITS)
        .map(|wait| wait_row(stand, &scene, wait));
    let mut links: Vec<Node> = shown.collect();
    links.resize_with(room.max(links.len()), || classed("li", "one").into());
    let mut title = caption(stand, Label::WaitsFor);
    if cyclic {
        title = title.child(classed("b", "alarm").child(stand.label(Label::Cycle)));
    }
    let list = classed("ol", "waits")
        .attr("aria-label", stand.region(Label::WaitsFor))
        .children(links);
    vec![title.into(), list.into()]
}

/// `T1 → b → T2`.
fn wait_row(stand: Stand, scene: &Scene, wait: &Wait) -> Node {
    let recording = &*scene.recording;
    let arrow = || classed("span", "to").child("→");
    let place = Recording::place_of(&scene.view, wait.thread);
    let line = place.map_or(0, |place| recording.line(place));
    let mut row = classed("li", if wait.cycle { "one cyc" } else { "one" })
        .child(badge_view(recording, wait.thread, Fill::Hatched))
        .child(arrow());
    row = match wait.sync {
        Some(sync) => row.child(el("code").child(recording.sync_label(sync).to_owned())),
        None => row.child(el("code").child("join()")),
    };
    if !wait.on.is_empty() {
        let holders = wait.on.iter().take(3);
        let holders = holders.map(|on| {
            let filling = fill(recording, &scene.view, *on, scene.mover());
            badge_view(recording, *on, filling)
        });
        row = row.child(arrow()).children(holders);
    }
    match line {
        0 => row.into(),
        line => {
            let text = format!(" {}\u{a0}{line}", stand.label(Label::Line));
            row.child(classed("span", "dim").child(text)).into()
        }
    }
}

/// What has been printed, with empty lines for what will be.
fn output(stand: Stand) -> Vec<Node> {
    let scene = stand.scene.get();
    let parts = scene.recording.output(scene.position);
    let printed: usize = parts
        .iter()
        .map(|(_, text)| text.matches('\n').count())
        .sum();
    let most = scene.recording.output_lines().min(MOST_OUTPUT);
    // The last line break only makes a line if something follows it.
    let room = match most.max(1).saturating_sub(printed.max(1)) {
        0 => String::new(),
        lines => "\n".repeat(lines) + "\u{200b}",
    };
    if parts.is_empty() {
        return vec![
            el("i").child(stand.label(Label::NoOutput)).into(),
            room.into(),
        ];
    }
    let last = parts.len() - 1;
    let parts = parts.into_iter().enumerate().map(|(index, (error, text))| {
        let text = if index == last {
            text.trim_end_matches('\n').to_owned()
        } else {
            text
        };
        classed("span", if error { "err" } else { "" })
            .child(text)
            .into()
    });
    parts.chain([room.into()]).collect()
}
