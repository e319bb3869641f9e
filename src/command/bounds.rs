//! How far the model checker goes on the command line: states, memory, seconds. The search itself knows no clock and
//! asks nobody for memory; it is watched from here.

use crate::explore::slices::Status;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Most seconds if nothing is said.
const SECONDS: f64 = 120.0;
/// Most seconds in which no run has come to its end, if nothing is said: the program hardly ever ends.
const SECONDS_WITHOUT_END: f64 = 20.0;
/// How often is looked how much memory there is in use.
const LOOK: Duration = Duration::from_millis(20);

/// Words that say how far a search goes. Where it stops the answer is not complete and says why.
#[derive(clap::Args, Debug)]
pub struct BoundArgs {
    /// Most states.
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_states: u32,
    /// Most memory, such as 500M or 4G (measured on Linux).
    #[arg(long, value_name = "BYTES", default_value = "2G", value_parser = bytes)]
    max_memory: u64,
    /// Most seconds; if that is not said 120, and 20 if no run has come to its end by then.
    #[arg(long, value_name = "S", value_parser = seconds)]
    max_seconds: Option<f64>,
}

impl BoundArgs {
    /// Who watches a search from now on.
    pub fn watch(&self) -> impl FnMut(&Status) -> ControlFlow<String> {
        let (most_memory, said) = (self.max_memory, self.max_seconds);
        let begin = Instant::now();
        let mut looked = begin;
        let mut has_ended = false;
        move |status| {
            has_ended |= !status.endings.is_empty();
            let now = Instant::now();
            let spent = (now - begin).as_secs_f64();
            let most = said.unwrap_or(SECONDS);
            if spent >= most {
                return ControlFlow::Break(match most {
                    1.0 => "1 second".to_owned(),
                    _ => format!("{most} seconds"),
                });
            }
            if said.is_none() && !has_ended && spent >= SECONDS_WITHOUT_END {
                let bound =
                    format!("{SECONDS_WITHOUT_END} seconds in which no run came to its end");
                return ControlFlow::Break(bound);
            }
            if now - looked >= LOOK {
                looked = now;
                if resident().is_some_and(|used| used > most_memory) {
                    return ControlFlow::Break(format!("{} of memory", text(most_memory)));
                }
            }
            ControlFlow::Continue(())
        }
    }
}

/// Bytes of memory in use, where the system says so.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes << 10)
}

const UNITS: [(char, u32); 3] = [('G', 30), ('M', 20), ('K', 10)];

fn text(bytes: u64) -> String {
    let whole = UNITS
        .iter()
        .find(|(_, shift)| bytes.is_multiple_of(1 << shift));
    match whole {
        Some((unit, shift)) => format!("{} {unit}B", bytes >> shift),
        None => format!("{bytes} bytes"),
    }
}

/// A number of bytes, perhaps with a unit.
fn bytes(text: &str) -> Result<u64, String> {
    let upper = text.to_ascii_uppercase();
    let mut units = UNITS.iter();
    let with_unit = units.find_map(|(unit, shift)| Some((upper.strip_suffix(*unit)?, *shift)));
    let (number, shift) = with_unit.unwrap_or((&upper, 0));
    let number: Option<u64> = number.parse().ok();
    let all = number.and_then(|n| n.checked_mul(1 << shift));
    all.filter(|n| *n > 0)
        .ok_or_else(|| "a number of bytes, such as 500M or 4G".into())
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(s) if (0.001..=1e9).contains(&s) => Ok(s),
        _ => Err("a number of seconds above 0".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_told() {
        assert_eq!(bytes("2G"), Ok(2 << 30));
        assert_eq!(bytes("500m"), Ok(500 << 20));
        assert_eq!(bytes("123"), Ok(123));
        for wrong in ["", "G", "-1G", "0", "2GG", "99999999999G", "1.5G"] {
            assert!(bytes(wrong).is_err(), "{wrong}");
        }
        assert_eq!(text(2 << 30), "2 GB");
        assert_eq!(text(1536 << 20), "1536 MB");
        assert_eq!(text(123), "123 bytes");
    }
}
