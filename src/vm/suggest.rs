//! "Did you mean": the name that CPython would suggest.

/// The nearest of the known names, if it is near enough by CPython's measure of edit distance.
pub fn closest<'a>(wrong: &str, known: &[&'a str]) -> Option<&'a str> {
    let size = wrong.chars().count();
    if size == 0 || known.len() >= 750 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        if *name == wrong {
            continue;
        }
        let limit = (size + name.chars().count() + 3) * MOVE / 6;
        let limit = best.map_or(limit, |(cost, _)| limit.min(cost.saturating_sub(1)));
        let cost = distance(wrong, name);
        if cost <= limit && best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The cost of an insertion, deletion or substitution.
const MOVE: usize = 2;

/// Levenshtein's distance, a change of case being half a move.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).map(|i| i * MOVE).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = (i + 1) * MOVE;
        for (j, y) in b.iter().enumerate() {
            let cost = if x == y {
                0
            } else if x.to_lowercase().eq(y.to_lowercase()) {
                1
            } else {
                MOVE
            };
            let next = (diagonal + cost).min(row[j] + MOVE).min(row[j + 1] + MOVE);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn suggests_what_is_near() {
        assert_eq!(closest("prnt", &["print", "range"]), Some("print"));
        assert_eq!(closest("Counter", &["counter"]), Some("counter"));
        assert_eq!(closest("x", &["counter"]), None);
    }
}
