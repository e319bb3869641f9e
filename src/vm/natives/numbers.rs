//! Numbers: `int`, `float`, `bool` and what works on them.

use crate::vm::natives::Table;
use crate::vm::value::Value;

/// Functions and methods of numbers.
pub const TABLE: Table = &[("bool.__new__", |vm, args| {
    let [value] = vm.parse(args, "bool", ["/object"], 0)?;
    if value.is_null() {
        return Ok(Value::Bool(false));
    }
    match vm.truth(value) {
        Ok(truth) => Ok(Value::Bool(truth)),
        Err(signal) => Err(crate::vm::exec::as_truth(signal, false)),
    }
})];

/// A sum of floats with compensation, as `sum` of CPython 3.12 and newer (Neumaier 1974).
#[derive(Clone, Copy, Debug, Default)]
pub struct FloatSum {
    sum: f64,
    lost: f64,
}

impl FloatSum {
    /// Begins with a value.
    pub fn new(start: f64) -> Self {
        FloatSum {
            sum: start,
            lost: 0.0,
        }
    }

    /// Adds a float.
    pub fn add(&mut self, x: f64) {
        let total = self.sum + x;
        if self.sum.abs() >= x.abs() {
            self.lost += (self.sum - total) + x;
        } else {
            self.lost += (x - total) + self.sum;
        }
        self.sum = total;
    }

    /// Adds an int, as CPython does: without compensation.
    pub fn add_plain(&mut self, x: f64) {
        self.sum += x;
    }

    /// The sum.
    pub fn total(self) -> f64 {
        if self.lost != 0.0 && self.lost.is_finite() {
            self.sum + self.lost
        } else {
            self.sum
        }
    }
}
