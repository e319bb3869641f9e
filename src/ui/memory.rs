//! The state pane: variables, threads, locks and queues, output. What the last step changed is marked.
//!
//! Every row that the run will ever need is there from the start, so that stepping moves nothing.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::trace::{FrameView, SyncId, Variable};
use crate::ui::narrate::Teller;
use crate::ui::parts::{Fill, badge_view, fill, rich};
use crate::ui::state::{Scene, Stand};
use crate::ui::text::Label;
use leptos::prelude::*;

/// More output lines than this are scrolled.
const MOST_OUTPUT: usize = 8;

/// The state pane.
pub fn memory_pane(stand: Stand) -> AnyView {
    let globals = move || {
        let scene = stand.scene.get();
        let shown = 0..scene.recording.trace.processes.len() as u32;
        shown.filter_map(|process| memory(stand, &scene, ProcessId(process))).collect::<Vec<_>>()
    };
    let threads = move || {
        let scene = stand.scene.get();
        let all = 0..scene.recording.trace.threads.len() as u32;
        all.map(|thread| thread_row(stand, &scene, ThreadId(thread))).collect::<Vec<_>>()
    };
    view! {
        <div class="p-state" role="region" aria-label=stand.label(Label::State)>
            <div>{globals}</div>
            <div class="cap">{stand.label(Label::Threads)}</div>
            <div class="scroll rows" tabindex="0" role="region" aria-label=stand.label(Label::Threads)>
                <table class="st"><tbody>{threads}</tbody></table>
            </div>
            {move || syncs(stand)}
            <div class="cap">{stand.label(Label::Output)}</div>
            <div class="out" tabindex="0" role="region" aria-label=stand.label(Label::Output)>{move || output(stand)}</div>
        </div>
    }
    .into_any()
}

/// The globals of a process.
fn memory(stand: Stand, scene: &Scene, process: ProcessId) -> Option<AnyView> {
    let names = scene.recording.globals.get(process.index()).filter(|names| !names.is_empty())?;
    let now = scene.view.processes.get(process.index()).map(|process| process.globals.as_slice()).unwrap_or_default();
    let was = scene.before.processes.get(process.index()).map(|process| process.globals.as_slice()).unwrap_or_default();
    let rows = names.iter().map(|name| variable_row(stand, name, find(was, name), find(now, name)));
    let rows = rows.collect::<Vec<_>>();
    let several = scene.recording.trace.processes.len() > 1;
    let (title, note) = match several {
        true => (scene.recording.trace.processes[process.index()].name.clone(), Label::OwnMemory),
        false => (stand.label(Label::Memory).to_owned(), Label::MemoryNote),
    };
    let view = view! {
        <div class="cap"><b>{title}</b><span>{stand.label(note)}</span></div>
        <div class="shared">{rows}</div>
    };
    Some(view.into_any())
}

fn find<'a>(variables: &'a [Variable], name: &str) -> Option<&'a str> {
    variables.iter().find(|variable| variable.name == name).map(|variable| variable.value.as_str())
}

fn variable_row(stand: Stand, name: &str, was: Option<&str>, now: Option<&str>) -> AnyView {
    let changed = was != now;
    let old = was.filter(|_| changed).map(|value| view! { <del class="v old">{value.to_owned()}</del> });
    let value = match now {
        Some(value) => view! { <span class="v" class:ch=changed>{value.to_owned()}</span> }.into_any(),
        None => view! { <small>{stand.label(Label::NoValue)}</small> }.into_any(),
    };
    view! { <div class="var"><code>{name.to_owned()}</code>{old}{value}</div> }.into_any()
}

fn thread_row(stand: Stand, scene: &Scene, thread: ThreadId) -> AnyView {
    let recording = &*scene.recording;
    let teller = Teller { lang: stand.lang(), recording };
    let mover = scene.mover();
    let filling = fill(recording, &scene.view, thread, mover);
    let status = teller.status(&scene.view, thread, mover);
    let frame = scene.view.threads.get(thread.index()).and_then(|view| view.frames.last());
    let place = frame.map(|frame| {
        let name = recording.trace.codes.get(frame.place.code.0 as usize).map_or("?", |code| code.name.as_str());
        let function = if name.starts_with('<') { name.to_owned() } else { format!("{name}()") };
        let line = stand.lang().pick("строка", "line");
        let line = format!(", {line}\u{a0}{}", recording.line(frame.place));
        view! { <code>{function}</code>{line} }
    });
    let before = scene.before.threads.get(thread.index()).and_then(|view| view.frames.last());
    let values = frame.map(|frame| values(stand, frame, before));
    let here = mover == Some(thread);
    view! {
        <tr class:moved=here>
            <td class="who">{badge_view(recording, thread, filling)}</td>
            <td><div class="one">{place}</div><small class="two">{rich(&status)}</small></td>
            <td class="vals">{values}</td>
        </tr>
    }
    .into_any()
}

