//! The text that is typed is never lost, whatever is pressed; and nothing is answered by accident.

use std::time::Duration;

use console::Key;
use proptest::prelude::*;

use super::super::cluster::{clusters, width};
use super::super::draft::{Draft, Drafts};
use super::super::editor::{Edited, Editor};
use super::super::key::{Keys, Press};
use super::super::own::{Deed, Widget, Wish};
use super::super::panel::{Chosen, Panel};
use super::{asks, line, prompt, screen};
use crate::answer::Refusal;
use crate::interview::{Action, Ask, Reply};

fn typed(editor: &mut Editor, text: &str) {
    for one in text.chars() {
        editor.press(&Press::Char(one));
    }
}

#[test]
fn letters_go_and_come_where_the_cursor_is() {
    let mut editor = Editor::new("", false);
    typed(&mut editor, "cafe\u{301} zon");
    for _ in 0..4 {
        editor.press(&Press::Left);
    }
    editor.press(&Press::Backspace);
    assert_eq!(editor.text(), "caf zon", "the accent goes with its letter");
    typed(&mut editor, "é");
    editor.press(&Press::Home);
    editor.press(&Press::Delete);
    typed(&mut editor, "C");
    editor.press(&Press::End);
    typed(&mut editor, "!");
    assert_eq!(editor.text(), "Café zon!");
}

#[test]
fn an_empty_line_ends_a_long_text() {
    let mut editor = Editor::new("", true);
    typed(&mut editor, "een");
    assert_eq!(editor.press(&Press::Enter), Edited::Goes);
    typed(&mut editor, "twee");
    assert_eq!(editor.press(&Press::Enter), Edited::Goes);
    assert_eq!(editor.press(&Press::Enter), Edited::Done);
    assert_eq!(editor.text().trim(), "een\ntwee");
    let mut one = Editor::new("een", false);
    assert_eq!(one.press(&Press::Enter), Edited::Done);
}

#[test]
fn a_paste_of_more_lines_stays_in_its_field() {
    let paste = Press::Paste("een\r\ntwee\rdrie\u{7}\u{1b}[A".to_owned());
    let mut one = Editor::new("", false);
    one.press(&paste);
    assert_eq!(one.text(), "een twee drie[A");
    let mut many = Editor::new("", true);
    many.press(&paste);
    assert_eq!(many.text(), "een\ntwee\ndrie[A");
}

#[test]
fn lines_are_broken_at_spaces_and_the_cursor_follows() {
    let mut editor = Editor::new("een twee drie", false);
    let drawn = editor.draw(9);
    assert_eq!(drawn.rows, ["een twee", "drie"]);
    assert_eq!(drawn.cursor, (1, 4));
    editor.press(&Press::Up);
    assert_eq!(editor.draw(9).cursor, (0, 4));
    typed(&mut editor, "日");
    assert_eq!(editor.text(), "een 日twee drie");
    assert_eq!(
        Editor::new("abcdefghij", false).draw(5).rows,
        ["abcd", "efgh", "ij"]
    );
}

#[test]
fn words_with_a_colon_are_actions_and_leave_the_text_alone() {
    let ask = prompt(Ask::Text { multiline: true });
    let deed = |text: &str| {
        let mut widget = Widget::new(&ask, None);
        for one in text.chars() {
            let press = if one == '\n' {
                Press::Enter
            } else {
                Press::Char(one)
            };
            widget.press(&ask, &press);
        }
        (widget.press(&ask, &Press::Enter), widget.draft())
    };
    let (deed_help, draft) = deed("een\n:hulp");
    assert!(matches!(
        deed_help,
        Deed::Wish(Wish::Reply(Reply::Act(Action::Help)))
    ));
    assert_eq!(draft, Some(Draft::Text("een".to_owned())));
    let (deed_back, draft) = deed("een :terug");
    assert!(matches!(
        deed_back,
        Deed::Wish(Wish::Reply(Reply::Act(Action::Back)))
    ));
    assert_eq!(draft, Some(Draft::Text("een".to_owned())));
    let (unknown, draft) = deed(":hlup");
    assert!(matches!(unknown, Deed::Not(_)));
    assert_eq!(draft, Some(Draft::Text(":hlup".to_owned())));
    let one = prompt(Ask::Text { multiline: false });
    let mut widget = Widget::new(&one, None);
    for one_sign in "::hulp".chars() {
        widget.press(&one, &Press::Char(one_sign));
    }
    let answer = widget.press(&one, &Press::Enter);
    assert!(matches!(answer, Deed::Wish(Wish::Reply(Reply::Answer(text))) if text == ":hulp"));
}

