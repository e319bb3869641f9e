//! Unpickling: executes the operations of a pickle on a stack that is a list of the program's, so that
//! it can stop where Python code has to run (a class is called, a module imported) and go on after it.

use crate::vm::classes::HAS_NEW;
use crate::vm::exec::Vm;
use crate::vm::natives::lists::items;
use crate::vm::object::{Kind, Layout};
use crate::vm::pickle_reduce::resolve;
use crate::vm::pickle_writer::op;
use crate::vm::signal::{Answer, Signal};
use crate::vm::types;
use crate::vm::value::{ObjectId, Value};
use num_bigint::BigInt;
use std::rc::Rc;

/// What the caller has to do before unpickling goes on.
pub enum Step {
    /// The result is there.
    Done(Value),
    /// `a(*b)`, the result goes on the stack.
    Call(Value, Value),
    /// `a.__setstate__(b)`
    SetState(Value, Value),
    /// `a[k] = v` for the pairs of the list b.
    SetItems(Value, Value),
    /// `a.add(x)` or `a.append(x)` for the items of b.
    Add(Value, Value),
    /// `frozenset(a)`, the result goes on the stack.
    Frozen(Value),
    /// Import the module a; its attribute b goes on the stack.
    Find(Value, Value),
    /// `a.__new__(a, *b)`, the result goes on the stack.
    New(Value, Value),
    /// `a.__new__(a, *b[0], **b[1])`, the result goes on the stack.
    NewEx(Value, Value),
    /// UnpicklingError with that message.
    Bad(String),
}

/// Where unpickling stands.
pub struct Loader {
    /// The next byte.
    pub at: usize,
    /// Values.
    pub stack: Vec<Value>,
    /// What was memoized.
    pub memo: Vec<Value>,
    /// Lengths of the stack at each MARK.
    pub marks: Vec<usize>,
}

/// Why unpickling stops: something to do, or a signal.
enum Stop {
    Step(Step),
    Signal(Signal),
}

impl From<Signal> for Stop {
    fn from(signal: Signal) -> Self {
        Stop::Signal(signal)
    }
}

fn bad<T>(message: &str) -> Result<T, Stop> {
    Err(Stop::Step(Step::Bad(message.into())))
}

impl Loader {
    /// Goes on until something has to be done.
    pub fn run(&mut self, vm: &mut Vm, data: &[u8]) -> Answer<Step> {
        loop {
            let Some(&code) = data.get(self.at) else {
                return Err(vm.error(types::EOF_ERROR, "Ran out of input"));
            };
            self.at += 1;
            match self.perform(vm, data, code) {
                Ok(()) => {}
                Err(Stop::Step(step)) => return Ok(step),
                Err(Stop::Signal(signal)) => return Err(signal),
            }
        }
    }

