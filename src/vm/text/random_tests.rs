//! Draws compared with those of CPython.

use super::super::cases::{bits, check, float, number, outcome};
use super::super::hash::hash_float;
use super::*;

fn seeded(kind: &str, value: &str) -> Random {
    match kind {
        "int" => Random::from_int(&number(value)),
        "str" => Random::from_bytes(value.as_bytes()),
        _ => Random::from_hash(hash_float(float(value)).unwrap_or(0)),
    }
}

fn joined(values: Vec<u64>) -> String {
    values
        .iter()
        .map(u64::to_string)
        .collect::<Vec<_>>()
        .join(",")
}

/// One draw, as `name,argument,…`.
fn draw(random: &mut Random, command: &str) -> String {
    let mut words = command.split(',');
    let name = words.next().unwrap_or_default();
    let arguments: Vec<&str> = words.collect();
    let float_at = |at: usize| number::<f64>(arguments[at]);
    let int_at = |at: usize| number::<BigInt>(arguments[at]);
    let shown = |value: BigInt| value.to_string();
    match name {
        "random" => bits(random.random()),
        "getrandbits" => outcome(random.getrandbits(number(arguments[0]), 10_000), shown),
        "randbytes" => format!(
            "{:?}",
            random
                .randbytes(number(arguments[0]), 1000)
                .unwrap_or_default()
        ),
        "randrange" => {
            let rest: Vec<BigInt> = (1..arguments.len()).map(int_at).collect();
            outcome(
                random.randrange(&int_at(0), rest.first(), rest.get(1)),
                shown,
            )
        }
        "randint" => outcome(random.randint(&int_at(0), &int_at(1)), shown),
        "choice" => outcome(random.choice(number(arguments[0])), |index| {
            index.to_string()
        }),
        "shuffle" => {
            let mut list: Vec<u64> = (0..number(arguments[0])).collect();
            random.shuffle(list.len(), |i, j| list.swap(i, j));
            joined(list)
        }
        "sample" => outcome(
            random.sample(number(arguments[0]), number(arguments[1]), 1000),
            joined,
        ),
        "choices" => outcome(
            random.choices(number(arguments[0]), None, number(arguments[1]), 1000),
            joined,
        ),
        "weighted" => {
            let weights: Vec<f64> = (1..arguments.len()).map(float_at).collect();
            outcome(
                random.choices(
                    weights.len() as u64,
                    Some(&weights),
                    number(arguments[0]),
                    1000,
                ),
                joined,
            )
        }
        "uniform" => bits(random.uniform(float_at(0), float_at(1))),
        "triangular" => bits(random.triangular(
            float_at(0),
            float_at(1),
            arguments.get(2).map(|_| float_at(2)),
        )),
        "gauss" => bits(random.gauss(float_at(0), float_at(1))),
        "normalvariate" => bits(random.normalvariate(float_at(0), float_at(1))),
        "lognormvariate" => outcome(random.lognormvariate(float_at(0), float_at(1)), bits),
        "expovariate" => outcome(random.expovariate(float_at(0)), bits),
        "paretovariate" => outcome(random.paretovariate(float_at(0)), bits),
        "weibullvariate" => outcome(random.weibullvariate(float_at(0), float_at(1)), bits),
        other => panic!("unknown command {other}"),
    }
}

#[test]
fn draws_as_recorded() {
    check(include_str!("cases/random.tsv"), 150, |kind, arguments| {
        let mut random = seeded(kind, &arguments[0]);
        let draws: Vec<String> = arguments[1]
            .split(' ')
            .map(|command| draw(&mut random, command))
            .collect();
        format!("={}", draws.join(" "))
    });
}

#[test]
fn the_state_survives_as_words_and_clones_part_ways() {
    let mut random = Random::from_int(&BigInt::from(42));
    random.gauss(0.0, 1.0);
    let copy = random.clone();
    let restored = Random::from_words(&random.to_words(), random.gauss_next());
    assert_eq!(restored.as_ref(), Some(&copy));
    let (first, second) = (random.random(), random.random());
    assert_ne!(random, copy);
    let mut copy = copy;
    assert_eq!((first, second), (copy.random(), copy.random()));
    assert_eq!(Random::from_words(&[0; 624], None), None);
}

#[test]
fn sizes_are_bounded() {
    let mut random = Random::from_int(&BigInt::zero());
    assert_eq!(random.getrandbits(i64::MAX, 1000), Err(Error::TooLong));
    assert_eq!(
        random.sample(u64::MAX, i64::from(i32::MAX), 1000),
        Err(Error::TooLong)
    );
    assert_eq!(random.choices(3, None, i64::MAX, 1000), Err(Error::TooLong));
    assert_eq!(random.randbytes(usize::MAX, 1000), Err(Error::TooLong));
}
