//! What the prerendered player says, checked on a run written by hand.

use crate::machine::ids::ThreadId;
use crate::protocol::{Program, Run};
use crate::timeline::sample::{RACE, race};
use crate::trace::{BlockedOn, Outcome, Status, View};
use crate::ui::html::{figure_html, pattern_defs_html, player_html};
use crate::ui::model::{Class, MODEL_VERSION, PlayerModel, Section};
use crate::ui::narrate::Teller;
use crate::ui::recording::Recording;
use crate::ui::state::{Stand, candidates};
use crate::ui::text::{Lang, plain};
use leptos::prelude::*;
use std::sync::Arc;

fn model(language: Lang) -> PlayerModel {
    let trace = race();
    let code = RACE.lines().map(|line| match line.split_once(' ') {
        Some(("import", rest)) => vec![
            (Class::Keyword, "import".to_owned()),
            (Class::Plain, format!(" {rest}")),
        ],
        _ => vec![(Class::Plain, line.to_owned())],
    });
    PlayerModel {
        version: MODEL_VERSION,
        language,
        id: "race".into(),
        number: "4.2".into(),
        title: "Two threads & one counter".into(),
        program: Program {
            file: "race.py".into(),
            source: RACE.into(),
        },
        sections: vec![
            Section {
                first: 1,
                last: 2,
                folded: Some("Set-up".into()),
            },
            Section {
                first: 3,
                last: 15,
                folded: None,
            },
        ],
        code: code.collect(),
        options: trace.options.clone(),
        run: Run::of(trace),
    }
}

/// Runs `body` where signals live.
fn owned<T>(body: impl FnOnce() -> T) -> T {
    let owner = Owner::new();
    let value = owner.with(body);
    owner.unset_with_forced_cleanup();
    value
}

/// The sentences of a whole run.
fn told(lang: Lang) -> Vec<String> {
    let recording = Recording::new(Run::of(race()));
    let teller = Teller {
        lang,
        recording: &recording,
    };
    (1..=recording.len())
        .map(|p| plain(&teller.step(p, &recording.view(p - 1), &recording.view(p))))
        .collect()
}

