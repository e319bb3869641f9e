//! Sums of floats under way: a value between two additions, since the numbers may come from a generator.
//!
//! Must not know of iterators.

use super::Error;

/// `math.fsum` under way: partial sums that do not overlap, so that nothing is lost.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExactSum {
    partials: Vec<f64>,
    /// The sum of infinities and NaNs, if there were any.
    special: Option<f64>,
    infinities: f64,
}

impl ExactSum {
    /// Adds a number.
    pub fn push(&mut self, value: f64) -> Result<(), Error> {
        let mut x = value;
        let mut kept = Vec::with_capacity(self.partials.len() + 1);
        for &partial in &self.partials {
            let (large, small) = if x.abs() < partial.abs() {
                (partial, x)
            } else {
                (x, partial)
            };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                kept.push(low);
            }
            x = high;
        }
        self.partials = kept;
        if x.is_finite() {
            if x != 0.0 {
                self.partials.push(x);
            }
            return Ok(());
        }
        if value.is_finite() {
            return Err(Error::overflow("intermediate overflow in fsum"));
        }
        if value.is_infinite() {
            self.infinities += value;
        }
        self.special = Some(self.special.unwrap_or(0.0) + value);
        self.partials.clear();
        Ok(())
    }

    /// The sum, rounded once.
    pub fn finish(mut self) -> Result<f64, Error> {
        if let Some(special) = self.special {
            return if self.infinities.is_nan() {
                Err(Error::value("-inf + inf in fsum"))
            } else {
                Ok(special)
            };
        }
        let Some(mut high) = self.partials.pop() else {
            return Ok(0.0);
        };
        let mut low = 0.0;
        while let Some(y) = self.partials.pop() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // A tie that what is left over breaks the other way.
        if self
            .partials
            .last()
            .is_some_and(|&rest| (low < 0.0 && rest < 0.0) || (low > 0.0 && rest > 0.0))
        {
            let y = low * 2.0;
            let x = high + y;
            if y == x - high {
                high = x;
            }
        }
        Ok(high)
    }
}

/// The builtin `sum` once it has met a float: it carries the rounding error along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarriedSum {
    total: f64,
    carry: f64,
}

impl CarriedSum {
    /// Begins with what has been added up so far.
    pub fn new(total: f64) -> CarriedSum {
        CarriedSum { total, carry: 0.0 }
    }

    /// Adds a float.
    pub fn push(&mut self, x: f64) {
        let total = self.total + x;
        let (large, small) = if self.total.abs() >= x.abs() {
            (self.total, x)
        } else {
            (x, self.total)
        };
        self.carry += (large - total) + small;
        self.total = total;
    }

    /// Adds an integer that fits a C `long`.
    pub fn push_int(&mut self, x: i64) {
        self.total += x as f64;
    }

    /// The sum so far.
    pub fn value(self) -> f64 {
        if self.carry != 0.0 && self.carry.is_finite() {
            self.total + self.carry
        } else {
            self.total
        }
    }
}
