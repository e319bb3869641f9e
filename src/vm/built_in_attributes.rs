//! Attributes that built-in objects have without storing them: of functions, methods, exceptions, numbers.

use crate::vm::exec::Vm;
use crate::vm::listed_attributes::no_docs;
use crate::vm::name_map::NameMap;
use crate::vm::object::{Kind, Layout};
use crate::vm::signal::Answer;
use crate::vm::value::{NameId, ObjectId, Value};
use crate::vm::{names, types};
use std::rc::Rc;

impl Vm<'_> {
    /// Attributes that objects of built-in kinds have besides methods.
    pub fn built_in_attribute(&mut self, owner: Value, name: NameId) -> Answer<Option<Value>> {
        let class = self.class_of(owner);
        if name == names::CLASS {
            return Ok(Some(Value::Object(class)));
        }
        if let Some(value) = self.number_attribute(owner, name) {
            return Ok(Some(value));
        }
        if let Value::Native(id) = owner {
            let full = crate::vm::natives::name(id);
            let (module, own) = full.rsplit_once('.').unwrap_or(("builtins", full));
            return Ok(match name {
                names::NAME => Some(self.new_str(own)),
                names::QUALNAME => Some(self.new_str(own)),
                names::MODULE => Some(self.new_str(module)),
                names::DOC if self.is_foreign("builtins") => return Err(no_docs()),
                names::DOC => Some(Value::None),
                _ => None,
            });
        }
        let Some(id) = owner.object() else {
            return Ok(None);
        };
        let object = self.heap.get(id).clone();
        if name == names::DICT
            && object.attrs.is_some()
            && self.allowed_slots(object.class).is_none()
        {
            if let Some(dict) = self.own_dict(id) {
                return Ok(Some(Value::Object(dict)));
            }
            return self.in_python("_instance_dict", &[owner]);
        }
        Ok(match &object.kind {
            Kind::Function(f) if name == names::GLOBALS => {
                return self.in_python("_module_dict", &[Value::Object(f.module)]);
            }
            Kind::Function(_) if name == names::DICT => {
                return self.in_python("_instance_dict", &[owner]);
            }
            Kind::Function(_) if name == names::CALL => Some(owner),
            Kind::Function(_) if name == names::GET => {
                let function = self.prelude("_function_get");
                Some(self.bind_method(function, owner))
            }
            Kind::Function(f) if name == names::DOC && self.lacks_doc(f) => return Err(no_docs()),
            Kind::Function(f) => self.function_attribute(f, name),
            Kind::Method { function, receiver } => match name {
                names::SELF => Some(*receiver),
                names::FUNC => Some(*function),
                _ => return self.get_attribute(*function, name).map(Some),
            },
            Kind::Cell(value) if &**self.names.get(name) == "cell_contents" => {
                if value.is_null() {
                    return Err(self.value_error("cell is empty"));
                }
                Some(*value)
            }
            Kind::DictView { dict, .. } if &**self.names.get(name) == "mapping" => {
                let dict = Value::Object(*dict);
                Some(self.instance_with("_MappingProxy", &[(names::HIDDEN_MAPPING, dict)]))
            }
            Kind::Slice(parts) => match name {
                names::START => Some(parts[0]),
                names::STOP => Some(parts[1]),
                names::STEP => Some(parts[2]),
                _ => None,
            },
            Kind::Range(r) => match name {
                names::START => Some(Value::Int(r[0])),
                names::STOP => Some(Value::Int(r[1])),
                names::STEP => Some(Value::Int(r[2])),
                _ => None,
            },
            Kind::Property(parts) => match name {
                names::FGET => Some(parts[0]),
                names::FSET => Some(parts[1]),
                names::FDEL => Some(parts[2]),
                names::DOC => Some(parts[3]),
                _ => None,
            },
            Kind::StaticMethod(f) | Kind::ClassMethod(f) => match name {
                names::FUNC | names::WRAPPED => Some(*f),
                names::NAME
                | names::QUALNAME
                | names::MODULE
                | names::DOC
                | names::ANNOTATIONS
                | names::DICT => return self.get_attribute(*f, name).map(Some),
                _ => None,
            },
            Kind::Exception(e) => match name {
                names::DOC => return self.get_attribute(Value::Object(class), name).map(Some),
                names::ARGS => Some(e.args),
                names::CAUSE => Some(e.cause),
                names::CONTEXT => Some(e.context),
                names::SUPPRESS_CONTEXT => Some(Value::Bool(e.suppress_context)),
                names::TRACEBACK => return Ok(Some(self.traceback_object(owner))),
                // What an exception of these classes has even if nobody set it.
                names::NAME_ATTR
                    if [
                        types::ATTRIBUTE_ERROR,
                        types::NAME_ERROR,
                        types::IMPORT_ERROR,
                    ]
                    .iter()
                    .any(|class| self.is_instance(owner, *class)) =>
                {
                    Some(Value::None)
                }
                names::OBJ if self.is_instance(owner, types::ATTRIBUTE_ERROR) => Some(Value::None),
                _ if self.is_instance(owner, types::SYNTAX_ERROR) => {
                    self.syntax_error_attribute(e.args, name)
                }
                _ if self.is_instance(owner, types::IMPORT_ERROR)
                    && matches!(&**self.names.get(name), "msg" | "path" | "name_from") =>
                {
                    let first = crate::vm::natives::lists::items(self, e.args)
                        .first()
                        .copied();
                    match &**self.names.get(name) {
                        "msg" => Some(first.unwrap_or(Value::None)),
                        _ => Some(Value::None),
                    }
                }
                _ => None,
            },
            Kind::Code(code) => self.code_attribute(*code, name),
            Kind::Generator(g) => {
                let code = &self.program.code(g.code).code;
                let (own, qualname) = (code.name.clone(), code.qualname.clone());
                let text = self.names.get(name).clone();
                match name {
                    names::NAME => Some(self.new_str(&own)),
                    names::QUALNAME => Some(self.new_str(&qualname)),
                    _ => match text.split_once('_') {
                        Some(("gi" | "cr" | "ag", "running")) => Some(Value::Bool(g.running)),
                        Some(("gi" | "cr" | "ag", "suspended")) => {
                            Some(Value::Bool(g.started && !g.running && g.frame.is_some()))
                        }
                        Some(("gi" | "cr" | "ag", "code")) => {
                            Some(self.heap.make(types::CODE, Kind::Code(g.code)))
                        }
                        Some(("gi" | "cr" | "ag", "frame")) if g.frame.is_none() && !g.running => {
                            Some(Value::None)
                        }
                        Some(("gi" | "cr" | "ag", "frame")) => {
                            let line = g.frame.as_ref().and_then(|f| {
                                let positions = &self.program.code(f.code).code.positions;
                                positions
                                    .get(f.pc.saturating_sub(1) as usize)
                                    .map(|p| p.line)
                            });
                            let line = Value::Int(i64::from(line.unwrap_or(0)));
                            let code = self.heap.make(types::CODE, Kind::Code(g.code));
                            let module = self.program.code(g.code).unit;
                            let module = self.program.units[module as usize].module;
                            let frame = [
                                (names::HIDDEN_MODULE, Value::Object(module)),
                                (names::F_CODE, code),
                                (names::F_LINENO, line),
                                (names::F_LASTI, Value::Int(0)),
                            ];
                            Some(self.instance_with("_Frame", &frame))
                        }
                        _ => None,
                    },
                }
            }
            _ if name == names::DOC => {
                return self.get_attribute(Value::Object(class), name).map(Some);
            }
            _ if name == names::MODULE => {
                let module = match &self.heap.get(class).kind {
                    Kind::Class(c) => c.module.clone(),
                    _ => "builtins".into(),
                };
                Some(self.new_str(&module))
            }
            _ => None,
        })
    }

    fn number_attribute(&self, owner: Value, name: NameId) -> Option<Value> {
        let number = crate::vm::operations::number(self.heap, owner)?;
        let float = matches!(number, crate::vm::operations::Number::Float(_));
        let plain = match number {
            crate::vm::operations::Number::Int(i) => Value::Int(i),
            crate::vm::operations::Number::Float(x) => Value::Float(x),
            crate::vm::operations::Number::Big(_) => owner,
        };
        match name {
            names::REAL => Some(plain),
            names::IMAG if float => Some(Value::Float(0.0)),
            names::IMAG => Some(Value::Int(0)),
            names::NUMERATOR if !float => Some(plain),
            names::DENOMINATOR if !float => Some(Value::Int(1)),
            _ => None,
        }
    }

    /// Whether the docstring of a function is one of CPython's that the machine does not have.
    fn lacks_doc(&self, f: &crate::vm::object::Function) -> bool {
        let code = self.program.code(f.code);
        let module = &self.program.units[code.unit as usize].name;
        code.library && f.doc.is_null() && self.is_foreign(module)
    }

    fn function_attribute(
        &mut self,
        f: &Rc<crate::vm::object::Function>,
        name: NameId,
    ) -> Option<Value> {
        let code = self.program.code(f.code);
        let or = |vm: &mut Self, value: Value, text: &str| {
            if value.is_null() {
                vm.new_str(text)
            } else {
                value
            }
        };
        Some(match name {
            names::NAME => or(self, f.name, &code.code.name),
            names::QUALNAME => or(self, f.qualname, &code.code.qualname),
            names::MODULE => {
                let module = self.program.units[code.unit as usize].name.clone();
                self.new_str(&module)
            }
            names::DOC => match (&code.code.doc, f.doc.is_null()) {
                (Some(doc), true) => self.new_str(doc),
                (None, true) => Value::None,
                _ => f.doc,
            },
            names::DEFAULTS => f.defaults,
            names::KWDEFAULTS => f.kwdefaults,
            names::ANNOTATIONS => self.annotations(f.annotations),
            names::CODE => self.heap.make(types::CODE, Kind::Code(f.code)),
            names::CLOSURE if f.closure.is_empty() => Value::None,
            names::CLOSURE => self.tuple(f.closure.iter().map(|c| Value::Object(*c)).collect()),
            _ => return None,
        })
    }

    fn annotations(&mut self, stored: Value) -> Value {
        let items = match stored.object().map(|id| &self.heap.get(id).kind) {
            Some(Kind::Tuple(items)) => Rc::clone(items),
            Some(_) => return stored,
            None => return self.new_dict(),
        };
        let mut pairs: Vec<(NameId, Value)> = Vec::new();
        for pair in items.chunks(2) {
            if let [key, value] = pair {
                pairs.push((self.name_of(*key), *value));
            }
        }
        self.dict_of_names(&pairs)
    }

    /// A built-in by name.
    pub fn builtin(&self, name: &str) -> Value {
        self.names
            .lookup(name)
            .and_then(|id| self.program.builtins.get(id))
            .unwrap_or(Value::None)
    }

    /// A fresh instance of a class with that layout's attributes dictionary, if it has one.
    pub fn attrs_for(&self, class: ObjectId) -> Option<Rc<NameMap>> {
        match &self.heap.get(class).kind {
            Kind::Class(c) if c.heap || c.layout == Layout::Exception => {
                Some(Rc::new(NameMap::new()))
            }
            _ => None,
        }
    }
}
