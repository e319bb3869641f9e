//! Linking one unit: names become numbers, constants objects that live for ever, globals slots of their module.

use super::{LinkedCode, LinkedUnit, Loader};
use crate::lang::code::{Code, Const, Instruction, Op, Unit};
use crate::vm::comparison::hash_constant;
use crate::vm::name_map::NameMap;
use crate::vm::names;
use crate::vm::object::{Kind, Module, Text};
use crate::vm::set::Set;
use crate::vm::source::Source;
use crate::vm::value::{CodeRef, NameId, ObjectId, Value};
use crate::vm::{library, types};
use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

impl Loader {
    fn string(&mut self, s: &Rc<str>) -> Value {
        if let Some(&value) = self.strings.get(s) {
            return value;
        }
        let value = self
            .heap
            .make(types::STR, Kind::Str(Rc::new(Text::new(&**s))));
        self.strings.insert(Rc::clone(s), value);
        value
    }

    /// Links one unit; gives its module object.
    pub fn link(&mut self, name: &str, mut unit: Unit, library: bool) -> ObjectId {
        let index = self.program.units.len() as u32;
        let first_code = self.program.codes.len() as u32;
        let ids: Vec<NameId> = unit.names.iter().map(|n| self.names.intern(n)).collect();
        let mut slots = Slots::default();
        let fixed = [
            names::NAME,
            names::DOC,
            names::PACKAGE,
            names::SPEC,
            names::ANNOTATIONS,
            names::FILE,
        ];
        for fixed in fixed {
            slots.of(fixed);
        }
        // In the order in which the module's own text sets them, for `globals()`.
        for code in unit.codes.iter().take(1) {
            for instruction in &code.instructions {
                if instruction.op == Op::StoreName {
                    slots.of(ids[instruction.arg as usize]);
                }
            }
        }
        let doc = unit.codes.first().and_then(|c| c.doc.clone());
        let codes = if library {
            std::mem::take(&mut unit.codes)
        } else {
            unit.codes.clone()
        };
        for code in codes {
            let quiet = library && library::is_quiet(name, &code.qualname);
            let mut linked = self.link_code(code, index, first_code, &ids, &mut slots, library);
            linked.atomic = library && library::is_atomic(name);
            linked.c = library && library::is_c(name, &linked.code.qualname);
            linked.enters = library && !linked.c;
            linked.compound = linked.enters && library::is_compound(name, &linked.code.qualname);
            linked.quiet = quiet;
            if library && library::is_from_text(name, &linked.code.qualname) {
                let locals = &linked.code.locals;
                let at = locals.iter().position(|local| &**local == "_line");
                linked.line_local = at.map(|at| at as u32);
            }
            self.program.codes.push(linked);
        }
        let builtins = slots
            .list
            .iter()
            .map(|n| self.program.builtins.get(*n).unwrap_or(Value::Null));
        let builtins: Vec<Value> = builtins.collect();
        let mut values = vec![Value::Null; slots.list.len()];
        values[0] = self.string(&name.into());
        values[1] = match doc {
            Some(doc) => self.string(&doc),
            None => Value::None,
        };
        values[2] = match name.rsplit_once('.') {
            Some((package, _)) => self.string(&package.into()),
            None if library => self.string(&"".into()),
            None => Value::None,
        };
        values[3] = Value::None;
        values[5] = self.string(&unit.file.as_str().into());
        let module = Module {
            unit: index,
            slots: values,
            extra: NameMap::new(),
            imported: false,
        };
        let module = self.heap.make(types::MODULE, Kind::Module(Rc::new(module)));
        let module = module.object().unwrap_or(types::OBJECT);
        let source = library::source(name).filter(|_| library);
        self.program
            .sources
            .push(Source::new(source.unwrap_or_default()));
        self.program.units.push(LinkedUnit {
            name: name.into(),
            unit,
            library,
            first_code,
            slots: slots.list,
            slot_of: slots.of,
            builtins,
            module,
        });
        module
    }

