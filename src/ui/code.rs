//! The code pane: the source with a badge at each thread's next line, the line of the last step marked,
//! and on demand the instructions of that line.

use crate::machine::ids::ThreadId;
use crate::trace::Place;
use crate::ui::accuse::Charge;
use crate::ui::model::Section;
use crate::ui::node::{Element, Node, Str, classed, el, live};
use crate::ui::parts::{Fill, badge_view, fill, rich};
use crate::ui::recording::Recording;
use crate::ui::state::{Scene, Shown, Stand};
use crate::ui::text::Label;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// At most so many instructions of a line are shown at once.
const MOST_ROWS: usize = 14;

/// At most so many badges stand in the margin of a line.
const MOST_BADGES: usize = 2;

/// Where each thread is about to go on: line, place, who, how its badge is filled.
type Marker = (u32, Place, ThreadId, Fill);

/// What stands beside the lines.
#[derive(Clone)]
struct Marks {
    /// Where threads go on.
    markers: Memo<Vec<Marker>>,
    /// The last step's place.
    now: Memo<Option<Place>>,
    /// What the machine accuses.
    charge: Memo<Charge>,
    /// By line: what wakes it. If each listened to the step itself, all would be at work in every step.
    lines: Arc<[ArcTrigger]>,
}

impl Marks {
    /// Wakes the lines that a step touches, and those that the step before has touched.
    fn wake(&self, stand: Stand) -> RenderEffect<Str> {
        let marks = self.clone();
        let mut last = Vec::new();
        // The type of all effects on attributes: one of its own would be code of its own.
        RenderEffect::new(move |_| {
            let all = marks.markers.get();
            let mut touched: Vec<u32> = all.iter().map(|marker| marker.0).collect();
            let line = |place| stand.recording.with_untracked(|r| r.line(place));
            touched.extend(marks.now.get().map(line));
            let before = std::mem::replace(&mut last, touched.clone());
            touched.extend(before);
            for line in touched {
                if let Some(line) = marks.lines.get(line as usize) {
                    line.notify();
                }
            }
            Str::default()
        })
    }

    /// Listens to some lines.
    fn listen(&self, lines: RangeInclusive<u32>) {
        for line in lines {
            if let Some(line) = self.lines.get(line as usize) {
                line.track();
            }
        }
    }
}

/// The code pane. Beside the code there is room for the editor, which is a script's.
pub fn code_pane(stand: Stand, charge: Memo<Charge>) -> Node {
    let markers = Memo::new(move |_| stand.scene.with(|scene| markers(scene, &stand.shown.get())));
    let now = Memo::new(move |_| stand.scene.with(|scene| current(scene, &stand.shown.get())));
    // Kept here, because an effect ends with its last owner.
    let mut waking = None;
    let lines = move || {
        let shown = stand.shown.get();
        let marks = Marks {
            markers,
            now,
            charge,
            lines: (0..=shown.code.len()).map(|_| ArcTrigger::new()).collect(),
        };
        waking.replace(marks.wake(stand));
        let sections = shown.sections.iter();
        sections
            .flat_map(|section| section_view(stand, &shown, section, &marks))
            .collect()
    };
    let code = classed("code", "code")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", stand.region(Label::Code))
        .child(live(lines))
        .child(filler(stand, now));
    classed("div", "p-code")
        .child(classed("div", "p-edit"))
        .child(code)
        .into()
}

/// A stretch of lines, under its title if it is folded.
fn section_view(stand: Stand, shown: &Shown, section: &Section, marks: &Marks) -> Vec<Node> {
    let open = section.folded.is_none();
    let lines =
        (section.first..=section.last).flat_map(|line| line_view(stand, shown, open, line, marks));
    let Some(title) = &section.folded else {
        return lines.collect();
    };
    let summary = el("summary")
        .child(gutter(stand, marks, section.first..=section.last))
        .child(el("span").child(title.clone()));
    vec![
        classed("details", "fold")
            .child(summary)
            .children(lines)
            .into(),
    ]
}

/// Room for the instructions of the longest line, where fewer are shown.
fn filler(stand: Stand, now: Memo<Option<Place>>) -> Node {
    let gaps = move || {
        if !stand.instructions.get() {
            return Vec::new();
        }
        let unfolded = |place: &Place| {
            let line = stand.recording.with(|recording| recording.line(*place));
            stand.shown.with(|shown| shown.is_open(line))
        };
        let shown = now.get().filter(unfolded);
        let shown = stand
            .scene
            .with(|scene| shown.map_or(0, |place| rows(scene, place).len()));
        let most = stand
            .recording
            .with(|recording| recording.most_instructions)
            .min(MOST_ROWS);
        (shown..most).map(|_| classed("span", "l").into()).collect()
    };
    // A phone keeps no room before the first step.
    let class = move || match stand.cursor.get() {
        Some(_) => "dis",
        None => "dis rest",
    };
    el("span")
        .live_attr("class", class)
        .attr("aria-hidden", "true")
        .child(live(gaps))
        .into()
}

/// The badges of the threads that go on in some lines.
fn gutter(stand: Stand, marks: &Marks, lines: RangeInclusive<u32>) -> Element {
    let marks = marks.clone();
    let mine = move || {
        marks.listen(lines.clone());
        let recording = stand.recording.get_untracked();
        let mine = |marker: &Marker| lines.contains(&marker.0);
        marks
            .markers
            .with_untracked(|all| badges(&recording, all, mine))
    };
    classed("span", "g").child(live(mine))
}

