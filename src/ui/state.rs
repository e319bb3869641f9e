//! Where a player stands: its recording, its cursor, whom the reader has chosen, and what moves them.

use crate::machine::ids::ThreadId;
use crate::machine::options::{Options, Preemption};
use crate::protocol::Program;
use crate::protocol::listing::Listing;
#[cfg(feature = "hydrate")]
use crate::protocol::{Run, setup::Setup};
use crate::timeline::{Axis, Lanes, Window};
use crate::trace::{Status, View};
use crate::ui::ask::Asking;
use crate::ui::code::shown_argument;
use crate::ui::model::{PlayerModel, Section};
use crate::ui::narrate::Teller;
use crate::ui::recording::Recording;
use crate::ui::runs::{Kept, Origin};
use crate::ui::text::{Label, Lang};
use crate::ui::walk::{Unit, back, forward, parting};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Between two steps while playing.
const PACE: Duration = Duration::from_millis(700);

/// The program that a player shows: at first its model's, later perhaps the reader's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The whole program.
    pub program: Program,
    /// How its source is shown.
    pub sections: Vec<Section>,
    /// Its lines in pieces.
    pub code: Listing,
    /// What its runs depend on.
    pub options: Options,
}

impl Shown {
    /// Whether a line is in a stretch that is not folded away.
    pub fn is_open(&self, line: u32) -> bool {
        self.sections.iter().any(|section| {
            section.folded.is_none() && (section.first..=section.last).contains(&line)
        })
    }
}

/// The signals of one player.
#[derive(Clone, Copy)]
pub struct Stand {
    model: StoredValue<Arc<PlayerModel>>,
    /// The program that is shown.
    pub shown: RwSignal<Arc<Shown>>,
    original: StoredValue<Arc<Recording>>,
    /// The run that is shown.
    pub recording: RwSignal<Arc<Recording>>,
    /// How many steps are done; `None` while the player is at rest and shows the whole run.
    pub cursor: RwSignal<Option<u32>>,
    /// Whom the reader wants to move next, if not whom the recording says.
    pub chosen: RwSignal<Option<ThreadId>>,
    /// Whether it steps by itself.
    pub playing: RwSignal<bool>,
    /// Whether the engine is at work for this player.
    pub waiting: RwSignal<bool>,
    /// What the reader has to be told about the engine.
    pub notice: RwSignal<Option<Label>>,
    /// Whether the current line's instructions are shown.
    pub instructions: RwSignal<bool>,
    /// Whether the keys are explained.
    pub help: RwSignal<bool>,
    /// Which pictures are on the screen: the wide one, the narrow one.
    pub widths: RwSignal<(bool, bool)>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    /// What the reader asks of the machine.
    pub asking: Asking,
    /// The runs that are kept, the page's own first.
    pub runs: RwSignal<Vec<Kept>>,
    /// The run that the one shown is compared with.
    pub other: RwSignal<Option<Arc<Recording>>>,
    /// The first step in which those two differ.
    pub differs: Memo<Option<u32>>,
    /// How far a step goes.
    pub unit: RwSignal<Unit>,
    /// The part of the run that the reader has zoomed to; else what is round the cursor.
    pub zoom: RwSignal<Option<Window>>,
    /// Along what the timeline is measured.
    pub axis: RwSignal<Axis>,
    /// Which lanes the timeline has.
    pub lanes: RwSignal<Lanes>,
    /// Whether the player fills the window.
    pub projector: RwSignal<bool>,
    /// What is to be seen now.
    pub scene: Memo<Scene>,
    /// Whether it is at rest, at the start, at the end: steps in between wake no button.
    pub ends: Memo<[bool; 3]>,
}

/// A moment of a run.
#[derive(Clone)]
pub struct Scene {
    /// The run.
    pub recording: Arc<Recording>,
    /// As in [`Stand::cursor`].
    pub cursor: Option<u32>,
    /// The position whose state is shown: at rest the end.
    pub position: u32,
    /// The state one step earlier; at rest and at the start the same state.
    pub before: Arc<View>,
    /// The state.
    pub view: Arc<View>,
}

