//! A trace as a picture for a document: the whole run at rest, with English words.

use crate::machine::ThreadId;
use crate::timeline::{
    End, Format, Phrase, Rows, Shown, Source, Sums, ThreadState, Window, Words, awaited, layout,
    overlay, svg,
};
use crate::trace::film::Film;
use crate::trace::{BlockedOn, SyncInfo, Trace};

/// The static timeline of a run as the text of an SVG file.
pub fn picture(file: &str, trace: &Trace) -> String {
    let rows = Rows::new(trace);
    let window = Window::around(None, rows.steps, Format::Wide.steps());
    let (film, sums) = (Film::of(trace.clone()), Sums::of(&rows));
    let source = Source {
        head: &film.head,
        rows: &rows,
        sums: &sums,
    };
    let shown = Shown::new(window, None, Format::Wide);
    let words = English(trace);
    let ground = layout(source, shown, &words);
    let over = overlay(source, shown, &ground, &words);
    svg(&ground, &over, &format!("{file}: {} steps", rows.steps))
}

struct English<'a>(&'a Trace);

impl English<'_> {
    fn label(&self, thread: ThreadId) -> &str {
        self.0
            .threads
            .get(thread.index())
            .map_or("?", |info| &info.label)
    }

    fn state(&self, state: &ThreadState) -> String {
        match state {
            ThreadState::Running => "running".into(),
            ThreadState::Parallel => "on another core".into(),
            ThreadState::Sleeping => "sleeping".into(),
            ThreadState::Ready {
                holder: Some(holder),
            } => {
                format!("ready: {} has the GIL", self.label(*holder))
            }
            ThreadState::Ready { holder: None } => "ready".into(),
            ThreadState::Blocked(on) => self.wait(on),
        }
    }

    fn wait(&self, on: &BlockedOn) -> String {
        let holder = awaited(on).map(|thread| self.label(thread));
        let BlockedOn::Sync { sync, .. } = on else {
            return format!("waits for {} to end", holder.unwrap_or("?"));
        };
        match (self.0.syncs.get(sync.0 as usize), holder) {
            (Some(info), _) if info.is_thread() => "waits for the start".into(),
            (Some(info), _) if SyncInfo::is_inner(info) => "waiting".into(),
            (Some(info), None) => format!("waits for {}", info.label),
            (Some(info), Some(holder)) => format!("waits for {}, held by {holder}", info.label),
            (None, _) => "waiting".into(),
        }
    }
}

impl Words for English<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Axis => "step".into(),
            Phrase::TimeAxis => "time".into(),
            Phrase::Time(ns) => format!("{} ms", *ns as f64 / 1e6),
            Phrase::Differs => "differs".into(),
            Phrase::Flag(position) => format!("step {position}"),
            Phrase::Process(process) => {
                let name = self
                    .0
                    .processes
                    .get(process.index())
                    .map_or("?", |info| &info.name);
                let note = if self.0.processes.len() > 1 {
                    "memory of its own"
                } else {
                    "threads share its memory"
                };
                format!("Process {name}: {note}")
            }
            Phrase::Gil => "who holds it".into(),
            Phrase::Variable => "value".into(),
            Phrase::Sync(kind) => kind.to_lowercase(),
            Phrase::State(state) => self.state(state),
            Phrase::NotStarted => "not started yet".into(),
            Phrase::Ended(End::Finished) => "finished".into(),
            Phrase::Ended(End::Killed) => "killed".into(),
            Phrase::Ended(End::Never) => "waits for ever".into(),
            Phrase::Holds(thread, value) => format!("{} holds {value}", self.label(*thread)),
            Phrase::Stale => "stale".into(),
            Phrase::Race => "race".into(),
            Phrase::WholeRun => "the whole run".into(),
        }
    }
}