/// The badges of some threads, as many as there is room for; the others are counted.
fn badges(recording: &Recording, markers: &[Marker], which: impl Fn(&Marker) -> bool) -> Vec<Node> {
    let mine: Vec<_> = markers.iter().filter(|marker| which(marker)).collect();
    let shown = mine.iter().take(MOST_BADGES);
    let mut shown: Vec<Node> = shown
        .map(|(_, _, thread, fill)| badge_view(recording, *thread, *fill))
        .collect();
    if mine.len() > MOST_BADGES {
        let more = format!("+{}", mine.len() - MOST_BADGES);
        shown.push(classed("span", "more").child(more).into());
    }
    shown
}

fn line_view(stand: Stand, shown: &Shown, open: bool, line: u32, marks: &Marks) -> [Node; 2] {
    let (markers, now, charge) = (marks.markers, marks.now, marks.charge);
    let tokens = shown
        .code
        .get(line as usize - 1)
        .cloned()
        .unwrap_or_default();
    let tokens = tokens.into_iter().map(|(class, text)| match class.name() {
        "" => text.into(),
        name => classed("span", name).child(text).into(),
    });
    let listening = marks.clone();
    let here = move || {
        listening.listen(line..=line);
        let mine = |place: &Place| stand.recording.with_untracked(|r| r.line(*place)) == line;
        now.get_untracked().filter(mine)
    };
    let still_here = here.clone();
    let shown = el("span")
        .live_attr("class", move || match here() {
            Some(_) if !(open && stand.instructions.get()) => "l now",
            _ => "l",
        })
        .child(gutter(stand, marks, line..=line))
        .child(el("i").child(line.to_string()))
        .child(
            el("span")
                .children(tokens)
                .child(live(move || charge.with(|charge| notes(charge, line)))),
        );
    let below = live(
        move || match still_here().filter(|_| open && stand.instructions.get()) {
            Some(place) => instructions(stand, place, markers),
            None => Vec::new(),
        },
    );
    [shown.into(), below]
}

/// What is said against a line.
fn notes(charge: &Charge, line: u32) -> Vec<Node> {
    let mine = charge.notes.iter().filter(|(at, _)| *at == line);
    let mine: Vec<&str> = mine.map(|(_, text)| text.as_str()).collect();
    match mine.is_empty() {
        true => Vec::new(),
        false => {
            let note = classed("span", "acc").children(rich(&format!("✕ {}", mine.join("; "))));
            vec![note.into()]
        }
    }
}

/// The instructions of a line, the executed one marked.
fn instructions(stand: Stand, place: Place, markers: Memo<Vec<Marker>>) -> Vec<Node> {
    let scene = stand.scene.get();
    let list = rows(&scene, place).into_iter().map(|(at, op, arg)| {
        let mine = markers.with(|all| badges(&scene.recording, all, |marker| marker.1 == at));
        let now = at == place;
        let row = classed("span", if now { "l now" } else { "l" })
            .child(classed("span", "g").children(mine))
            .child(el("span").child(op))
            .child(arg);
        let note = || format!("{} {}", stand.label(Label::Axis), scene.position);
        let note = now.then(|| classed("span", "r").child(note()).into());
        row.children(note).into()
    });
    vec![classed("span", "dis").children(list).into()]
}

/// The instructions of a place's line; if there are many, those round it.
fn rows(scene: &Scene, place: Place) -> Vec<(Place, String, String)> {
    let all = scene.recording.instructions_of(place);
    let at = all
        .iter()
        .position(|(other, _)| *other == place)
        .unwrap_or(0);
    let first = at
        .saturating_sub(MOST_ROWS / 2)
        .min(all.len().saturating_sub(MOST_ROWS));
    all.into_iter()
        .skip(first)
        .take(MOST_ROWS)
        .map(|(place, i)| (place, i.op.clone(), shown_argument(&i.arg)))
        .collect()
}

/// An argument in one short line: of a code object its name.
pub fn shown_argument(arg: &str) -> String {
    match arg
        .strip_prefix("<code object ")
        .and_then(|rest| rest.split_once(','))
    {
        Some((name, _)) => format!("<code object {name}>"),
        None => arg.to_owned(),
    }
}

fn markers(scene: &Scene, shown: &Shown) -> Vec<Marker> {
    if scene.cursor.is_none() {
        return Vec::new();
    }
    let (recording, mover) = (&*scene.recording, scene.mover());
    let threads = (0..scene.view.threads.len() as u32).map(ThreadId);
    threads
        .filter_map(|thread| {
            let place = Recording::place_of(&scene.view, thread)
                .filter(|place| own(recording, *place, shown))?;
            Some((
                recording.line(place),
                place,
                thread,
                fill(recording, &scene.view, thread, mover),
            ))
        })
        .collect()
}

/// The place of the last step, if it is in the program's own file.
fn current(scene: &Scene, shown: &Shown) -> Option<Place> {
    let place = scene
        .cursor
        .and_then(|cursor| scene.recording.step_to(cursor))?
        .place;
    own(&scene.recording, place, shown).then_some(place)
}

fn own(recording: &Recording, place: Place, shown: &Shown) -> bool {
    recording
        .head()
        .codes
        .get(place.code.0 as usize)
        .is_some_and(|code| code.file == shown.program.file)
}
