//! A trace made ready to be walked through: its rows, and views to start from when going back.
//!
//! Pure data; must not know the browser or any language.

use crate::machine::ids::ThreadId;
use crate::protocol::Program;
use crate::timeline::Rows;
use crate::trace::{Event, InstructionInfo, Place, Status, Step, SyncInfo, Trace, View};

/// Expressions of more characters are not quoted.
const LONGEST: usize = 48;

/// A view is kept every so many steps.
const SPACING: usize = 32;

/// A trace and what is derived from it once.
#[derive(Clone, Debug, PartialEq)]
pub struct Recording {
    /// The trace.
    pub trace: Trace,
    /// The lines of the program, where it is known.
    source: Vec<String>,
    /// Its file, as code objects name it.
    file: String,
    /// Its lanes.
    pub rows: Rows,
    /// The views at the positions 0, 32, 64, …
    checkpoints: Vec<View>,
    /// Names of globals per process, in order of first appearance.
    pub globals: Vec<Vec<String>>,
    /// The longest list of live threads.
    pub most_alive: usize,
    /// How many lines of output the run prints.
    pub output_lines: usize,
}

impl Recording {
    /// Walks through the trace once.
    pub fn new(trace: Trace) -> Self {
        let mut view = View::default();
        let mut checkpoints = vec![view.clone()];
        let mut globals: Vec<Vec<String>> = vec![Vec::new(); trace.processes.len()];
        let (mut most_alive, mut output_lines) = (1, 0);
        for (index, step) in trace.steps.iter().enumerate() {
            step.changes.iter().for_each(|change| view.apply(change));
            if (index + 1) % SPACING == 0 {
                checkpoints.push(view.clone());
            }
            for (names, process) in globals.iter_mut().zip(&view.processes) {
                for variable in &process.globals {
                    if !names.contains(&variable.name) {
                        names.push(variable.name.clone());
                    }
                }
            }
            let alive = view
                .threads
                .iter()
                .filter(|t| !matches!(t.status, Status::Finished | Status::Killed))
                .count();
            most_alive = most_alive.max(alive);
            output_lines += step.events.iter().map(lines).sum::<usize>();
        }
        let rows = Rows::new(&trace);
        Recording {
            trace,
            source: Vec::new(),
            file: String::new(),
            rows,
            checkpoints,
            globals,
            most_alive,
            output_lines,
        }
    }

    /// With the program, so that its own expressions can be quoted.
    pub fn of(trace: Trace, program: &Program) -> Self {
        Recording {
            source: program.source.lines().map(str::to_owned).collect(),
            file: program.file.clone(),
            ..Recording::new(trace)
        }
    }

    /// The expression that an instruction belongs to, as the program has it; `None` if it is long or spans
    /// lines.
    pub fn expression(&self, place: Place) -> Option<String> {
        let code = self.trace.codes.get(place.code.0 as usize)?;
        let instruction = self.instruction(place)?;
        let line = self
            .source
            .get((instruction.line as usize).checked_sub(1)?)?;
        let length = instruction.end_column.checked_sub(instruction.column)? as usize;
        let text: String = line
            .chars()
            .skip(instruction.column as usize)
            .take(length)
            .collect();
        let quotable = code.file == self.file && (1..=LONGEST).contains(&length);
        quotable.then_some(text)
    }

    /// The function that a place is in: `add()`; `None` outside of functions.
    pub fn function(&self, place: Place) -> Option<String> {
        let name = &self.trace.codes.get(place.code.0 as usize)?.name;
        (!name.starts_with('<')).then(|| format!("{name}()"))
    }

    /// Whether a thread is in the midst of the instruction at which it stands: it has begun a call and
    /// had to wait in it.
    pub fn in_call(&self, position: u32, place: Place, thread: ThreadId) -> bool {
        let done = self.trace.steps.iter().take(position as usize);
        let last = done.rev().find(|step| step.thread == thread);
        let calls = self
            .instruction(place)
            .is_some_and(|i| !i.op.contains("JUMP"));
        calls && last.is_some_and(|step| step.place == place && step.events.contains(&Event::Block))
    }

    /// How many steps there are.
    pub fn len(&self) -> u32 {
        self.trace.steps.len() as u32
    }

    /// The state after so many steps.
    pub fn view(&self, position: u32) -> View {
        let position = (position as usize).min(self.trace.steps.len());
        let mut view = self.checkpoints[position / SPACING].clone();
        for step in &self.trace.steps[position / SPACING * SPACING..position] {
            step.changes.iter().for_each(|change| view.apply(change));
        }
        view
    }

    /// The step that leads to a position.
    pub fn step_to(&self, position: u32) -> Option<&Step> {
        self.trace.steps.get((position as usize).checked_sub(1)?)
    }

    /// Who moves next at a position, as recorded.
    pub fn next_at(&self, position: u32) -> Option<ThreadId> {
        self.trace
            .steps
            .get(position as usize)
            .map(|step| step.thread)
    }

