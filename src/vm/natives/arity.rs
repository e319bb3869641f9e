//! How many arguments the built-ins in C take, and whether any by name: what CPython checks before the function
//! itself looks at them, and in which words it complains. Must not know what the functions do.

use crate::vm::calls::Args;
use crate::vm::exec::Vm;
use crate::vm::signal::Signal;
use crate::vm::types;
use crate::vm::value::ObjectId;
use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

/// Whose words tell of a wrong call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// The function looks for itself.
    Own,
    /// A method or function of one kind: none, or exactly one argument.
    Fixed,
    /// Arguments by position, between two numbers.
    Counted,
    /// A special method called by name.
    Slot,
}

/// How many arguments a built-in takes.
#[derive(Clone, Copy, Debug)]
pub struct Arity {
    min: u8,
    max: u8,
    /// 1 if a receiver comes first.
    receiver: u8,
    style: Style,
    /// The class whose instances alone the method is for.
    owner: Option<ObjectId>,
}

/// Classes; then numbers of arguments, each with the methods that take so many. `=` stands before the special
/// methods, whose complaints name no function.
const METHODS: &[(&str, &str)] = &[
    (
        "str bytes bytearray",
        "0 capitalize lower upper title swapcase casefold isascii islower isupper istitle isspace isdecimal isdigit \
         isnumeric isalpha isalnum isidentifier isprintable __getnewargs__ copy clear reverse \
         1 join partition rpartition removeprefix removesuffix zfill append extend remove format_map fromhex \
         0-1 lstrip rstrip strip pop 1-2 center ljust rjust 1-3 count find index rfind rindex startswith endswith \
         2-2 insert",
    ),
    ("bytes bytearray", "2-3 replace"),
    ("str", "1 translate"),
    (
        "list tuple",
        "0 clear copy reverse __reversed__ 1 append extend remove count 0-1 pop 1-3 index 2-2 insert",
    ),
    (
        "dict",
        "0 popitem keys items values clear copy __reversed__ 1-2 get setdefault pop fromkeys",
    ),
    (
        "set frozenset",
        "0 clear copy pop 1 add discard isdisjoint issubset issuperset remove symmetric_difference \
         symmetric_difference_update",
    ),
    (
        "int float",
        "0 conjugate bit_length bit_count as_integer_ratio is_integer hex __trunc__ __floor__ __ceil__ \
         __getnewargs__ 1 fromhex 0-1 __round__",
    ),
    ("lock RLock", "0 release locked"),
    ("range", "1 count index 0 __reversed__"),
    ("slice", "1 indices"),
    (
        "str bytes bytearray list tuple dict set frozenset int float range",
        "=0 __repr__ __str__ __len__ __iter__ __hash__ __neg__ __pos__ __abs__ __invert__ __int__ __float__ __bool__ \
         __index__ =1 __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ \
         __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __divmod__ __rdivmod__ __and__ \
         __rand__ __or__ __ror__ __xor__ __rxor__ __lshift__ __rlshift__ __rshift__ __rrshift__ __iadd__ __imul__ \
         __ior__ __iand__ __isub__ __ixor__",
    ),
];

/// What such classes have besides methods of their instances.
const OF_CLASSES: &[&str] = &[
    "__new__",
    "fromkeys",
    "maketrans",
    "fromhex",
    "from_bytes",
    "from_number",
    "__getformat__",
];

/// Special methods that are methods like others.
const UNWRAPPED: &[&str] = &[
    "__reversed__",
    "__getnewargs__",
    "__trunc__",
    "__floor__",
    "__ceil__",
    "__round__",
    "__format__",
    "__sizeof__",
    "__reduce__",
];

/// Functions without a receiver.
const FUNCTIONS: &[(&str, &str)] = &[
    (
        "builtins",
        "0 globals locals 1 abs aiter all any ascii bin callable chr hash hex id len oct ord repr 1-2 anext format \
         iter next 0-1 dir vars 1-1 reversed 2-2 delattr divmod hasattr isinstance issubclass 2-3 getattr 3-3 setattr",
    ),
    ("str", "1-3 maketrans"),
    ("bytes bytearray", "2-2 maketrans"),
];

/// By class or module and name.
type Known = HashMap<(&'static str, &'static str), Arity>;

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known::default();
    for (table, receiver) in [(METHODS, 1), (FUNCTIONS, 0)] {
        for (classes, counts) in table {
            note(&mut known, classes, counts, receiver);
        }
    }
    known
});

/// The classes of `METHODS`.
static OWNERS: LazyLock<HashMap<&'static str, ObjectId>> = LazyLock::new(|| {
    let classes = METHODS.iter().flat_map(|(classes, _)| classes.split(' '));
    let place = |class| types::TYPES.iter().position(|t| t.name == class);
    classes
        .filter_map(|class| Some((class, ObjectId(place(class)? as u32))))
        .collect()
});

