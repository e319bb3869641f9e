//! `lockstep explore` and `lockstep replay`: the model checker on the command line, as a report or as JSON.

use super::bounds::BoundArgs;
use super::{
    DEADLOCK, LIMIT, RunArgs, UNSUPPORTED, complain, full_name, load, read, short, tell, told,
};
use crate::explore::grade::uncaught;
use crate::explore::likelihood::Likelihood;
use crate::explore::remarks::{Remark, Verdict};
use crate::explore::{
    Blocked, CROWDED, Exploration, Kind, NO_SCHEDULE, ONE_STEP, Outcome, Race, Settings, Side,
    explore as search,
};
use crate::machine::Preemption;
use serde_json::{Value, json};

/// Words of `lockstep explore`.
#[derive(clap::Args, Debug)]
pub struct ExploreArgs {
    #[command(flatten)]
    run: RunArgs,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    bounds: BoundArgs,
    /// What the schedules have least of: preemptions or steps.
    #[arg(long, default_value = "preemptions", value_parser = ["preemptions", "steps"])]
    minimise: String,
    /// So many random runs, under each scheduler, say how likely the outcomes are.
    #[arg(long, default_value_t = 0)]
    runs: u32,
}

/// `lockstep explore`: 0 if no run fails, 1 if one ends by an exception or with another exit code than 0, 3 for a deadlock or a livelock, 4 for a limit.
pub fn explore(args: &ExploreArgs) -> u8 {
    if args.run.schedule.is_some() {
        complain("explore goes through all schedules and takes none: `lockstep replay` plays one");
        return 2;
    }
    let source = match read(&args.run.file) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let state = match load(short(&args.run.file), &source, args.run.options()) {
        Ok(state) => state,
        Err((code, text)) => {
            if args.json {
                tell(&format!("{}\n", refused_as_json(code, &text)));
            }
            eprint!("{text}");
            return code;
        }
    };
    let settings = Settings {
        max_states: args.bounds.max_states,
        fewest_steps: args.minimise == "steps",
        runs: args.runs,
        tree: false,
    };
    let found = search(&state, &settings, &mut args.bounds.watch());
    let text = if args.json {
        format!("{}\n", as_json(&found))
    } else {
        report(short(&args.run.file), args, &found)
    };
    tell(&text);
    let code = exit_code(&found);
    // The process ends: to take all that apart would be for nothing.
    std::mem::forget((state, found));
    code
}

fn exit_code(found: &Exploration) -> u8 {
    let has = |kind: Kind| found.outcomes.iter().any(|o| o.ending.kind == kind);
    if found.outcomes.iter().any(is_unsupported) {
        UNSUPPORTED
    } else if has(Kind::Deadlock) || has(Kind::Livelock) {
        DEADLOCK
    } else if has(Kind::Limit) || !found.complete {
        LIMIT
    } else {
        let ends_badly = found.outcomes.iter().any(|o| o.ending.exit_code != 0);
        u8::from(has(Kind::Exception) || ends_badly)
    }
}

/// A program that does not begin has one outcome, whatever the schedule.
fn refused_as_json(code: u8, text: &str) -> Value {
    let kind = match code {
        LIMIT | UNSUPPORTED => Kind::Limit,
        _ => Kind::Exception,
    };
    let outcome = json!({
        "kind": kind.name(),
        "stdout": "",
        "stderr": text,
        "exit_code": code,
        "blocked": [],
        "preemptions": 0,
        "steps": 0,
        "schedule": "",
    });
    json!({
        "complete": kind == Kind::Exception,
        "executions": 1,
        "states": 0,
        "outcomes": [outcome],
        "races": [],
    })
}

