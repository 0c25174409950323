//! The widget in real browsers: each test is written once, and runs in Chromium, Firefox and `WebKit`.
//!
//! `make test` builds the site, installs what is missing and runs all tests; then `cargo test --test browser` runs all
//! again, `cargo test --test browser -- firefox::errors` runs some. `OPEN_LETTER_SITE` names another built site than
//! `target/site`. `OPEN_LETTER_SHOTS=<folder>` adds a test that takes pictures of the pages.

mod access;
mod addresses;
mod answer;
mod attributes;
mod browsers;
mod chromium;
mod clobbered;
mod collecting;
mod collector;
mod containers;
#[path = "../hosts/converters.rs"]
mod converters;
mod counts;
mod demo;
#[path = "../hosts/page.rs"]
mod embedding;
mod engines;
mod errors;
mod fallback;
mod first_screen;
mod first_view;
mod footnotes;
mod form;
mod form_opening;
mod form_places;
mod form_troubles;
mod forms;
mod frames;
#[path = "../generated/roll.rs"]
mod generated;
mod globals;
#[path = "../generated/heavy.rs"]
mod heavies;
mod heavy;
mod hostile;
mod hostile_view;
mod hosts;
mod http;
mod hydration;
mod inherited;
mod isolation;
mod languages;
mod lifetime;
mod morphed;
mod one_tag;
mod origins;
mod own_address;
#[path = "../hosts/packages.rs"]
mod packages;
mod page;
mod partners;
mod pasted;
mod policy;
mod privacy;
mod process;
mod properties;
mod published;
mod react;
mod reader_view;
mod right_to_left;
mod roll_changes;
mod roll_groups;
mod roll_kinds;
mod rolls;
mod sharing;
mod shortcuts;
mod shots;
mod signing;
mod site;
mod stops;
mod streams;
mod takeover;
mod without_script;
mod wrapped;

use access::{contrast, focus, keyboard, preferences, reflow, rules, speech, tree};
use browsers::{Browsers, Test};
use engines::Engine;
use libtest_mimic::Arguments;
use std::process::ExitCode;

/// The number of tests that run at a time. Most of a test is waiting.
const AT_A_TIME: usize = 4;

