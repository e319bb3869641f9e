//! A trace made ready to be walked through: its rows, and views to start from when going back.
//!
//! Pure data; must not know the browser.

use crate::machine::ids::ThreadId;
use crate::protocol::{Program, Run};
use crate::timeline::{Rows, Source, Sums};
use crate::trace::film::{BLOCK, Block};
use crate::trace::{Event, Film, Head, InstructionInfo, Place, Step, SyncInfo, View};
use std::ops::Deref;
use std::sync::{Arc, Mutex};

/// Expressions of more characters are not quoted.
const LONGEST: usize = 48;

/// So many blocks of steps are kept unpacked.
const OPEN_BLOCKS: usize = 6;

/// A run and what is derived from it once.
#[derive(Debug)]
pub struct Recording {
    /// The run, packed.
    pub film: Film,
    /// The lines of the program, where it is known.
    source: Vec<String>,
    /// Its file, as code objects name it.
    file: String,
    /// Its lanes.
    pub rows: Rows,
    /// What the machine says of its end, in Russian.
    russian: Option<String>,
    /// The most instructions that any line has, so that room can be kept for them.
    pub most_instructions: usize,
    /// For lanes with more slices than pixels.
    sums: Vec<Sums>,
    /// The blocks last looked at, by number.
    open: Mutex<Vec<(u32, Arc<Block>)>>,
}

/// A step of a recording.
pub struct StepRef {
    block: Arc<Block>,
    index: usize,
}

impl Deref for StepRef {
    type Target = Step;

    fn deref(&self) -> &Step {
        &self.block.steps[self.index]
    }
}

impl Recording {
    /// Without the program.
    pub fn new(run: Run) -> Self {
        let Run {
            film,
            rows,
            russian,
        } = run;
        Recording {
            source: Vec::new(),
            file: String::new(),
            most_instructions: most_instructions(&film.head),
            film,
            sums: Sums::of(&rows),
            rows,
            russian,
            open: Mutex::default(),
        }
    }

    /// With the program, so that its own expressions can be quoted.
    pub fn of(run: Run, program: &Program) -> Self {
        Recording {
            source: program.source.lines().map(str::to_owned).collect(),
            file: program.file.clone(),
            ..Recording::new(run)
        }
    }

    /// The thread that has a Python name.
    pub fn thread_named(&self, name: &str) -> Option<ThreadId> {
        let found = self
            .head()
            .threads
            .iter()
            .position(|info| info.name == name);
        found.map(|index| ThreadId(index as u32))
    }

    /// What the record says of the whole run.
    pub fn head(&self) -> &Head {
        &self.film.head
    }

    /// What the machine says of the run's end, where it has said it in English: in Russian, if that is known.
    pub fn in_russian(&self, message: &str) -> String {
        self.russian
            .clone()
            .unwrap_or_else(|| crate::ui::text::english(message))
    }

