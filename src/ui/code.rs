//! The code pane: the source with a badge at each thread's next line, the line of the last step marked,
//! and on demand the instructions of that line.

use crate::machine::ids::ThreadId;
use crate::trace::Place;
use crate::ui::model::{PlayerModel, Section};
use crate::ui::parts::{Fill, badge_view, fill};
use crate::ui::recording::Recording;
use crate::ui::state::{Scene, Stand};
use crate::ui::text::Label;
use leptos::prelude::*;
use std::sync::Arc;

/// At most so many instructions of a line are shown at once.
const MOST_ROWS: usize = 14;

/// Where each thread is about to go on: line, place, who, how its badge is filled.
type Marker = (u32, Place, ThreadId, Fill);

/// The code pane.
pub fn code_pane(stand: Stand) -> AnyView {
    let model = stand.model();
    let markers = Memo::new(move |_| stand.scene.with(|scene| markers(scene, &stand.model())));
    let now = Memo::new(move |_| stand.scene.with(|scene| current(scene, &stand.model())));
    let sections = model.sections.iter().map(|section| {
        let lines: Vec<_> = (section.first..=section.last).map(|line| line_view(stand, &model, section, line, markers, now)).collect();
        match &section.folded {
            None => lines.into_any(),
            Some(title) => folded(stand, section, title, lines.into_any(), markers),
        }
    });
    let sections = sections.collect::<Vec<_>>();
    let filler = move || {
        let unfolded = |place: &Place| open(&stand.model(), stand.recording.with(|recording| recording.line(*place)));
        let shown = now.get().filter(|place| stand.instructions.get() && unfolded(place));
        let shown = stand.scene.with(|scene| shown.map_or(0, |place| rows(scene, place).len()));
        let most = match stand.instructions.get() {
            true => stand.recording.with(|recording| recording.most_instructions()).min(MOST_ROWS),
            false => 0,
        };
        (shown..most).map(|_| view! { <span class="l gap"></span> }).collect::<Vec<_>>()
    };
    view! {
        <div class="p-code">
            <code class="code" tabindex="0" role="region" aria-label=stand.label(Label::Code)>
                {sections}
                <span class="dis" aria-hidden="true">{filler}</span>
            </code>
        </div>
    }
    .into_any()
}

fn folded(stand: Stand, section: &Section, title: &str, lines: AnyView, markers: Memo<Vec<Marker>>) -> AnyView {
    let (first, last) = (section.first, section.last);
    let inside = move || {
        let recording = stand.recording.get();
        let here = markers.with(|markers| markers.iter().filter(|m| (first..=last).contains(&m.0)).map(|m| (m.2, m.3)).collect::<Vec<_>>());
        here.into_iter().map(|(thread, fill)| badge_view(&recording, thread, fill)).collect::<Vec<_>>()
    };
    view! {
        <details class="fold">
            <summary><span class="g">{inside}</span><span>{title.to_owned()}</span></summary>
            {lines}
        </details>
    }
    .into_any()
}

fn line_view(stand: Stand, model: &Arc<PlayerModel>, section: &Section, line: u32, markers: Memo<Vec<Marker>>, now: Memo<Option<Place>>) -> AnyView {
    let tokens = model.code.get(line as usize - 1).cloned().unwrap_or_default();
    let tokens = tokens.into_iter().map(|(class, text)| match class.name() {
        "" => text.into_any(),
        name => view! { <span class=name>{text}</span> }.into_any(),
    });
    let tokens = tokens.collect::<Vec<_>>();
    let open = section.folded.is_none();
    let here = Memo::new(move |_| now.get().filter(|place| stand.recording.with(|recording| recording.line(*place)) == line));
    let gutter = move || {
        let recording = stand.recording.get();
        let mine: Vec<_> = markers.with(|markers| markers.iter().filter(|m| m.0 == line).map(|m| (m.2, m.3)).collect());
        mine.into_iter().map(|(thread, fill)| badge_view(&recording, thread, fill)).collect::<Vec<_>>()
    };
    let below = move || {
        let place = here.get().filter(|_| open && stand.instructions.get())?;
        Some(instructions(stand, place, markers))
    };
    view! {
        <span class="l" class:now=move || here.get().is_some()>
            <span class="g">{gutter}</span><i>{line.to_string()}</i><span>{tokens}</span>
        </span>
        {below}
    }
    .into_any()
}

/// The instructions of a line, the executed one marked.
fn instructions(stand: Stand, place: Place, markers: Memo<Vec<Marker>>) -> AnyView {
    let scene = stand.scene.get();
    let step = format!("{} {}", stand.label(Label::Axis), scene.position);
    let list = rows(&scene, place).into_iter().map(|(at, op, arg)| {
        let badges: Vec<_> = markers.with(|markers| markers.iter().filter(|m| m.1 == at).map(|m| badge_view(&scene.recording, m.2, m.3)).collect());
        let executed = at == place;
        let note = if executed { step.clone() } else { String::new() };
        view! {
            <span class="l" class:now=executed>
                <span class="g">{badges}</span><i></i><span>{op}</span><span>{arg}<span class="r">{note}</span></span>
            </span>
        }
    });
    view! { <span class="dis">{list.collect::<Vec<_>>()}</span> }.into_any()
}

/// The instructions of a place's line; if there are many, those round it.
fn rows(scene: &Scene, place: Place) -> Vec<(Place, String, String)> {
    let all = scene.recording.instructions_of(place);
    let at = all.iter().position(|(other, _)| *other == place).unwrap_or(0);
    let first = at.saturating_sub(MOST_ROWS / 2).min(all.len().saturating_sub(MOST_ROWS));
    all.into_iter().skip(first).take(MOST_ROWS).map(|(place, i)| (place, i.op.clone(), i.arg.clone())).collect()
}

fn markers(scene: &Scene, model: &PlayerModel) -> Vec<Marker> {
    if scene.cursor.is_none() {
        return Vec::new();
    }
    let (recording, mover) = (&*scene.recording, scene.mover());
    let threads = (0..scene.view.threads.len() as u32).map(ThreadId);
    threads
        .filter_map(|thread| {
            let place = Recording::place_of(&scene.view, thread).filter(|place| own(recording, *place, model))?;
            Some((recording.line(place), place, thread, fill(recording, &scene.view, thread, mover)))
        })
        .collect()
}

/// The place of the last step, if it is in the program's own file.
fn current(scene: &Scene, model: &PlayerModel) -> Option<Place> {
    let place = scene.cursor.and_then(|cursor| scene.recording.step_to(cursor))?.place;
    own(&scene.recording, place, model).then_some(place)
}

fn own(recording: &Recording, place: Place, model: &PlayerModel) -> bool {
    recording.trace.codes.get(place.code.0 as usize).is_some_and(|code| code.file == model.program.file)
}

/// Whether a line is in a stretch that is not folded away.
fn open(model: &PlayerModel, line: u32) -> bool {
    model.sections.iter().any(|section| section.folded.is_none() && (section.first..=section.last).contains(&line))
}
