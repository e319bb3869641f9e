//! Names as numbers, and the names that the machine itself uses.

use crate::vm::value::NameId;
use rustc_hash::{FxHashMap as HashMap, FxHasher};
use std::hash::Hasher;
use std::rc::Rc;

/// All names of a program; grows when a program makes names at run time.
#[derive(Clone, Debug)]
pub struct Names {
    list: Vec<Rc<str>>,
    /// By number, what depends on the text alone.
    marks: Vec<u64>,
    /// Only looked up, never iterated: its order cannot show.
    map: HashMap<Rc<str>, NameId>,
}

impl Names {
    /// The number of a name, given out at first sight.
    pub fn intern(&mut self, name: &str) -> NameId {
        if let Some(&id) = self.map.get(name) {
            return id;
        }
        let id = NameId(self.list.len() as u32);
        let mut hasher = FxHasher::default();
        hasher.write(name.as_bytes());
        self.marks.push(hasher.finish());
        let name: Rc<str> = name.into();
        self.list.push(Rc::clone(&name));
        self.map.insert(name, id);
        id
    }

    /// The number of a name, if it has one.
    pub fn lookup(&self, name: &str) -> Option<NameId> {
        self.map.get(name).copied()
    }

    /// How many there are.
    #[allow(clippy::len_without_is_empty, reason = "there are always names")]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The name of a number.
    pub fn get(&self, id: NameId) -> &Rc<str> {
        &self.list[id.0 as usize]
    }

    /// What stands for the name of a number in keys: on another way to the same state it may have another number.
    pub fn mark(&self, id: NameId) -> u64 {
        self.marks[id.0 as usize]
    }
}

macro_rules! well_known {
    ($($constant:ident = $name:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)* }
        $(#[doc = $name] pub const $constant: NameId = NameId(Number::$constant as u32);)*
        impl Default for Names {
            fn default() -> Self {
                let mut names = Names { list: Vec::new(), marks: Vec::new(), map: HashMap::default() };
                $(names.intern($name);)*
                names
            }
        }
    };
}

well_known! {
    INIT = "__init__" NEW = "__new__" NAME = "__name__" QUALNAME = "__qualname__" MODULE = "__module__"
    CLASS = "__class__" DICT = "__dict__" DOC = "__doc__" CALL = "__call__" FILE = "__file__"
    GETATTR = "__getattr__" GETATTRIBUTE = "__getattribute__" SETATTR = "__setattr__" DELATTR = "__delattr__"
    GET = "__get__" SET = "__set__" DELETE = "__delete__" SET_NAME = "__set_name__" INIT_SUBCLASS = "__init_subclass__"
    ENTER = "__enter__" EXIT = "__exit__" AENTER = "__aenter__" AEXIT = "__aexit__"
    ITER = "__iter__" NEXT = "__next__" AITER = "__aiter__" ANEXT = "__anext__" AWAIT = "__await__"
    LEN = "__len__" BOOL = "__bool__" CONTAINS = "__contains__" GETITEM = "__getitem__" SETITEM = "__setitem__"
    DELITEM = "__delitem__" REVERSED = "__reversed__" MISSING = "__missing__" INDEX = "__index__"
    INT = "__int__" FLOAT = "__float__" ROUND = "__round__" ABS = "__abs__" NEG = "__neg__" POS = "__pos__" INVERT = "__invert__"
    STR = "__str__" REPR = "__repr__" FORMAT = "__format__" HASH = "__hash__" BYTES = "__bytes__"
    EQ = "__eq__" NE = "__ne__" LT = "__lt__" LE = "__le__" GT = "__gt__" GE = "__ge__"
    ADD = "__add__" DEL = "__del__" SLOTS = "__slots__" MRO = "__mro__" BASES = "__bases__" BASE = "__base__"
    ANNOTATIONS = "__annotations__" DEFAULTS = "__defaults__" KWDEFAULTS = "__kwdefaults__" CODE = "__code__"
    CLOSURE = "__closure__" GLOBALS = "__globals__" WRAPPED = "__wrapped__" SELF = "__self__" FUNC = "__func__"
    CAUSE = "__cause__" CONTEXT = "__context__" SUPPRESS_CONTEXT = "__suppress_context__" TRACEBACK = "__traceback__"
    NOTES = "__notes__" ARGS = "args" VALUE = "value" CODE_ATTR = "code" ERRNO = "errno" STRERROR = "strerror" FILENAME = "filename" FILENAME2 = "filename2"
    NAME_ATTR = "name" OBJ = "obj" PATH = "path" MSG = "msg" CLASSCELL = "__classcell__" MATCH_ARGS = "__match_args__"
    START = "start" STOP = "stop" STEP = "step" FGET = "fget" FSET = "fset" FDEL = "fdel"
    SEP = "sep" END = "end" FLUSH = "flush" FILE_ARG = "file" KEY = "key" REVERSE = "reverse" DEFAULT = "default"
    REAL = "real" IMAG = "imag" NUMERATOR = "numerator" DENOMINATOR = "denominator" METACLASS = "metaclass"
    OWNER = "__lockstep_owner__" OWN_DICT = "__lockstep_dict__" TRACEBACK_OBJECTS = "__lockstep_traceback__" HINT = "__lockstep_hint__"
    HIDDEN_MODULE = "_module" HIDDEN_MAPPING = "_mapping" HIDDEN_ROW = "_row" F_CODE = "f_code" F_LINENO = "f_lineno" F_LASTI = "f_lasti"
    TB_FRAME = "tb_frame" TB_LINENO = "tb_lineno" TB_LASTI = "tb_lasti" TB_NEXT = "tb_next" OBJCLASS = "__objclass__"
    PACKAGE = "__package__" SPEC = "__spec__"
    MAIN = "__main__" BUILTINS = "__builtins__" SUBCLASSES = "__subclasses__" INSTANCECHECK = "__instancecheck__"
    SUBCLASSCHECK = "__subclasscheck__" CLASS_GETITEM = "__class_getitem__" PREPARE = "__prepare__" SIZEOF = "__sizeof__"
    GI_FRAME = "gi_frame" STRICT = "strict" MAXSPLIT = "maxsplit" ENCODING = "encoding" ERRORS = "errors" KEEPENDS = "keepends"
    TIMEOUT = "timeout" BLOCKING = "blocking" STATIC_ATTRIBUTES = "__static_attributes__" FIRSTLINENO = "__firstlineno__"
}
