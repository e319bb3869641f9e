//! What the prerendered player says, checked on a run written by hand.

use crate::machine::ids::ThreadId;
use crate::machine::options::Options;
use crate::protocol::listing::Class;
use crate::protocol::{Program, Run};
use crate::schedule::PolicyName;
use crate::timeline::sample::{RACE, race};
use crate::trace::record::{Plan, record_plan};
use crate::trace::{BlockedOn, Going, Outcome, Status, View};
use crate::ui::html::{figure_html, pattern_defs_html, player_html};
use crate::ui::model::{MODEL_VERSION, PlayerModel, Section};
use crate::ui::narrate::Teller;
use crate::ui::recording::Recording;
use crate::ui::state::{Stand, candidates};
use crate::ui::text::{Lang, pieces, plain};
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
    let html = figure_html(&model, "p-1.bin", None);
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
        Outcome::Livelock {
            going: vec![Going {
                thread: ThreadId(1),
                lines: (3, 4),
            }],
            blocked: vec![ThreadId(0)],
            deadlock: false,
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
fn a_digit_steps_the_thread_of_that_number_if_the_recording_does_so_too() {
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
        stand.step_by_key('m');
        assert_eq!(stand.cursor.get(), Some(9), "main cannot be chosen");
        stand.step_by_key('2');
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

#[test]
fn runs_are_kept_and_compared_and_the_first_one_is_never_lost() {
    owned(|| {
        let stand = Stand::new(Arc::new(model(Lang::En)));
        let shown = |stand: Stand| stand.recording.with(|r| r.output(r.len()));
        stand.run_policy(PolicyName::Adversary);
        assert_eq!(shown(stand), [(false, "1\n".to_owned())]);
        assert_eq!(stand.shown_run(), 1);
        assert!(stand.differs.get().is_some());
        let titles = |stand: Stand| -> Vec<String> {
            let runs = stand.runs.get();
            runs.iter().map(|run| run.title(Lang::En)).collect()
        };
        assert_eq!(titles(stand), ["the run of the page", "adversary"]);
        // The cursor goes to the first difference if it was beyond it.
        stand.go(u32::MAX);
        stand.swap_runs();
        assert_eq!(stand.shown_run(), 0);
        assert_eq!(stand.cursor.get(), stand.differs.get());
        // The page's run is written by hand: only from its beginning can the machine go on.
        stand.go(0);
        for _ in 0..12 {
            stand.run_policy(PolicyName::Seeded(stand.next_seed()));
        }
        let kept = titles(stand);
        assert_eq!(kept.len(), 8);
        assert_eq!(kept[0], "the run of the page");
        assert!(kept[7].starts_with("at random no. 12"), "{kept:?}");
    });
}

#[test]
fn what_the_machine_says_of_its_limits_is_russian_or_marked_as_english() {
    let said = |message: &str| {
        let mut trace = race();
        trace.outcome = Outcome::Limit {
            limit: "threads".into(),
            message: message.into(),
        };
        let recording = Recording::new(Run::of(trace));
        let teller = Teller {
            lang: Lang::Ru,
            recording: &recording,
        };
        pieces(&teller.outcome().0)
    };
    let known = said("more than 3 threads at once");
    assert!(known.iter().all(|piece| !piece.english), "{known:?}");
    assert!(known[0].text.contains("одновременно больше 3 потоков"));
    let unknown = said("nobody has heard of this");
    assert!(unknown.iter().any(|piece| piece.english), "{unknown:?}");
}

#[test]
fn a_policy_goes_on_from_where_the_reader_stands() {
    owned(|| {
        let stand = Stand::new(Arc::new(model(Lang::En)));
        stand.run_policy(PolicyName::AsCpython);
        let before = stand.recording.get();
        stand.go(10);
        let first = stand.schedule_up_to(10);
        stand.run_policy(PolicyName::RoundRobin);
        assert_eq!(stand.cursor.get(), Some(10));
        assert_eq!(stand.schedule_up_to(10), first);
        assert!(stand.differs.get().is_none_or(|step| step > 10));
        assert!(!Arc::ptr_eq(&before, &stand.recording.get()));
    });
}

#[test]
fn a_deadlock_is_told_with_its_lines_and_locks() {
    let source = "import threading\na, b = threading.Lock(), threading.Lock()\ndef one():\n    with a:\n        with b:\n            pass\ndef two():\n    with b:\n        with a:\n            pass\nts = [threading.Thread(target=f) for f in (one, two)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n";
    let plan = Plan {
        policy: PolicyName::Adversary,
        max_steps: 5_000,
        ..Plan::default()
    };
    let trace = record_plan("p.py", source, &Options::default(), &plan).expect("no schedule");
    let recording = Recording::new(Run::of(trace));
    let told = |lang| {
        let recording = &recording;
        plain(&Teller { lang, recording }.outcome().0)
    };
    assert_eq!(
        told(Lang::En),
        "Deadlock: T1 (line 5) waits for b, held by T2; T2 (line 9) waits for a, held by T1. The circle is closed. Left waiting with them for ever: main."
    );
    assert_eq!(
        told(Lang::Ru),
        "Взаимная блокировка: T1 (строка 5) ждёт b, а держит её T2; T2 (строка 9) ждёт a, а держит её T1. Круг замкнулся. С ними навсегда остались ждать: main."
    );
}

#[test]
fn objects_that_two_threads_name_are_shared() {
    let source = "import threading\ndef add(items):\n    items.append(1)\n    items = None\ndef start():\n    box = []\n    t = threading.Thread(target=add, args=(box,))\n    t.start()\n    t.join()\nstart()\n";
    let plan = Plan {
        policy: PolicyName::RoundRobin,
        max_steps: 5_000,
        ..Plan::default()
    };
    let options = Options {
        preemption: crate::machine::options::Preemption::Bytecode,
        ..Options::default()
    };
    let trace = record_plan("p.py", source, &options, &plan).expect("no schedule");
    let recording = Recording::new(Run::of(trace));
    assert_eq!(recording.film.most_shared, 1);
    let views = (0..=recording.len()).map(|position| recording.view(position));
    let shared: Vec<_> = views
        .flat_map(|view| view.processes[..].first().map(|p| p.shared.clone()))
        .flatten()
        .collect();
    let names = [
        (Some(ThreadId(0)), "box".to_owned()),
        (Some(ThreadId(1)), "items".to_owned()),
    ];
    assert!(
        shared.iter().all(|object| object.names == names),
        "{shared:?}"
    );
    let values: Vec<&str> = shared.iter().map(|object| object.value.as_str()).collect();
    assert_eq!(values.first().zip(values.last()), Some((&"[]", &"[1]")));
}
