//! The machines behind the terminal, driven without one: keys in, texts and lines out.

mod drawing;
mod keys;
mod typing;

use crate::interview::{Ask, Field, Line, Notice, Progress, Prompt, Purpose, Screen};

fn line(id: &str, text: &str) -> Line {
    Line {
        id: id.to_owned(),
        text: text.to_owned(),
        help: None,
    }
}

fn prompt(ask: Ask) -> Prompt {
    Prompt {
        purpose: Purpose::Value,
        key: None,
        number: Some(7),
        text: "Is er iemand gewond, of is er iemand gewond geweest?".to_owned(),
        hints: Vec::new(),
        beside: Vec::new(),
        ask,
        special: vec![line("onbekend", "onbekend"), line("geweigerd", "geweigerd")],
        current: None,
        typed: None,
        optional: false,
    }
}

fn screen(prompt: Prompt) -> Screen {
    Screen {
        page: "een".to_owned(),
        mark: None,
        given: false,
        title: "Wat is er gezien?".to_owned(),
        about: None,
        row: None,
        progress: Some(Progress {
            part: 2,
            parts: 9,
            screens: 14,
        }),
        notices: Vec::new(),
        fields: Vec::new(),
        remarks: Vec::new(),
        kept: None,
        refusal: None,
        prompt,
        offered: 0,
    }
}

/// A page with all that can stand on one.
fn crowded(ask: Ask, active: usize) -> Screen {
    let mut screen = screen(prompt(ask));
    screen.about = Some("Vul in wat u weet. ".repeat(8));
    screen.row = Some("situatie 2: Op vrijdagavond is er geroepen en gegooid".to_owned());
    screen.notices = vec![
        Notice {
            text: "Blijf niet alleen met deze zorg. Overleg vandaag nog met een collega."
                .to_owned(),
            danger: true,
            phones: vec![
                "112  Direct gevaar, nu. Politie, ambulance of brandweer.".to_owned(),
                "0800-2000  Veilig Thuis. Dag en nacht, gratis.".to_owned(),
            ],
        },
        Notice {
            text: "Deze vlaggen tellen niet op.".to_owned(),
            danger: false,
            phones: Vec::new(),
        },
    ];
    screen.fields = (0..12)
        .map(|at| Field {
            text: format!("Vraag {at}: heeft iemand gezegd dat er iets is gebeurd met een kind?"),
            answer: (at < active).then(|| "nee (toelichting: dat zei de moeder zelf)".to_owned()),
            active: at == active,
        })
        .collect();
    screen.remarks = vec!["U schreef \"vaak\". Hoe vaak per week?".to_owned()];
    screen.prompt.hints = vec!["Vraag dit alleen als niemand meeluistert.".to_owned()];
    screen.offered = 3;
    screen
}

fn asks() -> Vec<Ask> {
    let lines = || {
        vec![
            line(
                "thuis",
                "In het huis waar het om gaat, ook als iemand daar maar soms slaapt",
            ),
            line("elders", "Ergens anders"),
        ]
    };
    vec![
        Ask::YesNo {
            not_applicable: true,
        },
        Ask::One(lines()),
        Ask::Row {
            lines: lines(),
            may_be_none: true,
            can_add: true,
        },
        Ask::Number {
            range: "van 0 tot en met 10".to_owned(),
            labels: vec![
                line("0", "helemaal niet veilig"),
                line("10", "veilig genoeg"),
            ],
        },
        Ask::Date,
        Ask::Text { multiline: false },
        Ask::Text { multiline: true },
        Ask::Notice,
        Ask::More {
            row_name: "situatie".to_owned(),
            rows: vec!["Op vrijdagavond".to_owned(), "In de auto".to_owned()],
        },
        Ask::Confirm {
            yes: "Weghalen".to_owned(),
            no: "Laten staan".to_owned(),
        },
    ]
}
