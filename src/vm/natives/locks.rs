//! Locks and waiting lines: what `threading`, `queue` and their kind are built on.

use crate::vm::calls::Args;
use crate::vm::effects::Effect;
use crate::vm::exec::Vm;
use crate::vm::heap::Access;
use crate::vm::natives::Table;
use crate::vm::natives::requests::{is_negative, request, seconds};
use crate::vm::object::{Kind, Waiter};
use crate::vm::signal::{Answer, Request};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use std::rc::Rc;

/// Methods of locks and natives of waiting lines.
pub const TABLE: Table = &[
    ("lock.__new__", |vm, args| {
        let given = args.len;
        if given > 0 {
            let message = format!("lock expected 0 arguments, got {given}");
            return Err(vm.type_error(&message));
        }
        Ok(vm.heap.make(types::LOCK, Kind::Lock { owner: None }))
    }),
    ("_lockstep.allocate_lock", |vm, _| {
        Ok(vm.heap.make(types::LOCK, Kind::Lock { owner: None }))
    }),
    ("RLock.__new__", |vm, _| {
        Ok(vm.heap.make(
            types::RLOCK,
            Kind::RLock {
                owner: None,
                count: 0,
            },
        ))
    }),
    ("lock.acquire", acquire),
    ("lock.acquire_lock", acquire),
    ("lock.locked_lock", |vm, args| locked(vm, args)),
    ("RLock.acquire", acquire),
    ("lock.__enter__", acquire),
    ("RLock.__enter__", acquire),
    ("lock.release", |vm, args| release(vm, args)),
    ("lock.release_lock", |vm, args| release(vm, args)),
    ("RLock.release", |vm, args| release(vm, args)),
    ("lock.__exit__", |vm, args| release(vm, args)),
    ("RLock.__exit__", |vm, args| release(vm, args)),
    ("lock.locked", |vm, args| locked(vm, args)),
    ("RLock._is_owned", |vm, args| {
        let me = vm.stack.thread;
        let owned = match this(vm, args).map(|id| &vm.heap.get(id).kind) {
            Some(Kind::RLock { owner, .. }) => *owner == Some(me),
            _ => false,
        };
        Ok(Value::Bool(owned))
    }),
    ("RLock._recursion_count", |vm, args| {
        let me = vm.stack.thread;
        Ok(Value::Int(
            match this(vm, args).map(|id| &vm.heap.get(id).kind) {
                Some(Kind::RLock { owner, count }) if *owner == Some(me) => i64::from(*count),
                _ => 0,
            },
        ))
    }),
    ("RLock._release_save", |vm, args| {
        // Gives up all holds at once; the answer is what `_acquire_restore` needs.
        let Some(id) = this(vm, args) else {
            return Ok(Value::None);
        };
        let me = vm.stack.thread;
        let count = match &vm.heap.get(id).kind {
            Kind::RLock { owner, count } if *owner == Some(me) => *count,
            _ => {
                return Err(vm.error(types::RUNTIME_ERROR, "cannot release un-acquired lock"));
            }
        };
        vm.heap.get_mut(id).kind = Kind::RLock {
            owner: None,
            count: 0,
        };
        vm.effect(Effect::Release(id));
        Ok(Value::Int(i64::from(count)))
    }),
    ("RLock._set_count", |vm, args| {
        let [this, count] = vm.parse(args, "_set_count", ["/self", "/count"], 2)?;
        let (me, count) = (vm.stack.thread, vm.int_arg(count)? as u32);
        if let Some(id) = this.object() {
            vm.heap.get_mut(id).kind = Kind::RLock {
                owner: Some(me),
                count,
            };
        }
        Ok(Value::None)
    }),
    ("lock._at_fork_reinit", |vm, args| {
        if let Some(id) = this(vm, args) {
            vm.heap.get_mut(id).kind = Kind::Lock { owner: None };
        }
        Ok(Value::None)
    }),
    // ---- waiting lines
    ("_lockstep.async_generators", |vm, _| {
        let all = vm.async_generators();
        Ok(vm.list(all))
    }),
    ("_lockstep.waiters", |vm, _| {
        Ok(vm
            .heap
            .make(types::WAITERS, Kind::Waiters(Rc::new(Vec::new()))))
    }),
    ("_lockstep.enqueue", |vm, args| {
        let me = vm.stack.thread;
        if let Some(list) = waiters(vm, args) {
            list.push(Waiter {
                thread: me,
                notified: false,
            });
        }
        Ok(Value::None)
    }),
    ("_lockstep.notify", |vm, args| {
        let [line, count, owner] = vm.parse(args, "notify", ["/line", "/count", "/owner"], 2)?;
        let count = vm.int_arg(count)?;
        let mut told = 0;
        if let Some(list) = waiters(vm, args) {
            for waiter in list.iter_mut() {
                if told < count && !waiter.notified {
                    waiter.notified = true;
                    told += 1;
                }
            }
        }
        if let Some(id) = line.object() {
            let owner = if owner.is_null() { line } else { owner };
            vm.effect(Effect::Notify(id, owner));
        }
        Ok(Value::Int(told))
    }),
    ("_lockstep.waiting", |vm, args| {
        let count = waiters(vm, args).map_or(0, |l| l.iter().filter(|w| !w.notified).count());
        Ok(Value::Int(count as i64))
    }),
    ("_lockstep.wait", |vm, args| {
        let [line, timeout, owner, operation] = vm.parse(
            args,
            "wait",
            ["/line", "/timeout", "/owner", "/operation"],
            4,
        )?;
        let timeout = seconds(vm, timeout)?;
        match line.object() {
            Some(waiters) => Err(request(Request::Await {
                waiters,
                timeout,
                owner,
                operation,
            })),
            None => Ok(Value::None),
        }
    }),
    ("_lockstep.put", |vm, args| {
        let [queue, item] = vm.parse(args, "put", ["/queue", "/item"], 2)?;
        vm.effect(Effect::Put(queue, item));
        Ok(Value::None)
    }),
    ("_lockstep.get", |vm, args| {
        let [queue, item] = vm.parse(args, "get", ["/queue", "/item"], 2)?;
        vm.effect(Effect::Get(queue, item));
        Ok(Value::None)
    }),
];