impl Arity {
    /// Of a built-in, by qualified name.
    pub fn of(name: &'static str) -> Arity {
        let own = Arity {
            min: 0,
            max: u8::MAX,
            receiver: 0,
            style: Style::Own,
            owner: None,
        };
        let known = name.split_once('.').and_then(|name| KNOWN.get(&name));
        let mut arity = known.copied().unwrap_or(own);
        if let Some((class, method)) = name.split_once('.')
            && let Some(owner) = OWNERS.get(class)
            && !OF_CLASSES.contains(&method)
        {
            arity.owner = Some(*owner);
        }
        arity
    }

    /// Whether the first argument, if there is one, is what the method is for.
    #[inline]
    pub fn is_for(self, vm: &Vm, args: &Args) -> bool {
        let (Some(owner), Some(this)) = (self.owner, vm.arg(args, 0)) else {
            return true;
        };
        let class = vm.class_of(this);
        class == owner || vm.is_subclass(class, owner)
    }

    /// Whether a call may be right.
    #[inline]
    pub fn allows(self, args: &Args) -> bool {
        (usize::from(self.min)..=usize::from(self.max)).contains(&args.len)
            && (args.keywords.is_empty() || self.style == Style::Own)
            || self.max == u8::MAX
    }
}

/// Notes the methods of some classes that a line of a table names; what is known already stays.
fn note(known: &mut Known, classes: &'static str, counts: &'static str, receiver: u8) {
    let mut now = None;
    for word in counts.split(' ') {
        if !word.starts_with(|c: char| c == '=' || c.is_ascii_digit()) {
            let Some(arity) = now else { continue };
            for class in classes.split(' ') {
                known.entry((class, word)).or_insert(arity);
            }
            continue;
        }
        let (word, slot) = match word.strip_prefix('=') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (min, max) = word.split_once('-').unwrap_or((word, word));
        let style = match (slot, word.contains('-')) {
            (true, _) => Style::Slot,
            (_, true) => Style::Counted,
            _ => Style::Fixed,
        };
        let number = |text: &str| text.parse().unwrap_or(0) + receiver;
        now = Some(Arity {
            min: number(min),
            max: number(max),
            receiver,
            style,
            owner: None,
        });
    }
}

/// What CPython says of a method that is given what is no instance of its class.
#[cold]
pub fn stranger(vm: &mut Vm, name: &str, args: &Args) -> Signal {
    let (class, method) = name.split_once('.').unwrap_or(("", name));
    let given = vm.arg(args, 0).map(|this| vm.type_name(this));
    let given = given.unwrap_or_default();
    vm.type_error(
        &if method.starts_with("__") && !UNWRAPPED.contains(&method) {
            format!("descriptor '{method}' requires a '{class}' object but received a '{given}'")
        } else {
            format!(
                "descriptor '{method}' for '{class}' objects doesn't apply to a '{given}' object"
            )
        },
    )
}

/// What CPython says of a call with the wrong number of arguments, or with names where there are none.
#[cold]
pub fn complaint(vm: &mut Vm, name: &str, arity: Arity, args: &Args) -> Signal {
    let (class, method) = name.split_once('.').unwrap_or(("", name));
    let shown = if class == "builtins" { method } else { name };
    let receiver = usize::from(arity.receiver);
    if args.len < receiver {
        return vm.type_error(&match arity.style {
            Style::Slot => format!("descriptor '{method}' of '{class}' object needs an argument"),
            _ => format!("unbound method {name}() needs an argument"),
        });
    }
    let given = args.len - receiver;
    let (min, max) = (
        usize::from(arity.min) - receiver,
        usize::from(arity.max) - receiver,
    );
    if !args.keywords.is_empty() {
        return vm.type_error(&match arity.style {
            Style::Slot => format!("wrapper {method}() takes no keyword arguments"),
            _ => format!("{shown}() takes no keyword arguments"),
        });
    }
    let s = |n: usize| if n == 1 { "" } else { "s" };
    let text = match arity.style {
        Style::Fixed if max == 0 => format!("{shown}() takes no arguments ({given} given)"),
        Style::Fixed => format!("{shown}() takes exactly one argument ({given} given)"),
        Style::Slot => format!("expected {max} argument{}, got {given}", s(max)),
        _ if min == max => format!("{method} expected {max} argument{}, got {given}", s(max)),
        _ if given < min => {
            format!(
                "{method} expected at least {min} argument{}, got {given}",
                s(min)
            )
        }
        _ => format!(
            "{method} expected at most {max} argument{}, got {given}",
            s(max)
        ),
    };
    vm.type_error(&text)
}
