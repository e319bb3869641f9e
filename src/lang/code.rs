//! Code objects: what the compiler makes and the virtual machine executes.
//!
//! Instruction names, operands and order follow `dis` of CPython 3.14, without caches and
//! specialised forms. Must know nothing of values, frames or threads.

use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Index of a code object in its [`Unit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CodeId(pub u32);

/// Index of a name in [`Unit::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NameIndex(pub u32);

/// A compiled module: its code objects and what they share.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Unit {
    /// The file name in tracebacks.
    pub file: String,
    /// All code objects; `codes[0]` is the module's.
    pub codes: Vec<Code>,
    /// Identifiers: globals, attributes, keyword names, modules; each once.
    #[serde(with = "texts")]
    pub names: Vec<Rc<str>>,
    /// What the compiler warns of.
    pub warnings: Vec<super::warnings::Warning>,
}

/// One code object.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Code {
    /// `<module>`, `worker`, `<lambda>`, `<listcomp>` never (3.12+ inlines comprehensions), `<genexpr>`.
    #[serde(with = "text")]
    pub name: Rc<str>,
    /// `Account.add`, `outer.<locals>.inner`.
    #[serde(with = "text")]
    pub qualname: Rc<str>,
    /// Line of the `def`, `class` (of the first decorator, as `co_firstlineno`), or 1.
    pub first_line: u32,
    /// Positional parameters, positional-only ones included.
    pub arg_count: u32,
    /// How many of them are positional-only.
    pub posonly_count: u32,
    /// Keyword-only parameters; they follow the positional ones among the locals.
    pub kwonly_count: u32,
    /// See [`CodeFlags`].
    pub flags: CodeFlags,
    /// Local variable names, parameters first (positional, keyword-only, `*args`, `**kwargs`), then the
    /// others, then cells that are no parameters, then free variables: the index is the operand of
    /// `*_FAST` and `*_DEREF`. A parameter that is also a cell keeps its place (`MAKE_CELL` turns it into one).
    #[serde(with = "texts")]
    pub locals: Vec<Rc<str>>,
    /// What each of `locals` is.
    pub local_kinds: Vec<LocalKind>,
    /// How many of `locals` are free variables; they stand last.
    pub free_count: u32,
    /// Constants; each once (by type and value).
    pub consts: Vec<Const>,
    /// The instructions; jump operands are indices into this list.
    #[serde(with = "flat")]
    pub instructions: Vec<Instruction>,
    /// The source range of each instruction.
    #[serde(with = "flat")]
    pub positions: Vec<Position>,
    /// Where exceptions go, innermost range first where ranges overlap.
    pub exception_table: Vec<ExceptionEntry>,
    /// Highest number of temporary values on the frame's stack.
    pub stack_size: u32,
    /// The docstring, if the body begins with one.
    pub doc: Option<Rc<str>>,
}

/// What kind of function a code object is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeFlags {
    /// Has `*args`.
    pub varargs: bool,
    /// Has `**kwargs`.
    pub varkeywords: bool,
    /// A generator function (also a generator expression).
    pub generator: bool,
    /// `async def` without `yield`.
    pub coroutine: bool,
    /// `async def` with `yield`.
    pub async_generator: bool,
    /// A function, lambda or comprehension: its names are in fast locals, not in a dictionary.
    pub optimized: bool,
    /// A class body: `LOAD_NAME`/`STORE_NAME` work on the namespace of the class.
    pub class_body: bool,
}

/// What a local variable slot holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LocalKind {
    /// A plain local.
    Local,
    /// A cell: some inner function uses the variable.
    Cell,
    /// A free variable: the cell comes from the enclosing function (`COPY_FREE_VARS`).
    Free,
}

