//! What stands in each field of each part of a plan, in words.

use chrono::NaiveDate;

use crate::plan::{Choice, Field, Id, Plan, Rate, Said, Situation, Status, YesNo};
use crate::text::{as_said, day_text, doc};

/// One field.
pub(super) struct Cell {
    pub field: &'static str,
    pub shown: Shown,
}

/// What it shows.
pub(super) enum Shown {
    /// Nothing was said.
    Nothing,
    /// It is not known, or was not told: the words for that.
    Missing(String),
    /// Words.
    Text(String),
    /// People.
    People(String),
}

impl Shown {
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Missing(text) | Self::Text(text) | Self::People(text) => {
                Some(text.clone()).filter(|text| !text.trim().is_empty())
            }
        }
    }
}

fn say<T>(field: &Field<T>, words: impl Fn(&T) -> String) -> Shown {
    let text = &doc().plan_paper;
    match &field.said {
        Said::Nothing => Shown::Nothing,
        Said::Unknown => Shown::Missing(text.unknown()),
        Said::Refused => Shown::Missing(text.refused()),
        Said::Known(value) => Shown::Text(words(value)),
    }
}

fn text(field: &Field<String>) -> Shown {
    say(field, |text| as_said(text))
}

fn day(field: &Field<NaiveDate>) -> Shown {
    say(field, |day| day_text(*day))
}

fn choice(field: &Field<Choice>) -> Shown {
    say(field, |one| as_said(&one.text))
}

fn yes_no(field: &Field<YesNo>) -> Shown {
    let text = &doc().plan_paper;
    say(field, |one| match one {
        YesNo::Yes => text.yes_word(),
        YesNo::No => text.no_word(),
        YesNo::NotApplicable => text.not_applicable(),
    })
}

fn rate(field: &Field<Rate>) -> Shown {
    let text = &doc().plan_paper;
    say(field, |one| match (&one.label, one.highest) {
        (Some(label), _) => text.rate(one.number, as_said(label)),
        (None, Some(highest)) => text.out_of(one.number, highest),
        (None, None) => one.number.to_string(),
    })
}

fn people(plan: &Plan, field: &Field<Vec<Id>>) -> Shown {
    match &field.said {
        Said::Known(ids) if ids.is_empty() => Shown::People(doc().plan_paper.nobody()),
        Said::Known(ids) => Shown::People(plan.names_of(ids)),
        _ => say(field, |_| String::new()),
    }
}

