//! A program ready to run: its module and the library modules that it imports, linked.
//!
//! Linking turns names into numbers, constants into objects that live for ever, and globals into
//! slots of their module (`link`).

mod link;

use crate::lang::code::{Code, Const, Instruction, Op, Unit};
use crate::vm::exec::{Exit, Pace, Vm};
use crate::vm::frame::{Ret, Stack};
use crate::vm::heap::Heap;
use crate::vm::name_map::NameMap;
use crate::vm::names::Names;
use crate::vm::object::{Function, Kind};
use crate::vm::source::Source;
use crate::vm::sure::{self, Use};
use crate::vm::value::{CodeRef, NameId, ObjectId, Value};
use crate::vm::{compiled, library, natives, types};
use rustc_hash::FxHashMap as HashMap;
use std::rc::Rc;

/// A program ready to run.
#[derive(Debug, Default)]
pub struct Program {
    /// The modules.
    pub units: Vec<LinkedUnit>,
    /// All code objects.
    pub codes: Vec<LinkedCode>,
    /// Built-in functions and classes.
    pub builtins: NameMap,
    /// Functions of the prelude, which do in Python what built-ins cannot do in one go.
    pub prelude: HashMap<Rc<str>, Value>,
    /// Sources of the units, for tracebacks.
    pub sources: Vec<Source>,
    /// What the program can ask about its run.
    pub settings: Settings,
    /// Modules by dotted name.
    pub modules: HashMap<Rc<str>, ObjectId>,
}

/// What a program can ask about its run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What `sys.argv` holds.
    pub argv: Vec<String>,
    /// `fork`, `spawn` or `forkserver`: what `multiprocessing` does by default.
    pub start_method: &'static str,
    /// Feeds `random`.
    pub seed: u64,
    /// What `os.cpu_count()` says.
    pub cores: u32,
    /// What `sys.getswitchinterval()` says, in microseconds.
    pub switch_interval_us: u64,
}

/// A module of the program.
#[derive(Debug)]
pub struct LinkedUnit {
    /// Dotted name; the program itself is `__main__`.
    pub name: Rc<str>,
    /// As compiled, for listings; of the library, which is not listed, without its code objects.
    pub unit: Unit,
    /// Whether it belongs to the library.
    pub library: bool,
    /// First of its code objects in [`Program::codes`].
    pub first_code: u32,
    /// Names of its globals, by slot.
    pub slots: Vec<NameId>,
    /// Slots by name.
    pub slot_of: HashMap<NameId, u32>,
    /// What the built-ins say, by slot.
    pub builtins: Vec<Value>,
    /// The module object.
    pub module: ObjectId,
}

/// A code object ready to run.
#[derive(Debug)]
pub struct LinkedCode {
    /// Which unit it belongs to.
    pub unit: u32,
    /// As compiled.
    pub code: Code,
    /// With operands linked.
    pub instructions: Vec<Instruction>,
    /// Constants as values.
    pub consts: Vec<Value>,
    /// Names of the locals.
    pub local_names: Vec<NameId>,
    /// Whether a call with exactly the positional arguments needs no further look.
    pub simple: bool,
    /// Library code is stepped over.
    pub library: bool,
    /// No other thread gets in between its instructions.
    pub atomic: bool,
    /// A function of the library that is C in CPython: the GIL stays where it is until a call of it has returned.
    pub c: bool,
    /// A function of the library that is Python in CPython too: the GIL can be handed over at its entry.
    pub enters: bool,
    /// A function of the library that does many things one after the other which CPython can interrupt.
    pub compound: bool,
    /// Where its local with the line of the text is of which CPython makes the function: see [`library::is_from_text`].
    pub line_local: Option<u32>,
    /// What it touches is no matter of the program's: the book-keeping of threads.
    pub quiet: bool,
    /// By instruction, the locals that may still be read, as bits; empty if all may be.
    pub live: Vec<u64>,
}

impl Program {
    /// The code object of that number.
    #[inline]
    pub fn code(&self, code: CodeRef) -> &LinkedCode {
        &self.codes[code.0 as usize]
    }

    /// A function of the prelude.
    pub fn prelude(&self, name: &str) -> Value {
        self.prelude.get(name).copied().unwrap_or(Value::None)
    }
}

/// What loading makes: the program and what every process begins with.
pub struct Loaded {
    /// The program.
    pub program: Rc<Program>,
    /// The heap of a fresh interpreter.
    pub heap: Heap,
    /// The names.
    pub names: Rc<Names>,
}

