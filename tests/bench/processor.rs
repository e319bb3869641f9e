//! Processor time, by the system's books. For the measures of this folder.

/// Ticks in which the system counts processor time, in seconds.
pub const TICK: f64 = 0.01;

/// Processor time of all ended child processes, in seconds.
pub fn children() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |i: usize| {
        fields
            .get(i)
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (ticks(13) + ticks(14)) * TICK
}