#[test]
fn the_prerendered_player_is_a_whole_picture() {
    let html = player_html(&model(Lang::Ru));
    for part in [
        "Рис. 4.2",
        "Two threads &amp; one counter",
        "между любыми инструкциями",
        "CPython 3.13",
        "Весь прогон: 24\u{a0}шага, 3\u{a0}потока.",
        "class=\"tl wide\"",
        "class=\"tl narrow\"",
        "url(#h0)",
        "T1 держит 0",
        "События словами",
        "role=\"radiogroup\"",
        "<span class=\"k\">import</span>",
        "Set-up",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(
        !html.contains("style="),
        "the Content Security Policy forbids style attributes"
    );
    assert!(
        !html.contains("class=\"veil\""),
        "at rest nothing is in the future"
    );
}

#[test]
fn server_and_page_render_from_the_same_bytes() {
    let made = model(Lang::En);
    let read = PlayerModel::from_bytes(&made.to_bytes()).expect("it reads what it writes");
    assert_eq!(player_html(&made), player_html(&read));
    let mut newer = made.clone();
    newer.version += 1;
    assert_eq!(PlayerModel::from_bytes(&newer.to_bytes()), None);
    assert_eq!(PlayerModel::from_bytes(&made.to_bytes()[..40]), None);
}

#[test]
fn a_figure_is_escaped_and_names_its_data() {
    let mut model = model(Lang::En);
    model.title = "a \"b\" <c>".into();
    let html = figure_html(&model, "p-1.bin");
    assert!(html.starts_with("<figure class=\"player wide\" id=\"race\" data-player=\"p-1.bin\" aria-label=\"a &quot;b&quot; &lt;c>\">"), "{html}");
    assert!(pattern_defs_html().contains("<pattern id=\"h5\""));
}

#[test]
fn a_race_is_told_in_russian() {
    let told = told(Lang::Ru);
    let expected = [
        (5, "main запускает поток T1: он выполнит add()."),
        (7, "main останавливается: ждёт, пока завершится T1."),
        (9, "T1 читает counter: там 0."),
        (
            14,
            "T2 записывает в counter значение 1, а T1 всё ещё держит на стеке 0, прочитанное до этой записи.",
        ),
        (
            18,
            "T1 записывает в counter значение 1 поверх того, что успел записать T2: то изменение потеряно.",
        ),
        (19, "T1 завершается. main снова может идти."),
        (23, "main печатает 1."),
    ];
    for (position, sentence) in expected {
        assert_eq!(told[position - 1], sentence);
    }
}

#[test]
fn a_race_is_told_in_english() {
    let told = told(Lang::En);
    assert_eq!(
        told[13],
        "T2 writes 1 to counter, while T1 still has 0 on its stack, read before this write."
    );
    assert_eq!(
        told[17],
        "T1 writes 1 to counter over what T2 has written meanwhile: that change is lost."
    );
    assert_eq!(told[12], "T2 computes += and gets 1, line 7.");
    assert!(
        told.iter()
            .all(|sentence| sentence.is_ascii() && sentence.ends_with('.')),
        "{told:?}"
    );
}

#[test]
fn reasons_name_the_lock_and_its_owner() {
    let mut trace = race();
    trace.syncs.push(crate::trace::SyncInfo {
        kind: "Lock".into(),
        label: "lock".into(),
        process: None,
    });
    let recording = Recording::new(Run::of(trace));
    let on = BlockedOn::Sync {
        sync: crate::trace::SyncId(0),
        owners: vec![ThreadId(2)],
        operation: "acquire".into(),
    };
    let said = |lang| {
        plain(
            &Teller {
                lang,
                recording: &recording,
            }
            .reason(&on),
        )
    };
    assert_eq!(
        (said(Lang::Ru), said(Lang::En)),
        ("lock держит T2".into(), "lock is held by T2".into())
    );
}

#[test]
fn every_outcome_is_said_and_only_a_good_end_is_calm() {
    let mut recording = Recording::new(Run::of(race()));
    let outcomes = [
        Outcome::Finished { exit_code: 0 },
        Outcome::Finished { exit_code: 3 },
        Outcome::Exception {
            text: "NameError: x".into(),
            exit_code: 1,
        },
        Outcome::Deadlock {
            blocked: vec![ThreadId(1), ThreadId(2)],
        },
        Outcome::Limit {
            limit: "steps".into(),
            message: "Too many steps.".into(),
        },
        Outcome::Unsupported {
            line: 4,
            message: "Use something else.".into(),
        },
        Outcome::SyntaxError {
            line: 2,
            column: 1,
            message: "invalid syntax".into(),
        },
    ];
    for (index, outcome) in outcomes.into_iter().enumerate() {
        recording.film.head.outcome = outcome;
        for lang in [Lang::Ru, Lang::En] {
            let (text, bad) = Teller {
                lang,
                recording: &recording,
            }
            .outcome();
            assert!(!text.is_empty());
            assert_eq!(bad, index > 0, "{text}");
        }
    }
    recording.film.head.outcome = Outcome::Deadlock {
        blocked: vec![ThreadId(1), ThreadId(2)],
    };
    let (text, _) = Teller {
        lang: Lang::En,
        recording: &recording,
    }
    .at_rest();
    assert!(
        text.contains("none of these threads will ever go on: T1, T2"),
        "{text}"
    );
}

#[test]
fn stepping_from_rest_starts_at_the_beginning_and_back_at_the_end() {
    owned(|| {
        let stand = Stand::new(Arc::new(model(Lang::En)));
        stand.step();
        assert_eq!(stand.cursor.get(), Some(1));
        stand.back();
        stand.back();
        assert_eq!(stand.cursor.get(), Some(0));
        stand.restart();
        assert_eq!(stand.cursor.get(), None);
        stand.back();
        assert_eq!(stand.cursor.get(), Some(23));
        stand.go(u32::MAX);
        assert_eq!(stand.cursor.get(), Some(24));
        stand.step();
        assert_eq!(
            stand.cursor.get(),
            Some(24),
            "after the end there is no step"
        );
        stand.to_switch(false);
        assert_eq!(stand.cursor.get(), Some(19));
    });
}

#[test]
fn a_digit_steps_the_thread_if_the_recording_does_so_too() {
    owned(|| {
        let stand = Stand::new(Arc::new(model(Lang::En)));
        stand.go(9);
        let scene = stand.scene.get();
        let list: Vec<_> = candidates(&scene, Lang::En)
            .into_iter()
            .map(|c| (c.thread.0, c.able, plain(&c.note)))
            .collect();
        assert_eq!(
            list,
            [
                (0, false, "cannot: it waits for T1 to end".to_owned()),
                (1, true, "will load 1".to_owned()),
                (2, true, "will begin to run add()".to_owned()),
            ]
        );
        stand.step_nth(1);
        assert_eq!(stand.cursor.get(), Some(9), "main cannot be chosen");
        stand.step_nth(3);
        assert_eq!(
            stand.cursor.get(),
            Some(10),
            "the recording goes on with T2"
        );
    });
}

#[test]
fn a_choice_lasts_for_one_step() {
    owned(|| {
        let stand = Stand::new(Arc::new(model(Lang::En)));
        stand.go(8);
        stand.chosen.set(Some(ThreadId(1)));
        stand.step();
        assert_eq!((stand.cursor.get(), stand.chosen.get()), (Some(9), None));
    });
}

#[test]
fn a_thread_that_is_not_there_yet_is_said_to_be_so() {
    let recording = Recording::new(Run::of(race()));
    let teller = Teller {
        lang: Lang::En,
        recording: &recording,
    };
    let said = |view: &View, thread| teller.status(view, ThreadId(thread), None);
    assert_eq!(said(&recording.view(0), 1), "not started yet");
    assert_eq!(said(&recording.view(7), 1), "ready, main has the GIL");
    assert_eq!(said(&recording.view(24), 1), "finished");
    let view = recording.view(7);
    assert!(matches!(view.threads[0].status, Status::Blocked { .. }));
    assert_eq!(plain(&said(&view, 0)), "it waits for T1 to end");
}
