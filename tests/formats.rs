//! What `lockstep trace` writes for other tools: the events for ui.perfetto.dev, and a picture.
//! The files in tests/formats are `lockstep trace tests/formats/lock.py --format …`.

use std::process::Command;

fn traced(format: &str) -> String {
    traced_of("tests/formats/lock.py", format)
}

fn traced_of(program: &str, format: &str) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_lockstep"))
        .args(["trace", program, "--format", format])
        .output()
        .expect("lockstep runs");
    assert!(out.status.success());
    String::from_utf8(out.stdout).expect("UTF-8")
}

/// Phase, track and name of every event; their times are in the file beside the program.
const EVENTS: &str = "\
M 0 process_name
M 1 thread_name
M 2 thread_name
X 1 <module>
s 1 start
f 2 start
s 2 notify
X 1 waiting for the start of a thread
X 2 work
X 1 ready, T1 has the GIL
f 1 notify
X 2 waiting for lock, held by main
X 1 <module>
s 1 release
X 2 ready, main has the GIL
f 2 release
X 1 waiting for the end of T1
X 2 work
i 2 hi
s 2 join
f 1 join
X 1 <module>
i 1 exit code 0
";

#[test]
fn trace_events_have_slices_with_reasons_flows_and_instants() {
    let text = traced("perfetto");
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let events = value["traceEvents"].as_array().expect("a list");
    let line = |event: &serde_json::Value| {
        let word = |key: &str| event[key].as_str().unwrap_or_default().to_string();
        format!(
            "{} {} {}\n",
            word("ph"),
            event["tid"].as_u64().unwrap_or(0),
            word("name")
        )
    };
    assert_eq!(events.iter().map(line).collect::<String>(), EVENTS);
    // On a track nothing overlaps, and nothing is left out between its first slice and its last.
    for tid in [1, 2] {
        let slices = events.iter().filter(|e| e["ph"] == "X" && e["tid"] == tid);
        let mut end: Option<f64> = None;
        for slice in slices {
            let at = slice["ts"].as_f64().expect("a time");
            // Decimal fractions: a millionth of a nanosecond is rounding.
            assert!(
                end.is_none_or(|end| (at - end).abs() < 1e-9),
                "{slice} after {end:?}"
            );
            end = Some(at + slice["dur"].as_f64().expect("a time"));
        }
    }
    assert_eq!(text, include_str!("formats/lock.json"));
}

/// Who ends a wait may be in another process, whose clock is ahead.
#[test]
fn slices_of_one_track_do_not_overlap_where_processes_wake_each_other() {
    for program in [
        "mp_queue/workers",
        "pools/callbacks_order",
        "futures/process_pool",
    ] {
        let text = traced_of(&format!("tests/programs/{program}.py"), "perfetto");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let events = value["traceEvents"].as_array().expect("a list");
        let nanos =
            |time: &serde_json::Value| (time.as_f64().expect("a time") * 1e3).round() as u64;
        // In the order in which they begin.
        let mut ends = std::collections::BTreeMap::new();
        for slice in events.iter().filter(|event| event["ph"] == "X") {
            let (from, track) = (nanos(&slice["ts"]), slice["tid"].as_u64());
            let end = ends.insert(track, from + nanos(&slice["dur"]));
            assert!(
                end.is_none_or(|end| end <= from),
                "{program}: {slice} after {end:?}"
            );
        }
        assert!(ends.len() > 2, "{program} has {} tracks", ends.len());
    }
}

#[test]
fn the_picture_is_one_file_with_its_colours_and_words_inside() {
    let text = traced("svg");
    assert!(
        text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.ends_with("</svg>\n")
    );
    assert!(!text.contains("var(--") && !text.contains("href"));
    let words: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("<text") && !line.contains("class=\"x\""))
        .filter_map(|line| line.split(['<', '>']).nth(2))
        .collect();
    for word in ["main", "T1", "work()", "GIL", "lock", "waits for T1 to end"] {
        assert!(words.contains(&word), "{word} is not among {words:?}");
    }
    assert_eq!(text, include_str!("formats/lock.svg"));
}

#[test]
fn what_does_not_begin_has_no_picture() {
    let refused = "tests/programs/refusals/input_at_the_end.py";
    let out = Command::new(env!("CARGO_BIN_EXE_lockstep"))
        .args(["trace", refused, "--format", "svg"])
        .output()
        .expect("lockstep runs");
    assert_eq!(out.status.code(), Some(5));
    assert!(out.stdout.is_empty());
    let told = String::from_utf8(out.stderr).expect("UTF-8");
    assert!(
        told.starts_with("input_at_the_end.py:9: not supported: input() is not supported"),
        "{told}"
    );
}