    fn link_code(
        &mut self,
        code: Code,
        unit: u32,
        first_code: u32,
        ids: &[NameId],
        slots: &mut Slots,
        library: bool,
    ) -> LinkedCode {
        let consts = code
            .consts
            .iter()
            .map(|c| self.constant(c, first_code))
            .collect();
        let instructions = code
            .instructions
            .iter()
            .map(|i| Instruction {
                op: i.op,
                arg: link_operand(*i, &code, ids, slots),
            })
            .collect();
        let flags = code.flags;
        LinkedCode {
            unit,
            instructions,
            consts,
            local_names: code.locals.iter().map(|n| self.names.intern(n)).collect(),
            simple: code.kwonly_count == 0
                && !flags.varargs
                && !flags.varkeywords
                && flags.optimized,
            live: if library || self.names_locals(ids) {
                Vec::new()
            } else {
                crate::lang::liveness::live_locals(&code)
            },
            code,
            library,
            atomic: false,
            c: false,
            enters: false,
            compound: false,
            line_local: None,
            quiet: false,
        }
    }

    /// Whether a unit may ask for its locals by name.
    fn names_locals(&self, ids: &[NameId]) -> bool {
        ids.iter()
            .any(|id| matches!(&**self.names.get(*id), "locals" | "vars" | "dir"))
    }

    fn constant(&mut self, constant: &Const, first_code: u32) -> Value {
        let heap = &mut self.heap;
        match constant {
            Const::None => Value::None,
            Const::Ellipsis => Value::Ellipsis,
            Const::Bool(b) => Value::Bool(*b),
            Const::Int(i) => Value::Int(*i),
            Const::Float(x) => Value::Float(*x),
            Const::BigInt(digits) => {
                let value = digits.parse().unwrap_or_default();
                heap.make(types::INT, Kind::BigInt(Rc::new(value)))
            }
            // `queue` has refused programs with complex literals.
            Const::Imaginary(_) => Value::None,
            Const::Str(s) => self.string(s),
            Const::Bytes(b) => heap.make(types::BYTES, Kind::Bytes(Rc::clone(b))),
            Const::Tuple(items) => {
                let items: Rc<[Value]> =
                    items.iter().map(|c| self.constant(c, first_code)).collect();
                self.heap.make(types::TUPLE, Kind::Tuple(items))
            }
            Const::FrozenSet(items) => {
                let items: Vec<Value> =
                    items.iter().map(|c| self.constant(c, first_code)).collect();
                let mut set = Set::default();
                for item in items {
                    let hash = hash_constant(&self.heap, item);
                    let heap = &self.heap;
                    set.insert(hash, item, |other| {
                        crate::vm::comparison::same_constant(heap, item, other)
                    });
                }
                // CPython builds a constant set twice, the second time in the order of the first; displays show it.
                let mut again = Set::default();
                for (hash, item) in set.iter() {
                    again.insert(hash, item, |_| false);
                }
                self.heap.make(types::FROZENSET, Kind::Set(Rc::new(again)))
            }
            Const::Code(id) => heap.make(types::CODE, Kind::Code(CodeRef(first_code + id.0))),
            Const::Slice(parts) => {
                let parts = [0, 1, 2].map(|i| self.constant(&parts[i], first_code));
                self.heap.make(types::SLICE, Kind::Slice(Rc::new(parts)))
            }
        }
    }
}

/// Slots of a module's globals while it is linked.
#[derive(Default)]
struct Slots {
    list: Vec<NameId>,
    of: HashMap<NameId, u32>,
}

impl Slots {
    fn of(&mut self, name: NameId) -> u32 {
        let list = &mut self.list;
        *self.of.entry(name).or_insert_with(|| {
            list.push(name);
            list.len() as u32 - 1
        })
    }
}

fn link_operand(i: Instruction, code: &Code, ids: &[NameId], slots: &mut Slots) -> u32 {
    let name = |index: u32| ids[index as usize];
    match i.op {
        Op::LoadName | Op::StoreName | Op::DeleteName if !code.flags.class_body => {
            slots.of(name(i.arg))
        }
        Op::LoadName
        | Op::StoreName
        | Op::DeleteName
        | Op::StoreAttr
        | Op::DeleteAttr
        | Op::ImportName
        | Op::ImportFrom
        | Op::LoadFromDictOrGlobals => {
            if matches!(i.op, Op::LoadName | Op::LoadFromDictOrGlobals) {
                slots.of(name(i.arg));
            }
            name(i.arg).0
        }
        Op::LoadGlobal => slots.of(name(i.arg >> 1)) << 1 | (i.arg & 1),
        Op::StoreGlobal | Op::DeleteGlobal => slots.of(name(i.arg)),
        Op::LoadAttr => name(i.arg >> 1).0 << 1 | (i.arg & 1),
        Op::LoadSuperAttr => name(i.arg >> 2).0 << 2 | (i.arg & 3),
        _ => i.arg,
    }
}
