//! Sentences about what leaves the house: plans and papers.

use crate::text::section::section;

section! {
    /// A safety plan: what is weak in it, and where.
    plan: PlanText {
        clash(row, under), at_whole, at_condition(number),
        at_agreement(number), at_agreement_of(number, names), at_child_line(names), at_early_sign, at_emergency,
        at_escalation, at_review, at_texts, no_situation, no_situation_todo, nothing_ranked,
        nothing_ranked_todo, no_condition, no_condition_todo, doer_unknown, doer_unknown_todo,
        nothing_asked(name), nothing_asked_todo(name), no_condition_text, no_condition_text_todo, no_agreement,
        no_agreement_todo, loose_agreement, loose_agreement_todo, no_doer, no_doer_todo, doer_is_child(name),
        doer_is_child_todo, no_action, no_action_todo, only_not, only_not_todo, no_moment, no_moment_todo,
        no_sign, no_sign_todo, no_checker, no_checker_todo, checker_is_child(name), checker_is_child_todo,
        checker_is_doer(name), checker_is_doer_todo, checker_is_threatened(name), checker_is_threatened_todo,
        no_failure_step, no_failure_step_todo, vague(word), vague_todo(ask), flight(word), flight_todo,
        left_out, flight_out, flight_out_todo, trace(what), trace_todo, name(word), name_todo, no_child_line(name), no_child_line_todo,
        no_emergency, no_emergency_todo, no_review, no_review_todo, review_past, review_past_todo, negations,
        flight_words, at_phase, at_incident(number),
        at_risk_factor(number), at_recovery(number), at_measurement, at_directors, at_aftercare, at_help,
        phase_ahead(phase), phase_ahead_todo, incident_unseen, incident_unseen_todo, no_director, no_director_todo,
        nobody_directs, two_directors, two_directors_todo, no_deputy, no_deputy_todo, no_causes, no_causes_todo,
        no_help_child(name), no_help_child_todo, no_trauma, no_trauma_todo, no_help_doer, no_help_doer_todo,
        no_time_out, no_time_out_todo, no_experience, no_experience_todo, time_out_words,
    }
}

section! {
    /// What a plan and its parts are called.
    plan_names: PlanNamesText {
        and(others, last), at_situation(number), phase_immediate, phase_stable, phase_recovery, phase_aftercare,
    }
}

section! {
    /// Days as they are written.
    days: DaysText {
        months, weekdays, day(day, month, year), month(month, year), with_weekday(weekday, day),
    }
}

section! {
    /// `taal`, and the language of a document.
    language_command: LanguageCommandText {
        unknown(name), unknown_todo, faulty(name), faulty_todo, no_code, more(count), header,
    }
}

section! {
    /// A plan file: its comments, and what can be wrong with one.
    plan_file: PlanFileText {
        header, header_draft, header_rest(remark), about_head, about_people, about_occasion, about_top3, about_parked,
        about_ratings, about_conditions, about_agreements, about_children, about_emergency, about_signs,
        about_network, about_supervision, about_escalations, about_review, about_consents, about_differences,
        about_discussed, about_incidents, about_risk_factors, about_recoveries, about_directors, about_measurements,
        about_aftercare, about_attention, about_words, no_plan, no_plan_todo, newer, newer_todo, bad_format,
        bad_format_todo, unknown_words, no_such_person(id), no_such_situation(id), no_such_condition(id),
        repeated_id(id), repeated_id_todo, first_id, unknown_word(key), not_yes_no, not_yes_no_todo,
        person(id, name), known_ids(known), no_ids, no_words(key), no_words_todo, not_on_scale(key),
        not_on_scale_todo(from, to), no_such_agreement(id), one_of(words), about_replies, about_met(words), who_does(who, does),
    }
}

section! {
    /// A safety plan as people read it.
    plan_paper: PlanPaperText {
        title, title_of(label), mark, mark_about, status_draft, status_agreed, status_active, status_revised,
        status_closed, with_family(with), with_family_missing, about(number, phase, made), about_since(number, phase, date, made), made(date), made_by(date, names), made_with(date, names),
        made_at(made, name), made_by_with(date, names, others), attention, sentence(text), emergency, call(name, about),
        emergency_calls, emergency_steps, emergency_children, must_stop, nothing_ranked, red_flag, who,
        does(names), does_unknown, undergoes(names), undergoes_unknown, sees(names), sees_unknown, urgency,
        who_does_what, no_agreements, doer(names), when, checker, checker_often(names, often), if_not, review,
        review_date, review_with, supervision, valid_until, not_official, missing, unknown, refused, yes_word,
        no_word, not_applicable, nobody, note(said, note), note_alone(note), rate(number, label),
        out_of(number, highest), children, children_about, why, occasion, fear, strengths, situations,
        rank_reason, rank_dissent, situation_parked(called), what, last_time, effect, red_flag_asked, severity,
        recurrence, rated_why, rated_by(why, names), source, source_kind(from, kind), rater, conditions,
        no_conditions, at, set_by, met, how, agreements(numbers), no_agreement, seen_by,
        early_signs, sign_who, sign_what, sign_does, network, escalations, step_when, step_who, step, views,
        discussed, differences, consent_who, consent_stand, consent_reason, to_do, weak(what, todo),
        not_certain, not_certain_about(titles), people, person, person_kind, person_age, person_lives,
        person_authority, years(age), basis, legend_about, figure, basis_about, basis_list(id, version, code),
        agreements_more, agreement_number,
    }
}

