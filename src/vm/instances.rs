//! Calls of classes: `__new__`, `__init__`, abstract classes.

use crate::vm::calls::{Args, Keywords};
use crate::vm::exec::Vm;
use crate::vm::frame::Ret;
use crate::vm::object::{Class, Kind, Layout, Object};
use crate::vm::signal::{Answer, Call, Signal};
use crate::vm::value::{ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

impl Vm<'_> {
    /// Makes an instance of a class: `class, NULL, args…` lie on the stack from `at`.
    pub fn instantiate(
        &mut self,
        id: ObjectId,
        at: usize,
        keywords: Keywords,
        ret: Ret,
    ) -> Answer<()> {
        let Kind::Class(class) = &self.heap.get(id).kind else {
            return Ok(());
        };
        let class = Rc::clone(class);
        // `Class(...)` through a bound class method has the class below as receiver.
        if !self.stack.values[at + 1].is_null() {
            let receiver = self.stack.values[at + 1];
            self.stack.values.insert(at + 2, receiver);
            self.stack.values[at + 1] = Value::Null;
        }
        if class.heap
            && (class.specials & crate::vm::classes::HAS_NEW != 0 || class.metaclass.is_some())
        {
            let args: Vec<Value> = self.stack.values.drain(at + 2..).collect();
            self.stack.values.truncate(at);
            return self.instantiate_in_python(id, args, keywords, ret);
        }
        let start = at + 2;
        let len = self.stack.values.len() - start;
        let has_init = class.specials & crate::vm::classes::HAS_INIT != 0;
        let args = Args {
            start,
            len,
            keywords,
        };
        let instance = match class.layout {
            Layout::Plain => {
                if (class.heap || id == types::OBJECT)
                    && !has_init
                    && (len > 0 || !args.keywords.is_empty())
                {
                    self.stack.values.truncate(at);
                    return Err(self.type_error(&format!("{}() takes no arguments", class.name)));
                }
                if class.heap {
                    self.check_abstract(id, &class, at)?;
                }
                Ok(self.new_instance(id))
            }
            Layout::Internal if class.heap => Ok(self.new_instance(id)),
            _ => match crate::vm::natives::classes::construct(self, id, &class, &args, has_init) {
                Err(Signal::Raise(error)) if !class.heap => {
                    self.with_ints(Value::Object(id), &args, error)
                }
                made => made,
            },
        };
        let instance = match instance {
            Ok(value) => value,
            Err(signal) => {
                self.stack.values.truncate(at);
                return Err(match signal {
                    Signal::Call(mut call) if call.ret == Ret::Push => {
                        call.ret = ret;
                        Signal::Call(call)
                    }
                    other => other,
                });
            }
        };
        if !has_init {
            self.stack.values.truncate(at);
            return self.deliver(instance, ret);
        }
        let keywords = args.keywords;
        if !ret.is_pushed() {
            let args: Vec<Value> = self.stack.values.drain(at + 2..).collect();
            self.stack.values.truncate(at);
            let init = self.prelude("_init_instance");
            let mut all = vec![instance];
            all.extend(args);
            return Err(Signal::Call(Box::new(Call {
                function: init,
                args: all,
                keywords,
                ret,
            })));
        }
        let found = self.special(instance, names::INIT);
        let (init, receiver) = found.unwrap_or((Value::None, Value::Null));
        // instance (the result), __init__, instance, args…
        self.stack.values[at] = instance;
        self.stack.values[at + 1] = init;
        self.stack.values.insert(at + 2, receiver);
        self.invoke(at + 1, keywords, Ret::Init)
    }

    fn check_abstract(&mut self, id: ObjectId, class: &Class, at: usize) -> Answer<()> {
        match self.abstract_class(id, class) {
            None => Ok(()),
            Some(signal) => {
                self.stack.values.truncate(at);
                Err(signal)
            }
        }
    }

    /// TypeError if methods of a class are still abstract.
    pub fn abstract_class(&mut self, id: ObjectId, class: &Class) -> Option<Signal> {
        let name = self.names.lookup("__abstractmethods__")?;
        let set = self.class_lookup(id, name)?.object()?;
        let Kind::Set(set) = &self.heap.get(set).kind else {
            return None;
        };
        let mut missing: Vec<String> = set
            .iter()
            .filter_map(|(_, v)| self.heap.str(v).map(|t| format!("'{}'", t.s)))
            .collect();
        if missing.is_empty() {
            return None;
        }
        missing.sort();
        let s = if missing.len() == 1 { "" } else { "s" };
        Some(self.type_error(&format!(
            "Can't instantiate abstract class {} without an implementation for abstract method{s} {}",
            class.name,
            missing.join(", ")
        )))
    }

    /// `cls.__new__` and then `__init__`, in Python.
    fn instantiate_in_python(
        &mut self,
        class: ObjectId,
        args: Vec<Value>,
        keywords: Keywords,
        ret: Ret,
    ) -> Answer<()> {
        let mut all = vec![Value::Object(class)];
        all.extend(args);
        let function = self.prelude("_instantiate");
        Err(Signal::Call(Box::new(Call {
            function,
            args: all,
            keywords,
            ret,
        })))
    }

    /// A new instance without anything in it.
    pub fn new_instance(&mut self, class: ObjectId) -> Value {
        Value::Object(self.heap.alloc(Object {
            class,
            kind: Kind::Plain,
            attrs: (class != types::OBJECT).then(Rc::default),
        }))
    }
}