impl Vm<'_> {
    /// Notes, in exploration, a look at a lock without waiting for it.
    pub fn note_tried(&mut self, lock: ObjectId) {
        if let Some(exploring) = &mut self.exploring {
            exploring.touched.tried.push(lock);
        }
    }

    /// Notes something for the record.
    pub fn effect(&mut self, effect: Effect) {
        match effect {
            Effect::Acquire(id) => self.heap.note(id, Access::Acquire),
            Effect::Release(id) => self.heap.note(id, Access::Release),
            _ => {}
        }
        self.woke |= matches!(effect, Effect::Release(_) | Effect::Notify(..));
        if let Some(log) = &mut self.log {
            log.push(effect);
        }
    }

    /// Whether a lock is an RLock of this thread.
    fn owns(&self, id: ObjectId) -> bool {
        matches!(&self.heap.get(id).kind, Kind::RLock { owner, .. } if *owner == Some(self.stack.thread))
    }

    /// Takes a lock for this thread if it is free (or, for an RLock, its own).
    pub fn try_acquire(&mut self, id: ObjectId) -> bool {
        let me = self.stack.thread;
        let kind = match &self.heap.get(id).kind {
            Kind::Lock { owner: None } => Kind::Lock { owner: Some(me) },
            Kind::RLock { owner: None, .. } => Kind::RLock {
                owner: Some(me),
                count: 1,
            },
            Kind::RLock {
                owner: Some(owner),
                count,
            } if *owner == me => {
                let count = count + 1;
                self.heap.get_mut(id).kind = Kind::RLock {
                    owner: Some(me),
                    count,
                };
                return true;
            }
            _ => return false,
        };
        self.heap.get_mut(id).kind = kind;
        self.effect(Effect::Acquire(id));
        true
    }
}

