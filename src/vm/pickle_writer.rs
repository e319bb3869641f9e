//! Writes pickle operations: frames, the memo, numbers and strings in their shortest forms.
//!
//! Knows nothing of objects.

use crate::vm::value::{NativeId, ObjectId};
use num_bigint::BigInt;
use std::collections::HashMap;
use std::rc::Rc;

/// Operation codes, named as in CPython's `pickletools`.
#[allow(missing_docs)]
pub mod op {
    pub const MARK: u8 = b'(';
    pub const STOP: u8 = b'.';
    pub const POP: u8 = b'0';
    pub const POP_MARK: u8 = b'1';
    pub const DUP: u8 = b'2';
    pub const FLOAT: u8 = b'F';
    pub const INT: u8 = b'I';
    pub const BININT: u8 = b'J';
    pub const BININT1: u8 = b'K';
    pub const LONG: u8 = b'L';
    pub const BININT2: u8 = b'M';
    pub const NONE: u8 = b'N';
    pub const REDUCE: u8 = b'R';
    pub const UNICODE: u8 = b'V';
    pub const BINUNICODE: u8 = b'X';
    pub const APPEND: u8 = b'a';
    pub const BUILD: u8 = b'b';
    pub const GLOBAL: u8 = b'c';
    pub const DICT: u8 = b'd';
    pub const EMPTY_DICT: u8 = b'}';
    pub const APPENDS: u8 = b'e';
    pub const GET: u8 = b'g';
    pub const BINGET: u8 = b'h';
    pub const LONG_BINGET: u8 = b'j';
    pub const LIST: u8 = b'l';
    pub const EMPTY_LIST: u8 = b']';
    pub const PUT: u8 = b'p';
    pub const BINPUT: u8 = b'q';
    pub const LONG_BINPUT: u8 = b'r';
    pub const SETITEM: u8 = b's';
    pub const TUPLE: u8 = b't';
    pub const EMPTY_TUPLE: u8 = b')';
    pub const SETITEMS: u8 = b'u';
    pub const BINFLOAT: u8 = b'G';
    pub const PROTO: u8 = 0x80;
    pub const NEWOBJ: u8 = 0x81;
    pub const TUPLE1: u8 = 0x85;
    pub const TUPLE2: u8 = 0x86;
    pub const TUPLE3: u8 = 0x87;
    pub const NEWTRUE: u8 = 0x88;
    pub const NEWFALSE: u8 = 0x89;
    pub const LONG1: u8 = 0x8a;
    pub const LONG4: u8 = 0x8b;
    pub const BINBYTES: u8 = b'B';
    pub const SHORT_BINBYTES: u8 = b'C';
    pub const SHORT_BINUNICODE: u8 = 0x8c;
    pub const BINUNICODE8: u8 = 0x8d;
    pub const BINBYTES8: u8 = 0x8e;
    pub const EMPTY_SET: u8 = 0x8f;
    pub const ADDITEMS: u8 = 0x90;
    pub const FROZENSET: u8 = 0x91;
    pub const NEWOBJ_EX: u8 = 0x92;
    pub const STACK_GLOBAL: u8 = 0x93;
    pub const MEMOIZE: u8 = 0x94;
    pub const FRAME: u8 = 0x95;
    pub const BYTEARRAY8: u8 = 0x96;
}

const FRAME_TARGET: usize = 64 * 1024;
const FRAME_MIN: usize = 4;
const FRAME_HEADER: usize = 9;

/// What the memo knows a value by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// An object.
    Object(ObjectId),
    /// A built-in function.
    Native(NativeId),
    /// A string of which there is one for its characters.
    Text(Rc<str>),
    /// The name of a module as its built-in functions keep it: apart from the interned string.
    NativeText(Rc<str>),
    /// Bytes of length 0 or 1, of which there is one each.
    Bytes(Option<u8>),
    /// Takes a place, is never found again.
    Fresh,
}