    fn take<'a>(&mut self, data: &'a [u8], count: usize) -> Result<&'a [u8], Stop> {
        match data.get(self.at..self.at.saturating_add(count)) {
            Some(part) => {
                self.at += count;
                Ok(part)
            }
            None => bad("pickle data was truncated"),
        }
    }

    fn number(&mut self, data: &[u8], count: usize) -> Result<usize, Stop> {
        let part = self.take(data, count)?;
        let mut bytes = [0; 8];
        bytes[..count].copy_from_slice(part);
        Ok(u64::from_le_bytes(bytes) as usize)
    }

    fn line(&mut self, data: &[u8]) -> Result<String, Stop> {
        let rest = &data[self.at..];
        match rest.iter().position(|b| *b == b'\n') {
            Some(end) => {
                self.at += end + 1;
                Ok(String::from_utf8_lossy(&rest[..end]).into_owned())
            }
            None => bad("pickle data was truncated"),
        }
    }

    fn pop(&mut self) -> Result<Value, Stop> {
        match self.stack.pop() {
            Some(value) => Ok(value),
            None => bad("unpickling stack underflow"),
        }
    }

    fn top(&self) -> Result<Value, Stop> {
        match self.stack.last() {
            Some(value) => Ok(*value),
            None => bad("unpickling stack underflow"),
        }
    }

    /// What lies above the last mark.
    fn marked(&mut self) -> Result<Vec<Value>, Stop> {
        match self.marks.pop() {
            Some(mark) if mark <= self.stack.len() => Ok(self.stack.split_off(mark)),
            _ => bad("could not find MARK"),
        }
    }

    fn tuple(&mut self, vm: &mut Vm, count: usize) -> Result<(), Stop> {
        if self.stack.len() < count {
            return bad("unpickling stack underflow");
        }
        let list = self.stack.split_off(self.stack.len() - count);
        self.stack.push(vm.tuple(list));
        Ok(())
    }

    fn recall(&mut self, index: usize) -> Result<(), Stop> {
        match self.memo.get(index) {
            Some(value) => {
                self.stack.push(*value);
                Ok(())
            }
            None => bad(&format!("Memo value not found at index {index}")),
        }
    }

    fn memoize(&mut self, index: usize) -> Result<(), Stop> {
        let value = self.top()?;
        if index > self.memo.len() + 100_000 {
            return bad("pickle data was truncated");
        }
        if index >= self.memo.len() {
            self.memo.resize(index + 1, Value::None);
        }
        self.memo[index] = value;
        Ok(())
    }

    fn perform(&mut self, vm: &mut Vm, data: &[u8], code: u8) -> Result<(), Stop> {
        match code {
            op::PROTO => {
                let protocol = self.number(data, 1)?;
                if protocol > 5 {
                    let message = format!("unsupported pickle protocol: {protocol}");
                    return Err(vm.value_error(&message).into());
                }
            }
            op::FRAME => {
                let length = self.number(data, 8)?;
                if length > data.len() - self.at {
                    return bad("pickle data was truncated");
                }
            }
            op::STOP => return Err(Stop::Step(Step::Done(self.pop()?))),
            op::MARK => self.marks.push(self.stack.len()),
            op::POP => {
                if self.marks.last() == Some(&self.stack.len()) {
                    self.marks.pop();
                } else {
                    self.pop()?;
                }
            }
            op::POP_MARK => {
                self.marked()?;
            }
            op::DUP => {
                let value = self.top()?;
                self.stack.push(value);
            }
            op::GET => {
                let index = self.line(data)?.parse().unwrap_or(usize::MAX);
                self.recall(index)?;
            }
            op::BINGET => {
                let index = self.number(data, 1)?;
                self.recall(index)?;
            }
            op::LONG_BINGET => {
                let index = self.number(data, 4)?;
                self.recall(index)?;
            }
            op::PUT => {
                let index = self.line(data)?.parse().unwrap_or(usize::MAX);
                self.memoize(index)?;
            }
            op::BINPUT => {
                let index = self.number(data, 1)?;
                self.memoize(index)?;
            }
            op::LONG_BINPUT => {
                let index = self.number(data, 4)?;
                self.memoize(index)?;
            }
            op::MEMOIZE => {
                let value = self.top()?;
                self.memo.push(value);
            }
            op::TUPLE1 => self.tuple(vm, 1)?,
            op::TUPLE2 => self.tuple(vm, 2)?,
            op::TUPLE3 => self.tuple(vm, 3)?,
            op::TUPLE => {
                let list = self.marked()?;
                self.stack.push(vm.tuple(list));
            }
            op::APPEND | op::APPENDS | op::ADDITEMS => self.append(vm, code)?,
            op::SETITEM | op::SETITEMS => self.set_items(vm, code)?,
            op::FROZENSET => {
                let list = self.marked()?;
                match crate::vm::natives::sets::from_items(vm, list.clone(), (true, false)) {
                    Ok(value) => self.stack.push(value),
                    Err(Signal::Call(_)) => {
                        let list = vm.list(list);
                        return Err(Stop::Step(Step::Frozen(list)));
                    }
                    Err(signal) => return Err(signal.into()),
                }
            }
            op::GLOBAL => {
                let (module, name) = (self.line(data)?, self.line(data)?);
                let module = module.replace("__builtin__", "builtins");
                self.find(vm, &module, &name)?;
            }
            op::STACK_GLOBAL => {
                let (name, module) = (self.pop()?, self.pop()?);
                let text = |vm: &Vm, v: Value| vm.heap.str(v).map(|t| t.s.to_string());
                match (text(vm, module), text(vm, name)) {
                    (Some(module), Some(name)) => self.find(vm, &module, &name)?,
                    _ => return bad("STACK_GLOBAL requires str"),
                }
            }
            op::REDUCE => {
                let (args, function) = (self.pop()?, self.pop()?);
                return Err(Stop::Step(Step::Call(function, args)));
            }
            op::NEWOBJ => {
                let (args, class) = (self.pop()?, self.pop()?);
                self.new_object(vm, class, args)?;
            }
            op::NEWOBJ_EX => {
                let (keywords, args, class) = (self.pop()?, self.pop()?, self.pop()?);
                let all = vm.tuple(vec![args, keywords]);
                return Err(Stop::Step(Step::NewEx(class, all)));
            }
            op::BUILD => self.build(vm)?,
            _ => {
                let value = self.literal(vm, data, code)?;
                self.stack.push(value);
            }
        }
        Ok(())
    }

    /// An operation that pushes a value of its own.
    fn literal(&mut self, vm: &mut Vm, data: &[u8], code: u8) -> Result<Value, Stop> {
        let length = match code {
            op::SHORT_BINUNICODE | op::SHORT_BINBYTES | op::LONG1 => self.number(data, 1)?,
            op::BINUNICODE | op::BINBYTES | op::LONG4 => self.number(data, 4)?,
            op::BINUNICODE8 | op::BINBYTES8 | op::BYTEARRAY8 => self.number(data, 8)?,
            _ => 0,
        };
        Ok(match code {
            op::NONE => Value::None,
            op::NEWTRUE => Value::Bool(true),
            op::NEWFALSE => Value::Bool(false),
            op::BININT => Value::Int(i64::from(self.number(data, 4)? as u32 as i32)),
            op::BININT1 => Value::Int(self.number(data, 1)? as i64),
            op::BININT2 => Value::Int(self.number(data, 2)? as i64),
            op::LONG1 | op::LONG4 => {
                let value = BigInt::from_signed_bytes_le(self.take(data, length)?);
                vm.int(value)
            }
            op::BINFLOAT => {
                let mut bytes = [0; 8];
                bytes.copy_from_slice(self.take(data, 8)?);
                Value::Float(f64::from_be_bytes(bytes))
            }
            op::INT | op::LONG => {
                let line = self.line(data)?;
                match (line.as_str(), line.trim_end_matches('L').parse::<BigInt>()) {
                    ("01", _) => Value::Bool(true),
                    ("00", _) => Value::Bool(false),
                    (_, Ok(value)) => vm.int(value),
                    _ => return bad("could not convert string to int"),
                }
            }
            op::FLOAT => match crate::vm::text::float::parse_float(&self.line(data)?) {
                Some(value) => Value::Float(value),
                None => return bad("could not convert string to float"),
            },
            op::UNICODE => {
                let text = self.line(data)?;
                vm.string(text)
            }
            op::SHORT_BINUNICODE | op::BINUNICODE | op::BINUNICODE8 => {
                match std::str::from_utf8(self.take(data, length)?) {
                    Ok(text) => vm.new_str(text),
                    Err(_) => return bad("pickle data was truncated"),
                }
            }
            op::SHORT_BINBYTES | op::BINBYTES | op::BINBYTES8 => {
                let part = self.take(data, length)?;
                vm.new_bytes(part)
            }
            op::BYTEARRAY8 => {
                let part = self.take(data, length)?.to_vec();
                vm.heap
                    .make(types::BYTEARRAY, Kind::ByteArray(Rc::new(part)))
            }
            op::EMPTY_TUPLE => vm.tuple(vec![]),
            op::EMPTY_LIST => vm.list(vec![]),
            op::EMPTY_DICT => vm.new_dict(),
            op::EMPTY_SET => vm.heap.make(types::SET, Kind::Set(Rc::default())),
            op::LIST => {
                let list = self.marked()?;
                vm.list(list)
            }
            op::DICT => {
                let list = self.marked()?;
                let dict = vm.new_dict();
                for pair in list.chunks(2) {
                    if let (Some(id), [key, value]) = (dict.object(), pair) {
                        vm.dict_set(id, *key, *value)?;
                    }
                }
                dict
            }
            code if code.is_ascii_graphic() => {
                return bad(&format!("invalid load key, '{}'.", code as char));
            }
            code => return bad(&format!("invalid load key, '\\x{code:02x}'.")),
        })
    }

    fn append(&mut self, vm: &mut Vm, code: u8) -> Result<(), Stop> {
        let list = match code {
            op::APPEND => vec![self.pop()?],
            _ => self.marked()?,
        };
        let target = self.top()?;
        let Some(id) = target.object() else {
            return bad("unpickling stack underflow");
        };
        if let Kind::List(items) = &mut vm.heap.get_mut(id).kind {
            Rc::make_mut(items).extend(&list);
            vm.heap.charge(list.len() * 16);
            return Ok(());
        }
        let is_set = matches!(vm.heap.get(id).kind, Kind::Set(_));
        for (done, item) in list.iter().enumerate() {
            let added = match is_set {
                true => vm.set_add(id, *item).map(|_| true),
                false => Ok(false),
            };
            match added {
                Ok(true) => {}
                Ok(false) | Err(Signal::Call(_)) => {
                    let rest = vm.list(list[done..].to_vec());
                    return Err(Stop::Step(Step::Add(target, rest)));
                }
                Err(signal) => return Err(signal.into()),
            }
        }
        Ok(())
    }

    fn set_items(&mut self, vm: &mut Vm, code: u8) -> Result<(), Stop> {
        let list = match code {
            op::SETITEM => {
                let value = self.pop()?;
                vec![self.pop()?, value]
            }
            _ => self.marked()?,
        };
        let target = self.top()?;
        let plain = target.object().filter(|id| {
            let object = vm.heap.get(*id);
            matches!(object.kind, Kind::Dict(_)) && object.class == types::DICT
        });
        for (done, pair) in list.chunks(2).enumerate() {
            let [key, value] = pair else { continue };
            let set = match plain {
                Some(id) => vm.dict_set(id, *key, *value).map(|()| true),
                None => Ok(false),
            };
            match set {
                Ok(true) => {}
                Ok(false) | Err(Signal::Call(_)) => {
                    let rest = list[done * 2..].chunks(2);
                    let rest = rest.map(|pair| vm.tuple(pair.to_vec())).collect();
                    let rest = vm.list(rest);
                    return Err(Stop::Step(Step::SetItems(target, rest)));
                }
                Err(signal) => return Err(signal.into()),
            }
        }
        Ok(())
    }

    fn find(&mut self, vm: &mut Vm, module: &str, name: &str) -> Result<(), Stop> {
        let imported = match vm.program.modules.get(module) {
            Some(id) => matches!(&vm.heap.get(*id).kind, Kind::Module(m) if m.imported),
            None => true,
        };
        match resolve(vm, module, name) {
            Some(value) if imported || module == "__main__" => {
                self.stack.push(value);
                Ok(())
            }
            _ => {
                let (module, name) = (vm.new_str(module), vm.new_str(name));
                Err(Stop::Step(Step::Find(module, name)))
            }
        }
    }

    fn new_object(&mut self, vm: &mut Vm, class: Value, args: Value) -> Result<(), Stop> {
        if let Some(id) = class.object()
            && let Kind::Class(c) = &vm.heap.get(id).kind
            && c.layout == Layout::Plain
            && c.specials & HAS_NEW == 0
            && c.metaclass.is_none()
            && items(vm, args).is_empty()
        {
            let value = vm.new_instance(id);
            self.stack.push(value);
            return Ok(());
        }
        Err(Stop::Step(Step::New(class, args)))
    }

    fn build(&mut self, vm: &mut Vm) -> Result<(), Stop> {
        let state = self.pop()?;
        let target = self.top()?;
        let class = vm.class_of(target);
        let hook = vm.names.lookup("__setstate__");
        if hook.and_then(|name| vm.class_lookup(class, name)).is_some() {
            return Err(Stop::Step(Step::SetState(target, state)));
        }
        let parts = match state.object().map(|id| &vm.heap.get(id).kind) {
            Some(Kind::Tuple(parts)) if parts.len() == 2 => parts.to_vec(),
            _ => vec![state],
        };
        let Some(id) = target.object() else {
            return bad("state is not a dictionary");
        };
        for part in parts {
            let Some(dict) = part.object().and_then(|id| vm.dict_data(id)) else {
                if part == Value::None {
                    continue;
                }
                return bad("state is not a dictionary");
            };
            for entry in dict.iter() {
                let name = vm.name_of(entry.key);
                set_attribute(vm, target, id, name, entry.value)?;
            }
        }
        Ok(())
    }
}

fn set_attribute(
    vm: &mut Vm,
    target: Value,
    id: ObjectId,
    name: crate::vm::value::NameId,
    value: Value,
) -> Answer<()> {
    if let Some(attrs) = &mut vm.heap.get_mut(id).attrs {
        Rc::make_mut(attrs).set(name, value);
        vm.heap.charge(24);
        return Ok(());
    }
    vm.set_generic(target, id, name, value)
}
