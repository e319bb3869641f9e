//! The engine's side of the protocol: a request in, an answer out. The worker only carries the bytes.

use crate::machine::ThreadId;
use crate::protocol::listing::listing;
use crate::protocol::server::explore;
use crate::protocol::setup::{Flaw, Setup};
use crate::protocol::tools;
use crate::protocol::{
    Answer, Ask, PROTOCOL_VERSION, Program, Reply, Request, Run, decode, encode,
};
use crate::trace::record::{Branch, Plan, record, record_plan};

/// Most steps of a run that the page is sent.
pub const MAX_STEPS: u32 = 120_000;

/// Answers a message; bytes that are no request are refused like any other bad input.
pub fn answer(bytes: &[u8]) -> Vec<u8> {
    let Some(request) = decode::<Request>(bytes) else {
        return encode(&reply(
            0,
            Reply::Refused("the message is no request".into()),
        ));
    };
    if request.version != PROTOCOL_VERSION {
        let text = format!(
            "the engine speaks version {PROTOCOL_VERSION}, not {}",
            request.version
        );
        return encode(&reply(request.id, Reply::Refused(text)));
    }
    let (program, options, schedule, branch, policy) = match request.ask {
        Ask::Run {
            program,
            options,
            schedule,
            policy,
        } => (program, options, schedule, None, policy),
        Ask::Branch {
            program,
            options,
            schedule,
            steps,
            thread,
            policy,
        } => {
            let branch = Branch {
                steps,
                thread: ThreadId(thread),
            };
            (program, options, schedule, Some(branch), policy)
        }
        Ask::Open(text) => return encode(&reply(request.id, open(&text))),
        Ask::Tool(text) => return encode(&reply(request.id, Reply::Tool(tools::answer(&text)))),
        Ask::Explore {
            program,
            options,
            settings,
        } => return encode(&reply(request.id, explore(&program, options, settings))),
        // A request is answered before the next is read: there is never one under way.
        Ask::Cancel { .. } => return encode(&reply(request.id, Reply::Cancelled)),
    };
    let plan = Plan {
        schedule: &schedule,
        branch,
        policy,
        max_steps: MAX_STEPS,
    };
    let traced = record_plan(&program.file, &program.source, &options, &plan);
    let answer = match traced {
        Ok(trace) => Reply::Run(Box::new(Run::of(trace))),
        Err(sentence) => Reply::Refused(sentence),
    };
    encode(&reply(request.id, answer))
}

fn open(text: &str) -> Reply {
    let setup = match Setup::from_text(text) {
        Ok(setup) => setup,
        Err(flaw) => return Reply::Flaw(flaw.name().into()),
    };
    let Program { file, source } = &setup.program;
    let traced = record(
        file,
        source,
        &setup.options,
        &setup.schedule,
        None,
        MAX_STEPS,
    );
    match traced {
        Ok(trace) => Reply::Opened {
            run: Box::new(Run::of(trace)),
            code: listing(source),
            setup: Box::new(setup),
        },
        // What is left to be wrong: the schedule is none of this program.
        Err(_) => Reply::Flaw(Flaw::Schedule.name().into()),
    }
}

/// What the engine says first.
pub fn greeting() -> Vec<u8> {
    encode(&reply(0, Reply::Ready))
}

pub(super) fn reply(id: u32, reply: Reply) -> Answer {
    Answer {
        version: PROTOCOL_VERSION,
        id,
        reply,
    }
}