fn this(vm: &Vm, args: &Args) -> Option<ObjectId> {
    vm.arg(args, 0).and_then(Value::object)
}

fn waiters<'a>(vm: &'a mut Vm, args: &Args) -> Option<&'a mut Vec<Waiter>> {
    let id = vm.arg(args, 0)?.object()?;
    match &mut vm.heap.get_mut(id).kind {
        Kind::Waiters(list) => Some(Rc::make_mut(list)),
        _ => None,
    }
}

fn acquire(vm: &mut Vm, args: &Args) -> Answer {
    // CPython does not count the lock itself.
    let given = args.len + args.keywords.len();
    if given > 3 {
        let message = format!("acquire() takes at most 2 arguments ({} given)", given - 1);
        return Err(vm.type_error(&message));
    }
    let [lock, blocking, timeout] =
        vm.parse(args, "acquire", ["/self", "blocking", "timeout"], 1)?;
    let blocking = if blocking.is_null() {
        true
    } else {
        vm.truth(blocking)?
    };
    let has_timeout =
        !timeout.is_null() && timeout != Value::Int(-1) && timeout != Value::Float(-1.0);
    if !blocking && has_timeout {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if has_timeout && is_negative(vm, timeout) {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    let timeout = if has_timeout {
        seconds(vm, timeout)?
    } else {
        None
    };
    let Some(id) = lock.object() else {
        return Ok(Value::None);
    };
    let waits = blocking && timeout != Some(0);
    if !waits {
        vm.note_tried(id);
    }
    if !(vm.pends && waits && !vm.owns(id)) && vm.try_acquire(id) {
        return Ok(Value::Bool(true));
    }
    if !blocking || timeout == Some(0) {
        return Ok(Value::Bool(false));
    }
    Err(request(Request::Acquire {
        lock: id,
        timeout,
        context: Value::None,
    }))
}

fn release(vm: &mut Vm, args: &Args) -> Answer {
    let Some(id) = this(vm, args) else {
        return Ok(Value::None);
    };
    let me = vm.stack.thread;
    if let Kind::Lock { owner } = &vm.heap.get(id).kind
        && *owner != Some(me)
        && let Some(exploring) = &mut vm.exploring
    {
        exploring.touched.given.push(id);
    }
    match &vm.heap.get(id).kind {
        Kind::Lock { owner: Some(_) } => {
            vm.heap.get_mut(id).kind = Kind::Lock { owner: None };
            vm.effect(Effect::Release(id));
            Ok(Value::None)
        }
        Kind::Lock { owner: None } => Err(vm.error(types::RUNTIME_ERROR, "release unlocked lock")),
        Kind::RLock {
            owner: Some(owner),
            count,
        } if *owner == me => {
            let count = count - 1;
            if count == 0 {
                vm.heap.get_mut(id).kind = Kind::RLock {
                    owner: None,
                    count: 0,
                };
                vm.effect(Effect::Release(id));
            } else {
                vm.heap.get_mut(id).kind = Kind::RLock {
                    owner: Some(me),
                    count,
                };
            }
            Ok(Value::None)
        }
        _ => Err(vm.error(types::RUNTIME_ERROR, "cannot release un-acquired lock")),
    }
}

fn locked(vm: &mut Vm, args: &Args) -> Answer {
    if let Some(id) = this(vm, args) {
        vm.note_tried(id);
    }
    let taken = match this(vm, args).map(|id| &vm.heap.get(id).kind) {
        Some(Kind::Lock { owner }) => owner.is_some(),
        Some(Kind::RLock { owner, .. }) => owner.is_some(),
        _ => false,
    };
    Ok(Value::Bool(taken))
}
