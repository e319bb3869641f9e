//! What `lockstep trace` writes for other tools, to the byte. The files in tests/formats are what ui.perfetto.dev and
//! browsers have shown; `lockstep trace tests/formats/lock.py --format …` makes them.

use std::process::Command;

fn traced(format: &str) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_lockstep"))
        .args(["trace", "tests/formats/lock.py", "--format", format])
        .output()
        .expect("lockstep runs");
    assert!(out.status.success());
    String::from_utf8(out.stdout).expect("UTF-8")
}

#[test]
fn trace_events_have_slices_flows_and_instants() {
    let text = traced("perfetto");
    assert_eq!(text, include_str!("formats/lock.json"));
    let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let events = value["traceEvents"].as_array().expect("a list");
    let named = |phase: &str, name: &str| {
        events
            .iter()
            .filter(|e| e["ph"] == phase && e["name"] == name)
            .count()
    };
    assert_eq!(named("X", "waiting for lock, held by main"), 1);
    for flow in ["start", "release", "join"] {
        assert_eq!((named("s", flow), named("f", flow)), (1, 1), "{flow}");
    }
    assert_eq!(named("i", "hi"), 1);
}

#[test]
fn the_picture_is_one_file_and_has_its_colours_inside() {
    let text = traced("svg");
    assert_eq!(text, include_str!("formats/lock.svg"));
    assert!(!text.contains("var(--") && !text.contains("href"));
}