/// Loads a program: links it and the library modules that it may import.
///
/// # Errors
/// A line and a sentence if it imports a module that Python has and the machine does not.
pub fn load(main: Unit, source: &str, settings: Settings) -> Result<Loaded, (u32, String)> {
    let mut loader = Loader::new();
    loader.prelude();
    loader.queue(&main, true)?;
    if let Some(refused) = sure::refusal(&main, |used| match used {
        Use::Builtin(name) => natives::core::refusal(name),
        // Of `ctypes` some names are there.
        Use::Attribute(module, name) if library::exists(module) && module != "ctypes" => {
            library::missing(module, name)
        }
        Use::Attribute(..) => None,
    }) {
        return Err(refused);
    }
    loader.program.settings = settings;
    let main_module = loader.link("__main__", main, false);
    loader.program.sources.pop();
    loader.program.sources.push(Source::new(source.to_string()));
    while let Some(name) = loader.todo.pop() {
        if !loader.program.modules.contains_key(name.as_str()) {
            loader.library_module(&name)?;
        }
    }
    loader
        .program
        .modules
        .insert("__main__".into(), main_module);
    // Whoever imports it gets what is running.
    if let Kind::Module(module) = &mut loader.heap.get_mut(main_module).kind {
        Rc::make_mut(module).imported = true;
    }
    loader.heap.seal();
    Ok(Loaded {
        program: Rc::new(loader.program),
        heap: loader.heap,
        names: Rc::new(loader.names),
    })
}

struct Loader {
    program: Program,
    heap: Heap,
    names: Names,
    strings: HashMap<Rc<str>, Value>,
    todo: Vec<String>,
}

impl Loader {
    fn new() -> Self {
        let mut names = Names::default();
        let mut heap = Heap::default();
        natives::classes::bootstrap(&mut heap, &mut names);
        let mut program = Program::default();
        for (index, info) in types::TYPES.iter().enumerate() {
            if info.module == "builtins" && natives::classes::is_visible(info.name) {
                let class = Value::Object(ObjectId(index as u32));
                program.builtins.set(names.intern(info.name), class);
            }
        }
        for (name, value) in natives::of_module("builtins") {
            // One underscore: for the prelude alone.
            if !name.starts_with('_') || name.starts_with("__") {
                program.builtins.set(names.intern(name), value);
            }
        }
        for (alias, class) in [
            ("IOError", types::OS_ERROR),
            ("EnvironmentError", types::OS_ERROR),
        ] {
            program
                .builtins
                .set(names.intern(alias), Value::Object(class));
        }
        for (name, value) in [
            ("NotImplemented", Value::NotImplemented),
            ("Ellipsis", Value::Ellipsis),
            ("__debug__", Value::Bool(true)),
        ] {
            program.builtins.set(names.intern(name), value);
        }
        Loader {
            program,
            heap,
            names,
            strings: HashMap::default(),
            todo: Vec::new(),
        }
    }

    /// Links the prelude; its public functions become built-ins, all become helpers.
    fn prelude(&mut self) {
        let unit = compiled::unit("builtins");
        let first = self.program.codes.len() as u32;
        let module = self.link("builtins", unit, true);
        for (name, value) in natives::of_module("builtins") {
            let id = self.names.intern(name);
            let slot = self.program.units[0].slot_of.get(&id).copied();
            if let (Some(slot), Kind::Module(m)) = (slot, &mut self.heap.get_mut(module).kind) {
                Rc::make_mut(m).slots[slot as usize] = value;
            }
        }
        for index in first as usize + 1..self.program.codes.len() {
            let code = &self.program.codes[index].code;
            if code.qualname.contains('.') || code.name != code.qualname || code.flags.class_body {
                continue;
            }
            let name = code.name.clone();
            let value = function(&mut self.heap, CodeRef(index as u32), module);
            self.set_prelude(module, &name, value);
        }
        self.run_prelude(first, module);
    }

    /// Runs the prelude, so that its functions get their defaults and its classes come to be.
    fn run_prelude(&mut self, code: u32, module: ObjectId) {
        let mut names = Rc::new(std::mem::take(&mut self.names));
        let mut stack = Stack::new(0);
        let mut vm = Vm {
            program: &self.program,
            names: &mut names,
            heap: &mut self.heap,
            stack: &mut stack,
            log: None,
            woke: false,
            heap_limit: usize::MAX,
            exploring: None,
            pends: false,
            work: 0,
        };
        vm.enter(CodeRef(code), module, None, Value::Null, Ret::Entry);
        let exit = vm.run(&mut 1_000_000, Pace::Anywhere);
        assert!(
            matches!(exit, Exit::Finished(_)),
            "the prelude does not run: {exit:?}"
        );
        self.names = Rc::try_unwrap(names).unwrap_or_else(|shared| (*shared).clone());
        let made: Vec<(NameId, Value)> = match &self.heap.get(module).kind {
            Kind::Module(m) => {
                let slots = &self.program.units[0].slots;
                slots.iter().copied().zip(m.slots.iter().copied()).collect()
            }
            _ => Vec::new(),
        };
        for (name, value) in made {
            let name = self.names.get(name).clone();
            let own = value.object().is_some_and(|id| {
                matches!(self.heap.get(id).kind, Kind::Function(_) | Kind::Class(_))
            });
            if own && !name.starts_with("__") {
                self.set_prelude(module, &name, value);
            }
        }
    }

