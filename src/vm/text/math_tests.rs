//! Functions of `math` compared with CPython's.

use super::super::cases::{bits, check, float, number, outcome};
use super::super::sums::{CarriedSum, ExactSum};
use super::*;

fn floats(field: &str) -> Vec<f64> {
    field.split_whitespace().map(float).collect()
}

fn answer(operation: &str, arguments: &[String]) -> String {
    let argument = |at: usize| arguments[at].as_str();
    let x = || float(argument(0));
    let y = || float(argument(1));
    let int = |at: usize| number::<BigInt>(argument(at));
    let shown = |value: BigInt| value.to_string();
    match operation {
        "log" => outcome(log(x(), arguments.get(1).map(|field| float(field))), bits),
        "log_int" => outcome(log_int(&int(0), |x| log(x, None)), bits),
        "log2_int" => outcome(log_int(&int(0), unary("log2").unwrap()), bits),
        "log10_int" => outcome(log_int(&int(0), unary("log10").unwrap()), bits),
        "pow" => outcome(pow(x(), y()), bits),
        "atan2" => format!("={}", bits(atan2(x(), y()))),
        "fmod" => outcome(fmod(x(), y()), bits),
        "remainder" => outcome(remainder(x(), y()), bits),
        "modf" => format!("={} {}", bits(modf(x()).0), bits(modf(x()).1)),
        "frexp" => format!("={} {}", bits(frexp(x()).0), frexp(x()).1),
        "ldexp" => outcome(ldexp(x(), &int(1)), bits),
        "nextafter" => format!("={}", bits(nextafter(x(), y(), number(argument(2))))),
        "hypot" => format!("={}", bits(hypot(&floats(argument(0))))),
        "dist" => outcome(dist(&floats(argument(0)), &floats(argument(1))), bits),
        "fma" => outcome(fma(x(), y(), float(argument(2))), bits),
        "isclose" => outcome(
            isclose(x(), y(), float(argument(2)), float(argument(3))),
            |close| {
                if close {
                    "True".to_string()
                } else {
                    "False".to_string()
                }
            },
        ),
        "floor" => outcome(floor(x()), shown),
        "ceil" => outcome(ceil(x()), shown),
        "trunc" => outcome(trunc(x()), shown),
        "factorial" => outcome(factorial(&int(0), 10_000), shown),
        "perm" => outcome(perm(&int(0), Some(&int(1)), 10_000), shown),
        "comb" => outcome(comb(&int(0), &int(1), 10_000), shown),
        "fsum" => {
            let mut sum = ExactSum::default();
            let pushed = floats(argument(0))
                .into_iter()
                .try_for_each(|x| sum.push(x));
            outcome(pushed.and_then(|()| sum.finish()), bits)
        }
        "sum" => {
            let mut sum = CarriedSum::new(0.0);
            floats(argument(0)).into_iter().for_each(|x| sum.push(x));
            sum.push_int(number(argument(1)));
            sum.push(0.1);
            format!("={}", bits(sum.value()))
        }
        name => outcome(
            unary(name).unwrap_or_else(|| panic!("unknown operation {name}"))(x()),
            bits,
        ),
    }
}

#[test]
fn computes_as_recorded() {
    check(include_str!("cases/math.tsv"), 300, answer);
}

#[test]
fn sizes_are_bounded() {
    let huge = BigInt::from(10u64.pow(18));
    assert_eq!(factorial(&huge, 1000), Err(Error::TooLong));
    assert_eq!(perm(&huge, Some(&(&huge / 2)), 1000), Err(Error::TooLong));
    assert_eq!(comb(&huge, &(&huge / 2), 1000), Err(Error::TooLong));
}