#[test]
fn nothing_is_chosen_that_nobody_pointed_at() {
    for ask in asks() {
        let ask = prompt(ask);
        let mut widget = Widget::new(&ask, None);
        if let Widget::Choice(_) = widget {
            let deed = widget.press(&ask, &Press::Enter);
            assert!(matches!(deed, Deed::Not(_)), "{:?}", ask.ask);
            let paste = Press::Paste("j\nj\n".to_owned());
            assert!(matches!(widget.press(&ask, &paste), Deed::Goes));
        }
    }
    let mut deeper = prompt(Ask::YesNo {
        not_applicable: false,
    });
    deeper.optional = true;
    let mut widget = Widget::new(&deeper, None);
    let kept = widget.press(&deeper, &Press::Enter);
    assert!(matches!(kept, Deed::Wish(Wish::Reply(Reply::Keep))));
}

/// Types this on a fresh question and hits Enter; what Enter did.
fn typed_out(ask: &crate::interview::Prompt, text: &str) -> Deed {
    let mut widget = Widget::new(ask, None);
    for one in text.chars() {
        let deed = widget.press(ask, &Press::Char(one));
        assert!(matches!(deed, Deed::Goes), "{text}, {one}: {deed:?}");
    }
    widget.press(ask, &Press::Enter)
}

#[test]
fn a_letter_or_its_whole_word_is_one_answer_and_enter_gives_it() {
    let ask = prompt(Ask::YesNo {
        not_applicable: false,
    });
    for (text, answer) in [
        ("j", "ja"),
        ("ja", "ja"),
        ("N", "nee"),
        ("Nee", "nee"),
        ("o", "onbekend"),
        ("onbekend", "onbekend"),
        ("geweigerd", "geweigerd"),
        ("jn", "nee"),
    ] {
        let deed = typed_out(&ask, text);
        assert!(
            matches!(&deed, Deed::Wish(Wish::Reply(Reply::Answer(text))) if text == answer),
            "{text}: {deed:?}"
        );
    }
    let deed = typed_out(&ask, "v");
    assert!(matches!(deed, Deed::Not(_)), "n.v.t. is not an answer here");
}

#[test]
fn a_word_that_is_no_answer_is_never_taken_for_one() {
    let mut ask = prompt(Ask::YesNo {
        not_applicable: false,
    });
    for optional in [false, true] {
        ask.optional = optional;
        for text in [
            "weet niet",
            "weet ik niet",
            "geen idee",
            "niet",
            "nog niet",
            "onzeker, denk ik",
        ] {
            let deed = typed_out(&ask, text);
            assert!(matches!(deed, Deed::Not(_)), "{text}: {deed:?}");
        }
    }
}

#[test]
fn a_draft_comes_back_until_its_answer_is_taken() {
    let mut drafts = Drafts::default();
    let text = || Some(Draft::Text("vrijdag, denk ik".to_owned()));
    let mut asked = screen(prompt(Ask::Date));
    drafts.answered(&asked.prompt, text());
    asked.refusal = Some(Refusal::new("Dit is geen datum.", ""));
    assert_eq!(drafts.take(&asked), text(), "refused: to be mended");
    asked.refusal = None;
    drafts.answered(&asked.prompt, text());
    let mut beside = screen(prompt(Ask::Text { multiline: true }));
    beside.prompt.text = "Waarom?".to_owned();
    assert_eq!(drafts.take(&beside), None);
    assert_eq!(
        drafts.take(&asked),
        text(),
        "the reason was not given after all"
    );
    drafts.answered(&asked.prompt, text());
    asked.prompt.current = Some("vrijdag 6 maart".to_owned());
    assert_eq!(drafts.take(&asked), None, "taken: what stands there counts");
}

fn any_key() -> impl Strategy<Value = Key> {
    let sign = prop_oneof![
        proptest::char::any(),
        proptest::char::range(' ', '~'),
        prop::sample::select(vec![
            '\u{301}',
            '\u{200d}',
            '日',
            '👩',
            '[',
            'O',
            '~',
            ':',
            ' ',
            '\u{1f3fd}',
            '\u{202e}',
        ]),
    ];
    let rest = prop::collection::vec(proptest::char::range(' ', '~'), 0..4);
    prop_oneof![
        8 => sign.prop_map(Key::Char),
        1 => rest.prop_map(Key::UnknownEscSeq),
        6 => prop::sample::select(vec![
            Key::Enter, Key::Backspace, Key::Del, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp,
            Key::ArrowDown, Key::Home, Key::End, Key::Tab, Key::Escape, Key::PageUp, Key::Unknown,
            Key::UnknownEscSeq(vec!['[', '2', '0']),
        ]),
    ]
}

