//! Sentences for an organisation: its own code, its self-check, its partners.

use crate::text::section::section;

section! {
    /// Answers of an organisation, kept beside the settings.
    organisation: OrganisationText {
        header(title), saved(file, command), input_ended, name, faulty(file),
    }
}

section! {
    /// `protocol`: an organisation's own code.
    protocol: ProtocolText {
        to_fill_in, with_note(said, note), source(source), opening(file), ask_name, finished(file, open), written(file),
        open_one, open(count), own, danger(urgent, name, number), ground(sure, source), profile(name), profile_about(about),
        what, here, rests_on, years(count), not_found, kept(length, help, source), not_sure(day), number, whose,
        what_for, looked_at, partners_not_shown,
    }
}

section! {
    /// `partners`: the partners of the chain.
    partners: PartnersText {
        title, none(file), example, example_written(file), old(names, file), faulty(file), faulty_todo, never,
        long_ago(day), role(role), reachable(when), checked(day), call(about, reachable, checked), column_name, column_about, column_phone, column_checked, national,
        no_rows, no_rows_todo, no_row, unknown_key(name), repeated(name), repeated_todo, no_words(name), no_words_todo,
        missing(name), missing_todo(name), no_day, no_day_todo, later_day, no_key, no_key_todo, keys, keys_about,
        key_compared(name, day, fingerprint), key_not_compared(name, fingerprint),
    }
}

section! {
    /// `zelfcheck`: a self-check of our own, and two side by side.
    self_check: SelfCheckText {
        own, opening(file), finished(file), written(file), none, none_todo, no_earlier, no_earlier_todo(days), kept_on, theme, stand,
        evidence, talk, talk_1, talk_2, talk_3, agreed, not_asked, compared(then, now), down, unknown, up, known,
        new_evidence, same, before, now,
    }
}
