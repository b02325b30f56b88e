//! Sentences of versions for a reader, and of the command that makes them.

use crate::text::section::section;

section! {
    /// A version for a reader, as it is read.
    reader_paper: ReaderPaperText {
        about_this, only_this, made(number, date), made_at(number, date, name), lead(names), somebody(name,
        kind), aanleiding_geheel, waar_we_bang_voor_zijn_geheel, wat_goed_gaat_geheel, netwerk_geheel,
        toezicht_geheel, verschil_van_inzicht_geheel, besproken_geheel, veld_status, veld_fase,
        veld_fase_sinds, veld_geldt_tot, veld_organisatie, veld_door, veld_met, veld_rol, veld_leeftijd,
        veld_woont, veld_gezag, veld_wat, veld_doet, veld_ondergaat, veld_ziet, veld_laatste_keer,
        veld_gevolg, veld_rode_vlag, veld_ernst, veld_herhaling, veld_urgentie, veld_reden, veld_bron,
        veld_wie_ziet_het_anders, veld_tekst, veld_gesteld_door, veld_gehaald, veld_gehaald_op, veld_wie,
        veld_wanneer, veld_zichtbaar_aan, veld_controle, veld_hoe_vaak, veld_als_het_niet_lukt, veld_bellen,
        veld_doen, veld_kinderen, veld_stap, veld_datum, veld_gedaan, veld_werkt_op, veld_gewicht,
        veld_hulp, veld_soort_hulp, veld_begint, veld_weg_op, veld_zicht_op, veld_van, veld_tot,
        veld_vervanger, veld_cijfer, veld_contact, veld_signalen, veld_stand, afspraken_wie, signalen_wie,
        signalen_doet, signalen_wat, top3_doet, andere_situaties_doet, top3_wat, andere_situaties_wat,
        als_het_misgaat_wie, als_het_misgaat_wanneer, plan_door, plan_met,
    }
}

section! {
    /// The command `deel`.
    share: ShareText {
        no_plan, no_file, no_file_todo, faulty, list_todo, called(title, reader), own, own_reader(name,
        file), which_reader, which_of(row), which_of_todo(row), unknown, unknown_todo(known), nobody_chosen,
        nobody_chosen_todo, a_choice(row, names), no_household, no_household_todo, no_such_people,
        no_such_people_todo, which_person, which_missing, which_todo(person), not_one_of_them, control,
        control_unknown, control_todo, not_made, begun(file), given_faulty, given_faulty_todo, file_head,
        file_grounds, file_weighed(with, date), file_otherwise, not_weighed, not_weighed_todo, right_of_access, ground_access,
        weighed_before(with, date), ask_weighed_before,
        file_ask(id, question), file_release(row, kind), missing(what), missing_todo, no_right,
        no_right_todo, bad_ground, bad_ground_todo, no_release(row), no_release_todo, ask_recipient,
        ask_purpose, right_to_report, ask_consent, ask_consent_from, ask_consent_on, bad_day, bad_day_todo,
        five_points, point_1, point_2, point_3, point_4, point_5, ask_release(kind, whose), yes_or_no(question), only_yes_or_no, in_words, too_short(what), too_short_todo, not_said,
        not_said_todo, hits, hit(place, kinds), ask_otherwise, stopped, stopped_todo, refused, refused_todo,
        refused_file_todo, refused_paper_todo, refused_plan_todo, in_file, in_name, no_agreement, written(file), read_first(reader), logged(id),
        shared_line(date, reader, number, recipient, form), shared_for(purpose), shared_released(rows),
        shared_sealed(names), ground_right, ground_consent(from, date), ground_weighed(interest),
        nothing_shared,
    }
}

section! {
    /// The command `kladblok`.
    notebook: NotebookText {
        only_here, only_here_todo, about, ask_file, made_up, lost, own_or_enter, too_short, too_short_todo,
        ask_passphrase, wrong, gave_up, gave_up_todo, cut, damaged, damaged_todo, one_read, two_write,
        three_print, none_stop, ask_what, again, empty, enter, ask_subject, ask_text, kept,
        log_written(date), log_printed(date), print_warning, print_sure, not_printed, ask_print_file,
        print_title, printed, bye, onderwerp_wie, onderwerp_teken, onderwerp_waarheen, onderwerp_hoe,
        onderwerp_mee, onderwerp_kinderen, onderwerp_telefoon, onderwerp_nood, onderwerp_anders,
    }
}
