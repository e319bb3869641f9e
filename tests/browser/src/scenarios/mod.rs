//! The scenarios, one file per area. A new one is a function here and a line in the list.
mod ask;
mod player;
mod policy;
mod scheduler;
mod site;
mod tools;

use crate::Scenario;

macro_rules! scenarios {
    ($($area:ident :: $name:ident),* $(,)?) => {
        /// Every scenario with its name, in the order in which they run.
        pub const ALL: &[(&str, Scenario)] =
            &[$((concat!(stringify!($area), "::", stringify!($name)), |site| Box::pin($area::$name(site)))),*];
    };
}

scenarios! {
    site::every_page_opens_without_a_complaint,
    site::every_page_is_complete_without_javascript,
    site::every_link_leads_somewhere,
    site::no_page_scrolls_sideways_on_a_phone,
    site::the_skip_link_moves_the_focus,
    site::axe_finds_nothing,
    site::little_is_requested_before_the_first_paint,
    policy::nothing_active_comes_in_as_text,
    policy::the_engine_starts_and_speaks_first,
    player::steps_by_mouse_and_keyboard_in_both_languages,
    player::the_reader_loses_an_update,
    player::a_killed_engine_is_started_again_and_nothing_is_lost,
    player::keys_choose_and_explain,
    player::a_click_on_the_timeline_goes_there,
    player::taking_over_and_stepping_move_nothing,
    player::a_phone_shows_the_steps_round_the_cursor,
    player::marks_stay_in_the_reader_s_own_colours,
    scheduler::policies_make_runs_that_are_kept_and_compared,
    scheduler::a_step_goes_as_far_as_its_unit_says,
    scheduler::the_timeline_zooms_pans_and_scrubs,
    scheduler::lanes_and_axis_are_chosen,
    scheduler::a_deadlock_is_a_circle_with_lines,
    scheduler::a_shared_object_is_shown_as_such,
    scheduler::a_long_run_stays_small_in_the_page,
    scheduler::everything_works_by_keyboard_alone,
    scheduler::axe_finds_nothing_after_stepping,
    tools::the_editor_helps_and_undoes,
    tools::mistakes_are_marked_and_the_last_run_stays,
    tools::answers_say_that_they_are_of_the_last_program,
    tools::the_machine_speaks_the_reader_s_language,
    tools::a_long_program_is_painted_where_it_is_in_sight,
    tools::menus_close_and_give_the_focus_back,
    tools::a_hostile_draft_is_no_harm,
    tools::the_conditions_of_a_run_can_be_chosen,
    tools::examples_and_links_carry_program_and_step,
    tools::damaged_links_say_so,
    tools::a_run_can_be_kept,
    tools::print_has_the_timeline_and_the_events,
    tools::a_program_is_compared_with_itself,
    tools::threads_that_share_a_work_are_compared,
    tools::the_badge_tells_what_to_trust,
    tools::open_tools_are_accessible_and_fit_a_phone,
    tools::players_stand_on_other_peoples_pages,
    ask::all_outcomes_are_listed_and_one_click_loses_the_update,
    ask::the_bug_of_a_deadlock_is_its_cycle,
    ask::the_bug_of_a_race_names_both_accesses,
    ask::a_program_with_a_lock_is_proved,
    ask::a_question_can_be_taken_back,
}