    fn set_prelude(&mut self, module: ObjectId, name: &str, value: Value) {
        let id = self.names.intern(name);
        let unit = &self.program.units[0];
        if let (Some(&slot), Kind::Module(m)) =
            (unit.slot_of.get(&id), &mut self.heap.get_mut(module).kind)
        {
            Rc::make_mut(m).slots[slot as usize] = value;
        }
        self.program.prelude.insert(name.into(), value);
        if !name.starts_with('_') || name.starts_with("__") {
            self.program.builtins.set(id, value);
        }
    }

    /// Notes the modules that a unit imports; refuses those that the machine lacks.
    fn queue(&mut self, unit: &Unit, program: bool) -> Result<(), (u32, String)> {
        if program && unit.codes.iter().any(|code| code.flags.coroutine) {
            // A coroutine that nobody awaits is warned of.
            self.todo.push("warnings".into());
        }
        for code in &unit.codes {
            let mut package = "";
            // Up to here lies what `if TYPE_CHECKING:` keeps from running.
            let mut skipped = 0;
            let all = code.instructions.iter().zip(&code.positions);
            for (at, (instruction, position)) in all.enumerate() {
                if instruction.op == Op::PopJumpIfFalse && asks_for_types(unit, code, at) {
                    skipped = instruction.arg as usize;
                }
                if instruction.op == Op::LoadConst
                    && is_complex(&code.consts[instruction.arg as usize])
                {
                    let reason = "complex numbers are not supported: keep the two parts in a tuple";
                    return Err((position.line, reason.into()));
                }
                if instruction.op == Op::ImportFrom {
                    let whole = format!("{package}.{}", unit.name(instruction.arg));
                    if program
                        && at >= skipped
                        && let Some(reason) = library::refusal(&whole)
                    {
                        return Err((position.line, reason));
                    }
                }
                if instruction.op != Op::ImportName {
                    continue;
                }
                let name = unit.name(instruction.arg);
                package = name;
                if library::exists(name) {
                    self.todo.push(name.to_string());
                    // `from concurrent import futures`
                    for sub in library::submodules(name) {
                        self.todo.push(sub.to_string());
                    }
                } else if program
                    && at >= skipped
                    && let Some(reason) = library::refusal(name)
                {
                    return Err((position.line, reason));
                }
            }
        }
        Ok(())
    }

    fn library_module(&mut self, name: &str) -> Result<(), (u32, String)> {
        if let Some((parent, _)) = name.rsplit_once('.') {
            self.todo.push(parent.to_string());
        }
        let unit = compiled::unit(name);
        self.queue(&unit, false)?;
        let module = self.link(name, unit, true);
        let natives = natives::of_module(name);
        for (native, value) in natives {
            let id = self.names.intern(native);
            let slot = self
                .program
                .units
                .last()
                .and_then(|u| u.slot_of.get(&id))
                .copied();
            if let Kind::Module(m) = &mut self.heap.get_mut(module).kind {
                let m = Rc::make_mut(m);
                match slot {
                    Some(slot) => m.slots[slot as usize] = value,
                    None => m.extra.set(id, value),
                }
            }
        }
        for (index, info) in types::TYPES.iter().enumerate() {
            if info.module == name {
                let id = self.names.intern(info.name);
                if let Kind::Module(m) = &mut self.heap.get_mut(module).kind {
                    Rc::make_mut(m)
                        .extra
                        .set(id, Value::Object(ObjectId(index as u32)));
                }
            }
        }
        self.program.modules.insert(name.into(), module);
        Ok(())
    }
}

/// Whether the jump at that place is that of `if TYPE_CHECKING:` or `if typing.TYPE_CHECKING:`.
fn asks_for_types(unit: &Unit, code: &Code, at: usize) -> bool {
    let before = code.instructions[..at].iter().rev();
    let mut before = before.skip_while(|i| i.op == Op::ToBool);
    let name = before.next().and_then(|i| match i.op {
        Op::LoadName => Some(unit.name(i.arg)),
        Op::LoadGlobal | Op::LoadAttr => Some(unit.name(i.arg >> 1)),
        _ => None,
    });
    name.is_some_and(|name| &**name == "TYPE_CHECKING")
}

/// Whether a constant is, or holds, a complex number.
fn is_complex(constant: &Const) -> bool {
    match constant {
        Const::Imaginary(_) => true,
        Const::Tuple(items) | Const::FrozenSet(items) => items.iter().any(is_complex),
        _ => false,
    }
}

/// A function object without defaults or closure.
pub fn function(heap: &mut Heap, code: CodeRef, module: ObjectId) -> Value {
    heap.make(
        types::FUNCTION,
        Kind::Function(Rc::new(Function {
            code,
            module,
            defaults: Value::None,
            kwdefaults: Value::None,
            closure: Rc::new([]),
            annotations: Value::None,
            name: Value::Null,
            qualname: Value::Null,
            doc: Value::Null,
        })),
    )
}