/// A file of the sources.
fn source(path: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Makes the list of tests from their paths.
macro_rules! tests {
    ($($subject:ident: $($claim:ident)*;)*) => {
        vec![$($(Test {
            name: concat!(stringify!($subject), "::", stringify!($claim)),
            run: |page| Box::pin($subject::$claim(page)),
        },)*)*]
    };
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_A_TIME);
    if !arguments.list && !site::folder().join("open-letter.js").is_file() {
        eprintln!("no widget in {}: run `make test`, which builds it", site::folder().display());
        return ExitCode::FAILURE;
    }
    let browsers = match Browsers::new() {
        Ok(browsers) => browsers,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    let in_each = |test| Engine::ALL.map(|engine| browsers.trial(engine, test));
    let mut trials: Vec<_> = tests().into_iter().flat_map(in_each).collect();
    if shots::folder().is_some() {
        trials.extend(in_each(shots::GALLERY));
    }
    trials.extend(tests_by_its_protocol().into_iter().map(|test| browsers.trial(Engine::Chromium, test)));
    trials.extend(shots::folder().map(|_| browsers.trial(Engine::Chromium, shots::TEST)));
    let conclusion = libtest_mimic::run(&arguments, trials);
    browsers.end();
    conclusion.exit_code()
}

#[expect(clippy::too_many_lines, reason = "it is a table of contents")]
fn tests() -> Vec<Test> {
    tests! {
        // These are slow: they go first, so that the others run meanwhile.
        errors: silence_is_timeout;
        languages: a_page_and_its_widget_write_alike_in_every_language;

        rules:
            axe_sees_what_is_wrong_within_a_letter
            the_whole_letter_is_in_order
            a_letter_from_right_to_left_is_in_order
            notices_are_in_order
            letters_that_are_no_longer_signed_are_in_order
            badges_are_in_order
            a_roll_is_in_order
            a_long_roll_is_in_order
            what_is_found_is_in_order
            each_language_is_in_order;

        keyboard:
            tab_goes_through_a_letter_in_its_order_and_back
            tab_goes_through_a_long_roll_to_what_is_behind_it
            what_has_the_focus_is_not_under_the_way_to_sign
            space_presses_a_filter
            names_are_typed_and_escape_clears_them
            arrow_keys_choose_an_order
            show_more_leads_on_to_the_first_row_that_joined
            who_has_come_to_show_more_stays_there_until_it_is_pressed
            where_nothing_is_left_to_show_the_focus_stays_in_the_roll
            a_focused_link_keeps_the_focus_when_rows_join;

        focus:
            it_is_on_the_language_that_was_chosen
            it_stays_on_its_control_when_the_host_changes_the_letter
            it_goes_from_try_again_to_the_letter
            it_goes_to_the_letter_when_the_engine_was_tried_again
            it_stays_out_of_a_letter_that_did_not_have_it;

        contrast:
            edges_marks_bars_and_the_focus_stand_out
            fields_stand_out;

        without_script:
            a_published_page_that_may_run_no_script_is_whole
            a_published_page_whose_script_is_gone_is_whole;

        right_to_left:
            the_bar_fills_from_the_right
            what_begins_a_line_is_at_its_right
            names_of_every_direction_keep_their_commas
            comments_stand_where_the_letter_does
            controls_run_from_the_right
            on_a_small_screen_nothing_overflows;

        reflow:
            at_400_percent_nothing_is_lost_or_scrolled_sideways
            with_text_at_200_percent_nothing_is_lost
            on_a_phone_with_text_at_200_percent_nothing_is_lost
            with_wide_text_spacing_nothing_is_lost
            fingers_find_every_control_on_a_phone;

        speech:
            a_copied_link_is_reported_each_time
            a_search_announces_what_it_has_found_and_nothing_on_the_way;

        one_tag:
            title_date_and_summary_stand_as_published
            fifteen_addressees_stand_in_two_groups
            every_text_of_the_body_is_exact
            the_roll_of_22_distinguishes_author_organisations_and_persons
            the_count_is_22
            the_element_is_right_after_its_tag
            ready_fires_once_bubbling_and_composed
            loader_glue_wasm_letter_and_count_are_asked_for_once_and_nothing_else;

        first_screen:
            on_a_phone_count_and_status_are_on_the_first_screen
            a_fold_opens_by_a_click_and_shows_all
            a_fold_that_is_open_stays_open_when_the_engine_takes_over
            so_does_one_on_a_published_page
            count_languages_and_share_stay_in_view_beside_the_text
            on_a_partners_page_nothing_stands_beside_the_text
            what_is_far_below_the_window_is_laid_out_when_it_comes_near;

        demo:
            the_campaign_page_has_a_delivered_letter_and_one_to_sign
            what_is_pasted_can_be_copied
            the_switches_of_the_gallery_change_its_letter_and_its_address
            each_example_of_the_gallery_has_an_address
            its_pages_are_in_order;

        first_view:
            readers_do_not_wait_for_the_engine
            the_loader_asks_for_view_and_style_first
            the_engine_takes_over_its_elements
            the_page_around_it_chooses_the_language
            attributes_that_change_before_the_engine_are_followed
            attributes_that_change_before_the_letter_leave_no_first_view
            what_was_begun_before_the_engine_is_done
            a_name_typed_before_the_engine_is_found
            focus_selection_and_scrolling_are_kept
            nothing_moves
            the_host_is_asked_before_a_reader_signs
            without_the_module_it_stays
            it_stays_where_html_comes_instead_of_the_module
            without_webassembly_it_stays
            it_stays_under_a_policy_that_refuses_webassembly
            it_stays_where_the_letter_cannot_be_loaded
            a_letter_without_one_is_shown_by_the_engine
            one_of_another_format_is_left_alone
            one_of_another_release_is_replaced;

        footnotes:
            a_mark_leads_to_its_note_and_back_by_keyboard
            before_the_engine_marks_are_text_and_then_its_links
            a_finger_finds_a_mark
            a_published_page_needs_no_script_for_them
            numbers_and_notes_stand_at_the_right_in_an_arabic_letter;

        hostile_view:
            nothing_is_built_but_what_is_listed
            of_a_thousand_that_were_generated_neither;

        forms:
            one_tag
            several_tags_and_elements_on_one_page
            tag_in_the_head_renders_at_the_start_of_the_body_and_warns
            element
            div_is_taken_up_and_its_content_kept
            deferred
            module
            inserted_by_another_script
            tag_inserted_later
            included_twice_it_defines_the_element_once;

        fallback:
            it_shows_until_the_letter_is_ready
            it_stays_when_the_letter_fails
            it_stays_when_there_is_no_src
            text_alone_is_content
            white_space_alone_is_none
            it_comes_back_when_another_letter_fails
            it_stays_when_the_loader_is_gone;

        takeover:
            a_text_that_nobody_reads_yet_is_exchanged
            once_the_reader_scrolls_in_it_the_text_stays_until_it_is_out_of_sight
            a_selection_in_the_text_is_kept
            focus_in_the_text_is_kept
            a_published_text_is_exchanged_even_where_the_reader_has_scrolled
            one_of_the_first_release_is_exchanged_too
            one_of_the_first_release_shows_whichever_comes_first
            a_published_text_that_comes_in_pieces_is_exchanged_as_a_whole
            so_is_one_that_comes_in_pieces_to_a_class_that_is_known
            focus_in_a_published_text_is_kept
            focus_from_before_the_script_is_kept
            so_it_is_in_a_window_behind_another
            focus_may_move_in_the_text
            a_selection_in_a_published_text_is_kept
            focus_in_a_text_of_the_first_release_is_kept
            a_published_text_stays_when_the_letter_fails
            nothing_moves_when_the_widget_takes_over_a_published_page
            the_languages_of_a_published_page_stay_links
            another_letter_in_a_published_page_has_its_own_languages
            focus_on_a_language_of_a_published_page_is_kept;

        attributes:
            show_chooses_the_parts
            heading_level_is_that_of_the_title
            refresh_renders_nothing_anew
            theme_is_light_or_dark_whatever_the_host_is
            lang_brings_the_translation
            lang_of_the_host_chooses_the_text
            lang_without_a_translation_shows_the_text_of_src
            src_brings_another_letter
            the_last_of_many_srcs_wins
            unknown_values_mean_the_default_and_one_warning
            an_unknown_word_of_show_is_dropped;

        languages:
            a_page_of_the_first_release_and_its_widget_write_alike
            a_letter_brings_its_interface_along_with_the_engine
            they_come_while_the_module_does
            many_elements_ask_once
            without_its_file_the_interface_is_english_and_nothing_is_reported
            a_letter_does_not_wait_long_for_its_texts
            the_name_of_the_letters_file_gives_its_language
            armenian_days_are_written_out_in_every_browser
            what_nothing_announces_is_asked_for_when_the_letter_is_there
            the_first_view_announces_it
            an_element_asks_for_two_files_at_most
            notices_are_in_the_readers_language
            without_an_engine_the_notice_is_in_the_readers_language_too
            traditional_chinese_is_not_read_as_simplified
            the_pinned_script_takes_texts_of_exactly_its_bytes
            another_language_changes_the_text_and_neither_count_nor_roll
            the_address_that_is_shared_is_the_translations_own
            the_readers_language_is_offered_first
            a_translation_that_fails_to_load_leaves_the_letter
            without_a_page_nothing_is_in_the_language_of_the_browser;

        containers:
            a_letter_is_as_wide_as_there_is_room_up_to_its_measure
            where_the_least_or_the_most_is_asked_for_it_can_be_read
            columns_beside_a_letter_keep_their_room
            partners_choose_another_measure
            its_parts_still_follow_its_width
            a_count_is_in_its_sentence;

        inherited:
            of_what_is_handed_down_a_letter_takes_font_and_colour_alone
            a_letter_can_be_read_where_nothing_else_could
            the_hosts_voice_is_the_letters
            what_a_host_hides_stays_hidden
            type_too_small_to_read_takes_the_pages_size_with_one_warning
            fields_have_16_pixels_at_least;

        shortcuts:
            what_is_typed_in_a_field_fires_none
            what_is_typed_before_the_engine_fires_none
            keys_that_type_nothing_reach_the_host
            keys_of_every_keyboard_are_distinguished
            buttons_are_pressed_and_other_keys_are_the_hosts;

        sharing:
            the_browsers_own_way_is_enough
            where_sharing_is_refused_the_link_is_copied
            where_copying_is_refused_too_the_address_can_be_copied_by_hand
            its_words_are_the_letters
            in_a_frame_something_happens_whatever_its_host_allows
            without_the_part_that_shares_there_is_the_address
            the_address_can_be_used_by_everybody;

        errors:
            an_element_without_src_is_no_src
            a_reset_connection_is_network
            an_answer_for_other_origins_withheld_is_network
            an_answer_cut_off_is_network
            not_found_is_status
            a_server_error_is_status
            fifty_megabytes_are_too_large
            fifty_megabytes_unannounced_are_too_large
            html_is_not_json
            truncated_json_is_not_json
            nothing_is_not_json
            a_missing_title_is_not_a_letter
            a_null_body_is_not_a_letter
            another_document_is_not_a_letter
            json_nested_ten_thousand_deep_is_not_a_letter
            version_2_is_version
            a_letter_of_another_version_leads_to_its_own_page;

        hostile:
            markup_in_any_text_is_shown_and_nothing_runs
            links_that_run_scripts_are_dropped_and_their_text_stays
            a_signatory_without_name_is_left_out
            no_letter_widens_the_page_or_reaches_out_of_its_element;

        addresses:
            no_address_of_a_letter_runs_a_script
            a_notice_leads_to_no_script
            what_a_redirected_letter_refers_to_is_beside_the_one_that_answered
            a_redirected_index_of_a_roll_has_its_files_beside_it;

        wrapped:
            fetch_is_called_with_an_address_and_options
            whatever_fetch_does_it_is_network_and_the_engine_lives_on
            built_ins_that_go_while_a_letter_is_read_do_not_end_the_engine;

        heavy:
            a_heavy_letter_shows_what_it_may_or_is_refused_in_words;

        streams:
            no_stream_costs_battery_or_memory
            one_message_a_second_is_looked_at_and_it_is_the_newest
            a_page_that_is_shown_again_and_again_opens_no_bad_stream_anew;

        lifetime:
            a_removed_element_ends_its_request
            a_moved_element_mounts_once
            an_element_moved_while_it_loads_mounts_once
            a_removed_element_that_returns_shows_its_letter
            a_hundred_mounted_and_removed_leave_nothing_running
            lazy_asks_for_nothing_until_it_is_near
            lazy_that_becomes_eager_asks_at_once;

        signing:
            who_follows_the_link_to_sign_is_told_of_and_arrives
            a_host_that_holds_the_event_back_keeps_the_reader;

        form:
            who_reads_signs_and_sees_her_number_and_her_name
            the_letter_says_what_happens_next
            enter_sends_as_the_button_does_and_two_clicks_send_once
            faults_stand_beside_their_fields_and_the_first_gets_the_focus
            a_typing_error_in_the_address_is_asked_about_and_never_changed_silently
            a_code_that_is_wrong_is_tried_again_and_one_that_expired_leads_back;

        form_troubles:
            whatever_goes_wrong_is_said_and_tried_again
            what_was_changed_is_another_signature
            a_receiver_that_hangs_is_given_up_and_nobody_claims_to_know
            without_a_network_nothing_is_sent_and_it_is_said
            a_letter_that_closes_says_so;

        form_opening:
            who_points_at_the_link_finds_the_form_there
            who_reaches_the_link_by_keys_finds_the_form_there
            pressed_before_the_engine_is_there_it_opens_when_that_arrives
            pressed_where_the_engine_cannot_run_the_link_leads_on
            a_token_that_is_not_taken_is_asked_for_again_once
            a_hostile_letter_gets_no_form_or_a_harmless_one
            pressed_in_a_published_text_it_opens_when_the_letter_has_its_place
            pressed_in_a_published_text_whose_engine_does_not_come_the_link_leads_on
            a_click_for_a_new_tab_is_the_browsers;
        collecting:
            who_signs_counts_and_is_named_on_a_page_of_another_origin
            by_a_stream_the_other_page_learns_it_with_the_publication
            where_it_is_down_the_letter_shows_and_what_was_typed_is_sent_later
            a_link_that_is_looked_at_confirms_nothing_and_the_button_does;

        form_places:
            what_was_typed_stays_when_the_form_is_closed_and_when_the_language_changes
            a_host_that_holds_the_event_back_gets_no_form
            where_the_part_cannot_be_had_the_link_leads_on
            a_form_that_only_a_page_can_send_is_behind_the_link
            a_form_that_is_none_leaves_the_link
            another_receiver_is_named_and_believed_by_its_answer
            a_badge_opens_the_form_of_the_letter_on_the_page
            a_badge_alone_opens_its_own_form
            two_letters_on_one_page_have_two_forms
            the_strictest_policy_is_kept
            a_frame_that_may_not_submit_forms_signs_too
            everybody_can_use_it_in_each_stage
            nothing_that_was_typed_is_stored_or_told
            a_script_of_the_page_cannot_send_what_was_typed_to_the_page;

        rolls:
            a_short_roll_has_no_need_of_help
            without_a_way_to_see_the_end_come_near_the_button_reads_on
            the_whole_roll_is_read_as_the_reader_nears_its_end
            nothing_of_a_roll_is_asked_for_before_somebody_wants_it
            a_name_among_100_000_is_found_by_two_files
            a_hundred_thousand_open_as_twenty_two_do
            rows_that_are_far_leave_the_page_and_come_back
            what_is_found_is_marked_counted_and_cleared_by_escape
            a_common_name_is_shown_by_and_by
            names_are_found_as_the_shared_table_says
            names_of_any_length_wrap_and_never_widen_the_page
            characters_fold_in_the_browser_as_they_do_for_the_publisher
            a_roll_at_hand_has_its_orders_and_initiators_first_in_each
            the_newest_of_a_long_roll_follow_its_initiators
            many_initiators_are_read_on_like_all_others
            a_name_is_found_with_its_title
            a_kind_can_be_read_by_itself
            who_signs_meanwhile_joins_without_disturbing_the_reader
            a_roll_that_was_published_anew_is_read_on
            where_names_fail_to_load_the_reader_sees_it_and_can_try_again
            the_letter_stays_where_the_part_for_long_rolls_cannot_be_had;

        roll_changes:
            sheets_that_were_emptied_come_back_after_names_have_joined
            where_the_newest_are_first_who_signs_is_first_and_nobody_twice
            who_withdraws_among_those_who_were_read_is_gone_and_nobody_else
            in_any_order_of_a_roll_at_hand_names_join_in_their_places
            who_looks_for_a_name_sees_it_arrive
            who_was_found_stays_in_focus_when_others_come_and_go
            at_hand_who_was_found_stays_in_focus_too
            the_same_name_is_looked_for_again_after_a_failure
            a_roll_that_caches_keep_back_is_followed_when_they_let_it_go
            a_roll_that_becomes_too_long_for_its_letter_loses_nobody_on_open_pages
            a_roll_whose_index_failed_to_load_is_followed_later
            nobody_is_new_who_only_moves_up;

        roll_groups:
            a_short_roll_has_headings_and_a_menu_of_groups
            a_long_roll_has_each_heading_once
            a_group_of_a_long_roll_is_read_by_itself
            a_group_chosen_before_the_engine_is_shown
            two_hundred_names_show_a_first_part_and_read_on
            the_button_leads_to_the_names_that_it_shows
            all_names_are_printed
            the_widget_takes_over_a_page_of_many_names_without_a_shift;

        roll_kinds:
            rows_of_a_kind_keep_coming_until_the_screen_is_full
            a_kind_ends_with_its_last_whatever_else_there_is
            a_kind_that_is_rare_is_looked_for_by_and_by
            as_many_of_a_kind_are_found_as_counted_and_seen
            at_hand_as_many_of_a_kind_are_found_as_counted_and_seen
            the_kinds_of_a_roll_that_is_not_followed_are_counted;

        counts:
            the_count_is_asked_for_once_the_letter_is_there_and_reported
            a_new_signature_shows_within_one_refresh_and_leaves_all_else_alone
            who_withdrew_is_gone
            who_withdrew_is_gone_also_where_another_has_signed
            who_joined_and_withdrew_before_the_letter_followed_is_gone
            without_ids_nobody_is_listed_twice
            a_letter_that_closes_meanwhile_offers_no_way_to_sign_and_asks_no_more
            whoever_chose_a_kind_finds_the_way_back_when_its_last_has_withdrawn
            the_latest_join_before_the_letter_is_published_anew
            older_answers_change_nothing
            a_lower_count_without_a_time_waits_for_a_second_answer
            what_is_no_count_is_an_error_told_once_and_the_last_good_one_stays
            a_hidden_page_asks_for_nothing_and_asks_at_once_when_it_is_seen_again
            a_page_without_network_asks_for_nothing
            fifty_elements_ask_once
            parts_placed_apart_share_one_letter_and_one_count
            a_count_that_has_not_changed_is_asked_about_by_its_tag_and_without_a_preflight
            refresh_off_asks_for_nothing_but_by_update
            update_resolves_when_no_answer_comes
            the_letter_stays_where_the_part_that_follows_it_cannot_be_had
            the_part_that_follows_is_started_whatever_type_its_host_gives_it
            a_letter_that_is_closed_is_not_polled
            numbers_of_other_systems_are_read_by_pointer
            a_host_that_sends_retry_after_is_obeyed
            a_server_in_trouble_is_asked_ever_more_rarely_and_found_again
            caches_that_take_turns_do_not_make_the_count_go_back
            an_answer_that_never_ends_is_given_up_and_the_next_one_counts
            a_count_that_is_old_stays_with_the_time_it_is_from
            a_stream_updates_at_once_and_requests_become_a_fallback
            names_that_came_with_the_count_are_not_asked_for
            names_follow_at_most_every_five_minutes_and_then_to_the_last
            a_clock_that_is_set_back_stops_nothing
            a_time_in_the_future_stops_nothing
            a_count_that_was_translated_goes_on
            without_its_stream_the_count_is_asked_for
            screen_readers_get_it_now_and_then_and_by_one_element
            what_is_read_stays_where_it_is_when_names_join_above_it;

        stops:
            a_stop_is_reported_by_each_element_and_what_is_shown_stays
            nothing_polls_on_after_a_stop
            an_element_that_comes_after_a_stop_keeps_its_content
            without_webassembly_every_element_keeps_its_content
            a_thousand_mounted_and_removed_leave_no_memory_behind
            a_loader_whose_files_are_gone_takes_the_release_that_is_there
            it_does_so_once
            the_pinned_script_shows_the_letter
            the_pinned_script_refuses_an_engine_of_other_bytes
            a_pinned_script_of_other_bytes_does_not_run;

        hosts:
            a_policy_with_a_nonce
            a_policy_without_webassembly
            a_policy_without_the_letters_origin
            a_policy_without_the_origin_of_the_letter_alone
            a_policy_that_allows_the_loader_alone
            the_script_inlined
            the_script_inlined_and_its_tag_lost
            the_script_inlined_and_nobody_says_from_where
            an_element_does_not_redirect_a_script_that_knows_its_address
            the_script_in_one_file_with_others
            a_script_that_waits_for_the_reader
            a_script_that_waits_for_consent
            a_tag_that_is_let_go_later
            styles_that_attack
            huge_type
            bootstrap
            tailwind
            a_right_to_left_page
            a_dark_page
            zoom_and_scale
            a_column_of_200_pixels
            a_panel_that_is_shown_later
            a_dialog
            a_page_with_a_base
            a_page_without_doctype
            an_application
            in_another_component
            tags_that_are_copied_with_their_letters
            tags_whose_attributes_change
            the_script_twice_by_two_addresses
            the_script_in_two_versions
            the_script_in_two_versions_from_two_addresses
            the_tag_in_a_paragraph
            fifty_letters
            frozen_built_ins
            built_ins_of_the_pages_own
            curly_quotation_marks
            addresses_that_an_editor_has_changed
            stripped_attributes
            a_script_without_a_letter
            a_frame
            a_frame_that_is_followed;

        own_address:
            a_site_in_a_folder_shows_on_its_own_origin_too
            the_pinned_script_shows_from_a_folder_on_another_origin
            the_campaign_page_works_in_any_folder
            nothing_is_named_from_the_root_of_the_host
            a_page_that_turns_elsewhere_after_the_script_has_run_changes_nothing
            a_page_that_turns_elsewhere_before_the_script_has_run_changes_nothing
            trying_again_asks_at_the_same_place
            a_relative_src_means_what_it_meant_when_it_was_set
            jquery_html_shows_it
            jquery_load_shows_it
            jquery_get_script_shows_it
            jquery_shows_it_from_another_origin;

        clobbered:
            images_decide_nothing
            forms_decide_nothing
            frames_decide_nothing
            ids_decide_nothing
            the_fields_of_a_form_around_it_decide_nothing
            a_form_that_is_inserted_later_does_not_end_the_watch
            a_page_with_a_strangers_comments;

        globals:
            constants_named_like_built_ins_change_nothing
            variables_named_like_built_ins_are_passed_or_named
            with_the_pinned_script_too
            objects_named_like_built_ins_are_passed_or_named
            a_variable_named_url_css_or_response_stops_nothing
            fetch_is_called_as_everybody_calls_it
            every_script_is_ascii
            pages_in_any_encoding_show_the_letter;

        morphed:
            by_idiomorph
            by_morphdom
            by_alpine
            by_a_refresh_of_turbo
            a_page_that_takes_each_letter_away_lives_on
            copies_of_a_mended_tag_do_not_multiply
            copies_keep_what_the_host_has_set_on_a_letter
            a_saved_letter_follows_its_tag
            a_tag_does_not_take_the_letter_of_another
            scripts_that_no_browser_runs_show_nothing
            a_tag_that_runs_as_a_copy_shows_once
            a_page_that_is_morphed;

        frames:
            it_does_not_grow_while_it_waits
            it_sends_the_height_of_a_notice_too
            the_fragment_says_what_the_query_says
            a_page_by_another_name_is_followed
            from_its_sandbox_readers_sign
            without_scripts_on_the_host_it_scrolls_at_a_fixed_height
            a_policy_that_allows_the_frame_alone
            it_follows_its_content_where_the_host_has_the_script
            it_follows_in_a_sandbox_too
            a_script_that_comes_later_asks_for_the_height
            other_frames_and_other_messages_change_nothing
            its_address_says_what_the_attributes_say
            letters_from_elsewhere_are_refused
            letters_outside_its_folder_are_refused
            letters_of_the_list_beside_it_are_shown
            its_own_policy_is_kept;

        policy:
            the_strictest_policy_is_kept
            styles_apply_under_it
            one_tag_on_a_guarded_page
            without_webassembly_the_fallback_stays_and_the_console_names_the_policy;

        properties:
            each_attribute_is_a_property
            without_attributes_the_properties_are_the_defaults
            letter_and_count_are_null_until_they_are_known
            letter_and_count_are_read_only
            a_property_set_before_the_element_is_defined_counts
            ready_resolves_with_the_element_once_its_letter_shows
            ready_waits_for_another_letter
            ready_waits_for_a_letter_as_long_as_there_is_none;

        react:
            its_props_reach_the_element_and_its_events_the_handler
            a_changed_state_changes_the_same_element
            rendered_before_the_script_has_come_it_is_the_same
            unmounted_it_leaves_nothing_running
            it_goes_on_with_the_children_of_its_div
            a_tag_that_react_moved_into_the_head_is_told_what_to_write
            a_tag_that_its_server_moved_to_the_top_is_too;

        hydration:
            in_a_react_page_the_count_shows_whichever_comes_first
            in_a_vue_page_it_does_too
            in_a_svelte_page_it_does_too
            what_partners_paste_into_react_is_taken_over_without_a_word;

        partners:
            what_is_chosen_is_in_the_code_and_in_the_preview
            colours_are_a_rule_and_seen_in_the_preview
            a_frame_of_wordpress_says_its_height_and_asks_to_open_links
            the_page_that_signs_takes_a_partner_from_its_address_and_nothing_else;

        pasted:
            the_whole_text_shows_once
            the_element_shows_once
            the_tag_shows_once
            the_pinned_tag_shows_once
            the_frame_shows_once
            the_badge_shows_once;

        reader_view:
            firefox_offers_it_on_a_published_page;

        isolation:
            styles_of_the_host_do_not_reach_inside
            styles_of_the_widget_do_not_reach_outside
            the_widget_adds_no_global;

        privacy:
            no_request_reveals_more_than_the_origin_of_the_page
            links_tell_no_more_than_the_origin_of_the_page
            nothing_is_stored
            nobody_is_asked_but_who_is_named
            the_partner_is_named_where_the_host_page_gave_one;
    }
}

/// What Chromium's own protocol can do and `WebDriver` can't.
fn tests_by_its_protocol() -> Vec<Test> {
    tests! {

        first_screen: folds_are_open_in_print;
        roll_groups: chromium_prints_all_names;

        preferences:
            with_more_contrast_nothing_is_faint
            with_less_motion_nothing_moves
            in_the_readers_own_colours_nothing_vanishes
            in_the_readers_own_colours_what_was_found_is_marked;

        tree:
            of_the_whole_letter
            of_a_letter_from_right_to_left
            of_a_letter_that_was_delivered
            of_a_badge
            of_notices
            of_a_long_roll_and_what_was_found_in_it;
    }
}
