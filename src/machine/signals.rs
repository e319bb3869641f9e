//! Signals: what becomes of one that is sent to a process, and how the handler that the program has for it interrupts the
//! main thread. Must not know the library's `signal`, which calls the handler.

use crate::machine::clock;
use crate::machine::ids::{ProcessId, ThreadId};
use crate::machine::state::{End, Pending, State, Thread};
use crate::machine::step::Report;
use crate::vm::calls::Keywords;
use crate::vm::frame::Ret;
use crate::vm::signal::{Signal, SignalAction};
use crate::vm::value::Value;

const SIGINT: i32 = 2;
/// The signal that nothing can catch.
const SIGKILL: i32 = 9;
const SIGPIPE: i32 = 13;
const SIGCHLD: i32 = 17;
const SIGCONT: i32 = 18;
const SIGURG: i32 = 23;
const SIGWINCH: i32 = 28;

impl State {
    /// A signal of a thread to a process, `0` for none. One that does not wake waits until the main thread has waited.
    pub(super) fn signal_process(
        &mut self,
        id: ThreadId,
        process: ProcessId,
        signal: i32,
        wakes: bool,
        report: Option<&mut Report>,
    ) {
        if self.process(process).exit_code.is_some() {
            return;
        }
        let actions = &self.process(process).signals;
        let set = actions.iter().find(|(n, _)| *n == signal).map(|(_, a)| *a);
        let action = match (set, signal) {
            (_, SIGKILL) => SignalAction::Default,
            (_, 0) => SignalAction::Ignore,
            (Some(action), _) => action,
            // Python itself handles SIGINT, by KeyboardInterrupt.
            (None, SIGINT) => SignalAction::Handler,
            (None, SIGPIPE | SIGCHLD | SIGCONT | SIGURG | SIGWINCH) => SignalAction::Ignore,
            (None, _) => SignalAction::Default,
        };
        let delay = match process == self.thread(id).process {
            false if self.timed => clock::SIGNAL,
            _ => 0,
        };
        let now = self.thread(id).clock + delay;
        match action {
            SignalAction::Ignore => {}
            SignalAction::Handler if self.timed => {
                let target = self.process_mut(process);
                target.synced_ns = target.synced_ns.max(now);
                match target.arrived.iter_mut().find(|(n, _)| *n == signal) {
                    Some((_, there)) => *there |= wakes,
                    None => target.arrived.push((signal, wakes)),
                }
                target.arrived.sort_unstable();
            }
            SignalAction::Handler => {
                let line = self.line_of(id);
                let message = "a signal that another thread or process handles is not explored: \
                               let it wait for an Event";
                self.end = Some(End::Unsupported {
                    line,
                    message: message.into(),
                });
            }
            SignalAction::Default => {
                let target = self.process_mut(process);
                target.busy_until = target.busy_until.max(now);
                self.end_process(process, -signal, report);
            }
        }
    }

    /// Whether a signal ends the wait of a thread, or comes before its next instruction.
    #[inline]
    pub(super) fn is_interrupted(&self, thread: &Thread) -> bool {
        let process = self.process(thread.process);
        let mut arrived = process.arrived.iter();
        arrived.any(|(_, wakes)| *wakes || thread.pending.is_none())
            && process.main == thread.id
            && process.exiting.is_none()
            && thread.ended.is_none()
    }

    /// Lets the main thread call the handler of the first signal that has arrived, if there is one; what it was about to
    /// do, or waits for, comes after that. Whether it does.
    pub(super) fn interrupt(&mut self, id: ThreadId) -> bool {
        if !self.is_interrupted(self.thread(id)) {
            return false;
        }
        let process = self.thread(id).process;
        let (signal, _) = self.process_mut(process).arrived.remove(0);
        let thread = self.thread_mut(id);
        let depth = thread.stack.frames.len() as u32;
        let wait = thread.pending.take();
        thread.interrupted.push((depth, wait));
        let called = self.with_vm(id, |vm| {
            let at = vm.stack.values.len();
            vm.push(vm.prelude("_handle_signal"));
            vm.push(Value::Null);
            vm.push(Value::Int(i64::from(signal)));
            vm.invoke(at, Keywords::new(), Ret::Handler)
        });
        if let Err(Signal::Raise(error)) = called {
            self.raise_in(id, error);
        }
        true
    }

    /// A handler has come to its end: its thread goes on to wait, if it did.
    pub(super) fn handled(&mut self, id: ThreadId) {
        let thread = self.thread_mut(id);
        if let Some((_, wait)) = thread.interrupted.pop() {
            thread.pending = wait;
        }
    }

    /// Forgets what a thread does not come back to, since a handler has raised.
    pub(super) fn forget_interrupted(&mut self, id: ThreadId) {
        let thread = self.thread_mut(id);
        let depth = thread.stack.frames.len();
        let left = thread
            .interrupted
            .iter()
            .position(|(at, _)| depth <= *at as usize);
        let Some(left) = left else { return };
        for (_, wait) in thread.interrupted.split_off(left) {
            if let Some(Pending::Await { waiters, .. }) = wait {
                self.leave_line(id, waiters);
            }
        }
    }
}
