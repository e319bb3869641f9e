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

/// Built-ins that are no exceptions, in CPython's order: of what is equally near, the first is suggested.
const BUILT_INS: &str = "__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr \
    dir divmod eval exec format getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals \
    max min next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis NotImplemented False True \
    bool memoryview bytearray bytes classmethod complex dict enumerate filter float frozenset property int list map \
    object range reversed set slice staticmethod str super tuple type zip __debug__";

/// All names of built-ins in CPython's order, given those that there are.
pub fn built_ins(all: &[String]) -> Vec<String> {
    let first: Vec<&str> = BUILT_INS.split(' ').collect();
    let others = all
        .iter()
        .filter(|name| !name.starts_with('_') && !first.contains(&name.as_str()));
    let (errors, last): (Vec<&String>, Vec<&String>) =
        others.partition(|name| name.starts_with(char::is_uppercase));
    let others = errors.into_iter().chain(last).cloned();
    first
        .iter()
        .map(|s| (*s).to_string())
        .chain(others)
        .collect()
}

/// Attributes for one that is missing: names with an underscore only for such a name, or inside the object's methods.
pub fn attribute(wrong: &str, known: &[String], inside: bool) -> Option<String> {
    let shown = |name: &&str| inside || wrong.starts_with('_') || !name.starts_with('_');
    let known: Vec<&str> = known.iter().map(String::as_str).filter(shown).collect();
    closest(wrong, &known).map(str::to_string)
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