fn any_keys() -> impl Strategy<Value = Vec<(Key, Duration)>> {
    let gap = prop_oneof![9 => Just(1), 1 => Just(2000)].prop_map(Duration::from_millis);
    prop::collection::vec((any_key(), gap), 0..60)
}

proptest! {
    #[test]
    fn any_keys_leave_a_sound_text(keys in any_keys(), many: bool, columns in 4_usize..40) {
        let mut machine = Keys::default();
        let mut editor = Editor::new("", many);
        for (key, gap) in keys {
            for press in machine.feed(key, gap) {
                editor.press(&press);
                let drawn = editor.draw(columns);
                let shown: String = drawn.rows.concat();
                let bare = |text: &str| text.replace(['\n', ' '], "");
                prop_assert_eq!(bare(&shown), bare(editor.text()));
                prop_assert!(drawn.cursor.0 < drawn.rows.len());
                prop_assert!(drawn.cursor.1 < columns);
                for row in &drawn.rows {
                    prop_assert!(width(row) < columns || clusters(row).len() == 1);
                }
            }
        }
    }

    #[test]
    fn the_panel_never_costs_a_letter(
        before in any_keys(),
        inside in prop::collection::vec(prop::sample::select(vec![
            Press::Up, Press::Down, Press::Char('z'), Press::Tab, Press::Home, Press::Backspace,
        ]), 0..8),
        torn: bool,
    ) {
        let screen = screen(prompt(Ask::Text { multiline: true }));
        let mut machine = Keys::default();
        let mut widget = Widget::new(&screen.prompt, None);
        for (key, gap) in before {
            for press in machine.feed(key, gap) {
                if press != Press::Escape {
                    widget.press(&screen.prompt, &press);
                }
            }
        }
        let text = widget.draft();
        let deed = widget.press(&screen.prompt, &Press::Escape);
        prop_assert!(matches!(deed, Deed::Wish(Wish::Panel(None))));
        let mut panel = Panel::new(&screen, false);
        for press in inside {
            prop_assert_eq!(panel.press(&press), None);
        }
        let closes = if torn { Press::Torn } else { Press::Escape };
        prop_assert_eq!(panel.press(&closes), Some(Chosen::Nothing));
        prop_assert_eq!(widget.draft(), text.clone());
        // Nor does going elsewhere and coming back.
        prop_assert_eq!(Widget::new(&screen.prompt, text.as_ref()).draft(), text);
    }
}

#[test]
fn the_panel_offers_what_fits_and_the_answers_that_have_no_key() {
    let number = screen(prompt(Ask::Number {
        range: "van 0 tot en met 10".to_owned(),
        labels: vec![line("0", "slecht")],
    }));
    let chosen = |screen, letter| Panel::new(screen, false).press(&Press::Char(letter));
    assert_eq!(chosen(&number, 'g'), Some(Chosen::Act(Action::Danger)));
    assert_eq!(
        chosen(&number, '1'),
        Some(Chosen::Answer("onbekend".to_owned()))
    );
    assert_eq!(chosen(&number, 'x'), None, "there is no row to remove");
    let mut panel = Panel::new(&number, false);
    panel.press(&Press::Char('j'));
    panel.press(&Press::Char('1'));
    panel.press(&Press::Char('2'));
    assert_eq!(
        panel.press(&Press::Enter),
        Some(Chosen::Act(Action::Jump(12)))
    );
}

/// Who starts a text over does not have to hold a key down.
#[test]
fn control_u_takes_away_what_stands_before_the_cursor_on_its_line() {
    let mut editor = Editor::new("een\ntwee drie", true);
    typed(&mut editor, " vier");
    editor.press(&Press::Control('u'));
    assert_eq!(editor.text(), "een\n");
    typed(&mut editor, "vijf");
    assert_eq!(editor.text(), "een\nvijf");
    for left in ["een\n", "een", "", ""] {
        editor.press(&Press::Control('u'));
        assert_eq!(editor.text(), left);
    }
}