/// A constant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Const {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// `True`, `False`
    Bool(bool),
    /// An integer of 64 bits.
    Int(i64),
    /// Any other integer: decimal digits, perhaps with a sign.
    BigInt(Rc<str>),
    /// A float.
    Float(f64),
    /// The imaginary part of a complex literal.
    Imaginary(f64),
    /// A string.
    Str(#[serde(with = "text")] Rc<str>),
    /// Bytes.
    Bytes(Rc<[u8]>),
    /// A tuple of constants (also names of keyword arguments for `CALL_KW`).
    Tuple(Rc<[Const]>),
    /// A frozenset of constants (`x in {1, 2}`), in source order.
    FrozenSet(Rc<[Const]>),
    /// A code object for `MAKE_FUNCTION`.
    Code(CodeId),
    /// A slice of constants (3.14 folds `x[1:2]`).
    Slice(Rc<[Const; 3]>),
}

/// An instruction and its operand; what the operand means is said at each [`Op`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instruction {
    /// The operation.
    pub op: Op,
    /// The operand.
    pub arg: u32,
}

impl flat::Flat<8> for Instruction {
    fn write(self) -> [u8; 8] {
        flat::bytes([self.op as u32, self.arg])
    }

    #[inline]
    fn read(bytes: &[u8; 8]) -> Self {
        let op = Op::ALL.get(usize::from(bytes[0])).copied();
        Self {
            op: op.unwrap_or(Op::Nop),
            arg: flat::number(bytes, 1),
        }
    }
}

/// The source range of an instruction. Lines count from 1 (0: none), columns from 0, in code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// First line.
    pub line: u32,
    /// Last line.
    pub end_line: u32,
    /// First column.
    pub column: u32,
    /// Column after the last.
    pub end_column: u32,
}

impl flat::Flat<16> for Position {
    fn write(self) -> [u8; 16] {
        flat::bytes([self.line, self.end_line, self.column, self.end_column])
    }

    #[inline]
    fn read(bytes: &[u8; 16]) -> Self {
        Self {
            line: flat::number(bytes, 0),
            end_line: flat::number(bytes, 1),
            column: flat::number(bytes, 2),
            end_column: flat::number(bytes, 3),
        }
    }
}

/// An exception raised by `instructions[start..end]` goes to `target`: the stack is cut to `depth` values,
/// then the index of the instruction is pushed as an int (if `lasti`), then the exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExceptionEntry {
    /// First instruction covered.
    pub start: u32,
    /// First instruction not covered any more.
    pub end: u32,
    /// The handler.
    pub target: u32,
    /// Values on the frame's stack that stay.
    pub depth: u32,
    /// Whether the instruction's index is pushed before the exception.
    pub lasti: bool,
}

/// Lists of small things as bytes, four to a number: read at once, which every start of a program does.
mod flat {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Something that takes `N` bytes.
    pub trait Flat<const N: usize>: Copy {
        fn write(self) -> [u8; N];
        fn read(bytes: &[u8; N]) -> Self;
    }

    pub fn serialize<S: Serializer, T: Flat<N>, const N: usize>(
        list: &[T],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        let bytes: Vec<u8> = list.iter().flat_map(|item| item.write()).collect();
        to.serialize_bytes(&bytes)
    }

    pub fn deserialize<'de, D: Deserializer<'de>, T: Flat<N>, const N: usize>(
        from: D,
    ) -> Result<Vec<T>, D::Error> {
        let (items, _) = <&[u8]>::deserialize(from)?.as_chunks::<N>();
        Ok(items.iter().map(T::read).collect())
    }

    /// Numbers as bytes.
    pub fn bytes<const N: usize, const COUNT: usize>(numbers: [u32; COUNT]) -> [u8; N] {
        let mut bytes = [0; N];
        for (to, number) in bytes.chunks_exact_mut(4).zip(numbers) {
            to.copy_from_slice(&number.to_le_bytes());
        }
        bytes
    }

    /// The number at a place.
    #[inline]
    pub fn number(bytes: &[u8], at: usize) -> u32 {
        let at = 4 * at;
        u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
    }
}

/// A text, read where it lies.
mod text {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::rc::Rc;

