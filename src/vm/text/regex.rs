//! Regular expressions with Python's syntax: a pattern becomes a small program, which a machine with an
//! explicit stack runs. Pure: knows nothing of values, and uses no more of Rust's stack than the
//! pattern is deep.

mod parse;

/// Most instructions of a pattern, and most steps of one search.
const MAX_CODE: usize = 20_000;
const MAX_STEPS: usize = 20_000_000;

/// `re.IGNORECASE`, `MULTILINE`, `DOTALL`, `VERBOSE`, `ASCII`.
pub mod flags {
    #![allow(missing_docs)]
    pub const IGNORECASE: u32 = 2;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
}

/// A pattern that can be searched for.
#[derive(Clone, Debug)]
pub struct Regex {
    code: Vec<Step>,
    /// How many groups it has, without the whole.
    pub groups: usize,
    /// Names of groups.
    pub names: Vec<(String, usize)>,
    /// Its flags, with those that stand in the pattern.
    pub flags: u32,
    /// How many registers the loops need.
    registers: usize,
}

/// Why there is no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The pattern is wrong: what and where.
    Pattern(String, usize),
    /// Python has it, the machine lacks it.
    Unsupported(&'static str),
    /// The search takes too long.
    Limit(&'static str),
}

/// Begin and end of the whole and of every group, and the number of the group that closed last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Spans, in code points.
    pub spans: Vec<Option<(usize, usize)>>,
    /// `lastindex`
    pub last: Option<usize>,
}

/// Where a match has to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Anywhere.
    Search,
    /// At the beginning.
    Match,
    /// From the beginning to the end.
    Full,
}

/// A set of characters.
#[derive(Clone, Debug, Default, PartialEq)]
struct Class {
    negated: bool,
    ranges: Vec<(char, char)>,
    kinds: Vec<char>,
    fold: bool,
    ascii: bool,
}

impl Class {
    fn has(&self, c: char) -> bool {
        let one = |c: char| {
            self.ranges.iter().any(|(a, b)| (*a..=*b).contains(&c))
                || self.kinds.iter().any(|k| is_kind(c, *k, self.ascii))
        };
        let found = one(c) || (self.fold && (one(lower(c)) || one(upper(c))));
        found != self.negated
    }
}

fn is_kind(c: char, kind: char, ascii: bool) -> bool {
    let known = !ascii || c.is_ascii();
    let yes = match kind.to_ascii_lowercase() {
        'd' => known && super::unicode::decimal(c).is_some(),
        's' => known && super::unicode::is_space(c),
        _ => known && (c == '_' || super::unicode::is_alnum(c)),
    };
    yes != kind.is_ascii_uppercase()
}

