//! The built-in classes: their numbers are their object ids in every heap.

use crate::vm::object::Layout;
use crate::vm::value::ObjectId;

/// What a built-in class is.
#[derive(Debug)]
pub struct TypeInfo {
    /// `__name__`
    pub name: &'static str,
    /// Its base; `object` for itself.
    pub base: ObjectId,
    /// What its instances are made of.
    pub layout: Layout,
    /// `__module__`
    pub module: &'static str,
}

macro_rules! types {
    ($($constant:ident = $name:literal $base:ident $layout:ident)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($constant,)* }
        $(#[doc = $name] pub const $constant: ObjectId = ObjectId(Number::$constant as u32);)*
        /// All built-in classes, in order of their ids.
        pub const TYPES: &[TypeInfo] = &[
            $(TypeInfo {
                name: last($name),
                base: $base,
                layout: Layout::$layout,
                module: before($name),
            },)*
        ];
    };
}

/// The part of a dotted name after the last dot.
const fn last(name: &'static str) -> &'static str {
    split(name).1
}

/// The part of a dotted name before the last dot, `builtins` if it has none.
const fn before(name: &'static str) -> &'static str {
    split(name).0
}

const fn split(name: &'static str) -> (&'static str, &'static str) {
    let bytes = name.as_bytes();
    let mut i = bytes.len();
    while i > 0 {
        i -= 1;
        if bytes[i] == b'.' {
            let (module, rest) = name.split_at(i);
            return (module, rest.split_at(1).1);
        }
    }
    ("builtins", name)
}

types! {
    OBJECT = "object" OBJECT Plain
    TYPE = "type" OBJECT Class
    INT = "int" OBJECT Int
    BOOL = "bool" INT Bool
    FLOAT = "float" OBJECT Float
    STR = "str" OBJECT Str
    BYTES = "bytes" OBJECT Bytes
    BYTEARRAY = "bytearray" OBJECT ByteArray
    TUPLE = "tuple" OBJECT Tuple
    LIST = "list" OBJECT List
    DICT = "dict" OBJECT Dict
    SET = "set" OBJECT Set
    FROZENSET = "frozenset" OBJECT FrozenSet
    RANGE = "range" OBJECT Internal
    SLICE = "slice" OBJECT Internal
    NONE_TYPE = "NoneType" OBJECT Internal
    ELLIPSIS_TYPE = "ellipsis" OBJECT Internal
    NOT_IMPLEMENTED_TYPE = "NotImplementedType" OBJECT Internal
    FUNCTION = "function" OBJECT Internal
    METHOD = "method" OBJECT Internal
    NATIVE = "builtin_function_or_method" OBJECT Internal
    CODE = "code" OBJECT Internal
    CELL = "cell" OBJECT Internal
    MODULE = "module" OBJECT Internal
    NAMESPACE = "namespace" OBJECT Internal
    PROPERTY = "property" OBJECT Internal
    STATICMETHOD = "staticmethod" OBJECT Internal
    CLASSMETHOD = "classmethod" OBJECT Internal
    SUPER = "super" OBJECT Internal
    GENERATOR = "generator" OBJECT Internal
    COROUTINE = "coroutine" OBJECT Internal
    ASYNC_GENERATOR = "async_generator" OBJECT Internal
    LIST_ITERATOR = "list_iterator" OBJECT Internal
    LIST_REVERSE_ITERATOR = "list_reverseiterator" OBJECT Internal
    TUPLE_ITERATOR = "tuple_iterator" OBJECT Internal
    STR_ITERATOR = "str_ascii_iterator" OBJECT Internal
    BYTES_ITERATOR = "bytes_iterator" OBJECT Internal
    RANGE_ITERATOR = "range_iterator" OBJECT Internal
    DICT_KEY_ITERATOR = "dict_keyiterator" OBJECT Internal
    DICT_VALUE_ITERATOR = "dict_valueiterator" OBJECT Internal
    DICT_ITEM_ITERATOR = "dict_itemiterator" OBJECT Internal
    SET_ITERATOR = "set_iterator" OBJECT Internal
    ENUMERATE = "enumerate" OBJECT Internal
    ZIP = "zip" OBJECT Internal
    SEQUENCE_ITERATOR = "iterator" OBJECT Internal
    DICT_KEYS = "dict_keys" OBJECT Internal
    DICT_VALUES = "dict_values" OBJECT Internal
    DICT_ITEMS = "dict_items" OBJECT Internal
    LOCK = "_thread.lock" OBJECT Lock
    RLOCK = "_thread.RLock" OBJECT RLock
    WAITERS = "_thread.waiters" OBJECT Waiters
    HANDLE = "_thread.handle" OBJECT Internal
    RANDOM = "_random.Random" OBJECT Random
    BASE_EXCEPTION = "BaseException" OBJECT Exception
    EXCEPTION = "Exception" BASE_EXCEPTION Exception
    SYSTEM_EXIT = "SystemExit" BASE_EXCEPTION Exception
    KEYBOARD_INTERRUPT = "KeyboardInterrupt" BASE_EXCEPTION Exception
    GENERATOR_EXIT = "GeneratorExit" BASE_EXCEPTION Exception
    STOP_ITERATION = "StopIteration" EXCEPTION Exception
    STOP_ASYNC_ITERATION = "StopAsyncIteration" EXCEPTION Exception
    ARITHMETIC_ERROR = "ArithmeticError" EXCEPTION Exception
    ZERO_DIVISION_ERROR = "ZeroDivisionError" ARITHMETIC_ERROR Exception
    OVERFLOW_ERROR = "OverflowError" ARITHMETIC_ERROR Exception
    FLOATING_POINT_ERROR = "FloatingPointError" ARITHMETIC_ERROR Exception
    ASSERTION_ERROR = "AssertionError" EXCEPTION Exception
    ATTRIBUTE_ERROR = "AttributeError" EXCEPTION Exception
    BUFFER_ERROR = "BufferError" EXCEPTION Exception
    EOF_ERROR = "EOFError" EXCEPTION Exception
    IMPORT_ERROR = "ImportError" EXCEPTION Exception
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError" IMPORT_ERROR Exception
    LOOKUP_ERROR = "LookupError" EXCEPTION Exception
    INDEX_ERROR = "IndexError" LOOKUP_ERROR Exception
    KEY_ERROR = "KeyError" LOOKUP_ERROR Exception
    MEMORY_ERROR = "MemoryError" EXCEPTION Exception
    NAME_ERROR = "NameError" EXCEPTION Exception
    UNBOUND_LOCAL_ERROR = "UnboundLocalError" NAME_ERROR Exception
    OS_ERROR = "OSError" EXCEPTION Exception
    BLOCKING_IO_ERROR = "BlockingIOError" OS_ERROR Exception
    CHILD_PROCESS_ERROR = "ChildProcessError" OS_ERROR Exception
    CONNECTION_ERROR = "ConnectionError" OS_ERROR Exception
    BROKEN_PIPE_ERROR = "BrokenPipeError" CONNECTION_ERROR Exception
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError" CONNECTION_ERROR Exception
    CONNECTION_RESET_ERROR = "ConnectionResetError" CONNECTION_ERROR Exception
    FILE_EXISTS_ERROR = "FileExistsError" OS_ERROR Exception
    FILE_NOT_FOUND_ERROR = "FileNotFoundError" OS_ERROR Exception
    INTERRUPTED_ERROR = "InterruptedError" OS_ERROR Exception
    IS_A_DIRECTORY_ERROR = "IsADirectoryError" OS_ERROR Exception
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError" OS_ERROR Exception
    PERMISSION_ERROR = "PermissionError" OS_ERROR Exception
    PROCESS_LOOKUP_ERROR = "ProcessLookupError" OS_ERROR Exception
    TIMEOUT_ERROR = "TimeoutError" OS_ERROR Exception
    REFERENCE_ERROR = "ReferenceError" EXCEPTION Exception
    RUNTIME_ERROR = "RuntimeError" EXCEPTION Exception
    NOT_IMPLEMENTED_ERROR = "NotImplementedError" RUNTIME_ERROR Exception
    RECURSION_ERROR = "RecursionError" RUNTIME_ERROR Exception
    PYTHON_FINALIZATION_ERROR = "PythonFinalizationError" RUNTIME_ERROR Exception
    SYNTAX_ERROR = "SyntaxError" EXCEPTION Exception
    SYSTEM_ERROR = "SystemError" EXCEPTION Exception
    TYPE_ERROR = "TypeError" EXCEPTION Exception
    VALUE_ERROR = "ValueError" EXCEPTION Exception
    UNICODE_ERROR = "UnicodeError" VALUE_ERROR Exception
    UNICODE_DECODE_ERROR = "UnicodeDecodeError" UNICODE_ERROR Exception
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError" UNICODE_ERROR Exception
    WARNING = "Warning" EXCEPTION Exception
    USER_WARNING = "UserWarning" WARNING Exception
    DEPRECATION_WARNING = "DeprecationWarning" WARNING Exception
    RUNTIME_WARNING = "RuntimeWarning" WARNING Exception
    FUTURE_WARNING = "FutureWarning" WARNING Exception
    SYNTAX_WARNING = "SyntaxWarning" WARNING Exception
    RESOURCE_WARNING = "ResourceWarning" WARNING Exception
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning" WARNING Exception
    IMPORT_WARNING = "ImportWarning" WARNING Exception
    UNICODE_WARNING = "UnicodeWarning" WARNING Exception
    BYTES_WARNING = "BytesWarning" WARNING Exception
    ENCODING_WARNING = "EncodingWarning" WARNING Exception
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError" CONNECTION_ERROR Exception
    INDENTATION_ERROR = "IndentationError" SYNTAX_ERROR Exception
    TAB_ERROR = "TabError" INDENTATION_ERROR Exception
    UNICODE_TRANSLATE_ERROR = "UnicodeTranslateError" UNICODE_ERROR Exception
}