impl PartialEq for Scene {
    fn eq(&self, other: &Self) -> bool {
        self.cursor == other.cursor && Arc::ptr_eq(&self.recording, &other.recording)
    }
}

impl Scene {
    fn new(recording: Arc<Recording>, cursor: Option<u32>) -> Self {
        let position = cursor.unwrap_or(recording.len());
        // What a scene holds is shared: every pane has a copy of it in every step.
        let step = cursor.and_then(|cursor| recording.step_to(cursor));
        let before = Arc::new(recording.view(position - u32::from(step.is_some())));
        let mut view = Arc::clone(&before);
        if let Some(step) = step {
            let view = Arc::make_mut(&mut view);
            step.changes.iter().for_each(|change| view.apply(change));
        }
        Scene {
            recording,
            cursor,
            position,
            before,
            view,
        }
    }

    /// Who moved last; nobody at rest.
    pub fn mover(&self) -> Option<ThreadId> {
        self.cursor
            .and_then(|cursor| self.recording.step_to(cursor))
            .map(|step| step.thread)
    }

    /// Where the next step starts: at rest from the beginning.
    pub fn start(&self) -> u32 {
        self.cursor.unwrap_or(0)
    }

    /// The state from which the next step is taken.
    pub fn next_view(&self) -> Arc<View> {
        if self.cursor.is_some() {
            Arc::clone(&self.view)
        } else {
            Arc::default()
        }
    }
}

/// A row of the list of who can move next.
#[derive(Clone, PartialEq)]
pub struct Candidate {
    /// Who.
    pub thread: ThreadId,
    /// `LOAD_GLOBAL counter`.
    pub instruction: String,
    /// What it would do, or why it cannot.
    pub note: String,
    /// Whether it can be chosen.
    pub able: bool,
    /// The key that chooses it.
    pub key: Option<char>,
}

impl Stand {
    /// At rest before the model's own run.
    pub fn new(model: Arc<PlayerModel>) -> Self {
        let first = Arc::new(Recording::of(model.run.clone(), &model.program));
        let shown = Shown {
            program: model.program.clone(),
            sections: model.sections.clone(),
            code: model.code.clone(),
            options: model.options.clone(),
        };
        let shows = model.options.preemption != Preemption::Cpython;
        let recording = RwSignal::new(Arc::clone(&first));
        let cursor = RwSignal::new(None);
        let other = RwSignal::new(None::<Arc<Recording>>);
        let differs = Memo::new(move |_| {
            let other = other.get()?;
            recording.with(|shown| parting(shown, &other))
        });
        let page = Kept {
            recording: Arc::clone(&first),
            origin: Origin::Page,
            number: 1,
        };
        Stand {
            asking: Asking::new(),
            runs: RwSignal::new(vec![page]),
            other,
            differs,
            unit: RwSignal::default(),
            zoom: RwSignal::new(None),
            axis: RwSignal::new(Axis::Steps),
            lanes: RwSignal::new(Lanes::default()),
            projector: RwSignal::new(false),
            model: StoredValue::new(model),
            shown: RwSignal::new(Arc::new(shown)),
            original: StoredValue::new(first),
            recording,
            cursor,
            chosen: RwSignal::new(None),
            playing: RwSignal::new(false),
            waiting: RwSignal::new(false),
            notice: RwSignal::new(None),
            instructions: RwSignal::new(shows),
            help: RwSignal::new(false),
            widths: RwSignal::new((true, true)),
            printing: RwSignal::new(false),
            scene: Memo::new(move |_| Scene::new(recording.get(), cursor.get())),
            ends: Memo::new(move |_| {
                let (cursor, length) = (cursor.get(), recording.with(|r| r.len()));
                [None, Some(0), Some(length)].map(|end| cursor == end)
            }),
        }
    }

    /// The model.
    pub fn model(self) -> Arc<PlayerModel> {
        self.model.get_value()
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.model.with_value(|model| model.language)
    }

