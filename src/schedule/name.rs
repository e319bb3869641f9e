//! The policies by name, for messages and for links.

use crate::machine::Options;
use crate::schedule::Policy;
use crate::schedule::adversary::Adversary;
use crate::schedule::as_cpython::AsCpython;
use crate::schedule::round_robin::RoundRobin;
use crate::schedule::seeded::Seeded;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PolicyName {
    /// As CPython would: the default.
    #[default]
    AsCpython,
    /// By lot, from a seed.
    Seeded(u64),
    /// In turn.
    RoundRobin,
    /// As bad as can be.
    Adversary,
}

impl PolicyName {
    /// A policy that has not decided anything yet.
    pub fn start(self, options: &Options) -> Box<dyn Policy> {
        match self {
            PolicyName::AsCpython => Box::new(AsCpython::new(options.seed)),
            PolicyName::Seeded(seed) => Box::new(Seeded::new(seed)),
            PolicyName::RoundRobin => Box::new(RoundRobin),
            PolicyName::Adversary => Box::new(Adversary::default()),
        }
    }

    /// From its text form; `None` if it is none.
    pub fn parse(text: &str) -> Option<PolicyName> {
        match text {
            "cpython" => Some(PolicyName::AsCpython),
            "round-robin" => Some(PolicyName::RoundRobin),
            "adversary" => Some(PolicyName::Adversary),
            _ => {
                let seed = text.strip_prefix("seed-")?.parse().ok()?;
                Some(PolicyName::Seeded(seed))
            }
        }
    }
}

impl fmt::Display for PolicyName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PolicyName::AsCpython => f.write_str("cpython"),
            PolicyName::Seeded(seed) => write!(f, "seed-{seed}"),
            PolicyName::RoundRobin => f.write_str("round-robin"),
            PolicyName::Adversary => f.write_str("adversary"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_back() {
        let names = ["cpython", "seed-7", "round-robin", "adversary"];
        let back = names.map(|name| PolicyName::parse(name).map(|name| name.to_string()));
        assert_eq!(back, names.map(|name| Some(name.to_owned())));
        assert_eq!(PolicyName::parse("seed-x"), None);
        assert_eq!(PolicyName::parse(""), None);
    }
}