/// A pickle under way.
pub struct Writer {
    /// 0 to 5.
    pub protocol: u8,
    out: Vec<u8>,
    /// Where the open frame begins; `None` between frames.
    frame: Option<usize>,
    framing: bool,
    memo: HashMap<Key, u32>,
    memoized: u32,
}

impl Writer {
    /// With the header of that protocol.
    pub fn new(protocol: u8) -> Self {
        let mut writer = Writer {
            protocol,
            out: Vec::new(),
            frame: None,
            framing: false,
            memo: HashMap::new(),
            memoized: 0,
        };
        if protocol >= 2 {
            writer.write(&[op::PROTO, protocol]);
        }
        writer.framing = protocol >= 4;
        writer
    }

    /// Bytes so far.
    pub fn size(&self) -> usize {
        self.out.len()
    }

    /// The finished pickle.
    pub fn finish(mut self) -> Vec<u8> {
        self.write(&[op::STOP]);
        self.commit();
        self.out
    }

    /// Appends to the open frame.
    pub fn write(&mut self, bytes: &[u8]) {
        if self.framing && self.frame.is_none() {
            self.frame = Some(self.out.len());
            self.out.extend([0; FRAME_HEADER]);
        }
        self.out.extend_from_slice(bytes);
    }

    /// Between two values: a frame that is large enough ends.
    pub fn boundary(&mut self) {
        if let Some(start) = self.frame
            && self.out.len() - start - FRAME_HEADER >= FRAME_TARGET
        {
            self.commit();
        }
    }

    fn commit(&mut self) {
        let Some(start) = self.frame.take() else {
            return;
        };
        let length = self.out.len() - start - FRAME_HEADER;
        if length >= FRAME_MIN {
            self.out[start] = op::FRAME;
            self.out[start + 1..start + FRAME_HEADER]
                .copy_from_slice(&(length as u64).to_le_bytes());
        } else {
            self.out.drain(start..start + FRAME_HEADER);
        }
    }

    /// A header and its data; large data stay outside of frames.
    fn payload(&mut self, header: &[u8], data: &[u8]) {
        let framing = self.framing;
        if data.len() >= FRAME_TARGET {
            self.commit();
            self.framing = false;
        }
        self.write(header);
        self.write(data);
        self.framing = framing;
    }

    /// Whether the memo has this.
    pub fn knows(&self, key: &Key) -> bool {
        *key != Key::Fresh && self.memo.contains_key(key)
    }

    /// Refers to the memo.
    pub fn recall(&mut self, key: &Key) {
        let Some(&index) = self.memo.get(key) else {
            return;
        };
        if self.protocol == 0 {
            self.write(format!("g{index}\n").as_bytes());
        } else if let Ok(small) = u8::try_from(index) {
            self.write(&[op::BINGET, small]);
        } else {
            self.write(&[op::LONG_BINGET]);
            self.write(&index.to_le_bytes());
        }
    }

    /// Puts the value just written into the memo.
    pub fn memoize(&mut self, key: Key) {
        if self.knows(&key) {
            // A value that contains itself was finished on the way.
            self.write(&[op::POP]);
            self.recall(&key);
            return;
        }
        let index = self.memoized;
        self.memoized += 1;
        if key != Key::Fresh {
            self.memo.insert(key, index);
        }
        if self.protocol >= 4 {
            self.write(&[op::MEMOIZE]);
        } else if self.protocol == 0 {
            self.write(format!("p{index}\n").as_bytes());
        } else if let Ok(small) = u8::try_from(index) {
            self.write(&[op::BINPUT, small]);
        } else {
            self.write(&[op::LONG_BINPUT]);
            self.write(&index.to_le_bytes());
        }
    }

    /// An empty container; protocol 0 spells it out.
    pub fn empty(&mut self, code: u8, old: &[u8]) {
        if self.protocol >= 1 {
            self.write(&[code]);
        } else {
            self.write(old);
        }
    }