fn lower(c: char) -> char {
    let mut all = c.to_lowercase();
    match (all.next(), all.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn upper(c: char) -> char {
    let mut all = c.to_uppercase();
    match (all.next(), all.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// An instruction of a pattern.
#[derive(Clone, Debug)]
enum Step {
    /// One character of a set.
    One(Class),
    /// Any number of characters of a set, from … to …, as many as possible or as few.
    Many {
        class: Class,
        min: usize,
        max: usize,
        greedy: bool,
    },
    /// Go on at the first; if that fails, at the second.
    Split(usize, usize),
    Jump(usize),
    /// Note the place: begin and end of groups.
    Save(usize),
    /// Note the place in a register, and fail if the loop's body has matched nothing since.
    Mark(usize),
    Moved(usize),
    /// The same text as a group.
    Back(usize, bool),
    /// `^ $ \A \Z \b \B`, with the flags that matter.
    Assert(char, bool),
    /// The program up to the end index matches here (or does not); behind: that many characters before.
    Look {
        end: usize,
        behind: Option<usize>,
        negated: bool,
    },
    /// As much as the program up to the end index matches, without trying again.
    Atomic(usize),
    Done,
}

/// What is undone or tried when something fails.
enum Choice {
    Go { at: usize, pos: usize },
    Slot { slot: usize, old: Option<usize> },
    Register { slot: usize, old: usize },
    Last(Option<usize>),
    Shorter { at: usize, pos: usize, least: usize },
    Longer { at: usize, pos: usize, most: usize },
}

struct Machine<'r> {
    code: &'r [Step],
    text: &'r [char],
    end: usize,
    slots: Vec<Option<usize>>,
    registers: Vec<usize>,
    last: Option<usize>,
    steps: usize,
    /// Where an empty match may not end.
    not_empty_at: Option<usize>,
    must_reach: Option<usize>,
}

impl Regex {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(pattern: &str, flags: u32) -> Result<Regex, Failure> {
        parse::compile(pattern, flags)
    }

    /// The first match from `start`; `advance`: an empty one at `start` does not count.
    ///
    /// # Errors
    /// If it takes too long.
    pub fn find(
        &self,
        text: &[char],
        start: usize,
        end: usize,
        mode: Mode,
        advance: bool,
    ) -> Result<Option<Found>, Failure> {
        let mut machine = Machine {
            code: &self.code,
            text,
            end,
            slots: vec![None; (self.groups + 1) * 2],
            registers: vec![usize::MAX; self.registers],
            last: None,
            steps: 0,
            not_empty_at: advance.then_some(start),
            must_reach: (mode == Mode::Full).then_some(end),
        };
        let mut at = start;
        while at <= end {
            machine.slots.fill(None);
            machine.registers.fill(usize::MAX);
            machine.last = None;
            machine.slots[0] = Some(at);
            if let Some(stop) = machine.run(0, at, true)? {
                machine.slots[1] = Some(stop);
                let spans = machine
                    .slots
                    .chunks(2)
                    .map(|pair| Some((pair[0]?, pair[1]?)))
                    .collect();
                return Ok(Some(Found {
                    spans,
                    last: machine.last,
                }));
            }
            if mode != Mode::Search {
                break;
            }
            at += 1;
        }
        Ok(None)
    }

    /// All matches that do not overlap, at most `limit` (0: all).
    ///
    /// # Errors
    /// If it takes too long.
    pub fn find_all(
        &self,
        text: &[char],
        start: usize,
        end: usize,
        limit: usize,
    ) -> Result<Vec<Found>, Failure> {
        let mut all = Vec::new();
        let (mut at, mut advance) = (start, false);
        while at <= end && (limit == 0 || all.len() < limit) {
            let Some(found) = self.find(text, at, end, Mode::Search, advance)? else {
                break;
            };
            if let Some(Some((from, to))) = found.spans.first().copied() {
                advance = from == to;
                at = to;
            }
            all.push(found);
        }
        Ok(all)
    }
}

impl Machine<'_> {
    /// Runs from an instruction to `Done`; gives the place that was reached.
    fn run(&mut self, begin: usize, start: usize, whole: bool) -> Result<Option<usize>, Failure> {
        let mut choices: Vec<Choice> = Vec::new();
        let (mut at, mut pos) = (begin, start);
        loop {
            self.steps += 1;
            if self.steps > MAX_STEPS || choices.len() > MAX_STEPS / 4 {
                return Err(Failure::Limit(
                    "the search for a regular expression takes more than 20 million steps",
                ));
            }
            let ok = match &self.code[at] {
                Step::Done => {
                    let refused = whole
                        && (self.not_empty_at == Some(pos) && pos == start
                            || self.must_reach.is_some_and(|end| end != pos));
                    if !refused {
                        return Ok(Some(pos));
                    }
                    false
                }
                Step::One(class) => {
                    let ok = pos < self.end && class.has(self.text[pos]);
                    pos += 1;
                    at += 1;
                    ok
                }
                Step::Many {
                    class,
                    min,
                    max,
                    greedy,
                } => {
                    let room = (self.end - pos).min(*max);
                    let wanted = if *greedy { room } else { *min };
                    let count = (0..wanted.min(room))
                        .take_while(|i| class.has(self.text[pos + i]))
                        .count();
                    self.steps += count / 8;
                    at += 1;
                    if count < *min {
                        false
                    } else {
                        let (least, most) = (pos + min, pos.saturating_add(*max));
                        pos += count;
                        if *greedy && pos > least {
                            choices.push(Choice::Shorter { at, pos, least });
                        } else if !*greedy && pos < most {
                            choices.push(Choice::Longer { at, pos, most });
                        }
                        true
                    }
                }
                Step::Split(first, second) => {
                    choices.push(Choice::Go { at: *second, pos });
                    at = *first;
                    true
                }
                Step::Jump(to) => {
                    at = *to;
                    true
                }
                Step::Save(slot) => {
                    let old = self.slots[*slot].replace(pos);
                    choices.push(Choice::Slot { slot: *slot, old });
                    if slot % 2 == 1 {
                        choices.push(Choice::Last(self.last));
                        self.last = Some(slot / 2);
                    }
                    at += 1;
                    true
                }
                Step::Mark(slot) => {
                    let old = std::mem::replace(&mut self.registers[*slot], pos);
                    choices.push(Choice::Register { slot: *slot, old });
                    at += 1;
                    true
                }
                Step::Moved(slot) => {
                    let ok = self.registers[*slot] != pos;
                    at += 1;
                    ok
                }
                Step::Back(group, fold) => {
                    let span = (self.slots[group * 2], self.slots[group * 2 + 1]);
                    at += 1;
                    match span {
                        (Some(from), Some(to)) if to >= from && pos + (to - from) <= self.end => {
                            let same = |i: usize| {
                                let (a, b) = (self.text[from + i], self.text[pos + i]);
                                a == b || (*fold && lower(a) == lower(b))
                            };
                            let ok = (0..to - from).all(same);
                            pos += to - from;
                            ok
                        }
                        _ => false,
                    }
                }
                Step::Assert(kind, flag) => {
                    at += 1;
                    self.holds(*kind, *flag, pos)
                }
                Step::Look {
                    end,
                    behind,
                    negated,
                } => {
                    let (end, negated) = (*end, *negated);
                    let from = pos.checked_sub(behind.unwrap_or(0));
                    let found = match from {
                        Some(from) => self.within(at + 1, from, !negated, &mut choices)?,
                        None => None,
                    };
                    at = end;
                    found.is_some() != negated
                }
                Step::Atomic(end) => {
                    let end = *end;
                    let found = self.within(at + 1, pos, true, &mut choices)?;
                    at = end;
                    pos = found.unwrap_or(pos);
                    found.is_some()
                }
            };
            if ok {
                continue;
            }
            // Back to the last choice.
            loop {
                match choices.pop() {
                    None => return Ok(None),
                    Some(Choice::Slot { slot, old }) => self.slots[slot] = old,
                    Some(Choice::Register { slot, old }) => self.registers[slot] = old,
                    Some(Choice::Last(old)) => self.last = old,
                    Some(Choice::Go { at: a, pos: p }) => {
                        (at, pos) = (a, p);
                        break;
                    }
                    Some(Choice::Shorter {
                        at: a,
                        pos: p,
                        least,
                    }) => {
                        (at, pos) = (a, p - 1);
                        if pos > least {
                            choices.push(Choice::Shorter { at, pos, least });
                        }
                        break;
                    }
                    Some(Choice::Longer {
                        at: a,
                        pos: p,
                        most,
                    }) => {
                        let Step::Many { class, .. } = &self.code[a - 1] else {
                            continue;
                        };
                        if p >= self.end || !class.has(self.text[p]) {
                            continue;
                        }
                        (at, pos) = (a, p + 1);
                        if pos < most {
                            choices.push(Choice::Longer { at, pos, most });
                        }
                        break;
                    }
                }
            }
        }
    }

    /// A part of the pattern on its own; what it captured is kept, and undone with the rest.
    fn within(
        &mut self,
        at: usize,
        pos: usize,
        keep: bool,
        choices: &mut Vec<Choice>,
    ) -> Result<Option<usize>, Failure> {
        let (slots, last) = (self.slots.clone(), self.last);
        let found = self.run(at, pos, false)?;
        if found.is_none() || !keep {
            (self.slots, self.last) = (slots, last);
            return Ok(found);
        }
        for (slot, old) in slots.into_iter().enumerate() {
            if old != self.slots[slot] {
                choices.push(Choice::Slot { slot, old });
            }
        }
        choices.push(Choice::Last(last));
        Ok(found)
    }

    fn holds(&self, kind: char, flag: bool, pos: usize) -> bool {
        let word = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at))
                .is_some_and(|c| is_kind(*c, 'w', flag))
        };
        let boundary = || {
            let after = if pos < self.end { Some(pos) } else { None };
            word(pos.checked_sub(1)) != word(after)
        };
        match kind {
            '^' => pos == 0 || (flag && self.text[pos - 1] == '\n'),
            '$' => {
                pos == self.end
                    || (pos + 1 == self.end && self.text[pos] == '\n')
                    || (flag && self.text[pos] == '\n')
            }
            'A' => pos == 0,
            'Z' => pos == self.end,
            'b' => boundary(),
            _ => !boundary(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(pattern: &str, text: &str) -> Option<(usize, usize)> {
        let chars: Vec<char> = text.chars().collect();
        let regex = Regex::new(pattern, 0).expect("the pattern is right");
        let found = regex.find(&chars, 0, chars.len(), Mode::Search, false);
        found.expect("there is time").and_then(|f| f.spans[0])
    }

    #[test]
    fn repetition_gives_back_what_the_rest_needs() {
        assert_eq!(first("a*ab", "xaaab"), Some((1, 5)));
        assert_eq!(first("<.+?>", "<a><b>"), Some((0, 3)));
        assert_eq!(first("a*+a", "aaa"), None);
        assert_eq!(first("(?:a|ab)(?:c|bcd)(?:d*)$", "abcd"), Some((0, 4)));
    }

    #[test]
    fn empty_loops_end() {
        assert_eq!(first("(?:a*)*b", "aaab"), Some((0, 4)));
        assert_eq!(first("(?:a?)*?$", "aa"), Some((0, 2)));
    }

    #[test]
    fn looking_around_takes_nothing() {
        assert_eq!(first("(?<=a)b(?=c)(?!d)", "bcabc"), Some((3, 4)));
    }

    #[test]
    fn hopeless_searches_reach_the_limit() {
        let chars: Vec<char> = "a".repeat(40).chars().collect();
        let regex = Regex::new("(a|a)*b", 0).expect("the pattern is right");
        let found = regex.find(&chars, 0, chars.len(), Mode::Match, false);
        assert!(matches!(found, Err(Failure::Limit(_))));
    }

    #[test]
    fn deep_patterns_are_refused() {
        let deep = "(".repeat(5_000);
        assert!(matches!(Regex::new(&deep, 0), Err(Failure::Limit(_))));
    }
}
