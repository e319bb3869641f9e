//! Which values an object refers to: for the collector, for canonical keys, for pickling.

use crate::vm::object::{Iter, Kind, Object};
use crate::vm::value::Value;

/// Calls `visit` with every value that the object refers to, in a fixed order.
pub fn children(object: &Object, visit: &mut dyn FnMut(Value)) {
    visit(Value::Object(object.class));
    if let Some(attrs) = &object.attrs {
        attrs.iter().for_each(|(_, v)| visit(v));
    }
    match &object.kind {
        Kind::Tuple(items) => items.iter().for_each(|v| visit(*v)),
        Kind::List(items) => items.iter().for_each(|v| visit(*v)),
        Kind::Dict(dict) => dict.iter().for_each(|e| {
            visit(e.key);
            visit(e.value);
        }),
        Kind::Set(set) => set.iter().for_each(|(_, v)| visit(v)),
        Kind::Slice(parts) => parts.iter().for_each(|v| visit(*v)),
        Kind::Function(f) => {
            f.values().into_iter().for_each(&mut *visit);
            f.closure.iter().for_each(|c| visit(Value::Object(*c)));
        }
        Kind::Method { function, receiver } => {
            visit(*function);
            visit(*receiver);
        }
        Kind::Cell(v) | Kind::StaticMethod(v) | Kind::ClassMethod(v) | Kind::Number(v) => visit(*v),
        Kind::Class(class) => {
            class.mro.iter().for_each(|c| visit(Value::Object(*c)));
            class.bases.iter().for_each(|c| visit(Value::Object(*c)));
            class
                .metaclass
                .iter()
                .for_each(|c| visit(Value::Object(*c)));
            class.attrs.iter().for_each(|(_, v)| visit(v));
        }
        Kind::Module(module) => {
            module.slots.iter().for_each(|v| visit(*v));
            module.extra.iter().for_each(|(_, v)| visit(v));
        }
        Kind::Namespace(names) => names.iter().for_each(|(_, v)| visit(v)),
        Kind::Property(parts) => parts.iter().for_each(|v| visit(*v)),
        Kind::Super { class, receiver } => {
            visit(Value::Object(*class));
            visit(*receiver);
        }
        Kind::Exception(e) => {
            [e.args, e.cause, e.context]
                .into_iter()
                .for_each(&mut *visit);
        }
        Kind::Generator(g) => {
            g.values.iter().for_each(|v| visit(*v));
            visit(g.exc);
            if let Some(frame) = &g.frame {
                frame_children(frame, visit);
            }
        }
        Kind::Iterator(iter) => iterator(iter, visit),
        Kind::DictView { dict, .. } => visit(Value::Object(*dict)),
        Kind::Free(_)
        | Kind::Plain
        | Kind::Str(_)
        | Kind::BigInt(_)
        | Kind::Bytes(_)
        | Kind::ByteArray(_)
        | Kind::Range(_)
        | Kind::Code(_)
        | Kind::Lock { .. }
        | Kind::RLock { .. }
        | Kind::Waiters(_)
        | Kind::Random(_)
        | Kind::Handle(_) => {}
    }
}

/// What a frame refers to besides its values on the stack.
pub fn frame_children(frame: &crate::vm::frame::Frame, visit: &mut dyn FnMut(Value)) {
    frame.function.iter().for_each(|f| visit(Value::Object(*f)));
    visit(Value::Object(frame.module));
    visit(frame.namespace);
    visit(frame.generator);
}

fn iterator(iter: &Iter, visit: &mut dyn FnMut(Value)) {
    match iter {
        Iter::List { list, .. } => visit(Value::Object(*list)),
        Iter::Reversed { sequence, .. } => visit(*sequence),
        Iter::Tuple { items, .. } => items.iter().for_each(|v| visit(*v)),
        Iter::Dict { dict, .. } | Iter::DictReversed { dict, .. } => visit(Value::Object(*dict)),
        Iter::Set { set, .. } => visit(Value::Object(*set)),
        Iter::Enumerate { inner, .. } => visit(Value::Object(*inner)),
        Iter::Zip { inner, .. } => inner.iter().for_each(|i| visit(Value::Object(*i))),
        Iter::Sequence { owner, .. } => visit(*owner),
        Iter::Str { .. } | Iter::Bytes { .. } | Iter::Range { .. } | Iter::Done => {}
    }
}