    /// `True` or `False`
    pub fn bool(&mut self, value: bool) {
        match (self.protocol >= 2, value) {
            (true, true) => self.write(&[op::NEWTRUE]),
            (true, false) => self.write(&[op::NEWFALSE]),
            (false, true) => self.write(b"I01\n"),
            (false, false) => self.write(b"I00\n"),
        }
    }

    /// An int of 64 bits.
    pub fn int(&mut self, value: i64) {
        let Ok(small) = i32::try_from(value) else {
            self.big_int(&BigInt::from(value));
            return;
        };
        if self.protocol == 0 {
            self.write(format!("I{small}\n").as_bytes());
        } else if let Ok(byte) = u8::try_from(small) {
            self.write(&[op::BININT1, byte]);
        } else if let Ok(short) = u16::try_from(small) {
            self.write(&[op::BININT2]);
            self.write(&short.to_le_bytes());
        } else {
            self.write(&[op::BININT]);
            self.write(&small.to_le_bytes());
        }
    }

    /// An int beyond 32 bits.
    pub fn big_int(&mut self, value: &BigInt) {
        if self.protocol < 2 {
            self.write(format!("L{value}L\n").as_bytes());
            return;
        }
        let bytes = value.to_signed_bytes_le();
        match u8::try_from(bytes.len()) {
            Ok(length) => {
                self.write(&[op::LONG1, length]);
                self.write(&bytes);
            }
            Err(_) => {
                let mut header = vec![op::LONG4];
                header.extend((bytes.len() as u32).to_le_bytes());
                self.write(&header);
                self.write(&bytes);
            }
        }
    }

    /// A float.
    pub fn float(&mut self, value: f64) {
        if self.protocol == 0 {
            let text = crate::vm::text::float::repr_float(value);
            self.write(format!("F{text}\n").as_bytes());
        } else {
            self.write(&[op::BINFLOAT]);
            self.write(&value.to_be_bytes());
        }
    }

    /// A string, put into the memo; or the memo's if it is there.
    pub fn text(&mut self, key: Key, text: &str) {
        if self.knows(&key) {
            self.recall(&key);
            return;
        }
        let data = text.as_bytes();
        if self.protocol == 0 {
            let escaped = raw_unicode_escape(text);
            self.write(&[op::UNICODE]);
            self.write(&escaped);
            self.write(b"\n");
        } else if data.len() < 256 && self.protocol >= 4 {
            self.payload(&[op::SHORT_BINUNICODE, data.len() as u8], data);
        } else {
            let mut header = vec![op::BINUNICODE];
            header.extend((data.len() as u32).to_le_bytes());
            self.payload(&header, data);
        }
        self.memoize(key);
    }

    /// A bytes object.
    pub fn bytes(&mut self, data: &[u8]) {
        if let Ok(length) = u8::try_from(data.len()) {
            self.payload(&[op::SHORT_BINBYTES, length], data);
        } else {
            let mut header = vec![op::BINBYTES];
            header.extend((data.len() as u32).to_le_bytes());
            self.payload(&header, data);
        }
    }

    /// A bytearray, in protocol 5.
    pub fn bytearray(&mut self, data: &[u8]) {
        let mut header = vec![op::BYTEARRAY8];
        header.extend((data.len() as u64).to_le_bytes());
        self.payload(&header, data);
    }
}

/// Latin-1 as it is but for what would end the line, the rest as `\u` escapes.
fn raw_unicode_escape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for c in text.chars() {
        match c as u32 {
            n @ (0 | 0x0A | 0x0D | 0x1A | 0x5C) => out.extend(format!("\\u{n:04x}").bytes()),
            n @ 0..=0xFF => out.push(n as u8),
            n @ 0..=0xFFFF => out.extend(format!("\\u{n:04x}").bytes()),
            n => out.extend(format!("\\U{n:08x}").bytes()),
        }
    }
    out
}