    pub fn serialize<S: Serializer>(text: &Rc<str>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Rc<str>, D::Error> {
        Ok(<&str>::deserialize(from)?.into())
    }
}

/// A list of texts, each of which is read where it lies.
mod texts {
    use serde::{Deserialize, Deserializer, Serializer};
    use std::rc::Rc;

    pub fn serialize<S: Serializer>(list: &[Rc<str>], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(list.iter().map(|text| &**text))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Rc<str>>, D::Error> {
        let list = Vec::<&str>::deserialize(from)?;
        Ok(list.into_iter().map(Rc::from).collect())
    }
}

/// Defines [`Op`] with its printed name beside the docs.
macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The operations. Docs say `operand: stack before → stack after`, top of stack last.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Op { $($(#[$doc])* $variant,)* }
        impl Op {
            /// The name in `dis`.
            pub fn name(self) -> &'static str { match self { $(Op::$variant => $name,)* } }
            /// All operations.
            pub const ALL: &'static [Op] = &[$(Op::$variant,)*];
        }
    };
}

ops! {
    /// Function entry (0), after `yield` (1), `yield from` (2), `await` (3): a preemption point. 4 is added where
    /// CPython adds it: the `yield` before lies directly under the generator's own handler.
    Resume = "RESUME",
    /// Nothing; carries a line.
    Nop = "NOP",
    /// Nothing; the branch before it was not taken.
    NotTaken = "NOT_TAKEN",
    /// `x →`
    PopTop = "POP_TOP",
    /// `iter →` after a loop that ran out (3.14).
    PopIter = "POP_ITER",
    /// `x → x`: cleans up after FOR_ITER ran out; FOR_ITER here jumps to the END_FOR, which does nothing to
    /// the stack, and POP_ITER pops the iterator.
    EndFor = "END_FOR",
    /// `receiver, value → value`: the end of a SEND loop.
    EndSend = "END_SEND",
    /// `→ NULL`
    PushNull = "PUSH_NULL",
    /// i: copies the i-th value from the top (1: the top itself).
    Copy = "COPY",
    /// i: swaps the top with the i-th value from the top.
    Swap = "SWAP",
    /// const index: `→ const`
    LoadConst = "LOAD_CONST",
    /// an int of 0..=255: `→ int`
    LoadSmallInt = "LOAD_SMALL_INT",
    /// 0 AssertionError, 1 NotImplementedError, 2 tuple, 3 all, 4 any: `→ it`
    LoadCommonConstant = "LOAD_COMMON_CONSTANT",
    /// local index: `→ value`; UnboundLocalError never (the compiler knows that it is bound).
    LoadFast = "LOAD_FAST",
    /// As LOAD_FAST; the reference is borrowed (3.14).
    LoadFastBorrow = "LOAD_FAST_BORROW",
    /// first << 16 | second: both, in this order.
    LoadFastBorrowLoadFastBorrow = "LOAD_FAST_BORROW_LOAD_FAST_BORROW",
    /// first << 16 | second: both, in this order.
    LoadFastLoadFast = "LOAD_FAST_LOAD_FAST",
    /// As LOAD_FAST, but raises UnboundLocalError if it has no value.
    LoadFastCheck = "LOAD_FAST_CHECK",
    /// local index: pushes the value or NULL and clears the local (inlined comprehensions).
    LoadFastAndClear = "LOAD_FAST_AND_CLEAR",
    /// local index: `value →`
    StoreFast = "STORE_FAST",
    /// store << 16 | load: stores the top, then loads.
    StoreFastLoadFast = "STORE_FAST_LOAD_FAST",
    /// first << 16 | second: stores the top into first, the next into second.
    StoreFastStoreFast = "STORE_FAST_STORE_FAST",
    /// local index; raises UnboundLocalError if it has no value.
    DeleteFast = "DELETE_FAST",
    /// local index: the slot's value (or nothing) moves into a new cell.
    MakeCell = "MAKE_CELL",
    /// n: copies the closure's n cells into the last n locals.
    CopyFreeVars = "COPY_FREE_VARS",
    /// local index of a cell: `→ value`; NameError or UnboundLocalError if empty.
    LoadDeref = "LOAD_DEREF",
    /// local index of a cell: `value →`
    StoreDeref = "STORE_DEREF",
    /// local index of a cell.
    DeleteDeref = "DELETE_DEREF",
    /// `namespace → value`: looks in it first, then in the cell (class bodies).
    LoadFromDictOrDeref = "LOAD_FROM_DICT_OR_DEREF",
    /// `namespace → value`: name index; then globals and builtins (annotation scopes in classes).
    LoadFromDictOrGlobals = "LOAD_FROM_DICT_OR_GLOBALS",
    /// `→ namespace` of the class body or module.
    LoadLocals = "LOAD_LOCALS",
    /// name index: class namespace or module, then globals, builtins; NameError.
    LoadName = "LOAD_NAME",
    /// name index.
    StoreName = "STORE_NAME",
    /// name index.
    DeleteName = "DELETE_NAME",
    /// name index << 1 | push NULL after it.
    LoadGlobal = "LOAD_GLOBAL",
    /// name index.
    StoreGlobal = "STORE_GLOBAL",
    /// name index.
    DeleteGlobal = "DELETE_GLOBAL",
    /// name index << 1 | method: `owner → value`, or for a method call `owner → function, self` or `value, NULL`.
    LoadAttr = "LOAD_ATTR",
    /// name index << 2 | (2: two-argument `super(…)`) | (1: method): `super, class, self → as LOAD_ATTR`.
    LoadSuperAttr = "LOAD_SUPER_ATTR",
    /// name index: `value, owner →`
    StoreAttr = "STORE_ATTR",
    /// name index: `owner →`
    DeleteAttr = "DELETE_ATTR",
    /// `value, container, key →`
    StoreSubscr = "STORE_SUBSCR",
    /// `container, key →`
    DeleteSubscr = "DELETE_SUBSCR",
    /// `container, start, stop → value`
    BinarySlice = "BINARY_SLICE",
    /// `value, container, start, stop →`
    StoreSlice = "STORE_SLICE",
    /// 2 or 3: `start, stop[, step] → slice`
    BuildSlice = "BUILD_SLICE",
    /// [`BinaryOperator`]: `left, right → value`
    BinaryOp = "BINARY_OP",
    /// [`CompareOperator`] << 5 | (16: convert the result to bool): `left, right → value`. The low four bits are
    /// CPython's hints for specialisation, kept because `dis` shows them.
    CompareOp = "COMPARE_OP",
    /// 0 `is`, 1 `is not`: `left, right → bool`
    IsOp = "IS_OP",
    /// 0 `in`, 1 `not in`: `item, container → bool`
    ContainsOp = "CONTAINS_OP",
    /// `x → -x`
    UnaryNegative = "UNARY_NEGATIVE",
    /// `x → ~x`
    UnaryInvert = "UNARY_INVERT",
    /// `bool → bool`
    UnaryNot = "UNARY_NOT",
    /// `x → bool`
    ToBool = "TO_BOOL",
    /// [`Intrinsic1`]: `x → value`
    CallIntrinsic1 = "CALL_INTRINSIC_1",
    /// [`Intrinsic2`]: `x, y → value`
    CallIntrinsic2 = "CALL_INTRINSIC_2",
    /// target.
    JumpForward = "JUMP_FORWARD",
    /// target: a preemption point.
    JumpBackward = "JUMP_BACKWARD",
    /// target: no preemption point.
    JumpBackwardNoInterrupt = "JUMP_BACKWARD_NO_INTERRUPT",
    /// target: `bool →`
    PopJumpIfTrue = "POP_JUMP_IF_TRUE",
    /// target: `bool →`
    PopJumpIfFalse = "POP_JUMP_IF_FALSE",
    /// target: `x →`
    PopJumpIfNone = "POP_JUMP_IF_NONE",
    /// target: `x →`
    PopJumpIfNotNone = "POP_JUMP_IF_NOT_NONE",
    /// `iterable → iterator`
    GetIter = "GET_ITER",
    /// target: `iterator → iterator, value`, or jumps with `iterator` when it has run out.
    ForIter = "FOR_ITER",
    /// `iterable → iterator` for `yield from`.
    GetYieldFromIter = "GET_YIELD_FROM_ITER",
    /// target: `receiver, value → receiver, yielded`, or jumps with `receiver, result`.
    Send = "SEND",
    /// 0: of the generator itself, 1: within `yield from`/`await`: `value → sent`
    YieldValue = "YIELD_VALUE",
    /// Makes the generator (coroutine) from this frame and returns it: `→`
    ReturnGenerator = "RETURN_GENERATOR",
    /// `value →`
    ReturnValue = "RETURN_VALUE",
    /// n: `n values → tuple`
    BuildTuple = "BUILD_TUPLE",
    /// n: `n values → list`
    BuildList = "BUILD_LIST",
    /// n: `n values → set`
    BuildSet = "BUILD_SET",
    /// n: `n keys and values, alternating → dict`
    BuildMap = "BUILD_MAP",
    /// n: `n strings → string`
    BuildString = "BUILD_STRING",
    /// i: `list, …, value → list, …`: appends to the list i below the value.
    ListAppend = "LIST_APPEND",
    /// i: as LIST_APPEND, for a set.
    SetAdd = "SET_ADD",
    /// i: `dict, …, key, value → dict, …`
    MapAdd = "MAP_ADD",
    /// i: `list, …, iterable → list, …`
    ListExtend = "LIST_EXTEND",
    /// i: `set, …, iterable → set, …`
    SetUpdate = "SET_UPDATE",
    /// i: `dict, …, mapping → dict, …`
    DictUpdate = "DICT_UPDATE",
    /// i: `callable, NULL, args, dict, mapping → …`: as DICT_UPDATE, but a repeated key is a TypeError.
    DictMerge = "DICT_MERGE",
    /// n: `sequence → n values`, the first on top.
    UnpackSequence = "UNPACK_SEQUENCE",
    /// before | after << 8: `sequence → values with a list between`, the first on top.
    UnpackEx = "UNPACK_EX",
    /// [`Conversion`]: `x → str`
    ConvertValue = "CONVERT_VALUE",
    /// `x → str`
    FormatSimple = "FORMAT_SIMPLE",
    /// `x, spec → str`
    FormatWithSpec = "FORMAT_WITH_SPEC",
    /// `code → function`
    MakeFunction = "MAKE_FUNCTION",
    /// 1 defaults, 2 keyword defaults, 4 annotations, 8 closure, 16 annotate function: `attribute, function → function`
    SetFunctionAttribute = "SET_FUNCTION_ATTRIBUTE",
    /// n: `callable, self or NULL, n args → result`: a preemption point (see `vm`).
    Call = "CALL",
    /// n: `callable, self or NULL, n args, keyword names → result`
    CallKw = "CALL_KW",
    /// `callable, NULL, args, kwargs dict or NULL → result` (3.14 always has the kwargs slot).
    CallFunctionEx = "CALL_FUNCTION_EX",
    /// `→ the function that makes classes`
    LoadBuildClass = "LOAD_BUILD_CLASS",
    /// name index: `level, from list → module`
    ImportName = "IMPORT_NAME",
    /// name index: `module → module, attribute`
    ImportFrom = "IMPORT_FROM",
    /// 0 nothing (re-raise), 1 exception, 2 exception and cause.
    RaiseVarargs = "RAISE_VARARGS",
    /// lasti at this depth, or 0: `exception →`: raises it again.
    Reraise = "RERAISE",
    /// `exception → previous exception, exception`: it is the one being handled now.
    PushExcInfo = "PUSH_EXC_INFO",
    /// `previous exception →`: that one is being handled again.
    PopExcept = "POP_EXCEPT",
    /// `exception, type → exception, bool`
    CheckExcMatch = "CHECK_EXC_MATCH",
    /// `exception, types → rest, matching`
    CheckEgMatch = "CHECK_EG_MATCH",
    /// [`Special`]: `owner → method, self or NULL`
    LoadSpecial = "LOAD_SPECIAL",
    /// `exit, self or NULL, lasti, previous, exception → same, result of the call of exit`
    WithExceptStart = "WITH_EXCEPT_START",
    /// `subject → subject, int`
    GetLen = "GET_LEN",
    /// `subject → subject, bool`
    MatchMapping = "MATCH_MAPPING",
    /// `subject → subject, bool`
    MatchSequence = "MATCH_SEQUENCE",
    /// `subject, keys → subject, keys, values or None`
    MatchKeys = "MATCH_KEYS",
    /// n: `subject, class, keyword names → values or None`
    MatchClass = "MATCH_CLASS",
    /// `awaitable → iterator`; 1 in `async with` enter, 2 in exit.
    GetAwaitable = "GET_AWAITABLE",
    /// `asynchronous iterable → its iterator`
    GetAiter = "GET_AITER",
    /// `aiter → aiter, awaitable`
    GetAnext = "GET_ANEXT",
    /// index of the SEND of the loop (for `dis`): `awaitable, exception →`: StopAsyncIteration ends the loop, others are raised again.
    EndAsyncFor = "END_ASYNC_FOR",
    /// `→`: `throw` into a generator that delegates.
    CleanupThrow = "CLEANUP_THROW",
    /// A `def __annotate__`, `TypeVar` and the like: not supported beyond what the compiler refuses.
    SetupAnnotations = "SETUP_ANNOTATIONS",
}

/// Operand of BINARY_OP, numbered as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum BinaryOperator {
    Add = 0,
    And = 1,
    FloorDivide = 2,
    LeftShift = 3,
    MatrixMultiply = 4,
    Multiply = 5,
    Remainder = 6,
    Or = 7,
    Power = 8,
    RightShift = 9,
    Subtract = 10,
    TrueDivide = 11,
    Xor = 12,
    InplaceAdd = 13,
    InplaceAnd = 14,
    InplaceFloorDivide = 15,
    InplaceLeftShift = 16,
    InplaceMatrixMultiply = 17,
    InplaceMultiply = 18,
    InplaceRemainder = 19,
    InplaceOr = 20,
    InplacePower = 21,
    InplaceRightShift = 22,
    InplaceSubtract = 23,
    InplaceTrueDivide = 24,
    InplaceXor = 25,
    Subscript = 26,
}

/// Operand of COMPARE_OP, numbered as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum CompareOperator {
    Lt = 0,
    Le = 1,
    Eq = 2,
    Ne = 3,
    Gt = 4,
    Ge = 5,
}

/// Operand of LOAD_SPECIAL, numbered as in CPython 3.14.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Special {
    Enter = 0,
    Exit = 1,
    AsyncEnter = 2,
    AsyncExit = 3,
}

/// Operand of CONVERT_VALUE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Conversion {
    Str = 1,
    Repr = 2,
    Ascii = 3,
}

/// Operand of CALL_INTRINSIC_1, numbered as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic1 {
    /// `from m import *`: `module → None`
    ImportStar = 2,
    /// `exception → exception`: StopIteration in a generator becomes RuntimeError.
    StopIterationError = 3,
    /// Wraps a value yielded by an asynchronous generator.
    AsyncGenWrap = 4,
    /// `+x`
    UnaryPositive = 5,
    /// `list → tuple`
    ListToTuple = 6,
}

/// Operand of CALL_INTRINSIC_2, numbered as in CPython.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Intrinsic2 {
    /// `original, list of exceptions → exception or None` of `except*`.
    PrepReraiseStar = 1,
}

impl Unit {
    /// The name of that index.
    pub fn name(&self, index: u32) -> &Rc<str> {
        &self.names[index as usize]
    }
}
