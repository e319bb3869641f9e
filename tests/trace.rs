//! Executions as traces: the same schedule gives the same bytes, every branch replays, the view is whole.

use lockstep::machine::step::Note;
use lockstep::machine::{Options, Preemption, Report, ThreadId};
use lockstep::protocol::setup::Setup;
use lockstep::protocol::{
    Answer, Ask, PROTOCOL_VERSION, Program, Reply, Request, decode, encode, serve,
};
use lockstep::schedule::{PolicyName, finish};
use lockstep::trace::record::{Branch, Plan, record, record_plan};
use lockstep::trace::view::MOST_FRAMES;
use lockstep::trace::{Event, Outcome, Trace, View};

const RACE: &str = "\
import threading

counter = 0

def add():
    global counter
    counter += 1

t1 = threading.Thread(target=add)
t2 = threading.Thread(target=add)
t1.start()
t2.start()
t1.join()
t2.join()
print(counter)
";

fn options(preemption: Preemption) -> Options {
    Options {
        preemption,
        ..Options::default()
    }
}

fn run(source: &str, preemption: Preemption) -> Trace {
    record("race.py", source, &options(preemption), "", None, 5_000)
        .expect("no schedule to be wrong")
}

fn stdout(trace: &Trace) -> String {
    trace
        .steps
        .iter()
        .flat_map(|step| &step.events)
        .filter_map(|event| match event {
            Event::Output { error: false, text } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The step before which a thread has read `counter` and not yet written it.
fn after_read(trace: &Trace, thread: ThreadId) -> u32 {
    let at = trace.steps.iter().position(|step| {
        step.thread == thread
            && step
                .events
                .iter()
                .any(|e| matches!(e, Event::Read { variable, .. } if variable == "counter"))
    });
    at.expect("the thread reads the counter") as u32 + 1
}

#[test]
fn the_race_loses_an_update_when_the_reader_says_so() {
    let calm = run(RACE, Preemption::Bytecode);
    assert_eq!(stdout(&calm), "2\n");
    assert_eq!(calm.outcome, Outcome::Finished { exit_code: 0 });
    // T1 has read 0; now main may go on, start T2, and T2 may read 0 as well.
    let steps = after_read(&calm, ThreadId(1));
    let options = options(Preemption::Bytecode);
    let main = Branch {
        steps,
        thread: ThreadId(0),
    };
    let mut trace = record("race.py", RACE, &options, &calm.schedule, Some(main), 5_000)
        .expect("main can move");
    let write = |trace: &Trace, thread| {
        trace.steps.iter().position(|step| {
            step.thread == ThreadId(thread)
                && step
                    .events
                    .iter()
                    .any(|e| matches!(e, Event::Write { variable, .. } if variable == "counter"))
        })
    };
    // Main keeps running until it waits in t1.join(); T2 has to go before T1 then.
    if write(&trace, 2) > write(&trace, 1) {
        let steps = trace
            .steps
            .iter()
            .rposition(|s| {
                s.thread == ThreadId(0)
                    && s.events.contains(&Event::Start {
                        thread: ThreadId(2),
                    })
            })
            .expect("main starts T2") as u32
            + 1;
        let branch = Branch {
            steps,
            thread: ThreadId(2),
        };
        trace = record(
            "race.py",
            RACE,
            &options,
            &trace.schedule,
            Some(branch),
            5_000,
        )
        .expect("T2 can move once it was started");
    }
    assert_eq!(stdout(&trace), "1\n", "schedule {}", trace.schedule);
    let again =
        record("race.py", RACE, &options, &trace.schedule, None, 5_000).expect("it replays");
    assert_eq!(
        encode(&again),
        encode(&trace),
        "a schedule replays to the byte"
    );
}

#[test]
fn in_the_model_of_cpython_the_increment_is_not_cut() {
    let trace = run(RACE, Preemption::Cpython);
    assert_eq!(stdout(&trace), "2\n");
    let steps = after_read(&trace, ThreadId(1));
    let branch = Branch {
        steps,
        thread: ThreadId(0),
    };
    let refused = record(
        "race.py",
        RACE,
        &options(Preemption::Cpython),
        &trace.schedule,
        Some(branch),
        5_000,
    );
    assert_eq!(
        refused.expect_err("no hand-over there"),
        "thread 0 cannot move there"
    );
}

#[test]
fn the_changes_of_all_steps_give_the_last_view() {
    let trace = run(RACE, Preemption::Bytecode);
    let mut view = View::default();
    for change in trace.steps.iter().flat_map(|step| &step.changes) {
        view.apply(change);
    }
    assert_eq!(view.threads.len(), 3);
    let globals = &view.processes[0].globals;
    assert!(
        globals
            .iter()
            .any(|v| v.name == "counter" && v.value == "2"),
        "{globals:?}"
    );
    assert_eq!(view.processes[0].exit_code, Some(0));
}

#[test]
fn a_deadlock_names_who_is_blocked() {
    let trace = run(
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n",
        Preemption::Cpython,
    );
    assert_eq!(
        trace.outcome,
        Outcome::Deadlock {
            blocked: vec![ThreadId(0)]
        }
    );
}

/// Two threads that go round until the other lets them pass.
const POLITE: &str = "import threading\nwant = [False, False]\ndef work(i):\n    want[i] = True\n    \
    while want[1 - i]:\n        pass\n    want[i] = False\n\
    ts = [threading.Thread(target=work, args=(i,)) for i in range(2)]\n\
    for t in ts: t.start()\nfor t in ts: t.join()\n";

/// A schedule goes round for ever only if it has been seen to.
#[test]
fn a_round_in_a_schedule_is_played_and_found_to_be_one() {
    use lockstep::explore::{Kind, Settings, explore, slices::unwatched};
    use lockstep::trace::Going;
    let options = Options {
        preemption: Preemption::Bytecode,
        ..Options::default()
    };
    let state = lockstep::machine::load("t.py", POLITE.as_bytes(), &options).expect("a program");
    let found = explore(&state, &Settings::default(), &mut unwatched);
    let mut all = found.outcomes.iter();
    let livelock = all.find(|o| o.ending.kind == Kind::Livelock);
    let schedule = livelock.expect("it may go round").schedule.as_str();
    let play = |schedule: &str| record("t.py", POLITE, &options, schedule, None, 5_000);
    let trace = play(schedule).expect("a schedule");
    let going = [1, 2].map(|id| Going {
        thread: ThreadId(id),
        lines: (5, 6),
    });
    let outcome = Outcome::Livelock {
        going: going.to_vec(),
        blocked: vec![ThreadId(0)],
        deadlock: false,
    };
    assert_eq!(trace.outcome, outcome);
    assert_eq!(trace.schedule, schedule);
    // A link opens it, and refuses what is none.
    let open = |schedule: &str| {
        let setup = Setup {
            program: Program {
                file: "t.py".into(),
                source: POLITE.into(),
            },
            options: options.clone(),
            schedule: schedule.into(),
            cursor: None,
        };
        let request = Request {
            version: PROTOCOL_VERSION,
            id: 1,
            ask: Ask::Open(setup.to_text()),
        };
        let answer: Answer = decode(&serve::answer(&encode(&request))).expect("an answer");
        match answer.reply {
            Reply::Opened { run, .. } => Ok(run.film.head.outcome),
            Reply::Flaw(name) => Err(name),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(open(schedule), Ok(trace.outcome.clone()));
    for wrong in ["m1 [m1]", "m1 [", "]", "[]", "m1 [m4000000]", "[m1] [m1]"] {
        assert_eq!(open(wrong), Err("schedule".into()), "{wrong}");
    }
    // Without the mark the two only pass through it, and so they do if the reader leaves the round.
    let plain = schedule.replace(['[', ']'], "");
    let end = |schedule: &str, branch| {
        let trace = record("t.py", POLITE, &options, schedule, branch, 5_000).expect("a schedule");
        assert!(!trace.schedule.contains('['), "{}", trace.schedule);
        trace.outcome
    };
    assert!(matches!(end(&plain, None), Outcome::Limit { .. }));
    let steps = trace.steps.len() as u32;
    for steps in [steps - 3, steps] {
        let thread = ThreadId(1);
        let branch = Some(Branch { steps, thread });
        assert!(matches!(end(schedule, branch), Outcome::Limit { .. }));
    }
    let (way, round) = schedule.split_once('[').expect("a round");
    for (wrong, why) in [
        (
            format!("{way} [a1]"),
            "after the round in the schedule the state is not what it was before",
        ),
        (
            format!("[{way}]"),
            "after the round in the schedule the state is not what it was before",
        ),
        (
            format!("{way} [a9]"),
            "the round in the schedule is not fair: Thread-2 (work) could move and does not",
        ),
        (
            format!("{way} [{round} a1"),
            "«a1» in the schedule comes after the round, which never ends",
        ),
    ] {
        assert_eq!(
            play(&wrong).map(|t| t.outcome),
            Err(why.to_owned()),
            "{wrong}"
        );
    }
}

/// What is the same but for the clock does not go on for ever.
#[test]
fn who_looks_at_the_clock_does_not_go_round() {
    let body = |wait: &str| {
        format!(
            "import time, queue, threading\nq = queue.Queue()\nx = 0\nend = 1e6\nwhile not x:\n    {wait}\n"
        )
    };
    let other = "after the round in the schedule the state is not what it was before";
    let round = |wait: &str| {
        let (text, options) = (body(wait), Options::default());
        let rounds = (1..60).map(|steps| {
            let schedule = format!("m80 [m{steps}]");
            let trace = record("t.py", &text, &options, &schedule, None, 400);
            trace.map(|trace| trace.outcome)
        });
        let mut rounds = rounds.filter(|r| r.as_ref().err().is_none_or(|why| why != other));
        rounds.next().expect("the loop comes back")
    };
    let clock =
        Err("in the round in the schedule the program looks at a clock, which goes on".to_owned());
    assert_eq!(round("if time.monotonic() > end: break"), clock);
    assert!(matches!(
        round("time.sleep(1)"),
        Ok(Outcome::Livelock { .. })
    ));
    assert!(matches!(round("q.empty()"), Ok(Outcome::Livelock { .. })));
    // The end of `except … as` belongs to no line.
    let caught = "try: q.get_nowait()\n    except queue.Empty as e: pass";
    let Ok(Outcome::Livelock { going, .. }) = round(caught) else {
        panic!("it goes round")
    };
    assert_eq!(going[0].lines, (5, 7));
}

#[test]
fn bad_programs_are_outcomes() {
    let outcome = |source: &str| run(source, Preemption::Cpython).outcome;
    assert_eq!(
        outcome("print(\n"),
        Outcome::SyntaxError {
            line: 1,
            column: 6,
            message: "'(' was never closed".into()
        }
    );
    assert!(matches!(
        outcome("import socket\n"),
        Outcome::Unsupported { line: 1, .. }
    ));
    assert_eq!(
        outcome("1/0\n"),
        Outcome::Exception {
            text: "ZeroDivisionError: division by zero".into(),
            exit_code: 1
        }
    );
    assert!(
        matches!(outcome("while True: pass\n"), Outcome::Limit { limit, .. } if limit == "steps")
    );
}

#[test]
fn the_engine_answers_and_refuses() {
    let ask = |ask: Ask| -> Reply {
        let request = Request {
            version: PROTOCOL_VERSION,
            id: 7,
            ask,
        };
        let answer: Answer = decode(&serve::answer(&encode(&request))).expect("an answer");
        assert_eq!((answer.version, answer.id), (PROTOCOL_VERSION, 7));
        answer.reply
    };
    let program = Program {
        file: "race.py".into(),
        source: RACE.into(),
    };
    let options = options(Preemption::Bytecode);
    let run = Ask::Run {
        program: program.clone(),
        options: options.clone(),
        schedule: String::new(),
        policy: PolicyName::AsCpython,
    };
    let Reply::Run(run) = ask(run) else {
        panic!("a run is expected")
    };
    assert_eq!(stdout(&run.film.trace()), "2\n");
    let wrong = Ask::Run {
        program,
        options,
        schedule: "Q9".into(),
        policy: PolicyName::AsCpython,
    };
    assert_eq!(
        ask(wrong),
        Reply::Refused("«Q9» in the schedule names no thread".into())
    );
    assert_eq!(ask(Ask::Cancel { request: 1 }), Reply::Cancelled);
    let answer: Answer = decode(&serve::answer(b"\xff\xff")).expect("an answer to rubbish");
    assert_eq!(
        answer.reply,
        Reply::Refused("the message is no request".into())
    );
}

const SHARED: &str = "\
import multiprocessing

def add(total, cells, i):
    total.value += 1
    cells[i] = total.value

if __name__ == '__main__':
    total = multiprocessing.Value('i', 5)
    cells = multiprocessing.Array('d', 2, lock=False)
    processes = [multiprocessing.Process(target=add, args=(total, cells, i)) for i in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(total.value, cells[0] + cells[1])
";

/// Who read (`r`) or wrote (`w`) which shared variable, and what: by the process's number, in order.
fn touched(trace: &Trace, variable: &str) -> Vec<(u32, char, String)> {
    let mut found = Vec::new();
    for step in &trace.steps {
        let process = trace.threads[step.thread.index()].process.0;
        for event in &step.events {
            match event {
                Event::Read { variable: v, value } if v == variable => {
                    found.push((process, 'r', value.clone()));
                }
                Event::Write { variable: v, value } if v == variable => {
                    found.push((process, 'w', value.clone()));
                }
                _ => {}
            }
        }
    }
    found
}

#[test]
fn cells_of_shared_memory_are_read_and_written_by_name() {
    for start_method in lockstep::machine::StartMethod::ALL {
        let options = Options {
            start_method,
            ..Options::default()
        };
        let trace = record("shared.py", SHARED, &options, "", None, 20_000)
            .expect("no schedule to be wrong");
        assert_eq!(stdout(&trace), "7 13.0\n");
        assert_eq!(trace.shared, ["total.value", "cells[0]", "cells[1]"]);
        // Each child reads before it writes, and reads again; the program reads at the end.
        let total = touched(&trace, "total.value");
        for child in [1, 2] {
            let own: Vec<char> = total.iter().filter(|t| t.0 == child).map(|t| t.1).collect();
            assert_eq!(own, ['r', 'w', 'r'], "{start_method:?}");
        }
        assert_eq!(total.first().map(|t| t.2.as_str()), Some("5"));
        assert_eq!(total.last(), Some(&(0, 'r', "7".to_string())));
        let written: Vec<char> = touched(&trace, "cells[1]").iter().map(|t| t.1).collect();
        assert_eq!(written, ['w', 'r']);
    }
}

#[test]
fn adding_to_shared_memory_can_lose_an_update() {
    let mut state = lockstep::machine::load("shared.py", SHARED.as_bytes(), &Options::default())
        .expect("it is a program");
    // Whether a child has touched its cells so far: the first one is held up once it has read the total.
    let (mut read, mut written) = (false, false);
    while !written {
        let moves = state.moves();
        let process = |m: &&lockstep::machine::Move| state.thread(m.thread).process.0;
        let wanted = if read { [2, 0] } else { [1, 0] };
        let chosen = wanted
            .iter()
            .find_map(|number| moves.iter().find(|m| process(m) == *number))
            .expect("somebody wanted can move")
            .thread;
        let mover = state.thread(chosen).process.0;
        let mut report = Report::default();
        state.step(chosen, Some(&mut report));
        for note in report.notes {
            read |= mover == 1 && matches!(note, Note::CellRead(..));
            written |= mover == 2 && matches!(note, Note::CellWrite(..));
        }
    }
    finish(&mut state);
    assert_eq!(state.text(false), "6 12.0\n");
}

/// What the race prints when a policy chooses.
fn under(policy: PolicyName, preemption: Preemption) -> Trace {
    let plan = Plan {
        policy,
        max_steps: 5_000,
        ..Plan::default()
    };
    let trace = record_plan("race.py", RACE, &options(preemption), &plan).expect("no schedule");
    // Whatever the policy, the schedule alone replays it.
    let again = record(
        "race.py",
        RACE,
        &options(preemption),
        &trace.schedule,
        None,
        5_000,
    );
    assert_eq!(again.as_ref(), Ok(&trace));
    trace
}

#[test]
fn policies_choose_as_their_names_say() {
    let bytecode = Preemption::Bytecode;
    let turns = |trace: &Trace| trace.schedule.split(' ').count();
    let calm = under(PolicyName::AsCpython, bytecode);
    let round = under(PolicyName::RoundRobin, bytecode);
    assert!(turns(&round) > 2 * turns(&calm), "{}", round.schedule);
    assert_eq!(stdout(&under(PolicyName::Adversary, bytecode)), "1\n");
    assert_eq!(
        stdout(&under(PolicyName::Adversary, Preemption::FreeThreaded)),
        "1\n"
    );
    // In CPython 3.13 nothing can come between read and write of this line.
    assert_eq!(
        stdout(&under(PolicyName::Adversary, Preemption::Cpython)),
        "2\n"
    );
    let lots = |seed| under(PolicyName::Seeded(seed), bytecode).schedule;
    assert_eq!(lots(1), lots(1));
    assert_ne!(lots(1), lots(2));
}

#[test]
fn the_adversary_lets_two_locks_deadlock_and_a_spin_end() {
    const LOCKS: &str = "\
import threading
a, b = threading.Lock(), threading.Lock()
def one():
    with a:
        with b:
            pass
def two():
    with b:
        with a:
            pass
ts = [threading.Thread(target=one), threading.Thread(target=two)]
for t in ts: t.start()
for t in ts: t.join()
";
    const SPIN: &str = "\
import threading
ready = False
def set_it():
    global ready
    ready = True
t = threading.Thread(target=set_it)
t.start()
while not ready:
    pass
print('done')
";
    let run = |source| {
        let plan = Plan {
            policy: PolicyName::Adversary,
            max_steps: 5_000,
            ..Plan::default()
        };
        record_plan("p.py", source, &options(Preemption::Cpython), &plan).expect("no schedule")
    };
    assert!(matches!(run(LOCKS).outcome, Outcome::Deadlock { .. }));
    assert_eq!(stdout(&run(SPIN)), "done\n");
}

#[test]
fn a_deep_recursion_shows_its_innermost_frames_and_counts_the_others() {
    let source = "def f(n):\n    if n:\n        f(n - 1)\nf(100)\n";
    let trace = run(source, Preemption::Cpython);
    let (mut view, mut deepest) = (View::default(), 0);
    for step in &trace.steps {
        step.changes.iter().for_each(|change| view.apply(change));
        let thread = &view.threads[0];
        assert!(thread.frames.len() <= MOST_FRAMES);
        deepest = deepest.max(thread.depth());
    }
    assert_eq!(deepest, 102);
}
