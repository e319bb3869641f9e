//! What the simulated operating system keeps for all processes: pipes, semaphores, shared memory.

use crate::vm::value::Value;
use std::collections::VecDeque;
use std::rc::Rc;

/// All that processes share.
#[derive(Clone, Debug, Default)]
pub struct Os {
    /// Pipes by number.
    pub pipes: Vec<Rc<Pipe>>,
    /// Semaphores by number.
    pub semaphores: Vec<Semaphore>,
    /// Shared memory by number.
    pub shared: Vec<Rc<Vec<Value>>>,
}

/// A one-way pipe of messages with room for so many bytes.
#[derive(Clone, Debug)]
pub struct Pipe {
    /// What it is called in reports.
    pub name: String,
    /// Bytes that fit.
    pub capacity: usize,
    /// Messages under way, with their reprs. The last ones may have only begun to go in.
    pub messages: VecDeque<Rc<Message>>,
    /// Bytes of all of `messages`, the part that does not fit included.
    pub bytes: usize,
    /// How many messages were taken out so far.
    pub taken: u64,
    /// Who has it open for reading.
    pub readers: Ends,
    /// Who has it open for writing.
    pub writers: Ends,
    /// When something last changed.
    pub changed_ns: u64,
}

impl Pipe {
    /// Whether a read would not have to wait.
    pub fn is_readable(&self) -> bool {
        !self.messages.is_empty() || self.writers.is_empty()
    }

    /// Whether a message would go in whole: small ones do or wait, large ones go in parts.
    pub fn has_room(&self, message: &Message) -> bool {
        self.bytes + message.size() <= self.capacity
    }

    /// Whether a message could begin to go in.
    pub fn has_some_room(&self, message: &Message) -> bool {
        self.has_room(message) || message.size() > ATOMIC && self.bytes < self.capacity
    }
}

/// Up to this size a write to a pipe goes through whole or not at all (`PIPE_BUF` of Linux).
const ATOMIC: usize = 4096;

/// How often an end of a pipe is open, by process.
#[derive(Clone, Debug, Default)]
pub struct Ends(Vec<(u32, i32)>);

/// Stands for the ends that are in messages under way between two processes.
pub const UNDER_WAY: u32 = u32::MAX;

impl Ends {
    /// Open once in one process.
    pub fn of(process: u32) -> Self {
        Ends(vec![(process, 1)])
    }

    /// How often each process has it open, in order of opening.
    pub fn iter(&self) -> impl Iterator<Item = (u32, i32)> + '_ {
        self.0.iter().copied()
    }

    /// Whether no process has it open.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a process has it open.
    pub fn is_open_in(&self, process: u32) -> bool {
        self.0.iter().any(|(p, _)| *p == process)
    }

    /// Opens it (or closes it, with a negative number) in a process.
    pub fn change(&mut self, process: u32, by: i32) {
        match self.0.iter_mut().find(|(p, _)| *p == process) {
            Some((_, count)) => *count += by,
            None => self.0.push((process, by)),
        }
        self.0.retain(|(_, count)| *count > 0);
    }

    /// A forked child has open what its parent has.
    pub fn fork(&mut self, parent: u32, child: u32) {
        let count = self.0.iter().find(|(p, _)| *p == parent).map(|(_, c)| *c);
        if let Some(count) = count {
            self.0.push((child, count));
        }
    }

    /// What a process had open closes with it; whether it had.
    pub fn leave(&mut self, process: u32) -> bool {
        let before = self.0.len();
        self.0.retain(|(p, _)| *p != process);
        before != self.0.len()
    }
}

/// A message.
#[derive(Clone, Debug)]
pub struct Message {
    /// The pickled object.
    pub data: Vec<u8>,
    /// Its repr, for reports.
    pub repr: String,
}

impl Message {
    /// Bytes on the wire: four of length before the data.
    pub fn size(&self) -> usize {
        self.data.len() + 4
    }
}

/// A semaphore shared by processes; a lock is one with a maximum of 1.
#[derive(Clone, Debug)]
pub struct Semaphore {
    /// What it is called in reports.
    pub name: String,
    /// Permits left.
    pub value: u32,
    /// The highest value.
    pub max: u32,
    /// Whether its owner may take it again.
    pub recursive: bool,
    /// Who took it last, for recursive ones and reports: process and thread ident.
    pub owner: Option<(u32, u32)>,
    /// How often the owner took it.
    pub count: u32,
    /// When something last changed.
    pub changed_ns: u64,
}