    /// The instruction at a place.
    pub fn instruction(&self, place: Place) -> Option<&InstructionInfo> {
        self.trace
            .codes
            .get(place.code.0 as usize)?
            .instructions
            .get(place.instruction as usize)
    }

    /// The source line of a place; 0 if it has none.
    pub fn line(&self, place: Place) -> u32 {
        self.instruction(place)
            .map_or(0, |instruction| instruction.line)
    }

    /// Where a thread is: its innermost frame's place.
    pub fn place_of(view: &View, thread: ThreadId) -> Option<Place> {
        view.threads
            .get(thread.index())?
            .frames
            .last()
            .map(|frame| frame.place)
    }

    /// A thread's label.
    pub fn label(&self, thread: ThreadId) -> &str {
        self.trace
            .threads
            .get(thread.index())
            .map_or("?", |info| info.label.as_str())
    }

    /// A lock, queue and so on.
    pub fn sync(&self, sync: crate::trace::SyncId) -> Option<&SyncInfo> {
        self.trace.syncs.get(sync.0 as usize)
    }

    /// The label of a lock, queue and so on.
    pub fn sync_label(&self, sync: crate::trace::SyncId) -> &str {
        self.trace
            .syncs
            .get(sync.0 as usize)
            .map_or("?", |info| info.label.as_str())
    }

    /// What had been printed at a position: whether to stderr, and the text.
    pub fn output(&self, position: u32) -> Vec<(bool, String)> {
        let mut parts: Vec<(bool, String)> = Vec::new();
        for event in self
            .trace
            .steps
            .iter()
            .take(position as usize)
            .flat_map(|step| &step.events)
        {
            let Event::Output { error, text } = event else {
                continue;
            };
            match parts.last_mut().filter(|(kind, _)| kind == error) {
                Some((_, all)) => all.push_str(text),
                None => parts.push((*error, text.clone())),
            }
        }
        parts
    }

    /// The nearest position after (or before) `position` where another thread takes over.
    pub fn switch(&self, position: u32, forward: bool) -> u32 {
        let thread = |p: u32| self.trace.steps.get(p as usize).map(|step| step.thread);
        let switches = |p: &u32| *p > 0 && thread(*p - 1) != thread(*p);
        let found = match forward {
            true => (position + 1..self.len()).find(switches),
            false => (0..position).rev().find(switches),
        };
        found.unwrap_or(if forward { self.len() } else { 0 })
    }

    /// What `dis` shows for a line: places and instructions of every code object on it.
    pub fn instructions_of(&self, place: Place) -> Vec<(Place, &InstructionInfo)> {
        let Some(code) = self.trace.codes.get(place.code.0 as usize) else {
            return Vec::new();
        };
        let line = self.line(place);
        let all = code.instructions.iter().enumerate();
        all.filter(|(_, instruction)| instruction.line == line && line > 0)
            .map(|(index, instruction)| {
                (
                    Place {
                        code: place.code,
                        instruction: index as u32,
                    },
                    instruction,
                )
            })
            .collect()
    }

    /// The most instructions that any line has, so that room can be kept for them.
    pub fn most_instructions(&self) -> usize {
        let mut most = 0;
        for code in self.trace.codes.iter().filter(|code| !code.library) {
            for instruction in &code.instructions {
                most = most.max(
                    code.instructions
                        .iter()
                        .filter(|other| other.line == instruction.line)
                        .count(),
                );
            }
        }
        most
    }
}

fn lines(event: &Event) -> usize {
    match event {
        Event::Output { text, .. } => text.matches('\n').count(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::race;

    #[test]
    fn a_view_is_the_same_from_any_checkpoint() {
        let mut trace = race();
        // Long enough for several checkpoints: changes are whole values, so repeating them is harmless.
        for _ in 0..3 {
            let steps = trace.steps.clone();
            trace.steps.extend(steps);
        }
        let recording = Recording::new(trace);
        let mut view = View::default();
        for (index, step) in recording.trace.steps.iter().enumerate() {
            assert_eq!(recording.view(index as u32), view, "position {index}");
            step.changes.iter().for_each(|change| view.apply(change));
        }
        assert_eq!(recording.view(recording.len()), view);
        assert!(recording.checkpoints.len() > 3);
    }

    #[test]
    fn switches_are_found_both_ways() {
        let recording = Recording::new(race());
        let forward: Vec<_> = [0, 7, 9, 15, 19].map(|p| recording.switch(p, true)).into();
        assert_eq!(forward, [7, 9, 15, 19, 24]);
        let back: Vec<_> = [24, 19, 15, 9, 7]
            .map(|p| recording.switch(p, false))
            .into();
        assert_eq!(back, [19, 15, 9, 7, 0]);
    }

    #[test]
    fn output_grows_with_the_position() {
        let recording = Recording::new(race());
        assert_eq!(recording.output(22), []);
        assert_eq!(recording.output(24), [(false, "1\n".to_owned())]);
        assert_eq!(recording.output_lines, 1);
    }
}
