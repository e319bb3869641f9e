//! How threads and processes end.

use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{End, Ended, Pending, State};
use crate::machine::step::{Note, Report};
use crate::vm::names;
use crate::vm::object::Kind;
use crate::vm::types;
use crate::vm::value::Value;

impl State {
    /// The outermost function of a thread has returned or died; whether the step goes on (the main
    /// thread has to wait for the others before its process ends).
    pub fn thread_finished(
        &mut self,
        id: ThreadId,
        result: Result<Value, Value>,
        report: Option<&mut Report>,
    ) -> bool {
        let process = self.thread(id).process;
        if self.process(process).main == id {
            return self.main_finished(id, process, result, report);
        }
        let mut report = report;
        if let Err(exception) = result {
            let text = self.with_vm(id, |vm| {
                if vm.is_instance(exception, types::SYSTEM_EXIT) {
                    return String::new();
                }
                let trace = crate::vm::traceback::format(vm, exception);
                format!("Exception ignored in thread started by: <function>\n{trace}")
            });
            self.write(true, &text, report.as_deref_mut());
        }
        self.thread_mut(id).ended = Some(Ended::Finished);
        if let Some(report) = report {
            report.notes.push(Note::Finish);
        }
        false
    }

    fn main_finished(
        &mut self,
        id: ThreadId,
        process: ProcessId,
        result: Result<Value, Value>,
        report: Option<&mut Report>,
    ) -> bool {
        let mut report = report;
        match (self.process(process).exiting, result) {
            // The program's own code has ended: threads are joined and exit handlers run.
            (None, result) => {
                let (code, error) = match result {
                    Ok(_) => (0, Value::None),
                    Err(exception) if self.is_reported_in_python(id, exception) => {
                        let short =
                            self.with_vm(id, |vm| crate::vm::traceback::last_line(vm, exception));
                        let short = short.trim_end().to_string();
                        self.process_mut(process).uncaught = Some(short);
                        (self.code_of(id, process, exception), exception)
                    }
                    Err(exception) => {
                        let code = self.report_uncaught(id, exception, report.as_deref_mut());
                        (code, Value::None)
                    }
                };
                self.process_mut(process).exiting = Some(code);
                let function = self.program.prelude("_at_exit");
                let mut args: Vec<Value> = ["threading", "atexit", "sys"]
                    .iter()
                    .map(|name| match self.program.modules.get(*name) {
                        Some(module) if self.is_imported(process, *module) => {
                            Value::Object(*module)
                        }
                        _ => Value::None,
                    })
                    .collect();
                args.push(error);
                self.begin_call(id, function, &args);
                true
            }
            // Exit handlers have run.
            (Some(code), result) => {
                if let Err(exception) = result {
                    self.report_uncaught(id, exception, report.as_deref_mut());
                }
                self.end_process(process, code, report);
                false
            }
        }
    }

    /// The exit code that an uncaught exception leads to: Python itself dies of SIGINT, as a shell shows it.
    fn code_of(&mut self, id: ThreadId, process: ProcessId, exception: Value) -> i32 {
        let main = process.index() == 0;
        match main
            && self.with_vm(id, |vm| {
                vm.is_instance(exception, types::KEYBOARD_INTERRUPT)
            }) {
            true => 130,
            false => 1,
        }
    }

    fn is_imported(&self, process: ProcessId, module: crate::vm::value::ObjectId) -> bool {
        matches!(&self.process(process).heap.get(module).kind, Kind::Module(m) if m.imported)
    }

    /// Whether Python code has to run to print an uncaught exception: `__str__`, `sys.excepthook`.
    fn is_reported_in_python(&mut self, id: ThreadId, exception: Value) -> bool {
        let process = self.thread(id).process;
        let sys = self.program.modules.get("sys").copied();
        let hooked = sys.is_some_and(|module| self.is_imported(process, module));
        self.with_vm(id, |vm| {
            !vm.is_instance(exception, types::SYSTEM_EXIT)
                && (hooked || !crate::vm::traceback::without_text(vm, exception).is_empty())
        })
    }

    /// Prints an uncaught exception; the exit code it leads to.
    fn report_uncaught(
        &mut self,
        id: ThreadId,
        exception: Value,
        report: Option<&mut Report>,
    ) -> i32 {
        let process = self.thread(id).process;
        let (text, code, short) = self.with_vm(id, |vm| {
            if vm.is_instance(exception, types::SYSTEM_EXIT) {
                let code = vm
                    .plain_attr(exception, names::CODE_ATTR)
                    .unwrap_or(Value::None);
                return match code {
                    Value::None => (String::new(), 0, None),
                    Value::Int(i) => (String::new(), i as i32 & 0xFF, None),
                    Value::Bool(b) => (String::new(), i32::from(b), None),
                    other => {
                        let text = match vm.heap.str(other) {
                            Some(text) => text.s.to_string(),
                            None => vm.plain_repr(other),
                        };
                        (format!("{text}\n"), 1, None)
                    }
                };
            }
            let text = crate::vm::traceback::format(vm, exception);
            let short = crate::vm::traceback::last_line(vm, exception);
            (text, 1, Some(short.trim_end().to_string()))
        });
        self.process_mut(process).uncaught = short;
        self.write(true, &text, report);
        match code {
            1 => self.code_of(id, process, exception),
            _ => code,
        }
    }

    /// Ends a process at once: its threads are cut off.
    pub fn end_process(&mut self, process: ProcessId, code: i32, report: Option<&mut Report>) {
        if self.process(process).exit_code.is_some() {
            return;
        }
        let mut report = report;
        let main = self.process(process).main;
        for index in 0..self.threads.len() {
            let id = self.threads[index].id;
            if self.thread(id).process != process || self.thread(id).ended.is_some() {
                continue;
            }
            if id == main && code >= 0 {
                self.thread_mut(id).ended = Some(Ended::Finished);
                if let Some(report) = report.as_deref_mut() {
                    report.notes.push(Note::Finish);
                }
            } else {
                self.kill_thread(id, report.as_deref_mut());
            }
        }
        let ended = self.thread(main).clock;
        let owner = self.process_mut(process);
        owner.exit_code = Some(code);
        owner.gil = None;
        owner.busy_until = owner.busy_until.max(ended);
        self.close_ends(process, ended);
        if let Some(report) = report {
            report.notes.push(Note::Exit(process, code));
        }
        if process == ProcessId(0) {
            self.end = Some(End::Exited);
        }
    }

    /// What a process had open closes with it.
    fn close_ends(&mut self, process: ProcessId, now: u64) {
        let os = std::rc::Rc::make_mut(&mut self.os);
        for pipe in &mut os.pipes {
            if !pipe.readers.is_open_in(process.0) && !pipe.writers.is_open_in(process.0) {
                continue;
            }
            let pipe = std::rc::Rc::make_mut(pipe);
            pipe.readers.leave(process.0);
            pipe.writers.leave(process.0);
            pipe.changed_ns = pipe.changed_ns.max(now);
        }
    }

    /// Whether a wait would be over at once.
    pub fn is_satisfied(&self, id: ThreadId, pending: &Pending) -> bool {
        self.satisfied_since(self.thread(id), pending).is_some()
    }
}
