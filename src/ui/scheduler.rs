//! The reader as scheduler: how far a step goes, who chooses on, and the runs that came of it.

use crate::schedule::PolicyName;
use crate::ui::node::{Node, classed, el, flag, live};
use crate::ui::parts::rich;
use crate::ui::runs::Kept;
use crate::ui::state::Stand;
use crate::ui::text::Label;
use crate::ui::walk::Unit;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;

/// How far a step goes: a radio group in which a press chooses.
pub fn units(stand: Stand) -> Node {
    let id = format!("{}-unit", stand.model().id);
    let buttons = Unit::ALL.map(|unit| {
        let (label, key) = unit.label();
        let on = move || stand.unit.get() == unit;
        let name = stand.label(label);
        classed("button", "sel")
            .attr("type", "button")
            .attr("role", "radio")
            .attr("title", format!("{name} ({key})"))
            .live_attr("aria-checked", move || flag(on()))
            .live_attr("tabindex", move || if on() { "0" } else { "-1" })
            .on("click", move |_| stand.unit.set(unit))
            .child(name)
            .into()
    });
    let group = classed("div", "row")
        .attr("role", "radiogroup")
        .attr("aria-labelledby", id.clone());
    let title = classed("span", "lg").attr("id", id);
    classed("div", "units")
        .child(title.child(stand.label(Label::StepBy)))
        .child(group.children(buttons))
        .into()
}

/// Who chooses on from the cursor: pressed, the engine makes that run.
pub fn policies(stand: Stand) -> Node {
    let id = format!("{}-policy", stand.model().id);
    let all = [
        (Label::PolicyCpython, Some(PolicyName::AsCpython)),
        (Label::PolicyRoundRobin, Some(PolicyName::RoundRobin)),
        // Every press draws anew.
        (Label::PolicySeeded, None),
        (Label::PolicyAdversary, Some(PolicyName::Adversary)),
    ];
    let buttons = all.map(|(label, policy)| {
        let act = move |_| {
            if !stand.waiting.get_untracked() {
                let seeded = || PolicyName::Seeded(stand.next_seed());
                stand.run_policy(policy.unwrap_or_else(seeded));
            }
        };
        classed("button", "sel")
            .attr("type", "button")
            .on("click", act)
            .child(stand.label(label))
            .into()
    });
    let group = classed("div", "row policies")
        .attr("role", "group")
        .attr("aria-labelledby", id.clone());
    let title = classed("span", "lg").attr("id", id);
    classed("div", "units")
        .child(title.child(stand.label(Label::Policies)))
        .child(group.children(buttons))
        .into()
}

/// The kept runs, once there are several: a press shows one, the one left is what it is compared with.
pub fn runs(stand: Stand) -> Node {
    let rows = move || {
        let (shown, other) = (stand.shown_run(), stand.other.get());
        let differs = stand.differs.get();
        stand.runs.with(|runs| {
            let compared = |run: &Kept| {
                let same = |other| std::sync::Arc::ptr_eq(&run.recording, other);
                other.as_ref().is_some_and(same)
            };
            let rows = runs.iter().enumerate().map(|(index, run)| {
                let note = match (compared(run), differs) {
                    (true, Some(step)) => stand.lang().pick(
                        format!("сравнивается: иначе с шага {step}"),
                        format!("compared: differs from step {step}"),
                    ),
                    (true, None) => stand.lang().pick(
                        "сравнивается: то же самое".to_owned(),
                        "compared: the same".to_owned(),
                    ),
                    (false, _) => String::new(),
                };
                row(stand, run, index, index == shown, note)
            });
            if runs.len() > 1 {
                rows.collect()
            } else {
                Vec::new()
            }
        })
    };
    let choose = move |event: web_sys::Event| {
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let row = target.and_then(|target| target.closest("[data-run]").ok().flatten());
        let index = row.and_then(|row| row.get_attribute("data-run")?.parse().ok());
        if let Some(index) = index {
            stand.show_run(index);
        }
    };
    classed("div", "runs")
        .attr("role", "radiogroup")
        .attr("aria-label", stand.region(Label::Runs))
        .on("click", choose)
        .child(live(rows))
        .into()
}

fn row(stand: Stand, run: &Kept, index: usize, shown: bool, note: String) -> Node {
    let lang = stand.lang();
    let steps = lang.steps(run.recording.len() as usize);
    classed("button", "nx run")
        .attr("type", "button")
        .attr("role", "radio")
        .attr("data-run", index.to_string())
        .attr("aria-checked", flag(shown))
        .attr("tabindex", if shown { "0" } else { "-1" })
        .child(el("b").child(run.number.to_string()))
        .child(el("span").child(run.title(lang)))
        .child(
            classed("span", "d")
                .child(format!("{steps}. "))
                .children(rich(&run.result(lang))),
        )
        .child(classed("span", "alarm").child(note))
        .into()
}