fn as_json(found: &Exploration) -> Value {
    let outcomes: Vec<Value> = found
        .outcomes
        .iter()
        .map(|o| {
            let blocked: Vec<Value> = o
                .ending
                .blocked
                .iter()
                .map(|b| json!({"process": b.process, "thread": b.thread, "on": b.on}))
                .collect();
            let mut outcome = json!({
                "kind": o.ending.kind.name(),
                "stdout": o.ending.stdout,
                "stderr": o.ending.stderr,
                "exit_code": o.ending.exit_code,
                "blocked": blocked,
                "preemptions": o.preemptions,
                "steps": o.steps,
                "schedule": o.schedule,
            });
            if !o.remarks.is_empty() {
                outcome["verdicts"] = o.remarks.iter().map(remark_as_json).collect();
            }
            if !o.simplest {
                outcome["simplest"] = json!(false);
            }
            if !o.going.is_empty() {
                let going = o.going.iter();
                let going = going
                    .map(|g| json!({"process": g.process, "thread": g.thread, "lines": g.lines}));
                outcome["going"] = going.collect();
            }
            outcome
        })
        .collect();
    let races: Vec<Value> = found.races.iter().map(race_as_json).collect();
    let mut all = json!({
        "complete": found.complete,
        "executions": found.executions,
        "states": found.states,
        "outcomes": outcomes,
        "races": races,
    });
    if let Some(bound) = &found.bound {
        all["bound"] = json!(bound);
    }
    if !found.remarks.is_empty() {
        all["verdicts"] = found.remarks.iter().map(remark_as_json).collect();
    }
    if !found.likelihood.is_empty() {
        let shares = found.likelihood.iter().map(likelihood_as_json);
        all["likelihood"] = shares.collect();
    }
    all
}

/// The shares of the runs, in the order of the outcomes.
fn likelihood_as_json(l: &Likelihood) -> Value {
    let shares: Vec<f64> = l.hits.iter().map(|hits| part(l, *hits)).collect();
    json!({
        "scheduler": l.scheduler.name(),
        "seed": l.seed,
        "runs": l.runs,
        "outcomes": shares,
        "other": part(l, l.other),
        "cut": part(l, l.cut),
    })
}

fn race_as_json(race: &Race) -> Value {
    let accesses: Vec<Value> = race
        .sides
        .iter()
        .map(|s| json!({"thread": s.thread, "line": s.line, "write": s.write, "locks": s.locks}))
        .collect();
    json!({"location": race.location, "accesses": accesses})
}

fn remark_as_json(remark: &Remark) -> Value {
    let mut json = json!({
        "verdict": remark.verdict.name(),
        "threads": remark.threads,
        "text": remark.text,
    });
    if !remark.schedule.is_empty() {
        json["schedule"] = json!(remark.schedule);
    }
    json
}

