//! Sentences about many records.

use crate::text::section::section;

section! {
    /// `batch`: what can be wrong with a record.
    batch: BatchText {
        no_json, no_json_todo, no_object, no_object_todo, too_deep, too_deep_todo, not_utf8, not_utf8_todo, twice(name), twice_todo,
        bad_id, bad_id_todo, bad_other(name), bad_other_todo, no_answers, no_answers_todo, which_list, which_list_todo(lists), other_list(name),
        too_long(most), too_long_todo,
        cells(found, wanted), cells_one(wanted), cells_todo, no_name, no_name_todo, column_twice(name), column_twice_todo, column_first,
        unknown_column(name, list), late_id, late_id_todo, rows(name), in_rows(name), rows_todo,
        header(file), header_todo, no_header(file), no_header_todo, header_long(file), header_long_todo, utf16(file), utf16_todo,
        open_quote(line, file), open_quote_todo, open_cell, open_cell_todo,
        refused(count, records), refused_one(records), refused_only, refused_line(lines), refused_lines(lines), refused_files(files), refused_files_more(files, more),
        file_line(file, line), passed_over(count), passed_over_one, no_files(file), no_files_todo, which_input(file), which_input_todo, nothing, bad_threads(most), one_record, records(count), form_of_folder(file), form_of_folder_todo,
        one_list, one_list_todo, one_list_out, one_list_out_todo, which_form(file), which_form_todo, broken_off(file), broken_off_todo,
        stopped_none, stopped_none_file, stopped(records), stopped_todo, stopped_file(records), stopped_file_todo,
        progress(records, rate), progress_known(bar, percent, records, rate, left),
        seconds(seconds), minutes(minutes, seconds), hours(hours, minutes), no_echo, no_echo_todo, which_columns, which_columns_todo, no_column(name, file), refused_lines_more(lines, more),
    }
}
