//! Scripts of set operations, whose resulting order CPython recorded.

use super::super::cases::check;
use super::super::hash::{hash_int, hash_str};
use super::*;

type Set = SetTable<String>;

fn same(a: &String, b: &String) -> bool {
    a == b
}

fn hash(element: &str) -> i64 {
    element
        .parse()
        .map_or_else(|_| hash_str(element), |number| hash_int(&number))
}

/// Runs one command of a recorded script on two sets.
fn step(a: &mut Set, b: &mut Set, command: &str) -> Result<(), String> {
    let (name, rest) = command.split_once(':').unwrap_or((command, ""));
    match name {
        "add" => rest.split(',').for_each(|e| {
            a.add(e.to_string(), hash(e), same);
        }),
        "discard" => rest.split(',').for_each(|e| {
            a.discard(&e.to_string(), hash(e), same);
        }),
        "pop" => {
            a.pop();
        }
        "clear" => a.clear(),
        "copy" => *a = a.copy(),
        "swap" => std::mem::swap(a, b),
        "|" => {
            *a = a.copy();
            a.merge(b, same);
        }
        "&" => *a = a.intersection(b, same),
        "-" => *a = a.difference(b, same),
        "^" => *a = a.symmetric_difference(b, same),
        "|=" => a.merge(b, same),
        "&=" => a.take_body(a.intersection(b, same)),
        "-=" => a.difference_update(b, same),
        "^=" => a.symmetric_difference_update(b, same),
        "dict" => {
            let keys: Vec<&str> = rest.split(',').collect();
            a.reserve_for_update(keys.len());
            keys.iter().for_each(|e| {
                a.add(e.to_string(), hash(e), same);
            });
        }
        other => return Err(format!("unknown command {other}")),
    }
    Ok(())
}

fn order(set: &Set) -> String {
    set.iter()
        .map(|(key, _)| key.as_str())
        .collect::<Vec<_>>()
        .join(",")
}

#[test]
fn iterates_as_recorded() {
    check(include_str!("cases/set_order.tsv"), 200, |_, arguments| {
        let (mut a, mut b) = (Set::new(), Set::new());
        for command in arguments[0].split(' ') {
            if let Err(error) = step(&mut a, &mut b, command) {
                return error;
            }
        }
        assert_eq!(a.iter().count(), a.len());
        format!(
            "={} {} {} {}",
            a.slot_count(),
            b.slot_count(),
            order(&a),
            order(&b)
        )
    });
}

#[test]
fn a_probe_finds_what_a_closure_finds() {
    let mut set = SetTable::new();
    for n in 0..20i64 {
        assert!(set.add(n * 32, n % 3, |a, b| a == b));
    }
    let mut probe = set.probe(1);
    let mut met = Vec::new();
    let free = loop {
        match set.advance(&mut probe) {
            Met::Candidate(slot) => met.extend(
                set.key_at(slot)
                    .filter(|&&key| !met.contains(&key))
                    .copied(),
            ),
            Met::Free(slot) => break slot,
        }
    };
    met.sort();
    assert_eq!(met, [1, 4, 7, 10, 13, 16, 19].map(|n| n * 32));
    set.insert_at(free, 7, 1);
    assert_eq!(set.find(&7, 1, |a, b| a == b), Some(&7));
}