/// The report for people.
fn report(file: &str, args: &ExploreArgs, found: &Exploration) -> String {
    let mut out = String::new();
    let model = args.run.preemption.name();
    let fails = found.outcomes.iter().filter(|o| fails(o)).count();
    let states = plural(found.states as usize, "state");
    if found.complete {
        out.push_str(&format!(
            "All interleavings covered: {states}; for this program, input, seed {} and the model {model}.\n",
            args.run.seed
        ));
        match fails {
            0 => out.push_str("None of them fails.\n"),
            _ if fails == found.outcomes.len() => out.push_str("All of them fail.\n"),
            _ => out.push_str("Some of them fail.\n"),
        }
    } else {
        let unsupported = found.outcomes.iter().any(is_unsupported);
        let bound = found.bound.as_deref().unwrap_or(match unsupported {
            true => "something that is not supported",
            false => "a limit of the machine",
        });
        out.push_str(&format!(
            "Not complete ({bound}): {states} covered under the model {model}.\n"
        ));
        if found
            .bound
            .as_deref()
            .is_some_and(|b| b != NO_SCHEDULE && b != CROWDED && !b.ends_with(ONE_STEP))
        {
            out.push_str("More is covered with --max-states, --max-memory and --max-seconds.\n");
        }
    }
    let minimal = if args.minimise == "steps" {
        "steps, then preemptions"
    } else {
        "preemptions, then steps"
    };
    if found.outcomes.is_empty() {
        out.push_str("No run was followed to its end.\n");
    } else {
        let among = if found.complete {
            ""
        } else {
            ", of those covered"
        };
        out.push_str(&format!(
            "{}; each with the schedule that has fewest {minimal}{among}:\n",
            plural(found.outcomes.len(), "outcome")
        ));
    }
    for (i, o) in found.outcomes.iter().enumerate() {
        out.push_str(&format!(
            "\n{}. {} ({}, {})\n",
            i + 1,
            title(o),
            plural(o.preemptions as usize, "preemption"),
            plural(o.steps as usize, "visible step"),
        ));
        indent(&mut out, &o.ending.stdout);
        indent(&mut out, &o.ending.stderr);
        for g in &o.going {
            let (first, last) = g.lines;
            let going = told(&g.process, &g.thread, file, first, last);
            out.push_str(&format!("   {going}\n"));
        }
        for b in &o.ending.blocked {
            out.push_str(&format!("   {}\n", waits(file, b)));
        }
        for remark in o
            .remarks
            .iter()
            .filter(|r| r.verdict == Verdict::LostWakeup)
        {
            out.push_str(&format!("   lost wakeup: {}\n", remark.text));
        }
        if !o.ending.limit.is_empty() {
            out.push_str(&format!("   {}\n", o.ending.limit));
        }
        for l in &found.likelihood {
            out.push_str(&format!("   {}\n", share(l, l.hits[i])));
        }
        out.push_str(&replay_with(o));
    }
    for l in &found.likelihood {
        out.push_str(&missed(l, args.runs));
    }
    for race in &found.races {
        let [a, b] = &race.sides;
        let under_locks = !a.locks.is_empty() || !b.locks.is_empty();
        let side = |side: &Side| {
            let what = if side.write { "writes" } else { "reads" };
            let under = match (under_locks, side.locks.is_empty()) {
                (false, _) => String::new(),
                (true, true) => " without a lock".into(),
                (true, false) => format!(" holding {}", side.locks.join(", ")),
            };
            format!("{} {what} it at {file}:{}{under}", side.thread, side.line)
        };
        let why = match under_locks {
            true => "no lock covers both",
            false => "nothing orders the two",
        };
        out.push_str(&format!(
            "\nData race on {}: {}, {}, and {why}.\n",
            race.location,
            side(a),
            side(b)
        ));
    }
    for remark in &found.remarks {
        out.push_str(&format!("\n{}\n", remark.text));
        if !remark.schedule.is_empty() {
            out.push_str(&format!("   replay: --schedule \"{}\"\n", remark.schedule));
        }
    }
    if found.races.is_empty() && args.run.preemption == Preemption::Cpython && found.complete {
        out.push_str("\nNo data race.\n");
    }
    out
}

/// What is to be said of the random runs under a scheduler that the outcomes do not say.
fn missed(l: &Likelihood, wanted: u32) -> String {
    let mut out = String::new();
    if l.cut > 0 {
        out.push_str(&format!(
            "\n{}: cut off before their end\n",
            share(l, l.cut)
        ));
    }
    if l.unforeseen() > 0 {
        let share = share(l, l.unforeseen());
        out.push_str(&format!("\n{share}: none of these outcomes\n"));
    }
    if l.runs < wanted {
        let (done, name) = (plural(l.runs as usize, "run"), l.scheduler.name());
        out.push_str(&format!(
            "\nStopped after {done} of {wanted}, scheduler {name}.\n"
        ));
    }
    out
}