    /// As pictures are made of it.
    pub fn picture(&self) -> Source<'_> {
        Source {
            head: &self.film.head,
            rows: &self.rows,
            sums: &self.sums,
        }
    }

    /// The block with a number.
    fn block(&self, number: u32) -> Arc<Block> {
        let Ok(mut open) = self.open.lock() else {
            return Arc::new(self.film.block(number * BLOCK as u32));
        };
        if let Some(at) = open.iter().position(|(known, _)| *known == number) {
            let known = open.remove(at);
            open.push(known.clone());
            return known.1;
        }
        let block = Arc::new(self.film.block(number * BLOCK as u32));
        if open.len() >= OPEN_BLOCKS {
            open.remove(0);
        }
        open.push((number, Arc::clone(&block)));
        block
    }

    /// The expression that an instruction belongs to, as the program has it; `None` if it is long or spans
    /// lines.
    pub fn expression(&self, place: Place) -> Option<String> {
        let code = self.head().codes.get(place.code.0 as usize)?;
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
        let name = &self.head().codes.get(place.code.0 as usize)?.name;
        (!name.starts_with('<')).then(|| format!("{name}()"))
    }

    /// Whether a thread is in the midst of the instruction at which it stands: it has begun a call and
    /// had to wait in it.
    pub fn in_call(&self, position: u32, place: Place, thread: ThreadId) -> bool {
        let last = self.rows.last_of(thread, position);
        let last = last.and_then(|last| self.step_to(last));
        let calls = self
            .instruction(place)
            .is_some_and(|i| !i.op.contains("JUMP"));
        calls && last.is_some_and(|step| step.place == place && step.events.contains(&Event::Block))
    }

    /// How many steps there are.
    pub fn len(&self) -> u32 {
        self.film.len()
    }

    /// The state after so many steps.
    pub fn view(&self, position: u32) -> View {
        let position = position.min(self.len());
        let Some(last) = position.checked_sub(1) else {
            return View::default();
        };
        let number = last / BLOCK as u32;
        let block = self.block(number);
        let mut view = block.before.clone();
        let inside = (position - number * BLOCK as u32) as usize;
        let steps = block.steps.iter().take(inside);
        steps
            .flat_map(|step| &step.changes)
            .for_each(|change| view.apply(change));
        view
    }

    /// The step that leads to a position.
    pub fn step_to(&self, position: u32) -> Option<StepRef> {
        let step = position.checked_sub(1)?;
        let block = self.block(step / BLOCK as u32);
        let index = step as usize % BLOCK;
        (index < block.steps.len()).then_some(StepRef { block, index })
    }

    /// Who moves next at a position, as recorded.
    pub fn next_at(&self, position: u32) -> Option<ThreadId> {
        self.rows
            .mover(position + 1)
            .filter(|_| position < self.len())
    }

    /// The instruction at a place.
    pub fn instruction(&self, place: Place) -> Option<&InstructionInfo> {
        self.head()
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
        self.head()
            .threads
            .get(thread.index())
            .map_or("?", |info| info.label.as_str())
    }

    /// A lock, queue and so on.
    pub fn sync(&self, sync: crate::trace::SyncId) -> Option<&SyncInfo> {
        self.head().syncs.get(sync.0 as usize)
    }

    /// The label of a lock, queue and so on.
    pub fn sync_label(&self, sync: crate::trace::SyncId) -> &str {
        self.head()
            .syncs
            .get(sync.0 as usize)
            .map_or("?", |info| info.label.as_str())
    }

    /// What had been printed at a position: whether to stderr, and the text.
    pub fn output(&self, position: u32) -> Vec<(bool, String)> {
        let mut parts: Vec<(bool, String)> = Vec::new();
        let printed = &self.film.printed;
        let last = printed.partition_point(|part| part.position <= position);
        for part in &printed[..last] {
            let (error, text) = (&part.error, &part.text);
            match parts.last_mut().filter(|(kind, _)| kind == error) {
                Some((_, all)) => all.push_str(text),
                None => parts.push((*error, text.clone())),
            }
        }
        parts
    }

    /// How many lines the run prints.
    pub fn output_lines(&self) -> usize {
        let printed = self.film.printed.iter();
        printed.map(|part| part.text.matches('\n').count()).sum()
    }

    /// The nearest position after (or before) `position` where another thread takes over.
    pub fn switch(&self, position: u32, forward: bool) -> u32 {
        let runs = &self.rows.runs;
        let found = match forward {
            true => runs.get(runs.partition_point(|(_, to)| *to <= position)),
            false => {
                let before = runs.partition_point(|(_, to)| *to < position);
                before.checked_sub(1).map(|before| &runs[before])
            }
        };
        found.map_or(if forward { self.len() } else { 0 }, |(_, to)| *to)
    }

    /// What `dis` shows for a line: places and instructions of every code object on it.
    pub fn instructions_of(&self, place: Place) -> Vec<(Place, &InstructionInfo)> {
        let Some(code) = self.head().codes.get(place.code.0 as usize) else {
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
}

fn most_instructions(head: &Head) -> usize {
    let mut most = 0;
    for code in head.codes.iter().filter(|code| !code.library) {
        let mut of_line: Vec<usize> = Vec::new();
        for instruction in &code.instructions {
            let line = instruction.line as usize;
            of_line.resize(of_line.len().max(line + 1), 0);
            of_line[line] += 1;
            most = most.max(of_line[line]);
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::sample::race;

    #[test]
    fn a_view_is_the_same_from_any_block() {
        let mut trace = race();
        // Long enough for several blocks: changes are whole values, so repeating them is harmless.
        for _ in 0..4 {
            let steps = trace.steps.clone();
            trace.steps.extend(steps);
        }
        let recording = Recording::new(Run::of(trace.clone()));
        assert!(recording.len() as usize > 3 * BLOCK);
        let mut view = View::default();
        for (index, step) in trace.steps.iter().enumerate() {
            assert_eq!(recording.view(index as u32), view, "position {index}");
            step.changes.iter().for_each(|change| view.apply(change));
            let to = recording.step_to(index as u32 + 1).expect("it is there");
            assert_eq!(*to, *step);
            assert_eq!(recording.next_at(index as u32), Some(step.thread));
        }
        assert_eq!(recording.view(recording.len()), view);
        assert_eq!(recording.next_at(recording.len()), None);
        assert!(recording.step_to(recording.len() + 1).is_none());
        assert_eq!(recording.film.trace().steps, trace.steps);
    }

    #[test]
    fn the_last_step_of_a_thread_is_found_inside_and_between_its_turns() {
        let trace = race();
        let recording = Recording::new(Run::of(trace.clone()));
        for position in 0..=recording.len() {
            for thread in [0, 1, 2].map(ThreadId) {
                let done = trace.steps.iter().take(position as usize);
                let last = done.enumerate().rfind(|(_, step)| step.thread == thread);
                let last = last.map(|(index, _)| index as u32 + 1);
                assert_eq!(recording.rows.last_of(thread, position), last);
            }
        }
    }

    #[test]
    fn switches_are_found_both_ways() {
        let recording = Recording::new(Run::of(race()));
        let forward: Vec<_> = [0, 7, 9, 15, 19].map(|p| recording.switch(p, true)).into();
        assert_eq!(forward, [7, 9, 15, 19, 24]);
        let back: Vec<_> = [24, 19, 15, 9, 7]
            .map(|p| recording.switch(p, false))
            .into();
        assert_eq!(back, [19, 15, 9, 7, 0]);
    }

    #[test]
    fn output_grows_with_the_position() {
        let recording = Recording::new(Run::of(race()));
        assert_eq!(recording.output(22), []);
        assert_eq!(recording.output(24), [(false, "1\n".to_owned())]);
        assert_eq!(recording.output_lines(), 1);
    }
}
