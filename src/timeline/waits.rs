//! Who waits for whom: the wait-for graph of a moment, as chains from a waiting thread through what it waits
//! for to who holds that, and the cycle among them if there is one.

use crate::machine::ids::ThreadId;
use crate::trace::{BlockedOn, Status, SyncId, View};

/// A thread that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Who waits.
    pub thread: ThreadId,
    /// For what; `None` for the end of a thread.
    pub sync: Option<SyncId>,
    /// Who could let it go on, if anyone can be said to.
    pub on: Vec<ThreadId>,
    /// Whether it is a link of a cycle.
    pub cycle: bool,
}

/// Everyone who waits at a moment. The links of a cycle come first, in its order.
pub fn waits(view: &View) -> Vec<Wait> {
    let threads = view.threads.iter().enumerate();
    let mut all: Vec<Wait> = threads
        .filter_map(|(index, thread)| {
            let Status::Blocked { on, .. } = &thread.status else {
                return None;
            };
            let (sync, on) = match on {
                BlockedOn::Join { thread } | BlockedOn::Shutdown { thread } => {
                    (None, vec![*thread])
                }
                BlockedOn::Sync { sync, owners, .. } => (Some(*sync), owners.clone()),
            };
            Some(Wait {
                thread: ThreadId(index as u32),
                sync,
                on,
                cycle: false,
            })
        })
        .collect();
    let cycle = cycle(&all);
    all.iter_mut()
        .for_each(|wait| wait.cycle = cycle.contains(&wait.thread));
    let rank = |wait: &Wait| cycle.iter().position(|thread| *thread == wait.thread);
    all.sort_by_key(|wait| (rank(wait).unwrap_or(usize::MAX), wait.thread));
    all
}

/// The first cycle, following whom each waits for. Every thread waits for one thing, and what has several
/// holders is followed through the first that waits itself.
fn cycle(all: &[Wait]) -> Vec<ThreadId> {
    let next = |thread: ThreadId| {
        let wait = all.iter().find(|wait| wait.thread == thread)?;
        let waits = |on: &&ThreadId| all.iter().any(|other| other.thread == **on);
        wait.on.iter().find(waits).copied()
    };
    for start in all.iter().map(|wait| wait.thread) {
        let mut path = vec![start];
        let mut at = start;
        while let Some(to) = next(at) {
            if let Some(begins) = path.iter().position(|seen| *seen == to) {
                return path.split_off(begins);
            }
            path.push(to);
            at = to;
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::ThreadView;
    use std::sync::Arc;

    fn thread(status: Status) -> Arc<ThreadView> {
        Arc::new(ThreadView {
            status,
            frames: Vec::new(),
            hidden: 0,
        })
    }

    fn on(sync: u32, owners: &[u32]) -> Status {
        Status::Blocked {
            on: BlockedOn::Sync {
                sync: SyncId(sync),
                owners: owners.iter().map(|owner| ThreadId(*owner)).collect(),
                operation: "acquire".into(),
            },
            until_ns: None,
        }
    }

    fn join(thread: u32) -> Status {
        let thread = ThreadId(thread);
        Status::Blocked {
            on: BlockedOn::Join { thread },
            until_ns: None,
        }
    }

    fn found(statuses: Vec<Status>) -> Vec<(u32, bool)> {
        let view = View {
            threads: statuses.into_iter().map(thread).collect(),
            ..View::default()
        };
        let all = waits(&view).into_iter();
        all.map(|wait| (wait.thread.0, wait.cycle)).collect()
    }

    #[test]
    fn a_cycle_comes_first_and_who_only_waits_for_it_is_no_part() {
        let all = vec![join(1), on(1, &[2]), on(0, &[1]), Status::Ready];
        assert_eq!(found(all), [(1, true), (2, true), (0, false)]);
    }

    #[test]
    fn a_thread_can_wait_for_itself() {
        assert_eq!(found(vec![on(0, &[0])]), [(0, true)]);
    }

    #[test]
    fn without_a_cycle_nobody_is_in_one() {
        let all = vec![join(1), on(0, &[2]), Status::Ready];
        assert_eq!(found(all), [(0, false), (1, false)]);
        assert_eq!(found(vec![on(0, &[]), Status::Finished]), [(0, false)]);
    }
}