/// How to see an outcome, and what is to be said of the schedule.
fn replay_with(outcome: &Outcome) -> String {
    let Outcome {
        ending, schedule, ..
    } = outcome;
    let is_circle = ending.kind == Kind::Livelock || ending.in_cycle;
    if schedule.is_empty() && !outcome.simplest {
        return "   no schedule: a run cannot stop a thread where the explorer did, in a call of the library\n".into();
    }
    let mut out = format!("   replay: --schedule \"{schedule}\"\n");
    if is_circle && outcome.going.is_empty() {
        out.push_str("   (the schedule leads into the circle, but does not go round in it)\n");
    }
    if !outcome.simplest {
        out.push_str("   (not the simplest: that would stop a thread where a run cannot, in a call of the library)\n");
    }
    out
}

fn plural(n: usize, one: &str) -> String {
    match n {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// So many of the random runs, as a part of one.
fn part(l: &Likelihood, runs: u32) -> f64 {
    f64::from(runs) / f64::from(l.runs.max(1))
}

/// The same in words.
fn share(l: &Likelihood, runs: u32) -> String {
    let percent = 100.0 * part(l, runs);
    let all = plural(l.runs as usize, "run");
    let (scheduler, seed) = (l.scheduler.name(), l.seed);
    format!("{percent:.1} % of {all}, scheduler {scheduler}, seed {seed}")
}

/// Who waits for what, who has it, and where.
fn waits(file: &str, blocked: &Blocked) -> String {
    let Blocked {
        process,
        thread,
        on,
        line,
        ..
    } = blocked;
    let held = match blocked.holders.as_slice() {
        [] => String::new(),
        _ if on.starts_with("the end of") => String::new(),
        [holder] if holder == thread => ", which it holds itself".to_owned(),
        holders => format!(", held by {}", holders.join(", ")),
    };
    let place = match line {
        // The main thread waits for the others when the program's own code has ended.
        0 if thread == "MainThread" && on.starts_with("the end of") => {
            ", at the end of the program".to_owned()
        }
        0 => String::new(),
        line => format!(", at {file}:{line}"),
    };
    let who = full_name(process, thread);
    format!("{who} waits for {on}{held}{place}")
}

/// Whether a run that ends so is one that fails.
fn fails(outcome: &Outcome) -> bool {
    outcome.ending.kind != Kind::Finished || outcome.ending.exit_code != 0 || has_uncaught(outcome)
}

/// Whether a thread died of an exception.
fn has_uncaught(outcome: &Outcome) -> bool {
    !uncaught(&outcome.ending.stderr).is_empty()
}

/// Whether it ended where something is not supported.
fn is_unsupported(outcome: &Outcome) -> bool {
    outcome.ending.kind == Kind::Limit && outcome.ending.exit_code == i32::from(UNSUPPORTED)
}

fn title(outcome: &Outcome) -> String {
    let exit_code = outcome.ending.exit_code;
    match outcome.ending.kind {
        Kind::Finished if has_uncaught(outcome) => {
            format!("finishes after an exception in a thread, exit code {exit_code}")
        }
        Kind::Finished => format!("finishes, exit code {exit_code}"),
        Kind::Exception => "ends by an exception".into(),
        Kind::Deadlock => {
            let verdict = outcome.remarks.first().map(|remark| remark.verdict.name());
            verdict.unwrap_or("deadlock").into()
        }
        Kind::Livelock => "livelock: a cycle that even a fair scheduler may repeat for ever".into(),
        Kind::Limit if is_unsupported(outcome) => "not supported".into(),
        Kind::Limit => "limit reached".into(),
    }
}

/// Most lines of a text in the report; the JSON has all.
const MOST_LINES: usize = 200;

fn indent(out: &mut String, text: &str) {
    for line in text.lines().take(MOST_LINES) {
        out.push_str(&format!("   | {line}\n"));
    }
    let left = text.lines().count().saturating_sub(MOST_LINES);
    if left > 0 {
        out.push_str(&format!("   ({} more)\n", plural(left, "line")));
    }
}

/// `lockstep replay`: executes one schedule; what it leaves open is the default policy's.
pub fn replay(args: &RunArgs) -> u8 {
    if args.schedule.is_none() {
        complain("replay needs --schedule");
        return 2;
    }
    super::run(args)
}
