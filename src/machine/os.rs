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
    /// Messages under way, with their reprs.
    pub messages: VecDeque<Rc<Message>>,
    /// Bytes under way.
    pub bytes: usize,
    /// Open ends for reading, over all processes.
    pub readers: i32,
    /// Open ends for writing.
    pub writers: i32,
    /// When something last changed.
    pub changed_ns: u64,
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