fn row<const N: usize>(cells: [(&'static str, Shown); N]) -> Vec<Cell> {
    let cells = cells.into_iter();
    cells.map(|(field, shown)| Cell { field, shown }).collect()
}

/// The rows of a part with all their fields; a part without rows is one.
pub(super) fn cells(plan: &Plan, part: &str) -> Vec<Vec<Cell>> {
    let later = &plan.later;
    let who = |field: &Field<Vec<Id>>| people(plan, field);
    match part {
        "plan" => vec![head(plan)],
        "mensen" => plan
            .people
            .iter()
            .map(|one| {
                let role = match (one.name.text(), choice(&one.kind_text).text()) {
                    (Some(name), Some(kind)) => doc().reader_paper.somebody(name, kind),
                    (Some(name), None) => name.to_owned(),
                    (None, kind) => kind.unwrap_or_default(),
                };
                row([
                    ("rol", Shown::Text(role)),
                    ("leeftijd", say(&one.age, |age| doc().plan_paper.years(age))),
                    ("woont", choice(&one.lives)),
                    ("gezag", yes_no(&one.authority)),
                ])
            })
            .collect(),
        "top3" => plan.ranked().map(|one| situation(plan, one)).collect(),
        "andere_situaties" => plan.parked().map(|one| situation(plan, one)).collect(),
        "volgorde" => vec![row([
            ("reden", text(&plan.rank_reason)),
            ("wie_ziet_het_anders", text(&plan.rank_dissent)),
        ])],
        "voorwaarden" => plan
            .conditions
            .iter()
            .map(|one| {
                row([
                    ("tekst", text(&one.text)),
                    ("gesteld_door", choice(&one.set_by)),
                    ("gehaald", choice(&one.met)),
                    ("gehaald_op", day(&one.met_on)),
                ])
            })
            .collect(),
        "afspraken" => plan
            .agreements
            .iter()
            .map(|one| {
                row([
                    ("wie", who(&one.who)),
                    ("doet", text(&one.does)),
                    ("wanneer", text(&one.when)),
                    ("zichtbaar_aan", text(&one.seen_by)),
                    ("controle", who(&one.checker)),
                    ("hoe_vaak", text(&one.how_often)),
                    ("als_het_niet_lukt", text(&one.if_not)),
                ])
            })
            .collect(),
        "kinderen" => plan
            .child_lines
            .iter()
            .map(|one| row([("wie", who(&one.who)), ("tekst", text(&one.text))]))
            .collect(),
        "noodplan" => vec![row([
            ("bellen", text(&plan.emergency.calls)),
            ("doen", text(&plan.emergency.steps)),
            ("kinderen", text(&plan.emergency.children)),
        ])],
        "signalen" => plan
            .early_signs
            .iter()
            .map(|one| {
                row([
                    ("wie", who(&one.who)),
                    ("wat", text(&one.what)),
                    ("doet", text(&one.does)),
                ])
            })
            .collect(),
        "als_het_misgaat" => plan
            .escalations
            .iter()
            .map(|one| {
                row([
                    ("wanneer", text(&one.when)),
                    ("wie", who(&one.who)),
                    ("stap", text(&one.step)),
                ])
            })
            .collect(),
        "evaluatie" => vec![row([
            ("datum", day(&plan.review.date)),
            ("met", who(&plan.review.with)),
        ])],
        "incidenten" => later
            .incidents
            .iter()
            .map(|one| {
                row([
                    ("datum", day(&one.date)),
                    ("wat", text(&one.what)),
                    ("gedaan", text(&one.done)),
                ])
            })
            .collect(),
        "risicofactoren" => later
            .risk_factors
            .iter()
            .map(|one| {
                row([
                    ("wat", text(&one.what)),
                    ("werkt_op", text(&one.acts_on)),
                    ("gewicht", rate(&one.weight)),
                    ("hulp", text(&one.help)),
                    ("soort_hulp", choice(&one.help_kind)),
                    ("wie", who(&one.who)),
                    ("begint", day(&one.starts)),
                    ("weg_op", day(&one.gone_on)),
                ])
            })
            .collect(),
        "herstel" => later
            .recoveries
            .iter()
            .map(|one| {
                row([
                    ("wie", who(&one.who)),
                    ("wat", text(&one.what)),
                    ("hulp", text(&one.help)),
                    ("soort_hulp", choice(&one.help_kind)),
                    ("begint", day(&one.starts)),
                ])
            })
            .collect(),
        "regie" => later
            .directors
            .iter()
            .map(|one| {
                row([
                    ("wie", text(&one.who)),
                    ("organisatie", text(&one.organisation)),
                    ("zicht_op", choice(&one.covers)),
                    ("van", day(&one.from)),
                    ("tot", day(&one.until)),
                    ("vervanger", text(&one.deputy)),
                ])
            })
            .collect(),
        "veiligheidscijfers" => later
            .measurements
            .iter()
            .map(|one| {
                row([
                    ("wie", who(&one.who)),
                    ("datum", day(&one.date)),
                    ("cijfer", rate(&one.figure)),
                    ("reden", text(&one.reason)),
                ])
            })
            .collect(),
        "nazorg" => vec![row([
            ("contact", text(&later.aftercare.contact)),
            ("signalen", text(&later.aftercare.signs)),
            ("datum", day(&later.aftercare.date)),
        ])],
        "akkoord" => plan
            .consents
            .iter()
            .map(|one| {
                row([
                    ("wie", who(&one.who)),
                    ("stand", choice(&one.stand)),
                    ("reden", text(&one.reason)),
                ])
            })
            .collect(),
        _ => texts(plan, part),
    }
}

/// A part that is one text.
fn texts(plan: &Plan, part: &str) -> Vec<Vec<Cell>> {
    let texts = &plan.texts;
    let field = match part {
        "aanleiding" => &texts.occasion,
        "waar_we_bang_voor_zijn" => &texts.fear,
        "wat_goed_gaat" => &texts.strengths,
        "netwerk" => &texts.network,
        "toezicht" => &texts.supervision,
        "verschil_van_inzicht" => &texts.differences,
        "besproken" => &texts.discussed,
        _ => return Vec::new(),
    };
    vec![row([("geheel", text(field))])]
}

fn situation(plan: &Plan, one: &Situation) -> Vec<Cell> {
    let source = match (text(&one.source).text(), choice(&one.source_kind).text()) {
        (Some(from), Some(kind)) => Shown::Text(doc().plan_paper.source_kind(from, kind)),
        (from, kind) => from.or(kind).map_or(Shown::Nothing, Shown::Text),
    };
    row([
        ("wat", text(&one.what)),
        ("doet", people(plan, &one.does)),
        ("ondergaat", people(plan, &one.undergoes)),
        ("ziet", people(plan, &one.sees)),
        ("laatste_keer", day(&one.last_time)),
        ("gevolg", text(&one.effect)),
        ("rode_vlag", yes_no(&one.red_flag)),
        ("ernst", rate(&one.severity)),
        ("herhaling", rate(&one.recurrence)),
        ("urgentie", choice(&one.urgency)),
        ("door", people(plan, &one.rated_by)),
        ("reden", text(&one.rated_why)),
        ("bron", source),
    ])
}

fn head(plan: &Plan) -> Vec<Cell> {
    let (head, text) = (&plan.head, &doc().plan_paper);
    let status = match head.status {
        Status::Draft => text.status_draft(),
        Status::Agreed => text.status_agreed(),
        Status::Active => text.status_active(),
        Status::Revised => text.status_revised(),
        Status::Closed => text.status_closed(),
    };
    let names = |ids: &[Id]| match ids {
        [] => Shown::Nothing,
        ids => Shown::Text(plan.names_of(ids)),
    };
    let organisation = head.organisation.clone();
    row([
        ("status", Shown::Text(status)),
        ("fase", Shown::Text(plan.phase_called())),
        ("fase_sinds", day(&head.phase_since)),
        ("geldt_tot", day(&head.valid_until)),
        (
            "organisatie",
            organisation.map_or(Shown::Nothing, Shown::Text),
        ),
        ("door", names(&head.made_by)),
        ("met", names(&head.made_with)),
    ])
}
