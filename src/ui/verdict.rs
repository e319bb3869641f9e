//! What the machine's answers say, in sentences: outcomes, deadlocks, races, the proof card.
//!
//! Says only what the exploration says. Must not know the browser.

use crate::explore::outcome::Ending;
use crate::explore::{Blocked, Exploration, Kind, Race, Side};
use crate::machine::options::Options;
use crate::ui::narrate::{Teller, short};
use crate::ui::text::code;
use crate::ui::words::limit_ru;

impl Teller<'_> {
    /// The label of a thread that has a Python name, if the run shown has such a thread.
    fn thread(&self, name: &str) -> String {
        let threads = &self.recording.head().threads;
        let found = self.recording.thread_named(name);
        found.map_or_else(|| name.to_owned(), |id| threads[id.index()].label.clone())
    }

    /// A thread that may be one of another process: the main one goes by the name of its process.
    fn in_process(&self, name: &str) -> String {
        let known = self.thread(name);
        match name.split_once(" of ") {
            _ if known != name => known,
            Some(("MainThread", process)) => process.to_owned(),
            Some((thread, process)) => format!("{thread} ({process})"),
            None => known,
        }
    }

    /// How a run ends, in a few words; empty if it simply ends.
    pub fn ending(&self, ending: &Ending) -> String {
        match ending.kind {
            Kind::Finished if ending.exit_code == 0 => String::new(),
            Kind::Finished => self.say(
                format!("код завершения {}", ending.exit_code),
                format!("exit code {}", ending.exit_code),
            ),
            Kind::Exception => {
                let last = ending.stderr.trim_end().lines().last().unwrap_or_default();
                let text = code(&short(last));
                self.say(format!("исключение {text}"), format!("exception {text}"))
            }
            Kind::Deadlock => self.say("взаимная блокировка".into(), "deadlock".into()),
            Kind::Livelock => self.say("цикл без конца".into(), "livelock".into()),
            Kind::Limit => self.say("предел машины".into(), "a limit of the machine".into()),
        }
    }

    /// Who waits for what, who holds that, and where: for a deadlock.
    pub fn who_waits(&self, ending: &Ending) -> String {
        let all: Vec<String> = ending.blocked.iter().map(|b| self.waits(b)).collect();
        let all = all.join("; ");
        self.say(
            format!("{all}. Никто из них больше не сделает ни шага."),
            format!("{all}. None of them will ever take another step."),
        )
    }

    /// Who waits for what and who holds that.
    pub fn waits(&self, blocked: &Blocked) -> String {
        let who = match blocked.process.as_str() {
            "MainProcess" => self.thread(&blocked.thread),
            process => self.in_process(&format!("{} of {process}", blocked.thread)),
        };
        let names: Vec<String> = blocked.holders.iter().map(|h| self.in_process(h)).collect();
        let holders = names.join(", ");
        let place = match blocked.line {
            0 => String::new(),
            line => self.say(format!(", строка {line}"), format!(", line {line}")),
        };
        let on = blocked.on.as_str();
        let several = match on {
            "the end of one of several processes" => "завершения одного из нескольких процессов",
            "a message in one of several pipes" => "сообщения в одном из нескольких каналов",
            "nothing at all" => "того, что не случится никогда",
            _ => "",
        };
        if !several.is_empty() {
            return self.say(
                format!("{who} ждёт {several}{place}"),
                format!("{who} waits for {on}{place}"),
            );
        }
        if let Some(other) = on.strip_prefix("the end of ") {
            let other = self.thread(other);
            return self.say(
                format!("{who} ждёт завершения {other}{place}"),
                format!("{who} waits for {other} to end{place}"),
            );
        }
        let (ru, en) = match (
            on.strip_prefix("a message in "),
            on.strip_prefix("room in "),
        ) {
            (Some(pipe), _) => (
                format!("сообщения в {}", code(pipe)),
                format!("a message in {}", code(pipe)),
            ),
            (_, Some(pipe)) => (
                format!("места в {}", code(pipe)),
                format!("room in {}", code(pipe)),
            ),
            _ => (code(on), code(on)),
        };
        match holders.is_empty() {
            true => self.say(
                format!("{who} ждёт {ru}{place}"),
                format!("{who} waits for {en}{place}"),
            ),
            false => self.say(
                format!("{who} ждёт {ru} (держит {holders}){place}"),
                format!("{who} waits for {en}, held by {holders}{place}"),
            ),
        }
    }

    /// Both accesses of a race, and why it is one.
    pub fn race(&self, race: &Race) -> String {
        let [a, b] = &race.sides;
        let what = code(&race.location);
        let side = |side: &Side, what: &str| {
            let (access, line) = (self.access(side, what), side.line);
            let locks: Vec<String> = side.locks.iter().map(|lock| code(lock)).collect();
            let locks = locks.join(", ");
            let (ru, en) = match locks.is_empty() {
                true => Default::default(),
                false => (format!(", держит {locks}"), format!(" holding {locks}")),
            };
            self.say(
                format!("{access} (строка {line}{ru})"),
                format!("{access} at line {line}{en}"),
            )
        };
        let it = self.say(what.clone(), "it".into());
        let (first, second) = (side(a, &what), side(b, &it));
        self.say(
            format!("{first}, {second}, и порядок этих обращений ничем не задан: нет блокировки, которую держали бы оба потока."),
            format!("{first}, {second}, and nothing orders the two: there is no lock that both hold."),
        )
    }

    /// `T1 reads counter`.
    pub fn access(&self, side: &Side, what: &str) -> String {
        let who = self.thread(&side.thread);
        match side.write {
            true => self.say(
                format!("{who} пишет {what}"),
                format!("{who} writes {what}"),
            ),
            false => self.say(
                format!("{who} читает {what}"),
                format!("{who} reads {what}"),
            ),
        }
    }

    /// That an exploration has found neither a failure nor a race, and how much that is worth.
    pub fn no_bug(&self, found: &Exploration) -> String {
        match (found.complete, found.limit()) {
            (true, None) => self.say(
                "Ошибки нет: ни при одном чередовании программа не падает и не зависает, гонок данных тоже нет.".into(),
                "There is no bug: no interleaving fails or hangs, and there is no data race.".into(),
            ),
            _ => self.say(
                "Ошибка не нашлась, но машина прошла не все чередования до конца.".into(),
                "No bug was found, but not all interleavings were followed to their end.".into(),
            ),
        }
    }

    /// What an exploration has shown: the verdict, and whether it is bad news.
    pub fn verdict(&self, found: &Exploration) -> (String, bool) {
        let fails = found.fails().count();
        let one = fails == 0 && found.outcomes.len() == 1;
        let verdict = match (found.complete, fails, found.limit()) {
            (_, 1.., _) => self.say(
                format!(
                    "Нет. Исходов с ошибкой: {fails} из {}.",
                    found.outcomes.len()
                ),
                format!("No. {fails} of {} outcomes fail.", found.outcomes.len()),
            ),
            (_, 0, Some(limit)) => self.say(
                format!(
                    "Неизвестно: машина дошла до своего предела ({}).",
                    limit_ru(limit)
                ),
                format!("Unknown: the machine has met a limit of its own ({limit})."),
            ),
            (true, 0, None) if one && found.races.is_empty() => self.say(
                "Да: ни одно чередование не кончается ошибкой, и исход всегда один.".into(),
                "Yes: no interleaving fails, and the outcome is always the same.".into(),
            ),
            (true, 0, None) if found.races.is_empty() => self.say(
                format!(
                    "Ни одно чередование не кончается ошибкой, но исходов несколько: {}.",
                    found.outcomes.len()
                ),
                format!(
                    "No interleaving fails, but there are {} outcomes.",
                    found.outcomes.len()
                ),
            ),
            (true, 0, None) => self.say(
                format!(
                    "Ни исключений, ни взаимных блокировок, но есть гонка данных; исходов: {}.",
                    found.outcomes.len()
                ),
                format!(
                    "Neither exceptions nor deadlocks, but there is a data race; outcomes: {}.",
                    found.outcomes.len()
                ),
            ),
            (false, 0, None) => self.say(
                "Неизвестно: пройдены не все чередования, среди пройденных ошибки нет.".into(),
                "Unknown: not all interleavings are covered; none of those covered fails.".into(),
            ),
        };
        let bad = fails > 0 || !found.races.is_empty();
        (verdict, bad)
    }

    /// What was covered and for what that holds.
    pub fn covered(&self, found: &Exploration, options: &Options, most: u32) -> String {
        let states = self.states(found.states);
        if !found.complete || found.limit().is_some() {
            let why = match found.states >= most {
                true => self.say(
                    "больше не помещается в память".into(),
                    "more do not fit into memory".into(),
                ),
                false => self.say(
                    "встретился предел машины".into(),
                    "a limit of the machine was met".into(),
                ),
            };
            return self.say(
                format!("Пройдено {states}; {why}."),
                format!("{states} covered; {why}."),
            );
        }
        let (model, seed) = (self.lang.preemption(options.preemption), options.seed);
        self.say(
            format!("Пройдены все чередования: {states}. Это верно для этой программы, этого ввода, зерна {seed} и такого переключения: {model}."),
            format!("All interleavings are covered: {states}. That holds for this program, this input, seed {seed} and this switching: {model}."),
        )
    }

    /// `12 состояний`.
    pub fn states(&self, number: u32) -> String {
        let ru = ["состояние", "состояния", "состояний"];
        self.lang.count(number as usize, ru, ["state", "states"])
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::explore::Outcome;
    use crate::protocol::Run;
    use crate::timeline::sample::race;
    use crate::ui::recording::Recording;
    use crate::ui::text::{Lang, plain};

    fn said(lang: Lang, what: impl Fn(&Teller) -> String) -> String {
        let recording = Recording::new(Run::of(race()));
        plain(&what(&Teller {
            lang,
            recording: &recording,
        }))
    }

    fn deadlock() -> Ending {
        let blocked = |thread: &str, on: &str, holder: &str, line: u32| Blocked {
            process: "MainProcess".into(),
            thread: thread.into(),
            on: on.into(),
            line,
            holders: vec![holder.into()],
        };
        Ending {
            kind: Kind::Deadlock,
            stdout: String::new(),
            stderr: String::new(),
            exit_code: 3,
            blocked: vec![
                blocked(
                    "MainThread",
                    "the end of Thread-1 (add)",
                    "Thread-1 (add)",
                    20,
                ),
                blocked("Thread-1 (add)", "b", "Thread-2 (add)", 8),
            ],
            limit: String::new(),
            in_cycle: false,
        }
    }

    fn found(kinds: &[Ending], complete: bool) -> Exploration {
        let outcomes = kinds.iter().map(|ending| Outcome {
            ending: ending.clone(),
            preemptions: 0,
            steps: 1,
            schedule: "m1".into(),
            path: Vec::new(),
            going: Vec::new(),
            remarks: Vec::new(),
            simplest: true,
        });
        Exploration {
            complete,
            states: 12,
            outcomes: outcomes.collect(),
            ..Exploration::default()
        }
    }

    #[test]
    fn a_deadlock_names_threads_locks_and_lines() {
        let ending = deadlock();
        assert_eq!(
            said(Lang::En, |teller| teller.who_waits(&ending)),
            "main waits for T1 to end, line 20; T1 waits for b, held by T2, line 8. None of them will ever take another step."
        );
        assert_eq!(
            said(Lang::Ru, |teller| teller.who_waits(&ending)),
            "main ждёт завершения T1, строка 20; T1 ждёт b (держит T2), строка 8. Никто из них больше не сделает ни шага."
        );
    }

    #[test]
    fn a_race_names_both_accesses() {
        let side = |thread: &str, write| Side {
            thread: thread.into(),
            line: 6,
            write,
            locks: Vec::new(),
        };
        let race = Race {
            location: "counter".into(),
            sides: [side("Thread-1 (add)", false), side("Thread-2 (add)", true)],
            schedule: String::new(),
        };
        assert_eq!(
            said(Lang::En, |teller| teller.race(&race)),
            "T1 reads counter at line 6, T2 writes it at line 6, and nothing orders the two: there is no lock that both hold."
        );
        assert_eq!(
            said(Lang::Ru, |teller| teller.race(&race)),
            "T1 читает counter (строка 6), T2 пишет counter (строка 6), и порядок этих обращений ничем не задан: нет блокировки, которую держали бы оба потока."
        );
    }

    #[test]
    fn a_verdict_claims_no_more_than_was_covered() {
        let fine = Ending {
            kind: Kind::Finished,
            exit_code: 0,
            blocked: Vec::new(),
            ..deadlock()
        };
        let verdict = |kinds: &[Ending], complete| {
            let found = found(kinds, complete);
            said(Lang::En, |teller| teller.verdict(&found).0)
        };
        let proved = "Yes: no interleaving fails, and the outcome is always the same.";
        assert_eq!(verdict(std::slice::from_ref(&fine), true), proved);
        assert!(verdict(std::slice::from_ref(&fine), false).starts_with("Unknown"));
        let no_bug = |complete| {
            let found = found(std::slice::from_ref(&fine), complete);
            said(Lang::Ru, |teller| teller.no_bug(&found))
        };
        assert!(no_bug(true).starts_with("Ошибки нет"));
        assert!(no_bug(false).starts_with("Ошибка не нашлась"));
        assert_eq!(
            verdict(&[fine.clone(), deadlock()], true),
            "No. 1 of 2 outcomes fail."
        );
        let partial = found(&[], false);
        let options = Options::default();
        let covered = |most| said(Lang::En, |teller| teller.covered(&partial, &options, most));
        assert_eq!(
            covered(12),
            "12\u{a0}states covered; more do not fit into memory."
        );
        assert_eq!(
            covered(50),
            "12\u{a0}states covered; a limit of the machine was met."
        );
    }
}
