//! What is drawn fits, shows what matters, and can be read without colour.

use console::measure_text_width;

use super::super::cluster::width;
use super::super::frame::{Look, Paint};
use super::super::key::Press;
use super::super::listed::Listed;
use super::super::own::Widget;
use super::super::panel::Panel;
use super::super::reader::pages;
use super::{asks, crowded, line, prompt, screen};
use crate::answer::Refusal;
use crate::interview::{Ask, Screen};

const SIZES: [(usize, usize); 7] = [
    (80, 24),
    (59, 24),
    (120, 40),
    (40, 24),
    (40, 12),
    (20, 8),
    (89, 60),
];

fn look((columns, rows): (usize, usize), colour: bool) -> Look {
    Look {
        rows,
        columns: columns.min(90),
        paint: Paint(colour),
    }
}

fn drawn(screen: &Screen, size: (usize, usize)) -> Vec<String> {
    let mut widget = Widget::new(&screen.prompt, None);
    widget.compose(screen, None, look(size, false)).frame.lines
}

#[test]
fn every_prompt_fits_on_every_screen() {
    for size in SIZES {
        for colour in [false, true] {
            let look = look(size, colour);
            for ask in asks() {
                for active in [0, 6, 11] {
                    let screen = crowded(ask.clone(), active);
                    let mut widget = Widget::new(&screen.prompt, None);
                    widget.press(&screen.prompt, &Press::Down);
                    let composed = widget.compose(&screen, Some("Kies eerst iets."), look);
                    assert!(composed.frame.lines.len() <= look.rows, "{size:?} {ask:?}");
                    for line in &composed.frame.lines {
                        assert!(measure_text_width(line) <= look.columns, "{size:?} {line}");
                    }
                    if let Some((row, column)) = composed.frame.cursor {
                        assert!(
                            row < look.rows && column <= look.columns,
                            "{size:?} {ask:?}"
                        );
                    }
                }
            }
            let mut panel = Panel::new(&crowded(Ask::Date, 3), true);
            let frame = panel.frame(&["112  Alarmnummer".to_owned()], look);
            assert!(frame.lines.len() <= look.rows, "{size:?}");
            for page in pages("Hulp", &["Een lange tekst. ".repeat(90)], true, look) {
                assert!(page.lines.len() <= look.rows, "{size:?}");
                assert!(page.lines.iter().all(|line| width(line) <= 120));
            }
        }
    }
}

#[test]
fn the_question_and_its_place_on_the_page_are_always_there() {
    for active in 0..12 {
        let screen = crowded(
            Ask::YesNo {
                not_applicable: true,
            },
            active,
        );
        for size in [(80, 24), (59, 24)] {
            let lines = drawn(&screen, size);
            let has = |text: &str| lines.iter().any(|line| line.contains(text));
            assert!(has(&format!("> Vraag {active}:")), "{lines:#?}");
            assert!(has("7. Is er iemand gewond"), "{lines:#?}");
            for choice in ["j  ja", "n  nee", "o  onbekend", "g  geweigerd"] {
                assert!(has(choice), "{choice}: {lines:#?}");
            }
            assert!(has("112 Direct gevaar"), "{lines:#?}");
        }
    }
}

#[test]
fn a_text_that_does_not_fit_is_named_so_that_it_can_be_read_first() {
    let screen = crowded(Ask::Text { multiline: true }, 2);
    let mut widget = Widget::new(&screen.prompt, None);
    let small = widget.compose(&screen, None, look((59, 24), false));
    let about = screen.about.clone().unwrap_or_default();
    assert!(small.cut.contains(&about));
    let large = widget.compose(&screen, None, look((89, 60), false));
    assert!(large.cut.is_empty() && large.whole.contains(&about));
}

#[test]
fn without_colour_there_is_no_escape_and_only_signs_that_any_console_has() {
    let mut screen = crowded(Ask::Notice, 4);
    screen.refusal = Some(Refusal::new("Dat kan niet.", "Kies iets anders."));
    for size in [(80, 24), (59, 40)] {
        for line in drawn(&screen, size) {
            assert!(
                line.chars().all(|one| (' '..='\u{17f}').contains(&one)),
                "{line:?}"
            );
        }
    }
}

#[test]
fn what_enter_does_not_do_is_not_said_below() {
    let mut screen = screen(prompt(Ask::YesNo {
        not_applicable: false,
    }));
    screen.prompt.optional = true;
    let mut widget = Widget::new(&screen.prompt, None);
    for (typed, skips) in [("", true), ("weet niet", false)] {
        for one in typed.chars() {
            widget.press(&screen.prompt, &Press::Char(one));
        }
        let lines = widget.compose(&screen, None, look((80, 24), false));
        let told = lines.frame.lines.join(" ").contains("Alleen Enter slaat");
        assert_eq!(told, skips, "{typed}: {:#?}", lines.frame.lines);
    }
}

#[test]
fn what_is_pointed_at_is_to_be_seen_in_a_long_list() {
    let lines = (0..40).map(|at| line(&format!("o{at}"), &format!("Mogelijkheid {at}")));
    let screen = screen(prompt(Ask::One(lines.collect())));
    let mut widget = Widget::new(&screen.prompt, None);
    for at in 0..42 {
        widget.press(&screen.prompt, &Press::Down);
        let composed = widget.compose(&screen, None, look((59, 24), false));
        let pointed = composed
            .frame
            .lines
            .iter()
            .filter(|line| line.starts_with("> "));
        let pointed: Vec<&String> = pointed.collect();
        assert_eq!(pointed.len(), 1, "{at}");
        if at < 40 {
            assert_eq!(*pointed[0], format!("> Mogelijkheid {at}"));
        }
    }
}

#[test]
fn a_list_has_room_under_the_question() {
    let lines = (0..30)
        .map(|at| line(&format!("p{at}"), &format!("persoon {at}")))
        .collect();
    let ask = Ask::Many {
        lines,
        may_be_none: true,
        can_add: true,
    };
    for size in [(80, 24), (59, 24), (40, 20)] {
        let screen = crowded(ask.clone(), 5);
        let listed = Listed::new(&screen, None).expect("a list");
        let look = look(size, false);
        let composed = listed.compose(&screen, look);
        let (start, room) = composed.area;
        assert!(room >= 8, "{size:?}: {room}");
        assert!(start + room < look.rows, "{size:?}: {start} {room}");
    }
}

#[test]
fn the_panel_hides_the_case_and_has_danger_on_top() {
    let screen = crowded(
        Ask::YesNo {
            not_applicable: false,
        },
        2,
    );
    let mut panel = Panel::new(&screen, false);
    let urgent = [
        "112  Alarmnummer".to_owned(),
        "0800-2000  Veilig Thuis".to_owned(),
    ];
    let lines = panel.frame(&urgent, look((59, 24), false)).lines;
    let at = |text: &str| lines.iter().position(|line| line.contains(text));
    assert!(at("112") < at("gevaar") && at("gevaar") < at("leeg"));
    assert!(at("gewond").is_none() && at("vrijdag").is_none() && at("kind").is_none());
}