    /// Who tells of a run in that language.
    pub fn teller(self, recording: &Recording) -> Teller<'_> {
        let lang = self.lang();
        Teller { lang, recording }
    }

    /// The name of a part, told apart from the same part of another player on the page.
    pub fn region(self, label: Label) -> String {
        let figure = self.label(Label::Figure);
        let number = self.model.with_value(|model| model.number.clone());
        if number.is_empty() {
            return self.label(label).to_owned();
        }
        format!("{figure} {number}: {}", self.label(label))
    }

    /// A label in that language.
    pub fn label(self, label: Label) -> &'static str {
        self.lang().label(label)
    }

    /// Whether the run shown is not the model's own.
    pub fn branched(self) -> bool {
        self.original
            .with_value(|original| !Arc::ptr_eq(original, &self.recording.get()))
    }

    /// Goes to a position.
    pub fn go(self, position: u32) {
        let last = self.recording.with_untracked(|recording| recording.len());
        let position = position.min(last);
        self.chosen.set(None);
        if let Some(window) = self.zoom.get_untracked() {
            let follows = window.following(position, last);
            if follows != window {
                self.zoom.set(Some(follows));
            }
        }
        self.cursor.set(Some(position));
    }

    /// Whom the reader follows: who moved last, or is about to move.
    fn followed(self, scene: &Scene) -> Option<ThreadId> {
        let next = scene.recording.next_at(scene.start());
        self.chosen.get_untracked().or(scene.mover()).or(next)
    }

    /// One step back; from rest, back from the end.
    pub fn back(self) {
        let scene = self.scene.get_untracked();
        let last = scene.recording.rows.mover(scene.position);
        let Some(thread) = scene.mover().or(last) else {
            return self.go(0);
        };
        let unit = self.unit.get_untracked();
        self.go(back(&scene.recording, scene.position, thread, unit));
    }

    /// One step by whoever is chosen; from rest, the first.
    pub fn step(self) {
        self.step_by(self.unit.get_untracked());
    }

    /// One step of some length.
    pub fn step_by(self, unit: Unit) {
        if self.waiting.get_untracked() {
            return;
        }
        let scene = self.scene.get_untracked();
        let (start, chosen) = (scene.start(), self.chosen.get_untracked());
        let Some(recorded) = scene.recording.next_at(start) else {
            return match chosen {
                Some(thread) => self.branch(&scene.recording, start, thread, unit),
                None => self.playing.set(false),
            };
        };
        if unit == Unit::Turn {
            let thread = self.followed(&scene).unwrap_or(recorded);
            return self.go(forward(&scene.recording, start, thread, unit));
        }
        match chosen.filter(|chosen| *chosen != recorded) {
            Some(thread) => self.branch(&scene.recording, start, thread, unit),
            None => self.go(forward(&scene.recording, start, recorded, unit)),
        }
    }

    /// To the next place where another thread takes over, or back to the last.
    pub fn to_switch(self, forward: bool) {
        let scene = self.scene.get_untracked();
        let from = if forward {
            scene.start()
        } else {
            scene.position
        };
        self.go(scene.recording.switch(from, forward));
    }

    /// Chooses the thread of a key and steps it.
    pub fn step_by_key(self, key: char) {
        let list = self
            .scene
            .with_untracked(|scene| candidates(scene, self.lang()));
        if let Some(candidate) = list
            .iter()
            .find(|candidate| candidate.able && candidate.key == Some(key))
        {
            self.chosen.set(Some(candidate.thread));
            self.step_by(match self.unit.get_untracked() {
                Unit::Turn => Unit::Instruction,
                unit => unit,
            });
        }
    }

    /// Back to the model's own run, at rest.
    pub fn restart(self) {
        self.playing.set(false);
        self.chosen.set(None);
        self.cursor.set(None);
        self.notice.set(None);
        self.zoom.set(None);
        self.other.set(None);
        self.recording.set(self.original.get_value());
    }

    /// Plays, or stops playing.
    pub fn toggle_play(self) {
        let plays = !self.playing.get_untracked();
        self.playing.set(plays);
        if plays {
            let scene = self.scene.get_untracked();
            if scene.cursor == Some(scene.recording.len()) {
                self.go(0);
            }
            self.tick();
        }
    }

    fn tick(self) {
        if !self.playing.get_untracked() {
            return;
        }
        self.step();
        let scene = self.scene.get_untracked();
        if scene.cursor == Some(scene.recording.len()) {
            self.playing.set(false);
        } else {
            set_timeout(move || self.tick(), PACE);
        }
    }

    /// Shows another program and its run, at rest or at a position.
    #[cfg(feature = "hydrate")]
    pub fn adopt(self, setup: Setup, run: Run, code: Listing) {
        let whole = Section {
            first: 1,
            last: code.len() as u32,
            folded: None,
        };
        let recording = Arc::new(Recording::of(run, &setup.program));
        self.playing.set(false);
        self.chosen.set(None);
        self.notice.set(None);
        self.zoom.set(None);
        self.other.set(None);
        self.cursor.set(None);
        self.original.set_value(Arc::clone(&recording));
        self.shown.set(Arc::new(Shown {
            program: setup.program,
            sections: vec![whole],
            code,
            options: setup.options,
        }));
        self.runs.set(vec![Kept {
            recording: Arc::clone(&recording),
            origin: Origin::Page,
            number: 1,
        }]);
        self.recording.set(recording);
        if let Some(position) = setup.cursor {
            self.go(position);
        }
    }

    /// What is shown, as links and drafts carry it.
    #[cfg(feature = "hydrate")]
    pub fn setup(self) -> Setup {
        let shown = self.shown.get_untracked();
        let recording = self.recording.get_untracked();
        Setup {
            program: shown.program.clone(),
            options: shown.options.clone(),
            schedule: recording.head().schedule.clone(),
            cursor: self.cursor.get_untracked(),
        }
    }
}

