//! Small concurrent programs from a number: what learners write to try things out, put together by lot.

use lockstep::schedule::draw::Draw;

fn one_of<'a>(lot: &mut Draw, all: &[&'a str]) -> &'a str {
    all[lot.below(all.len())]
}

const HEADER: &str = "\
import queue, threading, time
from concurrent.futures import ThreadPoolExecutor

class Box:
    kept = 0

n = m = 0
items, table, box = [], {}, Box()
lock, other, again = threading.Lock(), threading.Lock(), threading.RLock()
event, condition = threading.Event(), threading.Condition()
semaphore, jobs = threading.Semaphore({s}), queue.Queue({q})
barrier = threading.Barrier(2)
local = threading.local()
done = []
";

/// What threads do, by what it is about; a statement may have several lines. `#` stands for a small number.
const SUBJECTS: &[&[&str]] = &[
    &[
        "n = #",
        "n += 1",
        "m = n",
        "print(n)",
        "print('a#')",
        "n, m = m, n + 1",
        "if n == #: print('n is #')",
        "if n > m: m += 1",
        "m += n\nif m == 1: print('once')",
    ],
    &[
        "items.append(#)",
        "print(len(items))",
        "if items: print(items.pop())",
        "table['k'] = table.get('k', 0) + 1",
        "print(table.pop('k', None))",
        "box.kept += 1",
        "print(box.kept)",
        "table.setdefault('l', []).append(#)",
        "items[:1] = [n]",
        "if len(items) == #: n = 7",
        "for item in list(items): print(item)",
    ],
    &[
        "with lock: n += 1",
        "with lock:\n    m = n\n    n = m + 1",
        "with lock:\n    with other: print('both')",
        "with other:\n    with lock: n = m",
        "with again:\n    with again: print(n)",
        "if lock.acquire(blocking=False):\n    print('got'); lock.release()",
        "if lock.acquire(timeout=1):\n    n += 1; lock.release()\nelse: print('gave up')",
        "with lock: pass",
        "print(lock.locked())",
        "n = #",
        "with lock: print(m)",
    ],
    &[
        "with condition: condition.notify()",
        "with condition: condition.notify_all()",
        "with condition: print(condition.wait(1))",
        "with condition: condition.wait()",
        "with condition:\n    items.append(#)\n    condition.notify()",
        "with condition:\n    while not items: condition.wait()\n    print(items.pop())",
        "with condition: print(condition.wait_for(lambda: n, 1))",
        "n += 1",
        "print('a#')",
    ],
    &[
        "event.set()",
        "event.clear()",
        "event.wait()",
        "print(event.wait(1))",
        "print(event.is_set())",
        "semaphore.acquire()",
        "semaphore.release()",
        "with semaphore: print('in #')",
        "print(semaphore.acquire(blocking=False))",
        "print(semaphore.acquire(timeout=1))",
        "n += 1",
    ],
    &[
        "jobs.put(#)",
        "print(jobs.get())",
        "print(jobs.qsize(), jobs.empty())",
        "try: print(jobs.get(timeout=1))\nexcept queue.Empty: print('empty')",
        "try: jobs.put_nowait(#)\nexcept queue.Full: print('full')",
        "jobs.get(); jobs.task_done()",
        "jobs.join(); print('all done')",
        "items.append(jobs.get())",
    ],
    &[
        "try: barrier.wait(); print('met')\nexcept threading.BrokenBarrierError: print('broken')",
        "try: barrier.wait(1); print('met')\nexcept threading.BrokenBarrierError: print('broken')",
        "barrier.abort()",
        "print(barrier.n_waiting)",
        "n += 1",
        "print('a#')",
    ],
    &[
        "child = threading.Thread(target=print, args=('child',)); child.start(); child.join()",
        "threading.Thread(target=print, args=('stray #',)).start()",
        "threading.Thread(target=items.append, args=(#,), daemon=True).start()",
        "timer = threading.Timer(1, print, ['tick']); timer.start()",
        "timer = threading.Timer(1, print, ['tock']); timer.start(); timer.cancel()",
        "time.sleep(1)",
        "print(threading.active_count() > 2, len(items))",
        "raise ValueError(#)",
        "local.value = n\nprint(local.value)",
    ],
    &[
        "print(pool.submit(abs, -#).result())",
        "done.append(pool.submit(items.append, #))",
        "pool.submit(abs, #).add_done_callback(lambda future: print('called'))",
        "print(all(future.done() for future in done))",
        "print(len(items))",
        "print(pool.submit(int, 'x').exception())",
    ],
    &[
        "while n < #: pass",
        "n += 1",
        "while m: pass",
        "m = 1 - m",
        "print(n)",
        "n = 2",
    ],
];

/// The program of a number.
pub fn program(number: u64) -> String {
    let mut lot = Draw::new(number);
    let first = SUBJECTS[lot.below(SUBJECTS.len())];
    let second = match lot.below(3) {
        0 => SUBJECTS[lot.below(SUBJECTS.len())],
        _ => first,
    };
    let subject: Vec<&str> = first.iter().chain(second).copied().collect();
    let pools = subject.iter().any(|s| s.contains("pool."));
    let threads = 2 + usize::from(lot.below(4) == 0);
    let kinds = 1 + lot.below(threads);
    let longest = if threads == 2 && !pools { 3 } else { 2 };
    let mut text = HEADER
        .replace("{s}", one_of(&mut lot, &["0", "1"]))
        .replace("{q}", one_of(&mut lot, &["0", "1"]));
    if pools {
        text.push_str(&format!(
            "pool = ThreadPoolExecutor({})\n",
            1 + lot.below(2)
        ));
    }
    for kind in 0..kinds {
        text.push_str(&format!("\n\ndef work{kind}():\n    global n, m\n"));
        for _ in 0..1 + lot.below(longest) {
            text.push_str(&statement(&mut lot, &subject, "    "));
        }
    }
    let works: Vec<String> = (0..threads).map(|t| format!("work{}", t % kinds)).collect();
    let daemon = one_of(&mut lot, &["", "", "", "", ", daemon=True"]);
    text.push_str(&format!(
        "\n\nthreads = [threading.Thread(target=work{daemon}) for work in ({},)]\nfor t in threads: t.start()\n",
        works.join(", ")
    ));
    if lot.below(3) == 0 {
        text.push_str(&statement(&mut lot, &subject, ""));
    }
    if lot.below(5) > 0 {
        let how = one_of(&mut lot, &["", "", "", "1"]);
        text.push_str(&format!("for t in threads: t.join({how})\n"));
    }
    text.push_str(one_of(
        &mut lot,
        &[
            "print('end')\n",
            "print(n, m)\n",
            "print(n, items, table)\n",
        ],
    ));
    text
}

fn statement(lot: &mut Draw, subject: &[&str], indent: &str) -> String {
    let text = one_of(lot, subject).replace('#', one_of(lot, &["0", "1", "2"]));
    text.lines()
        .map(|line| format!("{indent}{line}\n"))
        .collect()
}