section! {
    /// The later phases in a safety plan as people read it.
    plan_later: PlanLaterText {
        standing(yes, all, partly, not, unknown), met_on(met, date), why_phase, incidents, incidents_about, day, happened, done,
        risk_factors, risk_factors_about, place, factor_unranked, acts_on, weight, help, help_kind(help, kind), sees_to, starts, gone, gone_on(date),
        not_gone, recoveries, recoveries_about, recovers_from, directors, director, directs(who, organisation), covers, from, until,
        deputy, now, measurements, measurements_about, whose, figure, why, aftercare, contact, signs, next_time,
        authority_over(said, names),
    }
}

section! {
    /// The people of a case, and who belongs to whom.
    family: FamilyText {
        title, here, between, elsewhere, unknown_home, around, situations, open, somebody(name, kind), person(name, details),
        child, child_of(age), years(age), unborn, lives_with(names), lives_also(names), parent_of(names), parent_with_authority(names),
        authority, authority_over(names), no_authority, partner_of(names), ex_of(names), situation(called, who),
        open_lives(name), open_authority(name), legend_partner, legend_ex, legend_authority, legend_parent,
        written(file), nobody, nobody_todo(id),
    }
}

section! {
    /// The anonymised consult sheet.
    consult: ConsultText {
        title, mark, child, child_of(role, age), adult, network, professional, somebody, second(label, number),
        years(age), lives(place), authority, nature_unknown, part_people, part_observations, part_injuries, injuries_about,
        injury_of(whose), injury_told(told), part_situations,
        part_talks, part_checks, check_of(title, level), part_consultations, about, check, call, phone(name, about), no_people, no_observations,
        seen_source(source), seen_weighs(weighs), flags, flags_about, flag_unknown, no_flags, talk_none,
        talk_none_why(who, reason), talk_none_open(who), talk_unknown(who), talk_not_alone, talk_no_report, consult_asked(about), consult_advice(advice), want, want_1, want_2, want_3, want_4,
        want_5, own_questions, advice, advice_by, advice_was, advice_then, not_official, last_time,
        effect,
    }
}

section! {
    /// The command `plan`.
    plan_command: PlanCommandText {
        file_name, logged_already(id), no_plan, no_plan_todo(id), written(file), exists_todo, faulty(file), faulty_todo,
        read_well(file), edited, draft, not_share, nothing_weak, one_weak, weak(count), place(place),
        danger(what, todo), point(what, todo), only_sealed, only_sealed_todo,
    }
}

section! {
    /// Papers that an author writes, as people read them.
    paper: PaperText {
        about_rows, not_asked, unknown, refused, none, left_empty, with_note(said, note), why, open, open_among(values), missing,
        no_day, from_to(low, high), for_reader(reader), for_about(reader, person), mark, call, phone(name, about),
    }
}

section! {
    /// The command `papier`.
    paper_command: PaperCommandText {
        endangers(reason), refused, refused_todo, part(part, kinds), written(file), replaced, check, read_first(reader),
        unknown(name), unknown_todo(known), faulty, no_folder(folder), no_folder_todo, does_not_fit, does_not_fit_todo(file),
        does_not_fit_newer(id), called(title, reader), consult_about, list_todo, choose, choose_none,
        missing, missing_todo, gap(row, question), not_a_line, not_a_line_todo, is_a_line, is_a_line_todo,
        only_lines, only_lines_todo, own_listed, own_instead(name, file), other_case, other_cases(count), own_profile, not_per_person,
        not_per_person_todo, person_missing, person_todo, no_person(typed), a_person(row, name),
        which_person, which_reader(row), reader_missing, reader_todo(row), no_review, no_review_todo,
        review_needed, review_needed_todo, review_language(code), review_about(count), review_line(label, text), review_asked(label, text), review_doubts(words), review_ask(at,
        count), review_words, review_again, review_written(file), review_head, review_faulty(file),
        review_faulty_todo, review_other(file), review_other_todo, review_unclear(file, line),
        review_unclear_todo,
        logged(paper, person), logged_for(paper, person, reader), only_dutch, only_dutch_todo, points_first(count, id), stays_inside, stays_inside_todo,
    }
}

section! {
    /// The pictures in a safety plan.
    plan_picture: PlanPictureText {
        top, top_one(place), scale(label, number, meaning), scale_bare(label, number), checks, does, looks,
        agreement(number), nobody_yet, check(number, doer, checker), check_often(check, often), timeline,
        timeline_about, on_day(day, what), last_time(situation), incident(what), looked(number), help_starts(what),
        gone(what), recovery_starts(who), director_from(who), director_until(who), review, valid_until, contact, made,
        figures, figure_on(figure, day), figures_of(who, said, highest),
    }
}

section! {
    /// What a renderer adds: the word before a notice, the name of a table that can be moved.
    rendered: RenderedText {
        danger, warning, table, no_screen(form), no_screen_todo(form), paste_mark(title),
    }
}