/// The key of a thread: the number in its label, `m` for the main one.
fn key(label: &str) -> Option<char> {
    match label {
        "main" => Some('m'),
        _ => label
            .strip_prefix(['T', 'P'])
            .and_then(|number| number.parse().ok())
            .filter(|key: &char| matches!(key, '1'..='9')),
    }
}

/// Who is alive where the next step starts, and what each would do.
pub fn candidates(scene: &Scene, lang: Lang) -> Vec<Candidate> {
    let recording = &*scene.recording;
    let teller = Teller { lang, recording };
    let (view, start) = (scene.next_view(), scene.start());
    let recorded = recording.next_at(start);
    let now_ns = recording.step_to(start).map_or(0, |step| step.end_ns);
    let mut list: Vec<Candidate> = Vec::new();
    for (index, thread) in view.threads.iter().enumerate() {
        if matches!(thread.status, Status::Finished | Status::Killed) {
            continue;
        }
        let id = ThreadId(index as u32);
        let instruction =
            Recording::place_of(&view, id).and_then(|place| recording.instruction(place));
        let refusal = teller
            .refusal(&view, id, now_ns)
            .filter(|_| recorded != Some(id));
        list.push(Candidate {
            thread: id,
            instruction: instruction
                .map(|i| {
                    format!("{} {}", i.op, shown_argument(&i.arg))
                        .trim_end()
                        .to_owned()
                })
                .unwrap_or_default(),
            able: refusal.is_none(),
            note: refusal.unwrap_or_else(|| teller.would(&view, id, start)),
            key: key(teller.name(id))
                .filter(|key| list.iter().all(|other| other.key != Some(*key))),
        });
    }
    // Before the first step the view is empty: the main thread is about to begin.
    if list.is_empty()
        && let Some(thread) = recorded
    {
        let step = recording.step_to(start + 1);
        let instruction = step.and_then(|step| recording.instruction(step.place));
        list.push(Candidate {
            thread,
            instruction: instruction
                .map(|i| {
                    format!("{} {}", i.op, shown_argument(&i.arg))
                        .trim_end()
                        .to_owned()
                })
                .unwrap_or_default(),
            able: true,
            note: String::new(),
            key: key(teller.name(thread)),
        });
    }
    list
}