/// What a frame holds: its stack, the stale values in alarm, and its locals.
fn values(stand: Stand, frame: &FrameView, before: Option<&FrameView>) -> AnyView {
    let cells = frame.stack.iter().map(|value| {
        let stale = value.stale.is_some();
        view! { <span class="cell" class:stale=stale>{value.value.clone()}</span> }
    });
    let cells = cells.collect::<Vec<_>>();
    let stack = match cells.is_empty() {
        true => view! { <span class="dim">{stand.label(Label::EmptyStack)}</span> }.into_any(),
        false => view! { <span class="dim">{stand.label(Label::Stack)}" "</span>{cells} }.into_any(),
    };
    let stale = frame.stack.iter().find_map(|value| value.stale.clone()).map(|name| {
        view! { <small><span class="alarm">{stand.label(Label::Stale)}</span>" "<code>{name}</code></small> }
    });
    let was = before.filter(|before| before.place.code == frame.place.code).map(|before| before.locals.as_slice());
    let locals = frame.locals.iter().map(|variable| {
        let changed = was.is_some_and(|was| find(was, &variable.name) != Some(variable.value.as_str()));
        view! { <span class="local"><code>{variable.name.clone()}</code><span class="v" class:ch=changed>{variable.value.clone()}</span></span> }
    });
    let locals = locals.collect::<Vec<_>>();
    view! { <div class="one">{stack}</div>{stale}<div class="locals">{locals}</div> }.into_any()
}

/// Locks, queues and so on that the run uses.
fn syncs(stand: Stand) -> Option<AnyView> {
    let scene = stand.scene.get();
    let recording = &*scene.recording;
    let rows = recording.rows.used_syncs().map(|(id, row)| sync_row(stand, &scene, id, !row.owners.is_empty()));
    let rows = rows.collect::<Vec<_>>();
    let title = stand.label(Label::Syncs);
    (!rows.is_empty()).then(|| view! { <div class="cap">{title}</div><table class="st"><tbody>{rows}</tbody></table> }.into_any())
}

fn sync_row(stand: Stand, scene: &Scene, id: SyncId, owned: bool) -> AnyView {
    let recording = &*scene.recording;
    let index = id.0 as usize;
    let info = recording.trace.syncs.get(index);
    let kind = info.map_or("", |info| stand.lang().kind(&info.kind)).to_owned();
    let (now, was) = (scene.view.syncs.get(index), scene.before.syncs.get(index));
    let badges = |threads: &[ThreadId], filling| threads.iter().map(|thread| badge_view(recording, *thread, filling)).collect::<Vec<_>>();
    let owners = now.map(|sync| sync.owners.clone()).unwrap_or_default();
    let waiters = now.map(|sync| badges(&sync.waiters, Fill::Hatched));
    let changed = now.is_some() && was.is_some() && now != was;
    let content = if owned {
        let who = match owners.is_empty() {
            true => view! { <span class="dim">{stand.label(Label::Nobody)}</span> }.into_any(),
            false => badges(&owners, Fill::Solid).into_any(),
        };
        view! { <span class="dim">{stand.label(Label::Holds)}" "</span><span class:ch=changed>{who}</span> }.into_any()
    } else {
        let items = now.map(|sync| sync.items.join(", ")).unwrap_or_default();
        match items.is_empty() {
            true => view! { <span class="dim" class:ch=changed>{stand.label(Label::Empty)}</span> }.into_any(),
            false => view! { <span class="v" class:ch=changed>{items}</span> }.into_any(),
        }
    };
    view! {
        <tr>
            <td class="who"><code>{recording.sync_label(id).to_owned()}</code>" "<span class="dim">{kind}</span></td>
            <td><div class="one">{content}</div></td>
            <td class="vals"><div class="one">{waiters}</div></td>
        </tr>
    }
    .into_any()
}

/// What has been printed, with empty lines for what will be.
fn output(stand: Stand) -> AnyView {
    let scene = stand.scene.get();
    let parts = scene.recording.output(scene.position);
    let printed: usize = parts.iter().map(|(_, text)| text.matches('\n').count()).sum();
    let most = scene.recording.output_lines.min(MOST_OUTPUT);
    let room = "\n".repeat(most.max(1).saturating_sub(printed.max(1)));
    if parts.is_empty() {
        return view! { <i>{stand.label(Label::NoOutput)}</i>{room} }.into_any();
    }
    let last = parts.len() - 1;
    let parts = parts.into_iter().enumerate().map(|(index, (error, text))| {
        let text = if index == last { text.trim_end_matches('\n').to_owned() } else { text };
        view! { <span class:err=error>{text}</span> }
    });
    view! { {parts.collect::<Vec<_>>()}{room} }.into_any()
}
