//! Sentences about documents that travel sealed: to whom, from whom, and why a package stays shut.

use crate::text::section::section;

section! {
    /// Sending sealed (`--aan`) and `open`.
    parcel: ParcelText {
        unknown(name), unknown_todo(known), unknown_none_todo(file), two(name), two_todo, not_compared(name, fingerprint), sealed(file, names),
        needs_file, needs_file_todo, faulty(file), not_for_this_key, not_for_this_key_todo, cut, cut_todo, damaged, damaged_todo,
        no_package, no_package_todo, newer, newer_todo, forged, forged_todo, for_others, for_others_todo, no_recipient,
        no_recipient_todo, no_random, no_random_todo, from(name, day), from_compared(name, day, compared), from_unknown(day),
        from_not_compared, from_unknown_todo, fingerprint(fingerprint), to(count), to_you, media(what), kept(file), not_kept, proves,
        media_html, media_pdf, media_docx, media_odt, media_text, media_markdown, media_yaml, media_other,
    }
}
